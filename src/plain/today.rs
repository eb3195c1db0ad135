//! Today: where one stands, what to do now, this week, what lies ahead, the end.

use jiff::civil::Date;

use super::{
    Conversation,
    listing::{Choice, Listing, Tick},
};
use crate::{
    catalog::Rhythm,
    page::{self, Dated, Subject},
    planner::{self, NoFinish, Plan, StageKind, Step},
    progress::{Goal, Item},
    words,
};

/// So many steps are told as the next ones.
const NEXT: usize = 3;
/// So many dates are told,
const AHEAD: usize = 5;
/// and so many of them that are over.
const OVER: usize = 2;

pub(super) fn listing(talk: &Conversation) -> Listing {
    let Some(goal) = talk.progress.goal() else { return invitation() };
    let mut list = Listing::new(
        "Type a number to tick or open it, plan, roles, skills, projects, routes, or help.",
    );
    standing(talk, goal, &mut list);
    finish(talk, &mut list);
    let steps = talk.plan.next(NEXT);
    if let Some((first, rest)) = steps.split_first() {
        now(talk, first, &mut list);
        after(talk, rest, &mut list);
    }
    week(talk, &mut list);
    ahead(talk, &mut list);
    list
}

/// What a learner without a goal hears.
fn invitation() -> Listing {
    let mut list = Listing::new(
        "Type answers to answer a few short questions, roles to look around, or help.",
    );
    list.say("Today. You aim for no role yet. With one, you hear here each day where you stand, what to do next and when you will be ready.");
    list
}

fn standing(talk: &Conversation, goal: Goal, list: &mut Listing) {
    let readiness = planner::readiness(talk.learner(), goal);
    let (proven, all) = (readiness.proven_permille(), readiness.permille());
    let role = &talk.catalog.role(goal.role).name;
    list.say(format!("Today. Your goal: {role}, depth {}.", goal.depth.word()));
    list.say(format!(
        "Readiness {}: proven {}, claimed {}, open {}.",
        words::percent(all),
        words::percent(proven),
        words::percent(all - proven),
        words::percent(1000 - all)
    ));
}

/// When all will be done, and what that rests on.
fn finish(talk: &Conversation, list: &mut Listing) {
    let (progress, plan) = (&talk.progress, &talk.plan);
    match (words::ready(progress, plan), plan.finish) {
        (Some(ready), _) => {
            list.say(format!("{}. {}.", ready.around, ready.range));
            ready.all.into_iter().for_each(|it| list.say(words::sentence(&it)));
        }
        (None, Err(NoFinish::Done)) => list.say("All of it is done. Well done!"),
        (None, Err(reason)) => list.say(words::sentence(words::no_finish(reason))),
        (None, Ok(_)) => (),
    }
    if plan.steps.is_empty() {
        return;
    }
    list.say(format!("About {}.", words::amount_left(plan)));
    let said = remarks(talk, plan).into_iter().chain(moved(talk)).chain(stage(talk, plan));
    said.for_each(|it| list.say(it));
}

/// How the end compares, and what the plan rests on.
pub(super) fn remarks(talk: &Conversation, plan: &Plan) -> Vec<String> {
    let has_dates = !talk.shown_learner().progress.hides_dates();
    let said = [
        plan.slip.filter(|_| has_dates).map(words::slip),
        words::hours_assumed(plan).map(str::to_owned),
        words::review_minutes(plan),
        Some(words::pace(plan)),
    ];
    let sentence = |it: String| words::sentence(&words::capitalised(&it));
    said.into_iter().flatten().map(sentence).collect()
}

/// What has moved the end since the last visit.
fn moved(talk: &Conversation) -> Option<String> {
    let moved = planner::moved(talk.learner(), &talk.plan, talk.world.today)?;
    let text = words::moved(talk.world.today, moved);
    (!talk.progress.hides_dates()).then(|| words::sentence(&text))
}

/// The stage that is under way.
fn stage(talk: &Conversation, plan: &Plan) -> Option<String> {
    let now = plan.current_stage()?;
    let total = words::count(plan.stages.len(), "stage", "stages");
    let name = words::stage_name(talk.catalog, now.kind);
    let way = if matches!(now.kind, StageKind::Project(_)) { "on the way to " } else { "" };
    Some(format!("Your path has {total} to go; now {way}{name}."))
}

