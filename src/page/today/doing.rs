//! What to do now, with its proofs to tick where one stands, and what is built next.

use super::{
    super::{COLUMN, Line, Reader, Target, Tone, writer::Writer},
    is_short,
};
use crate::{
    catalog::{ClimbId, ProjectId, ProofId},
    planner::{Plan, StageKind, Step},
    progress::{Item, Mark, State},
    words,
};

/// How many steps are shown as the next ones.
const NEXT: usize = 3;
/// The lines of a proof where there is little room.
const SHORT_LINES: usize = 2;
/// The columns of the hours left.
const LEFT: usize = 6;

/// The next steps; of the first, the proofs that are open.
pub(super) fn now(writer: &mut Writer<'_>, plan: &Plan) {
    let steps = plan.next(NEXT);
    if steps.is_empty() {
        return;
    }
    writer.heading("Do now");
    writer.first();
    for (at, it) in steps.into_iter().enumerate() {
        step(writer, it);
        if let (0, Item::Climb(id)) = (at, it.item) {
            proofs(writer, id);
        }
    }
}

fn step(writer: &mut Writer<'_>, step: &Step) {
    let Reader { learner, signs, .. } = writer.reader;
    let (target, state) = match step.item {
        Item::Climb(id) => {
            (Target::Skill(learner.catalog.climb(id).skill), learner.climb_state(id))
        }
        Item::Project(id) => (Target::Project(id), State::ToDo),
    };
    let name = words::item(learner.catalog, step.item);
    let lead = format!("{} ", signs.state(state));
    let left = format!("{:>LEFT$}", words::hours_left(step.minutes));
    let reason = words::reason(learner.catalog, step.item, &step.reason);
    let indent = " ".repeat(words::width(&lead));
    writer.item(target, |writer| {
        let room = writer.columns.saturating_sub(LEFT + words::width(&lead));
        let mut starts = vec![(lead, left)].into_iter();
        for part in words::wrap(&name, room) {
            let (lead, left) = starts.next().unwrap_or((indent.clone(), String::new()));
            let gap = " ".repeat(room.saturating_sub(words::width(part)));
            let mut line = Line::of(lead, Tone::State(state));
            line.push(format!("{part}{gap}"), Tone::Strong);
            line.push(left, Tone::Text);
            writer.line(line);
        }
        if !is_short(writer.reader) {
            writer.hanging(indent, Tone::Text, reason, Tone::Muted);
        }
    });
}

/// The proofs of a rung that are open, to be ticked here; the first of them is what one
/// comes for.
fn proofs(writer: &mut Writer<'_>, id: ClimbId) {
    let Reader { learner, signs, .. } = writer.reader;
    let climb = learner.catalog.climb(id);
    let skill = learner.catalog.skill(climb.skill);
    let is_open = |it: &&ProofId| learner.progress.ticked(climb.skill, **it).is_none();
    let open = climb.proofs.iter().filter(is_open);
    for (at, proof) in open.enumerate() {
        let Some(it) = skill.proof(*proof) else { continue };
        if at == 0 {
            writer.first();
        }
        writer.item(Target::Proof(climb.skill, *proof), |writer| {
            let lead = format!("  {} ", signs.open);
            let room = writer.columns.min(COLUMN).saturating_sub(words::width(&lead));
            let text = if is_short(writer.reader) {
                shortened(&it.text, room, signs.more)
            } else {
                it.text.to_string()
            };
            writer.hanging(lead, Tone::Accent, text, Tone::Text);
            writer.evidence(Mark::Proof(climb.skill, *proof), 4);
        });
    }
}

/// A text on as many lines as a proof may take where there is little room.
fn shortened(text: &str, columns: usize, more: &str) -> String {
    words::wrapped_to(text, columns, SHORT_LINES, more).join("\n")
}

/// The project at the end of the stage, and how far it is built.
pub(super) fn project(writer: &mut Writer<'_>, plan: &Plan) {
    let project = |kind| match kind {
        StageKind::Project(id) => Some(id),
        StageKind::Study(_) | StageKind::Apply(_) | StageKind::Post(..) | StageKind::Wider => None,
    };
    let Some(id) = plan.stages.iter().find_map(|it| project(it.kind)) else { return };
    let learner = writer.reader.learner;
    let project = learner.catalog.project(id);
    let ticked = learner.built_points(id);
    writer.heading_with("Build", format!("{ticked} of {} points", project.points.len()));
    let lead = format!("{} ", writer.reader.signs.project);
    let indent = " ".repeat(words::width(&lead));
    writer.item(Target::Project(id), |writer| {
        writer.hanging(lead, Tone::Accent, &*project.name, Tone::Strong);
        writer.hanging(indent, Tone::Text, &*project.summary, Tone::Muted);
    });
    if ticked > 0 {
        next_point(writer, id);
    }
}

/// The first acceptance point of a project that is open, once it is begun.
fn next_point(writer: &mut Writer<'_>, id: ProjectId) {
    let Reader { learner, signs, .. } = writer.reader;
    let open = |point| learner.progress.built(id, point).is_none();
    let project = learner.catalog.project(id);
    let Some((point, it)) = project.points().find(|(point, _)| open(*point)) else { return };
    writer.item(Target::Point(id, point), |writer| {
        writer.hanging(format!("  {} ", signs.open), Tone::Accent, &*it.text, Tone::Text);
        writer.evidence(Mark::Point(id, point), 4);
    });
}
