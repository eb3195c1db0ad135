//! The plan as JSON. Hours are hours, with fractions; dates are `2027-01-31`.

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::Report;
use crate::{
    catalog::{Importance, SkillId},
    planner::{self, CalendarWeek, Choice, Drop, Measure, Plan, Spread, Step},
};

impl Report<'_> {
    /// Which skill when, and how sure that is.
    pub fn plan(self, plan: &Plan) -> Value {
        let Self { catalog, progress } = self;
        let mut picks: Vec<&str> = plan.choices.iter().map(|it| self.id(it.taken)).collect();
        picks.sort_unstable();
        picks.dedup();
        let week = planner::hours_of_week(progress);
        let week: Map<String, Value> =
            week.iter().map(|(day, it)| (day.word().to_owned(), json!(hours(*it)))).collect();
        json!({
            "goal": plan.goal.map(|goal| &*catalog.role(goal.role).id),
            "depth": plan.goal.map(|goal| goal.depth.word()),
            "picks": picks,
            "choices": plan.choices.iter().map(|it| self.choice(it)).collect::<Vec<_>>(),
            "order": plan.steps.iter().map(|it| self.id(it.skill)).collect::<Vec<_>>(),
            "skills": plan.steps.iter().map(|it| self.step(it)).collect::<Vec<_>>(),
            "weeks": plan.weeks.iter().map(|it| self.week(it)).collect::<Vec<_>>(),
            "hours_left": spread(plan.minutes_left.map(hours)),
            "finish": plan.finish.ok().map(finish),
            "no_finish": plan.finish.err().map(planner::NoFinish::words),
            "is_exact": plan.is_exact,
            "from": plan.from,
            "hours": week,
            "hours_are_assumed": plan.hours_are_assumed,
            "breaks": progress.breaks.iter()
                .map(|(from, to)| json!({ "from": from, "to": to })).collect::<Vec<_>>(),
            "pace": self.pace(plan),
            "slip_days": plan.slip,
        })
    }

    /// The next steps of the plan.
    pub fn next(self, plan: &Plan, count: usize) -> Value {
        plan.next(count).into_iter().map(|it| self.step(it)).collect()
    }

    /// What to leave out to be ready by a date.
    pub fn drop(self, drop: &Drop, by: Date) -> Value {
        let skills = drop.skills.iter();
        let skills =
            skills.map(|(id, minutes)| json!({ "skill": self.id(*id), "hours": hours(*minutes) }));
        json!({
            "by": by,
            "drop": skills.collect::<Vec<_>>(),
            "hours_over": hours(drop.minutes_over),
            "finish": drop.plan.finish.ok().map(finish),
        })
    }

    fn id(&self, id: SkillId) -> &str {
        &self.catalog.skill(id).id
    }

    fn choice(&self, choice: &Choice) -> Value {
        json!({
            "name": choice.name,
            "wanted_by": choice.wanted_by.map(|id| self.id(id)),
            "one_of": choice.members.iter().map(|id| self.id(*id)).collect::<Vec<_>>(),
            "taken": self.id(choice.taken),
            "is_picked": choice.is_picked,
        })
    }

    fn step(&self, step: &Step) -> Value {
        let skill = self.catalog.skill(step.skill);
        json!({
            "skill": skill.id,
            "name": skill.name,
            "area": self.catalog.area(skill.area).id,
            "hours": hours(step.minutes),
            "weight": step.weight,
            "importance": step.importance.map(Importance::word),
            "needs": step.needs.iter().map(|id| self.id(*id)).collect::<Vec<_>>(),
            "pinned": step.is_pinned,
            "start": step.start,
            "finish": step.finish,
            "slip_days": step.slip,
            "reason": step.reason.words(self.catalog, step.skill),
        })
    }

    /// Each skill once, with the hours of all its days.
    fn week(&self, week: &CalendarWeek) -> Value {
        let mut sessions: Vec<(SkillId, u32, Map<String, Value>)> = Vec::new();
        for it in &week.sessions {
            if sessions.last().is_none_or(|(skill, ..)| *skill != it.skill) {
                sessions.push((it.skill, 0, Map::new()));
            }
            if let Some((_, sum, days)) = sessions.last_mut() {
                *sum += it.minutes;
                days.insert(it.date.to_string(), json!(hours(it.minutes)));
            }
        }
        let sessions = sessions.into_iter().map(
            |(id, sum, days)| json!({ "skill": self.id(id), "hours": hours(sum), "days": days }),
        );
        json!({
            "start": week.start,
            "capacity_hours": hours(week.capacity),
            "sessions": sessions.collect::<Vec<_>>(),
        })
    }

    fn pace(&self, plan: &Plan) -> Value {
        let areas = plan.pace.areas.iter();
        let areas: Map<String, Value> = areas
            .map(|(id, it)| (self.catalog.area(*id).id.to_string(), Value::Object(measure(it))))
            .collect();
        let mut pace = measure(&plan.pace.overall);
        pace.insert("areas".to_owned(), Value::Object(areas));
        Value::Object(pace)
    }
}

fn measure(it: &Measure) -> Map<String, Value> {
    let fields = [
        ("is_measured", json!(it.is_enough())),
        ("factor", json!(it.factor)),
        ("low", json!(it.low)),
        ("high", json!(it.high)),
        ("skills", json!(it.skills)),
        ("hours", json!(hours(it.minutes))),
    ];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn hours(minutes: u32) -> f64 {
    f64::from(minutes) / 60.0
}

fn spread(Spread { low, likely, high }: Spread<f64>) -> Value {
    json!({ "low": low, "likely": likely, "high": high })
}

fn finish(Spread { low, likely, high }: Spread<Date>) -> Value {
    json!({ "early": low, "likely": likely, "late": high })
}
