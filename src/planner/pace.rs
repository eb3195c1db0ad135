//! How long this learner takes, compared with the estimates.
//!
//! A finished rung with time logged tells `y = ln(logged / likely)`. The model
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
//! What is logged on the day on which one rung is finished and the next begun is of either:
//! such rungs are measured together (see [`Spent`]).
//!
//! One skill can mislead (known before, clock left running), so no `y` counts
//! for more than a factor of four.

use std::collections::BTreeMap;

use crate::{
    catalog::{AreaId, Hours},
    progress::{Learner, Spent, State},
};

/// The spread of ln pace among learners.
const AMONG_LEARNERS: f64 = 0.35;
/// The spread of ln pace among the areas of one learner.
const AMONG_AREAS: f64 = 0.15;
/// The 90th percentile of the standard normal distribution.
pub(super) const Z90: f64 = 1.281_551_565_544_6;

/// Finished skills with time logged, and minutes logged in all, before there is a pace.
const ENOUGH: (usize, u32) = (3, 10 * 60);
/// The minutes by which what is logged differs from what it took: it is rounded, and now and
/// then logged on something else. An hour says less than a week.
const MISLOGGED: f64 = 20.0;
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
    for (id, _) in logged {
        let spent = learner.spent(id);
        // Rungs whose time cannot be told apart are measured together.
        for rungs in spent.chunk_by(|below, _| below.is_shared) {
            if let Some((hours, minutes)) = finished(learner, rungs) {
                let area = observed.entry(learner.catalog.skill(id).area).or_default();
                area.observe(hours, minutes);
            }
        }
    }
    Pace::from(observed)
}

/// The hours of some rungs of a skill and the minutes logged for them, if all are proven,
/// the highest by its own proofs.
fn finished(learner: Learner<'_>, rungs: &[Spent]) -> Option<(Hours, u32)> {
    let top = rungs.last()?.climb;
    let is_shown = learner.ticks(top) == learner.catalog.climb(top).proofs.len();
    let is_proven = |it: &Spent| learner.climb_state(it.climb) == State::Proven;
    let is_over = is_shown && rungs.iter().all(is_proven) && !rungs.last()?.is_shared;
    let minutes = rungs.iter().fold(0, |sum: u32, it| sum.saturating_add(it.minutes));
    let sum = |sum: Hours, it: &Spent| {
        let Hours { low, likely, high } = learner.catalog.climb(it.climb).hours;
        Hours { low: sum.low + low, likely: sum.likely + likely, high: sum.high + high }
    };
    let hours = rungs.iter().fold(Hours::default(), sum);
    (is_over && minutes > 0 && hours.likely > 0).then_some((hours, minutes))
}

fn is_enough(skills: usize, minutes: u32) -> bool {
    skills >= ENOUGH.0 && minutes >= ENOUGH.1
}

impl Observed {
    /// Leaves what it rests on, and nothing it says.
    fn forget(&mut self) {
        (self.precision, self.sum) = (0.0, 0.0);
    }

    /// What finished rungs say of pace.
    fn observe(&mut self, hours: Hours, minutes: u32) {
        let likely = f64::from(hours.likely) * 60.0;
        let variance = spread(hours).max(0.1).powi(2) + (MISLOGGED / likely).powi(2);
        let ratio = f64::from(minutes) / likely;
        let said = (ratio.ln() + variance / 2.0).clamp(-FARTHEST, FARTHEST);
        self.precision += 1.0 / variance;
        self.sum += said / variance;
        self.skills += 1;
        self.minutes = self.minutes.saturating_add(minutes);
    }
}

impl Pace {
    fn from(mut observed: BTreeMap<AreaId, Observed>) -> Self {
        let skills = observed.values().map(|it| it.skills).sum();
        let minutes = observed.values().fold(0, |sum: u32, it| sum.saturating_add(it.minutes));
        if !is_enough(skills, minutes) {
            // Nobody is told a pace by a skill or two, so nothing is planned by it either.
            observed.values_mut().for_each(Observed::forget);
        }
        let (mut precision, mut sum) = (AMONG_LEARNERS.powi(-2), 0.0);
        for area in observed.values() {
            // Nothing is known of an area by a precision of 0.
            let variance = AMONG_AREAS.powi(2) * area.precision + 1.0;
            precision += area.precision / variance;
            sum += area.sum / variance;
        }
        let (mean, variance) = (sum / precision, 1.0 / precision);
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
        is_enough(self.skills, self.minutes)
    }

    /// How many finished skills with time logged are still wanting.
    pub fn skills_wanting(&self) -> usize {
        ENOUGH.0.saturating_sub(self.skills)
    }
}
