//! Stages: what has to be learned for the next project, and where the rest belongs.
//!
//! Each project of the path makes a stage of what it exercises and of all that
//! needs, less what earlier stages have. What no project exercises stands in the
//! stage where the teachers put it: where it disagrees least with what they teach
//! before and after it. What only such a rung needs stands in its stage. What
//! belongs to applying stands in the stage *Apply*, except for what other parts
//! of applying need: that is made ready one stage before. What is merely helpful
//! comes after applying, unless a project exercises it.
//!
//! A role above the entry has posts on its way: each has stages of its own, an
//! *Apply*, and the time in the post that the next role asks for.
#![expect(clippy::indexing_slicing, reason = "stages are named by their places")]

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::{
    closure::{Closure, Leg, is_studied},
    effort::number,
    teachers::Teachers,
};
use crate::{
    catalog::{
        AreaId, Catalog, ClimbId, Importance, Level, ProjectId, Rhythm, RoleId, Rung, SkillId,
    },
    progress::Learner,
};

/// What a stage leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageKind {
    /// A project is built at its end.
    Project(ProjectId),
    /// What a role calls for and no project of it exercises.
    Study(RoleId),
    /// One can apply for a role from its beginning on.
    Apply(RoleId),
    /// So many months are worked in a role.
    Post(RoleId, u32),
    /// What is merely helpful.
    Wider,
}

/// A stage, and what is learned in it, in no order.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    pub(super) kind: StageKind,
    pub(super) climbs: Vec<ClimbId>,
}

/// Where all that is planned stands.
pub(super) struct Layout {
    /// The stages in their order.
    pub(super) stages: Vec<Draft>,
    /// What grows beside everything else, with the stage in which it may begin.
    pub(super) alongside: Vec<(ClimbId, usize)>,
    /// How much each climb is called for; none if only others need it.
    pub(super) importance: BTreeMap<ClimbId, Importance>,
}

/// Lays out what a goal takes.
pub(super) fn layout(learner: Learner<'_>, closure: &Closure, teachers: &Teachers) -> Layout {
    let mut sorter = Sorter {
        learner,
        closure,
        teachers,
        stage_of: StageOf::none(learner.catalog),
        taught: Vec::new(),
        near: BTreeMap::new(),
        hours: Vec::new(),
        stages: Vec::new(),
        alongside: Vec::new(),
        importance: BTreeMap::new(),
    };
    for (id, importance) in closure.legs.iter().flat_map(|leg| &leg.called) {
        let known = sorter.importance.entry(*id).or_insert(*importance);
        *known = (*known).min(*importance);
    }
    let months = months_left(learner, closure);
    for (at, leg) in closure.legs.iter().enumerate() {
        let is_last = at + 1 == closure.legs.len();
        // Who has worked as long as the next post asks for need not apply for this one.
        let post = months.get(at).copied().unwrap_or(0);
        sorter.lay(leg, is_last, (is_last || post > 0).then_some(post));
    }
    let wider = sorter.stages.len();
    sorter.stages.push(Draft { kind: StageKind::Wider, climbs: Vec::new() });
    sorter.put_rest(wider);
    let Sorter { mut stages, mut alongside, importance, stage_of, .. } = sorter;
    for (id, stage) in stage_of.all(learner.catalog) {
        if learner.catalog.climb(id).rhythm == Rhythm::Alongside {
            alongside.push((id, stage));
        } else {
            stages[stage].climbs.push(id);
        }
    }
    Layout { stages, alongside, importance }
}

/// By post: the months in it that the next one asks for and are still to be worked.
fn months_left(learner: Learner<'_>, closure: &Closure) -> Vec<u32> {
    let mut worked = learner.progress.experience().unwrap_or(0);
    let asked = |leg: &Leg| learner.catalog.role(leg.role).experience.as_ref().map(|it| it.months);
    let left = closure.legs.iter().skip(1).map(|leg| {
        let asked = asked(leg).unwrap_or(0);
        let left = asked.saturating_sub(worked);
        worked = worked.saturating_sub(asked);
        left
    });
    left.collect()
}

/// By climb: its stage, if it has one.
struct StageOf(Vec<Option<usize>>);

impl StageOf {
    fn none(catalog: &Catalog) -> Self {
        Self(vec![None; catalog.climbs().len()])
    }

    fn get(&self, id: ClimbId) -> Option<usize> {
        self.0[id.place()]
    }

    fn has(&self, id: ClimbId) -> bool {
        self.get(id).is_some()
    }

    fn put(&mut self, id: ClimbId, stage: usize) {
        self.0[id.place()] = Some(stage);
    }

