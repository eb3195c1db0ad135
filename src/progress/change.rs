//! What lies between two states, carried over to a third.
//!
//! Undoing is that: what lies between the state after a deed and the one before
//! it, carried over to the state there is now. What others have changed in the
//! meantime is not touched.

use std::collections::{BTreeMap, BTreeSet};

use super::{Journey, Progress, Record};

impl Progress {
    /// This, changed as it takes to get from one state to another. Where nothing
    /// lies between the two, it stays as it is.
    #[must_use]
    pub fn changed(&self, from: &Self, to: &Self) -> Self {
        let mut progress = self.clone();
        value(&mut progress.goal, &from.goal, &to.goal);
        value(&mut progress.region, &from.region, &to.region);
        set(&mut progress.picks, &from.picks, &to.picks);
        map(&mut progress.hours, &from.hours, &to.hours);
        value(&mut progress.start, &from.start, &to.start);
        map(&mut progress.breaks, &from.breaks, &to.breaks);
        map(&mut progress.pins, &from.pins, &to.pins);
        map(&mut progress.baseline, &from.baseline, &to.baseline);
        value(&mut progress.hides_dates, &from.hides_dates, &to.hides_dates);
        let skills: BTreeSet<_> = from.skills.keys().chain(to.skills.keys()).copied().collect();
        for id in skills {
            let of = |it: &Self| it.skills.get(&id).cloned().unwrap_or_default();
            progress.set_record(id, of(self).changed(&of(from), &of(to)));
        }
        let routes: BTreeSet<_> = from.routes.keys().chain(to.routes.keys()).copied().collect();
        for id in routes {
            let of = |it: &Self| it.routes.get(&id).cloned().unwrap_or_default();
            progress.set_journey(id, of(self).changed(&of(from), &of(to)));
        }
        progress
    }
}

impl Record {
    fn changed(mut self, from: &Self, to: &Self) -> Self {
        map(&mut self.ticks, &from.ticks, &to.ticks);
        value(&mut self.verdict, &from.verdict, &to.verdict);
        map(&mut self.log, &from.log, &to.log);
        self
    }
}

impl Journey {
    fn changed(mut self, from: &Self, to: &Self) -> Self {
        value(&mut self.since, &from.since, &to.since);
        map(&mut self.ticks, &from.ticks, &to.ticks);
        self
    }
}

fn value<T: Clone + PartialEq>(now: &mut T, from: &T, to: &T) {
    if from != to {
        now.clone_from(to);
    }
}

fn set<T: Clone + Ord>(now: &mut BTreeSet<T>, from: &BTreeSet<T>, to: &BTreeSet<T>) {
    now.retain(|it| to.contains(it) || !from.contains(it));
    now.extend(to.difference(from).cloned());
}

fn map<K: Clone + Ord, V: Clone + PartialEq>(
    now: &mut BTreeMap<K, V>,
    from: &BTreeMap<K, V>,
    to: &BTreeMap<K, V>,
) {
    now.retain(|key, _| to.contains_key(key) || !from.contains_key(key));
    for (key, value) in to.iter().filter(|(key, value)| from.get(*key) != Some(*value)) {
        now.insert(key.clone(), value.clone());
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use proptest::prelude::*;

    use crate::{
        catalog::Catalog,
        progress::{EntryId, Progress, Verdict},
    };

    const TODAY: Date = date(2027, 3, 1);

    /// Something done to one of a few skills.
    fn done(progress: &Progress, deeds: &[(usize, u8)], who: &str) -> Progress {
        let catalog = Catalog::embedded().unwrap();
        let mut progress = progress.clone();
        for (number, (skill, deed)) in deeds.iter().enumerate() {
            let (id, skill) = catalog.skills().nth(skill % 4).unwrap();
            match deed {
                0 => progress.declare(id, Some(Verdict::Claimed(TODAY))),
                1 => progress.declare(id, Some(Verdict::Skipped(TODAY))),
                2 => progress.reset(id),
                3 => progress.log(id, EntryId::new(TODAY, &format!("{who}{number}")), 30),
                4 => {
                    progress.picks.insert(id);
                }
                _ => progress.prove(id, skill.proofs().next().unwrap().0, TODAY),
            }
        }
        progress
    }

    fn deeds() -> impl Strategy<Value = Vec<(usize, u8)>> {
        prop::collection::vec((any::<usize>(), 0..6_u8), 0..6)
    }

    proptest! {
        /// Undoing a deed alone leads back, and doing it again leads forth.
        #[test]
        fn undo_leads_back_and_redo_forth(first in deeds(), deed in deeds()) {
            let before = done(&Progress::default(), &first, "a");
            let after = done(&before, &deed, "b");
            prop_assert_eq!(&after.changed(&after, &before), &before);
            prop_assert_eq!(&before.changed(&before, &after), &after);
        }

        /// What others have logged in the meantime stays.
        #[test]
        fn undo_keeps_what_others_did(first in deeds(), deed in deeds()) {
            let before = done(&Progress::default(), &first, "a");
            let after = done(&before, &deed, "b");
            let now = done(&after, &[(1, 3), (9, 3)], "other");
            let undone = now.changed(&after, &before);
            let expected = done(&before, &[(1, 3), (9, 3)], "other");
            let logs = |it: &Progress| it.records().map(|(id, record)| (id, record.log.clone())).collect::<Vec<_>>();
            prop_assert_eq!(logs(&undone), logs(&expected));
        }
    }
}
