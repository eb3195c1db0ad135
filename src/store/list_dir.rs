//! The names in a folder.
//!
//! Where `std` lists a folder it panics if closing it fails, as a bad disk may
//! have it; for the sake of those disks it is done without.

use std::{ffi::OsString, io, path::Path};

/// What is in a folder, in no order; nothing if there is no folder.
pub(super) fn names(folder: &Path) -> io::Result<Vec<OsString>> {
    match listed(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        other => other,
    }
}

#[cfg(unix)]
fn listed(folder: &Path) -> io::Result<Vec<OsString>> {
    use std::{ffi::OsStr, fs::File, os::unix::ffi::OsStrExt as _};
    let mut names = Vec::new();
    for entry in rustix::fs::Dir::new(File::open(folder)?)? {
        let entry = entry?;
        let name = entry.file_name().to_bytes();
        if name != b"." && name != b".." {
            names.push(OsStr::from_bytes(name).to_owned());
        }
    }
    Ok(names)
}

#[cfg(not(unix))]
fn listed(folder: &Path) -> io::Result<Vec<OsString>> {
    std::fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_in_a_folder_is_named_once() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a", ".b", "c d"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let mut found = names(folder.path()).unwrap();
        found.sort();
        assert_eq!(found, [".b", "a", "c d"]);
        assert_eq!(names(&folder.path().join("none")).unwrap(), Vec::<OsString>::new());
        assert!(names(&folder.path().join("a")).is_err(), "a file is no folder");
    }
}
