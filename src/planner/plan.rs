//! The plan: what, in which order, when, and how sure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    calendar::{Calendar, SetAside},
    choice::Choice,
    effort::effort,
    forecast::Spread,
    ground::Ground,
    lanes::{Lanes, laid},
    left, pace,
    pace::Pace,
    reason::Reason,
    sequence::{Sequence, Sequencer},
    stages::StageKind,
    step::{CalendarWeek, Stage, Step},
    way::{Way, after, even, latest},
};
use crate::{
    catalog::{ClimbId, Importance, Rhythm, SkillId},
    progress::{Goal, Item, Learner, Progress},
    reviews,
};

/// What when, and how sure that is.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What it leads to; without a goal there is nothing to plan.
    pub goal: Option<Goal>,
    /// The choices on the way, and what answers each.
    pub choices: Vec<Choice>,
    /// The stages of the path, as far as something is left of them.
    pub stages: Vec<Stage>,
    /// What is learned and built, in order, stage by stage.
    pub steps: Vec<Step>,
    /// The weeks from the first day of study to the last.
    pub weeks: Vec<CalendarWeek>,
    /// The minutes left: `likely` is what is laid into the weeks.
    pub minutes_left: Spread<u32>,
    /// The minutes left until one can apply.
    pub minutes_to_apply: u32,
    /// From when on one can apply for the role, or why there is no saying.
    pub apply: Result<Spread<Date>, NoFinish>,
    /// When all of it is done, or why there is no saying.
    pub finish: Result<Spread<Date>, NoFinish>,
    /// How much the order inside the stages disagrees with the teachers.
    pub cost: f64,
    /// What no order of the same stages can go below.
    pub bound: f64,
    /// The first day of study: today, or later if the start is put off.
    pub from: Date,
    /// Whether the learner has not said their hours, so that those of
    /// [`ASSUMED_HOURS`](super::ASSUMED_HOURS) stand in.
    pub hours_are_assumed: bool,
    /// How long this learner takes. Unless it
    /// [`is_measured`](Pace::is_measured), the ranges rest on what is known of
    /// learners in general: say "not enough data yet".
    pub pace: Pace,
    /// How many days later than in the kept plan one can apply; less than 0 if
    /// earlier, none without a kept plan or a date.
    pub slip: Option<i32>,
    /// What is kept for reviews, week by week.
    pub aside: SetAside,
}

/// Why a plan has no finish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFinish {
    /// There is no goal yet.
    NoGoal,
    /// Nothing is left to learn.
    Done,
    /// The learner has no hours on any day of the week.
    NoHours,
    /// It is more than two centuries away.
    TooFar,
}

/// What when: the plan for the learner's goal.
///
/// What to learn is told by `closure`, in which stage by `stages`, in which order
/// by the teachers, and when by the learner's hours: one thing after the other,
/// and beside it at most one that grows alongside. Pure: what-if is the plan for
/// a changed progress.
///
/// ```
/// use rungs::{catalog::Catalog, planner::{self, NoFinish}, progress::{Depth, Goal, Learner, Progress}};
///
/// let catalog = Catalog::embedded();
/// let today = jiff::civil::date(2027, 3, 1);
/// let mut progress = Progress::default();
/// assert_eq!(planner::plan(Learner { catalog: &catalog, progress: &progress }, today).finish, Err(NoFinish::NoGoal));
///
/// let role = catalog.find_role("back-end-developer");
/// progress.set_goal(role.map(|role| Goal { role, depth: Depth::Essential }));
/// let plan = planner::plan(Learner { catalog: &catalog, progress: &progress }, today);
/// assert!(plan.finish.is_ok_and(|finish| finish.low <= finish.likely && finish.likely <= finish.high));
/// assert!(plan.apply.is_ok_and(|apply| plan.finish.is_ok_and(|finish| apply.likely <= finish.likely)));
/// ```
pub fn plan(learner: Learner<'_>, today: Date) -> Plan {
    let mut calendar = Calendar::new(learner.progress, today);
    let mut plan = Plan {
        goal: learner.progress.goal(),
        choices: Vec::new(),
        stages: Vec::new(),
        steps: Vec::new(),
        weeks: Vec::new(),
        minutes_left: Spread::default(),
        minutes_to_apply: 0,
        apply: Err(NoFinish::NoGoal),
        finish: Err(NoFinish::NoGoal),
        cost: 0.0,
        bound: 0.0,
        from: calendar.from,
        hours_are_assumed: learner.progress.hours().is_empty(),
        pace: pace::pace(learner),
        slip: None,
        aside: SetAside::default(),
    };
    let Some(ground) = Ground::new(learner) else { return plan };
    let sequence = ground.sequence(learner);
    plan.choices = ground.choices().to_vec();
    (plan.cost, plan.bound) = (sequence.cost, sequence.bound);
    let stage = |kind| Stage { kind, minutes: 0, start: None, finish: None };
    plan.stages = ground.kinds().map(stage).collect();
    plan.take(&ground.sequencer(learner), &sequence);
    let lanes = plan.lanes(learner, &sequence);
    plan.weeks = laid(&calendar, &mut plan.steps, &lanes);
    if plan.set_aside(learner, today, &calendar) {
        calendar = calendar.setting_aside(&plan.aside);
        plan.weeks = laid(&calendar, &mut plan.steps, &lanes);
    }
    plan.settle();
    plan.foresee(learner, &calendar);
    plan.compare(learner.progress);
    plan
}

