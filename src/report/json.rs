//! Everything as JSON, under the ids of the catalog and names that stay.

mod plan;

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::{
    catalog::{Call, Catalog, Passage, Question, RoleId, RouteId, SkillId},
    planner::{self, Readiness},
    progress::{Progress, State},
    words,
};

/// What is reported on.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// What can be learned.
    pub catalog: &'a Catalog,
    /// What this learner wants and has done.
    pub progress: &'a Progress,
}

impl Report<'_> {
    /// All roles.
    pub fn roles(self) -> Value {
        self.catalog.roles().map(|(id, _)| self.role_in_list(id)).collect()
    }

    /// All skills, in learning order.
    pub fn skills(self) -> Value {
        self.catalog.skills().map(|(id, _)| self.skill(id)).collect()
    }

    /// All routes.
    pub fn routes(self) -> Value {
        self.catalog.routes().map(|(id, _)| self.route(id)).collect()
    }

    fn role_in_list(self, id: RoleId) -> Value {
        let role = self.catalog.role(id);
        let goal = self.progress.goal_of(id);
        json!({
            "id": role.id,
            "name": role.name,
            "also": role.also,
            "family": role.family.title(),
            "summary": role.summary,
            "is_goal": self.progress.aims_for(id),
            "readiness": readiness(planner::readiness(self.catalog, self.progress, goal)),
            "requirements": self.requirements(id),
        })
    }

    fn requirements(self, id: RoleId) -> Value {
        let id_of = |id: &SkillId| &*self.catalog.skill(*id).id;
        let requirements = self.catalog.role(id).requirements.iter().map(|it| {
            let (importance, depth) = (it.importance.word(), it.rung.word());
            match &it.call {
                Call::Skill(skill) => {
                    json!({ "skill": id_of(skill), "importance": importance, "depth": depth })
                }
                Call::OneOf(name, members) => json!({
                    "one_of": members.iter().map(id_of).collect::<Vec<_>>(),
                    "name": name,
                    "importance": importance,
                    "depth": depth,
                }),
            }
        });
        requirements.collect()
    }

    /// A role, with all that is said of it.
    pub fn role(self, id: RoleId) -> Value {
        let role = self.catalog.role(id);
        let name = |id: &RoleId| &*self.catalog.role(*id).id;
        let more = json!({
            "about": self.passages(&role.about),
            "duties": self.passages(&role.duties),
            "ladder": {
                "track": role.ladder.track,
                "step": role.ladder.step,
                "from": role.ladder.from.iter().map(name).collect::<Vec<_>>(),
                "to": role.ladder.to.iter().map(name).collect::<Vec<_>>(),
            },
            "questions": role.questions.iter().map(|it| self.question(it)).collect::<Vec<_>>(),
            "pay": self.pay(id),
        });
        match (self.role_in_list(id), more) {
            (Value::Object(mut role), Value::Object(more)) => {
                role.extend(more);
                Value::Object(role)
            }
            (role, _) => role,
        }
    }

    fn pay(self, id: RoleId) -> Value {
        let figures = self.catalog.pay().iter().filter(|it| it.roles.contains(&id)).map(|it| {
            json!({
                "id": it.id,
                "region": self.catalog.region(it.region).id,
                "about": it.about,
                "stage": words::stage(it.stage),
                "amount": it.amount,
                "currency": it.currency,
                "per": words::per(it.per),
                "year": it.year,
                "source": it.source,
                "address": it.address,
            })
        });
        figures.collect()
    }

    fn passages(self, passages: &[Passage]) -> Value {
        let passages = passages.iter().map(|it| {
            let cited = it
                .citations
                .iter()
                .map(|it| format!("{}/{}", self.catalog.source(it.source).id, it.number));
            json!({ "text": it.text, "cites": cited.collect::<Vec<_>>() })
        });
        passages.collect()
    }

    fn question(self, question: &Question) -> Value {
        json!({ "question": question.question, "answer": self.passages(&question.answer) })
    }

    /// A skill, with what the learner has done about it.
    pub fn skill(self, id: SkillId) -> Value {
        let Self { catalog, progress } = self;
        let skill = catalog.skill(id);
        let name = |id: &SkillId| &*catalog.skill(*id).id;
        let names = |ids: &[SkillId]| ids.iter().map(name).collect::<Vec<_>>();
        let state = progress.state(catalog, id);
        let proofs = skill.proofs().map(|(proof, it)| {
            let on = progress.ticked(id, proof);
            json!({ "id": it.id, "text": it.text, "done": on.is_some(), "on": on })
        });
        let resources = skill.resources.iter().map(|it| {
            json!({
                "title": it.title,
                "form": words::form(it.form),
                "publisher": it.publisher,
                "address": it.address,
                "access": words::access(it.access),
            })
        });
        json!({
            "id": skill.id,
            "name": skill.name,
            "area": catalog.area(skill.area).id,
            "level": words::level(skill.level),
            "summary": skill.summary,
            "state": state_word(state),
            "claimed": state == State::Claimed,
            "prerequisites": names(&skill.prerequisites),
            "prerequisites_any":
                skill.prerequisites_any.iter().map(|group| names(group)).collect::<Vec<_>>(),
            "opens": names(catalog.opens(id)),
            "hours": {
                "low": skill.hours.low,
                "likely": skill.hours.likely,
                "high": skill.hours.high,
                "basis": skill.basis,
            },
            "proofs": proofs.collect::<Vec<_>>(),
            "resources": resources.collect::<Vec<_>>(),
            "why": self.passages(&skill.why),
        })
    }

    /// A route, with what the learner has reached on it.
    pub fn route(self, id: RouteId) -> Value {
        let Self { catalog, progress } = self;
        let route = catalog.route(id);
        let since = progress.journey(id).and_then(|it| it.since);
        json!({
            "id": route.id,
            "name": route.name,
            "kind": route.kind,
            "region": catalog.region(route.region).id,
            "summary": self.passages(&route.summary),
            "followed": since.is_some(),
            "since": since,
            "duration": {
                "low_weeks": route.duration.low_weeks,
                "high_weeks": route.duration.high_weeks,
                "text": route.duration.text,
            },
            "load": {
                "low_hours": route.load.low_hours,
                "high_hours": route.load.high_hours,
                "text": route.load.text,
            },
            "cost": {
                "low": route.cost.low,
                "high": route.cost.high,
                "currency": route.cost.currency,
                "per": route.cost.per,
                "text": route.cost.text,
            },
            "credential": route.credential,
            "entry": route.entry,
            "suits": route.suits,
            "pros": route.pros,
            "cons": route.cons,
            "covers": route.covers.iter().map(|id| &*catalog.skill(*id).id).collect::<Vec<_>>(),
            "milestones": self.milestones(id),
        })
    }

    fn milestones(self, id: RouteId) -> Value {
        let journey = self.progress.journey(id);
        let since: Option<Date> = journey.and_then(|it| it.since);
        let milestones = self.catalog.route(id).milestones().map(|(milestone, it)| {
            let on = journey.and_then(|journey| journey.ticks.get(&milestone));
            json!({
                "id": it.id,
                "title": it.title,
                "detail": it.detail,
                "week": it.week,
                "done": on.is_some(),
                "on": on,
                "due": since.and_then(|since| planner::due(since, it)),
            })
        });
        milestones.collect()
    }

    /// Where the learner stands.
    pub fn status(self) -> Value {
        let Self { catalog, progress } = self;
        let states: Vec<State> =
            catalog.skills().map(|(id, _)| progress.state(catalog, id)).collect();
        let count = |state: State| states.iter().filter(|it| **it == state).count();
        let routes = progress.journeys().filter(|(_, it)| it.since.is_some());
        json!({
            "goal": progress.goal.map(|goal| &*catalog.role(goal.role).id),
            "goal_name": progress.goal.map(|goal| &*catalog.role(goal.role).name),
            "scope": progress.goal.map(|goal| goal.depth.word()),
            "region": progress.region.map(|id| &*catalog.region(id).id),
            "picks": progress.picks.iter().map(|id| &*catalog.skill(*id).id).collect::<Vec<_>>(),
            "readiness":
                progress.goal.map(|goal| readiness(planner::readiness(catalog, progress, goal))),
            "skills": {
                "to_do": count(State::ToDo),
                "learning": count(State::Learning),
                "proven": count(State::Proven),
                "claimed": count(State::Claimed),
                "skipped": count(State::Skipped),
            },
            "routes": routes.map(|(id, _)| &*catalog.route(id).id).collect::<Vec<_>>(),
        })
    }
}

/// Per cent with one decimal, rounded down.
fn readiness(readiness: Readiness) -> Value {
    json!({
        "percent": f64::from(readiness.permille()) / 10.0,
        "proven_percent": f64::from(readiness.proven_permille()) / 10.0,
    })
}

/// A claimed skill is done as well; `claimed` tells it apart.
fn state_word(state: State) -> &'static str {
    match state {
        State::Proven | State::Claimed => "done",
        other => other.word(),
    }
}
