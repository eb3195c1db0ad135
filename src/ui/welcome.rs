//! The first questions: the question, its answers at the left, and beside them what the
//! answer would mean; where there is no room for both, a few lines of that below.

mod figures;
mod list;
mod preview;
mod sheet;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::{Line, Span},
    widgets::{Clear, Widget as _},
};

use super::brush::{Brush, apart, below, columns, inset};
use crate::{
    app::{App, Saving, Welcome},
    first::{Asked, FirstQuestion},
    keys::{Action, Scope},
    progress::State,
    words,
};

/// The least lines at which there is room for what a question is asked for.
const PURPOSE: u16 = 12;
/// The least lines at which there is room for empty ones.
const AIRY: u16 = 20;
/// The columns of the sentences above the answers.
const WIDEST: usize = 116;

/// Paints one of the first questions over the whole body.
pub(super) fn render(app: &App, welcome: &Welcome, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    Clear.render(area, buf);
    let above = inset(area, WIDEST);
    let mut lines = purpose(app, welcome, brush, usize::from(above.width));
    if area.height < PURPOSE {
        lines.clear();
    } else if area.height >= AIRY {
        lines.push(Line::default());
    }
    for (line, row) in lines.iter().zip(above.rows()) {
        line.render(row, buf);
    }
    let rest = below(area, columns(lines.len()));
    if app.shape().has_two_panes {
        side_by_side(app, welcome, brush, rest, buf);
    } else {
        one_above_the_other(app, welcome, brush, rest, buf);
    }
}

fn side_by_side(app: &App, welcome: &Welcome, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let [left, middle, right] = area.layout(&Layout::horizontal([
        Constraint::Max(64.min(area.width / 2)),
        Constraint::Length(1),
        Constraint::Fill(1),
    ]));
    list::render(app, welcome, brush, left, buf);
    brush.divide(middle, buf);
    let right = inset(right, preview::WIDEST);
    let size = (usize::from(right.width), usize::from(right.height));
    let lines = preview::whole(app, welcome, brush, size);
    for (line, row) in lines.into_iter().zip(right.rows()) {
        line.render(row, buf);
    }
}

fn one_above_the_other(
    app: &App,
    welcome: &Welcome,
    brush: Brush<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let strip = if area.height >= AIRY - 4 { 4 } else { 2 };
    let rule = u16::from(area.height >= PURPOSE);
    let [above, between, strip] = area.layout(&Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(rule),
        Constraint::Length(strip),
    ]));
    list::render(app, welcome, brush, above, buf);
    brush.rule(between, buf);
    let inner = inset(strip, usize::from(strip.width));
    let size = (usize::from(inner.width), usize::from(inner.height));
    for (line, row) in preview::brief(app, welcome, brush, size).into_iter().zip(inner.rows()) {
        line.render(row, buf);
    }
}

/// What the question is asked for; before the first, also how one answers.
fn purpose(app: &App, welcome: &Welcome, brush: Brush<'_>, room: usize) -> Vec<Line<'static>> {
    let mut text = app.asked().purpose(welcome.question);
    if welcome.question == FirstQuestion::Role {
        let named = |action| app.world.keymap.named_in(Scope::Welcoming, action);
        let how = format!(
            "Type to search, {} takes what is marked, {} looks around first. Everything can be changed later.",
            named(Action::Answer),
            named(Action::Dismiss),
        );
        text = format!("{text}\n{how}");
    }
    let style = |at: usize| if at == 0 { Style::new() } else { brush.theme.muted() };
    let lines = words::wrap(&text, room).into_iter().enumerate();
    lines.map(|(at, it)| Line::styled(it.to_owned(), style(at))).collect()
}

/// Paints the steps where the screens stand otherwise: those done, the one in front, and
/// those to come. Where there is little room, the one in front alone.
pub(super) fn render_steps(
    app: &App,
    welcome: &Welcome,
    brush: Brush<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let room = usize::from(area.width).saturating_sub(1);
    let name = Span::styled(" rungs", brush.theme.muted());
    let asked = app.asked();
    let mut all = steps(asked, welcome, brush);
    if let Some(trouble) = trouble(&app.saving) {
        all.push(Span::styled(trouble, brush.theme.error()));
    }
    let taken: usize = all.iter().map(Span::width).sum();
    if taken + name.width() + 2 > room {
        all = step_in_front(asked, welcome, brush);
        all.extend(trouble(&app.saving).map(|it| Span::styled(it, brush.theme.error())));
    }
    apart(vec![name], all, room).render(area, buf);
}

fn trouble(saving: &Saving) -> Option<&'static str> {
    match saving {
        Saving::Failed(_) => Some("   NOT SAVED"),
        Saving::ReadOnly(_) => Some("   READ ONLY"),
        Saving::Nothing | Saving::Saved | Saving::Pending => None,
    }
}

fn steps(asked: Asked<'_>, welcome: &Welcome, brush: Brush<'_>) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    for (at, question) in asked.questions().into_iter().enumerate() {
        let (number, style) = match question.cmp(&welcome.question) {
            std::cmp::Ordering::Less => {
                (brush.signs.proven.to_owned(), brush.theme.state(State::Proven))
            }
            std::cmp::Ordering::Equal => ((at + 1).to_string(), brush.theme.tab_in_front()),
            std::cmp::Ordering::Greater => ((at + 1).to_string(), brush.theme.muted()),
        };
        if !spans.is_empty() {
            spans.push(Span::raw("   "));
        }
        spans.push(Span::styled(format!("{number} {}", asked.step(question)), style));
    }
    spans
}

fn step_in_front(asked: Asked<'_>, welcome: &Welcome, brush: Brush<'_>) -> Vec<Span<'static>> {
    let all = asked.questions();
    let at = all.iter().position(|it| *it == welcome.question).unwrap_or(0);
    let number = Span::styled(format!("{} of {}  ", at + 1, all.len()), brush.theme.muted());
    vec![number, Span::styled(asked.step(welcome.question), brush.theme.tab_in_front())]
}
