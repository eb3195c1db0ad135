//! The page of today: the path, what to do now, this week, when one can apply, and
//! what lies ahead; in as many columns as there is room for.

mod ahead;
mod doing;
mod line;
mod outlook;
mod since;
mod week;

pub use self::ahead::{Dated, dates_ahead};
use super::{COLUMN, Line, Page, Reader, Target, Tone, bar, progress, writer::Writer};
use crate::{
    keys::{Action, Screen},
    planner::{self, Plan},
    progress::{Day, Goal, State},
    words,
};

/// The least columns for two parts side by side.
const TWO: usize = 96;
/// The least columns for three.
const THREE: usize = 150;
/// Below so many columns things stand below each other that else stand side by side.
const NARROW: usize = 60;
/// Below so many lines everything is said in one.
const SHORT: usize = 30;
/// The most columns of a part.
const BROADEST: usize = 72;

pub(super) fn page(reader: Reader<'_>) -> Page<'_> {
    let Some(goal) = reader.learner.progress.goal() else { return invitation(reader) };
    let mut writer = Writer::part(reader, reader.columns);
    let role = &reader.learner.catalog.role(goal.role).name;
    writer.heading_with(format!("Your path to {role}"), format!("depth: {}", goal.depth.word()));
    let Some(plan) = reader.plan else {
        standing(&mut writer, goal);
        return writer.finish();
    };
    line::write(&mut writer, plan);
    writer.gap();
    match writer.columns {
        THREE.. => writer.in_columns(
            plan,
            BROADEST,
            &[&[doing, building], &[back, week, outlook], &[ahead, since, lately]],
        ),
        TWO.. => writer.in_columns(
            plan,
            BROADEST,
            &[&[doing, building, ahead, since], &[back, week, outlook, lately]],
        ),
        _ if is_short(reader) => {
            for write in [back, doing, week, outlook, ahead, since] {
                write(&mut writer, plan);
            }
        }
        _ => [back, doing, building, week, outlook, since, ahead, lately]
            .into_iter()
            .for_each(|write| write(&mut writer, plan)),
    }
    writer.finish()
}

/// Whether everything has to be said in one line.
fn is_short(reader: Reader<'_>) -> bool {
    reader.lines < SHORT && reader.columns < TWO
}

fn doing(writer: &mut Writer<'_>, plan: &Plan) {
    doing::now(writer, plan);
}

fn building(writer: &mut Writer<'_>, plan: &Plan) {
    doing::project(writer, plan);
}

fn week(writer: &mut Writer<'_>, _: &Plan) {
    week::write(writer);
}

fn outlook(writer: &mut Writer<'_>, plan: &Plan) {
    outlook::write(writer, plan);
}

fn ahead(writer: &mut Writer<'_>, plan: &Plan) {
    ahead::write(writer, plan);
}

/// After an absence, what it has changed comes before all the rest.
fn back(writer: &mut Writer<'_>, plan: &Plan) {
    if since::is_back(writer.reader) {
        since::moved(writer, plan);
        writer.gap();
    }
}

fn since(writer: &mut Writer<'_>, plan: &Plan) {
    if !since::is_back(writer.reader) {
        since::moved(writer, plan);
    }
    let is_new = Day::of(writer.reader.today) <= Day::Wed;
    if is_new && !is_short(writer.reader) {
        progress::look_back(writer);
    }
}

fn lately(writer: &mut Writer<'_>, _: &Plan) {
    since::lately(writer);
}

/// The path as a line of stations alone.
pub(super) fn path_line(reader: Reader<'_>, plan: &Plan) -> Option<Line<'static>> {
    line::alone(reader, plan)
}

/// What a learner without a goal sees.
fn invitation(reader: Reader<'_>) -> Page<'_> {
    let mut writer = Writer::part(reader, reader.columns.min(COLUMN));
    writer.heading("Welcome");
    let text = "Here you will see each day where you stand, what to do next and when you will be ready. All it needs is a role to aim for.";
    writer.paragraph(text, Tone::Text);
    writer.gap();
    writer.item(Target::Welcome, |writer| {
        let lead = format!("{} ", writer.reader.signs.leads_to);
        writer.hanging(lead, Tone::Accent, "Answer a few short questions", Tone::Strong);
    });
    writer.gap();
    let [roles, skills, routes] = [Screen::Roles, Screen::Skills, Screen::Routes]
        .map(|screen| reader.keymap.named(Action::GoTo(screen)));
    let text = format!(
        "Or look around first: {roles} shows the roles, {skills} the skills, {routes} the education routes."
    );
    writer.paragraph(text, Tone::Muted);
    writer.finish()
}

/// How ready one is: a bar, and what it is made of.
fn standing(writer: &mut Writer<'_>, goal: Goal) {
    let Reader { learner, signs, .. } = writer.reader;
    let readiness = planner::readiness(learner, goal);
    let text = format!("  {}", words::percent(readiness.permille()));
    let columns = writer.columns.saturating_sub(words::width(&text));
    let mut line = bar(readiness, columns, signs);
    line.push(text, Tone::Strong);
    writer.line(line);
    let (proven, all) = (readiness.proven_permille(), readiness.permille());
    let parts = [
        (State::Proven, proven, "proven"),
        (State::Claimed, all - proven, "claimed"),
        (State::ToDo, 1000 - all, "open"),
    ];
    let is_narrow = writer.columns < NARROW;
    let mut line = Line::default();
    for (state, permille, word) in parts {
        line.push(format!("{} ", signs.state(state)), Tone::State(state));
        let share = words::percent(permille);
        let text = if is_narrow { share } else { format!("{word} {share}") };
        line.push(format!("{text}   "), Tone::Muted);
    }
    writer.line(line);
}
