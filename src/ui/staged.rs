//! The skills of the goal by the stages of its path.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::brush::{Brush, apart};
use crate::{
    app::{App, Group},
    catalog::{ClimbId, Rhythm},
    planner::{self, Share},
    progress::State,
    words,
};

/// The most columns of the bar of a stage.
const BAR: usize = 24;
/// The columns of how much of a stage is done.
const COUNT: usize = 6;
/// The least columns of a name.
const NAME: usize = 22;
/// The least columns in which it can be said what a skill needs.
const NEEDS: usize = 26;

/// A stage: its name, a bar of what is done, and how much that is.
pub(super) fn group<'a>(app: &'a App, brush: Brush<'_>, group: Group, columns: usize) -> Line<'a> {
    let Brush { theme, signs, .. } = brush;
    let stages = app.path.as_ref().map(|it| it.stages.as_slice()).unwrap_or_default();
    let name = match group {
        Group::Stage(at) => {
            let kind = stages.get(at).map(|it| words::stage_name(app.catalog, it.kind));
            format!("{} {}", at + 1, kind.unwrap_or_default().to_uppercase())
        }
        Group::Beside => "BESIDE THE REST".to_owned(),
    };
    let share = planner::share(app.learner(), app.items_of(group));
    let sign = if app.is_group_folded(group) { signs.folded } else { signs.unfolded };
    let count = match share.all {
        0 => String::new(),
        all => format!(" {:>COUNT$}", format!("{}/{all}", share.done())),
    };
    let left = columns.saturating_sub(words::width(sign) + 1 + words::width(&count));
    let bar = left.saturating_sub(NAME + 1).min(BAR);
    let room = left.saturating_sub(bar + 1);
    let name = words::fitted(&name, room, signs.more);
    let mut right =
        if bar >= 6 && share.all > 0 { self::bar(share, bar, brush) } else { Vec::new() };
    right.push(Span::styled(count, theme.muted()));
    let left =
        vec![Span::styled(format!("{sign} "), theme.accent()), Span::styled(name, theme.heading())];
    apart(left, right, columns)
}

/// What is proven, claimed and open, as a thin line.
fn bar(share: Share, columns: usize, brush: Brush<'_>) -> Vec<Span<'static>> {
    let Brush { theme, signs, .. } = brush;
    let part = |number: usize| (number * columns).checked_div(share.all).unwrap_or(0);
    let done = part(share.done());
    let proven = part(share.proven).min(done);
    let parts = [
        (proven, signs.bar, theme.state(State::Proven)),
        (done - proven, signs.bar_claimed, theme.state(State::Claimed)),
        (columns - done, signs.bar_rest, theme.muted()),
    ];
    let parts = parts.into_iter().filter(|(part, ..)| *part > 0);
    parts.map(|(part, sign, style)| Span::styled(sign.repeat(part), style)).collect()
}

/// A rung of a skill: how far it is, what it needs, and its hours. Its name steps back if
/// that is said, or else where something is in its way.
pub(super) fn step<'a>(
    app: &'a App,
    brush: Brush<'_>,
    (id, is_faint): (ClimbId, Option<bool>),
    columns: usize,
) -> Line<'a> {
    let Brush { theme, signs, .. } = brush;
    let learner = app.learner();
    let climb = app.catalog.climb(id);
    let state = learner.climb_state(id);
    let needs = words::needs(learner, id).filter(|_| !state.is_done());
    let is_locked = needs.is_some() && state == State::ToDo;
    // What is told to step back or not stands where its needs are drawn.
    let needs = needs.filter(|_| is_faint.is_none());
    let sign = if is_locked { signs.locked } else { signs.state(state) };
    let lead = format!("{sign} ");
    let hours = match climb.rhythm {
        Rhythm::Job => "in a job".to_owned(),
        Rhythm::Block | Rhythm::Alongside | Rhythm::Applying => words::hours(climb.hours),
    };
    let rung = climb.rung.word();
    let aside = format!(" {rung:>12}{hours:>9}");
    let room = columns.saturating_sub(words::width(&lead) + words::width(&aside));
    let (aside, room) = if room < NAME {
        let aside = format!(" {}{hours:>9}", climb.rung.short());
        let room = columns.saturating_sub(words::width(&lead) + words::width(&aside));
        (aside, room)
    } else {
        (aside, room)
    };
    let name = words::fitted(&app.catalog.skill(climb.skill).name, room, signs.more);
    let rest = room.saturating_sub(words::width(&name));
    let style = if is_faint.unwrap_or(is_locked) { theme.muted() } else { Style::new() };
    let mut left = vec![Span::styled(lead, theme.state(state)), Span::styled(name, style)];
    if let Some(needs) = needs.filter(|_| rest >= NEEDS) {
        let needs = words::fitted(&format!("  {needs}"), rest - 1, signs.more);
        left.push(Span::styled(needs, theme.muted()));
    }
    apart(left, vec![Span::styled(aside, theme.muted())], columns)
}
