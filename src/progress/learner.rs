//! A learner in front of the catalog: what is known of a skill by what was done about it.

use jiff::civil::Date;

use super::{Progress, Record, State};
use crate::catalog::{
    Catalog, Climb, ClimbId, Importance, List, ProjectId, Requirement, RoleId, Rung, SkillId,
};

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
    /// How far the learner is with a climb.
    pub fn climb_state(self, id: ClimbId) -> State {
        let climb = self.catalog.climb(id);
        let Some(record) = self.progress.record(climb.skill) else { return State::ToDo };
        if record.skipped.is_some() {
            State::Skipped
        } else if self.proven_by(climb, record).is_some() {
            State::Proven
        } else if record.claimed() >= Some(climb.rung) {
            State::Claimed
        } else if climb.proofs.iter().any(|it| record.ticks.contains_key(it))
            || (!record.log.is_empty() && self.logged(id) > 0)
        {
            State::Learning
        } else {
            State::ToDo
        }
    }

    /// The rung whose proofs, all of them ticked, prove a climb: its own, or one
    /// above it, as who can do more can do less.
    pub(super) fn proven_by(self, climb: &Climb, record: &Record) -> Option<&'a Climb> {
        let skill = self.catalog.skill(climb.skill);
        let climbs = skill.climbs.iter().map(|it| self.catalog.climb(*it));
        let is_ticked = |it: &&Climb| it.proofs.iter().all(|it| record.ticks.contains_key(it));
        climbs.filter(|it| it.rung >= climb.rung).find(is_ticked)
    }

    /// Whether a climb stands in nobody's way: it is done, or left out.
    pub fn is_settled(self, id: ClimbId) -> bool {
        matches!(self.climb_state(id), State::Proven | State::Claimed | State::Skipped)
    }

    /// When a climb was done, or said to be.
    pub fn finished(self, id: ClimbId) -> Option<Date> {
        let climb = self.catalog.climb(id);
        let record = self.progress.record(climb.skill)?;
        let proven = self.proven_by(climb, record);
        let last =
            |it: &Climb| it.proofs.iter().filter_map(|it| record.ticks.get(it)).max().copied();
        let claimed = || record.claims.range(climb.rung..).next().map(|(_, day)| *day);
        proven.and_then(last).or_else(claimed)
    }

    /// How many of a climb's proofs are ticked.
    pub fn ticks(self, id: ClimbId) -> usize {
        let climb = self.catalog.climb(id);
        let record = self.progress.record(climb.skill);
        record.map_or(0, |it| climb.proofs.iter().filter(|id| it.ticks.contains_key(id)).count())
    }

    /// The highest rung of a skill that is done, whether proven or claimed.
    pub fn reached(self, id: SkillId) -> Option<Rung> {
        let done = |it: &&ClimbId| self.climb_state(**it).is_done();
        let climbs = &self.catalog.skill(id).climbs;
        climbs.iter().take_while(done).last().map(|it| self.catalog.climb(*it).rung)
    }

    /// All that a role calls for: its own requirements, and what is more than
    /// helpful in the posts that lead to it.
    pub fn requirements(
        self,
        role: RoleId,
    ) -> impl Iterator<Item = (RoleId, &'a Requirement)> + use<'a> {
        let catalog = self.catalog;
        catalog.posts(role).into_iter().flat_map(move |post| {
            let all = catalog.role(post).requirements.iter();
            let counts =
                move |it: &&Requirement| post == role || it.importance != Importance::Helpful;
            all.filter(counts).map(move |it| (post, it))
        })
    }

    /// The rung of a skill that is aimed for: the highest that the goal calls
    /// for, or else working knowledge, as far as there is such a rung.
    pub fn aim(self, id: SkillId) -> Rung {
        let goal = self.progress.goal();
        let called = goal.into_iter().flat_map(|goal| {
            let all = self.requirements(goal.role);
            let within = all.filter(move |(_, it)| goal.depth.includes(it.importance));
            within.filter(|(_, it)| it.call.members().contains(&id)).map(|(_, it)| it.rung)
        });
        called.max().unwrap_or(Rung::Working).min(self.catalog.top(id))
    }

    /// How far the learner is with a skill, up to the rung aimed for.
    pub fn state(self, id: SkillId) -> State {
        let Some(record) = self.progress.record(id) else { return State::ToDo };
        match self.climb_state(self.catalog.climb_to(id, self.aim(id))) {
            State::ToDo
                if record.claims.is_empty() && record.ticks.is_empty() && record.log.is_empty() =>
            {
                State::ToDo
            }
            State::ToDo | State::Learning => State::Learning,
            state => state,
        }
    }

    /// What has to be learned before a climb: the open ones of its needs, and of
    /// a group of which none is done all members, unless they are all left out.
    pub fn lacking(self, id: ClimbId) -> impl Iterator<Item = &'a [ClimbId]> {
        let needs = self.catalog.climb(id).needs.iter().map(List::as_slice);
        needs.filter(move |group| {
            let states = || group.iter().map(|it| self.climb_state(*it));
            !states().any(State::is_done) && states().any(|it| it != State::Skipped)
        })
    }

    /// Whether all points of a project are ticked.
    pub fn is_built(self, id: ProjectId) -> bool {
        self.built_points(id) == self.catalog.project(id).points.len()
    }

    /// How many points of a project are ticked.
    pub fn built_points(self, id: ProjectId) -> usize {
        self.progress.build(id).map_or(0, |it| it.points.len())
    }
}

#[cfg(test)]
mod tests;
