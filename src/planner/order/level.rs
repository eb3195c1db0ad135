//! Sidney's blocks.
//!
//! The decomposition is the same as weighted isotonic regression on the graph
//! of needs: give every task a density so that nothing is denser than what it
//! needs, as near as possible to its own w/p; tasks of one density that hold
//! each other form a block (Barlow et al. 1972 give the max-min formula that
//! both share). Its dual is a flow: along each need, a task lends weight to
//! what it needs as long as it is the denser one, and takes it back otherwise.
//! Coordinate ascent on that dual (Hildreth 1957) costs one look at each need
//! per sweep and comes near the solution in a few dozen.
#![expect(clippy::indexing_slicing, reason = "places are below the number of tasks")]

use super::{super::effort::number, Task};

/// Tasks that are best done in one go, and their weight per time.
pub(super) struct Block {
    /// Their places, rising.
    pub(super) tasks: Vec<usize>,
    pub(super) density: f64,
}

/// A need, and the weight lent along it.
struct Need {
    later: usize,
    before: usize,
    lent: f64,
}

/// The blocks of some tasks. Where blocks of one density wait for each other,
/// they are one.
pub(super) fn blocks(tasks: &[Task]) -> Vec<Block> {
    let mut leads: Vec<Vec<usize>> = vec![Vec::new(); tasks.len()];
    for (later, task) in tasks.iter().enumerate() {
        for before in &task.needs {
            leads[*before].push(later);
        }
    }
    for (later, before) in balanced(tasks) {
        leads[later].push(before);
    }
    let block = |mut places: Vec<usize>| {
        places.sort_unstable();
        let sum = |of: fn(&Task) -> f64| places.iter().map(|it| of(&tasks[*it])).sum::<f64>();
        let density = sum(|it| it.weight) / sum(|it| it.time);
        Block { tasks: places, density }
    };
    rings(&leads).into_iter().map(block).collect()
}

/// The needs along which weight is lent in the end.
fn balanced(tasks: &[Task]) -> Vec<(usize, usize)> {
    let mut worth: Vec<f64> = tasks.iter().map(|it| it.weight).collect();
    let needs = tasks.iter().enumerate().rev().flat_map(|(later, task)| {
        task.needs.iter().map(move |before| Need { later, before: *before, lent: 0.0 })
    });
    let mut needs: Vec<Need> = needs.collect();
    let least = worth.iter().sum::<f64>() / number(tasks.len().max(1)) * 1e-9;
    let sweeps = (300_000 / needs.len().max(1)).clamp(40, 2_000);
    for sweep in 0..sweeps {
        let mut most: f64 = 0.0;
        let mut even = |need: &mut Need| {
            let (p, q) = (tasks[need.before].time, tasks[need.later].time);
            let wanted = (worth[need.later] * p - worth[need.before] * q) / (p + q);
            let lend = wanted.max(-need.lent);
            need.lent += lend;
            worth[need.before] += lend;
            worth[need.later] -= lend;
            most = most.max(lend.abs());
        };
        if sweep % 2 == 0 {
            needs.iter_mut().for_each(&mut even);
        } else {
            needs.iter_mut().rev().for_each(&mut even);
        }
        if most <= least {
            break;
        }
    }
    let is_lent = |it: &Need| it.lent > least * 1e3;
    needs.into_iter().filter(is_lent).map(|it| (it.later, it.before)).collect()
}

/// The strongly connected parts of a graph (Kosaraju and Sharir 1981): all that
/// lead to each other, together.
fn rings(leads: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut back = vec![Vec::new(); leads.len()];
    for (from, to) in leads.iter().enumerate() {
        for to in to {
            back[*to].push(from);
        }
    }
    let mut finished = Vec::with_capacity(leads.len());
    let mut seen = vec![false; leads.len()];
    for start in 0..leads.len() {
        finished.extend(walk(leads, &mut seen, start));
    }
    let mut seen = vec![false; leads.len()];
    let parts = finished.into_iter().rev().map(|start| walk(&back, &mut seen, start));
    parts.filter(|part| !part.is_empty()).collect()
}

/// All that can be reached and was not seen yet, each behind all it leads to.
fn walk(leads: &[Vec<usize>], seen: &mut [bool], start: usize) -> Vec<usize> {
    let mut finished = Vec::new();
    let mut path = Vec::new();
    if !std::mem::replace(&mut seen[start], true) {
        path.push((start, 0));
    }
    while let Some((place, next)) = path.last_mut() {
        if let Some(to) = leads[*place].get(*next) {
            *next += 1;
            if !std::mem::replace(&mut seen[*to], true) {
                path.push((*to, 0));
            }
        } else {
            finished.push(*place);
            path.pop();
        }
    }
    finished
}
