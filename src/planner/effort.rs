//! What is left of a climb or a project: its hours, less what ticks and logged time
//! have taken off.
//!
//! Of `x` hours, the share of the proofs that is ticked counts as worked off,
//! or the hours logged, whichever is more. But as long as a proof is open the
//! climb is not done, however long it took: a quarter of the open share always
//! stays.
//!
//! An estimate of the learner's own takes the place of the catalog's, with the
//! same spread around it. It says how long the climb takes *them*, their pace in
//! it already; so the plan gives it those hours and does not stretch them once
//! more. For the same reason pace is measured against the catalog alone: beside
//! one's own estimates everybody's pace is near 1, which says nothing of skills
//! that have none. What does not go by pace keeps to the catalog as well: how
//! much a skill weighs in readiness, which of several is the shorter way, and in
//! which stage it stands.

use crate::{
    catalog::{ClimbId, Hours},
    progress::{Item, Learner, Task},
};

/// What stays of the open share of an item until its last proof is ticked.
const STAYS: f64 = 0.25;

/// The minutes left of an item, for somebody whose pace is 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Effort {
    pub(super) low: f64,
    pub(super) likely: f64,
    pub(super) high: f64,
}

/// What is left of an item. `pace` is how long this learner takes where others
/// take 1; the time they logged is worth so much less.
pub(super) fn effort(learner: Learner<'_>, item: Item, pace: f64) -> Effort {
    let Work { hours, scale, open, logged } = work(learner, item, pace);
    let logged = f64::from(logged) / pace;
    let left = |hours: u32| {
        let all = f64::from(hours) * 60.0 * scale;
        (all * open * STAYS).max(all - logged.max(all * (1.0 - open)))
    };
    if open <= 0.0 {
        return Effort::default();
    }
    Effort { low: left(hours.low), likely: left(hours.likely), high: left(hours.high) }
}

/// What an item takes, the share of its proofs that is open, and the minutes logged.
struct Work {
    hours: Hours,
    /// How many times those hours are meant.
    scale: f64,
    open: f64,
    logged: u32,
}

fn work(learner: Learner<'_>, item: Item, pace: f64) -> Work {
    let open = |done: usize, all: usize| 1.0 - number(done.min(all)) / number(all.max(1));
    match item {
        Item::Climb(id) if learner.is_settled(id) => {
            Work { hours: Hours::default(), scale: 1.0, open: 0.0, logged: 0 }
        }
        Item::Climb(id) => {
            let climb = learner.catalog.climb(id);
            let open = open(learner.ticks(id), climb.proofs.len());
            let scale = own_scale(learner, id, pace);
            Work { hours: climb.hours, scale, open, logged: learner.logged(id) }
        }
        Item::Project(id) => {
            let project = learner.catalog.project(id);
            let open = open(learner.built_points(id), project.points.len());
            Work {
                hours: project.hours,
                scale: 1.0,
                open,
                logged: learner.progress.logged(Task::Project(id)),
            }
        }
    }
}

/// How many times the catalog's hours a climb takes by the learner's own estimate,
/// for somebody whose pace is 1.
fn own_scale(learner: Learner<'_>, id: ClimbId, pace: f64) -> f64 {
    let climb = learner.catalog.climb(id);
    match learner.progress.own_hours(climb.skill, climb.rung) {
        Some(minutes) if climb.hours.likely > 0 => {
            f64::from(minutes) / pace / (f64::from(climb.hours.likely) * 60.0)
        }
        Some(_) | None => 1.0,
    }
}

/// A count as a number to reckon with; exact far beyond any catalog.
pub(super) fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

/// Whole minutes.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
pub(super) fn whole(minutes: f64) -> u32 {
    minutes.round().clamp(0.0, f64::from(u32::MAX)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::{Catalog, Rhythm},
        progress::Progress,
    };

    #[test]
    fn an_own_estimate_keeps_the_spread_of_the_catalog() {
        let catalog = Catalog::embedded();
        for (id, climb) in catalog.climbs().filter(|(_, it)| it.rhythm != Rhythm::Job) {
            let mut progress = Progress::default();
            let of = |progress: &Progress, pace| {
                effort(Learner { catalog, progress }, Item::Climb(id), pace)
            };
            let usual = of(&progress, 1.0);
            progress.set_own_hours(climb.skill, climb.rung, Some(climb.hours.likely * 90));
            for pace in [0.5, 1.0, 1.5] {
                let own = of(&progress, pace);
                for (own, usual) in
                    [(own.low, usual.low), (own.likely, usual.likely), (own.high, usual.high)]
                {
                    assert!((own * pace - usual * 1.5).abs() < 1e-6, "{}", catalog.climb_name(id));
                }
            }
        }
    }
}
