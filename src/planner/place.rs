//! Giving a skill a place of its own in the plan, by pinning it behind another.

use std::collections::BTreeMap;

use super::{plan::Plan, step::Step};
use crate::{catalog::ClimbId, progress::Item};

/// Which place a skill is to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The one it has.
    Here,
    /// The place before the one it has.
    Earlier,
    /// The place behind the one it has.
    Later,
    /// The first that what it needs leaves free.
    Foremost,
    /// The place of that number, counted from 0; beyond the end it is the last.
    Number(usize),
}

/// Why a skill cannot have the place it was to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// The plan does not have it.
    NotPlanned(ClimbId),
    /// It grows alongside everything else, or in a job, and has no place of its own.
    NoPlace(ClimbId),
    /// It comes first already.
    First(ClimbId),
    /// It comes last already.
    Last(ClimbId),
    /// The first needs the second.
    Needs(Item, Item),
}

/// The climbs that have a place of their own, and what each stands right behind;
/// nothing if it stands at the beginning.
pub type Pins = BTreeMap<ClimbId, Option<Item>>;

/// The pins that give a climb a place in the plan.
pub fn placed(plan: &Plan, pins: &Pins, id: ClimbId, place: Place) -> Result<Pins, Misplaced> {
    let step = plan.step(Item::Climb(id)).ok_or(Misplaced::NotPlanned(id))?;
    let line: Vec<&Step> = plan.steps.iter().filter(|it| it.is_in_line()).collect();
    let at = line.iter().position(|it| it.item == step.item).ok_or(Misplaced::NoPlace(id))?;
    let to = match place {
        Place::Here => at,
        Place::Earlier => at.checked_sub(1).ok_or(Misplaced::First(id))?,
        Place::Later if at + 1 == line.len() => return Err(Misplaced::Last(id)),
        Place::Later => at + 1,
        Place::Foremost => foremost(&line, at).map_err(|need| match need {
            Some(need) => Misplaced::Needs(step.item, need),
            None => Misplaced::First(id),
        })?,
        Place::Number(number) => number,
    };
    put(&line, pins, (id, at), to)
}

/// The first place that what a step needs leaves free, if it is not there already;
/// or else what it stands right behind.
fn foremost(line: &[&Step], at: usize) -> Result<usize, Option<Item>> {
    let needs = line.get(at).map(|it| it.needs.as_slice()).unwrap_or_default();
    let last = line.iter().take(at).rposition(|it| needs.contains(&it.item));
    let to = last.map_or(0, |last| last + 1);
    if to < at { Ok(to) } else { Err(last.and_then(|it| line.get(it)).map(|it| it.item)) }
}

/// Pins what stands at one place at another.
fn put(
    line: &[&Step],
    pins: &Pins,
    (id, at): (ClimbId, usize),
    to: usize,
) -> Result<Pins, Misplaced> {
    let item = Item::Climb(id);
    let others: Vec<&Step> = line.iter().copied().filter(|it| it.item != item).collect();
    let (before, behind) = others.split_at(to.min(others.len()));
    let own = line.get(at).map(|it| it.needs.as_slice()).unwrap_or_default();
    if let Some(lacking) = behind.iter().find(|it| own.contains(&it.item)) {
        return Err(Misplaced::Needs(item, lacking.item));
    }
    if let Some(early) = before.iter().rev().find(|it| it.needs.contains(&item)) {
        return Err(Misplaced::Needs(early.item, item));
    }
    // What was tied to the climb is tied to what stood before it, and what
    // stands behind its new place is tied to it if it was tied at all.
    let mut pins = pins.clone();
    let old = at.checked_sub(1).and_then(|at| line.get(at)).map(|it| it.item);
    for behind in pins.values_mut().filter(|it| **it == Some(item)) {
        *behind = old;
    }
    let next = behind.first().and_then(|it| match it.item {
        Item::Climb(id) => Some(id),
        Item::Project(_) => None,
    });
    if let Some(pinned) = next.and_then(|it| pins.get_mut(&it)) {
        *pinned = Some(item);
    }
    pins.insert(id, before.last().map(|it| it.item));
    Ok(pins)
}
