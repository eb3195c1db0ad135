//! This week as bars: what was done of what is planned, day by day.

use jiff::civil::Date;

use super::{
    super::{Line, Reader, Tone, writer::Writer},
    is_short,
};
use crate::{
    keys::Action,
    planner,
    progress::{Day, Learner},
    reviews, words,
};

/// The columns of a day.
const DAY: usize = 6;
/// The columns of a day where everything is said in one line.
const SHORT_DAY: usize = 10;
/// The columns of a bar.
const BAR: usize = 2;
/// The lines of the bars.
const HEIGHT: usize = 3;
/// How full a cell can be.
const EIGHTHS: usize = 8;

/// A day of the week, in minutes.
struct Daily {
    date: Date,
    done: u32,
    planned: u32,
}

/// The minutes of this week, done and planned, day by day.
pub(super) fn write(writer: &mut Writer<'_>) {
    let Reader { learner: Learner { progress, .. }, today, .. } = writer.reader;
    let monday = planner::monday(today);
    let dates = std::iter::successors(Some(monday), |date| date.tomorrow().ok()).take(7);
    let first = progress.first_day(today);
    let days: Vec<Daily> = dates
        .map(|date| Daily {
            date,
            done: progress.logged_on(date),
            // Nothing was planned before the first day.
            planned: if date < first { 0 } else { planner::minutes_on(progress, date) },
        })
        .collect();
    let sum = |of: fn(&Daily) -> u32| words::minutes(days.iter().map(of).sum());
    let aside = format!("{} of {}", sum(|it| it.done), sum(|it| it.planned));
    writer.heading_with("This week", aside);
    bars(writer, &days);
    to_review(writer);
}

/// How much there is to review today, if anything.
fn to_review(writer: &mut Writer<'_>) {
    let Reader { learner, today, keymap, .. } = writer.reader;
    let offer = reviews::today(learner, today);
    if let Some(said) = words::to_review(offer.cards.len(), offer.minutes) {
        let key = keymap.named(Action::Review);
        writer.hanging("", Tone::Text, format!("{said}  ({key})"), Tone::Accent);
    }
}

fn bars(writer: &mut Writer<'_>, days: &[Daily]) {
    if is_short(writer.reader) && writer.columns >= 7 * SHORT_DAY {
        return in_a_line(writer, days);
    }
    if days.iter().all(|it| it.done == 0 && it.planned == 0) {
        return writer.paragraph("No study is planned this week.", Tone::Muted);
    }
    if writer.columns < 7 * DAY { listed(writer, days) } else { drawn(writer, days) }
}

/// All days in one line, each with a small bar.
fn in_a_line(writer: &mut Writer<'_>, days: &[Daily]) {
    let Reader { signs, today, .. } = writer.reader;
    let most = days.iter().map(|it| it.done.max(it.planned)).max().unwrap_or(0).max(1);
    let mut line = Line::default();
    for it in days {
        let tone = if it.date == today { Tone::Strong } else { Tone::Muted };
        line.push(format!("{} ", name(it.date)), tone);
        let eighths = (u64::from(it.done) * EIGHTHS as u64).div_ceil(u64::from(most));
        let level = usize::try_from(eighths).ok().and_then(|it| it.checked_sub(1));
        let sign = level.and_then(|it| signs.levels.get(it)).copied().unwrap_or(" ");
        line.push(sign, Tone::Strong);
        let tone = if it.done > 0 { Tone::Text } else { Tone::Muted };
        let time = time(it).replace(['(', ')'], "");
        line.push(format!("{time:<width$}", width = SHORT_DAY - 5), tone);
    }
    writer.line(line);
}

/// The days on which something is planned or done, one below the other.
fn listed(writer: &mut Writer<'_>, days: &[Daily]) {
    let today = writer.reader.today;
    for it in days.iter().filter(|it| it.done > 0 || it.planned > 0) {
        let tone = if it.date == today { Tone::Strong } else { Tone::Text };
        let text = format!("{} of {}", words::minutes(it.done), words::minutes(it.planned));
        writer.hanging(format!("{}  ", name(it.date)), tone, text, Tone::Text);
    }
}

fn name(date: Date) -> String {
    words::capitalised(Day::of(date).word())
}

fn drawn(writer: &mut Writer<'_>, days: &[Daily]) {
    let most = days.iter().map(|it| it.done.max(it.planned)).max().unwrap_or(0).max(1);
    for row in (0..HEIGHT).rev() {
        let mut line = Line::default();
        for it in days {
            let (text, tone) = cell(writer.reader, it, (row, most));
            line.push(format!("{text:^DAY$}"), tone);
        }
        writer.line(line);
    }
    let today = writer.reader.today;
    let mut names = Line::default();
    let mut times = Line::default();
    for it in days {
        let tone = if it.date == today { Tone::Strong } else { Tone::Muted };
        names.push(format!("{:^DAY$}", name(it.date)), tone);
        times.push(format!("{:^DAY$}", time(it)), tone);
    }
    writer.line(names);
    writer.line(times);
}

/// A cell of a bar: full as far as done, shaded as far as planned.
fn cell(reader: Reader<'_>, it: &Daily, (row, most): (usize, u32)) -> (String, Tone) {
    let signs = reader.signs;
    let eighths = |minutes: u32| {
        let all = u64::from(minutes) * (HEIGHT * EIGHTHS) as u64;
        usize::try_from(all.div_ceil(u64::from(most))).unwrap_or(0).saturating_sub(row * EIGHTHS)
    };
    let level = |eighths: usize| {
        eighths.min(EIGHTHS).checked_sub(1).and_then(|it| signs.levels.get(it)).copied()
    };
    if let Some(sign) = level(eighths(it.done)) {
        return (sign.repeat(BAR), Tone::Strong);
    }
    let is_planned = eighths(it.planned) > 0 && it.date >= reader.today;
    if is_planned { (signs.shade.repeat(BAR), Tone::Muted) } else { (String::new(), Tone::Text) }
}

/// What was done on a day, or else what is planned: `1:30`, `–`.
fn time(it: &Daily) -> String {
    let clock = |minutes: u32| format!("{}:{:02}", minutes / 60, minutes % 60);
    match (it.done, it.planned) {
        (0, 0) => "–".to_owned(),
        (0, planned) => format!("({})", clock(planned)),
        (done, _) => clock(done),
    }
}
