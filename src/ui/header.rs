//! The header: the screens, the goal, how ready one is, and whether all is saved.

use ratatui::{buffer::Buffer, layout::Rect, style::Style, text::Span, widgets::Widget as _};

use super::brush::{Brush, apart, columns};
use crate::{
    app::{App, Harm, Hit, Overlay, Saving},
    keys::Screen,
    page, planner, words,
};

/// The columns of the bar.
const BAR: usize = 16;

/// Paints the header. What does not fit is left out, what matters least first:
/// the bar, the program's name, the goal's name.
pub(super) fn render(app: &App, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let room = usize::from(area.width);
    let tight = room < 60;
    if let Some(Overlay::Rescue(rescue)) = &app.overlay {
        let name = Span::styled(" rungs", brush.theme.muted());
        let state = if rescue.harm == Harm::Gone { "FILE IS GONE " } else { "DAMAGED FILE " };
        let state = Span::styled(state, brush.theme.error());
        return apart(vec![name], vec![state], room).render(area, buf);
    }
    for (has_bar, has_brand, has_goal) in
        [(true, true, true), (false, true, true), (false, false, true), (false, false, false)]
    {
        let left = tabs(app, brush, has_brand, tight);
        let right = standing(app, brush, has_bar, has_goal);
        let taken: usize = left.iter().chain(&right).map(Span::width).sum();
        if taken < room {
            zones(brush, &left, area);
            return apart(left, right, room).render(area, buf);
        }
    }
    apart(bare(app, brush), Vec::new(), room).render(area, buf);
}

/// Where there is room for one thing only: that something is wrong, or where one is.
fn bare(app: &App, brush: Brush<'_>) -> Vec<Span<'static>> {
    match app.saving {
        Saving::Failed(_) | Saving::ReadOnly(_) => vec![saving(app, brush)],
        Saving::Nothing | Saving::Saved | Saving::Pending => tabs(app, brush, false, true),
    }
}

/// Notes where the screens' names stand.
fn zones(brush: Brush<'_>, tabs: &[Span<'_>], area: Rect) {
    let mut x = area.x;
    // Each name has a gap behind it; what stands before the first is none.
    let names = tabs.len().saturating_sub(2 * Screen::ALL.len());
    for (at, span) in tabs.iter().enumerate() {
        let width = columns(span.width());
        let place = at.checked_sub(names).filter(|it| it % 2 == 0).map(|it| it / 2);
        if let Some(screen) = place.and_then(|it| Screen::ALL.get(it)) {
            brush.zone(Rect { x, width, ..area }, Hit::Screen(*screen));
        }
        x = x.saturating_add(width);
    }
}

fn tabs(app: &App, brush: Brush<'_>, has_brand: bool, tight: bool) -> Vec<Span<'static>> {
    let gap = if tight { " " } else { "  " };
    let mut spans = vec![Span::raw(" ")];
    if has_brand {
        spans.push(Span::styled("rungs", brush.theme.muted()));
        spans.push(Span::raw(if tight { "  " } else { "   " }));
    }
    for (index, screen) in Screen::ALL.iter().enumerate() {
        let is_front = *screen == app.screen;
        let style = if is_front { brush.theme.tab_in_front() } else { Style::new() };
        // Where there is little room, the others are there by their keys.
        let is_short = tight && !is_front;
        let title = if is_short { (index + 1).to_string() } else { screen.title().to_owned() };
        spans.push(Span::styled(title, style));
        spans.push(Span::raw(gap));
    }
    spans
}

fn standing(app: &App, brush: Brush<'_>, has_bar: bool, has_goal: bool) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    if let Some(goal) = app.progress.goal() {
        let readiness = planner::readiness(app.learner(), goal);
        if has_goal {
            let name = app.catalog.role(goal.role).name.to_string();
            spans.push(Span::styled(name, brush.theme.strong()));
            spans.push(Span::raw("  "));
        }
        if has_bar {
            spans.extend(brush.owned_line(page::bar(readiness, BAR, brush.signs)));
            spans.push(Span::raw(" "));
        }
        spans.push(Span::raw(words::percent(readiness.permille())));
        spans.push(Span::raw("  "));
    } else if has_goal {
        spans.push(Span::styled("no goal yet  ", brush.theme.muted()));
    }
    spans.extend(timer(app, brush));
    spans.push(saving(app, brush));
    spans
}

/// The timer that runs: `◷ 0:23`.
fn timer(app: &App, brush: Brush<'_>) -> Option<Span<'static>> {
    let (_, timer) = app.timer()?;
    let minutes = timer.minutes(app.world.now);
    let text = format!("{} {}:{:02}  ", brush.signs.timer, minutes / 60, minutes % 60);
    Some(Span::styled(text, brush.theme.accent()))
}

fn saving(app: &App, brush: Brush<'_>) -> Span<'static> {
    let (text, style) = match &app.saving {
        Saving::Nothing => ("", brush.theme.muted()),
        Saving::Saved => ("saved ", brush.theme.muted()),
        Saving::Pending => ("saving ", brush.theme.muted()),
        Saving::Failed(_) => ("NOT SAVED ", brush.theme.error()),
        Saving::ReadOnly(_) => ("READ ONLY ", brush.theme.error()),
    };
    Span::styled(text, style)
}
