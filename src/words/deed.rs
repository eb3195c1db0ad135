//! Deeds in words: what one is called, and what has come of it.

mod time;

use self::time::in_all;
pub use self::time::task;
use super::{count, date, dates, fitted, minutes};
use crate::{
    catalog::{Catalog, ClimbId, ProjectId, ProofId, ResourceId, RouteId, Rung, SkillId},
    deeds::Deed,
    planner::{self, Place},
    progress::{Item, Learner, Mark, Notable, State},
};

/// The columns of the first words of a proof or a point.
const FIRST_WORDS: usize = 32;
/// As many deeds are named; the rest is counted.
const NAMED: usize = 2;

/// What a deed is called, to be read behind a colon: "claiming Redis".
#[expect(clippy::too_many_lines, reason = "a line or two for each deed")]
pub fn deed(catalog: &Catalog, deed: &Deed) -> String {
    let skill = |id: &SkillId| &catalog.skill(*id).name;
    let route = |id: &RouteId| &catalog.route(*id).name;
    match deed {
        Deed::Aim(role) => format!("your goal {}", catalog.role(*role).name),
        Deed::GiveUp => "giving up your goal".to_owned(),
        Deed::Deepen(depth) => format!("your goal's depth {}", depth.word()),
        Deed::Live(region) => format!("your region {}", catalog.region(*region).name),
        Deed::LiveAnywhere => "no region of your own".to_owned(),
        Deed::Pick(id) => format!("picking {}", skill(id)),
        Deed::Unpick(id) => format!("no longer picking {}", skill(id)),
        Deed::Hours(_) | Deed::AssumeHours => "the hours of your week".to_owned(),
        Deed::Start(_) | Deed::StartAtOnce => "your first day of study".to_owned(),
        Deed::Break(from, to) => format!("a break, {}", dates(*from, *to)),
        Deed::EndBreak(from) => format!("no break from {}", date(*from)),
        Deed::Pin(id, _) => format!("the place of {}", climb(catalog, *id)),
        Deed::Unpin(id) => format!("no place of its own for {}", climb(catalog, *id)),
        Deed::KeepPlan => "keeping the plan".to_owned(),
        Deed::ForgetPlan => "forgetting the plan you kept".to_owned(),
        Deed::HideDates => "hiding dates".to_owned(),
        Deed::ShowDates => "showing dates".to_owned(),
        Deed::Tick(id, _) => format!("ticking a proof of {}", skill(id)),
        Deed::Untick(id, _) => format!("opening a proof of {}", skill(id)),
        Deed::Claim(id, rung) => format!("claiming {}", at_rung(skill(id), *rung)),
        Deed::Unclaim(id) => format!("no longer claiming {}", skill(id)),
        Deed::Skip(id) => format!("skipping {}", skill(id)),
        Deed::TakeUp(id) => format!("taking up again {}", skill(id)),
        Deed::Reset(id) => format!("resetting {}", skill(id)),
        Deed::Log(it, _, time) => format!("logging {} on {}", minutes(*time), task(catalog, *it)),
        Deed::Unlog(it, day) => {
            format!("removing what was logged on {} for {}", date(*day), task(catalog, *it))
        }
        Deed::Correct(it, entry, _) => {
            format!(
                "correcting what was logged on {} for {}",
                date(entry.date()),
                task(catalog, *it)
            )
        }
        Deed::Strike(it, entry) => {
            format!("removing an entry of {} for {}", date(entry.date()), task(catalog, *it))
        }
        Deed::StartTimer(it, ..) => format!("starting the timer for {}", task(catalog, *it)),
        Deed::StopTimer(_, time) => format!("logging {} by the timer", minutes(*time)),
        Deed::ForgetTimer(_) => "forgetting the timer".to_owned(),
        Deed::Review(..) => "a review".to_owned(),
        Deed::Unreview(..) => "taking a review back".to_owned(),
        Deed::ShareReviews(_) | Deed::UsualReviews => "the share of reviews".to_owned(),
        Deed::HideLooks => "hiding the look back".to_owned(),
        Deed::ShowLooks => "showing the look back".to_owned(),
        Deed::Build(id, _) => format!("ticking a point of {}", catalog.project(*id).name),
        Deed::Unbuild(id, _) => format!("opening a point of {}", catalog.project(*id).name),
        Deed::Note(it, _) => format!("a note on {}", thing(catalog, *it)),
        Deed::Unnote(it) => format!("no note on {}", thing(catalog, *it)),
        Deed::Show(mark, _) => format!("evidence for {}", marked(catalog, *mark)),
        Deed::Unshow(mark) => format!("no evidence for {}", marked(catalog, *mark)),
        Deed::OwnHours(id, rung, _) => {
            format!("your own estimate for {}", at_rung(skill(id), *rung))
        }
        Deed::CatalogHours(id, rung) => {
            format!("no estimate of your own for {}", at_rung(skill(id), *rung))
        }
        Deed::Read(id, it) => format!("marking {} as read", resource(catalog, *id, *it)),
        Deed::Unread(id, it) => format!("marking {} as unread", resource(catalog, *id, *it)),
        Deed::Worked(_) | Deed::ForgetWork => "the time you have worked".to_owned(),
        Deed::Follow(id) => format!("following {}", route(id)),
        Deed::Leave(id) => format!("leaving {}", route(id)),
        Deed::Reach(id, _) => format!("reaching a milestone of {}", route(id)),
        Deed::Unreach(id, _) => format!("opening a milestone of {}", route(id)),
    }
}

