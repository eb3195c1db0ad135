//! Progress on disk: one JSON file, replaced as a whole or not at all; and the
//! config file beside it, which is the learner's to write.
//!
//! The file has its own types ([`mod@file`]) and a version; the rest of the
//! program can change without the file noticing, and the other way round.
//!
//! What is promised:
//!
//! - After [`Store::save`] has answered, the change is on disk and survives a
//!   power cut. Before, the file is the old one, whole. A save that fails says
//!   why, and nothing has changed; [`Saver`] tries again, and puts aside what it
//!   cannot save in the end.
//! - A new file is started only if there is none; backups of an earlier one are
//!   kept. A file that cannot be read or understood is
//!   never written over: a copy is kept beside it, and the newest good backup
//!   is named. One edited by hand is as good as any.
//! - Several may write at once, here or on another machine: a save reads what
//!   is there, under a lock that dies with the process, and brings it together
//!   with its own changes entry by entry. A file that is taken away under an
//!   open window is written again; one begun anew in its place takes nothing away.
//! - The save before, the last of each of the past ten days of use and the one
//!   before each change of format are kept as backups.
//! - Fields and ids that this program does not know are carried along. A file
//!   of a newer format is shown and never written; one of an older format is
//!   raised, and ids that were renamed since are followed.

mod alias;
mod backup;
mod config;
mod conflict;
mod decode;
mod editor;
mod error;
pub mod file;
mod import;
mod list_dir;
mod lock;
mod merge;
mod past;
mod probe;
mod replace;
mod restore;
mod saver;
mod schema;
mod sync;
mod system;
mod transaction;
mod undo;
mod watch;

use std::{
    env, io,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::{Duration, SystemTime},
};

use directories::ProjectDirs;

pub use self::{
    backup::{Backup, backups},
    config::{begin_config, config_place, configure, read_config},
    editor::{Edited, EditorError, edited},
    error::StoreError,
    import::{bring_in, export, merge_driver, merge_texts, write_new},
    probe::try_to_write,
    restore::{Restored, restore},
    saver::{Left, News, Saver},
    schema::SCHEMA,
    sync::{Synced, sync},
    undo::{Noted, Undone, Way},
    watch::{Heard, Watch},
};
use self::{
    file::{Misread, ProgressFile, VERSION},
    lock::Held,
    transaction::Rewrite,
};
use crate::{catalog::Catalog, progress::Progress};

/// The place where progress is kept, and what is there.
///
/// Between a change by somebody else and the moment the program has taken it
/// in, disk and program differ by more than the learner's own changes; hence
/// two states are remembered.
#[derive(Clone, Debug)]
pub struct Store {
    path: PathBuf,
    // What the program's progress was made from; all of it went into what is on disk.
    agreed: Arc<ProgressFile>,
    // What is on disk, as last seen.
    there: Arc<ProgressFile>,
    // The bytes of it; none if there is no file yet.
    seen: Option<Vec<u8>>,
    version: u32,
    // Whether a change was handed out that was not taken in yet; one at a time.
    is_telling: bool,
    standing: Standing,
    // When a file was last begun anew where there had been one, as last seen.
    begun: Option<SystemTime>,
}

/// A writer that does not rename, git for one, leaves the file missing or half
/// written for a moment. It is looked at again up to `GLANCES` times, `BLINK` apart.
const GLANCES: u32 = 6;
const BLINK: Duration = Duration::from_millis(50);

/// How the file was found at the last look or save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// It can be worked with, or there never was one.
    Well,
    /// It cannot be read or understood, or is of a newer program.
    Troubled,
    /// There was one, and it is gone. What comes next was begun anew.
    Gone,
    /// It can be worked with, and lacks something that was known when it was gone.
    Owing,
}

/// What a look at the file has shown.
#[derive(Debug, Default)]
pub struct Look {
    /// That it cannot be worked with any more, and why; or that it can again.
    pub news: Option<Result<(), StoreError>>,
    /// What somebody else has changed.
    pub change: Option<Incoming>,
}

/// What somebody else changed: from one state of the file to another.
#[derive(Clone, Debug)]
pub struct Incoming {
    base: Arc<ProgressFile>,
    theirs: Arc<ProgressFile>,
}

