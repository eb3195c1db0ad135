//! The projects, with what was built of each.

use jiff::civil::Date;
use serde::Serialize;

use super::{
    catalog::texts,
    skill::Estimate,
    written::{evidence_of, own_note},
};
use crate::{
    catalog::{self, Hours, Point, PointId, ProjectId, Shown},
    progress::{Learner, Mark, Notable},
};

/// A project.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Project<'a> {
    id: &'a str,
    name: &'a str,
    summary: &'a str,
    brief: Vec<&'a str>,
    /// What it exercises: of each group one, as `skill/rung`.
    rungs: Vec<Vec<String>>,
    /// How long it takes, in hours.
    estimate: Estimate<'a>,
    built: bool,
    points: Vec<Ticked<'a>>,
    further: Vec<&'a str>,
    interview: &'a str,
    /// What you noted, in lines.
    own_note: Option<&'a str>,
}

/// An acceptance point.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Ticked<'a> {
    id: &'a str,
    text: &'a str,
    /// The proofs it shows as well: `skill/proof`.
    shows: Vec<String>,
    done: bool,
    /// When it was ticked.
    on: Option<Date>,
    /// What shows that it is met, whether it is ticked or not.
    evidence: Option<&'a str>,
}

/// All projects.
pub fn projects(learner: Learner<'_>) -> Vec<Project<'_>> {
    learner.catalog.projects().map(|(id, _)| project(learner, id)).collect()
}

/// The projects on the way to a role, in the order in which they are built.
pub fn path(learner: Learner<'_>, role: catalog::RoleId) -> Vec<Project<'_>> {
    let posts = learner.catalog.posts(role).into_iter();
    let path = posts.flat_map(|it| &learner.catalog.role(it).path);
    path.map(|id| project(learner, *id)).collect()
}

/// A project, with what was built of it.
pub fn project(learner: Learner<'_>, project: ProjectId) -> Project<'_> {
    let catalog::Project {
        id,
        name,
        summary,
        brief,
        rungs,
        area: _,
        hours: Hours { low, likely, high },
        basis,
        points: _,
        further,
        interview,
    } = learner.catalog.project(project);
    let point = |(point, it)| ticked(learner, project, point, it);
    let group = |it: &catalog::List<catalog::ClimbId>| {
        it.iter().map(|it| learner.catalog.climb_name(*it)).collect()
    };
    Project {
        id,
        name,
        summary,
        brief: texts(brief),
        rungs: rungs.iter().map(group).collect(),
        estimate: Estimate { low: *low, likely: *likely, high: *high, basis },
        built: learner.is_built(project),
        points: learner.catalog.project(project).points().map(point).collect(),
        further: texts(further),
        interview,
        own_note: own_note(learner, Notable::Project(project)),
    }
}

fn ticked<'a>(
    learner: Learner<'a>,
    project: ProjectId,
    point: PointId,
    it: &'a Point,
) -> Ticked<'a> {
    let Point { id, text, shows } = it;
    let on = learner.progress.built(project, point);
    let shows = shows.iter().filter_map(|it| shown(learner, *it)).collect();
    let evidence = evidence_of(learner, Mark::Point(project, point));
    Ticked { id, text, shows, done: on.is_some(), on, evidence }
}

fn shown(learner: Learner<'_>, it: Shown) -> Option<String> {
    let skill = learner.catalog.skill(it.skill);
    Some(format!("{}/{}", skill.id, skill.proof(it.proof)?.id))
}
