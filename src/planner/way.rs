//! When: how far the way goes, step by step, and how sure that is.

use jiff::{Span, civil::Date};

use super::{
    calendar::{Calendar, Walked},
    forecast::Spread,
    left::Load,
    pace::Pace,
    step::Step,
};
use crate::progress::Learner;

/// What of the steps is behind one: how much that takes, and when the last of it is done.
pub(super) struct Way<'a> {
    from: Date,
    days: Walked<'a>,
    pub(super) load: Load,
    // Of everything, and of what is studied one after the other; none if too far away.
    pub(super) all: Option<Date>,
    pub(super) line: Option<Date>,
}

impl<'a> Way<'a> {
    pub(super) fn new(calendar: &'a Calendar) -> Self {
        let from = Some(calendar.from);
        Self {
            from: calendar.from,
            days: calendar.walked(),
            load: Load::default(),
            all: from,
            line: from,
        }
    }

    pub(super) fn walk(&mut self, learner: Learner<'_>, pace: &Pace, step: &Step) {
        if step.minutes == 0 {
            return;
        }
        self.load.add(learner, pace, step.item);
        let later = |last: Option<Date>| Some(last?.max(step.finish?));
        self.all = later(self.all);
        if step.is_in_line() {
            self.line = later(self.line);
        }
    }

    /// When everything behind one is studied and built, if it is likely so on that day.
    pub(super) fn ready(&mut self, pace: &Pace, likely: Option<Date>) -> Option<Spread<Date>> {
        let Spread { low, likely: minutes, high } = self.load.spread(pace);
        let likely = likely?;
        if minutes == 0 {
            return Some(even(self.from));
        }
        // What grows alongside makes the way longer than its minutes; by the same share,
        // whether it goes well or not.
        let worked = f64::from(self.days.minutes_until(likely));
        let mut at = |part: u32| self.days.reached(worked * f64::from(part) / f64::from(minutes));
        let (low, high) = (at(low)?, at(high)?);
        Some(Spread { low: low.min(likely), likely, high: high.max(likely) })
    }
}

pub(super) fn even(date: Date) -> Spread<Date> {
    Spread { low: date, likely: date, high: date }
}

pub(super) fn latest(one: Spread<Date>, other: Spread<Date>) -> Spread<Date> {
    Spread {
        low: one.low.max(other.low),
        likely: one.likely.max(other.likely),
        high: one.high.max(other.high),
    }
}

/// So many months later; none beyond the end of the calendar.
pub(super) fn after(spread: Spread<Date>, months: u32) -> Option<Spread<Date>> {
    let later = |date: Date| date.checked_add(Span::new().try_months(months).ok()?).ok();
    let Spread { low, likely, high } = spread;
    Some(Spread { low: later(low)?, likely: later(likely)?, high: later(high)? })
}
