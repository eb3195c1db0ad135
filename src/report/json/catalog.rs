//! What can be learned, with what the learner has done about it.

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    catalog::{
        self, Call, Citation, Code, Cost, Difference, Duration, Figure, Hours, Ladder, Link,
        Milestone, Outlook, Pay, Proof, Requirement, Resource, RoleId, RouteId, SkillId, Topic,
        WeeklyLoad,
    },
    planner::{self, Readiness},
    progress::{Learner, State},
    words,
};

/// A field of knowledge.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Area<'a> {
    id: &'a str,
    name: &'a str,
    summary: &'a str,
    /// The ids of its skills.
    skills: Vec<&'a str>,
}

/// A part of the world with its own pay and its own routes.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Region<'a> {
    id: &'a str,
    name: &'a str,
    short: &'a str,
    /// Three letters (ISO 4217).
    currency: &'a str,
}

/// Where statements come from; cited as `id/number`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Source<'a> {
    id: &'a str,
    name: &'a str,
    about: &'a str,
    year: Option<i16>,
    address: Option<&'a str>,
    statements: u16,
}

/// What is true of many roles, told once.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Guide<'a> {
    topic: &'static str,
    title: &'a str,
    passages: Vec<Passage<'a>>,
    questions: Vec<Question<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Passage<'a> {
    text: &'a str,
    /// The statements it rests on, as `source/number`.
    cites: Vec<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Question<'a> {
    question: &'a str,
    answer: Vec<Passage<'a>>,
}

/// A role.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Role<'a> {
    id: &'a str,
    name: &'a str,
    also: Vec<&'a str>,
    family: &'static str,
    summary: &'a str,
    is_goal: bool,
    readiness: Share,
    requirements: Vec<Called<'a>>,
    about: Vec<Passage<'a>>,
    duties: Vec<Passage<'a>>,
    ladder: Titles<'a>,
    differences: Vec<Contrast<'a>>,
    /// What the role itself says on topics that guides speak of as well.
    topics: Vec<OnTopic<'a>>,
    questions: Vec<Question<'a>>,
    /// The topics of the guides that hold for it.
    guides: Vec<&'static str>,
    codes: Vec<Occupation<'a>>,
    code_note: Option<&'a str>,
    pay: Vec<Wage<'a>>,
    outlooks: Vec<Prospect<'a>>,
}

/// How much of a goal is reached, in per cent with one decimal, rounded down.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Share {
    percent: f64,
    proven_percent: f64,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Called<'a> {
    /// The skill; none if it is one of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    skill: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    one_of: Option<Vec<&'a str>>,
    /// What is chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    importance: &'static str,
    rung: &'static str,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Titles<'a> {
    track: &'a str,
    /// How high, counted from 1.
    step: u8,
    from: Vec<&'a str>,
    to: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Contrast<'a> {
    role: &'a str,
    text: &'a str,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct OnTopic<'a> {
    topic: &'static str,
    passages: Vec<Passage<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Occupation<'a> {
    system: &'a str,
    code: &'a str,
    title: &'a str,
    address: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Wage<'a> {
    id: &'a str,
    region: &'a str,
    about: &'a str,
    stage: &'static str,
    stage_note: Option<&'a str>,
    amount: f64,
    currency: &'a str,
    per: &'static str,
    year: Option<i16>,
    source: &'a str,
    address: Option<&'a str>,
    note: Option<&'a str>,
    cites: Vec<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Prospect<'a> {
    id: &'a str,
    region: &'a str,
    about: &'a str,
    text: &'a str,
    years: &'a str,
    source: &'a str,
    address: Option<&'a str>,
}

/// A skill.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Skill<'a> {
    id: &'a str,
    name: &'a str,
    also: Vec<&'a str>,
    area: &'a str,
    level: &'static str,
    summary: &'a str,
    /// `to do`, `learning`, `done` or `skipped`.
    state: &'static str,
    /// Whether it is done by a claim and not by proof.
    claimed: bool,
    prerequisites: Vec<&'a str>,
    /// Of each group one is needed.
    prerequisites_any: Vec<Vec<&'a str>>,
    /// The skills that may need this one.
    opens: Vec<&'a str>,
    /// How long it takes, in hours.
    estimate: Estimate<'a>,
    /// The hours logged.
    hours_logged: f64,
    proofs: Vec<Ticked<'a>>,
    resources: Vec<Teacher<'a>>,
    why: Vec<Passage<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Estimate<'a> {
    low: u32,
    likely: u32,
    high: u32,
    basis: &'a str,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Ticked<'a> {
    id: &'a str,
    text: &'a str,
    done: bool,
    /// When it was ticked.
    on: Option<Date>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Teacher<'a> {
    title: &'a str,
    form: &'static str,
    publisher: &'a str,
    address: &'a str,
    access: &'static str,
}

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
    figures: Vec<Number<'a>>,
    official: Vec<Page<'a>>,
    note: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(clippy::struct_field_names, reason = "the names say the unit")]
