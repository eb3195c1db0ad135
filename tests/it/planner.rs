//! What the planner promises, on the shipped catalog and on made-up ones.

mod calibration;
mod check;
mod closure;
mod commands;
mod dropping;
mod estimates;
mod links;
mod moves;
mod since;

use std::collections::{BTreeMap, BTreeSet};

use jiff::{
    ToSpan as _,
    civil::{Date, date},
};
use proptest::prelude::*;
use rungs::{
    catalog::{
        Call, Catalog, ClimbId, Curriculum, Importance, ProjectId, Requirement, Rhythm, RoleId,
        Rung, SkillId,
    },
    deeds::{self, Deed},
    planner::{self, NoFinish, Plan, Session, StageKind, Step},
    progress::{Day, Depth, EntryId, Goal, Item, Learner, Progress, State, Task},
};

pub(crate) use self::check::check;
use crate::{
    dice::Dice,
    stage::learner,
    synthetic::{self, Shape},
};

const TODAY: Date = date(2026, 11, 21);

fn shipped() -> &'static Catalog {
    Catalog::embedded()
}

fn aiming(catalog: &Catalog, role: &str, depth: Depth) -> Progress {
    let role = catalog.find_role(role).unwrap();
    with_goal(Goal { role, depth })
}

/// Says that there are so many minutes on a day, besides those of the other days.
fn set_day(progress: &mut Progress, day: Day, minutes: u32) {
    let mut week = progress.hours().clone();
    week.insert(day, minutes);
    progress.set_hours(week);
}

fn with_goal(goal: Goal) -> Progress {
    let mut progress = Progress::default();
    progress.set_goal(Some(goal));
    progress
}

/// Ticks all points of a project.
fn build(catalog: &Catalog, progress: &mut Progress, id: ProjectId) {
    for (point, _) in catalog.project(id).points() {
        progress.tick_point(id, point, TODAY);
    }
}

/// Says that all there is is known and built.
fn know_it_all(catalog: &Catalog, progress: &mut Progress) {
    for (id, _) in catalog.skills() {
        progress.claim(id, Rung::Expert, TODAY);
    }
    for (id, _) in catalog.projects() {
        build(catalog, progress, id);
    }
}

/// Picks a skill wherever it can be chosen.
fn picked(catalog: &Catalog, progress: &mut Progress, id: SkillId) {
    if let Ok(after) = deeds::done(learner(catalog, progress), TODAY, &Deed::Pick(id)) {
        *progress = after;
    }
}

fn name(catalog: &Catalog, item: Item) -> String {
    match item {
        Item::Climb(id) => catalog.climb_name(id),
        Item::Project(id) => format!("project/{}", catalog.project(id).id),
    }
}

/// The groups of what an item needs, of each of which one will do.
fn needs(catalog: &Catalog, item: Item) -> Vec<Vec<ClimbId>> {
    let groups = match item {
        Item::Climb(id) => &catalog.climb(id).needs,
        Item::Project(id) => &catalog.project(id).rungs,
    };
    groups.iter().map(|it| it.to_vec()).collect()
}

/// The posts on the way to a role, the first job first.
fn posts(catalog: &Catalog, role: RoleId) -> Vec<RoleId> {
    let mut posts = vec![role];
    while let Some(it) = &catalog.role(posts[0]).experience {
        posts.insert(0, it.role);
    }
    posts
}

fn months_asked(catalog: &Catalog, role: RoleId) -> u32 {
    catalog.role(role).experience.as_ref().map_or(0, |it| it.months)
}

/// What a goal calls for: all within its depth, and of the posts before it what is
/// more than helpful.
fn called(catalog: &Catalog, goal: Goal) -> Vec<&Requirement> {
    let mut called = Vec::new();
    for post in posts(catalog, goal.role) {
        let own = catalog.role(post).requirements.iter();
        let counts = |it: &&Requirement| {
            let is_meant = post == goal.role || it.importance != Importance::Helpful;
            is_meant && goal.depth.includes(it.importance)
        };
        called.extend(own.filter(counts));
    }
    called
}

