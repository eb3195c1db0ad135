//! A file that cannot be understood, or is gone: its backups are offered, and
//! nothing else can be done until one of them is brought back.

use super::{App, Effect, Overlay, Saving, shape, welcome};
use crate::{keys::Motion, words};

/// What is said of the file, and what is offered.
#[derive(Clone, Debug)]
pub struct Rescue {
    /// The name of the file.
    pub file: String,
    /// What is wrong with it.
    pub harm: Harm,
    /// The backups that can be understood, the newest first.
    pub offers: Vec<Offer>,
    /// The one that is marked.
    pub cursor: usize,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Harm {
    /// It cannot be understood.
    Damaged {
        /// Why, and where.
        reason: String,
        /// The name of the copy beside it; none if there could be none.
        copy: Option<String>,
    },
    /// It is not there, though there are backups of it. One may begin anew.
    Gone,
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
    /// What is wrong, in a few words.
    pub fn title(&self) -> String {
        match self.harm {
            Harm::Damaged { .. } => format!("{} cannot be understood", self.file),
            Harm::Gone => format!("{} is gone, but there are backups of it", self.file),
        }
    }

    /// What has become of the file.
    pub fn said(&self) -> String {
        match &self.harm {
            Harm::Damaged { reason, copy: Some(copy) } => {
                let reason = words::capitalised(reason);
                format!("{reason}. It is left as it is; a copy is in {copy}.")
            }
            Harm::Damaged { reason, copy: None } => {
                let reason = words::capitalised(reason);
                format!("{reason}. It is left as it is; a copy could not be made.")
            }
            Harm::Gone => "To begin anew, go to the end; the backups stay.".to_owned(),
        }
    }

    /// How many answers there are.
    fn count(&self) -> usize {
        self.offers.len() + usize::from(self.harm == Harm::Gone)
    }
}

impl App {
    /// Offers backups instead of a file that cannot be worked with.
    #[must_use]
    pub fn rescuing(mut self, rescue: Rescue) -> Self {
        if rescue.harm != Harm::Gone {
            self.saving = Saving::ReadOnly(rescue.said());
        }
        self.overlay = Some(Overlay::Rescue(rescue));
        self
    }

    /// Whether the marked answer is to take no backup at all.
    pub fn would_begin_anew(&self) -> bool {
        matches!(&self.overlay, Some(Overlay::Rescue(it)) if it.cursor >= it.offers.len())
    }

    /// Whether there is no progress to work with until a backup is brought back.
    pub fn is_rescuing(&self) -> bool {
        matches!(self.overlay, Some(Overlay::Rescue(_)))
    }
}

pub(super) fn move_cursor(app: &mut App, motion: Motion) {
    if let Some(Overlay::Rescue(rescue)) = &mut app.overlay {
        rescue.cursor = shape::scrolled(rescue.cursor, rescue.count(), motion);
    }
}

/// Asks for the backup that is marked, or begins anew behind the last.
pub(super) fn answer(app: &mut App) -> Option<Effect> {
    let Some(Overlay::Rescue(rescue)) = &app.overlay else { return None };
    if let Some(offer) = rescue.offers.get(rescue.cursor) {
        return Some(Effect::Restore(offer.which.clone()));
    }
    welcome::begin(app);
    None
}

/// The file can be read again, by our doing or by somebody else's.
pub(super) fn end(app: &mut App) {
    if app.is_rescuing() {
        app.overlay = None;
        app.saving = Saving::Saved;
    }
}
