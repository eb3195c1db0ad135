//! What the learner writes: notes, evidence, their own estimates; and what they have read.

use super::{App, Effect, act::act, prompt, prompt::Asks, rows::Row};
use crate::{
    catalog::{ClimbId, SkillId, Text},
    deeds::Deed,
    keys::Screen,
    page::Target,
    progress::{Item, Mark, Notable, Task},
    words,
};

impl App {
    /// What a note would be on: what is chosen or in front.
    pub(super) fn notable(&self) -> Option<Notable> {
        let of_target = |target: &Target| match *target {
            Target::Skill(id)
            | Target::Member(id, _)
            | Target::Proof(id, _)
            | Target::Entry(Task::Skill(id), _) => Some(Notable::Skill(id)),
            Target::Project(id) | Target::Point(id, _) | Target::Entry(Task::Project(id), _) => {
                Some(Notable::Project(id))
            }
            Target::Role(id) => Some(Notable::Role(id)),
            Target::Route(id) | Target::Milestone(id, _) => Some(Notable::Route(id)),
            Target::Address(_) | Target::Welcome => None,
        };
        match self.screen {
            Screen::Today | Screen::Progress => of_target(&self.chosen()?),
            Screen::Plan => Some(match self.planned_item()? {
                Item::Climb(id) => Notable::Skill(self.catalog.climb(id).skill),
                Item::Project(id) => Notable::Project(id),
            }),
            Screen::Roles | Screen::Skills | Screen::Routes => match self.row()? {
                Row::Role(id) => Some(Notable::Role(id)),
                Row::Project(id) => Some(Notable::Project(id)),
                Row::Route(id) => Some(Notable::Route(id)),
                row => self.skill_of(row).map(Notable::Skill),
            },
        }
    }

    /// The proof or point that is chosen, for which there can be evidence.
    pub(super) fn markable(&self) -> Option<Mark> {
        match self.chosen()? {
            Target::Proof(id, proof) => Some(Mark::Proof(id, proof)),
            Target::Point(id, point) => Some(Mark::Point(id, point)),
            Target::Skill(_)
            | Target::Member(..)
            | Target::Project(_)
            | Target::Role(_)
            | Target::Route(_)
            | Target::Milestone(..)
            | Target::Address(_)
            | Target::Entry(..)
            | Target::Welcome => None,
        }
    }

    /// The rung of the skill in front that an own estimate would be of.
    pub(super) fn estimable(&self) -> Option<ClimbId> {
        if self.screen == Screen::Plan {
            return self.planned_climb();
        }
        if let (Screen::Skills, Some(Row::Step(id))) = (self.screen, self.row()) {
            return Some(id);
        }
        let id = super::skills::in_front(self)?;
        let climbs = &self.catalog.skill(id).climbs;
        let open = climbs.iter().find(|it| !self.learner().climb_state(**it).is_done());
        open.or(climbs.last()).copied()
    }
}

/// Asks for a note; one of several lines is written in the editor.
pub(super) fn note(app: &mut App) -> Option<Effect> {
    let Some(thing) = app.notable() else {
        app.warn("Choose what to write a note on first.");
        return None;
    };
    if app.progress.note(thing).is_some_and(|it| it.contains('\n')) {
        return edit_note(app);
    }
    let before = app.progress.note(thing).map(|it| it.to_string()).unwrap_or_default();
    prompt::ask_anew(app, Asks::Note(thing), &before);
    None
}

/// Lets the note be written in the learner's editor.
pub(super) fn edit_note(app: &mut App) -> Option<Effect> {
    let Some(thing) = app.notable() else {
        app.warn("Choose what to write a note on first.");
        return None;
    };
    let before = app.progress.note(thing).map(|it| it.to_string()).unwrap_or_default();
    Some(Effect::Edit(thing, before))
}

/// Takes what was written in the editor.
pub(super) fn edited(app: &mut App, thing: Notable, text: &str) -> Option<Effect> {
    let before = app.progress.note(thing).map(|it| it.to_string()).unwrap_or_default();
    if text.trim_end() == before {
        app.tell("The note is as it was.");
        return None;
    }
    act(app, prompt::noted(thing, text))
}

/// Asks what shows that the chosen proof or point holds.
pub(super) fn evidence(app: &mut App) {
    let Some(mark) = app.markable() else {
        return app.warn("Go to a proof or an acceptance point first.");
    };
    let before = app.progress.evidence(mark).map(|it| it.to_string()).unwrap_or_default();
    prompt::ask_anew(app, Asks::Evidence(mark), &before);
}

/// Asks how long a rung takes oneself.
pub(super) fn estimate(app: &mut App) {
    let Some(id) = app.estimable() else { return app.warn("Choose a skill first.") };
    let climb = app.catalog.climb(id);
    let own = app.progress.own_hours(climb.skill, climb.rung);
    let before = own.map(words::minutes).unwrap_or_default();
    prompt::ask_anew(app, Asks::OwnHours(id), &before);
}

/// Marks a resource of the skill in front as read, or takes that back.
pub(super) fn toggle_read(app: &mut App, address: &Text) -> Option<Effect> {
    let skill = app.row().and_then(|it| app.skill_of(it));
    let found = skill.and_then(|id| Some((id, app.catalog.skill(id).find_resource(address)?)));
    let Some((id, resource)) = found else {
        app.warn("Only what a skill is learned from can be marked as read.");
        return None;
    };
    let is_read = app.progress.record(id).is_some_and(|it| it.read.contains_key(&resource));
    act(app, if is_read { Deed::Unread(id, resource) } else { Deed::Read(id, resource) })
}

/// Copies the chosen address.
pub(super) fn copy(app: &mut App) -> Option<Effect> {
    let Some(Target::Address(address)) = app.chosen() else {
        app.warn("No address is chosen here: go down to one.");
        return None;
    };
    app.tell(format!("Copied: {address}"));
    Some(Effect::Copy(address))
}

/// Whether an address is one that the skill in front is learned from.
pub(super) fn is_resource(app: &App, address: &str) -> bool {
    let of = |id: SkillId| app.catalog.skill(id).find_resource(address);
    app.row().and_then(|it| app.skill_of(it)).and_then(of).is_some()
}
