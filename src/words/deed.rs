//! Deeds in words: what one is called, what has come of it, why it was refused.

use super::{count, date, dates, minutes};
use crate::{
    catalog::{Catalog, RouteId, SkillId},
    deeds::{Deed, Refusal},
    planner::{self, Misplaced, Place},
    progress::{Learner, State},
};

/// As many deeds are named; the rest is counted.
const NAMED: usize = 2;

/// What a deed is called, to be read behind a colon: "claiming Redis".
pub fn deed(catalog: &Catalog, deed: &Deed) -> String {
    let skill = |id: &SkillId| &catalog.skill(*id).name;
    let route = |id: &RouteId| &catalog.route(*id).name;
    match deed {
        Deed::Aim(role) => format!("your goal {}", catalog.role(*role).name),
        Deed::GiveUp => "giving up your goal".to_owned(),
        Deed::Deepen(depth) => format!("your goal's depth {}", depth.word()),
        Deed::Live(region) => format!("your region {}", catalog.region(*region).name),
        Deed::LiveAnywhere => "no region of your own".to_owned(),
        Deed::Pick(id) => format!("picking {}", skill(id)),
        Deed::Unpick(id) => format!("no longer picking {}", skill(id)),
        Deed::Hours(_) | Deed::AssumeHours => "the hours of your week".to_owned(),
        Deed::Start(_) | Deed::StartAtOnce => "your first day of study".to_owned(),
        Deed::Break(from, to) => format!("a break, {}", dates(*from, *to)),
        Deed::EndBreak(from) => format!("no break from {}", date(*from)),
        Deed::Pin(id, _) => format!("the place of {}", skill(id)),
        Deed::Unpin(id) => format!("no place of its own for {}", skill(id)),
        Deed::KeepPlan => "keeping the plan".to_owned(),
        Deed::ForgetPlan => "forgetting the plan you kept".to_owned(),
        Deed::HideDates => "hiding dates".to_owned(),
        Deed::ShowDates => "showing dates".to_owned(),
        Deed::Tick(id, _) => format!("ticking a proof of {}", skill(id)),
        Deed::Untick(id, _) => format!("opening a proof of {}", skill(id)),
        Deed::Claim(id) => format!("claiming {}", skill(id)),
        Deed::Unclaim(id) => format!("no longer claiming {}", skill(id)),
        Deed::Skip(id) => format!("skipping {}", skill(id)),
        Deed::TakeUp(id) => format!("taking up again {}", skill(id)),
        Deed::Reset(id) => format!("resetting {}", skill(id)),
        Deed::Log(id, _, time) => format!("logging {} on {}", minutes(*time), skill(id)),
        Deed::Unlog(id, day) => {
            format!("removing what was logged on {} for {}", date(*day), skill(id))
        }
        Deed::Follow(id) => format!("following {}", route(id)),
        Deed::Leave(id) => format!("leaving {}", route(id)),
        Deed::Reach(id, _) => format!("reaching a milestone of {}", route(id)),
        Deed::Unreach(id, _) => format!("opening a milestone of {}", route(id)),
    }
}

/// What several deeds that were done at once are called.
pub fn deeds(catalog: &Catalog, deeds: &[Deed]) -> String {
    let mut names: Vec<String> = deeds.iter().map(|it| deed(catalog, it)).collect();
    names.dedup();
    if let [Deed::Claim(_), _, ..] = deeds
        && deeds.iter().all(|it| matches!(it, Deed::Claim(_)))
    {
        return format!("claiming {}", count(deeds.len(), "skill", "skills"));
    }
    let rest = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if rest > 0 {
        names.push(format!("{rest} more"));
    }
    names.join(", ")
}

/// What has come of a deed, in a sentence.
#[expect(clippy::too_many_lines, reason = "a line or two for each deed")]
pub fn told(before: Learner<'_>, after: Learner<'_>, deed: &Deed) -> String {
    if before.progress == after.progress {
        return format!("That is so already: {}.", self::deed(after.catalog, deed));
    }
    let catalog = after.catalog;
    let name = |id: &SkillId| &catalog.skill(*id).name;
    match deed {
        Deed::Aim(role) => format!("Your goal now: {}.", catalog.role(*role).name),
        Deed::GiveUp => "No goal any more; what you did stays.".to_owned(),
        Deed::Deepen(depth) => format!("Your goal's depth: {}.", depth.word()),
        Deed::Live(region) => format!("{} comes first now.", catalog.region(*region).name),
        Deed::LiveAnywhere => "No region of your own any more.".to_owned(),
        Deed::Pick(id) => picked(before, after, *id),
        Deed::Unpick(id) => format!("Not your pick any more: {}.", name(id)),
        Deed::Hours(_) => format!("Your week: {}.", week(after)),
        Deed::AssumeHours => format!("Your week as assumed: {}.", week(after)),
        Deed::Start(_) | Deed::StartAtOnce => match after.progress.start() {
            Some(start) => format!("You begin on {}.", date(start)),
            None => "You begin at once.".to_owned(),
        },
        Deed::Break(from, to) => format!("No study planned: {}.", dates(*from, *to)),
        Deed::EndBreak(from) => format!("The break from {} is taken back.", date(*from)),
        Deed::Pin(id, place) => format!("{}: {}.", placed(*place), name(id)),
        Deed::Unpin(id) => format!("Let go, so the plan decides where it stands: {}.", name(id)),
        Deed::KeepPlan => "Kept: later plans are compared with these dates.".to_owned(),
        Deed::ForgetPlan => "The plan you kept is forgotten.".to_owned(),
        Deed::HideDates => "No dates from now on.".to_owned(),
        Deed::ShowDates => "Dates are shown again.".to_owned(),
        Deed::Tick(id, _) => ticked(after, *id),
        Deed::Untick(id, _) => format!("Open again, {}: {}.", ticks(after, *id), name(id)),
        Deed::Claim(id) => format!("Claimed, which counts as done without proof: {}.", name(id)),
        Deed::Unclaim(id) => format!("Not claimed any more: {}.", name(id)),
        Deed::Skip(id) => format!("Skipped, so it leaves your goal: {}.", name(id)),
        Deed::TakeUp(id) => format!("Taken up again: {}.", name(id)),
        Deed::Reset(id) => format!("As if nothing had been done: {}.", name(id)),
        Deed::Log(id, _, time) => format!("Logged {}, {}.", minutes(*time), logged(after, *id)),
        Deed::Unlog(id, _) => format!("Taken back, {}.", logged(after, *id)),
        Deed::Follow(id) => {
            format!(
                "Followed from today, so its milestones have dates: {}.",
                catalog.route(*id).name
            )
        }
        Deed::Leave(id) => format!(
            "Not followed any more, but what you reached stays: {}.",
            catalog.route(*id).name
        ),
        Deed::Reach(id, _) if before.progress.follows(*id) => {
            format!("Milestone reached, {}.", milestones(after, *id))
        }
        Deed::Reach(id, _) => {
            format!(
                "Milestone reached, and you follow this route from today, {}.",
                milestones(after, *id)
            )
        }
        Deed::Unreach(id, _) => format!("The milestone is open again, {}.", milestones(after, *id)),
    }
}

