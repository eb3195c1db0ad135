//! Lists: all of a kind, or what goes by some words.

use super::{
    Conversation, Kind, Thing,
    listing::{Choice, Listing},
    name::{self, subject},
};
use crate::{
    catalog::{Family, ProjectId, RoleId, RouteId, SkillId},
    planner, words,
};

/// All of a kind, under the headings that part them.
pub(super) fn all(talk: &Conversation, kind: Kind) -> Listing {
    let catalog = talk.catalog;
    let word = kind.word();
    let mut list = Listing::new(format!(
        "Type a number to read about that {word}, or {} and a word to find one.",
        kind.many()
    ))
    .counted();
    match kind {
        Kind::Role => {
            for family in Family::ALL {
                list.say(format!("{}:", family.title()));
                let roles = catalog.roles().filter(|(_, role)| role.family == *family);
                roles.for_each(|(id, _)| offer(talk, &mut list, Thing::Role(id)));
            }
        }
        Kind::Skill => {
            for (_, area) in catalog.areas() {
                list.say(format!("{}:", area.name));
                area.skills.iter().for_each(|id| offer(talk, &mut list, Thing::Skill(*id)));
            }
        }
        Kind::Project => {
            list.say("Projects:");
            catalog.projects().for_each(|(id, _)| offer(talk, &mut list, Thing::Project(id)));
        }
        Kind::Route => {
            let mut regions: Vec<_> = catalog.regions().collect();
            regions.sort_by_key(|(id, _)| (Some(*id) != talk.region(), *id));
            for (region, it) in regions {
                list.say(format!("{}:", it.name));
                let routes = catalog.routes().filter(|(_, route)| route.region == region);
                routes.for_each(|(id, _)| offer(talk, &mut list, Thing::Route(id)));
            }
        }
    }
    list
}

/// What goes by some words, of one kind or of all.
pub(super) fn found(talk: &Conversation, kind: Option<Kind>, text: &str) -> Listing {
    let name::Found { things, is_near } = name::found(talk, kind, text);
    let (one, many) = kind.map_or(("thing", "things"), |it| (it.word(), it.many()));
    let mut list =
        Listing::new("Type a number to read about it, or find and other words.").counted();
    list.say(match things.len() {
        0 => format!("No {one} goes by {text}."),
        _ if is_near => format!("No {one} goes by {text}. Nearly so are written:"),
        1 => format!("1 {one} goes by {text}:"),
        several => format!("{several} {many} go by {text}:"),
    });
    for it in things {
        offer_any(talk, &mut list, it, kind);
    }
    list
}

/// Some things to choose from, for what is typed then.
pub(super) fn of(talk: &Conversation, things: &[Thing], head: String, prompt: String) -> Listing {
    let mut list = Listing::new(prompt).counted();
    list.say(head);
    for it in things {
        offer(talk, &mut list, *it);
    }
    list
}

fn offer_any(talk: &Conversation, list: &mut Listing, thing: Thing, kind: Option<Kind>) {
    let what = match kind {
        Some(_) => String::new(),
        None => format!("{}, ", words::capitalised(Kind::of(thing).word())),
    };
    list.offer(format!("{what}{}", told(talk, thing)), Choice::Open(subject(thing)));
}

fn offer(talk: &Conversation, list: &mut Listing, thing: Thing) {
    list.offer(told(talk, thing), Choice::Open(subject(thing)));
}

/// A thing in a line, with how far one is.
pub(super) fn told(talk: &Conversation, thing: Thing) -> String {
    match thing {
        Thing::Role(id) => role(talk, id),
        Thing::Skill(id) => skill(talk, id),
        Thing::Project(id) => project(talk, id),
        Thing::Route(id) => route(talk, id),
    }
}

fn role(talk: &Conversation, id: RoleId) -> String {
    let progress = &talk.progress;
    let ready = planner::readiness(talk.learner(), progress.goal_of(id)).permille();
    let goal = if progress.aims_for(id) { ", your goal" } else { "" };
    format!("{}, {} ready{goal}", talk.catalog.role(id).name, words::percent_short(ready))
}

fn skill(talk: &Conversation, id: SkillId) -> String {
    let learner = talk.learner();
    let hours = words::hours(talk.catalog.hours_to(id, learner.aim(id)));
    format!("{}, {}, {hours}", talk.catalog.skill(id).name, learner.state(id).word())
}

fn project(talk: &Conversation, id: ProjectId) -> String {
    let project = talk.catalog.project(id);
    let points = words::count(project.points.len(), "point", "points");
    let built = talk.learner().built_points(id);
    format!("{}, {built} of {points}, {}", project.name, words::hours(project.hours))
}

fn route(talk: &Conversation, id: RouteId) -> String {
    let route = talk.catalog.route(id);
    let all = words::count(route.milestones.len(), "milestone", "milestones");
    let reached = talk.progress.journey(id).map_or(0, |journey| journey.ticks.len());
    let followed = if talk.progress.follows(id) { ", followed" } else { "" };
    format!("{}, {reached} of {all}{followed}", route.name)
}
