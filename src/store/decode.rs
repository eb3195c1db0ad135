//! From bytes to a file of the present format, whatever format they were
//! written in and whatever the ids were called then.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
};

use serde::{Deserialize as _, Deserializer};
use serde_json::{Map, Value};

use super::{
    alias,
    file::{FORMAT_1, Misread, PROOFS, ProgressFile, VERSION, described},
};

use crate::catalog::{Catalog, Rung, SkillId};

/// No learner's file is that large, in bytes; what is larger is not read.
const LARGEST: u64 = 256 << 20;

/// From one format to the next; the first goes from 1 to 2. A file written by
/// each format is kept under `tests/data`.
const RAISES: &[Raise] = &[with_rungs];

type Raise = fn(Map<String, Value>) -> Map<String, Value>;

/// What some bytes say.
#[derive(Debug)]
pub(super) struct Understood {
    /// In the present format.
    pub(super) file: ProgressFile,
    /// The format they were written in.
    pub(super) version: u32,
}

/// Everything in a file, or nothing if there is no file. Of one that is too
/// large only as much is read as it takes to know that.
pub(super) fn bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    match fs::metadata(path) {
        // To read from a pipe or a device may never end.
        Ok(it) if !it.is_file() => return Err(io::Error::other("that is no file")),
        Ok(_) => fs::File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    Ok(Some(bytes))
}

/// Whether these are only the beginning of what is in the file.
pub(super) fn is_too_large(bytes: &[u8]) -> bool {
    bytes.len() as u64 > LARGEST
}

/// What these bytes say; those of an older program are raised to the present format.
pub(super) fn understood(bytes: &[u8]) -> Result<Understood, Misread> {
    if is_too_large(bytes) {
        return Err(Misread::Damaged(format!("it is larger than {} MB", LARGEST >> 20)));
    }
    // Some editors put a mark at the beginning that says how letters are written.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (file, version) = match ProgressFile::parse(bytes) {
        Ok(file) => (file, VERSION),
        Err(Misread::Newer(version)) if version < VERSION => {
            (raised(bytes, version, RAISES)?, version)
        }
        Err(error) => return Err(error),
    };
    Ok(Understood { file: alias::followed(file, bytes), version })
}

/// What this program can make of a file of a newer one, to look at only.
pub(super) fn glanced(bytes: &[u8]) -> Option<ProgressFile> {
    let mut value: Value = serde_json::from_slice(bytes).ok()?;
    value.as_object_mut()?.insert("version".to_owned(), VERSION.into());
    serde_json::from_value(value).ok()
}

/// Format 1 knew skills as a whole; format 2 knows their rungs. What was claimed is
/// claimed up to the rung that the three proofs of that time describe, and what was
/// proven by all three is, too, for a rung may ask for more by now. What is not
/// known here stays under its name.
fn with_rungs(mut fields: Map<String, Value>) -> Map<String, Value> {
    let catalog = Catalog::embedded();
    let skills = fields.get_mut("skills").and_then(Value::as_object_mut);
    for (name, entry) in skills.into_iter().flatten() {
        if let Some(entry) = entry.as_object_mut() {
            claim_rung(entry, catalog, catalog.find_skill(name));
        }
    }
    let new = |name: &str| {
        let id = catalog.find_skill(name)?;
        Some(catalog.climb_name(catalog.climb_to(id, described(catalog, id))))
    };
    for section in ["pins", "baseline"] {
        if let Some(Value::Object(old)) = fields.remove(section) {
            let renamed = old.into_iter().map(|(name, mut it)| {
                if let Value::String(text) = &mut it {
                    *text = new(text).unwrap_or_else(|| text.clone());
                }
                (new(&name).unwrap_or(name), it)
            });
            fields.insert(section.to_owned(), Value::Object(renamed.collect()));
        }
    }
    fields
}

