//! What has moved the day from which one can apply since one was here last.
//!
//! Everything that is done has its day, so what was done before the last visit is
//! known without writing down visits: the last visit is the last day before today
//! on which something was done. From then to now the day moves by the time that
//! has passed, and back by what was done in it.

use jiff::civil::Date;

use super::{calendar::Calendar, effort::effort, left::area, plan::Plan};
use crate::progress::{Item, Learner, Progress};

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
}

/// How the day has moved since one was here last; none if nothing was done
/// before today, or there is no day. `plan` is the learner's plan of today.
pub fn moved(learner: Learner<'_>, plan: &Plan, today: Date) -> Option<Moved> {
    plan.apply.ok()?;
    let since = learner.progress.last_active_before(today)?;
    let then = learner.progress.as_of(since);
    let left = f64::from(plan.minutes_to_apply);
    let before = left + done_between(learner, &then, plan);
    let end = |progress: &Progress, day: Date, minutes: f64| {
        Calendar::new(progress, day).setting_aside(&plan.aside).walked().reached(minutes)
    };
    let tomorrow = since.tomorrow().ok()?;
    let first = end(&then, tomorrow, before)?;
    let unchanged = end(&then, today, before)?;
    let now = end(learner.progress, today, left)?;
    let days = |from: Date, to: Date| (to - from).get_days();
    Some(Moved {
        since,
        days: days(first, now),
        passed: days(first, unchanged),
        done: days(unchanged, now),
    })
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
