//! What to learn: the climbs a goal calls for, all they need, and what answers each choice.
//!
//! A climb needs one of each of its groups of needs; a role's choice is such a
//! group as well, and so is a project that can be built in one of several
//! languages. Groups of one are taken first. Then the others are answered one by
//! one, those of the role before those that only come up on the way, and early
//! skills before late ones, so that the language decides the framework:
//!
//! 1. by the learner's pick, or by what is done already, or is known best;
//! 2. by a member that is planned in any case;
//! 3. by the member that most curricula for this goal teach first, unless it
//!    brings with it what an earlier answer has decided against;
//! 4. by the member that takes the fewest hours.
//!
//! What is done costs nothing and needs nothing more. What is skipped is left
//! out, and so is a group of which every member is skipped.
#![expect(clippy::indexing_slicing, reason = "there is an entry for every climb of the catalog")]

use std::collections::{BTreeMap, BTreeSet};

use super::{choice::Choice, teachers};
use crate::{
    catalog::{Call, ClimbId, Importance, ProjectId, Rhythm, RoleId, SkillId, Text},
    progress::{Goal, Learner, State},
};

/// What leads to a goal.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Closure {
    /// The climbs still to be made, in learning order.
    pub(super) climbs: Vec<ClimbId>,
    /// The posts on the way, the first job first, the goal itself last.
    pub(super) legs: Vec<Leg>,
    /// What was answered, the first answer first.
    pub(super) choices: Vec<Choice>,
    /// What each of the climbs needs of the others, directly.
    needs: BTreeMap<ClimbId, Vec<ClimbId>>,
    /// The members that answered, whatever they answered.
    pub(super) answers: Vec<SkillId>,
}

impl Closure {
    /// What a climb needs of what is still to be made, directly: of each group,
    /// the member that answers it.
    pub(super) fn needs(&self, id: ClimbId) -> &[ClimbId] {
        self.needs.get(&id).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a climb is still to be made.
    pub(super) fn plans(&self, id: ClimbId) -> bool {
        self.needs.contains_key(&id)
    }

    /// The planned member that answers a group; none if nothing has to be learned for it.
    pub(super) fn serving(&self, learner: Learner<'_>, group: &[ClimbId]) -> Option<ClimbId> {
        if let [only] = group {
            return Some(*only).filter(|it| self.climbs.binary_search(it).is_ok());
        }
        if group.iter().any(|it| learner.climb_state(*it).is_done()) {
            return None;
        }
        let skill = |id: &ClimbId| learner.catalog.climb(*id).skill;
        let here = || group.iter().copied().filter(|it| self.climbs.binary_search(it).is_ok());
        let answered = self.answers.iter().find_map(|id| here().find(|it| skill(it) == *id));
        answered.or_else(|| here().next())
    }

    /// Leaves out what answered a group that something else answers as well by now.
    fn drop_superfluous(&mut self, learner: Learner<'_>) {
        let called = self.legs.iter().flat_map(|leg| &leg.called).map(|(id, _)| *id);
        let projects = self.legs.iter().flat_map(|leg| &leg.projects);
        let groups = projects.flat_map(|it| &learner.catalog.project(*it).rungs);
        let built = groups.filter_map(|group| self.serving(learner, group));
        let wanted: Vec<ClimbId> = called.chain(built).collect();
        self.keep_what_leads_to(wanted);
    }

    fn keep_what_leads_to(&mut self, wanted: Vec<ClimbId>) {
        let mut pending = wanted;
        let mut needed = BTreeSet::new();
        while let Some(id) = pending.pop() {
            if needed.insert(id) {
                pending.extend(self.needs(id));
            }
        }
        self.climbs.retain(|it| needed.contains(it));
        self.needs.retain(|it, _| needed.contains(it));
    }

    fn find_needs(&mut self, learner: Learner<'_>) {
        for id in self.climbs.clone() {
            let groups = learner.catalog.climb(id).needs.iter();
            let mut needs: Vec<ClimbId> =
                groups.filter_map(|group| self.serving(learner, group)).collect();
            needs.sort_unstable();
            needs.dedup();
            self.needs.insert(id, needs);
        }
    }
}

/// A post on the way to a goal, and what leads to it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Leg {
    /// The post.
    pub(super) role: RoleId,
    /// What is built on the way.
    pub(super) projects: Vec<ProjectId>,
    /// What it calls for, as far as it is still open, and how much.
    pub(super) called: Vec<(ClimbId, Importance)>,
}

