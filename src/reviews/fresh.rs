//! What is still known of a skill. It is shown, and takes no tick away.

use jiff::civil::Date;

use super::deck::{Held, of_skill};
use crate::{catalog::SkillId, progress::Learner};

/// What is still known of a skill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Freshness {
    /// How likely each of its questions would be answered, on average: from 0 to 1.
    pub recall: f64,
    /// How many questions there are.
    pub cards: usize,
    /// The day on which the next of them is due; it may be past.
    pub next: Date,
}

/// What is still known of a skill; none without a finished rung that has questions, or
/// where the learner wants no reviews.
pub fn freshness(learner: Learner<'_>, id: SkillId, today: Date) -> Option<Freshness> {
    learner.progress.record(id).filter(|_| learner.progress.review_share() > 0)?;
    let held = of_skill(learner, id);
    let next = held.iter().map(Held::due).min()?;
    let count = u32::try_from(held.len()).ok()?;
    let recall = held.iter().map(|it| it.recall(today)).sum::<f64>() / f64::from(count);
    Some(Freshness { recall, cards: held.len(), next })
}
