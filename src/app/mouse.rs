//! The mouse: what a click on something does, and the wheel over it.

use super::{
    App, Effect, Hit, Overlay, Pane, PlanRow, browse, dispatch, placing, plan, reviewing, scroll,
    welcome,
};
use crate::{
    keys::{Action, Motion, Screen},
    page::Target,
};

/// The lines the wheel moves a page by.
const NOTCH: usize = 3;

/// A click chooses; on what is chosen already it opens, and a box is ticked at once.
pub(super) fn clicked(app: &mut App, hit: Hit) -> Option<Effect> {
    match hit {
        Hit::Key(key) => dispatch::pressed(app, key),
        Hit::Place(at) if app.overlay.is_some() => choose(app, at),
        _ if app.overlay.is_some() => None,
        Hit::Screen(screen) => dispatch::perform(app, Action::GoTo(screen)),
        Hit::Place(at) if app.screen == Screen::Plan => step(app, at),
        Hit::Place(at) => row(app, at),
        Hit::Item(at) => item(app, at),
        Hit::Pane(pane) => {
            enter(app, pane);
            None
        }
    }
}

/// The wheel moves what it is over.
pub(super) fn wheeled(app: &mut App, hit: Option<Hit>, is_down: bool) {
    let motion = if is_down { Motion::Forward } else { Motion::Backward };
    if app.overlay.is_some() || app.screen == Screen::Plan {
        return dispatch::moved(app, motion);
    }
    match hit {
        Some(Hit::Item(_) | Hit::Pane(Pane::Page)) => scroll::wheel(app, NOTCH, is_down),
        Some(Hit::Place(_) | Hit::Pane(Pane::List)) => browse::move_cursor(app, motion),
        Some(Hit::Screen(_) | Hit::Key(_)) | None => (),
    }
}

/// Marks a line of what lies over the screen; a line that is marked is taken.
fn choose(app: &mut App, at: usize) -> Option<Effect> {
    let cursor = match &mut app.overlay {
        Some(Overlay::Find(it)) => &mut it.cursor,
        Some(Overlay::Palette(it)) => &mut it.cursor,
        Some(Overlay::Filter(cursor) | Overlay::Settings(cursor)) => cursor,
        Some(Overlay::Welcome(_)) => return welcome::click(app, at),
        Some(Overlay::Placing(_)) => {
            placing::click(app, at);
            return None;
        }
        Some(Overlay::Reviewing(_)) => return reviewing::click(app, at),
        Some(Overlay::Rescue(it)) => &mut it.cursor,
        Some(Overlay::Beside(it)) => &mut it.cursor,
        Some(Overlay::Help(_) | Overlay::Told(_) | Overlay::Ask(_)) | None => return None,
    };
    if std::mem::replace(cursor, at) != at {
        return None;
    }
    let is_settings = matches!(app.overlay, Some(Overlay::Settings(_)));
    let action =
        if is_settings { Action::Turn(crate::keys::Leaping::Next) } else { Action::Answer };
    dispatch::perform(app, action)
}

/// Puts the cursor on a row of the list, or opens the row it is on.
fn row(app: &mut App, at: usize) -> Option<Effect> {
    let rows = app.rows();
    let row = rows.get(at).copied().filter(|it| it.is_selectable())?;
    let is_here = app.row() == Some(row);
    enter(app, Pane::List);
    app.trail.clear();
    app.browse_mut().select(row);
    if is_here { dispatch::perform(app, Action::Open) } else { None }
}

/// Puts the cursor on a step of the plan, or opens the one it is on.
fn step(app: &mut App, at: usize) -> Option<Effect> {
    let (item, is_here) = match *app.plan_rows().get(at)? {
        PlanRow::Step(step) => (step.item, app.planned_item() == Some(step.item)),
        PlanRow::Stage(stage, _) => {
            let is_here = app.planned_stage().is_some_and(|(at, _)| at == stage);
            (plan::first_of(app, stage)?, is_here)
        }
        PlanRow::Milestone(_) => return None,
    };
    app.planning.selected = Some(item);
    if is_here { dispatch::perform(app, Action::Open) } else { None }
}

/// Chooses something on the page; a box is ticked, and what is chosen already opened.
fn item(app: &mut App, at: usize) -> Option<Effect> {
    let is_here = app.browse().pane == Pane::Page && app.browse().reading.item == Some(at);
    enter(app, Pane::Page);
    app.browse_mut().reading.item = Some(at);
    match app.chosen()? {
        Target::Proof(..) | Target::Point(..) | Target::Milestone(..) => {
            dispatch::perform(app, Action::Mark)
        }
        _ if is_here => dispatch::perform(app, Action::Open),
        _ => None,
    }
}

/// Gives a part of the screen the keys.
fn enter(app: &mut App, pane: Pane) {
    if matches!(app.screen, Screen::Roles | Screen::Skills | Screen::Routes) {
        app.browse_mut().pane = pane;
    }
}