/// What several deeds that were done at once are called.
pub fn deeds(catalog: &Catalog, deeds: &[Deed]) -> String {
    let mut names: Vec<String> = deeds.iter().map(|it| deed(catalog, it)).collect();
    names.dedup();
    if let [Deed::Claim(..), _, ..] = deeds
        && deeds.iter().all(|it| matches!(it, Deed::Claim(..)))
    {
        return format!("claiming {}", count(deeds.len(), "skill", "skills"));
    }
    let rest = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if rest > 0 {
        names.push(format!("{rest} more"));
    }
    names.join(", ")
}

/// What has come of a deed, in a sentence.
#[expect(clippy::too_many_lines, reason = "a line or two for each deed")]
pub fn told(before: Learner<'_>, after: Learner<'_>, deed: &Deed) -> String {
    if before.progress == after.progress {
        return format!("That is so already: {}.", self::deed(after.catalog, deed));
    }
    let catalog = after.catalog;
    let of = |what: &str, id: &SkillId| format!("{what}: {}.", catalog.skill(*id).name);
    match deed {
        Deed::Aim(role) => format!("Your goal now: {}.", catalog.role(*role).name),
        Deed::GiveUp => "No goal any more; what you did stays.".to_owned(),
        Deed::Deepen(depth) => format!("Your goal's depth: {}.", depth.word()),
        Deed::Live(region) => format!("{} comes first now.", catalog.region(*region).name),
        Deed::LiveAnywhere => "No region of your own any more.".to_owned(),
        Deed::Pick(id) => picked(before, after, *id),
        Deed::Unpick(id) => of("Not your pick any more", id),
        Deed::Hours(_) => format!("Your week: {}.", week(after)),
        Deed::AssumeHours => format!("Your week as assumed: {}.", week(after)),
        Deed::Start(_) | Deed::StartAtOnce => begun(after),
        Deed::Break(from, to) => format!("No study planned: {}.", dates(*from, *to)),
        Deed::EndBreak(from) => format!("The break from {} is taken back.", date(*from)),
        Deed::Pin(id, place) => format!("{}: {}.", placed(*place), climb(catalog, *id)),
        Deed::Unpin(id) => format!("{FREE}: {}.", climb(catalog, *id)),
        Deed::KeepPlan => "Kept: later plans are compared with these dates.".to_owned(),
        Deed::ForgetPlan => "The plan you kept is forgotten.".to_owned(),
        Deed::HideDates => "No dates from now on.".to_owned(),
        Deed::ShowDates => "Dates are shown again.".to_owned(),
        Deed::Tick(id, proof) => ticked(after, *id, *proof),
        Deed::Untick(id, proof) => format!("Open again, {}.", ticks(after, *id, *proof)),
        Deed::Claim(id, rung) => of(&claimed(*rung), id),
        Deed::Unclaim(id) => of("Not claimed any more", id),
        Deed::Skip(id) => of("Skipped, so it leaves your goal", id),
        Deed::TakeUp(id) => of("Taken up again", id),
        Deed::Reset(id) => of("As if nothing had been done", id),
        Deed::Log(it, _, time) => format!("Logged {}, {}.", minutes(*time), in_all(after, *it)),
        Deed::Correct(it, _, time) => {
            format!("Corrected to {}, {}.", minutes(*time), in_all(after, *it))
        }
        Deed::Unlog(it, _) | Deed::Strike(it, _) => format!("Taken back, {}.", in_all(after, *it)),
        Deed::StartTimer(it, ..) => format!("The timer runs: {}.", task(catalog, *it)),
        Deed::StopTimer(entry, time) => time::stopped(before, after, entry, *time),
        Deed::ForgetTimer(_) => "The timer is forgotten, and nothing is logged.".to_owned(),
        Deed::Review(_, _, grade) => format!("Noted: {}.", grade.word()),
        Deed::Unreview(..) => "That review is taken back.".to_owned(),
        Deed::ShareReviews(_) | Deed::UsualReviews => match after.progress.review_share() {
            0 => "No reviews from now on; what you answered stays.".to_owned(),
            share => format!("Reviews take at most {share} % of your week."),
        },
        Deed::HideLooks => "No look back and no streak from now on.".to_owned(),
        Deed::ShowLooks => "You look back on your weeks again.".to_owned(),
        Deed::Build(id, _) => built(after, *id),
        Deed::Unbuild(id, _) => format!("Open again, {}.", points(after, *id)),
        Deed::Note(it, _) => format!("Noted on {}.", thing(catalog, *it)),
        Deed::Unnote(it) => format!("No note any more on {}.", thing(catalog, *it)),
        Deed::Show(mark, _) => shown(after, *mark),
        Deed::Unshow(mark) => format!("No evidence any more for {}.", marked(catalog, *mark)),
        Deed::OwnHours(id, rung, time) => estimated(catalog, (*id, *rung), *time),
        Deed::CatalogHours(id, rung) => {
            let skill = &catalog.skill(*id).name;
            format!("Planned with the usual hours again: {}.", at_rung(skill, *rung))
        }
        Deed::Read(id, it) => format!("Read: {}.", resource(catalog, *id, *it)),
        Deed::Unread(id, it) => format!("Not read yet: {}.", resource(catalog, *id, *it)),
        Deed::Worked(time) => format!("You have worked as a developer for {}.", months(*time)),
        Deed::ForgetWork => "You have not said how long you have worked.".to_owned(),
        Deed::Follow(id) => format!("{FOLLOWED}: {}.", catalog.route(*id).name),
        Deed::Leave(id) => format!("{LEFT}: {}.", catalog.route(*id).name),
        Deed::Reach(id, _) => reached(before, after, *id),
        Deed::Unreach(id, _) => format!("The milestone is open again, {}.", milestones(after, *id)),
    }
}

