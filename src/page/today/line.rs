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

/// Draws the whole path, with the names of its stages where there is room.
pub(super) fn write(writer: &mut Writer<'_>, plan: &Plan) {
    let (stations, now) = stations(writer.reader, plan);
    let room = room(writer.columns, &stations);
    if let (None, Some(goal)) = (room, writer.reader.learner.progress.goal()) {
        standing(writer, goal);
    }
    if let Some(room) = room {
        draw(writer, &stations, room);
    }
    if let Some((at, it)) = now.and_then(|at| Some((at, stations.get(at)?))) {
        said(writer, it, (at + 1, stations.len()));
    }
}

/// The line of stations alone.
pub(super) fn alone(reader: Reader<'_>, plan: &Plan) -> Option<Line<'static>> {
    let (stations, _) = stations(reader, plan);
    let room = room(reader.columns, &stations)?;
    Some(drawn(reader, &stations, room))
}

/// The stations, and which of them one is at.
fn stations<'a>(reader: Reader<'a>, plan: &Plan) -> (Vec<Station<'a>>, Option<usize>) {
    let Reader { learner, path, .. } = reader;
    let legs = path.map(|it| it.stages.as_slice()).unwrap_or_default();
    let now = path.and_then(|it| it.current(plan));
    let stations = legs
        .iter()
        .enumerate()
        .map(|(at, leg)| station(leg, leg.share(learner), Some(at) == now))
        .collect();
    (stations, now)
}

/// The columns from one station to the next; none where there is no room for a line.
fn room(columns: usize, stations: &[Station<'_>]) -> Option<usize> {
    let room = columns.saturating_sub(1).checked_div(stations.len())?;
    (room >= 2).then_some(room.min(BROADEST))
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

fn drawn(reader: Reader<'_>, stations: &[Station<'_>], room: usize) -> Line<'static> {
    let mut line = Line::default();
    for (at, it) in stations.iter().enumerate() {
        let sign = sign(it, reader);
        line.push(sign, Tone::State(it.state));
        if at + 1 < stations.len() {
            let columns = room.saturating_sub(words::width(sign));
            between(&mut line, it, columns, reader);
        }
    }
    line
}

fn draw(writer: &mut Writer<'_>, stations: &[Station<'_>], room: usize) {
    let Reader { learner, signs, .. } = writer.reader;
    writer.line(drawn(writer.reader, stations, room));
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
    words::wrapped_to(&name, columns, LINES, more)
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
