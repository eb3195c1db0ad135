//! The list of roles.

use ratatui::text::{Line, Span};

use super::{Brush, apart};
use crate::{
    app::{App, Row},
    catalog::RoleId,
    planner, words,
};

/// A family or a role in the list.
pub(super) fn line<'a>(app: &'a App, brush: Brush<'_>, row: Row, columns: usize) -> Line<'a> {
    match row {
        Row::Family(family) => Line::styled(family.title().to_uppercase(), brush.theme.heading()),
        Row::Role(id) => role(app, brush, id, columns),
        _ => Line::default(),
    }
}

fn role<'a>(app: &'a App, brush: Brush<'_>, id: RoleId, columns: usize) -> Line<'a> {
    let goal = app.progress.goal_of(id);
    let readiness = planner::readiness(&app.catalog, &app.progress, goal).permille();
    let star = if app.progress.aims_for(id) { brush.signs.goal } else { " " };
    let share = format!(" {star} {:>5}", words::percent_short(readiness));
    let name =
        words::fitted(&app.catalog.role(id).name, columns.saturating_sub(10), brush.signs.more);
    let style =
        if app.progress.aims_for(id) { brush.theme.strong() } else { ratatui::style::Style::new() };
    let share_style = if readiness == 0 { brush.theme.muted() } else { brush.theme.done() };
    apart(
        vec![Span::raw("  "), Span::styled(name, style)],
        vec![Span::styled(share, share_style)],
        columns,
    )
}
