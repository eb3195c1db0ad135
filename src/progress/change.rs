//! Deeds: what was done, apart from the state it was done in, so that it can be
//! undone in another.
//!
//! A deed holds only what lies between the states before and after it. What
//! somebody else has changed in the meantime is not touched by undoing it, not
//! even where both changed the same thing: then there is nothing left to undo.

use std::collections::{BTreeMap, BTreeSet};

use super::{Journey, Progress, Record};

/// What lies between two states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    before: Progress,
    after: Progress,
}

/// Which of the things that lie between two states are carried over to a third.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Carry {
    All,
    /// Those that are still as they were in the first of the two.
    Untouched,
}

impl Change {
    /// What lies between two states; none if they are the same.
    pub fn between(before: &Progress, after: &Progress) -> Option<Self> {
        let part = |from, to| Progress::default().carried(from, to, Carry::All);
        let deed = || Self { before: part(after, before), after: part(before, after) };
        (before != after).then(deed)
    }

    /// The state before, as far as it is another than the one after.
    pub fn before(&self) -> &Progress {
        &self.before
    }

    /// The state after, as far as it is another than the one before.
    pub fn after(&self) -> &Progress {
        &self.after
    }
}

impl Progress {
    /// This without the deed.
    #[must_use]
    pub fn without(&self, deed: &Change) -> Self {
        self.clone().carried(&deed.after, &deed.before, Carry::Untouched)
    }

    /// This with the deed done again.
    #[must_use]
    pub fn with(&self, deed: &Change) -> Self {
        self.clone().carried(&deed.before, &deed.after, Carry::Untouched)
    }

    fn carried(mut self, from: &Self, to: &Self, carry: Carry) -> Self {
        value(&mut self.goal, &from.goal, &to.goal, carry);
        value(&mut self.region, &from.region, &to.region, carry);
        set(&mut self.picks, &from.picks, &to.picks, carry);
        map(&mut self.hours, &from.hours, &to.hours, carry);
        value(&mut self.start, &from.start, &to.start, carry);
        map(&mut self.breaks, &from.breaks, &to.breaks, carry);
        map(&mut self.pins, &from.pins, &to.pins, carry);
        map(&mut self.baseline, &from.baseline, &to.baseline, carry);
        value(&mut self.hides_dates, &from.hides_dates, &to.hides_dates, carry);
        let none = Record::default();
        let skills: BTreeSet<_> = from.skills.keys().chain(to.skills.keys()).copied().collect();
        for id in skills.into_iter().filter(|id| from.skills.get(id) != to.skills.get(id)) {
            let [from, to] = [from, to].map(|it| it.record(id).unwrap_or(&none));
            self.change_record(id, |record| record.carry(from, to, carry));
        }
        let routes: BTreeSet<_> = from.routes.keys().chain(to.routes.keys()).copied().collect();
        for id in routes {
            let of = |it: &Self| it.routes.get(&id).cloned().unwrap_or_default();
            let journey = self.routes.remove(&id).unwrap_or_default();
            self.set_journey(id, journey.carried(&of(from), &of(to), carry));
        }
        self
    }
}

impl Record {
    fn carry(&mut self, from: &Self, to: &Self, carry: Carry) {
        map(&mut self.ticks, &from.ticks, &to.ticks, carry);
        value(&mut self.verdict, &from.verdict, &to.verdict, carry);
        map(&mut self.log, &from.log, &to.log, carry);
    }
}

impl Journey {
    fn carried(mut self, from: &Self, to: &Self, carry: Carry) -> Self {
        value(&mut self.since, &from.since, &to.since, carry);
        map(&mut self.ticks, &from.ticks, &to.ticks, carry);
        self
    }
}

fn value<T: Clone + PartialEq>(now: &mut T, from: &T, to: &T, carry: Carry) {
    if from != to && (carry == Carry::All || now == from) {
        now.clone_from(to);
    }
}

/// Members are picked one instead of the other, so they go together or not at all.
fn set<T: Clone + Ord>(now: &mut BTreeSet<T>, from: &BTreeSet<T>, to: &BTreeSet<T>, carry: Carry) {
    let is_untouched = from.difference(to).all(|it| now.contains(it))
        && to.difference(from).all(|it| !now.contains(it));
    if carry == Carry::All || is_untouched {
        now.retain(|it| to.contains(it) || !from.contains(it));
        now.extend(to.difference(from).cloned());
    }
}

fn map<K: Clone + Ord, V: Clone + PartialEq>(
    now: &mut BTreeMap<K, V>,
    from: &BTreeMap<K, V>,
    to: &BTreeMap<K, V>,
    carry: Carry,
) {
    let keys = from.keys().chain(to.keys()).filter(|key| from.get(*key) != to.get(*key));
    for key in keys {
        if carry == Carry::Untouched && now.get(key) != from.get(key) {
            continue;
        }
        match to.get(key) {
            Some(value) => now.insert(key.clone(), value.clone()),
            None => now.remove(key),
        };
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use jiff::civil::{Date, date};
    use proptest::prelude::*;

    use super::*;
    use crate::{
        catalog::Catalog,
        progress::{EntryId, Verdict},
    };

    const TODAY: Date = date(2027, 3, 1);

    /// Something done to one of a few skills.
    fn done(progress: &Progress, deeds: &[(usize, u8)], who: &str) -> Progress {
        static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::embedded().unwrap());
        let catalog = &*CATALOG;
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
        fn undo_leads_back_and_redo_forth(first in deeds(), second in deeds()) {
            let before = done(&Progress::default(), &first, "a");
            let after = done(&before, &second, "b");
            if let Some(deed) = Change::between(&before, &after) {
                prop_assert_eq!(&after.without(&deed), &before);
                prop_assert_eq!(&before.with(&deed), &after);
            } else {
                prop_assert_eq!(&before, &after);
            }
        }

        /// A deed holds what it takes to undo it, and no more: parted once more it is the same.
        #[test]
        fn a_deed_is_no_larger_than_it_has_to_be(first in deeds(), second in deeds()) {
            let before = done(&Progress::default(), &first, "a");
            let after = done(&before, &second, "b");
            if let Some(deed) = Change::between(&before, &after) {
                prop_assert_eq!(Change::between(deed.before(), deed.after()), Some(deed));
            }
        }

        /// Whatever others did stays: what they added, and what they changed
        /// of what the deed had changed.
        #[test]
        fn undo_keeps_what_others_did(first in deeds(), second in deeds(), others in deeds()) {
            let before = done(&Progress::default(), &first, "a");
            let after = done(&before, &second, "b");
            let now = done(&after, &others, "other");
            let (Some(deed), Some(theirs)) = (Change::between(&before, &after), Change::between(&after, &now)) else {
                return Ok(());
            };
            let undone = now.without(&deed);
            for (id, record) in theirs.after().records() {
                let kept = undone.record(id).cloned().unwrap_or_default();
                prop_assert!(record.log.iter().all(|(id, minutes)| kept.log.get(id) == Some(minutes)));
                prop_assert!(record.ticks.iter().all(|(id, day)| kept.ticks.get(id) == Some(day)));
                prop_assert!(record.verdict.is_none() || record.verdict == kept.verdict);
            }
            prop_assert!(theirs.after().picks.is_subset(&undone.picks));
        }
    }
}
