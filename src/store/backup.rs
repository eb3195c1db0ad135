//! Backups: the last good save, the last of each of the past days of use, the
//! one before each change of format, and what was there before one was restored.
//!
//! They are plain progress files in a folder `backups` beside the file, under
//! names such as `progress.previous.json`, `progress.2026-11-20.json`,
//! `progress.format-1.json` and `progress.before-restore-1.json`. What was kept
//! of a file that is gone when another is begun is `progress.before-anew-1.json`.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};

use super::{
    decode,
    file::{ProgressFile, VERSION},
    list_dir, replace,
    system::said,
};
use crate::{catalog::Catalog, progress::Progress};

/// Days of use that keep a backup.
const DAYS: usize = 10;

const PREVIOUS: &str = "previous";
/// Its time says when a file was begun anew; it is empty.
const BEGUN: &str = "begun";
pub(super) const BEFORE_RESTORE: &str = "before-restore-";
const BEFORE_ANEW: &str = "before-anew-";

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

impl Backup {
    /// What it holds, if that can be understood.
    pub fn read(&self, catalog: &Catalog) -> Option<Progress> {
        Some(self.file()?.progress(catalog))
    }

    /// Whether it can be understood.
    pub fn is_good(&self) -> bool {
        self.file().is_some()
    }

    /// Whether it is what was there when another backup was brought back, good or bad.
    pub fn is_put_aside(&self) -> bool {
        self.which.starts_with(BEFORE_RESTORE)
    }

    /// Whether it was kept of a file that was lost before this one was begun.
    pub(super) fn is_of_another(&self) -> bool {
        self.which.starts_with(BEFORE_ANEW)
    }

    pub(super) fn file(&self) -> Option<ProgressFile> {
        let bytes = decode::bytes(&self.path).ok()??;
        Some(decode::understood(&bytes).ok()?.file)
    }
}

/// All backups of a file, the newest first.
pub fn backups(path: &Path) -> io::Result<Vec<Backup>> {
    let path = &replace::followed(path)?;
    let place = place(path);
    let mut backups = Vec::new();
    for name in list_dir::names(&place)? {
        let which = name.to_str().and_then(|it| it.strip_prefix(&replace::stem(path)));
        let which = which.and_then(|it| it.strip_prefix('.')?.strip_suffix(".json"));
        if let Some(which) = which.filter(|it| is_ours(it)) {
            let at = place.join(&name);
            let saved = fs::metadata(&at).and_then(|it| it.modified()).ok().and_then(local);
            backups.push(Backup { which: which.to_owned(), path: at, saved });
        }
    }
    backups.sort_by(|a, b| b.saved.cmp(&a.saved).then_with(|| a.which.cmp(&b.which)));
    Ok(backups)
}

/// Whether it is a name we give; a neighbour's files may begin like ours.
fn is_ours(which: &str) -> bool {
    let is_number = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    let numbered = ["format-", BEFORE_RESTORE, BEFORE_ANEW];
    which == PREVIOUS
        || day_of(which).is_some()
        || numbered.iter().any(|it| which.strip_prefix(it).is_some_and(is_number))
}

fn day_of(which: &str) -> Option<Date> {
    which.parse().ok().filter(|day: &Date| day.to_string() == which)
}

/// The newest backup that can be understood. What was put aside comes last: it
/// is what the learner did not want.
pub(super) fn newest_good(path: &Path) -> Option<Backup> {
    let rank = |it: &Backup| match &*it.which {
        PREVIOUS => 0,
        which if which.starts_with("before-") => 2,
        _ => 1,
    };
    let mut backups = backups(path).ok()?;
    backups.sort_by_key(rank);
    backups.into_iter().find(Backup::is_good)
}

/// Keeps what is about to be replaced, by the names it deserves.
pub(super) fn keep_before(path: &Path, bytes: &[u8], version: u32) -> io::Result<()> {
    create_place(path)?;
    // A clock that was ahead for a day would make its state the newest for years.
    let modified = fs::metadata(path)?.modified()?.min(SystemTime::now());
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
    put(PREVIOUS)
}

/// When a file was last begun where there had been one.
pub(super) fn begun(path: &Path) -> Option<SystemTime> {
    let path = replace::followed(path).ok()?;
    fs::metadata(aside(&path, BEGUN)).and_then(|it| it.modified()).ok()
}

/// Keeps what is left of a file that is gone, before another begins in its place.
pub(super) fn keep_before_anew(path: &Path) -> io::Result<()> {
    if !place(path).is_dir() {
        return Ok(());
    }
    fs::write(aside(path, BEGUN), "")?;
    match decode::bytes(&named(path, PREVIOUS))? {
        Some(bytes) => keep_aside(path, BEFORE_ANEW, &bytes).map(drop),
        None => Ok(()),
    }
}

/// Keeps something under a numbered name; the same bytes are kept once.
pub(super) fn keep_aside(path: &Path, which: &str, bytes: &[u8]) -> io::Result<String> {
    create_place(path)?;
    let numbered = |number: u32| named(path, &format!("{which}{number}"));
    let kept = replace::keep(&draft(path), numbered, bytes).map_err(blamed)?;
    let number = (1..1000).find(|number| numbered(*number) == kept).unwrap_or_default();
    Ok(format!("{which}{number}"))
}

fn drop_old_days(path: &Path) -> io::Result<()> {
    let kept = backups(path)?;
    let mut days: Vec<(Date, &Path)> =
        kept.iter().filter_map(|it| Some((day_of(&it.which)?, &*it.path))).collect();
    days.sort_unstable();
    let surplus = days.len().saturating_sub(DAYS);
    days.iter().take(surplus).try_for_each(|(_, path)| fs::remove_file(path)).map_err(blamed)
}

/// No save without its backup; the learner should know which of them the disk refused.
#[expect(clippy::needless_pass_by_value, reason = "it is given to `map_err`")]
fn blamed(error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("no backup could be kept: {}", said(&error)))
}

/// The place of something that belongs to the file and is no backup of it.
pub(super) fn aside(path: &Path, name: &str) -> PathBuf {
    place(path).join(format!("{}.{name}", replace::stem(path)))
}

/// Puts something there.
pub(super) fn put_aside(path: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    create_place(path)?;
    replace::put(&draft(path), &aside(path, name), bytes, None)
}

fn create_place(path: &Path) -> io::Result<()> {
    let place = place(path);
    replace::create_folder(&place).map_err(|error| {
        io::Error::new(error.kind(), format!("no folder {}: {}", place.display(), said(&error)))
    })
}

pub(super) fn place(path: &Path) -> PathBuf {
    replace::folder(path).join("backups")
}

pub(super) fn named(path: &Path, which: &str) -> PathBuf {
    place(path).join(format!("{}.{which}.json", replace::stem(path)))
}

/// Clears away what a kill has left.
pub(super) fn clear_draft(path: &Path) {
    // As a rule there is none.
    let _ = fs::remove_file(draft(path));
}

/// One for all, so that the next backup replaces what a kill left.
fn draft(path: &Path) -> PathBuf {
    aside(path, "new")
}

pub(super) fn local(time: SystemTime) -> Option<Zoned> {
    Some(Timestamp::try_from(time).ok()?.to_zoned(TimeZone::system()))
}
