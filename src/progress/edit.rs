//! Every change to a progress goes through a method here.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;

use super::{
    Build, Card, EntryId, Evidence, Goal, Grade, Item, Journey, Log, Mark, Notable, Note, Progress,
    Record, Task, Timer, Week,
};
use crate::catalog::{
    ClimbId, MilestoneId, PointId, ProjectId, ProofId, RegionId, ResourceId, RouteId, Rung, SkillId,
};

/// What can be changed.
impl Progress {
    /// Aims for a role, or for none.
    pub fn set_goal(&mut self, goal: Option<Goal>) {
        self.facts.goal = goal;
    }

    /// Says where the learner is.
    pub fn set_region(&mut self, region: Option<RegionId>) {
        self.facts.region = region;
    }

    /// Says on which days there are how many minutes; an empty week is none.
    pub fn set_hours(&mut self, hours: Week) {
        self.facts.hours = hours;
    }

    /// Puts the first day of study off, or not.
    pub fn set_start(&mut self, start: Option<Date>) {
        self.facts.start = start;
    }

    /// Says that there is no time from one day to another, both included. A break
    /// that begins on the same day is replaced; one that ends before it begins is none.
    pub fn take_break(&mut self, from: Date, to: Date) {
        if from <= to {
            self.facts.breaks.insert(from, to);
        }
    }

    /// Takes back the break that begins on a day.
    pub fn end_break(&mut self, from: Date) {
        self.facts.breaks.remove(&from);
    }

    /// Gives some climbs places of their own in the plan, and takes away all others.
    pub fn set_pins(&mut self, pins: BTreeMap<ClimbId, Option<Item>>) {
        self.facts.pins = pins;
    }

    /// Keeps the dates of a plan to compare with; an empty one is none.
    pub fn set_baseline(&mut self, baseline: BTreeMap<Item, Date>) {
        self.facts.baseline = baseline;
    }

    /// Says how many months one has worked as a developer.
    pub fn set_experience(&mut self, months: Option<u32>) {
        self.facts.experience = months;
    }

    /// Says whether the learner would rather see no dates.
    pub fn set_hides_dates(&mut self, hides_dates: bool) {
        self.facts.hides_dates = hides_dates;
    }

    /// Picks a member of a choice instead of its other members.
    pub fn pick(&mut self, choice: &[SkillId], member: SkillId) {
        self.facts.picks.retain(|it| !choice.contains(it));
        self.facts.picks.insert(member);
    }

    /// Takes a pick back.
    pub fn unpick(&mut self, member: SkillId) {
        self.facts.picks.remove(&member);
    }

    /// Ticks a proof. A tick that is there already keeps its date.
    pub fn prove(&mut self, id: SkillId, proof: ProofId, today: Date) {
        self.change_record(id, |record| {
            record.ticks.entry(proof).or_insert(today);
            record.take_up();
        });
    }

    /// Takes the tick of a proof back.
    pub fn take_back(&mut self, id: SkillId, proof: ProofId) {
        self.change_record(id, |record| {
            record.ticks.remove(&proof);
        });
    }

    /// Says that a skill is known already up to a rung. Saying the same again
    /// keeps the first date.
    pub fn claim(&mut self, id: SkillId, rung: Rung, today: Date) {
        self.change_record(id, |record| {
            record.claims.entry(rung).or_insert(today);
            record.take_up();
        });
    }

    /// Takes back all that was claimed of a skill.
    pub fn unclaim(&mut self, id: SkillId) {
        self.change_record(id, |record| record.claims.clear());
    }

    /// Says that a skill is not wanted, and takes back what was claimed of it.
    /// Saying the same again keeps the first date.
    pub fn skip(&mut self, id: SkillId, today: Date) {
        self.change_record(id, |record| {
            record.skipped.get_or_insert(today);
            record.claims.clear();
        });
    }

    /// Takes up again what was skipped.
    pub fn take_up(&mut self, id: SkillId) {
        self.change_record(id, Record::take_up);
    }

    /// Ticks an acceptance point. A tick that is there already keeps its date.
    pub fn tick_point(&mut self, id: ProjectId, point: PointId, today: Date) {
        self.facts.projects.entry(id).or_default().points.entry(point).or_insert(today);
    }

    /// Takes the tick of an acceptance point back.
    pub fn untick_point(&mut self, id: ProjectId, point: PointId) {
        self.change_build(id, |build| {
            build.points.remove(&point);
        });
    }

    /// Notes time spent on something, in minutes, in place of what the entry said
    /// before. A skill that was skipped is taken up again.
    pub fn log(&mut self, task: Task, entry: EntryId, minutes: u32) {
        self.change_log(task, |log| _ = log.insert(entry, minutes));
        if let Task::Skill(id) = task {
            self.take_up(id);
        }
    }

    /// Takes back what was noted for something on a day.
    pub fn unlog(&mut self, task: Task, date: Date) {
        self.change_log(task, |log| log.retain(|entry, _| entry.date() != date));
    }

    /// Takes back one entry.
    pub fn strike(&mut self, task: Task, entry: &EntryId) {
        self.change_log(task, |log| _ = log.remove(entry));
    }

