//! Questions that come back, those of a mock interview, and what has come of them.

use std::collections::BTreeSet;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::{Clear, Widget as _},
};

use super::{
    brush::{Brush, apart, below, columns, inset},
    questions::{CardLine, render_card},
};
use crate::{
    app::{App, ReviewStage, Reviewing},
    catalog::SkillId,
    page::{self, Tone},
    progress::{Card, Grade, State},
    reviews::Asking,
    words,
};

/// The least lines at which there is space between what stands above each other.
const AIRY: u16 = 16;

/// Paints the questions over the body.
pub(super) fn render(app: &App, it: &Reviewing, brush: Brush<'_>, body: Rect, buf: &mut Buffer) {
    Clear.render(body, buf);
    let inner = inset(body, page::COLUMN);
    let room = usize::from(inner.width);
    let all = it.cards.len();
    let what = if it.role.is_some() { "Mock interview" } else { "Review" };
    let (title, aside) = match it.stage {
        ReviewStage::Over => (format!("{what}: done"), String::new()),
        ReviewStage::Asked | ReviewStage::Solved(_) => {
            (format!("{what}: {} of {all}", it.grades.len() + 1), about(app, it))
        }
    };
    let left = room.saturating_sub(words::width(&title) + 2);
    let aside = words::fitted(&aside, left, brush.signs.more);
    let head = apart(
        vec![Span::styled(title, brush.theme.title_in_front())],
        vec![Span::styled(aside, brush.theme.muted())],
        room,
    );
    head.render(Rect { height: 1.min(inner.height), ..inner }, buf);
    let row = Rect { height: 1, ..below(inner, 1) };
    Line::from(bar(it, room, brush)).render(row.intersection(inner), buf);
    let area = below(inner, 2 + u16::from(body.height >= AIRY));
    match it.stage {
        ReviewStage::Asked => {
            render_card(&asked(app, it, brush, room), it.cursor, brush, area, buf);
        }
        ReviewStage::Solved(chosen) => {
            let grades = grades(app, it, brush);
            let text = below_top(area, columns(grades.len() + 1));
            solved(app, (it, chosen), brush, room).render(it.top, brush, text, buf);
            render_card(&grades, it.cursor, brush, below(area, text.height + 1), buf);
        }
        ReviewStage::Over => {
            Read { lines: over(app, it, brush, room), from: 0 }.render(it.top, brush, area, buf);
        }
    }
}

/// An area without so many lines at its bottom, of which one is space if there is any.
fn below_top(area: Rect, lines: u16) -> Rect {
    Rect { height: area.height.saturating_sub(lines), ..area }
}

/// Something to read, and the line to begin with where there is no room for all of it.
struct Read<'a> {
    lines: Vec<Line<'a>>,
    from: usize,
}

impl Read<'_> {
    /// Paints what there is room for, behind the lines that are passed.
    fn render(&self, passed: usize, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
        let (all, height) = (self.lines.len(), usize::from(area.height));
        let last = all.saturating_sub(height);
        let top = if last == 0 { 0 } else { (self.from + passed).min(last) };
        for (line, row) in self.lines.iter().skip(top).zip(area.rows()) {
            line.render(row, buf);
        }
        // That it goes on is said in place of its last line.
        if let Some(row) = area.rows().next_back().filter(|_| top < last) {
            Clear.render(row, buf);
            Span::styled(brush.signs.more, brush.theme.accent()).render(row, buf);
        }
    }
}

/// What the question in front is about: its skill, or how it is asked.
fn about(app: &App, it: &Reviewing) -> String {
    match it.asking(app.catalog) {
        Some(Asking::Bank(question)) => app.catalog.climbed(question.climb).name.to_string(),
        Some(Asking::Interview(role, asked)) => {
            format!("{} · {}", asked.manner.word(), app.catalog.role(role).name)
        }
        None => String::new(),
    }
}

