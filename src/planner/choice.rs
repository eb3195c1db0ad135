//! The choices on the way, and what is planned for each.

use super::closure::open_members;
use crate::{
    catalog::{Call, SkillId, Text},
    progress::{Goal, Learner, State},
};

/// One of several skills is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is chosen: "A server-side language"; none where a skill needs one of several.
    pub name: Option<Text>,
    /// The skill that needs one of them; none where the role itself does.
    pub wanted_by: Option<SkillId>,
    /// What there is to choose from.
    pub members: Vec<SkillId>,
    /// What answers it: the pick, or what is done already, or else what takes
    /// the fewest hours.
    pub taken: SkillId,
    /// Whether the learner picked that.
    pub is_picked: bool,
}

/// The choices of a goal and of what is planned for it, unless all members of
/// one are left out.
pub(super) fn choices(learner: Learner<'_>, goal: Goal, planned: &[SkillId]) -> Vec<Choice> {
    let mut found = Vec::new();
    let mut add = |name: Option<&Text>, wanted_by, members: &[SkillId]| {
        if let Some(taken) = taken(learner, members, planned) {
            found.push(Choice {
                name: name.cloned(),
                wanted_by,
                members: members.to_vec(),
                taken,
                is_picked: learner.progress.picks().contains(&taken),
            });
        }
    };
    let requirements = learner.catalog.role(goal.role).requirements.iter();
    for requirement in requirements.filter(|it| goal.depth.includes(it.importance)) {
        if let Call::OneOf(name, members) = &requirement.call {
            add(Some(name), None, members);
        }
    }
    for id in planned {
        for group in &learner.catalog.skill(*id).prerequisites_any {
            add(None, Some(*id), group);
        }
    }
    found
}

/// The member that answers a choice: the pick, or one that is done, or else the
/// shortest that is planned.
pub(super) fn taken(
    learner: Learner<'_>,
    members: &[SkillId],
    planned: &[SkillId],
) -> Option<SkillId> {
    let is_wanted = |it: &&SkillId| learner.state(**it) != State::Skipped;
    let wanted = || members.iter().filter(is_wanted);
    let picked = wanted().find(|it| learner.progress.picks().contains(it));
    let done = || wanted().find(|it| learner.state(**it).is_done());
    picked.or_else(done).copied().or_else(|| serving(learner, members, planned))
}

/// The member still to be learned that answers a choice; none if nothing has to be.
pub(super) fn serving(
    learner: Learner<'_>,
    members: &[SkillId],
    planned: &[SkillId],
) -> Option<SkillId> {
    let open = open_members(learner, members);
    let planned = open.into_iter().filter(|it| planned.binary_search(it).is_ok());
    planned.min_by_key(|it| learner.catalog.skill(*it).hours.likely)
}
