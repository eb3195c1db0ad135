//! What a word such as `claim` is about: a number that was listed, a name, or
//! what one reads about just now.

use super::{
    Conversation, Kind, Place, Reply, Thing,
    listing::{Choice, Tick},
    lists, name, show,
    today::subject,
};
use crate::{
    catalog::{RoleId, RouteId, SkillId},
    page::Subject,
    words,
};

/// The names that are offered where several are meant.
const OFFERED: usize = 15;

/// The thing of a kind that is meant; or what to answer instead.
pub(super) fn meant(
    talk: &mut Conversation,
    kind: Kind,
    verb: &str,
    typed: &str,
) -> Result<Thing, Reply> {
    let typed = typed.trim();
    let word = kind.word();
    if typed.is_empty() {
        let here = here(talk).filter(|it| Kind::of(*it) == kind);
        let lacking = || {
            format!("Say which {word}: {verb} and a number from the list, or {verb} and a name.")
        };
        return here.ok_or_else(|| Reply::said(lacking()));
    }
    if let Ok(number) = typed.parse::<usize>() {
        let listed = talk.listing.choice(number).and_then(of_choice);
        let fitting = listed.filter(|it| Kind::of(*it) == kind);
        return fitting.ok_or_else(|| {
            Reply::said(format!("Number {number} is no {word} here; type {verb} and a name."))
        });
    }
    let found = name::found(talk, Some(kind), typed);
    if let Some(only) = found.only() {
        return Ok(only);
    }
    match &*found.things {
        [] => {
            Err(Reply::said(format!("No {word} goes by {typed}; find and a word looks for one.")))
        }
        several => {
            let shown = several.get(..OFFERED).unwrap_or(several);
            let many = words::count(several.len(), word, kind.many());
            let head = format!("{many} could be meant by {typed}. The nearest:");
            let prompt = format!("Type {verb} and a number, or help.");
            let list = lists::of(talk, shown, head, prompt);
            Err(Reply::said(show::list(talk, list)))
        }
    }
}

/// The skill that is meant.
pub(super) fn skill(talk: &mut Conversation, verb: &str, typed: &str) -> Result<SkillId, Reply> {
    match meant(talk, Kind::Skill, verb, typed)? {
        Thing::Skill(id) => Ok(id),
        Thing::Role(_) | Thing::Project(_) | Thing::Route(_) => {
            Err(Reply::said("That is no skill."))
        }
    }
}

/// The role that is meant.
pub(super) fn role(talk: &mut Conversation, verb: &str, typed: &str) -> Result<RoleId, Reply> {
    match meant(talk, Kind::Role, verb, typed)? {
        Thing::Role(id) => Ok(id),
        Thing::Skill(_) | Thing::Project(_) | Thing::Route(_) => {
            Err(Reply::said("That is no role."))
        }
    }
}

/// The route that is meant.
pub(super) fn route(talk: &mut Conversation, verb: &str, typed: &str) -> Result<RouteId, Reply> {
    match meant(talk, Kind::Route, verb, typed)? {
        Thing::Route(id) => Ok(id),
        Thing::Role(_) | Thing::Skill(_) | Thing::Project(_) => {
            Err(Reply::said("That is no route."))
        }
    }
}

/// What one reads about, or what is to do now.
pub(super) fn here(talk: &Conversation) -> Option<Thing> {
    match &talk.place {
        Place::Page(it) | Place::Section(it, _) => name::thing(*it),
        Place::Today => {
            let first = talk.plan.next(1).into_iter().next()?;
            name::thing(subject(talk, first.item))
        }
        Place::Question(_)
        | Place::Inquiry(_)
        | Place::List(..)
        | Place::Found(_)
        | Place::Plan
        | Place::Stage(_)
        | Place::ReadyBy(_) => None,
    }
}

/// The thing that a number stands for.
fn of_choice(choice: Choice) -> Option<Thing> {
    match choice {
        Choice::Open(it) | Choice::Section(it, _) => name::thing(it),
        Choice::Know(id) | Choice::Tick(Tick::Proof(id, _)) => Some(Thing::Skill(id)),
        Choice::Tick(Tick::Point(id, _)) => name::thing(Subject::Project(id)),
        Choice::Tick(Tick::Milestone(id, _)) => name::thing(Subject::Route(id)),
        Choice::Answer(_) | Choice::Unsure | Choice::Said(_) | Choice::Stage(_) => None,
    }
}
