//! Where the learner stands.

use serde::Serialize;

use super::{
    Range,
    catalog::{Share, share, skill_ids},
    hours,
    plan::{Finish, finish},
};
use crate::{
    planner::{self, Plan},
    progress::{Learner, State},
    search::Thing,
    words,
};

/// Where the learner stands.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Status<'a> {
    goal: Option<&'a str>,
    goal_name: Option<&'a str>,
    /// How much of what the role calls for: `essential`, `important` or `everything`.
    depth: Option<&'static str>,
    region: Option<&'a str>,
    picks: Vec<&'a str>,
    readiness: Option<Share>,
    hours_left: Range,
    /// The hours left until one can apply.
    hours_to_apply: f64,
    /// From when on one can apply.
    apply: Option<Finish>,
    finish: Option<Finish>,
    /// The hours a week that the plan keeps for reviews, on average.
    review_hours_a_week: f64,
    /// The stage that is under way.
    stage: Option<String>,
    /// The months worked as a developer.
    experience_months: Option<u32>,
    skills: Counts,
    /// The routes followed.
    routes: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Counts {
    to_do: usize,
    learning: usize,
    proven: usize,
    claimed: usize,
    skipped: usize,
}

/// Where the learner stands, with the plan they have.
pub fn status<'a>(learner: Learner<'a>, plan: &Plan) -> Status<'a> {
    let Learner { catalog, progress } = learner;
    let states: Vec<State> = catalog.skills().map(|(id, _)| learner.state(id)).collect();
    let count = |state: State| states.iter().filter(|it| **it == state).count();
    let routes = progress.journeys().filter(|(_, it)| it.since.is_some());
    let picks: Vec<_> = progress.picks().iter().copied().collect();
    let goal = progress.goal();
    let left = plan.minutes_left.map(hours);
    Status {
        goal: goal.map(|goal| &*catalog.role(goal.role).id),
        goal_name: goal.map(|goal| &*catalog.role(goal.role).name),
        depth: goal.map(|goal| goal.depth.word()),
        region: progress.region().map(|id| &*catalog.region(id).id),
        picks: skill_ids(learner, &picks),
        readiness: goal.map(|goal| share(planner::readiness(learner, goal))),
        hours_left: Range { low: left.low, likely: left.likely, high: left.high },
        hours_to_apply: hours(plan.minutes_to_apply),
        apply: plan.apply.ok().map(finish),
        finish: plan.finish.ok().map(finish),
        review_hours_a_week: hours(plan.review_minutes()),
        stage: plan.current_stage().map(|it| words::stage_id(catalog, it.kind)),
        experience_months: progress.experience(),
        skills: Counts {
            to_do: count(State::ToDo),
            learning: count(State::Learning),
            proven: count(State::Proven),
            claimed: count(State::Claimed),
            skipped: count(State::Skipped),
        },
        routes: routes.map(|(id, _)| &*catalog.route(id).id).collect(),
    }
}

/// Something that was found.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Found<'a> {
    /// `role`, `skill`, `project`, `route`, `area`, `term`, `milestone`, `part`, `question`, `resource` or `note`.
    kind: &'static str,
    /// The id of the role, skill, project, route or area that it is, or that it belongs to.
    id: &'a str,
    name: &'a str,
    /// Where it is, in words.
    place: String,
    address: Option<&'a str>,
}

/// What was found, the best first.
pub fn hits<'a>(learner: Learner<'a>, hits: &[Thing]) -> Vec<Found<'a>> {
    let catalog = learner.catalog;
    let found = |it: &Thing| Found {
        kind: it.kind(),
        id: it.home(catalog).map_or("", |it| it.id(catalog)),
        name: it.name(catalog),
        place: it.place(catalog),
        address: it.address(catalog).map(|it| &**it),
    };
    hits.iter().map(found).collect()
}