/// A learner somewhere on the way, with wishes of all kinds.
fn some_learner(catalog: &Catalog, dice: &mut Dice) -> (Progress, Date) {
    let role = catalog.roles().nth(dice.roll(catalog.roles().len())).unwrap().0;
    let today = TODAY + i32::try_from(dice.roll(900)).unwrap().days();
    let mut progress = with_goal(Goal { role, depth: Depth::ALL[dice.roll(3)] });
    let (done, skipped) = (dice.roll(90), dice.roll(10));
    for (id, skill) in catalog.skills() {
        if dice.chance(done) {
            progress.claim(id, Rung::ALL[dice.roll(4)], today);
        } else if dice.chance(skipped) {
            progress.skip(id, today);
        } else if dice.chance(20) {
            for (proof, _) in skill.proofs().filter(|_| dice.chance(50)) {
                progress.prove(id, proof, today - 3.days());
            }
            let minutes = u32::try_from(dice.roll(3_000)).unwrap();
            let day = today - i32::try_from(dice.roll(5)).unwrap().days();
            progress.log(Task::Skill(id), EntryId::new(day, "a"), minutes);
        }
        if dice.chance(8) {
            picked(catalog, &mut progress, id);
        }
    }
    let built = dice.roll(60);
    for (id, project) in catalog.projects().filter(|_| built > 20) {
        for (point, _) in project.points().filter(|_| dice.chance(built + 30)) {
            progress.tick_point(id, point, today);
        }
    }
    if dice.chance(40) {
        progress.set_experience(Some(u32::try_from(dice.roll(120)).unwrap()));
    }
    set_some_days(&mut progress, today, dice);
    if dice.chance(60) {
        progress.set_pins(some_pins(catalog, dice));
    }
    (progress, today)
}

/// Says when there is time.
fn set_some_days(progress: &mut Progress, today: Date, dice: &mut Dice) {
    if dice.chance(70) {
        for day in Day::ALL {
            set_day(progress, *day, 15 * u32::try_from(dice.roll(20)).unwrap());
        }
    }
    for _ in 0..dice.roll(4) {
        let from = today + i32::try_from(dice.roll(200)).unwrap().days();
        progress.take_break(from, from + i32::try_from(dice.roll(40)).unwrap().days());
    }
    if dice.chance(30) {
        progress.set_start(Some(today + i32::try_from(dice.roll(60)).unwrap().days() - 20.days()));
    }
}

/// Pins behind anything, also behind what is not planned or cannot stand before it.
fn some_pins(catalog: &Catalog, dice: &mut Dice) -> planner::Pins {
    let climb =
        |dice: &mut Dice| catalog.climbs().nth(dice.roll(catalog.climbs().len())).unwrap().0;
    let mut pins = planner::Pins::new();
    for (id, _) in catalog.climbs() {
        if dice.chance(4) {
            let project = catalog.projects().nth(dice.roll(catalog.projects().len() * 5));
            let behind = project.map_or_else(|| Item::Climb(climb(dice)), |it| Item::Project(it.0));
            pins.insert(id, dice.chance(80).then_some(behind));
        }
    }
    pins
}

#[test]
fn every_plan_keeps_the_learners_hours_and_the_prerequisites() {
    let catalog = shipped();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let learners = any::<u64>();
    runner
        .run(&learners, |seed| {
            let (progress, today) = some_learner(catalog, &mut Dice(seed));
            check(catalog, &progress, today);
            Ok(())
        })
        .unwrap();
}

#[test]
fn made_up_catalogs_are_planned_as_soundly() {
    let mut dice = Dice(3);
    for _ in 0..60 {
        let shape = Shape {
            skills: 1 + dice.roll(60),
            area: 1 + dice.roll(9),
            reach: 1 + dice.roll(20),
            groups: dice.roll(60),
            called: dice.roll(60),
            choices: dice.roll(4),
        };
        let catalog = synthetic::catalog(shape, &mut dice);
        let (progress, today) = some_learner(&catalog, &mut dice);
        check(&catalog, &progress, today);
    }
}

