//! The format of the progress file, described for other programs.

/// A JSON Schema of the format that is written; a test holds it to the types.
pub const SCHEMA: &str = include_str!("../../assets/format/progress.schema.json");

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::*;
    use crate::store::file::ProgressFile;

    /// Where the types have changed on purpose, `RUNGS_BLESS=1 cargo test schema` writes it anew.
    #[test]
    fn the_schema_says_what_the_types_say() {
        let schema = serde_json::to_value(schemars::schema_for!(ProgressFile)).unwrap();
        let text = format!("{schema:#}\n");
        if env::var_os("RUNGS_BLESS").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/format/progress.schema.json");
            fs::write(path, &text).unwrap();
        }
        assert_eq!(text, SCHEMA, "run: RUNGS_BLESS=1 cargo test schema");
    }
}
