//! The path as a line of stations: what is built, the stage one is in, and what is to come.

use super::{super::writer::Writer, Line, Reader, Tone, is_short, standing};
use crate::{
    catalog::Catalog,
    planner::{Leg, Plan, Share, StageKind},
    progress::State,
    words,
};

/// The least columns of a stage that leave room for its name below its station.
const NAMED: usize = 12;
/// The most columns between two stations.
const BROADEST: usize = 24;
/// The lines of a name.
const LINES: usize = 2;

/// A station: a stage of the whole path.
struct Station<'a> {
    leg: &'a Leg,
    share: Share,
    state: State,
}

/// Draws the whole path, or what is left of it where nothing is known of the rest.
pub(super) fn write(writer: &mut Writer<'_>, plan: &Plan) {
    let Reader { learner, path, .. } = writer.reader;
    let legs = path.map(|it| it.stages.as_slice()).unwrap_or_default();
    let now = path.and_then(|it| it.current(plan));
    let stations: Vec<Station<'_>> = legs
        .iter()
        .enumerate()
        .map(|(at, leg)| station(leg, leg.share(learner), Some(at) == now))
        .collect();
    let room = writer.columns.saturating_sub(1) / stations.len().max(1);
    if room < 2 || stations.is_empty() {
        if let Some(goal) = learner.progress.goal() {
            standing(writer, goal);
        }
    } else {
        draw(writer, &stations, room.min(BROADEST));
    }
    if let Some((at, it)) = now.and_then(|at| Some((at, stations.get(at)?))) {
        said(writer, it, (at + 1, stations.len()));
    }
}

fn station(leg: &Leg, share: Share, is_now: bool) -> Station<'_> {
    let state = match share {
        _ if is_now => State::Learning,
        _ if share.all == 0 || !share.is_whole() => State::ToDo,
        _ if share.claimed > 0 => State::Claimed,
        _ => State::Proven,
    };
    Station { leg, share, state }
}

fn draw(writer: &mut Writer<'_>, stations: &[Station<'_>], room: usize) {
    let Reader { learner, signs, .. } = writer.reader;
    let mut line = Line::default();
    for (at, it) in stations.iter().enumerate() {
        let sign = sign(it, writer.reader);
        line.push(sign, Tone::State(it.state));
        if at + 1 < stations.len() {
            let columns = room.saturating_sub(words::width(sign));
            between(&mut line, it, columns, writer.reader);
        }
    }
    writer.line(line);
    if room < NAMED {
        return;
    }
    let names: Vec<Vec<String>> = stations
        .iter()
        .map(|it| named(learner.catalog, it.leg.kind, room - 2, signs.more))
        .collect();
    let height = names.iter().map(Vec::len).max().unwrap_or(0);
    for row in 0..height {
        let mut line = Line::default();
        for (name, it) in names.iter().zip(stations) {
            let text = name.get(row).map_or("", String::as_str);
            let tone = if it.state == State::Learning { Tone::Strong } else { Tone::Muted };
            line.push(format!("{text:<room$}"), tone);
        }
        writer.line(line);
    }
    let mut line = Line::default();
    for it in stations {
        let text = match it.share.all {
            0 => String::new(),
            all => format!("{} of {all}", it.share.done()),
        };
        line.push(format!("{text:<room$}"), Tone::Muted);
    }
    writer.line(line);
}

fn sign(it: &Station<'_>, reader: Reader<'_>) -> &'static str {
    let signs = reader.signs;
    match (it.leg.kind, it.state) {
        (StageKind::Apply(_), State::ToDo) => signs.milestone,
        (StageKind::Post(..), State::ToDo) => signs.bullet,
        (_, state) => signs.state(state),
    }
}

/// The way from a station to the next: as far as its stage is done, a heavy line.
fn between(line: &mut Line<'_>, it: &Station<'_>, columns: usize, reader: Reader<'_>) {
    let Share { proven, all, .. } = it.share;
    let part = |number: usize| (number * columns).checked_div(all).unwrap_or(0);
    let done = part(it.share.done());
    let proven = part(proven).min(done);
    let signs = reader.signs;
    let parts = [
        (proven, signs.bar, State::Proven),
        (done - proven, signs.bar_claimed, State::Claimed),
        (columns - done, signs.bar_rest, State::ToDo),
    ];
    for (part, sign, state) in parts.into_iter().filter(|(part, ..)| *part > 0) {
        let tone = if state == State::ToDo { Tone::Muted } else { Tone::State(state) };
        line.push(sign.repeat(part), tone);
    }
}

/// The name of a stage in so many columns, on two lines at most.
fn named(catalog: &Catalog, kind: StageKind, columns: usize, more: &str) -> Vec<String> {
    let name = match kind {
        StageKind::Apply(_) => "Apply".to_owned(),
        _ => words::stage_name(catalog, kind),
    };
    let wrapped = words::wrap(&name, columns);
    let mut lines: Vec<String> = wrapped.iter().take(LINES).map(|it| (*it).to_owned()).collect();
    if let (Some(last), true) = (lines.last_mut(), wrapped.len() > LINES) {
        *last = words::fitted(&format!("{last}{more}"), columns, more);
    }
    lines
}

/// The stage one is in, in words.
fn said(writer: &mut Writer<'_>, it: &Station<'_>, (number, all): (usize, usize)) {
    let catalog = writer.reader.learner.catalog;
    let name = words::stage_name(catalog, it.leg.kind);
    let done = match it.share.all {
        0 => String::new(),
        all => format!(", {} of {all} done", it.share.done()),
    };
    let mut line = Line::of(format!("Stage {number} of {all}"), Tone::Muted);
    line.push(format!("  {name}"), Tone::Strong);
    line.push(done, Tone::Muted);
    if line.width() <= writer.columns {
        if !is_short(writer.reader) {
            writer.gap();
        }
        writer.line(line);
    } else {
        writer.paragraph(format!("Stage {number} of {all}: {name}"), Tone::Strong);
    }
}
