//! Comparing: roles beside each other, or routes, and choosing what to compare with.

use super::{App, Effect, Overlay, Pane, Reading, act::act, rows::Row, shape, trail};
use crate::{
    catalog::{RoleId, RouteId},
    deeds::Deed,
    keys::{Motion, Screen},
    page::{Compared, Comparison, MOST_ROLES, MOST_ROUTES, Target},
    planner, words,
};

/// What could stand beside what is compared already.
#[derive(Clone, Debug)]
pub struct Beside {
    /// What is compared already: one at least.
    pub with: Compared,
    /// What could be added, by name.
    pub offers: Vec<(String, Compared)>,
    /// The one that is marked.
    pub cursor: usize,
}

/// Compares what is in front: a role with the goal, a route with the one that is
/// followed. Where that says nothing, it asks what to compare with.
pub(super) fn compare(app: &mut App) {
    match (app.screen, app.row()) {
        (Screen::Roles, Some(Row::Role(id))) => {
            let goal = app.progress.goal().map(|it| it.role).filter(|it| *it != id);
            match goal {
                Some(goal) => show(app, Compared::of_roles(&[goal, id])),
                None => ask(app, Compared::of_roles(&[id])),
            }
        }
        (Screen::Routes, Some(Row::Route(id))) => {
            let journeys = app.progress.journeys().filter(|(_, it)| it.since.is_some());
            let followed = journeys.map(|(id, _)| id).find(|it| *it != id);
            match followed {
                Some(followed) => show(app, Compared::of_routes(&[followed, id])),
                None => ask(app, Compared::of_routes(&[id])),
            }
        }
        (
            Screen::Today
            | Screen::Roles
            | Screen::Skills
            | Screen::Routes
            | Screen::Plan
            | Screen::Progress,
            _,
        ) => app.warn("Choose a role or a route first."),
    }
}

/// Puts what is compared in front; one comes back from it to where one was.
fn show(app: &mut App, of: Compared) {
    if app.comparing.is_none() {
        trail::leave(app);
    }
    let only_differences = app.comparing.is_some_and(|it| it.only_differences);
    app.comparing = Some(Comparison { of, only_differences });
    let browse = app.browse_mut();
    browse.pane = Pane::Page;
    browse.reading = Reading::default();
}

/// Asks what else should stand beside what is compared.
pub(super) fn add(app: &mut App) {
    if let Some(comparison) = app.comparing {
        ask(app, comparison.of);
    }
}

/// Takes the column one is in away.
pub(super) fn remove(app: &mut App) {
    let Some(comparison) = app.comparing else { return };
    if !app.can_remove() {
        return app.warn("Two have to stay: with one alone there is nothing to compare.");
    }
    let (mut roles, mut routes) = (comparison.of.roles(), comparison.of.routes());
    let (role, route) = (role_in_front(app), route_in_front(app));
    if role.is_none() && route.is_none() {
        return app.warn("Go to the head of a column first, or to what only one of them takes.");
    }
    roles.retain(|it| Some(*it) != role);
    routes.retain(|it| Some(*it) != route);
    show(
        app,
        if roles.is_empty() { Compared::of_routes(&routes) } else { Compared::of_roles(&roles) },
    );
}

/// The route whose name is chosen.
fn route_in_front(app: &App) -> Option<RouteId> {
    let routes = app.comparing?.of.routes();
    routes.into_iter().find(|id| app.chosen() == Some(Target::Route(*id)))
}

fn ask(app: &mut App, with: Compared) {
    let offers = match with {
        Compared::Roles(_) => role_offers(app, &with.roles()),
        Compared::Routes(_) => route_offers(app, &with.routes()),
    };
    if offers.is_empty() {
        return app.warn("There is no room for one more.");
    }
    app.overlay = Some(Overlay::Beside(Beside { with, offers, cursor: 0 }));
}

/// The roles that are not compared yet, those that the first is told apart from first.
fn role_offers(app: &App, with: &[RoleId]) -> Vec<(String, Compared)> {
    if with.len() >= MOST_ROLES {
        return Vec::new();
    }
    let near: Vec<RoleId> =
        with.iter().flat_map(|id| &app.catalog.role(*id).differences).map(|it| it.role).collect();
    let mut others: Vec<RoleId> =
        app.catalog.roles().map(|(id, _)| id).filter(|id| !with.contains(id)).collect();
    others.sort_by_key(|id| !near.contains(id));
    let offer = |id: RoleId| {
        let all: Vec<RoleId> = with.iter().copied().chain([id]).collect();
        (app.catalog.role(id).name.to_string(), Compared::of_roles(&all))
    };
    others.into_iter().map(offer).collect()
}

