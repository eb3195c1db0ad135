//! What is said of the plan as a whole.

use ratatui::{layout::Rect, text::Line};

use super::super::brush::Brush;
use crate::{
    app::App,
    keys::{Action, Screen, Trying},
    page,
    planner::{self, NoFinish, Plan},
    progress::Depth,
    words,
};

/// The least lines of the body in which the path is drawn above all else.
const ROOMY: u16 = 26;
/// The least lines of the body in which remarks have room.
const REMARKS: u16 = 9;

/// How much there is, when it is done, what that rests on, and what is tried.
pub(super) fn lines(app: &App, plan: &Plan, brush: Brush<'_>, area: Rect) -> Vec<Line<'static>> {
    let room = usize::from(area.width);
    let fit = |forms: &[String]| fitting(forms, room, brush.signs.more);
    let mut lines = Vec::new();
    if area.height >= ROOMY && !plan.steps.is_empty() {
        let reader = app.reader(room);
        let path = reader.and_then(|it| page::path_line(it, plan));
        lines.extend(path.map(|it| Line::from(brush.owned_line(it))));
    }
    if !plan.steps.is_empty() {
        lines.push(Line::styled(fit(&amount(app, plan)), brush.theme.strong()));
        lines.push(Line::raw(fit(&finish(app, plan))));
    }
    let remarks = if area.height < REMARKS { Vec::new() } else { remarks(app, plan) };
    if !remarks.is_empty() {
        lines.push(Line::styled(fit(&remarks), brush.theme.muted()));
    }
    if let (Some(_), Some(kept)) = (&app.planning.trial, &app.plan) {
        let difference = words::difference(&app.progress, kept, plan).unwrap_or_else(|| {
            let is_hidden = app.progress.hides_dates();
            if is_hidden { "as many hours to go" } else { "the same end and hours" }.to_owned()
        });
        let (keep, drop) =
            (app.world.keymap.named(Action::KeepTrial), app.world.keymap.named(Action::DropTrial));
        let with_keys = format!("Tried: {difference}. {keep} keeps it, {drop} drops it.");
        let forms = vec![with_keys, format!("Tried: {difference}"), difference];
        lines.push(Line::styled(fit(&forms), brush.theme.accent()));
    }
    lines
}

/// The first that fits; of the last, what does.
fn fitting(forms: &[String], room: usize, more: &str) -> String {
    let fits = forms.iter().find(|it| words::width(it) <= room);
    fits.cloned().unwrap_or_else(|| words::fitted(forms.last().map_or("", |it| it), room, more))
}

fn amount(app: &App, plan: &Plan) -> Vec<String> {
    let week: u32 = planner::hours_of_week(app.shown_learner().progress).values().sum();
    let week = match week {
        0 => "no hours a week".to_owned(),
        _ => format!("{} a week", words::minutes(week)),
    };
    let left = words::amount_left(plan);
    let skills = words::count(plan.stages.len(), "stage", "stages");
    let depth = format!("depth: {}", plan.goal.map_or("", |goal| goal.depth.word()));
    vec![
        format!("{week}  ·  {depth}  ·  {skills}  ·  {left}"),
        format!("{week} · {skills} · {left}"),
        format!("{week} · {left}"),
        left,
    ]
}

fn finish(app: &App, plan: &Plan) -> Vec<String> {
    if let Some(ready) = words::ready(&app.progress, plan) {
        return vec![format!("{}   {}", ready.around, ready.range), ready.around, ready.short];
    }
    match plan.finish {
        Ok(_) => {
            vec![format!(
                "Dates are hidden; {} shows them.",
                app.world.keymap.named(Action::HideDates)
            )]
        }
        Err(NoFinish::NoHours) => {
            let key = app.world.keymap.named(Action::Try(Trying::MoreHours));
            let why = words::no_finish(NoFinish::NoHours);
            vec![format!("{why}: press {key} to add some."), format!("No hours: {key} adds some.")]
        }
        Err(reason) => vec![format!("{}.", words::no_finish(reason))],
    }
}

/// What the figures rest on, and how they compare with the plan kept.
fn remarks(app: &App, plan: &Plan) -> Vec<String> {
    let slip = plan.slip.filter(|_| !app.progress.hides_dates());
    let has_steps = !plan.steps.is_empty();
    let parts: Vec<String> = [
        slip.map(words::slip),
        words::hours_assumed(plan).map(str::to_owned),
        words::review_minutes(plan),
        has_steps.then(|| words::pace(plan)),
    ]
    .into_iter()
    .flatten()
    .collect();
    // As many as there is room for, what matters most first.
    let forms = (1..=parts.len()).rev().filter_map(|count| parts.get(..count));
    forms.map(|parts| words::capitalised(&parts.join("; "))).collect()
}

/// What a plan without skills says.
pub(super) fn invitation(app: &App, plan: &Plan) -> String {
    let is_all = plan.goal.is_some_and(|goal| goal.depth == Depth::Everything);
    let roles = app.world.keymap.named(Action::GoTo(Screen::Roles));
    match plan.goal {
        None => format!(
            "Here your skills will stand in the order in which to learn them, each with its weeks. All it needs is a role to aim for: press {roles} for the roles, and {} makes one your goal.",
            app.world.keymap.named(Action::MakeGoal)
        ),
        Some(_) if app.planning.trial.is_some() => format!(
            "Nothing is left to learn that way. {} keeps it, {} goes back to your plan.",
            app.world.keymap.named(Action::KeepTrial),
            app.world.keymap.named(Action::DropTrial)
        ),
        Some(_) if is_all => format!(
            "All of it is done. Well done! The next rung may be near: press {roles} for the roles."
        ),
        Some(_) => format!(
            "All of it is done. Well done! Press {} to go deeper, or {roles} for the roles.",
            app.world.keymap.named(Action::Try(Trying::Depth))
        ),
    }
}
