//! A thread that saves, so that a slow disk never delays a key.

use std::{
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread::{self, JoinHandle},
};

use super::{Store, StoreError};
use crate::{catalog::Catalog, progress::Progress};

/// The thread, and the way to it.
#[derive(Debug)]
pub struct Saver {
    jobs: Sender<Job>,
    thread: JoinHandle<Result<(), StoreError>>,
}

/// A state to keep, and the number of the change that led to it.
type Job = (u64, Box<Progress>);

impl Saver {
    /// Starts the thread. `done` hears of each outcome, with the number of the
    /// last change in it.
    pub fn start(
        store: Store,
        catalog: Arc<Catalog>,
        done: impl Fn(u64, Result<(), String>) + Send + 'static,
    ) -> Self {
        let (jobs, inbox) = mpsc::channel();
        let thread = thread::spawn(move || work(store, &catalog, &inbox, done));
        Self { jobs, thread }
    }

    /// Keeps this as soon as the disk has time. A state that is overtaken by a
    /// newer one while the disk is busy need not be written itself.
    pub fn save(&self, revision: u64, progress: Box<Progress>) {
        // The thread only ends when this sender is gone.
        let _ = self.jobs.send((revision, progress));
    }

    /// Waits until all is kept; what could not be is tried once more.
    pub fn finish(self) -> Result<(), StoreError> {
        drop(self.jobs);
        self.thread.join().unwrap_or(Ok(()))
    }
}

fn work(
    mut store: Store,
    catalog: &Catalog,
    inbox: &Receiver<Job>,
    done: impl Fn(u64, Result<(), String>),
) -> Result<(), StoreError> {
    let mut unsaved = None;
    while let Ok(job) = inbox.recv() {
        let (revision, progress) = inbox.try_iter().last().unwrap_or(job);
        let outcome = store.save(catalog, &progress);
        done(revision, outcome.as_ref().copied().map_err(ToString::to_string));
        unsaved = outcome.is_err().then_some(progress);
    }
    match unsaved {
        Some(progress) => store.save(catalog, &progress),
        None => Ok(()),
    }
}
