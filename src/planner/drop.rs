//! What could be left out to be ready by a date.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{calendar::Calendar, plan::Plan, plan::plan};
use crate::{
    catalog::{Call, Catalog, Importance, SkillId},
    progress::{Progress, Verdict},
};

/// What to leave out.
#[derive(Clone, Debug, PartialEq)]
pub struct Drop {
    /// What to skip, the least important first, with the minutes that each
    /// saves after those before it. Empty if nothing has to be.
    pub skills: Vec<(SkillId, u32)>,
    /// The plan without them.
    pub plan: Plan,
    /// The minutes that are still too many; 0 if the date holds.
    pub minutes_over: u32,
}

/// The least important hours to leave out so that the likely finish is no later than `by`.
///
/// What is helpful goes before what is important, and what is essential or a
/// choice never goes. Of equals, what saves most goes first, so that few have to; what turns
/// out not to have been needed is put back. A skill saves its own hours and
/// those of what nothing else needs.
pub fn what_to_drop(catalog: &Catalog, progress: &Progress, today: Date, by: Date) -> Drop {
    let room = Calendar::new(progress, today).minutes_until(by);
    let mut search = Search::new(catalog, progress, today, room);
    for importance in [Importance::Helpful, Importance::Important] {
        while search.over() > 0 && search.drop_one(importance) {}
    }
    search.put_back();
    let minutes_over = u32::try_from(search.over()).unwrap_or(u32::MAX);
    let mut without = progress.clone();
    let mut before = search.all;
    let mut skills = Vec::new();
    for id in search.dropped {
        without.declare(id, Some(Verdict::Skipped(today)));
        let after = total(&plan(catalog, &without, today));
        skills.push((id, u32::try_from(before.saturating_sub(after)).unwrap_or(u32::MAX)));
        before = after;
    }
    Drop { skills, plan: plan(catalog, &without, today), minutes_over }
}

fn total(plan: &Plan) -> u64 {
    u64::from(plan.minutes_left.likely)
}

/// Drops skills from the plan as it is, without planning anew each time.
struct Search {
    plan: Plan,
    room: u64,
    all: u64,
    dropped: Vec<SkillId>,
    // What the goal calls for by name. The member of a choice is not dropped:
    // another would take its place.
    plain: BTreeSet<SkillId>,
}

impl Search {
    fn new(catalog: &Catalog, progress: &Progress, today: Date, room: u64) -> Self {
        let plan = plan(catalog, progress, today);
        let all = total(&plan);
        let role = plan.goal.map(|goal| catalog.role(goal.role));
        let calls = role.into_iter().flat_map(|it| &it.requirements).map(|it| &it.call);
        let named = calls.filter_map(|it| match it {
            Call::Skill(id) => Some(*id),
            Call::OneOf(..) => None,
        });
        Self { plan, room, all, dropped: Vec::new(), plain: named.collect() }
    }

    /// What is kept if those are dropped: all that the rest of the goal needs,
    /// in minutes; and which skills something kept needs.
    fn kept(&self, dropped: &[SkillId]) -> (u64, BTreeSet<SkillId>) {
        let mut needed = BTreeSet::new();
        let mut sum = 0;
        // Needs stand before what needs them, so from behind all is known in time.
        for step in self.plan.steps.iter().rev() {
            let is_wanted = step.importance.is_some() || needed.contains(&step.skill);
            if is_wanted && !dropped.contains(&step.skill) {
                needed.extend(&step.needs);
                sum += u64::from(step.minutes);
            }
        }
        (sum, needed)
    }

    fn over(&self) -> u64 {
        self.kept(&self.dropped).0.saturating_sub(self.room)
    }

    /// Drops what saves most of that importance; nothing that is needed for something kept.
    fn drop_one(&mut self, importance: Importance) -> bool {
        let (_, needed) = self.kept(&self.dropped);
        let steps = self.plan.steps.iter().filter(|it| it.importance == Some(importance));
        let free = steps.map(|it| it.skill).filter(|id| self.plain.contains(id));
        let free = free.filter(|id| !needed.contains(id) && !self.dropped.contains(id));
        let best = free.min_by_key(|id| {
            let mut dropped = self.dropped.clone();
            dropped.push(*id);
            self.kept(&dropped).0
        });
        self.dropped.extend(best);
        best.is_some()
    }

    /// Takes back what the date does not ask for, the most important first.
    fn put_back(&mut self) {
        for at in (0..self.dropped.len()).rev() {
            let mut fewer = self.dropped.clone();
            fewer.remove(at);
            if self.kept(&fewer).0 <= self.room {
                self.dropped = fewer;
            }
        }
    }
}
