//! What can go wrong with a file, in sentences that say what to do.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use super::{
    backup::Backup,
    command,
    file::{Misread, VERSION},
    quoted,
    system::said,
};
use crate::words;

/// Why progress could not be read or kept.
#[derive(Debug)]
pub enum StoreError {
    /// The system does not tell where to keep files.
    NoHome,
    /// The disk said no to reading.
    Unread(PathBuf, io::Error),
    /// The disk said no to writing.
    Unsaved(PathBuf, io::Error),
    /// The file was there and is gone.
    Gone(PathBuf),
    /// The file says nothing we understand; it is left as it is.
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where in the file.
        reason: String,
        /// Where a copy of it is.
        copy: Result<PathBuf, io::Error>,
        /// The newest good backup, if there is any.
        backup: Option<Box<Backup>>,
    },
    /// The file was written by a newer program; it is left as it is.
    Newer(PathBuf, u32),
    /// There is no such backup, or none at all.
    NoBackup {
        /// What was asked for; none if any good one would have done.
        which: Option<String>,
        /// What there is.
        known: Vec<String>,
    },
    /// A backup that says nothing we understand, and why.
    BadBackup(PathBuf, String),
    /// A file to bring in that says nothing we understand, and why.
    BadGuest(PathBuf, String),
    /// The thread that saves came to a bad end; what it had not saved is lost.
    Stopped,
    /// What could not be saved was put aside.
    Aside {
        /// Why it could not be saved.
        error: Box<Self>,
        /// The file it belongs to.
        path: PathBuf,
        /// Where it is.
        aside: PathBuf,
    },
    /// Something that git was asked for went wrong.
    Git(String),
}

impl StoreError {
    /// Whether the disk, or the folder on it, would refuse any other file as well.
    pub(super) fn is_of_disk(&self) -> bool {
        use io::ErrorKind::{
            FileTooLarge, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull,
        };
        matches!(self, Self::Unsaved(_, error) if matches!(
            error.kind(),
            FileTooLarge | PermissionDenied | QuotaExceeded | ReadOnlyFilesystem | StorageFull
        ))
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoHome => f.write_str(
                "there is no home folder to keep progress in; name a file with --data FILE",
            ),
            Self::Unread(path, error) => {
                write!(f, "cannot read {}: {}; nothing was changed", path.display(), said(error))
            }
            Self::Unsaved(path, error) => tell_of_unsaved(f, path, error),
            Self::Gone(path) => write!(
                f,
                "{} is gone; it is written again with the next change, or when you leave",
                path.display()
            ),
            Self::Damaged { path, reason, copy, backup } => {
                writeln!(f, "{} cannot be understood: {reason}", path.display())?;
                tell_of_copy(f, copy)?;
                tell_of_backup(f, path, backup.as_deref())
            }
            Self::Newer(path, version) => write!(
                f,
                "{} was written by a newer rungs (format {version}, this one knows {VERSION}): get the newer program; nothing was changed",
                path.display(),
            ),
            Self::NoBackup { which, known } => tell_of_backups(f, which.as_deref(), known),
            Self::BadBackup(path, reason) | Self::BadGuest(path, reason) => {
                let path = path.display();
                write!(f, "{path} cannot be understood: {reason}; nothing was changed")
            }
            Self::Stopped => f.write_str(
                "the part of the program that saves has stopped; what was not saved is lost",
            ),
            Self::Aside { error, path, aside } => {
                let (path, aside) = (quoted(path), quoted(aside));
                writeln!(f, "{error}")?;
                writeln!(f, "What was not saved is in {aside}.")?;
                write!(
                    f,
                    "Once the file can be worked with, bring it in with: rungs merge {path} {aside}"
                )
            }
            Self::Git(reason) => f.write_str(reason),
        }
    }
}

/// What to do where that stands in the way of writing.
fn advice(kind: io::ErrorKind) -> &'static str {
    match kind {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            ".\nGive yourself the right to write there, or keep progress elsewhere with --data FILE"
        }
        io::ErrorKind::AlreadyExists => ", and nothing is written over; name another",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ".\nMake room and try again",
        _ => "",
    }
}

fn tell_of_unsaved(f: &mut fmt::Formatter<'_>, path: &Path, error: &io::Error) -> fmt::Result {
    let advice = advice(error.kind());
    write!(f, "cannot write {}: {}{advice}", path.display(), said(error))
}

fn tell_of_backups(
    f: &mut fmt::Formatter<'_>,
    which: Option<&str>,
    known: &[String],
) -> fmt::Result {
    match which {
        _ if known.is_empty() => f.write_str("there are no backups yet"),
        Some(which) => {
            write!(f, "there is no backup `{which}`; there are: {}", known.join(", "))
        }
        None => write!(f, "none of the backups can be understood: {}", known.join(", ")),
    }
}

fn tell_of_copy(f: &mut fmt::Formatter<'_>, copy: &Result<PathBuf, io::Error>) -> fmt::Result {
    match copy {
        Ok(copy) => writeln!(f, "It is left as it is, and a copy is in {}", copy.display()),
        Err(error) => writeln!(f, "It is left as it is; a copy could not be made: {error}"),
    }
}

fn tell_of_backup(f: &mut fmt::Formatter<'_>, path: &Path, backup: Option<&Backup>) -> fmt::Result {
    let Some(backup) = backup else {
        return f.write_str("Mend it with an editor, or move it away to begin anew.");
    };
    let saved = backup.saved.as_ref().map(|it| format!(" of {}", words::moment(it)));
    write!(
        f,
        "The newest good backup is `{}`{}; bring it back with: {}",
        backup.which,
        saved.unwrap_or_default(),
        command(path, &format!("restore {}", backup.which))
    )
}

impl std::error::Error for StoreError {}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(version) => {
                write!(f, "it is of a newer rungs (format {version}, this one knows {VERSION})")
            }
            Self::Damaged(reason) => f.write_str(reason),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_told_in_words_with_what_to_do() {
        let told = |kind: io::ErrorKind, code: i32| {
            let error = io::Error::from_raw_os_error(code);
            assert_eq!(error.kind(), kind);
            StoreError::Unsaved(PathBuf::from("p.json"), error).to_string()
        };
        if cfg!(unix) {
            assert_eq!(
                told(io::ErrorKind::PermissionDenied, 13),
                "cannot write p.json: the system does not allow it.\n\
                 Give yourself the right to write there, or keep progress elsewhere with --data FILE"
            );
            assert_eq!(
                told(io::ErrorKind::AlreadyExists, 17),
                "cannot write p.json: there is such a file already, and nothing is written over; name another"
            );
            assert!(told(io::ErrorKind::StorageFull, 28).ends_with(".\nMake room and try again"));
        }
        let own = io::Error::new(io::ErrorKind::PermissionDenied, "no folder backups: why");
        let told = StoreError::Unsaved(PathBuf::from("p.json"), own).to_string();
        assert!(told.contains("no folder backups: why.\nGive yourself"), "{told}");
    }
}
