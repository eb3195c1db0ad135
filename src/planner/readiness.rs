//! Readiness: the share of a goal that is reached.
//!
//! Each requirement within the goal's scope weighs
//!
//! > weight = importance × hours
//!
//! with 3 for essential, 2 for important and 1 for helpful, and the likely
//! hours of the skill it calls for. Of that weight, a done skill has reached
//! all and any other the share of its proofs that is ticked. Readiness is what
//! is reached over what there is.
//!
//! A *choice* counts one member: the one the learner picked, or else the one
//! furthest along. It weighs the hours of the pick, or else of its shortest
//! member, so that going on with any member never lowers readiness.
//!
//! *Skipped* skills leave the sum on both sides, and so does a choice of which
//! every member is skipped. Where nothing is left, all is reached. So from any
//! state 100 % can be reached by doing what is still open.
//!
//! Everything is counted in whole numbers; 100 % means that nothing is missing.

use super::{
    closure::closure,
    effort::{Effort, effort, whole},
};
use crate::{
    catalog::{Hours, Importance, Requirement, SkillId},
    progress::{Goal, Learner, State},
};

/// What a done skill has reached of its weight.
const WHOLE: u64 = 10_000;

/// How much of a goal is reached, in parts of `total`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Readiness {
    /// Reached by proofs ticked.
    pub proven: u64,
    /// Reached by claims alone.
    pub claimed: u64,
    /// All there is to reach.
    pub total: u64,
}

/// How much of a goal is reached.
pub fn readiness(learner: Learner<'_>, goal: Goal) -> Readiness {
    let mut sum = Readiness::default();
    for requirement in &learner.catalog.role(goal.role).requirements {
        if goal.depth.includes(requirement.importance) {
            let Readiness { proven, claimed, total } = share(learner, requirement);
            sum.proven += proven;
            sum.claimed += claimed;
            sum.total += total;
        }
    }
    sum
}

/// The skill that counts for a requirement; none if all are skipped.
pub fn counted(learner: Learner<'_>, members: &[SkillId]) -> Option<SkillId> {
    let open = || {
        let is_wanted = |it: &&SkillId| learner.state(**it) != State::Skipped;
        members.iter().filter(is_wanted)
    };
    let picked = open().find(|it| learner.progress.picks().contains(it));
    // Of equals, `max_by_key` takes the last and we want the first.
    let furthest = || open().rev().max_by_key(|it| reached(learner, **it));
    picked.or_else(furthest).copied()
}

fn share(learner: Learner<'_>, requirement: &Requirement) -> Readiness {
    let members = requirement.call.members();
    let Some(id) = counted(learner, members) else { return Readiness::default() };
    let hours = |id: SkillId| u64::from(learner.catalog.skill(id).hours.likely);
    let is_wanted = |it: &&SkillId| learner.state(**it) != State::Skipped;
    let shortest = members.iter().filter(is_wanted).map(|it| hours(*it)).min();
    let weighing =
        if learner.progress.picks().contains(&id) { hours(id) } else { shortest.unwrap_or(0) };
    let weight = weighing * u64::from(factor(requirement.importance));
    let (proven, claimed) = reached_by(learner, id);
    Readiness { proven: weight * proven, claimed: weight * claimed, total: weight * WHOLE }
}

/// What an importance weighs.
pub(super) fn factor(importance: Importance) -> u32 {
    match importance {
        Importance::Essential => 3,
        Importance::Important => 2,
        Importance::Helpful => 1,
    }
}

fn reached(learner: Learner<'_>, id: SkillId) -> u64 {
    let (proven, claimed) = reached_by(learner, id);
    proven + claimed
}

/// What is reached of a skill by proofs, and what is left of it by a claim, in parts of [`WHOLE`].
fn reached_by(learner: Learner<'_>, id: SkillId) -> (u64, u64) {
    let all = learner.catalog.skill(id).proofs.len().max(1) as u64;
    let ticked = learner.progress.record(id).map_or(0, |record| record.ticks.len() as u64);
    let proven = ticked.min(all) * WHOLE / all;
    match learner.state(id) {
        State::Claimed => (proven, WHOLE - proven),
        _ => (proven, 0),
    }
}

/// The hours left of what a goal calls for and of all that needs, by the
/// catalog's estimates; in choices, of what is cheapest. Rounded up.
pub fn open_hours(learner: Learner<'_>, goal: Goal) -> Hours {
    let skills = closure(learner, goal).skills;
    let efforts = skills.iter().map(|id| effort(learner, *id, 1.0));
    let sum = efforts.fold(Effort::default(), |sum, it| Effort {
        low: sum.low + it.low,
        likely: sum.likely + it.likely,
        high: sum.high + it.high,
    });
    let hours = |minutes: f64| whole(minutes).div_ceil(60);
    Hours { low: hours(sum.low), likely: hours(sum.likely), high: hours(sum.high) }
}

impl Readiness {
    /// The share reached, in tenths of a per cent, rounded down: 1000 means that nothing is missing.
    pub fn permille(self) -> u16 {
        per_mille(self.proven + self.claimed, self.total)
    }

    /// The share reached by proofs, in tenths of a per cent, rounded down.
    pub fn proven_permille(self) -> u16 {
        per_mille(self.proven, self.total)
    }
}

fn per_mille(part: u64, total: u64) -> u16 {
    (part * 1000).checked_div(total).map_or(1000, |it| u16::try_from(it).unwrap_or(1000))
}
