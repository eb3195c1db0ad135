//! The way to a skill: what is still missing before it, in order, with hours.

use super::{Reader, Tone, writer::Writer};
use crate::{
    catalog::SkillId,
    planner::{self, Toward},
    progress::Learner,
    words,
};

pub(super) fn section(writer: &mut Writer<'_>, id: SkillId) {
    let Reader { learner, today, .. } = writer.reader;
    let aim = learner.catalog.climb_to(id, learner.aim(id));
    if learner.is_settled(aim) {
        return;
    }
    let toward = planner::toward(learner, aim, today);
    let others = toward.steps.iter().filter(|it| it.climb != aim).count();
    writer.heading_with("The way", sum(learner, &toward));
    if others == 0 {
        return writer.paragraph("Nothing is missing before it: you can begin.", Tone::Text);
    }
    for step in &toward.steps {
        let climb = learner.catalog.climb(step.climb);
        let left = step.minutes.map_or("in a job".to_owned(), words::hours_left);
        writer.skill(climb.skill, 0, &format!("{}  {left:>8}", climb.rung.word()));
    }
}

/// What all of it takes, and when that is done: `31 h; by 14 Mar 2027 if you do nothing else`.
pub fn sum(learner: Learner<'_>, toward: &Toward) -> String {
    let hours = words::hours_left(toward.minutes);
    match toward.ready.filter(|_| !learner.progress.hides_dates()) {
        Some(date) => format!("{hours}; by {} if you do nothing else", words::date(date)),
        None => hours,
    }
}
