//! The skills, with what the learner has done about each.

use jiff::civil::Date;
use serde::Serialize;

use super::{
    catalog::{Passage, passages, skill_ids, texts},
    hours,
};
use crate::{
    catalog::{self, Hours, Proof, Resource, SkillId},
    progress::{Learner, State},
    words,
};

/// A skill.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Skill<'a> {
    id: &'a str,
    name: &'a str,
    also: Vec<&'a str>,
    area: &'a str,
    level: &'static str,
    summary: &'a str,
    /// `to do`, `learning`, `done` or `skipped`.
    state: &'static str,
    /// Whether it is done by a claim and not by proof.
    claimed: bool,
    prerequisites: Vec<&'a str>,
    /// Of each group one is needed.
    prerequisites_any: Vec<Vec<&'a str>>,
    /// The skills that may need this one.
    opens: Vec<&'a str>,
    /// How long it takes, in hours.
    estimate: Estimate<'a>,
    /// The hours logged.
    hours_logged: f64,
    proofs: Vec<Ticked<'a>>,
    resources: Vec<Teacher<'a>>,
    why: Vec<Passage<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Estimate<'a> {
    low: u32,
    likely: u32,
    high: u32,
    basis: &'a str,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Ticked<'a> {
    id: &'a str,
    text: &'a str,
    done: bool,
    /// When it was ticked.
    on: Option<Date>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Teacher<'a> {
    title: &'a str,
    form: &'static str,
    publisher: &'a str,
    address: &'a str,
    access: &'static str,
}

/// All skills, in learning order.
pub fn skills(learner: Learner<'_>) -> Vec<Skill<'_>> {
    learner.catalog.skills().map(|(id, _)| skill(learner, id)).collect()
}

/// A skill, with what the learner has done about it.
pub fn skill<'a>(learner: Learner<'a>, skill: SkillId) -> Skill<'a> {
    let known = learner.catalog.skill(skill);
    let catalog::Skill {
        id,
        name,
        also,
        area,
        level,
        summary,
        why,
        prerequisites,
        prerequisites_any,
        hours: Hours { low, likely, high },
        basis,
        proofs: _,
        resources,
    } = known;
    let state = learner.state(skill);
    let ticked = |(proof, it): (_, &'a Proof)| {
        let Proof { id, text } = it;
        let on = learner.progress.ticked(skill, proof);
        Ticked { id, text, done: on.is_some(), on }
    };
    Skill {
        id,
        name,
        also: texts(also),
        area: &learner.catalog.area(*area).id,
        level: words::level(*level),
        summary,
        state: state_word(state),
        claimed: state == State::Claimed,
        prerequisites: skill_ids(learner, prerequisites),
        prerequisites_any: prerequisites_any.iter().map(|it| skill_ids(learner, it)).collect(),
        opens: skill_ids(learner, learner.catalog.opens(skill)),
        estimate: Estimate { low: *low, likely: *likely, high: *high, basis },
        hours_logged: hours(learner.progress.logged(skill)),
        proofs: known.proofs().map(ticked).collect(),
        resources: resources.iter().map(teacher).collect(),
        why: passages(learner, why),
    }
}

fn teacher(it: &Resource) -> Teacher<'_> {
    let Resource { title, form, publisher, address, access } = it;
    let (form, access) = (words::form(*form), words::access(*access));
    Teacher { title, form, publisher, address, access }
}

/// A claimed skill is done as well; `claimed` tells it apart.
fn state_word(state: State) -> &'static str {
    match state {
        State::Proven | State::Claimed => "done",
        State::ToDo | State::Learning | State::Skipped => state.word(),
    }
}
