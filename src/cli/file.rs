//! Commands that look after the file as a whole: backups, other machines, its format.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::Failure;
use crate::{
    catalog::Catalog,
    store::{self, Backup, SCHEMA, StoreError, Synced},
    words,
};

/// What can be done with the file.
#[derive(Debug, Subcommand)]
pub(super) enum Keeping {
    /// List the backups, the newest first
    Backups,
    /// Bring a backup back; what was there is kept
    Restore {
        /// What it goes by in `rungs backups`; if left out, the newest good one
        which: Option<String>,
    },
    /// Bring two copies of a progress file together
    Merge(Merge),
    /// Exchange progress with your other machines over a git repository of your own
    Sync {
        /// Its address; needed the first time only
        remote: Option<String>,
    },
    /// Show the JSON Schema of the progress file
    Schema,
}

/// What to bring together.
#[derive(Debug, Args)]
#[command(after_help = "\
With two files, what is in the second is brought into the first.

With three, it is a merge driver for git: the result goes to the second of BASE OURS THEIRS.
Tell git so once:

  git config merge.rungs.driver 'rungs merge %O %A %B'
  echo 'progress.json merge=rungs' >> .gitattributes")]
pub(super) struct Merge {
    #[arg(value_name = "FILE", num_args = 2..=3, required = true)]
    files: Vec<PathBuf>,
}

/// Does what is asked for with the file at that place.
pub(super) fn answer(command: &Keeping, path: &Path) -> Result<String, Failure> {
    let text = match command {
        Keeping::Backups => {
            let unread = |error| StoreError::Unread(path.with_file_name("backups"), error);
            listed(path, &store::backups(path).map_err(unread)?)?
        }
        Keeping::Restore { which } => restored(path, which.as_deref())?,
        Keeping::Merge(merge) => merged(&merge.files)?,
        Keeping::Sync { remote } => synced(store::sync(path, remote.as_deref())?),
        Keeping::Schema => SCHEMA.to_owned(),
    };
    Ok(text)
}

fn listed(path: &Path, backups: &[Backup]) -> Result<String, Failure> {
    if backups.is_empty() {
        return Ok("There are no backups yet; the second save makes the first.\n".to_owned());
    }
    let catalog = Catalog::embedded()?;
    let mut lines = Vec::new();
    for backup in backups {
        let saved = backup.saved.as_ref().map(|it| it.strftime("%Y-%m-%d %H:%M").to_string());
        let holds = match backup.read(&catalog) {
            Some(progress) => words::holdings(&progress),
            None => "cannot be understood".to_owned(),
        };
        let saved = saved.unwrap_or_default();
        lines.push(format!("{:<18} {saved}  {holds}\n", backup.which));
    }
    lines.push(format!("\nBring one back with: {}\n", store::command(path, "restore NAME")));
    Ok(lines.concat())
}

fn restored(path: &Path, which: Option<&str>) -> Result<String, Failure> {
    let restored = match store::restore(path, which) {
        Ok(restored) => restored,
        Err(error @ StoreError::NoBackup { .. }) => {
            return Err(Failure::Misused(error.to_string()));
        }
        Err(error) => return Err(error.into()),
    };
    let saved = restored.backup.saved.map(|it| it.strftime(" of %Y-%m-%d %H:%M").to_string());
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
    text.to_owned()
}
