//! Where a skill can be chosen.

use crate::{
    catalog::{Call, List, RoleId, SkillId},
    progress::Learner,
};

/// The choices that a skill is a member of: those of the goal, or of any role if
/// it is in none of the goal's, and those of skills that need one of several.
pub(super) fn choices_with(learner: Learner<'_>, id: SkillId) -> Vec<&[SkillId]> {
    let Learner { catalog, progress } = learner;
    let goal = progress.goal().map(|goal| goal.role);
    let of_roles = |is_meant: &dyn Fn(RoleId) -> bool| -> Vec<&[SkillId]> {
        let roles = catalog.roles().filter(|(role, _)| is_meant(*role));
        let calls = roles.flat_map(|(_, role)| &role.requirements).map(|it| &it.call);
        let choices = calls.filter_map(|it| match it {
            Call::OneOf(_, members) => Some(members.as_slice()),
            Call::Skill(_) => None,
        });
        choices.filter(|it| it.contains(&id)).collect()
    };
    let mut choices = of_roles(&|role| Some(role) == goal);
    let groups = catalog.skills().flat_map(|(_, skill)| &skill.prerequisites_any);
    choices.extend(groups.map(List::as_slice).filter(|it| it.contains(&id)));
    if choices.is_empty() { of_roles(&|_| true) } else { choices }
}
