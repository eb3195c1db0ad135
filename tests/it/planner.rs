//! What the planner promises, on the shipped catalog and on made-up ones.

mod calibration;
mod closure;
mod commands;
mod moves;

use std::collections::{BTreeMap, BTreeSet};

use jiff::{
    ToSpan as _,
    civil::{Date, date},
};
use proptest::prelude::*;
use rungs::{
    catalog::{Catalog, SkillId},
    planner::{self, NoFinish, Plan},
    progress::{Day, Depth, EntryId, Goal, Progress, State, Verdict},
};

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

/// A learner somewhere on the way, with wishes of all kinds.
fn some_learner(catalog: &Catalog, dice: &mut Dice) -> (Progress, Date) {
    let role = catalog.roles().nth(dice.roll(catalog.roles().len())).unwrap().0;
    let today = TODAY + i32::try_from(dice.roll(900)).unwrap().days();
    let mut progress = with_goal(Goal { role, depth: Depth::ALL[dice.roll(3)] });
    let (done, skipped) = (dice.roll(90), dice.roll(10));
    for (id, skill) in catalog.skills() {
        if dice.chance(done) {
            progress.declare(id, Some(Verdict::Claimed(today)));
        } else if dice.chance(skipped) {
            progress.declare(id, Some(Verdict::Skipped(today)));
        } else if dice.chance(20) {
            for (proof, _) in skill.proofs().filter(|_| dice.chance(50)) {
                progress.prove(id, proof, today);
            }
            let minutes = u32::try_from(dice.roll(3_000)).unwrap();
            progress.log(id, EntryId::new(today, "a"), minutes);
        }
        if dice.chance(8) {
            progress.pick(&[], id);
        }
    }
    if dice.chance(70) {
        for day in Day::ALL {
            set_day(&mut progress, *day, 15 * u32::try_from(dice.roll(20)).unwrap());
        }
    }
    for _ in 0..dice.roll(4) {
        let from = today + i32::try_from(dice.roll(200)).unwrap().days();
        progress.take_break(from, from + i32::try_from(dice.roll(40)).unwrap().days());
    }
    if dice.chance(30) {
        progress.set_start(Some(today + i32::try_from(dice.roll(60)).unwrap().days() - 20.days()));
    }
    let mut pins = planner::Pins::new();
    for (id, _) in catalog.skills() {
        if dice.chance(5) {
            let behind = catalog.skills().nth(dice.roll(catalog.skills().len())).unwrap().0;
            pins.insert(id, dice.chance(80).then_some(behind));
        }
    }
    progress.set_pins(pins);
    (progress, today)
}

/// All that holds of every plan.
fn check(catalog: &Catalog, progress: &Progress, today: Date) -> Plan {
    let plan = planner::plan(learner(catalog, progress), today);
    check_goal(catalog, progress, &plan);
    check_order(catalog, progress, &plan);
    check_days(progress, &plan, today);
    check_hours(&plan);
    assert_eq!(plan, planner::plan(learner(catalog, progress), today), "the same again");
    plan
}

fn check_goal(catalog: &Catalog, progress: &Progress, plan: &Plan) {
    let goal = progress.goal().unwrap();
    let planned: BTreeSet<SkillId> = plan.steps.iter().map(|it| it.skill).collect();
    let state = |id: &SkillId| learner(catalog, progress).state(*id);
    for requirement in &catalog.role(goal.role).requirements {
        if goal.depth.includes(requirement.importance) {
            let members = requirement.call.members();
            let wanted: Vec<_> = members.iter().filter(|it| state(it) != State::Skipped).collect();
            let is_met = wanted.iter().any(|it| state(it).is_done() || planned.contains(it));
            assert!(is_met || wanted.is_empty(), "{requirement:?}");
            if let Some(pick) = wanted.iter().find(|it| progress.picks().contains(it)) {
                assert!(state(pick).is_done() || planned.contains(pick), "picked {pick:?}");
            }
        }
    }
    let mut after = progress.clone();
    for id in planned {
        after.declare(id, Some(Verdict::Claimed(TODAY)));
    }
    assert_eq!(planner::readiness(learner(catalog, &after), goal).permille(), 1000);
}

