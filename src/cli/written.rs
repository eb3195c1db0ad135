//! From what is written on the command line to deeds, and a note by way of an editor.

use super::{Failure, line::Writing, names, session::Session};
use crate::{
    catalog::{PointId, ProjectId, ProofId, Rung, SkillId},
    deeds::Deed,
    progress::{Mark, Notable, Note},
    report::{json, text},
    store,
    words::amount,
};

impl Session {
    /// What a command asks to be written or marked.
    pub(super) fn writing(&self, writing: Writing) -> Result<Vec<Deed>, Failure> {
        match writing {
            Writing::Note { what, text } => {
                let thing = self.thing(&what)?;
                Ok(vec![text.map_or(Deed::Unnote(thing), |it| Deed::Note(thing, it))])
            }
            Writing::Evidence { of, part, text } => {
                let mark = self.mark(&of, &part)?;
                Ok(vec![text.map_or(Deed::Unshow(mark), |it| Deed::Show(mark, it))])
            }
            Writing::Estimate { skill, time: Some(time) } => {
                let minutes = amount::study(&time).map_err(Failure::Misused)?;
                let climb = self.catalog.climb(self.next_climb(&skill)?);
                Ok(vec![Deed::OwnHours(climb.skill, climb.rung, minutes)])
            }
            Writing::Estimate { skill, time: None } => self.without_estimates(&skill),
            Writing::Read { skill, resources, undo } => {
                let id = self.skill(&skill)?;
                let deed = if undo { Deed::Unread } else { Deed::Read };
                let read = |it: &String| Ok(deed(id, names::resource(self.catalog, id, it)?));
                resources.iter().map(read).collect()
            }
        }
    }

    /// Takes back the estimate of the rung that is named, or else all those of the skill.
    fn without_estimates(&self, skill: &str) -> Result<Vec<Deed>, Failure> {
        let (id, rung) = self.skill_and_rung(skill)?;
        let own = self.progress.record(id).map(|it| it.hours.keys().copied().collect());
        let rungs: Vec<Rung> = rung.map(|it| vec![it]).or(own).unwrap_or_default();
        if rungs.is_empty() {
            let climb = self.catalog.climb(self.next_climb(skill)?);
            return Ok(vec![Deed::CatalogHours(id, climb.rung)]);
        }
        Ok(rungs.into_iter().map(|it| Deed::CatalogHours(id, it)).collect())
    }

    /// Lets a note be written in the learner's editor, and keeps it. What was written
    /// is never lost: where it cannot be kept, it is said where it lies.
    pub(super) fn edit_note(&mut self, what: &str) -> Result<String, Failure> {
        let thing = self.thing(what)?;
        let before = self.progress.note(thing).map_or("", |it| it);
        let edited = store::edited(before)?;
        let deed = match Note::new(&edited.text) {
            Some(_) => Deed::Note(thing, edited.text.clone()),
            None => Deed::Unnote(thing),
        };
        match self.do_all(&[deed]) {
            Ok(outcome) => Ok(self.told(&outcome, String::new)),
            Err(failure) => {
                let place = edited.keep();
                Err(failure.and(&format!("; what you wrote is in {}", place.display())))
            }
        }
    }

    pub(super) fn note(&self, what: &str) -> Result<String, Failure> {
        let (learner, thing) = (self.learner(), self.thing(what)?);
        Ok(self.say(|| text::note(learner, thing), || json::note(learner, thing)))
    }

    pub(super) fn evidence(&self, of: &str, part: &str) -> Result<String, Failure> {
        let (learner, mark) = (self.learner(), self.mark(of, part)?);
        Ok(self.say(|| text::evidence(learner, mark), || json::evidence(learner, mark)))
    }

    pub(super) fn resources(&self, skill: &str) -> Result<String, Failure> {
        let (learner, id) = (self.learner(), self.skill(skill)?);
        let signs = self.output.signs;
        Ok(self.say(|| text::resources(learner, id, signs), || json::resources(learner, id)))
    }

    fn thing(&self, name: &str) -> Result<Notable, Failure> {
        let things = names::notables(self.catalog, name)?;
        match things.as_slice() {
            [thing] => Ok(*thing),
            several => {
                let named = |it: &Notable| names::in_full(self.catalog, *it);
                let all: Vec<String> = several.iter().map(named).collect();
                let text = format!("`{name}` is several things; write {}", all.join(" or "));
                Err(Failure::Misused(text))
            }
        }
    }

    fn mark(&self, of: &str, part: &str) -> Result<Mark, Failure> {
        match self.thing(of)? {
            Notable::Skill(id) => Ok(Mark::Proof(id, self.proof(id, part)?)),
            Notable::Project(id) => Ok(Mark::Point(id, self.point(id, part)?)),
            Notable::Role(_) | Notable::Route(_) => {
                let text = format!("`{of}` has neither proofs nor acceptance points");
                Err(Failure::Misused(text))
            }
        }
    }

    pub(super) fn proof(&self, id: SkillId, name: &str) -> Result<ProofId, Failure> {
        let known = self.catalog.skill(id);
        let ids: Vec<&str> = known.proofs.iter().map(|it| &*it.id).collect();
        let what = format!("proof of `{}`", known.id);
        Ok(names::part(&what, name, known.find_proof(name), &ids)?)
    }

    pub(super) fn point(&self, id: ProjectId, name: &str) -> Result<PointId, Failure> {
        let known = self.catalog.project(id);
        let ids: Vec<&str> = known.points.iter().map(|it| &*it.id).collect();
        let what = format!("point of `{}`", known.id);
        Ok(names::part(&what, name, known.find_point(name), &ids)?)
    }
}
