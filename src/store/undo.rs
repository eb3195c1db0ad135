//! What was done last, to be undone from the command line: by commands, and in
//! windows that are closed by now. What an open window did is its own to undo.
//!
//! The list lies beside the backups under a name such as `progress.undo`. It is
//! no progress: if it is lost or damaged, nothing is but the way back.

use std::{io, path::Path};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Incoming, Store, StoreError, backup, decode, file::ProgressFile, lock::Held, merge};
use crate::{
    catalog::Catalog,
    progress::{Change, Progress},
};

/// What the list is called behind the name of the file.
const NAME: &str = "undo";

/// Acts that can be undone.
const LONGEST: usize = 100;

/// What was done, the last act last.
#[derive(Debug, Default, Serialize, Deserialize)]
struct UndoFile {
    done: Vec<Entry>,
    undone: Vec<Entry>,
}

/// Something that was done, and what it is called: "claiming Redis".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// What it changed.
    pub change: Change,
    /// What it is called, in the learner's words.
    pub name: String,
}

/// An act as it is kept: the two sides are progress files of what differs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Entry {
    at: Timestamp,
    #[serde(default)]
    name: String,
    #[serde(deserialize_with = "decode::any_format")]
    before: ProgressFile,
    #[serde(deserialize_with = "decode::any_format")]
    after: ProgressFile,
}

/// Which way to go in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From what was done to before it.
    Undo,
    /// From what was undone to where it is done again.
    Redo,
}

/// A step that was made in the list.
#[derive(Debug)]
pub struct Undone {
    /// What was undone or done again, in the learner's words.
    pub name: String,
    /// When it was done first.
    pub at: Timestamp,
    /// The progress without it, or with it again, which is saved; none if that
    /// changes nothing because somebody has changed the same since.
    pub progress: Option<Progress>,
    /// What others have changed, found when it was saved: to be taken in as well.
    pub incoming: Option<Incoming>,
    /// Whether the list knows of the step.
    pub noted: io::Result<()>,
}

impl Store {
    /// Notes what was done and saved, so that it can be undone later.
    pub fn note(&self, catalog: &Catalog, acts: &[Noted]) -> io::Result<()> {
        if acts.is_empty() {
            return Ok(());
        }
        let at = Timestamp::now();
        let held = Held::wait(&self.path).map_err(io::Error::other)?;
        let mut list = read(&held.real)?;
        list.done.extend(acts.iter().map(|it| Entry::of(catalog, it, at)));
        list.done.drain(..list.done.len().saturating_sub(LONGEST));
        list.undone.clear();
        write(&held.real, &list)
    }

    /// Undoes what was done last, or does again what was undone last, and saves
    /// that. None if there is no such thing.
    pub fn step(
        &mut self,
        catalog: &Catalog,
        progress: &Progress,
        way: Way,
    ) -> Result<Option<Undone>, StoreError> {
        let unread = |error| StoreError::Unread(self.path.clone(), error);
        if self.is_new() {
            // What was done was done to a file that is not here just now.
            return Ok(None);
        }
        // Held until written, so that concurrent undos take successive steps.
        let held = Held::wait(&self.path)?;
        let mut list = read(&held.real).map_err(unread)?;
        let known = |(at, entry): (usize, &Entry)| Some((at, entry.change(catalog)?));
        let found = list.side(way).iter().enumerate().rev().find_map(known);
        let Some((at, change)) = found else { return Ok(None) };
        let entry = list.side_mut(way).remove(at);
        let progress = Some(match way {
            Way::Undo => progress.without(&change),
            Way::Redo => progress.with(&change),
        })
        .filter(|it| it != progress);
        let mut incoming = None;
        if let Some(progress) = &progress {
            incoming = self.save_held(&held, catalog, progress)?;
            list.side_mut(way.back()).push(entry.clone());
        }
        let noted = write(&held.real, &list);
        Ok(Some(Undone { name: entry.name, at: entry.at, progress, incoming, noted }))
    }
}

/// What the file was before each act in the list, and before acts were undone, each with
/// the time it was so since, if that is known; only of acts after `begun`.
pub(super) fn states(
    path: &Path,
    now: &ProgressFile,
    begun: Option<Timestamp>,
) -> Vec<(Option<Timestamp>, ProgressFile)> {
    // What is lost with the list is a way back, here as well.
    let UndoFile { mut done, mut undone } = read(path).unwrap_or_default();
    for side in [&mut done, &mut undone] {
        side.retain(|it| begun.is_none_or(|begun| it.at > begun));
    }
    let since = (0..done.len()).map(|at| Some(done.get(at.checked_sub(1)?)?.at));
    let back = done.iter().zip(since).map(|(it, since)| (&it.after, &it.before, since)).rev();
    let again = undone.iter().map(|it| (&it.before, &it.after, Some(it.at))).rev();
    let mut states = walked(now, again);
    let mut before = walked(now, back);
    before.reverse();
    states.extend(before);
    states
}

/// The states one comes through with steps from something to something else.
fn walked<'a>(
    now: &ProgressFile,
    steps: impl Iterator<Item = (&'a ProgressFile, &'a ProgressFile, Option<Timestamp>)>,
) -> Vec<(Option<Timestamp>, ProgressFile)> {
    let mut state = now.clone();
    let step = |(from, to, since): (&ProgressFile, &ProgressFile, _)| {
        state = merge::files(Some(from), &state, to).ok()?;
        Some((since, state.clone()))
    };
    steps.map_while(step).collect()
}