/// What has come of letting the plan decide.
const FREE: &str = "Let go, so the plan decides where it stands";
/// What has come of following a route.
const FOLLOWED: &str = "Followed from today, so its milestones have dates";
/// What has come of leaving one.
const LEFT: &str = "Not followed any more, but what you reached stays";

fn claimed(rung: Rung) -> String {
    format!("Claimed up to {}, which counts as done without proof", rung.word())
}

fn estimated(catalog: &Catalog, (id, rung): (SkillId, Rung), time: u32) -> String {
    let climb = at_rung(&catalog.skill(id).name, rung);
    format!("Planned with your own estimate, {}: {climb}.", minutes(time))
}

fn begun(after: Learner<'_>) -> String {
    match after.progress.start() {
        Some(start) => format!("You begin on {}.", date(start)),
        None => "You begin at once.".to_owned(),
    }
}

fn shown(after: Learner<'_>, mark: Mark) -> String {
    let tick = if is_open(after, mark) { " It is not ticked yet." } else { "" };
    format!("Kept as evidence for {}.{tick}", marked(after.catalog, mark))
}

fn reached(before: Learner<'_>, after: Learner<'_>, id: RouteId) -> String {
    let first =
        if before.progress.follows(id) { "" } else { ", and you follow this route from today" };
    format!("Milestone reached{first}, {}.", milestones(after, id))
}

