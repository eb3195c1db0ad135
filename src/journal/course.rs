//! Readiness over time: as it was, as it was planned, as it may become.

use jiff::{Span, civil::Date};

use crate::{
    planner::{self, Readiness},
    progress::{Goal, Item, Learner},
};

/// How ready one was on a day, for the goal of today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The day.
    pub day: Date,
    /// What was reached on its evening.
    pub readiness: Readiness,
}

/// How ready one was on some days, one after the other.
pub fn reached(learner: Learner<'_>, goal: Goal, days: impl Iterator<Item = Date>) -> Vec<Reached> {
    // Without the log: a long one is not to be copied for every day.
    let bare = learner.progress.without_logs();
    let on = |day| {
        let then = bare.as_of(day);
        let readiness = planner::readiness(Learner { progress: &then, ..learner }, goal);
        Reached { day, readiness }
    };
    days.map(on).collect()
}

/// Some days from the one to the other, as evenly as can be, both included.
pub fn spread_over(from: Date, to: Date, count: usize) -> impl Iterator<Item = Date> {
    let all = i64::from((to - from).get_days().max(0));
    let last = i64::try_from(count.saturating_sub(1).max(1)).unwrap_or(1);
    let days = move |at: usize| i64::try_from(at).unwrap_or(last).min(last) * all / last;
    (0..count).filter_map(move |at| {
        let span = Span::new().try_days(days(at)).ok()?;
        from.checked_add(span).ok()
    })
}

/// The share of the kept plan that was to be done by a day, from 0 to 1, by hours; none
/// if no plan is kept.
pub fn kept_by(learner: Learner<'_>, day: Date) -> Option<f64> {
    let baseline = learner.progress.baseline();
    let hours = |item: &Item| {
        let hours = match item {
            Item::Climb(id) => learner.catalog.climb(*id).hours,
            Item::Project(id) => learner.catalog.project(*id).hours,
        };
        f64::from(hours.likely)
    };
    let all: f64 = baseline.keys().map(hours).sum();
    let due: f64 = baseline.iter().filter(|(_, date)| **date <= day).map(|(it, _)| hours(it)).sum();
    (all > 0.0).then(|| due / all)
}
