//! Time in words: what it was spent on, and how much it is in all.

use super::super::minutes;
use crate::{
    catalog::Catalog,
    progress::{EntryId, Learner, Task},
};

/// What a task is called.
pub fn task(catalog: &Catalog, task: Task) -> &str {
    match task {
        Task::Skill(id) => &catalog.skill(id).name,
        Task::Project(id) => &catalog.project(id).name,
    }
}

/// How much is logged for something, once a deed is done.
pub(super) fn in_all(learner: Learner<'_>, it: Task) -> String {
    let all = minutes(learner.progress.logged(it));
    format!("{all} in all: {}", task(learner.catalog, it))
}

/// That a clock was stopped.
pub(super) fn stopped(
    before: Learner<'_>,
    after: Learner<'_>,
    entry: &EntryId,
    time: u32,
) -> String {
    let for_what = before.progress.timers().get(entry);
    let rest = for_what.map_or(String::new(), |it| format!(", {}", in_all(after, it.task)));
    format!("Logged {}{rest}.", minutes(time))
}
