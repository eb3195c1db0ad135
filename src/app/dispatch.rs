//! Dispatch: each action to the function that performs it.

use super::{
    App, Effect, Overlay, Pane, Saving, act, browse, compare, field::Typed, find, groups, help,
    palette, palette::Chosen, placing, plan, prompt, rescue, reviewing, roles, routes, rows::Row,
    scroll, settings, skills, staged, timing, trail, welcome, writing,
};
use crate::{
    catalog::{SkillId, Text},
    deeds::Deed,
    keys::{Action, Key, Leaping, Motion, Screen},
    page::Target,
    words,
};

/// Does what the key means here; a key that means nothing is typed, where one types.
pub(super) fn pressed(app: &mut App, key: Key) -> Option<Effect> {
    app.notice = None;
    if let Some(action) = app.world.keymap.lookup(&app.scopes(), key) {
        return perform(app, action);
    }
    match (key, &app.overlay) {
        (Key::Char(letter), Some(_)) => {
            return typed(app, Typed::Letters(letter.encode_utf8(&mut [0; 4])));
        }
        (_, Some(_)) => (),
        (key, None) => {
            let help = app.world.keymap.named(Action::ToggleHelp);
            let key = words::key(key, app.world.signs);
            app.tell(format!("{key} does nothing here; {help} shows the keys that do."));
        }
    }
    None
}

/// Only while a text is typed does a paste mean anything; anywhere else it is
/// ignored as a whole, so that it cannot act as keys.
pub(super) fn pasted(app: &mut App, text: &str) -> Option<Effect> {
    typed(app, Typed::Letters(text))
}

/// What is typed goes to where one types.
fn typed(app: &mut App, typed: Typed<'_>) -> Option<Effect> {
    match app.overlay {
        Some(Overlay::Ask(_)) => prompt::typed(app, typed),
        Some(Overlay::Welcome(_)) => welcome::typed(app, typed),
        Some(Overlay::Find(_)) => find::typed(app, typed),
        Some(Overlay::Palette(_)) => palette::typed(app, typed),
        Some(Overlay::Placing(_)) => placing::typed(app, typed),
        Some(Overlay::Reviewing(_)) => return reviewing::typed(app, typed),
        Some(
            Overlay::Help(_)
            | Overlay::Told(_)
            | Overlay::Rescue(_)
            | Overlay::Settings(_)
            | Overlay::Filter(_)
            | Overlay::Beside(_),
        )
        | None => (),
    }
    None
}

/// One line for each action; those that can want something from the world come first.
#[expect(clippy::too_many_lines, reason = "a line for each action")]
pub(super) fn perform(app: &mut App, action: Action) -> Option<Effect> {
    match action {
        Action::Mark => return mark(app),
        Action::Open => return open(app),
        Action::Rightward => return rightward(app),
        Action::OpenLink => return open_link(app),
        Action::MakeGoal if app.is_comparing() => return compare::make_goal(app),
        Action::MakeGoal => return roles::make_goal(app),
        Action::Claim => return skills::claim(app),
        Action::Skip => return skills::skip(app),
        Action::ProveShown => return skills::prove_shown(app),
        Action::Follow => return routes::follow(app),
        Action::GiveUp => return act::act(app, Deed::GiveUp),
        Action::Answer => return answer(app),
        Action::ChooseAnswer if is_placing(app) => placing::tick(app),
        Action::ChooseAnswer => return welcome::choose(app),
        Action::KeepTrial if is_placing(app) => return placing::accept(app),
        Action::KeepTrial => return plan::keep(app),
        Action::HideDates => return plan::hide_dates(app),
        Action::KeepBaseline => return plan::keep_baseline(app),
        Action::Timer => return timing::toggle(app),
        Action::ForgetTimer => return timing::forget(app),
        Action::Undo => return act::undo(app),
        Action::Redo => return act::redo(app),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Quit => return plan::leave(app),
        Action::Turn(way) => return settings::turn(app, way),
        Action::Note => return writing::note(app),
        Action::EditNote => return writing::edit_note(app),
        Action::Edit(editing) => return typed(app, Typed::Edit(editing)),
        Action::Copy => return writing::copy(app),
        Action::Evidence => writing::evidence(app),
        Action::Estimate => writing::estimate(app),
        Action::Settings => settings::begin(app),
        Action::DropTrial => plan::drop_trial(app),
        Action::Try(trying) => plan::try_out(app, trying),
        Action::AskReadyBy => plan::ask_ready_by(app),
        Action::Zoom => plan::zoom(app),
        Action::Move(motion) => moved(app, motion),
        Action::Leap(leaping) => leap(app, leaping),
        Action::Ascend => ascend(app),
        Action::Leftward => leftward(app),
        Action::Look => routes::look_at_next(app),
        Action::Compare => compare::compare(app),
        Action::AddBeside => compare::add(app),
        Action::RemoveBeside => compare::remove(app),
        Action::OnlyDifferences => compare::only_differences(app),
        Action::FoldAll => skills::fold_all(app),
        Action::TurnView => skills::turn_view(app),
        Action::ChooseFilter => skills::choose_filter(app),
        Action::ShowAll => skills::show_all(app),
        Action::Find => find::begin(app),
        Action::Commands => palette::begin(app),
        Action::Welcome => welcome::begin(app),
        Action::LogTime => timing::log(app),
        Action::Correct => timing::correct(app),
        Action::FilterJournal => timing::filter(app),
        Action::Place => placing::place(app),
        Action::Review => reviewing::begin(app),
        Action::Rehearse => reviewing::rehearse(app),
        Action::GoTo(screen) => go_to(app, screen),
        Action::NextScreen => go_to(app, app.screen.next()),
        Action::PreviousScreen => go_to(app, app.screen.previous()),
        Action::ToggleHelp => app.overlay = Some(Overlay::Help(0)),
        Action::Dismiss => dismiss(app),
    }
    None
}

