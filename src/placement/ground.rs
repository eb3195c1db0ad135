//! What can be placed: the climbs of the plan that a question can be asked about, with all
//! these need, and how high each of them lies.
//!
//! How high is how late it comes on the way of somebody who learns, from 0 to 1: seven
//! parts where the plan has it, which follows the order of those who teach, and three
//! parts where it lies on the average in all orders that its needs allow. That average is
//! taken as `(below + 1) / (below + above + 2)` (Brüggemann et al. 2004, the local partial
//! order model), where `below` is how many climbs it builds on and `above` how many
//! build on it.
#![expect(clippy::indexing_slicing, reason = "places are those of the climbs that stand here")]

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    catalog::{Answer, Catalog, ClimbId},
    planner::Plan,
    progress::Item,
};

/// A climb that can be placed. What it needs goes by places in the ground, and stands before it.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) climb: ClimbId,
    pub(super) needs: Vec<usize>,
    /// All it builds on, directly or not.
    pub(super) below: BTreeSet<usize>,
    /// From 0, what is learned first, to 1.
    pub(super) height: f64,
    /// What can be asked about it, by places among the catalog's questions: what has
    /// answers to choose from first, as one need not judge oneself.
    pub(super) questions: Vec<usize>,
}

/// All climbs of a plan that can be placed, in the order of the plan.
pub(super) fn ground(catalog: &Catalog, plan: &Plan) -> Vec<Placed> {
    let mut questions = questions(catalog);
    let needs: BTreeMap<ClimbId, Vec<ClimbId>> = plan
        .steps
        .iter()
        .filter_map(|it| Some((climb(it.item)?, it.needs.iter().copied().filter_map(climb))))
        .map(|(id, needs)| (id, needs.collect()))
        .collect();
    let mut pending: Vec<ClimbId> =
        needs.keys().copied().filter(|it| questions.contains_key(it)).collect();
    let mut wanted = BTreeSet::new();
    while let Some(id) = pending.pop() {
        if wanted.insert(id) {
            pending.extend(needs.get(&id).into_iter().flatten());
        }
    }
    let order = plan.steps.iter().filter_map(|it| climb(it.item));
    let order: Vec<ClimbId> = order.filter(|it| wanted.contains(it)).collect();
    let places: BTreeMap<ClimbId, usize> =
        order.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut ground: Vec<Placed> = Vec::with_capacity(order.len());
    for id in order {
        let needs = needs.get(&id).into_iter().flatten().filter_map(|it| places.get(it).copied());
        // A plan has nothing before what it needs.
        let needs: Vec<usize> = needs.filter(|it| *it < ground.len()).collect();
        let mut below: BTreeSet<usize> = needs.iter().copied().collect();
        below.extend(needs.iter().flat_map(|it| &ground[*it].below));
        let questions = questions.remove(&id).unwrap_or_default();
        ground.push(Placed { climb: id, needs, below, height: 0.0, questions });
    }
    raise(&mut ground);
    ground
}

fn climb(item: Item) -> Option<ClimbId> {
    match item {
        Item::Climb(id) => Some(id),
        Item::Project(_) => None,
    }
}

/// The questions about each climb.
fn questions(catalog: &Catalog) -> BTreeMap<ClimbId, Vec<usize>> {
    let all = catalog.questions();
    let mut questions: BTreeMap<ClimbId, Vec<usize>> = BTreeMap::new();
    for (at, it) in all.iter().enumerate() {
        questions.entry(it.climb).or_default().push(at);
    }
    for of_climb in questions.values_mut() {
        of_climb.sort_by_key(|it| !matches!(all[*it].answer, Answer::Choose(_)));
    }
    questions
}

/// Says how high each lies.
fn raise(ground: &mut [Placed]) {
    let mut above = vec![0_u32; ground.len()];
    for it in ground.iter().flat_map(|it| &it.below) {
        above[*it] += 1;
    }
    let all = count(ground.len());
    for (at, it) in ground.iter_mut().enumerate() {
        let below = count(it.below.len());
        let average = (below + 1.0) / (below + f64::from(above[at]) + 2.0);
        it.height = 0.7 * (count(at) + 0.5) / all + 0.3 * average;
    }
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)
}
