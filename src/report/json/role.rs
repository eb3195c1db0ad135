//! The roles, with how much of each is reached.

use serde::Serialize;

use super::{
    catalog::{
        Passage, Question, Share, cites, passages, questions, share, skill_id, skill_ids, texts,
    },
    fact::{
        self, Asks, Body, Certificate, Count, Fact, Technology, Trust, body, certificate, count,
        fact, technology,
    },
    written::own_note,
};
use crate::{
    catalog::{self, Call, Difference, Ladder, Outlook, Pay, Requirement, RoleId, Topic},
    planner,
    progress::{Learner, Notable},
    words,
};

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
    /// What you noted, in lines.
    own_note: Option<&'a str>,
    /// How much of the requirements the readiness counts.
    depth: &'static str,
    readiness: Share,
    requirements: Vec<Called<'a>>,
    /// What is built on the way, beyond what is built on the way to the post before.
    path: Vec<&'a str>,
    experience: Option<Experience<'a>>,
    about: Vec<Passage<'a>>,
    duties: Vec<Passage<'a>>,
    ladder: Titles<'a>,
    differences: Vec<Contrast<'a>>,
    /// What the role itself says on topics that guides speak of as well.
    topics: Vec<OnTopic<'a>>,
    questions: Vec<Question<'a>>,
    /// The topics of the guides that hold for it.
    guides: Vec<&'static str>,
    facts: Vec<Fact<'a>>,
    certificates: Vec<Certificate<'a>>,
    /// What one works with, the most common first.
    technologies: Vec<Technology<'a>>,
    /// Who counted the shares of the technologies; none if nobody did.
    technologies_source: Option<Count<'a>>,
    bodies: Vec<Body<'a>>,
    /// What is asked of those who apply.
    interview: Vec<Asks<'a>>,
    codes: Vec<Occupation<'a>>,
    code_note: Option<&'a str>,
    pay: Vec<Wage<'a>>,
    outlooks: Vec<Prospect<'a>>,
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

/// The time in another post that the role asks for.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Experience<'a> {
    months: u32,
    role: &'a str,
    basis: &'a str,
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
    #[serde(flatten)]
    trust: Trust,
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
    #[serde(flatten)]
    trust: Trust,
}

/// All roles.
pub fn roles(learner: Learner<'_>) -> Vec<Role<'_>> {
    learner.catalog.roles().map(|(id, _)| role(learner, id)).collect()
}

/// A role, with all that is said of it.
#[expect(clippy::too_many_lines, reason = "a line or two for each field")]
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
        path,
        experience,
        ladder,
        differences,
        passages,
        questions,
        guides,
        facts,
        certificates,
        technologies,
        technologies_source,
        bodies,
        codes,
        code_note,
    } = learner.catalog.role(role);
    let goal = learner.progress.goal_of(role);
    let interview = learner.catalog.interview(role);
    let pay = learner.catalog.pay().iter().filter(|it| it.roles.contains(&role));
    let outlooks = learner.catalog.outlooks().iter().filter(|it| it.roles.contains(&role));
    let on_topic = |(topic, it): &'a (Topic, catalog::List<catalog::Passage>)| OnTopic {
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
        own_note: own_note(learner, Notable::Role(role)),
        depth: goal.depth.word(),
        readiness: share(planner::readiness(learner, goal)),
        requirements: requirements.iter().map(|it| called(learner, it)).collect(),
        path: path.iter().map(|id| &*learner.catalog.project(*id).id).collect(),
        experience: experience.as_ref().map(|it| {
            let catalog::Experience { months, role, basis } = it;
            Experience { months: *months, role: &learner.catalog.role(*role).id, basis }
        }),
        about: self::passages(learner, about),
        duties: self::passages(learner, duties),
        ladder: titles(learner, ladder),
        differences: differences.iter().map(|it| contrast(learner, it)).collect(),
        topics: passages.iter().map(on_topic).collect(),
        questions: self::questions(learner, questions),
        guides: guides.iter().map(|it| it.word()).collect(),
        facts: facts.iter().map(fact).collect(),
        certificates: certificates.iter().map(certificate).collect(),
        technologies: technologies.iter().map(|it| technology(learner, it)).collect(),
        technologies_source: technologies_source.as_ref().map(count),
        bodies: bodies.iter().map(|it| body(learner, it)).collect(),
        interview: interview.map(|it| fact::interview(learner, it)).unwrap_or_default(),
        codes: codes.iter().map(occupation).collect(),
        code_note: code_note.as_deref(),
        pay: pay.map(|it| wage(learner, it)).collect(),
        outlooks: outlooks.map(|it| prospect(learner, it)).collect(),
    }
}

fn role_ids<'a>(learner: Learner<'a>, ids: &[RoleId]) -> Vec<&'a str> {
    ids.iter().map(|id| &*learner.catalog.role(*id).id).collect()
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

fn occupation(it: &catalog::Occupation) -> Occupation<'_> {
    let catalog::Occupation { system, code, title, address } = it;
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
        trust,
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
        trust: fact::trust(*trust),
        cites: cites(learner, citations),
    }
}

fn prospect<'a>(learner: Learner<'a>, it: &'a Outlook) -> Prospect<'a> {
    let Outlook { id, region, roles: _, about, text, years, source, address, trust } = it;
    let (region, trust) = (&learner.catalog.region(*region).id, fact::trust(*trust));
    Prospect { id, region, about, text, years, source, address: address.as_deref(), trust }
}
