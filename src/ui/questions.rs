//! What is asked: answers to choose from, and questions whose answers are typed; and
//! what was asked for and is told.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Rect},
    text::{Line, Span},
    widgets::{Clear, Widget as _},
};

use super::{
    brush::{Brush, apart, columns, inset},
    list,
};
use crate::{
    app::{App, Beside, Hit, Prompt, Told},
    words,
};

/// The columns of a question.
pub(super) const WIDEST: usize = 72;

/// An answer one can choose.
pub(super) struct Choosable {
    pub(super) text: String,
    pub(super) aside: String,
}

/// Paints what could stand beside what is compared, in a frame.
pub(super) fn render_beside(
    app: &App,
    beside: &Beside,
    brush: Brush<'_>,
    body: Rect,
    buf: &mut Buffer,
) {
    let height = columns(beside.offers.len() + 2);
    let area = body.centered(Constraint::Max(columns(WIDEST)), Constraint::Max(height));
    Clear.render(area, buf);
    let room = usize::from(area.width).saturating_sub(6);
    let title = words::fitted(&beside.question(app), room, brush.signs.more);
    let title = Span::styled(format!(" {title} "), brush.theme.title_in_front());
    let mut block = brush.frame().title(title);
    let rows = block.inner(area);
    let all = beside.offers.len();
    if all > usize::from(rows.height) {
        let count = format!(" {} of {all} ", beside.cursor + 1);
        let count = Line::styled(count, brush.theme.muted()).right_aligned();
        block = block.title_bottom(count);
    }
    let inner = inset(rows, WIDEST);
    block.render(area, buf);
    list::render_thumb(beside.cursor, all, brush, rows, buf);
    let answer = |(name, _): &(String, _)| Choosable { text: name.clone(), aside: String::new() };
    let answers: Vec<Choosable> = beside.offers.iter().map(answer).collect();
    render_answers(&answers, beside.cursor, brush, inner, buf);
}

/// Paints answers to choose from.
pub(super) fn render_answers(
    answers: &[Choosable],
    cursor: usize,
    brush: Brush<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    // The mark reaches one column further than the words.
    let room = usize::from(area.width).saturating_sub(1);
    let shown = list::window(cursor, answers.len(), usize::from(area.height));
    let visible = answers.iter().enumerate().skip(shown.start).take(shown.len());
    for ((index, answer), row) in visible.zip(area.rows()) {
        brush.zone(row, Hit::Place(index));
        let left = room.saturating_sub(words::width(&answer.aside) + 3);
        let text = words::fitted(&answer.text, left, brush.signs.more);
        let aside = Span::styled(answer.aside.as_str(), brush.theme.muted());
        apart(vec![Span::raw(" "), Span::raw(text)], vec![aside], room).render(row, buf);
        if index == cursor {
            buf.set_style(row, brush.theme.selected());
            let mark = Rect { x: row.x.saturating_sub(1), width: 1, ..row };
            Span::styled(brush.signs.selected, brush.theme.accent()).render(mark, buf);
        }
    }
}

/// The columns of a short choice.
const CHOICE: u16 = 40;

/// Paints a short choice in a frame.
pub(super) fn render_choice(
    title: &str,
    (answers, cursor): (&[Choosable], usize),
    brush: Brush<'_>,
    body: Rect,
    buf: &mut Buffer,
) {
    let area = body.centered(Constraint::Max(CHOICE), Constraint::Max(columns(answers.len() + 2)));
    Clear.render(area, buf);
    let title = Span::styled(format!(" {title} "), brush.theme.title_in_front());
    let block = brush.frame().title(title);
    let inner = block.inner(area);
    block.render(area, buf);
    let inner =
        Rect { x: inner.x + 2.min(inner.width), width: inner.width.saturating_sub(3), ..inner };
    render_answers(answers, cursor, brush, inner, buf);
}

/// Paints a question whose answer is typed, at the bottom of the body.
pub(super) fn render_ask(
    app: &App,
    prompt: &Prompt,
    brush: Brush<'_>,
    body: Rect,
    buf: &mut Buffer,
) {
    let (question, example) = app.question(&prompt.asks);
    let width = columns(WIDEST).min(body.width);
    let room = usize::from(width.saturating_sub(4));
    let mut lines: Vec<Line<'_>> = words::wrap(&question, room)
        .into_iter()
        .map(|it| Line::styled(it.to_owned(), brush.theme.strong()))
        .collect();
    let mut field = vec![Span::styled(format!("{} ", brush.signs.leads_to), brush.theme.accent())];
    let (before, behind) = prompt.parts();
    let seen = room.saturating_sub(words::width(brush.signs.leads_to) + 2);
    field.extend(brush.field((words::tail(before, seen), behind)));
    lines.push(Line::from(field));
    let (text, style) = match &prompt.error {
        Some(error) => (error.clone(), brush.theme.warning()),
        None => (format!("for instance {example}"), brush.theme.muted()),
    };
    lines.extend(words::wrap(&text, room).into_iter().map(|it| Line::styled(it.to_owned(), style)));
    framed("", (&lines, 0), brush, body, buf);
}

/// Paints what was asked for.
pub(super) fn render_told(told: &Told, brush: Brush<'_>, body: Rect, buf: &mut Buffer) {
    let room = WIDEST.min(usize::from(body.width)).saturating_sub(4);
    let lines: Vec<Line<'_>> = told
        .lines
        .iter()
        .flat_map(|it| if it.is_empty() { vec![""] } else { words::wrap(it, room) })
        .map(Line::raw)
        .collect();
    framed(&told.title, (&lines, told.top), brush, body, buf);
}

fn framed(
    title: &str,
    (lines, top): (&[Line<'_>], usize),
    brush: Brush<'_>,
    body: Rect,
    buf: &mut Buffer,
) {
    let area =
        body.centered(Constraint::Max(columns(WIDEST)), Constraint::Max(columns(lines.len() + 2)));
    Clear.render(area, buf);
    let mut block = brush.frame();
    if !title.is_empty() {
        block = block.title(Span::styled(format!(" {title} "), brush.theme.title_in_front()));
    }
    let inner = block.inner(area);
    block.render(area, buf);
    let top = top.min(lines.len().saturating_sub(usize::from(inner.height)));
    for (line, row) in lines.iter().skip(top).zip(inner.rows()) {
        let row = Rect { x: row.x + 1.min(row.width), width: row.width.saturating_sub(2), ..row };
        line.render(row, buf);
    }
}

/// A line of a question, and the reply it belongs to.
pub(super) type CardLine<'a> = (Option<usize>, Line<'a>);

/// Paints as much of a question as there is room for, with the reply that is marked.
pub(super) fn render_card(
    lines: &[CardLine<'_>],
    cursor: usize,
    brush: Brush<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    // At the first reply the question is seen, and not what else could be replied.
    let at = if cursor == 0 {
        0
    } else {
        lines.iter().rposition(|it| it.0 == Some(cursor)).unwrap_or(0)
    };
    let shown = list::window(at, lines.len(), usize::from(area.height));
    let seen = lines.iter().skip(shown.start).take(shown.len());
    for ((reply, line), row) in seen.zip(area.rows()) {
        line.render(row, buf);
        let Some(reply) = reply else { continue };
        brush.zone(row, Hit::Place(*reply));
        if *reply == cursor {
            buf.set_style(row, brush.theme.selected());
            Span::styled(brush.signs.selected, brush.theme.accent())
                .render(Rect { width: 1.min(row.width), ..row }, buf);
        }
    }
}
