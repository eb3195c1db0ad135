//! What is set.

use std::path::Path;

use serde::Serialize;

use crate::config::{self, Rebinding, SignChoice, ThemeName};

/// What is set, and where.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Config<'a> {
    file: String,
    /// Whether there is such a file; without one all is as it is by default.
    exists: bool,
    theme: &'static str,
    mouse: bool,
    motion: bool,
    /// `auto`, `unicode` or `ascii`.
    signs: &'static str,
    keys: Vec<Rebound<'a>>,
    /// What is wrong with the file, and where; the rest holds.
    wrong: &'a [String],
}

/// The keys of something that has others than by default.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Rebound<'a> {
    /// Where they hold.
    scope: &'a str,
    /// What they do.
    name: &'a str,
    keys: &'a [String],
}

/// What the file at that place says.
pub fn config<'a>(
    path: &Path,
    exists: bool,
    config: &'a config::Config,
    wrong: &'a [String],
) -> Config<'a> {
    let config::Config { theme, has_mouse, has_motion, signs, keys } = config;
    let rebound = |it: &'a Rebinding| {
        let Rebinding { scope, word, keys, line: _ } = it;
        Rebound { scope, name: word, keys }
    };
    Config {
        file: path.display().to_string(),
        exists,
        theme: ThemeName::word(*theme),
        mouse: *has_mouse,
        motion: *has_motion,
        signs: SignChoice::word(*signs),
        keys: keys.iter().map(rebound).collect(),
        wrong,
    }
}
