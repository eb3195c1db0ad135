//! The installed git, asked by way of its plumbing, which neither reads a
//! learner's settings for people nor touches files.

use std::{
    fs,
    io::{self, Write as _},
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use super::{BRANCH, NAME, REMOTE};
use crate::store::{StoreError, file::ProgressFile};

/// A repository without a work tree.
pub(super) struct Git {
    pub(super) place: PathBuf,
}

impl Git {
    /// What a kill has left in the way. Nobody else works here while we do.
    pub(super) fn clear_locks(&self) {
        for name in ["index", "config", "HEAD", "packed-refs", BRANCH, REMOTE] {
            // As a rule there is none.
            let _ = fs::remove_file(self.place.join(format!("{name}.lock")));
        }
    }

    /// What git answers; an error is what it complains of.
    pub(super) fn ask(&self, arguments: &[&str]) -> Result<Vec<u8>, StoreError> {
        self.tell(arguments, &[])
    }

    /// What git finds; it says nothing and fails if there is no such thing.
    pub(super) fn find(&self, arguments: &[&str]) -> Result<Option<String>, StoreError> {
        let output = self.run(arguments, &[])?;
        match output.status.code() {
            Some(0) => Ok(Some(line(&output.stdout))),
            Some(1) => Ok(None),
            _ => Err(complaint(&output)),
        }
    }

    /// The commit a branch is at, if there is such a branch.
    pub(super) fn commit(&self, branch: &str) -> Result<Option<String>, StoreError> {
        self.find(&["rev-parse", "--verify", "--quiet", &format!("{branch}^{{commit}}")])
    }

    /// Our file as it is in a commit, if it is.
    pub(super) fn file(&self, commit: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let entry = line(&self.ask(&["ls-tree", commit, "--", NAME])?);
        let Some(blob) = entry.split_whitespace().nth(2) else { return Ok(None) };
        self.state(blob).map(Some)
    }

    /// Commits our file on top of its parents, beside the other files of one of them.
    pub(super) fn record(
        &self,
        bytes: &[u8],
        beside: Option<&str>,
        parents: &[&str],
    ) -> Result<(), StoreError> {
        let blob = line(&self.tell(&["hash-object", "-w", "--stdin"], bytes)?);
        match beside {
            Some(commit) => self.ask(&["read-tree", commit])?,
            None => self.ask(&["read-tree", "--empty"])?,
        };
        let entry = format!("100644,{blob},{NAME}");
        self.ask(&["update-index", "--add", "--cacheinfo", &entry])?;
        let tree = line(&self.ask(&["write-tree"])?);
        let mut arguments = vec!["commit-tree", &*tree, "-m", "Progress"];
        for parent in parents {
            arguments.extend(["-p", parent]);
        }
        let commit = line(&self.ask(&arguments)?);
        self.ask(&["update-ref", BRANCH, &commit]).map(drop)
    }

    /// Commits what the file was before, the oldest first, where nothing was committed yet.
    pub(super) fn lay(&self, states: &[ProgressFile]) -> Result<(), StoreError> {
        let commit = |file: &ProgressFile| {
            let text = file.text();
            let length = text.len();
            format!(
                "commit {BRANCH}\ncommitter rungs <rungs@localhost> now\ndata 8\nProgress\n\
                 M 100644 inline {NAME}\ndata {length}\n{text}\n"
            )
        };
        let commits: String = states.iter().map(commit).collect();
        let arguments = ["fast-import", "--quiet", "--date-format=now"];
        self.tell(&arguments, commits.as_bytes()).map(drop)
    }

    /// The names of all that our file was in a commit and before it, the newest first.
    pub(super) fn states(&self, commit: &str) -> Result<Vec<String>, StoreError> {
        let objects = self.ask(&["rev-list", "--topo-order", "--objects", commit])?;
        let objects = String::from_utf8_lossy(&objects);
        let named = objects.lines().filter_map(|it| it.split_once(' '));
        Ok(named.filter(|(_, name)| *name == NAME).map(|(blob, _)| blob.to_owned()).collect())
    }

    /// Our file in one of its states.
    pub(super) fn state(&self, blob: &str) -> Result<Vec<u8>, StoreError> {
        self.ask(&["cat-file", "blob", blob])
    }

    fn tell(&self, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, StoreError> {
        let output = self.run(arguments, input)?;
        if output.status.success() { Ok(output.stdout) } else { Err(complaint(&output)) }
    }

    fn run(&self, arguments: &[&str], input: &[u8]) -> Result<Output, StoreError> {
        let failed = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => StoreError::Git("git is not installed".to_owned()),
            _ => StoreError::Git(format!("git cannot be asked: {error}")),
        };
        let mut git = Command::new("git");
        git.arg("--git-dir").arg(&self.place).args(arguments);
        // Ignore the caller's git environment: it points to their repository.
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_NAMESPACE"] {
            git.env_remove(name);
        }
        for name in ["GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"] {
            git.env_remove(name);
        }
        git.env("GIT_INDEX_FILE", self.place.join("index"));
        for role in ["AUTHOR", "COMMITTER"] {
            git.env(format!("GIT_{role}_NAME"), "rungs");
            git.env(format!("GIT_{role}_EMAIL"), "rungs@localhost");
        }
        git.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = git.spawn().map_err(failed)?;
        if let Some(mut stdin) = child.stdin.take() {
            // A git that does not want to hear it says why itself.
            let _ = stdin.write_all(input);
        }
        child.wait_with_output().map_err(failed)
    }
}

fn line(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim().to_owned()
}

/// What git says is wrong; it has warnings and advice to give besides.
fn complaint(output: &Output) -> StoreError {
    let text = line(&output.stderr);
    let is_aside =
        |it: &&str| it.is_empty() || it.starts_with("hint:") || it.starts_with("Warning:");
    let told: Vec<&str> = text.lines().map(str::trim).filter(|it| !is_aside(it)).take(2).collect();
    let nothing = format!("git ended with {}", output.status);
    StoreError::Git(if told.is_empty() { nothing } else { told.join("; ") })
}
