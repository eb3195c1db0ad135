//! The routes, with what the learner has reached on each.

use jiff::civil::Date;
use serde::Serialize;

use super::{
    catalog::{Passage, passages, skill_ids, texts},
    fact::{Trust, trust},
    skill::{Teacher, teacher},
    written::own_note,
};
use crate::{
    catalog::{self, Cost, Duration, Figure, Link, Milestone, RouteId, WeeklyLoad},
    planner,
    progress::{Learner, Notable},
};

/// A route.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Route<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'a str,
    region: &'a str,
    summary: Vec<Passage<'a>>,
    followed: bool,
    since: Option<Date>,
    duration: Weeks<'a>,
    load: Hourly<'a>,
    cost: Price<'a>,
    credential: &'a str,
    entry: Vec<&'a str>,
    suits: &'a str,
    pros: Vec<&'a str>,
    cons: Vec<&'a str>,
    /// The skills it usually teaches.
    covers: Vec<&'a str>,
    milestones: Vec<Reached<'a>>,
    /// Curricula to follow on it.
    resources: Vec<Teacher<'a>>,
    figures: Vec<Number<'a>>,
    official: Vec<Page<'a>>,
    note: Option<&'a str>,
    /// What you noted, in lines.
    own_note: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(clippy::struct_field_names, reason = "the names say the unit")]
struct Weeks<'a> {
    low_weeks: u32,
    high_weeks: u32,
    text: &'a str,
    #[serde(flatten)]
    trust: Trust,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Hourly<'a> {
    low_hours: u32,
    high_hours: u32,
    text: &'a str,
    #[serde(flatten)]
    trust: Trust,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Price<'a> {
    low: u32,
    high: u32,
    currency: &'a str,
    per: &'a str,
    text: &'a str,
    #[serde(flatten)]
    trust: Trust,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Reached<'a> {
    id: &'a str,
    title: &'a str,
    detail: &'a str,
    /// Weeks after the start.
    week: u32,
    done: bool,
    /// When it was reached.
    on: Option<Date>,
    /// When it is due; none while the route is not followed.
    due: Option<Date>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Number<'a> {
    label: &'a str,
    value: &'a str,
    year: Option<&'a str>,
    source: &'a str,
    address: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Page<'a> {
    title: &'a str,
    address: &'a str,
}

/// All routes.
pub fn routes(learner: Learner<'_>) -> Vec<Route<'_>> {
    learner.catalog.routes().map(|(id, _)| route(learner, id)).collect()
}

/// A route, with what the learner has reached on it.
#[expect(clippy::too_many_lines, reason = "a line or two for each field")]
pub fn route(learner: Learner<'_>, route: RouteId) -> Route<'_> {
    let known = learner.catalog.route(route);
    let catalog::Route {
        id,
        kind,
        region,
        name,
        summary,
        duration,
        load,
        cost,
        credential,
        entry,
        suits,
        pros,
        cons,
        covers,
        milestones: _,
        resources,
        figures,
        official,
        note,
    } = known;
    let since = learner.progress.journey(route).and_then(|it| it.since);
    Route {
        id,
        name,
        kind,
        region: &learner.catalog.region(*region).id,
        summary: passages(learner, summary),
        followed: since.is_some(),
        since,
        duration: weeks(duration),
        load: hourly(load),
        cost: price(cost),
        credential,
        entry: texts(entry),
        suits,
        pros: texts(pros),
        cons: texts(cons),
        covers: skill_ids(learner, covers),
        milestones: known.milestones().map(|it| reached(learner, route, it)).collect(),
        resources: resources.iter().map(teacher).collect(),
        figures: figures.iter().map(number).collect(),
        official: official.iter().map(page).collect(),
        note: note.as_deref(),
        own_note: own_note(learner, Notable::Route(route)),
    }
}

fn weeks(it: &Duration) -> Weeks<'_> {
    let Duration { low_weeks, high_weeks, text, trust } = it;
    Weeks { low_weeks: *low_weeks, high_weeks: *high_weeks, text, trust: self::trust(*trust) }
}

fn hourly(it: &WeeklyLoad) -> Hourly<'_> {
    let WeeklyLoad { low_hours, high_hours, text, trust } = it;
    Hourly { low_hours: *low_hours, high_hours: *high_hours, text, trust: self::trust(*trust) }
}

fn price(it: &Cost) -> Price<'_> {
    let Cost { currency, low, high, per, text, trust } = it;
    Price { low: *low, high: *high, currency, per, text, trust: self::trust(*trust) }
}

fn page(it: &Link) -> Page<'_> {
    let Link { title, address } = it;
    Page { title, address }
}

fn reached<'a>(
    learner: Learner<'a>,
    route: RouteId,
    (milestone, it): (catalog::MilestoneId, &'a Milestone),
) -> Reached<'a> {
    let Milestone { id, title, detail, week } = it;
    let on = learner.progress.reached(route, milestone);
    let since = learner.progress.journey(route).and_then(|it| it.since);
    let due = since.and_then(|since| planner::due(since, it));
    Reached { id, title, detail, week: *week, done: on.is_some(), on, due }
}

fn number(it: &Figure) -> Number<'_> {
    let Figure { label, value, year, source, address } = it;
    Number { label, value, year: year.as_deref(), source, address: address.as_deref() }
}
