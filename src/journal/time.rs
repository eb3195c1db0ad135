//! Time over the days and weeks: how much was studied when, and for how many weeks on end.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan as _, civil::Date};

use crate::{planner, progress::Learner};

/// So many weeks without study are a pause, and the streak goes on after it.
const PAUSE: usize = 4;

/// The days on which something was studied, with their minutes.
pub fn days(learner: Learner<'_>) -> BTreeMap<Date, u32> {
    let mut days = BTreeMap::new();
    for (entry, minutes) in learner.progress.logs().flat_map(|(_, log)| log) {
        let day: &mut u32 = days.entry(entry.date()).or_default();
        *day = day.saturating_add(*minutes);
    }
    days
}

/// A week, with what was studied in it and what was meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: Date,
    /// The minutes logged.
    pub done: u32,
    /// The minutes meant to be studied, by the hours that hold today and the
    /// breaks; none before the first day on which anything was done.
    pub planned: u32,
}

/// The weeks up to the one that holds a day, the last of them last.
pub fn weeks(learner: Learner<'_>, today: Date, count: usize) -> Vec<Week> {
    let days = days(learner);
    let last = planner::monday(today);
    let back = |weeks: usize| {
        let weeks = i64::try_from(weeks).unwrap_or(i64::MAX).min(10_000);
        last.checked_sub(weeks.weeks()).ok()
    };
    let mondays = (0..count).rev().filter_map(back);
    let first = learner.progress.first_day(today);
    mondays.map(|monday| week(learner, (&days, first), monday)).collect()
}

fn week(learner: Learner<'_>, (days, first): (&BTreeMap<Date, u32>, Date), monday: Date) -> Week {
    let dates = || std::iter::successors(Some(monday), |date| date.tomorrow().ok()).take(7);
    let done =
        dates().filter_map(|it| days.get(&it)).fold(0, |sum: u32, it| sum.saturating_add(*it));
    let planned = dates().filter(|it| *it >= first);
    let planned = planned.map(|it| planner::minutes_on(learner.progress, it)).sum();
    Week { monday, done, planned }
}

/// Weeks with study, one after the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Streak {
    /// How many there are.
    pub weeks: usize,
    /// Whether nothing was done in the week before this one, nor yet in this.
    pub is_paused: bool,
}

/// The weeks in which something was done, back from today. A pause does not end them:
/// up to four weeks without study, and any number of weeks in which a break was planned.
pub fn streak(learner: Learner<'_>, today: Date) -> Streak {
    let active: BTreeSet<Date> =
        super::journal(learner).iter().map(|it| planner::monday(it.day)).collect();
    let Some(first) = active.first().copied() else { return Streak::default() };
    let this = planner::monday(today);
    let mondays = std::iter::successors(Some(this), |it| it.checked_sub(1.week()).ok());
    let (mut weeks, mut idle) = (0, 0);
    for monday in mondays.take_while(|it| *it >= first) {
        if active.contains(&monday) {
            weeks += 1;
            idle = 0;
        } else if monday != this && !is_off(learner, monday) {
            idle += 1;
        }
        if idle > PAUSE {
            break;
        }
    }
    let before = this.checked_sub(1.week()).unwrap_or(this);
    let is_paused = weeks > 0 && !active.contains(&this) && !active.contains(&before);
    Streak { weeks, is_paused }
}

/// Whether a break covers some of a week.
pub(super) fn is_off(learner: Learner<'_>, monday: Date) -> bool {
    let sunday = monday.checked_add(6.days()).unwrap_or(monday);
    learner.progress.breaks().iter().any(|(from, to)| *from <= sunday && *to >= monday)
}