fn check_order(catalog: &Catalog, progress: &Progress, plan: &Plan) {
    let mut known = BTreeSet::new();
    for step in &plan.steps {
        let skill = catalog.skill(step.skill);
        assert!(!learner(catalog, progress).is_settled(step.skill), "{} is settled", skill.id);
        let is_known =
            |id: &SkillId| known.contains(id) || learner(catalog, progress).state(*id).is_done();
        let is_out = |id: &SkillId| learner(catalog, progress).state(*id) == State::Skipped;
        for need in &skill.prerequisites {
            let need_id = &catalog.skill(*need).id;
            assert!(is_known(need) || is_out(need), "{} before {need_id}", skill.id);
        }
        for group in &skill.prerequisites_any {
            assert!(group.iter().any(is_known) || group.iter().all(is_out), "{}", skill.id);
        }
        assert!(known.insert(step.skill), "{} twice", skill.id);
    }
}

fn check_days(progress: &Progress, plan: &Plan, today: Date) {
    let hours = planner::hours_of_week(progress);
    let first = progress.start().map_or(today, |start| start.max(today));
    let mut used: BTreeMap<Date, u32> = BTreeMap::new();
    for (number, week) in plan.weeks.iter().enumerate() {
        assert_eq!(Day::of(week.start), Day::Mon);
        assert_eq!(week.start, plan.weeks[0].start + i64::try_from(number).unwrap().weeks());
        let sum: u32 = week.sessions.iter().map(|it| it.minutes).sum();
        assert!(sum <= week.capacity, "{} is too full", week.start);
        for session in &week.sessions {
            assert!(session.minutes > 0);
            assert!(session.date >= first && session.date >= week.start);
            assert!(session.date < week.start + 1.week());
            *used.entry(session.date).or_default() += session.minutes;
        }
    }
    for (date, minutes) in used {
        let all = hours.get(&Day::of(date)).copied().unwrap_or(0);
        assert_eq!(planner::minutes_on(progress, date), all);
        let gone = if date == today { progress.logged_on(today) } else { 0 };
        assert!(minutes <= all.saturating_sub(gone), "{date} has {all} minutes");
        let is_off = progress.breaks().iter().any(|(from, to)| (*from..=*to).contains(&date));
        assert!(!is_off, "{date} is in a break");
    }
}

