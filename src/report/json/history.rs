//! What the screen of progress is drawn from.

use jiff::civil::Date;
use serde::Serialize;

use super::{catalog::Share, catalog::share};
use crate::{
    journal,
    planner::{self, Plan, Remedy, Shift},
    progress::{Item, Learner, State},
    words,
};

/// Progress over time.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct History {
    minutes: u32,
    skills_proven: usize,
    skills_claimed: usize,
    proofs: usize,
    /// The weeks with study, one after the other; a pause does not end them.
    streak_weeks: usize,
    streak_is_paused: bool,
    /// The days with study.
    days: Vec<Daily>,
    /// The last year, week by week.
    weeks: Vec<Weekly>,
    /// How ready one was at the end of each of those weeks.
    readiness: Vec<Reached>,
    last_week: Option<Look>,
    /// Against the plan that was kept.
    moved_end: Option<Slip>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Daily {
    day: Date,
    minutes: u32,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Weekly {
    /// Its Monday.
    week: Date,
    minutes: u32,
    planned_minutes: u32,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Reached {
    day: Date,
    readiness: Share,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Look {
    /// Its Monday.
    week: Date,
    minutes: u32,
    planned_minutes: u32,
    /// The days with study.
    days: usize,
    /// The proofs and points ticked.
    ticked: usize,
    /// Whether nothing was meant to be done in it, for there was a break.
    is_break: bool,
    /// One thing to try; none in a break.
    suggestion: Option<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Slip {
    kept: Date,
    end: Date,
    /// How many days later the end is; less than 0 if earlier.
    days: i32,
    causes: Vec<Cause>,
    /// The days that other hours, another pace, breaks and another order make.
    other_days: i32,
    remedies: Vec<Cure>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Cause {
    /// `due`, `added`, `early` or `gone`.
    what: &'static str,
    /// The rungs and projects, the longest first.
    items: Vec<String>,
    days: i32,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Cure {
    /// What it is: `more_hours`, `depth` or `let_go`.
    what: &'static str,
    text: String,
    /// The end with that.
    end: Date,
}

/// Progress over time.
pub fn history(learner: Learner<'_>, plan: &Plan, today: Date) -> History {
    let days = journal::days(learner);
    let weeks = journal::weeks(learner, today, 53);
    let states: Vec<State> = learner.catalog.skills().map(|(id, _)| learner.state(id)).collect();
    let count = |state| states.iter().filter(|it| **it == state).count();
    let streak = journal::streak(learner, today);
    let look = journal::look_back(learner, Some(plan), today);
    History {
        minutes: days.values().fold(0, |sum, it| sum.saturating_add(*it)),
        skills_proven: count(State::Proven),
        skills_claimed: count(State::Claimed),
        proofs: learner.progress.records().map(|(_, it)| it.ticks.len()).sum(),
        streak_weeks: streak.weeks,
        streak_is_paused: streak.is_paused,
        days: days.into_iter().map(|(day, minutes)| Daily { day, minutes }).collect(),
        readiness: reached(learner, &weeks, today),
        weeks: weeks.into_iter().map(weekly).collect(),
        last_week: look.map(|it| Look {
            week: it.week.monday,
            minutes: it.week.done,
            planned_minutes: it.week.planned,
            days: it.days,
            ticked: it.ticks,
            is_break: it.is_break,
            suggestion: it.suggestion.map(|it| words::suggestion(learner.catalog, it)),
        }),
        moved_end: slip(learner, plan, today),
    }
}

fn weekly(it: journal::Week) -> Weekly {
    Weekly { week: it.monday, minutes: it.done, planned_minutes: it.planned }
}

fn reached(learner: Learner<'_>, weeks: &[journal::Week], today: Date) -> Vec<Reached> {
    let Some(goal) = learner.progress.goal() else { return Vec::new() };
    let ends = weeks.iter().filter_map(|it| {
        let sunday = std::iter::successors(Some(it.monday), |day| day.tomorrow().ok()).nth(6)?;
        Some(sunday.min(today))
    });
    let reached = journal::reached(learner, goal, ends).into_iter();
    reached.map(|it| Reached { day: it.day, readiness: share(it.readiness) }).collect()
}

fn slip(learner: Learner<'_>, plan: &Plan, today: Date) -> Option<Slip> {
    let planner::Slip { kept, end, days, causes, rest } = planner::slip(learner, plan, today)?;
    let name = |item: &Item| match item {
        Item::Climb(id) => learner.catalog.climb_name(*id),
        Item::Project(id) => format!("project/{}", learner.catalog.project(*id).id),
    };
    let cause = |it: planner::Cause| Cause {
        what: match it.what {
            Shift::Due => "due",
            Shift::Added => "added",
            Shift::Early => "early",
            Shift::Gone => "gone",
        },
        items: it.items.iter().map(name).collect(),
        days: it.days,
    };
    let cure = |(remedy, end)| Cure {
        what: match remedy {
            Remedy::MoreHours(_) => "more_hours",
            Remedy::Depth(_) => "depth",
            Remedy::LetGo => "let_go",
        },
        text: words::remedy(remedy),
        end,
    };
    let remedies = if days > 0 { planner::remedies(learner, today, kept) } else { Vec::new() };
    Some(Slip {
        kept,
        end,
        days,
        causes: causes.into_iter().map(cause).collect(),
        other_days: rest,
        remedies: remedies.into_iter().map(cure).collect(),
    })
}
