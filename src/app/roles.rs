//! The roles: making one the goal.

use super::{App, Effect, act::act, rows::Row};
use crate::{catalog::RoleId, deeds::Deed, keys::Screen};

/// The role under the cursor.
fn role(app: &App) -> Option<RoleId> {
    match (app.screen, app.row()) {
        (Screen::Roles, Some(Row::Role(id))) => Some(id),
        _ => None,
    }
}

pub(super) fn make_goal(app: &mut App) -> Option<Effect> {
    let role = role(app)?;
    if app.progress.aims_for(role) {
        app.tell("That is your goal already.");
        return None;
    }
    act(app, Deed::Aim(role))
}

impl App {
    /// Whether the row under the cursor is the goal.
    pub fn is_goal_row(&self) -> bool {
        role(self).is_some_and(|role| self.progress.aims_for(role))
    }
}
