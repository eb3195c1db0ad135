//! What somebody knows already, found by few questions.
//!
//! What one knows is a state: a set of climbs with all they need (Doignon and Falmagne,
//! *Knowledge Spaces*, 1999). Nobody says what their state is; they answer questions, with
//! slips and lucky guesses. So some thousand states are drawn as learners come (`states`),
//! over what can be asked about on the way to the goal (`ground`), and each answer weighs
//! them (`belief`). What is asked next is what tells most of all climbs together, and not
//! only of the one asked about. Nothing is drawn anew by chance: the same answers lead to
//! the same questions.
//!
//! What comes of it is a suggestion. It is cautious, as to learn something again costs
//! hours, and to be without it costs more: a rung is suggested only if four of five in
//! that place know it.

mod belief;
mod dice;
mod ground;
mod states;

use std::collections::BTreeSet;

use self::{
    belief::{Belief, Likelihood},
    ground::Placed,
};
use crate::{
    catalog::{Answer, Catalog, ClimbId, Question},
    planner::Plan,
    progress::Learner,
};

/// How many questions are asked at most.
pub const MOST: usize = 20;
/// From this chance on a rung is suggested.
pub const SURE: f64 = 0.8;
/// Up to this chance it is taken as not known.
pub const NOT_YET: f64 = 0.2;

/// What tells as much as this share of what tells most is as good a question.
const NEARLY: f64 = 0.95;

/// Below this chance, or as far above its opposite, no more needs to be asked.
const SETTLED: f64 = 0.05;

/// How often somebody who knows answers wrongly.
const SLIP: f64 = 0.1;
/// How often somebody who does not know finds that they had the answer.
const KIND_TO_ONESELF: f64 = 0.1;
/// How often somebody who knows says that they do not.
const MODEST: f64 = 0.05;

/// What somebody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// The right answer.
    Right,
    /// Another answer.
    Wrong,
    /// That they do not know.
    Unknown,
}

/// How many rungs are taken as known, as not known, and as neither yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those that would be suggested.
    pub known: usize,
    /// Those of which too little is known.
    pub open: usize,
    /// Those that are taken as not known.
    pub not_yet: usize,
}

/// A rung that somebody may know.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suggested {
    /// The climb to it.
    pub climb: ClimbId,
    /// How likely it is known.
    pub chance: f64,
    /// Whether that is likely enough to suggest it.
    pub is_sure: bool,
}

/// What is asked, and what was found so far.
#[derive(Clone, Debug)]
pub struct Placement {
    ground: Vec<Placed>,
    belief: Belief,
    // What was asked, by places among the catalog's questions.
    asked: Vec<usize>,
    // What is asked next: the place in the ground, and the question.
    next: Option<(usize, usize)>,
}

impl Placement {
    /// Before the first question. The plan is that of this learner: what they have done
    /// already is not in it, and not asked.
    pub fn new(learner: Learner<'_>, plan: &Plan) -> Self {
        let ground = ground::ground(learner.catalog, plan);
        let belief = Belief::new(states::drawn(learner.catalog, &ground));
        let mut placement = Self { ground, belief, asked: Vec::new(), next: None };
        placement.next = placement.best(learner.catalog);
        placement
    }

