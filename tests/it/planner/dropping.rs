//! What could be left out, or else be done, to apply by a date.

use super::*;

#[test]
fn what_to_drop_holds_the_date_and_spares_the_essential() {
    let catalog = shipped();
    let progress = aiming(catalog, "back-end-developer", Depth::Everything);
    let plan = planner::plan(learner(catalog, &progress), TODAY);
    let end = plan.apply.unwrap().likely;
    let nothing = planner::what_to_drop(learner(catalog, &progress), TODAY, end);
    assert!(nothing.skills.is_empty() && nothing.minutes_over == 0);
    assert!(nothing.more_hours.is_none() && nothing.less_depth.is_none());
    for weeks in [2, 6, 12] {
        let by = end - weeks.weeks();
        let drop = planner::what_to_drop(learner(catalog, &progress), TODAY, by);
        assert!(!drop.skills.is_empty() && drop.minutes_over == 0);
        assert!(drop.plan.apply.unwrap().likely <= by, "{weeks} weeks sooner");
        let saved: u32 = drop.skills.iter().map(|(_, minutes)| minutes).sum();
        assert_eq!(saved, plan.minutes_to_apply - drop.plan.minutes_to_apply);
        let importance = |id: &SkillId| {
            let steps = plan.steps_of_skill(learner(catalog, &progress), *id);
            steps.filter_map(|it| it.importance).min().unwrap()
        };
        let all = drop.skills.iter().map(|(id, _)| importance(id)).collect::<Vec<_>>();
        assert!(all.iter().all(|it| *it > Importance::Essential), "{all:?}");
        assert!(all.is_sorted_by(|one, next| one >= next), "{all:?}");
    }
    let hopeless = planner::what_to_drop(learner(catalog, &progress), TODAY, TODAY + 7.days());
    assert!(hopeless.minutes_over > 0 && !hopeless.plan.steps.is_empty());
}

#[test]
fn what_to_drop_knows_that_posts_take_their_time() {
    let catalog = shipped();
    for name in
        ["senior-back-end-developer", "solutions-architect", "back-end-development-director"]
    {
        let progress = aiming(catalog, name, Depth::Everything);
        let plan = planner::plan(learner(catalog, &progress), TODAY);
        for weeks in [1, 12] {
            let by = plan.apply.unwrap().likely - weeks.weeks();
            let drop = planner::what_to_drop(learner(catalog, &progress), TODAY, by);
            let what = format!("{name} {weeks} weeks sooner");
            let is_held = drop.plan.apply.unwrap().likely <= by;
            assert_eq!(is_held, drop.minutes_over == 0, "{what}");
            assert!(!drop.skills.is_empty(), "{what}");
            let saved: u32 = drop.skills.iter().map(|(_, minutes)| minutes).sum();
            assert!(saved <= plan.minutes_to_apply - drop.plan.minutes_to_apply, "{what}");
        }
    }
}

#[test]
fn more_hours_and_less_depth_hold_a_date_as_well() {
    let catalog = shipped();
    let progress = aiming(catalog, "back-end-developer", Depth::Everything);
    let week = planner::hours_of_week(&progress);
    let end = planner::plan(learner(catalog, &progress), TODAY).apply.unwrap().likely;
    let by = end - 20.weeks();
    let drop = planner::what_to_drop(learner(catalog, &progress), TODAY, by);
    let apply = |progress: &Progress| {
        planner::plan(learner(catalog, progress), TODAY).apply.unwrap().likely
    };
    let with = |hours: u32| {
        let mut progress = progress.clone();
        progress.set_hours(planner::shifted(&week, i32::try_from(hours).unwrap()));
        apply(&progress)
    };
    let hours = drop.more_hours.unwrap();
    assert!(with(hours) <= by && by < with(hours - 1));
    let at = |depth: Depth| apply(&aiming(catalog, "back-end-developer", depth));
    let depth = drop.less_depth.unwrap();
    assert!(at(depth) <= by);
    assert!(Depth::ALL.iter().filter(|it| **it > depth).all(|it| by < at(*it)));
}
