//! The help: every key that works where the learner was when asking.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Rect},
    style::Modifier,
    text::{Line, Span},
    widgets::{Block, Clear, Widget as _},
};

use super::{Brush, columns};
use crate::{app::App, keys, words};

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
    let block = Block::bordered().border_style(brush.theme.muted()).title(Span::styled(
        format!(" Keys on this screen: {} ", app.tab.title()),
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
        let more = Span::styled(" ↓ more ", brush.theme.accent());
        let corner =
            Rect { x: area.right().saturating_sub(10), y: area.bottom() - 1, width: 8, height: 1 };
        more.render(corner.intersection(area), buf);
    }
}

fn lines(app: &App, brush: Brush<'_>, columns: usize) -> Vec<Line<'static>> {
    let scopes = app.scopes_below();
    let is_narrow = columns < 2 * KEYS;
    let beside = if is_narrow { KEYS / 2 } else { KEYS };
    let room = columns.saturating_sub(beside + 2);
    let mut lines = Vec::new();
    for (key, binding) in keys::in_scopes(&scopes) {
        let all: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
        let mut lead = if is_narrow { key.to_string() } else { all.join(" ") };
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
