//! A list with a cursor, and the page beside or behind it.

use std::collections::BTreeSet;

use super::{App, Pane, Reading, rows::Filter, rows::Row, staged};
use crate::{
    catalog::AreaId,
    keys::{Motion, Screen},
};

/// Where one is on a screen.
#[derive(Clone, Debug, Default)]
pub struct Browse {
    /// The part that has the keys.
    pub pane: Pane,
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

/// Puts the cursor on what is to be done now, if that is listed.
pub(super) fn begin(app: &mut App) {
    if app.screen == Screen::Skills && app.skills.selected.is_none() {
        let rows = app.rows();
        if let Some(row) = staged::rows_of_now(app).into_iter().find(|it| rows.contains(it)) {
            app.skills.select(row);
        }
    }
}

pub(super) fn move_cursor(app: &mut App, motion: Motion) {
    if let Some(row) = landing(app, motion) {
        app.trail.clear();
        app.browse_mut().select(row);
    }
}

/// The row that a motion leads to; none if it leads nowhere else.
pub(super) fn landing(app: &App, motion: Motion) -> Option<Row> {
    let rows = app.rows();
    let position = app.position(&rows)?;
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
    landed.filter(|it| *it != position).and_then(|index| rows.get(index)).copied()
}

/// Where the row under the cursor is listed no more, puts it on one that was near: in the
/// same group, if any is left there.
pub(super) fn stay_near(app: &mut App, before: &[Row]) {
    let rows = app.rows();
    let Some(at) = app.position(before) else { return };
    let is_in_group = |row: &&Row| !matches!(row, Row::Group(_) | Row::Area(_) | Row::Projects);
    let (ahead, behind) = before.split_at(at);
    let (ahead, behind) = (ahead.iter().rev(), behind.iter());
    let near = behind.take_while(is_in_group).chain(ahead.clone().take_while(is_in_group));
    let row = near.chain(ahead).find(|it| it.is_selectable() && rows.contains(it));
    if let Some(row) = row.copied() {
        app.browse_mut().select(row);
    }
}

/// Puts the cursor on a row even if it is folded or filtered away.
pub(super) fn reveal(app: &mut App, row: Row) {
    if app.screen == Screen::Skills && app.is_staged() {
        if let Some(row) = staged::revealed(app, row) {
            return app.skills.select(row);
        }
        app.filter = Filter::All;
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
