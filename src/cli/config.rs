//! The config file as the command line shows, checks and begins it.

use std::path::{Path, PathBuf};

use super::{Failure, line::ConfigCommand};
use crate::{
    config::{self, Config, Fault},
    keys::{self, Keymap},
    report::json,
    store,
};

/// Says where another config file is.
const VARIABLE: &str = "RUNGS_CONFIG";

/// What the config file says.
#[derive(Debug)]
pub(super) struct Read {
    /// Where it is; none where there is no home folder.
    pub(super) path: Option<PathBuf>,
    /// Whether there is one.
    is_there: bool,
    /// What holds.
    pub(super) config: Config,
    /// The keys that hold.
    pub(super) keymap: &'static Keymap,
    /// What is wrong with it, as sentences that name the place.
    pub(super) wrong: Vec<String>,
}

/// Reads the file: the one that is named, that of the environment, or the usual one.
/// Whatever is wrong with it, something holds.
pub(super) fn read(named: Option<PathBuf>) -> Read {
    let variable = || std::env::var_os(VARIABLE).filter(|it| !it.is_empty()).map(PathBuf::from);
    let path = store::config_place(named.or_else(variable));
    let text = path.as_deref().map_or(Ok(None), store::read_config);
    let (text, mut wrong) = match text {
        Ok(text) => (text, Vec::new()),
        Err(error) => (None, vec![error.to_string()]),
    };
    let (config, mut faults) = config::parse(text.as_deref().unwrap_or_default());
    let keymap = keymap(&config.keys).unwrap_or_else(|wrong| {
        faults.extend(wrong);
        Keymap::standard()
    });
    let place = path.as_deref().map(|it| it.display().to_string()).unwrap_or_default();
    wrong.extend(faults.iter().map(|Fault { line, text }| format!("{place}:{line}: {text}")));
    Read { path, is_there: text.is_some(), config, keymap, wrong }
}

/// The table with the learner's own keys. One of them that cannot be makes all of
/// them not hold, or keys would do what nobody has thought of.
fn keymap(own: &[config::Rebinding]) -> Result<&'static Keymap, Vec<Fault>> {
    if own.is_empty() {
        return Ok(Keymap::standard());
    }
    let rebinding = |it: &config::Rebinding| {
        let config::Rebinding { scope, word, keys, line: _ } = it.clone();
        keys::Rebinding { scope, word, keys }
    };
    let all: Vec<keys::Rebinding> = own.iter().map(rebinding).collect();
    // There is one for as long as the program runs.
    let map = Keymap::rebound(&all).map(|map| &*Box::leak(Box::new(map)));
    map.map_err(|wrong| wrong.into_iter().map(|text| fault(own, &text)).collect())
}

/// A fault of the keys, at the last line it speaks of.
fn fault(own: &[config::Rebinding], text: &str) -> Fault {
    let is_meant = |it: &&config::Rebinding| {
        let names = it.keys.iter().chain([&it.word]).map(|it| format!("`{it}`"));
        names.chain([format!("`keys.{}`", it.scope)]).any(|name| text.contains(&name))
    };
    let line = own.iter().rfind(is_meant).or(own.first()).map_or(1, |it| it.line);
    Fault { line, text: format!("{text}; till that is mended all keys are as they come") }
}

impl Read {
    /// What the learner should hear of when the program opens.
    pub(super) fn complaint(&self) -> Option<String> {
        let (first, rest) = self.wrong.split_first()?;
        let more = match rest.len() {
            0 => String::new(),
            more => format!(" And {more} more: `rungs config --check` names them."),
        };
        Some(format!("{first}.{more}"))
    }
}

/// Does what is asked for.
pub(super) fn answer(
    command: ConfigCommand,
    read: &Read,
    as_json: bool,
) -> Result<String, Failure> {
    let no_home = || "there is no home folder for a config file; name one with --config FILE";
    let path = read.path.as_deref().ok_or_else(|| Failure::Failed(no_home().to_owned()))?;
    let (did, is_new, told) = match command {
        ConfigCommand::Show if as_json => {
            let said = json::config(path, read.is_there, &read.config, &read.wrong);
            return Ok(json::printed(&said));
        }
        ConfigCommand::Show => return Ok(shown(path, read)),
        ConfigCommand::Check if read.wrong.is_empty() => {
            ("checking the config file", false, checked(path, read))
        }
        ConfigCommand::Check => return Err(Failure::Failed(read.wrong.join("\nrungs: "))),
        ConfigCommand::Begin => ("beginning a config file", true, begun(path)?),
    };
    Ok(if as_json {
        json::printed(&json::changed(did.to_owned(), is_new, told.trim_end().to_owned()))
    } else {
        told
    })
}

fn begun(path: &Path) -> Result<String, Failure> {
    if path.exists() {
        let path = path.display();
        return Err(Failure::Misused(format!("{path} is there already, and is left as it is")));
    }
    store::begin_config(path)?;
    Ok(format!("Written to {}: every setting as it is by default, explained.\n", path.display()))
}

fn checked(path: &Path, read: &Read) -> String {
    let path = path.display();
    if read.is_there {
        format!("{path} is in order.\n")
    } else {
        format!("There is no {path}; all is as it is by default.\n")
    }
}

/// Where the file is, and what holds.
fn shown(path: &Path, read: &Read) -> String {
    let there = if read.is_there { "" } else { " (not there; `rungs config --init` writes it)" };
    let mut lines = vec![format!("file     {}{there}", path.display())];
    for it in read.config.settings() {
        lines.push(format!("{:<8} {}", it.name(), it.word()));
    }
    for it in &read.config.keys {
        let keys = if it.keys.is_empty() { "none".to_owned() } else { it.keys.join(" ") };
        lines.push(format!("key      {}.{}: {keys}", it.scope, it.word));
    }
    lines.extend(read.wrong.iter().map(|it| format!("wrong    {it}")));
    lines.join("\n") + "\n"
}
