//! The catalog that is part of the program.

use super::{Catalog, CatalogError, raw::Content};

/// All files under `assets/` with their names, packed by the build script.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog"));

impl Catalog {
    /// The catalog that is part of the program.
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
