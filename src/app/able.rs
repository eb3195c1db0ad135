//! What a terminal can.

use crate::{config::SignChoice, words::Signs};

/// How many colours a terminal paints, or is allowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colors {
    /// None at all.
    None,
    /// The sixteen that each terminal has its own of.
    Sixteen,
    /// 256 that are the same everywhere.
    Many,
    /// All there are.
    True,
}

/// What the terminal in front can.
#[derive(Clone, Copy, Debug)]
pub struct Able {
    /// Its colours.
    pub colors: Colors,
    /// The signs it can be expected to have.
    pub signs: &'static Signs,
}

impl Able {
    /// The signs to paint with.
    pub fn signs(self, choice: SignChoice) -> &'static Signs {
        match choice {
            SignChoice::Auto => self.signs,
            SignChoice::Unicode => &Signs::UNICODE,
            SignChoice::Ascii => &Signs::ASCII,
        }
    }
}
