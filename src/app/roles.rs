//! The roles one can aim for, family by family.

use super::{App, Effect, Row, Tab};
use crate::{
    catalog::Family,
    progress::{Depth, Goal},
};

pub(super) fn rows(app: &App) -> Vec<Row> {
    let mut rows = Vec::new();
    for family in Family::ALL {
        let roles = app.catalog.roles().filter(|(_, role)| role.family == family);
        let listed: Vec<Row> =
            roles.map(|(id, _)| Row::Role(id)).filter(|row| app.roles.search.shows(*row)).collect();
        if !listed.is_empty() {
            if !rows.is_empty() && app.shape().is_spacious {
                rows.push(Row::Gap);
            }
            rows.push(Row::Family(family));
            rows.extend(listed);
        }
    }
    rows
}

pub(super) fn make_goal(app: &mut App) -> Vec<Effect> {
    let (Tab::Roles, Some(Row::Role(role))) = (app.tab, app.row()) else { return Vec::new() };
    let name = app.catalog.role(role).name.clone();
    match app.progress.goal {
        Some(goal) if goal.role == role => {
            app.progress.goal = None;
            app.tell(format!("Your goal no longer, but what you did stays: {name}"));
        }
        old => {
            let depth = old.map_or(Depth::default(), |goal| goal.depth);
            app.progress.goal = Some(Goal { role, depth });
            app.tell(format!("Your goal now: {name}"));
        }
    }
    app.save()
}

impl App {
    /// Whether the row under the cursor is the goal.
    pub fn is_goal_row(&self) -> bool {
        let goal = self.progress.goal.map(|goal| Row::Role(goal.role));
        goal.is_some() && self.row() == goal
    }
}
