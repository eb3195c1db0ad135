//! Why a skill stands where it stands.

use super::graph::Graph;
use crate::{
    catalog::{Importance, SkillId},
    progress::Progress,
};

/// Why a skill stands where it stands in the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The learner put it there.
    pub is_pinned: bool,
    /// It is begun: so many proofs are ticked; none if it is not begun.
    pub ticked: Option<usize>,
    /// How much the goal calls for it.
    pub importance: Option<Importance>,
    /// Of the planned skills that need it, the first in learning order.
    pub leads_to: Option<SkillId>,
    /// How many planned skills need it at once.
    pub opens: usize,
    /// The last of the planned skills it needs; none if nothing is in its way.
    pub comes_after: Option<SkillId>,
}

impl Reason {
    pub(super) fn of(progress: &Progress, graph: &Graph, place: usize) -> Self {
        let id = graph.skills.get(place);
        let named = |place: Option<&usize>| graph.skills.get(*place?).copied();
        let opens = graph.opens.get(place).map(Vec::as_slice).unwrap_or_default();
        let record = id.and_then(|id| progress.record(*id));
        let begun = record.filter(|it| !it.ticks.is_empty() || !it.log.is_empty());
        let importance = graph.importance.get(place).copied().flatten();
        Self {
            is_pinned: id.is_some_and(|id| progress.pins().contains_key(id)),
            ticked: begun.map(|it| it.ticks.len()),
            importance,
            leads_to: named(opens.first()),
            opens: opens.len(),
            comes_after: named(graph.tasks.get(place).and_then(|it| it.needs.last())),
        }
    }
}
