//! Hears when somebody else changes the progress file. The system tells; an
//! idle program asks nobody.

use std::path::Path;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::replace;

/// As long as this is there it listens.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Calls whenever the file may have changed, our own saves included. None
    /// if there is no folder yet or the system cannot tell; then changes by
    /// others come in with the next save.
    pub fn start(path: &Path, changed: impl Fn() + Send + 'static) -> Option<Self> {
        let path = replace::followed(path).ok()?;
        let name = path.file_name()?.to_owned();
        let heard = move |event: notify::Result<Event>| {
            let is_ours = |it: &Event| it.paths.iter().any(|it| it.file_name() == Some(&name));
            match event {
                Ok(event) if !matches!(event.kind, EventKind::Access(_)) && is_ours(&event) => {
                    changed();
                }
                Ok(_) | Err(_) => (),
            }
        };
        let mut watcher = notify::recommended_watcher(heard).ok()?;
        // The folder, because the file is a new one after each save.
        watcher.watch(replace::folder(&path), RecursiveMode::NonRecursive).ok()?;
        Some(Self { _watcher: watcher })
    }
}
