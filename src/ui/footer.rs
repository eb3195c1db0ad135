//! The footer: what was just done, the text being typed, or the keys that work now.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::Span,
    widgets::{Clear, Widget as _},
};

use super::brush::{Brush, apart, columns};
use crate::{
    app::{App, Hit, Notice, Overlay},
    first::FirstQuestion,
    keys::{Key, Screen},
    page::Page,
    words,
};

/// The least columns at which it is said that one can type.
const WIDE: usize = 90;

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
    let (hints, right) = shown(app, page, brush, room);
    let mut spans = Vec::new();
    let mut x = area.x;
    for (key, name, hint) in hints {
        let place =
            Rect { x, width: columns(words::width(&name) + 1 + words::width(hint)), ..area };
        if let Some(key) = key {
            brush.zone(place.intersection(area), Hit::Key(key));
        }
        x = place.right() + columns(GAP);
        spans.push(Span::styled(name, brush.theme.accent()));
        spans.push(Span::styled(format!(" {hint}  "), brush.theme.muted()));
    }
    let right = right.map(|text| Span::styled(text, brush.theme.muted()));
    apart(spans, right.into_iter().collect(), room).render(area, buf);
}

/// Paints what the learner should hear of over the footer, and over as much of
/// the screen above it as it takes to say it whole.
pub(super) fn render_notice(notice: &Notice, brush: Brush<'_>, screen: Rect, buf: &mut Buffer) {
    let (text, lead, style) = match notice {
        Notice::Done(text) => (text, "", brush.theme.accent()),
        Notice::Warning(text) => (text, "! ", brush.theme.warning()),
    };
    let room = usize::from(screen.width).saturating_sub(2 + lead.len());
    let most = usize::from(screen.height / 2).max(1);
    let lines = words::wrapped_to(text, room, most, brush.signs.more);
    let height = columns(lines.len()).min(screen.height);
    let mut area = Rect { y: screen.bottom() - height, height, ..screen };
    Clear.render(area, buf);
    if height > 1 && height < screen.height {
        let above = Rect { y: area.y - 1, height: 1, ..area };
        Clear.render(above, buf);
        brush.rule(above, buf);
    }
    let indent = 1.min(area.width);
    Span::styled(lead, brush.theme.alarm())
        .render(Rect { x: area.x + indent, ..area }.intersection(area), buf);
    let indent = (indent + columns(lead.len())).min(area.width);
    area = Rect { x: area.x + indent, width: columns(room), ..area };
    for (line, row) in lines.iter().zip(area.rows()) {
        Span::styled(line, style).render(row, buf);
    }
}

/// How many keys stand before those that work everywhere, at least where there is room.
const FIRST: usize = 4;

/// The keys that work now, and where one is. The last key stands wherever anything fits;
/// of the others, as many as there is room for, what matters most first.
fn shown<'a>(
    app: &'a App,
    page: Option<&'a Page<'_>>,
    brush: Brush<'_>,
    room: usize,
) -> (Vec<Hint<'a>>, Option<String>) {
    let named = |(key, hint)| (Some(key), words::key(key, brush.signs), hint);
    let moves = app.moves(page).map(|what| (None, brush.signs.up_down.to_owned(), what));
    let typing = what_is_typed(app).map(|what| (None, "type".to_owned(), what));
    let special: Vec<Hint<'_>> =
        typing.into_iter().chain(moves).chain(app.hints(page).into_iter().map(named)).collect();
    let mut lasting: Vec<Hint<'_>> = app.lasting_hints().into_iter().map(named).collect();
    let last = lasting.pop();
    let mut left = (room + GAP).saturating_sub(last.as_ref().map_or(0, width));
    let first = special.iter().take(FIRST).take_while(|it| fits(it, &mut left)).count();
    lasting.retain(|it| first >= FIRST.min(special.len()) && fits(it, &mut left));
    let is_whole = first == FIRST.min(special.len());
    let right = page.map_or_else(|| where_in_list(app), |page| where_one_is(app, page));
    // What lies over the screen is no part of what it shows.
    let right = right
        .filter(|_| app.overlay.is_none())
        .filter(|text| left.checked_sub(words::width(text)).is_some());
    left = left.saturating_sub(right.as_ref().map_or(0, |text| words::width(text)));
    let more = special.iter().skip(first).take_while(|it| is_whole && fits(it, &mut left));
    let count = first + more.count();
    (special.into_iter().take(count).chain(lasting).chain(last).collect(), right)
}

/// What letters do at one of the first questions.
fn what_is_typed(app: &App) -> Option<&'static str> {
    let Some(Overlay::Welcome(it)) = &app.overlay else { return None };
    if it.is_typing() || it.guess().is_some() || app.world.size.columns < WIDE {
        return None;
    }
    match it.question {
        FirstQuestion::Hours => Some("your hours"),
        FirstQuestion::Worked => None,
        FirstQuestion::Role
        | FirstQuestion::Region
        | FirstQuestion::Pick
        | FirstQuestion::Known => Some("to search"),
    }
}

/// What stands behind each key and its word.
const GAP: usize = 2;

/// A key, if it is one, what it is called, and a word for what it does.
type Hint<'a> = (Option<Key>, String, &'a str);

fn width((_, key, hint): &Hint<'_>) -> usize {
    words::width(key) + 1 + words::width(hint) + GAP
}

/// Takes the room for a key, if there is as much.
fn fits(hint: &Hint<'_>, left: &mut usize) -> bool {
    let rest = left.checked_sub(width(hint));
    *left = rest.unwrap_or(*left);
    rest.is_some()
}

/// Where in the list one is, where the list is all there is: `12/56`.
fn where_in_list(app: &App) -> Option<String> {
    if app.overlay.is_some() {
        return None;
    }
    let rows = app.rows();
    let all = rows.iter().filter(|it| it.is_selectable()).count();
    let position = app.position(&rows)?;
    let before = rows.iter().take(position + 1).filter(|it| it.is_selectable()).count();
    Some(format!("{before}/{all}"))
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
