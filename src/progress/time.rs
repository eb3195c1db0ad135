//! The learner's time: what it was spent on, and what runs while it is spent.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};

use super::{EntryId, Progress};
use crate::catalog::{ProjectId, SkillId};

/// What time is spent on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Task {
    Skill(SkillId),
    Project(ProjectId),
}

/// The minutes spent on something, entry by entry.
pub type Log = BTreeMap<EntryId, u32>;

/// A clock that runs while one studies. It goes by the name of the entry that it
/// becomes when it is stopped, so that one that is stopped in two places is logged once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timer {
    /// What the time is spent on.
    pub task: Task,
    /// When it was started.
    pub since: Timestamp,
}

impl Timer {
    /// The whole minutes it has run at a moment; none if the clock was put back since.
    pub fn minutes(&self, now: Timestamp) -> u32 {
        u32::try_from(now.duration_since(self.since).as_mins()).unwrap_or(0)
    }
}

impl Progress {
    /// The clocks that run, by the entries they will be.
    pub fn timers(&self) -> &BTreeMap<EntryId, Timer> {
        &self.facts.timers
    }

    /// What was logged on something, if anything was done about it.
    pub fn log_of(&self, task: Task) -> Option<&Log> {
        match task {
            Task::Skill(id) => self.record(id).map(|it| &it.log),
            Task::Project(id) => self.build(id).map(|it| &it.log),
        }
    }

    /// The minutes logged on something.
    pub fn logged(&self, task: Task) -> u32 {
        let minutes = self.log_of(task).into_iter().flat_map(Log::values);
        minutes.fold(0, |sum, it| sum.saturating_add(*it))
    }

    /// Everything there is a log of.
    pub fn logs(&self) -> impl Iterator<Item = (Task, &Log)> {
        let skills = self.records().map(|(id, record)| (Task::Skill(id), &record.log));
        let projects = self.builds().map(|(id, build)| (Task::Project(id), &build.log));
        skills.chain(projects).filter(|(_, log)| !log.is_empty())
    }

    /// The minutes logged on a day, for whatever it was.
    pub fn logged_on(&self, date: Date) -> u32 {
        let first = EntryId::new(date, "");
        let logs = self.logs().map(|(_, log)| log.range(&first..));
        let on_it = logs.flat_map(|log| log.take_while(|(entry, _)| entry.date() == date));
        on_it.fold(0, |sum, (_, minutes)| sum.saturating_add(*minutes))
    }
}
