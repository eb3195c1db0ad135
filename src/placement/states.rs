//! States of knowledge, drawn as learners come.
//!
//! Most learners went along some order up to somewhere, further in some areas than in
//! others, and missed or picked up this and that. So a state is drawn as a level, a
//! leaning for each area, one for each skill, and a little for each climb; a climb that
//! lies below the sum of them is known. How much areas and skills differ is drawn for each
//! state anew, as some learners are even and some are not. Then half of the states take
//! up what the known needs, and half drop what lacks a need: either way whatever is
//! known, all it builds on is known as well.
#![expect(
    clippy::indexing_slicing,
    reason = "there is a row for each climb, and a bit for each state"
)]

use std::collections::BTreeMap;

use super::{dice::Dice, ground::Placed};
use crate::catalog::{AreaId, Catalog, SkillId};

/// How many states are drawn, in sixty-fours: more of them place hardly better.
pub(super) const WORDS: usize = 96;
/// What they are drawn by; any other would do.
const SEED: u64 = 0x5eed;

/// For each climb, one bit for each state: whether it is known there.
pub(super) type Rows = Vec<Vec<u64>>;

/// The states that are drawn over this ground.
pub(super) fn drawn(catalog: &Catalog, ground: &[Placed]) -> Rows {
    let mut rows = vec![vec![0; WORDS]; ground.len()];
    let (skills, areas) = owners(catalog, ground);
    let mut dice = Dice(SEED);
    let states = u32::try_from(64 * WORDS).map_or(f64::from(u32::MAX), f64::from);
    let (mut level, step) = (LOWEST, (HIGHEST - LOWEST) / states);
    for word in 0..WORDS {
        for bit in 0..64 {
            let leanings = Leanings::drawn(&mut dice, level, &areas);
            let known = known(&mut dice, ground, &skills, &leanings);
            for (row, _) in rows.iter_mut().zip(known).filter(|(_, it)| *it) {
                row[word] |= 1 << bit;
            }
            level += step;
        }
    }
    rows
}

/// The levels lie evenly from one at which nearly nothing is known to one at which nearly
/// everything is: those who know nothing and those who know all come more often than any.
const LOWEST: f64 = -0.4;
const HIGHEST: f64 = 1.4;

/// The place of each climb's skill among the skills here, and of each skill its area's.
fn owners(catalog: &Catalog, ground: &[Placed]) -> (Vec<usize>, Vec<usize>) {
    let mut skills: BTreeMap<SkillId, usize> = BTreeMap::new();
    let mut areas: BTreeMap<AreaId, usize> = BTreeMap::new();
    let mut area_of = Vec::new();
    let mut skill_of = Vec::with_capacity(ground.len());
    for it in ground {
        let skill = catalog.climb(it.climb).skill;
        let next = skills.len();
        let place = *skills.entry(skill).or_insert(next);
        if place == next {
            let next = areas.len();
            area_of.push(*areas.entry(catalog.skill(skill).area).or_insert(next));
        }
        skill_of.push(place);
    }
    (skill_of, area_of)
}

/// How far somebody has come in each skill, and how much that varies from climb to climb.
struct Leanings {
    skills: Vec<f64>,
    spread: f64,
    takes_up: bool,
}

impl Leanings {
    /// The areas are those of the skills.
    fn drawn(dice: &mut Dice, level: f64, areas: &[usize]) -> Self {
        let by_area = dice.one_of([0.05, 0.1, 0.3, 1.5]);
        let by_skill = dice.one_of([0.02, 0.05, 0.15, 0.5]);
        let takes_up = dice.one_of([true, true, false, false]);
        let count = areas.iter().max().map_or(0, |it| it + 1);
        let areas_at: Vec<f64> = (0..count).map(|_| level + by_area * dice.bell()).collect();
        let skills = areas.iter().map(|it| areas_at[*it] + by_skill * dice.bell()).collect();
        Self { skills, spread: 0.3 * by_skill, takes_up }
    }
}

fn known(dice: &mut Dice, ground: &[Placed], skills: &[usize], of: &Leanings) -> Vec<bool> {
    let reaches =
        |(it, skill): (&Placed, &usize)| of.skills[*skill] + of.spread * dice.bell() > it.height;
    let mut known: Vec<bool> = ground.iter().zip(skills).map(reaches).collect();
    if of.takes_up {
        for (at, it) in ground.iter().enumerate().rev() {
            if known[at] {
                it.needs.iter().for_each(|need| known[*need] = true);
            }
        }
    } else {
        for (at, it) in ground.iter().enumerate() {
            known[at] = known[at] && it.needs.iter().all(|need| known[*need]);
        }
    }
    known
}
