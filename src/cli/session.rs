//! A session: what one command works on, and what it answers.

use std::{collections::BTreeSet, io};

use jiff::{civil::Date, tz::TimeZone};

use super::{
    Failure,
    line::Ask,
    line::Do,
    names,
    system::{here, now},
};
use crate::{
    catalog::Catalog,
    deeds::{self, Deed},
    journal::{self, Shown},
    keys::{Action, Keymap},
    page::{self, Reader, Subject},
    planner::{self, Path, Plan},
    progress::{Change, Learner, Progress},
    report::{json, text},
    search::{self, Index},
    store::{Incoming, Noted, Store, StoreError, Way},
    words::{
        self, Signs,
        amount::{self, Lean},
    },
};

/// The columns of text that is printed.
const COLUMNS: usize = 72;

/// What one command works on.
pub(super) struct Session {
    pub(super) catalog: &'static Catalog,
    pub(super) store: Store,
    pub(super) progress: Progress,
    pub(super) today: Date,
    pub(super) output: Output,
    /// Whether what was done can be undone later.
    pub(super) noted: io::Result<()>,
}

/// How to answer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Output {
    /// The signs that can be printed.
    pub(super) signs: &'static Signs,
    /// Whether to answer for programs.
    pub(super) as_json: bool,
}

/// What has come of some deeds.
pub(super) struct Outcome {
    /// What they are called.
    name: String,
    is_changed: bool,
    /// What has come of each, in a sentence of its own.
    told: String,
}

/// A step back or forth that was made.
pub(super) struct Stepped {
    /// What was undone or done again.
    pub(super) name: String,
    /// That in a sentence.
    pub(super) told: String,
    /// What others have changed in the meantime.
    pub(super) incoming: Option<Incoming>,
}

