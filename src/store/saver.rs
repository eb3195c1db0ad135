//! A thread that saves, so that a slow disk never delays a key.

use std::{
    io,
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread::{self, JoinHandle},
    time::Duration,
};

use super::{Incoming, Look, Noted, Store, StoreError, restore};
use crate::{catalog::Catalog, progress::Progress};

/// How long to wait before trying again what could not be saved.
const PAUSE: Duration = Duration::from_secs(3);

/// The thread, and the way to it.
#[derive(Debug)]
pub struct Saver {
    jobs: Sender<Job>,
    thread: JoinHandle<Result<Left, StoreError>>,
}

/// What came of leaving: everything is saved.
#[derive(Debug)]
pub struct Left {
    /// Whether what was done can be undone later.
    pub noted: io::Result<()>,
}

/// What the thread has to tell.
#[derive(Debug)]
pub enum News {
    /// The change of that number, and all before it, are on disk.
    Saved(u64),
    /// The change of that number is not on disk, or not any more, and why.
    Failed(u64, String),
    /// Somebody else has changed something. Who takes it in says so with [`Saver::took`].
    Changed(Incoming),
    /// A copy beside the file holds something new; what to type to bring it in.
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
    Took(Incoming),
    Answer(Sender<()>),
    Note(Vec<Noted>),
}

impl Saver {
    /// Starts the thread. `tell` hears of each outcome.
    pub fn start(
        store: Store,
        catalog: &'static Catalog,
        tell: impl Fn(News) + Send + 'static,
    ) -> Self {
        Self::patient(store, catalog, tell, PAUSE)
    }

