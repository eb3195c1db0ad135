//! What the system complains of, in words.

use std::io;

/// What the system says is wrong, in words; what the program said itself stays.
pub(super) fn said(error: &io::Error) -> String {
    let text = error.to_string();
    if error.raw_os_error().is_none() {
        return text;
    }
    match error.kind() {
        io::ErrorKind::PermissionDenied => "the system does not allow it".to_owned(),
        io::ErrorKind::AlreadyExists => "there is such a file already".to_owned(),
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::NotADirectory => "a file is where a folder should be".to_owned(),
        _ => text.split(" (os error").next().unwrap_or_default().to_owned(),
    }
}
