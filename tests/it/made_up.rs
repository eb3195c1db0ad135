//! Deeds made up from numbers.

use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, date},
};
use rungs::{
    catalog::{
        Catalog, ClimbId, MilestoneId, PointId, ProjectId, ProofId, ResourceId, RouteId, Rung,
        SkillId,
    },
    deeds::{Deed, DeedKind},
    planner::Place,
    progress::{Card, Day, Depth, EntryId, Grade, Mark, Notable, Task},
};

use crate::dice::Dice;

/// The day on which they are done.
pub(crate) const TODAY: Date = date(2027, 3, 1);

/// A deed of any kind, about something of the catalog.
pub(crate) fn deed(catalog: &Catalog, dice: &mut Dice) -> Deed {
    let kind = DeedKind::ALL[dice.roll(DeedKind::ALL.len())];
    of_kind(kind, catalog, dice)
}

#[expect(clippy::too_many_lines, reason = "a line or two for each kind")]
fn of_kind(kind: DeedKind, catalog: &Catalog, dice: &mut Dice) -> Deed {
    let id = skill(catalog, dice);
    match kind {
        DeedKind::Aim => {
            Deed::Aim(catalog.roles().nth(dice.roll(catalog.roles().len())).unwrap().0)
        }
        DeedKind::GiveUp => Deed::GiveUp,
        DeedKind::Deepen => Deed::Deepen(Depth::ALL[dice.roll(3)]),
        DeedKind::Live => {
            Deed::Live(catalog.regions().nth(dice.roll(catalog.regions().len())).unwrap().0)
        }
        DeedKind::LiveAnywhere => Deed::LiveAnywhere,
        DeedKind::Pick => Deed::Pick(id),
        DeedKind::Unpick => Deed::Unpick(id),
        DeedKind::Hours => {
            let minutes = |dice: &mut Dice| u32::try_from(30 * dice.roll(9)).unwrap();
            Deed::Hours(Day::ALL.iter().map(|day| (*day, minutes(dice))).collect())
        }
        DeedKind::AssumeHours => Deed::AssumeHours,
        DeedKind::Start => Deed::Start(day(dice)),
        DeedKind::StartAtOnce => Deed::StartAtOnce,
        DeedKind::Break => {
            let from = day(dice);
            Deed::Break(from, from + i64::try_from(dice.roll(9)).unwrap().days())
        }
        DeedKind::EndBreak => Deed::EndBreak(day(dice)),
        DeedKind::Pin => {
            let places = [
                Place::Here,
                Place::Earlier,
                Place::Later,
                Place::Foremost,
                Place::Number(dice.roll(12)),
            ];
            Deed::Pin(climb(catalog, dice), places[dice.roll(5)])
        }
        DeedKind::Unpin => Deed::Unpin(climb(catalog, dice)),
        DeedKind::KeepPlan => Deed::KeepPlan,
        DeedKind::ForgetPlan => Deed::ForgetPlan,
        DeedKind::HideDates => Deed::HideDates,
        DeedKind::ShowDates => Deed::ShowDates,
        DeedKind::Tick => Deed::Tick(id, proof(catalog, id, dice)),
        DeedKind::Untick => Deed::Untick(id, proof(catalog, id, dice)),
        DeedKind::Claim => Deed::Claim(id, Rung::ALL[dice.roll(Rung::ALL.len())]),
        DeedKind::Unclaim => Deed::Unclaim(id),
        DeedKind::Skip => Deed::Skip(id),
        DeedKind::TakeUp => Deed::TakeUp(id),
        DeedKind::Reset => Deed::Reset(id),
        DeedKind::Log => {
            let entry = EntryId::new(TODAY, &format!("{:04x}", dice.roll(65_536)));
            Deed::Log(task(catalog, dice), entry, 5 + u32::try_from(dice.roll(200)).unwrap())
        }
        DeedKind::Unlog => Deed::Unlog(task(catalog, dice), TODAY),
        DeedKind::Correct => {
            let entry = EntryId::new(TODAY, &format!("{:x}", dice.roll(4)));
            Deed::Correct(task(catalog, dice), entry, u32::try_from(dice.roll(99)).unwrap())
        }
        DeedKind::Strike => Deed::Strike(task(catalog, dice), EntryId::new(TODAY, "1")),
        DeedKind::StartTimer => {
            let entry = EntryId::new(TODAY, &format!("{:x}", dice.roll(4)));
            Deed::StartTimer(task(catalog, dice), entry, moment(dice))
        }
        DeedKind::StopTimer => {
            let entry = EntryId::new(TODAY, &format!("{:x}", dice.roll(4)));
            Deed::StopTimer(entry, u32::try_from(dice.roll(400)).unwrap())
        }
        DeedKind::ForgetTimer => {
            Deed::ForgetTimer(EntryId::new(TODAY, &format!("{:x}", dice.roll(4))))
        }
        DeedKind::Review => {
            let entry = EntryId::new(TODAY, &format!("{:x}", dice.roll(4)));
            Deed::Review(card(catalog, dice), entry, Grade::ALL[dice.roll(Grade::ALL.len())])
        }
        DeedKind::Unreview => {
            let entry = EntryId::new(TODAY, &format!("{:x}", dice.roll(4)));
            Deed::Unreview(card(catalog, dice), entry)
        }
        DeedKind::ShareReviews => Deed::ShareReviews(u32::try_from(dice.roll(60)).unwrap()),
        DeedKind::UsualReviews => Deed::UsualReviews,
        DeedKind::HideLooks => Deed::HideLooks,
        DeedKind::ShowLooks => Deed::ShowLooks,
        DeedKind::Build => built(catalog, dice, Deed::Build),
        DeedKind::Unbuild => built(catalog, dice, Deed::Unbuild),
        DeedKind::Note => Deed::Note(thing(catalog, dice), text(dice)),
        DeedKind::Unnote => Deed::Unnote(thing(catalog, dice)),
        DeedKind::Show => Deed::Show(mark(catalog, dice), text(dice)),
        DeedKind::Unshow => Deed::Unshow(mark(catalog, dice)),
        DeedKind::OwnHours => {
            let (id, rung) = studied(catalog, dice);
            Deed::OwnHours(id, rung, u32::try_from(15 * dice.roll(200)).unwrap())
        }
        DeedKind::CatalogHours => {
            let (id, rung) = studied(catalog, dice);
            Deed::CatalogHours(id, rung)
        }
        DeedKind::Read => Deed::Read(id, resource(catalog, id, dice)),
        DeedKind::Unread => Deed::Unread(id, resource(catalog, id, dice)),
        DeedKind::Worked => Deed::Worked(u32::try_from(dice.roll(120)).unwrap()),
        DeedKind::ForgetWork => Deed::ForgetWork,
        DeedKind::Follow => Deed::Follow(route(catalog, dice)),
        DeedKind::Leave => Deed::Leave(route(catalog, dice)),
        DeedKind::Reach => reached(catalog, dice, Deed::Reach),
        DeedKind::Unreach => reached(catalog, dice, Deed::Unreach),
    }
}

