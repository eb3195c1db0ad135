//! A spot on a page: where on it something that was found stands.

use super::{Line, Page, Target};

/// The least letters that tell a line of a longer text from other lines.
const TELLING: usize = 12;

/// What to look for on a page; where nothing of it is there, its beginning is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// Something that can be acted on.
    pub target: Option<Target>,
    /// The section it is in.
    pub section: Option<&'static str>,
    /// The words it begins with.
    pub words: Option<String>,
}

impl Page<'_> {
    /// The line to begin to read at, and the item that is meant.
    pub fn find(&self, spot: &Spot) -> (usize, Option<usize>) {
        let target = spot.target.as_ref();
        let item = target.and_then(|it| self.items.iter().position(|item| item.target == *it));
        if let Some(found) = item.and_then(|at| self.items.get(at)) {
            return (found.line, item);
        }
        let section = self.sections.iter().find(|it| Some(&*it.title) == spot.section);
        let start = section.map_or(0, |it| it.line);
        let words = spot.words.as_deref();
        let mut lines = self.lines.iter().enumerate().skip(start);
        let found = words.and_then(|words| lines.find(|(_, line)| begins(line, words)));
        (found.map_or(start, |(at, _)| at), None)
    }
}

/// Whether a text that begins with these words begins on a line.
fn begins(line: &Line<'_>, words: &str) -> bool {
    line.spans.iter().any(|span| {
        let text = span.text.trim();
        let is_part = text.chars().count() >= TELLING && words.starts_with(text);
        is_part || text.eq_ignore_ascii_case(words)
    })
}
