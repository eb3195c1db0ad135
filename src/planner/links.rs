//! What leads to what on the way to a goal: its rungs of skills and its projects, joined
//! by what each needs of the others.

use std::collections::{BTreeMap, BTreeSet};

use super::closure::Closure;
use crate::progress::{Item, Learner};

/// The graph of a way: what each thing on it needs, and what it opens.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    needs: BTreeMap<Item, Vec<Item>>,
    opens: BTreeMap<Item, Vec<Item>>,
}

impl Links {
    pub(super) fn new(learner: Learner<'_>, closure: &Closure) -> Self {
        let mut links = Self::default();
        for id in &closure.climbs {
            let needs = closure.needs(*id).iter().map(|it| Item::Climb(*it)).collect();
            links.link(Item::Climb(*id), needs);
        }
        for id in closure.legs.iter().flat_map(|it| &it.projects) {
            let groups = learner.catalog.project(*id).rungs.iter();
            let served = groups.filter_map(|it| closure.serving(learner, it));
            links.link(Item::Project(*id), served.map(Item::Climb).collect());
        }
        links
    }

    fn link(&mut self, item: Item, needs: Vec<Item>) {
        let needs: BTreeSet<Item> = needs.into_iter().collect();
        for need in &needs {
            self.opens.entry(*need).or_default().push(item);
        }
        self.needs.insert(item, needs.into_iter().collect());
    }

    /// What something needs, directly.
    pub fn needs(&self, item: Item) -> &[Item] {
        self.needs.get(&item).map(Vec::as_slice).unwrap_or_default()
    }

    /// What needs it, directly.
    pub fn opens(&self, item: Item) -> &[Item] {
        self.opens.get(&item).map(Vec::as_slice).unwrap_or_default()
    }

    /// All that stands before something or behind it, however far away; without itself.
    pub fn kin(&self, item: Item) -> BTreeSet<Item> {
        let mut kin = reached(item, |it| self.needs(it));
        kin.extend(reached(item, |it| self.opens(it)));
        kin
    }
}

/// All that is reached from something by some steps.
fn reached<'a>(from: Item, step: impl Fn(Item) -> &'a [Item]) -> BTreeSet<Item> {
    let mut seen = BTreeSet::new();
    let mut pending = vec![from];
    while let Some(next) = pending.pop() {
        pending.extend(step(next).iter().copied().filter(|it| seen.insert(*it)));
    }
    seen
}
