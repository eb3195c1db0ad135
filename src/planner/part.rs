//! The climbs of a stage, put in the teachers' order.
//!
//! Rungs of one skill are climbed one after the other wherever nothing has to come
//! between them. Of orders that the teachers like equally well, what matters more
//! comes first, and one stays in the area one is in.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    closure::Closure,
    order::{Ordered, Units},
    teachers::Teachers,
    turns::in_turn,
};
use crate::{
    catalog::{AreaId, ClimbId, Importance, Rhythm, Rung, SkillId},
    progress::Learner,
};

/// What it costs to put what matters less first: far less than any teacher's word.
const TIE: f64 = 1e-6;
/// What it costs to write a CV before one can do anything: more than any teacher's word.
const TOO_EARLY: f64 = 2.0;

/// A stage of more climbs than this is cut into parts.
const LARGE: usize = 256;
/// So many climbs are in such a part, and so many of a stage at most are put together.
const MERGED: usize = 128;

/// A stage in order, what that costs and what no order of it can go below.
#[derive(Debug, Default)]
pub(super) struct Arranged {
    pub(super) climbs: Vec<ClimbId>,
    pub(super) cost: f64,
    pub(super) bound: f64,
}

/// Rungs of one skill, climbed one after the other.
#[derive(Clone, Debug)]
struct Unit {
    climbs: Vec<ClimbId>,
    skill: SkillId,
    rung: Rung,
    area: AreaId,
    rhythm: Rhythm,
    importance: Option<Importance>,
}

/// What is known while a stage is put in order.
pub(super) struct Arranger<'a> {
    pub(super) learner: Learner<'a>,
    pub(super) closure: &'a Closure,
    pub(super) teachers: &'a Teachers,
    pub(super) importance: &'a BTreeMap<ClimbId, Importance>,
}

impl Arranger<'_> {
    /// The climbs of a stage in order. A very large stage is cut into parts first,
    /// where teachers would go on to something else.
    pub(super) fn arranged(&self, climbs: &[ClimbId]) -> Arranged {
        let parts = if climbs.len() > LARGE { self.parts(climbs) } else { vec![climbs.to_vec()] };
        let mut stage = Arranged::default();
        let mut before: Vec<Unit> = Vec::new();
        for part in parts {
            let units = self.part(&part, &mut stage);
            for unit in &units {
                for earlier in &before {
                    let (there, back) =
                        (self.price(earlier, unit, 0.0), self.price(unit, earlier, 0.0));
                    stage.cost += there;
                    stage.bound += there.min(back);
                }
            }
            let is_taught = |it: &Unit| self.teachers.knows(it.skill);
            before.extend(units.into_iter().filter(is_taught));
        }
        stage
    }

    /// The climbs of a stage in the order they are in, and what that costs.
    pub(super) fn kept(&self, climbs: Vec<ClimbId>) -> Arranged {
        let units = climbs.iter().filter_map(|it| self.unit(vec![*it]));
        let units: Vec<Unit> = units.filter(|it| self.teachers.knows(it.skill)).collect();
        let (mut cost, mut bound) = (0.0, 0.0);
        for (at, unit) in units.iter().enumerate() {
            for earlier in units.iter().take(at).filter(|it| it.skill != unit.skill) {
                let there = self.price(earlier, unit, 0.0);
                cost += there;
                bound += there.min(self.price(unit, earlier, 0.0));
            }
        }
        Arranged { climbs, cost, bound }
    }

    /// Puts the climbs of a part behind what the stage has, in order; how they were put together.
    fn part(&self, climbs: &[ClimbId], stage: &mut Arranged) -> Vec<Unit> {
        let here: BTreeSet<ClimbId> = climbs.iter().copied().collect();
        let inner: BTreeMap<ClimbId, Vec<ClimbId>> = here
            .iter()
            .map(|id| {
                let needs = self.closure.needs(*id).iter().copied();
                (*id, needs.filter(|it| here.contains(it)).collect())
            })
            .collect();
        let groups = merged(self.learner, &inner);
        let units: Vec<Unit> = groups.into_iter().filter_map(|it| self.unit(it)).collect();
        let unit_of: BTreeMap<ClimbId, usize> = units
            .iter()
            .enumerate()
            .flat_map(|(at, unit)| unit.climbs.iter().map(move |id| (*id, at)))
            .collect();
        let needs_of = |(at, unit): (usize, &Unit)| -> Vec<usize> {
            let needs = unit.climbs.iter().filter_map(|id| inner.get(id)).flatten();
            let set: BTreeSet<usize> = needs.filter_map(|it| unit_of.get(it).copied()).collect();
            set.into_iter().filter(|it| *it != at).collect()
        };
        let needs: Vec<Vec<usize>> = units.iter().enumerate().map(needs_of).collect();
        let price = |tie: f64| -> Vec<Vec<f64>> {
            let row = |one: &Unit| units.iter().map(|it| self.price(one, it, tie)).collect();
            units.iter().map(row).collect()
        };
        let wished = Units { needs: needs.clone(), price: price(TIE) };
        let Ordered { order, bound, .. } = wished.ordered();
        let plain = Units { needs, price: price(0.0) };
        let order = gathered(&plain, order, &units);
        let cost = plain.cost(&order);
        stage.cost += cost;
        stage.bound += bound.min(cost);
        let ordered = order.iter().filter_map(|it| units.get(*it));
        stage.climbs.extend(ordered.flat_map(|it| it.climbs.clone()));
        units
    }

    /// Parts of a large stage, each small enough to be put in order with care: what
    /// teachers teach early, and what it needs, comes in an earlier part.
    fn parts(&self, climbs: &[ClimbId]) -> Vec<Vec<ClimbId>> {
        let skill = |id: &ClimbId| self.learner.catalog.climb(*id).skill;
        let taught: BTreeSet<SkillId> =
            climbs.iter().map(skill).filter(|it| self.teachers.knows(*it)).collect();
        let rank = |id: ClimbId| {
            let importance = self.importance.get(&id).map_or(3, |it| *it as u8);
            (self.teachers.lateness(skill(&id), &taught), importance)
        };
        let order = in_turn(climbs, self.closure, rank);
        order.chunks(MERGED).map(<[_]>::to_vec).collect()
    }

    fn unit(&self, climbs: Vec<ClimbId>) -> Option<Unit> {
        let first = self.learner.catalog.climb(*climbs.first()?);
        let importance = climbs.iter().filter_map(|it| self.importance.get(it)).min();
        Some(Unit {
            skill: first.skill,
            rung: first.rung,
            area: self.learner.catalog.skill(first.skill).area,
            rhythm: first.rhythm,
            importance: importance.copied(),
            climbs,
        })
    }

    /// What it costs to put the one before the other.
    fn price(&self, one: &Unit, other: &Unit, tie: f64) -> f64 {
        if one.climbs == other.climbs {
            return 0.0;
        }
        let taught = self.teachers.disagreement((one.skill, one.rung), (other.skill, other.rung));
        let is_early = one.rhythm == Rhythm::Applying && other.rhythm != Rhythm::Applying;
        let rank = |unit: &Unit| unit.importance.map_or(3, |it| it as u8);
        let matters = if rank(one) > rank(other) { tie } else { 0.0 };
        let later = if one.climbs.first() > other.climbs.first() { tie / 8.0 } else { 0.0 };
        taught + matters + later + if is_early { TOO_EARLY } else { 0.0 }
    }
}

