//! The page beside or behind the list: its title, the lines that are seen, and
//! where in it one is.

use ratatui::{buffer::Buffer, layout::Rect, text::Span, widgets::Widget as _};

use super::brush::{Brush, apart, below, inset};
use crate::{
    app::{App, Pane},
    page::{COLUMN, Page},
    words,
};

/// Paints the page of the screen in front.
pub(super) fn render(app: &App, page: &Page<'_>, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let shape = app.shape();
    let inner = inset(area, COLUMN);
    let title_lines = u16::from(inner.height > 0);
    render_title(app, page, brush, Rect { height: title_lines, ..inner }, buf);
    let skipped = if shape.is_roomy { 2 } else { 1 };
    let below = below(inner, skipped);
    render_lines(app, page, brush, below, buf);
    if page.last_top(usize::from(below.height)) > 0 {
        let x = (below.right() + 1).min(area.right().saturating_sub(1));
        render_thumb(app, page, brush, Rect { x, width: 1, ..below }, buf);
    }
}

fn render_title(app: &App, page: &Page<'_>, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let has_keys = app.browse().pane == Pane::Page;
    let style = if has_keys { brush.theme.title_in_front() } else { brush.theme.heading() };
    let room = usize::from(area.width);
    let aside = if words::width(&page.title) + words::width(&page.aside) + 2 > room {
        ""
    } else {
        &page.aside
    };
    let title = words::fitted(&page.title, room, brush.signs.more);
    let left = vec![Span::styled(title, style)];
    apart(left, vec![Span::styled(aside, brush.theme.muted())], room).render(area, buf);
}

fn render_lines(app: &App, page: &Page<'_>, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let reading = &app.browse().reading;
    let top = reading.top.min(page.last_top(usize::from(area.height)));
    let chosen = reading.item.and_then(|item| page.items.get(item));
    let has_keys = app.browse().pane == Pane::Page;
    for ((index, line), row) in page.lines.iter().enumerate().skip(top).zip(area.rows()) {
        brush.line(line).render(row, buf);
        let is_chosen = chosen.is_some_and(|it| (it.line..it.line + it.height).contains(&index));
        if is_chosen && has_keys {
            buf.set_style(row, brush.theme.selected());
            let mark = Rect { x: row.x.saturating_sub(1), width: 1, ..row };
            Span::styled(brush.signs.selected, brush.theme.accent()).render(mark, buf);
        }
    }
}

/// How far down one is, beside a page that is longer than what is seen.
fn render_thumb(app: &App, page: &Page<'_>, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let height = usize::from(area.height);
    let all = page.lines.len().max(1);
    let length = (height * height / all).clamp(1, height.max(1));
    let last_top = page.last_top(height).max(1);
    let top = app.browse().reading.top.min(last_top);
    let start = (height - length.min(height)) * top / last_top;
    for row in area.rows().skip(start).take(length) {
        Span::styled(brush.signs.thumb, brush.theme.muted()).render(row, buf);
    }
}
