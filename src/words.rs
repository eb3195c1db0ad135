//! How things are written: signs, hours, money, dates, deeds and plans, and lines of text.

pub mod amount;
mod deed;
mod dots;
mod holdings;
mod journal;
mod money;
mod part;
mod plan;
mod progress;
mod refusal;
mod review;
mod scales;
mod signs;
mod time;
mod wrap;

pub use self::{
    deed::{climb, deed, deeds, item, marked, months, task, thing, told},
    dots::{dot, dotted},
    holdings::holdings,
    journal::happening,
    money::{cost_in_all, money, money_range, money_short},
    part::Part,
    plan::{
        Ready, amount_left, difference, hours_assumed, hours_to_go, month_of, moved, needs,
        no_finish, pace, ready, ready_by, reason, review_minutes, slip, stage_id, stage_name, when,
        when_between,
    },
    progress::{cause, looked_back, moved_short, remedy, suggestion},
    refusal::refusal,
    review::{fresh, recall, to_review},
    scales::{access, depth, doubt, form, level, per, stage},
    signs::{Signs, key, legend, rungs},
    time::{
        date, date_from, dates, days, days_between, hours, hours_left, hours_spent, hours_up,
        minutes, moment, month, month_named, months_of_weeks, span_short, week, weeks_as_months,
    },
    wrap::{fitted, letters, tail, width, wrap, wrapped_to},
};
use crate::catalog::is_hidden;

/// A text without control characters, so that no file can speak to the
/// terminal: C0 and C1 but for line breaks, and what turns the direction of
/// writing or cannot be seen.
pub fn printable(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !is_hidden(*c)).collect()
}

/// A text with letters that every terminal has, column for column. The signs of
/// currencies stay: an amount without them would say something else.
pub fn plain(text: &str) -> String {
    let plain = |letter: &str| match letter {
        "–" | "—" | "−" | "‑" => "-".to_owned(),
        "·" => "|".to_owned(),
        "’" | "‘" | "′" => "'".to_owned(),
        "“" | "”" | "„" | "«" | "»" => "\"".to_owned(),
        "…" => "~".to_owned(),
        "×" => "x".to_owned(),
        "\u{a0}" | "\u{202f}" | "\u{2009}" => " ".to_owned(),
        "£" | "€" | "₹" => letter.to_owned(),
        letter if letter.is_ascii() => letter.to_owned(),
        letter => "?".repeat(width(letter)),
    };
    letters(text).map(plain).collect()
}

/// A range of numbers, or the number if it is one: `5–9`, `5`.
pub fn range(low: u32, high: u32) -> String {
    if low == high { low.to_string() } else { format!("{low}–{high}") }
}

/// Tenths of a per cent: `42.3 %`.
pub fn percent(permille: u16) -> String {
    match permille {
        1000 => "100 %".to_owned(),
        _ => format!("{}.{} %", permille / 10, permille % 10),
    }
}

/// Tenths of a per cent where there is little room: `42 %`. Rounded down.
pub fn percent_short(permille: u16) -> String {
    format!("{} %", permille / 10)
}

/// A source with its year: `ONS, 2025`, `ONS, undated`; as it is if it names the year itself.
pub fn dated(source: &str, year: Option<&str>) -> String {
    match year {
        Some(year) if source.contains(year) => source.to_owned(),
        Some(year) => format!("{source}, {year}"),
        None => format!("{source}, undated"),
    }
}

/// A text with a capital at its beginning.
pub fn capitalised(text: &str) -> String {
    let (first, rest) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
    first.to_uppercase() + rest
}

/// A text with a full stop at its end, unless it has one.
pub fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

/// A number in words up to twelve, as text has it: `ten`, `13`.
pub fn number(number: usize) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    WORDS.get(number).map_or_else(|| number.to_string(), |it| (*it).to_owned())
}

/// `1 proof`, `2 proofs`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_hundred_per_cent_is_only_said_when_nothing_is_missing() {
        assert_eq!(percent(999), "99.9 %");
        assert_eq!(percent_short(999), "99 %");
        assert_eq!(percent(1000), "100 %");
        assert_eq!(percent(5), "0.5 %");
    }

    /// All of C0 and C1 but the line break, and whatever turns the direction of writing.
    #[test]
    fn nothing_printable_speaks_to_the_terminal() {
        let forbidden = (0..=0x1f).chain(0x7f..=0x9f).chain([0x061c, 0x200e, 0x200f]);
        let forbidden = forbidden.chain(0x202a..=0x202e).chain(0x2066..=0x2069);
        for c in forbidden.filter_map(char::from_u32).filter(|c| *c != '\n') {
            assert_eq!(printable(&format!("a{c}b")), "ab", "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_printed_has_no_control_characters(text in any::<String>()) {
            let printed = printable(&text);
            prop_assert!(printed.chars().all(|c| c == '\n' || !c.is_control()));
            prop_assert_eq!(printable(&printed), printed);
        }
    }
}
