//! How likely each state is by what was answered, and what each question would tell.
//!
//! An answer weighs every state by how likely it is there (Bayes). The weights are kept as
//! whole numbers of sixteen bits, one plane for each bit, so that what the states with a
//! climb weigh together is found by counting bits: the same on every machine, and fast.
#![expect(
    clippy::indexing_slicing,
    reason = "there is a row for each climb, and a bit for each state"
)]

use std::sync::Arc;

use super::states::{Rows, WORDS};

/// The bits of a weight.
const PLANES: usize = 16;
/// How many states of equal weight stand for all when questions are compared, in sixty-fours.
const SAMPLE: usize = 8;

/// How likely an answer is from who knows, and from who does not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Likelihood {
    pub(super) known: f64,
    pub(super) unknown: f64,
}

/// What is believed.
#[derive(Clone, Debug)]
pub(super) struct Belief {
    rows: Arc<Rows>,
    weights: Vec<f64>,
    chances: Vec<f64>,
}

impl Belief {
    /// Before anything is answered.
    pub(super) fn new(rows: Rows) -> Self {
        let mut belief =
            Self { rows: Arc::new(rows), weights: vec![1.0; 64 * WORDS], chances: Vec::new() };
        belief.settle();
        belief
    }

    /// How likely each climb is known.
    pub(super) fn chances(&self) -> &[f64] {
        &self.chances
    }

    /// Takes an answer about a climb into account.
    pub(super) fn answer(&mut self, climb: usize, likelihood: Likelihood) {
        let row = &self.rows[climb];
        for (at, weight) in self.weights.iter_mut().enumerate() {
            *weight *= if has(row, at) { likelihood.known } else { likelihood.unknown };
        }
        self.settle();
    }

    /// Finds the chances, and makes the largest weight 1 again.
    fn settle(&mut self) {
        let largest = self.weights.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        let mut planes = vec![vec![0_u64; WORDS]; PLANES];
        for (at, weight) in self.weights.iter_mut().enumerate() {
            *weight /= largest;
            let whole = whole(*weight);
            for (bit, plane) in planes.iter_mut().enumerate() {
                plane[at / 64] |= u64::from(whole >> bit & 1) << (at % 64);
            }
        }
        let weigh = |row: &[u64]| -> f64 {
            let planes = planes.iter().rev();
            planes.fold(0.0, |sum, plane| 2.0 * sum + f64::from(both(row, plane)))
        };
        let all = weigh(&[u64::MAX; WORDS]);
        self.chances = self.rows.iter().map(|row| weigh(row) / all).collect();
    }

    /// Some states of equal weight that stand for all, by climbs: each is drawn as often as
    /// its weight says, at even distances (Kitagawa 1996).
    fn sample(&self) -> Rows {
        let mut rows = vec![vec![0; SAMPLE]; self.rows.len()];
        let step =
            self.weights.iter().sum::<f64>() / f64::from(u32::try_from(64 * SAMPLE).unwrap_or(1));
        let (mut reached, mut wanted) = (0.0, step / 2.0);
        let mut place = 0;
        for (at, weight) in self.weights.iter().enumerate() {
            reached += weight;
            while wanted < reached && place < 64 * SAMPLE {
                for (to, from) in rows.iter_mut().zip(self.rows.iter()) {
                    to[place / 64] |= u64::from(has(from, at)) << (place % 64);
                }
                place += 1;
                wanted += step;
            }
        }
        rows
    }

    /// What a question about each of these climbs would tell of all climbs, on the average
    /// over its answers: by how much the variance of what is believed falls. That is the
    /// information gained, in its quadratic form (Gini 1912).
    pub(super) fn worths(&self, asked: &[(usize, Likelihood)]) -> Vec<f64> {
        let sample = self.sample();
        let size = f64::from(both(&[u64::MAX; SAMPLE], &[u64::MAX; SAMPLE]));
        let share = |one: &[u64], other: &[u64]| f64::from(both(one, other)) / size;
        let shares: Vec<f64> = sample.iter().map(|it| share(it, it)).collect();
        let worth = |(climb, right): &(usize, Likelihood)| {
            let chance = shares[*climb];
            let is_right = chance * right.known + (1.0 - chance) * right.unknown;
            let tells = (right.known - right.unknown).powi(2) / (is_right * (1.0 - is_right));
            let row = &sample[*climb];
            let bound = sample
                .iter()
                .zip(&shares)
                .map(|(it, other)| (share(row, it) - chance * other).powi(2));
            tells * bound.sum::<f64>()
        };
        asked.iter().map(worth).collect()
    }
}

fn has(row: &[u64], at: usize) -> bool {
    row[at / 64] >> (at % 64) & 1 == 1
}

/// How many states have both.
fn both(one: &[u64], other: &[u64]) -> u32 {
    one.iter().zip(other).map(|(one, other)| (one & other).count_ones()).sum()
}

/// A weight as a whole number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1")]
fn whole(weight: f64) -> u16 {
    (weight * f64::from(u16::MAX)).round() as u16
}
