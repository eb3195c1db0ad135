//! What could be done to be ready by a date: more hours, less depth, or leaving
//! something out.
//!
//! Each step before applying counts who needs it among what is kept. To drop one
//! frees it and, one after the other, all that nobody kept needs any more; so a
//! drop costs no more than what it frees, and all of it O(n log n).
#![expect(clippy::indexing_slicing, reason = "places are below the number of steps")]

use std::{
    cmp::Reverse,
    collections::{BTreeSet, BinaryHeap, HashMap},
};

use jiff::{Span, civil::Date};

use super::{
    calendar::Calendar,
    hours::shifted,
    plan::{NoFinish, Plan, plan},
    stages::StageKind,
    step::Step,
};
use crate::{
    catalog::{Call, ClimbId, Importance, SkillId},
    progress::{Depth, Goal, Item, Learner, hours_of_week},
};

/// The most hours more a week that are looked at.
const MORE: i32 = 30;

/// So often a date is tried to be held with less room.
const TRIES: usize = 5;

/// What could be done to be able to apply by a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Drop {
    /// What to skip, the least important first, with the minutes that each
    /// saves after those before it. Empty if nothing has to be.
    pub skills: Vec<(SkillId, u32)>,
    /// The plan without them.
    pub plan: Plan,
    /// The minutes that are still too many; 0 if the date holds.
    pub minutes_over: u32,
    /// The fewest hours more a week with which nothing has to be left out; none
    /// if the date holds as it is, or no such week would be enough.
    pub more_hours: Option<u32>,
    /// A depth with which the date holds; none if it holds as it is, or none would do.
    pub less_depth: Option<Depth>,
}

/// What could be done so that one is likely to be able to apply by `by`.
///
/// What is helpful goes before what is important, and what is essential or a
/// choice never goes. Of equals, what saves most goes first, so that few have to; what turns
/// out not to have been needed is put back. A skill saves its own hours and
/// those of what nothing else needs.
pub fn what_to_drop(learner: Learner<'_>, today: Date, by: Date) -> Drop {
    let whole = plan(learner, today);
    let holds = |plan: &Plan| match plan.apply {
        Ok(apply) => apply.likely <= by,
        Err(NoFinish::Done) => true,
        Err(NoFinish::NoGoal | NoFinish::NoHours | NoFinish::TooFar) => false,
    };
    // What is left may be put into other stages, and what grows alongside may then
    // take longer than all else: so the same with less room, until the date holds.
    let calendar = Calendar::new(learner.progress, today).setting_aside(&whole.aside);
    let mut days = calendar.walked();
    let mut minutes_late = |drop: &Drop| {
        let late = drop.plan.apply.ok().map(|it| it.likely).filter(|it| *it > by)?;
        Some(days.minutes_until(late).saturating_sub(days.minutes_until(by)).max(1))
    };
    let mut tight = 0;
    let mut drop = Drop::fitting(learner, today, (by, tight));
    for _ in 0..TRIES {
        let Some(late) = minutes_late(&drop).filter(|_| drop.minutes_over == 0) else { break };
        tight += u64::from(late);
        drop = Drop::fitting(learner, today, (by, tight));
    }
    if let Some(late) = minutes_late(&drop).filter(|_| drop.minutes_over == 0) {
        drop.minutes_over = late;
    }
    if !holds(&whole) {
        drop.more_hours = more_hours(learner, today, holds);
        drop.less_depth = less_depth(learner, today, holds);
    }
    drop
}

impl Drop {
    /// What to leave out so that all of it fits into the room there is, less some minutes.
    fn fitting(learner: Learner<'_>, today: Date, (by, tight): (Date, u64)) -> Self {
        let mut without = learner.progress.clone();
        let mut skills = Vec::new();
        let mut minutes_over = 0;
        let mut kept = plan(learner, today);
        // Each time one applies has a day of its own, earlier by the posts that follow.
        for (number, by) in deadlines(&kept, by) {
            let calendar = Calendar::new(&without, today).setting_aside(&kept.aside);
            let room = u64::from(calendar.walked().minutes_until(by)).saturating_sub(tight);
            let learner_now = Learner { progress: &without, ..learner };
            let (dropped, over) = dropped(learner_now, &before(&kept, number), room);
            minutes_over = minutes_over.max(over);
            for (id, _) in &dropped {
                without.skip(*id, today);
            }
            skills.extend(dropped);
            kept = plan(Learner { progress: &without, ..learner }, today);
        }
        Self { skills, plan: kept, minutes_over, more_hours: None, less_depth: None }
    }
}

/// When one has to apply, so that the last time is no later than `by`: for each
/// time, its number, and its day.
fn deadlines(plan: &Plan, by: Date) -> Vec<(usize, Date)> {
    let applies = plan.stages.iter().filter(|it| matches!(it.kind, StageKind::Apply(_))).count();
    let mut left = by;
    let mut found = Vec::new();
    let mut number = applies;
    for stage in plan.stages.iter().rev() {
        match stage.kind {
            StageKind::Apply(_) => {
                number -= 1;
                found.push((number, left));
            }
            StageKind::Post(_, months) => {
                let span = Span::new().try_months(months);
                left = span.ok().and_then(|it| left.checked_sub(it).ok()).unwrap_or(left);
            }
            StageKind::Project(_) | StageKind::Study(_) | StageKind::Wider => (),
        }
    }
    found.reverse();
    found
}

