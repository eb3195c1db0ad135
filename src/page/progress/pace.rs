//! How long one takes, area by area, and how sure that is.

use super::{
    super::{Line, Reader, Tone, writer::Writer},
    Ground,
};
use crate::{planner::Measure, words};

/// The most columns of a name, of five.
const NAME: usize = 2;
/// The columns of what a pace rests on.
const BASIS: usize = 10;
/// The least columns in which the middle of the axis stands apart from its ends.
const AXIS: usize = 14;
/// How far the axis reaches beyond its outermost label, in logarithms of two.
const BEYOND: f64 = 0.15;
/// The most and the least there is a place for: eight times the estimate, and an eighth.
const FARTHEST: u8 = 3;

/// Where on a line a pace stands: so many columns, and so many doublings to each side.
#[derive(Clone, Copy)]
struct Scale {
    room: usize,
    doublings: u8,
}

pub(super) fn write(writer: &mut Writer<'_>, _: &Ground) {
    let Reader { learner, plan, .. } = writer.reader;
    let Some(plan) = plan else { return };
    writer.heading_with("Your pace, times the estimates", "8 in 10".to_owned());
    if plan.pace.areas.is_empty() {
        let text = "Not enough data yet: it shows once skills are finished with time logged.";
        return writer.paragraph(text, Tone::Muted);
    }
    let overall = std::iter::once(("All areas", plan.pace.overall));
    let areas = plan.pace.areas.iter().map(|(id, it)| (&*learner.catalog.area(*id).name, *it));
    let lines: Vec<(&str, Measure)> = overall.chain(areas).collect();
    let longest = lines.iter().map(|(name, _)| words::width(name)).max().unwrap_or(0);
    let names = longest.min(writer.columns * NAME / 5);
    let room = writer.columns.saturating_sub(names + BASIS + 3).max(8);
    let scale = Scale { room, doublings: doublings(lines.iter().map(|(_, it)| it)) };
    if room >= AXIS {
        writer.line(axis(names, scale));
    }
    for (name, measure) in lines {
        line(writer, (name, names), measure, scale);
    }
}

/// As many doublings to each side as there is something to show.
fn doublings<'a>(all: impl Iterator<Item = &'a Measure>) -> u8 {
    let known = all.filter(|it| it.is_enough());
    let far = known.flat_map(|it| [it.low, it.high]).map(|it| it.log2().abs()).fold(0.0, f64::max);
    (1..FARTHEST).find(|it| far <= f64::from(*it) + BEYOND).unwrap_or(FARTHEST)
}

/// The labels that there is room for; that of the estimate itself always is.
fn axis(names: usize, scale: Scale) -> Line<'static> {
    let mut text = String::new();
    let middle = scale.place(1.0);
    for doubling in -i32::from(scale.doublings)..=i32::from(scale.doublings) {
        let factor = 2_f64.powi(doubling);
        let label = factor.to_string();
        let column = scale.place(factor).min(scale.room.saturating_sub(label.len()));
        let is_apart = text.is_empty() || column > text.len();
        if is_apart && (doubling >= 0 || column + label.len() < middle) {
            text.push_str(&" ".repeat(column.saturating_sub(text.len())));
            text.push_str(&label);
        }
    }
    Line::of(format!("{}{text}", " ".repeat(names + 2)), Tone::Muted)
}

fn line(writer: &mut Writer<'_>, (name, names): (&str, usize), it: Measure, scale: Scale) {
    let signs = writer.reader.signs;
    let room = scale.room;
    let name = words::fitted(name, names, signs.more);
    let gap = names.saturating_sub(words::width(&name)) + 2;
    let mut line = Line::of(format!("{name}{}", " ".repeat(gap)), Tone::Text);
    if it.is_enough() {
        let [low, middle, high] = [it.low, it.factor, it.high].map(|it| scale.place(it));
        for column in 0..room {
            let (sign, tone) = match column {
                _ if column == middle => (signs.point, Tone::Accent),
                _ if column == low => (signs.span_start, Tone::Text),
                _ if column == high => (signs.span_end, Tone::Text),
                _ if (low..high).contains(&column) => (signs.span, Tone::Text),
                _ if column == scale.place(1.0) => (signs.guide, Tone::Muted),
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

impl Scale {
    /// The column of a pace; what is out of reach stands at an end.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "columns are small numbers"
    )]
    fn place(self, factor: f64) -> usize {
        let reach = f64::from(self.doublings) + BEYOND;
        let share = (factor.log2().clamp(-reach, reach) + reach) / (2.0 * reach);
        (share * self.room.saturating_sub(1) as f64).round() as usize
    }
}
