//! What can be written on the command line in words of one's own, and marked.

use clap::Args;
use clap_complete::engine::ArgValueCompleter;

use super::{Ask, Do, OnProgress, Writing};
use crate::cli::ids::{parts, skills, things};

/// A note, to be shown, written or taken away.
#[derive(Debug, Args)]
pub(in crate::cli) struct Note {
    /// The role, skill, project or route; `role/ID` and so on where a name is that of several
    #[arg(value_name = "WHAT", add = ArgValueCompleter::new(things))]
    what: String,
    /// What to note in place of the note there is; without it, the note is shown
    #[arg(conflicts_with_all = ["undo", "edit"])]
    text: Vec<String>,
    /// Write it in your editor: $VISUAL, or else $EDITOR
    #[arg(long, conflicts_with = "undo")]
    edit: bool,
    /// Take the note away
    #[arg(long)]
    undo: bool,
}

/// Evidence, to be shown, kept or taken away.
#[derive(Debug, Args)]
pub(in crate::cli) struct Evidence {
    /// The skill or project
    #[arg(value_name = "SKILL|PROJECT", add = ArgValueCompleter::new(things))]
    of: String,
    /// Its proof or acceptance point
    #[arg(value_name = "PROOF|POINT", add = ArgValueCompleter::new(parts))]
    part: String,
    /// A link, a path or a sentence; without it, what is kept is shown
    #[arg(conflicts_with = "undo")]
    text: Vec<String>,
    /// Take it away
    #[arg(long)]
    undo: bool,
}

/// How long a rung takes oneself.
#[derive(Debug, Args)]
pub(in crate::cli) struct Estimate {
    /// The skill, or one of its rungs: sql-queries/working
    #[arg(add = ArgValueCompleter::new(skills))]
    skill: String,
    /// How long: 12h, 7h30m or 90m
    #[arg(required_unless_present = "undo")]
    time: Option<String>,
    /// Go back to the usual hours
    #[arg(long, conflicts_with = "time")]
    undo: bool,
}

/// Resources that were read.
#[derive(Debug, Args)]
pub(in crate::cli) struct Read {
    /// The skill
    #[arg(add = ArgValueCompleter::new(skills))]
    skill: String,
    /// Its resources, by number or address; without any, they are listed
    #[arg(value_name = "RESOURCE", required_if_eq("undo", "true"))]
    resources: Vec<String>,
    /// Take it back
    #[arg(long)]
    undo: bool,
}

impl Note {
    pub(super) fn sorted(self) -> OnProgress {
        let Self { what, text, edit, undo } = self;
        let text = said(&text);
        if edit {
            OnProgress::EditNote(what)
        } else if undo || text.is_some() {
            OnProgress::Do(Do::Write(Writing::Note { what, text }))
        } else {
            OnProgress::Ask(Ask::Note(what))
        }
    }
}

impl Evidence {
    pub(super) fn sorted(self) -> OnProgress {
        let Self { of, part, text, undo } = self;
        let text = said(&text);
        if undo || text.is_some() {
            OnProgress::Do(Do::Write(Writing::Evidence { of, part, text }))
        } else {
            OnProgress::Ask(Ask::Evidence { of, part })
        }
    }
}

impl Estimate {
    pub(super) fn sorted(self) -> OnProgress {
        let Self { skill, time, undo: _ } = self;
        OnProgress::Do(Do::Write(Writing::Estimate { skill, time }))
    }
}

impl Read {
    pub(super) fn sorted(self) -> OnProgress {
        let Self { skill, resources, undo } = self;
        if resources.is_empty() {
            OnProgress::Ask(Ask::Resources(skill))
        } else {
            OnProgress::Do(Do::Write(Writing::Read { skill, resources, undo }))
        }
    }
}

/// The words that were typed, if there are any.
fn said(words: &[String]) -> Option<String> {
    (!words.is_empty()).then(|| words.join(" "))
}
