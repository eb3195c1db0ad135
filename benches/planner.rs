//! How long a plan takes: for the shipped catalog, and as catalogs grow.
//!
//! Prints figures, and fails where a promise is broken: 5 ms for the shipped
//! catalog, 1 s for 20,000 skills, and as long as twenty plans to say what to drop. Run it with `cargo bench --bench planner`.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench tells what it measured, and may fail loudly"
)]

#[path = "../tests/it/dice.rs"]
#[expect(dead_code, reason = "shared with the tests")]
mod dice;
#[path = "../tests/it/synthetic.rs"]
mod synthetic;

use std::{
    hint::black_box,
    process::ExitCode,
    time::{Duration, Instant},
};

use dice::Dice;
use jiff::civil::{Date, date};
use rungs::{
    catalog::Catalog,
    planner::{self, Plan},
    progress::{Day, Depth, Goal, Learner, Progress},
};
use synthetic::Shape;

const TODAY: Date = date(2026, 11, 21);

fn main() -> ExitCode {
    let is_quick = [shipped(), growing(), hard(), dropping()];
    if is_quick.iter().all(|it| *it) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The least time of several runs, which is the least disturbed.
fn least(runs: u32, catalog: &Catalog, progress: &Progress) -> (Duration, Plan) {
    let times = (0..runs).map(|_| {
        let start = Instant::now();
        let plan = planner::plan(black_box(Learner { catalog, progress }), TODAY);
        (start.elapsed(), plan)
    });
    times.min_by_key(|(time, _)| *time).unwrap()
}

fn shipped() -> bool {
    let catalog = Catalog::embedded();
    let mut slowest = Duration::ZERO;
    println!(
        "shipped catalog, {} rungs of {} skills; goal 5 ms",
        catalog.climbs().len(),
        catalog.skills().len()
    );
    for (role, known) in catalog.roles() {
        let mut progress = Progress::default();
        progress.set_goal(Some(Goal { role, depth: Depth::Everything }));
        let (time, plan) = least(9, catalog, &progress);
        println!(
            "  {time:>9.2?}  {:>3} planned in {:>2} stages, cost {:.0} of at least {:.0}  {}",
            plan.steps.len(),
            plan.stages.len(),
            plan.cost,
            plan.bound,
            known.id
        );
        slowest = slowest.max(time);
    }
    println!("  {slowest:>9.2?}  slowest");
    slowest < Duration::from_millis(5)
}

fn growing() -> bool {
    println!("made-up catalogs; goal 1 s for 20,000 skills, growth near n log n");
    let mut last: Option<(f64, f64)> = None;
    let mut time = Duration::ZERO;
    for skills in [2_000, 5_000, 10_000, 20_000] {
        let shape = Shape { skills, area: 50, reach: 200, groups: 5, called: 40, choices: 20 };
        let catalog = synthetic::catalog(shape, &mut Dice(1));
        let mut progress = Progress::default();
        let role = catalog.find_role("role").unwrap();
        progress.set_goal(Some(Goal { role, depth: Depth::Everything }));
        progress.set_hours(Day::ALL.iter().map(|day| (*day, 480)).collect());
        let (measured, plan) = least(3, &catalog, &progress);
        time = measured;
        let size = f64::from(u32::try_from(skills).unwrap());
        let per = time.as_secs_f64() * 1e9 / (size * size.log2());
        let ratio = last.map_or(String::new(), |(before, time_before)| {
            let grown = time.as_secs_f64() / time_before;
            let expected = size * size.log2() / (before * before.log2());
            format!("  grown {grown:.1} times, n log n {expected:.1}")
        });
        println!(
            "  {skills:>6} skills  {time:>9.2?}  {:>6} planned  {per:.0} ns per n log n{ratio}",
            plan.steps.len()
        );
        last = Some((size, time.as_secs_f64()));
    }
    time < Duration::from_secs(1)
}

/// Catalogs that ask for all the planner has: choices everywhere, and needs that reach far.
fn hard() -> bool {
    println!("20,000 skills with choices everywhere; goal 1 s");
    let mut slowest = Duration::ZERO;
    for (reach, groups, called, choices) in
        [(2_000, 60, 5, 200), (20_000, 30, 40, 20), (3, 5, 40, 20), (20_000, 60, 1, 2_000)]
    {
        let shape = Shape { skills: 20_000, area: 50, reach, groups, called, choices };
        let catalog = synthetic::catalog(shape, &mut Dice(1));
        let mut progress = Progress::default();
        let role = catalog.find_role("role").unwrap();
        progress.set_goal(Some(Goal { role, depth: Depth::Everything }));
        progress.set_hours(Day::ALL.iter().map(|day| (*day, 480)).collect());
        let (time, plan) = least(1, &catalog, &progress);
        println!("  {time:>9.2?}  {:>6} planned  {shape:?}", plan.steps.len());
        slowest = slowest.max(time);
    }
    slowest < Duration::from_secs(1)
}

/// What to leave out is looked for with up to six plans, more hours with five, and
/// less depth with two, besides the search that this measures.
fn dropping() -> bool {
    println!("what to drop, in plans; goal 20");
    let mut worst: f64 = 0.0;
    for skills in [200, 2_000, 20_000] {
        let shape = Shape { skills, area: 50, reach: 200, groups: 5, called: 40, choices: 20 };
        let catalog = synthetic::catalog(shape, &mut Dice(1));
        let mut progress = Progress::default();
        let role = catalog.find_role("role").unwrap();
        progress.set_goal(Some(Goal { role, depth: Depth::Everything }));
        progress.set_hours(Day::ALL.iter().map(|day| (*day, 480)).collect());
        let (time, plan) = least(3, &catalog, &progress);
        let learner = Learner { catalog: &catalog, progress: &progress };
        let times = (0..3).map(|_| {
            let start = Instant::now();
            black_box(planner::what_to_drop(black_box(learner), TODAY, TODAY));
            start.elapsed()
        });
        let dropping = times.min().unwrap();
        let ratio = dropping.as_secs_f64() / time.as_secs_f64();
        println!("  {dropping:>9.2?}  {:>6} planned  {ratio:.1} plans", plan.steps.len());
        worst = worst.max(ratio);
    }
    worst < 20.0
}
