//! What is planned as tasks for the order: how long, how much worth, what needs what.

use super::{
    choice::serving,
    effort::{effort, whole},
    order::Task,
    pace::Pace,
    readiness::factor,
};
use crate::{
    catalog::{Importance, SkillId},
    progress::{Goal, Learner},
};

/// The skills of a plan, in learning order, and what is known of each; the same
/// place means the same skill.
pub(super) struct Graph {
    pub(super) skills: Vec<SkillId>,
    pub(super) tasks: Vec<Task>,
    pub(super) importance: Vec<Option<Importance>>,
    /// Which tasks need this one.
    pub(super) opens: Vec<Vec<usize>>,
}

impl Graph {
    /// `planned` is in learning order.
    ///
    /// A skill weighs as much as it is important to the goal (3, 2, 1, or 0 if
    /// only other skills need it), however long it takes: so, of equals, the
    /// shorter comes first, what is begun is finished, and a goal's requirements
    /// are met as early as can be.
    #[expect(clippy::indexing_slicing, reason = "places are below the number of skills")]
    pub(super) fn new(learner: Learner<'_>, goal: Goal, planned: &[SkillId], pace: &Pace) -> Self {
        let place_of = |id: &SkillId| planned.binary_search(id).ok();
        let mut importance: Vec<Option<Importance>> = vec![None; planned.len()];
        let requirements = learner.catalog.role(goal.role).requirements.iter();
        for requirement in requirements.filter(|it| goal.depth.includes(it.importance)) {
            let member = serving(learner, requirement.call.members(), planned);
            if let Some(place) = member.as_ref().and_then(place_of) {
                let other = importance[place].unwrap_or(requirement.importance);
                importance[place] = Some(requirement.importance.min(other));
            }
        }
        let mut opens = vec![Vec::new(); planned.len()];
        let mut tasks = Vec::with_capacity(planned.len());
        for (place, id) in planned.iter().enumerate() {
            let skill = learner.catalog.skill(*id);
            let plain = skill.prerequisites.iter().filter_map(place_of);
            let groups = skill.prerequisites_any.iter();
            let served = groups.filter_map(|it| serving(learner, it, planned));
            let mut needs: Vec<usize> =
                plain.chain(served.filter_map(|it| place_of(&it))).collect();
            needs.sort_unstable();
            needs.dedup();
            for need in &needs {
                opens[*need].push(place);
            }
            let pace = pace.factor(skill.area);
            let left = effort(learner, *id, pace).likely * pace;
            let worth = importance[place].map_or(0, factor);
            tasks.push(Task {
                time: f64::from(whole(left).max(1)),
                weight: f64::from(worth),
                area: skill.area.place(),
                needs,
            });
        }
        Self { skills: planned.to_vec(), tasks, importance, opens }
    }
}
