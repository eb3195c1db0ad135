//! What a file means to the program, and how the program's progress is written
//! into a file: field by field, so that the compiler asks what becomes of a new one.
//!
//! What is not known here is passed by on reading and left in place on writing.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Goal, ProgressFile, RouteEntry, SkillEntry, VERSION};
use crate::{
    catalog::{Catalog, Route, RouteId, Skill, SkillId},
    progress::{self, DAY_MINUTES, Day, Depth, EntryId, Facts, Journey, Progress, Record, Verdict},
};

impl ProgressFile {
    /// What the file says to this program.
    pub(in crate::store) fn progress(&self, catalog: &Catalog) -> Progress {
        let Self {
            version: _,
            goal,
            region,
            picks,
            hours,
            start,
            breaks,
            pins,
            baseline,
            hide_dates,
            skills,
            routes,
            rest: _,
        } = self;
        let skill = |id: &String| catalog.find_skill(id);
        let known_record = |(id, entry): (&String, &SkillEntry)| {
            let id = skill(id)?;
            Some((id, entry.known(catalog.skill(id)).into()))
        };
        let known_journey = |(id, entry): (&String, &RouteEntry)| {
            let id = catalog.find_route(id)?;
            Some((id, entry.known(catalog.route(id))))
        };
        Progress::from(Facts {
            goal: goal.as_ref().and_then(|it| it.known(catalog)),
            region: region.as_deref().and_then(|id| catalog.find_region(id)),
            picks: picks.iter().filter_map(skill).collect(),
            hours: hours.iter().filter_map(known_hours).collect(),
            start: *start,
            breaks: breaks.clone(),
            pins: pins.iter().filter_map(|pin| known_pin(catalog, pin)).collect(),
            baseline: baseline.iter().filter_map(|(id, date)| Some((skill(id)?, *date))).collect(),
            hides_dates: *hide_dates,
            skills: skills.iter().filter_map(known_record).collect(),
            routes: routes.iter().filter_map(known_journey).collect(),
        })
    }

    /// This file with what the learner wants and has done now; what this
    /// program does not know stays.
    pub(in crate::store) fn with(&self, catalog: &Catalog, progress: &Progress) -> Self {
        let Facts {
            goal,
            region,
            picks,
            hours,
            start,
            breaks,
            pins,
            baseline,
            hides_dates,
            skills,
            routes,
        } = progress.facts();
        let name = |id: SkillId| catalog.skill(id).id.to_string();
        let strange = |id: &String| catalog.find_skill(id).is_none();
        let mut file = self.clone();
        file.picks.retain(strange);
        file.picks.extend(picks.iter().map(|id| name(*id)));
        file.hours.retain(|day, _| Day::find(day).is_none());
        file.hours.extend(hours.iter().map(|(day, it)| (day.word().to_owned(), *it)));
        file.breaks.retain(|from, to| &*to < from);
        file.breaks.extend(breaks);
        file.pins.retain(|id, behind| known_pin(catalog, (id, behind)).is_none());
        file.pins.extend(pins.iter().map(|(id, behind)| (name(*id), behind.map(name))));
        file.baseline.retain(|id, _| strange(id));
        file.baseline.extend(baseline.iter().map(|(id, date)| (name(*id), *date)));
        file.set_skills(catalog, skills.iter().map(|(id, record)| (*id, &**record)));
        file.set_routes(catalog, routes);
        Self {
            version: VERSION,
            goal: self.goal_with(catalog, *goal),
            region: match region {
                Some(id) => Some(catalog.region(*id).id.to_string()),
                // One that is not known was not given up.
                None => file.region.take().filter(|id| catalog.find_region(id).is_none()),
            },
            start: *start,
            hide_dates: *hides_dates,
            ..file
        }
    }

    fn goal_with(&self, catalog: &Catalog, goal: Option<progress::Goal>) -> Option<Goal> {
        let there = self.goal.clone();
        match goal {
            Some(goal) => Some(Goal {
                role: catalog.role(goal.role).id.to_string(),
                scope: goal.depth.word().to_owned(),
                rest: there.map(|goal| goal.rest).unwrap_or_default(),
            }),
            // One that is not known was not given up.
            None => there.filter(|it| it.known(catalog).is_none()),
        }
    }

