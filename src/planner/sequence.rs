//! The order of all that is planned: stage by stage, each in the teachers' order.
//!
//! Rungs of one skill that stand in one stage are climbed one after the other
//! wherever nothing has to come between them. Of orders that the teachers like
//! equally well, what matters more comes first, and one stays in the area one is
//! in. What is begun and has nothing in its way comes before everything else.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    closure::Closure,
    guide::Guide,
    part::{Arranged, Arranger},
    pins::pinned,
    stages::{Draft, Layout, StageKind},
    teachers::Teachers,
};
use crate::{
    catalog::{ClimbId, Rhythm, SkillId},
    progress::{Item, Learner, State},
};

/// Everything in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sequence {
    /// What is studied or built one after the other, with its stage.
    pub(super) line: Vec<(Item, usize)>,
    /// What grows alongside, one after the other, with the stage in which it may begin.
    pub(super) lane: Vec<(ClimbId, usize)>,
    /// What only a job teaches, with its stage.
    pub(super) job: Vec<(ClimbId, usize)>,
    /// How much the order disagrees with the teachers inside the stages.
    pub(super) cost: f64,
    /// What no order of the same stages can go below.
    pub(super) bound: f64,
}

/// What is known while things are put in order.
pub(super) struct Sequencer<'a> {
    pub(super) learner: Learner<'a>,
    pub(super) closure: &'a Closure,
    pub(super) teachers: &'a Teachers,
    pub(super) layout: &'a Layout,
    /// The order to keep to; none if nothing is done yet.
    pub(super) guide: Option<&'a Guide>,
}

