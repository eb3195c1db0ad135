//! How sure: the hours left as a range.
//!
//! The hours of a skill are taken as lognormal, with `likely` as their mean and
//! `low` and `high` as far apart as their 10th and 90th percentile. (Lognormal
//! rather than PERT: learning times are skewed and grow by factors, the product
//! with a lognormal pace is lognormal again, and there is no hard end at
//! `high`, which real learners pass.) All that is left is the sum over skills of
//!
//! > pace in the area × hours
//!
//! whose mean and variance are known in closed form; a lognormal of the same
//! mean and variance stands for it (Fenton 1960, Wilkinson), which fits well as
//! the pace, common to all skills, makes most of the variance. So nothing is
//! drawn at random: the same state gives the same answer.

use std::collections::BTreeMap;

use super::pace::{Leaning, Pace, Z90};
use crate::catalog::AreaId;

/// Three figures: with one chance in ten it is less than `low`, and with one in
/// ten more than `high`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spread<T> {
    /// The 10th percentile.
    pub low: T,
    /// The likely figure, between the two.
    pub likely: T,
    /// The 90th percentile.
    pub high: T,
}

impl<T> Spread<T> {
    /// The three figures in another unit.
    pub fn map<U>(self, each: impl Fn(T) -> U) -> Spread<U> {
        Spread { low: each(self.low), likely: each(self.likely), high: each(self.high) }
    }
}

/// The estimates of an area's skills, added up: their means, and their variances.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct AreaLoad {
    mean: f64,
    variance: f64,
}

impl AreaLoad {
    /// Adds a skill: the likely minutes left of it at pace 1, and the spread of their logarithm.
    pub(super) fn add(&mut self, minutes: f64, spread: f64) {
        self.mean += minutes;
        self.variance += minutes * minutes * (spread * spread).exp_m1();
    }
}

/// The minutes that all of it takes this learner.
pub(super) fn forecast(loads: &BTreeMap<AreaId, AreaLoad>, pace: &Pace) -> Spread<f64> {
    let common = pace.common();
    let (mut mean, mut square) = (0.0, 0.0);
    let with_mean = |(area, load): (&AreaId, &AreaLoad)| {
        let it: Leaning = pace.leaning(*area);
        let variance = it.share * it.share * common + it.own;
        (*load, it, load.mean * (it.mean + variance / 2.0).exp())
    };
    let areas: Vec<(AreaLoad, Leaning, f64)> = loads.iter().map(with_mean).collect();
    for (load, it, expected) in &areas {
        let variance = it.share * it.share * common + it.own;
        mean += expected;
        let together = areas
            .iter()
            .map(|(_, that, other)| expected * other * (it.share * that.share * common).exp());
        square += together.sum::<f64>();
        // What an area has in common with itself beyond θ, and its skills' own noise.
        let itself = expected.powi(2) * (it.share * it.share * common).exp();
        square += itself * it.own.exp_m1();
        square += load.variance * (2.0 * it.mean + 2.0 * variance).exp();
    }
    if mean <= 0.0 {
        return Spread::default();
    }
    let variance = (square / (mean * mean)).ln().max(0.0);
    let middle = mean.ln() - variance / 2.0;
    let at = |z: f64| (middle + z * variance.sqrt()).exp();
    Spread { low: at(-Z90), likely: at(0.0), high: at(Z90) }
}
