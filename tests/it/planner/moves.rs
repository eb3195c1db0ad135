//! The learner's own order.

use rungs::planner::{Misplaced, Place};

use super::*;

/// Puts a climb somewhere in the plan, or says why not.
fn put(
    catalog: &Catalog,
    progress: &mut Progress,
    id: ClimbId,
    place: Place,
) -> Result<(), Misplaced> {
    let plan = planner::plan(learner(catalog, progress), TODAY);
    let pins = planner::placed(&plan, progress.pins(), id, place)?;
    progress.set_pins(pins);
    Ok(())
}

/// What is studied or built one after the other.
fn line(plan: &Plan) -> Vec<Item> {
    plan.steps.iter().filter(|it| it.is_in_line()).map(|it| it.item).collect()
}

#[track_caller]
fn checked_line(catalog: &Catalog, progress: &Progress) -> Vec<Item> {
    let plan = check(catalog, progress, TODAY);
    check_projects(&plan);
    line(&plan)
}

/// Each project stands at the end of its own stage.
#[track_caller]
fn check_projects(plan: &Plan) {
    for step in &plan.steps {
        if let Item::Project(id) = step.item {
            assert_eq!(plan.stages[step.stage].kind, StageKind::Project(id));
        }
    }
}

/// The items by their names, so that a difference can be read.
#[track_caller]
fn same(catalog: &Catalog, one: &[Item], other: &[Item]) {
    let names = |items: &[Item]| items.iter().map(|it| name(catalog, *it)).collect::<Vec<_>>();
    let (one, other) = (names(one), names(other));
    let at = one.iter().zip(&other).position(|(one, other)| one != other);
    let from = at.unwrap_or(0).saturating_sub(2);
    let part = |it: &[String]| it[from..it.len().min(from + 6)].to_vec();
    assert!(one == other, "from {from} on\n{:?} instead of\n{:?}", part(&one), part(&other));
}

#[test]
fn every_move_is_done_as_asked_or_refused_with_the_reason() {
    let catalog = shipped();
    let start = aiming(catalog, "junior-back-end-developer", Depth::Everything);
    let plan = planner::plan(learner(catalog, &start), TODAY);
    let before = line(&plan);
    let mut moved = 0;
    for (at, item) in before.iter().enumerate() {
        let Item::Climb(id) = *item else { continue };
        let mut progress = start.clone();
        if let Err(refusal) = put(catalog, &mut progress, id, Place::Later) {
            let expected = match before.get(at + 1) {
                None => Misplaced::Last(id),
                Some(next) => {
                    assert!(plan.step(*next).unwrap().needs.contains(item));
                    Misplaced::Needs(*next, *item)
                }
            };
            assert_eq!((refusal, &progress), (expected, &start));
            continue;
        }
        moved += 1;
        let mut expected = before.clone();
        expected.swap(at, at + 1);
        let after = check(catalog, &progress, TODAY);
        check_projects(&after);
        same(catalog, &line(&after), &expected);
        assert!(after.step(*item).unwrap().is_pinned);

        put(catalog, &mut progress, id, Place::Earlier).unwrap();
        same(catalog, &checked_line(catalog, &progress), &before);
    }
    assert!(moved > before.len() / 3, "{moved} of {}", before.len());
}

#[test]
fn many_moves_one_after_the_other_all_hold() {
    let catalog = shipped();
    let mut dice = Dice(9);
    let mut progress = aiming(catalog, "back-end-developer", Depth::Important);
    for _ in 0..60 {
        let mut expected = line(&planner::plan(learner(catalog, &progress), TODAY));
        let item = expected.remove(dice.roll(expected.len()));
        let place = dice.roll(expected.len());
        let Item::Climb(id) = item else { continue };
        if put(catalog, &mut progress, id, Place::Number(place)).is_ok() {
            expected.insert(place, item);
            same(catalog, &checked_line(catalog, &progress), &expected);
        }
    }
    assert!(progress.pins().len() > 10);
    progress.set_pins(planner::Pins::new());
    let free = aiming(catalog, "back-end-developer", Depth::Important);
    let plan = planner::plan(learner(catalog, &free), TODAY);
    assert_eq!(planner::plan(learner(catalog, &progress), TODAY), plan);
}

#[test]
fn a_refusal_names_what_is_needed() {
    let catalog = shipped();
    let mut progress = aiming(catalog, "back-end-developer", Depth::Everything);
    let climb = |name: &str| catalog.find_climb(name).unwrap();
    let [sql, joins] = ["sql-queries/working", "sql-joins-aggregates/working"].map(climb);
    let refusal = put(catalog, &mut progress, joins, Place::Number(0)).unwrap_err();
    let Misplaced::Needs(one, other) = refusal else { panic!("{refusal:?}") };
    assert_eq!(one, Item::Climb(joins));
    assert!(
        planner::plan(learner(catalog, &progress), TODAY).step(one).unwrap().needs.contains(&other)
    );

    progress.claim(catalog.climb(sql).skill, Rung::Expert, TODAY);
    let refusal = put(catalog, &mut progress, sql, Place::Here);
    assert_eq!(refusal, Err(Misplaced::NotPlanned(sql)));

    let plan = planner::plan(learner(catalog, &progress), TODAY);
    for rhythm in [Rhythm::Alongside, Rhythm::Job] {
        let Some(step) = plan.steps.iter().find(|it| it.rhythm == rhythm) else { continue };
        let Item::Climb(id) = step.item else { panic!("{step:?}") };
        let refusal = put(catalog, &mut progress, id, Place::Earlier);
        assert_eq!(refusal, Err(Misplaced::NoPlace(id)));
    }
}

#[test]
fn a_pin_keeps_its_neighbour_when_what_is_before_is_done() {
    let catalog = shipped();
    let mut progress = aiming(catalog, "back-end-developer", Depth::Everything);
    let plan = planner::plan(learner(catalog, &progress), TODAY);
    let is_free = |it: &&Step| it.needs.is_empty() && it.is_in_line();
    let free = plan.steps.iter().rfind(is_free).unwrap();
    let Item::Climb(id) = free.item else { panic!("{free:?}") };
    assert!(plan.steps[..3].iter().all(|it| it.item != free.item));
    put(catalog, &mut progress, id, Place::Number(2)).unwrap();
    same(catalog, &checked_line(catalog, &progress)[2..3], &[free.item]);
    for step in &plan.steps[..2] {
        let Item::Climb(id) = step.item else { panic!("{step:?}") };
        let climb = catalog.climb(id);
        progress.claim(climb.skill, climb.rung, TODAY);
    }
    same(catalog, &checked_line(catalog, &progress)[..1], &[free.item]);
}
