//! Things side by side, with a label at the left of each row; where there is no
//! room for that, one below the other.

use super::{Line, Target, Tone, writer::Writer};
use crate::{catalog::SkillId, planner, progress::State, words};

/// The columns between two cells.
const BETWEEN: usize = 3;
/// The least columns of a cell that stands beside others.
const LEAST: usize = 18;

/// How a table is divided.
pub(super) struct Table {
    label: usize,
    /// What stands above each column.
    names: Vec<String>,
    /// The columns of a cell.
    pub(super) width: usize,
    /// Whether the cells of a row stand below each other.
    pub(super) is_stacked: bool,
}

/// What stands in a column of a row.
#[derive(Default)]
pub(super) struct Cell<'a> {
    lines: Vec<Line<'a>>,
    // What can be chosen, by its line.
    targets: Vec<(usize, Target)>,
}

impl<'a> Cell<'a> {
    /// A text, broken to the width of a cell.
    pub(super) fn text(text: &str, width: usize, tone: Tone) -> Self {
        let lines = words::wrap(text, width).into_iter();
        Self { lines: lines.map(|it| Line::of(it.to_owned(), tone)).collect(), targets: Vec::new() }
    }

    pub(super) fn line(line: Line<'a>) -> Self {
        Self { lines: vec![line], targets: Vec::new() }
    }

    /// A text that leads somewhere.
    pub(super) fn link(text: &str, width: usize, tone: Tone, target: Target) -> Self {
        let mut cell = Self::text(text, width, tone);
        cell.targets.push((0, target));
        cell
    }

    /// Several texts, one below the other, each behind a sign.
    pub(super) fn bullets(texts: impl Iterator<Item = &'a str>, width: usize, sign: &str) -> Self {
        let indent = words::width(sign) + 1;
        let mut cell = Self::default();
        for text in texts {
            for (at, part) in words::wrap(text, width.saturating_sub(indent)).iter().enumerate() {
                let lead = if at == 0 { format!("{sign} ") } else { " ".repeat(indent) };
                let mut line = Line::of(lead, Tone::Muted);
                line.push((*part).to_owned(), Tone::Text);
                cell.lines.push(line);
            }
        }
        cell
    }

    /// Skills, one a line, with the hours left of each.
    pub(super) fn skills(writer: &Writer<'_>, skills: &[(SkillId, u32)], width: usize) -> Self {
        let learner = writer.reader.learner;
        let signs = writer.reader.signs;
        let mut cell = Self::default();
        for (id, minutes) in skills {
            let state = learner.state(*id);
            let hours = if *minutes > 0 { words::hours_left(*minutes) } else { String::new() };
            let mut line = Line::of(format!("{} ", signs.state(state)), Tone::State(state));
            let room = width.saturating_sub(line.width() + words::width(&hours) + 1);
            let name = words::fitted(&learner.catalog.skill(*id).name, room, signs.more);
            let tone = if state == State::Skipped { Tone::Muted } else { Tone::Text };
            line.push(name, tone);
            let gap = width.saturating_sub(line.width() + words::width(&hours));
            line.push(" ".repeat(gap), Tone::Text);
            line.push(hours, Tone::Muted);
            cell.targets.push((cell.lines.len(), Target::Skill(*id)));
            cell.lines.push(line);
        }
        cell
    }

    /// The same words, whatever they look like.
    fn says(&self) -> String {
        let spans = self.lines.iter().flat_map(|line| &line.spans);
        spans.map(|it| &*it.text).collect()
    }
}

impl Table {
    /// A table as broad as the page, of which the labels take some columns. What is heard
    /// comes one after the other.
    pub(super) fn new(writer: &Writer<'_>, label: usize, names: Vec<String>) -> Self {
        let columns = writer.columns;
        let count = names.len().max(1);
        let width = columns.saturating_sub(label + BETWEEN * (count - 1)) / count;
        if width < LEAST || writer.reader.signs.are_words {
            return Self { label, names, width: columns.saturating_sub(2), is_stacked: true };
        }
        Self { label, names, width, is_stacked: false }
    }

