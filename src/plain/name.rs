//! What goes by a name, and what a thing is called.

use super::{Conversation, Kind, Thing};
use crate::{
    catalog::{Catalog, Text},
    page::Subject,
    search::{self, Home, Index},
};

impl Kind {
    /// The word for one of them.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Skill => "skill",
            Self::Project => "project",
            Self::Route => "route",
        }
    }

    /// The word for several of them.
    pub(super) fn many(self) -> &'static str {
        match self {
            Self::Role => "roles",
            Self::Skill => "skills",
            Self::Project => "projects",
            Self::Route => "routes",
        }
    }

    pub(super) fn of(thing: Thing) -> Self {
        match thing {
            Thing::Role(_) => Self::Role,
            Thing::Skill(_) => Self::Skill,
            Thing::Project(_) => Self::Project,
            Thing::Route(_) => Self::Route,
        }
    }
}

/// The page about a thing.
pub(super) fn subject(thing: Thing) -> Subject {
    match thing {
        Thing::Role(id) => Subject::Role(id),
        Thing::Skill(id) => Subject::Skill(id),
        Thing::Project(id) => Subject::Project(id),
        Thing::Route(id) => Subject::Route(id),
    }
}

/// The thing that a page is about, if it is about one.
pub(super) fn thing(subject: Subject) -> Option<Thing> {
    match subject {
        Subject::Role(id) => Some(Thing::Role(id)),
        Subject::Skill(id) => Some(Thing::Skill(id)),
        Subject::Project(id) => Some(Thing::Project(id)),
        Subject::Route(id) => Some(Thing::Route(id)),
        Subject::Today | Subject::Progress(_) | Subject::Area(_) | Subject::Compare(_) => None,
    }
}

/// What goes by some words.
pub(super) struct Found {
    /// The best first.
    pub(super) things: Vec<Thing>,
    /// Whether these are only written nearly so.
    pub(super) is_near: bool,
}

impl Found {
    /// The one thing that is surely meant, if there is one.
    pub(super) fn only(&self) -> Option<Thing> {
        match *self.things {
            [only] if !self.is_near => Some(only),
            _ => None,
        }
    }
}

/// What goes by these words: the one that is called so, or else all that hold
/// them. Without a kind, also what is said about a thing leads to it.
pub(super) fn found(talk: &Conversation, kind: Option<Kind>, words: &str) -> Found {
    let kinds = [Kind::Role, Kind::Skill, Kind::Project, Kind::Route];
    let mut meant = kinds.into_iter().filter(|it| kind.is_none_or(|kind| kind == *it));
    if let Some(thing) = meant.find_map(|it| called(talk.catalog, it, words)) {
        return Found { things: vec![thing], is_near: false };
    }
    let search::Found { hits, total: _, is_near } =
        Index::new(talk.catalog).find(words, talk.learner());
    let mut things = Vec::new();
    for hit in hits {
        let home = hit.home(talk.catalog).and_then(to_read);
        let is_itself =
            kind.is_none() || ["role", "skill", "project", "route"].contains(&hit.kind());
        let fits = |it: &Thing| is_itself && kind.is_none_or(|kind| Kind::of(*it) == kind);
        if let Some(thing) = home.filter(fits).filter(|it| !things.contains(it)) {
            things.push(thing);
        }
    }
    Found { things, is_near }
}

fn to_read(home: Home) -> Option<Thing> {
    match home {
        Home::Role(id) => Some(Thing::Role(id)),
        Home::Skill(id) => Some(Thing::Skill(id)),
        Home::Project(id) => Some(Thing::Project(id)),
        Home::Route(id) => Some(Thing::Route(id)),
        Home::Area(_) => None,
    }
}

/// The thing of that kind that is called exactly so.
fn called(catalog: &Catalog, kind: Kind, name: &str) -> Option<Thing> {
    const NONE: &[Text] = &[];
    match kind {
        Kind::Role => {
            let all = catalog.roles().map(|(id, it)| (id, &*it.id, &*it.name, &*it.also));
            search::exactly(name, all).map(Thing::Role)
        }
        Kind::Skill => {
            let all = catalog.skills().map(|(id, it)| (id, &*it.id, &*it.name, &*it.also));
            search::exactly(name, all).map(Thing::Skill)
        }
        Kind::Project => {
            let all = catalog.projects().map(|(id, it)| (id, &*it.id, &*it.name, NONE));
            search::exactly(name, all).map(Thing::Project)
        }
        Kind::Route => {
            let all = catalog.routes().map(|(id, it)| (id, &*it.id, &*it.name, NONE));
            search::exactly(name, all).map(Thing::Route)
        }
    }
}
