//! Following links from page to page, and coming back.

use super::{App, Pane, Reading, Row, Tab, browse};
use crate::page::Target;

/// A place one can come back to.
#[derive(Clone, Debug)]
pub struct Place {
    pub(super) tab: Tab,
    pub(super) row: Row,
    pub(super) reading: Reading,
}

/// Shows what a link leads to, and remembers where it was followed.
pub(super) fn follow_link(app: &mut App, target: &Target) {
    let (tab, row) = match target {
        Target::Skill(id) | Target::Member(id, _) => (Tab::Skills, Row::Skill(*id)),
        Target::Role(id) => (Tab::Roles, Row::Role(*id)),
        Target::Route(id) => (Tab::Routes, Row::Route(*id)),
        _ => return,
    };
    let reading = app.browse().reading.clone();
    let here = app.row().unwrap_or(Row::Gap);
    app.trail.push(Place { tab: app.tab, row: here, reading });
    arrive(app, tab, row);
}

pub(super) fn arrive(app: &mut App, tab: Tab, row: Row) {
    app.tab = tab;
    if row != Row::Gap {
        app.browse_mut().pane = Pane::Page;
        browse::reveal(app, row);
    }
}
