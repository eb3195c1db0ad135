//! Lists and pages as plain text.

mod plan;

pub use self::plan::{drop, next, plan, wishes};
use crate::{
    catalog::{Catalog, Family},
    page::Page,
    planner,
    progress::{Goal, Progress, Scope, State},
    words::{self, Signs},
};

/// A page as text.
pub fn page(page: &Page<'_>) -> String {
    let mut text = format!("{}\n", page.title);
    if !page.aside.is_empty() {
        text += &format!("{}\n", page.aside);
    }
    text.push('\n');
    for line in &page.lines {
        let words: String = line.spans.iter().map(|span| &*span.text).collect();
        text += words.trim_end();
        text.push('\n');
    }
    text
}

/// All roles, with how ready the learner is for each.
pub fn roles(catalog: &Catalog, progress: &Progress, signs: &Signs) -> String {
    let mut text = String::new();
    for family in Family::ALL {
        text += &format!("{}\n", family.title());
        for (id, role) in catalog.roles().filter(|(_, role)| role.family == family) {
            let own = progress.goal.filter(|goal| goal.role == id);
            let goal = own.unwrap_or(Goal { role: id, scope: Scope::default() });
            let ready = planner::readiness(catalog, progress, goal).permille();
            let star = if own.is_some() { signs.goal } else { " " };
            text += &format!(
                "{star} {:<32} {:>6}  {}\n",
                role.id,
                words::percent_short(ready),
                role.name
            );
        }
    }
    text
}

/// All skills, area by area, with their state.
pub fn skills(catalog: &Catalog, progress: &Progress, signs: &Signs) -> String {
    let mut text = String::new();
    for (_, area) in catalog.areas() {
        text += &format!("{}\n", area.name);
        for id in &area.skills {
            let skill = catalog.skill(*id);
            let sign = signs.state(progress.state(catalog, *id));
            text += &format!(
                "{sign} {:<28} {:>9}  {}\n",
                skill.id,
                words::hours(skill.hours),
                skill.name
            );
        }
    }
    text
}

/// All routes, region by region.
pub fn routes(catalog: &Catalog, progress: &Progress, signs: &Signs) -> String {
    let mut text = String::new();
    for (region, it) in catalog.regions() {
        text += &format!("{}\n", it.name);
        for (id, route) in catalog.routes().filter(|(_, route)| route.region == region) {
            let star = if progress.follows(id) { signs.goal } else { " " };
            let reached = progress.journey(id).map_or(0, |journey| journey.ticks.len());
            let count = format!("{reached}/{}", route.milestones.len());
            text += &format!("{star} {:<22} {count:>6}  {}\n", route.id, route.name);
        }
    }
    text
}

/// Where the learner stands, in a few lines.
pub fn status(catalog: &Catalog, progress: &Progress) -> String {
    let mut text = String::new();
    match progress.goal {
        Some(goal) => {
            let readiness = planner::readiness(catalog, progress, goal);
            let open = planner::open_hours(catalog, progress, goal);
            text +=
                &format!("Goal       {}, {}\n", catalog.role(goal.role).name, goal.scope.word());
            text += &format!(
                "Readiness  {}, of it proven {}\n",
                words::percent(readiness.permille()),
                words::percent(readiness.proven_permille())
            );
            text += &format!("Left       {} of study\n", words::hours(open));
        }
        None => text += "Goal       none yet; choose one with: rungs goal ROLE\n",
    }
    let states: Vec<State> = catalog.skills().map(|(id, _)| progress.state(catalog, id)).collect();
    let counts = State::ALL.map(|state| {
        let number = states.iter().filter(|it| **it == state).count();
        format!("{number} {}", state.word())
    });
    text += &format!("Skills     {}\n", counts.join(", "));
    for (id, journey) in progress.journeys().filter(|(_, it)| it.since.is_some()) {
        let route = catalog.route(id);
        let all = route.milestones.len();
        text +=
            &format!("Route      {}, {} of {all} milestones\n", route.name, journey.ticks.len());
    }
    text
}
