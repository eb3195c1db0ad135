//! What a key asks for, given to whoever does it.

use super::{
    App, Effect, Overlay, Pane, Tab, browse, plan, prompt, rescue, roles, routes, scroll, search,
    shape, skills, undo, welcome,
};
use crate::keys::{self, Action, Key, Motion};

/// Does what the key means here; a key that means nothing is typed, where one types.
pub(super) fn pressed(app: &mut App, key: Key) -> Vec<Effect> {
    app.notice = None;
    if let Some(action) = keys::lookup(&app.scopes(), key) {
        return act(app, action);
    }
    match app.overlay {
        Some(Overlay::Ask(_)) => prompt::typed(app, key),
        _ => search::typed(app, key),
    }
    Vec::new()
}

/// One line for each thing one can ask for; those that want nothing from the
/// world come second.
fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Act => return scroll::act(app),
        Action::OpenLink => return scroll::open_link(app),
        Action::MakeGoal => return roles::make_goal(app),
        Action::Claim => return skills::claim(app),
        Action::Skip => return skills::skip(app),
        Action::Follow => return routes::follow(app),
        Action::Pick => return scroll::pick(app),
        Action::Region => return routes::next_region(app),
        Action::Answer => return answer(app),
        Action::KeepTrial => return plan::keep(app),
        Action::HideDates => return plan::hide_dates(app),
        Action::KeepBaseline => return plan::keep_baseline(app),
        Action::Undo => return undo::undo(app),
        Action::Redo => return undo::redo(app),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Quit => return vec![Effect::Quit],
        Action::DropTrial => plan::drop_trial(app),
        Action::Try(trying) => plan::try_out(app, trying),
        Action::AskReadyBy => plan::ask_ready_by(app),
        Action::Move(motion) => moved(app, motion),
        Action::Leap(leaping) => scroll::leap(app, leaping),
        Action::Descend => descend(app),
        Action::Ascend => ascend(app),
        Action::Fold => skills::fold(app),
        Action::FoldAll => skills::fold_all(app),
        Action::CycleFilter => skills::cycle_filter(app),
        Action::Find => search::begin(app),
        Action::KeepFind => search::keep(app),
        Action::ClearFind => search::clear(app),
        Action::Erase => erase(app, false),
        Action::EraseWord => erase(app, true),
        Action::ChooseAnswer => welcome::choose(app),
        Action::Welcome => welcome::begin(app),
        Action::LogTime => prompt::log_time(app),
        Action::GoTo(number) => go_to(app, usize::from(number)),
        Action::NextTab => go_to(app, app.tab.number() + 1),
        Action::PreviousTab => go_to(app, app.tab.number() + Tab::ALL.len() - 1),
        Action::ToggleHelp => app.overlay = Some(Overlay::Help(0)),
        Action::Dismiss => app.overlay = None,
    }
    Vec::new()
}

fn answer(app: &mut App) -> Vec<Effect> {
    match app.overlay {
        Some(Overlay::Ask(_)) => prompt::answer(app),
        Some(Overlay::Rescue(_)) => rescue::answer(app),
        _ => welcome::answer(app),
    }
}

fn descend(app: &mut App) {
    match app.tab {
        Tab::Plan => plan::read(app),
        Tab::Today | Tab::Roles | Tab::Skills | Tab::Routes => browse::descend(app),
    }
}

fn ascend(app: &mut App) {
    match app.overlay {
        Some(Overlay::Welcome(_)) => welcome::back(app),
        _ => browse::ascend(app),
    }
}

/// Erases a letter or a word of what is being typed.
fn erase(app: &mut App, is_word: bool) {
    match app.overlay {
        Some(Overlay::Ask(_)) => prompt::erase(app, is_word),
        _ => search::erase(app, is_word),
    }
}

fn moved(app: &mut App, motion: Motion) {
    match &mut app.overlay {
        Some(Overlay::Help(top)) => return *top = shape::help_scrolled(*top, motion),
        Some(Overlay::Told(told)) => return told.scroll(motion),
        Some(Overlay::Welcome(_)) => return welcome::move_cursor(app, motion),
        Some(Overlay::Rescue(_)) => return rescue::move_cursor(app, motion),
        Some(Overlay::Ask(_)) => return,
        None => (),
    }
    if app.tab == Tab::Plan {
        return plan::move_cursor(app, motion);
    }
    match app.browse().pane {
        Pane::List => browse::move_cursor(app, motion),
        Pane::Page => scroll::scroll(app, motion),
    }
}

fn go_to(app: &mut App, number: usize) {
    if let Some(tab) = Tab::ALL.get(number % Tab::ALL.len()) {
        app.tab = *tab;
        app.trail.clear();
        scroll::settle(app);
    }
}
