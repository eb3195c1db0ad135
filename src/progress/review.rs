//! What a learner remembers: the questions that came back, and how well each was answered.

use std::{collections::BTreeMap, fmt, sync::Arc};

use strum::VariantArray;

use super::{EntryId, Progress};
use crate::catalog::is_hidden;

/// The share of a week that reviews take at the most, in percent, if the learner
/// has not said.
pub const USUAL_SHARE: u32 = 10;

/// The largest share of a week that reviews may take, in percent: who has learned
/// enough to need more still has to learn.
pub const MOST_SHARE: u32 = 50;

/// A question that comes back, by the name it has in the catalog's files. It stays
/// where the catalog knows it no more.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Card(Arc<str>);

/// How well a question was answered, by the learner's own word: those of
/// [FSRS](https://github.com/open-spaced-repetition).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, VariantArray)]
pub enum Grade {
    /// Not known.
    Again,
    /// Known, with difficulty.
    Hard,
    /// Known.
    Good,
    /// Known at once.
    Easy,
}

/// What was said of one question, review by review.
pub type Grades = BTreeMap<EntryId, Grade>;

impl Card {
    /// The card of that name; none if there is nothing to read in it.
    pub fn new(name: &str) -> Option<Self> {
        let is_sound = !name.is_empty() && !name.chars().any(is_hidden);
        is_sound.then(|| Self(name.into()))
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Grade {
    /// All of them, the worst first.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The word for it, in files, commands and on screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Again => "again",
            Self::Hard => "hard",
            Self::Good => "good",
            Self::Easy => "easy",
        }
    }

    /// The grade that goes by that word.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.word() == word)
    }
}

impl Progress {
    /// What was said of each question that came back.
    pub fn reviews(&self) -> impl Iterator<Item = (&Card, &Grades)> {
        self.facts.reviews.iter().map(|(card, grades)| (card, &**grades))
    }

    /// What was said of one question, if it ever came back.
    pub fn reviews_of(&self, card: &Card) -> Option<&Grades> {
        self.facts.reviews.get(card).map(|it| &**it)
    }

    /// The share of a week that reviews take at the most, in percent; 0 is no reviews.
    pub fn review_share(&self) -> u32 {
        self.facts.review_share.unwrap_or(USUAL_SHARE)
    }

    /// Whether the learner would rather not look back on their weeks.
    pub fn hides_looks(&self) -> bool {
        self.facts.hides_looks
    }
}