struct Weeks<'a> {
    low_weeks: u32,
    high_weeks: u32,
    text: &'a str,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Hourly<'a> {
    low_hours: u32,
    high_hours: u32,
    text: &'a str,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Price<'a> {
    low: u32,
    high: u32,
    currency: &'a str,
    per: &'a str,
    text: &'a str,
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

/// All areas.
pub fn areas(learner: Learner<'_>) -> Vec<Area<'_>> {
    let areas = learner.catalog.areas();
    areas
        .map(|(_, catalog::Area { id, name, summary, skills })| Area {
            id,
            name,
            summary,
            skills: skill_ids(learner, skills),
        })
        .collect()
}

/// All regions.
pub fn regions(learner: Learner<'_>) -> Vec<Region<'_>> {
    let regions = learner.catalog.regions();
    regions
        .map(|(_, catalog::Region { id, name, short, currency })| Region {
            id,
            name,
            short,
            currency,
        })
        .collect()
}

/// All sources.
pub fn sources<'a>(learner: Learner<'a>) -> Vec<Source<'a>> {
    let source = |it: &'a catalog::Source| {
        let catalog::Source { id, name, about, year, address, statements } = it;
        let (year, address, statements) = (*year, address.as_deref(), *statements);
        Source { id, name, about, year, address, statements }
    };
    learner.catalog.sources().iter().map(source).collect()
}

/// All guides.
pub fn guides<'a>(learner: Learner<'a>) -> Vec<Guide<'a>> {
    let guide = |it: &'a catalog::Guide| {
        let catalog::Guide { topic, title, passages, questions } = it;
        Guide {
            topic: topic.word(),
            title,
            passages: self::passages(learner, passages),
            questions: self::questions(learner, questions),
        }
    };
    learner.catalog.guides().iter().map(guide).collect()
}

/// All roles.
pub fn roles(learner: Learner<'_>) -> Vec<Role<'_>> {
    learner.catalog.roles().map(|(id, _)| role(learner, id)).collect()
}

/// A role, with all that is said of it.
pub fn role<'a>(learner: Learner<'a>, role: RoleId) -> Role<'a> {
    let catalog::Role {
        id,
        name,
        also,
        family,
        summary,
        about,
        duties,
        requirements,
        ladder,
        differences,
        passages,
        questions,
        guides,
        codes,
        code_note,
    } = learner.catalog.role(role);
    let goal = learner.progress.goal_of(role);
    let pay = learner.catalog.pay().iter().filter(|it| it.roles.contains(&role));
    let outlooks = learner.catalog.outlooks().iter().filter(|it| it.roles.contains(&role));
    let on_topic = |(topic, it): &'a (Topic, Vec<catalog::Passage>)| OnTopic {
        topic: topic.word(),
        passages: self::passages(learner, it),
    };
    Role {
        id,
        name,
        also: texts(also),
        family: family.title(),
        summary,
        is_goal: learner.progress.aims_for(role),
        readiness: share(planner::readiness(learner, goal)),
        requirements: requirements.iter().map(|it| called(learner, it)).collect(),
        about: self::passages(learner, about),
        duties: self::passages(learner, duties),
        ladder: titles(learner, ladder),
        differences: differences.iter().map(|it| contrast(learner, it)).collect(),
        topics: passages.iter().map(on_topic).collect(),
        questions: self::questions(learner, questions),
        guides: guides.iter().map(|it| it.word()).collect(),
        codes: codes.iter().map(occupation).collect(),
        code_note: code_note.as_deref(),
        pay: pay.map(|it| wage(learner, it)).collect(),
        outlooks: outlooks.map(|it| prospect(learner, it)).collect(),
    }
}

