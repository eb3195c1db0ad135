//! What to learn: the skills a goal calls for, and all they need.
//!
//! Skills need all of their prerequisites and one of each group of
//! alternatives; a role's choice is such a group as well. Finding the cheapest
//! closed set in such a graph is NP-hard (it contains set cover), but there are
//! few groups. What is needed whatever one chooses is taken first. Then follows
//! a depth-first branch and bound over the choices that are still open: the
//! bound is what was taken so far, plus, of the choice that asks for most, the
//! cheapest member with its plain prerequisites. It begins from a greedy
//! solution and counts its steps, so that no catalog can hang it; where the
//! steps run out, the best set found is the answer, and says that it is not exact.
//!
//! What is done costs nothing and needs nothing more. What is skipped is left
//! out, and so is a choice of which every member is skipped. A pick is forced
//! wherever it is a member. Of sets that cost the same, the author's order decides.

use super::effort::{effort, whole};
use crate::{
    catalog::SkillId,
    progress::{Goal, Learner, State},
};

/// Budget of the search for a cheaper set, in skills visited.
const STEPS: usize = 1_000_000;

/// Budget of the guess at what one member costs, in skills visited.
const GLANCE: usize = 2_000;

/// A set of skills that reaches a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// What has to be learned, in learning order.
    pub skills: Vec<SkillId>,
    /// The likely minutes left of it, by the catalog's estimates.
    pub minutes: u64,
    /// No set costs less than this.
    pub bound: u64,
    /// Whether no set costs less than this one.
    pub is_exact: bool,
}

/// The cheapest set of skills to learn for a goal; see the module for how.
pub fn closure(learner: Learner<'_>, goal: Goal) -> Closure {
    searched(learner, goal, STEPS)
}

/// What one surely has to know before a skill and is not done: all its plain
/// prerequisites and theirs, and the picks in choices; in learning order. Who
/// claims the skill may claim these as well.
pub fn known_with(learner: Learner<'_>, id: SkillId) -> Vec<SkillId> {
    let mut search = Branching::new(learner, STEPS);
    search.take(id);
    let mut skills = search.trail;
    skills.retain(|it| *it != id);
    skills.sort_unstable();
    skills
}

fn searched(learner: Learner<'_>, goal: Goal, steps: usize) -> Closure {
    let mut search = Branching::new(learner, steps);
    let requirements = learner.catalog.role(goal.role).requirements.iter();
    for requirement in requirements.filter(|it| goal.depth.includes(it.importance)) {
        search.call(requirement.call.members());
    }
    search.bound = search.spent;
    let start = search.mark();
    search.descend();
    search.keep();
    search.back_to(start);
    search.branch(true);
    let is_exact = search.steps > 0;
    let (minutes, mut skills) = search.best;
    skills.sort_unstable();
    let bound = if is_exact { minutes } else { search.bound.min(minutes) };
    Closure { skills, minutes, bound, is_exact }
}

/// The members of a group among which there still is something to choose: none
/// if it is satisfied or left out, one if it was picked.
pub(super) fn open_members(learner: Learner<'_>, members: &[SkillId]) -> Vec<SkillId> {
    let state = |id: SkillId| learner.state(id);
    let wanted = || members.iter().copied().filter(|it| state(*it) != State::Skipped);
    match wanted().find(|it| learner.progress.picks().contains(it)) {
        Some(pick) if state(pick).is_done() => Vec::new(),
        Some(pick) => vec![pick],
        None if wanted().any(|it| state(it).is_done()) => Vec::new(),
        None => wanted().collect(),
    }
}

struct Branching<'a> {
    learner: Learner<'a>,
    // By the places of skills.
    cost: Vec<Option<u32>>,
    taken: Vec<bool>,
    seen: Vec<usize>,
    round: usize,
    // What was taken, and what was found to choose, in the order in which it came up.
    trail: Vec<SkillId>,
    choices: Vec<Vec<SkillId>>,
    spent: u64,
    best: (u64, Vec<SkillId>),
    bound: u64,
    steps: usize,
}

/// A moment of the search to go back to.
#[derive(Clone, Copy)]
struct Mark {
    trail: usize,
    choices: usize,
    spent: u64,
}

#[expect(clippy::indexing_slicing, reason = "there is an entry for every skill of the catalog")]
impl<'a> Branching<'a> {
    fn new(learner: Learner<'a>, steps: usize) -> Self {
        let count = learner.catalog.skills().len();
        Self {
            learner,
            cost: vec![None; count],
            taken: vec![false; count],
            seen: vec![0; count],
            round: 0,
            trail: Vec::new(),
            choices: Vec::new(),
            spent: 0,
            best: (u64::MAX, Vec::new()),
            bound: 0,
            steps,
        }
    }