/// What leads to a goal; see the module for how choices are answered.
pub(super) fn closure(learner: Learner<'_>, goal: Goal) -> Closure {
    let mut walk = Walk::new(learner, Some(goal));
    walk.call(goal);
    let projects = |role: RoleId| -> Vec<ProjectId> {
        let path = learner.catalog.role(role).path.iter().copied();
        path.filter(|it| !learner.is_built(*it)).collect()
    };
    let posts = learner.catalog.posts(goal.role).into_iter();
    // Whatever the depth, the projects are the path: what they exercise is learned.
    let mut legs: Vec<Leg> =
        posts.map(|role| Leg { role, projects: projects(role), called: Vec::new() }).collect();
    for project in legs.iter().flat_map(|it| &it.projects) {
        for group in &learner.catalog.project(*project).rungs {
            walk.want(group, None);
        }
    }
    walk.answer_all();
    for leg in &mut legs {
        leg.called = walk.called_by(goal, leg.role);
    }
    let Walk { trail: mut climbs, choices, answers, .. } = walk;
    climbs.sort_unstable();
    let mut closure = Closure { climbs, legs, choices, needs: BTreeMap::new(), answers };
    closure.find_needs(learner);
    closure.drop_superfluous(learner);
    closure
}

/// What leads to a single climb, with itself; a choice on the way is answered as the
/// goal answers it.
pub(super) fn closure_to(learner: Learner<'_>, id: ClimbId) -> Closure {
    let goal = learner.progress.goal();
    let mut walk = Walk::new(learner, goal);
    if let Some(goal) = goal {
        walk.call(goal);
        walk.answer_all();
    }
    walk.take(id);
    walk.answer_all();
    let Walk { trail: mut climbs, choices, answers, .. } = walk;
    climbs.sort_unstable();
    let mut closure =
        Closure { climbs, legs: Vec::new(), choices, needs: BTreeMap::new(), answers };
    closure.find_needs(learner);
    closure.keep_what_leads_to(vec![id]);
    closure
}

/// What a goal calls for, post by post.
pub(super) fn called(
    learner: Learner<'_>,
    goal: Goal,
) -> impl Iterator<Item = (RoleId, &crate::catalog::Requirement)> {
    learner.requirements(goal.role).filter(move |(_, it)| goal.depth.includes(it.importance))
}

/// What one surely has to know before a climb and is not done: all its plain
/// needs and theirs, and the picks in choices; in learning order. Who claims the
/// climb may claim these as well.
pub fn known_with(learner: Learner<'_>, id: ClimbId) -> Vec<ClimbId> {
    let mut walk = Walk::new(learner, None);
    walk.take(id);
    let skill = |id: &ClimbId| learner.catalog.climb(*id).skill;
    while let Some(group) = walk.groups.pop() {
        let mut members = wanted(learner, &group.members).into_iter();
        if let Some(pick) = members.find(|it| learner.progress.picks().contains(&skill(it))) {
            walk.take(pick);
        }
    }
    let mut climbs = walk.trail;
    climbs.retain(|it| *it != id);
    climbs.sort_unstable();
    climbs
}

/// The members of a group that can answer it.
fn wanted(learner: Learner<'_>, members: &[ClimbId]) -> Vec<ClimbId> {
    let is_wanted = |it: &ClimbId| learner.climb_state(*it) != State::Skipped;
    members.iter().copied().filter(is_wanted).collect()
}

/// One of several is wanted.
#[derive(Clone, Debug)]
struct Group {
    /// Which is answered first: those of the role, then by importance and place.
    order: (u8, Option<(Importance, Option<ClimbId>)>),
    name: Option<Text>,
    wanted_by: Option<SkillId>,
    members: Vec<ClimbId>,
}

struct Walk<'a> {
    learner: Learner<'a>,
    goal: Option<Goal>,
    // By the places of climbs.
    taken: Vec<bool>,
    trail: Vec<ClimbId>,
    groups: Vec<Group>,
    choices: Vec<Choice>,
    answers: Vec<SkillId>,
    // What answers have decided against.
    closed: BTreeSet<SkillId>,
}

impl<'a> Walk<'a> {
    fn new(learner: Learner<'a>, goal: Option<Goal>) -> Self {
        Self {
            learner,
            goal,
            taken: vec![false; learner.catalog.climbs().len()],
            trail: Vec::new(),
            groups: Vec::new(),
            choices: Vec::new(),
            answers: Vec::new(),
            closed: BTreeSet::new(),
        }
    }