fn check_hours(plan: &Plan) {
    let left = plan.minutes_left;
    assert!(left.low <= left.likely && left.likely <= left.high);
    let total: u32 = plan.steps.iter().map(|it| it.minutes).sum();
    assert_eq!(total, left.likely);
    let sessions: Vec<_> = plan.weeks.iter().flat_map(|it| &it.sessions).collect();
    assert!(sessions.is_sorted_by_key(|it| it.date));
    let finish = match plan.finish {
        Ok(finish) => finish,
        Err(reason) => {
            assert_eq!(reason == NoFinish::Done, plan.steps.is_empty());
            return;
        }
    };
    assert!(finish.low <= finish.likely && finish.likely <= finish.high);
    assert_eq!(sessions.last().unwrap().date, finish.likely);
    // One skill after the other, each with all its minutes.
    let mut sessions = sessions.into_iter().peekable();
    for step in &plan.steps {
        let mut minutes = 0;
        let mut days = Vec::new();
        while let Some(session) = sessions.next_if(|it| it.skill == step.skill) {
            minutes += session.minutes;
            days.push(session.date);
        }
        assert_eq!(minutes, step.minutes);
        assert_eq!((days.first().copied(), days.last().copied()), (step.start, step.finish));
    }
    assert!(sessions.next().is_none(), "nothing is planned twice");
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
fn every_role_can_be_planned_exactly_from_nothing() {
    let catalog = shipped();
    for (role, known) in catalog.roles() {
        for depth in Depth::ALL.iter().copied() {
            let plan = check(catalog, &with_goal(Goal { role, depth }), TODAY);
            assert!(plan.is_exact, "{}", known.id);
            assert!(plan.hours_are_assumed && !plan.pace.is_measured());
        }
    }
}

#[test]
fn without_a_goal_or_hours_the_plan_says_so() {
    let catalog = shipped();
    let plan = planner::plan(learner(catalog, &Progress::default()), TODAY);
    assert_eq!((plan.finish, plan.steps.len()), (Err(NoFinish::NoGoal), 0));

    let mut progress = aiming(catalog, "back-end-developer", Depth::Essential);
    set_day(&mut progress, Day::Mon, 0);
    let plan = check(catalog, &progress, TODAY);
    assert_eq!(plan.finish, Err(NoFinish::NoHours));
    assert!(plan.weeks.is_empty() && !plan.steps.is_empty());

    set_day(&mut progress, Day::Mon, 1);
    let plan = planner::plan(learner(catalog, &progress), TODAY);
    assert_eq!(plan.finish, Err(NoFinish::TooFar));

    for (id, _) in catalog.skills() {
        progress.declare(id, Some(Verdict::Claimed(TODAY)));
    }
    assert_eq!(check(catalog, &progress, TODAY).finish, Err(NoFinish::Done));
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
    let first = before.steps[0].clone();
    progress.log(first.skill, EntryId::new(monday, "a"), 45);
    let after = check(catalog, &progress, monday);
    assert_eq!(after.weeks[0].capacity, before.weeks[0].capacity - 45);
    assert_eq!(after.steps[0].minutes, first.minutes - 45);
    assert_eq!(after.finish.unwrap().likely, before.finish.unwrap().likely);
}

#[test]
fn proofs_and_time_take_hours_off_until_the_last_proof() {
    let catalog = shipped();
    let mut progress = aiming(catalog, "back-end-developer", Depth::Everything);
    let id = catalog.find_skill("sql-queries").unwrap();
    let all = catalog.skill(id).hours.likely * 60;
    let minutes = |progress: &Progress| {
        planner::plan(learner(catalog, progress), TODAY).step(id).map_or(0, |it| it.minutes)
    };
    assert_eq!(minutes(&progress), all);
    let proofs: Vec<_> = catalog.skill(id).proofs().map(|(proof, _)| proof).collect();
    progress.prove(id, proofs[0], TODAY);
    assert_eq!(minutes(&progress), all * 2 / 3);
    progress.log(id, EntryId::new(TODAY - 3.days(), "a"), all / 2);
    assert_eq!(minutes(&progress), all / 2);
    progress.log(id, EntryId::new(TODAY - 2.days(), "b"), 5 * all);
    assert_eq!(minutes(&progress), all * 2 / 3 / 4);
    progress.prove(id, proofs[1], TODAY);
    progress.prove(id, proofs[2], TODAY);
    assert_eq!(minutes(&progress), 0);
}

#[test]
fn slip_is_told_against_the_plan_that_was_kept() {
    let catalog = shipped();
    let mut progress = aiming(catalog, "back-end-developer", Depth::Essential);
    let kept = planner::plan(learner(catalog, &progress), TODAY);
    assert_eq!(kept.slip, None);
    progress.set_baseline(kept.as_baseline());
    let plan = planner::plan(learner(catalog, &progress), TODAY);
    assert!(plan.slip == Some(0) && plan.steps.iter().all(|it| it.slip == Some(0)));
    let plan = planner::plan(learner(catalog, &progress), TODAY + 14.days());
    assert!(plan.slip == Some(14) && plan.steps.iter().all(|it| it.slip == Some(14)));
}

#[test]
fn what_to_drop_holds_the_date_and_spares_the_essential() {
    let catalog = shipped();
    let progress = aiming(catalog, "back-end-developer", Depth::Everything);
    let plan = planner::plan(learner(catalog, &progress), TODAY);
    let end = plan.finish.unwrap().likely;
    let nothing = planner::what_to_drop(learner(catalog, &progress), TODAY, end);
    assert!(nothing.skills.is_empty() && nothing.minutes_over == 0);
    for weeks in [4, 20, 40] {
        let by = end - weeks.weeks();
        let drop = planner::what_to_drop(learner(catalog, &progress), TODAY, by);
        assert!(!drop.skills.is_empty());
        assert_eq!(drop.minutes_over, 0);
        assert!(drop.plan.finish.unwrap().likely <= by);
        let saved: u32 = drop.skills.iter().map(|(_, minutes)| minutes).sum();
        assert_eq!(saved, plan.minutes_left.likely - drop.plan.minutes_left.likely);
        let importance = |id: &SkillId| plan.step(*id).unwrap().importance.unwrap();
        assert!(drop.skills.is_sorted_by(|(a, _), (b, _)| importance(a) >= importance(b)));
    }
    let hopeless = planner::what_to_drop(learner(catalog, &progress), TODAY, TODAY + 7.days());
    assert!(hopeless.minutes_over > 0 && !hopeless.plan.steps.is_empty());
}
