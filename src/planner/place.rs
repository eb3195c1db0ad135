//! Giving a skill a place of its own in the plan, by pinning it behind another.

use std::collections::BTreeMap;

use super::plan::Plan;
use crate::catalog::SkillId;

/// Which place a skill is to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The one it has.
    Here,
    /// The place before the one it has.
    Earlier,
    /// The place behind the one it has.
    Later,
    /// The place of that number, counted from 0; beyond the end it is the last.
    Number(usize),
}

/// Why a skill cannot have the place it was to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// The plan does not have it.
    NotPlanned(SkillId),
    /// It comes first already.
    First(SkillId),
    /// It comes last already.
    Last(SkillId),
    /// The first needs the second.
    Needs(SkillId, SkillId),
}

/// The skills that have a place of their own, and what each stands right behind;
/// nothing if it stands at the beginning.
pub type Pins = BTreeMap<SkillId, Option<SkillId>>;

/// The pins that give a skill a place in the plan.
pub fn placed(plan: &Plan, pins: &Pins, id: SkillId, place: Place) -> Result<Pins, Misplaced> {
    let at = plan.steps.iter().position(|it| it.skill == id).ok_or(Misplaced::NotPlanned(id))?;
    let to = match place {
        Place::Here => at,
        Place::Earlier => at.checked_sub(1).ok_or(Misplaced::First(id))?,
        Place::Later if at + 1 == plan.steps.len() => return Err(Misplaced::Last(id)),
        Place::Later => at + 1,
        Place::Number(number) => number,
    };
    put(plan, pins, (id, at), to)
}

/// Pins what stands at one place at another.
fn put(plan: &Plan, pins: &Pins, (id, at): (SkillId, usize), to: usize) -> Result<Pins, Misplaced> {
    let needs: BTreeMap<SkillId, &[SkillId]> =
        plan.steps.iter().map(|it| (it.skill, &*it.needs)).collect();
    let others: Vec<SkillId> =
        plan.steps.iter().map(|it| it.skill).filter(|it| *it != id).collect();
    let (before, behind) = others.split_at(to.min(others.len()));
    let own = needs.get(&id).copied().unwrap_or_default();
    if let Some(lacking) = behind.iter().find(|it| own.contains(it)) {
        return Err(Misplaced::Needs(id, *lacking));
    }
    let in_need = |it: &&SkillId| needs.get(it).is_some_and(|needs| needs.contains(&id));
    if let Some(early) = before.iter().rev().find(in_need) {
        return Err(Misplaced::Needs(*early, id));
    }
    // What was tied to the skill is tied to what stood before it, and what
    // stands behind its new place is tied to it if it was tied at all.
    let mut pins = pins.clone();
    let old = at.checked_sub(1).and_then(|at| plan.steps.get(at)).map(|it| it.skill);
    for behind in pins.values_mut().filter(|it| **it == Some(id)) {
        *behind = old;
    }
    if let Some(pinned) = behind.first().and_then(|it| pins.get_mut(it)) {
        *pinned = Some(id);
    }
    pins.insert(id, before.last().copied());
    Ok(pins)
}
