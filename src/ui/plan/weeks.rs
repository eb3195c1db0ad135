//! The weeks beside the skills, or the months: four columns each, bars to half a column.

use std::ops::Range;

use jiff::{Span as Length, civil::Date};
use ratatui::{style::Style, text::Span};

use super::super::brush::Brush;
use crate::{
    app::Zoom,
    planner::{self, Plan, Step},
    progress::Progress,
    words,
};

/// The columns of a week; a month is as broad, and counts as four of them.
const WEEK: usize = 4;
/// `WEEK` as a signed number, for day arithmetic.
const COLUMNS: i32 = 4;
/// The weeks that are seen before the one in which the chosen skill begins.
const BEFORE: i32 = 3;

/// The weeks or months that are seen.
pub(super) struct Weeks<'a> {
    brush: Brush<'a>,
    from: Date,
    columns: usize,
    // The days that four columns stand for: a week, or as many as show the whole path.
    days: i32,
    // The first and last days of the breaks, counted from the first Monday.
    breaks: Vec<(i32, i32)>,
    // The columns at which another month begins.
    turns: Vec<usize>,
}

impl<'a> Weeks<'a> {
    /// The weeks around the one in which a step begins.
    pub(super) fn new(
        plan: &Plan,
        step: Option<&Step>,
        (progress, zoom): (&Progress, Zoom),
        brush: Brush<'a>,
        columns: usize,
    ) -> Self {
        let first = planner::monday(plan.from);
        let start = step.and_then(|it| it.start).unwrap_or(plan.from);
        let seen = i32::try_from(columns / WEEK).unwrap_or(0);
        let last = i32::try_from(plan.weeks.len()).unwrap_or(i32::MAX);
        let days = match zoom {
            Zoom::Weeks => 7,
            // So many weeks for four columns that all of the path is seen.
            Zoom::Months | Zoom::Stages => {
                7 * last.saturating_add(1).div_euclid(seen.max(1)).saturating_add(1)
            }
        };
        let week = words::days_between(first, start) / days - BEFORE;
        let week = week.min((last * 7 / days).saturating_sub(seen - 1)).max(0);
        let from = after(first, week.saturating_mul(days)).unwrap_or(first);
        let day = |date: &Date| words::days_between(from, *date);
        let breaks = progress.breaks().iter().map(|(from, to)| (day(from), day(to))).collect();
        let mut weeks = Self { brush, from, columns, days, breaks, turns: Vec::new() };
        let mondays: Vec<Date> = weeks.mondays().collect();
        let turns = mondays.windows(2).enumerate().filter_map(|(index, pair)| match pair {
            [one, next] => (one.month() != next.month()).then_some((index + 1) * WEEK),
            _ => None,
        });
        weeks.turns = turns.collect();
        weeks
    }

    fn mondays(&self) -> impl Iterator<Item = Date> {
        let next = |date: &Date| after(*date, self.days);
        std::iter::successors(Some(self.from), next).take(self.columns / WEEK)
    }

    /// The names of the months, each above its first column; where columns are months, the years.
    pub(super) fn months(&self) -> String {
        let mut text = String::new();
        let mut year = None;
        let dates: Vec<Date> = self.mondays().collect();
        if self.days > 7 {
            return years(&dates);
        }
        let turns = self.turns.clone();
        for (index, date) in dates.iter().enumerate() {
            let at = index * WEEK;
            if index > 0 && !turns.contains(&at) {
                continue;
            }
            let next = turns.iter().find(|turn| **turn > at).copied();
            let room = next.unwrap_or(self.columns).saturating_sub(at + 1);
            let short = words::month(*date);
            let long = format!("{short} {}", date.year());
            let is_long = year != Some(date.year()) && words::width(&long) <= room;
            let name = if is_long { &long } else { short };
            if words::width(name) <= room && at >= words::width(&text) {
                text.push_str(&" ".repeat(at - words::width(&text)));
                text.push_str(name);
                text.push(' ');
            }
            if is_long {
                year = Some(date.year());
            }
        }
        text.trim_end().to_owned()
    }

    /// The days of the month on which the weeks begin, or the months where a column
    /// is longer than that.
    pub(super) fn days(&self) -> String {
        let name = |date: Date| match self.days {
            7 => date.day().to_string(),
            _ => words::month(date).to_owned(),
        };
        let days: Vec<String> =
            self.mondays().map(|monday| format!("{:<WEEK$}", name(monday))).collect();
        days.concat()
    }

