//! What was done when: the journal of a learner, the newest first.
//!
//! Nothing is noted for the journal alone. It is read off what progress says of
//! skills, projects, routes and reviews, so what is taken back is out of it at once.

mod course;
mod look;
mod time;

use std::collections::BTreeMap;

use jiff::civil::Date;

use strum::VariantArray;

pub use self::{
    course::{Reached, kept_by, reached, spread_over},
    look::{Look, Suggestion, look_back},
    time::{Streak, Week, days, streak, weeks},
};
use crate::{
    catalog::{
        ClimbId, MilestoneId, PointId, ProjectId, ProofId, ResourceId, RouteId, Rung, SkillId,
    },
    progress::{EntryId, Grade, Learner, Task},
};

/// Something that was done on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The day.
    pub day: Date,
    /// What was done.
    pub what: Happening,
}

/// What can have been done. What matters most comes first; a day is told in this order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happening {
    /// The last point of a project was ticked.
    Built(ProjectId),
    /// The last proof of a rung was ticked.
    Proven(ClimbId),
    /// A milestone was reached.
    Reached(RouteId, MilestoneId),
    /// A route was begun.
    Followed(RouteId),
    /// A proof was ticked.
    Ticked(SkillId, ProofId),
    /// An acceptance point was ticked.
    Met(ProjectId, PointId),
    /// A skill was claimed up to a rung.
    Claimed(SkillId, Rung),
    /// A skill was left out.
    Skipped(SkillId),
    /// Time was logged, in minutes.
    Logged(Task, EntryId, u32),
    /// A resource was read.
    Read(SkillId, ResourceId),
    /// Questions came back and were answered: how many, and how many of them were not known.
    Reviewed(usize, usize),
}

/// What of the journal one looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, VariantArray)]
pub enum Shown {
    /// All of it.
    #[default]
    Everything,
    /// Time alone.
    Time,
    /// What was shown: proofs, rungs, points and projects.
    Proofs,
    /// What was said: claims, and what was left out.
    Claims,
    /// Routes and their milestones.
    Routes,
    /// What was read, and what was asked again.
    Reading,
}

impl Shown {
    /// All of them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::Time => "time",
            Self::Proofs => "proofs",
            Self::Claims => "claims",
            Self::Routes => "routes",
            Self::Reading => "reading, reviews",
        }
    }

    /// The one after it; the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        let mut behind = Self::ALL.iter().skip_while(|it| **it != self).skip(1);
        behind.next().copied().unwrap_or_default()
    }

    /// Whether it shows something.
    pub fn includes(self, what: &Happening) -> bool {
        self == Self::Everything || self == what.kind()
    }
}

impl Happening {
    /// What of the journal it belongs to.
    fn kind(&self) -> Shown {
        match self {
            Self::Built(_) | Self::Proven(_) | Self::Ticked(..) | Self::Met(..) => Shown::Proofs,
            Self::Reached(..) | Self::Followed(_) => Shown::Routes,
            Self::Claimed(..) | Self::Skipped(_) => Shown::Claims,
            Self::Logged(..) => Shown::Time,
            Self::Read(..) | Self::Reviewed(..) => Shown::Reading,
        }
    }
}

/// Everything that was done, the newest first.
pub fn journal(learner: Learner<'_>) -> Vec<Entry> {
    let mut all: Vec<Entry> = of_skills(learner);
    all.extend(of_projects(learner));
    all.extend(of_routes(learner));
    all.extend(logged(learner));
    all.extend(reviewed(learner));
    all.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.what.cmp(&b.what)));
    all
}

fn at(day: Date, what: Happening) -> Entry {
    Entry { day, what }
}

fn of_skills(learner: Learner<'_>) -> Vec<Entry> {
    let mut all = Vec::new();
    for (id, record) in learner.progress.records() {
        let ticks = record.ticks.iter().map(|(proof, day)| at(*day, Happening::Ticked(id, *proof)));
        let claims =
            record.claims.iter().map(|(rung, day)| at(*day, Happening::Claimed(id, *rung)));
        let read = record.read.iter().map(|(it, day)| at(*day, Happening::Read(id, *it)));
        let skipped = record.skipped.map(|day| at(day, Happening::Skipped(id)));
        all.extend(ticks.chain(claims).chain(read).chain(skipped));
        let climbs = learner.catalog.skill(id).climbs.iter();
        let proven = climbs.filter_map(|it| {
            let proofs = &learner.catalog.climb(*it).proofs;
            let last = proofs.iter().map(|proof| record.ticks.get(proof).copied());
            // The day of the last proof; none if one of them is open.
            let last = last.collect::<Option<Vec<_>>>()?.into_iter().max()?;
            Some(at(last, Happening::Proven(*it)))
        });
        all.extend(proven);
    }
    all
}

fn of_projects(learner: Learner<'_>) -> Vec<Entry> {
    let mut all = Vec::new();
    for (id, build) in learner.progress.builds() {
        all.extend(build.points.iter().map(|(it, day)| at(*day, Happening::Met(id, *it))));
        let last = build.points.values().max().filter(|_| learner.is_built(id));
        all.extend(last.map(|day| at(*day, Happening::Built(id))));
    }
    all
}

fn of_routes(learner: Learner<'_>) -> Vec<Entry> {
    let mut all = Vec::new();
    for (id, journey) in learner.progress.journeys() {
        all.extend(journey.since.map(|day| at(day, Happening::Followed(id))));
        all.extend(journey.ticks.iter().map(|(it, day)| at(*day, Happening::Reached(id, *it))));
    }
    all
}

fn logged(learner: Learner<'_>) -> Vec<Entry> {
    let mut all = Vec::new();
    for (task, log) in learner.progress.logs() {
        all.extend(log.iter().map(|(entry, minutes)| {
            at(entry.date(), Happening::Logged(task, entry.clone(), *minutes))
        }));
    }
    all
}

/// One line for the reviews of a day.
fn reviewed(learner: Learner<'_>) -> Vec<Entry> {
    let mut days: BTreeMap<Date, (usize, usize)> = BTreeMap::new();
    for (entry, grade) in learner.progress.reviews().flat_map(|(_, grades)| grades) {
        let (all, again) = days.entry(entry.date()).or_default();
        *all += 1;
        *again += usize::from(*grade == Grade::Again);
    }
    let line = |(day, (all, again))| at(day, Happening::Reviewed(all, again));
    days.into_iter().map(line).collect()
}
