//! A plan in words, said once for screens and for paper.
//!
//! Where room differs, a sentence comes in several forms, the longest first;
//! whoever shows it takes the first that fits.

use jiff::civil::Date;

use super::{
    count, date, date_from, dates, days, days_between, deed::climb, deed::item, deed::months,
    hours_left, hours_up, minutes, month, range,
};
use crate::{
    catalog::{Catalog, ClimbId, Rhythm},
    planner::{Drop, Moved, NoFinish, Plan, Reason, Spread, StageKind, Taught},
    progress::{Item, Learner, Progress},
};

/// The days that can be told one from another in a forecast.
const FORESEEN: i32 = 92;

/// From when on one can apply, as a range and never as a deadline.
pub struct Ready {
    /// `You can apply from 8 Mar 2028`
    pub around: String,
    /// `8 in 10: Jan – Jun 2028`
    pub range: String,
    /// `Apply Jan – Jun 2028`
    pub short: String,
    /// `All of it, with what is merely helpful: Aug 2029`; none if nothing comes after.
    pub all: Option<String>,
}

/// From when on one can apply; none where dates are hidden or there is none.
pub fn ready(progress: &Progress, plan: &Plan) -> Option<Ready> {
    let Spread { low, likely, high } = plan.apply.ok().filter(|_| !progress.hides_dates())?;
    let range = when_between(plan.from, low, high);
    let all = plan.finish.ok().filter(|it| it.likely > likely).map(|it| it.likely);
    Some(Ready {
        around: format!("You can apply from {}", when(plan.from, likely)),
        range: format!("8 in 10: {range}"),
        short: format!("Apply {range}"),
        all: all.map(|it| format!("All of it, with what is merely helpful: {}", month_of(it))),
    })
}

/// A day as exactly as it can be foreseen: `14 Mar 2027`, and from three months on `Jun 2027`.
pub fn when(today: Date, it: Date) -> String {
    if days_between(today, it) <= FORESEEN { date(it) } else { month_of(it) }
}

/// Two days as exactly as the later of them can be foreseen: `2 – 9 Jan 2027`, and from
/// three months on `Jan – Feb 2027`.
pub fn when_between(today: Date, low: Date, high: Date) -> String {
    if days_between(today, high) <= FORESEEN {
        return dates(low, high);
    }
    match (low.year() == high.year(), low.month() == high.month()) {
        (true, true) => month_of(high),
        (true, false) => format!("{} – {}", month(low), month_of(high)),
        (false, _) => format!("{} – {}", month_of(low), month_of(high)),
    }
}

