//! The routes: following one, its milestones, and the region that comes first.

use super::{App, Effect, act::act, rows::Row};
use crate::{
    catalog::{MilestoneId, RegionId, RouteId},
    deeds::Deed,
    keys::Screen,
};

/// The route under the cursor.
fn route(app: &App) -> Option<RouteId> {
    match (app.screen, app.row()) {
        (Screen::Routes, Some(Row::Route(id))) => Some(id),
        _ => None,
    }
}

pub(super) fn follow(app: &mut App) -> Option<Effect> {
    let route = route(app)?;
    act(app, if app.progress.follows(route) { Deed::Leave(route) } else { Deed::Follow(route) })
}

/// Ticks a milestone, or takes the tick back.
pub(super) fn toggle_milestone(
    app: &mut App,
    route: RouteId,
    milestone: MilestoneId,
) -> Option<Effect> {
    let is_reached = app.progress.reached(route, milestone).is_some();
    let deed = if is_reached { Deed::Unreach } else { Deed::Reach };
    act(app, deed(route, milestone))
}

/// Looks at another region's figures and routes, without living there.
pub(super) fn look_at_next(app: &mut App) {
    let regions: Vec<RegionId> = app.catalog.regions().map(|(id, _)| id).collect();
    let current = regions.iter().position(|id| Some(*id) == app.region());
    let next = current.map_or(0, |index| index + 1) % regions.len().max(1);
    if let Some(row) = app.row() {
        app.browse_mut().select(row);
    }
    let Some(next) = regions.get(next).copied() else { return };
    let own = app.own_region();
    app.looked_at = Some(next).filter(|it| Some(*it) != own);
    let name = &app.catalog.region(next).name;
    app.tell(match app.looked_at {
        Some(_) => format!("Looking at {name}; yours stays what it is."),
        None => format!("Back at {name}."),
    });
}

impl App {
    /// Whether the row under the cursor is a route that is followed.
    pub fn follows_row(&self) -> bool {
        route(self).is_some_and(|route| self.progress.follows(route))
    }
}
