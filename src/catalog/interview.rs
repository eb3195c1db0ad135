//! What is asked of those who apply for a role.

use databake::Bake;

use super::{ClimbId, List, Manner, RoleId, Text};

/// What is asked of those who apply for a role.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Interview {
    /// The role they apply for.
    pub role: RoleId,
    /// What is asked; never nothing.
    pub questions: List<Asked>,
}

/// A question of an interview.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Asked {
    /// The name used in files.
    pub id: Text,
    /// What it is about.
    pub manner: Manner,
    /// What one has to have climbed to answer it; none if no skill of its own.
    pub climb: Option<ClimbId>,
    /// What is asked.
    pub asks: Text,
    /// A good answer, as one would say it.
    pub answer: Text,
    /// What the asker wants to know.
    pub listens_for: Text,
}

impl Manner {
    /// The word for it, in files and on screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Technical => "technical",
            Self::Behavioural => "behavioural",
            Self::Design => "design",
            Self::Situational => "situational",
        }
    }
}
