//! What the learner has said about how they want to learn.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::{
    catalog::skill_ids,
    hours,
    plan::{Break, item},
};
use crate::{
    planner,
    progress::{Facts, Learner},
};

/// What is set. What is null was not said.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Settings<'a> {
    goal: Option<&'a str>,
    /// How much of what the role calls for: `essential`, `important` or `everything`.
    depth: Option<&'static str>,
    region: Option<&'a str>,
    /// The hours of each day of the week.
    week: BTreeMap<&'static str, f64>,
    hours_are_assumed: bool,
    /// The first day of study; null if it is not put off.
    start: Option<Date>,
    breaks: Vec<Break>,
    picks: Vec<&'a str>,
    pins: Vec<Pin>,
    /// The months worked as a developer.
    experience_months: Option<u32>,
    /// When the plan ends that was kept to compare with.
    kept_plan_ends: Option<Date>,
    shows_dates: bool,
    shows_looks: bool,
    /// The share of a week that reviews take at the most.
    review_percent: u32,
}

/// What has a place of its own in the plan.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Pin {
    /// `skill/rung`.
    rung: String,
    /// What it comes right behind, `skill/rung` or `project/id`; null at the beginning.
    behind: Option<String>,
}

/// What is set.
pub fn settings(learner: Learner<'_>) -> Settings<'_> {
    let Learner { catalog, progress } = learner;
    // What was done about skills and routes, and written, is said elsewhere.
    let Facts {
        goal,
        region,
        picks,
        hours: week,
        start,
        breaks,
        pins,
        baseline,
        experience,
        hides_dates,
        hides_looks,
        review_share: _,
        timers: _,
        skills: _,
        projects: _,
        routes: _,
        notes: _,
        reviews: _,
    } = progress.facts();
    let picks: Vec<_> = picks.iter().copied().collect();
    let pins = pins.iter().map(|(climb, behind)| Pin {
        rung: catalog.climb_name(*climb),
        behind: behind.map(|it| item(learner, it)),
    });
    let days = planner::hours_of_week(progress);
    Settings {
        goal: goal.map(|it| &*catalog.role(it.role).id),
        depth: goal.map(|it| it.depth.word()),
        region: region.map(|id| &*catalog.region(id).id),
        week: days.iter().map(|(day, it)| (day.word(), hours(*it))).collect(),
        hours_are_assumed: week.is_empty(),
        start: *start,
        breaks: breaks.iter().map(|(from, to)| Break { from: *from, to: *to }).collect(),
        picks: skill_ids(learner, &picks),
        pins: pins.collect(),
        experience_months: *experience,
        kept_plan_ends: baseline.values().max().copied(),
        shows_dates: !hides_dates,
        shows_looks: !hides_looks,
        review_percent: progress.review_share(),
    }
}
