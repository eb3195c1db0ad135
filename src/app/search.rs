//! Narrowing the list in front to what is typed.

use std::collections::BTreeSet;

use super::{App, Pane, browse, field::Field, rows::Row};
use crate::{
    keys::{Editing, Key, Screen},
    search::{Index, Thing},
};

/// What a list is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// Whether keys go into the text.
    pub is_typing: bool,
    field: Field,
    found: Option<BTreeSet<Row>>,
    // Made once for a search, and gone with it.
    index: Option<Box<Index>>,
}

impl Search {
    /// The text looked for; empty if the list is whole.
    pub fn text(&self) -> &str {
        self.field.text()
    }

    /// The text before the caret and the text behind it.
    pub fn parts(&self) -> (&str, &str) {
        self.text().split_at(self.field.caret())
    }

    /// Whether a row of the whole list is in the narrowed one.
    pub(super) fn shows(&self, row: Row) -> bool {
        self.found.as_ref().is_none_or(|found| found.contains(&row))
    }

    /// Whether the list is narrowed.
    pub fn is_narrowing(&self) -> bool {
        self.found.is_some()
    }
}

/// Begins to narrow the list in front; where there is none, that of all skills.
pub(super) fn begin(app: &mut App) {
    if matches!(app.screen, Screen::Today | Screen::Plan) {
        app.screen = Screen::Skills;
    }
    let browse = app.browse_mut();
    browse.pane = Pane::List;
    browse.search = Search::default();
    let index = Index::new(&app.catalog);
    let search = &mut app.browse_mut().search;
    search.is_typing = true;
    search.index = Some(Box::new(index));
    app.trail.clear();
}

pub(super) fn keep(app: &mut App) {
    let search = &mut app.browse_mut().search;
    search.is_typing = false;
    search.index = None;
    if app.rows().is_empty() {
        clear(app);
    }
}

pub(super) fn clear(app: &mut App) {
    let row = app.row();
    app.browse_mut().search = Search::default();
    if let Some(row) = row {
        browse::reveal(app, row);
    }
}

/// A key that means nothing else is part of the text.
pub(super) fn typed(app: &mut App, key: Key) {
    if let Key::Char(c) = key {
        insert(app, std::iter::once(c));
    }
}

/// Only while a text is typed does a paste mean anything; anywhere else it is
/// ignored as a whole, so that it cannot act as keys.
pub(super) fn paste(app: &mut App, text: &str) {
    insert(app, text.chars());
}

fn insert(app: &mut App, letters: impl Iterator<Item = char>) {
    if !app.browse().search.is_typing {
        return;
    }
    app.browse_mut().search.field.insert(letters);
    narrow(app);
}

pub(super) fn edit(app: &mut App, editing: Editing) {
    app.browse_mut().search.field.edit(editing);
    narrow(app);
}

/// Looks for the text anew and puts the cursor on what fits best.
fn narrow(app: &mut App) {
    let listed: BTreeSet<Row> = app.all_rows().into_iter().collect();
    let browse = app.browse_mut();
    let search = &mut browse.search;
    search.found = None;
    let Some(index) = search.index.as_deref_mut() else { return };
    if search.field.text().trim().is_empty() {
        return;
    }
    let hits = index.find(search.field.text()).into_iter().map(|hit| row(hit.thing));
    let found: Vec<Row> = hits.filter(|row| listed.contains(row)).collect();
    let best = found.first().copied();
    search.found = Some(found.into_iter().collect());
    if let Some(row) = best {
        browse.select(row);
    }
}

fn row(thing: Thing) -> Row {
    match thing {
        Thing::Role(id) => Row::Role(id),
        Thing::Skill(id) => Row::Skill(id),
        Thing::Route(id) => Row::Route(id),
    }
}
