//! Time: noting how long one has studied, and a timer that measures it.

use super::{App, Effect, act, prompt, prompt::Asks, rows::Row};
use crate::{
    deeds::Deed,
    keys::Screen,
    page::Target,
    progress::{EntryId, Item, Task, Timer},
};

/// After so many minutes a timer may have been forgotten: how long it was is asked.
const LONG: u32 = 4 * 60;

impl App {
    /// What is in front to spend time on: under the cursor, or chosen on a page.
    pub fn task_in_front(&self) -> Option<Task> {
        match self.screen {
            Screen::Skills => match self.row()? {
                Row::Project(id) => Some(Task::Project(id)),
                row => self.skill_of(row).map(Task::Skill),
            },
            Screen::Plan => self.planned_item().map(|it| match it {
                Item::Climb(id) => Task::Skill(self.catalog.climb(id).skill),
                Item::Project(id) => Task::Project(id),
            }),
            Screen::Today | Screen::Progress | Screen::Roles | Screen::Routes => {
                match self.chosen()? {
                    Target::Skill(id) | Target::Proof(id, _) | Target::Member(id, _) => {
                        Some(Task::Skill(id))
                    }
                    Target::Project(id) | Target::Point(id, _) => Some(Task::Project(id)),
                    Target::Entry(task, _) => Some(task),
                    Target::Role(_)
                    | Target::Route(_)
                    | Target::Milestone(..)
                    | Target::Address(_)
                    | Target::Welcome => None,
                }
            }
        }
    }

    /// The time that is chosen in the journal.
    pub fn entry_in_front(&self) -> Option<(Task, EntryId)> {
        match self.chosen()? {
            Target::Entry(task, entry) => Some((task, entry)),
            _ => None,
        }
    }

    /// The timer that was started first, if one runs.
    pub fn timer(&self) -> Option<(&EntryId, &Timer)> {
        self.progress.timers().iter().min_by_key(|(_, it)| it.since)
    }

    /// A name for something new in the log.
    pub(super) fn new_entry(&mut self) -> EntryId {
        self.entries += 1;
        let letters = format!("{:08x}{:x}", self.world.nonce, self.entries);
        EntryId::new(self.world.today, &letters)
    }
}

/// Asks how long one has studied what is in front.
pub(super) fn log(app: &mut App) {
    match app.task_in_front() {
        Some(task) => prompt::ask(app, Asks::Log(task)),
        None => app.warn("Choose a skill or a project first."),
    }
}

/// Asks how long it was after all.
pub(super) fn correct(app: &mut App) {
    match app.entry_in_front() {
        Some((task, entry)) => prompt::ask(app, Asks::Correct(task, entry)),
        None => app.warn("Choose some time in the journal first."),
    }
}

/// Lists something else of the journal.
pub(super) fn filter(app: &mut App) {
    app.shown = app.shown.next();
    let reading = &mut app.lived.reading;
    reading.item = None;
    app.tell(format!("The journal shows {}.", app.shown.word()));
}

/// Starts the timer for what is in front, or stops the one that runs.
pub(super) fn toggle(app: &mut App) -> Option<Effect> {
    if let Some((entry, timer)) = app.timer() {
        let (entry, task, minutes) = (entry.clone(), timer.task, timer.minutes(app.world.now));
        return match minutes {
            0 => act::act(app, Deed::ForgetTimer(entry)),
            LONG.. => {
                prompt::ask(app, Asks::StopTimer(task));
                None
            }
            minutes => act::act(app, Deed::StopTimer(entry, minutes)),
        };
    }
    let Some(task) = app.task_in_front() else {
        app.warn("Choose a skill or a project first.");
        return None;
    };
    let (entry, now) = (app.new_entry(), app.world.now);
    act::act(app, Deed::StartTimer(task, entry, now))
}

/// Stops the timer that runs, and logs nothing.
pub(super) fn forget(app: &mut App) -> Option<Effect> {
    let Some((entry, _)) = app.timer() else {
        app.warn("No timer runs.");
        return None;
    };
    let entry = entry.clone();
    act::act(app, Deed::ForgetTimer(entry))
}
