//! What the learner sees: pictures of the [`App`], painted and thrown away.
//!
//! Each file paints one thing with one `render`, which borrows the state and
//! owns nothing. Colours are in `theme`; how a screen is divided is in
//! [`crate::app::Shape`], which the keys move by as well.

mod brush;
mod find;
mod footer;
mod graph;
mod header;
mod help;
mod list;
mod page;
mod palette;
mod placing;
mod plan;
mod questions;
mod rescue;
mod reviewing;
mod roles;
mod routes;
mod rows;
mod settings;
mod skills;
mod staged;
mod theme;
mod welcome;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    widgets::Widget as _,
};

use self::{
    brush::{Brush, Zones, columns},
    theme::Theme,
};
use crate::{
    app::{App, Hit, Joint, Overlay, Pane, Row},
    keys::Screen,
    page::Page,
    words,
};

/// The least lines of a list that leave room for the beginning of a page below it.
const ROOMY: u16 = 16;
/// The lines of that.
const STRIP: u16 = 4;

/// Paints the whole screen.
pub fn render(app: &App, area: Rect, buf: &mut Buffer) {
    render_with(app, None, area, buf);
}

/// What is painted at a place of the screen, if it is something to point at.
pub fn at(app: &App, area: Rect, place: Position) -> Option<Hit> {
    let zones = Zones::default();
    render_with(app, Some(&zones), area, &mut Buffer::empty(area));
    zones.at(place)
}

fn render_with(app: &App, zones: Option<&Zones>, area: Rect, buf: &mut Buffer) {
    let theme = Theme::new(app.world.theme, app.world.able.colors);
    let brush = Brush { theme, signs: app.world.signs, zones };
    let shape = app.shape();
    let rule = u16::from(shape.is_roomy);
    let [header, above, body, below, footer] = area.layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(rule),
        Constraint::Fill(1),
        Constraint::Length(rule),
        Constraint::Length(1),
    ]));
    // Made once: it is the dearest part of a screen, and most screens show it.
    let is_seen = shape.has_two_panes || app.browse().pane == Pane::Page;
    let is_shown = is_seen && has_page(app.screen);
    let page = is_shown.then(|| app.page()).flatten();
    match &app.overlay {
        Some(Overlay::Welcome(it)) => welcome::render_steps(app, it, brush, header, buf),
        _ => header::render(app, brush, header, buf),
    }
    brush.rule(above, buf);
    render_body(app, page.as_deref(), brush, body, buf);
    brush.rule(below, buf);
    footer::render(app, page.as_deref(), brush, footer, buf);
    render_overlay(app, brush, body, buf);
    if let Some(notice) = &app.notice {
        footer::render_notice(notice, brush, area, buf);
    }
    if brush.signs.is_plain {
        make_plain(buf);
    }
    brush.theme.ground(buf);
}

/// Leaves only letters that every terminal has, and the signs of currencies.
fn make_plain(buf: &mut Buffer) {
    for cell in &mut buf.content {
        if !cell.symbol().is_ascii() {
            let plain = words::plain(cell.symbol());
            cell.set_symbol(&plain);
        }
    }
}

/// Whether a screen shows a page, alone or beside a list.
fn has_page(screen: Screen) -> bool {
    match screen {
        Screen::Today | Screen::Progress | Screen::Roles | Screen::Skills | Screen::Routes => true,
        Screen::Plan => false,
    }
}

