//! What the learner sees: pictures of the [`App`], painted and thrown away.
//!
//! Each file paints one thing with one `render`, which borrows the state and
//! owns nothing. Colours are in `theme`; how a screen is divided is in
//! [`crate::app::Shape`], which the keys move by as well.

mod footer;
mod header;
mod help;
mod list;
mod page;
mod plan;
mod questions;
mod rescue;
mod roles;
mod routes;
mod skills;
mod theme;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::{Line, Span},
    widgets::Widget as _,
};

use self::theme::Theme;
use crate::{
    app::{App, Overlay, Pane, Row, Shape, Tab},
    page::{self as pages, Page},
    words::Signs,
};

/// Paints the whole screen.
pub fn render(app: &App, area: Rect, buf: &mut Buffer) {
    let brush = Brush { theme: Theme::new(app.world.has_colors), signs: app.world.signs };
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
    let is_shown = app.tab != Tab::Plan && (shape.has_two_panes || app.browse().pane == Pane::Page);
    let page = is_shown.then(|| app.page()).flatten();
    header::render(app, brush, header, buf);
    brush.rule(above, buf);
    render_body(app, page.as_ref(), brush, body, buf);
    brush.rule(below, buf);
    footer::render(app, page.as_ref(), brush, footer, buf);
    render_overlay(app, brush, body, buf);
    if let Some(notice) = &app.notice {
        footer::render_notice(notice, brush, area, buf);
    }
}

fn render_overlay(app: &App, brush: Brush<'_>, body: Rect, buf: &mut Buffer) {
    match &app.overlay {
        Some(Overlay::Help(top)) => help::render(app, brush, *top, body, buf),
        Some(Overlay::Ask(asking)) => questions::render_ask(app, asking, brush, body, buf),
        Some(Overlay::Welcome(it)) => questions::render_welcome(app, it, brush, body, buf),
        Some(Overlay::Told(told)) => questions::render_told(told, brush, body, buf),
        Some(Overlay::Rescue(rescue)) => rescue::render(rescue, brush, body, buf),
        None => (),
    }
}

fn render_body(app: &App, page: Option<&Page<'_>>, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let shape = app.shape();
    let render_page = |area, buf: &mut Buffer| {
        if let Some(page) = page {
            page::render(app, page, brush, area, buf);
        }
    };
    match app.tab {
        Tab::Today => return render_page(area, buf),
        Tab::Plan => return plan::render(app, brush, area, buf),
        Tab::Roles | Tab::Skills | Tab::Routes => (),
    }
    if !shape.has_two_panes {
        match app.browse().pane {
            Pane::List => render_list(app, brush, area, buf),
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
    for row in middle.rows() {
        Span::styled(brush.signs.divider, brush.theme.muted()).render(row, buf);
    }
    render_page(right, buf);
}

fn render_list(app: &App, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let rows = app.rows();
    let width = usize::from(area.width).saturating_sub(3);
    let line = |row: &Row| match row {
        Row::Gap => Line::default(),
        Row::Family(_) | Row::Role(_) => roles::line(app, brush, *row, width),
        Row::Area(_) | Row::Skill(_) => skills::line(app, brush, *row, width),
        Row::Region(_) | Row::Route(_) => routes::line(app, brush, *row, width),
    };
    if rows.is_empty() {
        let text = match app.tab {
            Tab::Today | Tab::Plan => "",
            Tab::Roles => "No role is called that.",
            Tab::Skills => "No skill is called that, or the filter hides it.",
            Tab::Routes => "No route is called that.",
        };
        list::render_empty(text, brush, area, buf);
        return;
    }
    let cursor = list::Cursor {
        position: app.position(&rows),
        has_keys: app.browse().pane == Pane::List && app.overlay.is_none(),
    };
    list::render(&rows, (cursor, brush), line, area, buf);
}

/// What everything is painted with.
#[derive(Clone, Copy)]
struct Brush<'a> {
    theme: Theme,
    signs: &'a Signs,
}

impl Brush<'_> {
    fn rule(self, area: Rect, buf: &mut Buffer) {
        let text = self.signs.rule.repeat(usize::from(area.width));
        Span::styled(text, self.theme.muted()).render(area, buf);
    }

    /// A line of a page, in this theme.
    fn line<'a>(self, line: &'a pages::Line<'_>) -> Line<'a> {
        let spans = line.spans.iter();
        spans.map(|span| Span::styled(&*span.text, self.theme.tone(span.tone))).collect()
    }

    /// The same for a line that is made on the spot.
    fn owned_line(self, line: pages::Line<'_>) -> Vec<Span<'static>> {
        let spans = line.spans.into_iter();
        spans.map(|it| Span::styled(it.text.into_owned(), self.theme.tone(it.tone))).collect()
    }
}

/// Something at the left and something at the right of a line of so many columns.
fn apart<'a>(left: Vec<Span<'a>>, right: Vec<Span<'a>>, columns: usize) -> Line<'a> {
    let taken: usize = left.iter().chain(&right).map(Span::width).sum();
    let mut spans = left;
    spans.push(Span::styled(" ".repeat(columns.saturating_sub(taken)), Style::new()));
    spans.extend(right);
    Line::from(spans)
}

/// A number of columns or lines as ratatui counts them.
fn columns(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// The margin of pages and lists.
const MARGIN: u16 = Shape::MARGIN;
