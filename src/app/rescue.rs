//! A file that cannot be understood: its backups are offered, and nothing else
//! can be done until one of them is brought back.

use super::{App, Effect, Overlay, Saving, shape};
use crate::{keys::Motion, words};

/// What is said of the file, and what is offered.
#[derive(Clone, Debug)]
pub struct Rescue {
    /// The name of the file.
    pub file: String,
    /// What is wrong with it, and where.
    pub reason: String,
    /// The name of the copy beside it; none if there could be none.
    pub copy: Option<String>,
    /// The backups that can be understood, the newest first.
    pub offers: Vec<Offer>,
    /// The one that is marked.
    pub cursor: usize,
}

/// A backup that can be brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it goes by.
    pub which: String,
    /// When it was saved.
    pub saved: String,
    /// How much it holds.
    pub holds: String,
}

impl Rescue {
    /// What is wrong with the file, and what has become of it.
    pub fn said(&self) -> String {
        let reason = words::capitalised(&self.reason);
        let copy = match &self.copy {
            Some(copy) => format!("a copy is in {copy}"),
            None => "a copy could not be made".to_owned(),
        };
        format!("{reason}. It is left as it is; {copy}.")
    }
}

impl App {
    /// Offers backups instead of a file that cannot be understood.
    #[must_use]
    pub fn rescuing(mut self, rescue: Rescue) -> Self {
        self.saving = Saving::ReadOnly(rescue.reason.clone());
        self.overlay = Some(Overlay::Rescue(rescue));
        self
    }

    /// Whether there is no progress to work with until a backup is brought back.
    pub fn is_rescuing(&self) -> bool {
        matches!(self.overlay, Some(Overlay::Rescue(_)))
    }
}

pub(super) fn move_cursor(app: &mut App, motion: Motion) {
    if let Some(Overlay::Rescue(rescue)) = &mut app.overlay {
        rescue.cursor = shape::scrolled(rescue.cursor, rescue.offers.len(), motion);
    }
}

/// Asks for the backup that is marked.
pub(super) fn answer(app: &mut App) -> Vec<Effect> {
    let Some(Overlay::Rescue(rescue)) = &app.overlay else { return Vec::new() };
    let offer = rescue.offers.get(rescue.cursor);
    offer.map(|it| Effect::Restore(it.which.clone())).into_iter().collect()
}

/// The file can be read again, by our doing or by somebody else's.
pub(super) fn end(app: &mut App) {
    if app.is_rescuing() {
        app.overlay = None;
        app.saving = Saving::Saved;
    }
}
