//! The plan as plain text.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::{
    catalog::Rhythm,
    planner::{self, Drop, Plan, Stage, StageKind, Step},
    progress::{Facts, Goal, Item, Learner},
    words::{self, Signs},
};

/// The skills in order, when, and when all is done.
pub fn plan(learner: Learner<'_>, plan: &Plan, signs: &Signs) -> String {
    let mut lines = plan.goal.map(|goal| head(learner, plan, goal)).unwrap_or_default();
    if !plan.steps.is_empty() {
        lines.push(String::new());
    }
    let mut number = 0;
    for (at, stage) in plan.stages.iter().enumerate() {
        lines.push(format!("{}. {}", at + 1, self::stage(learner, stage)));
        for step in plan.steps.iter().filter(|it| it.stage == at) {
            let pin = if step.is_pinned { signs.goal } else { " " };
            // Numbered are those that have a place of their own.
            let place = if step.is_in_line() {
                number += 1;
                number.to_string()
            } else {
                String::new()
            };
            lines.push(format!("{place:>3} {pin} {}", line(learner, step)));
        }
        lines.push(String::new());
    }
    text(&lines)
}

/// What the learner has said about how they want to learn.
pub fn settings(learner: Learner<'_>) -> String {
    let catalog = learner.catalog;
    // What was done about skills and routes, and written, is said elsewhere.
    let Facts {
        goal,
        region,
        picks,
        hours: _,
        start,
        breaks,
        pins,
        baseline,
        experience,
        hides_dates,
        hides_looks,
        review_share: _,
        timers: _,
        skills: _,
        projects: _,
        routes: _,
        notes: _,
        reviews: _,
    } = learner.progress.facts();
    let name = |id| catalog.skill(id).id.to_string();
    let breaks = breaks.iter().map(|(from, to)| words::dates(*from, *to));
    let goal = goal.map(|it| format!("{}, {}", catalog.role(it.role).name, it.depth.word()));
    let region = region.map(|id| catalog.region(id).name.to_string());
    let kept = baseline.values().max().map(|end| format!("ends {}", words::date(*end)));
    let or = |text: Option<String>, none: &str| text.unwrap_or(none.to_owned());
    text(&[
        format!("Goal    {}", or(goal, "none yet")),
        format!("Region  {}", or(region, "not said")),
        format!("Hours   {}", hours(learner)),
        format!("Start   {}", or(start.map(words::date), "at once")),
        format!("Breaks  {}", listed(&breaks.collect::<Vec<_>>())),
        format!("Picks   {}", listed(&picks.iter().map(|id| name(*id)).collect::<Vec<_>>())),
        format!(
            "Pinned  {}",
            listed(&pins.keys().map(|id| catalog.climb_name(*id)).collect::<Vec<_>>())
        ),
        format!("Worked  {}", or(experience.map(words::months), "not said")),
        format!("Kept    {}", or(kept, "no plan")),
        format!("Dates   {}", if *hides_dates { "hidden" } else { "shown" }),
        format!("Looks   {}", if *hides_looks { "hidden" } else { "shown" }),
        format!("Reviews {} % of the week at most", learner.progress.review_share()),
    ])
}

fn listed(words: &[String]) -> String {
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

fn head(learner: Learner<'_>, plan: &Plan, goal: Goal) -> Vec<String> {
    let role = &learner.catalog.role(goal.role).name;
    let mut lines = vec![
        format!("Goal   {role}, {}", goal.depth.word()),
        format!("Left   {}", words::amount_left(plan)),
        format!("Ready  {}{}", ready(learner, plan), kept(plan)),
        format!("Hours  {}", hours(learner)),
    ];
    let slip = plan.slip.filter(|_| !learner.progress.hides_dates());
    let remarks = [Some(words::pace(plan)), slip.map(words::slip)];
    lines.extend(
        remarks.into_iter().flatten().map(|it| format!("       {}", words::capitalised(&it))),
    );
    lines
}

fn text(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line, "\n"]).collect()
}

/// The next steps, with their reasons.
pub fn next(learner: Learner<'_>, plan: &Plan, count: usize) -> String {
    if plan.steps.is_empty() {
        let reason = plan.finish.err().map_or("Nothing is left to learn", words::no_finish);
        return format!("{reason}.\n");
    }
    let lines = plan.next(count).into_iter().map(|step| {
        let reason = words::reason(learner.catalog, step.item, &step.reason);
        format!("{}\n    {reason}", line(learner, step))
    });
    text(&lines.collect::<Vec<_>>())
}

/// What could be done to be able to apply by a date.
pub fn drop(learner: Learner<'_>, drop: &Drop, by: Date) -> String {
    let mut lines = vec![format!("To be able to apply by {}:", words::date(by))];
    lines.extend(words::ready_by(drop));
    let dropped = drop.skills.iter().map(|(id, minutes)| {
        let skill = learner.catalog.skill(*id);
        format!("{:<30} {:>7}  {}", skill.id, words::hours_left(*minutes), skill.name)
    });
    lines.extend(dropped);
    text(&lines)
}

/// A stage in a line: its name, how long it takes, and when it is.
pub fn stage(learner: Learner<'_>, stage: &Stage) -> String {
    let mut line = words::stage_name(learner.catalog, stage.kind);
    if stage.minutes > 0 {
        // To write into a text cannot fail.
        let _ = write!(line, ", {}", words::hours_left(stage.minutes));
    }
    let finish = stage.finish.filter(|_| !learner.progress.hides_dates());
    if let Some(finish) = finish.map(|it| it.likely) {
        let when = match (stage.kind, stage.start) {
            (StageKind::Apply(_) | StageKind::Wider, Some(start)) => words::dates(start, finish),
            _ => format!("until {}", words::date(finish)),
        };
        let _ = write!(line, ", {when}");
    }
    line
}

fn line(learner: Learner<'_>, step: &Step) -> String {
    let (id, name) = match step.item {
        Item::Climb(id) => (learner.catalog.climb_name(id), &learner.catalog.climbed(id).name),
        Item::Project(id) => {
            let project = learner.catalog.project(id);
            (format!("project {}", project.id), &project.name)
        }
    };
    let left = match step.rhythm {
        Rhythm::Job => "job".to_owned(),
        _ => words::hours_left(step.minutes),
    };
    let mut line = format!("{id:<40} {left:>7}");
    if let (Some(start), Some(finish), false) =
        (step.start, step.finish, learner.progress.hides_dates())
    {
        let _ = write!(line, "  {:<24}", words::dates(start, finish));
    }
    format!("{line}  {name}")
}

pub(super) fn ready(learner: Learner<'_>, plan: &Plan) -> String {
    match (words::ready(learner.progress, plan), plan.finish) {
        (Some(ready), _) => {
            let all = ready.all.map(|it| format!("\n       {it}")).unwrap_or_default();
            format!("{}   {}{all}", ready.around, ready.range)
        }
        (None, Err(reason)) => words::no_finish(reason).to_owned(),
        (None, Ok(_)) => "dates are hidden; show them with: rungs set dates shown".to_owned(),
    }
}

/// What is kept for reviews, below the rest.
fn kept(plan: &Plan) -> String {
    words::review_minutes(plan).map(|it| format!("\n       {it}")).unwrap_or_default()
}

fn hours(learner: Learner<'_>) -> String {
    let week = planner::hours_of_week(learner.progress);
    let all = words::minutes(week.values().sum());
    let said = format!("{all} a week: {}", words::week(&week));
    if learner.progress.hours().is_empty() {
        format!("{said}, assumed; say yours with: rungs set hours 8h")
    } else {
        said
    }
}