    fn is_settled(&self, id: SkillId) -> bool {
        self.learner.is_settled(id)
    }

    fn cost(&mut self, id: SkillId) -> u64 {
        let known = self.cost[id.place()];
        let cost = known.unwrap_or_else(|| whole(effort(self.learner, id, 1.0).likely).max(1));
        self.cost[id.place()] = Some(cost);
        u64::from(cost)
    }

    /// Asks for one of some members.
    fn call(&mut self, members: &[SkillId]) {
        let mut open = match members {
            [id] if self.is_settled(*id) => return,
            members => open_members(self.learner, members),
        };
        match (open.pop(), open.is_empty()) {
            (None, _) => {}
            (Some(only), true) => self.take(only),
            (Some(last), false) => {
                open.push(last);
                self.choices.push(open);
            }
        }
    }

    /// Takes a skill and all it needs; what leaves a choice is noted.
    fn take(&mut self, id: SkillId) {
        let mut pending = vec![id];
        while let Some(id) = pending.pop() {
            if self.taken[id.place()] || self.is_settled(id) {
                continue;
            }
            self.taken[id.place()] = true;
            self.trail.push(id);
            self.spent += self.cost(id);
            let skill = self.learner.catalog.skill(id);
            pending.extend(&skill.prerequisites);
            for group in &skill.prerequisites_any {
                let mut open = open_members(self.learner, group);
                match open.len() {
                    0 | 1 => pending.append(&mut open),
                    _ => self.choices.push(open),
                }
            }
        }
    }

    /// What a skill and its plain prerequisites cost beyond what is taken; no
    /// more than so many skills are looked at.
    fn extra(&mut self, id: SkillId, glance: usize) -> u64 {
        self.round += 1;
        let mut pending = vec![id];
        let (mut sum, mut looked) = (0, 0);
        while let Some(id) = pending.pop() {
            let place = id.place();
            if self.taken[place] || self.seen[place] == self.round || self.is_settled(id) {
                continue;
            }
            self.seen[place] = self.round;
            sum += self.cost(id);
            looked += 1;
            if looked == glance {
                break;
            }
            pending.extend(&self.learner.catalog.skill(id).prerequisites);
        }
        self.steps = self.steps.saturating_sub(looked + 1);
        sum
    }

    fn is_met(&self, choice: usize) -> bool {
        self.choices[choice].iter().any(|it| self.taken[it.place()])
    }

    /// The members of a choice with what each costs extra, the cheapest first.
    fn priced(&mut self, choice: usize, glance: usize) -> Vec<(u64, SkillId)> {
        let members = self.choices[choice].clone();
        let mut priced: Vec<_> =
            members.into_iter().map(|it| (self.extra(it, glance), it)).collect();
        priced.sort_by_key(|(cost, _)| *cost);
        priced
    }

    fn mark(&self) -> Mark {
        Mark { trail: self.trail.len(), choices: self.choices.len(), spent: self.spent }
    }

    fn back_to(&mut self, mark: Mark) {
        for id in self.trail.drain(mark.trail..) {
            self.taken[id.place()] = false;
        }
        self.choices.truncate(mark.choices);
        self.spent = mark.spent;
    }

    /// Of every choice in turn, takes the member that seems cheapest.
    fn descend(&mut self) {
        let mut choice = 0;
        while choice < self.choices.len() {
            if !self.is_met(choice) {
                let priced = self.priced(choice, GLANCE);
                if let Some((_, member)) = priced.first() {
                    self.take(*member);
                }
            }
            choice += 1;
        }
    }

    fn keep(&mut self) {
        if self.spent < self.best.0 {
            self.best = (self.spent, self.trail.clone());
        }
    }

    fn branch(&mut self, is_root: bool) {
        let mut hardest: Vec<(u64, SkillId)> = Vec::new();
        for choice in 0..self.choices.len() {
            self.steps = self.steps.saturating_sub(1);
            if self.is_met(choice) {
                continue;
            }
            let priced = self.priced(choice, usize::MAX);
            let least = priced.first().map_or(0, |(cost, _)| *cost);
            if is_root {
                self.bound = self.bound.max(self.spent + least);
            }
            if self.spent + least >= self.best.0 || self.steps == 0 {
                return;
            }
            if hardest.first().is_none_or(|(cost, _)| *cost < least) {
                hardest = priced;
            }
        }
        if hardest.is_empty() {
            return self.keep();
        }
        for (cost, member) in hardest {
            if self.spent + cost >= self.best.0 || self.steps == 0 {
                return;
            }
            let mark = self.mark();
            self.take(member);
            self.branch(false);
            self.back_to(mark);
        }
    }
}
