//! The format of the progress file, described for other programs.

/// A JSON Schema of the format that is written; a test holds it to the types.
pub const SCHEMA: &str = include_str!("../../assets/format/progress.schema.json");

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::*;
    use crate::store::file::{ProgressFile, manner::MANNERS};

    /// Or else two files would be brought together without a rule for it.
    #[test]
    fn every_field_has_its_manner_of_merging() {
        let schema = serde_json::to_value(schemars::schema_for!(ProgressFile)).unwrap();
        let fields = schema["properties"].as_object().unwrap().keys();
        let mut listed: Vec<&str> = MANNERS.iter().map(|(name, _)| *name).collect();
        listed.sort_unstable();
        assert_eq!(fields.collect::<Vec<_>>(), listed);
    }

    /// Where the types have changed on purpose, `BLESS=1 cargo test` writes it anew.
    #[test]
    fn the_schema_says_what_the_types_say() {
        let schema = serde_json::to_value(schemars::schema_for!(ProgressFile)).unwrap();
        let text = format!("{schema:#}\n");
        if env::var_os("BLESS").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/format/progress.schema.json");
            fs::write(path, &text).unwrap();
            return;
        }
        assert!(
            text == SCHEMA,
            "the types say something else; if that is meant: BLESS=1 cargo test"
        );
    }
}