/// The step to do now, with what shows that it is done.
fn now(talk: &Conversation, step: &Step, list: &mut Listing) {
    list.say(format!("To do now: {}", told(talk, step, None)));
    for (tick, text) in ticks(talk, step.item) {
        let state = if super::reading::is_ticked(talk, tick) { "done" } else { "to do" };
        list.offer(format!("{state}: {text}"), Choice::Tick(tick));
    }
    list.offer("Read about it", Choice::Open(subject(talk, step.item)));
}

/// What can be ticked of a step: proofs of a rung, or points of a project.
fn ticks(talk: &Conversation, item: Item) -> Vec<(Tick, String)> {
    match item {
        Item::Climb(id) => {
            let skill = talk.catalog.climb(id).skill;
            let proofs = talk.catalog.climb(id).proofs.iter();
            let told = proofs.filter_map(|it| Some((*it, talk.catalog.skill(skill).proof(*it)?)));
            told.map(|(id, it)| (Tick::Proof(skill, id), it.text.to_string())).collect()
        }
        Item::Project(id) => {
            let points = talk.catalog.project(id).points();
            points.map(|(point, it)| (Tick::Point(id, point), it.text.to_string())).collect()
        }
    }
}

fn after(talk: &Conversation, steps: &[&Step], list: &mut Listing) {
    if !steps.is_empty() {
        list.say("After that:");
    }
    for step in steps {
        list.offer(told(talk, step, None), Choice::Open(subject(talk, step.item)));
    }
}

/// A step in a line: what, how long, when, and why it stands there.
pub(super) fn told(talk: &Conversation, step: &Step, when: Option<String>) -> String {
    let name = words::item(talk.catalog, step.item);
    let reason = words::reason(talk.catalog, step.item, &step.reason);
    let left = match step.rhythm {
        Rhythm::Job => String::new(),
        _ => format!(", {}", words::hours_left(step.minutes)),
    };
    let when = when.map_or(String::new(), |it| format!(", {it}"));
    format!("{name}{left}{when}. {}", words::sentence(&words::capitalised(&reason)))
}

/// The page about what is learned or built.
pub(super) fn subject(talk: &Conversation, item: Item) -> Subject {
    match item {
        Item::Climb(id) => Subject::Skill(talk.catalog.climb(id).skill),
        Item::Project(id) => Subject::Project(id),
    }
}

/// The minutes of this week and of today, done and planned.
fn week(talk: &Conversation, list: &mut Listing) {
    let (progress, today) = (&talk.progress, talk.world.today);
    let monday = planner::monday(today);
    let days: Vec<Date> =
        std::iter::successors(Some(monday), |date| date.tomorrow().ok()).take(7).collect();
    let first = progress.first_day(today);
    let told = |days: &[Date]| {
        let done: u32 = days.iter().map(|date| progress.logged_on(*date)).sum();
        let planned = days.iter().filter(|it| **it >= first);
        let planned: u32 = planned.map(|it| planner::minutes_on(progress, *it)).sum();
        format!("{} of {} done", words::minutes(done), words::minutes(planned))
    };
    list.say(format!("This week: {}; today: {}.", told(&days), told(&[today])));
}

/// What comes by date; of what is over and still open, the last of it.
fn ahead(talk: &Conversation, list: &mut Listing) {
    let today = talk.world.today;
    let dates = page::dates_ahead(talk.learner(), &talk.plan);
    if !dates.is_empty() {
        list.say("Ahead:");
    }
    let over = dates.iter().filter(|it| it.date < today).count();
    for Dated { date, text, target } in
        dates.into_iter().skip(over.saturating_sub(OVER)).take(AHEAD)
    {
        let when = words::capitalised(&words::date_from(today, date));
        match target.as_ref().and_then(Choice::of) {
            Some(choice @ Choice::Tick(_)) => list.offer(format!("to do: {text}. {when}"), choice),
            Some(choice) => list.offer(format!("{text}. {when}"), choice),
            None => list.say(format!("{text}. {when}.")),
        }
    }
}