fn answer(app: &mut App) -> Option<Effect> {
    match &app.overlay {
        Some(Overlay::Ask(_)) => prompt::answer(app),
        Some(Overlay::Rescue(_)) => rescue::answer(app),
        Some(Overlay::Welcome(_)) => welcome::answer(app),
        Some(Overlay::Find(_)) => find::answer(app),
        Some(Overlay::Palette(_)) => command(app),
        Some(Overlay::Placing(_)) => {
            placing::answer(app);
            None
        }
        Some(Overlay::Reviewing(_)) => reviewing::answer(app),
        Some(Overlay::Beside(_)) => {
            compare::answer(app);
            None
        }
        Some(Overlay::Filter(_)) => {
            skills::take_filter(app);
            None
        }
        Some(Overlay::Settings(_)) => {
            settings::open(app);
            None
        }
        Some(Overlay::Help(_) | Overlay::Told(_)) | None => None,
    }
}

/// Goes on to the next part of what has the keys, or back to the one before.
fn leap(app: &mut App, leaping: Leaping) {
    match app.browse().pane {
        Pane::List => groups::leap(app, leaping),
        Pane::Page => scroll::leap(app, leaping),
    }
}

fn is_placing(app: &App) -> bool {
    matches!(app.overlay, Some(Overlay::Placing(_)))
}

/// Does what is marked in the palette, or goes to where one can.
fn command(app: &mut App) -> Option<Effect> {
    match palette::take(app)? {
        Chosen::Do(action) => perform(app, action),
        Chosen::DoOn(screen, action) => {
            go_to(app, screen);
            perform(app, action)
        }
        Chosen::ShowOn(screen, what) => {
            go_to(app, screen);
            app.tell(format!("Choose it here, then {what}."));
            None
        }
        Chosen::Saved => {
            match &app.saving {
                Saving::Failed(reason) | Saving::ReadOnly(reason) => {
                    let reason = reason.clone();
                    app.warn(format!("Not saved: {reason}"));
                }
                Saving::Nothing | Saving::Saved | Saving::Pending => {
                    app.tell("All is saved as soon as you do it.");
                }
            }
            None
        }
    }
}

/// Ticks, picks or marks what is chosen, or takes that back.
fn mark(app: &mut App) -> Option<Effect> {
    match app.chosen() {
        Some(Target::Proof(skill, proof)) => skills::toggle_proof(app, skill, proof),
        Some(Target::Point(project, point)) => skills::toggle_point(app, project, point),
        Some(Target::Milestone(route, milestone)) => {
            routes::toggle_milestone(app, route, milestone)
        }
        Some(Target::Member(id, _)) => pick(app, id),
        Some(Target::Address(address)) => writing::toggle_read(app, &address),
        Some(
            Target::Skill(_)
            | Target::Project(_)
            | Target::Role(_)
            | Target::Route(_)
            | Target::Entry(..)
            | Target::Welcome,
        )
        | None => {
            app.warn("Nothing to tick here: go to a proof, an acceptance point or a milestone.");
            None
        }
    }
}

/// Shows what is chosen: in a list its page, on a page what it leads to.
fn open(app: &mut App) -> Option<Effect> {
    if app.screen == Screen::Plan || app.browse().pane == Pane::List {
        descend(app);
        return None;
    }
    match app.chosen()? {
        Target::Address(address) => return Some(show_address(app, address)),
        Target::Welcome => welcome::begin(app),
        Target::Proof(id, _) => open_from(app, Row::Skill(id), &Target::Skill(id)),
        Target::Point(id, _) => open_from(app, Row::Project(id), &Target::Project(id)),
        Target::Milestone(id, _) => open_from(app, Row::Route(id), &Target::Route(id)),
        target @ (Target::Skill(_)
        | Target::Member(..)
        | Target::Project(_)
        | Target::Entry(..)
        | Target::Role(_)
        | Target::Route(_)) => trail::follow_link(app, &target),
    }
    None
}

