//! The learner's own wishes for the order.
//!
//! A pinned skill stands right behind another one, or at the beginning. Tied to
//! a neighbour rather than to a number, it keeps its place when skills before
//! it are done or the rest is ordered anew. Prerequisites always win: what is
//! pinned too early comes as soon as they are met, and they move up with it.
#![expect(clippy::indexing_slicing, reason = "places are below the number of tasks")]

use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::order::Task;
use crate::{catalog::SkillId, progress::Learner};

/// The order with what is pinned put in its place. `order` names tasks by
/// place, `skills` says which they are.
pub(super) fn pinned(
    learner: Learner<'_>,
    tasks: &[Task],
    skills: &[SkillId],
    order: Vec<usize>,
) -> Vec<usize> {
    let place_of = |id: &SkillId| skills.binary_search(id).ok();
    // Behind what is done one stands at the beginning; behind what is not planned, nowhere.
    let anchor = |behind: &Option<SkillId>| match behind {
        Some(id) if learner.state(*id).is_done() => Some(None),
        Some(id) => place_of(id).map(Some),
        None => Some(None),
    };
    let pins = learner.progress.pins().iter();
    let mut waiting: BTreeMap<usize, Option<usize>> =
        pins.filter_map(|(id, behind)| Some((place_of(id)?, anchor(behind)?))).collect();
    if waiting.is_empty() {
        return order;
    }
    let mut wished = order;
    wished.retain(|it| !waiting.contains_key(it));
    let set: BTreeSet<usize> = waiting.keys().copied().collect();
    while let Some((task, at)) = waiting.iter().rev().find_map(|(task, behind)| {
        let at = behind.map_or(Some(0), |it| Some(wished.iter().position(|at| *at == it)? + 1))?;
        Some((*task, at))
    }) {
        wished.insert(at, task);
        waiting.remove(&task);
    }
    // Pins that are tied to each other in a ring, as after a merge, stand at the end.
    wished.extend(waiting.keys());
    feasible(tasks, &wished, &set)
}

/// The order nearest to what is wished for that keeps the needs; what a pinned
/// task needs moves up to it.
fn feasible(tasks: &[Task], wished: &[usize], pinned: &BTreeSet<usize>) -> Vec<usize> {
    let mut rank = vec![0; tasks.len()];
    for (at, task) in wished.iter().enumerate() {
        rank[*task] = at;
    }
    // Whether something pinned waits for a task, and where that stands.
    let mut pulled: Vec<Option<usize>> =
        (0..tasks.len()).map(|task| pinned.contains(&task).then(|| rank[task])).collect();
    for task in (0..tasks.len()).rev() {
        if let Some(pull) = pulled[task] {
            for need in &tasks[task].needs {
                pulled[*need] = Some(pulled[*need].map_or(pull, |it| it.min(pull)));
            }
        }
    }
    let key = |task: usize| {
        let pull = pulled[task].unwrap_or(usize::MAX);
        std::cmp::Reverse((rank[task].min(pull), rank[task], task))
    };
    let mut opens = vec![Vec::new(); tasks.len()];
    let mut open: Vec<usize> = tasks.iter().map(|it| it.needs.len()).collect();
    for (place, task) in tasks.iter().enumerate() {
        task.needs.iter().for_each(|need| opens[*need].push(place));
    }
    let free = (0..tasks.len()).filter(|task| open[*task] == 0);
    let mut ready: BinaryHeap<_> = free.map(key).collect();
    let mut order = Vec::with_capacity(tasks.len());
    while let Some(std::cmp::Reverse((_, _, task))) = ready.pop() {
        order.push(task);
        for later in &opens[task] {
            open[*later] -= 1;
            if open[*later] == 0 {
                ready.push(key(*later));
            }
        }
    }
    order
}
