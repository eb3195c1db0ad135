//! Projects, curricula, terms and questions as they are written in files.

use serde::Deserialize;

use super::{Hours, Text};
use crate::catalog::scales::Rung;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Projects<'a> {
    pub(in crate::catalog) projects: Vec<Project<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Project<'a> {
    pub(in crate::catalog) id: Text<'a>,
    pub(in crate::catalog) name: Text<'a>,
    pub(in crate::catalog) summary: Text<'a>,
    pub(in crate::catalog) brief: Vec<Text<'a>>,
    pub(in crate::catalog) rungs: Vec<Text<'a>>,
    pub(in crate::catalog) hours: Hours<'a>,
    pub(in crate::catalog) points: Vec<Point<'a>>,
    pub(in crate::catalog) further: Vec<Text<'a>>,
    pub(in crate::catalog) interview: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Point<'a> {
    pub(in crate::catalog) id: Text<'a>,
    pub(in crate::catalog) text: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) shows: Vec<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Curricula<'a> {
    pub(in crate::catalog) curricula: Vec<Curriculum<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Curriculum<'a> {
    pub(in crate::catalog) id: Text<'a>,
    pub(in crate::catalog) title: Text<'a>,
    pub(in crate::catalog) publisher: Text<'a>,
    pub(in crate::catalog) address: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) role: Option<Text<'a>>,
    #[serde(default)]
    pub(in crate::catalog) languages: Vec<Text<'a>>,
    pub(in crate::catalog) order: Vec<Vec<Text<'a>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Terms<'a> {
    pub(in crate::catalog) terms: Vec<Term<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
#[expect(clippy::struct_field_names, reason = "that is what the field is called in files")]
pub(in crate::catalog) struct Term<'a> {
    pub(in crate::catalog) term: Text<'a>,
    pub(in crate::catalog) meaning: Text<'a>,
    pub(in crate::catalog) skill: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Questions<'a> {
    pub(in crate::catalog) questions: Vec<Question<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
#[expect(clippy::struct_field_names, reason = "that is what the field is called in files")]
pub(in crate::catalog) struct Question<'a> {
    pub(in crate::catalog) id: Text<'a>,
    pub(in crate::catalog) skill: Text<'a>,
    pub(in crate::catalog) rung: Rung,
    pub(in crate::catalog) kind: Asking,
    pub(in crate::catalog) question: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) language: Option<Text<'a>>,
    #[serde(default)]
    pub(in crate::catalog) code: Vec<Text<'a>>,
    #[serde(default)]
    pub(in crate::catalog) options: Vec<Text<'a>>,
    pub(in crate::catalog) answer: Text<'a>,
    pub(in crate::catalog) why: Text<'a>,
}

/// How a question is asked.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::catalog) enum Asking {
    Choose,
    Output,
    Recall,
}
