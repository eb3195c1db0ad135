//! The figures above everything else.

use super::{
    super::{Line, Reader, Tone, writer::Writer},
    Ground,
};
use crate::{
    journal,
    planner::{self, Measure},
    progress::{Learner, State},
    words,
};

/// The columns between two figures.
const GAP: &str = "    ";

pub(super) fn write(writer: &mut Writer<'_>, _: &Ground) {
    let Reader { learner, today, plan, .. } = writer.reader;
    let states: Vec<State> = learner.catalog.skills().map(|(id, _)| learner.state(id)).collect();
    let count = |state| states.iter().filter(|it| **it == state).count();
    let proofs: usize = learner.progress.records().map(|(_, it)| it.ticks.len()).sum();
    let days = journal::days(learner);
    let all: u32 = days.values().fold(0, |sum, it| sum.saturating_add(*it));
    let mut figures = vec![
        (words::minutes(all), "studied"),
        (count(State::Proven).to_string(), "proven"),
        (count(State::Claimed).to_string(), "claimed"),
        (proofs.to_string(), if proofs == 1 { "proof" } else { "proofs" }),
    ];
    if let Some(pace) = plan.map(|it| it.pace.overall).filter(Measure::is_enough) {
        figures.push((format!("{:.1} times", pace.factor), "the estimates"));
    }
    figures.extend(best_week(learner).map(|it| (words::minutes(it), "in the best week")));
    let mut line = Line::default();
    for (figure, word) in figures {
        let part = [Line::of(figure, Tone::Strong)];
        let width = part.iter().map(Line::width).sum::<usize>() + 1 + words::width(word);
        if line.width() > 0 && line.width() + GAP.len() + width > writer.columns {
            writer.line(std::mem::take(&mut line));
        } else if line.width() > 0 {
            line.push(GAP, Tone::Text);
        }
        line.spans.extend(part.into_iter().flat_map(|it| it.spans));
        line.push(format!(" {word}"), Tone::Muted);
    }
    let streak = journal::streak(learner, today);
    if streak.weeks > 1 && !learner.progress.hides_looks() {
        let paused = if streak.is_paused { ", paused" } else { "" };
        let text = format!("streak {} weeks{paused}", streak.weeks);
        if line.width() + GAP.len() + words::width(&text) > writer.columns {
            writer.line(std::mem::take(&mut line));
        } else {
            line.push(GAP, Tone::Text);
        }
        line.push(text, Tone::Text);
    }
    writer.line(line);
}

/// The minutes of the week in which most was studied.
fn best_week(learner: Learner<'_>) -> Option<u32> {
    let mut weeks = std::collections::BTreeMap::new();
    for (day, minutes) in journal::days(learner) {
        *weeks.entry(planner::monday(day)).or_insert(0_u32) += minutes;
    }
    weeks.into_values().max().filter(|it| *it > 0)
}
