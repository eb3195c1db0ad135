//! How sure: learners whose true pace is drawn from the prior.

use super::*;

/// The prior, as `planner::pace` states it.
const AMONG_LEARNERS: f64 = 0.35;
const AMONG_AREAS: f64 = 0.15;

/// The steps that take time.
fn studied(plan: &Plan) -> Vec<Step> {
    plan.steps.iter().filter(|it| it.minutes > 0).cloned().collect()
}

/// The true minutes that a learner will take for each step.
fn true_minutes(catalog: &Catalog, steps: &[Step], dice: &mut Dice) -> Vec<f64> {
    let own = AMONG_LEARNERS * dice.normal();
    let areas: Vec<f64> =
        catalog.areas().map(|_| (own + AMONG_AREAS * dice.normal()).exp()).collect();
    let minutes = |step: &Step| {
        let (hours, area) = match step.item {
            Item::Climb(id) => (catalog.climb(id).hours, catalog.climbed(id).area),
            Item::Project(id) => (catalog.project(id).hours, catalog.project(id).area),
        };
        let spread = (f64::from(hours.high) / f64::from(hours.low)).ln() / (2.0 * 1.281_551_6);
        let noise = (spread * dice.normal() - spread * spread / 2.0).exp();
        f64::from(hours.likely) * 60.0 * areas[area.place()] * noise
    };
    steps.iter().map(minutes).collect()
}

/// When each step is over for somebody who has an hour on each day from Monday to
/// Friday and truly takes so long: half of each Friday goes to what grows alongside,
/// from the stage on in which it begins.
fn lived(steps: &[Step], minutes: &[f64]) -> Vec<Date> {
    let places = |counts: fn(&Step) -> bool| {
        let all = steps.iter().enumerate().filter(move |(_, it)| counts(it));
        all.map(|(at, _)| at).collect::<Vec<_>>().into_iter().peekable()
    };
    let mut line = places(Step::is_in_line);
    let mut beside = places(|it| it.rhythm == Rhythm::Alongside);
    let mut left = minutes.to_vec();
    let mut over: Vec<Option<Date>> = vec![None; steps.len()];
    let begins = steps.iter().find(|it| it.rhythm == Rhythm::Alongside).map(|it| it.stage);
    let mut date = TODAY;
    while line.peek().is_some() || beside.peek().is_some() {
        let mut free = if matches!(Day::of(date), Day::Sat | Day::Sun) { 0.0 } else { 60.0 };
        if Day::of(date) == Day::Fri {
            let stage = line.peek().map(|it| steps[*it].stage);
            let may_begin = |it: &usize, over: &[Option<Date>]| {
                let is_over = |it: &Item| {
                    let at = steps.iter().position(|step| step.item == *it);
                    at.is_none_or(|at| over[at].is_some())
                };
                stage.is_none_or(|it| Some(it) >= begins) && steps[*it].needs.iter().all(is_over)
            };
            if beside.peek().is_some_and(|it| may_begin(it, &over)) {
                free -= spend(&mut beside, &mut left, 30.0, &mut over, date);
            }
        }
        while free > 0.0 && line.peek().is_some() {
            free -= spend(&mut line, &mut left, free, &mut over, date);
        }
        date = date.tomorrow().unwrap();
    }
    over.into_iter().map(Option::unwrap).collect()
}

/// Spends up to so many minutes on what comes next; says how many.
fn spend(
    lane: &mut std::iter::Peekable<impl Iterator<Item = usize>>,
    left: &mut [f64],
    free: f64,
    over: &mut [Option<Date>],
    date: Date,
) -> f64 {
    let Some(at) = lane.peek().copied() else { return free };
    let spent = free.min(left[at]);
    left[at] -= spent;
    if left[at] <= 0.0 {
        over[at] = Some(date);
        lane.next();
    }
    spent
}

/// How many of a hundred learners come within a range, and how many by its likely day.
fn shares(days: &[Date], range: planner::Spread<Date>) -> (f64, f64) {
    let share = |is_meant: &dyn Fn(&Date) -> bool| {
        let count = |days: usize| f64::from(u32::try_from(days).unwrap());
        100.0 * count(days.iter().filter(|it| is_meant(it)).count()) / count(days.len())
    };
    (share(&|it| (range.low..=range.high).contains(it)), share(&|it| *it <= range.likely))
}

