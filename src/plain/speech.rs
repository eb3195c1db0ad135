//! From what is written to what is heard: a dash between two figures is a word,
//! and what stood in columns stands behind a colon.

use crate::words;

/// The columns of a line.
const COLUMNS: usize = 72;

/// A text in lines, as it is heard.
pub(super) fn lines(text: &str) -> Vec<String> {
    let text = glued(&spoken(text));
    let lines = words::wrap(&text, COLUMNS).into_iter();
    lines.map(|it| it.trim_end().replace(GLUE, " ")).collect()
}

/// A space at which no line is broken.
const GLUE: char = '\u{a0}';

/// A text in which a figure and its unit stay together.
fn glued(text: &str) -> String {
    let mut glued = String::with_capacity(text.len());
    for (at, word) in text.split(' ').enumerate() {
        let unit = word.trim_end_matches(['.', ',', ';', ':', ')']);
        let is_unit = matches!(unit, "%" | "h" | "min");
        let is_figure = glued.ends_with(|it: char| it.is_ascii_digit());
        if at > 0 {
            glued.push(if is_unit && is_figure { GLUE } else { ' ' });
        }
        glued.push_str(word);
    }
    glued
}

/// A text with words for its signs.
pub(super) fn spoken(text: &str) -> String {
    let text = without_columns(text).replace(" · ", ", ").replace('·', ",");
    let letters: Vec<char> = text.chars().collect();
    let at = |place: Option<usize>| place.and_then(|it| letters.get(it)).copied().unwrap_or(' ');
    let mut spoken = String::with_capacity(text.len());
    for (place, letter) in letters.iter().enumerate() {
        let (before, after) = (at(place.checked_sub(1)), at(Some(place + 1)));
        match letter {
            '–' | '—' if before != ' ' && after != ' ' => spoken.push_str(" to "),
            '–' | '—' if is_range(at(place.checked_sub(2)), at(Some(place + 2))) => {
                spoken.push_str("to");
            }
            '–' | '—' => {
                spoken.truncate(spoken.trim_end().len());
                spoken.push(',');
            }
            '→' => spoken.push_str("to"),
            '×' => spoken.push_str("times"),
            '…' => spoken.push_str("..."),
            other => spoken.push(*other),
        }
    }
    spoken
}

/// Whether a dash parts two dates, rather than two thoughts.
fn is_range(before: char, after: char) -> bool {
    before.is_ascii_digit() || after.is_ascii_digit()
}

/// What stood side by side, one behind the other.
fn without_columns(text: &str) -> String {
    let mut joined = String::new();
    for part in text.split("  ").map(str::trim).filter(|it| !it.is_empty()) {
        if !joined.is_empty() {
            let has_end = joined.ends_with([':', ',', '.', '?', '!']);
            let parting = if joined.contains(':') { ", " } else { ": " };
            joined.push_str(if has_end { " " } else { parting });
        }
        joined.push_str(part);
    }
    joined
}

/// The numbers of sources, in a sentence of their own: `[3,12]`.
pub(super) fn sources(mark: &str) -> Option<String> {
    let numbers = mark.trim().strip_prefix('[')?.strip_suffix(']')?;
    let all: Vec<&str> = numbers.split(',').collect();
    let is_number = |it: &&str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let word = if all.len() == 1 { "Source" } else { "Sources" };
    all.iter().all(is_number).then(|| format!(" {word} {}.", all.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_become_words() {
        for (written, heard) in [
            ("Mon–Fri 1 h", "Mon to Fri 1 h"),
            ("2 Jan – 7 Jun 2028", "2 Jan to 7 Jun 2028"),
            ("Jan 2030 – Apr 2034", "Jan 2030 to Apr 2034"),
            ("slow – but sure", "slow, but sure"),
            ("core · 5–9 h", "core, 5 to 9 h"),
            ("to do: Git basics            9 h", "to do: Git basics, 9 h"),
            ("to do: Git: branching     working", "to do: Git: branching, working"),
            ("Region:    Canada", "Region: Canada"),
            ("commit → push", "commit to push"),
            ("–", ","),
            ("", ""),
        ] {
            assert_eq!(spoken(written), heard);
        }
    }

    #[test]
    fn a_figure_and_its_unit_stay_on_one_line() {
        let text = format!("{} 12 h, and more", "word ".repeat(14).trim_end());
        assert_eq!(lines(&text), ["word ".repeat(14).trim_end(), "12 h, and more"]);
    }

    #[test]
    fn sources_are_told_in_a_sentence() {
        assert_eq!(sources(" [3]").as_deref(), Some(" Source 3."));
        assert_eq!(sources("[3,12]").as_deref(), Some(" Sources 3, 12."));
        assert_eq!((sources("[a]"), sources("[]"), sources("3")), (None, None, None));
    }
}