#[test]
fn every_role_can_be_planned_from_nothing() {
    let catalog = shipped();
    for (role, _) in catalog.roles() {
        for depth in Depth::ALL.iter().copied() {
            let plan = check(catalog, &with_goal(Goal { role, depth }), TODAY);
            assert!(plan.hours_are_assumed && !plan.pace.is_measured());
            assert!(plan.steps.iter().all(|it| !it.is_pinned && it.slip.is_none()));
        }
    }
}

#[test]
fn without_a_goal_or_hours_the_plan_says_so() {
    let catalog = shipped();
    let plan = planner::plan(learner(catalog, &Progress::default()), TODAY);
    assert_eq!((plan.apply, plan.finish), (Err(NoFinish::NoGoal), Err(NoFinish::NoGoal)));
    assert!(plan.steps.is_empty() && plan.stages.is_empty());

    let mut progress = aiming(catalog, "back-end-developer", Depth::Essential);
    set_day(&mut progress, Day::Mon, 0);
    let plan = check(catalog, &progress, TODAY);
    assert_eq!((plan.apply, plan.finish), (Err(NoFinish::NoHours), Err(NoFinish::NoHours)));
    assert!(plan.weeks.is_empty() && !plan.steps.is_empty());

    set_day(&mut progress, Day::Mon, 1);
    let plan = planner::plan(learner(catalog, &progress), TODAY);
    assert_eq!((plan.apply, plan.finish), (Err(NoFinish::TooFar), Err(NoFinish::TooFar)));

    know_it_all(catalog, &mut progress);
    let plan = check(catalog, &progress, TODAY);
    assert_eq!((plan.apply, plan.finish), (Err(NoFinish::Done), Err(NoFinish::Done)));
}

#[test]
fn leap_days_year_ends_and_breaks_fall_where_they_should() {
    let catalog = shipped();
    let mut progress = aiming(catalog, "back-end-developer", Depth::Essential);
    set_day(&mut progress, Day::Tue, 60);
    let plan = check(catalog, &progress, date(2028, 2, 23));
    assert_eq!(plan.weeks[0].start, date(2028, 2, 21));
    assert_eq!(plan.weeks[0].capacity, 0, "Tuesday is over");
    assert_eq!(plan.weeks[1].sessions[0].date, date(2028, 2, 29));
    assert_eq!(plan.weeks[2].sessions[0].date, date(2028, 3, 7));

    progress.set_hours(Day::ALL.iter().map(|day| (*day, 60)).collect());
    progress.take_break(date(2026, 12, 20), date(2027, 1, 3));
    let plan = check(catalog, &progress, date(2026, 12, 14));
    assert_eq!(plan.weeks[0].capacity, 6 * 60, "Sunday is off");
    assert_eq!((plan.weeks[1].capacity, plan.weeks[2].capacity), (0, 0));
    assert_eq!(plan.weeks[2].start, date(2026, 12, 28));
    assert_eq!(plan.weeks[3].sessions[0].date, date(2027, 1, 4));

    progress.set_start(Some(date(2027, 1, 1)));
    let plan = check(catalog, &progress, TODAY);
    assert_eq!(plan.from, date(2027, 1, 1));
    assert_eq!(plan.weeks[0].start, date(2026, 12, 28));
    assert_eq!(plan.weeks[1].sessions[0].date, date(2027, 1, 4), "still in the break");
}

#[test]
fn what_was_done_today_is_not_planned_again_today() {
    let catalog = shipped();
    let mut progress = aiming(catalog, "back-end-developer", Depth::Essential);
    let monday = date(2026, 11, 23);
    let before = check(catalog, &progress, monday);
    let is_long = |it: &&Step| it.needs.is_empty() && it.minutes > 60 && it.is_in_line();
    let first = before.steps.iter().find(is_long).unwrap();
    let skill = first.skill(learner(catalog, &progress)).unwrap();
    progress.log(Task::Skill(skill), EntryId::new(monday, "a"), 45);
    let after = check(catalog, &progress, monday);
    assert_eq!(after.weeks[0].capacity, before.weeks[0].capacity - 45);
    assert_eq!(after.steps[0].item, first.item, "what is begun comes first");
    assert_eq!(after.steps[0].minutes, first.minutes - 45);
    assert_eq!(after.minutes_left.likely, before.minutes_left.likely - 45);
}