/// Why a deed was refused, in a sentence without a full stop.
pub fn refusal(catalog: &Catalog, refusal: Refusal) -> String {
    let name = |id: SkillId| &catalog.skill(id).name;
    match refusal {
        Refusal::NoGoal => "there is no goal yet".to_owned(),
        Refusal::NoChoice(id) => format!("{} is no member of any choice", name(id)),
        Refusal::NoBreak(from) => format!("no break begins on {}", date(from)),
        Refusal::Backwards(from, to) => format!("{} is before {}", date(to), date(from)),
        Refusal::Over(to) => format!("{} is over already", date(to)),
        Refusal::NotYet(day) => format!("{} has not come yet", date(day)),
        Refusal::NoTime(0) => "that is no time at all".to_owned(),
        Refusal::NoTime(time) => {
            format!("{} is more than a day has", minutes(time))
        }
        Refusal::NoDates => "there are no dates to keep".to_owned(),
        Refusal::Misplaced(Misplaced::NotPlanned(id)) => format!("{} is not in the plan", name(id)),
        Refusal::Misplaced(Misplaced::First(id)) => format!("{} comes first already", name(id)),
        Refusal::Misplaced(Misplaced::Last(id)) => format!("{} comes last already", name(id)),
        Refusal::Misplaced(Misplaced::Needs(id, needed)) => {
            format!("{} cannot come before {}, which it needs", name(id), name(needed))
        }
    }
}

fn picked(before: Learner<'_>, after: Learner<'_>, id: SkillId) -> String {
    let mut gone = before.progress.picks().difference(after.progress.picks());
    let name = |id: SkillId| &after.catalog.skill(id).name;
    match gone.next() {
        Some(old) => {
            format!("Your pick, which alone counts here: {}, instead of {}.", name(id), name(*old))
        }
        None => format!("Your pick, which alone counts here: {}.", name(id)),
    }
}

fn placed(place: Place) -> &'static str {
    match place {
        Place::Here => "Pinned where it is",
        Place::Earlier => "Moved earlier and pinned",
        Place::Later => "Moved later and pinned",
        Place::Number(_) => "Pinned",
    }
}

fn week(learner: Learner<'_>) -> String {
    let week = planner::hours_of_week(learner.progress);
    format!("{}, {} a week", super::week(&week), minutes(week.values().sum()))
}

fn ticked(after: Learner<'_>, id: SkillId) -> String {
    let skill = after.catalog.skill(id);
    let lacking = after.lacking(skill).next().and_then(|group| group.first());
    match (after.state(id), lacking) {
        (State::Proven, _) => format!("Proven: {}.", skill.name),
        (_, Some(open)) => {
            let open = &after.catalog.skill(*open).name;
            format!("Ticked, {}: {}. Still open below it: {open}.", ticks(after, id), skill.name)
        }
        (_, None) => format!("Ticked, {}: {}.", ticks(after, id), skill.name),
    }
}

fn ticks(learner: Learner<'_>, id: SkillId) -> String {
    let ticks = learner.progress.record(id).map_or(0, |record| record.ticks.len());
    format!("{ticks} of {}", count(learner.catalog.skill(id).proofs.len(), "proof", "proofs"))
}

fn logged(learner: Learner<'_>, id: SkillId) -> String {
    let all = minutes(learner.progress.logged(id));
    format!("{all} in all: {}", learner.catalog.skill(id).name)
}

fn milestones(learner: Learner<'_>, id: RouteId) -> String {
    let route = learner.catalog.route(id);
    let reached = learner.progress.journey(id).map_or(0, |journey| journey.ticks.len());
    format!("{reached} of {}: {}", route.milestones.len(), route.name)
}
