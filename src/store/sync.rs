//! One learner, several machines: the file travels by a git remote of the
//! learner's own, with the git that is installed.
//!
//! Git only carries. Its repository, `progress.git` beside the file, has no
//! files of its own beside ours, so git never writes to the learner's file:
//! what comes in is brought together and saved like any other change, under
//! the lock and with a backup. Other files in the remote repository stay as
//! they are.

mod git;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use self::git::Git;
use super::{StoreError, decode, file::ProgressFile, import, lock, past, replace, understood};

/// The branch in use on all machines, here and there.
const BRANCH: &str = "refs/heads/main";
const REMOTE: &str = "refs/remotes/origin/main";

/// The name the file has in the repository, whatever it is called here.
const NAME: &str = "progress.json";

/// Says in the repository that the file was begun anew since.
const ANEW: &str = "begun-anew";

/// Attempts before giving up: another machine may push first each time.
const ATTEMPTS: usize = 5;

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Synced {
    /// Something new went out.
    pub sent: bool,
    /// Something new came in.
    pub received: bool,
    /// No state is known that what is here and what came in were made from, so all that
    /// either has was kept: what was taken back or corrected may be as it was before.
    pub is_apart: bool,
}

/// What the file here and that of the others were made from.
enum Origin {
    /// This; none if the file was not there then.
    Known(Option<Box<ProgressFile>>),
    /// Nobody knows.
    Unknown,
}

/// Commits what is here, fetches, brings together, pushes. `remote` is needed
/// once. Whatever fails, what is here stays and goes out with the next sync.
pub fn sync(path: &Path, remote: Option<&str>) -> Result<Synced, StoreError> {
    let unsaved = |error| StoreError::Unsaved(path.to_owned(), error);
    let real = replace::followed(path).map_err(unsaved)?;
    let place = place(&real);
    replace::create_folder(&place).map_err(unsaved)?;
    let _lock = lock::lock(&place.join("rungs")).map_err(unsaved)?;
    let git = Git { place };
    git.clear_locks();
    git.ask(&["init", "--quiet", "--bare"])?;
    let remote = remote_of(&git, remote)?;
    let mut synced = Synced { received: revive(&git, &real)?, ..Synced::default() };
    let mut refused = None;
    for _ in 0..ATTEMPTS {
        commit(&git, &real)?;
        git.ask(&["fetch", "--quiet", "--prune", "origin", "+refs/heads/*:refs/remotes/origin/*"])
            .map_err(|error| failed("reach", &remote, &error))?;
        receive(&git, &real, &mut synced)?;
        let (ours, theirs) = (git.commit(BRANCH)?, git.commit(REMOTE)?);
        if ours == theirs {
            return Ok(synced);
        }
        match git.ask(&["push", "--quiet", "origin", &format!("{BRANCH}:{BRANCH}")]) {
            Ok(_) => return Ok(Synced { sent: true, ..synced }),
            Err(error) => refused = Some(error),
        }
    }
    let refused = refused.unwrap_or(StoreError::Git(String::new()));
    Err(failed("push to", &remote, &refused))
}

/// Marks the repository: the file was recreated, so entries missing from it were
/// lost, not deleted.
pub(super) fn begin_anew(real: &Path) -> io::Result<()> {
    let place = place(real);
    if place.is_dir() { fs::write(place.join(ANEW), "") } else { Ok(()) }
}

/// The repository of a file.
fn place(real: &Path) -> PathBuf {
    replace::folder(real).join(format!("{}.git", replace::stem(real)))
}

/// The address to exchange with; one that is named is remembered.
fn remote_of(git: &Git, named: Option<&str>) -> Result<String, StoreError> {
    if let Some(named) = named.filter(|it| !it.trim().is_empty()) {
        // A folder is meant as seen from here, wherever the next sync is asked for.
        let folder = fs::canonicalize(named).ok();
        let folder = folder.as_ref().and_then(|it| it.to_str());
        git.ask(&["config", "--replace-all", "remote.origin.url", folder.unwrap_or(named)])?;
    }
    let remote = git.find(&["config", "--get", "remote.origin.url"])?;
    remote.filter(|it| !it.is_empty()).ok_or_else(|| {
        let text =
            "there is no remote yet; name a git repository of your own once: rungs sync ADDRESS";
        StoreError::Git(text.to_owned())
    })
}

