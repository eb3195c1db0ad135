//! Hard facts about a role as they are written in files.

use serde::Deserialize;

use super::Text;
use crate::catalog::scales::Doubt;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Fact<'a> {
    pub(in crate::catalog) label: Text<'a>,
    pub(in crate::catalog) text: Text<'a>,
    pub(in crate::catalog) source: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) year: Option<i16>,
    #[serde(default)]
    pub(in crate::catalog) address: Option<Text<'a>>,
    #[serde(default)]
    pub(in crate::catalog) confidence: Option<Doubt>,
    #[serde(default)]
    pub(in crate::catalog) checked: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Count<'a> {
    pub(in crate::catalog) source: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) year: Option<i16>,
    #[serde(default)]
    pub(in crate::catalog) address: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Certificate<'a> {
    pub(in crate::catalog) name: Text<'a>,
    pub(in crate::catalog) issuer: Text<'a>,
    pub(in crate::catalog) cost: Text<'a>,
    pub(in crate::catalog) validity: Text<'a>,
    pub(in crate::catalog) worth: Text<'a>,
    pub(in crate::catalog) address: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) confidence: Option<Doubt>,
    #[serde(default)]
    pub(in crate::catalog) checked: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Technology<'a> {
    pub(in crate::catalog) name: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) share: Option<u8>,
    #[serde(default)]
    pub(in crate::catalog) skills: Vec<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Body<'a> {
    pub(in crate::catalog) name: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) region: Option<Text<'a>>,
    pub(in crate::catalog) address: Text<'a>,
    pub(in crate::catalog) text: Text<'a>,
}
