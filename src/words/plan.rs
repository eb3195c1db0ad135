//! A plan in words, said once for screens and for paper.
//!
//! Where room differs, a sentence comes in several forms, the longest first;
//! whoever shows it takes the first that fits.

use super::{count, date, days, days_between, hours_up, minutes, range};
use crate::{
    catalog::{Catalog, SkillId},
    planner::{NoFinish, Plan, Reason, Spread},
    progress::{Learner, Progress},
};

/// When all will be done, as a range and never as a deadline.
pub struct Ready {
    /// `Ready around 30 Mar 2030`
    pub around: String,
    /// `8 in 10: 2 Jan 2029 – 7 Apr 2032`
    pub range: String,
    /// `Ready 2 Jan 2029 – 7 Apr 2032`
    pub short: String,
}

/// When all will be done; none where dates are hidden or there is none.
pub fn ready(progress: &Progress, plan: &Plan) -> Option<Ready> {
    let Spread { low, likely, high } = plan.finish.ok().filter(|_| !progress.hides_dates())?;
    let (early, late) = (date(low), date(high));
    Some(Ready {
        around: format!("Ready around {}", date(likely)),
        range: format!("8 in 10: {early} – {late}"),
        short: format!("Ready {early} – {late}"),
    })
}

/// Why there is no date, in a sentence without a full stop.
pub fn no_finish(reason: NoFinish) -> &'static str {
    match reason {
        NoFinish::NoGoal => "There is no goal yet",
        NoFinish::Done => "Nothing is left to learn",
        NoFinish::NoHours => "There are no hours on any day of the week",
        NoFinish::TooFar => "With these hours it takes more than two centuries",
    }
}

/// What is left: `1227 h to go (776–1967)`.
pub fn amount_left(plan: &Plan) -> String {
    let Spread { low, likely, high } = plan.minutes_left.map(hours_up);
    format!("{likely} h to go ({})", range(low, high))
}

/// How the end compares with that of the plan kept: `3 days later than in the plan you kept`.
pub fn slip(number: i32) -> String {
    match number {
        0 => "as in the plan you kept".to_owned(),
        1.. => format!("{} later than in the plan you kept", days(number)),
        _ => format!("{} earlier than in the plan you kept", days(number)),
    }
}

/// That the hours are not the learner's own.
pub fn hours_assumed(plan: &Plan) -> Option<&'static str> {
    let is_said = plan.hours_are_assumed && !plan.steps.is_empty();
    is_said.then_some("hours assumed: one on each day from Monday to Friday")
}

/// How the learner's pace compares with the estimates.
pub fn pace(plan: &Plan) -> String {
    let pace = plan.pace.overall;
    if pace.is_enough() {
        let skills = count(pace.skills, "skill", "skills");
        return format!(
            "your pace: {:.1} times the estimates ({:.1} to {:.1}), by {skills}",
            pace.factor, pace.low, pace.high
        );
    }
    match pace.skills_wanting() {
        0 => "your pace: not enough time logged yet".to_owned(),
        more => {
            let skills = count(more, "more finished skill", "more finished skills");
            format!("your pace: not known yet; {skills} with time logged would tell")
        }
    }
}

/// That other picks might cost fewer hours.
pub fn approximate(plan: &Plan) -> Option<&'static str> {
    (!plan.is_exact).then_some("other choices may take fewer hours: there are too many to try all")
}

/// What a trial changes, in days and hours; none if neither.
pub fn difference(progress: &Progress, kept: &Plan, tried: &Plan) -> Option<String> {
    let mut parts = Vec::new();
    match (kept.finish, tried.finish) {
        _ if progress.hides_dates() => (),
        (Ok(kept), Ok(tried)) => {
            let number = days_between(kept.likely, tried.likely);
            let way = if number < 0 { "earlier" } else { "later" };
            parts.extend((number != 0).then(|| format!("{} {way}", days(number))));
        }
        (Ok(_), Err(NoFinish::Done)) => parts.push("nothing left to learn".to_owned()),
        (Ok(_), Err(_)) => parts.push("no finish any more".to_owned()),
        (Err(_), Ok(tried)) => parts.push(format!("ready around {}", date(tried.likely))),
        (Err(_), Err(_)) => (),
    }
    let (before, after) = (kept.minutes_left.likely, tried.minutes_left.likely);
    let amount = match before.abs_diff(after) {
        number @ 0..60 => minutes(number),
        number => format!("{} h", number.saturating_add(30) / 60),
    };
    if before != after {
        parts.push(format!("{amount} {}", if after < before { "less" } else { "more" }));
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Why a skill stands where it stands, in a few words: `essential, opens 7 skills`.
pub fn reason(catalog: &Catalog, id: SkillId, reason: &Reason) -> String {
    let name = |id: SkillId| &catalog.skill(id).name;
    let first = match (reason.is_pinned, reason.ticked, reason.importance, reason.leads_to) {
        (true, ..) => "where you put it".to_owned(),
        (_, Some(ticked), ..) => {
            format!("begun, {ticked} of {} proofs", catalog.skill(id).proofs.len())
        }
        (_, _, Some(importance), _) => importance.word().to_owned(),
        (.., Some(later)) => format!("needed for {}", name(later)),
        _ => "on the way".to_owned(),
    };
    let is_plain = reason.importance.is_none() && reason.ticked.is_none() && !reason.is_pinned;
    let second = match (reason.opens, reason.comes_after) {
        (0, None) => "nothing in its way".to_owned(),
        (0, Some(before)) => format!("after {}", name(before)),
        (1, _) if is_plain => return first,
        (opens, _) => format!("opens {}", count(opens, "skill", "skills")),
    };
    format!("{first}, {second}")
}

/// What stands in a skill's way: `needs HTTP +2`; none if nothing does.
pub fn needs(learner: Learner<'_>, id: SkillId) -> Option<String> {
    let mut lacking = learner.lacking(learner.catalog.skill(id));
    let name = match lacking.next()? {
        [one] => learner.catalog.skill(*one).name.to_string(),
        several => format!("one of {}", several.len()),
    };
    let more = match lacking.count() {
        0 => String::new(),
        more => format!(" +{more}"),
    };
    Some(format!("needs {name}{more}"))
}
