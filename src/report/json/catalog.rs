//! What the catalog is made of, and what the answers about it share.

use serde::Serialize;

use crate::{
    catalog::{self, Citation, SkillId},
    planner::Readiness,
    progress::Learner,
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
    /// Two letters each (ISO 3166-1).
    countries: Vec<&'a str>,
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
    /// What it states, numbered from 1.
    statements: Vec<&'a str>,
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

/// A word of the field.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(clippy::struct_field_names, reason = "that is what the field is called")]
pub struct Term<'a> {
    term: &'a str,
    meaning: &'a str,
    /// The skill that it belongs to.
    skill: &'a str,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Passage<'a> {
    text: &'a str,
    /// The statements it rests on, as `source/number`.
    cites: Vec<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Question<'a> {
    question: &'a str,
    answer: Vec<Passage<'a>>,
}

/// How much of a goal is reached, in per cent with one decimal, rounded down.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Share {
    percent: f64,
    proven_percent: f64,
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
        .map(|(_, catalog::Region { id, name, short, currency, countries })| Region {
            id,
            name,
            short,
            currency,
            countries: texts(countries),
        })
        .collect()
}

/// All sources.
pub fn sources<'a>(learner: Learner<'a>) -> Vec<Source<'a>> {
    let source = |it: &'a catalog::Source| {
        let catalog::Source { id, name, about, year, address, statements } = it;
        let (year, address, statements) = (*year, address.as_deref(), texts(statements));
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

/// Some terms.
pub fn terms<'a>(learner: Learner<'a>, terms: &[&'a catalog::Term]) -> Vec<Term<'a>> {
    let term = |it: &&'a catalog::Term| {
        let catalog::Term { words, meaning, skill } = it;
        Term { term: words, meaning, skill: skill_id(learner, *skill) }
    };
    terms.iter().map(term).collect()
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

pub(super) fn texts(texts: &[catalog::Text]) -> Vec<&str> {
    texts.iter().map(|it| &**it).collect()
}

pub(super) fn passages<'a>(
    learner: Learner<'a>,
    passages: &'a [catalog::Passage],
) -> Vec<Passage<'a>> {
    let passage = |it: &'a catalog::Passage| {
        let catalog::Passage { text, citations } = it;
        Passage { text, cites: cites(learner, citations) }
    };
    passages.iter().map(passage).collect()
}

pub(super) fn cites(learner: Learner<'_>, citations: &[Citation]) -> Vec<String> {
    let cite = |it: &Citation| format!("{}/{}", learner.catalog.source(it.source).id, it.number);
    citations.iter().map(cite).collect()
}

pub(super) fn questions<'a>(
    learner: Learner<'a>,
    questions: &'a [catalog::Faq],
) -> Vec<Question<'a>> {
    let question = |it: &'a catalog::Faq| {
        let catalog::Faq { question, answer } = it;
        Question { question, answer: passages(learner, answer) }
    };
    questions.iter().map(question).collect()
}
