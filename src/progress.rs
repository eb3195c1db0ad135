//! What this learner wants and has done.
//!
//! Every change goes through a method here, and every method leaves a state
//! that makes sense: a skill is never claimed and skipped at once, and ticking
//! a proof takes back that the skill was skipped. Which changes a learner may
//! make, and what follows from them, is for `deeds` to say.

mod change;
mod learner;
mod three;
mod week;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::Date;
use strum::VariantArray;

pub use self::{
    change::Change,
    learner::Learner,
    week::{DAY_MINUTES, Day, EntryId, Week},
};

use crate::catalog::{
    Catalog, Importance, MilestoneId, ProofId, RegionId, RoleId, RouteId, SkillId,
};

/// What this learner wants and has done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    facts: Facts,
}

/// Everything there is to know of a learner, field by field, for those who walk
/// through all of it: the file, and undoing. They name every field, so that the
/// compiler asks what becomes of a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The role aimed for, if one was chosen.
    pub goal: Option<Goal>,
    /// Where the learner is, if they said so.
    pub region: Option<RegionId>,
    /// The members picked in choices, whichever choices they belong to.
    pub picks: BTreeSet<SkillId>,
    /// The minutes of study on each day of the week; empty if the learner has not said.
    pub hours: Week,
    /// The first day of study; none if it is not put off.
    pub start: Option<Date>,
    /// The days without study: from the one to the other, both included.
    pub breaks: BTreeMap<Date, Date>,
    /// The skills that have a place of their own in the plan: right behind
    /// another, or, without one, at the beginning.
    pub pins: BTreeMap<SkillId, Option<SkillId>>,
    /// The plan that was kept to compare with: when each skill was to be finished.
    pub baseline: BTreeMap<SkillId, Date>,
    /// Whether the learner would rather see no dates.
    pub hides_dates: bool,
    /// What was done about each skill; none of it is empty. Shared, because
    /// states are kept to undo, to save and to compare with, and a log of years
    /// is long.
    pub skills: BTreeMap<SkillId, Arc<Record>>,
    /// The routes followed, or once followed; none of it is empty.
    pub routes: BTreeMap<RouteId, Journey>,
}

/// The role aimed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The role to be ready for.
    pub role: RoleId,
    /// How much of what it calls for is wanted.
    pub depth: Depth,
}

/// How much of what a role calls for is aimed for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, VariantArray)]
pub enum Depth {
    /// Only what is essential.
    Essential,
    /// What is important as well.
    Important,
    /// All of it.
    #[default]
    Everything,
}

/// What was done about a skill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The proofs ticked, and when.
    pub ticks: BTreeMap<ProofId, Date>,
    /// The time spent on it, in minutes.
    pub log: BTreeMap<EntryId, u32>,
    /// What the learner said of the skill as a whole.
    pub verdict: Option<Verdict>,
}

/// What a learner can say of a skill as a whole, and when they did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They know it already.
    Claimed(Date),
    /// They do not want it.
    Skipped(Date),
}

/// A route followed, or once followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journey {
    /// When it was begun; none if it is not followed now.
    pub since: Option<Date>,
    /// The milestones reached, and when.
    pub ticks: BTreeMap<MilestoneId, Date>,
}

/// How far a learner is with a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray)]
pub enum State {
    /// Nothing was done yet.
    ToDo,
    /// A proof is ticked, or time is logged.
    Learning,
    /// All proofs are ticked.
    Proven,
    /// Claimed as a whole: it counts as done, but is told apart from a proven one.
    Claimed,
    /// Left out of the goal.
    Skipped,
}

impl Progress {
    /// All of it, field by field.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The role aimed for, if one was chosen.
    pub fn goal(&self) -> Option<Goal> {
        self.facts.goal
    }

    /// Where the learner is, if they said so.
    pub fn region(&self) -> Option<RegionId> {
        self.facts.region
    }

    /// The members picked in choices.
    pub fn picks(&self) -> &BTreeSet<SkillId> {
        &self.facts.picks
    }

    /// The minutes of study on each day of the week; empty if the learner has not said.
    pub fn hours(&self) -> &Week {
        &self.facts.hours
    }

    /// The first day of study; none if it is not put off.
    pub fn start(&self) -> Option<Date> {
        self.facts.start
    }

    /// The days without study: from the one to the other, both included.
    pub fn breaks(&self) -> &BTreeMap<Date, Date> {
        &self.facts.breaks
    }

