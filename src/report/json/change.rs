//! What has come of a command that changes something.

use serde::Serialize;

/// What has come of it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(clippy::struct_field_names, reason = "that is what the field says")]
pub struct Changed {
    /// What was done, in words.
    did: String,
    /// Whether anything is other than it was.
    changed: bool,
    /// What has come of it, in words.
    told: String,
}

/// What has come of a command.
pub fn changed(did: String, changed: bool, told: String) -> Changed {
    Changed { did, changed, told }
}

/// A backup.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Backup {
    /// What it goes by.
    which: String,
    /// When its content was saved first: `2026-11-20 18:30`.
    saved: Option<String>,
    /// How much it holds; none if it cannot be understood.
    holds: Option<String>,
}

/// A backup in a list.
pub fn backup(which: &str, saved: Option<String>, holds: Option<String>) -> Backup {
    Backup { which: which.to_owned(), saved, holds }
}