#[test]
fn proofs_and_time_take_hours_off_until_the_last_proof() {
    let catalog = shipped();
    let mut progress = aiming(catalog, "back-end-developer", Depth::Everything);
    let id = catalog.find_skill("sql-queries").unwrap();
    let climb = catalog.climb_to(id, Rung::Working);
    let [lower, own] = catalog.climbs_to(id, Rung::Working).collect::<Vec<_>>()[..] else {
        panic!("one can be aware of it, and work with it");
    };
    assert_eq!(own, climb);
    progress.claim(id, catalog.climb(lower).rung, TODAY - 9.days());
    let all = catalog.climb(climb).hours.likely * 60;
    let proofs = &catalog.climb(climb).proofs;
    let share =
        |open: usize| all * u32::try_from(open).unwrap() / u32::try_from(proofs.len()).unwrap();
    let minutes = |progress: &Progress| {
        check(catalog, progress, TODAY).step(Item::Climb(climb)).map_or(0, |it| it.minutes)
    };
    assert_eq!(minutes(&progress), all);
    progress.prove(id, proofs[0], TODAY);
    assert_eq!(minutes(&progress), share(proofs.len() - 1));
    progress.log(Task::Skill(id), EntryId::new(TODAY - 3.days(), "a"), all / 2);
    assert_eq!(minutes(&progress), share(proofs.len() - 1).min(all / 2));
    progress.log(Task::Skill(id), EntryId::new(TODAY - 2.days(), "b"), 5 * all);
    assert_eq!(minutes(&progress), share(proofs.len() - 1) / 4);
    proofs.iter().for_each(|proof| progress.prove(id, *proof, TODAY));
    assert_eq!(minutes(&progress), 0);
}

#[test]
fn points_take_hours_off_a_project_until_it_is_built() {
    let catalog = shipped();
    let mut progress = aiming(catalog, "junior-back-end-developer", Depth::Everything);
    let role = catalog.find_role("junior-back-end-developer").unwrap();
    let id = catalog.role(role).path[0];
    let project = catalog.project(id);
    let minutes = |progress: &Progress| {
        check(catalog, progress, TODAY).step(Item::Project(id)).map_or(0, |it| it.minutes)
    };
    let mut left = minutes(&progress);
    assert_eq!(left, project.hours.likely * 60);
    for (point, _) in project.points() {
        progress.tick_point(id, point, TODAY);
        assert!(minutes(&progress) < left);
        left = minutes(&progress);
    }
    assert_eq!(left, 0);
    let plan = check(catalog, &progress, TODAY);
    assert!(plan.stages.iter().all(|it| it.kind != StageKind::Project(id)));
}

#[test]
fn who_has_worked_need_not_work_as_long_again() {
    let catalog = shipped();
    let mut progress = aiming(catalog, "chief-back-end-developer", Depth::Everything);
    let posts = |progress: &Progress| -> Vec<u32> {
        let plan = check(catalog, progress, TODAY);
        let months = plan.stages.iter().filter_map(|it| match it.kind {
            StageKind::Post(_, months) => Some(months),
            _ => None,
        });
        months.collect()
    };
    let all = posts(&progress);
    assert!(all.len() > 1);
    progress.set_experience(Some(all[0] - 1));
    assert_eq!(posts(&progress), [&[1], &all[1..]].concat());
    progress.set_experience(Some(all[0]));
    assert_eq!(posts(&progress), all[1..]);
    progress.set_experience(Some(all.iter().sum()));
    assert!(posts(&progress).is_empty());
}

#[test]
fn slip_is_told_against_the_plan_that_was_kept() {
    let catalog = shipped();
    let mut progress = aiming(catalog, "back-end-developer", Depth::Essential);
    let kept = planner::plan(learner(catalog, &progress), TODAY);
    assert_eq!(kept.slip, None);
    progress.set_baseline(kept.as_baseline());
    for days in [0, 14] {
        let plan = planner::plan(learner(catalog, &progress), TODAY + days.days());
        assert_eq!(plan.slip, Some(days));
        let dated = || plan.steps.iter().filter(|it| it.finish.is_some());
        assert!(dated().all(|it| it.slip == Some(days)) && dated().count() > 0);
    }
}
