//! Commands answered and carried out.

use std::{io, mem::discriminant};

use jiff::{civil::Date, tz::TimeZone};

use super::{
    Command, Failure, Form, OneSkill, Thing,
    names::{NoSuch, find},
    plan::Planning,
};
use crate::{
    catalog::{Catalog, RoleId, RouteId, SkillId},
    page::{self, Reader, Subject},
    progress::{Change, Goal, Progress, Verdict},
    report::{json::Report, text},
    store::{Store, Way},
    words::{self, Signs},
};

/// The columns of text that is printed.
const COLUMNS: usize = 72;

/// What a command works on.
pub(super) struct Session {
    pub(super) catalog: Catalog,
    pub(super) store: Store,
    pub(super) progress: Progress,
    pub(super) today: Date,
    pub(super) signs: &'static Signs,
    /// Whether what was done can be undone later.
    pub(super) noted: io::Result<()>,
}

impl Session {
    pub(super) fn answer(&mut self, command: Command) -> Result<String, Failure> {
        let report = Report { catalog: &self.catalog, progress: &self.progress };
        let text = match command {
            Command::Roles(Form { json: true }) => lines(&report.roles()),
            Command::Skills(Form { json: true }) => lines(&report.skills()),
            Command::Routes(Form { json: true }) => lines(&report.routes()),
            Command::Status(Form { json: true }) => lines(&report.status()),
            Command::Roles(_) => text::roles(&self.catalog, &self.progress, self.signs),
            Command::Skills(_) => text::skills(&self.catalog, &self.progress, self.signs),
            Command::Routes(_) => text::routes(&self.catalog, &self.progress, self.signs),
            Command::Status(_) => text::status(&self.catalog, &self.progress),
            Command::Role(Thing { id, form }) => {
                let id = self.role(&id)?;
                if form.json { lines(&report.role(id)) } else { self.page(Subject::Role(id)) }
            }
            Command::Skill(Thing { id, form }) => {
                let id = self.skill(&id)?;
                if form.json { lines(&report.skill(id)) } else { self.page(Subject::Skill(id)) }
            }
            Command::Route(Thing { id, form }) => {
                let id = self.route(&id)?;
                if form.json { lines(&report.route(id)) } else { self.page(Subject::Route(id)) }
            }
            Command::Next { count, form } => self.next(count, form.json),
            Command::Plan(Planning { keep: false, forget: false, by, form }) => {
                self.plan(by, form.json)
            }
            Command::Undo => self.step(Way::Undo)?,
            Command::Redo => self.step(Way::Redo)?,
            change => {
                let before = self.progress.clone();
                let told = self.change(change)?;
                self.store.save(&self.catalog, &self.progress)?;
                let deed = Change::between(&before, &self.progress);
                self.noted = self.store.note(&self.catalog, deed.as_slice());
                told
            }
        };
        Ok(text)
    }

    /// Undoes what was done last, or does it again.
    fn step(&mut self, way: Way) -> Result<String, Failure> {
        let failed = |text: &str| Err(Failure::Failed(text.to_owned()));
        let Some(step) = self.store.step(&self.catalog, &self.progress, way)? else {
            return failed(match way {
                Way::Undo => "there is nothing to undo; in an open window, u undoes what it did",
                Way::Redo => "there is nothing to do again",
            });
        };
        self.noted = step.noted;
        let words = words::deed(&self.catalog, &step.deed);
        let at = step.at.to_zoned(TimeZone::system());
        let at = format!("{}, {}", words::date(at.date()), at.strftime("%H:%M"));
        match (step.progress, way) {
            (Some(_), Way::Undo) => Ok(format!("Undone: {words} ({at}).\n")),
            (Some(_), Way::Redo) => Ok(format!("Done again: {words} ({at}).\n")),
            (None, _) => {
                failed(&format!("nothing is left of it, for it was changed since: {words} ({at})"))
            }
        }
    }

