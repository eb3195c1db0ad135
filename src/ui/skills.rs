//! The tree of skills.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::brush::{Brush, apart};
use crate::{
    app::App,
    catalog::{AreaId, SkillId},
    progress::State,
    words,
};

/// The least columns in which it can be said what a skill needs.
const NEEDS: usize = 26;

/// An area in the tree.
pub(super) fn area<'a>(app: &'a App, brush: Brush<'_>, id: AreaId, columns: usize) -> Line<'a> {
    let area = app.catalog.area(id);
    let states = area.skills.iter().map(|it| app.learner().state(*it));
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

/// A skill in the tree.
pub(super) fn skill<'a>(app: &'a App, brush: Brush<'_>, id: SkillId, columns: usize) -> Line<'a> {
    let skill = app.catalog.skill(id);
    let state = app.learner().state(id);
    let needs = words::needs(app.learner(), id).filter(|_| !state.is_done());
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
        if needs.is_some() || state == State::Skipped { brush.theme.muted() } else { Style::new() };
    let mut left = vec![Span::styled(lead, brush.theme.state(state)), Span::styled(name, style)];
    if let Some(needs) = needs.filter(|_| rest >= NEEDS) {
        let needs = words::fitted(&format!("  {needs}"), rest - 1, brush.signs.more);
        left.push(Span::styled(needs, brush.theme.muted()));
    }
    apart(left, vec![Span::styled(aside, brush.theme.muted())], columns)
}
