//! Text in lines: breaking, cutting, measuring. Widths are columns of a terminal.
//! A letter is what a reader takes for one, however many characters it is made of.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr;

/// The letters of a text: its grapheme clusters (Unicode Standard Annex 29).
pub fn letters(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.graphemes(true)
}

/// How many columns a text takes, painted letter by letter.
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { letters(text).map(UnicodeWidthStr::width).sum() }
}

/// Breaks a text at its ends of line, and at its spaces into lines of at most `columns`; a word that is
/// longer than that is broken as well. Lines borrow from the text. A width of 0
/// is taken as 1; a letter wider than a line has a line for itself.
pub fn wrap(text: &str, columns: usize) -> Vec<&str> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    for part in text.split('\n') {
        let mut rest = part.trim();
        while !rest.is_empty() {
            let (line, behind) = first_line(rest, columns);
            lines.push(line);
            rest = behind.trim_start();
        }
    }
    lines
}

/// The first line of a text that does not begin with a space, and what is left.
fn first_line(text: &str, columns: usize) -> (&str, &str) {
    match text.as_bytes().get(..=columns) {
        None if text.is_ascii() => (text.trim_end(), ""),
        Some(head) if head.is_ascii() => {
            let space = head.iter().rposition(|byte| *byte == b' ');
            let at = space.unwrap_or_else(|| joint(text, columns));
            let (line, behind) = text.split_at(at);
            (line.trim_end(), behind)
        }
        _ => first_wide_line(text, columns),
    }
}

/// Where to break a word that is longer than a line: behind the last place at which an
/// address may be broken, if that is not too near its beginning, or else in its middle.
fn joint(text: &str, columns: usize) -> usize {
    let head = text.as_bytes().get(..columns).unwrap_or_default();
    let is_joint = |byte: &u8| matches!(byte, b'/' | b'-' | b'.' | b'_' | b'?' | b'&' | b'=');
    let last = head.iter().rposition(is_joint).map(|at| at + 1);
    last.filter(|at| *at > columns / 3).unwrap_or(columns)
}

/// The same where a letter may take any number of columns.
fn first_wide_line(text: &str, columns: usize) -> (&str, &str) {
    let mut used = 0;
    let mut last_space = None;
    for (index, letter) in text.grapheme_indices(true) {
        let is_over = used + letter.width() > columns;
        if letter == " " {
            if is_over {
                return text.split_at(index);
            }
            last_space = Some(index);
        } else if is_over {
            let at = last_space.unwrap_or(if index == 0 { letter.len() } else { index });
            let (line, behind) = text.split_at(at);
            return (line.trim_end(), behind);
        }
        used += letter.width();
    }
    (text.trim_end(), "")
}

/// A text in so many lines at most. Where that is not all of it, the last ends with `more`.
pub fn wrapped_to(text: &str, columns: usize, most: usize, more: &str) -> Vec<String> {
    let lines = wrap(text, columns);
    let kept = lines.iter().take(most).map(|it| (*it).to_owned());
    let mut kept: Vec<String> = kept.collect();
    let first_cut = most.checked_sub(1).and_then(|at| lines.get(at)).filter(|_| lines.len() > most);
    if let (Some(last), Some(line)) = (kept.last_mut(), first_cut) {
        // The lines borrow from the text.
        let start = line.as_ptr().addr() - text.as_ptr().addr();
        let rest = text.split_at(start).1.replace('\n', " ");
        *last = fitted(&rest, columns, more);
    }
    kept
}

/// The end of a text that fits into so many columns.
pub fn tail(text: &str, columns: usize) -> &str {
    let mut start = text.len();
    let mut used = 0;
    for (index, letter) in text.grapheme_indices(true).rev() {
        used += letter.width();
        if used > columns {
            break;
        }
        start = index;
    }
    text.split_at(start).1
}

