//! How long one takes, area by area, and how sure that is.

use super::{
    super::{Line, Reader, Tone, writer::Writer},
    Ground,
};
use crate::{planner::Measure, words};

/// The columns of a name.
const NAME: usize = 18;
/// The columns of what a pace rests on.
const BASIS: usize = 10;
/// The least and the most there is a place for, a third and three times the estimate, in
/// logarithms of two.
const REACH: f64 = 1.6;

pub(super) fn write(writer: &mut Writer<'_>, _: &Ground) {
    let Reader { learner, plan, .. } = writer.reader;
    let Some(plan) = plan else { return };
    writer.heading_with("Your pace, times the estimates", "8 in 10".to_owned());
    if plan.pace.areas.is_empty() {
        let text = "Not enough data yet: it shows once skills are finished with time logged.";
        return writer.paragraph(text, Tone::Muted);
    }
    let room = writer.columns.saturating_sub(NAME + BASIS + 2);
    let has_axis = room >= 17;
    if has_axis {
        writer.line(axis(room));
    }
    let overall = std::iter::once(("All areas", plan.pace.overall));
    let areas = plan.pace.areas.iter().map(|(id, it)| (&*learner.catalog.area(*id).name, *it));
    for (name, measure) in overall.chain(areas) {
        line(writer, name, measure, room.max(8));
    }
}

fn axis(room: usize) -> Line<'static> {
    let mut text = " ".repeat(NAME + 1);
    for (at, label) in [(0.5, "0.5"), (1.0, "1"), (2.0, "2")] {
        let column = NAME + 1 + place(at, room);
        let column = column.min(NAME + 1 + room - label.len());
        text.push_str(&" ".repeat(column.saturating_sub(text.len())));
        text.push_str(label);
    }
    Line::of(text, Tone::Muted)
}

fn line(writer: &mut Writer<'_>, name: &str, it: Measure, room: usize) {
    let signs = writer.reader.signs;
    let name = words::fitted(name, NAME - 1, signs.more);
    let gap = NAME.saturating_sub(words::width(&name)) + 1;
    let mut line = Line::of(format!("{name}{}", " ".repeat(gap)), Tone::Text);
    if it.is_enough() {
        let [low, middle, high] = [it.low, it.factor, it.high].map(|it| place(it, room));
        for column in 0..room {
            let (sign, tone) = match column {
                _ if column == middle => (signs.point, Tone::Accent),
                _ if column == low => (signs.span_start, Tone::Text),
                _ if column == high => (signs.span_end, Tone::Text),
                _ if (low..high).contains(&column) => (signs.span, Tone::Text),
                _ if column == place(1.0, room) => (signs.guide, Tone::Muted),
                _ => (" ", Tone::Text),
            };
            line.push(sign, tone);
        }
    } else {
        line.push(words::fitted("not enough data yet", room, signs.more), Tone::Muted);
    }
    let basis = words::count(it.skills, "skill", "skills");
    let gap = writer.columns.saturating_sub(line.width() + words::width(&basis));
    line.push(" ".repeat(gap.max(1)), Tone::Text);
    line.push(basis, Tone::Muted);
    if line.width() <= writer.columns {
        writer.line(line);
    }
}

/// The column of a pace, between a third of the estimate and three times that.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "columns are small numbers"
)]
fn place(factor: f64, room: usize) -> usize {
    let share = (factor.log2().clamp(-REACH, REACH) + REACH) / (2.0 * REACH);
    (share * room.saturating_sub(1) as f64).round() as usize
}