/// All skills, in learning order.
pub fn skills(learner: Learner<'_>) -> Vec<Skill<'_>> {
    learner.catalog.skills().map(|(id, _)| skill(learner, id)).collect()
}

/// A skill, with what the learner has done about it.
pub fn skill<'a>(learner: Learner<'a>, skill: SkillId) -> Skill<'a> {
    let known = learner.catalog.skill(skill);
    let catalog::Skill {
        id,
        name,
        also,
        area,
        level,
        summary,
        why,
        prerequisites,
        prerequisites_any,
        hours: Hours { low, likely, high },
        basis,
        proofs: _,
        resources,
    } = known;
    let state = learner.state(skill);
    let ticked = |(proof, it): (_, &'a Proof)| {
        let Proof { id, text } = it;
        let on = learner.progress.ticked(skill, proof);
        Ticked { id, text, done: on.is_some(), on }
    };
    Skill {
        id,
        name,
        also: texts(also),
        area: &learner.catalog.area(*area).id,
        level: words::level(*level),
        summary,
        state: state_word(state),
        claimed: state == State::Claimed,
        prerequisites: skill_ids(learner, prerequisites),
        prerequisites_any: prerequisites_any.iter().map(|it| skill_ids(learner, it)).collect(),
        opens: skill_ids(learner, learner.catalog.opens(skill)),
        estimate: Estimate { low: *low, likely: *likely, high: *high, basis },
        hours_logged: super::hours(learner.progress.logged(skill)),
        proofs: known.proofs().map(ticked).collect(),
        resources: resources.iter().map(teacher).collect(),
        why: passages(learner, why),
    }
}

/// All routes.
pub fn routes(learner: Learner<'_>) -> Vec<Route<'_>> {
    learner.catalog.routes().map(|(id, _)| route(learner, id)).collect()
}

/// A route, with what the learner has reached on it.
#[expect(clippy::too_many_lines, reason = "a line or two for each field")]
pub fn route<'a>(learner: Learner<'a>, route: RouteId) -> Route<'a> {
    let known = learner.catalog.route(route);
    let catalog::Route {
        id,
        kind,
        region,
        name,
        summary,
        duration: Duration { low_weeks, high_weeks, text: duration },
        load: WeeklyLoad { low_hours, high_hours, text: load },
        cost: Cost { currency, low, high, per, text: cost },
        credential,
        entry,
        suits,
        pros,
        cons,
        covers,
        milestones: _,
        figures,
        official,
        note,
    } = known;
    let since = learner.progress.journey(route).and_then(|it| it.since);
    let page = |it: &'a Link| {
        let Link { title, address } = it;
        Page { title, address }
    };
    Route {
        id,
        name,
        kind,
        region: &learner.catalog.region(*region).id,
        summary: passages(learner, summary),
        followed: since.is_some(),
        since,
        duration: Weeks { low_weeks: *low_weeks, high_weeks: *high_weeks, text: duration },
        load: Hourly { low_hours: *low_hours, high_hours: *high_hours, text: load },
        cost: Price { low: *low, high: *high, currency, per, text: cost },
        credential,
        entry: texts(entry),
        suits,
        pros: texts(pros),
        cons: texts(cons),
        covers: skill_ids(learner, covers),
        milestones: known.milestones().map(|it| reached(learner, route, it)).collect(),
        figures: figures.iter().map(number).collect(),
        official: official.iter().map(page).collect(),
        note: note.as_deref(),
    }
}

pub(super) fn share(readiness: Readiness) -> Share {
    Share {
        percent: f64::from(readiness.permille()) / 10.0,
        proven_percent: f64::from(readiness.proven_permille()) / 10.0,
    }
}

