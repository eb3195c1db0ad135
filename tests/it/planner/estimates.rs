//! A learner's own estimates: what they move, and what they leave where it is.

use super::*;

const ROLE: &str = "back-end-developer";

fn done(catalog: &Catalog, progress: &Progress, deed: &Deed) -> Progress {
    deeds::done(learner(catalog, progress), TODAY, deed).unwrap()
}

/// The first climb of a plan that takes time.
fn first_climb(catalog: &Catalog, plan: &Plan) -> (ClimbId, u32) {
    let climbs = plan.steps.iter().filter_map(|it| match it.item {
        Item::Climb(id) => Some((id, it.minutes)),
        Item::Project(_) => None,
    });
    let mut studied =
        climbs.filter(|(id, minutes)| *minutes > 0 && catalog.climb(*id).rhythm == Rhythm::Block);
    studied.next().unwrap()
}

fn minutes_of(plan: &Plan, id: ClimbId) -> u32 {
    plan.step(Item::Climb(id)).unwrap().minutes
}

/// A learner who took twice as long as estimated for what they have proven.
fn slow(catalog: &Catalog) -> Progress {
    let mut progress = aiming(catalog, ROLE, Depth::Essential);
    let plan = planner::plan(learner(catalog, &progress), TODAY);
    let climbs = plan.steps.iter().filter_map(|it| match it.item {
        Item::Climb(id) if it.minutes > 0 => Some(id),
        Item::Climb(_) | Item::Project(_) => None,
    });
    let lowest = climbs.filter(|id| catalog.climb(*id).rung == Rung::Awareness);
    for (number, id) in lowest.take(6).enumerate() {
        let climb = catalog.climb(id);
        let entry = EntryId::new(TODAY - 9.days(), &format!("a{number}"));
        progress.log(Task::Skill(climb.skill), entry, climb.hours.likely * 120);
        for proof in &climb.proofs {
            progress.prove(climb.skill, *proof, TODAY - 1.day());
        }
    }
    progress
}

#[test]
fn an_estimate_of_ones_own_moves_the_plan_and_nothing_that_does_not_go_by_hours() {
    let catalog = shipped();
    for progress in [aiming(catalog, ROLE, Depth::Essential), slow(catalog)] {
        let before = planner::plan(learner(catalog, &progress), TODAY);
        let (id, usual) = first_climb(catalog, &before);
        let climb = catalog.climb(id);
        let own = usual + 600 * 60;
        let with = done(catalog, &progress, &Deed::OwnHours(climb.skill, climb.rung, own));
        let after = planner::plan(learner(catalog, &with), TODAY);
        assert_eq!(minutes_of(&after, id), own, "the hours said, whatever the pace");
        assert_eq!(after.minutes_left.likely, before.minutes_left.likely + own - usual);
        assert!(after.minutes_left.low > before.minutes_left.low);
        assert!(after.minutes_left.high > before.minutes_left.high);
        assert!(after.finish.unwrap() > before.finish.unwrap());
        let ready = |it| planner::readiness(learner(catalog, it), with.goal().unwrap());
        assert_eq!(ready(&with), ready(&progress));
        let items = |plan: &Plan| plan.steps.iter().map(|it| it.item).collect::<BTreeSet<_>>();
        assert_eq!(items(&after), items(&before), "the same is planned");
        let pace = |it| planner::pace(learner(catalog, it));
        assert_eq!(pace(&with), pace(&progress));
        let back = done(catalog, &with, &Deed::CatalogHours(climb.skill, climb.rung));
        assert_eq!(back, progress);
    }
}

/// What was logged is taken off as it was spent, and what is not proven is never over.
#[test]
fn logged_time_is_taken_off_an_estimate_of_ones_own() {
    let catalog = shipped();
    let progress = slow(catalog);
    let (id, _) = first_climb(catalog, &planner::plan(learner(catalog, &progress), TODAY));
    let climb = catalog.climb(id);
    let with = done(catalog, &progress, &Deed::OwnHours(climb.skill, climb.rung, 6_000));
    for (logged, expected) in [(600, 5_400), (1_400, 4_600)] {
        let deed = Deed::Log(Task::Skill(climb.skill), EntryId::new(TODAY, "b"), logged);
        let after = done(catalog, &with, &deed);
        let plan = planner::plan(learner(catalog, &after), TODAY);
        assert_eq!(minutes_of(&plan, id), expected, "{logged}");
    }
}

#[test]
fn what_was_proven_says_the_same_of_ones_pace_whatever_one_had_expected() {
    let catalog = shipped();
    let progress = slow(catalog);
    let pace = planner::pace(learner(catalog, &progress));
    assert!(pace.overall.factor > 1.1, "{:?}", pace.overall);
    let records = progress.records().map(|(id, _)| id).collect::<Vec<_>>();
    let with = records.into_iter().fold(progress.clone(), |progress, id| {
        done(catalog, &progress, &Deed::OwnHours(id, Rung::Awareness, 60))
    });
    assert_eq!(planner::pace(learner(catalog, &with)), pace);
}
