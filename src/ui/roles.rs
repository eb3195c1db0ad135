//! The list of roles.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::brush::{Brush, apart};
use crate::{app::App, catalog::RoleId, planner, words};

/// A role in the list.
pub(super) fn line<'a>(app: &'a App, brush: Brush<'_>, id: RoleId, columns: usize) -> Line<'a> {
    let goal = app.progress.goal_of(id);
    let readiness = planner::readiness(app.learner(), goal).permille();
    let star = if app.progress.aims_for(id) { brush.signs.goal } else { " " };
    let share = format!(" {star} {:>5}", words::percent_short(readiness));
    let name =
        words::fitted(&app.catalog.role(id).name, columns.saturating_sub(10), brush.signs.more);
    let style = if app.progress.aims_for(id) { brush.theme.strong() } else { Style::new() };
    let share_style = if readiness == 0 { brush.theme.muted() } else { Style::new() };
    apart(
        vec![Span::raw("  "), Span::styled(name, style)],
        vec![Span::styled(share, share_style)],
        columns,
    )
}
