//! Roles beside each other, and routes: what each would mean for this learner.
//!
//! Every figure of a comparison is made here, for screens, paper and programs alike.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Span, civil::Date};

use super::{
    calendar::Calendar,
    forecast::Spread,
    plan::{NoFinish, Plan, plan},
    readiness::{Readiness, readiness},
};
use crate::{
    catalog::{RoleId, Route, RouteId, SkillId},
    progress::{Goal, Item, Learner},
};

/// What a role would mean for the learner if it were the goal.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleFigures {
    /// The role.
    pub role: RoleId,
    /// How far one is.
    pub readiness: Readiness,
    /// From when on one could apply for it, or why there is no saying.
    pub apply: Result<Spread<Date>, NoFinish>,
    /// The minutes left.
    pub minutes: Spread<u32>,
    /// All skills it takes, with the minutes left of each; none are left of what is done.
    pub skills: BTreeMap<SkillId, u32>,
    /// What it would take to switch to it; none for the goal itself, or without a goal.
    pub switch: Option<Switch>,
}

/// What it would take to aim for another role than the goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Switch {
    /// The minutes more than the goal takes; less than 0 if fewer.
    pub minutes: i64,
    /// The skills of the goal that it takes as well.
    pub carried: usize,
    /// The skills that the goal does not take.
    pub new: usize,
}

/// Some roles beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct RolesCompared {
    /// Each role, in the order in which they were named.
    pub roles: Vec<RoleFigures>,
    /// The skills that all of them take.
    pub shared: Vec<SkillId>,
    /// The skills that several of them take, but not all.
    pub partly: Vec<SkillId>,
    /// By role: the skills that it alone takes.
    pub own: Vec<Vec<SkillId>>,
}

impl RoleFigures {
    /// How many skills are left to learn.
    pub fn skills_left(&self) -> usize {
        self.skills.values().filter(|minutes| **minutes > 0).count()
    }
}

/// Some roles beside each other, each as if it were the goal.
pub fn compare_roles(learner: Learner<'_>, today: Date, roles: &[RoleId]) -> RolesCompared {
    let goal = learner.progress.goal().map(|goal| figures(learner, today, goal));
    let mut roles: Vec<RoleFigures> = roles
        .iter()
        .map(|role| match &goal {
            Some(known) if known.role == *role => known.clone(),
            _ => figures(learner, today, learner.progress.goal_of(*role)),
        })
        .collect();
    for role in &mut roles {
        let other = goal.as_ref().filter(|goal| goal.role != role.role);
        role.switch = other.map(|goal| switch(goal, role));
    }
    let sets: Vec<BTreeSet<SkillId>> =
        roles.iter().map(|it| it.skills.keys().copied().collect()).collect();
    let all: BTreeSet<SkillId> = sets.iter().flatten().copied().collect();
    let takers = |id: &SkillId| sets.iter().filter(|it| it.contains(id)).count();
    let by_count = |is_meant: &dyn Fn(usize) -> bool| -> Vec<SkillId> {
        all.iter().copied().filter(|id| is_meant(takers(id))).collect()
    };
    let count = roles.len();
    let own = sets.iter().map(|set| set.iter().copied().filter(|id| takers(id) == 1).collect());
    RolesCompared {
        shared: by_count(&|takers| takers == count),
        partly: by_count(&|takers| takers > 1 && takers < count),
        own: own.collect(),
        roles,
    }
}

fn figures(learner: Learner<'_>, today: Date, goal: Goal) -> RoleFigures {
    let mut progress = learner.progress.clone();
    progress.set_goal(Some(goal));
    let learner = Learner { progress: &progress, ..learner };
    let plan = plan(learner, today);
    RoleFigures {
        role: goal.role,
        readiness: readiness(learner, goal),
        apply: plan.apply,
        minutes: plan.minutes_left,
        skills: skills(learner, goal, &plan),
        switch: None,
    }
}

fn switch(goal: &RoleFigures, other: &RoleFigures) -> Switch {
    let carried = other.skills.keys().filter(|it| goal.skills.contains_key(it)).count();
    Switch {
        minutes: i64::from(other.minutes.likely) - i64::from(goal.minutes.likely),
        carried,
        new: other.skills.len() - carried,
    }
}

/// All skills that a goal takes, with the minutes left of each: those planned, and
/// those that it calls for and that are done.
fn skills(learner: Learner<'_>, goal: Goal, plan: &Plan) -> BTreeMap<SkillId, u32> {
    let mut skills: BTreeMap<SkillId, u32> = BTreeMap::new();
    for step in &plan.steps {
        let Item::Climb(id) = step.item else { continue };
        let minutes = skills.entry(learner.catalog.climb(id).skill).or_default();
        *minutes = minutes.saturating_add(step.minutes);
    }
    for (_, it) in super::closure::called(learner, goal) {
        let climb = |id: &SkillId| learner.catalog.climb_to(*id, it.rung);
        let is_done = |id: &&SkillId| learner.climb_state(climb(id)).is_done();
        if let Some(done) = it.call.members().iter().find(is_done) {
            skills.entry(*done).or_default();
        }
    }
    skills
}