/// The routes that are not compared yet, those of the region in front first.
fn route_offers(app: &App, with: &[RouteId]) -> Vec<(String, Compared)> {
    if with.len() >= MOST_ROUTES {
        return Vec::new();
    }
    let route = |id: &RouteId| app.catalog.route(*id);
    let regions: Vec<_> = with.iter().map(|id| route(id).region).collect();
    let mut others: Vec<RouteId> =
        app.catalog.routes().map(|(id, _)| id).filter(|id| !with.contains(id)).collect();
    others.sort_by_key(|id| !regions.contains(&route(id).region));
    let offer = |id: RouteId| {
        let all: Vec<RouteId> = with.iter().copied().chain([id]).collect();
        let region = &app.catalog.region(route(&id).region).short;
        (format!("{} ({region})", route(&id).name), Compared::of_routes(&all))
    };
    others.into_iter().map(offer).collect()
}

/// Takes what is marked.
pub(super) fn answer(app: &mut App) {
    let Some(Overlay::Beside(beside)) = &app.overlay else { return };
    let Some((_, of)) = beside.offers.get(beside.cursor).cloned() else { return };
    app.overlay = None;
    show(app, of);
}

pub(super) fn move_cursor(app: &mut App, motion: Motion) {
    if let Some(Overlay::Beside(beside)) = &mut app.overlay {
        beside.cursor = shape::scrolled(beside.cursor, beside.offers.len(), motion);
    }
}

/// Shows only what differs, or all of it again.
pub(super) fn only_differences(app: &mut App) {
    let Some(comparison) = &mut app.comparing else { return };
    comparison.only_differences = !comparison.only_differences;
    let text = if comparison.only_differences {
        "Only what differs is shown."
    } else {
        "All of it is shown."
    };
    app.browse_mut().reading = Reading::default();
    app.tell(text);
}

/// Makes the role of the column one is in the goal.
pub(super) fn make_goal(app: &mut App) -> Option<Effect> {
    let Some(role) = role_in_front(app) else {
        app.warn("Go to a role, or to a skill that only one of them takes.");
        return None;
    };
    if app.progress.aims_for(role) {
        app.tell("That is your goal already.");
        return None;
    }
    act(app, Deed::Aim(role))
}

/// The role whose name is chosen, or which alone takes the skill that is chosen.
fn role_in_front(app: &App) -> Option<RoleId> {
    let roles = app.comparing?.of.roles();
    match app.chosen()? {
        Target::Role(id) => Some(id),
        Target::Skill(id) => {
            let compared = planner::compare_roles(app.learner(), app.world.today, &roles);
            let mut own = roles.into_iter().zip(compared.own);
            own.find(|(_, skills)| skills.contains(&id)).map(|(role, _)| role)
        }
        Target::Proof(..)
        | Target::Point(..)
        | Target::Milestone(..)
        | Target::Member(..)
        | Target::Project(_)
        | Target::Route(_)
        | Target::Address(_)
        | Target::Entry(..)
        | Target::Welcome => None,
    }
}

impl App {
    /// Whether something stands beside each other and takes the whole screen.
    pub fn is_comparing(&self) -> bool {
        self.comparing.is_some()
    }

    /// Whether there is room for one more.
    pub(super) fn can_add(&self) -> bool {
        self.comparing.is_some_and(|it| {
            let (roles, routes) = (it.of.roles().len(), it.of.routes().len());
            (1..MOST_ROLES).contains(&roles) || (1..MOST_ROUTES).contains(&routes)
        })
    }

    /// Whether so many stand beside each other that one can go.
    pub(super) fn can_remove(&self) -> bool {
        self.comparing.is_some_and(|it| it.of.roles().len() + it.of.routes().len() > 2)
    }

    /// Whether roles are compared, of which one could be made the goal.
    pub(super) fn compares_roles(&self) -> bool {
        self.comparing.is_some_and(|it| !it.of.roles().is_empty())
    }
}

impl Beside {
    /// What is asked, in words.
    pub fn question(&self, app: &App) -> String {
        let roles = self.with.roles().into_iter().map(|id| &app.catalog.role(id).name);
        let routes = self.with.routes().into_iter().map(|id| &app.catalog.route(id).name);
        let names: Vec<&str> = roles.chain(routes).map(|it| &**it).collect();
        words::capitalised(&format!("compare {} with", names.join(" and ")))
    }
}
