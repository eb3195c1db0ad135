//! What a plan is made of: stages, steps, and weeks with their sessions.

use jiff::civil::Date;

use super::{forecast::Spread, reason::Reason, stages::StageKind};
use crate::{
    catalog::{Importance, Rhythm},
    progress::Item,
};

/// A stage of the path.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// What it leads to.
    pub kind: StageKind,
    /// The minutes left in it.
    pub minutes: u32,
    /// The first day of it; none if that is too far away, or nothing is studied in it.
    pub start: Option<Date>,
    /// When it is likely to be over, and its project built; none if that is too far away.
    pub finish: Option<Spread<Date>>,
}

/// Something in the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What is learned or built.
    pub item: Item,
    /// Its stage, by its place in the plan.
    pub stage: usize,
    /// How it is learned.
    pub rhythm: Rhythm,
    /// The minutes left of it, at this learner's pace.
    pub minutes: u32,
    /// How much the goal calls for it; none if only others need it.
    pub importance: Option<Importance>,
    /// What of the plan it needs, all of which stands before it.
    pub needs: Vec<Item>,
    /// Whether the learner gave it its place.
    pub is_pinned: bool,
    /// The first day on it; none if that is too far away, or only a job teaches it.
    pub start: Option<Date>,
    /// The last day on it.
    pub finish: Option<Date>,
    /// How many days later than in the kept plan it is finished; less than 0 if earlier.
    pub slip: Option<i32>,
    /// Why it stands here.
    pub reason: Reason,
}

/// A week of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarWeek {
    /// Its Monday.
    pub start: Date,
    /// The minutes there are in it, from the first day of study on, without breaks and
    /// without what is kept for reviews.
    pub capacity: u32,
    /// The minutes that are kept for reviews.
    pub reviews: u32,
    /// What is done in it, day by day.
    pub sessions: Vec<Session>,
}

/// Some time on something on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// The day of study.
    pub date: Date,
    /// What is studied or built.
    pub item: Item,
    /// How long, in minutes.
    pub minutes: u32,
}
