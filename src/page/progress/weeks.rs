//! The hours of the weeks, against what was meant.

use super::{
    super::{Line, Reader, Tone, calendar, writer::Writer},
    Ground,
};
use crate::{
    journal::{self, Week},
    words,
};

/// The columns of the hours at the left.
const LABEL: usize = 6;
/// The columns of a week.
const WEEK: usize = 2;
/// The lines of the bars.
const HEIGHT: usize = 5;
/// The most weeks: half a year.
const MOST: usize = 26;
/// How full a cell can be.
const EIGHTHS: u64 = 8;

pub(super) fn write(writer: &mut Writer<'_>, ground: &Ground) {
    let Reader { learner, today, .. } = writer.reader;
    let room = writer.columns.saturating_sub(LABEL) / WEEK;
    let first = ground.entries.last().map_or(today, |it| it.day);
    let lived = usize::try_from(words::days_between(first, today) / 7).unwrap_or(0) + 2;
    let weeks = journal::weeks(learner, today, room.min(MOST).min(lived.max(8)));
    let planned = weeks.last().map_or(0, |it| it.planned);
    let aside = match planned {
        0 => String::new(),
        planned => format!("planned {}", words::minutes(planned)),
    };
    writer.heading_with("Hours a week", aside);
    let most = weeks.iter().map(|it| it.done.max(it.planned)).max().unwrap_or(0);
    if weeks.iter().all(|it| it.done == 0) {
        return writer.paragraph("No time is logged in these weeks.", Tone::Muted);
    }
    // A round number of hours at the top.
    let top = most.div_ceil(60).max(1).next_multiple_of(2) * 60;
    for row in (0..HEIGHT).rev() {
        writer.line(bars(writer.reader, &weeks, (row, top)));
    }
    let mondays = weeks.iter().map(|it| it.monday);
    writer.line(Line::of(calendar::over_weeks(mondays, LABEL, WEEK), Tone::Muted));
}

fn bars(reader: Reader<'_>, weeks: &[Week], (row, top): (usize, u32)) -> Line<'static> {
    let label = match row {
        0 => "0 h".to_owned(),
        _ if row + 1 == HEIGHT => format!("{} h", top / 60),
        _ if row == HEIGHT / 2 => format!("{} h", top / 120),
        _ => String::new(),
    };
    let mut line = Line::of(format!("{label:>width$} ", width = LABEL - 1), Tone::Muted);
    for week in weeks {
        let (sign, tone) = cell(reader, *week, (row, top));
        line.push(format!("{sign:<WEEK$}"), tone);
    }
    line
}

/// A cell of a bar: full as far as done, shaded as far as planned.
fn cell(reader: Reader<'_>, week: Week, (row, top): (usize, u32)) -> (&'static str, Tone) {
    let signs = reader.signs;
    let below = row as u64 * EIGHTHS;
    let eighths = |minutes: u32| {
        let all = u64::from(minutes) * HEIGHT as u64 * EIGHTHS;
        all.div_ceil(u64::from(top.max(1))).saturating_sub(below).min(EIGHTHS)
    };
    let level = usize::try_from(eighths(week.done)).ok().and_then(|it| it.checked_sub(1));
    match level.and_then(|it| signs.levels.get(it)) {
        Some(sign) => (sign, Tone::Strong),
        None if eighths(week.planned) > EIGHTHS / 2 => (signs.shade, Tone::Muted),
        None => (" ", Tone::Text),
    }
}