    fn set_skills<'a>(
        &mut self,
        catalog: &Catalog,
        records: impl Iterator<Item = (SkillId, &'a Record)>,
    ) {
        let untouched = Record::default();
        let mut wanted: BTreeMap<SkillId, &Record> = records.collect();
        for id in self.skills.keys().filter_map(|id| catalog.find_skill(id)) {
            wanted.entry(id).or_insert(&untouched);
        }
        for (id, record) in wanted {
            let skill = catalog.skill(id);
            let mut entry = self.skills.remove(&*skill.id).unwrap_or_default();
            entry.set(skill, record);
            if entry != SkillEntry::default() {
                self.skills.insert(skill.id.to_string(), entry);
            }
        }
    }

    fn set_routes(&mut self, catalog: &Catalog, journeys: &BTreeMap<RouteId, Journey>) {
        let untouched = Journey::default();
        for (id, route) in catalog.routes() {
            let journey = journeys.get(&id).unwrap_or(&untouched);
            let mut entry = self.routes.remove(&*route.id).unwrap_or_default();
            entry.set(route, journey);
            if entry != RouteEntry::default() {
                self.routes.insert(route.id.to_string(), entry);
            }
        }
    }
}

fn known_hours((day, minutes): (&String, &u32)) -> Option<(Day, u32)> {
    Some((Day::find(day)?, (*minutes).min(DAY_MINUTES)))
}

/// A pin of which both skills are known.
fn known_pin(
    catalog: &Catalog,
    (id, behind): (&String, &Option<String>),
) -> Option<(SkillId, Option<SkillId>)> {
    let id = catalog.find_skill(id)?;
    match behind {
        Some(behind) => Some((id, Some(catalog.find_skill(behind)?))),
        None => Some((id, None)),
    }
}

impl Goal {
    fn known(&self, catalog: &Catalog) -> Option<progress::Goal> {
        let Self { role, scope, rest: _ } = self;
        Some(progress::Goal { role: catalog.find_role(role)?, depth: Depth::find(scope)? })
    }
}

impl SkillEntry {
    fn known(&self, skill: &Skill) -> Record {
        let Self { proofs, claimed, skipped, log, rest: _ } = self;
        let tick = |(id, date): (&String, &Date)| Some((skill.find_proof(id)?, *date));
        let entry = |(id, minutes): (&String, &u32)| Some((EntryId::parse(id)?, *minutes));
        Record {
            ticks: proofs.iter().filter_map(tick).collect(),
            log: log.iter().filter_map(entry).collect(),
            verdict: match (*claimed, *skipped) {
                // By the rule that two files are brought together by: what was said last.
                (Some(claimed), Some(skipped)) if claimed < skipped => {
                    Some(Verdict::Skipped(skipped))
                }
                (Some(claimed), _) => Some(Verdict::Claimed(claimed)),
                (None, skipped) => skipped.map(Verdict::Skipped),
            },
        }
    }

    fn set(&mut self, skill: &Skill, record: &Record) {
        let Record { ticks, log, verdict } = record;
        self.proofs.retain(|id, _| skill.find_proof(id).is_none());
        let named =
            skill.proofs().filter_map(|(id, it)| Some((it.id.to_string(), *ticks.get(&id)?)));
        self.proofs.extend(named);
        self.log.retain(|id, _| EntryId::parse(id).is_none());
        self.log.extend(log.iter().map(|(id, minutes)| (id.to_string(), *minutes)));
        (self.claimed, self.skipped) = match verdict {
            Some(Verdict::Claimed(date)) => (Some(*date), None),
            Some(Verdict::Skipped(date)) => (None, Some(*date)),
            None => (None, None),
        };
    }
}

impl RouteEntry {
    fn known(&self, route: &Route) -> Journey {
        let Self { since, milestones, rest: _ } = self;
        let tick = |(id, date): (&String, &Date)| Some((route.find_milestone(id)?, *date));
        Journey { since: *since, ticks: milestones.iter().filter_map(tick).collect() }
    }

    fn set(&mut self, route: &Route, journey: &Journey) {
        let Journey { since, ticks } = journey;
        self.milestones.retain(|id, _| route.find_milestone(id).is_none());
        let named =
            route.milestones().filter_map(|(id, it)| Some((it.id.to_string(), *ticks.get(&id)?)));
        self.milestones.extend(named);
        self.since = *since;
    }
}
