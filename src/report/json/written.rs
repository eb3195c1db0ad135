//! What a learner wrote.

use serde::Serialize;

use crate::progress::{Learner, Mark, Notable};

/// The note on something.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Noted<'a> {
    /// `role`, `skill`, `project` or `route`.
    about: &'static str,
    id: &'a str,
    /// What you wrote, in lines.
    own_note: Option<&'a str>,
}

/// What shows that something that can be ticked holds.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Shown<'a> {
    /// The skill, for a proof.
    skill: Option<&'a str>,
    /// The project, for an acceptance point.
    project: Option<&'a str>,
    id: &'a str,
    text: &'a str,
    done: bool,
    evidence: Option<&'a str>,
}

/// The note on something, if there is one.
pub fn note(learner: Learner<'_>, thing: Notable) -> Noted<'_> {
    let catalog = learner.catalog;
    let (about, id) = match thing {
        Notable::Role(id) => ("role", &catalog.role(id).id),
        Notable::Skill(id) => ("skill", &catalog.skill(id).id),
        Notable::Project(id) => ("project", &catalog.project(id).id),
        Notable::Route(id) => ("route", &catalog.route(id).id),
    };
    Noted { about, id, own_note: own_note(learner, thing) }
}

/// What a learner wrote on something.
pub(super) fn own_note(learner: Learner<'_>, thing: Notable) -> Option<&str> {
    learner.progress.note(thing).map(|it| &**it)
}

/// What a learner has to show.
pub(super) fn evidence_of(learner: Learner<'_>, mark: Mark) -> Option<&str> {
    learner.progress.evidence(mark).map(|it| &**it)
}

/// What shows that something that can be ticked holds, if there is anything.
pub fn evidence(learner: Learner<'_>, mark: Mark) -> Shown<'_> {
    let Learner { catalog, progress } = learner;
    let evidence = evidence_of(learner, mark);
    match mark {
        Mark::Proof(id, proof) => {
            let skill = catalog.skill(id);
            let (name, text) = skill.proof(proof).map_or(("", ""), |it| (&it.id, &it.text));
            let done = progress.ticked(id, proof).is_some();
            Shown { skill: Some(&skill.id), project: None, id: name, text, done, evidence }
        }
        Mark::Point(id, point) => {
            let project = catalog.project(id);
            let (name, text) = project.point(point).map_or(("", ""), |it| (&it.id, &it.text));
            let done = progress.built(id, point).is_some();
            Shown { skill: None, project: Some(&project.id), id: name, text, done, evidence }
        }
    }
}
