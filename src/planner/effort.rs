//! What is left of a skill: its hours, less what proofs and logged time have taken off.
//!
//! Of `x` hours, the share of the proofs that is ticked counts as worked off,
//! or the hours logged, whichever is more. But as long as a proof is open the
//! skill is not done, however long it took: a quarter of the open share always
//! stays.

use crate::{
    catalog::{Hours, SkillId},
    progress::Learner,
};

/// What stays of the open share of a skill until its last proof is ticked.
const STAYS: f64 = 0.25;

/// The minutes left of a skill, for somebody whose pace is 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Effort {
    pub(super) low: f64,
    pub(super) likely: f64,
    pub(super) high: f64,
}

/// What is left of a skill. `pace` is how long this learner takes where others
/// take 1; the time they logged is worth so much less.
pub(super) fn effort(learner: Learner<'_>, id: SkillId, pace: f64) -> Effort {
    let state = learner.state(id);
    if state.is_done() || learner.is_settled(id) {
        return Effort::default();
    }
    let Hours { low, likely, high } = learner.catalog.skill(id).hours;
    let open = open_share(learner, id);
    let logged = f64::from(learner.progress.logged(id)) / pace;
    let left = |hours: u32| {
        let all = f64::from(hours) * 60.0;
        (all * open * STAYS).max(all - logged.max(all * (1.0 - open)))
    };
    Effort { low: left(low), likely: left(likely), high: left(high) }
}

/// The share of a skill's proofs that is not ticked.
fn open_share(learner: Learner<'_>, id: SkillId) -> f64 {
    let all = learner.catalog.skill(id).proofs.len();
    let ticked = learner.progress.record(id).map_or(0, |record| record.ticks.len()).min(all);
    1.0 - number(ticked) / number(all.max(1))
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
