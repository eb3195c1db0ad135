//! The catalog as it is written in files: names instead of ids, nothing checked yet.
//!
//! Texts are borrowed from what is read, so that reading copies nothing.

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Deserializer, de};

use super::scales::{Access, Family, Form, Importance, Level, Per, Rung, Stage, Topic};

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
    pub(super) statements: u16,
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
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Passage<'a> {
    pub(super) text: Text<'a>,
    #[serde(default)]
    pub(super) cites: Vec<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Area<'a> {
    pub(super) id: Text<'a>,
    pub(super) name: Text<'a>,
    pub(super) summary: Text<'a>,
    pub(super) skills: Vec<Skill<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Skill<'a> {
    pub(super) id: Text<'a>,
    pub(super) name: Text<'a>,
    #[serde(default)]
    pub(super) also: Vec<Text<'a>>,
    pub(super) level: Level,
    pub(super) summary: Text<'a>,
    #[serde(default)]
    pub(super) why: Vec<Passage<'a>>,
    pub(super) prerequisites: Vec<Text<'a>>,
    #[serde(default)]
    pub(super) prerequisites_any: Vec<Vec<Text<'a>>>,
    pub(super) hours: Hours<'a>,
    pub(super) proofs: Vec<Proof<'a>>,
    pub(super) resources: Vec<Resource<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Hours<'a> {
    pub(super) low: u32,
    pub(super) likely: u32,
    pub(super) high: u32,
    pub(super) basis: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Proof<'a> {
    pub(super) id: Text<'a>,
    pub(super) text: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Resource<'a> {
    pub(super) title: Text<'a>,
    pub(super) kind: Form,
    pub(super) publisher: Text<'a>,
    pub(super) address: Text<'a>,
    pub(super) access: Access,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Role<'a> {
    pub(super) id: Text<'a>,
    pub(super) name: Text<'a>,
    #[serde(default)]
    pub(super) also: Vec<Text<'a>>,
    pub(super) family: Family,
    pub(super) order: u32,
    pub(super) summary: Text<'a>,
    pub(super) about: Vec<Passage<'a>>,
    pub(super) duties: Vec<Passage<'a>>,
    pub(super) requirements: Vec<Requirement<'a>>,
    pub(super) ladder: Ladder<'a>,
    #[serde(default)]
    pub(super) differences: Vec<Difference<'a>>,
    #[serde(default)]
    pub(super) suits: Vec<Passage<'a>>,
    #[serde(default)]
    pub(super) conditions: Vec<Passage<'a>>,
    #[serde(default)]
    pub(super) day: Vec<Passage<'a>>,
    #[serde(default)]
    pub(super) employers: Vec<Passage<'a>>,
    #[serde(default)]
    pub(super) pay_levers: Vec<Passage<'a>>,
    #[serde(default)]
    pub(super) outlook: Vec<Passage<'a>>,
    #[serde(default)]
    pub(super) job_search: Vec<Passage<'a>>,
    #[serde(default)]
    pub(super) ways_in: Vec<Passage<'a>>,
    #[serde(default)]
    pub(super) questions: Vec<Question<'a>>,
    #[serde(default)]
    pub(super) guides: Vec<Topic>,
    #[serde(default)]
    pub(super) codes: Vec<Occupation<'a>>,
    #[serde(default)]
    pub(super) code_note: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Requirement<'a> {
    #[serde(default)]
    pub(super) skill: Option<Text<'a>>,
    #[serde(default)]
    pub(super) one_of: Option<Vec<Text<'a>>>,
    #[serde(default)]
    pub(super) name: Option<Text<'a>>,
    pub(super) importance: Importance,
    pub(super) depth: Rung,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Ladder<'a> {
    pub(super) track: Text<'a>,
    pub(super) step: u8,
    #[serde(default)]
    pub(super) from: Vec<Text<'a>>,
    #[serde(default)]
    pub(super) to: Vec<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Difference<'a> {
    pub(super) role: Text<'a>,
    pub(super) text: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Question<'a> {
    pub(super) question: Text<'a>,
    pub(super) answer: Vec<Passage<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Occupation<'a> {
    pub(super) system: Text<'a>,
    pub(super) code: Text<'a>,
    pub(super) title: Text<'a>,
    #[serde(default)]
    pub(super) address: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Guide<'a> {
    pub(super) id: Topic,
    pub(super) title: Text<'a>,
    #[serde(default)]
    pub(super) passages: Vec<Passage<'a>>,
    #[serde(default)]
    pub(super) questions: Vec<Question<'a>>,
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
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
#[expect(clippy::struct_field_names, reason = "that is what the field is called in files")]
pub(super) struct Kind<'a> {
    pub(super) kind: Text<'a>,
    pub(super) name: Text<'a>,
    pub(super) summary: Text<'a>,
    pub(super) routes: Vec<Route<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Route<'a> {
    pub(super) id: Text<'a>,
    pub(super) region: Text<'a>,
    pub(super) name: Text<'a>,
    pub(super) summary: Vec<Passage<'a>>,
    pub(super) duration: Duration<'a>,
    pub(super) load: Load<'a>,
    pub(super) cost: Cost<'a>,
    pub(super) credential: Text<'a>,
    pub(super) entry: Vec<Text<'a>>,
    pub(super) suits: Text<'a>,
    pub(super) pros: Vec<Text<'a>>,
    pub(super) cons: Vec<Text<'a>>,
    #[serde(default)]
    pub(super) covers: Vec<Text<'a>>,
    pub(super) milestones: Vec<Milestone<'a>>,
    #[serde(default)]
    pub(super) figures: Vec<Figure<'a>>,
    #[serde(default)]
    pub(super) official: Vec<Link<'a>>,
    #[serde(default)]
    pub(super) note: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Duration<'a> {
    pub(super) low_weeks: u32,
    pub(super) high_weeks: u32,
    pub(super) text: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Load<'a> {
    pub(super) low_hours: u32,
    pub(super) high_hours: u32,
    pub(super) text: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Cost<'a> {
    pub(super) currency: Text<'a>,
    pub(super) low: u32,
    pub(super) high: u32,
    pub(super) per: Text<'a>,
    pub(super) text: Text<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Milestone<'a> {
    pub(super) id: Text<'a>,
    pub(super) title: Text<'a>,
    pub(super) detail: Text<'a>,
    pub(super) week: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Figure<'a> {
    pub(super) label: Text<'a>,
    pub(super) value: Text<'a>,
    #[serde(default)]
    pub(super) year: Option<Text<'a>>,
    pub(super) source: Text<'a>,
    #[serde(default)]
    pub(super) address: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct Link<'a> {
    pub(super) title: Text<'a>,
    pub(super) address: Text<'a>,
}
