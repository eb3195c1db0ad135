//! Months and years below what is drawn over time, each where it begins.

use jiff::{ToSpan as _, civil::Date};

use crate::words;

/// The months from one day to another, over so many columns.
pub(super) fn line((from, to): (Date, Date), columns: usize) -> String {
    months((from, 0.0, f64::from(words::days_between(from, to).max(1))), columns)
}

/// The months of some days: the first of them is so many days after `low`, and the last so many
/// after that.
pub(super) fn months((low, from, span): (Date, f64, f64), columns: usize) -> String {
    let mut text = String::new();
    let months = if span > 1500.0 {
        12
    } else if span > 700.0 {
        6
    } else if span > 240.0 {
        3
    } else {
        1
    };
    let first = low.first_of_month();
    let dates = (-36..240).filter_map(|it: i32| first.checked_add(it.months()).ok());
    let is_marked = |it: &Date| (i32::from(it.month()) - 1) % months == 0;
    for date in dates.filter(is_marked) {
        let at = (f64::from(words::days_between(low, date)) - from) / span * number(columns);
        let label = match date.month() {
            1 => date.year().to_string(),
            _ => words::month(date).to_owned(),
        };
        let used = words::width(&text);
        let Some(column) = place(at) else { continue };
        if column >= used + usize::from(used > 0) && column + words::width(&label) <= columns {
            text.push_str(&" ".repeat(column - used));
            text.push_str(&label);
        }
    }
    text
}

/// The months above or below weeks, each where the first week begins in which it is found;
/// so many columns stand before the first week, and so many does each take.
pub(super) fn over_weeks(days: impl Iterator<Item = Date>, left: usize, cell: usize) -> String {
    let mut text = " ".repeat(left);
    let mut before = None;
    let days: Vec<Date> = days.collect();
    for (at, day) in days.iter().enumerate() {
        let is_new = before.replace(day.month()) != Some(day.month());
        let (column, used, name) = (left + at * cell, words::width(&text), words::month(*day));
        let has_room = column + words::width(name) <= left + days.len() * cell;
        if is_new && has_room && (column > used || used == left) {
            text.push_str(&" ".repeat(column.saturating_sub(used)));
            text.push_str(name);
        }
    }
    text
}

#[expect(clippy::cast_precision_loss, reason = "a column is a small number")]
fn number(it: usize) -> f64 {
    it as f64
}

/// The column at a place; none before the first.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what is below zero is left out, and a column is a small number"
)]
fn place(at: f64) -> Option<usize> {
    (0.0..10_000.0).contains(&at).then_some(at as usize)
}
