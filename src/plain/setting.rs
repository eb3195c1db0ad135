//! How one wants to learn, as it is typed behind `set` and `try`: hours, depth,
//! region, start, break, experience, pick, dates.

use super::{Conversation, Kind, Thing, name};
use crate::{
    deeds::Deed,
    planner,
    progress::Depth,
    search,
    words::amount::{self, Lean, Said},
};

/// All that can be set, with an example of each.
const SETTINGS: [(&str, &str); 8] = [
    ("hours", "hours 8h a week"),
    ("depth", "depth essential"),
    ("region", "region uk"),
    ("start", "start 1 june"),
    ("break", "break 20 dec..3 jan"),
    ("experience", "experience 2y"),
    ("pick", "pick and the name of a skill"),
    ("dates", "dates hidden"),
];

/// What can be typed, in a sentence.
pub(super) fn examples(verb: &str) -> String {
    let all: Vec<String> = SETTINGS.iter().map(|(_, it)| format!("{verb} {it}")).collect();
    format!("Type {}.", all.join(", "))
}

/// The deed that some words ask for; or why there is none.
pub(super) fn deed(talk: &Conversation, verb: &str, typed: &str) -> Result<Deed, String> {
    let (word, rest) = typed.split_once(' ').unwrap_or((typed, ""));
    let (word, rest) = (word.to_lowercase(), rest.trim());
    let mut known = SETTINGS.iter().map(|(it, _)| *it);
    let meant = known.find(|it| !word.is_empty() && it.starts_with(&word));
    let today = talk.world.today;
    match meant {
        Some("hours") => hours(talk, rest).map(Deed::Hours),
        Some("depth") => {
            let depth = Depth::ALL
                .iter()
                .find(|it| !rest.is_empty() && it.word().starts_with(&rest.to_lowercase()));
            let all: Vec<&str> = Depth::ALL.iter().map(|it| it.word()).collect();
            depth
                .map(|it| Deed::Deepen(*it))
                .ok_or_else(|| format!("the depths are {}", all.join(", ")))
        }
        Some("region") => region(talk, rest),
        Some("start") => amount::date(today, Lean::Future, rest).map(Deed::Start),
        Some("break") => amount::days(today, rest).map(|it| Deed::Break(it.from, it.to)),
        Some("experience") => amount::months(rest).map(Deed::Worked),
        Some("pick") => match name::found(talk, Some(Kind::Skill), rest).only() {
            Some(Thing::Skill(id)) => Ok(Deed::Pick(id)),
            _ => Err(format!("say which skill to pick by its whole name; `{rest}` is none")),
        },
        Some("dates") => match rest {
            "hidden" | "hide" => Ok(Deed::HideDates),
            "shown" | "show" => Ok(Deed::ShowDates),
            _ => Err("dates are shown or hidden".to_owned()),
        },
        _ => Err(examples(verb)),
    }
}

/// Hours by days, or of a week like the one there is.
pub(super) fn hours(talk: &Conversation, typed: &str) -> Result<crate::progress::Week, String> {
    Ok(match amount::week(typed)? {
        Said::Days(week) => week,
        Said::Total(minutes) => {
            planner::of_total(minutes, &planner::hours_of_week(talk.shown_learner().progress))
        }
    })
}

fn region(talk: &Conversation, typed: &str) -> Result<Deed, String> {
    let regions = || talk.catalog.regions();
    let all = regions().map(|(id, it)| (id, &*it.id, &*it.name, std::slice::from_ref(&it.short)));
    search::exactly(typed, all).map(Deed::Live).ok_or_else(|| {
        let names: Vec<&str> = regions().map(|(_, it)| &*it.name).collect();
        format!("the regions are {}", names.join(", "))
    })
}
