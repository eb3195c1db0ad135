//! The two lanes of a week: what is studied one after the other, and beside it
//! at most one thing that grows alongside, in a small share of each week.

use std::ops::Range;

use jiff::civil::Date;

use super::{
    calendar::Calendar,
    step::{CalendarWeek, Session, Step},
};
use crate::progress;

/// The share of a week's minutes that goes to what grows alongside, in hundredths, at most.
const SHARE: u32 = 15;

/// Which steps stand in which lane.
#[derive(Clone, Debug)]
pub(super) struct Lanes {
    pub(super) line: Range<usize>,
    pub(super) lane: Range<usize>,
    /// By place in the lane: the stage that has to be under way before it begins.
    pub(super) begins: Vec<usize>,
}

/// The steps as they are worked off.
struct Laying<'a> {
    steps: &'a mut [Step],
    lanes: &'a Lanes,
    left: Vec<u32>,
    line: usize,
    lane: usize,
}

/// Lays the steps into the learner's days, and notes in each when it is.
pub(super) fn laid(calendar: &Calendar, steps: &mut [Step], lanes: &Lanes) -> Vec<CalendarWeek> {
    let mut weeks: Vec<CalendarWeek> = Vec::new();
    if !calendar.has_hours() || steps.is_empty() {
        return weeks;
    }
    let left = steps.iter().map(|it| it.minutes).collect();
    let mut laying = Laying { steps, lanes, left, line: lanes.line.start, lane: lanes.lane.start };
    let mut days = calendar.days().peekable();
    while !laying.is_over() {
        let Some(monday) = days.peek().map(|(date, _)| progress::monday(*date)) else { break };
        let mut week: Vec<(Date, u32)> = Vec::with_capacity(7);
        while let Some(day) = days.next_if(|(date, _)| progress::monday(*date) == monday) {
            week.push(day);
        }
        let capacity = week.iter().map(|(_, minutes)| *minutes).sum();
        let sessions = laying.week(&week, capacity);
        let reviews = calendar.reviews(monday);
        weeks.push(CalendarWeek { start: monday, capacity, reviews, sessions });
    }
    weeks
}

impl Laying<'_> {
    fn is_over(&self) -> bool {
        self.line == self.lanes.line.end && self.lane == self.lanes.lane.end
    }

    /// Works through a week: what grows alongside has its longest day, half of it at most.
    fn week(&mut self, days: &[(Date, u32)], capacity: u32) -> Vec<Session> {
        let mut sessions = Vec::new();
        let longest = days.iter().enumerate().max_by_key(|(at, (_, minutes))| (*minutes, *at));
        let longest = longest.map(|(at, _)| at);
        for (at, (date, minutes)) in days.iter().enumerate() {
            let mut free = *minutes;
            if Some(at) == longest {
                free -=
                    self.alongside(*date, (capacity * SHARE / 100).min(free / 2), &mut sessions);
            }
            self.study(*date, free, &mut sessions);
        }
        sessions
    }

    /// Spends up to so many minutes on what grows alongside; says how many.
    fn alongside(&mut self, date: Date, room: u32, sessions: &mut Vec<Session>) -> u32 {
        if room == 0 || self.lane == self.lanes.lane.end || !self.may_begin() {
            return 0;
        }
        // Never more than one of them on a day.
        let spent = self.spend(self.lane, date, room, sessions);
        if self.left.get(self.lane) == Some(&0) {
            self.lane += 1;
        }
        spent
    }

    /// Whether what comes next in the lane has nothing in its way.
    fn may_begin(&self) -> bool {
        let Some(step) = self.steps.get(self.lane) else { return false };
        let under_way = self.steps.get(self.line).filter(|_| self.line < self.lanes.line.end);
        let begins = self.lanes.begins.get(self.lane - self.lanes.lane.start);
        let is_time = under_way.zip(begins).is_none_or(|(it, begins)| *begins <= it.stage);
        is_time
            && step.needs.iter().all(|need| {
                let at = self.steps.iter().position(|it| it.item == *need);
                at.is_none_or(|at| self.left.get(at) == Some(&0))
            })
    }

    fn study(&mut self, date: Date, minutes: u32, sessions: &mut Vec<Session>) {
        let mut free = minutes;
        while free > 0 && self.line < self.lanes.line.end {
            free -= self.spend(self.line, date, free, sessions);
            if self.left.get(self.line) == Some(&0) {
                self.line += 1;
            }
        }
    }

    /// Spends up to so many minutes on a step; says how many.
    fn spend(&mut self, at: usize, date: Date, free: u32, sessions: &mut Vec<Session>) -> u32 {
        let (Some(step), Some(left)) = (self.steps.get_mut(at), self.left.get_mut(at)) else {
            return free;
        };
        let minutes = free.min(*left);
        *left -= minutes;
        step.start.get_or_insert(date);
        if *left == 0 {
            step.finish = Some(date);
        }
        sessions.push(Session { date, item: step.item, minutes });
        minutes
    }
}
