//! What is looked for, what was found, and what stands there.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::{Line, Span},
    widgets::{Clear, Widget as _},
};

use super::{
    brush::{Brush, apart, below, columns, inset},
    list,
};
use crate::{
    app::{App, Find},
    page,
    search::{self, Thing},
    words,
};

/// The columns of the word for what a hit is.
const KIND: usize = 10;
/// The columns that a name keeps before it is said where it is.
const NAME: usize = 24;
/// The least columns in which it is said where a hit is.
const PLACE: usize = 10;
/// The lines below the list that tell of the hit that is marked.
const ABOUT: u16 = 3;

/// What is searched, for those who wonder why something is not found.
const SEARCHED: &str = "All of it is searched: roles, skills and their other names, terms, \
    projects, routes and their milestones, resources, questions, and what the pages say.";

/// Paints the search over the body.
pub(super) fn render(app: &App, find: &Find, brush: Brush<'_>, body: Rect, buf: &mut Buffer) {
    Clear.render(body, buf);
    let head = Rect { height: 1.min(body.height), ..body };
    let count = count(find);
    render_field(brush, '/', (find.parts(), &count), head, buf);
    let rest = below(body, if app.shape().is_roomy { 2 } else { 1 });
    if find.found.hits.is_empty() {
        let text = match find.text().trim() {
            "" => format!("{SEARCHED} {} things in all.", app.findable()),
            typed => format!("Nothing goes by “{typed}”, nor nearly so. {SEARCHED}"),
        };
        return list::render_empty(&text, brush, rest, buf);
    }
    let rest = if find.found.is_near { render_near(find, brush, rest, buf) } else { rest };
    if app.shape().has_two_panes {
        let [left, middle, right] = rest.layout(&Layout::horizontal([
            Constraint::Fill(11),
            Constraint::Length(1),
            Constraint::Fill(9),
        ]));
        render_hits(app, find, brush, left, buf);
        brush.divide(middle, buf);
        render_preview(app, find, brush, right, buf);
    } else {
        let about = if rest.height > 2 * ABOUT { ABOUT } else { 0 };
        let [list, about] =
            rest.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(about)]));
        render_hits(app, find, brush, list, buf);
        render_about(app, find, brush, about, buf);
    }
}

/// Says that what follows is only written nearly so; what is left below.
fn render_near(find: &Find, brush: Brush<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    let text = format!("Nothing goes by “{}”. Written nearly so:", find.text().trim());
    let line = Rect { height: 1.min(area.height), ..area };
    let line = inset(line, usize::from(area.width));
    let text = words::fitted(&text, usize::from(line.width), brush.signs.more);
    Span::styled(text, brush.theme.muted()).render(line, buf);
    below(area, 1)
}

/// Paints a line that is being typed, with its sign before and something at its right.
pub(super) fn render_field(
    brush: Brush<'_>,
    sign: char,
    (parts, aside): ((&str, &str), &str),
    area: Rect,
    buf: &mut Buffer,
) {
    let mut field = vec![Span::styled(format!(" {sign} "), brush.theme.title_in_front())];
    field.extend(brush.field(parts));
    let taken: usize = field.iter().map(Span::width).sum();
    let room = usize::from(area.width).saturating_sub(1);
    let fits = taken + words::width(aside) + 2 <= room;
    let aside = if fits { aside } else { "" };
    apart(field, vec![Span::styled(aside, brush.theme.muted())], room).render(area, buf);
}

/// How many hits there are, and that there are more.
fn count(find: &Find) -> String {
    let (shown, total) = (find.found.hits.len(), find.found.total);
    match (find.text().trim(), shown) {
        ("", _) => String::new(),
        (_, 0) => "nothing".to_owned(),
        _ if find.found.is_near => "nothing exactly so".to_owned(),
        _ if shown < total => {
            format!("{} of {shown}, best of {total}", find.cursor + 1)
        }
        _ => format!("{} of {shown}", find.cursor + 1),
    }
}

