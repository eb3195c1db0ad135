//! From bytes to a file of the present format, whatever format they were
//! written in and whatever the ids were called then.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
};

use serde_json::{Map, Value};

use super::{
    alias,
    file::{Misread, ProgressFile, VERSION},
};

/// No learner's file is that large, in bytes; what is larger is not read.
const LARGEST: u64 = 256 << 20;

/// From one format to the next; the first goes from 1 to 2. A file written by
/// each format is kept under `tests/data`.
const RAISES: &[Raise] = &[];

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

fn raised(bytes: &[u8], version: u32, steps: &[Raise]) -> Result<ProgressFile, Misread> {
    let fields: Map<String, Value> = serde_json::from_slice(bytes)?;
    let passed = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    let mut fields = steps.iter().skip(passed).fold(fields, |fields, step| step(fields));
    fields.insert("version".to_owned(), VERSION.into());
    Ok(serde_json::from_value(Value::Object(fields))?)
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
        let files: &[(u32, &str)] = &[(1, include_str!("../../tests/data/format-1.json"))];
        for &(version, text) in files {
            let understood = understood(text.as_bytes()).unwrap();
            assert_eq!(understood.version, version);
            if version == VERSION {
                assert_eq!(understood.file.text(), text, "and written as it was");
            }
        }
    }
}
