//! What has moved the day from which one can apply since one was here last.
//!
//! Everything that is done has its day, so what was done before the last visit is
//! known without writing down visits: the last visit is the last day before today
//! on which something was done. The plan as it was that evening is made once more,
//! with the hours and breaks of today, as nobody notes when these were changed. From
//! its day to today's the day moves by the time that has passed, back by what was done
//! in it, and by what that time has taught of the learner's pace and reviews.

use jiff::civil::Date;

use super::{
    calendar::Calendar,
    effort::effort,
    left::area,
    plan::{Plan, plan},
};
use crate::progress::{Item, Learner, Progress};

/// The days by which rounding may move a day.
const ROUNDED: i32 = 1;

/// How the day from which one can apply has moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The last day before today on which something was done.
    pub since: Date,
    /// How many days later it is than it was then; less than 0 if earlier.
    pub days: i32,
    /// What the time that has passed makes of that.
    pub passed: i32,
    /// What was done in it makes of that; 0 or less.
    pub done: i32,
    /// What else is known of the learner's pace and reviews since.
    pub pace: i32,
}

/// How the day has moved since one was here last; none if nothing was done
/// before today, or there is no day. `now` is the learner's plan of today.
pub fn moved(learner: Learner<'_>, now: &Plan, today: Date) -> Option<Moved> {
    let end = now.apply.ok()?.likely;
    let since = learner.progress.last_active_before(today)?;
    let progress = learner.progress.as_of(since);
    let tomorrow = since.tomorrow().ok()?;
    let then = plan(Learner { progress: &progress, ..learner }, tomorrow);
    let first = then.apply.ok()?.likely;
    let before = f64::from(then.minutes_to_apply);
    let left = (before - done_between(learner, &progress, &then)).max(0.0);
    let reached = |day: Date, minutes: f64| {
        Calendar::new(&progress, day).setting_aside(&then.aside).walked().reached(minutes)
    };
    let days = |from: Date, to: Date| (to - from).get_days();
    let unchanged = reached(today, before)?;
    let mut passed = days(reached(tomorrow, before)?, unchanged);
    let done = days(unchanged, reached(today, left)?);
    let mut pace = days(first, end) - passed - done;
    if pace.abs() <= ROUNDED {
        passed += pace;
        pace = 0;
    }
    Some(Moved { since, days: days(first, end), passed, done, pace })
}

/// The minutes that were worked off of what the role calls for and its path builds.
fn done_between(learner: Learner<'_>, then: &Progress, plan: &Plan) -> f64 {
    let before = Learner { progress: then, ..learner };
    let catalog = learner.catalog;
    let climbs = learner.progress.records().flat_map(|(id, _)| {
        let aim = learner.aim(id);
        catalog.climbs_to(id, aim).map(Item::Climb)
    });
    let projects = learner.progress.builds().map(|(id, _)| Item::Project(id));
    let worked = |item: Item| {
        let pace = plan.pace.factor(area(learner, item));
        (effort(before, item, pace).likely - effort(learner, item, pace).likely) * pace
    };
    climbs.chain(projects).map(worked).sum::<f64>().max(0.0)
}
