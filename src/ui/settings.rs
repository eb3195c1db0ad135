//! The settings: what each is set to, and what it is for.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Rect},
    text::{Line, Span},
    widgets::{Clear, Widget as _},
};

use super::{
    brush::{Brush, below, columns},
    list, questions,
};
use crate::{
    app::{App, Setting},
    words,
};

/// The columns of what a setting is called.
const TITLE: usize = 24;
/// The least columns in which title and value stand side by side.
const WIDE: usize = 44;

/// Paints the settings over the body.
pub(super) fn render(app: &App, cursor: usize, brush: Brush<'_>, body: Rect, buf: &mut Buffer) {
    let height = columns(Setting::ALL.len() + 4);
    let area = body.centered(Constraint::Max(columns(questions::WIDEST)), Constraint::Max(height));
    Clear.render(area, buf);
    let title = Span::styled(" Settings ", brush.theme.title_in_front());
    let block = brush.frame().title(title);
    let inner = block.inner(area);
    block.render(area, buf);
    let about = if inner.height > 6 { 2 } else { 0 };
    let list = Rect { height: inner.height - about, ..inner };
    let room = usize::from(list.width).saturating_sub(4);
    let at = list::Cursor { position: Some(cursor), has_keys: true };
    list::render(Setting::ALL, (at, brush), |it| line(app, *it, brush, room), list, buf);
    list::render_thumb(cursor, Setting::ALL.len(), brush, list, buf);
    if let Some(setting) = Setting::ALL.get(cursor).filter(|_| about > 0) {
        let row = below(inner, inner.height - 1);
        let text = words::fitted(setting.about(), room, brush.signs.more);
        let row = Rect { x: row.x + 2.min(row.width), width: row.width.saturating_sub(3), ..row };
        Span::styled(text, brush.theme.muted()).render(row, buf);
    }
}

fn line(app: &App, setting: Setting, brush: Brush<'_>, room: usize) -> Line<'static> {
    let value = app.set_to(setting);
    let value = if setting.is_turned() {
        format!("{} {value} {}", brush.signs.left, brush.signs.right)
    } else {
        format!("{value} {}", brush.signs.leads_to)
    };
    let lead = if room < WIDE {
        format!("{}: ", setting.title())
    } else {
        format!("{:<TITLE$}", setting.title())
    };
    let left = room.saturating_sub(words::width(&lead));
    let value = words::fitted(&value, left, brush.signs.more);
    Line::from(vec![Span::styled(lead, brush.theme.muted()), Span::raw(value)])
}
