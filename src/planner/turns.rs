//! Climbs in turn: each after what it needs of the others.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, BinaryHeap},
};

use super::closure::Closure;
use crate::catalog::ClimbId;

/// Some climbs, each after what it needs of the others; of those that may come next, the
/// one with the least rank does.
pub(super) fn in_turn<R: Ord>(
    climbs: &[ClimbId],
    closure: &Closure,
    rank: impl Fn(ClimbId) -> R,
) -> Vec<ClimbId> {
    let here: BTreeSet<ClimbId> = climbs.iter().copied().collect();
    let mut waiting: BTreeMap<ClimbId, usize> = BTreeMap::new();
    let mut opens: BTreeMap<ClimbId, Vec<ClimbId>> = BTreeMap::new();
    for id in climbs {
        let needs = closure.needs(*id).iter().filter(|it| here.contains(it));
        waiting.insert(*id, needs.clone().count());
        for need in needs {
            opens.entry(*need).or_default().push(*id);
        }
    }
    let next = |id: ClimbId| Reverse((rank(id), id));
    let free = waiting.iter().filter(|(_, needs)| **needs == 0);
    let mut free: BinaryHeap<_> = free.map(|(id, _)| next(*id)).collect();
    let mut order = Vec::with_capacity(climbs.len());
    while let Some(Reverse((_, id))) = free.pop() {
        order.push(id);
        for opened in opens.get(&id).into_iter().flatten() {
            let Some(needs) = waiting.get_mut(opened) else { continue };
            *needs -= 1;
            if *needs == 0 {
                free.push(next(*opened));
            }
        }
    }
    order
}
