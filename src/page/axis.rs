//! Amounts on a line: ticks at round amounts, each with its label centred below
//! or above it, and ranges that are drawn where they belong and nowhere else.

use super::{Line, Tone};
use crate::{
    planner::Wages,
    words::{self, Signs},
};

/// The columns between two labels at least.
const BETWEEN: f64 = 2.0;
/// Steps tried, from fine to coarse, until all labels find room.
const TRIES: i32 = 12;

/// A line of some columns, from a round amount to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis<'a> {
    currency: &'a str,
    low: f64,
    step: f64,
    // How many steps it has.
    count: u32,
    left: usize,
    columns: usize,
}

impl<'a> Axis<'a> {
    /// The finest axis over some amounts whose labels fit beside each other, with
    /// room for the first and the last label at its ends.
    pub(super) fn over(
        amounts: impl Iterator<Item = f64> + Clone,
        currency: &'a str,
        (left, columns): (usize, usize),
    ) -> Self {
        let least = amounts.clone().fold(f64::INFINITY, f64::min).max(0.0);
        let most = amounts.fold(0.0, f64::max);
        let least = if least.is_finite() { least } else { 0.0 };
        let span = if most > least { most - least } else { most.max(1.0) };
        let finest = (span / 20.0).log10().floor();
        let steps = (0..TRIES).map(|number| {
            let part = [1.0, 2.0, 5.0].get(usize::try_from(number % 3).unwrap_or(0));
            part.copied().unwrap_or(1.0) * 10_f64.powf(finest + f64::from(number / 3))
        });
        let mut axes = steps.map(|step| {
            let low = (least / step).floor() * step;
            let count = whole(((most - low) / step).ceil().max(1.0));
            let axis = Self { currency, low, step, count, left, columns };
            let widest = axis.widest();
            let columns = columns.saturating_sub(widest / 2 + widest.saturating_sub(1) / 2).max(2);
            Self { left: left + widest / 2, columns, ..axis }
        });
        let coarsest = axes.clone().next_back();
        let fitting = axes.find(Self::fits).or(coarsest);
        fitting.unwrap_or(Self { currency, low: 0.0, step: span, count: 1, left, columns: 2 })
    }

    /// Whether all labels stand apart.
    fn fits(&self) -> bool {
        let apart = number(self.columns - 1) / f64::from(self.count);
        // Half a column may be lost to rounding at each end.
        apart >= number(self.widest()) + BETWEEN || self.count == 1
    }

    fn widest(&self) -> usize {
        let widths = self.ticks().map(|it| words::width(&self.label(it)));
        widths.max().unwrap_or(0)
    }

    fn label(&self, amount: f64) -> String {
        words::money_short(amount, self.currency)
    }

    /// The round amounts, from left to right.
    fn ticks(&self) -> impl Iterator<Item = f64> + use<> {
        let (low, step) = (self.low, self.step);
        (0..=self.count).map(move |it| low + f64::from(it) * step)
    }

    /// The column of an amount, counted from the edge of the page.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    pub(super) fn column(&self, amount: f64) -> usize {
        let share = (amount - self.low) / (self.step * f64::from(self.count));
        self.left + (share.clamp(0.0, 1.0) * number(self.columns - 1)).round() as usize
    }

    /// The round amounts, each centred on its tick; one that would touch another is left out.
    pub(super) fn labels<'b>(&self) -> Line<'b> {
        let mut text = String::new();
        for amount in self.ticks() {
            let label = self.label(amount);
            let start = self.column(amount).saturating_sub(words::width(&label) / 2);
            let used = words::width(&text);
            if text.is_empty() || start > used {
                text.push_str(&" ".repeat(start.saturating_sub(used)));
                text.push_str(&label);
            }
        }
        Line::of(text, Tone::Muted)
    }

    /// The line itself, with its ticks.
    pub(super) fn scale<'b>(&self, signs: &Signs) -> Line<'b> {
        let ticks: Vec<usize> = self.ticks().map(|it| self.column(it)).collect();
        let sign = |column: usize| match column {
            _ if column < self.left => " ",
            _ if ticks.contains(&column) => signs.tick,
            _ => signs.span,
        };
        let line: String = (0..self.left + self.columns).map(sign).collect();
        Line::of(line, Tone::Muted)
    }

    /// A range: a thin line over all of it, a heavy one over its middle half, a point
    /// for its middle; where nothing is, the ticks go on.
    pub(super) fn range<'b>(&self, wages: &Wages<'_>, signs: &Signs) -> Line<'b> {
        let [low, high] = [wages.low(), wages.high()].map(|it| self.column(it));
        let middle = wages.middle().map(|it| self.column(it.amount));
        let (from, to) = wages.middle_half();
        let box_end = |end: Option<f64>| end.map(|it| self.column(it)).or(middle);
        let half = box_end(from).zip(box_end(to));
        let ticks: Vec<usize> = self.ticks().map(|it| self.column(it)).collect();
        let cell = |column: usize| match column {
            _ if Some(column) == middle || (column == low && low == high) => {
                (signs.point, Tone::Accent)
            }
            _ if column == low => (signs.span_start, Tone::Accent),
            _ if column == high => (signs.span_end, Tone::Accent),
            _ if half.is_some_and(|(from, to)| (from..=to).contains(&column)) => {
                (signs.bar, Tone::Accent)
            }
            _ if (low..=high).contains(&column) => (signs.span, Tone::Accent),
            _ if ticks.contains(&column) => (signs.guide, Tone::Muted),
            _ => (" ", Tone::Text),
        };
        let mut line = Line::default();
        for (sign, tone) in (0..self.left + self.columns).map(cell) {
            match line.spans.last_mut() {
                Some(last) if last.tone == tone => last.text.to_mut().push_str(sign),
                _ => line.push(sign.to_owned(), tone),
            }
        }
        line
    }
}

/// A count as a number to reckon with.
fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn whole(count: f64) -> u32 {
    count.clamp(1.0, 1000.0) as u32
}

#[cfg(test)]
mod tests;
