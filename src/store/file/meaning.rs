//! What a file means to the program, and how the program's progress is written
//! into a file: field by field, so that the compiler asks what becomes of a new one.
//!
//! What is not known here is passed by on reading and left in place on writing.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Goal, ProgressFile, ProjectEntry, RouteEntry, SkillEntry, VERSION};
use crate::{
    catalog::{Catalog, ClimbId, Project, ProjectId, Route, RouteId, Rung, Skill, SkillId},
    progress::{
        self, Build, DAY_MINUTES, Day, Depth, EntryId, Evidence, Facts, Item, Journey, Log,
        MOST_SHARE, Progress, Record,
    },
};

/// What stands for the rung that the proofs of format 1 describe, where a file of
/// that format claims a skill as a whole.
pub(in crate::store) const FORMAT_1: &str = "format-1";

/// The proofs that every skill had in format 1.
pub(in crate::store) const PROOFS: [&str; 3] = ["p1", "p2", "p3"];

impl ProgressFile {
    /// What the file says to this program.
    #[expect(clippy::too_many_lines, reason = "three lines for each field")]
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
            experience,
            hide_dates,
            hide_looks,
            review_share,
            timers: _,
            skills,
            projects,
            roles: _,
            routes,
            reviews: _,
            rest: _,
        } = self;
        let skill = |id: &String| catalog.find_skill(id);
        let known_record = |(id, entry): (&String, &SkillEntry)| {
            let id = skill(id)?;
            Some((id, entry.known(catalog, id).into()))
        };
        let known_build = |(id, entry): (&String, &ProjectEntry)| {
            let id = catalog.find_project(id)?;
            Some((id, entry.known(catalog.project(id))))
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
            baseline: baseline
                .iter()
                .filter_map(|(id, date)| Some((find_item(catalog, id)?, *date)))
                .collect(),
            experience: *experience,
            hides_dates: *hide_dates,
            hides_looks: *hide_looks,
            review_share: review_share.map(|it| it.min(MOST_SHARE)),
            timers: self.timers(catalog),
            skills: skills.iter().filter_map(known_record).collect(),
            projects: projects.iter().filter_map(known_build).collect(),
            routes: routes.iter().filter_map(known_journey).collect(),
            notes: self.notes(catalog),
            reviews: self.reviews(),
        })
    }

    /// This file with what the learner wants and has done now; what this
    /// program does not know stays.
    #[expect(clippy::too_many_lines, reason = "a line or two for each field")]
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
            experience,
            hides_dates,
            hides_looks,
            review_share,
            timers,
            skills,
            projects,
            routes,
            notes,
            reviews,
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
        let item = |it: Item| item_name(catalog, it);
        file.pins
            .extend(pins.iter().map(|(id, behind)| (item(Item::Climb(*id)), behind.map(item))));
        file.baseline.retain(|id, _| find_item(catalog, id).is_none());
        file.baseline.extend(baseline.iter().map(|(id, date)| (item(*id), *date)));
        file.set_projects(catalog, projects);
        file.set_skills(catalog, skills.iter().map(|(id, record)| (*id, &**record)));
        file.set_routes(catalog, routes);
        file.set_notes(catalog, notes);
        file.set_timers(catalog, timers);
        file.set_reviews(reviews);
        Self {
            version: VERSION,
            goal: self.goal_with(catalog, *goal),
            region: match region {
                Some(id) => Some(catalog.region(*id).id.to_string()),
                // One that is not known was not given up.
                None => file.region.take().filter(|id| catalog.find_region(id).is_none()),
            },
            start: *start,
            experience: *experience,
            hide_dates: *hides_dates,
            hide_looks: *hides_looks,
            review_share: *review_share,
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
            entry.set(catalog, id, record);
            if entry != SkillEntry::default() {
                self.skills.insert(skill.id.to_string(), entry);
            }
        }
    }

    fn set_projects(&mut self, catalog: &Catalog, builds: &BTreeMap<ProjectId, Build>) {
        let untouched = Build::default();
        for (id, project) in catalog.projects() {
            let build = builds.get(&id).unwrap_or(&untouched);
            let mut entry = self.projects.remove(&*project.id).unwrap_or_default();
            entry.set(project, build);
            if entry != ProjectEntry::default() {
                self.projects.insert(project.id.to_string(), entry);
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

/// A pin of which both sides are known.
fn known_pin(
    catalog: &Catalog,
    (id, behind): (&String, &Option<String>),
) -> Option<(ClimbId, Option<Item>)> {
    let Item::Climb(id) = find_item(catalog, id)? else { return None };
    match behind {
        Some(behind) => Some((id, Some(find_item(catalog, behind)?))),
        None => Some((id, None)),
    }
}

/// What an item is called in a file.
fn item_name(catalog: &Catalog, item: Item) -> String {
    match item {
        Item::Climb(id) => catalog.climb_name(id),
        Item::Project(id) => format!("project/{}", catalog.project(id).id),
    }
}

/// The item of that name; format 1 knew only skills, and meant what its proofs describe.
fn find_item(catalog: &Catalog, name: &str) -> Option<Item> {
    if let Some(id) = name.strip_prefix("project/") {
        return catalog.find_project(id).map(Item::Project);
    }
    let whole = || {
        let id = catalog.find_skill(name)?;
        Some(catalog.climb_to(id, described(catalog, id)))
    };
    catalog.find_climb(name).or_else(whole).map(Item::Climb)
}

/// The rung that the proofs of format 1 describe: the highest that has one of them.
pub(in crate::store) fn described(catalog: &Catalog, id: SkillId) -> Rung {
    let skill = catalog.skill(id);
    let first = PROOFS.map(|it| skill.find_proof(it));
    let climbs = skill.climbs.iter().map(|it| catalog.climb(*it));
    let has_one = |proofs: &[_]| proofs.iter().any(|it| first.contains(&Some(*it)));
    let described = climbs.filter(|it| has_one(&it.proofs)).map(|it| it.rung).max();
    described.unwrap_or(Rung::Working)
}

impl Goal {
    fn known(&self, catalog: &Catalog) -> Option<progress::Goal> {
        let Self { role, scope, rest: _ } = self;
        Some(progress::Goal { role: catalog.find_role(role)?, depth: Depth::find(scope)? })
    }
}

impl SkillEntry {
    fn known(&self, catalog: &Catalog, id: SkillId) -> Record {
        // A note is of the skill, not of what was done about it.
        let Self { proofs, claims, skipped, log, evidence, hours, read, note: _, rest: _ } = self;
        let skill = catalog.skill(id);
        let claim = |(rung, date): (&String, &Date)| {
            let whole = (rung == FORMAT_1).then(|| described(catalog, id));
            Some((whole.or_else(|| Rung::find(rung))?, *date))
        };
        let tick = |(id, date): (&String, &Date)| Some((skill.find_proof(id)?, *date));
        let shown =
            |(id, text): (&String, &String)| Some((skill.find_proof(id)?, Evidence::new(text)?));
        let expected = |(rung, minutes): (&String, &u32)| known_estimate(rung, *minutes);
        let read_on = |(at, date): (&String, &Date)| Some((skill.find_resource(at)?, *date));
        Record {
            ticks: proofs.iter().filter_map(tick).collect(),
            log: known_log(log),
            claims: claims.iter().filter_map(claim).collect(),
            skipped: *skipped,
            evidence: evidence.iter().filter_map(shown).collect(),
            hours: hours.iter().filter_map(expected).collect(),
            read: read.iter().filter_map(read_on).collect(),
        }
    }

    fn set(&mut self, catalog: &Catalog, id: SkillId, record: &Record) {
        let Record { ticks, log, claims, skipped, evidence, hours, read } = record;
        let skill: &Skill = catalog.skill(id);
        self.proofs.retain(|id, _| skill.find_proof(id).is_none());
        let named =
            skill.proofs().filter_map(|(id, it)| Some((it.id.to_string(), *ticks.get(&id)?)));
        self.proofs.extend(named);
        set_log(&mut self.log, log);
        self.claims.retain(|rung, _| Rung::find(rung).is_none() && rung != FORMAT_1);
        self.claims.extend(claims.iter().map(|(rung, date)| (rung.word().to_owned(), *date)));
        self.skipped = *skipped;
        let same = |id: &str, text: &str| match skill.find_proof(id) {
            Some(proof) => evidence.get(&proof) == Evidence::new(text).as_ref(),
            None => true,
        };
        self.evidence.retain(|id, text| same(id, text));
        for (id, it) in skill.proofs() {
            keep_words(&mut self.evidence, &it.id, evidence.get(&id));
        }
        self.hours.retain(|rung, minutes| known_estimate(rung, *minutes).is_none());
        self.hours.extend(hours.iter().map(|(rung, it)| (rung.word().to_owned(), *it)));
        self.read.retain(|at, _| skill.find_resource(at).is_none());
        let read_on = skill
            .resources()
            .filter_map(|(id, it)| Some((it.address.to_string(), *read.get(&id)?)));
        self.read.extend(read_on);
    }
}

fn known_log(log: &BTreeMap<String, u32>) -> Log {
    log.iter().filter_map(|(id, minutes)| Some((EntryId::parse(id)?, *minutes))).collect()
}

fn set_log(there: &mut BTreeMap<String, u32>, log: &Log) {
    there.retain(|id, _| EntryId::parse(id).is_none());
    there.extend(log.iter().map(|(id, minutes)| (id.to_string(), *minutes)));
}

/// A rung, and how long the climb to it takes; in no time at all nobody climbs.
fn known_estimate(rung: &str, minutes: u32) -> Option<(Rung, u32)> {
    Some((Rung::find(rung)?, minutes)).filter(|_| minutes > 0)
}

impl ProjectEntry {
    fn known(&self, project: &Project) -> Build {
        let Self { points, evidence, log, note: _, rest: _ } = self;
        let tick = |(id, date): (&String, &Date)| Some((project.find_point(id)?, *date));
        let shown =
            |(id, text): (&String, &String)| Some((project.find_point(id)?, Evidence::new(text)?));
        Build {
            points: points.iter().filter_map(tick).collect(),
            evidence: evidence.iter().filter_map(shown).collect(),
            log: known_log(log),
        }
    }

    fn set(&mut self, project: &Project, build: &Build) {
        let Build { points, evidence, log } = build;
        set_log(&mut self.log, log);
        self.points.retain(|id, _| project.find_point(id).is_none());
        let named =
            project.points().filter_map(|(id, it)| Some((it.id.to_string(), *points.get(&id)?)));
        self.points.extend(named);
        let same = |id: &str, text: &str| match project.find_point(id) {
            Some(point) => evidence.get(&point) == Evidence::new(text).as_ref(),
            None => true,
        };
        self.evidence.retain(|id, text| same(id, text));
        for (id, it) in project.points() {
            keep_words(&mut self.evidence, &it.id, evidence.get(&id));
        }
    }
}

/// Writes evidence where there is none; what says the same already stays as it is
/// written.
fn keep_words(there: &mut BTreeMap<String, String>, id: &str, evidence: Option<&Evidence>) {
    if let Some(evidence) = evidence {
        there.entry(id.to_owned()).or_insert_with(|| evidence.to_string());
    }
}

impl RouteEntry {
    fn known(&self, route: &Route) -> Journey {
        let Self { since, milestones, note: _, rest: _ } = self;
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
