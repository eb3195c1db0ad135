//! Looking back on a week: what was meant, what was done, and one thing to try.

use jiff::{ToSpan as _, civil::Date};

use super::{Entry, Happening, journal, time};
use crate::{
    planner::{self, Plan},
    progress::{Item, Learner},
};

/// With that share of what was meant, a week was as planned.
const MOST: u32 = 85;
/// With less than that in two weeks on end, the plan asks for too much.
const LITTLE: u32 = 60;

/// A week as one looks back on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The week.
    pub week: time::Week,
    /// The days of it on which one studied.
    pub days: usize,
    /// What was finished in it: rungs, projects and milestones.
    pub finished: Vec<Happening>,
    /// The proofs and points ticked in it.
    pub ticks: usize,
    /// Whether nothing was meant to be done in it, for there was a break.
    pub is_break: bool,
    /// One thing to try; none in a break that was one.
    pub suggestion: Option<Suggestion>,
}

/// One thing to try in the week to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// It went as planned: go on like that, with this.
    GoOn(Option<Item>),
    /// More was done than planned: the plan may say so, in minutes a week.
    SayMore(u32),
    /// Less was done for two weeks: the plan may ask for less, in minutes a week.
    AskLess(u32),
    /// Nothing was done: begin small, with this.
    BeginSmall(Option<Item>),
    /// Time was spent and nothing ticked: look whether a proof of this is ready.
    Tick(Option<Item>),
}

/// The week before the one that holds today; none if the learner had not begun by then.
pub fn look_back(learner: Learner<'_>, plan: Option<&Plan>, today: Date) -> Option<Look> {
    let before = planner::monday(today).yesterday().ok()?;
    let [last, week] = time::weeks(learner, before, 2).try_into().ok()?;
    let all = journal(learner);
    let sunday = week.monday.checked_add(6.days()).ok()?;
    let first = all.last()?.day;
    if first > sunday {
        return None;
    }
    let of_week: Vec<&Entry> =
        all.iter().filter(|it| (week.monday..=sunday).contains(&it.day)).collect();
    let is_end = |it: &&&Entry| {
        matches!(it.what, Happening::Built(_) | Happening::Proven(_) | Happening::Reached(..))
    };
    let finished: Vec<Happening> =
        of_week.iter().filter(is_end).map(|it| it.what.clone()).collect();
    let is_tick = |it: &&&Entry| matches!(it.what, Happening::Ticked(..) | Happening::Met(..));
    let ticks = of_week.iter().filter(is_tick).count();
    let days = time::days(learner).range(week.monday..=sunday).count();
    let next = plan.and_then(|it| it.next(1).first().map(|step| step.item));
    let is_break = week.planned == 0 && time::is_off(learner, week.monday);
    let shown = ticks + finished.len();
    let is_idle = week.done == 0 && shown == 0;
    let suggestion = (!(is_break && is_idle)).then(|| suggestion([last, week], shown, next));
    Some(Look { week, days, finished, ticks, is_break, suggestion })
}

fn suggestion([last, week]: [time::Week; 2], shown: usize, next: Option<Item>) -> Suggestion {
    let share = |it: time::Week| it.done.saturating_mul(100).checked_div(it.planned);
    let was_little = |it: time::Week| share(it).is_some_and(|share| share < LITTLE);
    let both = u32::midpoint(last.done, week.done);
    match share(week) {
        _ if week.done == 0 && shown == 0 => Suggestion::BeginSmall(next),
        Some(share) if share > 130 && was_much(last) => Suggestion::SayMore(both),
        _ if was_little(week) && was_little(last) && both >= 60 => Suggestion::AskLess(both),
        Some(MOST..) if shown == 0 => Suggestion::Tick(next),
        _ => Suggestion::GoOn(next),
    }
}

fn was_much(week: time::Week) -> bool {
    week.planned > 0 && week.done > week.planned
}