/// The steps before one applies for that time, counted from 0.
fn before(plan: &Plan, number: usize) -> Vec<&Step> {
    let applies = plan.stages.iter().enumerate();
    let mut applies = applies.filter(|(_, it)| matches!(it.kind, StageKind::Apply(_)));
    let end = applies.nth(number).map_or(usize::MAX, |(at, _)| at);
    plan.steps.iter().filter(|it| it.stage < end).collect()
}

/// What to skip of some steps so that they fit, with what each saves, and the
/// minutes that are still too many.
fn dropped(learner: Learner<'_>, steps: &[&Step], room: u64) -> (Vec<(SkillId, u32)>, u32) {
    let mut kept = Kept::new(learner, steps);
    let mut dropped = Vec::new();
    for importance in [Importance::Helpful, Importance::Important] {
        kept.drop_until_it_fits(room, importance, &mut dropped);
    }
    kept.put_back(room, &mut dropped);
    let over = u32::try_from(kept.minutes.saturating_sub(room)).unwrap_or(u32::MAX);
    let mut kept = Kept::new(learner, steps);
    let saved = |place: usize| {
        let before = kept.minutes;
        kept.drop(place);
        let saved = u32::try_from(before - kept.minutes).unwrap_or(u32::MAX);
        Some((kept.tasks[place].skill?, saved))
    };
    (dropped.into_iter().filter_map(saved).collect(), over)
}

/// The fewest hours more a week with which it holds; more hours never make it later.
fn more_hours(learner: Learner<'_>, today: Date, holds: impl Fn(&Plan) -> bool) -> Option<u32> {
    let week = hours_of_week(learner.progress);
    let with = |hours: i32| {
        let mut progress = learner.progress.clone();
        progress.set_hours(shifted(&week, hours));
        holds(&plan(Learner { progress: &progress, ..learner }, today))
    };
    let (mut low, mut high) = (1, MORE);
    if !with(high) {
        return None;
    }
    while low < high {
        let middle = i32::midpoint(low, high);
        if with(middle) { high = middle } else { low = middle + 1 }
    }
    u32::try_from(high).ok()
}

/// The greatest depth below the goal's with which it holds.
fn less_depth(learner: Learner<'_>, today: Date, holds: impl Fn(&Plan) -> bool) -> Option<Depth> {
    let goal = learner.progress.goal()?;
    let mut below = Depth::ALL.iter().rev().copied().filter(|it| *it < goal.depth);
    below.find(|depth| {
        let mut progress = learner.progress.clone();
        progress.set_goal(Some(Goal { depth: *depth, ..goal }));
        holds(&plan(Learner { progress: &progress, ..learner }, today))
    })
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
    // What is skipped when it is dropped, and its other rungs, which go with it.
    skill: Option<SkillId>,
    rungs: Vec<usize>,
    // How many of those need it.
    own_users: usize,
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
    fn new(learner: Learner<'_>, steps: &[&Step]) -> Self {
        let named = called_by_name(learner);
        let places: HashMap<Item, usize> =
            steps.iter().enumerate().map(|(place, it)| (it.item, place)).collect();
        let rungs = |step: &Step| -> Vec<usize> {
            let skill = step.skill(learner);
            let others = steps.iter().enumerate().filter(|(_, it)| it.item != step.item);
            let same = others.filter(|(_, it)| skill.is_some() && it.skill(learner) == skill);
            same.map(|(place, _)| place).collect()
        };
        let tasks = steps.iter().map(|step| {
            let rungs = rungs(step);
            let needs_it = |place: &&usize| steps[**place].needs.contains(&step.item);
            Task {
                minutes: u64::from(step.minutes),
                needs: step.needs.iter().filter_map(|id| places.get(id).copied()).collect(),
                importance: step.importance,
                is_plain: matches!(step.item, Item::Climb(id) if named.contains(&id)),
                own_users: rungs.iter().filter(needs_it).count(),
                skill: step.skill(learner),
                rungs,
                is_dropped: false,
                is_kept: false,
                users: 0,
            }
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
        self.mark(place, true);
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
        self.mark(place, false);
        self.take(place)
    }

    /// Says of a skill's rungs that they are dropped, or not.
    fn mark(&mut self, place: usize, is_dropped: bool) {
        for rung in self.tasks[place].rungs.clone() {
            self.tasks[rung].is_dropped = is_dropped;
        }
        self.tasks[place].is_dropped = is_dropped;
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
        let is_loose = |rung: &usize| {
            let it = &self.tasks[*rung];
            it.users <= it.own_users && it.importance != Some(Importance::Essential)
        };
        is_meant && !task.is_dropped && task.users == 0 && task.rungs.iter().all(is_loose)
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

/// What the goal calls for by name, at the highest rung it calls for.
fn called_by_name(learner: Learner<'_>) -> BTreeSet<ClimbId> {
    let all = learner.progress.goal().into_iter().flat_map(|it| learner.requirements(it.role));
    let named = all.filter_map(|(_, it)| match it.call {
        Call::Skill(id) => Some(learner.catalog.climb_to(id, it.rung)),
        Call::OneOf(..) => None,
    });
    named.collect()
}
