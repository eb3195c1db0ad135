//! When: first the end of this stage, then the day from which one can apply, drawn as a
//! small hill over the months; and what that rests on.

use jiff::civil::Date;

use super::{
    super::{Line, Reader, Tone, calendar, writer::Writer},
    is_short,
};
use crate::{
    planner::{NoFinish, Plan, Spread},
    words,
};

/// The standard deviations between the middle and an end of a range that holds eight of ten.
const TENTH: f64 = 1.281_552;
/// The least columns in which a hill can be drawn.
const LEAST: usize = 30;
/// How high a cell can be.
const LEVELS: usize = 8;

/// When the stage is over and one can apply.
pub(super) fn write(writer: &mut Writer<'_>, plan: &Plan) {
    let progress = writer.reader.learner.progress;
    if let (true, Some(ready)) = (is_short(writer.reader), words::ready(progress, plan)) {
        writer.heading_with("When", words::amount_left(plan));
        return writer.paragraph(format!("{}   {}", ready.around, ready.range), Tone::Strong);
    }
    writer.heading("When");
    if plan.steps.is_empty() && plan.finish == Err(NoFinish::Done) {
        return writer.paragraph("All of it is done. Well done!", Tone::Strong);
    }
    stage(writer, plan);
    match (words::ready(progress, plan), plan.finish) {
        (Some(ready), _) => {
            writer.paragraph(ready.around, Tone::Strong);
            writer.paragraph(ready.range, Tone::Text);
            if let Ok(spread) = plan.apply {
                hill(writer, spread);
            }
            ready.all.into_iter().for_each(|it| writer.paragraph(it, Tone::Muted));
        }
        (None, Err(reason)) => {
            writer.paragraph(sentence(words::no_finish(reason)), Tone::Strong);
        }
        (None, Ok(_)) => (),
    }
    writer.paragraph(format!("About {}.", words::amount_left(plan)), Tone::Text);
    if let Some(days) = plan.slip.filter(|_| !progress.hides_dates()) {
        writer.paragraph(sentence(&words::slip(days)), Tone::Text);
    }
    if let Some(remark) = words::hours_assumed(plan) {
        writer.paragraph(sentence(remark), Tone::Muted);
    }
    if let Some(kept) = words::review_minutes(plan) {
        writer.paragraph(sentence(&kept), Tone::Muted);
    }
    writer.paragraph(sentence(&words::pace(plan)), Tone::Muted);
}

pub(super) fn sentence(text: &str) -> String {
    format!("{}.", words::capitalised(text))
}

/// The end of the stage that is under way: `Little server: built around 8 Mar 2027`.
fn stage(writer: &mut Writer<'_>, plan: &Plan) {
    let Reader { learner, .. } = writer.reader;
    let Some(now) = plan.current_stage() else { return };
    let finish = now.finish.filter(|_| !learner.progress.hides_dates() && plan.stages.len() > 1);
    if let Some(Spread { low, likely, high }) = finish {
        let name = words::stage_name(learner.catalog, now.kind);
        let around = words::when(plan.from, likely);
        let range = words::when_between(plan.from, low, high);
        let text = format!("This stage, {name}: done around {around} ({range})");
        writer.paragraph(text, Tone::Text);
        writer.gap();
    }
}

/// The months around the day, each as high as it is likely that it holds that day.
fn hill(writer: &mut Writer<'_>, spread: Spread<Date>) {
    let columns = writer.columns;
    let Spread { low, likely, high } = spread;
    let whole = f64::from(words::days_between(low, high));
    if columns < LEAST || whole < 14.0 {
        return;
    }
    let signs = writer.reader.signs;
    let day = |date: Date| f64::from(words::days_between(low, date));
    let (from, span) = (-0.35 * whole, 1.7 * whole);
    let middle = day(likely);
    let mut line = Line::default();
    for column in 0..columns {
        let at = from + span * (number(column) + 0.5) / number(columns);
        let side = if at < middle { middle } else { whole - middle };
        let sigma = (side / TENTH).max(1.0);
        let height = (-0.5 * ((at - middle) / sigma).powi(2)).exp();
        let is_inside = (0.0..=whole).contains(&at);
        let tone = if is_inside { Tone::Accent } else { Tone::Muted };
        line.push(level(height, &signs.levels), tone);
    }
    writer.line(line);
    writer.line(Line::of(calendar::months((low, from, span), columns), Tone::Muted));
}

fn level(height: f64, levels: &[&'static str; LEVELS]) -> &'static str {
    let steps = levels.iter().enumerate().rev();
    let reached = |at: usize| height >= (number(at) + 0.3) / number(LEVELS);
    steps.into_iter().find(|(at, _)| reached(*at)).map_or(" ", |(_, sign)| sign)
}

/// A column as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "a column is a small number")]
fn number(it: usize) -> f64 {
    it as f64
}
