//! On which rung of a skill its time was spent.
//!
//! Time is logged on a skill, for a day. It belongs to the rung that was under way on
//! that day. On the day on which a rung was finished the next may have been begun, and
//! nobody noted when: then what is logged counts for the one that was finished up to its
//! estimate, and what is over for the next, if that was begun then. It was if it has
//! ticks or later time; and as long as nothing at all was studied since, it may have been.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{EntryId, Learner, Log, Record};
use crate::catalog::{Climb, ClimbId, SkillId};

/// So many days later the next rung was not begun on the day on which one was finished.
const SOON: i32 = 7;

/// What was spent on a rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent {
    /// The rung.
    pub climb: ClimbId,
    /// The minutes.
    pub minutes: u32,
    /// Whether some of them may have been spent on the rung above, or some of those there
    /// on this one.
    pub is_shared: bool,
}

/// A rung while its time is counted.
struct Counted<'a> {
    climb: &'a Climb,
    /// The last day on it, if it is done.
    end: Option<Date>,
    is_proven: bool,
    spent: Spent,
}

impl Counted<'_> {
    /// Takes what its estimate has room for; what is left.
    fn fill(&mut self, minutes: u32) -> u32 {
        let room = (self.climb.hours.likely * 60).saturating_sub(self.spent.minutes);
        let taken = if self.is_proven { minutes.min(room) } else { 0 };
        self.add(taken);
        minutes - taken
    }

    fn add(&mut self, minutes: u32) {
        self.spent.minutes = self.spent.minutes.saturating_add(minutes);
    }
}

impl<'a> Learner<'a> {
    /// The minutes logged for a climb.
    pub fn logged(self, id: ClimbId) -> u32 {
        let all = self.spent(self.catalog.climb(id).skill);
        all.iter().find(|it| it.climb == id).map_or(0, |it| it.minutes)
    }

    /// What was spent on each rung of a skill, the lowest first.
    pub fn spent(self, id: SkillId) -> Vec<Spent> {
        let Some(record) = self.progress.record(id) else { return Vec::new() };
        let mut rungs = self.counted(id, record);
        let mut days: BTreeMap<Date, u32> = BTreeMap::new();
        for (entry, minutes) in &record.log {
            let day = days.entry(entry.date()).or_default();
            *day = day.saturating_add(*minutes);
        }
        for (day, minutes) in &days {
            let later = days.range(day.tomorrow().unwrap_or(Date::MAX)..).next();
            self.share(&mut rungs, record, (*day, *minutes), later.map(|(it, _)| *it));
        }
        rungs.into_iter().map(|it| it.spent).collect()
    }

    /// The rungs of a skill before anything is counted. Who reached one had reached
    /// those below.
    fn counted(self, id: SkillId, record: &Record) -> Vec<Counted<'a>> {
        let climbs = self.catalog.skill(id).climbs.iter().rev();
        let mut above: Option<Date> = None;
        let counted = climbs.map(|id| {
            let climb = self.catalog.climb(*id);
            above = [above, self.finished(*id)].into_iter().flatten().min();
            let is_proven = self.proven_by(climb, record).is_some();
            let spent = Spent { climb: *id, minutes: 0, is_shared: false };
            Counted { climb, end: above, is_proven, spent }
        });
        let mut counted: Vec<Counted<'a>> = counted.collect();
        counted.reverse();
        counted
    }

    /// Shares a day's time out; `later` is the next day on which there is some.
    fn share(
        self,
        rungs: &mut [Counted<'a>],
        record: &Record,
        (day, minutes): (Date, u32),
        later: Option<Date>,
    ) {
        let first = rungs.iter().take_while(|it| it.end.is_some_and(|end| end < day)).count();
        let done = rungs.iter().skip(first).take_while(|it| it.end == Some(day)).count();
        let (own, above) = rungs.split_at_mut(first + done);
        let own = own.get_mut(first..).unwrap_or_default();
        let left = own.iter_mut().fold(minutes, |left, it| it.fill(left));
        let is_begun = |it: &Counted<'_>| {
            let is_ticked = it.climb.proofs.iter().any(|it| record.ticks.contains_key(it));
            is_ticked || later.is_some() || self.last_studied() <= Some(day)
        };
        let is_soon = later.is_some_and(|it| (it - day).get_days() <= SOON);
        let next = above.first_mut();
        let next_is_begun = own.is_empty() || next.as_ref().is_some_and(|it| is_begun(it));
        let may_share = next_is_begun && (left > 0 || is_soon);
        match (next, own.last_mut()) {
            (Some(next), _) if next_is_begun => next.add(left),
            (_, Some(last)) => last.add(left),
            (Some(_) | None, None) => (),
        }
        for it in own.iter_mut() {
            it.spent.is_shared = it.is_proven;
        }
        if let Some(last) = own.last_mut() {
            last.spent.is_shared &= may_share;
        }
    }

    /// The last day on which anything was studied or built.
    fn last_studied(self) -> Option<Date> {
        let last = |(_, log): (_, &Log)| log.keys().next_back().map(EntryId::date);
        self.progress.logs().filter_map(last).max()
    }
}
