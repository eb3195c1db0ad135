//! From group to group of a list, and along what is drawn in the graph.

use super::{App, browse, rows::Row, staged};
use crate::{keys::Leaping, progress::Item};

/// How a row of the graph is joined to the thing under the cursor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Joint {
    /// Whether lines go up from it, down, to the left and to the right; the last leads to
    /// the row itself, and the others pass it by.
    pub lines: [bool; 4],
    /// Whether it leads to what the cursor is on or comes from there, however far away.
    pub is_kin: bool,
}

impl App {
    /// What the cursor of the graph is on.
    fn graphed(&self) -> Option<Item> {
        self.row().filter(|_| self.is_graph()).and_then(|it| self.item_of(it))
    }

    /// What the thing under the cursor of the graph needs and opens, directly.
    pub fn joined(&self) -> Option<(&[Item], &[Item])> {
        let (item, path) = (self.graphed()?, self.path.as_ref()?);
        Some((path.links.needs(item), path.links.opens(item)))
    }

    /// How each of the rows of the graph is joined to the one under the cursor; none
    /// where the cursor is on nothing that could be joined.
    pub fn joints(&self, rows: &[Row]) -> Option<Vec<Joint>> {
        let (item, path) = (self.graphed()?, self.path.as_ref()?);
        let (needs, opens) = self.joined()?;
        let mut kin = path.links.kin(item);
        kin.insert(item);
        let is_own = |it: &Item| *it == item || needs.contains(it) || opens.contains(it);
        let stands_for = |row: &Row, is_one: &dyn Fn(&Item) -> bool| match *row {
            Row::Group(group) => {
                self.is_group_folded(group) && self.items_of(group).iter().any(is_one)
            }
            row => self.item_of(row).as_ref().is_some_and(is_one),
        };
        let joined: Vec<bool> = rows.iter().map(|it| stands_for(it, &is_own)).collect();
        let first = joined.iter().position(|it| *it)?;
        let last = joined.iter().rposition(|it| *it)?;
        let joint = |(at, row): (usize, &Row)| Joint {
            lines: [
                first < at && at <= last,
                first <= at && at < last,
                false,
                joined.get(at).copied().unwrap_or_default(),
            ],
            is_kin: stands_for(row, &|it| kin.contains(it)),
        };
        Some(rows.iter().enumerate().map(joint).collect())
    }
}

/// Goes to the next group or to the one before; in the graph, to the nearest of what the
/// thing under the cursor opens or needs.
pub(super) fn leap(app: &mut App, leaping: Leaping) {
    if let Some(row) = landing(app, leaping) {
        app.trail.clear();
        browse::reveal(app, row);
    }
}

/// What going on from here is called; none if it leads nowhere.
pub(super) fn hint(app: &App, leaping: Leaping) -> Option<&'static str> {
    landing(app, leaping)?;
    Some(if app.graphed().is_some() { "walk on" } else { "" })
}

fn landing(app: &App, leaping: Leaping) -> Option<Row> {
    if app.graphed().is_some() { walked(app, leaping) } else { group(app, leaping) }
}

/// The nearest of what is joined, wherever it is folded away.
fn walked(app: &App, leaping: Leaping) -> Option<Row> {
    let (needs, opens) = app.joined()?;
    let groups = app.path_groups();
    let items = || groups.iter().flat_map(|it| app.items_of(*it));
    let found = match leaping {
        Leaping::Next => items().find(|it| opens.contains(it)),
        Leaping::Previous => items().rfind(|it| needs.contains(it)),
    };
    found.map(|it| staged::row(*it))
}

/// The first row of the next group, or of the one before.
fn group(app: &App, leaping: Leaping) -> Option<Row> {
    let rows = app.rows();
    let position = app.position(&rows)?;
    let starts: Vec<usize> = (0..rows.len()).filter(|at| begins(&rows, *at)).collect();
    let start = match leaping {
        Leaping::Next => starts.into_iter().find(|it| *it > position),
        Leaping::Previous => starts.into_iter().rfind(|it| *it < position),
    };
    rows.get(start?).copied()
}

/// Whether a row is the first of a group on which the cursor can stand.
fn begins(rows: &[Row], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|it| rows.get(it));
    rows.get(at).is_some_and(|row| match row {
        Row::Area(_) | Row::Group(_) => true,
        row => row.is_selectable() && before.is_none_or(|it| !it.is_selectable()),
    })
}
