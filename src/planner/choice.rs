//! The choices on the way, and what is planned for each.

use crate::catalog::{SkillId, Text};

/// One of several skills is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is chosen: "A server-side language"; none where it has no name.
    pub name: Option<Text>,
    /// The skill that needs one of them; none where the role itself does.
    pub wanted_by: Option<SkillId>,
    /// What there is to choose from.
    pub members: Vec<SkillId>,
    /// What answers it: the pick, or what is done already, or what is planned in
    /// any case, or what most curricula begin with, or what takes the fewest hours.
    pub taken: SkillId,
    /// Whether the learner picked that.
    pub is_picked: bool,
}
