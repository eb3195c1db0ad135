//! Following links from page to page, and coming back.

use super::{
    App, Pane, Reading, browse,
    rows::{Filter, Row},
};
use crate::{
    keys::Screen,
    page::{Comparison, Target},
    progress::Task,
};

/// A place one can come back to.
#[derive(Clone, Debug)]
pub struct Place {
    pub(super) screen: Screen,
    pub(super) row: Row,
    pub(super) pane: Pane,
    pub(super) filter: Filter,
    pub(super) reading: Reading,
    pub(super) comparing: Option<Comparison>,
}

/// Shows what a link leads to, and remembers where it was followed.
pub(super) fn follow_link(app: &mut App, target: &Target) {
    let (screen, row) = match target {
        Target::Skill(id) | Target::Member(id, _) | Target::Entry(Task::Skill(id), _) => {
            (Screen::Skills, Row::Skill(*id))
        }
        Target::Project(id) | Target::Entry(Task::Project(id), _) => {
            (Screen::Skills, Row::Project(*id))
        }
        Target::Role(id) => (Screen::Roles, Row::Role(*id)),
        Target::Route(id) => (Screen::Routes, Row::Route(*id)),
        Target::Proof(..)
        | Target::Point(..)
        | Target::Milestone(..)
        | Target::Address(_)
        | Target::Welcome => return,
    };
    visit(app, screen, row);
}

/// Opens the page of a row, and remembers where one was.
pub(super) fn visit(app: &mut App, screen: Screen, row: Row) {
    leave(app);
    app.comparing = None;
    arrive(app, screen, row);
}

/// Remembers where one is, to come back to it.
pub(super) fn leave(app: &mut App) {
    let here = app.row().unwrap_or(Row::Gap);
    let browse = app.browse();
    let place = Place {
        screen: app.screen,
        row: here,
        reading: browse.reading.clone(),
        pane: browse.pane,
        filter: app.filter,
        comparing: app.comparing,
    };
    app.trail.push(place);
}

fn arrive(app: &mut App, screen: Screen, row: Row) {
    app.screen = screen;
    if row != Row::Gap {
        app.browse_mut().pane = Pane::Page;
        browse::reveal(app, row);
    }
}

/// Goes back to where the last link was followed; whether there was one.
pub(super) fn go_back(app: &mut App) -> bool {
    let Some(place) = app.trail.pop() else { return false };
    arrive(app, place.screen, place.row);
    app.filter = place.filter;
    app.comparing = place.comparing;
    let browse = app.browse_mut();
    browse.pane = place.pane;
    browse.reading = place.reading;
    true
}
