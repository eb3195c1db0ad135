//! The learner's week, and the names of what is noted of a day.

use std::{collections::BTreeMap, fmt};

use jiff::civil::{Date, Weekday};
use strum::VariantArray;

/// The minutes of a day.
pub const DAY_MINUTES: u32 = 24 * 60;

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, VariantArray)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Day {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// Minutes of study for each day of the week; a day that is not named has none.
pub type Week = BTreeMap<Day, u32>;

/// Names one entry in the log of a skill: its date, and some letters that no
/// other entry of that date has. Whoever writes an entry chooses them at random,
/// so that two machines never choose the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId {
    date: Date,
    letters: String,
}

impl Day {
    /// All of them, Monday first.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The day of the week of a date.
    pub fn of(date: Date) -> Self {
        match date.weekday() {
            Weekday::Monday => Self::Mon,
            Weekday::Tuesday => Self::Tue,
            Weekday::Wednesday => Self::Wed,
            Weekday::Thursday => Self::Thu,
            Weekday::Friday => Self::Fri,
            Weekday::Saturday => Self::Sat,
            Weekday::Sunday => Self::Sun,
        }
    }

    /// The three letters for it, in files and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Mon => "mon",
            Self::Tue => "tue",
            Self::Wed => "wed",
            Self::Thu => "thu",
            Self::Fri => "fri",
            Self::Sat => "sat",
            Self::Sun => "sun",
        }
    }

    /// Whether the other is the day after, in the same week.
    pub fn is_before(self, other: Self) -> bool {
        let place = |day| Self::ALL.iter().position(|it| *it == day);
        place(self).map(|it| it + 1) == place(other)
    }

    /// The day that goes by those three letters.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.word() == word)
    }
}

impl EntryId {
    /// Names an entry of that date; letters and digits are kept, all else is left out.
    pub fn new(date: Date, letters: &str) -> Self {
        let letters = letters.chars().filter(char::is_ascii_alphanumeric).collect();
        Self { date, letters }
    }

    /// Reads what [`Display`](fmt::Display) has written: `2026-11-21.7f3a9c12`.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, letters) = text.split_once('.')?;
        let id = Self::new(date.parse().ok()?, letters);
        (id.to_string() == text).then_some(id)
    }

    /// The day on which the time was spent.
    pub fn date(&self) -> Date {
        self.date
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.date, self.letters)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_entry_is_read_as_it_was_written() {
        let id = EntryId::new(date(2026, 11, 21), "7f3a9c12");
        assert_eq!(id.to_string(), "2026-11-21.7f3a9c12");
        assert_eq!(EntryId::parse("2026-11-21.7f3a9c12"), Some(id));
        for rubbish in ["", "2026-11-21", "2026-02-30.a", "soon.a", "2026-11-21.a b", "2026-1-2.a"]
        {
            assert_eq!(EntryId::parse(rubbish), None, "{rubbish}");
        }
    }

    #[test]
    fn days_know_their_dates_and_words() {
        assert_eq!(Day::of(date(2028, 2, 29)), Day::Tue);
        for day in Day::ALL {
            assert_eq!(Day::find(day.word()), Some(*day));
        }
    }
}
