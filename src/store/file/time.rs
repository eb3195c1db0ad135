//! Clocks that run and what is remembered, as they stand in a file.
//!
//! What is not known here, such as a clock for a skill of another catalog or a grade
//! that does not exist yet, stays as it is.

use std::{collections::BTreeMap, sync::Arc};

use super::{ProgressFile, TimerEntry};
use crate::{
    catalog::Catalog,
    progress::{Card, EntryId, Grade, Grades, Task, Timer},
};

impl ProgressFile {
    /// The clocks that run.
    pub(super) fn timers(&self, catalog: &Catalog) -> BTreeMap<EntryId, Timer> {
        self.timers.iter().filter_map(|it| known_timer(catalog, it)).collect()
    }

    pub(super) fn set_timers(&mut self, catalog: &Catalog, timers: &BTreeMap<EntryId, Timer>) {
        let is_wanted = |it: (&String, &TimerEntry)| {
            known_timer(catalog, it).is_none_or(|(entry, _)| timers.contains_key(&entry))
        };
        self.timers.retain(|entry, timer| is_wanted((entry, timer)));
        for (entry, timer) in timers {
            let there = self.timers.remove(&entry.to_string());
            let rest = there.map(|it| it.rest).unwrap_or_default();
            let (skill, project) = match timer.task {
                Task::Skill(id) => (Some(catalog.skill(id).id.to_string()), None),
                Task::Project(id) => (None, Some(catalog.project(id).id.to_string())),
            };
            let timer = TimerEntry { skill, project, since: timer.since, rest };
            self.timers.insert(entry.to_string(), timer);
        }
    }

    /// What was said of each question that came back.
    pub(super) fn reviews(&self) -> BTreeMap<Card, Arc<Grades>> {
        let of_card = |(name, grades): (&String, &BTreeMap<String, String>)| {
            let known = grades.iter().filter_map(known_grade).collect();
            Some((Card::new(name)?, Arc::new(known)))
        };
        self.reviews.iter().filter_map(of_card).collect()
    }

    pub(super) fn set_reviews(&mut self, reviews: &BTreeMap<Card, Arc<Grades>>) {
        for (name, grades) in &mut self.reviews {
            if Card::new(name).is_some() {
                grades.retain(|entry, word| known_grade((entry, word)).is_none());
            }
        }
        for (card, grades) in reviews {
            let there = self.reviews.entry(card.to_string()).or_default();
            there
                .extend(grades.iter().map(|(it, grade)| (it.to_string(), grade.word().to_owned())));
        }
        self.reviews.retain(|_, grades| !grades.is_empty());
    }
}

fn known_timer(
    catalog: &Catalog,
    (entry, timer): (&String, &TimerEntry),
) -> Option<(EntryId, Timer)> {
    let TimerEntry { skill, project, since, rest: _ } = timer;
    let task = match (skill, project) {
        (Some(id), None) => Task::Skill(catalog.find_skill(id)?),
        (None, Some(id)) => Task::Project(catalog.find_project(id)?),
        (None, None) | (Some(_), Some(_)) => return None,
    };
    Some((EntryId::parse(entry)?, Timer { task, since: *since }))
}

fn known_grade((entry, word): (&String, &String)) -> Option<(EntryId, Grade)> {
    Some((EntryId::parse(entry)?, Grade::find(word)?))
}
