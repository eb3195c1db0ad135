//! The plan. Hours are hours, with fractions; dates are `2027-01-31`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::{
    Range,
    catalog::{skill_id, skill_ids},
    hours,
};
use crate::{
    catalog::{Importance, SkillId},
    planner::{self, CalendarWeek, Measure, Spread, StageKind},
    progress::{Depth, Item, Learner},
    words,
};

/// Which skill when, and how sure that is.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Plan<'a> {
    goal: Option<&'a str>,
    depth: Option<&'static str>,
    /// What answers each choice.
    picks: Vec<&'a str>,
    choices: Vec<Choice<'a>>,
    /// The stages of the path, in order.
    stages: Vec<Stage<'a>>,
    /// The rungs in the order in which to climb them.
    order: Vec<Step<'a>>,
    /// The projects in the order in which to build them.
    projects: Vec<Project<'a>>,
    weeks: Vec<Week>,
    hours_left: Range,
    /// The hours left until one can apply.
    hours_to_apply: f64,
    /// From when on one can apply for the role.
    apply: Option<Finish>,
    /// When all of it is done.
    finish: Option<Finish>,
    /// Why there is no finish.
    no_finish: Option<&'static str>,
    /// How much the order inside the stages disagrees with published curricula.
    cost: f64,
    /// What no order of the same stages can go below.
    bound: f64,
    from: Date,
    /// The hours of each day of the week.
    week: BTreeMap<&'static str, f64>,
    hours_are_assumed: bool,
    breaks: Vec<Break>,
    pace: Pace<'a>,
    slip_days: Option<i32>,
}

/// Early, likely and late.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Finish {
    early: Date,
    likely: Date,
    late: Date,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Break {
    pub(super) from: Date,
    pub(super) to: Date,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Choice<'a> {
    name: Option<&'a str>,
    /// The skill that needs one of them; none where the role itself does.
    wanted_by: Option<&'a str>,
    one_of: Vec<&'a str>,
    taken: &'a str,
    is_picked: bool,
}

/// A stage of the path.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Stage<'a> {
    id: String,
    name: String,
    /// What is built at its end; none where it does not end with a project.
    project: Option<&'a str>,
    /// The skills of which rungs are climbed in it, in order and each once.
    skills: Vec<&'a str>,
    /// The hours left in it, with its project.
    hours: f64,
    /// The months in a post, where the stage is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    months: Option<u32>,
    from: Option<Date>,
    to: Option<Date>,
    finish: Option<Finish>,
}

/// A rung in the plan.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Step<'a> {
    skill: &'a str,
    rung: &'static str,
    name: &'a str,
    area: &'a str,
    /// The hours left of it, at this learner's pace; none are planned for what only a job teaches.
    hours: f64,
    stage: String,
    rhythm: &'static str,
    /// None if it is only needed by others.
    importance: Option<&'static str>,
    /// What of the plan it needs: `skill/rung`.
    needs: Vec<String>,
    pinned: bool,
    from: Option<Date>,
    to: Option<Date>,
    slip_days: Option<i32>,
    reason: String,
}

