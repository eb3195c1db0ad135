//! The page about an area.

use super::{Line, Page, Reader, Tone, writer::Writer};
use crate::{catalog::AreaId, progress::State, words};

pub(super) fn page(reader: Reader<'_>, id: AreaId) -> Page<'_> {
    let Reader { learner, signs, .. } = reader;
    let area = learner.catalog.area(id);
    let states: Vec<State> = area.skills.iter().map(|skill| learner.state(*skill)).collect();
    let done = states.iter().filter(|it| it.is_done()).count();
    let mut writer = Writer::new(reader, &area.name, format!("{done} of {} done", states.len()));
    let mut line = Line::default();
    for state in State::ALL.iter().copied() {
        let number = states.iter().filter(|it| **it == state).count();
        if number > 0 {
            line.push(format!("{} ", signs.state(state)), Tone::State(state));
            line.push(format!("{number} {}   ", state.word()), Tone::Muted);
        }
    }
    if line.width() <= writer.columns {
        writer.line(line);
    }
    writer.gap();
    writer.paragraph(&*area.summary, Tone::Text);
    writer.heading("Its skills");
    for skill in &area.skills {
        writer.skill(*skill, 0, &words::hours(learner.catalog.skill(*skill).hours));
    }
    writer.finish()
}
