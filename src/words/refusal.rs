//! Why a deed was refused, in words.

use super::{climb, date, item, minutes, months, task};
use crate::{
    catalog::{Catalog, SkillId},
    deeds::Refusal,
    planner::Misplaced,
    progress::MOST_SHARE,
};

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
        Refusal::LongAgo(day) => format!("{} is more than a century ago", date(day)),
        Refusal::FarAhead(day) => {
            format!("{} is more than a century ahead, and no plan reaches that far", date(day))
        }
        Refusal::FullDay(day, time) => format!(
            "a day has 24 h, and on {} {} are logged already: take back or correct what is too much",
            date(day),
            minutes(time)
        ),
        Refusal::NoTime(0) | Refusal::NoEstimate(0) => "that is no time at all".to_owned(),
        Refusal::NoTime(time) => {
            format!("{} is more than a day has", minutes(time))
        }
        Refusal::NoDates => "there are no dates to keep".to_owned(),
        Refusal::TooLong(time) => format!("{} is more than a working life has", months(time)),
        Refusal::NoWords => "there is nothing to read in it".to_owned(),
        Refusal::TooManyLetters { letters, longest } => {
            format!("it has {letters} letters, and {longest} are all that can be kept")
        }
        Refusal::Runs(it) => format!("the timer runs already for {}", task(catalog, it)),
        Refusal::NoTimer => "that timer does not run any more".to_owned(),
        Refusal::NoEntry => "there is no such entry any more".to_owned(),
        Refusal::TooMuchReview(share) => {
            format!("{share} % is more than reviews may take of a week, which is {MOST_SHARE} %")
        }
        Refusal::NoRung(id, rung) => format!("{} has no rung {}", name(id), rung.word()),
        Refusal::NotStudied(id) => {
            format!(
                "only a job teaches {}: no hours of study are planned for it",
                climb(catalog, id)
            )
        }
        Refusal::NoEstimate(time) => {
            format!("{} is more than any rung takes", minutes(time))
        }
        Refusal::Misplaced(it) => misplaced(catalog, it),
    }
}

fn misplaced(catalog: &Catalog, it: Misplaced) -> String {
    match it {
        Misplaced::NotPlanned(id) => format!("{} is not in the plan", climb(catalog, id)),
        Misplaced::NoPlace(id) => format!(
            "{} grows beside everything else and has no place of its own",
            climb(catalog, id)
        ),
        Misplaced::First(id) => format!("{} comes first already", climb(catalog, id)),
        Misplaced::Last(id) => format!("{} comes last already", climb(catalog, id)),
        Misplaced::Needs(id, needed) => format!(
            "{} cannot come before {}, which it needs",
            item(catalog, id),
            item(catalog, needed)
        ),
    }
}
