//! Lists and pages as plain text.

mod plan;
mod review;
mod time;
mod way;
mod written;

pub use self::{
    plan::{drop, next, plan, settings, stage},
    review::{asking, reviews},
    time::{journal, timers},
    way::way,
    written::{evidence, note, resources},
};
use crate::{
    catalog::{Catalog, Family, ProjectId, RoleId, Term},
    page::Page,
    planner::{self, NoFinish, Plan},
    progress::{Learner, State},
    search::Thing,
    words::{self, Signs},
};

/// The columns that the meaning of a term takes.
const TERM_COLUMNS: usize = 68;

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
pub fn roles(learner: Learner<'_>, signs: &Signs) -> String {
    let Learner { catalog, progress } = learner;
    let mut lines = Vec::new();
    for family in Family::ALL {
        lines.push(family.title().to_owned());
        for (id, role) in catalog.roles().filter(|(_, role)| role.family == *family) {
            let ready = planner::readiness(learner, progress.goal_of(id)).permille();
            let star = if progress.aims_for(id) { signs.goal } else { " " };
            let ready = words::percent_short(ready);
            lines.push(format!("{star} {:<32} {ready:>6}  {}", role.id, role.name));
        }
    }
    joined(&lines)
}

/// All skills, area by area, with their state.
pub fn skills(learner: Learner<'_>, signs: &Signs) -> String {
    let catalog = learner.catalog;
    let mut lines = Vec::new();
    for (_, area) in catalog.areas() {
        lines.push(format!("{}", area.name));
        for id in &area.skills {
            let skill = catalog.skill(*id);
            let sign = signs.state(learner.state(*id));
            let hours = words::hours(catalog.hours_to(*id, learner.aim(*id)));
            let rungs = words::rungs(learner, *id, signs);
            lines.push(format!("{sign} {:<28} {rungs:<4} {hours:>9}  {}", skill.id, skill.name));
        }
    }
    joined(&lines)
}

/// All projects, with how many of their points are ticked.
pub fn projects(learner: Learner<'_>) -> String {
    let all: Vec<ProjectId> = learner.catalog.projects().map(|(id, _)| id).collect();
    project_lines(learner, &all)
}

/// The projects on the way to a role, post by post.
pub fn path(learner: Learner<'_>, role: RoleId) -> String {
    let catalog = learner.catalog;
    let mut lines = Vec::new();
    for post in catalog.posts(role) {
        let it = catalog.role(post);
        if let Some(experience) = &it.experience {
            let before = &catalog.role(experience.role).name;
            lines.push(format!("{} as {before}", words::months(experience.months)));
        }
        lines.push(it.name.to_string());
        lines.push(project_lines(learner, &it.path).trim_end().to_owned());
    }
    joined(&lines)
}

fn project_lines(learner: Learner<'_>, projects: &[ProjectId]) -> String {
    let line = |id: &ProjectId| {
        let project = learner.catalog.project(*id);
        let points = format!("{}/{}", learner.built_points(*id), project.points.len());
        let hours = words::hours(project.hours);
        format!("  {:<24} {points:>6} {hours:>9}  {}", project.id, project.name)
    };
    joined(&projects.iter().map(line).collect::<Vec<_>>())
}

