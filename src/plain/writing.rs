//! What the learner writes: a note on what they read about, and evidence for what can be
//! ticked; and what is looked up: what stands beside each other, and the field's own words.

use super::{
    Conversation, Kind, Place, Reply, Thing, act,
    listing::{Choice, Listing, Tick},
    name, object, show,
};
use crate::{
    catalog::{RoleId, RouteId},
    deeds::Deed,
    page::{Compared, Comparison, Subject},
    progress::{Mark, Notable},
    search, words,
};

/// What is typed to take away what was written.
const NONE: &str = "none";

/// Writes a note on what one reads about, takes it away, or says it.
pub(super) fn note(talk: &mut Conversation, text: &str) -> Reply {
    let Some(thing) = object::here(talk).map(notable) else {
        return Reply::said("Go to a role, a skill, a project or a route first.");
    };
    match text {
        "" => {
            let name = words::thing(talk.catalog, thing);
            let note = talk.progress.note(thing).map(|it| it.to_string());
            Reply::said(match note {
                Some(note) => format!("Your note on {name}: {note}"),
                None => format!("No note on {name} yet; type note and the words."),
            })
        }
        NONE => act::act(talk, &[Deed::Unnote(thing)]),
        text => act::act(talk, &[Deed::Note(thing, text.to_owned())]),
    }
}

fn notable(thing: Thing) -> Notable {
    match thing {
        Thing::Role(id) => Notable::Role(id),
        Thing::Skill(id) => Notable::Skill(id),
        Thing::Project(id) => Notable::Project(id),
        Thing::Route(id) => Notable::Route(id),
    }
}

/// Says what shows that a proof or a point holds: `evidence 1 https://example.org/mine`.
pub(super) fn evidence(talk: &mut Conversation, rest: &str) -> Reply {
    let (number, text) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let choice = number.parse().ok().and_then(|it| talk.listing.choice(it));
    let mark = match choice {
        Some(Choice::Tick(Tick::Proof(id, proof))) => Mark::Proof(id, proof),
        Some(Choice::Tick(Tick::Point(id, point))) => Mark::Point(id, point),
        _ => {
            return Reply::said(
                "Say for which proof or point, by its number, and what shows it: evidence 1 and an address.",
            );
        }
    };
    match text.trim() {
        "" => {
            let name = words::marked(talk.catalog, mark);
            let evidence = talk.progress.evidence(mark).map(|it| it.to_string());
            Reply::said(match evidence {
                Some(evidence) => format!("Your evidence for {name}: {evidence}"),
                None => {
                    format!("No evidence for {name} yet; type evidence {number} and what shows it.")
                }
            })
        }
        NONE => act::act(talk, &[Deed::Unshow(mark)]),
        text => act::act(talk, &[Deed::Show(mark, text.to_owned())]),
    }
}

/// Puts a role beside the one that is read about, or else beside the goal; or a route
/// beside the one that is read about, or else beside one that is followed.
pub(super) fn compare(talk: &mut Conversation, rest: &str) -> Reply {
    let of = match object::here(talk) {
        Some(Thing::Route(here)) => routes(talk, here, rest).map(|it| Compared::of_routes(&it)),
        here => roles(talk, here, rest).map(|it| Compared::of_roles(&it)),
    };
    match of {
        Ok(of) => {
            let comparison = Comparison { of, only_differences: false };
            Reply::said(show::go(talk, Place::Page(Subject::Compare(comparison))))
        }
        Err(reply) => reply,
    }
}

fn roles(talk: &mut Conversation, here: Option<Thing>, rest: &str) -> Result<Vec<RoleId>, Reply> {
    let other = object::role(talk, "compare", rest)?;
    let goal = talk.progress.goal().map(|it| it.role);
    let read = match here {
        Some(Thing::Role(id)) => Some(id),
        _ => None,
    };
    let first = read.into_iter().chain(goal).find(|it| *it != other);
    let lacking =
        || Reply::said("Go to another role first, or choose a goal: it is compared with that.");
    Ok(vec![first.ok_or_else(lacking)?, other])
}

fn routes(talk: &mut Conversation, here: RouteId, rest: &str) -> Result<Vec<RouteId>, Reply> {
    let other = object::route(talk, "compare", rest)?;
    let followed = talk.progress.journeys().filter(|(_, it)| it.since.is_some());
    let first = [here].into_iter().chain(followed.map(|(id, _)| id)).find(|it| *it != other);
    let lacking = || Reply::said("That is the route you read about; name another.");
    Ok(vec![first.ok_or_else(lacking)?, other])
}

/// The field's own words that go by some words, or that belong to a skill.
pub(super) fn terms(talk: &mut Conversation, rest: &str) -> Reply {
    if rest.is_empty() {
        return Reply::said("Type terms and a word, or the name of a skill, such as terms index.");
    }
    let found = search::terms(talk.catalog, rest);
    if found.is_empty() {
        return Reply::said(format!("No term is about {rest}."));
    }
    let kind = Kind::Skill.word();
    let mut list =
        Listing::new(format!("Type a number to read about the {kind} it belongs to.")).counted();
    for term in found {
        let text = format!("{}: {}", term.words, words::sentence(&term.meaning));
        list.offer(text, Choice::Open(name::subject(Thing::Skill(term.skill))));
    }
    Reply::said(show::list(talk, list))
}
