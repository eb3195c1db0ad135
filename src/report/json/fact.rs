//! Hard facts about roles, and what is asked in interviews for them.

use serde::Serialize;

use super::catalog::{skill_id, skill_ids};
use crate::{
    catalog::{self, Asked, Interview},
    progress::Learner,
    words,
};

/// How far a figure can be relied on.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Trust {
    /// `medium` or `low`; none if it is sure.
    confidence: Option<&'static str>,
    /// The month in which it was last read at its source, as 2026-11.
    checked: Option<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Fact<'a> {
    label: &'a str,
    text: &'a str,
    #[serde(flatten)]
    source: Count<'a>,
    #[serde(flatten)]
    trust: Trust,
}

/// Who says so.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Count<'a> {
    source: &'a str,
    year: Option<i16>,
    address: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Certificate<'a> {
    name: &'a str,
    issuer: &'a str,
    cost: &'a str,
    validity: &'a str,
    worth: &'a str,
    address: &'a str,
    #[serde(flatten)]
    trust: Trust,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Technology<'a> {
    name: &'a str,
    /// Of a hundred advertisements, how many ask for it; none if nobody counted.
    share: Option<u8>,
    skills: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Body<'a> {
    name: &'a str,
    region: Option<&'a str>,
    address: &'a str,
    text: &'a str,
}

/// A question of an interview.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Asks<'a> {
    id: &'a str,
    kind: &'static str,
    skill: Option<&'a str>,
    rung: Option<&'static str>,
    question: &'a str,
    answer: &'a str,
    listens_for: &'a str,
}

pub(super) fn trust(it: catalog::Trust) -> Trust {
    let catalog::Trust { doubt, checked } = it;
    Trust {
        confidence: doubt.map(words::doubt),
        checked: checked.map(|it| format!("{:04}-{:02}", it.year, it.month)),
    }
}

pub(super) fn fact(it: &catalog::Fact) -> Fact<'_> {
    let catalog::Fact { label, text, source, trust } = it;
    Fact { label, text, source: count(source), trust: self::trust(*trust) }
}

pub(super) fn count(it: &catalog::Count) -> Count<'_> {
    let catalog::Count { source, year, address } = it;
    Count { source, year: *year, address: address.as_deref() }
}

pub(super) fn certificate(it: &catalog::Certificate) -> Certificate<'_> {
    let catalog::Certificate { name, issuer, cost, validity, worth, address, trust } = it;
    Certificate { name, issuer, cost, validity, worth, address, trust: self::trust(*trust) }
}

pub(super) fn technology<'a>(learner: Learner<'a>, it: &'a catalog::Technology) -> Technology<'a> {
    let catalog::Technology { name, share, skills } = it;
    Technology { name, share: *share, skills: skill_ids(learner, skills) }
}

pub(super) fn body<'a>(learner: Learner<'a>, it: &'a catalog::Body) -> Body<'a> {
    let catalog::Body { name, region, address, text } = it;
    Body { name, region: region.map(|id| &*learner.catalog.region(id).id), address, text }
}

pub(super) fn interview<'a>(learner: Learner<'a>, it: &'a Interview) -> Vec<Asks<'a>> {
    let Interview { role: _, questions } = it;
    let asks = |it: &'a Asked| {
        let Asked { id, manner, climb, asks, answer, listens_for } = it;
        let climb = climb.map(|id| learner.catalog.climb(id));
        Asks {
            id,
            kind: manner.word(),
            skill: climb.map(|it| skill_id(learner, it.skill)),
            rung: climb.map(|it| it.rung.word()),
            question: asks,
            answer,
            listens_for,
        }
    };
    questions.iter().map(asks).collect()
}
