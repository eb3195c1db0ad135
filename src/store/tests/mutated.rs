//! Files as bad disks, bad editors and bad luck make them.

use std::fs;

use proptest::prelude::*;

use super::*;

/// A file of each format.
const GOOD: [&str; 2] = [
    include_str!("../../../tests/data/format-1.json"),
    include_str!("../../../tests/data/format-2.json"),
];

#[derive(Clone, Debug)]
enum Harm {
    Cut(usize),
    Set(usize, u8),
    Zero(usize, usize),
    Insert(usize, Vec<u8>),
    Twice(usize, usize),
}

fn some_harm() -> impl Strategy<Value = Harm> {
    let place = || 0..GOOD.map(str::len).into_iter().max().unwrap();
    prop_oneof![
        1 => place().prop_map(Harm::Cut),
        4 => (place(), any::<u8>()).prop_map(|(at, byte)| Harm::Set(at, byte)),
        1 => (place(), place()).prop_map(|(from, to)| Harm::Zero(from, to)),
        2 => (place(), "[\\[\\]{}\",:0-9a-z-]{1,4}").prop_map(|(at, it)| Harm::Insert(at, it.into())),
        2 => (place(), place()).prop_map(|(from, to)| Harm::Twice(from, to)),
    ]
}

fn harmed(good: &str, harms: &[Harm]) -> Vec<u8> {
    let mut bytes = good.as_bytes().to_vec();
    for harm in harms {
        let within = |at: &usize| (*at).min(bytes.len());
        match harm {
            Harm::Cut(at) => bytes.truncate(within(at)),
            Harm::Set(at, byte) => bytes.iter_mut().skip(*at).take(1).for_each(|it| *it = *byte),
            Harm::Zero(from, to) => {
                let length = to.saturating_sub(*from);
                bytes.iter_mut().skip(*from).take(length).for_each(|it| *it = 0);
            }
            Harm::Insert(at, new) => {
                let at = within(at);
                bytes.splice(at..at, new.iter().copied());
            }
            Harm::Twice(from, to) => {
                let (from, to) = (within(from), within(to));
                let part = bytes.get(from..to).unwrap_or_default().to_vec();
                bytes.splice(from..from, part);
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Either the file is understood, and then saving keeps all that was in it;
    /// or it is refused, and then it is left as it is and there is a copy.
    #[test]
    fn a_harmed_file_is_understood_or_left_alone(
        format in 0..GOOD.len(), harms in proptest::collection::vec(some_harm(), 1..4)
    ) {
        let bytes = harmed(GOOD[format], &harms);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("progress.json");
        fs::write(&path, &bytes).unwrap();
        let catalog = catalog();
        match Store::open(path.clone(), catalog) {
            Ok((mut store, mut progress)) => {
                claim(&mut progress, "redis");
                if store.save(catalog, &progress).is_ok() {
                    prop_assert_eq!(Store::open(path, catalog).unwrap().1, progress);
                    let kept = folder.path().join("backups/progress.previous.json");
                    prop_assert_eq!(fs::read(kept).unwrap(), bytes);
                } else {
                    prop_assert!(store.refusal().is_some());
                    prop_assert_eq!(fs::read(&path).unwrap(), bytes);
                }
            }
            Err(error) => {
                prop_assert_eq!(fs::read(&path).unwrap(), &*bytes);
                if let StoreError::Damaged { copy, .. } = error {
                    prop_assert_eq!(fs::read(copy.unwrap()).unwrap(), bytes);
                }
            }
        }
    }

    /// Many more of them, in memory.
    #[test]
    fn harmed_files_are_brought_together_or_refused(
        format in 0..GOOD.len(), harms in proptest::collection::vec(some_harm(), 1..4)
    ) {
        let bytes = harmed(GOOD[format], &harms);
        for good in GOOD.map(str::as_bytes) {
            if let Ok(merged) = merge_texts(None, good, &bytes) {
                prop_assert_eq!(merge_texts(None, merged.as_bytes(), &bytes), Ok(merged.clone()));
                prop_assert_eq!(merge_texts(None, &bytes, good), Ok(merged));
            }
            let _ = merge_texts(Some(&bytes), good, good);
        }
    }
}
