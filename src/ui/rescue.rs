//! A file that cannot be understood, and its backups to choose from.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::Line,
    widgets::{Clear, Widget as _},
};

use super::{
    brush::{Brush, below, columns, inset},
    questions::{self, Choosable},
};
use crate::{
    app::{Harm, Offer, Rescue},
    words,
};

/// Backups that are seen at least, whatever else there is to say.
const LEAST: usize = 2;

/// Paints what is said of the file, and the backups, over the whole body.
pub(super) fn render(rescue: &Rescue, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    Clear.render(area, buf);
    let inner = inset(area, questions::WIDEST);
    let (room, height) = (usize::from(inner.width), usize::from(inner.height));
    let gap = || (area.height >= 14).then(Line::default);
    let wrapped = |text: &str, style| {
        let lines = words::wrap(text, room).into_iter().map(str::to_owned);
        lines.map(|it| Line::styled(it, style)).collect::<Vec<_>>()
    };
    let mut head = wrapped(&rescue.title(), brush.theme.warning());
    head.extend(wrapped(&rescue.said(), brush.theme.muted()));
    head.extend(gap());
    let mut question = wrapped("Which backup do you want back?", brush.theme.title_in_front());
    question.extend(gap());
    head.truncate(height.saturating_sub(question.len() + LEAST.min(rescue.offers.len())));
    head.extend(question);
    for (line, row) in head.iter().zip(inner.rows()) {
        line.render(row, buf);
    }
    let rest = below(inner, columns(head.len()));
    let answer = |offer: &Offer| {
        let left = room.saturating_sub(words::width(&offer.saved) + 4);
        let aside = words::fitted(&offer.holds, left, brush.signs.more);
        Choosable { text: offer.saved.clone(), aside }
    };
    let mut answers: Vec<Choosable> = rescue.offers.iter().map(answer).collect();
    if rescue.harm == Harm::Gone {
        let text = "None of them: begin anew".to_owned();
        answers.push(Choosable { text, aside: String::new() });
    }
    questions::render_answers(&answers, rescue.cursor, brush, rest, buf);
}
