//! The cards that a learner has, and what each asks.

use std::collections::HashMap;

use jiff::civil::Date;

use super::memory::{Memory, later};
use crate::{
    catalog::{Answer, Asked, Catalog, ClimbId, Question, RoleId, SkillId},
    progress::{Card, Grade, Learner, State},
};

/// The minutes that choosing one of some answers takes, with reading why. Assumed.
pub const CHOICE_MINUTES: u32 = 1;

/// The minutes that it takes to find an answer of one's own, and to compare it. Assumed.
pub const WORDS_MINUTES: u32 = 2;

/// What cards for questions of interviews begin with.
const INTERVIEW: &str = "interview";

/// What a card asks.
#[derive(Clone, Copy, Debug)]
pub enum Asking<'a> {
    /// A question of the bank.
    Bank(&'a Question),
    /// What may be asked of those who apply for a role.
    Interview(RoleId, &'a Asked),
}

/// A card that a learner has.
#[derive(Clone, Debug)]
pub struct Held<'a> {
    /// The name it goes by.
    pub card: Card,
    /// What it asks.
    pub asking: Asking<'a>,
    /// What is remembered of it; none if it was never asked.
    pub memory: Option<Memory>,
    /// Whether its climb is proven, and not only claimed.
    pub is_proven: bool,
    // When its climb was finished, and which of the climb's questions it is.
    since: Date,
    place: i32,
}

impl<'a> Asking<'a> {
    /// What the card of that name asks; none if the catalog does not know it.
    pub fn of(catalog: &'a Catalog, card: &Card) -> Option<Self> {
        let mut parts = card.name().splitn(3, '/');
        if let (Some(INTERVIEW), Some(role), Some(id)) = (parts.next(), parts.next(), parts.next())
        {
            let role = catalog.find_role(role)?;
            let asked = catalog.interview(role)?.questions.iter().find(|it| *it.id == *id)?;
            return Some(Self::Interview(role, asked));
        }
        let question = catalog.questions().iter().find(|it| *it.id == *card.name())?;
        Some(Self::Bank(question))
    }

    /// The card for it.
    pub fn card(self, catalog: &Catalog) -> Option<Card> {
        match self {
            Self::Bank(question) => Card::new(&question.id),
            Self::Interview(role, asked) => {
                Card::new(&format!("{INTERVIEW}/{}/{}", catalog.role(role).id, asked.id))
            }
        }
    }

    /// What is asked.
    pub fn asks(self) -> &'a str {
        match self {
            Self::Bank(question) => &question.asks,
            Self::Interview(_, asked) => &asked.asks,
        }
    }

    /// What it is about, if it is about a climb.
    pub fn climb(self) -> Option<ClimbId> {
        match self {
            Self::Bank(question) => Some(question.climb),
            Self::Interview(_, asked) => asked.climb,
        }
    }

    /// How long it takes, in minutes.
    pub fn minutes(self) -> u32 {
        match self {
            Self::Bank(question) => match question.answer {
                Answer::Choose(_) => CHOICE_MINUTES,
                Answer::Output(_) | Answer::Recall(_) => WORDS_MINUTES,
            },
            Self::Interview(..) => WORDS_MINUTES,
        }
    }
}

impl Held<'_> {
    /// The day on which it comes back. What was never asked comes the day after its
    /// climb was finished, and the climb's other questions one a day behind it.
    pub fn due(&self) -> Date {
        self.memory.map_or_else(|| later(self.since, 1 + self.place), |it| it.due())
    }

    /// How likely it is known on a day. What was never asked counts as if it had been
    /// known when its climb was finished.
    pub fn recall(&self, on: Date) -> f64 {
        self.memory.unwrap_or_else(|| Memory::graded(None, self.since, Grade::Good)).recall(on)
    }
}

/// All cards that a learner has: the questions of finished climbs, and those of
/// interviews that were answered.
pub fn deck(learner: Learner<'_>) -> Vec<Held<'_>> {
    if learner.progress.records().next().is_none() && learner.progress.reviews().next().is_none() {
        return Vec::new();
    }
    let mut held = of_bank(learner, learner.catalog.questions().iter());
    let answered = learner.progress.reviews().filter_map(|(card, grades)| {
        let asking @ Asking::Interview(..) = Asking::of(learner.catalog, card)? else {
            return None;
        };
        let (first, _) = grades.first_key_value()?;
        let memory = Memory::replayed(grades);
        let since = first.date();
        Some(Held { card: card.clone(), asking, memory, is_proven: true, since, place: 0 })
    });
    held.extend(answered);
    held
}

/// The cards of one skill.
pub(super) fn of_skill(learner: Learner<'_>, id: SkillId) -> Vec<Held<'_>> {
    let skill = |it: &&Question| learner.catalog.climb(it.climb).skill == id;
    of_bank(learner, learner.catalog.questions().iter().filter(skill))
}

fn of_bank<'a>(
    learner: Learner<'a>,
    questions: impl Iterator<Item = &'a Question>,
) -> Vec<Held<'a>> {
    // Of each climb: whether and when it was done, and how many of its questions came by.
    let mut climbs: HashMap<ClimbId, (Option<(Date, bool)>, i32)> = HashMap::new();
    let held = questions.filter_map(|question| {
        let (done, place) =
            climbs.entry(question.climb).or_insert_with(|| (done(learner, question.climb), 0));
        let (since, is_proven) = (*done)?;
        *place += 1;
        let card = Card::new(&question.id)?;
        let memory = learner.progress.reviews_of(&card).and_then(Memory::replayed);
        let asking = Asking::Bank(question);
        Some(Held { card, asking, memory, is_proven, since, place: *place - 1 })
    });
    held.collect()
}

/// When a climb was done, and whether it is proven.
fn done(learner: Learner<'_>, id: ClimbId) -> Option<(Date, bool)> {
    let state = learner.climb_state(id);
    let since = learner.finished(id).filter(|_| state.is_done())?;
    Some((since, state == State::Proven))
}
