//! Education routes as they are written in files.

use serde::Deserialize;

use super::{Passage, Resource, Text};
use crate::catalog::scales::Doubt;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
#[expect(clippy::struct_field_names, reason = "that is what the field is called in files")]
pub(in crate::catalog) struct Kind<'a> {
    pub(in crate::catalog) kind: Text<'a>,
    pub(in crate::catalog) name: Text<'a>,
    pub(in crate::catalog) summary: Text<'a>,
    pub(in crate::catalog) routes: Vec<Route<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Route<'a> {
    pub(in crate::catalog) id: Text<'a>,
    pub(in crate::catalog) region: Text<'a>,
    pub(in crate::catalog) name: Text<'a>,
    pub(in crate::catalog) summary: Vec<Passage<'a>>,
    pub(in crate::catalog) duration: Duration<'a>,
    pub(in crate::catalog) load: Load<'a>,
    pub(in crate::catalog) cost: Cost<'a>,
    pub(in crate::catalog) credential: Text<'a>,
    pub(in crate::catalog) entry: Vec<Text<'a>>,
    pub(in crate::catalog) suits: Text<'a>,
    pub(in crate::catalog) pros: Vec<Text<'a>>,
    pub(in crate::catalog) cons: Vec<Text<'a>>,
    #[serde(default)]
    pub(in crate::catalog) covers: Vec<Text<'a>>,
    pub(in crate::catalog) milestones: Vec<Milestone<'a>>,
    #[serde(default)]
    pub(in crate::catalog) resources: Vec<Resource<'a>>,
    #[serde(default)]
    pub(in crate::catalog) figures: Vec<Figure<'a>>,
    #[serde(default)]
    pub(in crate::catalog) official: Vec<Link<'a>>,
    #[serde(default)]
    pub(in crate::catalog) note: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Duration<'a> {
    pub(in crate::catalog) low_weeks: u32,
    pub(in crate::catalog) high_weeks: u32,
    pub(in crate::catalog) text: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) confidence: Option<Doubt>,
    #[serde(default)]
    pub(in crate::catalog) checked: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Load<'a> {
    pub(in crate::catalog) low_hours: u32,
    pub(in crate::catalog) high_hours: u32,
    pub(in crate::catalog) text: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) confidence: Option<Doubt>,
    #[serde(default)]
    pub(in crate::catalog) checked: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Cost<'a> {
    pub(in crate::catalog) currency: Text<'a>,
    pub(in crate::catalog) low: u32,
    pub(in crate::catalog) high: u32,
    pub(in crate::catalog) per: Text<'a>,
    pub(in crate::catalog) text: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) confidence: Option<Doubt>,
    #[serde(default)]
    pub(in crate::catalog) checked: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Milestone<'a> {
    pub(in crate::catalog) id: Text<'a>,
    pub(in crate::catalog) title: Text<'a>,
    pub(in crate::catalog) detail: Text<'a>,
    pub(in crate::catalog) week: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Figure<'a> {
    pub(in crate::catalog) label: Text<'a>,
    pub(in crate::catalog) value: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) year: Option<Text<'a>>,
    pub(in crate::catalog) source: Text<'a>,
    #[serde(default)]
    pub(in crate::catalog) address: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(in crate::catalog) struct Link<'a> {
    pub(in crate::catalog) title: Text<'a>,
    pub(in crate::catalog) address: Text<'a>,
}
