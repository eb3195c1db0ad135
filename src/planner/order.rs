//! In which order: readiness grows as early as possible.
//!
//! Each skill takes time `p` and, once done, adds weight `w` to readiness. Of
//! all orders that keep the prerequisites, the best has the least Σ w·C, where
//! C is the time at which a skill is done: 1 | prec | Σ w C, NP-hard in
//! general (Lawler 1978). The way here:
//!
//! 1. *Blocks* ([`level`]): Sidney's decomposition (Sidney 1975). Some best
//!    order does whole blocks one after the other, from the greatest weight per
//!    time down; and any order inside the blocks is at most twice the best.
//! 2. *Inside a block* ([`inner`]): up to 12 skills exactly, more by taking out
//!    the densest beginning and decomposing the rest anew.
//! 3. *Near-ties*: blocks whose densities lie in the same step of 3 % are
//!    equals; of those the next is one of the area that was studied last, or
//!    else the first as the author put them.
//!
//! Tasks are named by their places, which are in the author's learning order:
//! whatever a task needs has a smaller one.
#![expect(clippy::indexing_slicing, reason = "places are below the number of tasks")]

mod inner;
mod level;

use std::collections::{BTreeMap, BTreeSet};

use self::level::Block;

/// Densities that differ by less than this factor count as equal.
const NEAR: f64 = 1.03;

/// Something to be done.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Task {
    /// The time it takes; more than 0.
    pub(super) time: f64,
    /// What it is worth to have it done.
    pub(super) weight: f64,
    /// What it belongs to.
    pub(super) area: usize,
    /// What has to be done before; smaller places than its own.
    pub(super) needs: Vec<usize>,
}

/// The order in which to do some tasks.
pub(super) fn sequence(tasks: &[Task]) -> Vec<usize> {
    let mut blocks = level::blocks(tasks);
    for block in &mut blocks {
        let part = part(tasks, &block.tasks);
        let order = inner::sequence(&part);
        block.tasks = order.iter().map(|it| block.tasks[*it]).collect();
    }
    Queue::new(tasks, blocks).sequence()
}

/// Some of the tasks, with places of their own; the places given must rise.
fn part(tasks: &[Task], places: &[usize]) -> Vec<Task> {
    let place_of = |need: &usize| places.binary_search(need).ok();
    let task = |place: &usize| {
        let Task { time, weight, area, needs } = &tasks[*place];
        let needs = needs.iter().filter_map(place_of).collect();
        Task { time: *time, weight: *weight, area: *area, needs }
    };
    places.iter().map(task).collect()
}

/// Places blocks, of those that can be placed always one of the densest.
struct Queue<'a> {
    tasks: &'a [Task],
    blocks: Vec<Block>,
    block_of: Vec<usize>,
    opens: Vec<Vec<usize>>,
    // By block: how many needs of its tasks outside it are still open.
    open: Vec<usize>,
    ready: BTreeMap<i64, Equals>,
    placed: Vec<usize>,
}

/// Blocks of about the same density: by area and as the author put them.
#[derive(Default)]
struct Equals {
    by_area: BTreeSet<(usize, usize)>,
    by_place: BTreeSet<usize>,
}

impl<'a> Queue<'a> {
    fn new(tasks: &'a [Task], blocks: Vec<Block>) -> Self {
        let count = tasks.len();
        let mut block_of = vec![0; count];
        for (number, block) in blocks.iter().enumerate() {
            for task in &block.tasks {
                block_of[*task] = number;
            }
        }
        let mut opens = vec![Vec::new(); count];
        let mut open = vec![0; blocks.len()];
        for (place, task) in tasks.iter().enumerate() {
            for need in task.needs.iter().filter(|it| block_of[**it] != block_of[place]) {
                opens[*need].push(place);
                open[block_of[place]] += 1;
            }
        }
        let ready = BTreeMap::new();
        Self { tasks, blocks, block_of, opens, open, ready, placed: Vec::new() }
    }

    fn sequence(mut self) -> Vec<usize> {
        for block in 0..self.blocks.len() {
            if self.open[block] == 0 {
                self.offer(block);
            }
        }
        while let Some(block) = self.next() {
            let tasks = std::mem::take(&mut self.blocks[block].tasks);
            for task in tasks {
                self.place(task);
            }
        }
        self.placed
    }

    fn place(&mut self, task: usize) {
        self.placed.push(task);
        for later in std::mem::take(&mut self.opens[task]) {
            let block = self.block_of[later];
            self.open[block] -= 1;
            if self.open[block] == 0 {
                self.offer(block);
            }
        }
    }

    fn offer(&mut self, block: usize) {
        let Block { tasks, density } = &self.blocks[block];
        let Some(place) = tasks.first().copied() else { return };
        let equals = self.ready.entry(step(*density)).or_default();
        equals.by_area.insert((self.tasks[place].area, place));
        equals.by_place.insert(place);
    }

    /// Of the densest blocks, one of the area that was studied last, or else the first.
    fn next(&mut self) -> Option<usize> {
        let last = self.placed.last().map(|it| self.tasks[*it].area);
        let mut densest = self.ready.last_entry()?;
        let equals = densest.get_mut();
        let same = last.and_then(|area| {
            equals.by_area.range((area, 0)..(area + 1, 0)).next().map(|(_, place)| *place)
        });
        let place = same.or_else(|| equals.by_place.first().copied())?;
        equals.by_area.remove(&(self.tasks[place].area, place));
        equals.by_place.remove(&place);
        if equals.by_place.is_empty() {
            densest.remove();
        }
        Some(self.block_of[place])
    }
}

/// The step of 3 % in which a density lies.
#[expect(clippy::cast_possible_truncation, reason = "a logarithm is small")]
fn step(density: f64) -> i64 {
    if density > 0.0 { (density.ln() / NEAR.ln()).round() as i64 } else { i64::MIN }
}

/// Σ w·C of an order.
#[cfg(test)]
fn cost(tasks: &[Task], order: &[usize]) -> f64 {
    let mut clock = 0.0;
    let each = order.iter().map(|it| {
        clock += tasks[*it].time;
        tasks[*it].weight * clock
    });
    each.sum()
}

#[cfg(test)]
mod tests;
