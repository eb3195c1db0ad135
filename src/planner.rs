//! Which skill when, and how sure we are; and how much of a goal is reached.
//!
//! [`plan()`] is the whole of it; each step has a room of its own: *what*
//! ([`closure()`]), *in which order* (`order`, `pins`), *when* (`calendar`),
//! *how sure* ([`pace()`], `forecast`), and *why* ([`Reason`]).

mod calendar;
mod choice;
mod closure;
mod drop;
mod effort;
mod forecast;
mod graph;
mod hours;
mod order;
mod pace;
mod pins;
mod place;
mod plan;
mod readiness;
mod reason;

use std::collections::BTreeSet;

use jiff::{Span, civil::Date};

pub use self::{
    calendar::{ASSUMED_HOURS, hours_of_week, minutes_on, monday},
    choice::Choice,
    closure::{Closure, closure, known_with},
    drop::{Drop, what_to_drop},
    forecast::Spread,
    hours::{of_total, shifted},
    pace::{Measure, Pace, pace},
    place::{Misplaced, Pins, Place, placed},
    plan::{CalendarWeek, NoFinish, Plan, Session, Step, plan},
    readiness::{Readiness, counted, open_hours, readiness},
    reason::Reason,
};
use crate::{
    catalog::{Milestone, RouteId, SkillId},
    progress::{Goal, Learner, Progress},
};

/// Everything that may come up on the way to a goal: the skills it calls for
/// and all they need, directly or not. Of a choice that was picked in, only
/// the pick; of any other, every member.
pub fn on_the_way(learner: Learner<'_>, goal: Goal) -> BTreeSet<SkillId> {
    let requirements = learner.catalog.role(goal.role).requirements.iter();
    let called = requirements.filter(|it| goal.depth.includes(it.importance));
    let mut pending: Vec<SkillId> =
        called.flat_map(|it| candidates(learner.progress, it.call.members())).collect();
    let mut found = BTreeSet::new();
    while let Some(id) = pending.pop() {
        if found.insert(id) {
            let skill = learner.catalog.skill(id);
            pending.extend(&skill.prerequisites);
            let groups = skill.prerequisites_any.iter();
            pending.extend(groups.flat_map(|group| candidates(learner.progress, group)));
        }
    }
    found
}

/// The member that was picked, or else all.
fn candidates(progress: &Progress, members: &[SkillId]) -> Vec<SkillId> {
    let picked = members.iter().find(|it| progress.picks().contains(it));
    picked.map_or_else(|| members.to_vec(), |it| vec![*it])
}

/// A milestone still to be reached on a route that is followed.
#[derive(Clone, Copy, Debug)]
pub struct Ahead<'a> {
    /// When it is due.
    pub date: Date,
    /// The route.
    pub route: RouteId,
    /// The milestone.
    pub milestone: &'a Milestone,
}

/// The milestones ahead on all routes that are followed, by date.
pub fn ahead(learner: Learner<'_>) -> Vec<Ahead<'_>> {
    let mut ahead = Vec::new();
    for (route, journey) in learner.progress.journeys() {
        let Some(since) = journey.since else { continue };
        let all = learner.catalog.route(route).milestones();
        let open = all.filter(|(id, _)| !journey.ticks.contains_key(id));
        let dated = open.filter_map(|(_, milestone)| {
            Some(Ahead { date: due(since, milestone)?, route, milestone })
        });
        ahead.extend(dated);
    }
    ahead.sort_by_key(|it| it.date);
    ahead
}

/// When a milestone is due on a route begun at `since`; none beyond the end of
/// the calendar.
pub fn due(since: Date, milestone: &Milestone) -> Option<Date> {
    since.checked_add(Span::new().try_weeks(milestone.week).ok()?).ok()
}
