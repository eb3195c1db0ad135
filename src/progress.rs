//! What this learner wants and has done.
//!
//! Every change goes through a method of `edit`, and every method leaves a state
//! that makes sense: a skill is never claimed and skipped at once, and ticking
//! a proof takes back that the skill was skipped. Which changes a learner may
//! make, and what follows from them, is for `deeds` to say.

mod change;
mod edit;
mod learner;
mod past;
mod review;
mod spent;
mod study;
mod three;
mod time;
mod week;
mod written;

use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
    sync::Arc,
};

use jiff::civil::Date;
use strum::VariantArray;

pub use self::{
    change::Change,
    learner::Learner,
    review::{Card, Grade, Grades, MOST_SHARE, USUAL_SHARE},
    spent::Spent,
    study::{ASSUMED_HOURS, hours_of_week, minutes_on, monday},
    time::{Log, Task, Timer},
    week::{DAY_MINUTES, Day, EntryId, Week},
    written::{Evidence, Mark, Notable, Note},
};

use crate::catalog::{
    Catalog, ClimbId, Importance, MilestoneId, PointId, ProjectId, ProofId, RegionId, ResourceId,
    RoleId, RouteId, Rung, SkillId,
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
    /// What has a place of its own in the plan: right behind something else,
    /// or, without that, at the beginning.
    pub pins: BTreeMap<ClimbId, Option<Item>>,
    /// The plan that was kept to compare with: when each item was to be finished.
    pub baseline: BTreeMap<Item, Date>,
    /// The months worked as a developer; none if the learner has not said.
    pub experience: Option<u32>,
    /// Whether the learner would rather see no dates.
    pub hides_dates: bool,
    /// Whether the learner would rather not look back on their weeks.
    pub hides_looks: bool,
    /// The share of a week that reviews take at the most, in percent; none if the
    /// learner has not said.
    pub review_share: Option<u32>,
    /// The clocks that run, by the entries they will be. One as a rule; two where two
    /// machines had one each.
    pub timers: BTreeMap<EntryId, Timer>,
    /// What was done about each skill; none of it is empty. Shared, because
    /// states are kept to undo, to save and to compare with, and a log of years
    /// is long.
    pub skills: BTreeMap<SkillId, Arc<Record>>,
    /// What was built of each project; none of it is empty.
    pub projects: BTreeMap<ProjectId, Build>,
    /// The routes followed, or once followed; none of it is empty.
    pub routes: BTreeMap<RouteId, Journey>,
    /// What the learner wrote about things. To take back what was done about one
    /// takes nothing away from that.
    pub notes: BTreeMap<Notable, Note>,
    /// What was said of each question that came back; none of it is empty.
    pub reviews: BTreeMap<Card, Arc<Grades>>,
}

/// Something that has a place in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Item {
    /// A skill is climbed to a rung.
    Climb(ClimbId),
    /// A project is built.
    Project(ProjectId),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray)]
pub enum Depth {
    /// Only what is essential.
    Essential,
    /// What is important as well.
    Important,
    /// All of it.
    Everything,
}

/// What was done about a skill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The proofs ticked, and when.
    pub ticks: BTreeMap<ProofId, Date>,
    /// The time spent on it, in minutes.
    pub log: Log,
    /// The rungs the learner says they know already, each with all below it, and
    /// when they said so. Empty if the skill is skipped.
    pub claims: BTreeMap<Rung, Date>,
    /// When the learner said that they do not want it.
    pub skipped: Option<Date>,
    /// What shows that a proof holds, whether it is ticked or not.
    pub evidence: BTreeMap<ProofId, Evidence>,
    /// What the learner thinks that the climbs to some rungs take them, in minutes.
    pub hours: BTreeMap<Rung, u32>,
    /// The resources marked as read, and when.
    pub read: BTreeMap<ResourceId, Date>,
}

