//! The footer: what was just done, the text being typed, or the keys that work now.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::{Clear, Widget as _},
};

use super::brush::{Brush, apart, columns};
use crate::{
    app::{App, Notice},
    keys::Screen,
    page::Page,
    words,
};

/// Paints the footer.
pub(super) fn render(
    app: &App,
    page: Option<&Page<'_>>,
    brush: Brush<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let room = usize::from(area.width).saturating_sub(2);
    let area = Rect { x: area.x + 1.min(area.width), width: columns(room), ..area };
    keys_line(app, page, brush, room).render(area, buf);
}

/// Paints what the learner should hear of over the footer, and over as much of
/// the screen above it as it takes to say it whole.
pub(super) fn render_notice(notice: &Notice, brush: Brush<'_>, screen: Rect, buf: &mut Buffer) {
    let (text, style) = match notice {
        Notice::Done(text) => (text, brush.theme.accent()),
        Notice::Warning(text) => (text, brush.theme.warning()),
    };
    let room = usize::from(screen.width).saturating_sub(2);
    let most = usize::from(screen.height / 2).max(1);
    let wrapped = words::wrap(text, room);
    let mut lines: Vec<String> = wrapped.iter().take(most).map(|it| (*it).to_owned()).collect();
    if let (Some(last), true) = (lines.last_mut(), wrapped.len() > most) {
        *last = words::fitted(&format!("{last} {}", brush.signs.more), room, brush.signs.more);
    }
    let height = columns(lines.len()).min(screen.height);
    let mut area = Rect { y: screen.bottom() - height, height, ..screen };
    Clear.render(area, buf);
    if height > 1 && height < screen.height {
        let above = Rect { y: area.y - 1, height: 1, ..area };
        Clear.render(above, buf);
        brush.rule(above, buf);
    }
    area = Rect { x: area.x + 1.min(area.width), width: columns(room), ..area };
    for (line, row) in lines.iter().zip(area.rows()) {
        Span::styled(line, style).render(row, buf);
    }
}

fn keys_line<'a>(app: &'a App, page: Option<&Page<'_>>, brush: Brush<'_>, room: usize) -> Line<'a> {
    let right = page.and_then(|page| where_one_is(app, page));
    let right_width = right.as_ref().map_or(0, |text| words::width(text) + 2);
    let mut spans = typed(app, brush);
    let mut used: usize = spans.iter().map(Span::width).sum();
    let moves = app.moves().map(|what| (brush.signs.up_down.to_owned(), what));
    let hints = app.hints(page).into_iter();
    let hints = hints.map(|(key, hint)| (words::key(key, brush.signs), hint));
    for (key, hint) in moves.into_iter().chain(hints) {
        let width = words::width(&key) + words::width(hint) + 3;
        if used + width > room.saturating_sub(right_width) + 2 {
            break;
        }
        used += width;
        spans.push(Span::styled(key, brush.theme.accent()));
        spans.push(Span::styled(format!(" {hint}  "), brush.theme.muted()));
    }
    let right = right.filter(|text| used + words::width(text) <= room);
    let right = right.map(|text| Span::styled(text, brush.theme.muted()));
    apart(spans, right.into_iter().collect(), room)
}

/// The text the list is narrowed to.
fn typed<'a>(app: &'a App, brush: Brush<'_>) -> Vec<Span<'a>> {
    let search = &app.browse().search;
    if app.overlay.is_some() || (!search.is_typing() && !search.is_narrowing()) {
        return Vec::new();
    }
    let mut spans = vec![Span::styled("/", brush.theme.accent())];
    if search.is_typing() {
        spans.extend(brush.field(search.parts()));
    } else {
        spans.push(Span::raw(search.text()));
    }
    spans.push(Span::raw("   "));
    spans
}

/// Where on the page one is: `3/9 Pay`.
fn where_one_is(app: &App, page: &Page<'_>) -> Option<String> {
    let top = app.browse().reading.top;
    if app.screen == Screen::Today {
        return None;
    }
    let last_top = page.last_top(app.reach().lines());
    // At the end of a page the parts that fit on the screen together are all reached.
    let is_end = top > 0 && top == last_top;
    let at = if is_end { page.sections.len().checked_sub(1)? } else { page.section_at(top)? };
    let title = &page.sections.get(at)?.title;
    Some(format!("{}/{} {title}", at + 1, page.sections.len()))
}
