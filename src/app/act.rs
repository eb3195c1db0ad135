//! Doing deeds, undoing them, and doing them again, in this visit.

use super::{App, Effect, Notice, Overlay, Saving, browse, rows::Filter};
use crate::{
    deeds::{self, Deed},
    keys::Action,
    progress::{Change, Progress},
    words,
};

/// How many acts can be undone.
const LONGEST: usize = 200;

/// What was done in this visit.
#[derive(Clone, Debug, Default)]
pub(super) struct UndoList {
    done: Vec<Act>,
    undone: Vec<Act>,
}

/// Deeds that were done at once, and are undone at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// What was done.
    pub deeds: Vec<Deed>,
    /// What that changed.
    pub change: Change,
}

impl App {
    /// Whether something was done in this visit that is not undone.
    pub(super) fn has_undo(&self) -> bool {
        !self.undo_list.done.is_empty()
    }

    /// Whether something was undone that can be done again.
    pub(super) fn has_redo(&self) -> bool {
        !self.undo_list.undone.is_empty()
    }

    /// What was done in this visit and not undone, with what each act is called.
    pub fn acts(&self) -> impl Iterator<Item = (&Act, String)> {
        self.undo_list.done.iter().map(|act| (act, words::deeds(self.catalog, &act.deeds)))
    }
}

/// Does a deed, and says what has come of it or why it was refused.
pub(super) fn act(app: &mut App, deed: Deed) -> Option<Effect> {
    act_together(app, vec![deed])
}

/// Does several deeds as one act; all of them or none.
pub(super) fn act_together(app: &mut App, deeds: Vec<Deed>) -> Option<Effect> {
    if let Saving::ReadOnly(reason) = &app.saving {
        let reason = reason.clone();
        app.warn(format!("Read only: {reason}"));
        return None;
    }
    let progress = match deeds::all_done(app.learner(), app.world.today, &deeds) {
        Ok(progress) => progress,
        Err(refusal) => {
            let reason = words::refusal(app.catalog, refusal);
            app.warn(format!("{}.", words::capitalised(&reason)));
            return None;
        }
    };
    let after = crate::progress::Learner { catalog: app.catalog, progress: &progress };
    let told = match &*deeds {
        [deed] => words::told(app.learner(), after, deed),
        several => format!("{}.", words::capitalised(&words::deeds(app.catalog, several))),
    };
    app.tell(told);
    let change = Change::between(&app.progress, &progress)?;
    say_what_undoes(app);
    app.undo_list.done.push(Act { deeds, change });
    let surplus = app.undo_list.done.len().saturating_sub(LONGEST);
    app.undo_list.done.drain(..surplus);
    app.undo_list.undone.clear();
    Some(keep(app, progress))
}

/// Adds the key that undoes to what was told, where it works.
fn say_what_undoes(app: &mut App) {
    let key = app.world.keymap.named(Action::Undo);
    let is_in_reach = matches!(app.overlay, None | Some(Overlay::Ask(_)));
    if let (true, Some(Notice::Done(text))) = (is_in_reach, &mut app.notice) {
        *text = format!("{text} {key} undoes it.");
    }
}

/// Does deeds in place of the last act, which they continue; none at all take it back.
pub(super) fn act_instead(app: &mut App, deeds: Vec<Deed>) -> Option<Effect> {
    let last = app.undo_list.done.pop()?;
    let before = app.progress.without(&last.change);
    if deeds.is_empty() {
        return Some(keep(app, before));
    }
    let kept = std::mem::replace(&mut app.progress, before);
    let effect = act_together(app, deeds);
    if effect.is_none() {
        app.progress = kept;
        app.undo_list.done.push(last);
    }
    effect
}

pub(super) fn undo(app: &mut App) -> Option<Effect> {
    let Some(act) = app.undo_list.done.pop() else {
        app.warn("Nothing to undo in this visit; outside, `rungs undo` goes further back.");
        return None;
    };
    let name = words::deeds(app.catalog, &act.deeds);
    let progress = app.progress.without(&act.change);
    if progress == app.progress {
        app.warn(format!("Cannot be undone, for it was changed elsewhere since: {name}"));
        return None;
    }
    app.undo_list.undone.push(act);
    app.tell(format!("Undone: {name}"));
    Some(keep(app, progress))
}

pub(super) fn redo(app: &mut App) -> Option<Effect> {
    let Some(act) = app.undo_list.undone.pop() else {
        app.warn("There is nothing to do again.");
        return None;
    };
    let name = words::deeds(app.catalog, &act.deeds);
    let progress = app.progress.with(&act.change);
    if progress == app.progress {
        app.warn(format!("Cannot be done again, for it was changed elsewhere since: {name}"));
        return None;
    }
    app.undo_list.done.push(act);
    app.tell(format!("Done again: {name}"));
    Some(keep(app, progress))
}

/// Takes a new progress, and asks to keep it.
fn keep(app: &mut App, progress: Progress) -> Effect {
    let had_goal = app.progress.goal().is_some();
    let rows = app.rows();
    app.progress = progress;
    // With the first goal, the skills are those of its path, as they are on every later visit.
    if !had_goal && app.progress.goal().is_some() && app.filter == Filter::All {
        app.filter = Filter::Goal;
    }
    app.revision += 1;
    app.replan();
    browse::stay_near(app, &rows);
    app.saving = Saving::Pending;
    Effect::Save(app.revision, Box::new(app.progress.clone()))
}
