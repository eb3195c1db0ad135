//! Time that is noted, corrected, and measured by a clock.

use jiff::{Timestamp, civil::Date};

use super::{Refusal, century};
use crate::progress::{DAY_MINUTES, EntryId, Progress, Task, Timer};

/// Notes minutes of a day that has come.
pub(super) fn log(
    progress: &mut Progress,
    today: Date,
    (task, entry, minutes): (Task, &EntryId, u32),
) -> Result<(), Refusal> {
    has_come(today, entry)?;
    if entry.date() < today.saturating_sub(century()) {
        return Err(Refusal::LongAgo(entry.date()));
    }
    let minutes = sound(minutes)?;
    let before = progress.log_of(task).and_then(|log| log.get(entry)).copied().unwrap_or(0);
    let others = progress.logged_on(entry.date()).saturating_sub(before);
    // Where two machines have logged too much of a day together, it can be made less.
    if minutes > before && others.saturating_add(minutes) > DAY_MINUTES {
        return Err(Refusal::FullDay(entry.date(), others));
    }
    progress.log(task, entry.clone(), minutes);
    Ok(())
}

/// Corrects an entry that is there.
pub(super) fn correct(
    progress: &mut Progress,
    today: Date,
    (task, entry, minutes): (Task, &EntryId, u32),
) -> Result<(), Refusal> {
    is_there(progress, task, entry)?;
    log(progress, today, (task, entry, minutes))
}

/// Takes an entry back that is there.
pub(super) fn strike(progress: &mut Progress, task: Task, entry: &EntryId) -> Result<(), Refusal> {
    is_there(progress, task, entry)?;
    progress.strike(task, entry);
    Ok(())
}

/// Lets a clock run; one is enough for one thing.
pub(super) fn start(
    progress: &mut Progress,
    today: Date,
    (task, entry, since): (Task, &EntryId, Timestamp),
) -> Result<(), Refusal> {
    has_come(today, entry)?;
    if progress.timers().values().any(|it| it.task == task) {
        return Err(Refusal::Runs(task));
    }
    progress.start_timer(entry.clone(), Timer { task, since });
    Ok(())
}

/// Makes an entry of a clock.
pub(super) fn stop(progress: &mut Progress, entry: &EntryId, minutes: u32) -> Result<(), Refusal> {
    let minutes = sound(minutes)?;
    let timer = progress.end_timer(entry).ok_or(Refusal::NoTimer)?;
    progress.log(timer.task, entry.clone(), minutes);
    Ok(())
}

fn has_come(today: Date, entry: &EntryId) -> Result<(), Refusal> {
    if entry.date() > today { Err(Refusal::NotYet(entry.date())) } else { Ok(()) }
}

fn sound(minutes: u32) -> Result<u32, Refusal> {
    let is_sound = (1..=DAY_MINUTES).contains(&minutes);
    if is_sound { Ok(minutes) } else { Err(Refusal::NoTime(minutes)) }
}

fn is_there(progress: &Progress, task: Task, entry: &EntryId) -> Result<(), Refusal> {
    let is_there = progress.log_of(task).is_some_and(|log| log.contains_key(entry));
    if is_there { Ok(()) } else { Err(Refusal::NoEntry) }
}
