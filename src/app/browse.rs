//! A list with a cursor, and the page beside or behind it.

use std::collections::BTreeSet;

use super::{App, Pane, Reading, Search, rows::Filter, rows::Row};
use crate::{
    catalog::AreaId,
    keys::{Editing, Key, Motion, Screen},
};

/// Where one is on a screen.
#[derive(Clone, Debug, Default)]
pub struct Browse {
    /// The part that has the keys.
    pub pane: Pane,
    /// What the list is narrowed to.
    pub search: Search,
    /// How far one has read the page.
    pub reading: Reading,
    selected: Option<Row>,
    /// The areas that are folded; only the list of skills has any.
    pub(super) folded: BTreeSet<AreaId>,
}

impl Browse {
    /// A screen that has a page and no list.
    pub(super) fn page() -> Self {
        Self { pane: Pane::Page, ..Self::default() }
    }

    /// Puts the cursor on a row and its page at its top.
    pub(super) fn select(&mut self, row: Row) {
        if self.selected != Some(row) {
            self.reading = Reading::default();
        }
        self.selected = Some(row);
    }
}

impl App {
    /// The row under the cursor; the first there is if the one chosen is not listed.
    pub fn row(&self) -> Option<Row> {
        let rows = self.rows();
        self.position(&rows).and_then(|position| rows.get(position)).copied()
    }

    /// Where among these rows the cursor is.
    pub fn position(&self, rows: &[Row]) -> Option<usize> {
        let chosen = rows.iter().position(|row| Some(*row) == self.browse().selected);
        chosen.or_else(|| rows.iter().position(|row| row.is_selectable()))
    }
}

pub(super) fn move_cursor(app: &mut App, motion: Motion) {
    let rows = app.rows();
    let Some(position) = app.position(&rows) else { return };
    let screen = app.shape().list.lines.saturating_sub(1).max(1);
    let wanted = motion.from(position, screen, rows.len());
    let is_backward = wanted < position;
    let mut selectable =
        rows.iter().enumerate().filter(|(_, row)| row.is_selectable()).map(|(index, _)| index);
    let landed = if is_backward {
        let mut before = selectable.clone().rev();
        before.find(|index| *index <= wanted).or_else(|| selectable.next())
    } else {
        selectable.clone().find(|index| *index >= wanted).or_else(|| selectable.next_back())
    };
    if let Some(row) = landed.and_then(|index| rows.get(index)) {
        app.trail.clear();
        app.browse_mut().select(*row);
    }
}

/// Puts the cursor on a row even if it is folded, filtered or narrowed away.
pub(super) fn reveal(app: &mut App, row: Row) {
    if !app.rows().contains(&row) {
        app.browse_mut().search = Search::default();
    }
    if let Row::Skill(id) = row {
        let area = app.catalog.skill(id).area;
        app.skills.folded.remove(&area);
    }
    if !app.rows().contains(&row) {
        app.filter = Filter::All;
    }
    app.browse_mut().select(row);
}

/// Opens the page of a row.
pub(super) fn read(app: &mut App, row: Row) {
    let browse = app.browse_mut();
    browse.select(row);
    browse.pane = Pane::Page;
}

/// Begins to narrow the list in front; where there is none, that of all skills.
pub(super) fn begin_search(app: &mut App) {
    if matches!(app.screen, Screen::Today | Screen::Plan) {
        app.screen = Screen::Skills;
    }
    let search = Search::begun(app.catalog);
    let browse = app.browse_mut();
    browse.pane = Pane::List;
    browse.search = search;
    app.trail.clear();
}

/// Ends the typing; a list in which nothing was found is whole again.
pub(super) fn keep_search(app: &mut App) {
    app.browse_mut().search.keep();
    if app.rows().is_empty() {
        clear_search(app);
    }
}

pub(super) fn clear_search(app: &mut App) {
    let row = app.row();
    app.browse_mut().search = Search::default();
    if let Some(row) = row {
        reveal(app, row);
    }
}

/// A key that means nothing else is part of the text looked for.
pub(super) fn type_search(app: &mut App, key: Key) {
    if let Key::Char(c) = key {
        insert(app, std::iter::once(c));
    }
}

/// Only while a text is typed does a paste mean anything; anywhere else it is
/// ignored as a whole, so that it cannot act as keys.
pub(super) fn paste_search(app: &mut App, text: &str) {
    insert(app, text.chars());
}

fn insert(app: &mut App, letters: impl Iterator<Item = char>) {
    if app.browse().search.is_typing() {
        app.browse_mut().search.insert(letters);
        narrow(app);
    }
}

pub(super) fn edit_search(app: &mut App, editing: Editing) {
    app.browse_mut().search.edit(editing);
    narrow(app);
}

/// Puts the cursor on what fits best.
fn narrow(app: &mut App) {
    let listed: BTreeSet<Row> = app.all_rows().into_iter().collect();
    let browse = app.browse_mut();
    if let Some(best) = browse.search.narrow(&listed) {
        browse.select(best);
    }
}
