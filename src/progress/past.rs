//! What was when: the days on which something was done, what was done by a day, and who
//! has done nothing yet.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;

use super::{EntryId, Facts, Progress, Week};

impl Progress {
    /// The last day before that one on which something was ticked, claimed, logged or read.
    pub fn last_active_before(&self, today: Date) -> Option<Date> {
        self.active_days().filter(|it| *it < today).max()
    }

    /// The first day on which something was done; today if nothing was.
    pub fn first_day(&self, today: Date) -> Date {
        self.active_days().chain([today]).min().unwrap_or(today)
    }

    /// The days on which something was done, in no order, some of them often.
    fn active_days(&self) -> impl Iterator<Item = Date> {
        let skills = self.records().flat_map(|(_, record)| {
            let days = record.ticks.values().chain(record.claims.values());
            let days = days.chain(record.read.values()).copied();
            days.chain(record.log.keys().map(EntryId::date))
        });
        let points = self.builds().flat_map(|(_, build)| build.points.values().copied());
        let built = self.builds().flat_map(|(_, build)| build.log.keys().map(EntryId::date));
        let reviewed = self.reviews().flat_map(|(_, grades)| grades.keys().map(EntryId::date));
        skills.chain(points).chain(built).chain(reviewed)
    }

    /// This without any time logged, to be asked how ready one is.
    #[must_use]
    pub fn without_logs(&self) -> Self {
        let mut facts = self.facts.clone();
        for record in facts.skills.values_mut().filter(|it| !it.log.is_empty()) {
            Arc::make_mut(record).log.clear();
        }
        facts.reviews.clear();
        facts.notes.clear();
        Self::from(facts)
    }

    /// This without all that was ticked, claimed, skipped, logged or read after a
    /// day. What was said of how one wants to learn has no day, nor has what was
    /// written, and stays.
    #[must_use]
    pub fn as_of(&self, day: Date) -> Self {
        let mut facts = self.facts.clone();
        for record in facts.skills.values_mut() {
            let record = Arc::make_mut(record);
            record.ticks.retain(|_, it| *it <= day);
            record.claims.retain(|_, it| *it <= day);
            record.log.retain(|entry, _| entry.date() <= day);
            record.read.retain(|_, it| *it <= day);
            record.skipped = record.skipped.filter(|it| *it <= day);
        }
        for build in facts.projects.values_mut() {
            build.points.retain(|_, it| *it <= day);
            build.log.retain(|entry, _| entry.date() <= day);
        }
        for grades in facts.reviews.values_mut() {
            Arc::make_mut(grades).retain(|entry, _| entry.date() <= day);
        }
        facts.timers.retain(|entry, _| entry.date() <= day);
        Self::from(facts)
    }
}

impl Progress {
    /// Who aims for the same and wants to learn in the same way, and has done nothing yet.
    #[must_use]
    pub fn untouched(&self) -> Self {
        let skills = self.records().map(|(id, record)| (id, Arc::new(record.untouched())));
        let facts = self.facts.clone();
        Self::from(Facts {
            skills: skills.collect(),
            projects: BTreeMap::new(),
            routes: BTreeMap::new(),
            baseline: BTreeMap::new(),
            breaks: BTreeMap::new(),
            hours: Week::new(),
            start: None,
            hides_dates: false,
            timers: BTreeMap::new(),
            reviews: BTreeMap::new(),
            ..facts
        })
    }

    /// Whether nothing was done about any skill or project.
    pub fn is_untouched(&self) -> bool {
        self.facts.projects.is_empty() && self.records().all(|(_, it)| *it == it.untouched())
    }
}
