//! How sure: learners whose true pace is drawn from the prior.

use super::*;

/// The prior, as `planner::pace` states it.
const AMONG_LEARNERS: f64 = 0.35;
const AMONG_AREAS: f64 = 0.15;

/// The true minutes that a learner will take for each step of a plan.
fn true_minutes(catalog: &Catalog, plan: &Plan, dice: &mut Dice) -> Vec<f64> {
    let own = AMONG_LEARNERS * dice.normal();
    let areas: Vec<f64> =
        catalog.areas().map(|_| (own + AMONG_AREAS * dice.normal()).exp()).collect();
    let minutes = |step: &planner::Step| {
        let skill = catalog.skill(step.skill);
        let (low, high) = (f64::from(skill.hours.low), f64::from(skill.hours.high));
        let spread = (high / low).ln() / (2.0 * 1.281_551_6);
        let noise = (spread * dice.normal() - spread * spread / 2.0).exp();
        f64::from(skill.hours.likely) * 60.0 * areas[skill.area.place()] * noise
    };
    plan.steps.iter().map(minutes).collect()
}

/// The day on which so many minutes are worked, at an hour on each day from Monday to Friday.
fn worked(today: Date, minutes: f64) -> Date {
    let mut left = (minutes / 60.0).ceil();
    let mut date = today;
    loop {
        left -= if matches!(Day::of(date), Day::Sat | Day::Sun) { 0.0 } else { 1.0 };
        if left <= 0.0 {
            return date;
        }
        date = date.tomorrow().unwrap();
    }
}

#[test]
fn four_of_five_learners_finish_within_the_range() {
    let catalog = shipped();
    let progress = aiming(catalog, "back-end-developer", Depth::Everything);
    let plan = planner::plan(learner(catalog, &progress), TODAY);
    let finish = plan.finish.unwrap();
    let mut dice = Dice(1);
    let mut count = [0; 3];
    for _ in 0..2_000 {
        let end = worked(TODAY, true_minutes(catalog, &plan, &mut dice).iter().sum());
        count[0] += usize::from(end < finish.low);
        count[1] += usize::from((finish.low..=finish.high).contains(&end));
        count[2] += usize::from(end <= finish.likely);
    }
    println!("within {}, before {}, by the likely day {} of 2000", count[1], count[0], count[2]);
    assert!((1_520..=1_680).contains(&count[1]), "within: {}", count[1]);
    assert!((900..=1_100).contains(&count[2]), "by the likely day: {}", count[2]);
}

/// A learner who has finished so many steps of the plan, and logged what they truly took.
fn having_learned(
    catalog: &Catalog,
    start: &Progress,
    steps: &[planner::Step],
    minutes: &[f64],
) -> Progress {
    let mut progress = start.clone();
    for (step, minutes) in steps.iter().zip(minutes) {
        let entry = EntryId::new(TODAY - 1.day(), "a");
        progress.log(step.skill, entry, minutes.round().max(1.0) as u32);
        for (proof, _) in catalog.skill(step.skill).proofs() {
            progress.prove(step.skill, proof, TODAY - 1.day());
        }
    }
    progress
}

#[test]
fn the_range_narrows_as_time_is_logged_and_still_holds() {
    let catalog = shipped();
    let start = aiming(catalog, "junior-back-end-developer", Depth::Everything);
    let plan = planner::plan(learner(catalog, &start), TODAY);
    let mut dice = Dice(2);
    let mut widths = [0.0; 4];
    let mut held = [0; 4];
    let learners = 250;
    for _ in 0..learners {
        let minutes = true_minutes(catalog, &plan, &mut dice);
        for (at, share) in [0, 1, 2, 3].into_iter().enumerate() {
            let done = plan.steps.len() * share / 4;
            let progress = having_learned(catalog, &start, &plan.steps[..done], &minutes[..done]);
            let left = planner::plan(learner(catalog, &progress), TODAY).minutes_left;
            let truth: f64 = minutes[done..].iter().sum();
            held[at] += usize::from((f64::from(left.low)..=f64::from(left.high)).contains(&truth));
            widths[at] += f64::from(left.high - left.low) / 60.0 / f64::from(learners);
        }
    }
    println!("hours from low to high {widths:.0?}, held {held:?} of {learners}");
    assert!(widths.is_sorted_by(|a, b| a > b), "{widths:?}");
    assert!(held.iter().all(|it| (180..=220).contains(it)), "{held:?}");
}

#[test]
fn pace_is_believed_slowly_and_said_only_when_there_is_enough() {
    let catalog = shipped();
    let start = aiming(catalog, "junior-back-end-developer", Depth::Everything);
    let plan = planner::plan(learner(catalog, &start), TODAY);
    let twice: Vec<f64> = plan
        .steps
        .iter()
        .map(|it| 120.0 * f64::from(catalog.skill(it.skill).hours.likely))
        .collect();
    let mut last = 1.0;
    for done in [0, 1, 3, 10, 25] {
        let progress = having_learned(catalog, &start, &plan.steps[..done], &twice[..done]);
        let pace = planner::plan(learner(catalog, &progress), TODAY).pace;
        assert_eq!(pace.is_measured(), done >= 3, "{done}");
        assert!(done == 0 || pace.overall.factor > last, "{done}: {:?}", pace.overall);
        assert!(pace.overall.factor < 2.2);
        last = pace.overall.factor;
    }
    assert!(last > 1.7, "{last}");
}
