//! What is paid for a role in a region: what one source says of one year is a range.

use std::cmp::Reverse;

use crate::catalog::{Catalog, Pay, Per, RegionId, RoleId, Stage};

/// What one source says of one year; never empty.
#[derive(Clone, Debug)]
pub struct Wages<'a> {
    /// Its figures, from low to high.
    pub figures: Vec<&'a Pay>,
}

/// What is paid for a role in a region: for a year first, and the latest first.
pub fn wages(catalog: &Catalog, role: RoleId, region: RegionId) -> Vec<Wages<'_>> {
    let here = |it: &&Pay| it.region == region && it.roles.contains(&role);
    let mut wages: Vec<Wages<'_>> = Vec::new();
    for pay in catalog.pay().iter().filter(here) {
        match wages.iter_mut().find(|it| it.is_of(pay)) {
            Some(range) => range.figures.push(pay),
            None => wages.push(Wages { figures: vec![pay] }),
        }
    }
    for range in &mut wages {
        range.figures.sort_by(|a, b| a.amount.total_cmp(&b.amount));
    }
    wages.sort_by_key(|it| {
        let first = it.figures.first();
        (first.map(|it| it.per), Reverse(first.and_then(|it| it.year)))
    });
    wages
}

/// The figure to compare roles by: the middle of the latest official range, for a
/// year if there is such a one; none where only ends are known.
pub fn usual_pay(catalog: &Catalog, role: RoleId, region: RegionId) -> Option<&Pay> {
    let wages = wages(catalog, role, region);
    let middles = || wages.iter().filter_map(Wages::middle);
    let median = middles().find(|it| it.stage == Stage::Median);
    median.or_else(|| middles().next())
}

/// The range of the same source as [`usual_pay`], or else the widest there is for a year.
pub fn usual_wages(catalog: &Catalog, role: RoleId, region: RegionId) -> Option<Wages<'_>> {
    let all = wages(catalog, role, region);
    let usual = usual_pay(catalog, role, region);
    let of_usual = usual.and_then(|pay| all.iter().find(|it| it.is_of(pay)));
    let widest = || {
        let yearly = all.iter().filter(|it| it.figures.iter().all(|pay| pay.per == Per::Year));
        yearly.max_by(|a, b| (a.high() - a.low()).total_cmp(&(b.high() - b.low())))
    };
    of_usual.or_else(widest).cloned()
}

impl<'a> Wages<'a> {
    /// Whether a figure is of the same source, year and people.
    fn is_of(&self, pay: &Pay) -> bool {
        let is_same = |it: &&Pay| {
            (&it.about, &it.source, it.year, it.per) == (&pay.about, &pay.source, pay.year, pay.per)
        };
        self.figures.first().is_some_and(is_same)
    }

    /// The least.
    pub fn low(&self) -> f64 {
        self.figures.first().map_or(0.0, |it| it.amount)
    }

    /// The most.
    pub fn high(&self) -> f64 {
        self.figures.last().map_or(0.0, |it| it.amount)
    }

    /// The figure in the middle: the median, or else the mean.
    pub fn middle(&self) -> Option<&'a Pay> {
        let of = |stage: Stage| self.figures.iter().find(|it| it.stage == stage).copied();
        of(Stage::Median).or_else(|| of(Stage::Average))
    }

    /// Where the middle half begins and ends, as far as the source says so.
    pub fn middle_half(&self) -> (Option<f64>, Option<f64>) {
        let of = |stage| self.figures.iter().find(|it| it.stage == stage).map(|it| it.amount);
        (of(Stage::Percentile25), of(Stage::Percentile75))
    }
}
