//! What a goal takes: which skills, and how much of it is reached.

mod readiness;

use std::collections::BTreeSet;

use jiff::{Span, civil::Date};

pub use self::readiness::{Readiness, counted, open_hours, readiness};
use crate::{
    catalog::{Catalog, Milestone, SkillId},
    progress::{Goal, Progress},
};

/// Everything that may come up on the way to a goal: the skills it calls for
/// and all they need, directly or not. Of a choice that was picked in, only
/// the pick; of any other, every member.
pub fn on_the_way(catalog: &Catalog, progress: &Progress, goal: Goal) -> BTreeSet<SkillId> {
    let requirements = catalog.role(goal.role).requirements.iter();
    let called = requirements.filter(|it| goal.scope.includes(it.importance));
    let mut pending: Vec<SkillId> =
        called.flat_map(|it| candidates(progress, it.call.members())).collect();
    let mut found = BTreeSet::new();
    while let Some(id) = pending.pop() {
        if found.insert(id) {
            let skill = catalog.skill(id);
            pending.extend(&skill.prerequisites);
            let groups = skill.prerequisites_any.iter();
            pending.extend(groups.flat_map(|group| candidates(progress, group)));
        }
    }
    found
}

/// The member that was picked, or else all.
fn candidates(progress: &Progress, members: &[SkillId]) -> Vec<SkillId> {
    let picked = members.iter().find(|it| progress.picks.contains(it));
    picked.map_or_else(|| members.to_vec(), |it| vec![*it])
}

/// When a milestone is due on a route begun at `since`; none beyond the end of
/// the calendar.
pub fn due(since: Date, milestone: &Milestone) -> Option<Date> {
    since.checked_add(Span::new().try_weeks(milestone.week).ok()?).ok()
}