    /// Lets a clock run, to become that entry.
    pub fn start_timer(&mut self, entry: EntryId, timer: Timer) {
        self.facts.timers.insert(entry, timer);
    }

    /// Takes a clock away; what it was for.
    pub fn end_timer(&mut self, entry: &EntryId) -> Option<Timer> {
        self.facts.timers.remove(entry)
    }

    /// Notes how well a question was answered, in place of what the entry said before.
    pub fn grade(&mut self, card: Card, entry: EntryId, grade: Grade) {
        Arc::make_mut(self.facts.reviews.entry(card).or_default()).insert(entry, grade);
    }

    /// Takes one answer back.
    pub fn ungrade(&mut self, card: &Card, entry: &EntryId) {
        if let Some(grades) = self.facts.reviews.get_mut(card) {
            Arc::make_mut(grades).remove(entry);
        }
        self.facts.reviews.retain(|_, grades| !grades.is_empty());
    }

    /// Says how much of a week reviews may take, in percent.
    pub fn set_review_share(&mut self, percent: Option<u32>) {
        self.facts.review_share = percent;
    }

    /// Says whether the learner would rather not look back on their weeks.
    pub fn set_hides_looks(&mut self, hides_looks: bool) {
        self.facts.hides_looks = hides_looks;
    }

    /// Puts a skill back to where nothing was done about it.
    pub fn reset(&mut self, id: SkillId) {
        self.facts.skills.remove(&id);
    }

    /// Writes a note on something in place of the one before, or takes it away.
    pub fn set_note(&mut self, thing: Notable, note: Option<Note>) {
        set(&mut self.facts.notes, thing, note);
    }

    /// Says what shows that a proof or a point holds, or takes that away. It is no
    /// tick, and a tick that is taken back leaves it.
    pub fn set_evidence(&mut self, mark: Mark, evidence: Option<Evidence>) {
        match mark {
            Mark::Proof(id, proof) => {
                self.change_record(id, |record| set(&mut record.evidence, proof, evidence));
            }
            Mark::Point(id, point) => {
                self.change_build(id, |build| set(&mut build.evidence, point, evidence));
            }
        }
    }

    /// Says how many minutes the climb to a rung takes, or leaves that to the catalog.
    pub fn set_own_hours(&mut self, id: SkillId, rung: Rung, minutes: Option<u32>) {
        self.change_record(id, |record| set(&mut record.hours, rung, minutes));
    }

    /// Marks a resource as read. One that is marked already keeps its date.
    pub fn mark_read(&mut self, id: SkillId, resource: ResourceId, today: Date) {
        self.change_record(id, |record| {
            record.read.entry(resource).or_insert(today);
        });
    }

    /// Takes back that a resource was read.
    pub fn unmark_read(&mut self, id: SkillId, resource: ResourceId) {
        self.change_record(id, |record| {
            record.read.remove(&resource);
        });
    }

    /// Begins to follow a route today. One that is followed already keeps its start.
    pub fn follow(&mut self, id: RouteId, today: Date) {
        self.facts.routes.entry(id).or_default().since.get_or_insert(today);
    }

    /// Stops following a route; what was reached on it stays.
    pub fn leave(&mut self, id: RouteId) {
        self.change_journey(id, |journey| journey.since = None);
    }

    /// Ticks a milestone. A tick that is there already keeps its date.
    pub fn reach(&mut self, id: RouteId, milestone: MilestoneId, today: Date) {
        self.facts.routes.entry(id).or_default().ticks.entry(milestone).or_insert(today);
    }

    /// Takes the tick of a milestone back.
    pub fn unreach(&mut self, id: RouteId, milestone: MilestoneId) {
        self.change_journey(id, |journey| {
            journey.ticks.remove(&milestone);
        });
    }

    fn change_record(&mut self, id: SkillId, change: impl FnOnce(&mut Record)) {
        let mut record = self.facts.skills.remove(&id).unwrap_or_default();
        change(Arc::make_mut(&mut record));
        if *record != Record::default() {
            self.facts.skills.insert(id, record);
        }
    }

    fn change_log(&mut self, task: Task, change: impl FnOnce(&mut Log)) {
        match task {
            Task::Skill(id) => self.change_record(id, |record| change(&mut record.log)),
            Task::Project(id) => self.change_build(id, |build| change(&mut build.log)),
        }
    }

    fn change_build(&mut self, id: ProjectId, change: impl FnOnce(&mut Build)) {
        let mut build = self.facts.projects.remove(&id).unwrap_or_default();
        change(&mut build);
        if build != Build::default() {
            self.facts.projects.insert(id, build);
        }
    }

    fn change_journey(&mut self, id: RouteId, change: impl FnOnce(&mut Journey)) {
        let mut journey = self.facts.routes.remove(&id).unwrap_or_default();
        change(&mut journey);
        if journey != Journey::default() {
            self.facts.routes.insert(id, journey);
        }
    }
}

/// Puts a value in its place, or leaves nothing there.
fn set<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => _ = map.insert(key, value),
        None => _ = map.remove(&key),
    }
}
