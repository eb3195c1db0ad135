//! The page beside or behind the list: its title, the lines that are seen, and
//! where in it one is.

use ratatui::{buffer::Buffer, layout::Rect, text::Span, widgets::Widget as _};

use super::brush::{Brush, apart, below, columns, inset};
use crate::{
    app::{App, Hit, Pane, Shape},
    page::{Item, Page},
    words,
};

/// Paints the page of the screen in front.
pub(super) fn render(app: &App, page: &Page<'_>, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let shape = app.shape();
    let reach = app.reach();
    let broad = reach.columns;
    let widest = reach.flows * (broad + Shape::BETWEEN) - Shape::BETWEEN;
    let inner = inset(area, widest);
    let skipped = match (page.title.is_empty(), shape.is_roomy) {
        (true, _) => 0,
        (false, true) => 2,
        (false, false) => 1,
    };
    render_title(app, page, brush, Rect { height: inner.height.min(skipped), ..inner }, buf);
    let below = below(inner, skipped);
    let mut top = app.browse().reading.top.min(page.last_top(reach.lines()));
    for flow in 0..reach.flows {
        let x = inner.x + columns(flow * (broad + Shape::BETWEEN));
        let is_last = flow + 1 == reach.flows;
        let height = reach.height.max(1);
        let end = if is_last { top + height } else { page.column_end(top, height) };
        let column = Rect { x, width: columns(broad), height: columns(end - top), ..below };
        render_lines(app, page, (brush, top), column.intersection(below), buf);
        top = end;
    }
    if page.last_top(reach.lines()) > 0 {
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

/// Paints a column of the text, from a line on.
fn render_lines(
    app: &App,
    page: &Page<'_>,
    (brush, top): (Brush<'_>, usize),
    area: Rect,
    buf: &mut Buffer,
) {
    let reading = &app.browse().reading;
    let chosen = reading.item.and_then(|item| page.items.get(item));
    let has_keys = app.browse().pane == Pane::Page;
    for ((index, line), row) in page.lines.iter().enumerate().skip(top).zip(area.rows()) {
        brush.line(line).render(row, buf);
        for (at, it) in page.items.iter().enumerate() {
            if (it.line..it.line + it.height).contains(&index) {
                brush.zone(place_of(it, row), Hit::Item(at));
            }
        }
        let is_chosen = |it: &&Item| (it.line..it.line + it.height).contains(&index) && has_keys;
        if let Some(it) = chosen.filter(is_chosen) {
            let place = place_of(it, row);
            buf.set_style(place, brush.theme.selected());
            let mark = Rect { x: place.x.saturating_sub(1), width: 1, ..place };
            Span::styled(brush.signs.selected, brush.theme.accent()).render(mark, buf);
        }
    }
}

/// The part of a row that an item takes.
fn place_of(it: &Item, row: Rect) -> Rect {
    let left = columns(it.left).min(row.width);
    Rect { x: row.x + left, width: columns(it.width), ..row }.intersection(row)
}

/// How far down one is, beside a page that is longer than what is seen.
fn render_thumb(app: &App, page: &Page<'_>, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let height = usize::from(area.height);
    let seen = app.reach().lines();
    let length = (height * seen / page.lines.len().max(1)).clamp(1, height.max(1));
    let last_top = page.last_top(seen).max(1);
    let top = app.browse().reading.top.min(last_top);
    let start = (height - length.min(height)) * top / last_top;
    for (at, row) in area.rows().enumerate() {
        let is_here = (start..start + length).contains(&at);
        let sign = if is_here { brush.signs.thumb } else { brush.signs.divider };
        Span::styled(sign, brush.theme.muted()).render(row, buf);
    }
}