/// How many are answered, as a thin line.
fn bar(it: &Reviewing, room: usize, brush: Brush<'_>) -> Vec<Span<'static>> {
    let done = it.grades.len() * room / it.cards.len().max(1);
    vec![
        Span::styled(brush.signs.bar.repeat(done), brush.theme.state(State::Proven)),
        Span::styled(brush.signs.bar_rest.repeat(room - done), brush.theme.rule()),
    ]
}

/// A line of a page, in this theme.
fn owned<'a>(brush: Brush<'_>, page: page::Page<'_>) -> Vec<Line<'a>> {
    page.lines.into_iter().map(|it| Line::from(brush.owned_line(it))).collect()
}

/// What is asked.
fn question<'a>(app: &App, asking: Asking<'_>, brush: Brush<'_>, room: usize) -> Vec<Line<'a>> {
    let Some(reader) = app.reader(room) else { return Vec::new() };
    let mut lines = match asking {
        Asking::Bank(question) => owned(brush, page::asked(reader, question)),
        Asking::Interview(_, asked) => owned(brush, page::posed(reader, asked)),
    };
    lines.push(Line::default());
    lines
}

/// A question, with what can be answered.
fn asked<'a>(app: &'a App, it: &'a Reviewing, brush: Brush<'_>, room: usize) -> Vec<CardLine<'a>> {
    let Some(asking) = it.asking(app.catalog) else { return Vec::new() };
    let question = question(app, asking, brush, room).into_iter().map(|it| (None, it));
    question.chain(own_answer(app, it, (brush, asking), room)).collect()
}

/// A question with what one answered and the right answer, from which on it is read.
fn solved<'a>(
    app: &App,
    (it, chosen): (&Reviewing, Option<usize>),
    brush: Brush<'_>,
    room: usize,
) -> Read<'a> {
    let (Some(reader), Some(asking)) = (app.reader(room), it.asking(app.catalog)) else {
        return Read { lines: Vec::new(), from: 0 };
    };
    let mut lines = question(app, asking, brush, room);
    let from = lines.len();
    lines.extend(given(it, asking, chosen, (brush, room)));
    lines.extend(match asking {
        Asking::Bank(question) => owned(brush, page::solved(reader, question)),
        Asking::Interview(_, asked) => owned(brush, page::model(reader, asked)),
    });
    Read { lines, from }
}

/// What one can answer: some answers to choose from, or a line to type.
fn own_answer<'a>(
    app: &'a App,
    it: &'a Reviewing,
    (brush, asking): (Brush<'_>, Asking<'a>),
    room: usize,
) -> Vec<CardLine<'a>> {
    if it.is_typing(app.catalog) {
        let mut field =
            vec![Span::styled(format!("{} ", brush.signs.leads_to), brush.theme.accent())];
        let (before, behind) = it.parts();
        let seen = room.saturating_sub(words::width(brush.signs.leads_to) + 2);
        field.extend(brush.field((words::tail(before, seen), behind)));
        let text = "Answer aloud or in a line of your own; the line is not kept.";
        let said = words::wrap(text, room).into_iter();
        let said = said.map(|it| (None, Line::styled(it.to_owned(), brush.theme.muted())));
        return std::iter::once((None, Line::from(field))).chain(said).collect();
    }
    let Asking::Bank(question) = asking else { return Vec::new() };
    let offered = page::offered(question);
    let each = offered.into_iter().enumerate();
    each.flat_map(|(at, it)| choice(at, it.text, brush, room)).collect()
}

/// A line that can be marked, with its number.
fn choice<'a>(at: usize, text: &'a str, brush: Brush<'_>, room: usize) -> Vec<CardLine<'a>> {
    let rows = words::wrap(text, room.saturating_sub(5)).into_iter().enumerate();
    rows.map(|(row, text)| {
        let lead = if row == 0 { format!("  {}  ", at + 1) } else { "     ".to_owned() };
        let lead = Span::styled(lead, brush.theme.accent());
        let text = Span::styled(text, brush.theme.tone(Tone::Text));
        (Some(at), Line::from(vec![lead, text]))
    })
    .collect()
}

