//! The list of routes.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::brush::{Brush, apart};
use crate::{app::App, catalog::RouteId, words};

/// A route in the list.
pub(super) fn line<'a>(app: &'a App, brush: Brush<'_>, id: RouteId, columns: usize) -> Line<'a> {
    let route = app.catalog.route(id);
    let follows = app.progress.follows(id);
    let reached = app.progress.journey(id).map_or(0, |journey| journey.ticks.len());
    let count = match (follows, reached) {
        (false, 0) => weeks(route.duration.low_weeks, route.duration.high_weeks),
        _ => format!("{reached}/{}", route.milestones.len()),
    };
    let star = if follows { brush.signs.goal } else { " " };
    let aside = format!(" {star} {count:>9}");
    let room = columns.saturating_sub(2 + words::width(&aside));
    let name = words::fitted(&route.name, room, brush.signs.more);
    let style = if follows { brush.theme.strong() } else { Style::new() };
    let aside_style = if reached > 0 { Style::new() } else { brush.theme.muted() };
    apart(
        vec![Span::raw("  "), Span::styled(name, style)],
        vec![Span::styled(aside, aside_style)],
        columns,
    )
}

/// A length of time where there is little room: in years from two years on.
fn weeks(low: u32, high: u32) -> String {
    if low >= 104 {
        format!("{} y", words::range(low / 52, high.div_ceil(52)))
    } else {
        format!("{} wk", words::range(low, high))
    }
}
