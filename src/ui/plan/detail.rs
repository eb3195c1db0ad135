//! What is under the cursor of the plan: when, how long, and why there.

use jiff::civil::Date;
use ratatui::text::{Line, Span};

use super::super::brush::Brush;
use crate::{
    app::App,
    catalog::Rhythm,
    planner::{Plan, Stage, StageKind, Step},
    progress::Item,
    words,
};

/// What is told: what it is called, its days and hours, and the rest in sentences.
struct Told {
    name: String,
    when: String,
    rest: Vec<String>,
}

/// Its name, its days and hours, why it stands there, and what has moved the end; that
/// only where there is room for all of it.
pub(super) fn lines(
    app: &App,
    plan: &Plan,
    brush: Brush<'_>,
    (columns, height): (usize, usize),
) -> Vec<Line<'static>> {
    let Some(told) = told(app, plan) else { return Vec::new() };
    let theme = brush.theme;
    let name = words::fitted(&told.name, columns, brush.signs.more);
    let mut lines = vec![Line::styled(name, theme.strong())];
    let paragraph = |text: String| -> Vec<Line<'static>> {
        words::wrap(&text, columns).into_iter().map(|it| Line::raw(it.to_owned())).collect()
    };
    lines.extend(paragraph(told.when));
    lines.extend(told.rest.into_iter().flat_map(paragraph));
    if let Some(moved) = app.moved().filter(|_| !app.progress.hides_dates()) {
        let mut more = vec![Line::default(), Line::styled("MOVED THE END", theme.heading())];
        more.extend(paragraph(format!("{}.", words::moved(app.world.today, moved))));
        if lines.len() + more.len() <= height {
            lines.append(&mut more);
        }
    }
    lines
}

/// The same in one line.
pub(super) fn line(app: &App, plan: &Plan, brush: Brush<'_>, columns: usize) -> Line<'static> {
    let Some(told) = told(app, plan) else { return Line::default() };
    let name = words::fitted(&told.name, columns, brush.signs.more);
    let rest = format!("   {}", told.when);
    let room = columns.saturating_sub(words::width(&name));
    Line::from(vec![
        Span::styled(name, brush.theme.strong()),
        Span::styled(words::fitted(&rest, room, brush.signs.more), brush.theme.muted()),
    ])
}

fn told(app: &App, plan: &Plan) -> Option<Told> {
    match app.planned_stage() {
        Some((at, stage)) => Some(of_stage(app, plan, (at, stage))),
        None => Some(of_step(app, plan.step(app.planned_item()?)?)),
    }
}

fn of_step(app: &App, step: &Step) -> Told {
    let hours = match step.rhythm {
        Rhythm::Job => "learned in a job".to_owned(),
        Rhythm::Alongside => format!("{} beside the rest", words::hours_left(step.minutes)),
        Rhythm::Block | Rhythm::Applying => words::hours_left(step.minutes),
    };
    let reason = words::reason(app.catalog, step.item, &step.reason);
    let mut rest = vec![format!("Here {reason}.")];
    if !step.needs.is_empty() {
        rest.push(format!("Needs {}.", named(app, &step.needs)));
    }
    let name = words::item(app.catalog, step.item);
    Told { name, when: when(app, step.start.zip(step.finish), hours), rest }
}

/// A stage: what it leads to, and what is left in it.
fn of_stage(app: &App, plan: &Plan, (at, stage): (usize, &Stage)) -> Told {
    let all = app.path.as_ref().map_or(plan.stages.len(), |it| it.stages.len());
    let number = app.stage_number(at, stage);
    let name = words::stage_name(app.catalog, stage.kind);
    let days = stage.start.zip(stage.finish).map(|(from, to)| (from, to.likely.max(from)));
    let done = app.stage_share(stage).map(|it| format!(", {} of {} done", it.done(), it.all));
    let hours = format!("{}{}", words::hours_left(stage.minutes), done.unwrap_or_default());
    let steps = plan.steps.iter().filter(|it| it.stage == at);
    let left: Vec<Item> = steps.map(|it| it.item).filter(|it| is_skill(*it)).collect();
    let mut rest = Vec::new();
    if let StageKind::Project(id) = stage.kind {
        rest.push(format!("Leads to a project: {}", app.catalog.project(id).summary));
    }
    if !left.is_empty() {
        rest.push(format!("Left in it: {}.", named(app, &left)));
    }
    Told { name: format!("Stage {number} of {all}: {name}"), when: when(app, days, hours), rest }
}

fn is_skill(item: Item) -> bool {
    match item {
        Item::Climb(_) => true,
        Item::Project(_) => false,
    }
}

/// Days and hours: `8 – 24 Dec 2026, 17 h`.
fn when(app: &App, days: Option<(Date, Date)>, hours: String) -> String {
    match days.filter(|_| !app.progress.hides_dates()) {
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
