//! Going somewhere: what is listed there, and the way back.

use super::{Conversation, Place, TRAIL, ask, listing::Listing, lists, planning, reading, today};
use crate::first::{FirstQuestion, Known};

/// Goes to a place, and tells what is there.
pub(super) fn go(talk: &mut Conversation, place: Place) -> String {
    if place != talk.place {
        talk.trail.push(talk.place.clone());
        let surplus = talk.trail.len().saturating_sub(TRAIL);
        talk.trail.drain(..surplus);
    }
    put(talk, place)
}

/// Puts a place where one is, with the same way back.
pub(super) fn put(talk: &mut Conversation, place: Place) -> String {
    if place == Place::Question(FirstQuestion::Known) && place != talk.place {
        talk.known = Known::new(talk.learner(), talk.world.today);
    }
    let Some(listing) = listing(talk, &place) else {
        return "There is nothing more here.".to_owned();
    };
    talk.place = place;
    list(talk, listing)
}

/// Tells the first screenful of a listing, whose numbers count from now on.
pub(super) fn list(talk: &mut Conversation, listing: Listing) -> String {
    talk.listing = listing;
    talk.listing.more()
}

/// Goes back to where one was before.
pub(super) fn back(talk: &mut Conversation) -> String {
    match talk.trail.pop() {
        Some(place) => put(talk, place),
        None if talk.place == Place::Today => {
            "There is nothing to go back to; quit leaves.".to_owned()
        }
        None => put(talk, Place::Today),
    }
}

/// The same once more.
pub(super) fn again(talk: &mut Conversation) -> String {
    let place = talk.place.clone();
    put(talk, place)
}

/// Says anew what can be typed, where that has changed and nothing was listed.
pub(super) fn refresh(talk: &mut Conversation) {
    if talk.place == Place::Plan {
        let prompt = planning::prompt(talk);
        talk.listing.set_prompt(prompt);
    }
}

/// The section or stage after this one, or before it.
pub(super) fn beside(talk: &mut Conversation, is_next: bool) -> Option<String> {
    let step = |at: usize| if is_next { Some(at + 1) } else { at.checked_sub(1) };
    match talk.place.clone() {
        Place::Page(subject) if is_next => Some(go(talk, Place::Section(subject, 0))),
        Place::Section(subject, at) => Some(put(talk, Place::Section(subject, step(at)?))),
        Place::Plan if is_next => Some(go(talk, Place::Stage(0))),
        Place::Stage(at) => Some(put(talk, Place::Stage(step(at)?))),
        Place::Page(_)
        | Place::Plan
        | Place::Today
        | Place::Question(_)
        | Place::Inquiry(_)
        | Place::List(..)
        | Place::Found(_)
        | Place::ReadyBy(_) => None,
    }
}

fn listing(talk: &Conversation, place: &Place) -> Option<Listing> {
    match place {
        Place::Today => Some(today::listing(talk)),
        Place::Question(question) => Some(ask::listing(talk, *question)),
        Place::Inquiry(given) => Some(ask::inquiry(talk, given)),
        Place::List(kind, words) if words.is_empty() => Some(lists::all(talk, *kind)),
        Place::List(kind, words) => Some(lists::found(talk, Some(*kind), words)),
        Place::Found(words) => Some(lists::found(talk, None, words)),
        Place::Page(subject) => Some(reading::page(talk, *subject)),
        Place::Section(subject, at) => reading::section(talk, *subject, *at),
        Place::Plan => Some(planning::listing(talk)),
        Place::Stage(at) => planning::stage(talk, *at),
        Place::ReadyBy(by) => Some(planning::ready_by(talk, *by)),
    }
}
