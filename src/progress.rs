//! What this learner wants and has done.
//!
//! Every change goes through a method here, and every method leaves a state
//! that makes sense: a skill is never claimed and skipped at once, and ticking
//! a proof takes back that the skill was skipped.

mod change;
mod week;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::Date;

pub use self::{
    change::Change,
    week::{DAY_MINUTES, Day, EntryId, Week},
};

use crate::catalog::{
    Catalog, Importance, MilestoneId, ProofId, RegionId, RoleId, RouteId, Skill, SkillId,
};

/// What this learner wants and has done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
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
    // Shared, because states are kept to undo, to save and to compare with, and a
    // log of years is long.
    skills: BTreeMap<SkillId, Arc<Record>>,
    routes: BTreeMap<RouteId, Journey>,
}

/// The role aimed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The role.
    pub role: RoleId,
    /// How much of what it calls for.
    pub depth: Depth,
}

/// How much of what a role calls for is aimed for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nothing was done yet.
    ToDo,
    /// A proof is ticked, or time is logged.
    Learning,
    /// All proofs are ticked.
    Proven,
    /// Claimed as a whole: it counts as done, but is told apart from a proven one.
    Claimed,
    /// Left out.
    Skipped,
}

impl Progress {
    /// The goal if it is that role, or else what it would be: all the role calls for.
    pub fn goal_of(&self, role: RoleId) -> Goal {
        let own = self.goal.filter(|goal| goal.role == role);
        own.unwrap_or(Goal { role, depth: Depth::default() })
    }

    /// Whether that role is the goal.
    pub fn aims_for(&self, role: RoleId) -> bool {
        self.goal.is_some_and(|goal| goal.role == role)
    }

    /// The region whose figures and routes come first: the learner's, or else
    /// the first of the catalog. None only where the catalog has none.
    pub fn region_in_front(&self, catalog: &Catalog) -> Option<RegionId> {
        self.region.or_else(|| catalog.regions().next().map(|(id, _)| id))
    }

    /// What was done about a skill, if anything.
    pub fn record(&self, id: SkillId) -> Option<&Record> {
        self.skills.get(&id).map(|record| &**record)
    }

    /// A route followed, or once followed.
    pub fn journey(&self, id: RouteId) -> Option<&Journey> {
        self.routes.get(&id)
    }

    /// All that was done about skills.
    pub fn records(&self) -> impl Iterator<Item = (SkillId, &Record)> {
        self.skills.iter().map(|(id, record)| (*id, &**record))
    }

    /// All routes followed, or once followed.
    pub fn journeys(&self) -> impl Iterator<Item = (RouteId, &Journey)> {
        self.routes.iter().map(|(id, journey)| (*id, journey))
    }

    /// Puts in what was done about a skill, as it stands.
    pub fn set_record(&mut self, id: SkillId, record: Record) {
        if record == Record::default() {
            self.skills.remove(&id);
        } else {
            self.skills.insert(id, Arc::new(record));
        }
    }

    /// Changes what was done about a skill.
    fn change_record(&mut self, id: SkillId, change: impl FnOnce(&mut Record)) {
        let mut record = self.skills.remove(&id).unwrap_or_default();
        change(Arc::make_mut(&mut record));
        if *record != Record::default() {
            self.skills.insert(id, record);
        }
    }

    /// Puts in a route, as it stands.
    pub fn set_journey(&mut self, id: RouteId, journey: Journey) {
        if journey == Journey::default() {
            self.routes.remove(&id);
        } else {
            self.routes.insert(id, journey);
        }
    }

    /// How far the learner is with a skill.
    pub fn state(&self, catalog: &Catalog, id: SkillId) -> State {
        let Some(record) = self.skills.get(&id) else { return State::ToDo };
        let proofs = catalog.skill(id).proofs.len();
        match record.verdict {
            Some(Verdict::Skipped(_)) => State::Skipped,
            _ if record.ticks.len() >= proofs => State::Proven,
            Some(Verdict::Claimed(_)) => State::Claimed,
            None if record.ticks.is_empty() && record.log.is_empty() => State::ToDo,
            None => State::Learning,
        }
    }