impl Plan {
    /// Sets aside what reviews will take, by the dates there would be without them, and
    /// forgets these; says whether there is anything to set aside.
    fn set_aside(&mut self, learner: Learner<'_>, today: Date, calendar: &Calendar) -> bool {
        let climbs = self.steps.iter().filter_map(|it| match it.item {
            Item::Climb(id) => Some((id, it.finish?)),
            Item::Project(_) => None,
        });
        let Some(reviews) = reviews::aside(learner, today, climbs) else { return false };
        // Half as long again, for those to whom all of it takes longer.
        self.aside = calendar.aside(reviews, self.weeks.len() * 3 / 2);
        for step in &mut self.steps {
            (step.start, step.finish) = (None, None);
        }
        true
    }

    /// The minutes a week that are kept for reviews, on average.
    pub fn review_minutes(&self) -> u32 {
        let all: u32 = self.weeks.iter().map(|it| it.reviews).sum();
        u32::try_from(self.weeks.len()).ok().and_then(|it| all.checked_div(it)).unwrap_or(0)
    }

    /// Makes steps of all that stands in order, without dates.
    fn take(&mut self, sequencer: &Sequencer<'_>, sequence: &Sequence) {
        let Sequence { line, lane, job, .. } = sequence;
        let lane = lane.iter().map(|(id, stage)| (Item::Climb(*id), *stage));
        let job = job.iter().map(|(id, stage)| (Item::Climb(*id), *stage));
        let all: Vec<(Item, usize)> = line.iter().copied().chain(lane).chain(job).collect();
        let planned: BTreeSet<Item> = all.iter().map(|(item, _)| *item).collect();
        let needs: Vec<Vec<Item>> = all
            .iter()
            .map(|(item, _)| {
                let needs = sequencer.needs_of(*item).into_iter();
                needs.filter(|it| planned.contains(it)).collect()
            })
            .collect();
        let mut opens: BTreeMap<Item, Vec<Item>> = BTreeMap::new();
        for ((item, _), needs) in all.iter().zip(&needs) {
            for need in needs {
                opens.entry(*need).or_default().push(*item);
            }
        }
        let learner = sequencer.learner;
        for (at, ((item, stage), own)) in all.iter().zip(&needs).enumerate() {
            let pace = self.pace.factor(left::area(learner, *item));
            let left = effort(learner, *item, pace).likely * pace;
            let rhythm = rhythm(learner, *item);
            let minutes = if rhythm == Rhythm::Job { 0 } else { left::minutes(left) };
            let later = all.get(at + 1..).unwrap_or_default();
            let opened = opens.get(item).map(Vec::as_slice).unwrap_or_default();
            let importance = match item {
                Item::Climb(id) => sequencer.layout.importance.get(id).copied(),
                Item::Project(_) => Some(Importance::Essential),
            };
            self.steps.push(Step {
                item: *item,
                stage: *stage,
                rhythm,
                minutes,
                importance,
                needs: own.clone(),
                is_pinned: is_pinned(learner.progress, *item),
                start: None,
                finish: None,
                slip: None,
                reason: Reason::of(sequencer, (*item, *stage), (opened, own), later, importance),
            });
        }
    }

    /// Where in the steps the two lanes are.
    fn lanes(&self, learner: Learner<'_>, sequence: &Sequence) -> Lanes {
        let end = sequence.line.len();
        let first = self.first_beside(learner, end);
        let is_post = |at: &usize| {
            matches!(self.stages.get(*at).map(|it| it.kind), Some(StageKind::Post(..)))
        };
        // What only a later post calls for does not put off the one before it.
        let begins = |(_, stage): &(ClimbId, usize)| {
            let post = (0..*stage).rev().find(is_post);
            post.map_or(first, |post| first.max(post + 1))
        };
        let begins: Vec<usize> = sequence.lane.iter().map(begins).collect();
        Lanes { line: 0..end, lane: end..end + begins.len(), begins }
    }

