//! Undoing and doing again, in this visit.

use super::{App, Effect};
use crate::{
    progress::{Change, Progress},
    words,
};

/// How many deeds can be undone.
const LONGEST: usize = 200;

/// What was done in this visit.
#[derive(Clone, Debug, Default)]
pub(super) struct UndoList {
    done: Vec<Change>,
    undone: Vec<Change>,
    // The state that was last noted or taken in.
    last: Progress,
}

impl UndoList {
    /// The history of a visit that begins with that state.
    pub(super) fn of(progress: &Progress) -> Self {
        Self { last: progress.clone(), ..Self::default() }
    }

    /// Somebody else has changed the state: that is not this window's to undo.
    pub(super) fn take_in(&mut self, progress: &Progress) {
        self.last.clone_from(progress);
    }
}

impl App {
    /// What was done in this visit and not undone.
    pub fn deeds(&self) -> &[Change] {
        &self.history.done
    }
}

/// Notes what was just done.
pub(super) fn note(app: &mut App) {
    let history = &mut app.history;
    let before = std::mem::replace(&mut history.last, app.progress.clone());
    let Some(deed) = Change::between(&before, &app.progress) else { return };
    history.done.push(deed);
    let surplus = history.done.len().saturating_sub(LONGEST);
    history.done.drain(..surplus);
    history.undone.clear();
}

/// Goes back to the state that was last noted or taken in.
pub(super) fn revert(app: &mut App) {
    app.progress.clone_from(&app.history.last);
}

pub(super) fn undo(app: &mut App) -> Vec<Effect> {
    let Some(deed) = app.history.done.pop() else {
        app.warn("Nothing to undo in this visit; outside, `rungs undo` goes further back.");
        return Vec::new();
    };
    let words = words::deed(&app.catalog, &deed);
    let progress = app.progress.without(&deed);
    if progress == app.progress {
        app.warn(format!("Cannot be undone, for it was changed elsewhere since: {words}"));
        return Vec::new();
    }
    app.history.undone.push(deed);
    app.tell(format!("Undone: {words}"));
    settle(app, progress)
}

pub(super) fn redo(app: &mut App) -> Vec<Effect> {
    let Some(deed) = app.history.undone.pop() else {
        app.warn("There is nothing to do again.");
        return Vec::new();
    };
    let words = words::deed(&app.catalog, &deed);
    let progress = app.progress.with(&deed);
    if progress == app.progress {
        app.warn(format!("Cannot be done again, for it was changed elsewhere since: {words}"));
        return Vec::new();
    }
    app.history.done.push(deed);
    app.tell(format!("Done again: {words}"));
    settle(app, progress)
}

fn settle(app: &mut App, progress: Progress) -> Vec<Effect> {
    app.history.last.clone_from(&progress);
    app.progress = progress;
    super::scroll::settle(app);
    app.keep()
}