/// The skills that the goal takes, with the minutes left of each; none without a goal.
pub fn goal_skills(learner: Learner<'_>, plan: &Plan) -> BTreeMap<SkillId, u32> {
    plan.goal.map(|goal| skills(learner, goal, plan)).unwrap_or_default()
}

/// What a route would mean for the learner if it were begun today.
#[derive(Clone, Debug, PartialEq)]
pub struct RouteFigures {
    /// The route.
    pub route: RouteId,
    /// When it would be over: at the earliest and at the latest; none beyond the calendar.
    pub over: Option<(Date, Date)>,
    /// The goal's skills that it teaches.
    pub covered: BTreeSet<SkillId>,
    /// The minutes of the goal's skills that it does not teach.
    pub alone: u32,
    /// How many skills those are.
    pub skills_alone: usize,
    /// When those would be learned as well, in the learner's own hours: after it, or at
    /// once where it is up to the learner what to study; none if nobody can say.
    pub ready: Option<Date>,
    /// What it costs, from its beginning to its end: the least and the most.
    pub cost: (f64, f64),
}

/// Some routes beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct RoutesCompared {
    /// Each route, in the order in which they were named.
    pub routes: Vec<RouteFigures>,
    /// The skills that the goal takes; none without a goal.
    pub skills: BTreeSet<SkillId>,
    /// By route: the skills that it alone teaches, of those that the goal takes; without
    /// a goal, of all.
    pub own: Vec<Vec<SkillId>>,
}

/// Some routes beside each other, each as if it were begun today.
pub fn compare_routes(learner: Learner<'_>, today: Date, routes: &[RouteId]) -> RoutesCompared {
    let plan = plan(learner, today);
    let skills = goal_skills(learner, &plan);
    let teaches = |id: &RouteId| -> BTreeSet<SkillId> {
        let covers = learner.catalog.route(*id).covers.iter().copied();
        covers.filter(|it| skills.is_empty() || skills.contains_key(it)).collect()
    };
    let sets: Vec<BTreeSet<SkillId>> = routes.iter().map(teaches).collect();
    let is_own = |id: &SkillId| sets.iter().filter(|it| it.contains(id)).count() == 1;
    let own = sets.iter().map(|set| set.iter().copied().filter(is_own).collect()).collect();
    let figures = routes.iter().zip(&sets);
    let figures = figures.map(|(id, set)| route(learner, today, (*id, set), &skills)).collect();
    RoutesCompared { routes: figures, skills: skills.keys().copied().collect(), own }
}

fn route(
    learner: Learner<'_>,
    today: Date,
    (id, covered): (RouteId, &BTreeSet<SkillId>),
    skills: &BTreeMap<SkillId, u32>,
) -> RouteFigures {
    let it = learner.catalog.route(id);
    let after = |weeks: u32| today.checked_add(Span::new().try_weeks(weeks).ok()?).ok();
    let over = after(it.duration.low_weeks).zip(after(it.duration.high_weeks));
    let left = skills.iter().filter(|(id, minutes)| **minutes > 0 && !covered.contains(id));
    let (skills_alone, alone) =
        left.fold((0, 0_u32), |(count, sum), (_, left)| (count + 1, sum.saturating_add(*left)));
    let ready = over.filter(|_| !skills.is_empty()).and_then(|(_, end)| {
        let calendar = Calendar::new(learner.progress, today);
        let mut days = calendar.walked();
        // What teaches nothing of itself is studied while one is on it.
        let worked = if it.covers.is_empty() { 0 } else { days.minutes_until(end) };
        let all = f64::from(worked) + f64::from(alone);
        if alone == 0 { Some(end) } else { days.reached(all) }
    });
    let covered = covered.iter().copied().filter(|it| skills.contains_key(it)).collect();
    RouteFigures { route: id, over, covered, alone, skills_alone, ready, cost: whole_cost(it) }
}

/// What a route costs from its beginning to its end, in its currency: the least and
/// the most. What is paid for a year is paid for each.
pub fn whole_cost(route: &Route) -> (f64, f64) {
    let years = |weeks: u32| if route.cost.per == "year" { f64::from(weeks) / 52.0 } else { 1.0 };
    let all = |amount: u32, weeks: u32| (f64::from(amount) * years(weeks)).round();
    (all(route.cost.low, route.duration.low_weeks), all(route.cost.high, route.duration.high_weeks))
}
