//! Roles as they are written in files.

use serde::Deserialize;

use super::{Body, Certificate, Count, Fact, Passage, Technology, Text};
use crate::catalog::scales::{Family, Importance, Rung, Topic};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Role<'a> {
    pub(in crate::catalog) id: Text<'a>,
    pub(in crate::catalog) name: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) also: Vec<Text<'a>>,
    pub(in crate::catalog) family: Family,
    pub(in crate::catalog) order: u32,
    pub(in crate::catalog) summary: Text<'a>,
    pub(in crate::catalog) about: Vec<Passage<'a>>,
    pub(in crate::catalog) duties: Vec<Passage<'a>>,
    pub(in crate::catalog) requirements: Vec<Requirement<'a>>,
    #[serde(default)]
    pub(in crate::catalog) path: Vec<Text<'a>>,
    #[serde(default)]
    pub(in crate::catalog) experience: Option<Experience<'a>>,
    pub(in crate::catalog) ladder: Ladder<'a>,
    #[serde(default)]
    pub(in crate::catalog) differences: Vec<Difference<'a>>,
    #[serde(default)]
    pub(in crate::catalog) suits: Vec<Passage<'a>>,
    #[serde(default)]
    pub(in crate::catalog) conditions: Vec<Passage<'a>>,
    #[serde(default)]
    pub(in crate::catalog) day: Vec<Passage<'a>>,
    #[serde(default)]
    pub(in crate::catalog) employers: Vec<Passage<'a>>,
    #[serde(default)]
    pub(in crate::catalog) pay_levers: Vec<Passage<'a>>,
    #[serde(default)]
    pub(in crate::catalog) outlook: Vec<Passage<'a>>,
    #[serde(default)]
    pub(in crate::catalog) job_search: Vec<Passage<'a>>,
    #[serde(default)]
    pub(in crate::catalog) ways_in: Vec<Passage<'a>>,
    #[serde(default)]
    pub(in crate::catalog) questions: Vec<Faq<'a>>,
    #[serde(default)]
    pub(in crate::catalog) guides: Vec<Topic>,
    #[serde(default)]
    pub(in crate::catalog) facts: Vec<Fact<'a>>,
    #[serde(default)]
    pub(in crate::catalog) certificates: Vec<Certificate<'a>>,
    #[serde(default)]
    pub(in crate::catalog) technologies: Vec<Technology<'a>>,
    #[serde(default)]
    pub(in crate::catalog) technologies_source: Option<Count<'a>>,
    #[serde(default)]
    pub(in crate::catalog) bodies: Vec<Body<'a>>,
    #[serde(default)]
    pub(in crate::catalog) codes: Vec<Occupation<'a>>,
    #[serde(default)]
    pub(in crate::catalog) code_note: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Requirement<'a> {
    #[serde(default)]
    pub(in crate::catalog) skill: Option<Text<'a>>,
    #[serde(default)]
    pub(in crate::catalog) one_of: Option<Vec<Text<'a>>>,
    #[serde(default)]
    pub(in crate::catalog) name: Option<Text<'a>>,
    pub(in crate::catalog) importance: Importance,
    pub(in crate::catalog) rung: Rung,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Experience<'a> {
    pub(in crate::catalog) years: f64,
    #[serde(rename = "as")]
    pub(in crate::catalog) role: Text<'a>,
    pub(in crate::catalog) basis: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Ladder<'a> {
    pub(in crate::catalog) track: Text<'a>,
    pub(in crate::catalog) step: u8,
    #[serde(default)]
    pub(in crate::catalog) from: Vec<Text<'a>>,
    #[serde(default)]
    pub(in crate::catalog) to: Vec<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Difference<'a> {
    pub(in crate::catalog) role: Text<'a>,
    pub(in crate::catalog) text: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Faq<'a> {
    pub(in crate::catalog) question: Text<'a>,
    pub(in crate::catalog) answer: Vec<Passage<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Occupation<'a> {
    pub(in crate::catalog) system: Text<'a>,
    pub(in crate::catalog) code: Text<'a>,
    pub(in crate::catalog) title: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) address: Option<Text<'a>>,
}