fn render_hits(app: &App, find: &Find, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let hits = &find.found.hits;
    let cursor = list::Cursor { position: Some(find.cursor), has_keys: true };
    let room = usize::from(area.width).saturating_sub(4);
    let line = |it: &Thing| hit(app, find, (brush, *it), room);
    list::render(hits, (cursor, brush), line, area, buf);
    list::render_thumb(find.cursor, hits.len(), brush, area, buf);
}

/// A hit: what it is, its name with what was typed marked, and where it is.
fn hit(app: &App, find: &Find, (brush, it): (Brush<'_>, Thing), room: usize) -> Line<'static> {
    let place = it.place(app.catalog);
    let kind = if room >= KIND + NAME { format!("{:KIND$}", it.kind()) } else { String::new() };
    let left = room.saturating_sub(words::width(&kind));
    let name = words::fitted(it.name(app.catalog), left, brush.signs.more);
    let behind = left.saturating_sub(words::width(&name) + 2);
    let mut spans = vec![Span::styled(kind, brush.theme.muted())];
    spans.extend(marked(&name, find.text(), brush));
    if behind >= PLACE {
        let place = words::fitted(&place, behind, brush.signs.more);
        spans.push(Span::styled(format!("  {place}"), brush.theme.muted()));
    }
    Line::from(spans)
}

/// A text with what was typed marked.
fn marked(text: &str, typed: &str, brush: Brush<'_>) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut done = 0;
    let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default().to_owned();
    for mark in search::marks(typed, text) {
        spans.push(Span::raw(part(done..mark.start)));
        spans.push(Span::styled(part(mark.clone()), brush.theme.matched()));
        done = mark.end;
    }
    spans.push(Span::raw(part(done..text.len())));
    spans
}

/// Paints the page a hit is on, from where it stands.
fn render_preview(app: &App, find: &Find, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let inner = inset(area, page::COLUMN);
    let Some((page, top)) = app.preview(find, usize::from(inner.width)) else { return };
    let title = Rect { height: 1.min(inner.height), ..inner };
    let name = words::fitted(&page.title, usize::from(inner.width), brush.signs.more);
    Span::styled(name, brush.theme.heading()).render(title, buf);
    let rest = below(inner, if app.shape().is_roomy { 2 } else { 1 });
    let top = top.min(page.last_top(usize::from(rest.height)));
    for (line, row) in page.lines.iter().skip(top).zip(rest.rows()) {
        brush.line(line).render(row, buf);
        let text: String = line.spans.iter().map(|it| &*it.text).collect();
        mark(&text, find.text(), brush.theme.matched(), row, buf);
    }
}

/// Marks on a painted line what was typed.
fn mark(text: &str, typed: &str, style: Style, row: Rect, buf: &mut Buffer) {
    for range in search::marks(typed, text) {
        let width = |range| columns(words::width(text.get(range).unwrap_or_default()));
        let x = row.x.saturating_add(width(0..range.start));
        let place = Rect { x, width: width(range), ..row };
        buf.set_style(place.intersection(row), style);
    }
}

/// Tells in two lines of the hit that is marked.
fn render_about(app: &App, find: &Find, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let (Some(it), true) = (find.hit(), area.height > 0) else { return };
    brush.rule(Rect { height: 1, ..area }, buf);
    let inner = inset(below(area, 1), usize::from(area.width));
    let room = usize::from(inner.width);
    let about = search::about(app.learner(), it, find.text());
    let text = if about.is_empty() {
        words::capitalised(&it.place(app.catalog))
    } else {
        about.to_owned()
    };
    let most = room * usize::from(inner.height.saturating_sub(1)) + room / 2;
    let text = words::fitted(&text, most.max(room), brush.signs.more);
    for (text, row) in words::wrap(&text, room).into_iter().zip(inner.rows()) {
        Line::from(marked(text, find.text(), brush)).render(row, buf);
    }
}
