//! The catalog as it is written in files: names instead of ids, nothing checked yet.
//!
//! Texts are borrowed from what is read, so that reading copies nothing.

mod fact;
mod interview;
mod project;
mod role;
mod route;
mod skill;

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Deserializer, de};

pub(super) use self::{fact::*, interview::*, project::*, role::*, route::*, skill::*};
use super::scales::{Doubt, Per, Stage, Topic};

/// A text, borrowed unless there are escapes in it.
#[derive(Clone, Debug)]
pub(super) struct Text<'a>(pub(super) Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor).map(Text)
    }
}

/// What is in a file.
#[derive(Debug)]
pub(super) enum Content<'a> {
    Sources(Sources<'a>),
    Regions(Regions<'a>),
    Pay(PayFile<'a>),
    Area(Area<'a>),
    Role(Box<Role<'a>>),
    Kind(Kind<'a>),
    Guide(Guide<'a>),
    Groups(Groups<'a>),
    Projects(Projects<'a>),
    Curricula(Curricula<'a>),
    Terms(Terms<'a>),
    Questions(Questions<'a>),
    Interview(Interview<'a>),
}

impl<'a> Content<'a> {
    /// Reads a file. What it holds is told by the folder it is in, or by its name.
    pub(super) fn parse(name: &str, text: &'a str) -> Result<Self, String> {
        let content = match name.split_once('/').map_or(name, |(folder, _)| folder) {
            "areas" => serde_json::from_str(text).map(Self::Area),
            "roles" => serde_json::from_str(text).map(Self::Role),
            "routes" => serde_json::from_str(text).map(Self::Kind),
            "guides" => serde_json::from_str(text).map(Self::Guide),
            "sources.json" => serde_json::from_str(text).map(Self::Sources),
            "regions.json" => serde_json::from_str(text).map(Self::Regions),
            "groups.json" => serde_json::from_str(text).map(Self::Groups),
            "projects" => serde_json::from_str(text).map(Self::Projects),
            "curricula.json" => serde_json::from_str(text).map(Self::Curricula),
            "terms.json" => serde_json::from_str(text).map(Self::Terms),
            "questions" => serde_json::from_str(text).map(Self::Questions),
            "interviews" => serde_json::from_str(text).map(Self::Interview),
            "pay.json" => serde_json::from_str(text).map(Self::Pay),
            _ => return Err("no file of the catalog goes by that name".to_owned()),
        };
        content.map_err(|error| error.to_string())
    }
}

struct TextVisitor;

impl<'de> de::Visitor<'de> for TextVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Sources<'a> {
    pub(super) sources: Vec<Source<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Source<'a> {
    pub(super) id: Text<'a>,
    pub(super) name: Text<'a>,
    pub(super) about: Text<'a>,
    #[serde(default)]
    pub(super) region: Option<Text<'a>>,
    pub(super) year: Option<i16>,
    #[serde(default)]
    pub(super) address: Option<Text<'a>>,
    pub(super) statements: Vec<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Regions<'a> {
    pub(super) regions: Vec<Region<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Region<'a> {
    pub(super) id: Text<'a>,
    pub(super) name: Text<'a>,
    pub(super) short: Text<'a>,
    pub(super) currency: Text<'a>,
    #[serde(default)]
    pub(super) countries: Vec<Text<'a>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Passage<'a> {
    pub(super) text: Text<'a>,
    #[serde(default)]
    pub(super) cites: Vec<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Guide<'a> {
    pub(super) id: Topic,
    pub(super) title: Text<'a>,
    #[serde(default)]
    pub(super) passages: Vec<Passage<'a>>,
    #[serde(default)]
    pub(super) questions: Vec<Faq<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct PayFile<'a> {
    pub(super) figures: Vec<Pay<'a>>,
    pub(super) outlook: Vec<Outlook<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Pay<'a> {
    pub(super) id: Text<'a>,
    pub(super) region: Text<'a>,
    pub(super) roles: Vec<Text<'a>>,
    pub(super) about: Text<'a>,
    pub(super) stage: Stage,
    #[serde(default)]
    pub(super) stage_note: Option<Text<'a>>,
    pub(super) amount: f64,
    pub(super) currency: Text<'a>,
    pub(super) per: Per,
    pub(super) year: Option<i16>,
    pub(super) source: Text<'a>,
    #[serde(default)]
    pub(super) address: Option<Text<'a>>,
    #[serde(default)]
    pub(super) note: Option<Text<'a>>,
    #[serde(default)]
    pub(super) confidence: Option<Doubt>,
    #[serde(default)]
    pub(super) checked: Option<Text<'a>>,
    #[serde(default)]
    pub(super) cites: Vec<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Outlook<'a> {
    pub(super) id: Text<'a>,
    pub(super) region: Text<'a>,
    pub(super) roles: Vec<Text<'a>>,
    pub(super) about: Text<'a>,
    pub(super) text: Text<'a>,
    pub(super) years: Text<'a>,
    pub(super) source: Text<'a>,
    #[serde(default)]
    pub(super) address: Option<Text<'a>>,
    #[serde(default)]
    pub(super) confidence: Option<Doubt>,
    #[serde(default)]
    pub(super) checked: Option<Text<'a>>,
}