#[test]
fn four_of_five_learners_come_within_the_range() {
    let catalog = shipped();
    for role in ["back-end-developer", "front-end-developer"] {
        let progress = aiming(catalog, role, Depth::Everything);
        let plan = planner::plan(learner(catalog, &progress), TODAY);
        let apply = plan.stages.iter().position(|it| matches!(it.kind, StageKind::Apply(_)));
        let steps = studied(&plan);
        let mut dice = Dice(1);
        let lives: Vec<Vec<Date>> =
            (0..2_000).map(|_| lived(&steps, &true_minutes(catalog, &steps, &mut dice))).collect();
        let ends = |stages: usize, counts: fn(&Step) -> bool| -> Vec<Date> {
            let own = |life: &Vec<Date>| {
                let all = life.iter().zip(&steps);
                let all = all.filter(|(_, it)| it.stage < stages && counts(it));
                *all.map(|(date, _)| date).max().unwrap()
            };
            lives.iter().map(own).collect()
        };
        for (what, days, range) in [
            ("the first project", ends(1, Step::is_in_line), plan.stages[0].finish.unwrap()),
            ("applying", ends(apply.unwrap(), |_| true), plan.apply.unwrap()),
            ("all of it", ends(plan.stages.len(), |_| true), plan.finish.unwrap()),
        ] {
            let (within, likely) = shares(&days, range);
            println!("{role}, {what}: within {within:.1} %, by the likely day {likely:.1} %");
            assert!((76.0..=84.0).contains(&within), "{role}, {what}: within {within}");
            assert!((42.0..=60.0).contains(&likely), "{role}, {what}: by the likely day {likely}");
        }
    }
}

/// A learner who has finished so many steps of the plan, a day for each, and logged
/// what they truly took.
fn having_learned(
    catalog: &Catalog,
    start: &Progress,
    steps: &[Step],
    minutes: &[f64],
) -> Progress {
    let mut progress = start.clone();
    for ((step, minutes), day) in steps.iter().zip(minutes).zip(1_i64..) {
        let day = TODAY - 999.days() + day.days();
        match step.item {
            Item::Climb(id) => {
                let climb = catalog.climb(id);
                progress.log(
                    Task::Skill(climb.skill),
                    EntryId::new(day, "a"),
                    minutes.round().max(1.0) as u32,
                );
                for proof in &climb.proofs {
                    progress.prove(climb.skill, *proof, day);
                }
            }
            Item::Project(id) => build(catalog, &mut progress, id),
        }
    }
    progress
}

