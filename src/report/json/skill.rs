//! The skills, with what the learner has done about each.

use jiff::civil::Date;
use serde::Serialize;

use super::{
    catalog::{Passage, passages, texts},
    hours,
    written::{evidence_of, own_note},
};
use crate::{
    catalog::{self, ClimbId, Hours, List, Proof, ProofId, Resource, ResourceId, SkillId},
    progress::{Learner, Mark, Notable, State, Task},
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
    /// The rung aimed for.
    aim: &'static str,
    /// The rung reached, if any.
    reached: Option<&'static str>,
    rungs: Vec<Rung<'a>>,
    /// The rungs of other skills that may need one of these: `skill/rung`.
    opens: Vec<String>,
    /// The hours logged.
    hours_logged: f64,
    resources: Vec<Readable<'a>>,
    /// What you noted, in lines.
    own_note: Option<&'a str>,
    why: Vec<Passage<'a>>,
}

/// A rung of a skill.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(clippy::struct_field_names, reason = "that is what the field says")]
struct Rung<'a> {
    rung: &'static str,
    rhythm: &'static str,
    /// `to do`, `learning`, `done` or `skipped`.
    state: &'static str,
    claimed: bool,
    /// How long it takes beyond the rung below, in hours; none where only a job teaches it.
    estimate: Option<Estimate<'a>>,
    /// How many hours you think it takes you, which the plan reckons with.
    own_hours: Option<f64>,
    /// What has to be known before, besides the rung below: of each group one, as `skill/rung`.
    needs: Vec<Vec<String>>,
    proofs: Vec<Ticked<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Estimate<'a> {
    pub(super) low: u32,
    pub(super) likely: u32,
    pub(super) high: u32,
    pub(super) basis: &'a str,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Ticked<'a> {
    id: &'a str,
    text: &'a str,
    done: bool,
    /// When it was ticked.
    on: Option<Date>,
    /// What shows that it holds, whether it is ticked or not.
    evidence: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Teacher<'a> {
    title: &'a str,
    form: &'static str,
    publisher: &'a str,
    address: &'a str,
    access: &'static str,
}

/// A resource of a skill.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Readable<'a> {
    #[serde(flatten)]
    teacher: Teacher<'a>,
    /// When it was marked as read.
    read: Option<Date>,
}

/// All skills, in the order of their first rungs.
pub fn skills(learner: Learner<'_>) -> Vec<Skill<'_>> {
    learner.catalog.skills().map(|(id, _)| skill(learner, id)).collect()
}

/// A skill, with what the learner has done about it.
pub fn skill(learner: Learner<'_>, skill: SkillId) -> Skill<'_> {
    let known = learner.catalog.skill(skill);
    let catalog::Skill {
        id,
        name,
        also,
        area,
        level,
        summary,
        why,
        climbs,
        hours: _,
        proofs: _,
        resources: _,
    } = known;
    let state = learner.state(skill);
    let opens = climbs.iter().flat_map(|it| learner.catalog.opens(*it));
    Skill {
        id,
        name,
        also: texts(also),
        area: &learner.catalog.area(*area).id,
        level: words::level(*level),
        summary,
        state: state_word(state),
        claimed: state == State::Claimed,
        aim: learner.aim(skill).word(),
        reached: learner.reached(skill).map(catalog::Rung::word),
        rungs: climbs.iter().map(|it| rung(learner, *it)).collect(),
        opens: opens.map(|it| learner.catalog.climb_name(*it)).collect(),
        hours_logged: hours(learner.progress.logged(Task::Skill(skill))),
        resources: self::resources(learner, skill),
        own_note: own_note(learner, Notable::Skill(skill)),
        why: passages(learner, why),
    }
}

/// The resources of a skill.
pub fn resources<'a>(learner: Learner<'a>, id: SkillId) -> Vec<Readable<'a>> {
    let readable = |(resource, it): (ResourceId, &'a Resource)| Readable {
        teacher: teacher(it),
        read: learner.progress.read(id, resource),
    };
    learner.catalog.skill(id).resources().map(readable).collect()
}

fn rung(learner: Learner<'_>, climb: ClimbId) -> Rung<'_> {
    let catalog::Climb { skill, rung, rhythm, hours, basis, needs, proofs } =
        learner.catalog.climb(climb);
    let Hours { low, likely, high } = *hours;
    let state = learner.climb_state(climb);
    let is_below = |it: &&List<ClimbId>| {
        it.first().is_some_and(|it| learner.catalog.climb(*it).skill == *skill)
    };
    let others = needs.iter().filter(|it| !is_below(it));
    let names = |it: &List<ClimbId>| it.iter().map(|it| learner.catalog.climb_name(*it)).collect();
    let has_hours = *rhythm != catalog::Rhythm::Job;
    Rung {
        rung: rung.word(),
        rhythm: rhythm.word(),
        state: state_word(state),
        claimed: state == State::Claimed,
        estimate: has_hours.then_some(Estimate { low, likely, high, basis }),
        own_hours: learner.progress.own_hours(*skill, *rung).map(self::hours),
        needs: others.map(names).collect(),
        proofs: proofs.iter().filter_map(|it| ticked(learner, *skill, *it)).collect(),
    }
}

fn ticked(learner: Learner<'_>, skill: SkillId, proof: ProofId) -> Option<Ticked<'_>> {
    let Proof { id, text } = learner.catalog.skill(skill).proof(proof)?;
    let on = learner.progress.ticked(skill, proof);
    let evidence = evidence_of(learner, Mark::Proof(skill, proof));
    Some(Ticked { id, text, done: on.is_some(), on, evidence })
}

pub(super) fn teacher(it: &Resource) -> Teacher<'_> {
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