    /// Takes what a goal calls for by name, and notes what it leaves to choose.
    fn call(&mut self, goal: Goal) {
        let catalog = self.learner.catalog;
        for (_, it) in called(self.learner, goal) {
            match &it.call {
                Call::Skill(id) => self.take(catalog.climb_to(*id, it.rung)),
                Call::OneOf(name, members) => {
                    let to = |id: &SkillId| catalog.climb_to(*id, it.rung);
                    let members: Vec<ClimbId> = members.iter().map(to).collect();
                    let order = (0, Some((it.importance, members.iter().min().copied())));
                    let name = Some(name.clone());
                    self.groups.push(Group { order, name, wanted_by: None, members });
                }
            }
        }
    }

    fn is_settled_or_taken(&self, id: ClimbId) -> bool {
        self.taken[id.place()] || self.learner.is_settled(id)
    }

    /// Takes a climb and all it needs; what leaves a choice is noted.
    fn take(&mut self, id: ClimbId) {
        let mut pending = vec![id];
        while let Some(id) = pending.pop() {
            if self.is_settled_or_taken(id) {
                continue;
            }
            self.taken[id.place()] = true;
            self.trail.push(id);
            let climb = self.learner.catalog.climb(id);
            for group in &climb.needs {
                match group.as_slice() {
                    [only] => pending.push(*only),
                    _ => self.note(group, Some(climb.skill)),
                }
            }
        }
    }

    /// Takes the only member of a group, or notes that there is something to choose.
    fn want(&mut self, group: &[ClimbId], wanted_by: Option<SkillId>) {
        match group {
            [only] => self.take(*only),
            _ => self.note(group, wanted_by),
        }
    }

    fn note(&mut self, group: &[ClimbId], wanted_by: Option<SkillId>) {
        let order = (1, Some((Importance::Essential, group.iter().min().copied())));
        self.groups.push(Group { order, name: None, wanted_by, members: group.to_vec() });
    }

    /// Answers all groups, and those that come up by it.
    fn answer_all(&mut self) {
        while !self.groups.is_empty() {
            let next = self.groups.iter().enumerate().min_by_key(|(at, it)| (it.order, *at));
            let Some((at, _)) = next else { break };
            let group = self.groups.remove(at);
            self.answer(group);
        }
    }

    fn answer(&mut self, group: Group) {
        let members = wanted(self.learner, &group.members);
        if members.is_empty() {
            return;
        }
        let skill = |id: ClimbId| self.learner.catalog.climb(id).skill;
        let is_picked = |it: &ClimbId| self.learner.progress.picks().contains(&skill(*it));
        let picked = members.iter().copied().find(is_picked);
        let done = || members.iter().copied().find(|it| self.learner.climb_state(*it).is_done());
        let begun = || {
            let reached = |it: &ClimbId| self.learner.reached(skill(*it));
            let begun = members.iter().copied().filter(|it| reached(it).is_some());
            begun.max_by_key(|it| (reached(it), std::cmp::Reverse(*it)))
        };
        let planned = || self.planned_of(&members);
        let known = picked.or_else(done).or_else(begun);
        let answer = known.or_else(planned).unwrap_or_else(|| self.best(&members));
        let taken = skill(answer);
        let others = group.members.iter().map(|it| skill(*it)).filter(|it| *it != taken);
        let others: Vec<SkillId> = others.collect();
        let is_new = !self.answers.contains(&taken);
        if group.name.is_some() || is_new {
            self.choices.push(Choice {
                name: group.name.or_else(|| self.name_of(&group.members)),
                wanted_by: group.wanted_by,
                members: group.members.iter().map(|it| skill(*it)).collect(),
                taken,
                is_picked: picked.is_some(),
            });
            if is_new {
                self.answers.push(taken);
            }
        }
        self.take(answer);
        let is_planned = |it: &SkillId| self.plans(*it);
        let closed: Vec<SkillId> = others.into_iter().filter(|it| !is_planned(it)).collect();
        self.closed.extend(closed);
    }

    /// What the members of a group go by, where it has a name.
    fn name_of(&self, members: &[ClimbId]) -> Option<Text> {
        let catalog = self.learner.catalog;
        let skills = members.iter().map(|it| catalog.climb(*it).skill);
        catalog
            .groups()
            .iter()
            .find(|it| it.members.iter().copied().eq(skills.clone()))
            .map(|it| it.name.clone())
    }

