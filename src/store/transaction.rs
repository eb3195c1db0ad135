//! One change to the file: read, made and written while nobody else writes.

use std::path::Path;

use super::{StoreError, backup, decode, file::ProgressFile, lock::Held, replace};

/// What is to be written, and the format of what was there.
pub(super) struct Rewrite {
    pub(super) file: ProgressFile,
    pub(super) version: u32,
}

/// What was written.
pub(super) struct Written {
    pub(super) file: ProgressFile,
    pub(super) bytes: Vec<u8>,
}

/// Reads what is there, if anything, and writes what is made of it. `make` must
/// reject content it cannot parse, since the old content becomes a backup.
pub(super) fn change(
    path: &Path,
    held: &Held,
    make: impl FnOnce(Option<&[u8]>) -> Result<Rewrite, StoreError>,
) -> Result<Written, StoreError> {
    let unsaved = |error| StoreError::Unsaved(path.to_owned(), error);
    let real = &held.real;
    let there = decode::bytes(real).map_err(|it| StoreError::Unread(path.to_owned(), it))?;
    let Rewrite { file, version } = make(there.as_deref())?;
    let bytes = file.text().into_bytes();
    match there {
        // Whoever wrote it may have been killed before it was sure to stay.
        Some(there) if there == bytes => {
            backup::clear_draft(real);
            replace::wait_for_disk(real)
        }
        Some(there) => {
            backup::keep_before(real, &there, version).and_then(|()| replace::replace(real, &bytes))
        }
        None => replace::replace(real, &bytes),
    }
    .map_err(unsaved)?;
    Ok(Written { file, bytes })
}
