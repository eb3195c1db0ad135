//! Hears when somebody else changes the progress file. The system tells; an
//! idle program asks nobody, unless the system has no more to give to those
//! who want to be told.

use std::{io, path::Path, time::Duration};

use notify::{
    Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher as _,
};

use super::replace;

/// How often to look where the system does not tell.
const PAUSE: Duration = Duration::from_secs(2);

/// As long as this is there it listens.
#[derive(Debug)]
pub enum Watch {
    /// The system tells.
    Told(RecommendedWatcher),
    /// We look.
    Looking(PollWatcher),
}

impl Watch {
    /// Calls whenever the file may have changed, our own saves included. None
    /// if there is no folder yet.
    pub fn start(path: &Path, changed: impl Fn() + Clone + Send + 'static) -> Option<Self> {
        Self::told(path, changed.clone()).or_else(|_| Self::looking(path, changed)).ok()
    }

    fn told(path: &Path, changed: impl Fn() + Send + 'static) -> notify::Result<Self> {
        let path = replace::followed(path)?;
        let mut watcher = notify::recommended_watcher(heard(&path, changed)?)?;
        // The folder, because the file is a new one after each save.
        watcher.watch(replace::folder(&path), RecursiveMode::NonRecursive)?;
        Ok(Self::Told(watcher))
    }

    fn looking(path: &Path, changed: impl Fn() + Send + 'static) -> notify::Result<Self> {
        let path = replace::followed(path)?;
        let config = Config::default().with_poll_interval(PAUSE);
        let mut watcher = PollWatcher::new(heard(&path, changed)?, config)?;
        watcher.watch(replace::folder(&path), RecursiveMode::NonRecursive)?;
        Ok(Self::Looking(watcher))
    }
}

/// What to do with what happens in the folder.
fn heard(
    path: &Path,
    changed: impl Fn() + Send + 'static,
) -> io::Result<impl Fn(notify::Result<Event>) + Send + 'static> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_owned();
    Ok(move |event: notify::Result<Event>| {
        let is_ours = |it: &Event| it.paths.iter().any(|it| it.file_name() == Some(&name));
        if event.is_ok_and(|it| !matches!(it.kind, EventKind::Access(_)) && is_ours(&it)) {
            changed();
        }
    })
}

#[cfg(test)]
mod tests {
    use std::{fs, sync::mpsc};

    use super::*;

    /// Does it hear of the file, and of nothing else?
    #[track_caller]
    fn check(start: impl Fn(&Path, mpsc::Sender<()>) -> notify::Result<Watch>) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("progress.json");
        let (sender, heard) = mpsc::channel();
        let watch = start(&file, sender).unwrap();
        fs::write(folder.path().join("other.json"), "1").unwrap();
        fs::write(&file, "1").unwrap();
        heard.recv_timeout(Duration::from_secs(20)).unwrap();
        drop(watch);
    }

    #[test]
    fn a_change_is_heard_whether_the_system_tells_or_not() {
        check(|path, sender| Watch::told(path, move || sender.send(()).unwrap()));
        check(|path, sender| Watch::looking(path, move || sender.send(()).unwrap()));
    }
}
