//! The learner's own order.

use rungs::planner::{Misplaced, Place};

use super::*;

/// Puts a skill somewhere in the plan, or says why not.
fn put(
    catalog: &Catalog,
    progress: &mut Progress,
    id: SkillId,
    place: Place,
) -> Result<(), Misplaced> {
    let plan = planner::plan(learner(catalog, progress), TODAY);
    let pins = planner::placed(&plan, progress.pins(), id, place)?;
    progress.set_pins(pins);
    Ok(())
}

fn order(plan: &Plan) -> Vec<SkillId> {
    plan.steps.iter().map(|it| it.skill).collect()
}

#[test]
fn every_move_is_done_as_asked_or_refused_with_the_reason() {
    let catalog = shipped();
    let start = aiming(catalog, "junior-back-end-developer", Depth::Everything);
    let plan = planner::plan(learner(catalog, &start), TODAY);
    let before = order(&plan);
    let mut moved = 0;
    for at in 0..before.len() {
        let mut progress = start.clone();
        if let Err(refusal) = put(catalog, &mut progress, before[at], Place::Later) {
            let expected = match before.get(at + 1) {
                None => Misplaced::Last(before[at]),
                Some(next) => {
                    assert!(plan.steps[at + 1].needs.contains(&before[at]));
                    Misplaced::Needs(*next, before[at])
                }
            };
            assert_eq!((refusal, &progress), (expected, &start));
            continue;
        }
        moved += 1;
        let mut expected = before.clone();
        expected.swap(at, at + 1);
        let after = check(catalog, &progress, TODAY);
        assert_eq!(order(&after), expected);
        assert!(after.step(before[at]).unwrap().is_pinned);

        put(catalog, &mut progress, before[at], Place::Earlier).unwrap();
        assert_eq!(order(&check(catalog, &progress, TODAY)), before);
    }
    assert!(moved > before.len() / 3, "{moved} of {}", before.len());
}

#[test]
fn many_moves_one_after_the_other_all_hold() {
    let catalog = shipped();
    let mut dice = Dice(9);
    let mut progress = aiming(catalog, "back-end-developer", Depth::Important);
    for _ in 0..60 {
        let mut expected = order(&planner::plan(learner(catalog, &progress), TODAY));
        let id = expected.remove(dice.roll(expected.len()));
        let place = dice.roll(expected.len());
        if put(catalog, &mut progress, id, Place::Number(place)).is_ok() {
            expected.insert(place, id);
            assert_eq!(order(&check(catalog, &progress, TODAY)), expected);
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
    let [sql, model] =
        ["sql-queries", "relational-model"].map(|id| catalog.find_skill(id).unwrap());
    let refusal = put(catalog, &mut progress, sql, Place::Number(0));
    assert_eq!(refusal, Err(Misplaced::Needs(sql, model)));
    progress.declare(sql, Some(Verdict::Claimed(TODAY)));
    let refusal = put(catalog, &mut progress, sql, Place::Here);
    assert_eq!(refusal, Err(Misplaced::NotPlanned(sql)));
}

#[test]
fn a_pin_keeps_its_neighbour_when_what_is_before_is_done() {
    let catalog = shipped();
    let mut progress = aiming(catalog, "back-end-developer", Depth::Everything);
    let plan = planner::plan(learner(catalog, &progress), TODAY);
    let free = |it: &&planner::Step| it.needs.is_empty();
    let id = plan.steps.iter().rev().find(free).unwrap().skill;
    assert!(plan.steps[..3].iter().all(|it| it.skill != id));
    put(catalog, &mut progress, id, Place::Number(2)).unwrap();
    for step in &plan.steps[..2] {
        progress.declare(step.skill, Some(Verdict::Claimed(TODAY)));
    }
    assert_eq!(planner::plan(learner(catalog, &progress), TODAY).steps[0].skill, id);
}
