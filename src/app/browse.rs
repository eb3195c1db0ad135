//! A list with a cursor, and the page beside or behind it.

use super::{App, Pane, Reading, Search, Tab, arrive, roles, routes, scroll, skills};
use crate::{
    catalog::{AreaId, Family, RegionId, RoleId, RouteId, SkillId},
    keys::Motion,
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
    pub(super) folded: std::collections::BTreeSet<AreaId>,
}

/// A line of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Row {
    Gap,
    Family(Family),
    Role(RoleId),
    Area(AreaId),
    Skill(SkillId),
    Region(RegionId),
    Route(RouteId),
}

impl Row {
    /// Whether the cursor can stand on it.
    pub fn is_selectable(self) -> bool {
        !matches!(self, Self::Gap | Self::Family(_) | Self::Region(_))
    }
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
    /// The lines of the list in front.
    pub fn rows(&self) -> Vec<Row> {
        match self.tab {
            Tab::Today | Tab::Plan => Vec::new(),
            Tab::Roles => roles::rows(self),
            Tab::Skills => skills::rows(self),
            Tab::Routes => routes::rows(self),
        }
    }

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
    let wanted = match motion {
        Motion::Backward => position.saturating_sub(1),
        Motion::Forward => position + 1,
        Motion::PageBackward => position.saturating_sub(screen),
        Motion::PageForward => position + screen,
        Motion::ToTop => 0,
        Motion::ToBottom => rows.len(),
    };
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
        if !app.rows().contains(&row) {
            app.filter = super::Filter::All;
        }
    }
    app.browse_mut().select(row);
}

pub(super) fn descend(app: &mut App) {
    match app.row() {
        Some(Row::Area(area)) if app.skills.folded.contains(&area) => skills::fold(app),
        Some(Row::Area(_)) if app.shape().has_two_panes => move_cursor(app, Motion::Forward),
        Some(row) => {
            let browse = app.browse_mut();
            browse.select(row);
            browse.pane = Pane::Page;
            scroll::settle(app);
        }
        None => (),
    }
}

pub(super) fn ascend(app: &mut App) {
    if app.browse().pane == Pane::List {
        return skills::ascend(app);
    }
    if let Some(place) = app.trail.pop() {
        arrive(app, place.tab, place.row);
        app.browse_mut().reading = place.reading;
        scroll::settle(app);
    } else if app.tab != Tab::Today {
        let browse = app.browse_mut();
        browse.pane = Pane::List;
        browse.reading.item = None;
    }
}