/// Climbs of one skill together, as far as nothing has to come between them.
fn merged(learner: Learner<'_>, needs: &BTreeMap<ClimbId, Vec<ClimbId>>) -> Vec<Vec<ClimbId>> {
    let skill = |id: ClimbId| learner.catalog.climb(id).skill;
    let mut groups: Vec<Vec<ClimbId>> = needs.keys().map(|id| vec![*id]).collect();
    if groups.len() > MERGED {
        return groups;
    }
    let mut below = Below::of(needs);
    let mut last: BTreeMap<SkillId, usize> = BTreeMap::new();
    for (at, id) in needs.keys().enumerate() {
        let home = last.get(&skill(*id)).copied().filter(|home| below.merge(*home, at));
        let Some(home) = home else {
            last.insert(skill(*id), at);
            continue;
        };
        if let Some(group) = groups.get_mut(home) {
            group.push(*id);
        }
        if let Some(group) = groups.get_mut(at) {
            group.clear();
        }
    }
    groups.retain(|it| !it.is_empty());
    groups
}

/// By place: which other places have to come before it, one bit for each.
struct Below(Vec<u128>);

impl Below {
    fn of(needs: &BTreeMap<ClimbId, Vec<ClimbId>>) -> Self {
        let places: BTreeMap<ClimbId, usize> =
            needs.keys().enumerate().map(|(at, id)| (*id, at)).collect();
        let mut below: Vec<u128> = Vec::with_capacity(needs.len());
        // In learning order, so that all a climb needs is known before it.
        for own in needs.values() {
            let places = own.iter().filter_map(|id| places.get(id));
            let bits = places.map(|at| 1 << at | below.get(*at).copied().unwrap_or_default());
            below.push(bits.fold(0, |all, it| all | it));
        }
        Self(below)
    }

    fn get(&self, at: usize) -> u128 {
        self.0.get(at).copied().unwrap_or_default()
    }

    /// Puts the second place to the first, unless something has to come between them.
    fn merge(&mut self, one: usize, other: usize) -> bool {
        let pair = 1 << one | 1 << other;
        let between = self.0.iter().enumerate().any(|(at, below)| {
            let is_needed = (self.get(one) | self.get(other)) & (1 << at) != 0;
            at != one && at != other && is_needed && below & pair != 0
        });
        if between {
            return false;
        }
        let both = (self.get(one) | self.get(other)) & !pair;
        for (at, below) in self.0.iter_mut().enumerate() {
            if at == one || at == other {
                *below = both;
            } else if *below & pair != 0 {
                *below |= both | pair;
            }
        }
        true
    }
}

/// The same order, but staying in an area wherever the teachers do not mind.
fn gathered(units: &Units, mut order: Vec<usize>, all: &[Unit]) -> Vec<usize> {
    let area = |unit: usize| all.get(unit).map(|it| it.area);
    for at in 1..order.len() {
        let Some(last) = order.get(at - 1).copied().and_then(area) else { break };
        if order.get(at).copied().and_then(area) == Some(last) {
            continue;
        }
        let is_near = |from: &usize| order.get(*from).copied().and_then(area) == Some(last);
        let free = (at + 1..order.len())
            .filter(is_near)
            .find(|from| units.loss(&order, *from, at).is_some_and(|loss| loss <= 1e-9));
        if let Some(from) = free {
            let unit = order.remove(from);
            order.insert(at, unit);
        }
    }
    order
}
