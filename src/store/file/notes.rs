//! The notes of a file, each of which lies in the entry of what it is on.
//!
//! A note that says the same as before stays as it is written, and one on what is
//! not known here stays in its place.

use std::collections::BTreeMap;

use super::{ProgressFile, ProjectEntry, RoleEntry, RouteEntry, SkillEntry};
use crate::{
    catalog::Catalog,
    progress::{Notable, Note},
};

impl ProgressFile {
    /// The notes on what is known.
    pub(super) fn notes(&self, catalog: &Catalog) -> BTreeMap<Notable, Note> {
        let role = |(id, it): (&String, &RoleEntry)| {
            Some((Notable::Role(catalog.find_role(id)?), Note::new(it.note.as_deref()?)?))
        };
        let skill = |(id, it): (&String, &SkillEntry)| {
            Some((Notable::Skill(catalog.find_skill(id)?), Note::new(it.note.as_deref()?)?))
        };
        let project = |(id, it): (&String, &ProjectEntry)| {
            Some((Notable::Project(catalog.find_project(id)?), Note::new(it.note.as_deref()?)?))
        };
        let route = |(id, it): (&String, &RouteEntry)| {
            Some((Notable::Route(catalog.find_route(id)?), Note::new(it.note.as_deref()?)?))
        };
        let notes = self.roles.iter().filter_map(role);
        let notes = notes.chain(self.skills.iter().filter_map(skill));
        let notes = notes.chain(self.projects.iter().filter_map(project));
        notes.chain(self.routes.iter().filter_map(route)).collect()
    }

    /// Writes these notes in place of those on what is known.
    pub(super) fn set_notes(&mut self, catalog: &Catalog, notes: &BTreeMap<Notable, Note>) {
        let there = self.notes(catalog);
        for thing in there.keys().filter(|it| !notes.contains_key(it)) {
            self.set_note(catalog, *thing, None);
        }
        for (thing, note) in notes.iter().filter(|(thing, note)| there.get(thing) != Some(note)) {
            self.set_note(catalog, *thing, Some(note.to_string()));
        }
    }

    fn set_note(&mut self, catalog: &Catalog, thing: Notable, note: Option<String>) {
        match thing {
            Notable::Role(id) => {
                change(&mut self.roles, &catalog.role(id).id, |it| it.note = note);
            }
            Notable::Skill(id) => {
                change(&mut self.skills, &catalog.skill(id).id, |it| it.note = note);
            }
            Notable::Project(id) => {
                change(&mut self.projects, &catalog.project(id).id, |it| it.note = note);
            }
            Notable::Route(id) => {
                change(&mut self.routes, &catalog.route(id).id, |it| it.note = note);
            }
        }
    }
}

/// Changes an entry, of which nothing stays if nothing is left in it.
fn change<T: Default + PartialEq>(
    entries: &mut BTreeMap<String, T>,
    id: &str,
    change: impl FnOnce(&mut T),
) {
    let mut entry = entries.remove(id).unwrap_or_default();
    change(&mut entry);
    if entry != T::default() {
        entries.insert(id.to_owned(), entry);
    }
}
