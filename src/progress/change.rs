//! What lies between two states, apart from both, so that it can be undone in
//! another.
//!
//! A change holds only what differs between the states before and after it. What
//! somebody else has changed in the meantime is not touched by undoing it, not
//! even where both changed the same thing: then there is nothing left to undo.

use std::sync::Arc;

use super::{
    Build, Facts, Grades, Journey, Progress, Record,
    three::{self, Carry},
};

/// What lies between two states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    before: Progress,
    after: Progress,
}

impl Change {
    /// What lies between two states; none if they are the same.
    pub fn between(before: &Progress, after: &Progress) -> Option<Self> {
        let part = |from, to| Progress::default().carried(from, to, Carry::All);
        let change = || Self { before: part(after, before), after: part(before, after) };
        (before != after).then(change)
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
    /// This without the change.
    #[must_use]
    pub fn without(&self, change: &Change) -> Self {
        self.carried(&change.after, &change.before, Carry::Untouched)
    }

    /// This with the change made again.
    #[must_use]
    pub fn with(&self, change: &Change) -> Self {
        self.carried(&change.before, &change.after, Carry::Untouched)
    }

    fn carried(&self, from: &Self, to: &Self, carry: Carry) -> Self {
        let (now, from, to) = (&self.facts, &from.facts, &to.facts);
        Self::from(Facts {
            goal: three::value(&now.goal, &from.goal, &to.goal, carry),
            region: three::value(&now.region, &from.region, &to.region, carry),
            picks: three::set(&now.picks, &from.picks, &to.picks, carry),
            hours: three::map(&now.hours, &from.hours, &to.hours, carry),
            start: three::value(&now.start, &from.start, &to.start, carry),
            breaks: three::map(&now.breaks, &from.breaks, &to.breaks, carry),
            pins: three::map(&now.pins, &from.pins, &to.pins, carry),
            baseline: three::map(&now.baseline, &from.baseline, &to.baseline, carry),
            hides_dates: three::value(&now.hides_dates, &from.hides_dates, &to.hides_dates, carry),
            hides_looks: three::value(&now.hides_looks, &from.hides_looks, &to.hides_looks, carry),
            review_share: three::value(
                &now.review_share,
                &from.review_share,
                &to.review_share,
                carry,
            ),
            timers: three::map(&now.timers, &from.timers, &to.timers, carry),
            skills: three::entries(&now.skills, &from.skills, &to.skills, |now, from, to| {
                Some(Arc::new(Record::carried(
                    [now, from, to].map(Option::<&Arc<_>>::cloned),
                    carry,
                )))
            }),
            experience: three::value(&now.experience, &from.experience, &to.experience, carry),
            projects: three::entries(
                &now.projects,
                &from.projects,
                &to.projects,
                |now, from, to| {
                    Some(Build::carried([now, from, to].map(Option::<&_>::cloned), carry))
                },
            ),
            routes: three::entries(&now.routes, &from.routes, &to.routes, |now, from, to| {
                Some(Journey::carried([now, from, to].map(Option::<&_>::cloned), carry))
            }),
            notes: three::map(&now.notes, &from.notes, &to.notes, carry),
            reviews: three::entries(&now.reviews, &from.reviews, &to.reviews, |now, from, to| {
                let [now, from, to] =
                    [now, from, to].map(|it| it.map(|it| Grades::clone(it)).unwrap_or_default());
                Some(Arc::new(three::map(&now, &from, &to, carry)))
            }),
        })
    }
}

impl Record {
    fn carried(states: [Option<Arc<Self>>; 3], carry: Carry) -> Self {
        let [now, from, to] = states.map(Option::unwrap_or_default);
        let mut record = Self {
            ticks: three::map(&now.ticks, &from.ticks, &to.ticks, carry),
            claims: three::map(&now.claims, &from.claims, &to.claims, carry),
            skipped: three::value(&now.skipped, &from.skipped, &to.skipped, carry),
            log: three::map(&now.log, &from.log, &to.log, carry),
            evidence: three::map(&now.evidence, &from.evidence, &to.evidence, carry),
            hours: three::map(&now.hours, &from.hours, &to.hours, carry),
            read: three::map(&now.read, &from.read, &to.read, carry),
        };
        // Claimed and skipped at once cannot be; what is so now was said by others since.
        if record.skipped.is_some() && !record.claims.is_empty() {
            record.claims.clone_from(&now.claims);
            record.skipped = now.skipped;
        }
        record
    }
}

impl Build {
    fn carried(states: [Option<Self>; 3], carry: Carry) -> Self {
        let [now, from, to] = states.map(Option::unwrap_or_default);
        Self {
            points: three::map(&now.points, &from.points, &to.points, carry),
            evidence: three::map(&now.evidence, &from.evidence, &to.evidence, carry),
            log: three::map(&now.log, &from.log, &to.log, carry),
        }
    }
}

impl Journey {
    fn carried(states: [Option<Self>; 3], carry: Carry) -> Self {
        let [now, from, to] = states.map(Option::unwrap_or_default);
        Self {
            since: three::value(&now.since, &from.since, &to.since, carry),
            ticks: three::map(&now.ticks, &from.ticks, &to.ticks, carry),
        }
    }
}

#[cfg(test)]
mod tests {

