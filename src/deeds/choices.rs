//! Where a skill can be chosen.

use crate::{
    catalog::{Call, RoleId, SkillId},
    progress::Learner,
};

/// The choices that a skill is a member of: those of the goal and of the
/// posts on the way, or of any role if it is in none of these, and the groups of
/// which skills and projects want one.
pub(super) fn choices_with(learner: Learner<'_>, id: SkillId) -> Vec<&[SkillId]> {
    let Learner { catalog, progress } = learner;
    let posts = progress.goal().map_or_else(Vec::new, |goal| catalog.posts(goal.role));
    let of_roles = |is_meant: &dyn Fn(RoleId) -> bool| -> Vec<&[SkillId]> {
        let roles = catalog.roles().filter(|(role, _)| is_meant(*role));
        let calls = roles.flat_map(|(_, role)| &role.requirements).map(|it| &it.call);
        let choices = calls.filter_map(|it| match it {
            Call::OneOf(_, members) => Some(members.as_slice()),
            Call::Skill(_) => None,
        });
        choices.filter(|it| it.contains(&id)).collect()
    };
    let mut choices = of_roles(&|role| posts.contains(&role));
    let groups = catalog.groups().iter().map(|it| it.members.as_slice());
    choices.extend(groups.filter(|it| it.contains(&id)));
    if choices.is_empty() { of_roles(&|_| true) } else { choices }
}
