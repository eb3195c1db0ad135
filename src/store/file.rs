//! The progress file as it is written: its fields, and what they mean to the
//! rest of the program.
//!
//! ```json
//! {
//!   "version": 1,
//!   "goal": { "role": "back-end-developer", "scope": "everything" },
//!   "region": "uk",
//!   "picks": ["python-core"],
//!   "hours": { "mon": 60, "sat": 240 },
//!   "start": "2026-12-01",
//!   "breaks": { "2026-12-20": "2027-01-03" },
//!   "pins": { "docker": "git-basics", "http-basics": null },
//!   "baseline": { "git-basics": "2026-12-05" },
//!   "hide_dates": true,
//!   "skills": {
//!     "git-basics": {
//!       "proofs": { "p1": "2026-11-21" },
//!       "claimed": "2026-11-22",
//!       "log": { "2026-11-21.7f3a9c12": 45 }
//!     }
//!   },
//!   "routes": {
//!     "degree-uk": { "since": "2026-11-21", "milestones": { "m01": "2026-11-21" } }
//!   }
//! }
//! ```
//!
//! Times are in minutes; a log entry's id is its date and letters chosen at
//! random. Of a break, both days are part. What is pinned comes right behind
//! another skill, or, behind `null`, first.
//!
//! Fields and ids that are not known here stay in `rest` or under their name,
//! and are written again as they were read.

mod settings;
mod unique;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, error::Category};

use self::unique::Unique;

use crate::{
    catalog::{Catalog, Route, Skill},
    progress::{self, Depth, EntryId, Progress, Record, Verdict},
};

/// The version of the format that is written.
pub const VERSION: u32 = 1;

/// The file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProgressFile {
    version: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    goal: Option<Goal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    region: Option<String>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    picks: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    hours: BTreeMap<String, u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    start: Option<Date>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    breaks: BTreeMap<Date, Date>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pins: BTreeMap<String, Option<String>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    baseline: BTreeMap<String, Date>,
    #[serde(default, skip_serializing_if = "is_false")]
    hide_dates: bool,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    skills: BTreeMap<String, SkillEntry>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    routes: BTreeMap<String, RouteEntry>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Goal {
    role: String,
    scope: String,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SkillEntry {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    proofs: BTreeMap<String, Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    claimed: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    skipped: Option<Date>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    log: BTreeMap<String, u32>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RouteEntry {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<Date>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    milestones: BTreeMap<String, Date>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks like this")]
fn is_false(it: &bool) -> bool {
    !it
}

/// Why some bytes are not a progress file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Misread {
    Newer(u32),
    Damaged(String),
}

/// What often happens to files, in words that say so.
fn harm(bytes: &[u8]) -> Option<&'static str> {
    let contains = |words: &[u8]| bytes.windows(words.len()).any(|it| it == words);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        Some("it is empty")
    } else if bytes.iter().all(|byte| *byte == 0) {
        Some("it holds nothing but zeros")
    } else if contains(b"\n<<<<<<< ") && contains(b"\n>>>>>>> ") {
        Some("git was not done with merging it; see the lines that begin with <<<<<<<")
    } else {
        None
    }
}

impl From<serde_json::Error> for Misread {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        Self::Damaged(match error.classify() {
            Category::Eof => format!("it ends too early, at line {line} column {column}"),
            Category::Io | Category::Syntax | Category::Data => error.to_string(),
        })
    }
}

impl Default for ProgressFile {
    fn default() -> Self {
        Self {
            version: VERSION,
            goal: None,
            region: None,
            picks: BTreeSet::new(),
            hours: BTreeMap::new(),
            start: None,
            breaks: BTreeMap::new(),
            pins: BTreeMap::new(),
            baseline: BTreeMap::new(),
            hide_dates: false,
            skills: BTreeMap::new(),
            routes: BTreeMap::new(),
            rest: Map::new(),
        }
    }
}

impl ProgressFile {
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, Misread> {
        #[derive(Deserialize)]
        #[serde(expecting = "an object with a `version`")]
        struct Versioned {
            version: u64,
        }
        if let Some(reason) = harm(bytes) {
            return Err(Misread::Damaged(reason.to_owned()));
        }
        let Versioned { version } = serde_json::from_slice(bytes)?;
        match u32::try_from(version).unwrap_or(u32::MAX) {
            VERSION => {
                let file = serde_json::from_slice(bytes)?;
                serde_json::from_slice::<Unique>(bytes)?;
                Ok(file)
            }
            0 => Err(Misread::Damaged("there is no version 0".to_owned())),
            version => Err(Misread::Newer(version)),
        }
    }

