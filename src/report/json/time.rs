//! Time as it was spent, and what was done when.

use jiff::{Timestamp, civil::Date};
use serde::Serialize;

use crate::{
    journal::{Entry, Happening},
    progress::{Learner, Task},
    words,
};

/// A timer that runs.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Timer<'a> {
    /// The skill it is for.
    skill: Option<&'a str>,
    /// The project it is for.
    project: Option<&'a str>,
    since: Timestamp,
    /// The whole minutes it has run.
    minutes: u32,
}

/// Something that was done on a day.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Happened<'a> {
    day: Date,
    /// `built`, `proven`, `reached`, `followed`, `ticked`, `met`, `claimed`, `skipped`,
    /// `logged`, `read` or `reviewed`.
    kind: &'static str,
    skill: Option<&'a str>,
    project: Option<&'a str>,
    route: Option<&'a str>,
    /// The rung of the skill.
    rung: Option<&'static str>,
    /// The proof, the acceptance point, the milestone or the address.
    part: Option<&'a str>,
    /// The entry of the log, as `rungs entry` takes it.
    entry: Option<String>,
    minutes: Option<u32>,
    /// How many questions were answered.
    answered: Option<usize>,
    /// How many of them were not known.
    not_known: Option<usize>,
    /// The same in words.
    text: String,
}

/// The timers that run.
pub fn timers(learner: Learner<'_>, now: Timestamp) -> Vec<Timer<'_>> {
    let timers = learner.progress.timers().values();
    let timer = timers.map(|it| {
        let (skill, project) = task(learner, it.task);
        Timer { skill, project, since: it.since, minutes: it.minutes(now) }
    });
    timer.collect()
}

fn task(learner: Learner<'_>, task: Task) -> (Option<&str>, Option<&str>) {
    match task {
        Task::Skill(id) => (Some(&learner.catalog.skill(id).id), None),
        Task::Project(id) => (None, Some(&learner.catalog.project(id).id)),
    }
}

/// What was done when.
pub fn journal<'a>(learner: Learner<'a>, entries: &[Entry]) -> Vec<Happened<'a>> {
    entries.iter().map(|it| happened(learner, it)).collect()
}

#[expect(clippy::too_many_lines, reason = "a few lines for each kind")]
fn happened<'a>(learner: Learner<'a>, entry: &Entry) -> Happened<'a> {
    let catalog = learner.catalog;
    let text = words::happening(catalog, &entry.what);
    let plain = |kind| Happened {
        day: entry.day,
        kind,
        skill: None,
        project: None,
        route: None,
        rung: None,
        part: None,
        entry: None,
        minutes: None,
        answered: None,
        not_known: None,
        text,
    };
    let skill = |id| Some(&*catalog.skill(id).id);
    let project = |id| Some(&*catalog.project(id).id);
    let route = |id| Some(&*catalog.route(id).id);
    match &entry.what {
        Happening::Built(id) => Happened { project: project(*id), ..plain("built") },
        Happening::Proven(id) => {
            let climb = catalog.climb(*id);
            let rung = Some(climb.rung.word());
            Happened { skill: skill(climb.skill), rung, ..plain("proven") }
        }
        Happening::Reached(id, it) => {
            let part = catalog.route(*id).milestone(*it).map(|it| &*it.id);
            Happened { route: route(*id), part, ..plain("reached") }
        }
        Happening::Followed(id) => Happened { route: route(*id), ..plain("followed") },
        Happening::Ticked(id, it) => {
            let part = catalog.skill(*id).proof(*it).map(|it| &*it.id);
            Happened { skill: skill(*id), part, ..plain("ticked") }
        }
        Happening::Met(id, it) => {
            let part = catalog.project(*id).point(*it).map(|it| &*it.id);
            Happened { project: project(*id), part, ..plain("met") }
        }
        Happening::Claimed(id, rung) => {
            Happened { skill: skill(*id), rung: Some(rung.word()), ..plain("claimed") }
        }
        Happening::Skipped(id) => Happened { skill: skill(*id), ..plain("skipped") },
        Happening::Logged(it, id, minutes) => {
            let (skill, project) = task(learner, *it);
            let entry = Some(id.to_string());
            Happened { skill, project, entry, minutes: Some(*minutes), ..plain("logged") }
        }
        Happening::Read(id, it) => {
            let part = catalog.skill(*id).resource(*it).map(|it| &*it.address);
            Happened { skill: skill(*id), part, ..plain("read") }
        }
        Happening::Reviewed(all, again) => {
            Happened { answered: Some(*all), not_known: Some(*again), ..plain("reviewed") }
        }
    }
}
