//! How things are written: signs, hours, money, dates, and lines of text.

pub mod amount;
mod done;
mod money;
mod wrap;

use jiff::civil::Date;

pub use self::{
    done::{deed, holdings},
    money::{money, money_short},
    wrap::{fitted, width, wrap},
};
use crate::{
    catalog::{Access, Form, Hours, Level, Per, Stage, is_hidden},
    progress::State,
};

/// The signs on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Signs {
    pub to_do: &'static str,
    pub learning: &'static str,
    pub proven: &'static str,
    pub claimed: &'static str,
    pub skipped: &'static str,
    pub open: &'static str,
    pub ticked: &'static str,
    pub folded: &'static str,
    pub unfolded: &'static str,
    pub goal: &'static str,
    pub bar: &'static str,
    pub bar_rest: &'static str,
    pub point: &'static str,
    pub span: &'static str,
    pub span_start: &'static str,
    pub span_end: &'static str,
    pub selected: &'static str,
    pub rule: &'static str,
    pub divider: &'static str,
    pub thumb: &'static str,
    pub bullet: &'static str,
    pub leads_to: &'static str,
    pub more: &'static str,
    pub up_down: &'static str,
    pub link: &'static str,
    pub block: &'static str,
    pub block_left: &'static str,
    pub block_right: &'static str,
    pub shade: &'static str,
    pub milestone: &'static str,
    pub pinned: &'static str,
}

impl Signs {
    /// For terminals that can paint them.
    pub const UNICODE: Self = Self {
        to_do: "○",
        learning: "◐",
        proven: "●",
        claimed: "◉",
        skipped: "·",
        open: "☐",
        ticked: "☑",
        folded: "▸",
        unfolded: "▾",
        goal: "★",
        bar: "━",
        bar_rest: "─",
        point: "●",
        span: "─",
        span_start: "├",
        span_end: "┤",
        selected: "▌",
        rule: "─",
        divider: "│",
        thumb: "┃",
        bullet: "•",
        leads_to: "→",
        more: "…",
        up_down: "↑↓",
        link: "↗",
        block: "█",
        block_left: "▌",
        block_right: "▐",
        shade: "░",
        milestone: "◆",
        pinned: "⊥",
    };

    /// For all others.
    pub const ASCII: Self = Self {
        to_do: "[ ]",
        learning: "[~]",
        proven: "[x]",
        claimed: "[c]",
        skipped: "[-]",
        open: "[ ]",
        ticked: "[x]",
        folded: "+",
        unfolded: "-",
        goal: "*",
        bar: "=",
        bar_rest: "-",
        point: "o",
        span: "-",
        span_start: "|",
        span_end: "|",
        selected: ">",
        rule: "-",
        divider: "|",
        thumb: "#",
        bullet: "-",
        leads_to: "->",
        more: "..",
        up_down: "up/down",
        link: "@",
        block: "#",
        block_left: "#",
        block_right: "#",
        shade: ":",
        milestone: "*",
        pinned: "^",
    };

    /// The sign of a state.
    pub fn state(&self, state: State) -> &'static str {
        match state {
            State::ToDo => self.to_do,
            State::Learning => self.learning,
            State::Proven => self.proven,
            State::Claimed => self.claimed,
            State::Skipped => self.skipped,
        }
    }
}

/// A text without control characters, so that no file can speak to the
/// terminal: C0 and C1 but for line breaks, and what turns the direction of
/// writing or cannot be seen.
pub fn printable(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !is_hidden(*c)).collect()
}

/// A range of hours: `5–9 h`.
pub fn hours(Hours { low, high, .. }: Hours) -> String {
    format!("{} h", range(low, high))
}

/// Some minutes: `45 min`, `2 h`, `1 h 30 min`.
pub fn minutes(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
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

/// A date: `14 Mar 2027`.
pub fn date(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// The days from one date to another: `3 – 18 Nov 2027`, `28 Nov – 3 Dec 2027`.
pub fn dates(from: Date, to: Date) -> String {
    let start = match (from.year() == to.year(), from.month() == to.month()) {
        _ if from == to => return date(to),
        (true, true) => from.day().to_string(),
        (true, false) => format!("{} {}", from.day(), month(from)),
        (false, _) => date(from),
    };
    format!("{start} – {}", date(to))
}

/// A date as one speaks of it from `today`: `today`, `in 3 days`, `14 Mar 2027`.
/// Beyond two weeks it is the date alone.
pub fn date_from(today: Date, date: Date) -> String {
    let days = days_between(today, date);
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        2..=14 => format!("in {days} days"),
        -14..=-2 => format!("{} days ago", -days),
        _ => self::date(date),
    }
}

/// The days from one date to another; less than 0 if that is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

/// The short name of a date's month.
pub fn month(date: Date) -> &'static str {
    match date.month() {
        1 => "Jan",
        2 => "Feb",
        3 => "Mar",
        4 => "Apr",
        5 => "May",
        6 => "Jun",
        7 => "Jul",
        8 => "Aug",
        9 => "Sep",
        10 => "Oct",
        11 => "Nov",
        _ => "Dec",
    }
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

/// `1 proof`, `2 proofs`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The word for a level.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Foundation => "foundation",
        Level::Core => "core",
        Level::Advanced => "advanced",
    }
}

/// The word for a form of resource.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Docs => "docs",
        Form::Course => "course",
        Form::Exercise => "exercise",
        Form::Book => "book",
    }
}

/// The words for what a resource costs.
pub fn access(access: Access) -> &'static str {
    match access {
        Access::Free => "free",
        Access::Paid => "paid",
        Access::Audit => "free to read along",
    }
}

/// The words for which wage a figure speaks of.
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Entry => "start",
        Stage::Low => "low",
        Stage::Percentile25 => "lower quarter",
        Stage::Average => "average",
        Stage::Median => "median",
        Stage::Percentile75 => "upper quarter",
        Stage::High => "high",
        Stage::Skilled => "skilled",
        Stage::Experienced => "experienced",
    }
}

/// The words for what time a wage is for.
pub fn per(per: Per) -> &'static str {
    match per {
        Per::Year => "a year",
        Per::Hour => "an hour",
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dates_are_spoken_of_from_today() {
        #[track_caller]
        fn check(year: i16, month: i8, day: i8, expected: &str) {
            let today = civil::date(2028, 2, 28);
            assert_eq!(date_from(today, civil::date(year, month, day)), expected);
        }
        check(2028, 2, 28, "today");
        check(2028, 2, 29, "tomorrow");
        check(2028, 2, 27, "yesterday");
        check(2028, 3, 1, "in 2 days");
        check(2028, 3, 13, "in 14 days");
        check(2028, 3, 14, "14 Mar 2028");
        check(2028, 2, 18, "10 days ago");
        check(2027, 12, 31, "31 Dec 2027");
    }

    #[test]
    fn days_say_no_more_than_they_must() {
        let start = civil::date(2027, 11, 28);
        assert_eq!(dates(start, start), "28 Nov 2027");
        assert_eq!(dates(start, civil::date(2027, 11, 30)), "28 – 30 Nov 2027");
        assert_eq!(dates(start, civil::date(2027, 12, 3)), "28 Nov – 3 Dec 2027");
        assert_eq!(dates(start, civil::date(2028, 11, 3)), "28 Nov 2027 – 3 Nov 2028");
    }

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
