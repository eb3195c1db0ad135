//! The list of routes: how long each takes, what it costs, how much of the goal it
//! teaches; each in one unit, so that one can compare down the list.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::brush::{Brush, apart};
use crate::{
    app::App,
    catalog::{RegionId, RouteId, SkillId},
    planner, words,
};

/// The least columns with which the cost is seen, then how much is taught, and then in full
/// of how much.
const WITH_COST: usize = 44;
const WITH_SKILLS: usize = 54;
const IN_FULL: usize = 70;

/// The title of a region, with what the columns below it are.
pub(super) fn region<'a>(app: &'a App, brush: Brush<'_>, id: RegionId, columns: usize) -> Line<'a> {
    let title = app.catalog.region(id).name.to_uppercase();
    let all = app.plan.as_ref().map_or(0, |plan| planner::goal_skills(app.learner(), plan).len());
    let skills = match all {
        0 => "skills".to_owned(),
        all if columns < IN_FULL => format!("of {all}"),
        all => format!("of your {all}"),
    };
    let aside = cells(columns, ["months", "cost", &skills]);
    if words::width(&title) + words::width(&aside) >= columns {
        return Line::styled(title, brush.theme.heading());
    }
    apart(
        vec![Span::styled(title, brush.theme.heading())],
        vec![Span::styled(aside, brush.theme.muted())],
        columns,
    )
}

/// What stands at the right of a line, as far as there is room.
fn cells(columns: usize, [months, cost, skills]: [&str; 3]) -> String {
    let mut aside = format!(" {months:>6}");
    if columns >= WITH_COST {
        aside = format!("{aside} {cost:>9}");
    }
    if columns >= WITH_SKILLS {
        let width = if columns < IN_FULL { 6 } else { 12 };
        aside = format!("{aside} {skills:>width$}");
    }
    aside
}

/// A route in the list.
pub(super) fn line<'a>(app: &'a App, brush: Brush<'_>, id: RouteId, columns: usize) -> Line<'a> {
    let route = app.catalog.route(id);
    let follows = app.progress.follows(id);
    let reached = app.progress.journey(id).map_or(0, |journey| journey.ticks.len());
    let star = match (follows, reached) {
        (false, 0) => String::new(),
        (false, _) => format!(" {reached}/{}", route.milestones.len()),
        (true, _) => format!(" {} {reached}/{}", brush.signs.goal, route.milestones.len()),
    };
    let months = words::months_of_weeks(route.duration.low_weeks, route.duration.high_weeks);
    let cost = words::cost_in_all(planner::whole_cost(route), &route.cost.currency);
    let wanted = app.plan.as_ref().map(|plan| planner::goal_skills(app.learner(), plan));
    let wanted = wanted.unwrap_or_default();
    let is_meant = |it: &&SkillId| wanted.is_empty() || wanted.contains_key(it);
    let skills = match route.covers.len() {
        0 => "–".to_owned(),
        _ => route.covers.iter().filter(is_meant).count().to_string(),
    };
    let aside = cells(columns, [&months, &cost, &skills]);
    let room = columns.saturating_sub(2 + words::width(&aside) + words::width(&star));
    let name = words::fitted(&route.name, room, brush.signs.more);
    let style = if follows { brush.theme.strong() } else { Style::new() };
    let star_style = if reached > 0 { Style::new() } else { brush.theme.muted() };
    apart(
        vec![Span::raw("  "), Span::styled(name, style)],
        vec![Span::styled(star, star_style), Span::styled(aside, brush.theme.muted())],
        columns,
    )
}