    /// The stage from which on something grows beside the line: when one can program
    /// and has built something.
    fn first_beside(&self, learner: Learner<'_>, end: usize) -> usize {
        let catalog = learner.catalog;
        let line = || self.steps.iter().take(end);
        let [first, last] = [line().map(|it| it.stage).min(), line().map(|it| it.stage).max()]
            .map(|it| it.unwrap_or(0));
        let is_project = |at: usize| {
            matches!(self.stages.get(at).map(|it| it.kind), Some(StageKind::Project(_)))
        };
        if !is_project(first) {
            return first;
        }
        let languages: BTreeSet<SkillId> =
            catalog.curricula().iter().flat_map(|it| it.languages.iter().copied()).collect();
        let knows_one = languages.iter().any(|it| learner.reached(*it).is_some());
        let speaks = |it: &&Step| match it.item {
            Item::Climb(id) => languages.contains(&catalog.climb(id).skill),
            Item::Project(_) => false,
        };
        let spoken = line().find(speaks).filter(|_| !knows_one).map(|it| it.stage);
        let has_built = learner.progress.builds().any(|(id, _)| learner.is_built(id));
        let after = |stage: usize| (stage + 1).min(last);
        match spoken {
            Some(stage) => after(stage),
            None if has_built => first,
            None => after(first),
        }
    }

    /// Puts what grows alongside and what a job teaches among the steps, leaves out
    /// stages of which nothing is left, and dates the rest.
    fn settle(&mut self) {
        let order = |it: &Step| (it.stage, it.rhythm == Rhythm::Job);
        // What grows alongside belongs to the stage that is under way when it begins.
        let line: Vec<(Date, usize)> = self
            .steps
            .iter()
            .filter(|it| it.rhythm != Rhythm::Alongside)
            .filter_map(|it| Some((it.start?, it.stage)))
            .collect();
        for step in self.steps.iter_mut().filter(|it| it.rhythm == Rhythm::Alongside) {
            let under_way = |start: Date| {
                line.iter().filter(|(date, _)| *date <= start).map(|(_, stage)| *stage).max()
            };
            if let Some(stage) = step.start.and_then(under_way) {
                step.stage = stage;
            }
        }
        self.put_jobs_behind_needs();
        self.steps.sort_by_key(order);
        let kept: Vec<usize> = (0..self.stages.len())
            .filter(|at| {
                let has_steps = self.steps.iter().any(|it| it.stage == *at);
                let kind = self.stages.get(*at).map(|it| it.kind);
                has_steps
                    || matches!(kind, Some(StageKind::Apply(_)))
                    || matches!(kind, Some(StageKind::Post(_, months)) if months > 0)
            })
            .collect();
        for step in &mut self.steps {
            step.stage = kept.iter().position(|it| *it == step.stage).unwrap_or(0);
        }
        let mut at = 0;
        self.stages.retain(|_| {
            at += 1;
            kept.contains(&(at - 1))
        });
        for (at, stage) in self.stages.iter_mut().enumerate() {
            let own = || self.steps.iter().filter(|it| it.stage == at);
            stage.minutes = own().fold(0, |sum: u32, it| sum.saturating_add(it.minutes));
            let in_line = own().filter(|it| it.is_in_line()).filter_map(|it| it.start).min();
            stage.start = in_line.or_else(|| own().filter_map(|it| it.start).min());
        }
    }

    /// What a job teaches is taught where all it needs is there.
    fn put_jobs_behind_needs(&mut self) {
        for at in 0..self.steps.len() {
            let Some(step) = self.steps.get(at) else { break };
            if step.rhythm != Rhythm::Job {
                continue;
            }
            let is_needed = |it: &&Step| step.needs.contains(&it.item);
            let last = self.steps.iter().filter(is_needed).map(|it| it.stage).max();
            let stage = last.map_or(step.stage, |last| last.max(step.stage));
            if let Some(step) = self.steps.get_mut(at) {
                step.stage = stage;
            }
        }
    }

