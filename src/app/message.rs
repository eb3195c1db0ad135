//! What can happen, what the program can want from the world, and what it tells.

use jiff::{Timestamp, civil::Date};

use super::{Pane, Size, shape};
use crate::{
    catalog::Text,
    config::Change,
    keys::{Key, Motion, Screen},
    progress::{Notable, Progress},
};

/// What the learner's clock says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day of study it is; it ends in the small hours, not at midnight.
    pub today: Date,
    /// The moment itself.
    pub now: Timestamp,
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The first screen was painted: there is time to plan.
    Began,
    /// A key was pressed.
    Pressed(Key),
    /// Something on the screen was clicked.
    Clicked(Hit),
    /// The wheel was turned over something, down or up.
    Wheeled(Option<Hit>, bool),
    /// A note was written in the learner's editor.
    Edited(Notable, String),
    /// It was not, and why.
    EditFailed(String),
    /// A text was pasted.
    Pasted(String),
    /// The terminal has another size.
    Resized(Size),
    /// It is later now.
    Passed(Moment),
    /// The change of that number, and all before it, are on disk.
    Saved(u64),
    /// The change of that number is not on disk, and why.
    SaveFailed(u64, String),
    /// Somebody else has changed progress; with our own changes it is this now.
    Changed(Box<Progress>),
    /// A copy beside the file holds something new; what to type to bring it in.
    Conflict(String),
    /// The backup that was asked for is the file now.
    Restored,
    /// It is not, and why.
    RestoreFailed(String),
    /// A link could not be opened: there is no browser to open it.
    OpenFailed(Text),
    /// A setting is kept.
    Configured(Change),
    /// It is not, and why.
    ConfigureFailed(String),
    /// Something is wrong with the config file, and what holds instead.
    Misconfigured(String),
}

/// What was pointed at, as it is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// The name of a screen, in the header.
    Screen(Screen),
    /// A line of the list in front, or of what lies over the screen, by its place.
    Place(usize),
    /// Something on the page, by its place among the items.
    Item(usize),
    /// A key in the footer.
    Key(Key),
    /// A part of the screen, apart from what is on it.
    Pane(Pane),
}

/// Everything the program can want from the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Keep this, the change of that number.
    Save(u64, Box<Progress>),
    /// Bring the backup of that name back.
    Restore(String),
    /// Show this address to the learner.
    Open(Text),
    /// Copy this, so that it can be pasted elsewhere.
    Copy(Text),
    /// Let this note be written in the learner's editor.
    Edit(Notable, String),
    /// Keep this setting.
    Configure(Change),
    /// Let the learner back to the shell for a while.
    Suspend,
    /// End the program.
    Quit,
}

/// Something the learner should hear of; it goes with the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Notice {
    Done(String),
    Warning(String),
}

impl Notice {
    /// Whether something is wrong.
    pub(super) fn is_warning(&self) -> bool {
        matches!(self, Self::Warning(_))
    }
}

/// Whether everything is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// There is nothing to save yet.
    Nothing,
    /// All of it is on disk.
    Saved,
    /// Something is not on disk yet.
    Pending,
    /// The last save failed, and why.
    Failed(String),
    /// Nothing can be saved, and why; so nothing can be changed.
    ReadOnly(String),
}

/// Something to read that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The heading above it.
    pub title: String,
    /// What it says, line by line.
    pub lines: Vec<String>,
    /// The first line that is seen.
    pub top: usize,
}

impl Told {
    pub(super) fn scroll(&mut self, motion: Motion) {
        self.top = shape::scrolled(self.top, self.lines.len(), motion);
    }
}