/// What an item of a plan is called: `SQL queries (working)`, `Bookmarks`.
pub fn item(catalog: &Catalog, item: Item) -> String {
    match item {
        Item::Climb(id) => climb(catalog, id),
        Item::Project(id) => catalog.project(id).name.to_string(),
    }
}

/// What a climb is called: `SQL queries (working)`.
pub fn climb(catalog: &Catalog, id: ClimbId) -> String {
    at_rung(&catalog.climbed(id).name, catalog.climb(id).rung)
}

/// `Debugging (working)`, but never one bracket behind another.
fn at_rung(name: &str, rung: Rung) -> String {
    if name.ends_with(')') {
        format!("{name}, {}", rung.word())
    } else {
        format!("{name} ({})", rung.word())
    }
}

/// What something with a note is called.
pub fn thing(catalog: &Catalog, thing: Notable) -> &str {
    match thing {
        Notable::Role(id) => &catalog.role(id).name,
        Notable::Skill(id) => &catalog.skill(id).name,
        Notable::Project(id) => &catalog.project(id).name,
        Notable::Route(id) => &catalog.route(id).name,
    }
}

/// What can be ticked, by its first words: `the proof "Store and read a value" of Redis`.
pub fn marked(catalog: &Catalog, mark: Mark) -> String {
    let (kind, text, name) = match mark {
        Mark::Proof(id, proof) => {
            let skill = catalog.skill(id);
            ("proof", skill.proof(proof).map(|it| &it.text), &skill.name)
        }
        Mark::Point(id, point) => {
            let project = catalog.project(id);
            ("point", project.point(point).map(|it| &it.text), &project.name)
        }
    };
    let words = fitted(text.map_or("", |it| it), FIRST_WORDS, "…");
    format!("the {kind} \"{words}\" of {name}")
}

fn is_open(learner: Learner<'_>, mark: Mark) -> bool {
    match mark {
        Mark::Proof(id, proof) => learner.progress.ticked(id, proof).is_none(),
        Mark::Point(id, point) => learner.progress.built(id, point).is_none(),
    }
}

fn resource(catalog: &Catalog, id: SkillId, resource: ResourceId) -> &str {
    catalog.skill(id).resource(resource).map_or("", |it| &it.title)
}

/// Some months in words: `2 years 6 months`.
pub fn months(number: u32) -> String {
    let counted = |number: u32, one, many| count(usize::try_from(number).unwrap_or(0), one, many);
    let years = (number / 12 > 0).then(|| counted(number / 12, "year", "years"));
    let rest = (!number.is_multiple_of(12) || number == 0)
        .then(|| counted(number % 12, "month", "months"));
    years.into_iter().chain(rest).collect::<Vec<_>>().join(" ")
}

fn built(after: Learner<'_>, id: ProjectId) -> String {
    if after.is_built(id) {
        format!("Built: {}.", after.catalog.project(id).name)
    } else {
        format!("Ticked, {}.", points(after, id))
    }
}

fn points(learner: Learner<'_>, id: ProjectId) -> String {
    let project = learner.catalog.project(id);
    let all = count(project.points.len(), "point", "points");
    format!("{} of {all}: {}", learner.built_points(id), project.name)
}

fn picked(before: Learner<'_>, after: Learner<'_>, id: SkillId) -> String {
    let mut gone = before.progress.picks().difference(after.progress.picks());
    let name = |id: SkillId| &after.catalog.skill(id).name;
    match gone.next() {
        Some(old) => {
            format!("Your pick, which alone counts here: {}, instead of {}.", name(id), name(*old))
        }
        None => format!("Your pick, which alone counts here: {}.", name(id)),
    }
}

