//! Time as it was spent, and what was done when.

use jiff::{Timestamp, civil::Date};

use crate::{
    journal::{Entry, Happening},
    progress::Learner,
    words,
};

/// The timers that run.
pub fn timers(learner: Learner<'_>, now: Timestamp) -> String {
    let timers = learner.progress.timers().values();
    let lines: Vec<String> = timers
        .map(|it| {
            let name = words::task(learner.catalog, it.task);
            format!("{}  {name}\n", words::minutes(it.minutes(now)))
        })
        .collect();
    if lines.is_empty() { "No timer runs.\n".to_owned() } else { lines.concat() }
}

/// What was done when, day by day; time with the entry by which it is corrected.
pub fn journal(learner: Learner<'_>, today: Date, entries: &[Entry]) -> String {
    if entries.is_empty() {
        return "Nothing yet: what you tick, log and reach is listed here.\n".to_owned();
    }
    let mut lines = Vec::new();
    let mut before = None;
    for entry in entries {
        if before.replace(entry.day) != Some(entry.day) {
            lines.push(words::date_from(today, entry.day));
        }
        let what = words::happening(learner.catalog, &entry.what);
        lines.push(match &entry.what {
            Happening::Logged(_, id, _) => format!("    {what}  ({id})"),
            _ => format!("    {what}"),
        });
    }
    lines.join("\n") + "\n"
}