/// Writes what git knows where the file is gone, or was begun anew after it was;
/// says whether that changed anything.
fn revive(git: &Git, path: &Path) -> Result<bool, StoreError> {
    let unread = |error| StoreError::Unread(path.to_owned(), error);
    let before = decode::bytes(path).map_err(unread)?;
    let mark = git.place.join(ANEW);
    if before.is_some() && !mark.exists() {
        return Ok(false);
    }
    let head = git.commit(BRANCH)?;
    let known = head.as_deref().map(|it| git.file(it)).transpose()?.flatten();
    let after = match known {
        Some(known) => Some(import::take_in(path, None, &told(&known)?)?.bytes),
        None => before.clone(),
    };
    // It is there only if a file was begun.
    let _ = fs::remove_file(mark);
    Ok(after != before)
}

fn failed(what: &str, remote: &str, error: &StoreError) -> StoreError {
    StoreError::Git(format!(
        "cannot {what} {remote}: {error}\nNothing is lost: what is here goes out with the next `rungs sync`."
    ))
}

/// Commits the file as it is now, if it has changed.
fn commit(git: &Git, path: &Path) -> Result<(), StoreError> {
    let unread = |error| StoreError::Unread(path.to_owned(), error);
    let Some(bytes) = decode::bytes(path).map_err(unread)? else { return Ok(()) };
    let (file, _) = understood(path, &bytes)?;
    if git.commit(BRANCH)?.is_none() {
        git.lay(&past::states(path, &file))?;
    }
    let head = git.commit(BRANCH)?;
    let known = head.as_deref().map(|it| git.file(it)).transpose()?.flatten();
    if known.as_ref() == Some(&bytes) {
        return Ok(());
    }
    let parents: Vec<&str> = head.iter().map(String::as_str).collect();
    git.record(&bytes, head.as_deref(), &parents)
}

/// Brings in what others have sent.
fn receive(git: &Git, path: &Path, synced: &mut Synced) -> Result<(), StoreError> {
    let (ours, theirs) = (git.commit(BRANCH)?, git.commit(REMOTE)?);
    let Some(theirs) = theirs.filter(|it| Some(it) != ours.as_ref()) else { return Ok(()) };
    let joint = match &ours {
        Some(ours) => git.find(&["merge-base", ours, &theirs])?,
        None => None,
    };
    if joint.as_ref() == Some(&theirs) {
        return Ok(());
    }
    let before = decode::bytes(path).ok().flatten();
    let there = git.file(&theirs)?;
    let origin = match (&ours, joint) {
        (None, _) => Origin::Known(None),
        (_, Some(joint)) => {
            let file = git.file(&joint)?.map(|it| told(&it)).transpose()?;
            Origin::Known(file.map(Box::new))
        }
        (Some(ours), None) => origin(git, ours, &theirs)?,
    };
    let base = match &origin {
        Origin::Known(file) => file.as_deref(),
        Origin::Unknown => None,
    };
    let after = match &there {
        Some(bytes) => Some(import::take_in(path, base, &told(bytes)?)?.bytes),
        None => before.clone(),
    };
    let known = ours.as_ref().map(|it| git.file(it)).transpose()?.flatten();
    let known = known.map(|it| told(&it)).transpose()?;
    if after == there && (ours.is_none() || (known.is_some() && known.as_ref() == base)) {
        git.ask(&["update-ref", BRANCH, &theirs])?;
    } else if let Some(bytes) = &after {
        let parents: Vec<&str> = ours.as_deref().into_iter().chain([&*theirs]).collect();
        git.record(bytes, Some(&theirs), &parents)?;
    }
    synced.received |= after != before;
    synced.is_apart |= matches!(origin, Origin::Unknown) && there.is_some() && before != there;
    Ok(())
}

/// What two files were made from that share no commit: the last state that is known of
/// both, if they agree on which that is.
fn origin(git: &Git, ours: &str, theirs: &str) -> Result<Origin, StoreError> {
    let (here, there) = (git.states(ours)?, git.states(theirs)?);
    let last = |of: &[String], other: &[String]| of.iter().find(|it| other.contains(it)).cloned();
    let last = last(&here, &there).filter(|it| last(&there, &here).as_ref() == Some(it));
    match last {
        Some(blob) => Ok(Origin::Known(Some(Box::new(told(&git.state(&blob)?)?)))),
        None => Ok(Origin::Unknown),
    }
}

fn told(bytes: &[u8]) -> Result<ProgressFile, StoreError> {
    let bad = |error| StoreError::Git(format!("what the others have sent is no progress: {error}"));
    decode::understood(bytes).map(|it| it.file).map_err(|error| bad(error.to_string()))
}
