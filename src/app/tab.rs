//! The screens.

/// The screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Tab {
    Today,
    Roles,
    Skills,
    Routes,
    Plan,
}

impl Tab {
    /// All screens, from left to right.
    pub const ALL: [Self; 5] = [Self::Today, Self::Roles, Self::Skills, Self::Routes, Self::Plan];

    /// The name shown.
    pub fn title(self) -> &'static str {
        match self {
            Self::Today => "Today",
            Self::Plan => "Plan",
            Self::Roles => "Roles",
            Self::Skills => "Skills",
            Self::Routes => "Routes",
        }
    }

    pub(super) fn number(self) -> usize {
        Self::ALL.iter().position(|it| *it == self).unwrap_or(0)
    }
}