/// The file the system has for progress, unless the learner names another.
pub fn place(named: Option<PathBuf>) -> Result<PathBuf, StoreError> {
    let usual = || {
        let dirs = ProjectDirs::from("", "", "rungs").ok_or(StoreError::NoHome)?;
        Ok(dirs.data_dir().join("progress.json"))
    };
    named.map_or_else(usual, Ok)
}

/// A command to be typed by the learner; it names the file if that is not the usual one.
pub fn command(path: &Path, command: &str) -> String {
    if place(None).is_ok_and(|usual| usual == path) {
        return format!("rungs {command}");
    }
    format!("rungs --data {} {command}", quoted(path))
}

/// A path as a shell wants it.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain =
        |c: char| c.is_alphanumeric() || "/._-+:@%".contains(c) || (c == '\\' && cfg!(windows));
    if path.chars().all(is_plain) { path } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

impl Store {
    /// Reads the file; only where there is none does a new learner begin.
    pub fn open(path: PathBuf, catalog: &Catalog) -> Result<(Self, Progress), StoreError> {
        let seen = decode::bytes(&path).map_err(|it| StoreError::Unread(path.clone(), it))?;
        let (file, version) = match &seen {
            None => (ProgressFile::default(), VERSION),
            Some(bytes) => opened(&path, bytes)?,
        };
        let progress = file.progress(catalog);
        let standing = if version > VERSION { Standing::Troubled } else { Standing::Well };
        Ok((Self { seen, version, standing, ..Self::of(path, file) }, progress))
    }

    fn of(path: PathBuf, file: ProgressFile) -> Self {
        let agreed = Arc::new(file);
        Self {
            begun: backup::begun(&path),
            path,
            there: agreed.clone(),
            agreed,
            seen: None,
            version: VERSION,
            is_telling: false,
            standing: Standing::Well,
        }
    }

    /// The place of a file that cannot be understood: nothing is read and nothing
    /// is saved before it can be.
    pub fn damaged(path: PathBuf) -> Self {
        Self { standing: Standing::Troubled, ..Self::of(path, ProgressFile::default()) }
    }

