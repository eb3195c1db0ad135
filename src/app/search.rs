//! Narrowing the list in front to what is typed.

use std::collections::BTreeSet;

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};

use super::{App, Pane, Row, Tab, field::Field};
use crate::{catalog::Catalog, keys::Key};

/// What a list is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// Whether keys go into the text.
    pub is_typing: bool,
    typed: Field,
    found: Option<BTreeSet<Row>>,
}

impl Search {
    /// The text looked for; empty if the list is whole.
    pub fn text(&self) -> &str {
        self.typed.text()
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
    if matches!(app.tab, Tab::Today | Tab::Plan) {
        app.tab = Tab::Skills;
    }
    let browse = app.browse_mut();
    browse.pane = Pane::List;
    browse.search = Search { is_typing: true, ..Search::default() };
    app.trail.clear();
}

pub(super) fn keep(app: &mut App) {
    app.browse_mut().search.is_typing = false;
    if app.rows().is_empty() {
        clear(app);
    }
}

pub(super) fn clear(app: &mut App) {
    let row = app.row();
    app.browse_mut().search = Search::default();
    if let Some(row) = row {
        super::browse::reveal(app, row);
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
    app.browse_mut().search.typed.insert(letters);
    narrow(app);
}

pub(super) fn erase(app: &mut App, is_word: bool) {
    app.browse_mut().search.typed.erase(is_word);
    narrow(app);
}

/// Looks for the text anew and puts the cursor on what fits best.
fn narrow(app: &mut App) {
    let text = app.browse().search.text().to_owned();
    app.browse_mut().search.found = None;
    let pattern = Pattern::parse(&text, CaseMatching::Ignore, Normalization::Smart);
    if pattern.atoms.is_empty() {
        return;
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    let mut score = |row: &Row| {
        let haystack = words(&app.catalog, *row);
        pattern.score(Utf32Str::new(&haystack, &mut letters), &mut matcher)
    };
    let rows = super::skills::unfolded(app);
    let scored: Vec<(Row, u32)> = rows
        .iter()
        .filter(|row| row.is_selectable() && !matches!(row, Row::Area(_)))
        .filter_map(|row| score(row).map(|score| (*row, score)))
        .collect();
    // Of equals, `max_by_key` takes the last and we want the first.
    let best = scored.iter().rev().max_by_key(|(_, score)| *score).map(|(row, _)| *row);
    let browse = app.browse_mut();
    browse.search.found = Some(scored.into_iter().map(|(row, _)| row).collect());
    if let Some(row) = best {
        browse.select(row);
    }
}

/// What a row is found by.
fn words(catalog: &Catalog, row: Row) -> String {
    match row {
        Row::Role(id) => {
            let role = catalog.role(id);
            format!("{} {}", role.name, role.also.join(" "))
        }
        Row::Skill(id) => format!("{} {}", catalog.skill(id).name, catalog.skill(id).id),
        Row::Route(id) => {
            let route = catalog.route(id);
            let region = catalog.region(route.region);
            format!("{} {} {} {}", route.name, route.kind, region.name, region.short)
        }
        Row::Gap | Row::Area(_) | Row::Family(_) | Row::Region(_) => String::new(),
    }
}