/// Opens the page that something to tick belongs to; on that page it says what ticks it.
fn open_from(app: &mut App, row: Row, target: &Target) {
    if app.row() == Some(row) {
        let key = app.world.keymap.named(Action::Mark);
        return app.tell(format!("{key} ticks it."));
    }
    trail::follow_link(app, target);
}

/// Goes to what stands at the right of what is chosen; where there is nothing, opens it.
fn rightward(app: &mut App) -> Option<Effect> {
    if matches!(app.overlay, Some(Overlay::Welcome(_))) {
        welcome::unfold(app);
        return None;
    }
    if scroll::sideways(app, true) { None } else { open(app) }
}

/// Goes to what stands at the left of what is chosen; where there is nothing, goes back.
fn leftward(app: &mut App) {
    if matches!(app.overlay, Some(Overlay::Welcome(_))) {
        return welcome::fold_or_back(app);
    }
    if !scroll::sideways(app, false) {
        ascend(app);
    }
}

fn open_link(app: &mut App) -> Option<Effect> {
    if let Some(Target::Address(address)) = app.chosen() {
        return Some(show_address(app, address));
    }
    app.warn("No address is chosen here: go down to one.");
    None
}

fn show_address(app: &mut App, address: Text) -> Effect {
    app.tell(format!("Opening {address}"));
    Effect::Open(address)
}

/// Picks a member of a choice, or takes the pick back.
fn pick(app: &mut App, id: SkillId) -> Option<Effect> {
    let is_picked = app.progress.picks().contains(&id);
    act::act(app, if is_picked { Deed::Unpick(id) } else { Deed::Pick(id) })
}

fn descend(app: &mut App) {
    if app.screen == Screen::Plan {
        return plan::open(app);
    }
    match app.row() {
        Some(Row::Area(area)) if app.is_folded(area) => skills::fold(app, area),
        Some(Row::Group(group)) if app.is_group_folded(group) => staged::fold(app, group),
        Some(Row::Group(_)) if app.shape().has_two_panes || app.subject().is_none() => {
            browse::move_cursor(app, Motion::Forward);
        }
        Some(Row::Area(_)) if app.shape().has_two_panes => {
            browse::move_cursor(app, Motion::Forward);
        }
        Some(row) => browse::read(app, row),
        None => (),
    }
}

fn ascend(app: &mut App) {
    if matches!(app.overlay, Some(Overlay::Welcome(_))) {
        return welcome::back(app);
    }
    if app.browse().pane == Pane::List {
        return skills::go_up(app);
    }
    if !trail::go_back(app) && !matches!(app.screen, Screen::Today | Screen::Progress) {
        let browse = app.browse_mut();
        browse.pane = Pane::List;
        browse.reading.item = None;
    }
}

/// Closes what lies over the screen.
fn dismiss(app: &mut App) {
    match app.overlay {
        Some(Overlay::Welcome(_)) => welcome::leave(app),
        Some(Overlay::Placing(_)) => placing::leave(app),
        _ => app.overlay = None,
    }
}

pub(super) fn moved(app: &mut App, motion: Motion) {
    match &mut app.overlay {
        Some(Overlay::Help(_)) => return help::scroll(app, motion),
        Some(Overlay::Find(_)) => return find::move_cursor(app, motion),
        Some(Overlay::Palette(_)) => return palette::move_cursor(app, motion),
        Some(Overlay::Filter(_)) => return skills::move_filter(app, motion),
        Some(Overlay::Settings(_)) => return settings::move_cursor(app, motion),
        Some(Overlay::Told(told)) => return told.scroll(motion),
        Some(Overlay::Welcome(_)) => return welcome::move_cursor(app, motion),
        Some(Overlay::Rescue(_)) => return rescue::move_cursor(app, motion),
        Some(Overlay::Placing(_)) => return placing::move_cursor(app, motion),
        Some(Overlay::Reviewing(_)) => return reviewing::move_cursor(app, motion),
        Some(Overlay::Beside(_)) => return compare::move_cursor(app, motion),
        Some(Overlay::Ask(_)) => return,
        None => (),
    }
    if app.screen == Screen::Plan {
        return plan::move_cursor(app, motion);
    }
    match app.browse().pane {
        Pane::List => browse::move_cursor(app, motion),
        Pane::Page => scroll::scroll(app, motion),
    }
}

fn go_to(app: &mut App, screen: Screen) {
    app.screen = screen;
    app.trail.clear();
    app.comparing = None;
    browse::begin(app);
}