    /// The first columns of a cell.
    fn left(&self, at: usize) -> usize {
        self.label + at * (self.width + BETWEEN)
    }

    /// A row, unless all its cells say the same and only differences are wanted.
    pub(super) fn row<'a>(
        &self,
        writer: &mut Writer<'a>,
        label: &str,
        cells: Vec<Cell<'a>>,
        only_differences: bool,
    ) {
        let mut said = cells.iter().map(Cell::says);
        let first = said.next().unwrap_or_default();
        let is_same = cells.len() > 1 && said.all(|it| it == first);
        if cells.iter().all(|it| it.lines.is_empty()) || (is_same && only_differences) {
            return;
        }
        if self.is_stacked {
            self.stacked(writer, label, cells);
        } else {
            self.beside(writer, label, cells);
        }
    }

    fn beside<'a>(&self, writer: &mut Writer<'a>, label: &str, cells: Vec<Cell<'a>>) {
        let label = words::wrap(label, self.label.saturating_sub(1).max(1));
        let height = cells.iter().map(|it| it.lines.len()).max().unwrap_or(0).max(label.len());
        let top = writer.lines_down();
        let mut rows: Vec<Line<'a>> = (0..height)
            .map(|at| label.get(at).map(|it| Line::of((*it).to_owned(), Tone::Muted)))
            .map(Option::unwrap_or_default)
            .collect();
        let mut places = Vec::new();
        for (at, cell) in cells.into_iter().enumerate() {
            let left = self.left(at);
            places.extend(cell.targets.into_iter().map(|(line, it)| (top + line, left, it)));
            for (row, line) in rows.iter_mut().zip(cell.lines) {
                row.push(" ".repeat(left.saturating_sub(row.width())), Tone::Text);
                row.spans.extend(line.spans);
            }
        }
        for row in rows {
            writer.line(row);
        }
        places.sort_by_key(|(line, left, _)| (*line, *left));
        for (line, left, target) in places {
            writer.item_at(line, (left, self.width), target);
        }
    }

    fn stacked<'a>(&self, writer: &mut Writer<'a>, label: &str, cells: Vec<Cell<'a>>) {
        if !label.is_empty() {
            writer.subheading(label.to_owned());
        }
        for (at, mut cell) in cells.into_iter().enumerate() {
            if let Some(name) = self.names.get(at).filter(|it| !it.is_empty()) {
                // One line of few words stands behind the name.
                let room = (self.width + 2).saturating_sub(words::width(name) + 2);
                match cell.lines.as_mut_slice() {
                    [only] if only.width() <= room && cell.targets.is_empty() => {
                        let mut line = Line::of(format!("{name}  "), Tone::Muted);
                        line.spans.append(&mut only.spans);
                        writer.line(line);
                        continue;
                    }
                    _ => writer.paragraph(name.clone(), Tone::Muted),
                }
            }
            let top = writer.lines_down();
            for line in cell.lines {
                let mut indented = Line::of("  ", Tone::Text);
                indented.spans.extend(line.spans);
                writer.line(indented);
            }
            for (line, target) in cell.targets {
                writer.item_at(top + line, (2, self.width), target);
            }
        }
    }
}

/// Skills with the minutes left of each, those that take most first.
pub(super) fn by_hours(
    skills: &[SkillId],
    minutes: impl Fn(SkillId) -> u32,
) -> Vec<(SkillId, u32)> {
    let mut all: Vec<(SkillId, u32)> = skills.iter().map(|id| (*id, minutes(*id))).collect();
    all.sort_by_key(|(id, minutes)| (std::cmp::Reverse(*minutes), *id));
    all
}

/// The hours of a week that dates rest on: `7 h a week`.
pub(super) fn week(writer: &Writer<'_>) -> String {
    let week = planner::hours_of_week(writer.reader.learner.progress);
    format!("{} a week", words::minutes(week.values().sum()))
}
