//! The plan stage by stage, and what to leave out to be ready by a date.

use jiff::civil::Date;

use super::{
    Conversation,
    listing::{Choice, Listing},
    today::{remarks, subject, told},
};
use crate::{page::Subject, planner, report::text, words};

/// The plan that is kept, or the one that is tried.
pub(super) fn listing(talk: &Conversation) -> Listing {
    let learner = talk.shown_learner();
    let plan = talk.shown_plan();
    let Some(goal) = plan.goal else {
        let mut list =
            Listing::new("Type roles to find one, answers for the first questions, or help.");
        list.say("There is no plan, for there is no goal yet.");
        return list;
    };
    let mut list = Listing::new(prompt(talk));
    let role = &talk.catalog.role(goal.role).name;
    let title = if talk.trial.is_some() { "The plan you try" } else { "Your plan" };
    list.say(format!("{title} for {role}, depth {}.", goal.depth.word()));
    if talk.trial.is_some() {
        list.say(difference(talk));
    }
    match (words::ready(learner.progress, plan), plan.finish) {
        (Some(ready), _) => {
            list.say(format!("{}. {}.", ready.around, ready.range));
            ready.all.into_iter().for_each(|it| list.say(words::sentence(&it)));
        }
        (None, Err(reason)) => list.say(words::sentence(words::no_finish(reason))),
        (None, Ok(_)) => list.say("Dates are hidden; set dates shown shows them."),
    }
    list.say(format!("Left: {}.", words::amount_left(plan)));
    list.say(hours(talk));
    for it in remarks(talk, plan) {
        list.say(it);
    }
    list.say("Stages:");
    for (at, stage) in plan.stages.iter().enumerate() {
        list.offer(text::stage(learner, stage), Choice::Stage(at));
    }
    list
}

/// What can be typed at the plan.
pub(super) fn prompt(talk: &Conversation) -> String {
    match talk.trial {
        Some(_) => "Type keep to keep this plan, drop to drop it, try to go on trying, or a number to hear a stage.".to_owned(),
        None => "Type a number to hear a stage, try more or try fewer for other hours, by and a date, or help.".to_owned(),
    }
}

/// The hours of the week that the plan rests on.
fn hours(talk: &Conversation) -> String {
    let week = planner::hours_of_week(talk.shown_learner().progress);
    let all = words::minutes(week.values().sum());
    format!("Hours: {all} a week, {}.", words::week(&week))
}

/// What a trial changes.
pub(super) fn difference(talk: &Conversation) -> String {
    let progress = talk.shown_learner().progress;
    match words::difference(progress, &talk.plan, talk.shown_plan()) {
        Some(difference) => {
            format!("Against the plan you have: {difference}. Nothing is kept yet.")
        }
        None => "It changes no date and no hours. Nothing is kept yet.".to_owned(),
    }
}

/// A stage with its steps; none if there are fewer.
pub(super) fn stage(talk: &Conversation, at: usize) -> Option<Listing> {
    let (learner, plan) = (talk.shown_learner(), talk.shown_plan());
    let stage = plan.stages.get(at)?;
    let next = if at + 1 < plan.stages.len() { "next for the next stage, " } else { "" };
    let mut list = Listing::new(format!("Type a number to read about it, {next}back, or help."));
    let number = format!("Stage {} of {}", at + 1, plan.stages.len());
    list.say(format!("{number}: {}.", text::stage(learner, stage)));
    for step in plan.steps.iter().filter(|it| it.stage == at) {
        let dates = match (step.start, step.finish, learner.progress.hides_dates()) {
            (Some(start), Some(finish), false) => Some(words::dates(start, finish)),
            _ => None,
        };
        list.offer(told(talk, step, dates), Choice::Open(subject(talk, step.item)));
    }
    Some(list)
}

/// What could be done to be able to apply by a date.
pub(super) fn ready_by(talk: &Conversation, by: Date) -> Listing {
    let drop = planner::what_to_drop(talk.shown_learner(), talk.world.today, by);
    let is_empty = drop.skills.is_empty();
    let mut list = Listing::new(if is_empty {
        "Type plan, by and another date, or help."
    } else {
        "Type skip and a number to leave that skill out, a number to read about it, or help."
    });
    list.say(format!("To be able to apply by {}:", words::date(by)));
    for it in words::ready_by(&drop) {
        list.say(it);
    }
    for (id, minutes) in drop.skills {
        let text = format!("{}, saves {}", talk.catalog.skill(id).name, words::hours_left(minutes));
        list.offer(text, Choice::Open(Subject::Skill(id)));
    }
    list
}
