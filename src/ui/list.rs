//! A list with a cursor. How far it is scrolled follows from where the cursor
//! is, so there is no scroll offset to keep, clamp or get wrong; and only the
//! lines that are seen are made.

use std::ops::Range;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::Widget as _,
};

use super::brush::{Brush, MARGIN, inset};
use crate::{app::Hit, words};

/// Where the cursor is, and whether keys move it.
#[derive(Clone, Copy)]
pub(super) struct Cursor {
    pub(super) position: Option<usize>,
    pub(super) has_keys: bool,
}

/// Paints the rows around the cursor that fit, each by `line`.
pub(super) fn render<'a, T>(
    rows: &[T],
    (cursor, brush): (Cursor, Brush<'_>),
    line: impl Fn(&T) -> Line<'a>,
    area: Rect,
    buf: &mut Buffer,
) {
    let shown = window(cursor.position.unwrap_or(0), rows.len(), usize::from(area.height));
    let visible = rows.iter().enumerate().skip(shown.start).take(shown.len());
    for ((index, row), place) in visible.zip(area.rows()) {
        brush.zone(place, Hit::Place(index));
        let indented = Rect {
            x: place.x + MARGIN.min(place.width),
            width: place.width.saturating_sub(MARGIN + 1),
            ..place
        };
        line(row).render(indented, buf);
        if Some(index) == cursor.position {
            let style = if cursor.has_keys {
                brush.theme.selected()
            } else {
                brush.theme.selected_behind()
            };
            buf.set_style(
                Rect {
                    width: place.width.saturating_sub(1),
                    x: place.x + 1.min(place.width),
                    ..place
                }
                .intersection(area),
                style,
            );
            Span::styled(brush.signs.selected, brush.theme.accent())
                .render(Rect { width: 1.min(place.width), ..place }, buf);
        }
    }
}

/// Paints at the right edge how far down the cursor is, where not all rows are seen.
pub(super) fn render_thumb(
    position: usize,
    len: usize,
    brush: Brush<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let height = usize::from(area.height);
    if len <= height || height == 0 || area.width == 0 {
        return;
    }
    let shown = window(position, len, height);
    let thumb = (height * height / len).max(1);
    let start = (height - thumb) * shown.start / (len - height);
    let edge = Rect { x: area.right() - 1, width: 1, ..area };
    for (at, row) in edge.rows().enumerate() {
        let is_here = (start..start + thumb).contains(&at);
        let sign = if is_here { brush.signs.thumb } else { brush.signs.divider };
        Span::styled(sign, brush.theme.muted()).render(row, buf);
    }
}

/// Paints why there are no rows.
pub(super) fn render_empty(text: &str, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let area = inset(area, usize::from(area.width));
    let columns = usize::from(area.width);
    for (text, row) in words::wrap(text, columns).into_iter().zip(area.rows()) {
        Span::styled(text, brush.theme.muted()).render(row, buf);
    }
}

/// The rows to show: `height` of them if there are as many, with `selected` as
/// near to the middle as the ends allow.
pub(super) fn window(selected: usize, len: usize, height: usize) -> Range<usize> {
    let start = selected.saturating_sub(height / 2).min(len.saturating_sub(height));
    start..len.min(start + height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_in_sight() {
        for (len, height) in (0..12).flat_map(|len| (0..12).map(move |height| (len, height))) {
            for selected in 0..len {
                let shown = window(selected, len, height);
                assert_eq!(shown.len(), len.min(height));
                assert!(
                    height == 0 || shown.contains(&selected),
                    "{selected} of {len} in {height}"
                );
            }
        }
    }
}
