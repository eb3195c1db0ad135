//! Bringing a backup back.

use std::{fs, io, path::Path};

use super::{
    StoreError,
    backup::{BEFORE_RESTORE, Backup, backups, keep_aside, local, named, newest_good, place},
    decode,
    file::Misread,
    lock::Held,
    replace,
};

/// What came of restoring a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The backup that is the file now.
    pub backup: Backup,
    /// What the file was before; none if there was no file, or it was the same.
    pub before: Option<Backup>,
}

/// Puts a backup in the place of the file, and keeps what was there under a
/// name of its own, whatever it is. Without a name it is the newest good one.
pub fn restore(path: &Path, which: Option<&str>) -> Result<Restored, StoreError> {
    let unsaved = |error| StoreError::Unsaved(path.to_owned(), error);
    let unread = |path: &Path, error| StoreError::Unread(path.to_owned(), error);
    let real = replace::followed(path).map_err(unsaved)?;
    if !place(&real).is_dir() {
        return Err(no_backup(which.map(str::to_owned), Vec::new()));
    }
    let held = Held::wait(path)?;
    let backup = chosen(&real, which)?;
    let bytes = decode::bytes(&backup.path).map_err(|it| unread(&backup.path, it))?;
    let bytes = bytes.unwrap_or_default();
    if let Err(error) = decode::understood(&bytes) {
        return Err(StoreError::BadBackup(backup.path, error.to_string()));
    }
    let there = decode::bytes(&real).map_err(|it| unread(path, it))?;
    let before = match there {
        Some(there) if there == bytes => {
            replace::wait_for_disk(&real).map_err(unsaved)?;
            return Ok(Restored { backup, before: None });
        }
        Some(there) => Some(put_back(&held, &there)?),
        None => None,
    };
    replace::replace(&real, &bytes).map_err(unsaved)?;
    Ok(Restored { backup, before })
}

/// Keeps what is about to be replaced by a backup.
fn put_back(held: &Held, there: &[u8]) -> Result<Backup, StoreError> {
    let path = &held.real;
    if let Err(Misread::Newer(version)) = decode::understood(there) {
        return Err(StoreError::Newer(path.clone(), version));
    }
    let unsaved = |error| StoreError::Unsaved(path.clone(), error);
    if decode::is_too_large(there) {
        let text = "what is there is too large to be kept; move it away first";
        return Err(unsaved(io::Error::other(text)));
    }
    let which = keep_aside(path, BEFORE_RESTORE, there).map_err(unsaved)?;
    Ok(Backup { path: named(path, &which), which, saved: None })
}

/// The backup of that name, or the newest good one.
fn chosen(path: &Path, which: Option<&str>) -> Result<Backup, StoreError> {
    let known = || backups(path).map_err(|it| StoreError::Unread(place(path), it));
    let names = |known: Vec<Backup>| known.into_iter().map(|it| it.which).collect();
    let Some(which) = which else {
        let good = newest_good(path);
        return good.map_or_else(|| Err(no_backup(None, names(known()?))), Ok);
    };
    let place = named(path, which);
    match fs::metadata(&place) {
        Ok(it) => {
            let saved = it.modified().ok().and_then(local);
            Ok(Backup { which: which.to_owned(), path: place, saved })
        }
        Err(_) => Err(no_backup(Some(which.to_owned()), names(known()?))),
    }
}

fn no_backup(which: Option<String>, known: Vec<String>) -> StoreError {
    StoreError::NoBackup { which, known }
}
