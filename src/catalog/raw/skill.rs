//! Skills as they are written in files.

use serde::Deserialize;

use super::{Passage, Text};
use crate::catalog::scales::{Access, Form, Level, Rhythm, Rung};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Area<'a> {
    pub(in crate::catalog) id: Text<'a>,
    pub(in crate::catalog) name: Text<'a>,
    pub(in crate::catalog) summary: Text<'a>,
    pub(in crate::catalog) skills: Vec<Skill<'a>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Skill<'a> {
    pub(in crate::catalog) id: Text<'a>,
    pub(in crate::catalog) name: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) also: Vec<Text<'a>>,
    pub(in crate::catalog) level: Level,
    pub(in crate::catalog) summary: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) why: Vec<Passage<'a>>,
    #[serde(default = "block")]
    pub(in crate::catalog) rhythm: Rhythm,
    pub(in crate::catalog) rungs: Vec<Climb<'a>>,
    pub(in crate::catalog) resources: Vec<Resource<'a>>,
}

fn block() -> Rhythm {
    Rhythm::Block
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Climb<'a> {
    pub(in crate::catalog) rung: Rung,
    #[serde(default)]
    pub(in crate::catalog) rhythm: Option<Rhythm>,
    #[serde(default)]
    pub(in crate::catalog) hours: Option<Hours<'a>>,
    #[serde(default)]
    pub(in crate::catalog) needs: Vec<Text<'a>>,
    pub(in crate::catalog) proofs: Vec<Proof<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Groups<'a> {
    pub(in crate::catalog) groups: Vec<Group<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Group<'a> {
    pub(in crate::catalog) id: Text<'a>,
    pub(in crate::catalog) name: Text<'a>,
    pub(in crate::catalog) members: Vec<Text<'a>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Hours<'a> {
    pub(in crate::catalog) low: u32,
    pub(in crate::catalog) likely: u32,
    pub(in crate::catalog) high: u32,
    pub(in crate::catalog) basis: Text<'a>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Proof<'a> {
    pub(in crate::catalog) id: Text<'a>,
    pub(in crate::catalog) text: Text<'a>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Resource<'a> {
    pub(in crate::catalog) title: Text<'a>,
    pub(in crate::catalog) kind: Form,
    pub(in crate::catalog) publisher: Text<'a>,
    pub(in crate::catalog) address: Text<'a>,
    pub(in crate::catalog) access: Access,
}
