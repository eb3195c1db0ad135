//! The plan: what, in which order, when, and how sure.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    calendar::{Calendar, monday},
    choice::{Choice, choices},
    closure::{Closure, closure},
    effort::{effort, whole},
    forecast::{AreaLoad, Spread, forecast},
    graph::Graph,
    order, pace,
    pace::Pace,
    pins::pinned,
    reason::Reason,
};
use crate::{
    catalog::{Importance, SkillId},
    progress::{Goal, Learner, Progress},
};

/// Which skill when, and how sure that is.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What it leads to; without a goal there is nothing to plan.
    pub goal: Option<Goal>,
    /// The choices on the way, and what answers each.
    pub choices: Vec<Choice>,
    /// The skills in the order in which to learn them.
    pub steps: Vec<Step>,
    /// The weeks from the first day of study to the last.
    pub weeks: Vec<CalendarWeek>,
    /// The minutes left: `likely` is what is laid into the weeks.
    pub minutes_left: Spread<u32>,
    /// When all of it is done, or why there is no saying.
    pub finish: Result<Spread<Date>, NoFinish>,
    /// Whether no other choices would cost fewer hours.
    pub is_exact: bool,
    /// The first day of study: today, or later if the start is put off.
    pub from: Date,
    /// Whether the learner has not said their hours, so that those of
    /// [`ASSUMED_HOURS`](super::ASSUMED_HOURS) stand in.
    pub hours_are_assumed: bool,
    /// How long this learner takes. Unless it
    /// [`is_measured`](Pace::is_measured), the ranges rest on what is known of
    /// learners in general: say "not enough data yet".
    pub pace: Pace,
    /// How many days later than in the kept plan it ends; less than 0 if
    /// earlier, none without a kept plan or a date.
    pub slip: Option<i32>,
}

/// A skill in the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What is learned.
    pub skill: SkillId,
    /// The minutes left of it, at this learner's pace.
    pub minutes: u32,
    /// What it weighs in the order: 3, 2 or 1 by importance, and 0 if only other
    /// skills need it.
    pub weight: f64,
    /// How much the goal calls for it; none if only other skills need it.
    pub importance: Option<Importance>,
    /// The skills of the plan it needs, each of which stands before it.
    pub needs: Vec<SkillId>,
    /// Whether the learner gave it its place.
    pub is_pinned: bool,
    /// The first day on it; none if that is too far away.
    pub start: Option<Date>,
    /// The last day on it.
    pub finish: Option<Date>,
    /// How many days later than in the kept plan it is finished; less than 0 if earlier.
    pub slip: Option<i32>,
    /// Why it stands here.
    pub reason: Reason,
}

/// A week of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarWeek {
    /// Its Monday.
    pub start: Date,
    /// The minutes there are in it, from the first day of study on and without breaks.
    pub capacity: u32,
    /// What is done in it, day by day.
    pub sessions: Vec<Session>,
}

/// Some time on a skill on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// The day of study.
    pub date: Date,
    /// What is studied.
    pub skill: SkillId,
    /// How long, in minutes.
    pub minutes: u32,
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

/// Which skill when: the plan for the learner's goal.
///
/// What to learn is told by [`closure`], in which order by Sidney's
/// decomposition, when by the learner's hours, one skill after the other (so
/// there is never more than one new skill under way at once, where two would be
/// allowed), and how sure by the learner's pace. Pure: what-if is the plan for
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
/// # Ok::<(), rungs::catalog::CatalogError>(())
/// ```
pub fn plan(learner: Learner<'_>, today: Date) -> Plan {
    let calendar = Calendar::new(learner.progress, today);
    let pace = pace::pace(learner);
    let mut plan = Plan {
        goal: learner.progress.goal(),
        choices: Vec::new(),
        steps: Vec::new(),
        weeks: Vec::new(),
        minutes_left: Spread::default(),
        finish: Err(NoFinish::NoGoal),
        is_exact: true,
        from: calendar.from,
        hours_are_assumed: learner.progress.hours().is_empty(),
        pace,
        slip: None,
    };
    let Some(goal) = learner.progress.goal() else { return plan };
    let closure = closure(learner, goal);
    plan.is_exact = closure.is_exact;
    plan.choices = choices(learner, goal, &closure.skills);
    plan.steps = steps(learner, goal, &closure, &plan.pace);
    plan.weeks = weeks(&calendar, &mut plan.steps);
    plan.foresee(learner, &calendar);
    plan.compare(learner.progress);
    plan
}

