//! A learner in front of the catalog: what is known of a skill by what was done about it.

use super::{Progress, State, Verdict};
use crate::catalog::{Catalog, List, RegionId, Skill, SkillId};

/// What can be learned, and what this learner wants and has done: most questions
/// need both.
#[derive(Clone, Copy, Debug)]
pub struct Learner<'a> {
    /// What can be learned.
    pub catalog: &'a Catalog,
    /// What this learner wants and has done.
    pub progress: &'a Progress,
}

impl<'a> Learner<'a> {
    /// How far the learner is with a skill.
    pub fn state(self, id: SkillId) -> State {
        let Some(record) = self.progress.record(id) else { return State::ToDo };
        let proofs = self.catalog.skill(id).proofs.len();
        match record.verdict {
            Some(Verdict::Skipped(_)) => State::Skipped,
            _ if record.ticks.len() >= proofs => State::Proven,
            Some(Verdict::Claimed(_)) => State::Claimed,
            None if record.ticks.is_empty() && record.log.is_empty() => State::ToDo,
            None => State::Learning,
        }
    }

    /// Whether a skill stands in nobody's way: it is done, or left out.
    pub fn is_settled(self, id: SkillId) -> bool {
        matches!(self.state(id), State::Proven | State::Claimed | State::Skipped)
    }

    /// What has to be learned before a skill, by its prerequisites: the open
    /// ones, and of a group of which none is done, all members, unless they are
    /// all left out.
    pub fn lacking(self, skill: &'a Skill) -> impl Iterator<Item = &'a [SkillId]> {
        let is_open = move |it: &&SkillId| !self.is_settled(**it);
        let all = skill.prerequisites.iter().filter(is_open).map(std::slice::from_ref);
        let open = move |group: &&[SkillId]| {
            let states = || group.iter().map(|it| self.state(*it));
            !states().any(State::is_done) && states().any(|it| it != State::Skipped)
        };
        all.chain(skill.prerequisites_any.iter().map(List::as_slice).filter(open))
    }

    /// The region whose figures and routes come first. None only where the
    /// catalog has none.
    pub fn region(self) -> Option<RegionId> {
        self.progress.region_in_front(self.catalog)
    }
}