/// What to do next: a rung, or a project, which says so by `project`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Next<'a> {
    /// A rung to climb.
    Rung(Step<'a>),
    /// A project to build.
    Project(Project<'a>),
}

/// A project in the plan.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(clippy::struct_field_names, reason = "that is what the field says")]
pub struct Project<'a> {
    project: &'a str,
    name: &'a str,
    hours: f64,
    stage: String,
    needs: Vec<String>,
    from: Option<Date>,
    to: Option<Date>,
    slip_days: Option<i32>,
    reason: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Week {
    /// Its Monday.
    start: Date,
    capacity_hours: f64,
    /// The hours that are kept for reviews beside those.
    review_hours: f64,
    sessions: Vec<Session>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Session {
    /// `skill/rung`, or `project/id`.
    item: String,
    hours: f64,
    /// The hours of each day.
    days: BTreeMap<Date, f64>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Pace<'a> {
    #[serde(flatten)]
    overall: Factor,
    /// By area.
    areas: BTreeMap<&'a str, Factor>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(clippy::struct_field_names, reason = "that is what the field says")]
struct Factor {
    is_measured: bool,
    /// How long it takes where the estimate is 1.
    factor: f64,
    low: f64,
    high: f64,
    /// How many finished skills it rests on.
    skills: usize,
    /// The hours logged for those.
    hours: f64,
}

/// What could be done to be able to apply by a date.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(clippy::struct_field_names, reason = "that is what the field says")]
pub struct Drop<'a> {
    by: Date,
    drop: Vec<Saved<'a>>,
    /// The hours that are still too many.
    hours_over: f64,
    /// The hours more a week with which nothing has to be left out.
    more_hours: Option<u32>,
    /// A depth with which the date holds.
    depth: Option<&'static str>,
    /// From when on one can apply without what is dropped.
    apply: Option<Finish>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Saved<'a> {
    skill: &'a str,
    hours: f64,
}

/// Which skill when, and how sure that is.
#[expect(clippy::too_many_lines, reason = "a line or two for each field")]
pub fn plan<'a>(learner: Learner<'a>, plan: &'a planner::Plan) -> Plan<'a> {
    let planner::Plan {
        goal,
        choices,
        stages,
        steps,
        weeks,
        minutes_left,
        minutes_to_apply,
        apply,
        finish,
        cost,
        bound,
        from,
        hours_are_assumed,
        pace,
        slip,
        // Each week says how much it has of it.
        aside: _,
    } = plan;
    let Learner { catalog, progress } = learner;
    let mut picks: Vec<&str> = choices.iter().map(|it| skill_id(learner, it.taken)).collect();
    picks.sort_unstable();
    picks.dedup();
    let week = planner::hours_of_week(progress);
    let left = minutes_left.map(hours);
    Plan {
        goal: goal.map(|goal| &*catalog.role(goal.role).id),
        depth: goal.map(|goal| goal.depth.word()),
        picks,
        choices: choices.iter().map(|it| choice(learner, it)).collect(),
        stages: (0..stages.len()).filter_map(|at| stage(learner, plan, at)).collect(),
        order: steps.iter().filter_map(|it| step(learner, plan, it)).collect(),
        projects: steps.iter().filter_map(|it| project(learner, plan, it)).collect(),
        weeks: weeks.iter().map(|it| self::week(learner, it)).collect(),
        hours_left: Range { low: left.low, likely: left.likely, high: left.high },
        hours_to_apply: hours(*minutes_to_apply),
        apply: apply.ok().map(self::finish),
        finish: finish.ok().map(self::finish),
        no_finish: finish.err().map(words::no_finish),
        cost: *cost,
        bound: *bound,
        from: *from,
        week: week.iter().map(|(day, it)| (day.word(), hours(*it))).collect(),
        hours_are_assumed: *hours_are_assumed,
        breaks: progress.breaks().iter().map(|(from, to)| Break { from: *from, to: *to }).collect(),
        pace: self::pace(learner, pace),
        slip_days: *slip,
    }
}

/// The next steps of a plan.
pub fn next<'a>(learner: Learner<'a>, plan: &planner::Plan, count: usize) -> Vec<Next<'a>> {
    let rung = |it| step(learner, plan, it).map(Next::Rung);
    let next = plan.next(count).into_iter();
    next.filter_map(|it| rung(it).or_else(|| project(learner, plan, it).map(Next::Project)))
        .collect()
}

/// What to leave out to be ready by a date.
pub fn drop<'a>(learner: Learner<'a>, it: &planner::Drop, by: Date) -> Drop<'a> {
    let planner::Drop { skills, plan, minutes_over, more_hours, less_depth } = it;
    let saved = |(id, minutes): &(SkillId, u32)| Saved {
        skill: skill_id(learner, *id),
        hours: hours(*minutes),
    };
    Drop {
        by,
        drop: skills.iter().map(saved).collect(),
        hours_over: hours(*minutes_over),
        more_hours: *more_hours,
        depth: less_depth.map(Depth::word),
        apply: plan.apply.ok().map(finish),
    }
}

pub(super) fn finish(Spread { low, likely, high }: Spread<Date>) -> Finish {
    Finish { early: low, likely, late: high }
}

fn choice<'a>(learner: Learner<'a>, it: &'a planner::Choice) -> Choice<'a> {
    let planner::Choice { name, wanted_by, members, taken, is_picked } = it;
    Choice {
        name: name.as_deref(),
        wanted_by: wanted_by.map(|id| skill_id(learner, id)),
        one_of: skill_ids(learner, members),
        taken: skill_id(learner, *taken),
        is_picked: *is_picked,
    }
}

/// The stage of a step, by the name it goes by.
fn stage_of(learner: Learner<'_>, plan: &planner::Plan, at: usize) -> String {
    let kind = plan.stages.get(at).map(|it| it.kind);
    kind.map_or(String::new(), |it| words::stage_id(learner.catalog, it))
}

