//! One writer at a time.
//!
//! The lock is the system's own and dies with the process that holds it, so a
//! kill leaves nothing in the way. It is taken on the folder itself where
//! folders can be locked, so that not even a file is left; elsewhere (on
//! Windows, on some network disks) on an empty file beside, which stays and
//! means nothing by being there.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use super::{StoreError, replace};

/// A holder that needs longer than this was probably suspended during a save.
const PATIENCE: Duration = Duration::from_secs(10);

/// The right to write to a file, until it is dropped.
#[derive(Debug)]
pub(super) struct Held {
    /// The file itself, wherever links lead to it from.
    pub(super) real: PathBuf,
    _lock: Lock,
}

/// Nobody else writes while this is there.
#[derive(Debug)]
pub(super) struct Lock {
    // None where the disk knows no locks: that is no reason not to save at all.
    held: Option<File>,
}

impl Held {
    /// Waits for one's turn; the folder is created if there is none.
    pub(super) fn wait(path: &Path) -> Result<Self, StoreError> {
        let unsaved = |error| StoreError::Unsaved(path.to_owned(), error);
        let real = replace::followed(path).map_err(unsaved)?;
        replace::create_folder(replace::folder(&real)).map_err(unsaved)?;
        let lock = lock(&real).map_err(unsaved)?;
        Ok(Self { real, _lock: lock })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // To close the file is not enough: where that fails it stays locked until we end.
        if let Some(held) = &self.held {
            let _ = held.unlock();
        }
    }
}

/// Waits for its turn to write to a file. The folder has to be there.
pub(super) fn lock(path: &Path) -> io::Result<Lock> {
    let folder = if cfg!(unix) { Some(File::open(replace::folder(path))?) } else { None };
    if let Some(held) = folder.map(wait).transpose()?.flatten() {
        return Ok(Lock { held: Some(held) });
    }
    let beside = replace::with_suffix(path, ".lock");
    let mut options = OpenOptions::new();
    let file = replace::private(options.write(true).create(true).truncate(false)).open(&beside)?;
    let held = wait(file)?;
    if held.is_none() {
        // It locks nothing, so it need not lie about.
        let _ = fs::remove_file(&beside);
    }
    Ok(Lock { held })
}

/// The file once it is locked; nothing if it cannot be.
fn wait(file: File) -> io::Result<Option<File>> {
    let start = Instant::now();
    let mut pause = Duration::from_millis(1);
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) if start.elapsed() > PATIENCE => return Err(busy()),
            Err(TryLockError::WouldBlock) => {
                thread::sleep(pause);
                pause = (pause * 2).min(Duration::from_millis(16));
            }
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => (),
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
}

fn busy() -> io::Error {
    let text = "another rungs has been writing for 10 seconds; was it stopped with Ctrl-Z?";
    io::Error::new(io::ErrorKind::WouldBlock, text)
}
