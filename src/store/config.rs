//! The config file: where it is, what it says, and one setting changed in it.
//!
//! It belongs to the learner, who may have written it by hand: what cannot be
//! understood is left as it is.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use directories::ProjectDirs;

use super::{StoreError, replace};
use crate::config::{self, Change};

/// The file the system has for settings, unless the learner names another; none
/// where there is no home folder.
pub fn config_place(named: Option<PathBuf>) -> Option<PathBuf> {
    let usual = || Some(ProjectDirs::from("", "", "rungs")?.config_dir().join("config.toml"));
    named.or_else(usual)
}

/// What the file says; nothing if there is none.
pub fn read_config(path: &Path) -> Result<Option<String>, StoreError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::Unread(path.to_owned(), error)),
    }
}

/// Changes one setting in the file, which is begun with the default text if there is none.
pub fn configure(path: &Path, change: Change) -> Result<(), StoreError> {
    let unsaved = |error| StoreError::Unsaved(path.to_owned(), error);
    let text = config::with(read_config(path)?.as_deref(), change);
    let text = text.map_err(|fault| unsaved(io::Error::other(fault.to_string())))?;
    let real = replace::followed(path).map_err(unsaved)?;
    let written = replace::create_folder(replace::folder(&real));
    written.and_then(|()| replace::replace(&real, text.as_bytes())).map_err(unsaved)
}

/// Writes the default text; nothing that is there is written over.
pub fn begin_config(path: &Path) -> Result<(), StoreError> {
    let written = replace::create_folder(replace::folder(path));
    let written = written.and_then(|()| replace::create_new(path, config::DEFAULT.as_bytes()));
    written.map_err(|error| StoreError::Unsaved(path.to_owned(), error))
}
