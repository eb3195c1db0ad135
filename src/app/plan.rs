//! The plan: where one is on it, and what is tried before it is kept.

use super::{App, Effect};
use crate::{
    catalog::SkillId,
    keys::{Action, Motion},
    planner::Plan,
    progress::Progress,
};

/// Where one is on the plan.
#[derive(Clone, Debug, Default)]
pub struct Planning {
    /// The skill under the cursor; the first step if it is not planned.
    pub selected: Option<SkillId>,
    /// What is tried; none while the plan is as it is kept.
    pub trial: Option<Trial>,
}

/// A plan that is tried and not yet kept.
#[derive(Clone, Debug)]
pub struct Trial {
    /// What would be kept.
    pub progress: Progress,
    /// The plan for it.
    pub plan: Plan,
}

pub(super) fn act(_app: &mut App, _action: Action) -> Vec<Effect> {
    Vec::new()
}

pub(super) fn read(_app: &mut App) {}

pub(super) fn move_cursor(_app: &mut App, _motion: Motion) {}
