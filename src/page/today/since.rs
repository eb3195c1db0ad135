//! Since one was here: what has moved the end, and what was done lately.

use jiff::civil::Date;

use super::{
    super::{Line, Reader, Tone, writer::Writer},
    outlook::sentence,
};
use crate::{
    catalog::{ProjectId, SkillId},
    planner::Plan,
    progress::{Learner, State},
    words,
};

/// The days after which one has been away.
const AWAY: i32 = 7;
/// How much of what was done lately is shown.
const LATELY: usize = 5;
/// The columns of a day.
const DAY: usize = 8;

/// Whether somebody is back after an absence.
pub(super) fn is_back(reader: Reader<'_>) -> bool {
    reader.moved.is_some_and(|it| words::days_between(it.since, reader.today) >= AWAY)
}

/// What has moved the end since the last visit; after a longer absence, kindly.
pub(super) fn moved(writer: &mut Writer<'_>, plan: &Plan) {
    let Reader { learner, today, moved, .. } = writer.reader;
    let is_told = !learner.progress.hides_dates() && !plan.steps.is_empty();
    let Some(moved) = moved.filter(|_| is_told) else { return };
    let away = words::days_between(moved.since, today);
    if moved.days == 0 && away < AWAY {
        return;
    }
    writer.heading_with("Since you were here", words::days(away));
    writer.paragraph(sentence(&words::moved(today, moved)), Tone::Text);
    if away >= AWAY && moved.days > 0 {
        writer.paragraph("Nothing is lost: the plan goes on from today.", Tone::Muted);
    }
}

/// Something that was done on a day.
struct Done<'a> {
    date: Date,
    state: State,
    text: String,
    // What was finished stands before what was only ticked.
    rank: usize,
    name: &'a str,
}

/// What was ticked, finished and claimed last.
pub(super) fn lately(writer: &mut Writer<'_>) {
    let Reader { learner, signs, .. } = writer.reader;
    let mut all = done(learner);
    all.sort_by(|a, b| (b.date, a.rank, a.name).cmp(&(a.date, b.rank, b.name)));
    if all.is_empty() {
        return;
    }
    writer.heading("Lately");
    for it in all.into_iter().take(LATELY) {
        let day = format!("{} {}", it.date.day(), words::month(it.date));
        let sign = match it.state {
            State::Learning => signs.ticked,
            state => signs.state(state),
        };
        let mut line = Line::of(format!("{day:<DAY$}"), Tone::Muted);
        line.push(format!("{sign} "), Tone::State(it.state));
        let room = writer.columns.saturating_sub(line.width());
        line.push(words::fitted(&it.text, room, signs.more), Tone::Text);
        writer.line(line);
    }
}

fn done(learner: Learner<'_>) -> Vec<Done<'_>> {
    let skills =
        learner.progress.records().flat_map(|(id, _)| [ticked(learner, id), claimed(learner, id)]);
    let projects = learner.progress.builds().map(|(id, _)| built(learner, id));
    skills.chain(projects).flatten().collect()
}

/// The proofs of a skill that were ticked on the last day on which any was.
fn ticked(learner: Learner<'_>, id: SkillId) -> Option<Done<'_>> {
    let record = learner.progress.record(id)?;
    let date = record.ticks.values().max().copied()?;
    let name = &*learner.catalog.skill(id).name;
    if learner.state(id) != State::Proven {
        let proofs = counted(record.ticks.values(), date, "proof", "proofs");
        let text = format!("{name}: {proofs}");
        return Some(Done { date, state: State::Learning, text, rank: 1, name });
    }
    let text = match record.minutes() {
        0 => format!("{name} proven"),
        minutes => format!("{name} proven, {}", words::hours_spent(minutes)),
    };
    Some(Done { date, state: State::Proven, text, rank: 0, name })
}

fn claimed(learner: Learner<'_>, id: SkillId) -> Option<Done<'_>> {
    let date = learner.progress.record(id)?.claims.values().max().copied()?;
    let name = &*learner.catalog.skill(id).name;
    Some(Done { date, state: State::Claimed, text: format!("{name} claimed"), rank: 2, name })
}

/// The points of a project that were ticked on the last day on which any was.
fn built(learner: Learner<'_>, id: ProjectId) -> Option<Done<'_>> {
    let build = learner.progress.build(id)?;
    let date = build.points.values().max().copied()?;
    let name = &*learner.catalog.project(id).name;
    let (text, state) = if learner.is_built(id) {
        (format!("{name} built"), State::Proven)
    } else {
        let points = counted(build.points.values(), date, "point", "points");
        (format!("{name}: {points}"), State::Learning)
    };
    Some(Done { date, state, text, rank: 0, name })
}

fn counted<'a>(days: impl Iterator<Item = &'a Date>, day: Date, one: &str, many: &str) -> String {
    words::count(days.filter(|it| **it == day).count(), one, many)
}