    /// Says when each stage is over, from when on one can apply, and when all is done.
    fn foresee(&mut self, learner: Learner<'_>, calendar: &Calendar) {
        let mut way = Way::new(calendar);
        if let Some(why) = self.barred(calendar) {
            (self.apply, self.finish) = (Err(why), Err(why));
            self.steps.iter().for_each(|it| way.walk(learner, &self.pace, it));
            self.minutes_left = way.load.spread(&self.pace);
            return;
        }
        // When the last post is over: nobody can apply for the next role before.
        let mut free: Option<Spread<Date>> = Some(even(calendar.from));
        let mut applied = Err(NoFinish::TooFar);
        let mut steps = self.steps.iter().peekable();
        for (at, stage) in self.stages.iter_mut().enumerate() {
            if let StageKind::Apply(_) = stage.kind {
                let ready = way.ready(&self.pace, way.all);
                free = free.zip(ready).map(|(one, other)| latest(one, other));
                applied = free.ok_or(NoFinish::TooFar);
                self.minutes_to_apply = way.load.spread(&self.pace).likely;
            }
            while let Some(step) = steps.next_if(|it| it.stage <= at) {
                way.walk(learner, &self.pace, step);
            }
            stage.finish = match stage.kind {
                StageKind::Post(_, months) => {
                    free = free.and_then(|it| after(it, months));
                    stage.start = applied.ok().map(|it: Spread<Date>| it.likely);
                    free
                }
                StageKind::Apply(_) => {
                    let own = way.ready(&self.pace, way.all);
                    free.zip(own).map(|(one, other)| latest(one, other))
                }
                // What grows alongside does not keep a stage from being over.
                StageKind::Project(_) | StageKind::Study(_) | StageKind::Wider => {
                    way.ready(&self.pace, way.line)
                }
            };
        }
        self.minutes_left = way.load.spread(&self.pace);
        self.apply = applied;
        let all = way.ready(&self.pace, way.all);
        let ends = applied.ok().zip(all).map(|(one, other)| latest(one, other));
        self.finish = ends.ok_or(NoFinish::TooFar);
    }

    /// Why there is no saying when, if that is plain from the start.
    fn barred(&self, calendar: &Calendar) -> Option<NoFinish> {
        let has_steps = self.steps.iter().any(|it| it.minutes > 0);
        let has_posts = self.stages.iter().any(|it| matches!(it.kind, StageKind::Post(..)));
        match (has_steps, has_posts) {
            (false, false) => Some(NoFinish::Done),
            (true, _) if !calendar.has_hours() => Some(NoFinish::NoHours),
            _ => None,
        }
    }

    /// Compares with the plan that was kept.
    fn compare(&mut self, progress: &Progress) {
        let days = |from: &Date, to: Date| (to - *from).get_days();
        for step in &mut self.steps {
            let kept = progress.baseline().get(&step.item);
            step.slip = kept.and_then(|kept| Some(days(kept, step.finish?)));
        }
        let end = self.steps.iter().filter_map(|it| it.finish).max();
        self.slip = progress.baseline().values().max().and_then(|kept| Some(days(kept, end?)));
    }

    /// The step for an item, if it is planned.
    pub fn step(&self, item: Item) -> Option<&Step> {
        self.steps.iter().find(|it| it.item == item)
    }

    /// The steps of a skill, the lowest rung first.
    pub fn steps_of_skill<'a>(
        &'a self,
        learner: Learner<'a>,
        id: SkillId,
    ) -> impl Iterator<Item = &'a Step> {
        self.steps.iter().filter(move |it| it.skill(learner) == Some(id))
    }

    /// What to keep as [`Progress::baseline`], to compare later plans with.
    pub fn as_baseline(&self) -> BTreeMap<Item, Date> {
        self.steps.iter().filter_map(|it| Some((it.item, it.finish?))).collect()
    }

    /// The next `count` steps of those that are studied or built one after the other.
    pub fn next(&self, count: usize) -> Vec<&Step> {
        self.steps.iter().filter(|it| it.is_in_line()).take(count).collect()
    }

    /// The stage that is under way.
    pub fn current_stage(&self) -> Option<&Stage> {
        self.stages.first()
    }
}

impl Step {
    /// Whether it is studied or built one after the other, and so has a place of its own.
    pub fn is_in_line(&self) -> bool {
        matches!(self.rhythm, Rhythm::Block | Rhythm::Applying)
    }

    /// The skill that is climbed, if it is no project.
    pub fn skill(&self, learner: Learner<'_>) -> Option<SkillId> {
        match self.item {
            Item::Climb(id) => Some(learner.catalog.climb(id).skill),
            Item::Project(_) => None,
        }
    }
}

fn rhythm(learner: Learner<'_>, item: Item) -> Rhythm {
    match item {
        Item::Climb(id) => learner.catalog.climb(id).rhythm,
        Item::Project(_) => Rhythm::Block,
    }
}

fn is_pinned(progress: &Progress, item: Item) -> bool {
    matches!(item, Item::Climb(id) if progress.pins().contains_key(&id))
}
