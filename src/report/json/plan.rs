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
    planner::{self, CalendarWeek, Measure, Spread},
    progress::Learner,
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
    /// The skills in the order in which to learn them.
    order: Vec<&'a str>,
    skills: Vec<Step<'a>>,
    weeks: Vec<Week<'a>>,
    hours_left: Range,
    finish: Option<Finish>,
    /// Why there is no finish.
    no_finish: Option<&'static str>,
    is_exact: bool,
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
struct Break {
    from: Date,
    to: Date,
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

/// A skill in the plan.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Step<'a> {
    skill: &'a str,
    name: &'a str,
    area: &'a str,
    /// The hours left of it, at this learner's pace.
    hours: f64,
    weight: f64,
    importance: Option<&'static str>,
    /// The skills of the plan it needs.
    needs: Vec<&'a str>,
    pinned: bool,
    start: Option<Date>,
    finish: Option<Date>,
    slip_days: Option<i32>,
    reason: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Week<'a> {
    /// Its Monday.
    start: Date,
    capacity_hours: f64,
    sessions: Vec<Session<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Session<'a> {
    skill: &'a str,
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

/// What to leave out to be ready by a date.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(clippy::struct_field_names, reason = "that is what the field says")]
pub struct Drop<'a> {
    by: Date,
    drop: Vec<Saved<'a>>,
    /// The hours that are still too many.
    hours_over: f64,
    finish: Option<Finish>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Saved<'a> {
    skill: &'a str,
    hours: f64,
}

/// Which skill when, and how sure that is.
pub fn plan<'a>(learner: Learner<'a>, plan: &'a planner::Plan) -> Plan<'a> {
    let planner::Plan {
        goal,
        choices,
        steps,
        weeks,
        minutes_left,
        finish,
        is_exact,
        from,
        hours_are_assumed,
        pace,
        slip,
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
        order: steps.iter().map(|it| skill_id(learner, it.skill)).collect(),
        skills: steps.iter().map(|it| step(learner, it)).collect(),
        weeks: weeks.iter().map(|it| self::week(learner, it)).collect(),
        hours_left: Range { low: left.low, likely: left.likely, high: left.high },
        finish: finish.ok().map(self::finish),
        no_finish: finish.err().map(words::no_finish),
        is_exact: *is_exact,
        from: *from,
        week: week.iter().map(|(day, it)| (day.word(), hours(*it))).collect(),
        hours_are_assumed: *hours_are_assumed,
        breaks: progress.breaks().iter().map(|(from, to)| Break { from: *from, to: *to }).collect(),
        pace: self::pace(learner, pace),
        slip_days: *slip,
    }
}

/// The next steps of a plan.
pub fn next<'a>(learner: Learner<'a>, plan: &planner::Plan, count: usize) -> Vec<Step<'a>> {
    plan.next(count).into_iter().map(|it| step(learner, it)).collect()
}

/// What to leave out to be ready by a date.
pub fn drop<'a>(learner: Learner<'a>, it: &planner::Drop, by: Date) -> Drop<'a> {
    let planner::Drop { skills, plan, minutes_over } = it;
    let saved = |(id, minutes): &(SkillId, u32)| Saved {
        skill: skill_id(learner, *id),
        hours: hours(*minutes),
    };
    Drop {
        by,
        drop: skills.iter().map(saved).collect(),
        hours_over: hours(*minutes_over),
        finish: plan.finish.ok().map(finish),
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

fn step<'a>(learner: Learner<'a>, it: &planner::Step) -> Step<'a> {
    let planner::Step {
        skill,
        minutes,
        weight,
        importance,
        needs,
        is_pinned,
        start,
        finish,
        slip,
        reason,
    } = it;
    let known = learner.catalog.skill(*skill);
    Step {
        skill: &known.id,
        name: &known.name,
        area: &learner.catalog.area(known.area).id,
        hours: hours(*minutes),
        weight: *weight,
        importance: importance.map(Importance::word),
        needs: skill_ids(learner, needs),
        pinned: *is_pinned,
        start: *start,
        finish: *finish,
        slip_days: *slip,
        reason: words::reason(learner.catalog, *skill, reason),
    }
}

/// Each skill once, with the hours of all its days.
fn week<'a>(learner: Learner<'a>, it: &CalendarWeek) -> Week<'a> {
    let CalendarWeek { start, capacity, sessions } = it;
    let mut together: Vec<Session<'_>> = Vec::new();
    for planner::Session { date, skill, minutes } in sessions {
        let id = skill_id(learner, *skill);
        if together.last().is_none_or(|it| it.skill != id) {
            together.push(Session { skill: id, hours: 0.0, days: BTreeMap::new() });
        }
        if let Some(session) = together.last_mut() {
            session.hours += hours(*minutes);
            session.days.insert(*date, hours(*minutes));
        }
    }
    Week { start: *start, capacity_hours: hours(*capacity), sessions: together }
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