    /// Whether there is no file yet.
    pub fn is_new(&self) -> bool {
        self.seen.is_none()
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Keeps this, together with what others have changed in the meantime; the
    /// answer is what the program should take in.
    pub fn save(
        &mut self,
        catalog: &Catalog,
        progress: &Progress,
    ) -> Result<Option<Incoming>, StoreError> {
        let held = Held::wait(&self.path)?;
        self.save_held(&held, catalog, progress)
    }

    fn save_held(
        &mut self,
        held: &Held,
        catalog: &Catalog,
        progress: &Progress,
    ) -> Result<Option<Incoming>, StoreError> {
        if let Some(refusal) = self.refusal() {
            return Err(refusal);
        }
        if backup::begun(&self.path) != self.begun {
            // What is there was begun anew since the last look.
            self.standing = Standing::Gone;
        }
        let ours = Arc::new(self.agreed.with(catalog, progress));
        let written = transaction::change(&self.path, held, |there| {
            if there.is_none() && self.seen.is_none() {
                let kept = backup::keep_before_anew(&held.real);
                kept.and_then(|()| sync::begin_anew(&held.real))
                    .map_err(|it| StoreError::Unsaved(self.path.clone(), it))?;
            }
            let (theirs, version) = self.theirs(there)?;
            let file = self.merged(&ours, &theirs)?;
            Ok(Rewrite { file: Arc::unwrap_or_clone(file), version })
        })?;
        self.agreed = ours;
        self.standing = Standing::Well;
        self.begun = backup::begun(&self.path);
        self.saw(written.file, written.bytes, VERSION);
        Ok(self.change())
    }

    /// Looks what others have done to the file since the last look or save.
    pub fn look(&mut self) -> Look {
        let was_well = self.is_well();
        let found = self.glance();
        let news = (found.is_ok() != was_well).then_some(found);
        Look { news, change: self.change() }
    }

    fn is_well(&self) -> bool {
        matches!(self.standing, Standing::Well | Standing::Owing)
    }

    fn glance(&mut self) -> Result<(), StoreError> {
        let found = self.read_again();
        self.standing = match (&found, self.standing) {
            (Ok(standing), _) => *standing,
            (Err(StoreError::Gone(_)), _) | (Err(_), Standing::Gone | Standing::Owing) => {
                Standing::Gone
            }
            (Err(_), _) => Standing::Troubled,
        };
        found.map(drop)
    }

    fn read_again(&mut self) -> Result<Standing, StoreError> {
        let unread = |error| StoreError::Unread(self.path.clone(), error);
        let Some(bytes) = self.bytes_at_rest().map_err(unread)? else {
            let gone = || StoreError::Gone(self.path.clone());
            return if self.seen.is_some() { Err(gone()) } else { Ok(Standing::Well) };
        };
        let mut owes = self.standing == Standing::Owing;
        if self.seen.as_ref() != Some(&bytes) {
            let (file, version) = understood(&self.path, &bytes)?;
            // Starting a new file is not a request to delete what this window still holds.
            let begun = backup::begun(&self.path);
            let is_anew =
                matches!(self.standing, Standing::Gone | Standing::Owing) || begun != self.begun;
            self.begun = begun;
            let known = is_anew.then(|| merge::files(None, &self.agreed, &file).ok()).flatten();
            owes = known.as_ref().is_some_and(|it| *it != file);
            self.saw(known.unwrap_or(file), bytes, version);
        }
        let standing = if owes { Standing::Owing } else { Standing::Well };
        self.refusal().map_or(Ok(standing), Err)
    }

    /// What is in the file once nobody is in the middle of writing to it.
    fn bytes_at_rest(&self) -> io::Result<Option<Vec<u8>>> {
        let mut bytes = decode::bytes(&self.path)?;
        for _ in 1..GLANCES {
            let is_at_rest = match &bytes {
                None => self.seen.is_none(),
                Some(bytes) => {
                    self.seen.as_ref() == Some(bytes)
                        || !matches!(decode::understood(bytes), Err(Misread::Damaged(_)))
                }
            };
            if is_at_rest || !self.is_well() {
                break;
            }
            thread::sleep(BLINK);
            bytes = decode::bytes(&self.path)?;
        }
        Ok(bytes)
    }

    /// Why nothing can be saved, if that is so: the file is of a newer program.
    pub fn refusal(&self) -> Option<StoreError> {
        (self.version > VERSION).then(|| StoreError::Newer(self.path.clone(), self.version))
    }

    /// Whether the disk lacks something that was there when the file was taken away.
    fn is_owing(&self) -> bool {
        self.standing == Standing::Owing
    }

    /// Writes again what was there when the file was taken away, if it was.
    fn write_owed(&mut self, catalog: &Catalog) -> Result<Option<Incoming>, StoreError> {
        if !matches!(self.standing, Standing::Gone | Standing::Owing) {
            return Ok(None);
        }
        let known = self.agreed.progress(catalog);
        self.save(catalog, &known)
    }

    /// What to type to bring in a copy that lies beside the file, if there is one
    /// that holds anything new.
    pub fn conflict(&self) -> Option<String> {
        self.seen.as_ref()?;
        let copy = conflict::copy_with_news(&self.path, &self.there)?;
        Some(format!("rungs merge {} {}", quoted(&self.path), quoted(&copy)))
    }

    /// The program has taken a change in: what it keeps from now on includes
    /// it. The answer is the next one.
    pub fn took(&mut self, change: &Incoming) -> Option<Incoming> {
        // It fails no more than `Incoming::onto` does; then nothing was taken in.
        if let Ok(agreed) = merge::files(Some(&change.base), &self.agreed, &change.theirs) {
            self.agreed = if agreed == *self.there { self.there.clone() } else { Arc::new(agreed) };
        }
        self.is_telling = false;
        self.change()
    }

    fn saw(&mut self, file: ProgressFile, bytes: Vec<u8>, version: u32) {
        self.there = if file == *self.agreed { self.agreed.clone() } else { Arc::new(file) };
        self.seen = Some(bytes);
        self.version = version;
    }

    /// What the program does not know of yet. The change after that can only be
    /// computed once the program has taken this one in.
    fn change(&mut self) -> Option<Incoming> {
        if self.is_telling || Arc::ptr_eq(&self.agreed, &self.there) {
            return None;
        }
        self.is_telling = true;
        Some(Incoming { base: self.agreed.clone(), theirs: self.there.clone() })
    }

    /// Puts what cannot be saved where it is not lost, and says where: beside
    /// the file, or, if it is the disk that says no, where the system keeps what
    /// need not last.
    fn set_aside(
        &self,
        catalog: &Catalog,
        progress: &Progress,
        error: &StoreError,
    ) -> io::Result<PathBuf> {
        let beside = replace::followed(&self.path)?;
        let elsewhere = env::temp_dir().join(beside.file_name().unwrap_or_default());
        let text = self.agreed.with(catalog, progress).text();
        let kept = |path: &Path| {
            let named = |number| replace::with_suffix(path, &format!(".unsaved-{number}"));
            replace::keep_apart(named, text.as_bytes())
        };
        let [first, second] =
            if error.is_of_disk() { [&elsewhere, &beside] } else { [&beside, &elsewhere] };
        kept(first).or_else(|_| kept(second))
    }

    /// What is on disk, and its format. A file that was taken away under us is
    /// as it was: we still know all of it.
    fn theirs(&self, there: Option<&[u8]>) -> Result<(Arc<ProgressFile>, u32), StoreError> {
        match there {
            Some(bytes) if self.seen.as_deref() != Some(bytes) => {
                let (file, version) = understood(&self.path, bytes)?;
                Ok((Arc::new(file), version))
            }
            _ => Ok((self.there.clone(), self.version)),
        }
    }

    fn merged(
        &self,
        ours: &Arc<ProgressFile>,
        theirs: &Arc<ProgressFile>,
    ) -> Result<Arc<ProgressFile>, StoreError> {
        if Arc::ptr_eq(&self.agreed, theirs) {
            return Ok(ours.clone());
        }
        let base = (self.standing != Standing::Gone).then_some(&*self.agreed);
        let merged = merge::files(base, ours, theirs);
        merged.map(Arc::new).map_err(|it| self.unmerged(it))
    }

    fn unmerged(&self, reason: String) -> StoreError {
        StoreError::Unsaved(self.path.clone(), io::Error::other(reason))
    }
}

impl Incoming {
    /// What the program has, with the change on top.
    pub fn onto(&self, catalog: &Catalog, progress: &Progress) -> Progress {
        let ours = self.base.with(catalog, progress);
        // Both sides were understood, and so will be what they make together.
        match merge::files(Some(&self.base), &ours, &self.theirs) {
            Ok(merged) => merged.progress(catalog),
            Err(_) => progress.clone(),
        }
    }
}

/// A file of a newer program is opened to be looked at, if that is possible.
fn opened(path: &Path, bytes: &[u8]) -> Result<(ProgressFile, u32), StoreError> {
    match understood(path, bytes) {
        Err(StoreError::Newer(path, version)) => match decode::glanced(bytes) {
            Some(file) => Ok((file, version)),
            None => Err(StoreError::Newer(path, version)),
        },
        other => other,
    }
}

fn understood(path: &Path, bytes: &[u8]) -> Result<(ProgressFile, u32), StoreError> {
    match decode::understood(bytes) {
        Ok(it) => Ok((it.file, it.version)),
        Err(Misread::Newer(version)) => Err(StoreError::Newer(path.to_owned(), version)),
        Err(Misread::Damaged(reason)) => {
            let copy = keep_damaged(path, bytes);
            let backup = backup::newest_good(path).map(Box::new);
            Err(StoreError::Damaged { path: path.to_owned(), reason, copy, backup })
        }
    }
}

/// Puts a copy of something damaged beside it; the same bytes are kept once.
fn keep_damaged(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    if decode::is_too_large(bytes) {
        return Err(io::Error::other("it is too large"));
    }
    let path = replace::followed(path)?;
    replace::keep_apart(|it| replace::with_suffix(&path, &format!(".damaged-{it}")), bytes)
}

#[cfg(test)]
mod tests;
