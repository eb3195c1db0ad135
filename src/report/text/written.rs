//! What a learner wrote, and what they have read, as it is printed.

use super::joined;
use crate::{
    catalog::SkillId,
    progress::{Learner, Mark, Notable},
    words::{self, Signs},
};

/// The note on something, as it was written.
pub fn note(learner: Learner<'_>, thing: Notable) -> String {
    match learner.progress.note(thing) {
        Some(note) => format!("{}\n", &**note),
        None => format!("There is no note yet on {}.\n", words::thing(learner.catalog, thing)),
    }
}

/// What shows that something that can be ticked holds.
pub fn evidence(learner: Learner<'_>, mark: Mark) -> String {
    match learner.progress.evidence(mark) {
        Some(evidence) => format!("{}\n", &**evidence),
        None => {
            format!("There is no evidence yet for {}.\n", words::marked(learner.catalog, mark))
        }
    }
}

/// The resources of a skill, by the numbers they can be marked by.
pub fn resources(learner: Learner<'_>, id: SkillId, signs: &Signs) -> String {
    let known = learner.catalog.skill(id).resources().enumerate();
    let line = |(place, (resource, it)): (usize, (_, &crate::catalog::Resource))| {
        let (sign, read) = match learner.progress.read(id, resource) {
            Some(date) => (signs.ticked, format!(", read {}", words::date(date))),
            None => (signs.open, String::new()),
        };
        format!("{:>2} {sign} {}{read}\n     {}", place + 1, it.title, it.address)
    };
    joined(&known.map(line).collect::<Vec<_>>())
}
