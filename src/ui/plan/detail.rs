//! What is under the cursor of the plan: when, how long, and why there.

use ratatui::text::{Line, Span};

use super::super::brush::Brush;
use crate::{
    app::App,
    catalog::Rhythm,
    planner::{Plan, Step},
    progress::Item,
    words,
};

/// Its name, its days and hours, why it stands there, and what has moved the end.
pub(super) fn lines(
    app: &App,
    plan: &Plan,
    brush: Brush<'_>,
    columns: usize,
) -> Vec<Line<'static>> {
    let Some(step) = app.planned_item().and_then(|it| plan.step(it)) else { return Vec::new() };
    let theme = brush.theme;
    let mut lines = vec![Line::styled(name(app, step, columns, brush), theme.strong())];
    let paragraph = |text: String| -> Vec<Line<'static>> {
        words::wrap(&text, columns).into_iter().map(|it| Line::raw(it.to_owned())).collect()
    };
    lines.extend(paragraph(when(app, step)));
    let reason = words::reason(app.catalog, step.item, &step.reason);
    lines.extend(paragraph(format!("Here {reason}.")));
    if !step.needs.is_empty() {
        lines.extend(paragraph(format!("Needs {}.", named(app, &step.needs))));
    }
    if let Some(moved) = app.moved().filter(|_| !app.progress.hides_dates()) {
        lines.push(Line::default());
        lines.push(Line::styled("MOVED THE END", theme.heading()));
        lines.extend(paragraph(format!("{}.", words::moved(app.world.today, moved))));
    }
    lines
}

/// The same in one line.
pub(super) fn line(app: &App, plan: &Plan, brush: Brush<'_>, columns: usize) -> Line<'static> {
    let Some(step) = app.planned_item().and_then(|it| plan.step(it)) else {
        return Line::default();
    };
    let name = name(app, step, columns, brush);
    let rest = format!("   {}", when(app, step));
    let room = columns.saturating_sub(words::width(&name));
    Line::from(vec![
        Span::styled(name, brush.theme.strong()),
        Span::styled(words::fitted(&rest, room, brush.signs.more), brush.theme.muted()),
    ])
}

fn name(app: &App, step: &Step, columns: usize, brush: Brush<'_>) -> String {
    words::fitted(&words::item(app.catalog, step.item), columns, brush.signs.more)
}

/// Its days and hours: `8 – 24 Dec 2026, 17 h at your pace`.
fn when(app: &App, step: &Step) -> String {
    let hours = match step.rhythm {
        Rhythm::Job => "learned in a job".to_owned(),
        Rhythm::Alongside => format!("{} beside the rest", words::hours_left(step.minutes)),
        Rhythm::Block | Rhythm::Applying => words::hours_left(step.minutes),
    };
    let days = step.start.zip(step.finish).filter(|_| !app.progress.hides_dates());
    match days {
        Some((start, finish)) => format!("{}, {hours}", words::dates(start, finish)),
        None => hours,
    }
}

fn named(app: &App, items: &[Item]) -> String {
    const NAMED: usize = 3;
    let names: Vec<String> =
        items.iter().take(NAMED).map(|it| words::item(app.catalog, *it)).collect();
    let more = items.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", names.join(", "))
}
