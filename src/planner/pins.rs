//! The learner's own wishes for the order.
//!
//! A pinned skill stands right behind another one, or at the beginning. Tied to
//! a neighbour rather than to a number, it keeps its place when skills before
//! it are done or the rest is ordered anew. Prerequisites always win: what is
//! pinned too early comes as soon as they are met, and they move up with it.
#![expect(clippy::indexing_slicing, reason = "places are below the number of tasks")]

use std::{
    collections::{BTreeMap, BTreeSet, BinaryHeap},
    fmt,
};

use super::{order::Task, plan::Plan};
use crate::{
    catalog::{Catalog, SkillId},
    progress::Progress,
};

/// Why a skill cannot have the place it was to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The plan does not have it.
    NotPlanned(String),
    /// It comes first already, or last.
    AtTheEnd(String, &'static str),
    /// The first needs the second.
    Needs(String, String),
}

/// Moves a skill one place up in the plan, and keeps it there.
pub fn move_earlier(
    catalog: &Catalog,
    plan: &Plan,
    progress: &mut Progress,
    id: SkillId,
) -> Result<(), Refusal> {
    let at = place_in(catalog, plan, id)?;
    let first = || Refusal::AtTheEnd(name(catalog, id), "first");
    put(catalog, plan, progress, id, at.checked_sub(1).ok_or_else(first)?)
}

/// Moves a skill one place down in the plan, and keeps it there.
pub fn move_later(
    catalog: &Catalog,
    plan: &Plan,
    progress: &mut Progress,
    id: SkillId,
) -> Result<(), Refusal> {
    let at = place_in(catalog, plan, id)?;
    if at + 1 == plan.steps.len() {
        return Err(Refusal::AtTheEnd(name(catalog, id), "last"));
    }
    put(catalog, plan, progress, id, at + 1)
}

/// Keeps a skill where it is in the plan.
pub fn pin(
    catalog: &Catalog,
    plan: &Plan,
    progress: &mut Progress,
    id: SkillId,
) -> Result<(), Refusal> {
    let at = place_in(catalog, plan, id)?;
    put(catalog, plan, progress, id, at)
}

/// Keeps a skill at a place of the plan, counted from 0; beyond the end it is the last.
pub fn pin_at(
    catalog: &Catalog,
    plan: &Plan,
    progress: &mut Progress,
    id: SkillId,
    place: usize,
) -> Result<(), Refusal> {
    place_in(catalog, plan, id)?;
    put(catalog, plan, progress, id, place)
}

/// Lets the program decide again where a skill stands.
pub fn unpin(progress: &mut Progress, id: SkillId) {
    progress.pins.remove(&id);
}

fn place_in(catalog: &Catalog, plan: &Plan, id: SkillId) -> Result<usize, Refusal> {
    let place = plan.steps.iter().position(|it| it.skill == id);
    place.ok_or_else(|| Refusal::NotPlanned(name(catalog, id)))
}

fn name(catalog: &Catalog, id: SkillId) -> String {
    catalog.skill(id).name.to_string()
}

fn put(
    catalog: &Catalog,
    plan: &Plan,
    progress: &mut Progress,
    id: SkillId,
    place: usize,
) -> Result<(), Refusal> {
    let needs: BTreeMap<SkillId, &[SkillId]> =
        plan.steps.iter().map(|it| (it.skill, &*it.needs)).collect();
    let others: Vec<SkillId> =
        plan.steps.iter().map(|it| it.skill).filter(|it| *it != id).collect();
    let (before, behind) = others.split_at(place.min(others.len()));
    let own = needs.get(&id).copied().unwrap_or_default();
    if let Some(lacking) = behind.iter().find(|it| own.contains(it)) {
        return Err(Refusal::Needs(name(catalog, id), name(catalog, *lacking)));
    }
    let in_need = |it: &&SkillId| needs.get(it).is_some_and(|needs| needs.contains(&id));
    if let Some(early) = before.iter().rev().find(in_need) {
        return Err(Refusal::Needs(name(catalog, *early), name(catalog, id)));
    }
    // What was tied to the skill is tied to what stood before it, and what
    // stands behind its new place is tied to it if it was tied at all.
    let old = plan.steps.iter().position(|it| it.skill == id).and_then(|at| at.checked_sub(1));
    let old = old.and_then(|at| plan.steps.get(at)).map(|it| it.skill);
    for behind in progress.pins.values_mut().filter(|it| **it == Some(id)) {
        *behind = old;
    }
    if let Some(pinned) = behind.first().and_then(|it| progress.pins.get_mut(it)) {
        *pinned = Some(id);
    }
    progress.pins.insert(id, before.last().copied());
    Ok(())
}

/// The order with what is pinned put in its place. `order` names tasks by
/// place, `skills` says which they are.
pub(super) fn pinned(
    catalog: &Catalog,
    progress: &Progress,
    tasks: &[Task],
    skills: &[SkillId],
    order: Vec<usize>,
) -> Vec<usize> {
    let place_of = |id: &SkillId| skills.binary_search(id).ok();
    // Behind what is done one stands at the beginning; behind what is not planned, nowhere.
    let anchor = |behind: &Option<SkillId>| match behind {
        Some(id) if progress.state(catalog, *id).is_done() => Some(None),
        Some(id) => place_of(id).map(Some),
        None => Some(None),
    };
    let pins = progress.pins.iter();
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

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPlanned(name) => write!(f, "{name} is not in the plan"),
            Self::AtTheEnd(name, end) => write!(f, "{name} comes {end} already"),
            Self::Needs(name, needed) => {
                write!(f, "{name} cannot come before {needed}, which it needs")
            }
        }
    }
}

impl std::error::Error for Refusal {}
