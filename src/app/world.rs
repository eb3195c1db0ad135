//! What the program knows of the world around it.

use jiff::{Timestamp, civil::Date};

use super::{Able, Size};
use crate::{
    catalog::RegionId,
    config::{Change, SignChoice, ThemeName},
    keys::Keymap,
    words::Signs,
};

/// What is known of the world.
#[derive(Clone, Copy, Debug)]
pub struct World {
    /// The day it is.
    pub today: Date,
    /// The moment it is, as far as the program has heard.
    pub now: Timestamp,
    /// The region that the system's language is set to, if there is one.
    pub here: Option<RegionId>,
    /// The size of the terminal.
    pub size: Size,
    /// The signs that can be painted.
    pub signs: &'static Signs,
    /// The keys that hold.
    pub keymap: &'static Keymap,
    /// The colours that are wanted.
    pub theme: ThemeName,
    /// Which signs are wanted.
    pub sign_choice: SignChoice,
    /// Whether the mouse is heard.
    pub has_mouse: bool,
    /// Whether anything may move by itself.
    pub has_motion: bool,
    /// What the terminal can.
    pub able: Able,
    /// A random number that no other visit has; it tells apart what two of them log.
    pub nonce: u32,
}

impl World {
    /// What is set, as it stands in the config file.
    pub fn settings(&self) -> [Change; 4] {
        [
            Change::Theme(self.theme),
            Change::Mouse(self.has_mouse),
            Change::Motion(self.has_motion),
            Change::Signs(self.sign_choice),
        ]
    }
}
