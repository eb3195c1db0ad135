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
    let streak = journal::streak(learner, today);
    if streak.weeks > 1 && !learner.progress.hides_looks() {
        let word = if streak.is_paused { "weeks with study, paused" } else { "weeks with study" };
        figures.push((streak.weeks.to_string(), word));
    }
    let figures: Vec<Line<'_>> = figures
        .into_iter()
        .map(|(figure, word)| {
            let mut line = Line::of(figure, Tone::Strong);
            line.push(format!(" {word}"), Tone::Muted);
            line
        })
        .collect();
    for row in rows(figures, writer.columns) {
        let mut line = Line::default();
        for (at, figure) in row.into_iter().enumerate() {
            line.push(if at > 0 { GAP } else { "" }, Tone::Text);
            line.spans.extend(figure.spans);
        }
        writer.line(line);
    }
}

/// The figures in as few rows as there is room for, each about as long as the others.
fn rows(figures: Vec<Line<'_>>, columns: usize) -> Vec<Vec<Line<'_>>> {
    let widths: Vec<usize> = figures.iter().map(Line::width).collect();
    let narrowest = widths.iter().max().copied().unwrap_or(0).min(columns);
    let fewest = counts(&widths, columns);
    let limit = (narrowest..columns).find(|it| counts(&widths, *it).len() == fewest.len());
    let mut figures = figures.into_iter();
    let counts = limit.map_or(fewest, |it| counts(&widths, it)).into_iter();
    counts.map(|count| figures.by_ref().take(count).collect()).collect()
}

/// How many of some widths stand in each row.
fn counts(widths: &[usize], columns: usize) -> Vec<usize> {
    let mut counts: Vec<usize> = Vec::new();
    let mut used = 0;
    for width in widths {
        let with = used + GAP.len() + width;
        if let Some(count) = counts.last_mut().filter(|_| with <= columns) {
            *count += 1;
            used = with;
        } else {
            counts.push(1);
            used = *width;
        }
    }
    counts
}

/// The minutes of the week in which most was studied.
fn best_week(learner: Learner<'_>) -> Option<u32> {
    let mut weeks = std::collections::BTreeMap::new();
    for (day, minutes) in journal::days(learner) {
        *weeks.entry(planner::monday(day)).or_insert(0_u32) += minutes;
    }
    weeks.into_values().max().filter(|it| *it > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_in_few_rows_and_none_alone() {
        let figures = || vec![Line::of("figure", Tone::Text); 5];
        let told = |columns| rows(figures(), columns).iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!(told(46), [5]);
        assert_eq!(told(45), [3, 2]);
        assert_eq!(told(16), [2, 2, 1]);
        assert_eq!(told(3), [1, 1, 1, 1, 1]);
    }
}
