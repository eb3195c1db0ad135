//! The days of a year, each as dark as it was long.

use std::collections::BTreeMap;

use jiff::{ToSpan as _, civil::Date};

use super::{
    super::{Line, Reader, Tone, calendar, writer::Writer},
    Ground,
};
use crate::{journal, planner, progress::Day, words};

/// The weeks of a year, the one that is under way among them.
const YEAR: usize = 53;
/// The most columns of a week.
const WIDEST: usize = 3;
/// The columns of the days' names.
const NAMES: usize = 5;
/// The minutes from which on a day is a shade darker.
const STEPS: [u32; 4] = [1, 45, 90, 180];

pub(super) fn write(writer: &mut Writer<'_>, _: &Ground) {
    let Reader { learner, today, .. } = writer.reader;
    let days = journal::days(learner);
    let room = writer.columns.saturating_sub(NAMES);
    let cell = (room / YEAR).clamp(1, WIDEST);
    let weeks = (room / cell).clamp(1, YEAR);
    let last = planner::monday(today);
    let back = |at: usize| last.checked_sub(i64::try_from(at).unwrap_or(0).weeks()).ok();
    let mondays: Vec<Date> = (0..weeks).rev().filter_map(back).collect();
    let first = mondays.first().copied().unwrap_or(last);
    let shown: Vec<u32> = days.range(first..).map(|(_, minutes)| *minutes).collect();
    let all: u32 = shown.iter().fold(0, |sum, it| sum.saturating_add(*it));
    let mean = u32::try_from(shown.len()).ok().and_then(|it| all.checked_div(it)).unwrap_or(0);
    let counted = words::count(shown.len(), "day", "days");
    let aside = match mean {
        0 => String::new(),
        mean => format!("{counted}, {} each", words::minutes(mean)),
    };
    writer.heading_with("Study days", aside);
    let sundays = mondays.iter().map(|it| it.checked_add(6.days()).unwrap_or(*it));
    writer.line(Line::of(calendar::over_weeks(sundays, NAMES, cell), Tone::Muted));
    for (at, day) in Day::ALL.iter().enumerate() {
        row(writer, &days, (*day, at), (&mondays, cell));
    }
    legend(writer);
}

fn row(
    writer: &mut Writer<'_>,
    days: &BTreeMap<Date, u32>,
    (day, offset): (Day, usize),
    (mondays, cell): (&[Date], usize),
) {
    let Reader { today, signs, learner, .. } = writer.reader;
    let name =
        if offset.is_multiple_of(2) { words::capitalised(day.word()) } else { String::new() };
    let mut line = Line::of(format!("{name:<NAMES$}"), Tone::Muted);
    for monday in mondays {
        let date = monday.checked_add(i64::try_from(offset).unwrap_or(0).days()).ok();
        let Some(date) = date.filter(|it| *it <= today) else { break };
        let minutes = days.get(&date).copied().unwrap_or(0);
        let is_off =
            learner.progress.breaks().iter().any(|(from, to)| (*from..=*to).contains(&date));
        let (sign, tone) = match level(minutes) {
            None if is_off => (" ", Tone::Muted),
            None => (signs.guide, Tone::Muted),
            Some(at) => (signs.heat.get(at).copied().unwrap_or(" "), Tone::Accent),
        };
        line.push(format!("{sign}{}", " ".repeat(cell - 1)), tone);
    }
    writer.line(line);
}

/// How dark a day is; none if nothing was logged.
fn level(minutes: u32) -> Option<usize> {
    STEPS.iter().rposition(|it| minutes >= *it)
}

fn legend(writer: &mut Writer<'_>) {
    let signs = writer.reader.signs;
    let mut line = Line::of(" ".repeat(NAMES), Tone::Muted);
    let labels = ["less than 45 min", "45 min", "1 h 30", "3 h and more"];
    for (sign, label) in signs.heat.iter().zip(labels) {
        line.push(format!("{sign} "), Tone::Accent);
        line.push(format!("{label}   "), Tone::Muted);
    }
    if line.width() <= writer.columns {
        writer.line(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_day_is_darker() {
        let levels = [0, 1, 44, 45, 89, 90, 179, 180, 600].map(level);
        let expected =
            [None, Some(0), Some(0), Some(1), Some(1), Some(2), Some(2), Some(3), Some(3)];
        assert_eq!(levels, expected);
    }
}
