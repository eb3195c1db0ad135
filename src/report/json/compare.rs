//! Roles beside each other, routes beside each other, and the way to a skill.

use jiff::civil::Date;
use serde::Serialize;

use super::{
    Range,
    catalog::skill_ids,
    hours,
    plan::{Finish, finish},
};
use crate::{
    catalog::{ClimbId, SkillId},
    planner::{self, RoleFigures, RolesCompared, RouteFigures, RoutesCompared, Toward},
    progress::Learner,
};

/// Roles beside each other.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(clippy::struct_field_names, reason = "that is what the field says")]
pub struct Roles<'a> {
    roles: Vec<Role<'a>>,
    /// The skills that all of them take.
    shared: Vec<&'a str>,
    /// The skills that several of them take, but not all.
    partly: Vec<&'a str>,
}

/// What a role would mean if it were the goal.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(clippy::struct_field_names, reason = "that is what the field says")]
struct Role<'a> {
    role: &'a str,
    name: &'a str,
    is_goal: bool,
    /// How much of what the role calls for the figures count.
    depth: &'static str,
    /// The share reached, from 0 to 1.
    readiness: f64,
    /// From when on one could apply for it.
    apply: Option<Finish>,
    hours_left: Range,
    skills_left: usize,
    /// What it takes to switch to it from the goal; none for the goal itself.
    switch: Option<Switch>,
    /// All skills it takes.
    skills: Vec<Left<'a>>,
    /// The skills that it alone takes.
    own: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Switch {
    /// The hours more than the goal takes; less than 0 if fewer.
    hours: f64,
    carried: usize,
    new: usize,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Left<'a> {
    skill: &'a str,
    hours: f64,
}

/// Roles beside each other.
pub fn roles_compared<'a>(learner: Learner<'a>, compared: &RolesCompared) -> Roles<'a> {
    let RolesCompared { roles, shared, partly, own } = compared;
    Roles {
        roles: roles.iter().zip(own).map(|(it, own)| role(learner, it, own)).collect(),
        shared: skill_ids(learner, shared),
        partly: skill_ids(learner, partly),
    }
}

fn role<'a>(learner: Learner<'a>, it: &RoleFigures, own: &[SkillId]) -> Role<'a> {
    let RoleFigures { role, readiness, apply, minutes, skills, switch } = it;
    let known = learner.catalog.role(*role);
    let left = minutes.map(hours);
    let skill = |(id, minutes): (&SkillId, &u32)| Left {
        skill: &learner.catalog.skill(*id).id,
        hours: hours(*minutes),
    };
    let more = |it: &planner::Switch| {
        let minutes = u32::try_from(it.minutes.unsigned_abs()).unwrap_or(u32::MAX);
        if it.minutes < 0 { -hours(minutes) } else { hours(minutes) }
    };
    Role {
        role: &known.id,
        name: &known.name,
        is_goal: learner.progress.aims_for(*role),
        depth: learner.progress.goal_of(*role).depth.word(),
        readiness: f64::from(readiness.permille()) / 1000.0,
        apply: apply.ok().map(finish),
        hours_left: Range { low: left.low, likely: left.likely, high: left.high },
        skills_left: it.skills_left(),
        switch: switch.map(|it| Switch { hours: more(&it), carried: it.carried, new: it.new }),
        skills: skills.iter().map(skill).collect(),
        own: skill_ids(learner, own),
    }
}

/// Routes beside each other, each as if it were begun today.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Routes<'a> {
    routes: Vec<Route<'a>>,
    /// How many skills the goal takes.
    goal_skills: usize,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(clippy::struct_field_names, reason = "that is what the field says")]
struct Route<'a> {
    route: &'a str,
    name: &'a str,
    region: &'a str,
    followed: bool,
    /// When it would be over at the earliest.
    over_early: Option<Date>,
    /// When it would be over at the latest.
    over_late: Option<Date>,
    /// The goal's skills that it teaches.
    covered: Vec<&'a str>,
    /// The hours of the goal that stay to be learned alone.
    hours_alone: f64,
    skills_alone: usize,
    /// When those are learned as well, after it.
    ready: Option<Date>,
    currency: &'a str,
    /// What it costs from its beginning to its end.
    cost_low: f64,
    cost_high: f64,
    /// The skills that it alone teaches.
    own: Vec<&'a str>,
}

/// Routes beside each other.
pub fn routes_compared<'a>(learner: Learner<'a>, compared: &RoutesCompared) -> Routes<'a> {
    let RoutesCompared { routes, skills, own } = compared;
    Routes {
        routes: routes.iter().zip(own).map(|(it, own)| route(learner, it, own)).collect(),
        goal_skills: skills.len(),
    }
}

fn route<'a>(learner: Learner<'a>, it: &RouteFigures, own: &[SkillId]) -> Route<'a> {
    let RouteFigures { route, over, covered, alone, skills_alone, ready, cost } = it;
    let known = learner.catalog.route(*route);
    let covered: Vec<SkillId> = covered.iter().copied().collect();
    Route {
        route: &known.id,
        name: &known.name,
        region: &learner.catalog.region(known.region).id,
        followed: learner.progress.follows(*route),
        over_early: over.map(|it| it.0),
        over_late: over.map(|it| it.1),
        covered: skill_ids(learner, &covered),
        hours_alone: hours(*alone),
        skills_alone: *skills_alone,
        ready: *ready,
        currency: &known.cost.currency,
        cost_low: cost.0,
        cost_high: cost.1,
        own: skill_ids(learner, own),
    }
}

/// What is still missing before a rung of a skill, with it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Way<'a> {
    skill: &'a str,
    rung: &'static str,
    /// What to climb, in order; the rung itself stands last.
    steps: Vec<Climb<'a>>,
    hours: f64,
    /// When that is done if nothing else is learned; none where the hours are not said.
    ready: Option<Date>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Climb<'a> {
    skill: &'a str,
    rung: &'static str,
    /// None where only a job teaches it.
    hours: Option<f64>,
}

/// The way to a rung of a skill.
pub fn way<'a>(learner: Learner<'a>, climb: ClimbId, toward: &Toward) -> Way<'a> {
    let Toward { steps, minutes, ready } = toward;
    let step = |it: &planner::TowardStep| {
        let climb = learner.catalog.climb(it.climb);
        let skill = &learner.catalog.skill(climb.skill).id;
        Climb { skill, rung: climb.rung.word(), hours: it.minutes.map(hours) }
    };
    Way {
        skill: &learner.catalog.climbed(climb).id,
        rung: learner.catalog.climb(climb).rung.word(),
        steps: steps.iter().map(step).collect(),
        hours: hours(*minutes),
        ready: *ready,
    }
}