impl Session {
    pub(super) fn learner(&self) -> Learner<'_> {
        Learner { catalog: self.catalog, progress: &self.progress }
    }

    fn planned(&self) -> Plan {
        planner::plan(self.learner(), self.today)
    }

    /// The plan, if there is a goal to plan for.
    fn plan_of_goal(&self) -> Result<Plan, Failure> {
        if self.progress.goal().is_none() {
            let text = "there is no goal yet; choose one with: rungs goal ROLE";
            return Err(Failure::Failed(text.to_owned()));
        }
        Ok(self.planned())
    }

    /// One of the two, whichever was asked for.
    pub(super) fn say<T: serde::Serialize>(
        &self,
        text: impl FnOnce() -> String,
        json: impl FnOnce() -> T,
    ) -> String {
        if self.output.as_json { json::printed(&json()) } else { text() }
    }

    /// Answers what changes nothing.
    #[expect(clippy::too_many_lines, reason = "a line or two for each question")]
    pub(super) fn answer(&self, ask: Ask) -> Result<String, Failure> {
        let learner = self.learner();
        let signs = self.output.signs;
        Ok(match ask {
            Ask::Roles => self.say(|| text::roles(learner, signs), || json::roles(learner)),
            Ask::Skills => self.say(|| text::skills(learner, signs), || json::skills(learner)),
            Ask::Routes => self.say(|| text::routes(learner, signs), || json::routes(learner)),
            Ask::Projects => self.say(|| text::projects(learner), || json::projects(learner)),
            Ask::Path(role) => self.path(role.as_deref())?,
            Ask::Areas => self.say(|| text::areas(learner), || json::areas(learner)),
            Ask::Regions => self.say(|| text::regions(learner, signs), || json::regions(learner)),
            Ask::Sources => self.say(|| text::sources(self.catalog), || json::sources(learner)),
            Ask::Guides => self.say(|| text::guides(self.catalog), || json::guides(learner)),
            Ask::Terms(words) => self.terms(&words)?,
            Ask::Role(name) => {
                let id = names::role(self.catalog, &name)?;
                self.say(|| self.page(Subject::Role(id)), || json::role(learner, id))
            }
            Ask::Skill(name) => {
                let id = names::skill(self.catalog, &name)?;
                self.say(|| self.page(Subject::Skill(id)), || json::skill(learner, id))
            }
            Ask::Project(name) => {
                let id = names::project(self.catalog, &name)?;
                self.say(|| self.page(Subject::Project(id)), || json::project(learner, id))
            }
            Ask::Route(name) => {
                let id = names::route(self.catalog, &name)?;
                self.say(|| self.page(Subject::Route(id)), || json::route(learner, id))
            }
            Ask::Note(what) => self.note(&what)?,
            Ask::Evidence { of, part } => self.evidence(&of, &part)?,
            Ask::Resources(skill) => self.resources(&skill)?,
            Ask::Way(name) => self.way(&name)?,
            Ask::Compare(ids) => self.compare(&ids)?,
            Ask::Search(words) => self.search(&words)?,
            Ask::Status => {
                let plan = self.planned();
                self.say(|| text::status(learner, &plan), || json::status(learner, &plan))
            }
            Ask::StatusLine => self.status_line()?,
            Ask::Next(count) => {
                let count = amount::count(&count).map_err(Failure::Misused)?;
                let plan = self.plan_of_goal()?;
                let json = || json::next(learner, &plan, count);
                self.say(|| text::next(learner, &plan, count), json)
            }
            Ask::Plan => {
                let plan = self.plan_of_goal()?;
                self.say(|| text::plan(learner, &plan, signs), || json::plan(learner, &plan))
            }
            Ask::ReadyBy(by) => self.ready_by(&by)?,
            Ask::Timers => {
                let now = now();
                self.say(|| text::timers(learner, now), || json::timers(learner, now))
            }
            Ask::Progress => {
                let plan = self.planned();
                let path = planner::path(learner, None);
                self.say(
                    || self.page_with(Subject::Progress(Shown::default()), Some((&plan, &path))),
                    || json::history(learner, &plan, self.today),
                )
            }
            Ask::Reviews => self.reviews(),
            Ask::Review(card) => self.review_shown(&card)?,
            Ask::Journal(words) => self.journal(&words)?,
            Ask::Settings => self.say(|| text::settings(learner), || json::settings(learner)),
        })
    }

    /// What is built on the way to a role, or to the goal.
    fn path(&self, role: Option<&str>) -> Result<String, Failure> {
        let learner = self.learner();
        let role = match (role, self.progress.goal()) {
            (Some(name), _) => names::role(self.catalog, name)?,
            (None, Some(goal)) => goal.role,
            (None, None) => {
                let text = "there is no goal yet; name a role: rungs path ROLE";
                return Err(Failure::Failed(text.to_owned()));
            }
        };
        Ok(self.say(|| text::path(learner, role), || json::path(learner, role)))
    }

    fn status_line(&self) -> Result<String, Failure> {
        if self.output.as_json {
            let text = "--line is for a prompt and --json for a program; ask for one of them";
            return Err(Failure::Misused(text.to_owned()));
        }
        Ok(text::status_line(self.learner(), &self.planned()))
    }

    fn ready_by(&self, by: &str) -> Result<String, Failure> {
        let by = self.date(Lean::Future, by)?;
        self.plan_of_goal()?;
        let drop = planner::what_to_drop(self.learner(), self.today, by);
        let learner = self.learner();
        Ok(self.say(|| text::drop(learner, &drop, by), || json::drop(learner, &drop, by)))
    }

    fn search(&self, words: &str) -> Result<String, Failure> {
        let found = Index::new(self.catalog).find(words, self.learner());
        if found.is_near || found.hits.is_empty() {
            let names: BTreeSet<&str> = found.hits.iter().map(|it| it.name(self.catalog)).collect();
            let names: Vec<&str> = names.into_iter().collect();
            let near = if names.is_empty() { "" } else { "; did you mean: " };
            let text = format!("nothing goes by `{words}`{near}{}", names.join(", "));
            return Err(Failure::Failed(text));
        }
        let learner = self.learner();
        let hits = &found.hits;
        Ok(self.say(|| text::hits(self.catalog, hits), || json::hits(learner, hits)))
    }

    /// What was done when, as far as the words are found in it.
    fn journal(&self, words: &str) -> Result<String, Failure> {
        let learner = self.learner();
        let wanted = words.to_lowercase();
        let mut entries = journal::journal(learner);
        entries
            .retain(|it| words::happening(self.catalog, &it.what).to_lowercase().contains(&wanted));
        if entries.is_empty() && !words.is_empty() {
            return Err(Failure::Failed(format!("nothing in the journal has `{words}` in it")));
        }
        let today = self.today;
        Ok(self
            .say(|| text::journal(learner, today, &entries), || json::journal(learner, &entries)))
    }

    fn terms(&self, words: &str) -> Result<String, Failure> {
        let terms = search::terms(self.catalog, words);
        if terms.is_empty() {
            return Err(Failure::Failed(format!("no term is about `{words}`; see: rungs terms")));
        }
        let learner = self.learner();
        Ok(self.say(|| text::terms(learner, &terms), || json::terms(learner, &terms)))
    }

    /// Does what a command asks for, keeps it, and tells what has come of it.
    pub(super) fn carry_out(&mut self, command: Do) -> Result<String, Failure> {
        let is_goal = matches!(command, Do::Goal { .. });
        let is_setting = matches!(command, Do::Set(_));
        let deeds = self.deeds(command)?;
        let outcome = self.do_all(&deeds)?;
        Ok(self.told(&outcome, || match (is_goal, is_setting) {
            (true, _) => text::status(self.learner(), &self.planned()),
            (_, true) => text::settings(self.learner()),
            (false, false) => String::new(),
        }))
    }

    /// Does some deeds, all or none, and keeps what has come of them.
    pub(super) fn do_all(&mut self, deeds: &[Deed]) -> Result<Outcome, Failure> {
        let mut told = Vec::new();
        let mut progress = self.progress.clone();
        for deed in deeds {
            let before = Learner { progress: &progress, ..self.learner() };
            let after = deeds::done(before, self.today, deed)
                .map_err(|refusal| Failure::Misused(words::refusal(self.catalog, refusal)))?;
            told.push(words::told(before, Learner { progress: &after, ..before }, deed));
            progress = after;
        }
        let name = words::deeds(self.catalog, deeds);
        let change = Change::between(&self.progress, &progress);
        let is_changed = change.is_some();
        if let Some(change) = change {
            self.keep(progress, Noted { change, name: name.clone() })?;
        } else if !self.store.is_new() {
            // An earlier save may have been killed before it was sure to stay.
            self.store.save(self.catalog, &self.progress)?;
        }
        Ok(Outcome { name, is_changed, told: told.join("\n") })
    }

    /// What has come of deeds, and for people something more.
    pub(super) fn told(&self, outcome: &Outcome, more: impl FnOnce() -> String) -> String {
        let Outcome { name, is_changed, told } = outcome;
        let json = || json::changed(name.clone(), *is_changed, told.clone());
        self.say(|| format!("{told}\n{}", more()), json)
    }

    /// Keeps what was done; the answer is what others have done since.
    pub(super) fn keep(
        &mut self,
        progress: Progress,
        noted: Noted,
    ) -> Result<Option<Incoming>, StoreError> {
        let incoming = self.store.save(self.catalog, &progress)?;
        self.progress = progress;
        self.noted = self.store.note(self.catalog, &[noted]);
        Ok(incoming)
    }

    /// Undoes what was done last, or does it again.
    pub(super) fn step(&mut self, way: Way) -> Result<String, Failure> {
        let Some(Stepped { name, told, incoming: _ }) = self.stepped(way)? else {
            let key = Keymap::standard().named(Action::Undo);
            return Err(Failure::Failed(match way {
                Way::Undo => {
                    format!("there is nothing to undo; in an open window, {key} undoes what it did")
                }
                Way::Redo => "there is nothing to do again".to_owned(),
            }));
        };
        let json = || json::changed(name, true, told.clone());
        Ok(self.say(|| format!("{told}\n"), json))
    }

    /// The same; the answer says what has come of it, if there was something to step to.
    pub(super) fn stepped(&mut self, way: Way) -> Result<Option<Stepped>, Failure> {
        let Some(step) = self.store.step(self.catalog, &self.progress, way)? else {
            return Ok(None);
        };
        self.noted = step.noted;
        let name = if step.name.is_empty() { "a change".to_owned() } else { step.name };
        let at = step.at.to_zoned(TimeZone::system());
        let at = format!("{}, {}", words::date(at.date()), at.strftime("%H:%M"));
        let Some(progress) = step.progress else {
            let text = "nothing is left of it, for it was changed since";
            return Err(Failure::Failed(format!("{text}: {name} ({at})")));
        };
        self.progress = progress;
        let told = match way {
            Way::Undo => format!("Undone: {name} ({at})."),
            Way::Redo => format!("Done again: {name} ({at})."),
        };
        Ok(Some(Stepped { name, told, incoming: step.incoming }))
    }

    pub(super) fn page(&self, subject: Subject) -> String {
        self.page_with(subject, None)
    }

    /// A page, with the plan and the path if it is drawn from them.
    fn page_with(&self, subject: Subject, drawn_from: Option<(&Plan, &Path)>) -> String {
        let here = here(self.catalog);
        let Some(region) = self.progress.region_in_front(self.catalog, here) else {
            return String::new();
        };
        let reader = Reader {
            keymap: Keymap::standard(),
            path: drawn_from.map(|(_, path)| path),
            lines: usize::MAX,
            learner: self.learner(),
            today: self.today,
            region,
            signs: self.output.signs,
            plan: drawn_from.map(|(plan, _)| plan),
            moved: None,
            columns: COLUMNS,
        };
        text::page(&page::page(reader, subject))
    }
}
