//! The order that a plan keeps to: that of the same way for somebody who has done nothing.
//!
//! What is done makes the way shorter, and must not turn over what is left of it: who does
//! what the plan says finds the rest of it where it was. So what is left stands in the
//! stage and in the order in which it stood before anything was done. What is left of a
//! stage whose project is built goes to the next one.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    closure::{Closure, closure},
    stages::{Layout, StageKind},
    turns::in_turn,
};
use crate::{
    catalog::ClimbId,
    progress::{Learner, Progress},
};

/// Where everything stands on the whole way.
#[derive(Debug)]
pub(super) struct Guide {
    places: BTreeMap<ClimbId, usize>,
    stages: BTreeMap<ClimbId, usize>,
    kinds: Vec<StageKind>,
}

/// Somebody who goes the same way and has done nothing: what was answered by what is done
/// is picked.
pub(super) fn untouched(learner: Learner<'_>, closure: &Closure) -> Progress {
    let mut facts = learner.progress.untouched().facts().clone();
    facts.picks.extend(&closure.answers);
    facts.into()
}

/// The same for whoever a learner is, with a goal or without.
pub(super) fn setting_out(learner: Learner<'_>) -> Progress {
    match learner.progress.goal() {
        Some(goal) => untouched(learner, &closure(learner, goal)),
        None => learner.progress.untouched(),
    }
}

impl Guide {
    /// The whole way: how it is laid out, and its climbs in their order.
    pub(super) fn new(layout: &Layout, order: impl Iterator<Item = ClimbId>) -> Self {
        let stages = layout.stages.iter().enumerate();
        let own = stages.flat_map(|(at, it)| it.climbs.iter().map(move |id| (*id, at)));
        Self {
            places: order.enumerate().map(|(at, id)| (id, at)).collect(),
            stages: own.chain(layout.alongside.iter().copied()).collect(),
            kinds: layout.stages.iter().map(|it| it.kind).collect(),
        }
    }

    /// Puts what is left where it stands on the whole way, and what is not on that before
    /// what needs it.
    pub(super) fn lead(&self, layout: &mut Layout, closure: &Closure) {
        let kinds: Vec<StageKind> = layout.stages.iter().map(|it| it.kind).collect();
        let mut stages: BTreeMap<ClimbId, usize> = BTreeMap::new();
        for (at, draft) in layout.stages.iter_mut().enumerate() {
            stages.extend(draft.climbs.drain(..).map(|id| (id, at)));
        }
        let beside: Vec<ClimbId> = layout.alongside.iter().map(|(id, _)| *id).collect();
        stages.extend(layout.alongside.drain(..));
        for (id, stage) in &mut stages {
            *stage = self.stage(*id, &kinds).unwrap_or(*stage);
        }
        // In learning order, from the last to the first: what is needed comes before.
        let ids: Vec<ClimbId> = stages.keys().rev().copied().collect();
        for id in ids {
            let Some(own) = stages.get(&id).copied() else { continue };
            for need in closure.needs(id) {
                if let Some(stage) = stages.get_mut(need) {
                    *stage = own.min(*stage);
                }
            }
        }
        for (id, stage) in stages {
            if beside.contains(&id) {
                layout.alongside.push((id, stage));
            } else if let Some(draft) = layout.stages.get_mut(stage) {
                draft.climbs.push(id);
            }
        }
    }

    /// The place of a stage among those that are left: that of a climb, or of the next
    /// project after it.
    fn stage(&self, id: ClimbId, kinds: &[StageKind]) -> Option<usize> {
        let at = *self.stages.get(&id)?;
        let is_left = |kind: &StageKind| kinds.iter().position(|it| it == kind);
        let mut later = self.kinds.iter().skip(at);
        let own = later.next()?;
        let mut projects = later.take_while(|it| matches!(it, StageKind::Project(_)));
        is_left(own).or_else(|| projects.find_map(is_left))
    }

    /// Some climbs in the order of the whole way, as far as what they need allows.
    pub(super) fn in_order(&self, climbs: &[ClimbId], closure: &Closure) -> Vec<ClimbId> {
        let ranks = self.ranks(climbs, closure);
        in_turn(climbs, closure, |id| ranks.get(&id).copied().unwrap_or(usize::MAX))
    }

    /// The places on the whole way; what is not on it stands with the first that needs it.
    fn ranks(&self, climbs: &[ClimbId], closure: &Closure) -> BTreeMap<ClimbId, usize> {
        let place = |id: &ClimbId| Some((*id, *self.places.get(id)?));
        let mut ranks: BTreeMap<ClimbId, usize> = climbs.iter().filter_map(place).collect();
        // In learning order, from the last to the first.
        let ids: BTreeSet<ClimbId> = climbs.iter().copied().collect();
        for id in ids.into_iter().rev() {
            let Some(own) = ranks.get(&id).copied() else { continue };
            for need in closure.needs(id).iter().filter(|it| !self.places.contains_key(it)) {
                let rank = ranks.entry(*need).or_insert(own);
                *rank = own.min(*rank);
            }
        }
        ranks
    }
}
