//! Whether there could be written, found out by trying.

use std::{
    fs::{self, OpenOptions},
    io,
    path::Path,
};

use super::{StoreError, backup, replace};

/// The same name each time, so that nothing piles up after kills.
const NAME: &str = ".rungs-doctor";

/// Tries to write where the file is and where its backups are; nothing is left of it.
pub fn try_to_write(path: &Path) -> Result<(), StoreError> {
    let unsaved = |path: &Path, error| StoreError::Unsaved(path.to_owned(), error);
    let real = replace::followed(path).map_err(|error| unsaved(path, error))?;
    for folder in [replace::folder(&real), &backup::place(&real)] {
        try_in(folder).map_err(|error| unsaved(folder, error))?;
    }
    Ok(())
}

fn try_in(folder: &Path) -> io::Result<()> {
    // Where there is no folder yet, the one above has to take it.
    let there = folder.ancestors().find(|it| it.exists()).unwrap_or(folder);
    let probe = there.join(NAME);
    replace::private(OpenOptions::new().write(true).create(true).truncate(true)).open(&probe)?;
    fs::remove_file(probe)
}
