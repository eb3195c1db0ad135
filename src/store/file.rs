//! The progress file as it is written: its fields, and what they mean to the
//! rest of the program.
//!
//! ```json
//! {
//!   "version": 2,
//!   "goal": { "role": "back-end-developer", "scope": "everything" },
//!   "region": "uk",
//!   "picks": ["python-core"],
//!   "hours": { "mon": 60, "sat": 240 },
//!   "start": "2026-12-01",
//!   "breaks": { "2026-12-20": "2027-01-03" },
//!   "pins": { "containers/working": "git-basics/working", "http-basics/working": null },
//!   "baseline": { "git-basics/working": "2026-12-05", "project/bookmarks": "2027-02-01" },
//!   "experience": 30,
//!   "hide_dates": true,
//!   "hide_looks": true,
//!   "review_share": 10,
//!   "timers": {
//!     "2026-11-23.51c7e0a2": { "skill": "git-basics", "since": "2026-11-23T18:04:11Z" }
//!   },
//!   "skills": {
//!     "git-basics": {
//!       "proofs": { "p1": "2026-11-21" },
//!       "claims": { "working": "2026-11-22" },
//!       "log": { "2026-11-21.7f3a9c12": 45 },
//!       "evidence": { "p1": "https://example.org/my-repository" },
//!       "hours": { "practitioner": 720 },
//!       "read": { "https://git-scm.com/book": "2026-11-23" },
//!       "note": "Branches are cheap.\nRebase before a review."
//!     }
//!   },
//!   "projects": {
//!     "bookmarks": {
//!       "points": { "empty": "2027-01-30" },
//!       "evidence": { "empty": "~/bookmarks" },
//!       "log": { "2027-01-30.90d4b6ff": 120 }
//!     }
//!   },
//!   "reviews": { "git-basics-w1": { "2026-12-01.0f3b11c9": "good" } },
//!   "roles": { "back-end-developer": { "note": "to build what others rely on" } },
//!   "routes": {
//!     "degree-uk": { "since": "2026-11-21", "milestones": { "m01": "2026-11-21" } }
//!   }
//! }
//! ```
//!
//! Times are in minutes; a log entry's id is its date and letters chosen at
//! random. Of a break, both days are part. A rung of a skill is written
//! `skill/rung`, a project `project/id`; what is pinned comes right behind
//! something else, or, behind `null`, first. A claim of a rung is one of all
//! rungs below it. Experience is in months. The hours of a skill's rungs are those
//! the learner expects. What was read goes by its address. A note may have several
//! lines; evidence has one. Projects and routes may have a note, too. A clock that
//! runs goes by the name of the entry it becomes, and is for a skill or a project. What
//! is remembered goes by the name of the question that came back; the share of a week
//! for that is in percent.
//!
//! Fields and ids that are not known here stay in `rest` or under their name,
//! and are written again as they were read.

pub(super) mod manner;
mod meaning;
mod notes;
mod time;
mod unique;

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, error::Category};

pub(super) use self::meaning::{FORMAT_1, PROOFS, described};
use self::unique::Unique;

/// The version of the format that is written.
pub const VERSION: u32 = 2;

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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    experience: Option<u32>,
    #[serde(default, skip_serializing_if = "is_false")]
    hide_dates: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    hide_looks: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    review_share: Option<u32>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    timers: BTreeMap<String, TimerEntry>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    skills: BTreeMap<String, SkillEntry>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    projects: BTreeMap<String, ProjectEntry>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    roles: BTreeMap<String, RoleEntry>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    routes: BTreeMap<String, RouteEntry>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    reviews: BTreeMap<String, BTreeMap<String, String>>,
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

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct TimerEntry {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    skill: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    project: Option<String>,
    since: Timestamp,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SkillEntry {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    proofs: BTreeMap<String, Date>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    claims: BTreeMap<String, Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    skipped: Option<Date>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    log: BTreeMap<String, u32>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    evidence: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    hours: BTreeMap<String, u32>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    read: BTreeMap<String, Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ProjectEntry {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    points: BTreeMap<String, Date>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    evidence: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    log: BTreeMap<String, u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RoleEntry {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
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
    } else if bytes.trim_ascii_start().starts_with(b"[") {
        Some("it is a list, and progress is an object with a `version`")
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
            experience: None,
            hide_dates: false,
            hide_looks: false,
            review_share: None,
            timers: BTreeMap::new(),
            skills: BTreeMap::new(),
            projects: BTreeMap::new(),
            roles: BTreeMap::new(),
            routes: BTreeMap::new(),
            reviews: BTreeMap::new(),
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
                Self::has_no_twins(bytes)?;
                Ok(file)
            }
            0 => Err(Misread::Damaged("there is no version 0".to_owned())),
            version => Err(Misread::Newer(version)),
        }
    }

    /// That no object in a file has a field twice, of which one would be lost.
    pub(super) fn has_no_twins(bytes: &[u8]) -> Result<(), Misread> {
        serde_json::from_slice::<Unique>(bytes)?;
        Ok(())
    }

    /// The file as it is written: one fact on each line, in an order that does not change.
    pub(super) fn text(&self) -> String {
        // Text and numbers in maps with text keys: there is nothing that could fail.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}
