//! The questions that find what is known, and what was found.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::{Clear, Widget as _},
};

use super::{
    brush::{Brush, apart, below, inset},
    list,
    questions::{CardLine, render_card},
};
use crate::{
    app::{App, FoundRow, Placing, PlacingStage, Reply},
    catalog::Question,
    page,
    placement::{MOST, Tally},
    progress::State,
    words,
};

/// The least lines at which there is space between what stands above each other.
const AIRY: u16 = 16;
/// The least columns in which it is said in a word that a rung is unsure.
const ROOMY: usize = 50;

/// Paints the questions over the body.
pub(super) fn render(app: &App, placing: &Placing, brush: Brush<'_>, body: Rect, buf: &mut Buffer) {
    Clear.render(body, buf);
    let inner = inset(body, page::COLUMN);
    let room = usize::from(inner.width);
    let (title, question) = match &placing.stage {
        PlacingStage::Found(ticked) => (format!("{} ticked", ticked.len()), None),
        PlacingStage::Asked | PlacingStage::Solved => {
            let title = format!("Question {} of {MOST}", placing.placement.asked() + 1);
            (title, placing.question(app.catalog))
        }
    };
    let tally = placing.placement.tally();
    let said = said(tally, words::width(&title) + 2, room);
    let head = apart(
        vec![Span::styled(title, brush.theme.title_in_front())],
        vec![Span::styled(said, brush.theme.muted())],
        room,
    );
    head.render(Rect { height: 1.min(inner.height), ..inner }, buf);
    let row = Rect { height: 1, ..below(inner, 1) };
    Line::from(bar(tally, room, brush)).render(row.intersection(inner), buf);
    let gap = u16::from(body.height >= AIRY);
    match question {
        Some(question) => {
            let lines = card(app, placing, (brush, question), room);
            render_card(&lines, placing.cursor, brush, below(inner, 2 + gap), buf);
        }
        None => render_found(app, placing, brush, below(body, 2 + gap), buf),
    }
}

/// How far it has narrowed, as long as there is room.
fn said(tally: Tally, taken: usize, room: usize) -> String {
    let Tally { known, open, not_yet } = tally;
    let long = format!("ahead of you: {known} known · {open} open · {not_yet} not yet");
    if taken + words::width(&long) <= room {
        long
    } else {
        format!("{known} · {open} · {not_yet}")
    }
}

/// What is known, open and not known as a thin line.
fn bar(tally: Tally, room: usize, brush: Brush<'_>) -> Vec<Span<'static>> {
    let Tally { known, open, not_yet } = tally;
    let all = (known + open + not_yet).max(1);
    let (known, open) = (known * room / all, (known + open) * room / all - known * room / all);
    let part = |sign: &str, count: usize, style| Span::styled(sign.repeat(count), style);
    vec![
        part(brush.signs.bar, known, brush.theme.state(State::Claimed)),
        part(brush.signs.bar_claimed, open, brush.theme.muted()),
        part(brush.signs.bar_rest, room.saturating_sub(known + open), brush.theme.rule()),
    ]
}

fn card<'a>(
    app: &'a App,
    placing: &Placing,
    (brush, question): (Brush<'_>, &'a Question),
    room: usize,
) -> Vec<CardLine<'a>> {
    let Some(reader) = app.reader(room) else { return Vec::new() };
    let owned = |it: page::Line<'_>| (None, Line::from(brush.owned_line(it)));
    let mut lines: Vec<CardLine<'a>> =
        page::asked(reader, question).lines.into_iter().map(owned).collect();
    lines.push((None, Line::default()));
    if placing.stage == PlacingStage::Solved {
        lines.extend(page::solved(reader, question).lines.into_iter().map(owned));
        lines.push((None, Line::default()));
    }
    let offered = page::offered(question);
    for (at, reply) in placing.replies(question).into_iter().enumerate() {
        let text = match reply {
            Reply::Offered(place) => offered.get(place).map_or("", |it| it.text),
            Reply::Solve => "Show the answer, to compare it with mine",
            Reply::Had => "I had it",
            Reply::HadNot => "I had it not",
            Reply::Unknown => "I do not know",
        };
        let style = if reply == Reply::Unknown {
            brush.theme.muted()
        } else {
            brush.theme.tone(page::Tone::Text)
        };
        for (row, text) in words::wrap(text, room.saturating_sub(5)).into_iter().enumerate() {
            let lead = if row == 0 { format!("  {}  ", at + 1) } else { "     ".to_owned() };
            let lead = Span::styled(lead, brush.theme.accent());
            lines.push((Some(at), Line::from(vec![lead, Span::styled(text.to_owned(), style)])));
        }
    }
    lines
}

fn render_found(app: &App, placing: &Placing, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let rows = placing.rows(app.catalog);
    if rows.is_empty() {
        let text = "Nothing was found that you know already, so there is nothing to claim.";
        return list::render_empty(text, brush, area, buf);
    }
    let area = Rect { width: area.width.min(inset(area, page::COLUMN).width + 4), ..area };
    let room = usize::from(area.width).saturating_sub(4);
    let cursor = list::Cursor { position: Some(placing.cursor), has_keys: true };
    list::render(&rows, (cursor, brush), |it| found(app, placing, (brush, *it), room), area, buf);
    list::render_thumb(placing.cursor, rows.len(), brush, area, buf);
}

/// A rung that was found: whether it is ticked, its skill, and how likely it is known.
fn found(
    app: &App,
    placing: &Placing,
    (brush, row): (Brush<'_>, FoundRow),
    room: usize,
) -> Line<'static> {
    let it = match row {
        FoundRow::Area(id) => {
            let name = app.catalog.area(id).name.to_uppercase();
            return Line::styled(
                words::fitted(&name, room, brush.signs.more),
                brush.theme.heading(),
            );
        }
        FoundRow::Rung(it) => it,
    };
    let is_ticked = matches!(&placing.stage, PlacingStage::Found(all) if all.contains(&it.climb));
    let sign = if is_ticked { brush.signs.ticked } else { brush.signs.open };
    let climb = app.catalog.climb(it.climb);
    let sure = match it.is_sure {
        true => String::new(),
        false if room < ROOMY => format!("{} ", brush.signs.unsure),
        false => "unsure  ".to_owned(),
    };
    let aside = format!("  {sure}{}", climb.rung.word());
    let left = room.saturating_sub(words::width(&aside) + words::width(sign) + 1);
    let name = words::fitted(&app.catalog.skill(climb.skill).name, left, brush.signs.more);
    let style = brush.theme.state(if is_ticked { State::Claimed } else { State::ToDo });
    apart(
        vec![Span::styled(format!("{sign} "), style), Span::raw(name)],
        vec![Span::styled(aside, brush.theme.muted())],
        room,
    )
}