/// The skills in order, without dates.
fn steps(learner: Learner<'_>, goal: Goal, closure: &Closure, pace: &Pace) -> Vec<Step> {
    let graph = Graph::new(learner, goal, &closure.skills, pace);
    let order = order::sequence(&graph.tasks);
    let order = pinned(learner, &graph.tasks, &graph.skills, order);
    let step = |place: &usize| {
        let (skill, task) = (graph.skills.get(*place)?, graph.tasks.get(*place)?);
        let needs = task.needs.iter().filter_map(|it| graph.skills.get(*it));
        Some(Step {
            skill: *skill,
            minutes: whole(task.time),
            weight: task.weight,
            importance: graph.importance.get(*place).copied().flatten(),
            needs: needs.copied().collect(),
            is_pinned: learner.progress.pins().contains_key(skill),
            start: None,
            finish: None,
            slip: None,
            reason: Reason::of(learner.progress, &graph, *place),
        })
    };
    order.iter().filter_map(step).collect()
}

/// Lays the steps into the learner's days, and notes in each when it is.
fn weeks(calendar: &Calendar, steps: &mut [Step]) -> Vec<CalendarWeek> {
    let mut weeks: Vec<CalendarWeek> = Vec::new();
    if !calendar.has_hours() || steps.is_empty() {
        return weeks;
    }
    let mut steps = steps.iter_mut().map(|step| (step.minutes, step)).peekable();
    for (date, minutes) in calendar.days() {
        if steps.peek().is_none() && date == monday(date) {
            break;
        }
        if weeks.is_empty() || date == monday(date) {
            weeks.push(CalendarWeek { start: monday(date), capacity: 0, sessions: Vec::new() });
        }
        let Some(week) = weeks.last_mut() else { break };
        week.capacity += minutes;
        let mut free = minutes;
        while free > 0 {
            let Some((left, step)) = steps.peek_mut() else { break };
            let session = Session { date, skill: step.skill, minutes: free.min(*left) };
            week.sessions.push(session);
            step.start.get_or_insert(date);
            (free, *left) = (free - session.minutes, *left - session.minutes);
            if *left == 0 {
                step.finish = Some(date);
                steps.next();
            }
        }
    }
    weeks
}

impl Plan {
    fn foresee(&mut self, learner: Learner<'_>, calendar: &Calendar) {
        let mut loads: BTreeMap<_, AreaLoad> = BTreeMap::new();
        for step in &self.steps {
            let skill = learner.catalog.skill(step.skill);
            let pace = self.pace.factor(skill.area);
            let minutes = effort(learner, step.skill, pace).likely;
            loads.entry(skill.area).or_default().add(minutes, pace::spread(skill.hours));
        }
        let Spread { low, high, .. } = forecast(&loads, &self.pace);
        let planned = self.steps.iter().fold(0_u32, |sum, it| sum.saturating_add(it.minutes));
        let (low, high) = (low.min(f64::from(planned)), high.max(f64::from(planned)));
        self.minutes_left = Spread { low: whole(low), likely: planned, high: whole(high) };
        self.finish = match calendar.reached([low, f64::from(planned), high]) {
            _ if self.steps.is_empty() => Err(NoFinish::Done),
            _ if !calendar.has_hours() => Err(NoFinish::NoHours),
            [Some(low), Some(likely), Some(high)] => Ok(Spread { low, likely, high }),
            _ => Err(NoFinish::TooFar),
        };
    }

    /// Compares with the plan that was kept.
    fn compare(&mut self, progress: &Progress) {
        let days = |from: &Date, to: Date| (to - *from).get_days();
        for step in &mut self.steps {
            let kept = progress.baseline().get(&step.skill);
            step.slip = kept.and_then(|kept| Some(days(kept, step.finish?)));
        }
        let end = self.finish.ok().map(|it| it.likely);
        self.slip = progress.baseline().values().max().and_then(|kept| Some(days(kept, end?)));
    }

    /// The step for a skill, if it is planned.
    pub fn step(&self, id: SkillId) -> Option<&Step> {
        self.steps.iter().find(|it| it.skill == id)
    }

    /// What to keep as [`Progress::baseline`], to compare later plans with.
    pub fn as_baseline(&self) -> BTreeMap<SkillId, Date> {
        self.steps.iter().filter_map(|it| Some((it.skill, it.finish?))).collect()
    }

    /// The next `count` steps: those with nothing in their way, in the order of
    /// the plan; where there are too few, the others follow.
    pub fn next(&self, count: usize) -> Vec<&Step> {
        let (free, waiting): (Vec<_>, Vec<_>) =
            self.steps.iter().partition(|it| it.needs.is_empty());
        free.into_iter().chain(waiting).take(count).collect()
    }
}