    fn plans(&self, id: SkillId) -> bool {
        self.learner.catalog.skill(id).climbs.iter().any(|it| self.taken[it.place()])
    }

    /// A member that is planned in any case: this rung of it, or else an earlier answer.
    fn planned_of(&self, members: &[ClimbId]) -> Option<ClimbId> {
        let skill = |id: ClimbId| self.learner.catalog.climb(id).skill;
        let answer = self.answers.iter();
        let answered =
            answer.into_iter().find_map(|id| members.iter().find(|it| skill(**it) == *id));
        let taken = || members.iter().find(|it| self.taken[it.place()]);
        let begun = || members.iter().find(|it| self.plans(skill(**it)));
        answered.or_else(taken).or_else(begun).copied()
    }

    /// The member that teachers begin with, or else the one that takes the least time.
    fn best(&self, members: &[ClimbId]) -> ClimbId {
        let extra: Vec<(ClimbId, Extra)> =
            members.iter().map(|it| (*it, self.extra(*it))).collect();
        let is_open = extra.iter().any(|(_, it)| !it.is_closed);
        let open = extra.iter().filter(|(_, it)| !is_open || !it.is_closed);
        let votes = self.votes(members);
        let vote = |id: ClimbId| {
            let at = members.iter().position(|it| *it == id);
            at.and_then(|at| votes.get(at)).copied().unwrap_or_default()
        };
        let best = open.min_by(|(a, one), (b, other)| {
            vote(*b).total_cmp(&vote(*a)).then(one.minutes.cmp(&other.minutes)).then(a.cmp(b))
        });
        best.map_or(members[0], |(id, _)| *id)
    }

    /// By member: the curricula that teach it before all others, weighed by how
    /// near they are to the goal.
    fn votes(&self, members: &[ClimbId]) -> Vec<f64> {
        let catalog = self.learner.catalog;
        let mut votes = vec![0.0; members.len()];
        let Some(goal) = self.goal else { return votes };
        let languages = BTreeSet::new();
        for curriculum in catalog.curricula() {
            let weight = teachers::weight(catalog, goal, &languages, curriculum);
            let first = curriculum.order.iter().find_map(|unit| {
                members.iter().position(|it| unit.contains(&catalog.climb(*it).skill))
            });
            if let Some(vote) = first.and_then(|it| votes.get_mut(it)) {
                *vote += weight;
            }
        }
        votes
    }

    /// What a climb and its plain needs take beyond what is planned.
    fn extra(&self, id: ClimbId) -> Extra {
        let mut seen = BTreeSet::new();
        let mut pending = vec![id];
        let mut extra = Extra { minutes: 0, is_closed: false };
        while let Some(id) = pending.pop() {
            if self.is_settled_or_taken(id) || !seen.insert(id) {
                continue;
            }
            let climb = self.learner.catalog.climb(id);
            extra.minutes += u64::from(climb.hours.likely) * 60;
            extra.is_closed |= self.closed.contains(&climb.skill);
            for group in &climb.needs {
                if let [only] = group.as_slice() {
                    pending.push(*only);
                }
            }
        }
        extra
    }

    /// The climbs that a role of the goal calls for and that are planned.
    fn called_by(&self, goal: Goal, role: RoleId) -> Vec<(ClimbId, Importance)> {
        let catalog = self.learner.catalog;
        let mut called: Vec<(ClimbId, Importance)> = Vec::new();
        for (_, it) in super::closure::called(self.learner, goal).filter(|(post, _)| *post == role)
        {
            let members: Vec<ClimbId> =
                it.call.members().iter().map(|id| catalog.climb_to(*id, it.rung)).collect();
            let answer = match members.as_slice() {
                [only] => Some(*only),
                _ => self.planned_of(&wanted(self.learner, &members)),
            };
            let Some(answer) = answer.map(|it| catalog.climb(it)) else { continue };
            for climb in catalog.climbs_to(answer.skill, answer.rung) {
                if self.taken[climb.place()] {
                    called.push((climb, it.importance));
                }
            }
        }
        called.sort_unstable();
        called.dedup_by_key(|(climb, _)| *climb);
        called
    }
}

/// What one more climb would take.
struct Extra {
    minutes: u64,
    /// Whether it brings with it what an earlier answer has decided against.
    is_closed: bool,
}

/// Whether a climb is studied day by day, and not learned in a job.
pub(super) fn is_studied(learner: Learner<'_>, id: ClimbId) -> bool {
    learner.catalog.climb(id).rhythm != Rhythm::Job
}
