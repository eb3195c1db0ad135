//! What a plan stands on: all that the goal takes, what teachers say of it, and the
//! stage in which each part stands.

use std::collections::BTreeSet;

use super::{
    choice::Choice,
    closure::{Closure, closure},
    guide::{Guide, untouched},
    links::Links,
    sequence::{Sequence, Sequencer},
    stages::{Layout, StageKind, layout},
    teachers::Teachers,
};
use crate::{
    catalog::{ClimbId, SkillId},
    progress::{Item, Learner},
};

/// What has to be known before anything is put in order.
pub(super) struct Ground {
    closure: Closure,
    teachers: Teachers,
    layout: Layout,
    guide: Option<Guide>,
}

impl Ground {
    /// What a learner's goal takes; none without a goal.
    pub(super) fn new(learner: Learner<'_>) -> Option<Self> {
        let mut ground = Self::laid(learner)?;
        if !learner.progress.is_untouched() {
            let untouched = untouched(learner, &ground.closure);
            let anew = Learner { progress: &untouched, ..learner };
            let whole = Self::laid(anew)?;
            let sequencer = whole.sequencer(anew);
            let studied = sequencer.laid().line.into_iter().filter_map(|(it, _)| climb(it));
            let beside = sequencer.lane().into_iter().map(|(id, _)| id);
            let guide = Guide::new(&whole.layout, studied.chain(beside));
            guide.lead(&mut ground.layout, &ground.closure);
            ground.guide = Some(guide);
        }
        Some(ground)
    }

    /// What a learner's goal takes, as if it was met for the first time.
    fn laid(learner: Learner<'_>) -> Option<Self> {
        let goal = learner.progress.goal()?;
        let closure = closure(learner, goal);
        let skills: BTreeSet<SkillId> =
            closure.climbs.iter().map(|it| learner.catalog.climb(*it).skill).collect();
        let languages: BTreeSet<SkillId> = closure.answers.iter().copied().collect();
        let teachers = Teachers::new(learner.catalog, goal, &skills, &languages);
        let layout = layout(learner, &closure, &teachers);
        Some(Self { closure, teachers, layout, guide: None })
    }

    pub(super) fn sequencer<'a>(&'a self, learner: Learner<'a>) -> Sequencer<'a> {
        let Self { closure, teachers, layout, guide } = self;
        Sequencer { learner, closure, teachers, layout, guide: guide.as_ref() }
    }

    /// All of it in order.
    pub(super) fn sequence(&self, learner: Learner<'_>) -> Sequence {
        self.sequencer(learner).sequence()
    }

    /// What leads to what.
    pub(super) fn links(&self, learner: Learner<'_>) -> Links {
        Links::new(learner, &self.closure)
    }

    /// The choices on the way, and what answers each.
    pub(super) fn choices(&self) -> &[Choice] {
        &self.closure.choices
    }

    /// What each stage leads to.
    pub(super) fn kinds(&self) -> impl Iterator<Item = StageKind> {
        self.layout.stages.iter().map(|it| it.kind)
    }
}

fn climb(item: Item) -> Option<ClimbId> {
    match item {
        Item::Climb(id) => Some(id),
        Item::Project(_) => None,
    }
}
