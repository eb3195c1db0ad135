//! The tree of skills.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::brush::{Brush, apart};
use crate::{
    app::{App, project_state},
    catalog::{AreaId, ProjectId, SkillId},
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
    let learner = app.learner();
    let next = skill.climbs.iter().find(|it| !learner.climb_state(**it).is_done());
    let needs = next.and_then(|it| words::needs(learner, *it)).filter(|_| !state.is_done());
    let rungs = words::rungs(learner, id, brush.signs);
    let hours = words::hours(app.catalog.hours_to(id, learner.aim(id)));
    let aside = format!(" {rungs:<4}{hours:>8}");
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

/// The title above the projects.
pub(super) fn projects<'a>(brush: Brush<'_>, columns: usize) -> Line<'a> {
    let name = words::fitted("PROJECTS", columns, brush.signs.more);
    Line::styled(name, brush.theme.heading())
}

/// A project below the tree of skills.
pub(super) fn project<'a>(
    app: &'a App,
    brush: Brush<'_>,
    id: ProjectId,
    columns: usize,
) -> Line<'a> {
    let project = app.catalog.project(id);
    let state = project_state(app.learner(), id);
    let ticks = match state {
        State::Learning => {
            format!("{}/{}", app.learner().built_points(id), project.points.len())
        }
        _ => String::new(),
    };
    let aside = format!(" {ticks:<4}{:>8}", words::hours(project.hours));
    let lead = format!("  {} ", brush.signs.project);
    let room = columns.saturating_sub(words::width(&lead) + words::width(&aside));
    let name = words::fitted(&project.name, room, brush.signs.more);
    let left = vec![Span::styled(lead, brush.theme.state(state)), Span::raw(name)];
    apart(left, vec![Span::styled(aside, brush.theme.muted())], columns)
}
