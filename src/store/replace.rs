//! Replacing a file as a whole, so that a crash or a power cut at any moment
//! leaves either the old file or the new one.
//!
//! A dozen lines of `std` beat the crates for it here: those leave a file of a
//! random name behind after a kill, or do not wait for the disk.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
    time::SystemTime,
};

/// Writes beside the file, waits for the disk, renames over the file and waits
/// for the folder. The file beside has a fixed name, so that what a kill
/// leaves there is gone with the next save. The file keeps its permissions; a
/// new one is for its owner alone. The path is that of the file itself, not of
/// a link to it.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(&with_suffix(path, ".new"), path, bytes, None)
}

/// Like [`replace`], through `draft`; sets the modification time to `modified`.
pub(super) fn put(
    draft: &Path,
    path: &Path,
    bytes: &[u8],
    modified: Option<SystemTime>,
) -> io::Result<()> {
    let written = write(draft, path, bytes, modified).and_then(|()| fs::rename(draft, path));
    if written.is_err() {
        // The save has failed either way; what matters is said by its error.
        let _ = fs::remove_file(draft);
        return written;
    }
    sync_folder(folder(path))
}

/// Waits until the disk has what somebody else wrote, and clears away what a
/// kill has left. Only for whoever holds the lock.
pub(super) fn wait_for_disk(path: &Path) -> io::Result<()> {
    // As a rule there is none.
    let _ = fs::remove_file(with_suffix(path, ".new"));
    sync_folder(folder(path))
}

/// Keeps bytes under the first free number; the same bytes are kept once. Only
/// for whoever holds the lock, because of the draft.
pub(super) fn keep(
    draft: &Path,
    named: impl Fn(u32) -> PathBuf,
    bytes: &[u8],
) -> io::Result<PathBuf> {
    for path in (1..1000).map(named) {
        match fs::read(&path) {
            Ok(kept) if kept == bytes => return Ok(path),
            Ok(_) => (),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                put(draft, &path, bytes, None)?;
                return Ok(path);
            }
            Err(error) => return Err(error),
        }
    }
    Err(too_many())
}

/// Like [`keep`], without the lock: creates files exclusively, so it never overwrites another's.
pub(super) fn keep_apart(named: impl Fn(u32) -> PathBuf, bytes: &[u8]) -> io::Result<PathBuf> {
    for path in (1..1000).map(named) {
        match create_new(&path, bytes) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if fs::read(&path).is_ok_and(|kept| kept == bytes) {
                    return Ok(path);
                }
            }
            Err(error) => return Err(error),
        }
    }
    Err(too_many())
}

/// Writes a file that is not there yet, and waits for the disk.
pub(super) fn create_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private(OpenOptions::new().write(true).create_new(true)).open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // It has failed either way; what matters is said by its error.
        let _ = fs::remove_file(path);
        return written;
    }
    sync_folder(folder(path))
}

fn too_many() -> io::Error {
    io::Error::other("there are a thousand copies already")
}

/// The name of a file without the ending of its kind.
pub(super) fn stem(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    name.strip_suffix(".json").map_or(name.clone(), str::to_owned)
}

/// Where a chain of symbolic links ends, whether there is a file or not.
pub(super) fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..40 {
        match fs::read_link(&path) {
            Ok(target) => path = folder(&path).join(target),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("the symbolic links go round in a ring"))
}

/// The folder a file is in.
pub(super) fn folder(path: &Path) -> &Path {
    path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A path beside, by a longer name.
pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn write(draft: &Path, path: &Path, bytes: &[u8], modified: Option<SystemTime>) -> io::Result<()> {
    let open = || private(OpenOptions::new().write(true).create(true).truncate(true)).open(draft);
    let mut file = match open() {
        // A kill may have left it with the permissions of a file that is for reading only.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            fs::remove_file(draft)?;
            open()?
        }
        other => other?,
    };
    match fs::metadata(path) {
        Ok(old) => {
            keep_owner(&file, &old)?;
            file.set_permissions(old.permissions())?;
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => (),
        Err(error) => return Err(error),
    }
    file.write_all(bytes)?;
    if let Some(time) = modified {
        file.set_modified(time)?;
    }
    file.sync_all()
}

/// Preserves the owner, even if root saves the file.
#[cfg(unix)]
fn keep_owner(file: &File, old: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    let new = file.metadata()?;
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
        // Others are not allowed to give files away; what they save is theirs.
        let _ = fchown(file, Some(old.uid()), Some(old.gid()));
    }
    Ok(())
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}

/// A new file is for its owner alone.
#[cfg(unix)]
pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600)
}

/// A new file is for its owner alone.
#[cfg(not(unix))]
pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// Creates a folder, and those it is in, for the owner alone, and waits for the disk.
pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    let above = folder(path);
    create_folder(above)?;
    match private_folder(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(error) => Err(error),
        Ok(()) => sync_folder(above),
    }
}

#[cfg(unix)]
fn private_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().mode(0o700).create(path)
}

#[cfg(not(unix))]
fn private_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)
}

/// Only then does a rename survive a power cut. Where folders cannot be opened
/// the system takes care of it.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
