//! Interviews as they are written in files.

use serde::Deserialize;

use super::Text;
use crate::catalog::scales::{Manner, Rung};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Interview<'a> {
    pub(in crate::catalog) role: Text<'a>,
    pub(in crate::catalog) questions: Vec<Asked<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Asked<'a> {
    pub(in crate::catalog) id: Text<'a>,
    pub(in crate::catalog) kind: Manner,
    #[serde(default)]
    pub(in crate::catalog) skill: Option<Text<'a>>,
    #[serde(default)]
    pub(in crate::catalog) rung: Option<Rung>,
    pub(in crate::catalog) question: Text<'a>,
    pub(in crate::catalog) answer: Text<'a>,
    pub(in crate::catalog) listens_for: Text<'a>,
}
