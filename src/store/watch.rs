//! Hears when somebody else changes the progress file. The system tells; an
//! idle program asks nobody, unless the system has no more to give to those
//! who want to be told.

use std::{io, path::Path, time::Duration};

use notify::{
    Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher as _,
    event::{ModifyKind, RenameMode},
};

use super::replace;

/// How often to look where the system does not tell.
const PAUSE: Duration = Duration::from_secs(2);

/// Watches until dropped.
#[derive(Debug)]
pub enum Watch {
    /// The system tells.
    Told(RecommendedWatcher),
    /// We look.
    Looking(PollWatcher),
}

/// What was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The file may have changed.
    File,
    /// The folder it is in is not there any more, so nothing will be heard from now on.
    FolderGone,
}

impl Watch {
    /// Calls whenever the file may have changed, our own saves included. None
    /// if there is no folder yet.
    pub fn start(path: &Path, tell: impl Fn(Heard) + Clone + Send + 'static) -> Option<Self> {
        let real = replace::followed(path).ok()?;
        if !replace::folder(&real).is_dir() {
            return None;
        }
        Self::told(path, tell.clone()).or_else(|_| Self::looking(path, tell, PAUSE)).ok()
    }

    fn told(path: &Path, tell: impl Fn(Heard) + Send + 'static) -> notify::Result<Self> {
        let path = replace::followed(path)?;
        let mut watcher = notify::recommended_watcher(listener(&path, tell)?)?;
        // The folder, because the file is a new one after each save.
        watcher.watch(replace::folder(&path), RecursiveMode::NonRecursive)?;
        Ok(Self::Told(watcher))
    }

    fn looking(
        path: &Path,
        tell: impl Fn(Heard) + Send + 'static,
        pause: Duration,
    ) -> notify::Result<Self> {
        let path = replace::followed(path)?;
        let config = Config::default().with_poll_interval(pause);
        let mut watcher = PollWatcher::new(listener(&path, tell)?, config)?;
        watcher.watch(replace::folder(&path), RecursiveMode::NonRecursive)?;
        Ok(Self::Looking(watcher))
    }
}

/// What to do with what happens in the folder.
fn listener(
    path: &Path,
    tell: impl Fn(Heard) + Send + 'static,
) -> io::Result<impl Fn(notify::Result<Event>) + Send + 'static> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_owned();
    let folder = replace::folder(path).to_owned();
    Ok(move |event: notify::Result<Event>| {
        let Ok(event) = event else { return };
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        let moved = EventKind::Modify(ModifyKind::Name(RenameMode::From));
        let is_removal = matches!(event.kind, EventKind::Remove(_)) || event.kind == moved;
        if is_removal && event.paths.contains(&folder) {
            tell(Heard::FolderGone);
        } else if event.need_rescan() || event.paths.iter().any(|it| it.file_name() == Some(&name))
        {
            tell(Heard::File);
        }
    })
}

#[cfg(test)]
mod tests {
    use std::{fs, sync::mpsc};

    use super::*;

    /// Does it hear of the file, and of nothing else?
    #[track_caller]
    fn check(start: impl Fn(&Path, mpsc::Sender<Heard>) -> notify::Result<Watch>) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("progress.json");
        let (sender, heard) = mpsc::channel();
        let watch = start(&file, sender).unwrap();
        fs::write(folder.path().join("other.json"), "1").unwrap();
        fs::write(&file, "1").unwrap();
        assert_eq!(heard.recv_timeout(Duration::from_secs(20)), Ok(Heard::File));
        drop(watch);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn that_the_folder_is_gone_is_heard() {
        for is_moved in [false, true] {
            let folder = tempfile::tempdir().unwrap();
            let inner = folder.path().join("inner");
            fs::create_dir(&inner).unwrap();
            let (sender, heard) = mpsc::channel();
            let file = inner.join("progress.json");
            let _watch = Watch::told(&file, move |it| _ = sender.send(it)).unwrap();
            if is_moved {
                fs::rename(&inner, folder.path().join("away")).unwrap();
            } else {
                fs::remove_dir(&inner).unwrap();
            }
            assert_eq!(heard.recv_timeout(Duration::from_secs(20)), Ok(Heard::FolderGone));
        }
    }

    #[test]
    fn a_change_is_heard_whether_the_system_tells_or_not() {
        check(|path, sender| Watch::told(path, move |it| sender.send(it).unwrap()));
        check(|path, sender| {
            let pause = Duration::from_millis(20);
            Watch::looking(path, move |it| sender.send(it).unwrap(), pause)
        });
    }
}