    /// What is asked next; nothing if all was asked that can be.
    pub fn next<'a>(&self, catalog: &'a Catalog) -> Option<&'a Question> {
        catalog.questions().get(self.next?.1)
    }

    /// How many questions were answered.
    pub fn asked(&self) -> usize {
        self.asked.len()
    }

    /// Takes the answer to a question, and finds what to ask next. A question that nothing
    /// can be placed by changes nothing.
    pub fn answer(&mut self, catalog: &Catalog, question: &Question, given: Given) {
        let is_it =
            |place: &usize| catalog.questions().get(*place).is_some_and(|it| it.id == question.id);
        let places = self.ground.iter().enumerate();
        let mut places =
            places.filter_map(|(at, it)| Some((at, it.questions.iter().copied().find(is_it)?)));
        let Some((at, place)) = places.next() else { return };
        self.belief.answer(at, likelihood(question, given));
        self.asked.push(place);
        self.next = self.best(catalog);
    }

    /// Whether enough was asked, or nothing is left to tell: every rung is as good as
    /// known, or as good as not known.
    pub fn is_over(&self) -> bool {
        let is_settled = |chance: f64| !(SETTLED..=1.0 - SETTLED).contains(&chance);
        let is_all_told = || self.chances().all(|(_, chance)| is_settled(chance));
        self.next.is_none() || self.asked() >= MOST || is_all_told()
    }

    /// How likely it is that a climb was made; nothing if that cannot be found by questions.
    pub fn chance(&self, id: ClimbId) -> Option<f64> {
        self.chances().find(|(it, _)| it.climb == id).map(|(_, chance)| chance)
    }

    /// How far it has narrowed.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for (_, chance) in self.chances() {
            match chance {
                it if it >= SURE => tally.known += 1,
                it if it <= NOT_YET => tally.not_yet += 1,
                _ => tally.open += 1,
            }
        }
        tally
    }

    /// The rungs that somebody may know, in the order of the plan. With each that is
    /// suggested all it builds on is; and whatever is listed, all it builds on is listed.
    pub fn suggested(&self) -> Vec<Suggested> {
        let likely = self.chances().filter(|(_, chance)| *chance > NOT_YET);
        likely
            .map(|(it, chance)| Suggested { climb: it.climb, chance, is_sure: chance >= SURE })
            .collect()
    }

    /// What is known if somebody marks a climb as known, with all it builds on, or takes
    /// that back, with all that builds on it.
    pub fn toggle(&self, known: &mut BTreeSet<ClimbId>, id: ClimbId) {
        let Some(place) = self.ground.iter().position(|it| it.climb == id) else { return };
        if known.remove(&id) {
            let above = self.ground.iter().filter(|it| it.below.contains(&place));
            above.for_each(|it| _ = known.remove(&it.climb));
        } else {
            let below = self.ground.get(place).into_iter().flat_map(|it| &it.below);
            known.extend(below.filter_map(|it| self.ground.get(*it)).map(|it| it.climb));
            known.insert(id);
        }
    }

    fn chances(&self) -> impl Iterator<Item = (&Placed, f64)> {
        self.ground.iter().zip(self.belief.chances().iter().copied())
    }

    /// The question that tells most. Of those that tell nearly as much, one with answers to
    /// choose from, as one need not judge oneself, and the first of the plan, which is the
    /// easiest: nobody likes to be met by what they cannot know yet.
    fn best(&self, catalog: &Catalog) -> Option<(usize, usize)> {
        let mut climbs = Vec::new();
        let mut questions = Vec::new();
        for (at, it) in self.ground.iter().enumerate() {
            for place in it.questions.iter().filter(|it| !self.asked.contains(it)) {
                let Some(question) = catalog.questions().get(*place) else { continue };
                let right = (at, likelihood(question, Given::Right));
                // Questions about the same climb that are answered in the same way tell the same.
                if climbs.last() != Some(&right) {
                    climbs.push(right);
                    questions.push((at, *place));
                }
            }
        }
        let worths = self.belief.worths(&climbs);
        let most = worths.iter().copied().fold(0.0, f64::max);
        let each = worths.into_iter().zip(questions);
        let near = each.filter(|(worth, _)| *worth >= most * NEARLY).map(|(_, it)| it);
        let is_open = |(_, place): &(usize, usize)| {
            let question = catalog.questions().get(*place);
            !question.is_some_and(|it| matches!(it.answer, Answer::Choose(_)))
        };
        near.min_by_key(is_open)
    }
}

fn likelihood(question: &Question, given: Given) -> Likelihood {
    let guess = match &question.answer {
        Answer::Choose(options) => {
            1.0 / f64::from(u32::try_from(options.len().max(2)).unwrap_or(u32::MAX))
        }
        Answer::Output(_) | Answer::Recall(_) => KIND_TO_ONESELF,
    };
    match given {
        Given::Right => Likelihood { known: 1.0 - SLIP, unknown: guess },
        Given::Wrong => Likelihood { known: SLIP, unknown: 1.0 - guess },
        Given::Unknown => Likelihood { known: MODEST, unknown: 1.0 },
    }
}
