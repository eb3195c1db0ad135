//! What a list is narrowed to.

use std::collections::BTreeSet;

use super::{field::Field, rows::Row};
use crate::{
    catalog::Catalog,
    keys::Editing,
    search::{Index, Thing},
};

/// What a list is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Search {
    field: Field,
    found: Option<BTreeSet<Row>>,
    // Made once for a search, and gone when nothing is typed any more.
    index: Option<Box<Index>>,
}

impl Search {
    /// A search that is about to be typed.
    pub(super) fn begun(catalog: &Catalog) -> Self {
        Self { index: Some(Box::new(Index::new(catalog))), ..Self::default() }
    }

    /// Whether keys go into the text.
    pub fn is_typing(&self) -> bool {
        self.index.is_some()
    }

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

    /// Ends the typing; the list stays narrowed.
    pub(super) fn keep(&mut self) {
        self.index = None;
    }

    pub(super) fn insert(&mut self, letters: impl Iterator<Item = char>) {
        self.field.insert(letters);
    }

    pub(super) fn edit(&mut self, editing: Editing) {
        self.field.edit(editing);
    }

    /// Looks for the text anew among the rows of a list; the row that fits best.
    pub(super) fn narrow(&mut self, listed: &BTreeSet<Row>) -> Option<Row> {
        self.found = None;
        let index = self.index.as_deref_mut()?;
        if self.field.text().trim().is_empty() {
            return None;
        }
        let hits = index.find(self.field.text()).into_iter().map(|hit| row(hit.thing));
        let found: Vec<Row> = hits.filter(|row| listed.contains(row)).collect();
        let best = found.first().copied();
        self.found = Some(found.into_iter().collect());
        best
    }
}

fn row(thing: Thing) -> Row {
    match thing {
        Thing::Role(id) => Row::Role(id),
        Thing::Skill(id) => Row::Skill(id),
        Thing::Project(id) => Row::Project(id),
        Thing::Route(id) => Row::Route(id),
    }
}
