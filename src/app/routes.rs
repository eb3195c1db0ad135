//! The routes, region by region: followed ones, and their milestones.

use super::{App, Effect, Row, Tab, scroll};
use crate::catalog::{MilestoneId, RegionId, RouteId};

pub(super) fn rows(app: &App) -> Vec<Row> {
    let mut regions: Vec<RegionId> = app.catalog.regions().map(|(id, _)| id).collect();
    regions.sort_by_key(|id| (Some(*id) != app.region(), *id));
    let mut rows = Vec::new();
    for region in regions {
        let routes = app.catalog.routes().filter(|(_, route)| route.region == region);
        let listed: Vec<Row> = routes
            .map(|(id, _)| Row::Route(id))
            .filter(|row| app.routes.search.shows(*row))
            .collect();
        if !listed.is_empty() {
            if !rows.is_empty() && app.shape().is_spacious {
                rows.push(Row::Gap);
            }
            rows.push(Row::Region(region));
            rows.extend(listed);
        }
    }
    rows
}

pub(super) fn follow(app: &mut App) -> Vec<Effect> {
    let (Tab::Routes, Some(Row::Route(route))) = (app.tab, app.row()) else { return Vec::new() };
    let name = app.catalog.route(route).name.clone();
    if app.progress.follows(route) {
        app.progress.leave(route);
        app.tell(format!("Not followed any more, but what you reached stays: {name}"));
    } else {
        app.progress.follow(route, app.world.today);
        app.tell(format!("Followed from today, so its milestones have dates: {name}"));
    }
    scroll::settle(app);
    app.save()
}

/// Ticks a milestone, or takes the tick back. Reaching one begins to follow the route.
pub(super) fn toggle_milestone(
    app: &mut App,
    route: RouteId,
    milestone: MilestoneId,
) -> Vec<Effect> {
    let is_reached =
        app.progress.journey(route).is_some_and(|journey| journey.ticks.contains_key(&milestone));
    if is_reached {
        app.progress.unreach(route, milestone);
        app.tell("The milestone is open again.");
    } else if app.progress.follows(route) {
        app.progress.reach(route, milestone, app.world.today);
        app.tell("Milestone reached. Once more takes it back.");
    } else {
        app.progress.follow(route, app.world.today);
        app.progress.reach(route, milestone, app.world.today);
        app.tell("Milestone reached, and you follow this route from today.");
    }
    scroll::settle(app);
    app.save()
}

/// Puts another region's figures and routes first.
pub(super) fn next_region(app: &mut App) -> Vec<Effect> {
    let regions: Vec<RegionId> = app.catalog.regions().map(|(id, _)| id).collect();
    let row = app.row();
    let current = regions.iter().position(|id| Some(*id) == app.region());
    let next = current.map_or(0, |index| index + 1) % regions.len().max(1);
    app.progress.region = regions.get(next).copied();
    if let Some(row) = row {
        app.browse_mut().select(row);
    }
    if let Some(region) = app.progress.region {
        let name = app.catalog.region(region).name.clone();
        app.tell(format!("{name} comes first now."));
    }
    scroll::settle(app);
    app.save()
}

impl App {
    /// Whether the row under the cursor is a route that is followed.
    pub fn follows_row(&self) -> bool {
        matches!(self.row(), Some(Row::Route(id)) if self.progress.follows(id))
    }
}
