//! The plan as plain text.

use jiff::civil::Date;

use crate::{
    catalog::Catalog,
    planner::{self, Drop, NoFinish, Plan, Spread, Step},
    progress::{Goal, Progress},
    words::{self, Signs},
};

/// The skills in order, when, and when all is done.
pub fn plan(catalog: &Catalog, progress: &Progress, plan: &Plan, signs: &Signs) -> String {
    let Some(goal) = plan.goal else { return no_goal() };
    let mut lines = head(catalog, progress, plan, goal);
    if !plan.steps.is_empty() {
        lines.push(String::new());
    }
    for (number, step) in plan.steps.iter().enumerate() {
        let pin = if step.is_pinned { signs.goal } else { " " };
        lines.push(format!("{:>3} {pin} {}", number + 1, line(catalog, progress, step)));
    }
    text(&lines)
}

/// What the learner has said about how they want to learn, and what comes of it.
pub fn wishes(catalog: &Catalog, progress: &Progress, plan: &Plan) -> String {
    let region = progress.region.map(|id| &*catalog.region(id).name);
    let days = planner::hours_of_week(progress);
    let days = days.iter().filter(|(_, it)| **it > 0);
    let days = days.map(|(day, it)| format!("{} {}", day.word(), words::minutes(*it)));
    let breaks = progress.breaks.iter();
    let breaks = breaks.map(|(from, to)| format!("{} to {}", words::date(*from), words::date(*to)));
    let picks = progress.picks.iter().map(|id| catalog.skill(*id).id.to_string());
    let mut lines = vec![
        format!("Region  {}", region.unwrap_or("not said")),
        format!("Hours   {}", hours(progress, plan)),
        format!("Days    {}", listed(&days.collect::<Vec<_>>())),
        format!("Start   {}", progress.start.map_or("at once".to_owned(), words::date)),
        format!("Breaks  {}", listed(&breaks.collect::<Vec<_>>())),
        format!("Picks   {}", listed(&picks.collect::<Vec<_>>())),
    ];
    if let Some(goal) = plan.goal {
        lines.push(format!("Rung   {}", goal.depth.word()));
        lines.push(format!("Left    likely {} h of study", plan.minutes_left.likely.div_ceil(60)));
    }
    lines.push(format!("Ready   {}", ready(progress, plan)));
    text(&lines)
}

fn listed(words: &[String]) -> String {
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

fn head(catalog: &Catalog, progress: &Progress, plan: &Plan, goal: Goal) -> Vec<String> {
    let Spread { low, likely, high } = plan.minutes_left.map(|it| it.div_ceil(60));
    let range = words::range(low, high);
    let mut lines = vec![
        format!("Goal   {}, {}", catalog.role(goal.role).name, goal.depth.word()),
        format!("Left   likely {likely} h of study ({range})"),
        format!("Ready  {}", ready(progress, plan)),
        format!("Hours  {}", hours(progress, plan)),
        format!("Pace   {}", pace(plan)),
    ];
    if let Some(days) = plan.slip.filter(|_| !progress.hides_dates) {
        lines.push(format!("Kept   {} the plan you kept", slip(days)));
    }
    if !plan.is_exact {
        let text = "There may be picks that cost fewer hours: there are too many to try them all.";
        lines.push(text.to_owned());
    }
    lines
}

fn text(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line, "\n"]).collect()
}

/// The next steps, with their reasons.
pub fn next(catalog: &Catalog, progress: &Progress, plan: &Plan, count: usize) -> String {
    match plan.finish {
        Err(NoFinish::NoGoal) => return no_goal(),
        Err(NoFinish::Done) => return format!("{}.\n", NoFinish::Done.words()),
        _ => {}
    }
    let lines = plan.next(count).into_iter().map(|step| {
        let reason = step.reason.words(catalog, step.skill);
        format!("{}\n{:<30} {reason}", line(catalog, progress, step), "")
    });
    text(&lines.collect::<Vec<_>>())
}

/// What to leave out to be ready by a date.
pub fn drop(catalog: &Catalog, drop: &Drop, by: Date) -> String {
    if drop.skills.is_empty() && drop.minutes_over == 0 {
        return format!("Nothing has to be left out to be ready by {}.\n", words::date(by));
    }
    let dropped = drop.skills.iter().map(|(id, minutes)| {
        format!("{:<30} {:>5} h", catalog.skill(*id).id, minutes.div_ceil(60))
    });
    let mut lines: Vec<String> = dropped.collect();
    lines.push(match drop.minutes_over {
        0 => format!("Without these you would be ready by {}.", words::date(by)),
        over => format!(
            "What is essential takes {} h more than there is time for until {}.",
            over.div_ceil(60),
            words::date(by)
        ),
    });
    text(&lines)
}

fn no_goal() -> String {
    format!("{}; choose one with: rungs goal ROLE\n", NoFinish::NoGoal.words())
}

fn line(catalog: &Catalog, progress: &Progress, step: &Step) -> String {
    let id = &catalog.skill(step.skill).id;
    let hours = step.minutes.div_ceil(60);
    let dates = match (step.start, step.finish) {
        (Some(start), Some(finish)) if !progress.hides_dates => {
            format!("  {} to {}", words::date(start), words::date(finish))
        }
        _ => String::new(),
    };
    format!("{id:<30} {hours:>5} h{dates}")
}

fn ready(progress: &Progress, plan: &Plan) -> String {
    match plan.finish {
        Err(reason) => reason.words().to_owned(),
        Ok(_) if progress.hides_dates => {
            "dates are hidden; show them with: rungs set dates shown".to_owned()
        }
        Ok(Spread { low, likely, high }) => format!(
            "likely {} (between {} and {})",
            words::date(likely),
            words::date(low),
            words::date(high)
        ),
    }
}

fn hours(progress: &Progress, plan: &Plan) -> String {
    let minutes = planner::hours_of_week(progress).values().sum();
    let week = format!("{} a week", words::minutes(minutes));
    if plan.hours_are_assumed {
        format!("{week}, assumed; say yours with: rungs set hours mon=1,sat=4")
    } else {
        week
    }
}

fn pace(plan: &Plan) -> String {
    let pace = plan.pace.overall;
    if pace.is_enough() {
        return format!(
            "{:.1} times the estimates ({:.1} to {:.1})",
            pace.factor, pace.low, pace.high
        );
    }
    let text = "not enough data yet; the range is that of learners in general";
    match pace.skills_wanting() {
        0 => text.to_owned(),
        more => format!(
            "{text}\n       ({} with time logged would tell)",
            words::count(more, "more finished skill", "more finished skills")
        ),
    }
}

fn slip(days: i32) -> String {
    match days {
        0 => "as in".to_owned(),
        1.. => format!("{days} days later than"),
        _ => format!("{} days earlier than", -days),
    }
}