fn render_overlay(app: &App, brush: Brush<'_>, body: Rect, buf: &mut Buffer) {
    match &app.overlay {
        Some(Overlay::Help(top)) => help::render(app, brush, *top, body, buf),
        Some(Overlay::Find(it)) => find::render(app, it, brush, body, buf),
        Some(Overlay::Palette(it)) => palette::render(app, it, brush, body, buf),
        Some(Overlay::Filter(cursor)) => skills::render_filters(app, *cursor, brush, body, buf),
        Some(Overlay::Settings(cursor)) => settings::render(app, *cursor, brush, body, buf),
        Some(Overlay::Ask(asking)) => questions::render_ask(app, asking, brush, body, buf),
        Some(Overlay::Welcome(it)) => welcome::render(app, it, brush, body, buf),
        Some(Overlay::Placing(it)) => placing::render(app, it, brush, body, buf),
        Some(Overlay::Reviewing(it)) => reviewing::render(app, it, brush, body, buf),
        Some(Overlay::Told(told)) => questions::render_told(told, brush, body, buf),
        Some(Overlay::Beside(it)) => questions::render_beside(app, it, brush, body, buf),
        Some(Overlay::Rescue(rescue)) => rescue::render(rescue, brush, body, buf),
        None => (),
    }
}

fn render_body(app: &App, page: Option<&Page<'_>>, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let shape = app.shape();
    let render_page = |area, buf: &mut Buffer| {
        if let Some(page) = page {
            brush.zone(area, Hit::Pane(Pane::Page));
            page::render(app, page, brush, area, buf);
        }
    };
    match app.screen {
        _ if app.is_comparing() => return render_page(area, buf),
        Screen::Today | Screen::Progress => return render_page(area, buf),
        Screen::Plan => return plan::render(app, brush, area, buf),
        Screen::Roles | Screen::Skills | Screen::Routes => (),
    }
    if !shape.has_two_panes {
        match app.browse().pane {
            Pane::List => render_list_alone(app, brush, area, buf),
            Pane::Page => render_page(area, buf),
        }
        return;
    }
    let [left, middle, right] = area.layout(&Layout::horizontal([
        Constraint::Length(columns(shape.list.columns)),
        Constraint::Length(1),
        Constraint::Fill(1),
    ]));
    render_list(app, brush, left, buf);
    brush.divide(middle, buf);
    render_page(right, buf);
}

/// Paints the list where it has the screen to itself, with the beginning of the page below it.
fn render_list_alone(app: &App, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let strip = if area.height >= ROOMY { STRIP } else { 0 };
    let [list, strip] =
        area.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(strip)]));
    render_list(app, brush, list, buf);
    if let (true, Some(page)) = (strip.height > 0, app.page()) {
        brush.rule(Rect { height: 1, ..strip }, buf);
        let below = brush::below(brush::inset(strip, usize::from(strip.width)), 1);
        for (line, row) in page.preview().zip(below.rows()) {
            brush.line(line).render(row, buf);
        }
    }
}

fn render_list(app: &App, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let rows = app.rows();
    brush.zone(area, Hit::Pane(Pane::List));
    let area = if app.screen == Screen::Skills {
        skills::render_filter(app, brush, area, buf)
    } else {
        area
    };
    let width = usize::from(area.width).saturating_sub(3);
    if rows.is_empty() {
        let text = match app.screen {
            Screen::Today | Screen::Plan | Screen::Progress => String::new(),
            Screen::Roles => "There are no roles.".to_owned(),
            Screen::Skills => skills::nothing_shown(app),
            Screen::Routes => "There are no routes.".to_owned(),
        };
        list::render_empty(&text, brush, area, buf);
        return;
    }
    let cursor = list::Cursor {
        position: app.position(&rows),
        has_keys: app.browse().pane == Pane::List && app.overlay.is_none(),
    };
    if let Some(joints) = app.joints(&rows) {
        let drawn: Vec<(Row, Joint)> = rows.iter().copied().zip(joints).collect();
        let line = |it: &(Row, Joint)| graph::line(app, brush, *it, width);
        list::render(&drawn, (cursor, brush), line, area, buf);
    } else {
        let line = |it: &Row| rows::line(app, brush, *it, width);
        list::render(&rows, (cursor, brush), line, area, buf);
    }
    list::render_thumb(cursor.position.unwrap_or(0), rows.len(), brush, area, buf);
}