    /// What has a stage, in learning order.
    fn all(&self, catalog: &Catalog) -> impl Iterator<Item = (ClimbId, usize)> {
        catalog.climbs().filter_map(|(id, _)| Some((id, self.get(id)?)))
    }
}

struct Sorter<'a> {
    learner: Learner<'a>,
    closure: &'a Closure,
    teachers: &'a Teachers,
    stage_of: StageOf,
    // Of what has a stage, what the teachers know, and what each area has.
    taught: Vec<ClimbId>,
    near: BTreeMap<AreaId, Vec<ClimbId>>,
    // By stage, as far as anything has one: the likely hours of study.
    hours: Vec<f64>,
    stages: Vec<Draft>,
    alongside: Vec<(ClimbId, usize)>,
    importance: BTreeMap<ClimbId, Importance>,
}

impl Sorter<'_> {
    fn needs(&self, id: ClimbId) -> &[ClimbId] {
        self.closure.needs(id)
    }

    /// Puts a climb and all it needs into a stage, unless they have one.
    fn put(&mut self, id: ClimbId, stage: usize) {
        let mut pending = vec![id];
        while let Some(id) = pending.pop() {
            if self.closure.plans(id) && !self.stage_of.has(id) {
                self.stage_of.put(id, stage);
                let climb = self.learner.catalog.climb(id);
                let area = self.learner.catalog.skill(climb.skill).area;
                self.near.entry(area).or_default().push(id);
                if self.teachers.knows(climb.skill) {
                    self.taught.push(id);
                }
                if self.hours.len() <= stage {
                    self.hours.resize(stage + 1, 0.0);
                }
                self.hours[stage] += f64::from(climb.hours.likely);
                pending.extend(self.closure.needs(id));
            }
        }
    }

    /// Lays out what leads to a post, and the time in it, if that is still to come.
    fn lay(&mut self, leg: &Leg, is_last: bool, post: Option<u32>) {
        let first = self.stages.len();
        self.lay_projects(leg);
        let applying = self.lay_called(leg, first..self.stages.len());
        // Where nobody applies, what belongs to applying waits for the next post.
        let Some(months) = post else { return };
        self.lay_applying(leg.role, applying);
        if !is_last {
            let kind = StageKind::Post(leg.role, months);
            self.stages.push(Draft { kind, climbs: Vec::new() });
        }
    }

    /// A stage for each project, with all it takes.
    fn lay_projects(&mut self, leg: &Leg) {
        for project in &leg.projects {
            let stage = self.stages.len();
            let groups = self.learner.catalog.project(*project).rungs.iter();
            let kind = StageKind::Project(*project);
            self.stages.push(Draft { kind, climbs: Vec::new() });
            for group in groups {
                if let Some(id) = self.closure.serving(self.learner, group) {
                    self.put(id, stage);
                }
            }
        }
        if leg.projects.is_empty() {
            self.stages.push(Draft { kind: StageKind::Study(leg.role), climbs: Vec::new() });
        }
    }

    /// Puts what a role calls for and no project exercises into its stages; answers
    /// with what belongs to applying.
    fn lay_called(&mut self, leg: &Leg, stages: Range<usize>) -> Vec<ClimbId> {
        let rhythm = |id: &ClimbId| self.learner.catalog.climb(*id).rhythm;
        // What helps in applying is of no use after it, and what takes an hour or two
        // keeps nobody from applying, if it has a place among what is taught.
        let is_called = |(id, importance): &&(ClimbId, Importance)| {
            let is_short = is_studied(self.learner, *id)
                && self.teachers.knows(self.skill(*id))
                && self.learner.catalog.climb(*id).hours.likely <= SHORT;
            *importance != Importance::Helpful || rhythm(id) == Rhythm::Applying || is_short
        };
        let called: Vec<ClimbId> = leg.called.iter().filter(is_called).map(|(id, _)| *id).collect();
        let (applying, rest): (Vec<ClimbId>, Vec<ClimbId>) =
            called.into_iter().partition(|it| rhythm(it) == Rhythm::Applying);
        let (job, rest): (Vec<ClimbId>, Vec<ClimbId>) =
            rest.into_iter().partition(|it| !is_studied(self.learner, *it));
        // What applying and jobs need and is studied is learned before, where teachers put it.
        let above = applying.iter().chain(&job);
        let under: Vec<ClimbId> = above.flat_map(|id| self.studied_below(*id)).collect();
        let mut rest: Vec<ClimbId> = rest.into_iter().chain(under).collect();
        rest.sort_unstable();
        let climb = |id: ClimbId| self.learner.catalog.climb(id);
        let done: BTreeSet<SkillId> = rest
            .iter()
            .filter(|it| climb(**it).rung == Rung::Working)
            .map(|it| climb(*it).skill)
            .collect();
        for id in rest {
            // What one does with a skill decides where one hears of it.
            let is_base = self.learner.catalog.climb(id).rung < Rung::Working
                && done.contains(&self.skill(id));
            if !is_base && !self.stage_of.has(id) {
                let stage = self.best_stage(id, stages.clone());
                self.put(id, stage);
            }
        }
        self.pull_forward(stages.clone());
        // A job teaches its rungs before one applies for the next.
        let is_post = |at: &usize| matches!(self.stages[*at].kind, StageKind::Post(..));
        let before = (0..stages.start).rev().find(is_post);
        for id in job {
            for need in self.needs(id).to_vec() {
                if !self.stage_of.has(need) {
                    let stage = self.best_stage(need, stages.clone());
                    self.put(need, stage);
                }
            }
            let needs = self.needs(id).iter().filter_map(|it| self.stage_of.get(*it));
            let stage = needs.max().max(before).unwrap_or(stages.end - 1);
            self.put(id, stage);
        }
        applying
    }

    /// A stage to apply in; what other parts of applying need is made ready before it.
    fn lay_applying(&mut self, role: RoleId, called: Vec<ClimbId>) {
        let apply = self.stages.len();
        self.stages.push(Draft { kind: StageKind::Apply(role), climbs: Vec::new() });
        let pending: Vec<ClimbId> = self.applying_so_far(called);
        let mut needed: BTreeSet<ClimbId> = BTreeSet::new();
        for id in &pending {
            let own = self.skill(*id);
            needed.extend(self.needs(*id).iter().filter(|it| self.skill(**it) != own));
        }
        for id in pending {
            let is_needed = |it: &ClimbId| self.skill(*it) == self.skill(id) && *it >= id;
            let stage = if needed.iter().any(is_needed) { apply - 1 } else { apply };
            self.put(id, stage);
        }
    }

    fn skill(&self, id: ClimbId) -> SkillId {
        self.learner.catalog.climb(id).skill
    }

    /// What belongs to applying and has no stage yet, also of posts that need no
    /// application any more.
    fn applying_so_far(&self, called: Vec<ClimbId>) -> Vec<ClimbId> {
        let rhythm = |id: &ClimbId| self.learner.catalog.climb(*id).rhythm;
        let earlier = self.closure.legs.iter().flat_map(|it| &it.called);
        let earlier = earlier.filter(|(_, it)| *it != Importance::Helpful).map(|(id, _)| *id);
        let is_open = |id: &ClimbId| rhythm(id) == Rhythm::Applying && !self.stage_of.has(*id);
        let mut all: Vec<ClimbId> = called.into_iter().chain(earlier).filter(is_open).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The stage of those given in which a climb disagrees least with the teachers.
    fn best_stage(&self, id: ClimbId, stages: Range<usize>) -> usize {
        let catalog = self.learner.catalog;
        let mut pending = self.needs(id).to_vec();
        let mut earliest = stages.start;
        while let Some(need) = pending.pop() {
            match self.stage_of.get(need) {
                Some(stage) => earliest = earliest.max(stage),
                None => pending.extend(self.needs(need)),
            }
        }
        // The first project is to be built soon, so its stage takes only what it needs.
        let earliest = earliest.max(stages.start + 1).min(stages.end - 1);
        let here = catalog.climb(id);
        let price = self.prices(id, stages.end);
        let hours = |at: usize| self.hours.get(at).copied().unwrap_or_default();
        let count = number(stages.len().saturating_sub(1).max(1));
        let early = match catalog.skill(here.skill).level {
            Level::Foundation => 0.0,
            Level::Core => 0.6,
            Level::Advanced => 1.0,
        };
        let wanted = |at: usize| (number(at - stages.start) / count - early).abs() * LEVEL;
        let own = f64::from(here.hours.likely);
        let over = |at: usize| (hours(at) + own - LARGE).max(0.0) * OVER;
        let total = |at: &usize| price[*at] + hours(*at) * LOAD + wanted(*at) + over(*at);
        (earliest..stages.end).min_by(|a, b| total(a).total_cmp(&total(b))).unwrap_or(earliest)
    }

    /// What has to be studied for a rung of applying, or of a job.
    fn studied_below(&self, id: ClimbId) -> Vec<ClimbId> {
        let rhythm = |id: ClimbId| self.learner.catalog.climb(id).rhythm;
        let mut pending = vec![id];
        let mut found = Vec::new();
        while let Some(id) = pending.pop() {
            for need in self.needs(id) {
                if matches!(rhythm(*need), Rhythm::Block | Rhythm::Alongside) {
                    found.push(*need);
                }
                pending.push(*need);
            }
        }
        found
    }

    /// Moves to earlier stages what the teachers teach clearly earlier than the
    /// project that exercises it; the first stage stays as short as it is.
    fn pull_forward(&mut self, stages: Range<usize>) {
        for unit in self.units_of(&stages) {
            let (Some(first), Some(last)) = (unit.first(), unit.last()) else { continue };
            let Some(now) = self.stage_of.get(*first) else { continue };
            let needs = unit.iter().flat_map(|id| self.needs(*id));
            let outer = needs.filter(|it| !unit.contains(it));
            let earliest = outer.filter_map(|it| self.stage_of.get(*it)).max();
            let earliest = earliest.unwrap_or(0).max(stages.start + 1);
            if earliest >= now {
                continue;
            }
            let each = unit.iter().map(|id| self.learner.catalog.climb(*id).hours.likely);
            let hours = f64::from(each.sum::<u32>());
            let price = self.prices(*last, stages.end);
            let wanted = PULL + hours * PULL_HOUR;
            let has_room =
                |at: &usize| self.hours.get(*at).copied().unwrap_or_default() + hours <= ROOM;
            let best = (earliest..now)
                .filter(has_room)
                .filter(|at| price[*at] + wanted < price[now])
                .min_by(|a, b| price[*a].total_cmp(&price[*b]));
            if let Some(stage) = best {
                for id in unit {
                    self.stage_of.put(id, stage);
                }
                self.hours[now] -= hours;
                self.hours[stage] += hours;
            }
        }
    }

    /// What of each skill is studied in the same stage up to working knowledge, in
    /// learning order; of higher rungs curricula seldom speak.
    fn units_of(&self, stages: &Range<usize>) -> Vec<Vec<ClimbId>> {
        let mut units: BTreeMap<(SkillId, usize), Vec<ClimbId>> = BTreeMap::new();
        for (id, stage) in self.stage_of.all(self.learner.catalog) {
            let climb = self.learner.catalog.climb(id);
            let is_low = climb.rung <= Rung::Working && climb.rhythm == Rhythm::Block;
            if stages.contains(&stage) && is_low {
                units.entry((climb.skill, stage)).or_default().push(id);
            }
        }
        let mut units: Vec<Vec<ClimbId>> = units.into_values().collect();
        units.sort_unstable();
        units
    }

    /// By stage: how much it disagrees with the teachers to learn it there.
    fn prices(&self, id: ClimbId, stages: usize) -> Vec<f64> {
        let catalog = self.learner.catalog;
        let here = catalog.climb(id);
        let own = (here.skill, here.rung);
        // What stands in a stage disagrees with all stages before it, and with all behind.
        let (mut before, mut behind) = (vec![0.0; stages + 1], vec![0.0; stages + 1]);
        let mut price = vec![0.0; stages];
        let placed = |id: &ClimbId| {
            let there = catalog.climb(*id);
            let stage = self.stage_of.get(*id)?;
            (stage < stages && there.skill != here.skill).then_some((there, stage))
        };
        let taught = self.taught.iter().filter(|_| self.teachers.knows(here.skill));
        for (there, stage) in taught.filter_map(placed) {
            let at = (there.skill, there.rung);
            before[stage] += self.teachers.disagreement(own, at);
            behind[stage + 1] += self.teachers.disagreement(at, own);
        }
        let near = self.near.get(&catalog.skill(here.skill).area);
        for (_, stage) in near.into_iter().flatten().filter_map(placed) {
            price[stage] -= NEAR;
        }
        for stage in 0..stages {
            behind[stage + 1] += behind[stage];
        }
        let mut after = 0.0;
        for stage in (0..stages).rev() {
            price[stage] += after + behind[stage];
            after += before[stage];
        }
        price
    }

    /// What has no stage yet: what is helpful, and what only that needs.
    fn put_rest(&mut self, wider: usize) {
        for id in self.closure.climbs.clone() {
            self.put(id, wider);
        }
    }
}

/// The hours of what is merely helpful and learned all the same before one applies.
const SHORT: u32 = 3;
/// What it is worth to stand in a stage with something of the same area.
const NEAR: f64 = 0.02;
/// What an hour that a stage has already costs, so that stages are of a size.
const LOAD: f64 = 0.001;
/// What it costs to meet a skill at the wrong end of the path for its level.
const LEVEL: f64 = 0.2;
/// The hours of study above which a stage is large.
const LARGE: f64 = 170.0;
/// What each hour above that costs.
const OVER: f64 = 0.1;
/// What has to be gained by learning something before the stage that needs it.
const PULL: f64 = 1.5;
/// The same for each hour that it takes.
const PULL_HOUR: f64 = 0.05;
/// The hours of study that a stage may grow to by that.
const ROOM: f64 = 150.0;
