//! The learner's own wishes for the order.
//!
//! A pinned climb stands right behind something else, or at the beginning. Tied
//! to a neighbour rather than to a number, it keeps its place when what is before
//! it is done or the rest is ordered anew. Needs always win: what is pinned too
//! early comes as soon as they are met, and they move up with it; a project waits
//! for all that it exercises.
#![expect(clippy::indexing_slicing, reason = "places are below the number of items")]

use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use crate::progress::{Item, Learner};

/// The order with what is pinned put in its place. `needs` names items by their
/// places in `items`, which is an order that keeps them.
pub(super) fn pinned(learner: Learner<'_>, items: &[Item], needs: &[Vec<usize>]) -> Vec<usize> {
    let places: BTreeMap<Item, usize> =
        items.iter().enumerate().map(|(at, it)| (*it, at)).collect();
    let is_done = |item: Item| match item {
        Item::Climb(id) => learner.climb_state(id).is_done(),
        Item::Project(id) => learner.is_built(id),
    };
    // Behind what is done one stands at the beginning; behind what is not planned, nowhere.
    let anchor = |behind: &Option<Item>| match behind {
        Some(item) if is_done(*item) => Some(None),
        Some(item) => places.get(item).copied().map(Some),
        None => Some(None),
    };
    let pins = learner.progress.pins().iter();
    let place_of = |id| places.get(&Item::Climb(id)).copied();
    let mut waiting: BTreeMap<usize, Option<usize>> =
        pins.filter_map(|(id, behind)| Some((place_of(*id)?, anchor(behind)?))).collect();
    let mut wished: Vec<usize> = (0..items.len()).collect();
    if waiting.is_empty() {
        return wished;
    }
    wished.retain(|it| !waiting.contains_key(it));
    let set: BTreeSet<usize> = waiting.keys().copied().collect();
    while let Some((item, at)) = waiting.iter().rev().find_map(|(item, behind)| {
        let at = behind.map_or(Some(0), |it| Some(wished.iter().position(|at| *at == it)? + 1))?;
        Some((*item, at))
    }) {
        wished.insert(at, item);
        waiting.remove(&item);
    }
    // Pins that are tied to each other in a ring, as after a merge, stand at the end.
    wished.extend(waiting.keys());
    feasible(needs, &wished, &set)
}

/// The order nearest to what is wished for that keeps the needs; what a pinned
/// item needs moves up to it.
fn feasible(needs: &[Vec<usize>], wished: &[usize], pinned: &BTreeSet<usize>) -> Vec<usize> {
    let mut rank = vec![0; needs.len()];
    for (at, item) in wished.iter().enumerate() {
        rank[*item] = at;
    }
    // Whether something pinned waits for an item, and where that stands.
    let mut pulled: Vec<Option<usize>> =
        (0..needs.len()).map(|item| pinned.contains(&item).then(|| rank[item])).collect();
    for item in (0..needs.len()).rev() {
        if let Some(pull) = pulled[item] {
            for need in &needs[item] {
                pulled[*need] = Some(pulled[*need].map_or(pull, |it| it.min(pull)));
            }
        }
    }
    let key = |item: usize| {
        let pull = pulled[item].unwrap_or(usize::MAX);
        std::cmp::Reverse((rank[item].min(pull), rank[item], item))
    };
    let mut opens = vec![Vec::new(); needs.len()];
    let mut open: Vec<usize> = needs.iter().map(Vec::len).collect();
    for (place, before) in needs.iter().enumerate() {
        for need in before {
            opens[*need].push(place);
        }
    }
    let free = (0..needs.len()).filter(|item| open[*item] == 0);
    let mut ready: BinaryHeap<_> = free.map(key).collect();
    let mut order = Vec::with_capacity(needs.len());
    while let Some(std::cmp::Reverse((_, _, item))) = ready.pop() {
        order.push(item);
        for later in &opens[item] {
            open[*later] -= 1;
            if open[*later] == 0 {
                ready.push(key(*later));
            }
        }
    }
    order
}
