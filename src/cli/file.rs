//! Commands that look after the file as a whole: backups, other machines, its format.

use std::path::{Path, PathBuf};

use super::{Failure, line::FileCommand};
use crate::{
    catalog::Catalog,
    report::json,
    store::{self, Backup, Store, StoreError, Synced},
    words,
};

/// Does what is asked for with the file at that place.
pub(super) fn answer(command: FileCommand, path: &Path, as_json: bool) -> Result<String, Failure> {
    let (did, told) = match command {
        FileCommand::Backups => return backups(path, as_json),
        FileCommand::Doctor => return doctor(path),
        FileCommand::Export(file) => match file {
            Some(file) => ("exporting", exported(path, &file)?),
            None => return whole(path),
        },
        FileCommand::Restore(which) => ("restoring", restored(path, which.as_deref())?),
        FileCommand::Import(file) => ("importing", merged(&[path.to_owned(), file])?),
        FileCommand::Merge(files) => ("merging", merged(&files)?),
        FileCommand::Sync(remote) => ("syncing", synced(store::sync(path, remote.as_deref())?)),
    };
    Ok(if as_json {
        json::printed(&json::changed(did.to_owned(), true, told.trim_end().to_owned()))
    } else {
        told
    })
}

fn backups(path: &Path, as_json: bool) -> Result<String, Failure> {
    let unread = |error| StoreError::Unread(path.with_file_name("backups"), error);
    let backups = store::backups(path).map_err(unread)?;
    if !as_json {
        return Ok(listed(path, &backups));
    }
    let catalog = Catalog::embedded();
    let backup = |it: &Backup| {
        let holds = it.read(catalog).map(|progress| words::holdings(&progress));
        json::backup(&it.which, it.saved.as_ref().map(words::moment), holds)
    };
    Ok(json::printed(&backups.iter().map(backup).collect::<Vec<_>>()))
}

/// The file as it would be written, whatever format it is in.
fn whole(path: &Path) -> Result<String, Failure> {
    Ok(store::export(path)?)
}

fn exported(path: &Path, file: &Path) -> Result<String, Failure> {
    let text = store::export(path)?;
    store::write_new(file, text.as_bytes())?;
    Ok(format!("Written to {}.\n", file.display()))
}

/// Whether all is in order, and what to do where it is not.
fn doctor(path: &Path) -> Result<String, Failure> {
    let catalog = Catalog::embedded();
    let mut lines = vec![format!(
        "catalog    sound: {}, {}, {}",
        words::count(catalog.roles().len(), "role", "roles"),
        words::count(catalog.skills().len(), "skill", "skills"),
        words::count(catalog.routes().len(), "route", "routes")
    )];
    let (opened, mut faults) = match Store::open(path.to_owned(), catalog) {
        Ok(it) => (Some(it), Vec::new()),
        Err(error) => (None, vec![error.to_string()]),
    };
    if let Some((store, progress)) = &opened {
        let holds = if store.is_new() { "none yet".to_owned() } else { words::holdings(progress) };
        lines.push(format!("file       {}: {holds}", path.display()));
        faults.extend(store.refusal().map(|it| it.to_string()));
        let copy = store.conflict();
        faults.extend(copy.map(|command| {
            format!("a copy beside the file holds something new; bring it in with: {command}")
        }));
    }
    faults.extend(store::try_to_write(path).err().map(|it| it.to_string()));
    let is_gone = opened.is_some_and(|(store, _)| store.is_new());
    match store::backups(path) {
        Ok(backups) => {
            lines.push(told_of_backups(&backups));
            faults.extend(faults_of_backups(path, &backups, is_gone));
        }
        Err(error) => {
            faults.push(StoreError::Unread(path.with_file_name("backups"), error).to_string());
        }
    }
    let text = lines.join("\n") + "\n";
    if faults.is_empty() {
        return Ok(text + "All is in order.\n");
    }
    Err(Failure::Failed(format!("{}\n{text}", faults.join("\n"))))
}

