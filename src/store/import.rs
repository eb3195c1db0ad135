//! Files from elsewhere brought together with the learner's own: a copy of
//! another machine, or the three versions git hands to a merge driver.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    StoreError, decode,
    file::ProgressFile,
    lock::Held,
    merge, replace,
    transaction::{self, Rewrite, Written},
    understood,
};

/// Puts everything there is in another file into this one; says whether that changed it.
pub fn bring_in(path: &Path, other: &Path) -> Result<bool, StoreError> {
    let theirs = guest(other)?;
    bytes(path)?;
    let mut before = None;
    let written = transaction::change(path, &Held::wait(path)?, |there| {
        let there = there.ok_or_else(|| missing(path))?;
        let (ours, version) = understood(path, there)?;
        let file = together(other, None, &ours, &theirs)?;
        before = Some(ours);
        Ok(Rewrite { file, version })
    })?;
    Ok(before.is_some_and(|before| before != written.file))
}

/// Puts what others changed since `base` into the file, which need not be there.
pub(super) fn take_in(
    path: &Path,
    base: Option<&ProgressFile>,
    theirs: &ProgressFile,
) -> Result<Written, StoreError> {
    transaction::change(path, &Held::wait(path)?, |there| {
        let Some(there) = there else {
            return Ok(Rewrite { file: theirs.clone(), version: super::VERSION });
        };
        let (ours, version) = understood(path, there)?;
        Ok(Rewrite { file: together(path, base, &ours, theirs)?, version })
    })
}

/// The file as this program writes it, whatever format it is in.
pub fn export(path: &Path) -> Result<String, StoreError> {
    Ok(understood(path, &bytes(path)?)?.0.text())
}

/// Writes a file that is not there yet, for its owner alone.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    replace::create_new(path, bytes).map_err(|it| StoreError::Unsaved(path.to_owned(), it))
}

/// What git asks of a merge driver: the result goes where ours was. An empty
/// base is none at all.
pub fn merge_driver(base: &Path, ours: &Path, theirs: &Path) -> Result<(), StoreError> {
    let is_empty = bytes(base)?.iter().all(u8::is_ascii_whitespace);
    let origin = if is_empty { None } else { Some(guest(base)?) };
    let file = together(ours, origin.as_ref(), &guest(ours)?, &guest(theirs)?)?;
    let unsaved = |error| StoreError::Unsaved(ours.to_owned(), error);
    let path = replace::followed(ours).map_err(unsaved)?;
    replace::replace(&path, file.text().as_bytes()).map_err(unsaved)
}

/// The same with texts; an error says which of them is wrong, and where.
pub fn merge_texts(base: Option<&[u8]>, ours: &[u8], theirs: &[u8]) -> Result<String, String> {
    let read = |name: &str, bytes: &[u8]| {
        let understood = decode::understood(bytes);
        understood.map(|it| it.file).map_err(|error| format!("{name}: {error}"))
    };
    let base = base.map(|bytes| read("base", bytes)).transpose()?;
    let (ours, theirs) = (read("ours", ours)?, read("theirs", theirs)?);
    Ok(merge::files(base.as_ref(), &ours, &theirs)?.text())
}

fn together(
    path: &Path,
    base: Option<&ProgressFile>,
    ours: &ProgressFile,
    theirs: &ProgressFile,
) -> Result<ProgressFile, StoreError> {
    let unsaved = |reason| StoreError::Unsaved(path.to_owned(), io::Error::other(reason));
    merge::files(base, ours, theirs).map_err(unsaved)
}

fn guest(path: &Path) -> Result<ProgressFile, StoreError> {
    let understood = decode::understood(&bytes(path)?);
    let bad = |error| StoreError::BadGuest(path.to_owned(), format!("{error}"));
    understood.map(|it| it.file).map_err(bad)
}

fn bytes(path: &Path) -> Result<Vec<u8>, StoreError> {
    let bytes = decode::bytes(path).map_err(|it| StoreError::Unread(path.to_owned(), it))?;
    bytes.ok_or_else(|| missing(path))
}

fn missing(path: &Path) -> StoreError {
    let error = io::Error::new(io::ErrorKind::NotFound, "there is no such file");
    StoreError::Unread(PathBuf::from(path), error)
}
