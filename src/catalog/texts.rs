//! The texts of the catalog that is part of the program.

/// All of them, one behind the other, as the build has written them.
pub(super) static TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/catalog.txt"));
