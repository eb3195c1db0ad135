//! The help: every key that works where the learner was when asking.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Rect},
    style::Modifier,
    text::{Line, Span},
    widgets::{Clear, Widget as _},
};

use super::brush::{Brush, columns};
use crate::{app::App, words};

/// The columns of the help.
const WIDEST: u16 = 68;
/// The columns of the keys.
const KEYS: usize = 22;

/// Paints the help over the body, from line `top` on.
pub(super) fn render(app: &App, brush: Brush<'_>, top: usize, body: Rect, buf: &mut Buffer) {
    let lines = lines(app, brush, usize::from(body.width.min(WIDEST).saturating_sub(2)));
    let height = columns(lines.len() + 2);
    let area = body.centered(Constraint::Max(WIDEST), Constraint::Max(height));
    Clear.render(area, buf);
    let block = brush.frame().title(Span::styled(
        format!(" Keys on this screen: {} ", app.screen.title()),
        brush.theme.title_in_front().remove_modifier(Modifier::DIM),
    ));
    let inner = block.inner(area);
    block.render(area, buf);
    let top = top.min(lines.len().saturating_sub(usize::from(inner.height)));
    let is_more = lines.len() > top + usize::from(inner.height);
    for (line, row) in lines.iter().skip(top).zip(inner.rows()) {
        line.render(row, buf);
    }
    if is_more && area.height > 0 {
        let more = Span::styled(format!(" {} more ", brush.signs.down), brush.theme.accent());
        let width = columns(more.width());
        let x = area.right().saturating_sub(width + 2);
        let corner = Rect { x, y: area.bottom() - 1, width, height: 1 };
        more.render(corner.intersection(area), buf);
    }
}

fn lines(app: &App, brush: Brush<'_>, columns: usize) -> Vec<Line<'static>> {
    let is_narrow = columns < 2 * KEYS;
    let beside = if is_narrow { KEYS / 2 } else { KEYS };
    let room = columns.saturating_sub(beside + 2);
    let mut lines = Vec::new();
    for binding in app.help() {
        let count = if is_narrow { 1 } else { binding.keys.len() };
        let keys = binding.keys.iter().take(count).map(|key| words::key(*key, brush.signs));
        let mut lead = keys.collect::<Vec<String>>().join(" ");
        for text in words::wrap(binding.help, room) {
            lines.push(Line::from(vec![
                Span::styled(format!(" {lead:<beside$} "), brush.theme.accent()),
                Span::raw(text),
            ]));
            lead.clear();
        }
    }
    lines
}
