//! What when, and how sure we are; and how much of a goal is reached.
//!
//! [`plan()`] is the whole of it; each step has a room of its own: *what*
//! (`closure`), *in which stage* (`stages`), *in which order* (`teachers`, `order`,
//! `sequence`, `pins`), *when* (`calendar`, `lanes`), *how sure* ([`pace()`],
//! `forecast`), *why* ([`Reason`]), and what has [`moved()`] the end.

mod calendar;
mod choice;
mod closure;
mod compare;
mod drop;
mod effort;
mod forecast;
mod ground;
mod guide;
mod hours;
mod lanes;
mod left;
mod links;
mod moved;
mod order;
mod pace;
mod part;
mod path;
mod pins;
mod place;
mod plan;
mod readiness;
mod reason;
mod sequence;
mod slip;
mod stages;
mod step;
mod teachers;
mod toward;
mod turns;
mod wage;
mod way;

use std::collections::BTreeSet;

use jiff::{Span, civil::Date};

pub use self::{
    calendar::SetAside,
    choice::Choice,
    closure::known_with,
    compare::{
        RoleFigures, RolesCompared, RouteFigures, RoutesCompared, Switch, compare_roles,
        compare_routes, goal_skills, whole_cost,
    },
    drop::{Drop, what_to_drop},
    forecast::Spread,
    hours::{of_total, shifted},
    left::minutes_left,
    links::Links,
    moved::{Moved, moved},
    pace::{Measure, Pace, pace},
    path::{Leg, Path, Share, path, share},
    place::{Misplaced, Pins, Place, placed},
    plan::{NoFinish, Plan, plan},
    readiness::{Readiness, readiness},
    reason::Reason,
    slip::{Cause, Remedy, Shift, Slip, remedies, slip},
    stages::StageKind,
    step::{CalendarWeek, Session, Stage, Step},
    teachers::Taught,
    toward::{Neighbours, Toward, TowardStep, neighbours, toward},
    wage::{Wages, usual_pay, usual_wages, wages},
};
pub use crate::progress::{ASSUMED_HOURS, hours_of_week, minutes_on, monday};
use crate::{
    catalog::{ClimbId, Milestone, RouteId, SkillId},
    progress::{Goal, Learner},
};

/// The skills that may come up on the way to a goal: those it calls for, those
/// its projects exercise, and all they need, directly or not. Of a choice, only what
/// answers it: the pick, or what the plan takes.
pub fn on_the_way(learner: Learner<'_>, goal: Goal) -> BTreeSet<SkillId> {
    let catalog = learner.catalog;
    let answered = guide::untouched(learner, &closure::closure(learner, goal));
    let learner = Learner { progress: &answered, ..learner };
    let called = closure::called(learner, goal);
    let mut pending: Vec<ClimbId> = called
        .flat_map(|(_, it)| {
            let to = |id: &SkillId| catalog.climb_to(*id, it.rung);
            candidates(learner, &it.call.members().iter().map(to).collect::<Vec<_>>())
        })
        .collect();
    let posts = catalog.posts(goal.role).into_iter();
    let projects = posts.flat_map(|it| &catalog.role(it).path);
    let rungs = projects.flat_map(|it| &catalog.project(*it).rungs);
    pending.extend(rungs.flat_map(|group| candidates(learner, group)));
    let mut found = BTreeSet::new();
    let mut skills = BTreeSet::new();
    while let Some(id) = pending.pop() {
        if found.insert(id) {
            let climb = catalog.climb(id);
            skills.insert(climb.skill);
            pending.extend(climb.needs.iter().flat_map(|group| candidates(learner, group)));
        }
    }
    skills
}

/// The member that answers, or else all.
fn candidates(learner: Learner<'_>, members: &[ClimbId]) -> Vec<ClimbId> {
    let skill = |id: &ClimbId| learner.catalog.climb(*id).skill;
    let picked = members.iter().find(|it| learner.progress.picks().contains(&skill(it)));
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
