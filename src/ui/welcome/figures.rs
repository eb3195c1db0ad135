//! What a plan and pay come to, in words for the sheet beside an answer.

use crate::{
    app::App,
    catalog::{Per, RegionId, RoleId, SkillId},
    first::{PayRange, pay_in},
    planner::{Plan, Spread, StageKind},
    progress::{Depth, Item},
    words,
};

/// How much it is: `8 stages, 32 skills, 671 h`.
pub(super) fn amount(app: &App, plan: &Plan) -> String {
    let learner = app.learner();
    let stages = plan.stages.iter().filter(|it| it.kind != StageKind::Wider).count();
    let mut skills: Vec<SkillId> = plan
        .steps
        .iter()
        .filter_map(|it| match it.item {
            Item::Climb(_) => it.skill(learner),
            Item::Project(_) => None,
        })
        .collect();
    skills.sort_unstable();
    skills.dedup();
    let part = plan.goal.map(|it| it.depth).filter(|it| *it != Depth::Everything);
    let depth = part.map_or(String::new(), |it| format!(" for {}", words::depth(it)));
    format!(
        "{}, {}, {}{depth}",
        words::count(stages, "stage", "stages"),
        words::count(skills.len(), "skill", "skills"),
        words::hours_left(plan.minutes_to_apply)
    )
}

/// From when on one could apply, as a month and a band.
pub(super) fn apply(app: &App, plan: &Plan) -> Option<String> {
    let Spread { low, likely, high } = plan.apply.ok().filter(|_| !app.progress.hides_dates())?;
    let [low, likely, high] = [low, likely, high].map(words::month_of);
    Some(format!("You could apply from about {likely}; 8 in 10: {low} – {high}."))
}

/// The same where there is little room.
pub(super) fn apply_in_short(app: &App, plan: &Plan) -> Option<String> {
    let Spread { low, likely, high } = plan.apply.ok().filter(|_| !app.progress.hides_dates())?;
    let [low, likely, high] = [low, likely, high].map(words::month_of);
    Some(format!("Apply from about {likely} ({low} – {high})."))
}

/// When the first project would be built.
pub(super) fn first_project(app: &App, plan: &Plan) -> Option<String> {
    let stage = plan.stages.first()?;
    let StageKind::Project(id) = stage.kind else { return None };
    let finish = stage.finish.filter(|_| !app.progress.hides_dates())?;
    let name = &app.catalog.project(id).name;
    Some(format!("Your first project, {name}: about {}.", words::month_of(finish.likely)))
}

/// What a role is paid somewhere, with who says so.
pub(super) fn pay(app: &App, role: RoleId, region: RegionId) -> Option<String> {
    let range = pay_in(app.catalog, role, region)?;
    let place = &app.catalog.region(region).short;
    Some(format!("{}, {place} ({})", amounts(&range), range_source(&range)))
}

/// What is paid: `£33k–103k a year`.
pub(super) fn amounts(range: &PayRange<'_>) -> String {
    let amounts = words::money_range(range.low, range.high, &range.figure.currency);
    match range.figure.per {
        Per::Year => format!("{amounts} a year"),
        Per::Hour => format!("{amounts} an hour"),
    }
}

/// The same where there is little room: `C$30–77 /h`.
pub(super) fn amounts_short(range: &PayRange<'_>) -> String {
    let amounts = words::money_range(range.low, range.high, &range.figure.currency);
    match range.figure.per {
        Per::Year => amounts,
        Per::Hour => format!("{amounts} /h"),
    }
}

/// Whose pay it is, and who says so.
pub(super) fn source(range: &PayRange<'_>) -> String {
    format!("{}. {}.", words::capitalised(&range.figure.about), range_source(range))
}

fn range_source(range: &PayRange<'_>) -> String {
    let year = range.figure.year.map(|it| it.to_string());
    words::dated(&range.figure.source, year.as_deref())
}