    /// The skills that have a place of their own in the plan.
    pub fn pins(&self) -> &BTreeMap<SkillId, Option<SkillId>> {
        &self.facts.pins
    }

    /// The plan that was kept to compare with.
    pub fn baseline(&self) -> &BTreeMap<SkillId, Date> {
        &self.facts.baseline
    }

    /// Whether the learner would rather see no dates.
    pub fn hides_dates(&self) -> bool {
        self.facts.hides_dates
    }

    /// The goal if it is that role, or else what it would be: as deep as the
    /// learner aims, or all the role calls for.
    pub fn goal_of(&self, role: RoleId) -> Goal {
        Goal { role, depth: self.facts.goal.map(|goal| goal.depth).unwrap_or_default() }
    }

    /// Whether that role is the goal.
    pub fn aims_for(&self, role: RoleId) -> bool {
        self.facts.goal.is_some_and(|goal| goal.role == role)
    }

    /// The region whose figures and routes come first: the learner's, or else
    /// the first of the catalog. None only where the catalog has none.
    pub fn region_in_front(&self, catalog: &Catalog) -> Option<RegionId> {
        self.facts.region.or_else(|| catalog.regions().next().map(|(id, _)| id))
    }

    /// What was done about a skill, if anything.
    pub fn record(&self, id: SkillId) -> Option<&Record> {
        self.facts.skills.get(&id).map(|record| &**record)
    }

    /// A route followed, or once followed.
    pub fn journey(&self, id: RouteId) -> Option<&Journey> {
        self.facts.routes.get(&id)
    }

    /// All that was done about skills.
    pub fn records(&self) -> impl Iterator<Item = (SkillId, &Record)> {
        self.facts.skills.iter().map(|(id, record)| (*id, &**record))
    }

    /// All routes followed, or once followed.
    pub fn journeys(&self) -> impl Iterator<Item = (RouteId, &Journey)> {
        self.facts.routes.iter().map(|(id, journey)| (*id, journey))
    }

    /// When a proof was ticked.
    pub fn ticked(&self, id: SkillId, proof: ProofId) -> Option<Date> {
        self.record(id)?.ticks.get(&proof).copied()
    }

    /// What was said of a skill as a whole.
    pub fn verdict(&self, id: SkillId) -> Option<Verdict> {
        self.record(id)?.verdict
    }

    /// Whether a route is followed now.
    pub fn follows(&self, id: RouteId) -> bool {
        self.journey(id).is_some_and(|journey| journey.since.is_some())
    }

    /// When a milestone was reached.
    pub fn reached(&self, id: RouteId, milestone: MilestoneId) -> Option<Date> {
        self.journey(id)?.ticks.get(&milestone).copied()
    }
}

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

    /// Gives skills places of their own in the plan, and takes away all others.
    pub fn set_pins(&mut self, pins: BTreeMap<SkillId, Option<SkillId>>) {
        self.facts.pins = pins;
    }

    /// Keeps the dates of a plan to compare with; an empty one is none.
    pub fn set_baseline(&mut self, baseline: BTreeMap<SkillId, Date>) {
        self.facts.baseline = baseline;
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

    /// Says of a skill as a whole that it is known or not wanted, or takes that
    /// back. Saying the same again keeps the first date.
    pub fn declare(&mut self, id: SkillId, verdict: Option<Verdict>) {
        self.change_record(id, |record| {
            record.verdict = match (record.verdict, verdict) {
                (Some(Verdict::Claimed(first)), Some(Verdict::Claimed(_))) => {
                    Some(Verdict::Claimed(first))
                }
                (Some(Verdict::Skipped(first)), Some(Verdict::Skipped(_))) => {
                    Some(Verdict::Skipped(first))
                }
                (_, new) => new,
            };
        });
    }

    /// Notes time spent on a skill, in minutes. A skill that was skipped is taken up again.
    pub fn log(&mut self, id: SkillId, entry: EntryId, minutes: u32) {
        self.change_record(id, |record| {
            record.log.insert(entry, minutes);
            record.take_up();
        });
    }

    /// Takes back what was noted for a skill on a day.
    pub fn unlog(&mut self, id: SkillId, date: Date) {
        self.change_record(id, |record| record.log.retain(|entry, _| entry.date() != date));
    }

    /// Puts a skill back to where nothing was done about it.
    pub fn reset(&mut self, id: SkillId) {
        self.facts.skills.remove(&id);
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

    fn change_journey(&mut self, id: RouteId, change: impl FnOnce(&mut Journey)) {
        let mut journey = self.facts.routes.remove(&id).unwrap_or_default();
        change(&mut journey);
        if journey != Journey::default() {
            self.facts.routes.insert(id, journey);
        }
    }
}

impl From<Facts> for Progress {
    /// The progress of these facts, of which those that say nothing are left out.
    fn from(mut facts: Facts) -> Self {
        facts.skills.retain(|_, record| **record != Record::default());
        facts.routes.retain(|_, journey| *journey != Journey::default());
        facts.breaks.retain(|from, to| from <= to);
        Self { facts }
    }
}

impl Record {
    /// Ends a skip: doing something about a skill means wanting it after all.
    fn take_up(&mut self) {
        if matches!(self.verdict, Some(Verdict::Skipped(_))) {
            self.verdict = None;
        }
    }

    /// The minutes logged.
    pub fn minutes(&self) -> u32 {
        self.log.values().fold(0, |sum, minutes| sum.saturating_add(*minutes))
    }
}

impl State {
    /// All of them, in the order in which a skill goes through them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The word for it on screens and in answers.
    pub fn word(self) -> &'static str {
        match self {
            Self::ToDo => "to do",
            Self::Learning => "learning",
            Self::Proven => "proven",
            Self::Claimed => "claimed",
            Self::Skipped => "skipped",
        }
    }

    /// Whether the skill counts as done.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Proven | Self::Claimed)
    }
}

