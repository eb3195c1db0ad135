//! The catalog that is part of the program.

use super::{Catalog, CatalogError, raw::Content};

/// All files under `assets/` with their names, packed by the build script.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog"));

impl Catalog {
    /// The catalog that is part of the program.
    ///
    /// ```
    /// let catalog = rungs::catalog::Catalog::embedded()?;
    /// let git = catalog.find_skill("git-basics").map(|id| catalog.skill(id));
    /// assert!(git.is_some_and(|skill| skill.hours.low <= skill.hours.likely));
    /// # Ok::<(), rungs::catalog::CatalogError>(())
    /// ```
    pub fn embedded() -> Result<Self, CatalogError> {
        let files: Vec<(&str, Content<'_>)> =
            postcard::from_bytes(PACKED).map_err(|error| CatalogError {
                file: "the packed catalog",
                thing: String::new(),
                reason: error.to_string(),
            })?;
        Self::examined(files)
    }
}
