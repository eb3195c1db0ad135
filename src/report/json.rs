//! Everything as JSON, under the ids of the catalog and names that stay.
//!
//! Each answer is a type, and each type is made by naming every field of what it
//! tells of: a new one cannot be forgotten without the compiler asking. The types
//! are described in `assets/format/answers.schema.json`, which `rungs schema
//! answers` prints.
//!
//! A thing says its `id`; who speaks of it says which: `skill`, `role`, `route`. A
//! number called `hours` is a number of hours; an estimate is an `estimate`, and
//! the days of a week are a `week`.

mod catalog;
mod change;
mod compare;
mod config;
mod fact;
mod history;
mod plan;
mod project;
mod review;
mod role;
mod route;
mod settings;
mod skill;
mod status;
mod time;
mod written;

use serde::Serialize;

pub use self::{
    catalog::{Area, Guide, Region, Source, Term, areas, guides, regions, sources, terms},
    change::{Backup, Changed, backup, changed},
    compare::{Way, roles_compared, routes_compared, way},
    config::{Config, config},
    history::{History, history},
    plan::{Drop, Next, Plan, drop, next, plan},
    project::{Project, path, project, projects},
    review::{Review, Reviews, review, reviews},
    role::{Role, role, roles},
    route::{Route, route, routes},
    settings::{Settings, settings},
    skill::{Readable, Skill, resources, skill, skills},
    status::{Found, Status, hits, status},
    time::{Happened, Timer, journal, timers},
    written::{Noted, Shown, evidence, note},
};

/// A JSON Schema of everything that is answered; a test holds it to the types.
pub const SCHEMA: &str = include_str!("../../assets/format/answers.schema.json");

/// An answer as it is printed.
pub fn printed<T: Serialize>(answer: &T) -> String {
    // Texts and numbers in structs: there is nothing that could fail.
    serde_json::to_string_pretty(answer).unwrap_or_default() + "\n"
}

/// Low, likely and high.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Range {
    /// In one of ten cases it is less.
    low: f64,
    /// As a rule.
    likely: f64,
    /// In one of ten cases it is more.
    high: f64,
}

fn hours(minutes: u32) -> f64 {
    f64::from(minutes) / 60.0
}

#[cfg(test)]
mod tests;
