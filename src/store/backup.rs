//! Backups: the last good save, the last of each of the past days of use, the
//! one before each change of format, and what was there before one was restored.
//!
//! They are plain progress files in a folder `backups` beside the file, under
//! names such as `progress.previous.json`, `progress.2026-11-20.json`,
//! `progress.format-1.json` and `progress.before-restore-1.json`.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};

use super::{
    StoreError,
    file::{File, VERSION},
    folder, lock, reading, replace,
};
use crate::{catalog::Catalog, progress::Progress};

/// As many days of use are kept.
const DAYS: usize = 10;

/// A state of the file that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// What it goes by: `previous`, `2026-11-20`, `format-1`, `before-restore-1`.
    pub which: String,
    /// Where it is.
    pub path: PathBuf,
    /// When its content was saved first.
    pub saved: Option<Zoned>,
}

/// What came of restoring a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The backup that is the file now.
    pub backup: Backup,
    /// What the file was before goes by this name; none if there was no file.
    pub before: Option<String>,
}

impl Backup {
    /// What it holds, if that can be understood.
    pub fn read(&self, catalog: &Catalog) -> Option<Progress> {
        Some(self.file()?.progress(catalog))
    }

    fn file(&self) -> Option<File> {
        let bytes = reading::bytes(&self.path).ok()??;
        Some(reading::understood(&bytes).ok()?.file)
    }
}

/// All backups of a file, the newest first.
pub fn backups(path: &Path) -> io::Result<Vec<Backup>> {
    let path = &replace::followed(path)?;
    let place = place(path);
    let mut backups = Vec::new();
    for name in folder::names(&place)? {
        let which = name.to_str().and_then(|it| it.strip_prefix(&stem(path)));
        let which = which.and_then(|it| it.strip_prefix('.')?.strip_suffix(".json"));
        if let Some(which) = which.filter(|it| !it.is_empty()) {
            let at = place.join(&name);
            let saved = fs::metadata(&at).and_then(|it| it.modified()).ok().and_then(local);
            backups.push(Backup { which: which.to_owned(), path: at, saved });
        }
    }
    backups.sort_by(|a, b| b.saved.cmp(&a.saved).then_with(|| a.which.cmp(&b.which)));
    Ok(backups)
}

/// The newest backup that can be understood.
pub(super) fn newest_good(path: &Path) -> Option<Backup> {
    backups(path).ok()?.into_iter().find(|it| it.file().is_some())
}

/// Puts a backup in the place of the file, and keeps what was there under a
/// name of its own, whatever it is. Without a name it is the newest good one.
pub fn restore(path: &Path, which: Option<&str>) -> Result<Restored, StoreError> {
    let unsaved = |error| StoreError::Unsaved(path.to_owned(), error);
    let unread = |path: &Path, error| StoreError::Unread(path.to_owned(), error);
    let real = replace::followed(path).map_err(unsaved)?;
    replace::create_folder(&place(&real)).map_err(unsaved)?;
    let _lock = lock::lock(&real).map_err(unsaved)?;
    let backup = chosen(&real, which)?;
    let bytes = reading::bytes(&backup.path).map_err(|it| unread(&backup.path, it))?;
    let bytes = bytes.unwrap_or_default();
    if let Err(error) = reading::understood(&bytes) {
        return Err(StoreError::BadBackup(backup.path, error.to_string()));
    }
    let there = reading::bytes(&real).map_err(|it| unread(path, it))?;
    let before = match there {
        Some(there) if there == bytes => {
            replace::settle(&real).map_err(unsaved)?;
            return Ok(Restored { backup, before: None });
        }
        Some(there) => Some(keep_aside(&real, "before-restore", &there).map_err(unsaved)?),
        None => None,
    };
    replace::replace(&real, &bytes).map_err(unsaved)?;
    Ok(Restored { backup, before })
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

/// Keeps what is about to be replaced, by the names it deserves.
pub(super) fn keep_before(path: &Path, bytes: &[u8], version: u32) -> io::Result<()> {
    replace::create_folder(&place(path))?;
    let modified = fs::metadata(path)?.modified()?;
    let day = local(modified).map(|it| it.date());
    let put = |which: &str| {
        replace::put(&draft(path), &named(path, which), bytes, Some(modified)).map_err(blamed)
    };
    if let Some(day) = day.filter(|it| *it != Zoned::now().date()) {
        put(&day.to_string())?;
        drop_old_days(path)?;
    }
    if version < VERSION {
        put(&format!("format-{version}"))?;
    }
    put("previous")
}

/// Keeps something under a numbered name; the same bytes are kept once.
pub(super) fn keep_aside(path: &Path, which: &str, bytes: &[u8]) -> io::Result<String> {
    replace::create_folder(&place(path))?;
    let numbered = |number: u32| named(path, &format!("{which}-{number}"));
    let kept = replace::keep(&draft(path), numbered, bytes).map_err(blamed)?;
    let number = (1..1000).find(|number| numbered(*number) == kept).unwrap_or_default();
    Ok(format!("{which}-{number}"))
}

fn drop_old_days(path: &Path) -> io::Result<()> {
    let kept = backups(path)?;
    let day = |it: &Backup| it.which.parse().ok().filter(|day: &Date| day.to_string() == it.which);
    let mut days: Vec<(Date, &Path)> =
        kept.iter().filter_map(|it| Some((day(it)?, &*it.path))).collect();
    days.sort_unstable();
    let surplus = days.len().saturating_sub(DAYS);
    days.iter().take(surplus).try_for_each(|(_, path)| fs::remove_file(path)).map_err(blamed)
}

/// No save without its backup; the learner should know which of them the disk refused.
#[expect(clippy::needless_pass_by_value, reason = "it is given to `map_err`")]
fn blamed(error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("no backup could be kept: {error}"))
}

/// The place of something that belongs to the file and is no backup of it.
pub(super) fn aside(path: &Path, name: &str) -> PathBuf {
    place(path).join(format!("{}.{name}", stem(path)))
}

/// Puts something there.
pub(super) fn put_aside(path: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    replace::create_folder(&place(path))?;
    replace::put(&draft(path), &aside(path, name), bytes, None)
}

fn place(path: &Path) -> PathBuf {
    replace::folder(path).join("backups")
}

fn named(path: &Path, which: &str) -> PathBuf {
    place(path).join(format!("{}.{which}.json", stem(path)))
}

/// One for all, so that the next backup replaces what a kill left.
fn draft(path: &Path) -> PathBuf {
    aside(path, "new")
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn local(time: SystemTime) -> Option<Zoned> {
    Some(Timestamp::try_from(time).ok()?.to_zoned(TimeZone::system()))
}
