//! What is left of a goal: one function for every screen that says so.

use std::collections::BTreeMap;

use super::{
    closure::{closure, is_studied},
    effort::{effort, whole},
    forecast::{AreaLoad, Spread, forecast},
    pace::{self, Pace},
};
use crate::{
    catalog::{AreaId, Hours},
    progress::{Goal, Item, Learner},
};

/// The minutes left until a goal is reached, with all that it needs and builds.
pub fn minutes_left(learner: Learner<'_>, goal: Goal) -> Spread<u32> {
    let closure = closure(learner, goal);
    let climbs = closure.climbs.iter().copied().filter(|it| is_studied(learner, *it));
    let projects = closure.legs.iter().flat_map(|it| &it.projects).copied();
    let items = climbs.map(Item::Climb).chain(projects.map(Item::Project));
    let pace = pace::pace(learner);
    let mut load = Load::default();
    items.for_each(|it| load.add(learner, &pace, it));
    load.spread(&pace)
}

/// What is left of some items, of which all are studied or built, added up.
#[derive(Clone, Debug, Default)]
pub(super) struct Load {
    areas: BTreeMap<AreaId, AreaLoad>,
    minutes: u32,
}

impl Load {
    pub(super) fn add(&mut self, learner: Learner<'_>, pace: &Pace, item: Item) {
        let area = area(learner, item);
        let factor = pace.factor(area);
        let left = effort(learner, item, factor).likely;
        self.areas.entry(area).or_default().add(left, pace::spread(hours(learner, item)));
        self.minutes = self.minutes.saturating_add(minutes(left * factor));
    }

    /// The minutes that all of it takes.
    pub(super) fn spread(&self, pace: &Pace) -> Spread<u32> {
        let Spread { low, high, .. } = forecast(&self.areas, pace);
        let likely = f64::from(self.minutes);
        Spread { low: whole(low.min(likely)), likely: self.minutes, high: whole(high.max(likely)) }
    }
}

/// Whole minutes, of which one at least is left.
pub(super) fn minutes(left: f64) -> u32 {
    whole(left).max(1)
}

/// The area whose pace an item goes by.
pub(super) fn area(learner: Learner<'_>, item: Item) -> AreaId {
    match item {
        Item::Climb(id) => learner.catalog.climbed(id).area,
        Item::Project(id) => learner.catalog.project(id).area,
    }
}

fn hours(learner: Learner<'_>, item: Item) -> Hours {
    match item {
        Item::Climb(id) => learner.catalog.climb(id).hours,
        Item::Project(id) => learner.catalog.project(id).hours,
    }
}
