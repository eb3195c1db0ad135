//! The graph of the way: its stages one below the other, and lines that join what is under
//! the cursor with what it needs, above, and what it opens, below.

use ratatui::text::{Line, Span};

use super::{brush::Brush, rows, skills, staged};
use crate::app::{App, Joint, Row};

/// The columns that the lines take before something of a stage, and before a stage itself.
const WITHIN: usize = 4;
const BEFORE: usize = 2;

/// A row, behind the lines that are drawn beside it.
pub(super) fn line<'a>(
    app: &'a App,
    brush: Brush<'_>,
    (row, joint): (Row, Joint),
    columns: usize,
) -> Line<'a> {
    let is_faint = !joint.is_kin;
    let within = columns.saturating_sub(WITHIN);
    let (margin, mut line) = match row {
        Row::Step(id) => (WITHIN, staged::step(app, brush, (id, Some(is_faint)), within)),
        Row::Project(id) => (WITHIN, skills::project(app, brush, (id, is_faint), within)),
        row => (BEFORE, rows::line(app, brush, row, columns.saturating_sub(BEFORE))),
    };
    line.spans.insert(0, lines(brush, joint, margin));
    line
}

/// The lines beside a row.
fn lines(brush: Brush<'_>, joint: Joint, columns: usize) -> Span<'static> {
    let signs = brush.signs;
    let [.., is_joined] = joint.lines;
    let level = if is_joined { signs.span } else { " " };
    let rest = level.repeat(columns.saturating_sub(2));
    let text = format!("{}{rest}", signs.joint(joint.lines));
    Span::styled(format!("{text:columns$}"), brush.theme.accent())
}
