//! The whole path to a goal, with what is done on it: the plan of somebody who aims
//! for the same and has done nothing yet, laid beside what this learner has done.

use super::{ground::Ground, guide::setting_out, links::Links, plan::Plan, stages::StageKind};
use crate::{
    catalog::Rhythm,
    progress::{Item, Learner, Progress, State},
};

/// The whole path to a goal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// Its stages, from the first to the last.
    pub stages: Vec<Leg>,
    /// What grows beside them.
    pub alongside: Vec<Item>,
    /// What leads to what on it.
    pub links: Links,
    // Whose path it is: who aims for the same with nothing done goes the same way.
    untouched: Progress,
}

/// A stage of the whole path.
#[derive(Clone, Debug, PartialEq)]
pub struct Leg {
    /// What it leads to.
    pub kind: StageKind,
    /// What is learned in it, in the order of the plan, and the project built at its end.
    pub items: Vec<Item>,
}

/// How much of something is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// What is done and shown.
    pub proven: usize,
    /// What is done as the learner says.
    pub claimed: usize,
    /// All of it.
    pub all: usize,
}

/// The whole path of a learner; `before` is taken as it is if it still fits.
pub fn path(learner: Learner<'_>, before: Option<Path>) -> Path {
    let untouched = setting_out(learner);
    if let Some(before) = before.filter(|it| it.untouched == untouched) {
        return before;
    }
    let anew = Learner { progress: &untouched, ..learner };
    let Some(ground) = Ground::new(anew) else {
        return Path { untouched, ..Path::default() };
    };
    let sequence = ground.sequence(anew);
    let own = |stage: usize| {
        let line = sequence.line.iter().filter(move |(_, at)| *at == stage);
        let job = sequence.job.iter().filter(move |(_, at)| *at == stage);
        line.map(|(item, _)| *item).chain(job.map(|(id, _)| Item::Climb(*id)))
    };
    let stages =
        ground.kinds().enumerate().map(|(at, kind)| Leg { kind, items: own(at).collect() });
    let is_worth_telling = |it: &Leg| {
        !it.items.is_empty() || matches!(it.kind, StageKind::Apply(_) | StageKind::Post(..))
    };
    let stages = stages.filter(is_worth_telling).collect();
    let alongside = sequence.lane.iter().map(|(id, _)| Item::Climb(*id)).collect();
    Path { stages, alongside, links: ground.links(anew), untouched }
}

impl Path {
    /// The place of the stage that leads there, counted from 0.
    pub fn place(&self, kind: StageKind) -> Option<usize> {
        self.stages.iter().position(|it| it.kind == kind)
    }

    /// The stage that is under way in a plan: that of its first step in line.
    pub fn current(&self, plan: &Plan) -> Option<usize> {
        self.place(plan.current_stage()?.kind)
    }
}

impl Leg {
    /// How much of it is done.
    pub fn share(&self, learner: Learner<'_>) -> Share {
        share(learner, &self.items)
    }
}

/// How much of some items is done; what only a job teaches does not count.
pub fn share(learner: Learner<'_>, items: &[Item]) -> Share {
    let mut share = Share::default();
    for item in items {
        let state = match *item {
            Item::Climb(id) if learner.catalog.climb(id).rhythm == Rhythm::Job => continue,
            Item::Climb(id) => learner.climb_state(id),
            Item::Project(id) if learner.is_built(id) => State::Proven,
            Item::Project(_) => State::ToDo,
        };
        share.all += 1;
        match state {
            State::Proven => share.proven += 1,
            State::Claimed => share.claimed += 1,
            State::ToDo | State::Learning | State::Skipped => (),
        }
    }
    share
}

impl Share {
    /// What is done, shown or said.
    pub fn done(self) -> usize {
        self.proven + self.claimed
    }

    /// Whether nothing is left.
    pub fn is_whole(self) -> bool {
        self.done() == self.all
    }
}
