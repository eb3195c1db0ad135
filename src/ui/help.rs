//! The help: every key that works where the learner was when asking, and the signs.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Rect},
    text::{Line, Span},
    widgets::{Clear, Widget as _},
};

use super::brush::{Brush, columns};
use crate::app::{App, HelpLine};

/// Paints the help over the body, from line `top` on.
pub(super) fn render(app: &App, brush: Brush<'_>, top: usize, body: Rect, buf: &mut Buffer) {
    let flows = app.help();
    let longest = flows.iter().map(Vec::len).max().unwrap_or(0);
    let area = body.centered(
        Constraint::Max(columns(app.help_width())),
        Constraint::Max(columns(longest + 2)),
    );
    Clear.render(area, buf);
    let block = brush.frame().title(Span::styled(" Help ", brush.theme.title_in_front()));
    let inner = block.inner(area);
    block.render(area, buf);
    let room = usize::from(inner.height);
    let top = top.min(longest.saturating_sub(room));
    let width = inner.width / columns(flows.len()).max(1);
    for (lines, x) in flows.iter().zip((inner.x..).step_by(usize::from(width.max(1)))) {
        let flow = Rect { x, width, ..inner }.intersection(inner);
        for (line, row) in lines.iter().skip(top).zip(flow.rows()) {
            paint(line, brush).render(row, buf);
        }
    }
    let below = longest.saturating_sub(top + room);
    if below > 0 && area.height > 0 {
        let more = format!(" {} {below} more ", brush.signs.down);
        let more = Span::styled(more, brush.theme.accent());
        let width = columns(more.width());
        let x = area.right().saturating_sub(width + 2);
        let corner = Rect { x, y: area.bottom() - 1, width, height: 1 };
        more.render(corner.intersection(area), buf);
    }
}

fn paint<'a>(line: &'a HelpLine, brush: Brush<'_>) -> Line<'a> {
    match line {
        HelpLine::Gap => Line::default(),
        HelpLine::Title(title) => {
            Line::styled(format!(" {}", title.to_uppercase()), brush.theme.heading())
        }
        HelpLine::Keys(keys, text) => Line::from(vec![
            Span::styled(keys.as_str(), brush.theme.accent()),
            Span::raw(text.as_str()),
        ]),
        HelpLine::Text(text) => Line::styled(format!(" {text}"), brush.theme.muted()),
    }
}