fn told_of_backups(backups: &[Backup]) -> String {
    let good = backups.iter().filter(|it| it.is_good()).count();
    let aside = backups.iter().filter(|it| it.is_put_aside() && !it.is_good());
    let aside = aside.map(|it| format!("; {} is what a backup took the place of", it.which));
    format!("backups    {}, {good} good{}", backups.len(), aside.collect::<String>())
}

/// What was put aside for a backup may well be damaged: that is why it was.
fn faults_of_backups(path: &Path, backups: &[Backup], is_gone: bool) -> Vec<String> {
    let mut faults = Vec::new();
    if is_gone && !backups.is_empty() {
        let command = store::command(path, "restore");
        faults.push(format!(
            "the file is gone, but there are backups; one comes back with: {command}"
        ));
    }
    let bad = backups.iter().filter(|it| !it.is_put_aside() && !it.is_good());
    let bad: Vec<&str> = bad.map(|it| &*it.which).collect();
    if !bad.is_empty() {
        faults.push(format!("backups that cannot be understood: {}", bad.join(", ")));
    }
    faults
}

fn listed(path: &Path, backups: &[Backup]) -> String {
    if backups.is_empty() {
        return "There are no backups yet; the second save makes the first.\n".to_owned();
    }
    let catalog = Catalog::embedded();
    let mut lines = Vec::new();
    for backup in backups {
        let saved = backup.saved.as_ref().map(words::moment);
        let holds = match backup.read(catalog) {
            Some(progress) => words::holdings(&progress),
            None => "cannot be understood".to_owned(),
        };
        let saved = saved.unwrap_or_default();
        lines.push(format!("{:<18} {saved}  {holds}\n", backup.which));
    }
    lines.push(format!("\nBring one back with: {}\n", store::command(path, "restore NAME")));
    lines.concat()
}

fn restored(path: &Path, which: Option<&str>) -> Result<String, Failure> {
    let restored = match store::restore(path, which) {
        Ok(restored) => restored,
        Err(error @ StoreError::NoBackup { .. }) => {
            return Err(Failure::Misused(error.to_string()));
        }
        Err(error) => return Err(error.into()),
    };
    let saved = restored.backup.saved.map(|it| format!(" of {}", words::moment(&it)));
    let kept = match restored.before {
        None => String::new(),
        Some(before) if before.is_good() => {
            let command = store::command(path, &format!("restore {}", before.which));
            format!("What was there is kept, and comes back with: {command}\n")
        }
        Some(before) => format!("What was there is kept in {}\n", before.path.display()),
    };
    let (which, saved) = (restored.backup.which, saved.unwrap_or_default());
    Ok(format!("Brought back `{which}`{saved}.\n{kept}"))
}

fn merged(files: &[PathBuf]) -> Result<String, Failure> {
    match files {
        [ours, theirs] => {
            let (a, b) = (ours.display(), theirs.display());
            Ok(if store::bring_in(ours, theirs)? {
                format!("Brought {b} into {a}.\n")
            } else {
                format!("{a} has everything that is in {b} already.\n")
            })
        }
        [base, ours, theirs] => {
            store::merge_driver(base, ours, theirs)?;
            Ok(String::new())
        }
        _ => Err(Failure::Misused("name two files, or three".to_owned())),
    }
}

fn synced(synced: Synced) -> String {
    let text = match (synced.sent, synced.received) {
        (true, true) => "Sent what is new here, and took in what is new elsewhere.\n",
        (true, false) => "Sent what is new here.\n",
        (false, true) => "Took in what is new elsewhere.\n",
        (false, false) => "There is nothing new, here or elsewhere.\n",
    };
    let apart = "No state is known that both files were made from, so all that either has was kept. What you took back or corrected on one of them may be as it was before: look through `rungs journal` and `rungs set`.\n";
    let apart = if synced.is_apart { apart } else { "" };
    format!("{text}{apart}")
}