    /// Like [`Saver::start`], with another pause before what failed is tried again.
    pub(super) fn patient(
        store: Store,
        catalog: &'static Catalog,
        tell: impl Fn(News) + Send + 'static,
        pause: Duration,
    ) -> Self {
        let (jobs, inbox) = mpsc::channel();
        let thread = thread::spawn(move || {
            let was_well = store.is_well();
            let (unsaved, last, done) = (None, 0, Vec::new());
            Worker { store, catalog, tell, pause, unsaved, last, was_well, done }.work(&inbox)
        });
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
    pub fn took(&self, change: Incoming) -> Result<(), StoreError> {
        self.ask(Job::Took(change))
    }

    /// Waits until all it was asked for so far is done, but not for ever.
    pub fn wait(&self, patience: Duration) -> Result<(), StoreError> {
        let (sender, answer) = mpsc::channel();
        self.ask(Job::Answer(sender))?;
        match answer.recv_timeout(patience) {
            Ok(()) | Err(RecvTimeoutError::Timeout) => Ok(()),
            Err(RecvTimeoutError::Disconnected) => Err(StoreError::Stopped),
        }
    }

    /// Waits until all is kept; what could not be is tried once more, and put
    /// aside if even that fails. What was done is noted, to be undone later.
    pub fn finish(self, done: Vec<Noted>) -> Result<Left, StoreError> {
        self.ask(Job::Note(done))?;
        drop(self.jobs);
        self.thread.join().unwrap_or(Err(StoreError::Stopped))
    }

    fn ask(&self, job: Job) -> Result<(), StoreError> {
        self.jobs.send(job).map_err(|_| StoreError::Stopped)
    }
}

/// What the thread works on.
struct Worker<T> {
    store: Store,
    catalog: &'static Catalog,
    tell: T,
    // How long to wait before trying again what could not be saved.
    pause: Duration,
    // What is to be saved and could not be yet, and its number.
    unsaved: Option<(u64, Box<Progress>)>,
    // The last number there was.
    last: u64,
    // Whether there ever was a file to work with in this visit.
    was_well: bool,
    done: Vec<Noted>,
}

impl<T: Fn(News)> Worker<T> {
    fn work(mut self, inbox: &Receiver<Job>) -> Result<Left, StoreError> {
        if let Some(command) = self.store.conflict() {
            (self.tell)(News::Conflict(command));
        }
        loop {
            match self.next(inbox) {
                Ok(first) => {
                    let jobs = std::iter::once(first).chain(inbox.try_iter()).collect();
                    for job in worth_doing(jobs) {
                        self.do_job(job);
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.try_again();
                    // Why it failed was told when it was found out.
                    let _ = self.write_owed();
                }
                Err(RecvTimeoutError::Disconnected) => return self.leave(),
            }
        }
    }

    /// While all is saved there is nothing to wake up for.
    fn next(&self, inbox: &Receiver<Job>) -> Result<Job, RecvTimeoutError> {
        if self.unsaved.is_some() || self.store.is_owing() {
            return inbox.recv_timeout(self.pause);
        }
        inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
    }

    fn do_job(&mut self, job: Job) {
        match job {
            Job::Save(revision, progress) => {
                self.last = revision;
                self.unsaved = Some((revision, progress));
                if let Err(error) = self.save() {
                    (self.tell)(News::Failed(revision, error.to_string()));
                }
            }
            Job::Look => {
                let look = self.store.look();
                self.take_up(look);
            }
            Job::Restore(which) => self.restore(&which),
            Job::Took(change) => {
                // What is still to be saved is made from the change now, as all else is.
                if let Some((_, progress)) = &mut self.unsaved {
                    **progress = change.onto(self.catalog, progress);
                }
                let next = self.store.took(&change);
                self.tell_of(next);
                self.try_again();
            }
            Job::Answer(sender) => {
                // Who does not wait any more need not be answered.
                let _ = sender.send(());
            }
            Job::Note(done) => self.done = done,
        }
    }

    /// Saves what is to be saved, and tells if that went well.
    fn save(&mut self) -> Result<(), StoreError> {
        let Some((revision, progress)) = &self.unsaved else { return Ok(()) };
        let change = self.store.save(self.catalog, progress)?;
        (self.tell)(News::Saved(*revision));
        self.unsaved = None;
        self.tell_of(change);
        Ok(())
    }

    /// Why it failed was told the first time.
    fn try_again(&mut self) {
        let _ = self.save();
    }

    fn take_up(&mut self, look: Look) {
        self.was_well |= matches!(look.news, Some(Ok(())));
        match look.news {
            Some(Err(error)) => (self.tell)(News::Failed(self.last, error.to_string())),
            Some(Ok(())) if self.unsaved.is_none() && !self.store.is_new() => {
                (self.tell)(News::Saved(self.last));
            }
            Some(Ok(())) | None => (),
        }
        self.tell_of(look.change);
        if self.store.is_well() {
            self.try_again();
            if let Err(error) = self.write_owed() {
                (self.tell)(News::Failed(self.last, error.to_string()));
            }
        }
    }

    /// Writes again what the disk lacks since the file was taken away.
    fn write_owed(&mut self) -> Result<(), StoreError> {
        if self.store.is_owing() {
            let change = self.store.write_owed(self.catalog)?;
            if self.unsaved.is_none() {
                (self.tell)(News::Saved(self.last));
            }
            self.tell_of(change);
        }
        Ok(())
    }

    fn restore(&mut self, which: &str) {
        // Somebody else may have been faster.
        let look = self.store.look();
        let is_mended = matches!(look.news, Some(Ok(()))) && !self.store.is_new();
        self.take_up(look);
        if is_mended {
            return (self.tell)(News::Restored);
        }
        match restore::restore(self.store.path(), Some(which)) {
            Ok(_) => {
                let look = self.store.look();
                self.take_up(look);
                (self.tell)(News::Restored);
            }
            Err(error) => (self.tell)(News::NotRestored(error.to_string())),
        }
    }

    fn tell_of(&self, change: Option<Incoming>) {
        if let Some(change) = change {
            (self.tell)(News::Changed(change));
        }
    }

    /// What is unsaved is tried once more, or else put aside. If the file was
    /// damaged meanwhile, the last known content is set aside too.
    fn leave(mut self) -> Result<Left, StoreError> {
        let error = match self.unsaved {
            Some(_) => self.save().err(),
            None => self.harm(),
        };
        let Some(error) = error else {
            return Ok(Left { noted: self.store.note(self.catalog, &self.done) });
        };
        let known = self.unsaved.map(|(_, progress)| *progress);
        let progress = known.unwrap_or_else(|| self.store.agreed.progress(self.catalog));
        Err(match self.store.set_aside(self.catalog, &progress, &error) {
            Ok(aside) => {
                let path = self.store.path().to_owned();
                StoreError::Aside { error: Box::new(error), path, aside }
            }
            // If not even that is possible, the first reason is the one to hear.
            Err(_) => error,
        })
    }

    /// Why what was saved is not on disk any more, if it is not and cannot be.
    fn harm(&mut self) -> Option<StoreError> {
        match self.store.glance() {
            Err(error @ StoreError::Damaged { .. }) if self.was_well => Some(error),
            Ok(()) | Err(StoreError::Gone(_)) => self.store.write_owed(self.catalog).err(),
            Err(_) => None,
        }
    }
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
