//! Undoing and doing again, in this visit.
//!
//! A deed is undone by carrying over what lies between the states after and
//! before it, so what another window did in the meantime stays.

use super::{App, Effect, Notice};
use crate::progress::Progress;

/// How many deeds can be undone.
const LONGEST: usize = 200;

/// What was done in this visit.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    done: Vec<Deed>,
    undone: Vec<Deed>,
    // The state that was last noted or taken in.
    last: Progress,
}

/// Something that was done, and in words.
#[derive(Clone, Debug)]
struct Deed {
    before: Progress,
    after: Progress,
    words: String,
}

impl History {
    /// The history of a visit that begins with that state.
    pub(super) fn of(progress: &Progress) -> Self {
        Self { last: progress.clone(), ..Self::default() }
    }

    /// Somebody else has changed the state: that is not this window's to undo.
    pub(super) fn take_in(&mut self, progress: &Progress) {
        self.last.clone_from(progress);
    }
}

/// Notes what was just done.
pub(super) fn note(app: &mut App) {
    let before = std::mem::replace(&mut app.history.last, app.progress.clone());
    if before == app.progress {
        return;
    }
    let words = match &app.notice {
        Some(Notice::Done(text)) => text.clone(),
        _ => "your last change".to_owned(),
    };
    let history = &mut app.history;
    history.done.push(Deed { before, after: app.progress.clone(), words });
    let surplus = history.done.len().saturating_sub(LONGEST);
    history.done.drain(..surplus);
    history.undone.clear();
}

pub(super) fn undo(app: &mut App) -> Vec<Effect> {
    let Some(deed) = app.history.done.pop() else {
        app.warn("There is nothing to undo in this visit.");
        return Vec::new();
    };
    app.progress = app.progress.changed(&deed.after, &deed.before);
    app.tell(format!("Undone: {}", deed.words));
    app.history.undone.push(deed);
    settled(app)
}

pub(super) fn redo(app: &mut App) -> Vec<Effect> {
    let Some(deed) = app.history.undone.pop() else {
        app.warn("There is nothing to do again.");
        return Vec::new();
    };
    app.progress = app.progress.changed(&deed.before, &deed.after);
    app.tell(format!("Done again: {}", deed.words));
    app.history.done.push(deed);
    settled(app)
}

fn settled(app: &mut App) -> Vec<Effect> {
    app.history.last.clone_from(&app.progress);
    super::reading::settle(app);
    app.keep()
}
