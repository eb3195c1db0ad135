//! Changing how the program looks while it is open.

use super::{App, Effect};
use crate::config::Change;

/// Takes a setting over at once, and asks for it to be kept; nothing if it is so already.
pub fn configure(app: &mut App, change: Change) -> Option<Effect> {
    if app.world.settings().contains(&change) {
        return None;
    }
    let world = &mut app.world;
    match change {
        Change::Theme(theme) => world.theme = theme,
        Change::Mouse(has_mouse) => world.has_mouse = has_mouse,
        Change::Motion(has_motion) => world.has_motion = has_motion,
        Change::Signs(choice) => {
            world.sign_choice = choice;
            world.signs = world.able.signs(choice);
        }
    }
    Some(Effect::Configure(change))
}
