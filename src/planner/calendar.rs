//! When: the learner's hours, day by day.
//!
//! A plain civil calendar: no clocks, no time zones; `jiff` knows the leap
//! years. Weeks begin on Monday.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{
    progress::{Day, Progress, hours_of_week, monday},
    reviews,
};

/// Days planned ahead: two centuries. A plan that takes longer has no date.
const HORIZON: usize = 73_050;

/// The learner's hours from a day on.
#[derive(Clone, Debug)]
pub(super) struct Calendar {
    pub(super) from: Date,
    week: Vec<u32>,
    breaks: Vec<(Date, Date)>,
    // What was logged on the first day is gone from it.
    gone: u32,
    aside: SetAside,
}

/// The minutes of each week that are kept for reviews, of all there are in it; by its
/// Monday. They come off every day of the week alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetAside(BTreeMap<Date, Portion>);

/// A part of a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Portion {
    minutes: u32,
    of: u32,
}

impl SetAside {
    /// The minutes of the week that begins on that Monday.
    pub fn minutes(&self, monday: Date) -> u32 {
        self.0.get(&monday).map_or(0, |it| it.minutes)
    }
}

impl Calendar {
    pub(super) fn new(progress: &Progress, today: Date) -> Self {
        let week = hours_of_week(progress);
        let from = progress.start().map_or(today, |start| start.max(today));
        let gone = if from == today { progress.logged_on(today) } else { 0 };
        let mut breaks: Vec<(Date, Date)> = Vec::new();
        for (from, to) in progress.breaks() {
            match breaks.last_mut() {
                Some((_, end)) if from <= end => *end = (*end).max(*to),
                _ => breaks.push((*from, *to)),
            }
        }
        let week = Day::ALL.iter().map(|day| week.get(day).copied().unwrap_or(0)).collect();
        Self { from, week, breaks, gone, aside: SetAside::default() }
    }

    /// The same with this set aside.
    pub(super) fn setting_aside(self, aside: &SetAside) -> Self {
        Self { aside: aside.clone(), ..self }
    }

    /// What reviews take of so many weeks.
    pub(super) fn aside(&self, mut reviews: reviews::Aside, weeks: usize) -> SetAside {
        let mut aside = BTreeMap::new();
        let mut days = self.days().peekable();
        while let Some((first, _)) = days.peek().copied().filter(|_| aside.len() < weeks) {
            let start = monday(first);
            let mut of = 0;
            while let Some((_, minutes)) = days.next_if(|(date, _)| monday(*date) == start) {
                of += minutes;
            }
            aside.insert(start, Portion { minutes: reviews.take(start, of), of });
        }
        SetAside(aside)
    }

    /// The minutes that are kept for reviews in the week that begins on that Monday.
    pub(super) fn reviews(&self, monday: Date) -> u32 {
        self.aside.minutes(monday)
    }

    /// Whether there is any time at all in a week.
    pub(super) fn has_hours(&self) -> bool {
        self.week.iter().any(|it| *it > 0)
    }

    /// All days from the first on, with the minutes of each.
    pub(super) fn days(&self) -> impl Iterator<Item = (Date, u32)> {
        let mut breaks = self.breaks.iter().peekable();
        let first = usize::try_from(self.from.weekday().to_monday_zero_offset()).unwrap_or(0);
        let minutes = self.week.iter().cycle().skip(first);
        let dates = std::iter::successors(Some(self.from), |date| date.tomorrow().ok());
        let days = dates.zip(minutes).take(HORIZON).map(move |(date, minutes)| {
            while breaks.next_if(|(_, to)| *to < date).is_some() {}
            let is_off = breaks.peek().is_some_and(|(from, _)| *from <= date);
            let gone = if date == self.from { self.gone } else { 0 };
            (date, if is_off { 0 } else { minutes.saturating_sub(gone) })
        });
        // So far into which week, and what of it is its part of what is set aside.
        let (mut portion, mut so_far) = (Portion::default(), 0);
        days.map(move |(date, minutes)| {
            if Day::of(date) == Day::Mon || date == self.from {
                portion = self.aside.0.get(&monday(date)).copied().unwrap_or_default();
                so_far = 0;
            }
            let taken = |of: u32| (of * portion.minutes).checked_div(portion.of).unwrap_or(0);
            let before = taken(so_far);
            so_far += minutes;
            (date, minutes.saturating_sub(taken(so_far) - before))
        })
    }

    /// The same days, to be asked again and again how far one gets.
    pub(super) fn walked(&self) -> Walked<'_> {
        Walked { from: self.from, ahead: Box::new(self.days()), known: Vec::new() }
    }
}

/// Days with the minutes worked up to each, that day included, as far as anybody asked.
pub(super) struct Walked<'a> {
    from: Date,
    ahead: Box<dyn Iterator<Item = (Date, u32)> + 'a>,
    // Two centuries of minutes are far from the most there can be.
    known: Vec<(Date, u32)>,
}

impl Walked<'_> {
    /// Goes on until a day is known for which this holds.
    fn walk_until(&mut self, is_there: impl Fn(&(Date, u32)) -> bool) -> Option<()> {
        while !self.known.last().is_some_and(&is_there) {
            let (date, minutes) = self.ahead.next()?;
            let before = self.known.last().map_or(0, |(_, worked)| *worked);
            self.known.push((date, before.saturating_add(minutes)));
        }
        Some(())
    }

    /// The day on which so many minutes will have been worked; none if that is too far away.
    pub(super) fn reached(&mut self, amount: f64) -> Option<Date> {
        // Half a minute: amounts are planned in whole ones.
        let is_short = |(_, worked): &(Date, u32)| f64::from(*worked) + 0.5 < amount;
        if is_short(&(self.from, 0)) {
            self.walk_until(|it| !is_short(it))?;
            let at = self.known.partition_point(is_short);
            return self.known.get(at).map(|(date, _)| *date);
        }
        Some(self.from)
    }

    /// The minutes there are up to a day, that day included.
    pub(super) fn minutes_until(&mut self, by: Date) -> u32 {
        let _ = self.walk_until(|(date, _)| *date >= by);
        let at = self.known.partition_point(|(date, _)| *date <= by);
        at.checked_sub(1).and_then(|it| self.known.get(it)).map_or(0, |(_, worked)| *worked)
    }
}