fn skill(catalog: &Catalog, dice: &mut Dice) -> SkillId {
    catalog.skills().nth(dice.roll(catalog.skills().len())).unwrap().0
}

fn task(catalog: &Catalog, dice: &mut Dice) -> Task {
    if dice.chance(70) {
        return Task::Skill(skill(catalog, dice));
    }
    Task::Project(catalog.projects().nth(dice.roll(catalog.projects().len())).unwrap().0)
}

fn card(catalog: &Catalog, dice: &mut Dice) -> Card {
    let questions = catalog.questions();
    Card::new(&questions[dice.roll(questions.len().min(5))].id).unwrap()
}

fn moment(dice: &mut Dice) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + i64::try_from(dice.roll(9_000)).unwrap()).unwrap()
}

fn climb(catalog: &Catalog, dice: &mut Dice) -> ClimbId {
    catalog.climbs().nth(dice.roll(catalog.climbs().len())).unwrap().0
}

fn thing(catalog: &Catalog, dice: &mut Dice) -> Notable {
    match dice.roll(4) {
        0 => Notable::Role(catalog.roles().nth(dice.roll(catalog.roles().len())).unwrap().0),
        1 => Notable::Skill(skill(catalog, dice)),
        2 => {
            Notable::Project(catalog.projects().nth(dice.roll(catalog.projects().len())).unwrap().0)
        }
        _ => Notable::Route(route(catalog, dice)),
    }
}

fn mark(catalog: &Catalog, dice: &mut Dice) -> Mark {
    if dice.chance(50) {
        let id = skill(catalog, dice);
        return Mark::Proof(id, proof(catalog, id, dice));
    }
    let (id, project) = catalog.projects().nth(dice.roll(catalog.projects().len())).unwrap();
    Mark::Point(id, project.points().nth(dice.roll(project.points.len())).unwrap().0)
}

/// Some words, of which a few are none or more than can be kept.
fn text(dice: &mut Dice) -> String {
    const WORDS: [&str; 7] =
        ["https://example.org/a", "two\nlines", "--undo", "  ", "\u{1b}[0m", "'; ünï", "---"];
    let words: Vec<&str> = (0..dice.roll(4)).map(|_| WORDS[dice.roll(WORDS.len())]).collect();
    let times = if dice.chance(3) { 2_000 } else { 1 };
    words.join(" ").repeat(times)
}

/// A rung of a skill, which may be one that only a job teaches.
fn studied(catalog: &Catalog, dice: &mut Dice) -> (SkillId, Rung) {
    let climb = catalog.climb(climb(catalog, dice));
    (climb.skill, climb.rung)
}

pub(crate) fn resource(catalog: &Catalog, id: SkillId, dice: &mut Dice) -> ResourceId {
    let resources = &catalog.skill(id).resources;
    catalog.skill(id).resources().nth(dice.roll(resources.len())).unwrap().0
}

fn built(catalog: &Catalog, dice: &mut Dice, deed: fn(ProjectId, PointId) -> Deed) -> Deed {
    let (id, project) = catalog.projects().nth(dice.roll(catalog.projects().len())).unwrap();
    deed(id, project.points().nth(dice.roll(project.points.len())).unwrap().0)
}

fn route(catalog: &Catalog, dice: &mut Dice) -> RouteId {
    catalog.routes().nth(dice.roll(catalog.routes().len())).unwrap().0
}

pub(crate) fn proof(catalog: &Catalog, id: SkillId, dice: &mut Dice) -> ProofId {
    let skill = catalog.skill(id);
    skill.proofs().nth(dice.roll(skill.proofs.len())).unwrap().0
}

fn reached(catalog: &Catalog, dice: &mut Dice, deed: fn(RouteId, MilestoneId) -> Deed) -> Deed {
    let id = route(catalog, dice);
    let known = catalog.route(id);
    deed(id, known.milestones().nth(dice.roll(known.milestones.len())).unwrap().0)
}

fn day(dice: &mut Dice) -> Date {
    TODAY + i64::try_from(dice.roll(20)).unwrap().days()
}