    /// A bar from one day to another. Where it is out of sight, its date says where.
    pub(super) fn bar(&self, start: Date, finish: Date, style: Style) -> Vec<Span<'a>> {
        let halves = 2 * COLUMNS;
        let from = words::days_between(self.from, start) * halves;
        let to = (words::days_between(self.from, finish) + 1) * halves;
        let from = from.div_euclid(self.days);
        let bar = from..(to + self.days - 1).div_euclid(self.days).max(from + 1);
        let columns = i32::try_from(self.columns).unwrap_or(i32::MAX / 2);
        if bar.end <= 0 {
            self.with_label(&words::date(finish), 0)
        } else if bar.start >= 2 * columns {
            self.with_label(&words::date(start), self.columns)
        } else {
            let columns = (0..columns).map(|column| self.cell(column, &bar, style));
            columns.collect()
        }
    }

    /// A thin line from one day to another, for what holds several bars together.
    pub(super) fn span(&self, start: Date, finish: Date, style: Style) -> Vec<Span<'a>> {
        let signs = self.brush.signs;
        let column =
            |date: Date| (words::days_between(self.from, date) * COLUMNS).div_euclid(self.days);
        let (from, to) = (column(start), column(finish));
        let columns = i32::try_from(self.columns).unwrap_or(i32::MAX / 2);
        let cell = |at: i32| {
            if (from..=to).contains(&at) {
                Span::styled(signs.rule, style)
            } else {
                self.cell(at, &(0..0), style)
            }
        };
        (0..columns).map(cell).collect()
    }

    /// A milestone at its day, with its date.
    pub(super) fn point(&self, date: Date) -> Vec<Span<'a>> {
        let day = words::days_between(self.from, date);
        let column = (day * COLUMNS).div_euclid(self.days);
        let sign = self.brush.signs.milestone;
        let at = usize::try_from(column).unwrap_or(0);
        let label = format!("{sign} {}", words::date(date));
        if at + words::width(&label) <= self.columns {
            return self.with_label(&label, at);
        }
        let label = format!("{} {sign}", words::date(date));
        self.with_label(&label, (at + 1).min(self.columns).saturating_sub(words::width(&label)))
    }

    /// An empty row, and on it a text at a column, or as near to it as it fits.
    fn with_label(&self, label: &str, at: usize) -> Vec<Span<'a>> {
        let width = words::width(label);
        let at = at.min(self.columns.saturating_sub(width));
        let cell = |column: usize| {
            let column = i32::try_from(column).unwrap_or(0);
            self.cell(column, &(0..0), Style::new())
        };
        let label = words::fitted(label, self.columns, self.brush.signs.more);
        let mut spans: Vec<Span<'a>> = (0..at).map(cell).collect();
        spans.push(Span::styled(label, self.brush.theme.muted()));
        spans.extend((at + width..self.columns).map(cell));
        spans
    }

    /// One column, of which a bar given in half columns takes a part.
    fn cell(&self, column: i32, bar: &Range<i32>, style: Style) -> Span<'a> {
        let signs = self.brush.signs;
        let rule = self.brush.theme.rule();
        let days =
            column * self.days / COLUMNS..(column * self.days + self.days + COLUMNS - 1) / COLUMNS;
        let is_off = |day: i32| self.breaks.iter().any(|(from, to)| (*from..=*to).contains(&day));
        let is_turn = usize::try_from(column).is_ok_and(|it| self.turns.contains(&it));
        match (bar.contains(&(2 * column)), bar.contains(&(2 * column + 1))) {
            _ if days.clone().all(is_off) => Span::styled(signs.shade, rule),
            (true, true) => Span::styled(signs.block, style),
            (true, false) => Span::styled(signs.block_left, style),
            (false, true) => Span::styled(signs.block_right, style),
            _ if days.clone().any(is_off) => Span::styled(signs.shade, rule),
            _ if is_turn => Span::styled(signs.divider, rule),
            _ => Span::raw(" "),
        }
    }
}

/// The years, each above its first column; where there is none with room for all of them
/// in full, in short: `'27`.
fn years(dates: &[Date]) -> String {
    let turns: Vec<Date> = dates
        .chunk_by(|one, next| one.year() == next.year())
        .filter_map(|it| it.first().copied())
        .collect();
    let is_narrow = dates
        .chunk_by(|one, next| one.year() == next.year())
        .rev()
        .skip(1)
        .any(|it| it.len() * WEEK < 5);
    let cell = |date: &Date| match turns.contains(date) {
        true if is_narrow => format!("'{:02}", date.year().rem_euclid(100)),
        true => date.year().to_string(),
        false => String::new(),
    };
    let cells: Vec<String> = dates.iter().map(|it| format!("{:<WEEK$}", cell(it))).collect();
    cells.concat().trim_end().to_owned()
}

/// The date so many days after another.
fn after(date: Date, days: i32) -> Option<Date> {
    date.checked_add(Length::new().try_days(days).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil;

    use super::*;

    #[test]
    fn a_year_stands_above_its_first_column() {
        #[track_caller]
        fn check(months: &[(i16, i8)], expected: &str) {
            let dates: Vec<Date> = months.iter().map(|(y, m)| civil::date(*y, *m, 1)).collect();
            assert_eq!(years(&dates), expected);
        }
        check(&[(2026, 7), (2026, 11), (2027, 3), (2027, 7)], "2026    2027");
        check(&[(2026, 7), (2026, 11), (2027, 3)], "2026    2027");
        check(&[(2026, 11), (2027, 5), (2027, 11), (2028, 4)], "'26 '27     '28");
        check(&[], "");
    }
}
