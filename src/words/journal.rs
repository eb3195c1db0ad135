//! The journal in words.

use super::{count, minutes, task};
use crate::{catalog::Catalog, journal::Happening};

/// What was done, without the day: `SQL queries: working knowledge proven`.
pub fn happening(catalog: &Catalog, what: &Happening) -> String {
    let skill = |id| &*catalog.skill(id).name;
    match what {
        Happening::Built(id) => format!("{} built", catalog.project(*id).name),
        Happening::Proven(id) => format!("{} proven", super::climb(catalog, *id)),
        Happening::Reached(id, milestone) => {
            let route = catalog.route(*id);
            let name = route.milestone(*milestone).map_or("", |it| &*it.title);
            format!("{name} ({})", route.name)
        }
        Happening::Followed(id) => format!("{} begun", catalog.route(*id).name),
        Happening::Ticked(id, proof) => {
            let text = catalog.skill(*id).proof(*proof).map_or("", |it| &*it.text);
            format!("{}: {text}", skill(*id))
        }
        Happening::Met(id, point) => {
            let project = catalog.project(*id);
            let text = project.point(*point).map_or("", |it| &*it.text);
            format!("{}: {text}", project.name)
        }
        Happening::Claimed(id, rung) => format!("{} claimed up to {}", skill(*id), rung.word()),
        Happening::Skipped(id) => format!("{} left out", skill(*id)),
        Happening::Logged(it, _, time) => format!("{}: {}", task(catalog, *it), minutes(*time)),
        Happening::Read(id, resource) => {
            let title = catalog.skill(*id).resource(*resource).map_or("", |it| &*it.title);
            format!("{title} read ({})", skill(*id))
        }
        Happening::Reviewed(all, 0) => format!("{} answered", count(*all, "question", "questions")),
        Happening::Reviewed(all, again) => {
            format!("{} answered, {again} not known", count(*all, "question", "questions"))
        }
    }
}
