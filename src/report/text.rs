//! Lists and pages as plain text.

mod plan;

pub use self::plan::{drop, next, plan, wishes};
use crate::{
    catalog::{Catalog, Family},
    page::Page,
    planner,
    progress::{Progress, State},
    words::{self, Signs},
};

/// A page as text.
pub fn page(page: &Page<'_>) -> String {
    let mut lines = vec![page.title.to_string()];
    if !page.aside.is_empty() {
        lines.push(page.aside.clone());
    }
    lines.push(String::new());
    for line in &page.lines {
        let words: String = line.spans.iter().map(|span| &*span.text).collect();
        lines.push(words.trim_end().to_owned());
    }
    joined(&lines)
}

/// All roles, with how ready the learner is for each.
pub fn roles(catalog: &Catalog, progress: &Progress, signs: &Signs) -> String {
    let mut lines = Vec::new();
    for family in Family::ALL {
        lines.push(family.title().to_owned());
        for (id, role) in catalog.roles().filter(|(_, role)| role.family == family) {
            let goal = progress.goal_of(id);
            let ready = planner::readiness(catalog, progress, goal).permille();
            let star = if progress.aims_for(id) { signs.goal } else { " " };
            lines.push(format!(
                "{star} {:<32} {:>6}  {}",
                role.id,
                words::percent_short(ready),
                role.name
            ));
        }
    }
    joined(&lines)
}

/// All skills, area by area, with their state.
pub fn skills(catalog: &Catalog, progress: &Progress, signs: &Signs) -> String {
    let mut lines = Vec::new();
    for (_, area) in catalog.areas() {
        lines.push(format!("{}", area.name));
        for id in &area.skills {
            let skill = catalog.skill(*id);
            let sign = signs.state(progress.state(catalog, *id));
            lines.push(format!(
                "{sign} {:<28} {:>9}  {}",
                skill.id,
                words::hours(skill.hours),
                skill.name
            ));
        }
    }
    joined(&lines)
}

/// All routes, region by region.
pub fn routes(catalog: &Catalog, progress: &Progress, signs: &Signs) -> String {
    let mut lines = Vec::new();
    for (region, it) in catalog.regions() {
        lines.push(format!("{}", it.name));
        for (id, route) in catalog.routes().filter(|(_, route)| route.region == region) {
            let star = if progress.follows(id) { signs.goal } else { " " };
            let reached = progress.journey(id).map_or(0, |journey| journey.ticks.len());
            let count = format!("{reached}/{}", route.milestones.len());
            lines.push(format!("{star} {:<22} {count:>6}  {}", route.id, route.name));
        }
    }
    joined(&lines)
}

/// Where the learner stands, in a few lines.
pub fn status(catalog: &Catalog, progress: &Progress) -> String {
    let mut lines = Vec::new();
    match progress.goal {
        Some(goal) => {
            let readiness = planner::readiness(catalog, progress, goal);
            let open = planner::open_hours(catalog, progress, goal);
            lines.push(format!(
                "Goal       {}, {}",
                catalog.role(goal.role).name,
                goal.depth.word()
            ));
            lines.push(format!(
                "Readiness  {}, of it proven {}",
                words::percent(readiness.permille()),
                words::percent(readiness.proven_permille())
            ));
            lines.push(format!("Left       {} of study", words::hours(open)));
        }
        None => lines.push("Goal       none yet; choose one with: rungs goal ROLE".to_owned()),
    }
    let states: Vec<State> = catalog.skills().map(|(id, _)| progress.state(catalog, id)).collect();
    let counts = State::ALL.map(|state| {
        let number = states.iter().filter(|it| **it == state).count();
        format!("{number} {}", state.word())
    });
    lines.push(format!("Skills     {}", counts.join(", ")));
    for (id, journey) in progress.journeys().filter(|(_, it)| it.since.is_some()) {
        let route = catalog.route(id);
        let all = route.milestones.len();
        lines.push(format!(
            "Route      {}, {} of {all} milestones",
            route.name,
            journey.ticks.len()
        ));
    }
    joined(&lines)
}

fn joined(lines: &[String]) -> String {
    lines.join("\n") + "\n"
}
