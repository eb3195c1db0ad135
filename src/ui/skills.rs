//! The tree of skills.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::Widget as _,
};

use super::{
    brush::{Brush, apart, below, inset},
    questions::{self, Choosable},
};
use crate::{
    app::{App, Filter, View, project_state},
    catalog::{AreaId, ProjectId, SkillId},
    keys::{Action, Scope},
    progress::State,
    words,
};

/// The least columns in which it can be said what a skill needs.
const NEEDS: usize = 26;
/// The least columns between what is shown and how much that is.
const APART: usize = 2;

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
    let style = if done == 0 { brush.theme.muted() } else { Style::new() };
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
    let is_locked = needs.is_some() && state == State::ToDo;
    let sign = if is_locked { brush.signs.locked } else { brush.signs.state(state) };
    let lead = format!("{sign} ");
    let room = columns.saturating_sub(words::width(&lead) + words::width(&aside));
    let name = words::fitted(&skill.name, room, brush.signs.more);
    let rest = room.saturating_sub(words::width(&name));
    let style =
        if is_locked || state == State::Skipped { brush.theme.muted() } else { Style::new() };
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
    (id, is_faint): (ProjectId, bool),
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
    let lead = format!("{} ", brush.signs.project);
    let room = columns.saturating_sub(words::width(&lead) + words::width(&aside));
    let name = words::fitted(&project.name, room, brush.signs.more);
    let style = if is_faint { brush.theme.muted() } else { Style::new() };
    let left = vec![Span::styled(lead, brush.theme.state(state)), Span::styled(name, style)];
    apart(left, vec![Span::styled(aside, brush.theme.muted())], columns)
}

/// Paints above the list which of the skills it shows and how, if it does not show all; what
/// is left for the list.
pub(super) fn render_filter(app: &App, brush: Brush<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    if app.filter == Filter::All {
        return area;
    }
    let line = inset(Rect { height: 1.min(area.height), ..area }, usize::from(area.width));
    let columns = usize::from(line.width).saturating_sub(1);
    let count = Span::styled(count(app), brush.theme.muted());
    let room = columns.saturating_sub(APART + count.width());
    let fits = |it: &Vec<Span<'_>>| it.iter().map(Span::width).sum::<usize>() <= room;
    let left = shown(app, brush).into_iter().find(fits).unwrap_or_default();
    apart(left, vec![count], columns).render(line, buf);
    below(area, 1)
}

/// How many skills are shown; in the graph, how many are joined to the one under the cursor.
fn count(app: &App) -> String {
    match app.joined() {
        Some((needs, opens)) => format!("needs {}, opens {}", needs.len(), opens.len()),
        None => format!("{} of {}", app.count_of(app.filter), app.catalog.skills().len()),
    }
}

/// What is shown and how, and how else it can be: in many words and in few.
fn shown(app: &App, brush: Brush<'_>) -> Vec<Vec<Span<'static>>> {
    let show = Span::styled("show: ", brush.theme.muted());
    let word = Span::styled(app.filter.word(), brush.theme.title_in_front());
    let [all, own] = if app.filter == Filter::Goal {
        [by(app, brush, &View::ALL), by(app, brush, &[app.view])]
    } else {
        [Vec::new(), Vec::new()]
    };
    let [show, word, gap] = [vec![show], vec![word], vec![Span::raw("  ")]];
    let long = |views| [show.clone(), word.clone(), gap.clone(), views].concat();
    vec![long(all), long(own.clone()), [word.clone(), gap.clone(), own.clone()].concat(), own, word]
}

/// Some ways to list the skills of the goal, with the one in front marked.
fn by(app: &App, brush: Brush<'_>, views: &[View]) -> Vec<Span<'static>> {
    let name = |view: &View| {
        let is_own = *view == app.view;
        let style = if is_own { brush.theme.title_in_front() } else { brush.theme.muted() };
        [Span::raw(" "), Span::styled(view.word(), style)]
    };
    let lead = Span::styled("by", brush.theme.muted());
    std::iter::once(lead).chain(views.iter().flat_map(name)).collect()
}

/// Says why the list is empty, and which key fills it again.
pub(super) fn nothing_shown(app: &App) -> String {
    let keymap = app.world.keymap;
    let key = keymap.named_in(Scope::List, Action::ShowAll);
    let other = keymap.named(Action::ChooseFilter);
    let what = match app.filter {
        Filter::All => "There are no skills.".to_owned(),
        Filter::Goal => "Your goal calls for no skill.".to_owned(),
        Filter::ByState(state) => format!("Nothing is {}.", state.word()),
    };
    format!("{what} {key} shows all again, {other} something else.")
}

/// Paints the filters to choose from.
pub(super) fn render_filters(
    app: &App,
    cursor: usize,
    brush: Brush<'_>,
    body: Rect,
    buf: &mut Buffer,
) {
    let answer = |it: &Filter| Choosable {
        text: it.word().to_owned(),
        aside: app.count_of(*it).to_string(),
    };
    let answers: Vec<Choosable> = app.filters().iter().map(answer).collect();
    questions::render_choice("Show which skills?", (&answers, cursor), brush, body, buf);
}
