//! What everything is painted with, and the measures all screens share.

use std::cell::RefCell;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    symbols::border,
    text::{Line, Span},
    widgets::{Block, Widget as _},
};

use super::theme::Theme;
use crate::{
    app::{Hit, Shape},
    page,
    words::Signs,
};

/// The margin of pages and lists.
pub(super) const MARGIN: u16 = Shape::MARGIN;

/// What can be pointed at, and where it is painted; what is painted last lies above.
#[derive(Default)]
pub(super) struct Zones(RefCell<Vec<(Rect, Hit)>>);

impl Zones {
    /// What lies at a place.
    pub(super) fn at(&self, place: Position) -> Option<Hit> {
        self.0.borrow().iter().rev().find(|(area, _)| area.contains(place)).map(|(_, hit)| *hit)
    }
}

/// What everything is painted with.
#[derive(Clone, Copy)]
pub(super) struct Brush<'a> {
    // Where it is noted what can be pointed at, if anybody wants to know.
    pub(super) zones: Option<&'a Zones>,
    pub(super) theme: Theme,
    pub(super) signs: &'a Signs,
}

impl Brush<'_> {
    /// Notes what is painted there.
    pub(super) fn zone(self, area: Rect, hit: Hit) {
        if let Some(zones) = self.zones {
            zones.0.borrow_mut().push((area, hit));
        }
    }

    pub(super) fn rule(self, area: Rect, buf: &mut Buffer) {
        let text = self.signs.rule.repeat(usize::from(area.width));
        Span::styled(text, self.theme.rule()).render(area, buf);
    }

    /// Paints what stands between two panes.
    pub(super) fn divide(self, area: Rect, buf: &mut Buffer) {
        for row in area.rows() {
            Span::styled(self.signs.divider, self.theme.rule()).render(row, buf);
        }
    }

    /// A line of a page, in this theme.
    pub(super) fn line<'a>(self, line: &'a page::Line<'_>) -> Line<'a> {
        let spans = line.spans.iter();
        spans.map(|span| Span::styled(&*span.text, self.theme.tone(span.tone))).collect()
    }

    /// A line that is made on the spot, in this theme.
    pub(super) fn owned_line(self, line: page::Line<'_>) -> Vec<Span<'static>> {
        let spans = line.spans.into_iter();
        spans.map(|it| Span::styled(it.text.into_owned(), self.theme.tone(it.tone))).collect()
    }

    /// The frame of what lies over a screen.
    pub(super) fn frame(self) -> Block<'static> {
        let [top_left, top_right, bottom_left, bottom_right, level, upright] = self.signs.frame;
        let set = border::Set {
            top_left,
            top_right,
            bottom_left,
            bottom_right,
            vertical_left: upright,
            vertical_right: upright,
            horizontal_top: level,
            horizontal_bottom: level,
        };
        Block::bordered().border_set(set).border_style(self.theme.rule())
    }

    /// Text being typed, with its caret.
    pub(super) fn field<'a>(self, (before, behind): (&'a str, &'a str)) -> Vec<Span<'a>> {
        let mut letters = behind.chars();
        let under = letters.next().map_or(" ".to_owned(), String::from);
        vec![
            Span::raw(before),
            Span::styled(under, self.theme.caret()),
            Span::raw(letters.as_str()),
        ]
    }
}

/// Something at the left and something at the right of a line of so many columns.
pub(super) fn apart<'a>(left: Vec<Span<'a>>, right: Vec<Span<'a>>, columns: usize) -> Line<'a> {
    let taken: usize = left.iter().chain(&right).map(Span::width).sum();
    let mut spans = left;
    spans.push(Span::styled(" ".repeat(columns.saturating_sub(taken)), Style::new()));
    spans.extend(right);
    Line::from(spans)
}

/// A number of columns or lines as ratatui counts them.
pub(super) fn columns(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// An area without its margins, at most so wide.
pub(super) fn inset(area: Rect, widest: usize) -> Rect {
    let width = area.width.saturating_sub(2 * MARGIN).min(columns(widest));
    Rect { x: area.x + MARGIN.min(area.width), width, ..area }
}

/// What is left of an area below so many lines.
pub(super) fn below(area: Rect, lines: u16) -> Rect {
    let lines = lines.min(area.height);
    Rect { y: area.y + lines, height: area.height - lines, ..area }
}