/// What was built of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Build {
    /// The acceptance points ticked, and when.
    pub points: BTreeMap<PointId, Date>,
    /// What shows that a point is met, whether it is ticked or not.
    pub evidence: BTreeMap<PointId, Evidence>,
    /// The time spent on it, in minutes.
    pub log: Log,
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

    /// What has a place of its own in the plan.
    pub fn pins(&self) -> &BTreeMap<ClimbId, Option<Item>> {
        &self.facts.pins
    }

    /// The plan that was kept to compare with.
    pub fn baseline(&self) -> &BTreeMap<Item, Date> {
        &self.facts.baseline
    }

    /// The months worked as a developer; none if the learner has not said.
    pub fn experience(&self) -> Option<u32> {
        self.facts.experience
    }

    /// Whether the learner would rather see no dates.
    pub fn hides_dates(&self) -> bool {
        self.facts.hides_dates
    }

    /// The goal if it is that role, or else what it would be: as deep as the
    /// learner aims, or as deep as one begins.
    pub fn goal_of(&self, role: RoleId) -> Goal {
        Goal { role, depth: self.facts.goal.map_or(Depth::FIRST, |goal| goal.depth) }
    }

    /// Whether that role is the goal.
    pub fn aims_for(&self, role: RoleId) -> bool {
        self.facts.goal.is_some_and(|goal| goal.role == role)
    }

    /// The region whose figures and routes come first: the learner's, or else
    /// where they seem to be, or else the first of the catalog. None only where
    /// the catalog has none.
    pub fn region_in_front(&self, catalog: &Catalog, here: Option<RegionId>) -> Option<RegionId> {
        let first = || catalog.regions().next().map(|(id, _)| id);
        self.facts.region.or(here).or_else(first)
    }

    /// What was done about a skill, if anything.
    pub fn record(&self, id: SkillId) -> Option<&Record> {
        self.facts.skills.get(&id).map(|record| &**record)
    }

    /// What was built of a project, if anything.
    pub fn build(&self, id: ProjectId) -> Option<&Build> {
        self.facts.projects.get(&id)
    }

    /// All that was built.
    pub fn builds(&self) -> impl Iterator<Item = (ProjectId, &Build)> {
        self.facts.projects.iter().map(|(id, build)| (*id, build))
    }

    /// When an acceptance point was ticked.
    pub fn built(&self, id: ProjectId, point: PointId) -> Option<Date> {
        self.build(id)?.points.get(&point).copied()
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

    /// The highest rung of a skill that is claimed.
    pub fn claimed(&self, id: SkillId) -> Option<Rung> {
        self.record(id)?.claimed()
    }

    /// When a skill was skipped.
    pub fn skipped(&self, id: SkillId) -> Option<Date> {
        self.record(id)?.skipped
    }

    /// What the learner wrote about a thing.
    pub fn note(&self, thing: Notable) -> Option<&Note> {
        self.facts.notes.get(&thing)
    }

    /// What the learner has to show for a proof or a point.
    pub fn evidence(&self, mark: Mark) -> Option<&Evidence> {
        match mark {
            Mark::Proof(id, proof) => self.record(id)?.evidence.get(&proof),
            Mark::Point(id, point) => self.build(id)?.evidence.get(&point),
        }
    }

    /// How long the learner thinks that the climb to a rung takes them, in minutes.
    pub fn own_hours(&self, id: SkillId, rung: Rung) -> Option<u32> {
        self.record(id)?.hours.get(&rung).copied()
    }

    /// When a resource was marked as read.
    pub fn read(&self, id: SkillId, resource: ResourceId) -> Option<Date> {
        self.record(id)?.read.get(&resource).copied()
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

impl From<Facts> for Progress {
    /// The progress of these facts, of which those that say nothing are left out.
    fn from(mut facts: Facts) -> Self {
        facts.skills.retain(|_, record| {
            if record.skipped.is_some() && !record.claims.is_empty() {
                Arc::make_mut(record).keep_last_word();
            }
            **record != Record::default()
        });
        facts.projects.retain(|_, build| *build != Build::default());
        facts.routes.retain(|_, journey| *journey != Journey::default());
        facts.reviews.retain(|_, grades| !grades.is_empty());
        facts.breaks.retain(|from, to| from <= to);
        let mut progress = Self { facts };
        // A clock that was stopped elsewhere is an entry by now.
        let mut timers = mem::take(&mut progress.facts.timers);
        timers.retain(|entry, timer| {
            !progress.log_of(timer.task).is_some_and(|log| log.contains_key(entry))
        });
        progress.facts.timers = timers;
        progress
    }
}

impl Record {
    /// What was wished about a skill, and nothing of what was done.
    fn untouched(&self) -> Self {
        Self { skipped: self.skipped, ..Self::default() }
    }

    /// Ends a skip: doing something about a skill means wanting it after all.
    fn take_up(&mut self) {
        self.skipped = None;
    }

    /// Of a claim and a skip keeps what was said last, and of the same day the claim.
    fn keep_last_word(&mut self) {
        if self.claims.values().max() >= self.skipped.as_ref() {
            self.skipped = None;
        } else {
            self.claims.clear();
        }
    }

    /// The highest rung claimed.
    pub fn claimed(&self) -> Option<Rung> {
        self.claims.last_key_value().map(|(rung, _)| *rung)
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

    /// The depth to begin with, as a teacher would: more can be added when that is near.
    pub const FIRST: Self = Self::Essential;

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

    /// Does the words one after the other to a skill with three proofs of working
    /// knowledge; what state is it in?
    #[track_caller]
    fn check(words: &str, expected: State) {
        let catalog = Catalog::embedded();
        let working = |id| catalog.climb(catalog.climb_to(id, Rung::Working));
        let has_three = |id: &SkillId| working(*id).proofs.len() == 3;
        let id = catalog.skills().map(|(id, _)| id).find(has_three).unwrap();
        let proof = |number: usize| working(id).proofs[number];
        let mut progress = Progress::default();
        for word in words.split_whitespace() {
            match word {
                "claim" => progress.claim(id, Rung::Working, TODAY),
                "skip" => progress.skip(id, TODAY),
                "plain" => {
                    progress.unclaim(id);
                    progress.take_up(id);
                }
                "reset" => progress.reset(id),
                "log" => progress.log(Task::Skill(id), EntryId::new(TODAY, "a"), 45),
                "unlog" => progress.unlog(Task::Skill(id), TODAY),
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
