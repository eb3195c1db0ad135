//! A sheet of lines that is written from the top until it is full.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::super::brush::{Brush, apart};
use crate::words;

/// Lines of so many columns.
pub(super) struct Sheet<'a> {
    pub(super) brush: Brush<'a>,
    pub(super) room: usize,
    height: usize,
    pub(super) lines: Vec<Line<'static>>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(brush: Brush<'a>, (room, height): (usize, usize)) -> Self {
        Self { brush, room, height, lines: Vec::new() }
    }

    /// The name of what it is about, with something at its right where that fits.
    pub(super) fn title(&mut self, text: &str, aside: &str) {
        let left = Span::styled(
            words::fitted(text, self.room, self.brush.signs.more),
            self.brush.theme.title_in_front(),
        );
        let has_room = left.width() + words::width(aside) + 2 <= self.room;
        let aside = if has_room { aside } else { "" };
        let right = Span::styled(aside.to_owned(), self.brush.theme.muted());
        self.lines.push(apart(vec![left], vec![right], self.room));
    }

    /// A heading, apart from what stands above it.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        self.lines.push(Line::styled(text.to_uppercase(), self.brush.theme.heading()));
    }

    pub(super) fn gap(&mut self) {
        if self.lines.last().is_some_and(|it| it.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.styled(text, Style::new());
    }

    pub(super) fn muted(&mut self, text: &str) {
        self.styled(text, self.brush.theme.muted());
    }

    pub(super) fn strong(&mut self, text: &str) {
        self.styled(text, self.brush.theme.strong());
    }

    pub(super) fn styled(&mut self, text: &str, style: Style) {
        let lines = words::wrap(text, self.room.min(crate::page::COLUMN));
        self.lines.extend(lines.into_iter().map(|it| Line::styled(it.to_owned(), style)));
    }

    /// Something with a sign before it, its further lines below its first.
    pub(super) fn bullet(&mut self, sign: &str, text: &str) {
        let lead = format!("{sign} ");
        let room = self.room.min(crate::page::COLUMN).saturating_sub(words::width(&lead));
        for (at, line) in words::wrap(text, room).into_iter().enumerate() {
            let lead = if at == 0 { lead.clone() } else { " ".repeat(words::width(&lead)) };
            let lead = Span::styled(lead, self.brush.theme.muted());
            self.lines.push(Line::from(vec![lead, Span::raw(line.to_owned())]));
        }
    }

    /// The lines that are free yet.
    pub(super) fn left(&self) -> usize {
        self.height.saturating_sub(self.lines.len())
    }

    /// What fits of it; that there is more is said at the end.
    pub(super) fn finish(mut self) -> Vec<Line<'static>> {
        if self.lines.len() <= self.height {
            return self.lines;
        }
        self.lines.truncate(self.height);
        while self.lines.last().is_some_and(|it| it.width() == 0) {
            self.lines.pop();
        }
        if let Some(last) = self.lines.last_mut() {
            let (more, style) = (self.brush.signs.more, last.style);
            let text = words::fitted(&format!("{last} {more}"), self.room, more);
            *last = Line::styled(text, style);
        }
        self.lines
    }
}