pub(super) fn skill_id(learner: Learner<'_>, id: SkillId) -> &str {
    &learner.catalog.skill(id).id
}

pub(super) fn skill_ids<'a>(learner: Learner<'a>, ids: &[SkillId]) -> Vec<&'a str> {
    ids.iter().map(|id| skill_id(learner, *id)).collect()
}

fn role_ids<'a>(learner: Learner<'a>, ids: &[RoleId]) -> Vec<&'a str> {
    ids.iter().map(|id| &*learner.catalog.role(*id).id).collect()
}

fn texts(texts: &[catalog::Text]) -> Vec<&str> {
    texts.iter().map(|it| &**it).collect()
}

fn passages<'a>(learner: Learner<'a>, passages: &'a [catalog::Passage]) -> Vec<Passage<'a>> {
    let passage = |it: &'a catalog::Passage| {
        let catalog::Passage { text, citations } = it;
        Passage { text, cites: cites(learner, citations) }
    };
    passages.iter().map(passage).collect()
}

fn cites(learner: Learner<'_>, citations: &[Citation]) -> Vec<String> {
    let cite = |it: &Citation| format!("{}/{}", learner.catalog.source(it.source).id, it.number);
    citations.iter().map(cite).collect()
}

fn questions<'a>(learner: Learner<'a>, questions: &'a [catalog::Question]) -> Vec<Question<'a>> {
    let question = |it: &'a catalog::Question| {
        let catalog::Question { question, answer } = it;
        Question { question, answer: passages(learner, answer) }
    };
    questions.iter().map(question).collect()
}

fn called<'a>(learner: Learner<'a>, it: &'a Requirement) -> Called<'a> {
    let Requirement { call, importance, rung } = it;
    let (skill, one_of, name) = match call {
        Call::Skill(id) => (Some(skill_id(learner, *id)), None, None),
        Call::OneOf(name, members) => (None, Some(skill_ids(learner, members)), Some(&**name)),
    };
    Called { skill, one_of, name, importance: importance.word(), rung: rung.word() }
}

fn titles<'a>(learner: Learner<'a>, it: &'a Ladder) -> Titles<'a> {
    let Ladder { track, step, from, to } = it;
    Titles { track, step: *step, from: role_ids(learner, from), to: role_ids(learner, to) }
}

fn contrast<'a>(learner: Learner<'a>, it: &'a Difference) -> Contrast<'a> {
    let Difference { role, text } = it;
    Contrast { role: &learner.catalog.role(*role).id, text }
}

fn occupation(it: &Code) -> Occupation<'_> {
    let Code { system, code, title, address } = it;
    Occupation { system, code, title, address: address.as_deref() }
}

fn wage<'a>(learner: Learner<'a>, it: &'a Pay) -> Wage<'a> {
    let Pay {
        id,
        region,
        roles: _,
        about,
        stage,
        stage_note,
        amount,
        currency,
        per,
        year,
        source,
        address,
        note,
        citations,
    } = it;
    Wage {
        id,
        region: &learner.catalog.region(*region).id,
        about,
        stage: words::stage(*stage),
        stage_note: stage_note.as_deref(),
        amount: *amount,
        currency,
        per: words::per(*per),
        year: *year,
        source,
        address: address.as_deref(),
        note: note.as_deref(),
        cites: cites(learner, citations),
    }
}

fn prospect<'a>(learner: Learner<'a>, it: &'a Outlook) -> Prospect<'a> {
    let Outlook { id, region, roles: _, about, text, years, source, address } = it;
    let region = &learner.catalog.region(*region).id;
    Prospect { id, region, about, text, years, source, address: address.as_deref() }
}

fn teacher(it: &Resource) -> Teacher<'_> {
    let Resource { title, form, publisher, address, access } = it;
    let (form, access) = (words::form(*form), words::access(*access));
    Teacher { title, form, publisher, address, access }
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

/// A claimed skill is done as well; `claimed` tells it apart.
fn state_word(state: State) -> &'static str {
    match state {
        State::Proven | State::Claimed => "done",
        State::ToDo | State::Learning | State::Skipped => state.word(),
    }
}