    /// The file as it is written: one fact on each line, in an order that does not change.
    pub(super) fn text(&self) -> String {
        // Text and numbers in maps with text keys: there is nothing that could fail.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// What the file says to this program.
    pub(super) fn progress(&self, catalog: &Catalog) -> Progress {
        let mut progress = Progress::default();
        progress.goal = self.goal.as_ref().and_then(|it| it.known(catalog));
        progress.region = self.region.as_deref().and_then(|id| catalog.find_region(id));
        progress.picks.extend(self.picks.iter().filter_map(|id| catalog.find_skill(id)));
        self.tell_wishes(catalog, &mut progress);
        for (id, entry) in &self.skills {
            if let Some(id) = catalog.find_skill(id) {
                progress.set_record(id, entry.known(catalog.skill(id)));
            }
        }
        for (id, entry) in &self.routes {
            if let Some(id) = catalog.find_route(id) {
                progress.set_journey(id, entry.known(catalog.route(id)));
            }
        }
        progress
    }

    /// This file with what the learner wants and has done now; what this
    /// program does not know stays.
    pub(super) fn with(&self, catalog: &Catalog, progress: &Progress) -> Self {
        let mut file = self.clone();
        file.version = VERSION;
        let goal_is_known = self.goal.as_ref().is_none_or(|it| it.known(catalog).is_some());
        if goal_is_known || progress.goal.is_some() {
            let rest = file.goal.take().map(|goal| goal.rest).unwrap_or_default();
            file.goal = progress.goal.map(|goal| Goal {
                role: catalog.role(goal.role).id.to_string(),
                scope: goal.depth.word().to_owned(),
                rest,
            });
        }
        let region_is_known =
            self.region.as_deref().is_none_or(|id| catalog.find_region(id).is_some());
        if region_is_known || progress.region.is_some() {
            file.region = progress.region.map(|id| catalog.region(id).id.to_string());
        }
        file.picks.retain(|id| catalog.find_skill(id).is_none());
        file.picks.extend(progress.picks.iter().map(|id| catalog.skill(*id).id.to_string()));
        file.set_wishes(catalog, progress);
        file.set_skills(catalog, progress);
        file.set_routes(catalog, progress);
        file
    }

    fn set_skills(&mut self, catalog: &Catalog, progress: &Progress) {
        let untouched = Record::default();
        for (id, skill) in catalog.skills() {
            let record = progress.record(id).unwrap_or(&untouched);
            let mut entry = self.skills.remove(&*skill.id).unwrap_or_default();
            entry.set(skill, record);
            if entry != SkillEntry::default() {
                self.skills.insert(skill.id.to_string(), entry);
            }
        }
    }

    fn set_routes(&mut self, catalog: &Catalog, progress: &Progress) {
        let untouched = progress::Journey::default();
        for (id, route) in catalog.routes() {
            let journey = progress.journey(id).unwrap_or(&untouched);
            let mut entry = self.routes.remove(&*route.id).unwrap_or_default();
            entry.set(route, journey);
            if entry != RouteEntry::default() {
                self.routes.insert(route.id.to_string(), entry);
            }
        }
    }
}

impl Goal {
    fn known(&self, catalog: &Catalog) -> Option<progress::Goal> {
        let role = catalog.find_role(&self.role)?;
        let depth = Depth::ALL.into_iter().find(|it| it.word() == self.scope)?;
        Some(progress::Goal { role, depth })
    }
}

impl SkillEntry {
    fn known(&self, skill: &Skill) -> Record {
        let ticks = self.proofs.iter();
        let ticks = ticks.filter_map(|(id, date)| Some((skill.find_proof(id)?, *date))).collect();
        let verdict = match (self.claimed, self.skipped) {
            // By the rule that two files are brought together by: what was said last.
            (Some(claimed), Some(skipped)) if claimed < skipped => Some(Verdict::Skipped(skipped)),
            (Some(claimed), _) => Some(Verdict::Claimed(claimed)),
            (None, skipped) => skipped.map(Verdict::Skipped),
        };
        let log = self.log.iter();
        let log = log.filter_map(|(id, minutes)| Some((EntryId::parse(id)?, *minutes))).collect();
        Record { ticks, log, verdict }
    }

    fn set(&mut self, skill: &Skill, record: &Record) {
        self.proofs.retain(|id, _| skill.find_proof(id).is_none());
        for (id, proof) in skill.proofs() {
            if let Some(date) = record.ticks.get(&id) {
                self.proofs.insert(proof.id.to_string(), *date);
            }
        }
        self.log.retain(|id, _| EntryId::parse(id).is_none());
        self.log.extend(record.log.iter().map(|(id, minutes)| (id.to_string(), *minutes)));
        (self.claimed, self.skipped) = match record.verdict {
            Some(Verdict::Claimed(date)) => (Some(date), None),
            Some(Verdict::Skipped(date)) => (None, Some(date)),
            None => (None, None),
        };
    }
}

impl RouteEntry {
    fn known(&self, route: &Route) -> progress::Journey {
        let ticks = self.milestones.iter();
        let ticks = ticks.filter_map(|(id, date)| Some((route.find_milestone(id)?, *date)));
        progress::Journey { since: self.since, ticks: ticks.collect() }
    }

    fn set(&mut self, route: &Route, journey: &progress::Journey) {
        self.milestones.retain(|id, _| route.find_milestone(id).is_none());
        for (id, milestone) in route.milestones() {
            if let Some(date) = journey.ticks.get(&id) {
                self.milestones.insert(milestone.id.to_string(), *date);
            }
        }
        self.since = journey.since;
    }
}
