//! Readiness: the share of a goal that is reached.
//!
//! Every climb that the goal calls for, its own and those of the posts on the
//! way, weighs
//!
//! > weight = importance × hours
//!
//! with 3 for essential, 2 for important and 1 for helpful, and its likely hours;
//! what only a job teaches has no hours and weighs as much as ten. Of that weight,
//! a done climb has reached all and any other the share of its proofs that is
//! ticked. Readiness is what is reached over what there is.
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

use std::collections::BTreeMap;

use super::closure::called;
use crate::{
    catalog::{ClimbId, Importance, Rung, SkillId},
    progress::{Goal, Learner, State},
};

/// What a done climb has reached of its weight.
const WHOLE: u64 = 10_000;

/// The hours that what only a job teaches weighs.
const JOB: u64 = 10;

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
    // Every climb counts once, by what matters most of all that calls for it.
    let mut weights: BTreeMap<ClimbId, u64> = BTreeMap::new();
    for (_, it) in called(learner, goal) {
        let members = it.call.members();
        let Some(id) = counted(learner, members, it.rung) else { continue };
        let factor = u64::from(factor(it.importance));
        if members.len() > 1 && !learner.progress.picks().contains(&id) {
            let wanted = members.iter().filter(|it| learner.progress.skipped(**it).is_none());
            let least = wanted.map(|member| climb_hours(learner, *member, it.rung)).min();
            let weight = least.unwrap_or_default() * factor;
            let (proven, all) = shares(learner, id, it.rung);
            sum.proven += weight * proven;
            sum.claimed += weight * (all - proven);
            sum.total += weight * WHOLE;
            continue;
        }
        for climb in learner.catalog.climbs_to(id, it.rung) {
            let weight = weights.entry(climb).or_default();
            *weight = (*weight).max(weighing(learner, climb) * factor);
        }
    }
    for (climb, weight) in weights {
        let (proven, claimed) = reached_by(learner, climb);
        sum.proven += weight * proven;
        sum.claimed += weight * claimed;
        sum.total += weight * WHOLE;
    }
    sum
}

/// What is reached of a skill up to a rung, by proofs and in all, in parts of [`WHOLE`].
fn shares(learner: Learner<'_>, id: SkillId, rung: Rung) -> (u64, u64) {
    let each = learner.catalog.climbs_to(id, rung).map(|it| {
        let (proven, claimed) = reached_by(learner, it);
        let weight = weighing(learner, it);
        (proven * weight, (proven + claimed) * weight)
    });
    let sum = each.fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    let hours = climb_hours(learner, id, rung).max(1);
    (sum.0 / hours, sum.1 / hours)
}

/// The hours by which a climb weighs.
fn weighing(learner: Learner<'_>, id: ClimbId) -> u64 {
    let hours = u64::from(learner.catalog.climb(id).hours.likely);
    if hours == 0 { JOB } else { hours }
}

fn climb_hours(learner: Learner<'_>, id: SkillId, rung: Rung) -> u64 {
    learner.catalog.climbs_to(id, rung).map(|it| weighing(learner, it)).sum()
}

/// The skill that counts for a requirement; none if all are skipped.
fn counted(learner: Learner<'_>, members: &[SkillId], rung: Rung) -> Option<SkillId> {
    let open = || members.iter().filter(|it| learner.progress.skipped(**it).is_none());
    let picked = open().find(|it| learner.progress.picks().contains(it));
    // Of equals, `max_by_key` takes the last and we want the first.
    let furthest = || open().rev().max_by_key(|it| shares(learner, **it, rung).1);
    picked.or_else(furthest).copied()
}

/// What an importance weighs.
fn factor(importance: Importance) -> u32 {
    match importance {
        Importance::Essential => 3,
        Importance::Important => 2,
        Importance::Helpful => 1,
    }
}

/// What is reached of a climb by proofs, and what is left of it by a claim, in parts of [`WHOLE`].
fn reached_by(learner: Learner<'_>, id: ClimbId) -> (u64, u64) {
    let all = learner.catalog.climb(id).proofs.len().max(1) as u64;
    let proven = (learner.ticks(id) as u64).min(all) * WHOLE / all;
    match learner.climb_state(id) {
        State::Proven => (WHOLE, 0),
        State::Claimed => (proven, WHOLE - proven),
        State::ToDo | State::Learning | State::Skipped => (proven, 0),
    }
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
    let share = (u128::from(part) * 1000).checked_div(u128::from(total));
    share.map_or(1000, |it| u16::try_from(it).unwrap_or(1000))
}