/// A text cut to `columns`, with `more` at its end if something was cut. It takes all its
/// room, but for a single letter of the word it is cut in.
pub fn fitted(text: &str, columns: usize, more: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(width(more));
    let mut used = 0;
    let mut end = 0;
    for (index, letter) in text.grapheme_indices(true) {
        used += letter.width();
        if used > room {
            break;
        }
        end = index + letter.len();
    }
    let (head, rest) = text.split_at(end);
    let word_end = if rest.starts_with(' ') { None } else { head.rfind(' ') };
    let head = word_end
        .filter(|at| letters(head.split_at(*at).1).count() <= 2)
        .map_or(head, |at| head.split_at(at).0);
    let mut text = head.trim_end().to_owned();
    if width(&text) + width(more) <= columns {
        text.push_str(more);
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, columns: usize, expected: &[&str]) {
        assert_eq!(wrap(text, columns), expected, "{text:?} in {columns}");
    }

    #[test]
    fn text_breaks_at_spaces_and_long_words_break_too() {
        check("", 5, &[]);
        check("one two three", 20, &["one two three"]);
        check("one two three", 7, &["one two", "three"]);
        check("one two three", 3, &["one", "two", "thr", "ee"]);
        check("  one   two ", 5, &["one", "two"]);
        check("ab", 0, &["a", "b"]);
        check("odin.com/lessons/git-basics", 18, &["odin.com/lessons/", "git-basics"]);
        check("docs.example/a-b-c", 16, &["docs.example/a-", "b-c"]);
        check("a/bcdefghijkl", 9, &["a/bcdefgh", "ijkl"]);
        check("日本語", 1, &["日", "本", "語"]);
        check("日本 語", 4, &["日本", "語"]);
        check("👩\u{200d}💻👩\u{200d}💻", 3, &["👩\u{200d}💻", "👩\u{200d}💻"]);
        check("e\u{301}e\u{301}e\u{301}", 2, &["e\u{301}e\u{301}", "e\u{301}"]);
    }

    #[test]
    fn a_cut_text_takes_its_room_but_for_a_single_letter() {
        assert_eq!(fitted("SQL queries", 11, "…"), "SQL queries");
        assert_eq!(fitted("SQL queries", 10, "…"), "SQL queri…");
        assert_eq!(fitted("joins and aggregates", 13, "…"), "joins and ag…");
        assert_eq!(fitted("joins and aggregates", 12, "…"), "joins and…");
        assert_eq!(fitted("joins and aggregates", 11, "…"), "joins and…");
        assert_eq!(fitted("joins and aggregates", 16, "…"), "joins and aggre…");
        assert_eq!(fitted("joins", 0, "…"), "");
        assert_eq!(fitted("joins", 1, "…"), "…");
        assert_eq!(fitted("👩\u{200d}💻👩\u{200d}💻", 3, "…"), "👩\u{200d}💻…");
        assert_eq!(fitted("e\u{301}e\u{301}e\u{301}", 2, "…"), "e\u{301}…");
    }

    #[test]
    fn the_last_of_some_lines_is_used_to_its_end() {
        let check = |most, expected: &[&str]| {
            assert_eq!(wrapped_to("one two three four\nfive", 9, most, "…"), expected);
        };
        check(0, &[]);
        check(1, &["one two…"]);
        check(2, &["one two", "three fo…"]);
        check(3, &["one two", "three", "four five"]);
        check(4, &["one two", "three", "four", "five"]);
    }

    #[test]
    fn of_a_long_line_the_end_is_seen() {
        assert_eq!(tail("joins", 9), "joins");
        assert_eq!(tail("joins", 3), "ins");
        assert_eq!(tail("a日本", 3), "本");
        assert_eq!(tail("joins", 0), "");
    }

    /// Words of all kinds of letters: plain and wide ones, with marks, joined, flags.
    fn text() -> impl Strategy<Value = String> {
        let letters = "([a-zé日💻👩🇬🇧][\u{301}\u{fe0f}\u{200d}🏽]{0,2}| ){0,40}";
        prop::string::string_regex(letters).unwrap()
    }

    proptest! {
        /// No line is too long, nothing but spaces is lost, and no letter is cut.
        #[test]
        fn wrapping_keeps_every_word(text in text(), columns in 2..20_usize) {
            let lines = wrap(&text, columns);
            let fits = |line: &str| width(line) <= columns || letters(line).count() == 1;
            prop_assert!(lines.iter().all(|line| fits(line) && !line.is_empty()));
            prop_assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
            let bounds: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            let start = |line: &str| line.as_ptr().addr() - text.as_ptr().addr();
            prop_assert!(lines.iter().all(|line| bounds.contains(&start(line))));
        }

        #[test]
        fn a_fitted_text_fits(text in any::<String>(), columns in 0..20_usize) {
            prop_assert!(width(&fitted(&text, columns, "…")) <= columns || text.chars().any(char::is_control));
        }

        #[test]
        fn a_fitted_text_ends_with_a_whole_letter(text in text(), columns in 0..20_usize) {
            let fitted = fitted(&text, columns, "|");
            let kept = fitted.strip_suffix('|').unwrap_or(&fitted);
            prop_assert!(letters(&text).collect::<Vec<_>>().starts_with(&letters(kept).collect::<Vec<_>>()));
        }
    }
}
