//! A thread that saves, so that a slow disk never delays a key.

use std::{
    io,
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread::{self, JoinHandle},
};

use super::{Change, Store, StoreError, backup};
use crate::{
    catalog::Catalog,
    progress::{Deed, Progress},
};

/// The thread, and the way to it.
#[derive(Debug)]
pub struct Saver {
    jobs: Sender<Job>,
    thread: JoinHandle<Result<io::Result<()>, StoreError>>,
}

/// What the thread has to tell.
#[derive(Debug)]
pub enum News {
    /// The change of that number, and all before it, are on disk.
    Saved(u64),
    /// The change of that number is not on disk, and why.
    Failed(u64, String),
    /// Somebody else has changed something. Who takes it in says so with [`Saver::took`].
    Changed(Change),
    /// Two machines changed the file at once; what to type to bring them together.
    Conflict(String),
    /// The backup that was asked for is the file now.
    Restored,
    /// It is not, and why.
    NotRestored(String),
}

/// What the thread is asked for. The order counts: what is kept after a change
/// was taken in includes it.
enum Job {
    Save(u64, Box<Progress>),
    Look,
    Restore(String),
    Took(Change),
    Answer(Sender<()>),
    Note(Vec<Deed>),
}

impl Saver {
    /// Starts the thread. `tell` hears of each outcome.
    pub fn start(
        store: Store,
        catalog: Arc<Catalog>,
        tell: impl Fn(News) + Send + 'static,
    ) -> Self {
        let (jobs, inbox) = mpsc::channel();
        let thread = thread::spawn(move || work(store, &catalog, &inbox, tell));
        Self { jobs, thread }
    }

    /// Keeps this as soon as the disk has time. A state that is overtaken by a
    /// newer one while the disk is busy need not be written itself. Fails if
    /// the thread has come to a bad end.
    pub fn save(&self, revision: u64, progress: Box<Progress>) -> Result<(), StoreError> {
        self.ask(Job::Save(revision, progress))
    }

    /// Looks whether somebody else has changed the file.
    pub fn look(&self) -> Result<(), StoreError> {
        self.ask(Job::Look)
    }

    /// Brings the backup of that name back; what it holds comes as a change.
    pub fn restore(&self, which: String) -> Result<(), StoreError> {
        self.ask(Job::Restore(which))
    }

    /// A change was taken in: everything to save from now on is made from it.
    pub fn took(&self, change: Change) -> Result<(), StoreError> {
        self.ask(Job::Took(change))
    }

    /// Waits until all it was asked for so far is done.
    pub fn wait(&self) -> Result<(), StoreError> {
        let (sender, answer) = mpsc::channel();
        self.ask(Job::Answer(sender))?;
        answer.recv().map_err(|_| StoreError::Stopped)
    }

    /// Waits until all is kept; what could not be is tried once more. It is put
    /// beside if the file turned out to be one that must not be written over.
    /// What was done is noted, to be undone later; the inner result is whether
    /// that could be.
    pub fn finish(self, deeds: Vec<Deed>) -> Result<io::Result<()>, StoreError> {
        self.ask(Job::Note(deeds))?;
        drop(self.jobs);
        self.thread.join().unwrap_or(Err(StoreError::Stopped))
    }

    fn ask(&self, job: Job) -> Result<(), StoreError> {
        self.jobs.send(job).map_err(|_| StoreError::Stopped)
    }
}

fn work(
    mut store: Store,
    catalog: &Catalog,
    inbox: &Receiver<Job>,
    tell: impl Fn(News),
) -> Result<io::Result<()>, StoreError> {
    let mut unsaved = None;
    let mut done = Vec::new();
    let tell_of = |change: Option<Change>| {
        if let Some(change) = change {
            tell(News::Changed(change));
        }
    };
    if let Some(command) = store.conflict() {
        tell(News::Conflict(command));
    }
    while let Ok(job) = inbox.recv() {
        for job in worth_doing(std::iter::once(job).chain(inbox.try_iter()).collect()) {
            match job {
                Job::Save(revision, progress) => {
                    let outcome = store.save(catalog, &progress);
                    unsaved = outcome.is_err().then_some(progress);
                    match outcome {
                        Ok(change) => {
                            tell(News::Saved(revision));
                            tell_of(change);
                        }
                        Err(error) => tell(News::Failed(revision, error.to_string())),
                    }
                }
                Job::Look => tell_of(store.look()),
                Job::Restore(which) => match backup::restore(store.path(), Some(&which)) {
                    Ok(_) => {
                        tell_of(store.look());
                        tell(News::Restored);
                    }
                    Err(error) => tell(News::NotRestored(error.to_string())),
                },
                Job::Took(change) => tell_of(store.took(&change)),
                Job::Answer(sender) => {
                    // Who does not wait any more need not be answered.
                    let _ = sender.send(());
                }
                Job::Note(deeds) => done = deeds,
            }
        }
    }
    unsaved.map_or(Ok(()), |progress| save_at_last(&mut store, catalog, &progress))?;
    Ok(store.note(catalog, &done))
}

/// The jobs without the states that are overtaken by a newer one.
fn worth_doing(mut jobs: Vec<Job>) -> Vec<Job> {
    let is_save = |it: &Job| matches!(it, Job::Save(..));
    let mut saves = jobs.iter().filter(|it| is_save(it)).count();
    jobs.retain(|job| {
        saves -= usize::from(is_save(job));
        !is_save(job) || saves == 0
    });
    jobs
}

fn save_at_last(
    store: &mut Store,
    catalog: &Catalog,
    progress: &Progress,
) -> Result<(), StoreError> {
    let Err(error) = store.save(catalog, progress) else { return Ok(()) };
    if matches!(error, StoreError::Unsaved(..) | StoreError::Unread(..)) {
        // A disk that says no to the file says no to another one beside it.
        return Err(error);
    }
    match store.set_aside(catalog, progress) {
        Ok(aside) => {
            let path = store.path().to_owned();
            Err(StoreError::Aside { error: Box::new(error), path, aside })
        }
        // If not even that is possible, the first reason is the one to hear.
        Err(_) => Err(error),
    }
}
