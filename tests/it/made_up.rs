//! Deeds made up from numbers.

use jiff::{
    ToSpan as _,
    civil::{Date, date},
};
use rungs::{
    catalog::{Catalog, ClimbId, MilestoneId, PointId, ProjectId, ProofId, RouteId, Rung, SkillId},
    deeds::{Deed, DeedKind},
    planner::Place,
    progress::{Day, Depth, EntryId},
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
            Deed::Log(id, entry, 5 + u32::try_from(dice.roll(200)).unwrap())
        }
        DeedKind::Unlog => Deed::Unlog(id, TODAY),
        DeedKind::Build => built(catalog, dice, Deed::Build),
        DeedKind::Unbuild => built(catalog, dice, Deed::Unbuild),
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

fn climb(catalog: &Catalog, dice: &mut Dice) -> ClimbId {
    catalog.climbs().nth(dice.roll(catalog.climbs().len())).unwrap().0
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
