//! How long this learner takes, compared with the estimates.
//!
//! A finished climb with time logged tells `y = ln(logged / likely)`. The model
//! behind it is hierarchical and normal in logarithms, as durations are
//! positive, skewed to the right and scaled by factors:
//!
//! > ln pace in an area = θ + δ,  θ ~ N(0, 0.35²),  δ ~ N(0, 0.15²)
//! > y = ln pace − s²/2 + noise,  noise ~ N(0, s²)
//!
//! `s` is the spread of the skill's own estimate (see [`spread`]). So before
//! anything is known, four of five learners are expected to take between 0.61
//! and 1.63 times as long as estimated (the 10th and 90th percentile differ by
//! a factor of 2.7: an assumption, in the range that studies of self-paced
//! learning report). The posterior is exact (conjugate normal, partial pooling;
//! Gelman et al., Bayesian Data Analysis, 5.4): it stays near 1 while data are
//! few, and an area without data of its own follows the others.
//!
//! The likely hours are the catalog's, also where the learner has an estimate of
//! their own (see `effort`).
//!
//! One skill can mislead (known before, clock left running), so no `y` counts
//! for more than a factor of four.

use std::collections::BTreeMap;

use crate::{
    catalog::{AreaId, Hours},
    progress::{Learner, State},
};

/// The spread of ln pace among learners.
const AMONG_LEARNERS: f64 = 0.35;
/// The spread of ln pace among the areas of one learner.
const AMONG_AREAS: f64 = 0.15;
/// The 90th percentile of the standard normal distribution.
pub(super) const Z90: f64 = 1.281_551_565_544_6;

/// Finished skills with time logged, and minutes logged in all, before there is a pace.
const ENOUGH: (usize, u32) = (3, 10 * 60);
/// No skill is believed to say more than this of ln pace.
const FARTHEST: f64 = 1.386_294_361_119_890_6;

/// How long this learner takes where the estimates say 1: over all, and by area.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    /// Over all areas.
    pub overall: Measure,
    /// In areas where something was measured.
    pub areas: BTreeMap<AreaId, Measure>,
    // Of ln θ.
    mean: f64,
    variance: f64,
    observed: BTreeMap<AreaId, Observed>,
}

/// A pace, and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// How long it takes where the estimate is 1: 1.2 means a fifth longer.
    pub factor: f64,
    /// The 10th percentile of that.
    pub low: f64,
    /// The 90th percentile of that.
    pub high: f64,
    /// How many finished skills with time logged it rests on.
    pub skills: usize,
    /// The minutes logged for those.
    pub minutes: u32,
}

/// What the finished skills of an area say of ln pace.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Observed {
    precision: f64,
    // Σ y / s²
    sum: f64,
    skills: usize,
    minutes: u32,
}

/// ln pace in an area, given θ: its share of θ, what it adds, and its own variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Leaning {
    pub(super) share: f64,
    pub(super) mean: f64,
    pub(super) own: f64,
}

/// The spread of the logarithm of a skill's hours: `low` and `high` are taken as
/// its 10th and 90th percentile.
pub(super) fn spread(hours: Hours) -> f64 {
    let Hours { low, likely, high } = hours;
    let (likely, high) = (f64::from(likely), f64::from(high));
    let low = if low == 0 { likely * likely / high } else { f64::from(low) };
    (high / low).ln() / (2.0 * Z90)
}

/// What the logged time says of the learner's pace.
pub fn pace(learner: Learner<'_>) -> Pace {
    let mut observed: BTreeMap<AreaId, Observed> = BTreeMap::new();
    let logged = learner.progress.records().filter(|(_, record)| !record.log.is_empty());
    for id in logged.flat_map(|(id, _)| &learner.catalog.skill(id).climbs) {
        let climb = learner.catalog.climb(*id);
        let minutes = learner.logged(*id);
        let is_proven =
            learner.ticks(*id) == climb.proofs.len() && learner.climb_state(*id) == State::Proven;
        if minutes == 0 || !is_proven || climb.hours.likely == 0 {
            continue;
        }
        let variance = spread(climb.hours).max(0.1).powi(2);
        let ratio = f64::from(minutes) / (f64::from(climb.hours.likely) * 60.0);
        let said = (ratio.ln() + variance / 2.0).clamp(-FARTHEST, FARTHEST);
        let area = observed.entry(learner.catalog.climbed(*id).area).or_default();
        area.precision += 1.0 / variance;
        area.sum += said / variance;
        area.skills += 1;
        area.minutes = area.minutes.saturating_add(minutes);
    }
    Pace::from(observed)
}

impl Pace {
    fn from(observed: BTreeMap<AreaId, Observed>) -> Self {
        let (mut precision, mut sum) = (AMONG_LEARNERS.powi(-2), 0.0);
        for area in observed.values() {
            let variance = AMONG_AREAS.powi(2) + 1.0 / area.precision;
            precision += 1.0 / variance;
            sum += area.sum / area.precision / variance;
        }
        let (mean, variance) = (sum / precision, 1.0 / precision);
        let skills = observed.values().map(|it| it.skills).sum();
        let minutes = observed.values().fold(0, |sum: u32, it| sum.saturating_add(it.minutes));
        let overall = Measure::new(mean, variance, skills, minutes);
        let mut pace = Self { overall, areas: BTreeMap::new(), mean, variance, observed };
        let areas = pace.observed.iter().map(|(area, it)| {
            let (mean, variance) = pace.area(*area);
            (*area, Measure::new(mean, variance, it.skills, it.minutes))
        });
        pace.areas = areas.collect();
        pace
    }

    /// How an area leans on θ.
    pub(super) fn leaning(&self, area: AreaId) -> Leaning {
        let observed = self.observed.get(&area).copied().unwrap_or_default();
        let prior = AMONG_AREAS.powi(-2);
        let precision = prior + observed.precision;
        let share = prior / precision;
        let mean = share * self.mean + observed.sum / precision;
        Leaning { share, mean, own: 1.0 / precision }
    }

    /// The variance of θ.
    pub(super) fn common(&self) -> f64 {
        self.variance
    }

    /// Mean and variance of ln pace in an area.
    fn area(&self, area: AreaId) -> (f64, f64) {
        let Leaning { share, mean, own } = self.leaning(area);
        (mean, share * share * self.variance + own)
    }

    /// How long this learner takes in an area where the estimates say 1.
    pub fn factor(&self, area: AreaId) -> f64 {
        self.leaning(area).mean.exp()
    }

    /// Whether there is enough to speak of a pace, over all.
    pub fn is_measured(&self) -> bool {
        self.overall.is_enough()
    }
}

impl Measure {
    fn new(mean: f64, variance: f64, skills: usize, minutes: u32) -> Self {
        let reach = Z90 * variance.sqrt();
        let (low, high) = ((mean - reach).exp(), (mean + reach).exp());
        Self { factor: mean.exp(), low, high, skills, minutes }
    }

    /// Whether it rests on enough: three finished skills with ten hours logged.
    /// If not, say "not enough data yet" instead of the figure.
    pub fn is_enough(&self) -> bool {
        self.skills >= ENOUGH.0 && self.minutes >= ENOUGH.1
    }

    /// How many finished skills with time logged are still wanting.
    pub fn skills_wanting(&self) -> usize {
        ENOUGH.0.saturating_sub(self.skills)
    }
}
