//! A mock interview: what could be asked of the learner, other questions each day.
//!
//! Answering them is not studying, so nothing of it counts for the plan; what was weak
//! comes back as a card.

use std::{cmp::Reverse, collections::VecDeque};

use jiff::civil::Date;

use super::deck::Asking;
use crate::{
    catalog::{Asked, Manner, RoleId},
    progress::{Learner, State},
};

/// How many questions there are in a mock interview.
pub const MOCK: usize = 10;

/// A question of a mock interview.
#[derive(Clone, Copy, Debug)]
pub struct Posed<'a> {
    /// The role it is asked for: the one applied for, or a post on the way to it.
    pub role: RoleId,
    /// The question.
    pub asked: &'a Asked,
}

impl<'a> Posed<'a> {
    /// The same as a card would ask it.
    pub fn asking(self) -> Asking<'a> {
        Asking::Interview(self.role, self.asked)
    }
}

/// The questions that are asked on a day of somebody who applies for a role: about what
/// they have done or have in hand first, then what is about no skill, then the rest;
/// the four manners in turn. Each day begins elsewhere.
pub fn mock(learner: Learner<'_>, role: RoleId, today: Date) -> Vec<Posed<'_>> {
    let catalog = learner.catalog;
    let posts = catalog.posts(role).into_iter().filter_map(|it| Some((it, catalog.interview(it)?)));
    let mut all: Vec<Posed<'_>> = posts
        .flat_map(|(role, it)| it.questions.iter().map(move |asked| Posed { role, asked }))
        .collect();
    let own = |it: &Posed<'_>| it.role != role;
    all.sort_by_key(|it| (rank(learner, it.asked), own(it), Reverse(day_key(it, today))));
    let mut manners: Vec<VecDeque<Posed<'_>>> = MANNERS
        .iter()
        .map(|manner| all.iter().filter(|it| it.asked.manner == *manner).copied().collect())
        .collect();
    let mut chosen = Vec::with_capacity(MOCK);
    while chosen.len() < MOCK && manners.iter().any(|it| !it.is_empty()) {
        let turn = manners.iter_mut().filter_map(VecDeque::pop_front);
        chosen.extend(turn);
    }
    chosen.truncate(MOCK);
    chosen
}

/// The manners in the order in which they are asked.
const MANNERS: [Manner; 4] =
    [Manner::Technical, Manner::Behavioural, Manner::Design, Manner::Situational];

/// How near it is to what the learner can answer.
fn rank(learner: Learner<'_>, asked: &Asked) -> u8 {
    let Some(climb) = asked.climb else { return 1 };
    match learner.climb_state(climb) {
        State::Proven | State::Claimed | State::Learning => 0,
        State::ToDo => 2,
        State::Skipped => 3,
    }
}

/// A number that looks thrown, and is another each day (Fowler, Noll and Vo, FNV-1a).
fn day_key(posed: &Posed<'_>, today: Date) -> u64 {
    let day = today.to_string();
    let role = posed.role.place().to_string();
    let letters = day.bytes().chain(role.bytes()).chain(posed.asked.id.bytes());
    letters
        .fold(0xcbf2_9ce4_8422_2325, |sum, it| (sum ^ u64::from(it)).wrapping_mul(0x0100_0000_01b3))
}