    fn change(&mut self, command: Command) -> Result<String, Failure> {
        let today = self.today;
        match command {
            Command::Goal { role } => {
                let role = self.role(&role)?;
                let depth = self.progress.goal.map(|goal| goal.depth).unwrap_or_default();
                self.progress.goal = Some(Goal { role, depth });
                Ok(text::status(&self.catalog, &self.progress))
            }
            Command::Prove { skill, proof, undo } => self.prove(&skill, &proof, undo),
            Command::Claim(one) => self.declare(&one, Verdict::Claimed(today)),
            Command::Skip(one) => self.declare(&one, Verdict::Skipped(today)),
            Command::Reset { skill } => {
                let id = self.skill(&skill)?;
                self.progress.reset(id);
                Ok(self.told(id))
            }
            Command::Follow { route, undo } => {
                let id = self.route(&route)?;
                if undo {
                    self.progress.leave(id);
                } else {
                    self.progress.follow(id, today);
                }
                Ok(self.told_route(id))
            }
            Command::Milestone { route, milestone, undo } => {
                self.milestone(&route, &milestone, undo)
            }
            Command::Plan(planning) => Ok(self.keep_plan(&planning)),
            Command::Set(wish) => self.set(wish),
            Command::Log(logging) => self.log(&logging),
            Command::Pin { skill, place } => self.pin(&skill, place),
            Command::Unpin { skill } => self.unpin(&skill),
            // Everything else was answered before.
            _ => Ok(String::new()),
        }
    }

    fn prove(&mut self, skill: &str, proof: &str, undo: bool) -> Result<String, Failure> {
        let id = self.skill(skill)?;
        let known = self.catalog.skill(id);
        let proofs: Vec<&str> = known.proofs.iter().map(|it| &*it.id).collect();
        let what = format!("proof of `{}`", known.id);
        let proof = find(&what, proof, known.find_proof(proof), &proofs)?;
        if undo {
            self.progress.take_back(id, proof);
        } else {
            self.progress.prove(id, proof, self.today);
        }
        Ok(self.told(id))
    }

    fn milestone(&mut self, route: &str, milestone: &str, undo: bool) -> Result<String, Failure> {
        let id = self.route(route)?;
        let known = self.catalog.route(id);
        let milestones: Vec<&str> = known.milestones.iter().map(|it| &*it.id).collect();
        let what = format!("milestone of `{}`", known.id);
        let found = find(&what, milestone, known.find_milestone(milestone), &milestones)?;
        if undo {
            self.progress.unreach(id, found);
        } else {
            self.progress.follow(id, self.today);
            self.progress.reach(id, found, self.today);
        }
        Ok(self.told_route(id))
    }

    /// Says that of a skill, or takes it back if that is what was said.
    fn declare(&mut self, one: &OneSkill, verdict: Verdict) -> Result<String, Failure> {
        let id = self.skill(&one.skill)?;
        let said = self.progress.record(id).and_then(|record| record.verdict);
        if !one.undo {
            self.progress.declare(id, Some(verdict));
        } else if said.is_some_and(|it| discriminant(&it) == discriminant(&verdict)) {
            self.progress.declare(id, None);
        }
        Ok(self.told(id))
    }

    pub(super) fn told(&self, id: SkillId) -> String {
        let skill = self.catalog.skill(id);
        let ticks = self.progress.record(id).map_or(0, |record| record.ticks.len());
        let state = self.progress.state(&self.catalog, id).word();
        format!("{}: {state}, {ticks} of {} proofs\n", skill.name, skill.proofs.len())
    }

    fn told_route(&self, id: RouteId) -> String {
        let route = self.catalog.route(id);
        let ticks = self.progress.journey(id).map_or(0, |journey| journey.ticks.len());
        let state = if self.progress.follows(id) { "followed" } else { "not followed" };
        format!("{}: {state}, {ticks} of {} milestones\n", route.name, route.milestones.len())
    }

    pub(super) fn role(&self, id: &str) -> Result<RoleId, NoSuch> {
        let known: Vec<&str> = self.catalog.roles().map(|(_, it)| &*it.id).collect();
        find("role", id, self.catalog.find_role(id), &known)
    }

    pub(super) fn skill(&self, id: &str) -> Result<SkillId, NoSuch> {
        let known: Vec<&str> = self.catalog.skills().map(|(_, it)| &*it.id).collect();
        find("skill", id, self.catalog.find_skill(id), &known)
    }

    pub(super) fn route(&self, id: &str) -> Result<RouteId, NoSuch> {
        let known: Vec<&str> = self.catalog.routes().map(|(_, it)| &*it.id).collect();
        find("route", id, self.catalog.find_route(id), &known)
    }

    fn page(&self, subject: Subject) -> String {
        let Some(region) = self.progress.region_in_front(&self.catalog) else {
            return String::new();
        };
        let reader = Reader {
            catalog: &self.catalog,
            progress: &self.progress,
            today: self.today,
            region,
            signs: self.signs,
            plan: None,
            columns: COLUMNS,
        };
        text::page(&page::page(reader, subject))
    }
}

pub(super) fn lines(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}