/// What one answered oneself, and whether that was right, where the program can tell.
fn given<'a>(
    it: &Reviewing,
    asking: Asking<'_>,
    chosen: Option<usize>,
    (brush, room): (Brush<'_>, usize),
) -> Vec<Line<'a>> {
    let (text, style) = match (asking, chosen) {
        (Asking::Bank(question), Some(at)) => {
            let Some(offer) = page::offered(question).get(at).copied() else { return Vec::new() };
            if offer.is_right {
                ("Right.".to_owned(), brush.theme.state(State::Proven))
            } else {
                (format!("Not that: {}", offer.text), brush.theme.warning())
            }
        }
        (Asking::Bank(_) | Asking::Interview(..), _) => {
            let (before, behind) = it.parts();
            let own = format!("{before}{behind}");
            if own.trim().is_empty() {
                return Vec::new();
            }
            (format!("You: {own}"), brush.theme.muted())
        }
    };
    let lines = words::wrap(&text, room).into_iter();
    let mut lines: Vec<Line<'a>> = lines.map(|it| Line::styled(it.to_owned(), style)).collect();
    lines.push(Line::default());
    lines
}

/// The grades, each with when the card would come back.
fn grades<'a>(app: &App, it: &Reviewing, brush: Brush<'_>) -> Vec<CardLine<'a>> {
    let intervals = it.card().map(|card| app.intervals(card)).unwrap_or_default();
    let each = Grade::ALL.iter().zip(intervals).enumerate();
    each.map(|(at, (grade, days))| {
        let stays_away = it.role.is_some()
            && it.card().is_none_or(|card| app.progress.reviews_of(card).is_none())
            && matches!(grade, Grade::Good | Grade::Easy);
        let when = if stays_away { "does not come back".to_owned() } else { words::days(days) };
        let line = Line::from(vec![
            Span::styled(format!("  {}  ", at + 1), brush.theme.accent()),
            Span::styled(format!("{:<8}", grade.word()), brush.theme.tone(Tone::Text)),
            Span::styled(when, brush.theme.muted()),
        ]);
        (Some(at), line)
    })
    .collect()
}

/// What has come of all: how many were known, which were not, and what to read.
fn over<'a>(app: &App, it: &Reviewing, brush: Brush<'_>, room: usize) -> Vec<Line<'a>> {
    let weak: Vec<&Card> = it.weak().collect();
    let known = it.grades.len() - weak.len();
    let said = match weak.len() {
        0 => format!("{} answered, and known.", words::count(known, "question", "questions")),
        few => format!("{known} known, {few} not, or hardly: they come back."),
    };
    let wrapped = |text: &str, style| -> Vec<Line<'a>> {
        let lines = words::wrap(text, room).into_iter();
        lines.map(|it| Line::styled(it.to_owned(), style)).collect()
    };
    let mut lines = wrapped(&said, brush.theme.strong());
    let asked: Vec<Asking<'_>> =
        weak.into_iter().filter_map(|it| Asking::of(app.catalog, it)).collect();
    for it in &asked {
        lines.push(Line::default());
        lines.extend(wrapped(it.asks(), brush.theme.tone(Tone::Text)));
    }
    let skills: BTreeSet<SkillId> =
        asked.iter().filter_map(|it| Some(app.catalog.climb(it.climb()?).skill)).collect();
    if !skills.is_empty() {
        lines.push(Line::default());
    }
    for skill in skills.into_iter().map(|it| app.catalog.skill(it)) {
        let read = skill.resources.first().map(|it| format!(": {}", it.title));
        let read = format!("Read on {}{}", skill.name, read.unwrap_or_default());
        lines.extend(wrapped(&read, brush.theme.muted()));
    }
    lines
}