#[test]
fn the_range_narrows_as_time_is_logged_and_still_holds() {
    let catalog = shipped();
    let start = aiming(catalog, "junior-back-end-developer", Depth::Everything);
    let steps = studied(&planner::plan(learner(catalog, &start), TODAY));
    let mut dice = Dice(2);
    let mut widths = [0.0; 4];
    let mut held = [0; 4];
    let learners = 250;
    for _ in 0..learners {
        let minutes = true_minutes(catalog, &steps, &mut dice);
        for (at, share) in [0, 1, 2, 3].into_iter().enumerate() {
            let done = steps.len() * share / 4;
            let progress = having_learned(catalog, &start, &steps[..done], &minutes[..done]);
            let goal = progress.goal().unwrap();
            let left = planner::minutes_left(learner(catalog, &progress), goal);
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
    let mut steps = studied(&planner::plan(learner(catalog, &start), TODAY));
    steps.retain(|it| matches!(it.item, Item::Climb(_)));
    let twice: Vec<f64> = steps.iter().map(|it| 2.0 * f64::from(it.minutes)).collect();
    for done in [0, 1, 2, 3, 4, 6, 10, 25, 50] {
        let progress = having_learned(catalog, &start, &steps[..done], &twice[..done]);
        let pace = planner::plan(learner(catalog, &progress), TODAY).pace;
        let logged: f64 = twice[..done].iter().sum();
        let overall = pace.overall;
        assert!(overall.skills <= done && f64::from(overall.minutes) <= logged + 1.0);
        assert_eq!(pace.is_measured(), overall.skills >= 3 && overall.minutes >= 600, "{done}");
        // What is not said is not planned by, and what is said is between 1 and the truth.
        let expected = if pace.is_measured() { 1.2..2.2 } else { 0.999..1.001 };
        assert!(expected.contains(&overall.factor), "{done}: {overall:?}");
        assert!(done < 25 || overall.factor > 1.7, "{done}: {overall:?}");
    }
}

/// Somebody who does what the plan says, one thing after the other, three hours a day, and
/// takes so many times as long as is estimated: what is known of them on each thirtieth
/// day, and the day on which they are done.
fn follow(catalog: &Catalog, start: &Progress, pace: f64) -> (Vec<Plan>, Date) {
    let mut progress = start.clone();
    let (mut today, mut known) = (TODAY, Vec::new());
    let steps = studied(&planner::plan(learner(catalog, start), TODAY));
    let mut free = 180.0_f64;
    for (at, step) in steps.iter().enumerate() {
        let (hours, task) = match step.item {
            Item::Climb(id) => (catalog.climb(id).hours, Task::Skill(catalog.climb(id).skill)),
            Item::Project(id) => (catalog.project(id).hours, Task::Project(id)),
        };
        let mut left = f64::from(hours.likely) * 60.0 * pace;
        while left > 0.5 {
            if free < 0.5 {
                today = today.tomorrow().unwrap();
                free = 180.0;
                if (today - TODAY).get_days() % 30 == 0 {
                    known.push(planner::plan(learner(catalog, &progress), today));
                }
            }
            let spent = free.min(left);
            (free, left) = (free - spent, left - spent);
            let minutes = format!("{spent:.0}").parse().unwrap();
            progress.log(task, EntryId::new(today, &format!("{at}")), minutes);
        }
        match step.item {
            Item::Climb(id) => {
                let climb = catalog.climb(id);
                climb.proofs.iter().for_each(|it| progress.prove(climb.skill, *it, today));
            }
            Item::Project(id) => build(catalog, &mut progress, id),
        }
    }
    (known, today)
}

/// What is done makes the way shorter and turns nothing over: somebody who does what the
/// plan says finds the rest of it where it was.
#[test]
fn who_follows_the_plan_keeps_its_order() {
    let catalog = shipped();
    for role in ["back-end-developer", "devops-sre-engineer", "senior-back-end-developer"] {
        let mut progress = aiming(catalog, role, Depth::Important);
        let told = |progress: &Progress| -> Vec<(Item, StageKind)> {
            let plan = planner::plan(learner(catalog, progress), TODAY);
            // What grows alongside stands where its days are.
            let line = plan.steps.iter().filter(|it| it.is_in_line());
            line.map(|it| (it.item, plan.stages[it.stage].kind)).collect()
        };
        let mut before = told(&progress);
        let mut done = 0;
        while let Some((item, _)) = before.first().copied() {
            match item {
                Item::Climb(id) => {
                    let climb = catalog.climb(id);
                    climb.proofs.iter().for_each(|it| progress.prove(climb.skill, *it, TODAY));
                    if !learner(catalog, &progress).climb_state(id).is_done() {
                        break;
                    }
                }
                Item::Project(id) => build(catalog, &mut progress, id),
            }
            let after = told(&progress);
            before.retain(|(it, _)| *it != item);
            let moved: Vec<String> = before
                .iter()
                .zip(&after)
                .filter(|(one, other)| one != other)
                .map(|((item, _), _)| name(catalog, *item))
                .collect();
            assert_eq!(after.len(), before.len(), "{role}, after {}", name(catalog, item));
            assert_eq!(moved, Vec::<String>::new(), "{role}, after {}", name(catalog, item));
            before = after;
            done += 1;
        }
        assert!(done > 50, "{role}: {done}");
    }
}

/// Rungs that take an hour are finished on one day with the next: whose time it was is
/// not written down, and must not make anybody slow or quick.
#[test]
fn who_follows_the_plan_has_their_own_pace() {
    let catalog = shipped();
    for (role, pace) in [
        ("back-end-developer", 1.0),
        ("devops-sre-engineer", 1.0),
        ("back-end-developer", 1.5),
        ("front-end-developer", 0.7),
    ] {
        let mut start = aiming(catalog, role, Depth::Essential);
        for day in Day::ALL {
            set_day(&mut start, *day, 180);
        }
        let (known, end) = follow(catalog, &start, pace);
        for (month, plan) in known.into_iter().enumerate() {
            let overall = plan.pace.overall;
            let expected = if plan.pace.is_measured() { pace } else { 1.0 };
            let is_near = (overall.factor / expected).ln().abs() < 0.12;
            assert!(is_near, "{role} at {pace} in month {month}: {overall:?}");
            let finish = plan.finish.unwrap();
            assert!((finish.low..=finish.high).contains(&end), "{role}: {finish:?}, not {end}");
            assert!((finish.likely - end).get_days().abs() <= 20, "{role}: {finish:?}, not {end}");
        }
    }
}