    use jiff::civil::{Date, date};
    use proptest::prelude::*;

    use super::*;
    use crate::{
        catalog::{Catalog, Rung},
        progress::{EntryId, Evidence, Mark, Notable, Note, Task},
    };

    const TODAY: Date = date(2027, 3, 1);

    /// Something done to one of a few skills.
    fn done(progress: &Progress, deeds: &[(usize, u8)], who: &str) -> Progress {
        let catalog = Catalog::embedded();
        let mut progress = progress.clone();
        for (number, (skill, deed)) in deeds.iter().enumerate() {
            let (id, skill) = catalog.skills().nth(skill % 4).unwrap();
            match deed {
                0 => progress.claim(id, Rung::Working, TODAY),
                1 => progress.skip(id, TODAY),
                2 => progress.reset(id),
                3 => {
                    let entry = EntryId::new(TODAY, &format!("{who}{number}"));
                    progress.log(Task::Skill(id), entry, 30);
                }
                4 => {
                    progress.pick(&[], id);
                }
                5 => progress.set_note(Notable::Skill(id), Note::new(who)),
                6 => progress.set_own_hours(id, Rung::Working, (number > 1).then_some(60)),
                7 => {
                    let proof = skill.proofs().next().unwrap().0;
                    progress.set_evidence(Mark::Proof(id, proof), Evidence::new(who));
                }
                8 => progress.mark_read(id, skill.resources().next().unwrap().0, TODAY),
                _ => progress.prove(id, skill.proofs().next().unwrap().0, TODAY),
            }
        }
        progress
    }

    fn deeds() -> impl Strategy<Value = Vec<(usize, u8)>> {
        prop::collection::vec((any::<usize>(), 0..10_u8), 0..6)
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
                let shown = record.evidence.iter().all(|(id, it)| kept.evidence.get(id) == Some(it));
                prop_assert!(shown && record.hours.iter().all(|(it, time)| kept.hours.get(it) == Some(time)));
                prop_assert!(record.read.iter().all(|(id, day)| kept.read.get(id) == Some(day)));
                prop_assert!(record.ticks.iter().all(|(id, day)| kept.ticks.get(id) == Some(day)));
                let claims = record.claims.iter().all(|(rung, day)| kept.claims.get(rung) == Some(day));
                prop_assert!(claims && (record.skipped.is_none() || record.skipped == kept.skipped));
            }
            prop_assert!(theirs.after().picks().is_subset(undone.picks()));
            for (thing, note) in &theirs.after().facts().notes {
                prop_assert_eq!(undone.note(*thing), Some(note));
            }
        }
    }
}
