//! What a few commands take one of several of: files, schemas, shells.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// What a schema is shown of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Schema {
    /// The progress file
    Progress,
    /// What is answered with --json
    Answers,
}

/// The shells that can complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Shell {
    Bash,
    Zsh,
    Fish,
    Elvish,
    #[value(name = "powershell")]
    Power,
}

/// What to bring together.
#[derive(Debug, Args)]
#[command(after_help = "\
With two files, what is in the second is brought into the first.

With three, it is a merge driver for git: the result goes to the second of BASE OURS THEIRS.
Tell git so once:

  git config merge.rungs.driver 'rungs merge %O %A %B'
  echo 'progress.json merge=rungs' >> .gitattributes")]
pub(in crate::cli) struct Merge {
    #[arg(value_name = "FILE", num_args = 2..=3, required = true)]
    pub(in crate::cli) files: Vec<PathBuf>,
}

/// How well something was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Grade {
    /// Not known
    Again,
    /// Known, with difficulty
    Hard,
    /// Known
    Good,
    /// Known at once
    Easy,
}
