//! A field of dots in which lines are drawn, four dots high and two wide in each cell.

use super::super::{Line, Tone};
use crate::words::{self, Signs};

/// What a line stands for; a later one lies over those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pen {
    /// What may be.
    Band,
    /// What was planned.
    Kept,
    /// What is likely.
    Likely,
    /// What was reached by claims.
    Claimed,
    /// What was proven.
    Proven,
}

impl Pen {
    fn tone(self) -> Tone {
        match self {
            Self::Band | Self::Kept => Tone::Muted,
            Self::Likely => Tone::Accent,
            Self::Claimed => Tone::State(crate::progress::State::Claimed),
            Self::Proven => Tone::State(crate::progress::State::Proven),
        }
    }

    /// A sign of it, for a legend.
    pub(super) fn sample(self, signs: &Signs) -> (String, Tone) {
        let dots = match self {
            Self::Band => "⠡⠊",
            Self::Kept => "⠄⠠",
            Self::Likely | Self::Claimed | Self::Proven => "⠤⠤",
        };
        let plain = || self.plain().to_string().repeat(2);
        (if signs.is_plain { plain() } else { dots.to_owned() }, self.tone())
    }

    /// Its sign where there are no dots.
    fn plain(self) -> char {
        match self {
            Self::Band => '.',
            Self::Kept => '-',
            Self::Likely => '+',
            Self::Claimed => 'o',
            Self::Proven => '*',
        }
    }
}

/// A field of dots.
pub(super) struct Plot {
    columns: usize,
    cells: Vec<(u32, Option<Pen>)>,
}

impl Plot {
    pub(super) fn new(columns: usize, lines: usize) -> Self {
        Self { columns, cells: vec![(0, None); columns * lines] }
    }

    /// How many dots it is broad and high.
    pub(super) fn dots(&self) -> (usize, usize) {
        (2 * self.columns, 4 * (self.cells.len() / self.columns.max(1)))
    }

    /// Draws a line: how high it is, from 0 to 1, at each column of dots; every so many
    /// of them alone.
    pub(super) fn draw(&mut self, pen: Pen, every: usize, height: impl Fn(usize) -> Option<f64>) {
        let (width, tall) = self.dots();
        let mut before: Option<usize> = None;
        for x in (0..width).step_by(every.max(1)) {
            let Some(height) = height(x) else {
                before = None;
                continue;
            };
            let y = row(height, tall);
            // A line that rises steeply has no holes.
            let from = before.filter(|_| every == 1).unwrap_or(y);
            for y in from.min(y)..=from.max(y) {
                self.dot(pen, (x, y));
            }
            before = Some(y);
        }
    }

    /// Shades what lies between two heights, thinly.
    pub(super) fn shade(&mut self, pen: Pen, between: impl Fn(usize) -> Option<(f64, f64)>) {
        let (width, tall) = self.dots();
        for x in 0..width {
            let Some((low, high)) = between(x) else { continue };
            for y in row(high, tall)..=row(low, tall) {
                if (x + 2 * y).is_multiple_of(4) {
                    self.dot(pen, (x, y));
                }
            }
        }
    }

    fn dot(&mut self, pen: Pen, (x, y): (usize, usize)) {
        let dot = words::dot(x, y);
        if let Some((dots, front)) = self.cells.get_mut(y / 4 * self.columns + x / 2) {
            *dots |= dot;
            *front = (*front).max(Some(pen));
        }
    }

    /// One of its lines, behind a label.
    pub(super) fn line(&self, at: usize, label: String, signs: &Signs) -> Line<'static> {
        let mut line = Line::of(label, Tone::Muted);
        let cells = self.cells.iter().skip(at * self.columns).take(self.columns);
        for (dots, pen) in cells {
            let (sign, tone) = match pen {
                None => (' ', Tone::Text),
                Some(pen) if signs.is_plain => (pen.plain(), pen.tone()),
                Some(pen) => (words::dotted(*dots), pen.tone()),
            };
            line.push(sign.to_string(), tone);
        }
        line
    }
}

/// The row of dots at a height, from 0 at the bottom to 1 at the top.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "dots are small numbers"
)]
fn row(height: f64, tall: usize) -> usize {
    ((1.0 - height.clamp(0.0, 1.0)) * tall.saturating_sub(1) as f64).round() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rising_line_goes_from_the_bottom_to_the_top() {
        let mut plot = Plot::new(4, 2);
        let (width, _) = plot.dots();
        let share = |x: usize| f64::from(u32::try_from(x).unwrap()) / 7.0;
        plot.draw(Pen::Proven, 1, |x| Some(share(x)));
        assert_eq!(width, 8);
        let drawn = |at| -> Vec<bool> {
            let line = plot.line(at, String::new(), &Signs::UNICODE);
            line.spans.iter().skip(1).map(|it| it.text != " ").collect()
        };
        assert_eq!(drawn(0), [false, false, true, true]);
        assert_eq!(drawn(1), [true, true, true, false], "a steep line has no holes");
    }

    #[test]
    fn what_was_reached_lies_over_what_may_be() {
        let mut plot = Plot::new(2, 1);
        plot.draw(Pen::Proven, 1, |_| Some(0.0));
        plot.shade(Pen::Band, |_| Some((0.0, 1.0)));
        let line = plot.line(0, String::new(), &Signs::ASCII);
        assert!(line.spans.iter().skip(1).all(|it| it.text == "*"), "{line:?}");
    }
}
