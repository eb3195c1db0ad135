//! Progress on disk: one JSON file, replaced as a whole or not at all.
//!
//! The file has its own types ([`mod@file`]) and a version; the rest of the
//! program can change without the file noticing, and the other way round.
//!
//! What is promised: after [`Store::save`] has answered, the change is on disk
//! and survives a power cut. Before, the file is the old one, whole. A file
//! that cannot be understood is never written over. Fields and ids that this
//! program does not know are carried along.

pub mod file;
mod replace;
mod saver;

use std::{
    fmt, fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use directories::ProjectDirs;

use self::file::File;
pub use self::saver::Saver;
use crate::{catalog::Catalog, progress::Progress};

/// No learner's file is that large, in bytes; what is larger is not read.
const LARGEST: u64 = 256 << 20;

/// The place where progress is kept, and what is there.
#[derive(Clone, Debug)]
pub struct Store {
    path: PathBuf,
    // What was last read or written; it holds what this program does not know.
    known: File,
    is_new: bool,
}

/// Why progress could not be read or kept.
#[derive(Debug)]
pub enum StoreError {
    /// The system does not tell where to keep files.
    NoHome,
    /// The disk said no to reading.
    Unread(PathBuf, io::Error),
    /// The disk said no to writing.
    Unsaved(PathBuf, io::Error),
    /// The file says nothing we understand; it is left as it is.
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where in the file.
        reason: String,
        /// Where a copy of it is.
        copy: Result<PathBuf, io::Error>,
    },
    /// The file was written by a newer program; it is left as it is.
    Newer(PathBuf, u32),
}

/// The file the system has for progress, unless the learner names another.
pub fn place(named: Option<PathBuf>) -> Result<PathBuf, StoreError> {
    let usual = || {
        let dirs = ProjectDirs::from("", "", "rungs").ok_or(StoreError::NoHome)?;
        Ok(dirs.data_dir().join("progress.json"))
    };
    named.map_or_else(usual, Ok)
}

impl Store {
    /// Reads the file; only where there is none does a new learner begin.
    pub fn open(path: PathBuf, catalog: &Catalog) -> Result<(Self, Progress), StoreError> {
        let (known, is_new) = match read(&path) {
            Ok(bytes) => (understand(&path, &bytes)?, false),
            Err(error) if error.kind() == io::ErrorKind::NotFound => (File::default(), true),
            Err(error) => return Err(StoreError::Unread(path, error)),
        };
        let progress = known.progress(catalog);
        Ok((Self { path, known, is_new }, progress))
    }

    /// Whether there is no file yet.
    pub fn is_new(&self) -> bool {
        self.is_new
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Keeps this instead of what was kept before.
    pub fn save(&mut self, catalog: &Catalog, progress: &Progress) -> Result<(), StoreError> {
        let file = self.known.with(catalog, progress);
        let text = file.text();
        replace::replace(&self.path, text.as_bytes())
            .map_err(|error| StoreError::Unsaved(self.path.clone(), error))?;
        self.known = file;
        self.is_new = false;
        Ok(())
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = fs::File::open(path)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn understand(path: &Path, bytes: &[u8]) -> Result<File, StoreError> {
    let damaged = |reason: String| StoreError::Damaged {
        path: path.to_owned(),
        reason,
        copy: replace::keep_copy(path, bytes),
    };
    if bytes.len() as u64 > LARGEST {
        return Err(damaged(format!("it is larger than {} MB", LARGEST >> 20)));
    }
    match File::parse(bytes) {
        Ok(file) => Ok(file),
        Err(file::Misread::Newer(version)) => Err(StoreError::Newer(path.to_owned(), version)),
        Err(file::Misread::Damaged(reason)) => Err(damaged(reason)),
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoHome => f.write_str(
                "there is no home folder to keep progress in; name a file with --data FILE",
            ),
            Self::Unread(path, error) => {
                write!(f, "cannot read {}: {error}; nothing was changed", path.display())
            }
            Self::Unsaved(path, error) => write!(f, "cannot write {}: {error}", path.display()),
            Self::Damaged { path, reason, copy } => {
                let path = path.display();
                writeln!(f, "{path} cannot be understood: {reason}")?;
                match copy {
                    Ok(copy) => {
                        writeln!(f, "It is left as it is, and a copy is in {}", copy.display())?;
                    }
                    Err(error) => {
                        writeln!(f, "It is left as it is; a copy could not be made: {error}")?;
                    }
                }
                write!(f, "Mend it with an editor, or move it away to begin anew.")
            }
            Self::Newer(path, version) => write!(
                f,
                "{} was written by a newer rungs (format {version}, this one knows {}): get the newer program; nothing was changed",
                path.display(),
                file::VERSION
            ),
        }
    }
}

impl std::error::Error for StoreError {}

#[cfg(test)]
mod tests;
