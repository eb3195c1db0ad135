//! The rows of the lists, whatever they stand for.

use ratatui::text::{Line, Span};

use super::{brush::Brush, roles, routes, skills, staged};
use crate::app::{App, Row};

/// What stands before something that belongs to a group.
const INDENT: &str = "  ";

/// A row of a list.
pub(super) fn line<'a>(app: &'a App, brush: Brush<'_>, row: Row, columns: usize) -> Line<'a> {
    let inner = columns.saturating_sub(INDENT.len());
    let (indent, mut line) = match row {
        Row::Gap => ("", Line::default()),
        Row::Family(family) => {
            ("", Line::styled(family.title().to_uppercase(), brush.theme.heading()))
        }
        Row::Role(id) => ("", roles::line(app, brush, id, columns)),
        Row::Area(id) => ("", skills::area(app, brush, id, columns)),
        Row::Skill(id) => (INDENT, skills::skill(app, brush, id, inner)),
        Row::Group(group) => ("", staged::group(app, brush, group, columns)),
        Row::Step(id) => (INDENT, staged::step(app, brush, (id, None), inner)),
        Row::Projects => ("", skills::projects(brush, columns)),
        Row::Project(id) => (INDENT, skills::project(app, brush, (id, false), inner)),
        Row::Region(id) => ("", routes::region(app, brush, id, columns)),
        Row::Route(id) => ("", routes::line(app, brush, id, columns)),
    };
    if !indent.is_empty() {
        line.spans.insert(0, Span::raw(indent));
    }
    line
}