fn placed(place: Place) -> &'static str {
    match place {
        Place::Here => "Pinned where it is",
        Place::Earlier => "Moved earlier and pinned",
        Place::Later => "Moved later and pinned",
        Place::Foremost => "Moved to the front and pinned",
        Place::Number(_) => "Pinned",
    }
}

fn week(learner: Learner<'_>) -> String {
    let week = planner::hours_of_week(learner.progress);
    format!("{}, {} a week", super::week(&week), minutes(week.values().sum()))
}

fn ticked(after: Learner<'_>, id: SkillId, proof: ProofId) -> String {
    let skill = after.catalog.skill(id);
    let own = climb_of(after.catalog, id, proof);
    let proven = own.filter(|it| after.climb_state(*it) == State::Proven);
    let next = skill.climbs.iter().copied().find(|it| !after.climb_state(*it).is_done());
    let lacking = next.and_then(|it| after.lacking(it).find_map(|group| group.first().copied()));
    let ticks = ticks(after, id, proof);
    match (after.state(id), proven, lacking) {
        (State::Proven, ..) => format!("Proven up to {}: {}.", after.aim(id).word(), skill.name),
        (_, Some(proven), _) => {
            let rung = after.catalog.climb(proven).rung.title();
            format!("{rung} proven: {}.", skill.name)
        }
        (.., Some(open)) => {
            let open = climb(after.catalog, open);
            format!("Ticked, {ticks}. Still open below it: {open}.")
        }
        (.., None) => format!("Ticked, {ticks}."),
    }
}

/// The rung that a proof belongs to.
fn climb_of(catalog: &Catalog, id: SkillId, proof: ProofId) -> Option<ClimbId> {
    let mut climbs = catalog.skill(id).climbs.iter().copied();
    climbs.find(|it| catalog.climb(*it).proofs.contains(&proof))
}

/// The proofs ticked of the rung that a proof belongs to: `1 of 3 proofs: Redis (working)`.
fn ticks(learner: Learner<'_>, id: SkillId, proof: ProofId) -> String {
    let Some(own) = climb_of(learner.catalog, id, proof) else { return String::new() };
    let all = count(learner.catalog.climb(own).proofs.len(), "proof", "proofs");
    format!("{} of {all}: {}", learner.ticks(own), climb(learner.catalog, own))
}

fn milestones(learner: Learner<'_>, id: RouteId) -> String {
    let route = learner.catalog.route(id);
    let reached = learner.progress.journey(id).map_or(0, |journey| journey.ticks.len());
    format!("{reached} of {}: {}", route.milestones.len(), route.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{catalog::Rung, progress::Progress};

    #[test]
    fn months_are_told_in_years_as_well() {
        for (number, expected) in [
            (0, "0 months"),
            (1, "1 month"),
            (11, "11 months"),
            (12, "1 year"),
            (13, "1 year 1 month"),
            (30, "2 years 6 months"),
            (720, "60 years"),
        ] {
            assert_eq!(months(number), expected);
        }
    }

    #[test]
    fn several_deeds_are_named_together() {
        let catalog = Catalog::embedded();
        let skills: Vec<SkillId> = catalog.skills().map(|(id, _)| id).take(5).collect();
        let claims: Vec<Deed> = skills.iter().map(|it| Deed::Claim(*it, Rung::Awareness)).collect();
        assert_eq!(deeds(catalog, &claims), "claiming 5 skills");
        let (project, known) = catalog.projects().next().unwrap();
        let points: Vec<Deed> =
            known.points().map(|(point, _)| Deed::Build(project, point)).collect();
        let told = deeds(catalog, &points);
        assert_eq!(told, format!("ticking a point of {}", known.name), "each name once");
    }

    #[test]
    fn what_was_done_already_is_said_to_be_so() {
        let catalog = Catalog::embedded();
        let progress = Progress::default();
        let learner = Learner { catalog, progress: &progress };
        let (id, skill) = catalog.skills().next().unwrap();
        let said = told(learner, learner, &Deed::Claim(id, Rung::Working));
        assert_eq!(said, format!("That is so already: claiming {} (working).", skill.name));
    }
}
