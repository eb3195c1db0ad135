//! What is said of the plan as a whole.

use ratatui::{layout::Rect, text::Line};

use super::super::Brush;
use crate::{
    app::App,
    planner::{self, NoFinish, Plan, Spread},
    progress::Depth,
    words,
};

/// The least lines of the body in which remarks have room.
const REMARKS: u16 = 9;

/// How much there is, when it is done, what that rests on, and what is tried.
pub(super) fn lines(app: &App, plan: &Plan, brush: Brush<'_>, area: Rect) -> Vec<Line<'static>> {
    let room = usize::from(area.width);
    let fit = |forms: &[String]| fitting(forms, room, brush.signs.more);
    let mut lines = Vec::new();
    if !plan.steps.is_empty() {
        lines.push(Line::styled(fit(&amount(app, plan)), brush.theme.strong()));
        lines.push(Line::raw(fit(&finish(app, plan))));
    }
    let remarks = if area.height < REMARKS { Vec::new() } else { remarks(app, plan) };
    if !remarks.is_empty() {
        lines.push(Line::styled(fit(&remarks), brush.theme.muted()));
    }
    if let (Some(_), Some(kept)) = (&app.planning.trial, &app.plan) {
        let difference = difference(app, kept, plan);
        let with_keys = format!("Tried: {difference}. Enter keeps it, Esc drops it.");
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
    let week: u32 = planner::hours_of_week(app.shown_progress()).values().sum();
    let week = match week {
        0 => "no hours a week".to_owned(),
        _ => format!("{} a week", words::minutes(week)),
    };
    let Spread { low, likely, high } = plan.minutes_left.map(|it| it.div_ceil(60));
    let left = format!("{likely} h to go ({low}–{high})");
    let skills = words::count(plan.steps.len(), "skill", "skills");
    let depth = format!("depth: {}", plan.goal.map_or("", |goal| goal.depth.word()));
    vec![
        format!("{week}  ·  {depth}  ·  {skills}  ·  {left}"),
        format!("{week} · {skills} · {left}"),
        format!("{week} · {left}"),
        format!("{week} · {low}–{high} h"),
    ]
}

fn finish(app: &App, plan: &Plan) -> Vec<String> {
    match plan.finish {
        Ok(_) if app.progress.hides_dates => vec!["Dates are hidden; H shows them.".to_owned()],
        Ok(Spread { low, likely, high }) => {
            let likely = words::date(likely);
            let (early, late) = (words::date(low), words::date(high));
            vec![
                format!("Ready around {likely}, eight times in ten between {early} and {late}"),
                format!("Ready around {likely} ({early} – {late})"),
                format!("Ready {early} – {late}"),
            ]
        }
        Err(NoFinish::NoHours) => vec![
            "There are no hours on any day of the week: press + to add some.".to_owned(),
            "No hours in the week: + adds some.".to_owned(),
        ],
        Err(reason) => vec![format!("{}.", reason.words())],
    }
}

/// What the figures rest on, and how they compare with the baseline.
fn remarks(app: &App, plan: &Plan) -> Vec<String> {
    let has_steps = !plan.steps.is_empty();
    let mut long = Vec::new();
    let mut short = Vec::new();
    if let Some(days) = plan.slip.filter(|_| !app.progress.hides_dates) {
        let slip = match days {
            0 => "as in your baseline".to_owned(),
            _ => format!("{} than your baseline", shift(days)),
        };
        long.push(slip.clone());
        short.push(slip);
    }
    if has_steps && plan.hours_are_assumed {
        long.push("hours assumed: one from Monday to Friday each".to_owned());
        short.push("hours assumed".to_owned());
    }
    if has_steps && !plan.pace.is_measured() {
        long.push("not enough data yet on your own pace".to_owned());
        short.push("pace not known yet".to_owned());
    }
    if has_steps && !plan.is_exact {
        long.push("other choices may take fewer hours".to_owned());
        short.push("approximate".to_owned());
    }
    if long.is_empty() {
        return Vec::new();
    }
    let all = [long.join("; "), short.join("; "), short.swap_remove(0)];
    all.iter().map(|it| words::capitalised(it)).collect()
}

/// What a trial changes, in days and hours.
fn difference(app: &App, kept: &Plan, tried: &Plan) -> String {
    let mut parts = Vec::new();
    match (kept.finish, tried.finish) {
        _ if app.progress.hides_dates => (),
        (Ok(kept), Ok(tried)) => {
            let days = words::days_between(kept.likely, tried.likely);
            parts.extend((days != 0).then(|| shift(days)));
        }
        (Ok(_), Err(NoFinish::Done)) => parts.push("nothing left to learn".to_owned()),
        (Ok(_), Err(_)) => parts.push("no finish any more".to_owned()),
        (Err(_), Ok(tried)) => parts.push(format!("ready around {}", words::date(tried.likely))),
        (Err(_), Err(_)) => (),
    }
    let (before, after) = (kept.minutes_left.likely, tried.minutes_left.likely);
    let minutes = before.abs_diff(after);
    let amount = match minutes {
        0..60 => words::minutes(minutes),
        _ => format!("{} h", minutes.saturating_add(30) / 60),
    };
    if minutes > 0 {
        parts.push(format!("{amount} {}", if after < before { "less" } else { "more" }));
    }
    if !parts.is_empty() {
        return parts.join(", ");
    }
    let same =
        if app.progress.hides_dates { "as many hours to go" } else { "the same end and hours" };
    same.to_owned()
}

fn shift(days: i32) -> String {
    let number = usize::try_from(days.unsigned_abs()).unwrap_or(0);
    let days_in_words = words::count(number, "day", "days");
    format!("{days_in_words} {}", if days < 0 { "earlier" } else { "later" })
}

/// What a plan without skills says.
pub(super) fn invitation(app: &App, plan: &Plan) -> &'static str {
    let is_all = plan.goal.is_some_and(|goal| goal.depth == Depth::Everything);
    match plan.goal {
        None => {
            "Here your skills will stand in the order in which to learn them, each with its weeks. All it needs is a role to aim for: press 2 for the roles, and m makes one your goal."
        }
        Some(_) if app.planning.trial.is_some() => {
            "Nothing is left to learn that way. Enter keeps it, Esc goes back to your plan."
        }
        Some(_) if is_all => {
            "All of it is done. Well done! The next rung may be near: press 2 for the roles."
        }
        Some(_) => "All of it is done. Well done! Press d to go deeper, or 2 for the roles.",
    }
}