impl Depth {
    /// All of them, the narrowest first.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The word for it, in files, commands and on screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Essential => "essential",
            Self::Important => "important",
            Self::Everything => "everything",
        }
    }

    /// The depth that goes by that word.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.word() == word)
    }

    /// Whether what is that important is aimed for.
    pub fn includes(self, importance: Importance) -> bool {
        match self {
            Self::Essential => importance == Importance::Essential,
            Self::Important => importance != Importance::Helpful,
            Self::Everything => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2027, 3, 1);

    /// Does the words one after the other to a skill of three proofs; what state is it in?
    #[track_caller]
    fn check(words: &str, expected: State) {
        let catalog = Catalog::embedded();
        let id = catalog.find_skill("sql-queries").unwrap();
        let proof = |number: usize| catalog.skill(id).proofs().nth(number).unwrap().0;
        let mut progress = Progress::default();
        for word in words.split_whitespace() {
            match word {
                "claim" => progress.declare(id, Some(Verdict::Claimed(TODAY))),
                "skip" => progress.declare(id, Some(Verdict::Skipped(TODAY))),
                "plain" => progress.declare(id, None),
                "reset" => progress.reset(id),
                "log" => progress.log(id, EntryId::new(TODAY, "a"), 45),
                "unlog" => progress.unlog(id, TODAY),
                tick if tick.starts_with('+') => {
                    progress.prove(id, proof(tick[1..].parse().unwrap()), TODAY);
                }
                tick => progress.take_back(id, proof(tick[1..].parse().unwrap())),
            }
        }
        let learner = Learner { catalog, progress: &progress };
        assert_eq!(learner.state(id), expected, "{words}");
        if expected == State::ToDo {
            assert_eq!(progress, Progress::default(), "{words}: nothing is left behind");
        }
    }

    #[test]
    fn a_skill_goes_from_to_do_to_proven() {
        check("", State::ToDo);
        check("+0", State::Learning);
        check("+0 +1", State::Learning);
        check("+0 +1 +2", State::Proven);
        check("+0 +1 +2 -1", State::Learning);
        check("+0 -0", State::ToDo);
        check("-0", State::ToDo);
        check("+0 +1 reset", State::ToDo);
        check("log", State::Learning);
        check("log unlog", State::ToDo);
        check("log +0 +1 +2", State::Proven);
        check("skip log", State::Learning);
    }

    #[test]
    fn a_claim_counts_until_it_is_taken_back_and_proofs_outshine_it() {
        check("claim", State::Claimed);
        check("claim +0", State::Claimed);
        check("claim +0 +1 +2", State::Proven);
        check("claim plain", State::ToDo);
        check("+0 claim plain", State::Learning);
    }

    #[test]
    fn a_skip_holds_until_something_is_done() {
        check("skip", State::Skipped);
        check("+0 skip", State::Skipped);
        check("skip +0", State::Learning);
        check("skip claim", State::Claimed);
        check("claim skip plain", State::ToDo);
    }
}
