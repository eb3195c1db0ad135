//! The dates ahead: milestones of the routes that are followed, and what will be built.

use jiff::civil::Date;

use super::{
    super::{Reader, Target, Tone, writer::Writer},
    is_short,
};
use crate::{
    planner::{self, Plan, StageKind},
    progress::Learner,
    words,
};

/// How many dates ahead are shown.
const AHEAD: usize = 5;
/// How many dates that are over.
const OVER: usize = 2;
/// The columns of a date.
const DATE: usize = 14;

/// Something with a date.
#[derive(Clone, Debug)]
pub struct Dated {
    /// When it is due, or likely.
    pub date: Date,
    /// What it is.
    pub text: String,
    /// What it leads to, if it leads anywhere.
    pub target: Option<Target>,
}

/// All that has a date and is still open, the earliest first.
pub fn dates_ahead(learner: Learner<'_>, plan: &Plan) -> Vec<Dated> {
    let mut dates = milestones(learner);
    if !learner.progress.hides_dates() {
        dates.extend(stages(learner, plan));
    }
    dates.sort_by_key(|it| it.date);
    dates
}

/// What lies ahead; first what is over and still open, but not all of it.
pub(super) fn write(writer: &mut Writer<'_>, plan: &Plan) {
    let today = writer.reader.today;
    let dates = dates_ahead(writer.reader.learner, plan);
    let (over, ahead): (Vec<Dated>, Vec<Dated>) = dates.into_iter().partition(|it| it.date < today);
    if over.is_empty() && ahead.is_empty() {
        return;
    }
    writer.heading("Ahead");
    let is_short = is_short(writer.reader);
    let (most_over, most) = if is_short { (1, 2) } else { (OVER, AHEAD) };
    let more = over.len().saturating_sub(most_over);
    let over = over.into_iter().skip(more);
    for it in over.chain(ahead).take(most) {
        dated(writer, it);
    }
    if more > 0 && !is_short {
        let text = words::count(more, "earlier milestone is", "earlier milestones are");
        writer.paragraph(format!("{text} open as well."), Tone::Muted);
    }
}

fn milestones(learner: Learner<'_>) -> Vec<Dated> {
    let catalog = learner.catalog;
    let dated = |it: planner::Ahead<'_>| {
        let route = catalog.route(it.route);
        let found = route.milestones().find(|(_, other)| other.id == it.milestone.id);
        Dated {
            date: it.date,
            text: format!("{}: {}", route.name, it.milestone.title),
            target: found.map(|(id, _)| Target::Milestone(it.route, id)),
        }
    };
    planner::ahead(learner).into_iter().map(dated).collect()
}

fn stages(learner: Learner<'_>, plan: &Plan) -> Vec<Dated> {
    let dated = |stage: &planner::Stage| {
        let name = words::stage_name(learner.catalog, stage.kind);
        let date = stage.finish.map(|it| it.likely)?;
        match stage.kind {
            StageKind::Project(id) => Some(Dated {
                date,
                text: format!("Built: {name}"),
                target: Some(Target::Project(id)),
            }),
            StageKind::Apply(_) => {
                Some(Dated { date: stage.start.unwrap_or(date), text: name, target: None })
            }
            StageKind::Post(..) | StageKind::Study(_) | StageKind::Wider => None,
        }
    };
    plan.stages.iter().filter_map(dated).collect()
}

fn dated(writer: &mut Writer<'_>, it: Dated) {
    let Reader { today, signs, .. } = writer.reader;
    let is_over = it.date < today;
    let mark = if is_over { signs.late } else { " " };
    let lead = format!("{mark} {:<DATE$}", said(today, it.date));
    let tone = if is_over { Tone::Strong } else { Tone::Muted };
    let room = writer.columns.saturating_sub(words::width(&lead));
    let text =
        if is_short(writer.reader) { words::fitted(&it.text, room, signs.more) } else { it.text };
    let write = |writer: &mut Writer<'_>| writer.hanging(lead, tone, text, Tone::Text);
    match it.target {
        Some(target) => writer.item(target, write),
        None => write(writer),
    }
}

/// When it is: near days by their number, far ones by their month.
fn said(today: Date, date: Date) -> String {
    match words::days_between(today, date) {
        days if days < -14 => format!("{} ago", words::days(days)),
        days if days > 14 => words::when(today, date),
        _ => words::date_from(today, date),
    }
}