impl Sequencer<'_> {
    /// Puts everything in order.
    pub(super) fn sequence(&self) -> Sequence {
        let mut sequence = self.laid();
        sequence.line = self.with_wishes(self.begun_first(sequence.line));
        sequence.lane = self.lane();
        sequence
    }

    /// What is studied or built, as it would come if nothing was begun or wished for.
    pub(super) fn laid(&self) -> Sequence {
        let mut sequence = Sequence::default();
        let arranger = Arranger {
            learner: self.learner,
            closure: self.closure,
            teachers: self.teachers,
            importance: &self.layout.importance,
        };
        let mut line: Vec<(Item, usize)> = Vec::new();
        for (stage, draft) in self.layout.stages.iter().enumerate() {
            let Draft { kind, climbs } = draft;
            let rhythm = |it: &ClimbId| self.learner.catalog.climb(*it).rhythm;
            let (job, studied): (Vec<_>, Vec<_>) =
                climbs.iter().copied().partition(|it| rhythm(it) == Rhythm::Job);
            sequence.job.extend(job.into_iter().map(|it| (it, stage)));
            let Arranged { climbs, cost, bound } = match self.guide {
                Some(guide) => arranger.kept(guide.in_order(&studied, self.closure)),
                None => arranger.arranged(&studied),
            };
            sequence.cost += cost;
            sequence.bound += bound;
            line.extend(climbs.into_iter().map(|it| (Item::Climb(it), stage)));
            if let StageKind::Project(project) = kind {
                line.push((Item::Project(*project), stage));
            }
        }
        sequence.line = line;
        sequence
    }

    fn needs(&self, id: ClimbId) -> &[ClimbId] {
        self.closure.needs(id)
    }

    /// What is begun and has nothing in its way, before everything else.
    fn begun_first(&self, line: Vec<(Item, usize)>) -> Vec<(Item, usize)> {
        let first = line.first().map_or(0, |(_, stage)| *stage);
        let is_begun = |(item, _): &(Item, usize)| match item {
            Item::Climb(id) => {
                self.learner.climb_state(*id) == State::Learning && self.needs(*id).is_empty()
            }
            Item::Project(_) => false,
        };
        let (begun, rest): (Vec<_>, Vec<_>) = line.into_iter().partition(is_begun);
        begun.into_iter().map(|(item, _)| (item, first)).chain(rest).collect()
    }

    /// The line with what the learner pinned where they want it; a stage ends with its project.
    fn with_wishes(&self, line: Vec<(Item, usize)>) -> Vec<(Item, usize)> {
        if self.learner.progress.pins().is_empty() {
            return line;
        }
        let items: Vec<Item> = line.iter().map(|(item, _)| *item).collect();
        let places: BTreeMap<Item, usize> =
            items.iter().enumerate().map(|(at, item)| (*item, at)).collect();
        let needs: Vec<Vec<usize>> = items
            .iter()
            .map(|item| {
                let needs = self.needs_of(*item);
                needs.into_iter().filter_map(|it| places.get(&it).copied()).collect()
            })
            .collect();
        let order = pinned(self.learner, &items, &needs);
        let is_free = |item: Item| match item {
            Item::Climb(id) => !self.learner.progress.pins().contains_key(&id),
            Item::Project(_) => true,
        };
        let moved: Vec<(Item, usize)> =
            order.iter().filter_map(|it| line.get(*it)).copied().collect();
        let mut staged: Vec<(Item, usize)> = Vec::with_capacity(moved.len());
        let mut cap = usize::MAX;
        let caps: Vec<usize> = moved
            .iter()
            .rev()
            .map(|(item, own)| {
                if is_free(*item) {
                    cap = cap.min(*own);
                }
                cap
            })
            .collect();
        for ((item, own), cap) in moved.iter().zip(caps.iter().rev()) {
            // A stage is over with its project.
            let is_over = |item: &Item| usize::from(matches!(item, Item::Project(_)));
            let before = staged.last().map_or(0, |(item, stage)| stage + is_over(item));
            staged.push((*item, before.max((*own).min(*cap))));
        }
        staged
    }

    /// What an item needs: a project all that it exercises.
    pub(super) fn needs_of(&self, item: Item) -> Vec<Item> {
        match item {
            Item::Climb(id) => self.needs(id).iter().copied().map(Item::Climb).collect(),
            Item::Project(id) => {
                let groups = self.learner.catalog.project(id).rungs.iter();
                let serve = |group| self.closure.serving(self.learner, group).map(Item::Climb);
                groups.filter_map(|group| serve(group)).collect()
            }
        }
    }

    /// What grows alongside: post by post, what is begun first, then in the teachers' order.
    pub(super) fn lane(&self) -> Vec<(ClimbId, usize)> {
        let mut lane: Vec<(ClimbId, usize)> = Vec::new();
        let is_begun = |id: &ClimbId| {
            let is_free = self.needs(*id).iter().all(|it| !self.is_alongside(*it));
            self.learner.climb_state(*id) == State::Learning && is_free
        };
        let mut left = self.layout.alongside.clone();
        let (begun, rest): (Vec<_>, Vec<_>) = left.drain(..).partition(|(id, _)| is_begun(id));
        lane.extend(begun);
        let posts = self.layout.stages.iter().enumerate();
        let posts = posts.filter(|(_, it)| matches!(it.kind, StageKind::Post(..)));
        let ends: Vec<usize> = posts.map(|(at, _)| at).chain([usize::MAX]).collect();
        let mut since = 0;
        for end in ends {
            let here: BTreeMap<ClimbId, usize> =
                rest.iter().copied().filter(|(_, at)| (since..end).contains(at)).collect();
            lane.extend(self.by_earliness(here));
            since = end;
        }
        lane
    }

    /// What teachers teach early comes early; of equals, what matters more.
    fn by_earliness(&self, mut left: BTreeMap<ClimbId, usize>) -> Vec<(ClimbId, usize)> {
        if let Some(guide) = self.guide {
            let ids: Vec<ClimbId> = left.keys().copied().collect();
            let order = guide.in_order(&ids, self.closure).into_iter();
            return order.filter_map(|id| Some((id, left.remove(&id)?))).collect();
        }
        let skill = |id: ClimbId| self.learner.catalog.climb(id).skill;
        let skills: BTreeSet<SkillId> = self.closure.climbs.iter().map(|it| skill(*it)).collect();
        let rank: BTreeMap<ClimbId, (i64, u8)> = left
            .keys()
            .map(|id| {
                let importance = self.layout.importance.get(id).map_or(3, |it| *it as u8);
                (*id, (self.teachers.lateness(skill(*id), &skills), importance))
            })
            .collect();
        let mut ordered = Vec::with_capacity(left.len());
        while !left.is_empty() {
            let is_free = |id: &ClimbId| self.needs(*id).iter().all(|it| !left.contains_key(it));
            let next = left.keys().copied().filter(is_free).min_by_key(|id| (rank.get(id), *id));
            let Some((id, stage)) = next.and_then(|id| left.remove_entry(&id)) else { break };
            ordered.push((id, stage));
        }
        ordered
    }

    fn is_alongside(&self, id: ClimbId) -> bool {
        self.learner.catalog.climb(id).rhythm == Rhythm::Alongside
    }
}
