//! What moved the end and the week before, in words.

use super::{count, item, minutes};
use crate::{
    catalog::Catalog,
    journal::{Look, Suggestion},
    planner::{Cause, Remedy, Shift},
    progress::Item,
};

/// As much of what moved the end is named; the rest is counted.
const NAMED: usize = 2;

/// How far something has moved, where there is little room: `11 d later`, `354 d earlier`.
pub fn moved_short(number: i32) -> String {
    match number {
        0 => "on time".to_owned(),
        1.. => format!("{number} d later"),
        _ => format!("{} d earlier", number.unsigned_abs()),
    }
}

/// What has happened since the plan was kept: `Git basics (working) and 2 more, due by now`.
pub fn cause(catalog: &Catalog, cause: &Cause) -> String {
    let what = match cause.what {
        Shift::Due => "due by now and open",
        Shift::Added => "new in the plan",
        Shift::Early => "done before its time",
        Shift::Gone => "not in the plan any more",
    };
    let names: Vec<String> = cause.items.iter().take(NAMED).map(|it| item(catalog, *it)).collect();
    let rest = cause.items.len().saturating_sub(NAMED);
    let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    format!("{what}: {}{more}", names.join(", "))
}

/// What would bring the end back: `2 hours more a week`.
pub fn remedy(remedy: Remedy) -> String {
    match remedy {
        Remedy::MoreHours(hours) => {
            let hours = usize::try_from(hours).unwrap_or(0);
            format!("{} more a week", count(hours, "hour", "hours"))
        }
        Remedy::Depth(depth) => format!("the depth {}", depth.word()),
        Remedy::LetGo => "letting go of the places you pinned".to_owned(),
    }
}

/// The week before, in a sentence or two.
pub fn looked_back(look: &Look) -> String {
    let is_idle = look.week.done == 0 && look.ticks == 0 && look.finished.is_empty();
    if is_idle && look.is_break {
        return "Last week was the break you planned.".to_owned();
    }
    if is_idle {
        return "No study last week. Nothing is lost: it all goes on from here.".to_owned();
    }
    let studied = match look.days {
        0 => "No time logged".to_owned(),
        on => format!("{} on {}", minutes(look.week.done), count(on, "day", "days")),
    };
    let ticked = match look.ticks {
        0 => String::new(),
        many => format!(", {} ticked", count(many, "proof", "proofs")),
    };
    format!("{studied}{ticked}.")
}

/// One thing to try.
pub fn suggestion(catalog: &Catalog, suggestion: Suggestion) -> String {
    let with = |next: Option<Item>| next.map(|it| item(catalog, it));
    match suggestion {
        Suggestion::GoOn(next) => match with(next) {
            Some(next) => format!("Go on with {next}."),
            None => "Go on like that.".to_owned(),
        },
        Suggestion::SayMore(time) => format!(
            "You do more than you planned: with {} in your week the dates would come nearer.",
            minutes(time)
        ),
        Suggestion::AskLess(time) => format!(
            "Your weeks hold about {} now. A plan with that is a plan you can keep.",
            minutes(time)
        ),
        Suggestion::BeginSmall(next) => match with(next) {
            Some(next) => format!("Begin small: twenty minutes of {next}."),
            None => "Begin small: twenty minutes on one day.".to_owned(),
        },
        Suggestion::Tick(next) => match with(next) {
            Some(next) => format!("Look whether a proof of {next} is ready to be ticked."),
            None => "Look whether a proof is ready to be ticked.".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_moved_says_which_way() {
        assert_eq!(
            [0, 1, 17, -354].map(moved_short),
            ["on time", "1 d later", "17 d later", "354 d earlier"]
        );
    }
}
