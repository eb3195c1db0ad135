//! The palette: what is typed, and all that can be done that goes by it.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::{Clear, Widget as _},
};

use super::{
    brush::{Brush, apart, below},
    find, list,
};
use crate::{
    app::{App, Command, Palette},
    words,
};

/// The least columns in which names are said.
const NAMES: usize = 76;
/// The columns of a name: `routes.give-up-goal`.
const NAME: usize = 26;

/// Paints the palette over the body.
pub(super) fn render(app: &App, palette: &Palette, brush: Brush<'_>, body: Rect, buf: &mut Buffer) {
    Clear.render(body, buf);
    let listed = palette.listed();
    let head = Rect { height: 1.min(body.height), ..body };
    let count = words::count(listed.len(), "command", "commands");
    find::render_field(brush, ':', (palette.parts(), &count), head, buf);
    let rest = below(body, if app.shape().is_roomy { 2 } else { 1 });
    if listed.is_empty() {
        let text = "Nothing that can be done now is called that.";
        return list::render_empty(text, brush, rest, buf);
    }
    let cursor = list::Cursor { position: Some(palette.cursor), has_keys: true };
    let room = usize::from(rest.width).saturating_sub(4);
    list::render(&listed, (cursor, brush), |it| command(it, brush, room), rest, buf);
    list::render_thumb(palette.cursor, listed.len(), brush, rest, buf);
}

/// What it does, where if that is not here, its keys and its name.
fn command(it: &Command, brush: Brush<'_>, room: usize) -> Line<'static> {
    let keys = it.keys.iter().map(|key| words::key(*key, brush.signs));
    let keys = keys.collect::<Vec<_>>().join(" ");
    let name = if room >= NAMES { format!("  {:NAME$}", it.name) } else { String::new() };
    let aside = words::width(&keys) + words::width(&name) + 2;
    let text = match it.screen {
        Some(screen) => format!("{}: {}", screen.title(), it.help),
        None => it.help.to_owned(),
    };
    let text = words::fitted(&text, room.saturating_sub(aside), brush.signs.more);
    let right =
        vec![Span::styled(keys, brush.theme.accent()), Span::styled(name, brush.theme.muted())];
    apart(vec![Span::raw(text)], right, room)
}
