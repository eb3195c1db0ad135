//! Any deeds in any order: done or refused, never a panic; undone one after the
//! other, the last first, they lead back to where they began.
#![no_main]

#[path = "../../tests/it/made_up.rs"]
mod made_up;
#[path = "../../tests/it/dice.rs"]
#[expect(dead_code, reason = "shared with the tests")]
mod dice;

use libfuzzer_sys::fuzz_target;
use rungs::{
    catalog::Catalog,
    deeds,
    progress::{Change, Learner, Progress},
};
use dice::Dice;

fuzz_target!(|seeds: Vec<u64>| {
    let mut progress = Progress::default();
    let mut changes = Vec::new();
    for seed in seeds.into_iter().take(100) {
        let deed = made_up::deed(Catalog::embedded(), &mut Dice(seed));
        let learner = Learner { catalog: Catalog::embedded(), progress: &progress };
        if let Ok(after) = deeds::done(learner, made_up::TODAY, &deed) {
            changes.extend(Change::between(&progress, &after));
            progress = after;
        }
    }
    for change in changes.iter().rev() {
        progress = progress.without(change);
    }
    assert!(progress == Progress::default());
});
