//! Why something stands where it stands.

use super::{sequence::Sequencer, stages::StageKind, teachers::Taught};
use crate::{
    catalog::{Importance, ProjectId, Rhythm},
    progress::{Item, State},
};

/// Why something stands where it stands in the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The learner put it there.
    pub is_pinned: bool,
    /// It is begun: so many proofs or points are ticked; none if it is not begun.
    pub ticked: Option<usize>,
    /// How much the goal calls for it.
    pub importance: Option<Importance>,
    /// The project at the end of its stage, if that exercises it.
    pub project: Option<ProjectId>,
    /// What most curricula teach after it.
    pub taught: Option<Taught>,
    /// How it is learned.
    pub rhythm: Rhythm,
    /// Of what is planned and needs it, the first.
    pub leads_to: Option<Item>,
    /// How much of what is planned needs it at once.
    pub opens: usize,
    /// The last of what is planned that it needs; none if nothing is in its way.
    pub comes_after: Option<Item>,
}

/// So many curricula have to teach two skills before it is worth saying in which order.
const ENOUGH: usize = 3;

impl Reason {
    pub(super) fn of(
        sequencer: &Sequencer<'_>,
        (item, stage): (Item, usize),
        (opens, needs): (&[Item], &[Item]),
        later: &[(Item, usize)],
        importance: Option<Importance>,
    ) -> Self {
        let learner = sequencer.learner;
        let kind = sequencer.layout.stages.get(stage).map(|it| it.kind);
        let (is_pinned, ticked, rhythm) = match item {
            Item::Climb(id) => {
                let is_begun = learner.climb_state(id) == State::Learning;
                (
                    learner.progress.pins().contains_key(&id),
                    is_begun.then(|| learner.ticks(id)),
                    learner.catalog.climb(id).rhythm,
                )
            }
            Item::Project(id) => {
                let ticked = learner.built_points(id);
                (false, Some(ticked).filter(|it| *it > 0), Rhythm::Block)
            }
        };
        let project = match (kind, item) {
            (Some(StageKind::Project(project)), Item::Climb(id)) => {
                let groups = &learner.catalog.project(project).rungs;
                let skill = |id| learner.catalog.climb(id).skill;
                let is_used =
                    groups.iter().flatten().any(|it| skill(*it) == skill(id) && *it >= id);
                is_used.then_some(project)
            }
            _ => None,
        };
        Self {
            is_pinned,
            ticked,
            importance,
            project,
            taught: taught(sequencer, item, stage, later),
            rhythm,
            leads_to: opens.first().copied(),
            opens: opens.len(),
            comes_after: needs.last().copied(),
        }
    }
}

/// Of what comes later in the stage, that of which the teachers say most clearly
/// that it comes later.
fn taught(
    sequencer: &Sequencer<'_>,
    item: Item,
    stage: usize,
    later: &[(Item, usize)],
) -> Option<Taught> {
    let catalog = sequencer.learner.catalog;
    let Item::Climb(id) = item else { return None };
    let climb = |item: &Item| match item {
        Item::Climb(id) => Some(catalog.climb(*id)),
        Item::Project(_) => None,
    };
    let own = catalog.climb(id);
    if !sequencer.teachers.knows(own.skill) {
        return None;
    }
    let same = later.iter().take_while(|(_, it)| *it == stage);
    let others = same.filter_map(|(item, _)| climb(item));
    let others = others.filter(|it| it.skill != own.skill && it.rhythm == Rhythm::Block);
    let told = others.map(|it| sequencer.teachers.taught(own.skill, it.skill));
    let clear = told.filter(|it| it.of >= ENOUGH && it.agree * 2 > it.of);
    // A neighbour of the same area says more than something far off.
    let area = |id| catalog.skill(id).area;
    let is_near = |it: &Taught| area(it.before) == area(own.skill);
    clear.max_by_key(|it| (is_near(it), it.agree * 100 / it.of.max(1), it.of))
}
