//! The shortest way to a skill, and what stands around it.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{
    calendar::Calendar,
    closure::{closure_to, is_studied},
    effort::effort,
    left::{self, Load},
    on_the_way, pace,
};
use crate::{
    catalog::{ClimbId, SkillId},
    progress::{Item, Learner},
};

/// What leads to a climb, and how long that takes if nothing else is learned meanwhile.
#[derive(Clone, Debug, PartialEq)]
pub struct Toward {
    /// What is still to be climbed, in learning order; the climb itself, if it is
    /// open, stands last among those that it needs.
    pub steps: Vec<TowardStep>,
    /// The minutes of all of it.
    pub minutes: u32,
    /// When that is done if one begins now; none if nothing is left, or the learner
    /// has said no hours or none that would do.
    pub ready: Option<Date>,
}

/// Something on the way to a climb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TowardStep {
    /// What is climbed.
    pub climb: ClimbId,
    /// The minutes left of it, at this learner's pace; none where only a job teaches it.
    pub minutes: Option<u32>,
}

/// The shortest way to a climb: what it needs and is not done, and no more. A choice
/// on the way is answered as the plan answers it.
pub fn toward(learner: Learner<'_>, id: ClimbId, today: Date) -> Toward {
    let closure = closure_to(learner, id);
    let pace = pace::pace(learner);
    let mut load = Load::default();
    let step = |climb: &ClimbId| {
        let item = Item::Climb(*climb);
        let minutes = is_studied(learner, *climb).then(|| {
            load.add(learner, &pace, item);
            let factor = pace.factor(left::area(learner, item));
            left::minutes(effort(learner, item, factor).likely * factor)
        });
        TowardStep { climb: *climb, minutes }
    };
    let steps: Vec<TowardStep> = closure.climbs.iter().map(step).collect();
    let minutes = load.spread(&pace).likely;
    let has_said = !learner.progress.hours().is_empty();
    let calendar = Calendar::new(learner.progress, today);
    let ready = || calendar.walked().reached(f64::from(minutes));
    let ready = if minutes > 0 && has_said { ready() } else { None };
    Toward { steps, minutes, ready }
}

/// What stands around a skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbours {
    /// The skills that it needs directly, up to the rung aimed for; of a choice, the
    /// member that answers it.
    pub needs: Vec<SkillId>,
    /// The skills that need it directly, at whatever rung; those on the way to the goal first.
    pub opens: Vec<SkillId>,
    /// How many more stand behind those.
    pub behind: usize,
}

/// What a skill needs and what it opens.
pub fn neighbours(learner: Learner<'_>, id: SkillId) -> Neighbours {
    let catalog = learner.catalog;
    let skill = |climb: ClimbId| catalog.climb(climb).skill;
    let closure = closure_to(learner, catalog.climb_to(id, learner.aim(id)));
    let known = |group: &[ClimbId]| {
        let done = group.iter().find(|it| learner.climb_state(**it).is_done());
        done.or_else(|| group.iter().find(|it| learner.progress.picks().contains(&skill(**it))))
            .or_else(|| group.first())
            .copied()
    };
    let groups = catalog.climbs_to(id, learner.aim(id)).flat_map(|it| &catalog.climb(it).needs);
    let needs = groups.filter_map(|it| closure.serving(learner, it).or_else(|| known(it)));
    let needs = distinct(needs.map(skill), id);
    let all = |id: SkillId| catalog.skill(id).climbs.iter().flat_map(|it| catalog.opens(*it));
    let mut opened: Vec<ClimbId> = all(id).copied().collect();
    opened.sort_unstable();
    let mut opens = distinct(opened.into_iter().map(skill), id);
    let on_the_way = learner.progress.goal().map(|goal| on_the_way(learner, goal));
    let leads_on = |it: &SkillId| on_the_way.as_ref().is_some_and(|way| way.contains(it));
    opens.sort_by_key(|it| !leads_on(it));
    let mut seen: BTreeSet<SkillId> = opens.iter().copied().chain([id]).collect();
    let mut pending = opens.clone();
    while let Some(next) = pending.pop() {
        let behind = all(next).map(|it| skill(*it));
        pending.extend(behind.filter(|it| seen.insert(*it)));
    }
    let behind = seen.len() - opens.len() - 1;
    Neighbours { needs, opens, behind }
}

/// Each once, in the order in which they come up, without `own`.
fn distinct(skills: impl Iterator<Item = SkillId>, own: SkillId) -> Vec<SkillId> {
    let mut seen = BTreeSet::from([own]);
    skills.filter(|it| seen.insert(*it)).collect()
}