fn stage<'a>(learner: Learner<'a>, plan: &planner::Plan, at: usize) -> Option<Stage<'a>> {
    let planner::Stage { kind, minutes, start, finish } = plan.stages.get(at)?;
    let mut skills: Vec<&str> = Vec::new();
    for id in plan.steps.iter().filter(|it| it.stage == at).filter_map(|it| it.skill(learner)) {
        let id = skill_id(learner, id);
        if !skills.contains(&id) {
            skills.push(id);
        }
    }
    let (project, months) = match kind {
        StageKind::Project(id) => (Some(&*learner.catalog.project(*id).id), None),
        StageKind::Post(_, months) => (None, Some(*months)),
        StageKind::Study(_) | StageKind::Apply(_) | StageKind::Wider => (None, None),
    };
    Some(Stage {
        id: words::stage_id(learner.catalog, *kind),
        name: words::stage_name(learner.catalog, *kind),
        project,
        skills,
        hours: hours(*minutes),
        months,
        from: *start,
        to: finish.map(|it| it.likely),
        finish: finish.map(self::finish),
    })
}

/// What an item goes by: `skill/rung`, or `project/id`.
pub(super) fn item(learner: Learner<'_>, item: Item) -> String {
    match item {
        Item::Climb(id) => learner.catalog.climb_name(id),
        Item::Project(id) => format!("project/{}", learner.catalog.project(id).id),
    }
}

/// A step as a rung; none if it is a project.
fn step<'a>(learner: Learner<'a>, plan: &planner::Plan, it: &planner::Step) -> Option<Step<'a>> {
    let planner::Step {
        item: Item::Climb(id),
        stage,
        rhythm,
        minutes,
        importance,
        needs,
        is_pinned,
        start,
        finish,
        slip,
        reason,
    } = it
    else {
        return None;
    };
    let known = learner.catalog.climbed(*id);
    Some(Step {
        skill: &known.id,
        rung: learner.catalog.climb(*id).rung.word(),
        name: &known.name,
        area: &learner.catalog.area(known.area).id,
        hours: hours(*minutes),
        stage: stage_of(learner, plan, *stage),
        rhythm: rhythm.word(),
        importance: importance.map(Importance::word),
        needs: needs.iter().map(|it| item(learner, *it)).collect(),
        pinned: *is_pinned,
        from: *start,
        to: *finish,
        slip_days: *slip,
        reason: words::reason(learner.catalog, it.item, reason),
    })
}

/// A step as a project; none if it is a rung.
fn project<'a>(
    learner: Learner<'a>,
    plan: &planner::Plan,
    it: &planner::Step,
) -> Option<Project<'a>> {
    let Item::Project(id) = it.item else { return None };
    let project = learner.catalog.project(id);
    Some(Project {
        project: &project.id,
        name: &project.name,
        hours: hours(it.minutes),
        stage: stage_of(learner, plan, it.stage),
        needs: it.needs.iter().map(|it| item(learner, *it)).collect(),
        from: it.start,
        to: it.finish,
        slip_days: it.slip,
        reason: words::reason(learner.catalog, it.item, &it.reason),
    })
}

/// Each item once, with the hours of all its days.
fn week(learner: Learner<'_>, it: &CalendarWeek) -> Week {
    let CalendarWeek { start, capacity, reviews, sessions } = it;
    let mut together: Vec<Session> = Vec::new();
    for planner::Session { date, item, minutes } in sessions {
        let name = self::item(learner, *item);
        if !together.iter().any(|it| it.item == name) {
            together.push(Session { item: name.clone(), hours: 0.0, days: BTreeMap::new() });
        }
        if let Some(session) = together.iter_mut().find(|it| it.item == name) {
            session.hours += hours(*minutes);
            *session.days.entry(*date).or_default() += hours(*minutes);
        }
    }
    let (capacity_hours, review_hours) = (hours(*capacity), hours(*reviews));
    Week { start: *start, capacity_hours, review_hours, sessions: together }
}

fn pace<'a>(learner: Learner<'a>, it: &planner::Pace) -> Pace<'a> {
    let areas = it.areas.iter();
    let areas = areas.map(|(id, it)| (&*learner.catalog.area(*id).id, factor(it)));
    Pace { overall: factor(&it.overall), areas: areas.collect() }
}

fn factor(it: &Measure) -> Factor {
    let Measure { factor, low, high, skills, minutes } = *it;
    Factor { is_measured: it.is_enough(), factor, low, high, skills, hours: hours(minutes) }
}
