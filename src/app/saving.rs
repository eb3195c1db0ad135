//! What has become of the file: all of it is kept, or somebody else has changed it.

use super::{App, Saving, rescue};
use crate::progress::Progress;

impl App {
    pub(super) fn saved(&mut self) {
        if matches!(self.saving, Saving::Failed(_)) {
            // Whatever the notice complains of is over.
            self.notice = None;
        }
        self.saving = Saving::Saved;
        rescue::end(self);
    }

    /// Takes in what somebody else has changed, together with our own changes.
    /// It is not this window's to undo.
    pub(super) fn take_over(&mut self, progress: Progress) {
        self.progress = progress;
        self.replan();
        rescue::end(self);
        if self.saving == Saving::Nothing {
            self.saving = Saving::Saved;
        }
        self.tell("Changed from outside, and taken in here.");
    }
}
