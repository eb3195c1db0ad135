//! The way to a skill as plain text.

use crate::{catalog::ClimbId, page, planner::Toward, progress::Learner, words};

/// What is still missing before a rung of a skill, in order, with hours.
pub fn way(learner: Learner<'_>, climb: ClimbId, toward: &Toward) -> String {
    let name = words::climb(learner.catalog, climb);
    if toward.steps.is_empty() {
        return format!("{name}: nothing is missing.\n");
    }
    let step = |it: &crate::planner::TowardStep| {
        let id = learner.catalog.climb_name(it.climb);
        let left = it.minutes.map_or("job".to_owned(), words::hours_left);
        format!("{id:<40} {left:>7}  {}\n", learner.catalog.climbed(it.climb).name)
    };
    let steps: String = toward.steps.iter().map(step).collect();
    format!("{name}: {}\n{steps}", page::way_in_sum(learner, toward))
}
