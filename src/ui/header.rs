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

/// How the screens are named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    /// Each by its name, well apart.
    Apart,
    /// Each by its name, with a space between.
    Close,
    /// All but the one in front by their keys.
    Keys,
}

/// What stands beside the names of the screens.
#[derive(Clone, Copy)]
struct Parts {
    bar: bool,
    brand: bool,
    goal: bool,
}

const NONE: Parts = Parts { bar: false, brand: false, goal: false };

/// What the header can hold, the fullest first. What matters least goes first: the bar,
/// the program's name, the goal's name; where that has no room, the bar may have it.
const FORMS: [(Names, Parts); 9] = [
    (Names::Apart, Parts { bar: true, brand: true, goal: true }),
    (Names::Apart, Parts { brand: true, goal: true, ..NONE }),
    (Names::Apart, Parts { goal: true, ..NONE }),
    (Names::Apart, Parts { bar: true, ..NONE }),
    (Names::Apart, NONE),
    (Names::Close, NONE),
    (Names::Keys, Parts { goal: true, ..NONE }),
    (Names::Keys, Parts { bar: true, ..NONE }),
    (Names::Keys, NONE),
];

/// Paints the header: as much as there is room for.
pub(super) fn render(app: &App, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let room = usize::from(area.width);
    if let Some(Overlay::Rescue(rescue)) = &app.overlay {
        let name = Span::styled(" rungs", brush.theme.muted());
        let state = if rescue.harm == Harm::Gone { "FILE IS GONE " } else { "DAMAGED FILE " };
        let state = Span::styled(state, brush.theme.error());
        return apart(vec![name], vec![state], room).render(area, buf);
    }
    for (names, parts) in FORMS {
        let left = tabs(app, brush, names, parts.brand);
        let right = standing(app, brush, parts);
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
        Saving::Nothing | Saving::Saved | Saving::Pending => tabs(app, brush, Names::Keys, false),
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

fn tabs(app: &App, brush: Brush<'_>, names: Names, has_brand: bool) -> Vec<Span<'static>> {
    let gap = if names == Names::Apart { "  " } else { " " };
    let mut spans = vec![Span::raw(" ")];
    if has_brand {
        spans.push(Span::styled("rungs", brush.theme.muted()));
        spans.push(Span::raw("   "));
    }
    for (index, screen) in Screen::ALL.iter().enumerate() {
        let is_front = *screen == app.screen;
        let style = if is_front { brush.theme.tab_in_front() } else { Style::new() };
        let is_short = names == Names::Keys && !is_front;
        let title = if is_short { (index + 1).to_string() } else { screen.title().to_owned() };
        spans.push(Span::styled(title, style));
        spans.push(Span::raw(gap));
    }
    spans
}

fn standing(app: &App, brush: Brush<'_>, parts: Parts) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    if let Some(goal) = app.progress.goal() {
        let readiness = planner::readiness(app.learner(), goal);
        if parts.goal {
            let name = app.catalog.role(goal.role).name.to_string();
            spans.push(Span::styled(name, brush.theme.strong()));
            spans.push(Span::raw("  "));
        }
        if parts.bar {
            spans.extend(brush.owned_line(page::bar(readiness, BAR, brush.signs)));
            spans.push(Span::raw(" "));
        }
        spans.push(Span::raw(words::percent(readiness.permille())));
        spans.push(Span::raw("  "));
    } else if parts.goal {
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
