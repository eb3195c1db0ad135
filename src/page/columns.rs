//! Parts of a page, side by side.

use super::{Item, Line, Page, Tone, writer::Writer};

/// Something that is written into a part of a page, about a `T`.
pub(super) type Write<T> = fn(&mut Writer<'_>, &T);

/// The columns between parts that stand side by side.
const BETWEEN: usize = 4;

impl<'a> Writer<'a> {
    /// What is written so far, to be put beside something else.
    pub(super) fn into_part(self) -> Page<'a> {
        self.page
    }

    /// Writes parts side by side, each so many columns broad, with a thin line between them.
    pub(super) fn beside(&mut self, parts: Vec<(Page<'a>, usize)>) {
        let first = self.page.lines.len();
        let height = parts.iter().map(|(part, _)| part.lines.len()).max().unwrap_or(0);
        let mut lines = vec![Line::default(); height];
        let mut left = 0;
        for (at, (part, width)) in parts.into_iter().enumerate() {
            let items = part.items.into_iter();
            let moved = |it: Item| Item { line: first + it.line, left: left + it.left, ..it };
            let before = self.page.items.len();
            self.page.first = self.page.first.or(part.first.map(|it| before + it));
            self.page.items.extend(items.map(moved));
            let mut own = part.lines.into_iter();
            for line in &mut lines {
                if at > 0 {
                    let gap = left.saturating_sub(2 + line.width());
                    line.push(" ".repeat(gap), Tone::Text);
                    line.push(self.reader.signs.divider, Tone::Muted);
                    line.push(" ", Tone::Text);
                }
                line.spans.extend(own.next().unwrap_or_default().spans);
            }
            left += width + BETWEEN;
        }
        self.page.lines.extend(lines);
    }

    /// Writes parts of something side by side, as broad as there is room for and no
    /// broader than `broadest`; each is written by several, one below the other.
    pub(super) fn in_columns<T>(&mut self, of: &T, broadest: usize, parts: &[&[Write<T>]]) {
        let room = self.columns.saturating_sub(BETWEEN * (parts.len() - 1)) / parts.len().max(1);
        let width = room.min(broadest);
        let part = |writes: &&[Write<T>]| {
            let mut part = Self::part(self.reader, width);
            writes.iter().for_each(|write| write(&mut part, of));
            (part.into_part(), width)
        };
        let parts = parts.iter().map(part).collect();
        self.beside(parts);
    }
}