/// A month far away: `Aug 2029`.
pub fn month_of(date: Date) -> String {
    format!("{} {}", month(date), date.year())
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

/// What is left until one can apply, and in all: `1020 h until you can apply, 1227 h in all (776–1967 h)`.
pub fn amount_left(plan: &Plan) -> String {
    let all = hours_to_go(plan.minutes_left);
    match hours_up(plan.minutes_to_apply) {
        apply if apply > 0 && apply < hours_up(plan.minutes_left.likely) => {
            format!("{apply} h until you can apply, {all}")
        }
        _ => all,
    }
}

/// What is left in all: `1227 h in all (776–1967 h)`.
pub fn hours_to_go(minutes: Spread<u32>) -> String {
    let Spread { low, likely, high } = minutes.map(hours_up);
    format!("{likely} h in all ({} h)", range(low, high))
}

/// What has moved the end since one was here last: `Since 31 Oct the end moved 19
/// days later: 21 days for the time that passed, 2 days back for what you did`.
pub fn moved(today: Date, it: Moved) -> String {
    let Moved { since, days: all, passed, done, pace } = it;
    let since = date_from(today, since);
    let way = |number: i32| if number < 0 { "earlier" } else { "later" };
    let whole = match all {
        0 if passed == 0 && done == 0 && pace == 0 => {
            return format!("What you did since {since} has not moved the end");
        }
        0 => format!("Since {since} the end has not moved"),
        _ => format!("Since {since} the end moved {} {}", days(all), way(all)),
    };
    let causes = [
        (passed, "the time that passed"),
        (done, "what you did"),
        (pace, "your pace and your reviews, which are better known now"),
    ];
    let causes: Vec<(i32, &str)> = causes.into_iter().filter(|(number, _)| *number != 0).collect();
    // One cause is all of it.
    if let [(_, only)] = &*causes {
        return format!("{whole} for {only}");
    }
    let part =
        |(number, what): &(i32, &str)| format!("{} {} for {what}", days(*number), way(*number));
    let parts: Vec<String> = causes.iter().map(part).collect();
    format!("{whole}: {}", parts.join(", "))
}

/// What could be done to be able to apply by a date, in sentences.
pub fn ready_by(drop: &Drop) -> Vec<String> {
    let Drop { skills, plan, minutes_over, more_hours, less_depth } = drop;
    let apply = match plan.apply {
        Ok(spread) => format!("you can apply from {}", date(spread.likely)),
        Err(reason) => no_finish(reason).to_lowercase(),
    };
    let mut lines = Vec::new();
    if skills.is_empty() && *minutes_over == 0 {
        lines.push(format!("Nothing has to change: {apply}."));
    }
    if let Some(more) = more_hours {
        let hours = minutes(more.saturating_mul(60));
        lines.push(format!("With {hours} more a week nothing has to be left out."));
    }
    if let Some(depth) = less_depth {
        lines.push(format!("With the depth {} the date holds as well.", depth.word()));
    }
    if !skills.is_empty() {
        lines.push(format!("Without what is listed below: {apply}."));
    }
    if *minutes_over > 0 {
        let over = hours_left(*minutes_over);
        let but = if more_hours.is_some() { "By the hours of now" } else { "Even so" };
        lines.push(format!("{but}, what is essential is {over} too many."));
    }
    lines
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

/// What of each week the plan keeps for reviews, if anything.
pub fn review_minutes(plan: &Plan) -> Option<String> {
    let kept = Some(plan.review_minutes()).filter(|it| *it > 0)?;
    Some(format!("about {} a week kept for reviews", minutes(kept)))
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

/// What a trial changes, in days and hours; none if neither.
pub fn difference(progress: &Progress, kept: &Plan, tried: &Plan) -> Option<String> {
    let mut parts = Vec::new();
    match (kept.apply, tried.apply) {
        _ if progress.hides_dates() => (),
        (Ok(kept), Ok(tried)) => {
            let number = days_between(kept.likely, tried.likely);
            let way = if number < 0 { "earlier" } else { "later" };
            parts.extend((number != 0).then(|| format!("{} {way}", days(number))));
        }
        (Ok(_), Err(NoFinish::Done)) => parts.push("nothing left to learn".to_owned()),
        (Ok(_), Err(_)) => parts.push("no finish any more".to_owned()),
        (Err(_), Ok(tried)) => parts.push(format!("you can apply from {}", date(tried.likely))),
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

/// Why something stands where it stands, in a few words: `for Bookmarks; 9 of 11
/// curricula teach it before HTTP`.
pub fn reason(catalog: &Catalog, it: Item, reason: &Reason) -> String {
    let first = match (reason.is_pinned, reason.ticked, reason.rhythm, reason.project) {
        (true, ..) => "where you put it".to_owned(),
        (_, Some(ticked), ..) => begun(catalog, it, ticked),
        (_, _, Rhythm::Alongside, _) => "beside everything else, a little each week".to_owned(),
        (_, _, Rhythm::Applying, _) => "for applying".to_owned(),
        (_, _, Rhythm::Job, _) => "learned in the job".to_owned(),
        (.., Some(project)) => format!("for {}", catalog.project(project).name),
        (.., None) => called(catalog, it, reason),
    };
    let taught = reason.taught.map(|it| taught(catalog, it));
    let opens = match (reason.opens, reason.leads_to) {
        (1, Some(later)) => Some(format!("{} needs it", item(catalog, later))),
        (opens, Some(_)) => Some(format!("{opens} others need it")),
        (_, None) => None,
    };
    let second = taught.or(opens);
    second.map_or(first.clone(), |second| format!("{first}; {second}"))
}

fn begun(catalog: &Catalog, it: Item, ticked: usize) -> String {
    match it {
        Item::Climb(id) => {
            format!("begun, {ticked} of {} proofs", catalog.climb(id).proofs.len())
        }
        Item::Project(id) => {
            format!("begun, {ticked} of {} points", catalog.project(id).points.len())
        }
    }
}

/// For whose sake it is planned.
fn called(catalog: &Catalog, it: Item, reason: &Reason) -> String {
    match (it, reason.importance, reason.leads_to) {
        (Item::Project(_), ..) => "shows what this stage has taught".to_owned(),
        (_, Some(importance), _) => format!("{} for the role", importance.word()),
        (_, None, Some(later)) => format!("{} needs it", item(catalog, later)),
        (_, None, None) => "on the way".to_owned(),
    }
}

/// What teachers say: `9 of 11 curricula teach it before HTTP`.
fn taught(catalog: &Catalog, it: Taught) -> String {
    let Taught { before, agree, of } = it;
    format!("{agree} of {of} curricula teach it before {}", catalog.skill(before).name)
}

/// What stands in a climb's way: `needs HTTP (working) +2`; none if nothing does.
pub fn needs(learner: Learner<'_>, id: ClimbId) -> Option<String> {
    let mut lacking = learner.lacking(id);
    let name = match lacking.next()? {
        [one] => climb(learner.catalog, *one),
        several => format!("one of {}", several.len()),
    };
    let more = match lacking.count() {
        0 => String::new(),
        more => format!(" +{more}"),
    };
    Some(format!("needs {name}{more}"))
}

/// What a stage is called: the project at its end, or what it is for.
pub fn stage_name(catalog: &Catalog, kind: StageKind) -> String {
    match kind {
        StageKind::Project(id) => catalog.project(id).name.to_string(),
        StageKind::Study(id) => format!("For {}", catalog.role(id).name),
        StageKind::Apply(id) => format!("Apply as {}", in_sentence(&catalog.role(id).name)),
        StageKind::Post(id, time) => {
            format!("{} as {}", months(time), in_sentence(&catalog.role(id).name))
        }
        StageKind::Wider => "Wider".to_owned(),
    }
}

/// What a stage goes by in answers.
pub fn stage_id(catalog: &Catalog, kind: StageKind) -> String {
    match kind {
        StageKind::Project(id) => catalog.project(id).id.to_string(),
        StageKind::Study(id) => format!("study-{}", catalog.role(id).id),
        StageKind::Apply(id) => format!("apply-{}", catalog.role(id).id),
        StageKind::Post(id, _) => format!("post-{}", catalog.role(id).id),
        StageKind::Wider => "wider".to_owned(),
    }
}

/// A title within a sentence: `back-end developer`, but `QA engineer` and `DevOps engineer`.
fn in_sentence(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next();
    // A word that has other capitals is a name, or letters that stand for words.
    let mut word = letters.clone().take_while(|it| !it.is_whitespace());
    let is_word = !word.any(char::is_uppercase);
    match first {
        Some(first) if is_word => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as on;

    use super::*;

    #[test]
    fn a_range_is_as_exact_at_both_ends() {
        let today = on(2026, 11, 21);
        let check = |low, high, expected: &str| {
            assert_eq!(when_between(today, low, high), expected);
        };
        check(on(2027, 1, 2), on(2027, 2, 9), "2 Jan – 9 Feb 2027");
        check(on(2026, 12, 28), on(2027, 1, 9), "28 Dec 2026 – 9 Jan 2027");
        check(on(2027, 1, 23), on(2027, 2, 27), "Jan – Feb 2027");
        check(on(2028, 6, 2), on(2028, 6, 9), "Jun 2028");
        check(on(2032, 6, 2), on(2034, 7, 9), "Jun 2032 – Jul 2034");
    }

    #[test]
    fn titles_within_a_sentence_begin_small_unless_they_are_names() {
        for (name, expected) in [
            ("Back-end developer", "back-end developer"),
            ("Director of engineering", "director of engineering"),
            ("DevOps / SRE engineer", "DevOps / SRE engineer"),
            ("QA / test engineer", "QA / test engineer"),
        ] {
            assert_eq!(in_sentence(name), expected);
        }
    }
}
