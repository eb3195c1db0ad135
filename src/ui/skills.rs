//! The tree of skills.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::{Brush, apart};
use crate::{
    app::{App, Row},
    catalog::{AreaId, SkillId},
    progress::State,
    words,
};

/// The least columns in which it can be said what a skill needs.
const NEEDS: usize = 26;

/// An area or a skill in the tree.
pub(super) fn line<'a>(app: &'a App, brush: Brush<'_>, row: Row, columns: usize) -> Line<'a> {
    match row {
        Row::Area(id) => area(app, brush, id, columns),
        Row::Skill(id) => skill(app, brush, id, columns),
        _ => Line::default(),
    }
}

fn area<'a>(app: &'a App, brush: Brush<'_>, id: AreaId, columns: usize) -> Line<'a> {
    let area = app.catalog.area(id);
    let states = area.skills.iter().map(|it| app.progress.state(&app.catalog, *it));
    let done = states.filter(|it| it.is_done()).count();
    let count = format!("{done}/{}", area.skills.len());
    let sign = if app.is_folded(id) { brush.signs.folded } else { brush.signs.unfolded };
    let name =
        words::fitted(&area.name.to_uppercase(), columns.saturating_sub(10), brush.signs.more);
    let left = vec![
        Span::styled(format!("{sign} "), brush.theme.accent()),
        Span::styled(name, brush.theme.heading()),
    ];
    let style = if done == 0 { brush.theme.muted() } else { brush.theme.done() };
    apart(left, vec![Span::styled(count, style)], columns)
}

fn skill<'a>(app: &'a App, brush: Brush<'_>, id: SkillId, columns: usize) -> Line<'a> {
    let skill = app.catalog.skill(id);
    let state = app.progress.state(&app.catalog, id);
    let is_locked = !state.is_done() && app.progress.lacking(&app.catalog, skill).next().is_some();
    let ticks = match (state, app.progress.record(id)) {
        (State::Learning, Some(record)) => {
            format!("{}/{} ", record.ticks.len(), skill.proofs.len())
        }
        _ => String::new(),
    };
    let aside = format!(" {ticks}{:>8}", words::hours(skill.hours));
    let lead = format!("  {} ", brush.signs.state(state));
    let room = columns.saturating_sub(words::width(&lead) + words::width(&aside));
    let name = words::fitted(&skill.name, room, brush.signs.more);
    let rest = room.saturating_sub(words::width(&name));
    let style =
        if is_locked || state == State::Skipped { brush.theme.muted() } else { Style::new() };
    let mut left = vec![Span::styled(lead, brush.theme.state(state)), Span::styled(name, style)];
    if is_locked && rest >= NEEDS {
        left.push(Span::styled(needs(app, id, rest, brush), brush.theme.muted()));
    }
    apart(left, vec![Span::styled(aside, brush.theme.muted())], columns)
}

/// The first thing that stands in a skill's way, in words.
fn needs(app: &App, id: SkillId, room: usize, brush: Brush<'_>) -> String {
    let skill = app.catalog.skill(id);
    let mut lacking = app.progress.lacking(&app.catalog, skill);
    let first = lacking.next().unwrap_or_default();
    let rest = lacking.count();
    let name = match first {
        [one] => app.catalog.skill(*one).name.to_string(),
        several => format!("one of {}", several.len()),
    };
    let more = if rest > 0 { format!(" +{rest}") } else { String::new() };
    let room = room.saturating_sub(words::width(&more) + 9);
    format!("  needs {}{more}", words::fitted(&name, room, brush.signs.more))
}
