//! The plan as plain text.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::{
    planner::{self, Drop, Plan, Step},
    progress::{Facts, Goal, Learner},
    words::{self, Signs},
};

/// The skills in order, when, and when all is done.
pub fn plan(learner: Learner<'_>, plan: &Plan, signs: &Signs) -> String {
    let mut lines = plan.goal.map(|goal| head(learner, plan, goal)).unwrap_or_default();
    if !plan.steps.is_empty() {
        lines.push(String::new());
    }
    for (number, step) in plan.steps.iter().enumerate() {
        let pin = if step.is_pinned { signs.goal } else { " " };
        lines.push(format!("{:>3} {pin} {}", number + 1, line(learner, step)));
    }
    text(&lines)
}

/// What the learner has said about how they want to learn.
pub fn settings(learner: Learner<'_>) -> String {
    let catalog = learner.catalog;
    // What was done about skills and routes is said elsewhere.
    let Facts {
        goal,
        region,
        picks,
        hours: _,
        start,
        breaks,
        pins,
        baseline,
        hides_dates,
        skills: _,
        routes: _,
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
        format!("Pinned  {}", listed(&pins.keys().map(|id| name(*id)).collect::<Vec<_>>())),
        format!("Kept    {}", or(kept, "no plan")),
        format!("Dates   {}", if *hides_dates { "hidden" } else { "shown" }),
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
        format!("Ready  {}", ready(learner, plan)),
        format!("Hours  {}", hours(learner)),
    ];
    let slip = plan.slip.filter(|_| !learner.progress.hides_dates());
    let remarks = [Some(words::pace(plan)), slip.map(words::slip)];
    let remarks = remarks.into_iter().flatten().chain(words::approximate(plan).map(str::to_owned));
    lines.extend(remarks.map(|it| format!("       {}", words::capitalised(&it))));
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
        let reason = words::reason(learner.catalog, step.skill, &step.reason);
        format!("{}\n    {reason}", line(learner, step))
    });
    text(&lines.collect::<Vec<_>>())
}

/// What to leave out to be ready by a date.
pub fn drop(learner: Learner<'_>, drop: &Drop, by: Date) -> String {
    if drop.skills.is_empty() && drop.minutes_over == 0 {
        return format!("Nothing has to be left out to be ready by {}.\n", words::date(by));
    }
    let dropped = drop.skills.iter().map(|(id, minutes)| {
        let skill = learner.catalog.skill(*id);
        format!("{:<30} {:>7}  {}", skill.id, words::hours_left(*minutes), skill.name)
    });
    let mut lines: Vec<String> = dropped.collect();
    lines.push(match drop.minutes_over {
        0 => format!("Without these you would be ready by {}.", words::date(by)),
        over => format!(
            "What is essential takes {} more than there is time for until {}.",
            words::hours_left(over),
            words::date(by)
        ),
    });
    text(&lines)
}

fn line(learner: Learner<'_>, step: &Step) -> String {
    let skill = learner.catalog.skill(step.skill);
    let mut line = format!("{:<30} {:>7}", skill.id, words::hours_left(step.minutes));
    if let (Some(start), Some(finish), false) =
        (step.start, step.finish, learner.progress.hides_dates())
    {
        // To write into a text cannot fail.
        let _ = write!(line, "  {:<24}", words::dates(start, finish));
    }
    format!("{line}  {}", skill.name)
}

pub(super) fn ready(learner: Learner<'_>, plan: &Plan) -> String {
    match (words::ready(learner.progress, plan), plan.finish) {
        (Some(ready), _) => {
            format!("{}   {}", ready.around.replacen("Ready ", "", 1), ready.range)
        }
        (None, Err(reason)) => words::no_finish(reason).to_owned(),
        (None, Ok(_)) => "dates are hidden; show them with: rungs set dates shown".to_owned(),
    }
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
