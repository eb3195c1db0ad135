//! Against the plan that was kept: what moved the end, and what would bring it back.
//!
//! The kept plan says when each step was to be finished. What was due by today and is
//! open, what has been added since, what was done before its time and what is not
//! wanted any more each weigh their minutes, taken one after the other from the end of
//! the plan as it is now; whatever is left of the slip is due to other hours, another
//! pace, breaks, or another order.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::{
    calendar::Calendar,
    effort::whole,
    hours::shifted,
    left::area,
    plan::{Plan, plan},
};
use crate::progress::{Depth, Goal, Item, Learner, hours_of_week};

/// The most hours more a week that are proposed.
const MOST: i32 = 10;

/// Why the end is another than in the kept plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The end in the kept plan.
    pub kept: Date,
    /// The end now.
    pub end: Date,
    /// How many days later that is; less than 0 if earlier.
    pub days: i32,
    /// What made it so, as far as it can be told.
    pub causes: Vec<Cause>,
    /// The days that other hours, another pace, breaks and another order make.
    pub rest: i32,
}

/// One of the things that moved the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// What has happened to these.
    pub what: Shift,
    /// What it has happened to, the longest first; never none.
    pub items: Vec<Item>,
    /// The days it makes; less than 0 if the end is earlier for it.
    pub days: i32,
}

/// What can have happened to steps since a plan was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// They were to be finished by now, and are open.
    Due,
    /// They are new in the plan.
    Added,
    /// They are done, and were to be later.
    Early,
    /// They are not in the plan any more, though nothing was done.
    Gone,
}

/// Something that would bring the end back, or nearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// So many hours more a week.
    MoreHours(i32),
    /// Another depth.
    Depth(Depth),
    /// The places of one's own are let go.
    LetGo,
}

/// Why the end is another than in the kept plan; none if there is no such plan, or no
/// end. `plan` is the learner's plan of today.
pub fn slip(learner: Learner<'_>, plan: &Plan, today: Date) -> Option<Slip> {
    let baseline = learner.progress.baseline();
    let kept = *baseline.values().max()?;
    let end = plan.steps.iter().filter_map(|it| it.finish).max()?;
    let open = |item: &Item| plan.step(*item);
    let due = baseline.iter().filter(|(_, date)| **date < today).filter_map(|(it, _)| open(it));
    let due: Vec<Weighed> = due.map(|it| (it.item, it.minutes)).collect();
    let is_new = |it: &&super::Step| !baseline.contains_key(&it.item) && it.finish.is_some();
    let added = plan.steps.iter().filter(is_new).map(|it| (it.item, it.minutes)).collect();
    let later = baseline.iter().filter(|(it, date)| **date >= today && open(it).is_none());
    let later = later.map(|(it, _)| (*it, as_planned(learner, plan, *it)));
    let (early, gone) = later.partition(|(it, _)| is_done(learner, *it));
    let all =
        [(Shift::Due, due), (Shift::Added, added), (Shift::Early, early), (Shift::Gone, gone)];
    let calendar = Calendar::new(learner.progress, today).setting_aside(&plan.aside);
    let mut days = calendar.walked();
    // From the end as it is, back to that of a plan in which nothing of this happened.
    let mut minutes = f64::from(days.minutes_until(end));
    let mut at = end;
    let mut causes = Vec::new();
    for (what, mut items) in all.into_iter().filter(|(_, items)| !items.is_empty()) {
        items.sort_by_key(|(_, minutes)| Reverse(*minutes));
        let own: f64 = items.iter().map(|(_, minutes)| f64::from(*minutes)).sum();
        let is_more = matches!(what, Shift::Due | Shift::Added);
        minutes = if is_more { (minutes - own).max(0.0) } else { minutes + own };
        let without = days.reached(minutes)?;
        let items = items.into_iter().map(|(item, _)| item).collect();
        causes.push(Cause { what, items, days: (at - without).get_days() });
        at = without;
    }
    causes.retain(|it| it.days != 0);
    let days = (end - kept).get_days();
    let rest = days - causes.iter().map(|it| it.days).sum::<i32>();
    Some(Slip { kept, end, days, causes, rest })
}

/// Something, and the minutes it weighs.
type Weighed = (Item, u32);

fn is_done(learner: Learner<'_>, item: Item) -> bool {
    match item {
        Item::Climb(id) => learner.is_settled(id),
        Item::Project(id) => learner.is_built(id),
    }
}

/// The minutes something takes this learner that has not been begun.
fn as_planned(learner: Learner<'_>, plan: &Plan, item: Item) -> u32 {
    let hours = match item {
        Item::Climb(id) => learner.catalog.climb(id).hours,
        Item::Project(id) => learner.catalog.project(id).hours,
    };
    whole(f64::from(hours.likely) * 60.0 * plan.pace.factor(area(learner, item)))
}

/// What would bring the end back to a day, or, where nothing does, as near as it gets:
/// each by itself, with the end it leads to.
pub fn remedies(learner: Learner<'_>, today: Date, by: Date) -> Vec<(Remedy, Date)> {
    let end = |change: &dyn Fn(&mut crate::progress::Facts)| {
        let mut facts = learner.progress.facts().clone();
        change(&mut facts);
        let progress = facts.into();
        plan(Learner { progress: &progress, ..learner }, today).finish.ok().map(|it| it.likely)
    };
    let week = hours_of_week(learner.progress);
    let with_hours = |more: i32| end(&|facts| facts.hours = shifted(&week, more));
    let enough = (1..=MOST).find(|more| with_hours(*more).is_some_and(|it| it <= by));
    let more = enough.unwrap_or(MOST);
    let hours = with_hours(more).map(|it| (Remedy::MoreHours(more), it));
    let depth = learner.progress.goal().and_then(|goal| {
        let below = Depth::ALL.iter().rev().copied().find(|it| *it < goal.depth)?;
        let end = end(&|facts| facts.goal = Some(Goal { depth: below, ..goal }))?;
        Some((Remedy::Depth(below), end))
    });
    let has_pins = !learner.progress.pins().is_empty();
    let order = has_pins.then(|| end(&|facts| facts.pins.clear())).flatten();
    let now = end(&|_| ());
    let is_earlier = |it: &(Remedy, Date)| now.is_none_or(|now| it.1 < now);
    let order = order.map(|it| (Remedy::LetGo, it));
    [hours, depth, order].into_iter().flatten().filter(is_earlier).collect()
}
