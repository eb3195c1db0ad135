//! What a learner writes and expects: how long a text may be, and an estimate.

use super::Refusal;
use crate::{
    catalog::{Rhythm, Rung, SkillId},
    progress::{Evidence, Learner, Mark, Notable, Note, Progress},
};

/// The longest note that can be written, in characters.
pub const LONGEST_NOTE: usize = 10_000;

/// The longest evidence that can be written, in characters.
pub const LONGEST_EVIDENCE: usize = 500;

/// The longest that the climb to a rung can be expected to take, in minutes.
pub const LONGEST_CLIMB: u32 = 2_000 * 60;

pub(super) fn note(progress: &mut Progress, thing: Notable, text: &str) -> Result<(), Refusal> {
    let note = Note::new(text).ok_or(Refusal::NoWords)?;
    fits(&note, LONGEST_NOTE)?;
    progress.set_note(thing, Some(note));
    Ok(())
}

pub(super) fn evidence(progress: &mut Progress, mark: Mark, text: &str) -> Result<(), Refusal> {
    let evidence = Evidence::new(text).ok_or(Refusal::NoWords)?;
    fits(&evidence, LONGEST_EVIDENCE)?;
    progress.set_evidence(mark, Some(evidence));
    Ok(())
}

fn fits(text: &str, longest: usize) -> Result<(), Refusal> {
    match text.chars().count() {
        letters if letters > longest => Err(Refusal::TooManyLetters { letters, longest }),
        _ => Ok(()),
    }
}

/// Expects a climb to take so many minutes, if it is one that is studied for.
pub(super) fn own_hours(
    learner: Learner<'_>,
    progress: &mut Progress,
    (id, rung): (SkillId, Rung),
    minutes: u32,
) -> Result<(), Refusal> {
    let catalog = learner.catalog;
    let mut climbs = catalog.skill(id).climbs.iter().copied();
    let climb = climbs.find(|it| catalog.climb(*it).rung == rung);
    let climb = climb.ok_or(Refusal::NoRung(id, rung))?;
    let known = catalog.climb(climb);
    if known.rhythm == Rhythm::Job || known.hours.likely == 0 {
        return Err(Refusal::NotStudied(climb));
    }
    if !(1..=LONGEST_CLIMB).contains(&minutes) {
        return Err(Refusal::NoEstimate(minutes));
    }
    progress.set_own_hours(id, rung, Some(minutes));
    Ok(())
}
