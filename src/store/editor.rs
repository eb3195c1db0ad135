//! A text in the learner's own editor, by way of a file that is theirs alone.
//!
//! Whoever calls has to leave the terminal to the editor, which has it until it ends.

use std::{
    env, fmt, fs, io,
    path::{Path, PathBuf},
    process::{self, Command, ExitStatus},
};

use super::replace;

/// The editor of those who have not said which they want.
const USUAL: &str = "vi";

/// A text as it was when the editor had ended. The file it was in goes away with
/// this, unless it is kept.
#[derive(Debug)]
pub struct Edited {
    /// What was saved.
    pub text: String,
    draft: Draft,
}

/// Why a text was not edited.
#[derive(Debug)]
pub enum EditorError {
    /// There is no place for the file.
    Unwritten(PathBuf, io::Error),
    /// The editor cannot be started.
    Unstarted(String, io::Error),
    /// The editor has not ended well; where something was written, it lies there.
    Ended(String, ExitStatus, Option<PathBuf>),
    /// What the editor left is no text.
    Unread(PathBuf, io::Error),
}

/// The file that is edited.
#[derive(Debug)]
struct Draft {
    path: PathBuf,
    is_kept: bool,
}

/// Lets a text be edited with `$VISUAL`, or else `$EDITOR`. Words behind its name are
/// arguments; no shell sees them.
pub fn edited(text: &str) -> Result<Edited, EditorError> {
    let before = if text.is_empty() { String::new() } else { format!("{text}\n") };
    let draft = Draft::new(before.as_bytes())?;
    let editor = editor();
    let mut words = editor.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or(USUAL));
    let status = command.args(words).arg(&draft.path).status();
    let after = fs::read_to_string(&draft.path);
    let is_changed = after.as_ref().map_or_else(is_there, |after| *after != before);
    match status {
        Err(error) => Err(EditorError::Unstarted(editor, error)),
        Ok(status) if !status.success() => {
            let place = is_changed.then(|| draft.keep());
            Err(EditorError::Ended(editor, status, place))
        }
        Ok(_) => match after {
            Ok(text) => Ok(Edited { text, draft }),
            Err(error) => Err(EditorError::Unread(draft.keep(), error)),
        },
    }
}

/// Whether there is something that could not be read.
fn is_there(error: &io::Error) -> bool {
    error.kind() != io::ErrorKind::NotFound
}

/// The first that is said.
fn editor() -> String {
    let said = |name| env::var(name).ok().filter(|it| !it.trim().is_empty());
    said("VISUAL").or_else(|| said("EDITOR")).unwrap_or_else(|| USUAL.to_owned())
}

impl Edited {
    /// Keeps the file, which is there.
    pub fn keep(self) -> PathBuf {
        self.draft.keep()
    }
}

impl Draft {
    /// A new file in the folder for such, with an ending that editors know.
    fn new(bytes: &[u8]) -> Result<Self, EditorError> {
        let folder = env::temp_dir();
        let named = |number: u32| folder.join(format!("rungs-{}-{number}.md", process::id()));
        let create = |path: &Path| match replace::create_new(path, bytes) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => None,
            other => Some(other),
        };
        let found = (1..1000).map(named).find_map(|path| create(&path).map(|it| (path, it)));
        match found {
            Some((path, Ok(()))) => Ok(Self { path, is_kept: false }),
            Some((path, Err(error))) => Err(EditorError::Unwritten(path, error)),
            None => Err(EditorError::Unwritten(folder, io::ErrorKind::AlreadyExists.into())),
        }
    }

    fn keep(mut self) -> PathBuf {
        self.is_kept = true;
        self.path.clone()
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.is_kept {
            // If it is gone already, that is all that was wanted.
            let _ = fs::remove_file(&self.path);
        }
    }
}

impl std::error::Error for EditorError {}

impl fmt::Display for EditorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unwritten(path, error) => {
                write!(f, "there is no place for what you write, {}: {error}", path.display())
            }
            Self::Unstarted(editor, error) => {
                write!(
                    f,
                    "your editor `{editor}` cannot be started: {error}; set EDITOR to another"
                )
            }
            Self::Ended(editor, status, place) => {
                write!(f, "your editor `{editor}` ended with {status}, so nothing has changed")?;
                match place {
                    Some(place) => write!(f, "; what you wrote is in {}", place.display()),
                    None => Ok(()),
                }
            }
            Self::Unread(path, error) => {
                write!(f, "what your editor left cannot be read, {}: {error}", path.display())
            }
        }
    }
}