/// All routes, region by region.
pub fn routes(learner: Learner<'_>, signs: &Signs) -> String {
    let Learner { catalog, progress } = learner;
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

/// All areas, each with how much of it is done.
pub fn areas(learner: Learner<'_>) -> String {
    let line = |(_, area): (_, &crate::catalog::Area)| {
        let done = area.skills.iter().filter(|id| learner.state(**id).is_done()).count();
        let count = format!("{done}/{}", area.skills.len());
        format!("{:<24} {count:>6}  {}", area.id, area.name)
    };
    joined(&learner.catalog.areas().map(line).collect::<Vec<_>>())
}

/// All regions, with the learner's own marked.
pub fn regions(learner: Learner<'_>, signs: &Signs) -> String {
    let line = |(id, region): (_, &crate::catalog::Region)| {
        let star = if learner.progress.region() == Some(id) { signs.goal } else { " " };
        format!("{star} {:<8} {}  {}", region.id, region.currency, region.name)
    };
    joined(&learner.catalog.regions().map(line).collect::<Vec<_>>())
}

/// All sources, by the numbers they go by on pages.
pub fn sources(catalog: &Catalog) -> String {
    let line = |(index, it): (usize, &crate::catalog::Source)| {
        let year = it.year.map(|year| year.to_string());
        let address = it.address.as_ref().map(|it| format!("\n    {it}")).unwrap_or_default();
        let name = words::dated(&it.name, year.as_deref());
        format!("[{}] {name}. {}{address}", index + 1, it.about)
    };
    joined(&catalog.sources().iter().enumerate().map(line).collect::<Vec<_>>())
}

/// All guides.
pub fn guides(catalog: &Catalog) -> String {
    let line = |it: &crate::catalog::Guide| format!("{:<16} {}", it.topic.word(), it.title);
    joined(&catalog.guides().iter().map(line).collect::<Vec<_>>())
}

/// Some terms, each with its meaning and the skill that it belongs to.
pub fn terms(learner: Learner<'_>, terms: &[&Term]) -> String {
    let line = |it: &&Term| {
        let skill = &learner.catalog.skill(it.skill).id;
        let meaning = words::wrap(&it.meaning, TERM_COLUMNS).join("\n    ");
        format!("{}  ({skill})\n    {meaning}", it.words)
    };
    joined(&terms.iter().map(line).collect::<Vec<_>>())
}

/// What was found, the best first: what it is, what to ask for to see it, its name, and where it is.
pub fn hits(catalog: &Catalog, hits: &[Thing]) -> String {
    let line = |it: &Thing| {
        let id = it.home(catalog).map_or("", |it| it.id(catalog));
        let (kind, name, place) = (it.kind(), it.name(catalog), it.place(catalog));
        let address = it.address(catalog).map(|it| format!("\n    {it}")).unwrap_or_default();
        format!("{kind:<9} {id:<32} {name} · {place}{address}")
    };
    joined(&hits.iter().map(line).collect::<Vec<_>>())
}

/// Where the learner stands, in a few lines.
pub fn status(learner: Learner<'_>, plan: &Plan) -> String {
    let Learner { catalog, progress } = learner;
    let mut lines = Vec::new();
    match progress.goal() {
        Some(goal) => {
            let readiness = planner::readiness(learner, goal);
            let role = &catalog.role(goal.role).name;
            lines.push(format!("Goal       {role}, {}", goal.depth.word()));
            lines.push(format!(
                "Readiness  {}, of it proven {}",
                words::percent(readiness.permille()),
                words::percent(readiness.proven_permille())
            ));
            lines.push(format!("Left       {}", words::amount_left(plan)));
            let ready = plan::ready(learner, plan).replace('\n', "\n    ");
            lines.push(format!("Ready      {ready}"));
            if let Some(stage) = plan.current_stage() {
                lines.push(format!("Stage      {}", words::stage_name(catalog, stage.kind)));
            }
        }
        None => lines.push("Goal       none yet; choose one with: rungs goal ROLE".to_owned()),
    }
    let states: Vec<State> = catalog.skills().map(|(id, _)| learner.state(id)).collect();
    let counts = State::ALL.iter().map(|state| {
        let number = states.iter().filter(|it| *it == state).count();
        format!("{number} {}", state.word())
    });
    lines.push(format!("Skills     {}", counts.collect::<Vec<_>>().join(", ")));
    for (id, journey) in progress.journeys().filter(|(_, it)| it.since.is_some()) {
        let route = catalog.route(id);
        let (reached, all) = (journey.ticks.len(), route.milestones.len());
        lines.push(format!("Route      {}, {reached} of {all} milestones", route.name));
    }
    joined(&lines)
}

/// Where the learner stands, in one line for a prompt.
pub fn status_line(learner: Learner<'_>, plan: &Plan) -> String {
    let Some(goal) = learner.progress.goal() else { return "no goal yet\n".to_owned() };
    let readiness = planner::readiness(learner, goal);
    let role = &learner.catalog.role(goal.role).name;
    let mut line = format!("{role} {}", words::percent(readiness.permille()));
    match (words::ready(learner.progress, plan), plan.finish) {
        (Some(ready), _) => {
            line.push_str(&ready.around.replacen("You can", ", can", 1));
        }
        (None, Err(NoFinish::Done)) => line.push_str(", all done"),
        (None, _) => (),
    }
    line + "\n"
}

fn joined(lines: &[String]) -> String {
    lines.join("\n") + "\n"
}
