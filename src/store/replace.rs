//! Replacing a file as a whole, so that a crash or a power cut at any moment
//! leaves either the old file or the new one.
//!
//! A dozen lines of `std` beat the crates for it here: those leave a file of a
//! random name behind after a kill, or do not wait for the disk.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

/// Writes beside the file, waits for the disk, renames over the file and waits
/// for the folder. The file beside has a fixed name, so that what a kill
/// leaves there is gone with the next save. A symbolic link stays one, and the
/// file keeps its permissions; a new one is for its owner alone.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = &followed(path)?;
    let folder = folder(path);
    create_folder(folder)?;
    let draft = with_suffix(path, ".new");
    let written = write(&draft, path, bytes).and_then(|()| fs::rename(&draft, path));
    if written.is_err() {
        // The save has failed either way; what matters is said by its error.
        let _ = fs::remove_file(&draft);
        return written;
    }
    sync_folder(folder)
}

/// Puts a copy of something damaged beside it; the same bytes are kept once.
pub(super) fn keep_copy(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    for number in 1..1000 {
        let copy = with_suffix(path, &format!(".damaged-{number}"));
        match OpenOptions::new().write(true).create_new(true).open(&copy) {
            Ok(mut file) => {
                file.write_all(bytes)?;
                file.sync_all()?;
                return Ok(copy);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if fs::read(&copy)? == bytes {
                    return Ok(copy);
                }
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("there are a thousand damaged copies already"))
}

/// Where a chain of symbolic links ends, whether there is a file or not.
fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..40 {
        match fs::read_link(&path) {
            Ok(target) => path = folder(&path).join(target),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("the symbolic links go round in a ring"))
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn write(draft: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file =
        private(OpenOptions::new().write(true).create(true).truncate(true)).open(draft)?;
    match fs::metadata(path) {
        Ok(old) => file.set_permissions(old.permissions())?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => (),
        Err(error) => return Err(error),
    }
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600)
}

#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(unix)]
fn create_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn create_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
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
