//! What has moved the end since one was here last.

use super::*;

/// Somebody who takes so many times as long as is estimated, and studies two skills a week.
fn studying(pace: u32) -> (Progress, Vec<Date>) {
    let catalog = shipped();
    let mut progress = aiming(catalog, "back-end-developer", Depth::Essential);
    for day in Day::ALL {
        set_day(&mut progress, *day, 120);
    }
    let steps = planner::plan(learner(catalog, &progress), TODAY).steps;
    let climbs = steps.iter().filter_map(|it| match it.item {
        Item::Climb(id) => Some(id),
        Item::Project(_) => None,
    });
    let mut days = Vec::new();
    for (number, id) in climbs.take(12).enumerate() {
        let climb = catalog.climb(id);
        let day = TODAY + i64::try_from(3 * number).unwrap().days();
        let minutes = climb.hours.likely * 60 * pace;
        progress.log(Task::Skill(climb.skill), EntryId::new(day, "a"), minutes);
        climb.proofs.iter().for_each(|it| progress.prove(climb.skill, *it, day));
        days.push(day);
    }
    (progress, days)
}

#[test]
fn the_end_moves_by_as_much_as_the_plans_say_and_the_causes_add_up() {
    let catalog = shipped();
    for pace in [1, 2] {
        let (all, days) = studying(pace);
        let mut is_known = false;
        for day in days {
            let progress = all.as_of(day);
            let today = day + 2.days();
            let now = planner::plan(learner(catalog, &progress), today);
            let moved = planner::moved(learner(catalog, &progress), &now, today).unwrap();
            assert_eq!(moved.since, day);
            let then = planner::plan(learner(catalog, &progress), day + 1.day());
            let seen = now.apply.unwrap().likely - then.apply.unwrap().likely;
            assert_eq!(moved.days, seen.get_days());
            assert_eq!(moved.days, moved.passed + moved.done + moved.pace);
            assert_eq!((moved.done, moved.pace), (0, 0), "nothing was done since {day}");

            // On the next day that something is done, of which the day before knew nothing.
            let mut next = progress.clone();
            let step = now.next(1).first().copied().unwrap().item;
            let Item::Climb(id) = step else { continue };
            let climb = catalog.climb(id);
            let minutes = climb.hours.likely * 60 * pace;
            next.log(Task::Skill(climb.skill), EntryId::new(today, "b"), minutes);
            climb.proofs.iter().for_each(|it| next.prove(climb.skill, *it, today));
            let after = planner::plan(learner(catalog, &next), today);
            let moved = planner::moved(learner(catalog, &next), &after, today).unwrap();
            assert_eq!(moved.since, day);
            assert_eq!(moved.days, moved.passed + moved.done + moved.pace);
            assert!(moved.done <= 0 && moved.passed >= 0, "{moved:?}");
            let was_known = now.pace.is_measured();
            is_known |= after.pace.is_measured() && !was_known && moved.pace > 30;
            let is_quiet = after.pace.is_measured() && pace == 2 || moved.pace.abs() <= 30;
            assert!(is_quiet, "at {pace} on {day}: {moved:?}");
        }
        assert_eq!(is_known, pace == 2, "a pace is told on the day on which it is known first");
    }
}