impl Way {
    fn back(self) -> Self {
        match self {
            Self::Undo => Self::Redo,
            Self::Redo => Self::Undo,
        }
    }
}

impl UndoFile {
    /// What can be undone, or done again.
    fn side(&self, way: Way) -> &[Entry] {
        match way {
            Way::Undo => &self.done,
            Way::Redo => &self.undone,
        }
    }

    fn side_mut(&mut self, way: Way) -> &mut Vec<Entry> {
        match way {
            Way::Undo => &mut self.done,
            Way::Redo => &mut self.undone,
        }
    }
}

impl Entry {
    fn of(catalog: &Catalog, act: &Noted, at: Timestamp) -> Self {
        let Noted { change, name } = act;
        let file = |progress| ProgressFile::default().with(catalog, progress);
        let (before, after) = (file(change.before()), file(change.after()));
        Self { at, name: name.clone(), before, after }
    }

    /// What it changed, unless all it was about has left the catalog since.
    fn change(&self, catalog: &Catalog) -> Option<Change> {
        Change::between(&self.before.progress(catalog), &self.after.progress(catalog))
    }
}

fn write(path: &Path, list: &UndoFile) -> io::Result<()> {
    backup::put_aside(path, NAME, &serde_json::to_vec(list)?)
}

/// The list as it is; one that is damaged is as good as none.
fn read(path: &Path) -> io::Result<UndoFile> {
    let bytes = decode::bytes(&backup::aside(path, NAME))?;
    Ok(bytes.and_then(|it| serde_json::from_slice(&it).ok()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use jiff::civil::date;

    use super::*;
    use crate::catalog::Rung;

    #[test]
    fn the_same_done_twice_in_a_visit_is_undone_twice() {
        let folder = tempfile::tempdir().unwrap();
        let catalog = Catalog::embedded();
        let (mut store, without) =
            Store::open(folder.path().join("progress.json"), catalog).unwrap();
        let skill = catalog.find_skill("redis").unwrap();
        let mut with = without.clone();
        with.claim(skill, Rung::Working, date(2027, 3, 1));
        store.save(catalog, &with).unwrap();
        let noted = |change: Option<Change>| Noted { change: change.unwrap(), name: String::new() };
        let claim = noted(Change::between(&without, &with));
        let back = noted(Change::between(&with, &without));
        store.note(catalog, &[claim.clone(), back, claim]).unwrap();
        let mut now = with.clone();
        for expected in [&without, &with, &without] {
            let step = store.step(catalog, &now, Way::Undo).unwrap().unwrap();
            now = step.progress.unwrap();
            assert_eq!(&now, expected);
        }
        assert!(store.step(catalog, &now, Way::Undo).unwrap().is_none());
    }

    /// The program that claimed skills as a whole kept its list like this.
    #[test]
    fn what_was_done_with_a_program_of_format_1_is_undone_as_well() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("progress.json");
        let catalog = Catalog::embedded();
        let claims = |ids: &[&str]| {
            let claim = |id: &&str| format!(r#""{id}": {{ "claimed": "2027-03-01" }}"#);
            let skills: Vec<String> = ids.iter().map(claim).collect();
            format!(r#"{{ "version": 1, "skills": {{ {} }} }}"#, skills.join(", "))
        };
        let act = |name: &str, before: &str, after: &str| {
            format!(
                r#"{{ "at": "2027-03-01T08:00:00Z", "name": "{name}", "before": {before}, "after": {after} }}"#
            )
        };
        let pinned = r#"{ "version": 1, "pins": { "redis": null } }"#;
        let done = [
            act("claiming Git", &claims(&[]), &claims(&["git-basics"])),
            act("skipping Redis", &claims(&["redis"]), &skipped("redis")),
            act("pinning Redis", &claims(&[]), pinned),
        ];
        fs::create_dir(folder.path().join("backups")).unwrap();
        let list = format!(r#"{{ "done": [{}], "undone": [] }}"#, done.join(", "));
        fs::write(backup::aside(&path, NAME), list).unwrap();
        let mut file: serde_json::Value = serde_json::from_str(&claims(&["git-basics"])).unwrap();
        file["skills"]["redis"] = serde_json::json!({ "skipped": "2027-03-01" });
        file["pins"] = serde_json::json!({ "redis": null });
        fs::write(&path, file.to_string()).unwrap();

        let (mut store, mut now) = Store::open(path.clone(), catalog).unwrap();
        let all = now.clone();
        let undone = |store: &mut Store, now: &mut Progress, way| {
            let step = store.step(catalog, now, way).unwrap().expect("a step");
            *now = step.progress.expect("a change");
            step.name
        };
        let [git, redis] = ["git-basics", "redis"].map(|id| catalog.find_skill(id).unwrap());
        assert_eq!(undone(&mut store, &mut now, Way::Undo), "pinning Redis");
        assert!(now.pins().is_empty());
        assert_eq!(undone(&mut store, &mut now, Way::Undo), "skipping Redis");
        assert!(now.claimed(redis).is_some() && now.skipped(redis).is_none());
        assert_eq!(undone(&mut store, &mut now, Way::Undo), "claiming Git");
        assert_eq!(now.claimed(git), None);
        assert_eq!(undone(&mut store, &mut now, Way::Redo), "claiming Git");
        undone(&mut store, &mut now, Way::Redo);
        undone(&mut store, &mut now, Way::Redo);
        assert_eq!(now, all);
    }

    fn skipped(id: &str) -> String {
        format!(r#"{{ "version": 1, "skills": {{ "{id}": {{ "skipped": "2027-03-01" }} }} }}"#)
    }
}