/// Claims a rung of what was claimed, or was proven by all three proofs of format 1
/// and would not be by those of today.
fn claim_rung(entry: &mut Map<String, Value>, catalog: &Catalog, skill: Option<SkillId>) {
    let proofs = entry.get("proofs").and_then(Value::as_object);
    let ticks: Vec<&Value> =
        PROOFS.iter().filter_map(|it| proofs.and_then(|proofs| proofs.get(*it))).collect();
    let last = ticks.iter().filter_map(|it| it.as_str()).max().map(Value::from);
    let rung = skill.map(|id| described(catalog, id));
    let is_proof = |id: &str| proofs.is_some_and(|proofs| proofs.contains_key(id));
    let is_proven_still = skill.zip(rung).is_some_and(|(id, rung)| {
        let asked = &catalog.climb(catalog.climb_to(id, rung)).proofs;
        asked.iter().all(|it| catalog.skill(id).proof(*it).is_some_and(|it| is_proof(&it.id)))
    });
    let was_proven = ticks.len() == PROOFS.len() && !entry.contains_key("skipped");
    let proven = last.filter(|_| was_proven && !is_proven_still);
    let rung = rung.map_or(FORMAT_1, Rung::word);
    if let Some(date) = entry.remove("claimed").or(proven) {
        let claims = Map::from_iter([(rung.to_owned(), date)]);
        entry.insert("claims".to_owned(), Value::Object(claims));
    }
}

fn raised(bytes: &[u8], version: u32, steps: &[Raise]) -> Result<ProgressFile, Misread> {
    ProgressFile::has_no_twins(bytes)?;
    // What every format has is of one type in all of them, and here an error still knows its line.
    let _: ProgressFile = serde_json::from_slice(bytes)?;
    Ok(raised_fields(serde_json::from_slice(bytes)?, version, steps)?)
}

/// A part of a progress file that lies elsewhere, of whatever format.
pub(super) fn any_format<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<ProgressFile, D::Error> {
    let fields: Map<String, Value> = Map::deserialize(deserializer)?;
    let version = fields.get("version").and_then(Value::as_u64);
    let version = version.and_then(|it| u32::try_from(it).ok()).unwrap_or(VERSION);
    raised_fields(fields, version, RAISES).map_err(serde::de::Error::custom)
}

fn raised_fields(
    mut fields: Map<String, Value>,
    version: u32,
    steps: &[Raise],
) -> serde_json::Result<ProgressFile> {
    let passed = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    alias::follow(&mut fields);
    let mut fields = steps.iter().skip(passed).fold(fields, |fields, step| step(fields));
    fields.insert("version".to_owned(), VERSION.into());
    serde_json::from_value(Value::Object(fields))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_that_were_passed_are_not_taken_again() {
        let steps: &[Raise] = &[
            |mut fields| {
                fields.insert("first".to_owned(), true.into());
                fields
            },
            |mut fields| {
                let old = fields.remove("area").unwrap_or_default();
                fields.insert("region".to_owned(), old);
                fields
            },
        ];
        let text = |version, steps| {
            let bytes = format!(r#"{{ "version": {version}, "area": "uk" }}"#);
            raised(bytes.as_bytes(), version, steps).unwrap().text()
        };
        assert!(text(1, steps).contains("first") && text(1, steps).contains(r#""region": "uk""#));
        assert!(!text(2, steps).contains("first") && text(2, steps).contains(r#""region": "uk""#));
        assert!(text(3, steps).contains(r#""area": "uk""#));
    }

    #[test]
    fn there_is_a_step_for_each_old_format() {
        assert_eq!(RAISES.len() + 1, usize::try_from(VERSION).unwrap());
    }

    #[test]
    fn a_file_of_each_format_is_understood() {
        let files = [
            (1, include_str!("../../tests/data/format-1.json")),
            (2, include_str!("../../tests/data/format-2.json")),
        ];
        assert_eq!(files.len(), usize::try_from(VERSION).unwrap(), "one of each");
        for (version, text) in files {
            let understood = understood(text.as_bytes()).unwrap();
            assert_eq!(understood.version, version);
            if version == VERSION {
                assert_eq!(understood.file.text(), text, "and written as it was");
            }
        }
    }
}