    /// Whether a skill stands in nobody's way: it is done, or left out.
    pub fn is_settled(&self, catalog: &Catalog, id: SkillId) -> bool {
        matches!(self.state(catalog, id), State::Proven | State::Claimed | State::Skipped)
    }

    /// What has to be learned before a skill, by its prerequisites: the open
    /// ones, and of a group of which none is done, all members, unless they are
    /// all left out.
    pub fn lacking<'a>(
        &'a self,
        catalog: &'a Catalog,
        skill: &'a Skill,
    ) -> impl Iterator<Item = &'a [SkillId]> {
        let is_open = |it: &&SkillId| !self.is_settled(catalog, **it);
        let all = skill.prerequisites.iter().filter(is_open).map(std::slice::from_ref);
        let open = |group: &&[SkillId]| {
            let states = || group.iter().map(|it| self.state(catalog, *it));
            !states().any(State::is_done) && states().any(|it| it != State::Skipped)
        };
        all.chain(skill.prerequisites_any.iter().map(Vec::as_slice).filter(open))
    }

    /// When a proof was ticked.
    pub fn ticked(&self, id: SkillId, proof: ProofId) -> Option<Date> {
        self.skills.get(&id)?.ticks.get(&proof).copied()
    }

    /// Ticks a proof. A tick that is there already keeps its date.
    pub fn prove(&mut self, id: SkillId, proof: ProofId, today: Date) {
        self.change_record(id, |record| {
            record.ticks.entry(proof).or_insert(today);
            if matches!(record.verdict, Some(Verdict::Skipped(_))) {
                record.verdict = None;
            }
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

    /// Puts a skill back to where nothing was done about it.
    pub fn reset(&mut self, id: SkillId) {
        self.skills.remove(&id);
    }

    /// Begins to follow a route today. One that is followed already keeps its start.
    pub fn follow(&mut self, id: RouteId, today: Date) {
        self.routes.entry(id).or_default().since.get_or_insert(today);
    }

    /// Stops following a route; what was reached on it stays.
    pub fn leave(&mut self, id: RouteId) {
        let mut journey = self.routes.remove(&id).unwrap_or_default();
        journey.since = None;
        self.set_journey(id, journey);
    }

    /// Ticks a milestone. A tick that is there already keeps its date.
    pub fn reach(&mut self, id: RouteId, milestone: MilestoneId, today: Date) {
        self.routes.entry(id).or_default().ticks.entry(milestone).or_insert(today);
    }

    /// Takes the tick of a milestone back.
    pub fn unreach(&mut self, id: RouteId, milestone: MilestoneId) {
        let mut journey = self.routes.remove(&id).unwrap_or_default();
        journey.ticks.remove(&milestone);
        self.set_journey(id, journey);
    }

    /// Whether a route is followed now.
    pub fn follows(&self, id: RouteId) -> bool {
        self.routes.get(&id).is_some_and(|journey| journey.since.is_some())
    }

    /// Picks a member of a choice instead of its other members.
    pub fn pick(&mut self, choice: &[SkillId], member: SkillId) {
        self.picks.retain(|it| !choice.contains(it));
        self.picks.insert(member);
    }
}

impl State {
    /// All of them, in the order in which a skill goes through them.
    pub const ALL: [Self; 5] =
        [Self::ToDo, Self::Learning, Self::Proven, Self::Claimed, Self::Skipped];

    /// The word for it on screens.
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
    pub const ALL: [Self; 3] = [Self::Essential, Self::Important, Self::Everything];

    /// The word for it, in files and on screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Essential => "essential",
            Self::Important => "important",
            Self::Everything => "everything",
        }
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
        let catalog = Catalog::embedded().unwrap();
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
                "unlog" => progress.unlog(id, &EntryId::new(TODAY, "a")),
                tick if tick.starts_with('+') => {
                    progress.prove(id, proof(tick[1..].parse().unwrap()), TODAY);
                }
                tick => progress.take_back(id, proof(tick[1..].parse().unwrap())),
            }
        }
        assert_eq!(progress.state(&catalog, id), expected, "{words}");
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
