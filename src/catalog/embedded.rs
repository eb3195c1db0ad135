//! The catalog that is part of the program.

use super::Catalog;

extern crate alloc;

/// Examined by the build, and written as Rust: nothing is left to be done when
/// the program starts, and what is not looked at is not even read from disk.
#[expect(clippy::unreadable_literal, reason = "the build writes it")]
static EMBEDDED: Catalog = include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

impl Catalog {
    /// The catalog that is part of the program.
    ///
    /// ```
    /// let catalog = rungs::catalog::Catalog::embedded();
    /// let git = catalog.find_skill("git-basics").map(|id| catalog.skill(id));
    /// assert!(git.is_some_and(|skill| skill.hours.low <= skill.hours.likely));
    /// ```
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }
}
