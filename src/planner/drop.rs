//! What could be left out to be ready by a date.
//!
//! Each planned skill counts who needs it among what is kept. To drop a skill
//! frees it and, one after the other, all that nobody kept needs any more; so a
//! drop costs no more than what it frees, and all of it O(n log n).
#![expect(clippy::indexing_slicing, reason = "places are below the number of steps")]

use std::{
    cmp::Reverse,
    collections::{BTreeSet, BinaryHeap, HashMap},
};

use jiff::civil::Date;

use super::{
    calendar::Calendar,
    plan::{Plan, plan},
};
use crate::{
    catalog::{Call, Importance, SkillId},
    progress::{Learner, Verdict},
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
pub fn what_to_drop(learner: Learner<'_>, today: Date, by: Date) -> Drop {
    let room = Calendar::new(learner.progress, today).minutes_until(by);
    let whole = plan(learner, today);
    let mut kept = Kept::new(learner, &whole);
    let mut dropped = Vec::new();
    for importance in [Importance::Helpful, Importance::Important] {
        kept.drop_until_it_fits(room, importance, &mut dropped);
    }
    kept.put_back(room, &mut dropped);
    let minutes_over = u32::try_from(kept.minutes.saturating_sub(room)).unwrap_or(u32::MAX);
    let mut kept = Kept::new(learner, &whole);
    let mut without = learner.progress.clone();
    let saved = |place: usize| {
        let before = kept.minutes;
        kept.drop(place);
        let saved = u32::try_from(before - kept.minutes).unwrap_or(u32::MAX);
        (whole.steps[place].skill, saved)
    };
    let skills: Vec<(SkillId, u32)> = dropped.into_iter().map(saved).collect();
    for (id, _) in &skills {
        without.declare(*id, Some(Verdict::Skipped(today)));
    }
    let plan = plan(Learner { progress: &without, ..learner }, today);
    Drop { skills, plan, minutes_over }
}

/// A planned skill, as far as dropping goes.
struct Task {
    minutes: u64,
    needs: Vec<usize>,
    importance: Option<Importance>,
    // What the goal calls for by name. The member of a choice is not dropped:
    // another would take its place.
    is_plain: bool,
    is_dropped: bool,
    is_kept: bool,
    // How many kept skills need it.
    users: usize,
}

impl Task {
    /// Whether it is kept for its own sake.
    fn is_wanted(&self) -> bool {
        self.importance.is_some() && !self.is_dropped
    }
}

/// What of a plan is kept, and how many minutes that takes.
struct Kept {
    tasks: Vec<Task>,
    minutes: u64,
}

impl Kept {
    fn new(learner: Learner<'_>, plan: &Plan) -> Self {
        let named = called_by_name(learner, plan);
        let places: HashMap<SkillId, usize> =
            plan.steps.iter().enumerate().map(|(place, it)| (it.skill, place)).collect();
        let tasks = plan.steps.iter().map(|step| Task {
            minutes: u64::from(step.minutes),
            needs: step.needs.iter().filter_map(|id| places.get(id).copied()).collect(),
            importance: step.importance,
            is_plain: named.contains(&step.skill),
            is_dropped: false,
            is_kept: false,
            users: 0,
        });
        let mut kept = Self { tasks: tasks.collect(), minutes: 0 };
        for place in 0..kept.tasks.len() {
            if kept.tasks[place].is_wanted() {
                kept.take(place);
            }
        }
        kept
    }

    /// Keeps a skill, and all it needs; says whether none of that is dropped by name.
    fn take(&mut self, place: usize) -> bool {
        let mut pending = vec![place];
        let mut is_whole = true;
        while let Some(place) = pending.pop() {
            if std::mem::replace(&mut self.tasks[place].is_kept, true) {
                continue;
            }
            is_whole &= !self.tasks[place].is_dropped;
            self.minutes += self.tasks[place].minutes;
            for need in self.tasks[place].needs.clone() {
                self.tasks[need].users += 1;
                pending.push(need);
            }
        }
        is_whole
    }

    /// Drops a skill that nobody needs, and all that is kept for its sake alone;
    /// says which skills nobody needs any more.
    fn drop(&mut self, place: usize) -> Vec<usize> {
        self.tasks[place].is_dropped = true;
        let mut pending = vec![place];
        let mut unneeded = Vec::new();
        while let Some(place) = pending.pop() {
            // Two that need it may have gone at once; it goes but once.
            if self.tasks[place].users > 0 || !self.tasks[place].is_kept {
                continue;
            }
            unneeded.push(place);
            if self.tasks[place].is_wanted() {
                continue;
            }
            self.tasks[place].is_kept = false;
            self.minutes -= self.tasks[place].minutes;
            for need in self.tasks[place].needs.clone() {
                self.tasks[need].users -= 1;
                pending.push(need);
            }
        }
        unneeded
    }

    fn take_back(&mut self, place: usize) -> bool {
        self.tasks[place].is_dropped = false;
        self.take(place)
    }

    /// What dropping a skill would save.
    fn saving(&mut self, place: usize) -> u64 {
        let before = self.minutes;
        self.drop(place);
        let saving = before - self.minutes;
        self.take_back(place);
        saving
    }

    /// Whether a skill of that importance can be dropped: nothing kept needs it.
    fn is_free(&self, place: usize, importance: Importance) -> bool {
        let task = &self.tasks[place];
        let is_meant = task.is_plain && task.importance == Some(importance);
        is_meant && !task.is_dropped && task.users == 0
    }

    /// Drops what is of that importance, what saves most first, until the rest fits.
    fn drop_until_it_fits(&mut self, room: u64, importance: Importance, dropped: &mut Vec<usize>) {
        let mut heap = BinaryHeap::new();
        let all = (0..self.tasks.len()).collect::<Vec<_>>();
        self.offer(&mut heap, &all, importance);
        while self.minutes > room {
            let Some((_, Reverse(place))) = heap.pop() else { break };
            if self.is_free(place, importance) {
                let unneeded = self.drop(place);
                dropped.push(place);
                self.offer(&mut heap, &unneeded, importance);
            }
        }
    }

    fn offer(
        &mut self,
        heap: &mut BinaryHeap<(u64, Reverse<usize>)>,
        places: &[usize],
        importance: Importance,
    ) {
        for place in places {
            if self.is_free(*place, importance) {
                heap.push((self.saving(*place), Reverse(*place)));
            }
        }
    }

    /// Takes back what the date does not ask for, the most important first.
    fn put_back(&mut self, room: u64, dropped: &mut Vec<usize>) {
        for at in (0..dropped.len()).rev() {
            let place = dropped[at];
            // What it needs may be dropped by name, and would come back with it.
            let is_whole = self.take_back(place);
            if self.minutes > room || !is_whole {
                self.drop(place);
            } else {
                dropped.remove(at);
            }
        }
    }
}

/// What the goal calls for by name.
fn called_by_name(learner: Learner<'_>, plan: &Plan) -> BTreeSet<SkillId> {
    let role = plan.goal.map(|goal| learner.catalog.role(goal.role));
    let calls = role.into_iter().flat_map(|it| &it.requirements).map(|it| &it.call);
    let named = calls.filter_map(|it| match it {
        Call::Skill(id) => Some(*id),
        Call::OneOf(..) => None,
    });
    named.collect()
}
