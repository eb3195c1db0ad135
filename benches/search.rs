//! How long a key press takes that changes what is looked for, beside how long it takes
//! to list all there is.
//!
//! Prints figures, and fails where a promise is broken: a letter takes less than half
//! of the time of the listing, which happens once. Run it with `cargo bench --bench search`.

#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]

use std::{
    hint::black_box,
    process::ExitCode,
    time::{Duration, Instant},
};

use rungs::{
    catalog::Catalog,
    progress::{Learner, Progress},
    search::Index,
};

/// What learners type, letter by letter.
const TYPED: [&str; 10] = [
    "git",
    "docker",
    "foreign key",
    "deployment",
    "how to test",
    "salary",
    "a",
    "pyhton",
    "zzzzqxzzz",
    "undo a commit",
];

/// The share of the listing that a key press may take.
const MOST: f64 = 0.5;

fn main() -> ExitCode {
    let catalog = Catalog::embedded();
    let index = Index::new(catalog);
    let listing = least(|| Index::new(catalog).len());
    println!("{listing:>9.2?}  to list {} things", index.len());
    let progress = Progress::default();
    let learner = Learner { catalog, progress: &progress };
    let mut slowest = Duration::ZERO;
    for typed in TYPED {
        for end in typed.char_indices().map(|(at, letter)| at + letter.len_utf8()) {
            let part = typed.get(..end).unwrap_or_default();
            let time = least(|| index.find(black_box(part), learner).total);
            if time > slowest {
                println!("{time:>9.2?}  {part}");
                slowest = time;
            }
        }
    }
    let ratio = slowest.as_secs_f64() / listing.as_secs_f64();
    println!("{ratio:>9.2}  of the listing at most, goal {MOST}");
    if ratio < MOST { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The least time of several runs, which is the least disturbed.
fn least(run: impl Fn() -> usize) -> Duration {
    let times = (0..5).map(|_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    });
    times.min().unwrap_or_default()
}
