//! The learner's own order.

use super::*;

fn names(catalog: &Catalog, plan: &Plan) -> Vec<String> {
    plan.steps.iter().map(|it| catalog.skill(it.skill).id.to_string()).collect()
}

#[test]
fn every_move_is_done_as_asked_or_refused_with_the_reason() {
    let catalog = shipped();
    let start = aiming(&catalog, "junior-back-end-developer", Depth::Everything);
    let plan = planner::plan(&catalog, &start, TODAY);
    let before: Vec<SkillId> = plan.steps.iter().map(|it| it.skill).collect();
    let mut moved = 0;
    for at in 0..before.len() {
        let mut progress = start.clone();
        let Ok(()) = planner::move_later(&catalog, &plan, &mut progress, before[at]) else {
            let error = planner::move_later(&catalog, &plan, &mut progress, before[at]);
            let text = error.unwrap_err().to_string();
            let is_last = at + 1 == before.len();
            let needs = || plan.steps[at + 1].needs.contains(&before[at]);
            assert!(text.contains("last already") == is_last && (is_last || needs()), "{text}");
            assert_eq!(progress, start);
            continue;
        };
        moved += 1;
        let mut expected = before.clone();
        expected.swap(at, at + 1);
        let after = check(&catalog, &progress, TODAY);
        assert_eq!(after.steps.iter().map(|it| it.skill).collect::<Vec<_>>(), expected);
        assert!(after.step(before[at]).unwrap().is_pinned);

        planner::move_earlier(&catalog, &after, &mut progress, before[at]).unwrap();
        let back = check(&catalog, &progress, TODAY);
        assert_eq!(names(&catalog, &back), names(&catalog, &plan));
    }
    assert!(moved > before.len() / 3, "{moved} of {}", before.len());
}

#[test]
fn many_moves_one_after_the_other_all_hold() {
    let catalog = shipped();
    let mut dice = Dice(9);
    let mut progress = aiming(&catalog, "back-end-developer", Depth::Important);
    for _ in 0..60 {
        let plan = planner::plan(&catalog, &progress, TODAY);
        let mut expected: Vec<SkillId> = plan.steps.iter().map(|it| it.skill).collect();
        let id = expected.remove(dice.roll(expected.len()));
        let place = dice.roll(expected.len());
        if planner::pin_at(&catalog, &plan, &mut progress, id, place).is_ok() {
            expected.insert(place, id);
            let after = check(&catalog, &progress, TODAY);
            assert_eq!(after.steps.iter().map(|it| it.skill).collect::<Vec<_>>(), expected);
        }
    }
    assert!(progress.pins.len() > 10);
    let ids: Vec<SkillId> = progress.pins.keys().copied().collect();
    for id in ids {
        planner::unpin(&mut progress, id);
    }
    let free = aiming(&catalog, "back-end-developer", Depth::Important);
    let plan = planner::plan(&catalog, &free, TODAY);
    assert_eq!(planner::plan(&catalog, &progress, TODAY), plan);
}

#[test]
fn a_refusal_names_what_is_needed() {
    let catalog = shipped();
    let mut progress = aiming(&catalog, "back-end-developer", Depth::Everything);
    let plan = planner::plan(&catalog, &progress, TODAY);
    let id = catalog.find_skill("sql-queries").unwrap();
    let error = planner::pin_at(&catalog, &plan, &mut progress, id, 0).unwrap_err().to_string();
    assert_eq!(error, "SQL: reading data cannot come before The relational model, which it needs",);
    let other = catalog.find_skill("swift-core");
    if let Some(other) = other.filter(|it| plan.step(*it).is_none()) {
        let error = planner::pin(&catalog, &plan, &mut progress, other).unwrap_err();
        assert!(error.to_string().ends_with("is not in the plan"));
    }
}

#[test]
fn a_pin_keeps_its_neighbour_when_what_is_before_is_done() {
    let catalog = shipped();
    let mut progress = aiming(&catalog, "back-end-developer", Depth::Everything);
    let plan = planner::plan(&catalog, &progress, TODAY);
    let free = |it: &&planner::Step| it.needs.is_empty();
    let id = plan.steps.iter().rev().find(free).unwrap().skill;
    assert!(plan.steps[..3].iter().all(|it| it.skill != id));
    planner::pin_at(&catalog, &plan, &mut progress, id, 2).unwrap();
    for step in &plan.steps[..2] {
        progress.declare(step.skill, Some(Verdict::Claimed(TODAY)));
    }
    assert_eq!(planner::plan(&catalog, &progress, TODAY).steps[0].skill, id);
}
