//! The order inside a block.
#![expect(clippy::indexing_slicing, reason = "places are below the number of tasks")]

use super::{Task, part};

/// Blocks up to this size are ordered exactly.
const EXACT: usize = 12;

/// Blocks up to this size are taken apart; in larger ones the author's order
/// stands, which is at most twice the best.
const APART: usize = 200;

/// The order of the tasks of one block.
pub(super) fn sequence(tasks: &[Task]) -> Vec<usize> {
    match tasks.len() {
        0 | 1 => (0..tasks.len()).collect(),
        2..=EXACT => exact(tasks),
        count if count <= APART => apart(tasks),
        count => (0..count).collect(),
    }
}

/// The best of all orders, by dynamic programming over the sets of tasks that
/// can be done by some moment (Held and Karp 1962, Schrage and Baker 1978).
/// Among equals, the author's order.
pub(super) fn exact(tasks: &[Task]) -> Vec<usize> {
    let sets = 1_usize << tasks.len();
    let needs: Vec<usize> =
        tasks.iter().map(|it| it.needs.iter().fold(0, |set, need| set | 1 << need)).collect();
    let mut cost = vec![f64::INFINITY; sets];
    let mut clock = vec![0.0; sets];
    let mut last = vec![0; sets];
    cost[0] = 0.0;
    for set in 0..sets {
        if cost[set].is_infinite() {
            continue;
        }
        for (place, task) in tasks.iter().enumerate() {
            let bit = 1 << place;
            if set & bit != 0 || needs[place] & !set != 0 {
                continue;
            }
            let done = clock[set] + task.time;
            let total = cost[set] + task.weight * done;
            let with = set | bit;
            let is_better = total < cost[with] * (1.0 - 1e-12);
            if is_better || (total <= cost[with] * (1.0 + 1e-12) && place > last[with]) {
                (cost[with], clock[with], last[with]) = (total, done, place);
            }
        }
    }
    let mut order = Vec::with_capacity(tasks.len());
    let mut set = sets - 1;
    while set != 0 {
        order.push(last[set]);
        set &= !(1 << last[set]);
    }
    order.reverse();
    order
}

/// Takes the task that is densest together with all it needs, and those before
/// it, to the front; both parts are ordered anew.
pub(super) fn apart(tasks: &[Task]) -> Vec<usize> {
    let beginnings = (0..tasks.len()).map(|place| beginning(tasks, place));
    let proper = beginnings.filter(|it| it.len() < tasks.len());
    let density = |places: &Vec<usize>| {
        let sum = |of: fn(&Task) -> f64| places.iter().map(|it| of(&tasks[*it])).sum::<f64>();
        sum(|it| it.weight) / sum(|it| it.time)
    };
    // Of equals, `max_by` takes the last and we want the first.
    let densest = proper.map(|it| (density(&it), it)).collect::<Vec<_>>().into_iter().rev();
    let Some((_, first)) = densest.max_by(|(a, _), (b, _)| a.total_cmp(b)) else {
        return (0..tasks.len()).collect();
    };
    let rest: Vec<usize> = (0..tasks.len()).filter(|it| first.binary_search(it).is_err()).collect();
    let ordered = |places: &[usize]| {
        let order = super::sequence(&part(tasks, places));
        order.into_iter().map(|it| places[it]).collect::<Vec<_>>()
    };
    let mut order = ordered(&first);
    order.extend(ordered(&rest));
    order
}

/// A task and all it needs, directly or not, in rising places.
fn beginning(tasks: &[Task], place: usize) -> Vec<usize> {
    let mut found = vec![false; tasks.len()];
    let mut pending = vec![place];
    while let Some(place) = pending.pop() {
        if !std::mem::replace(&mut found[place], true) {
            pending.extend(&tasks[place].needs);
        }
    }
    (0..tasks.len()).filter(|it| found[*it]).collect()
}
