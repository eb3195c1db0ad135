//! What a file was before, as far as its backups and the list of what was done tell.
//!
//! A file that was copied to another machine shares no history in git with the one it
//! was copied from. So before the first sync each machine lays what its file was into
//! git; a state that is found on both is what both were made from, and what was
//! corrected or taken back since on one of them is no news from the other.

use std::path::Path;

use jiff::Timestamp;

use super::{backup, file::ProgressFile, undo};

/// The states of a file, the oldest first; the last is as it is now. None of another
/// file that was lost before this one was begun: what is missing here was never taken
/// out of that one.
pub(super) fn states(path: &Path, now: &ProgressFile) -> Vec<ProgressFile> {
    let begun = backup::begun(path).and_then(|it| Timestamp::try_from(it).ok());
    let mut states = undo::states(path, now, begun);
    for backup in backup::backups(path).into_iter().flatten().filter(|it| !it.is_of_another()) {
        let saved = backup.saved.as_ref().map(jiff::Zoned::timestamp);
        let is_of_this = begun.is_none_or(|begun| saved.is_some_and(|it| it > begun));
        if let Some(file) = backup.file().filter(|_| is_of_this) {
            states.push((saved, file));
        }
    }
    states.sort_by_key(|(since, _)| *since);
    let mut states: Vec<ProgressFile> = states.into_iter().map(|(_, file)| file).collect();
    states.push(now.clone());
    states.dedup();
    states
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::{
        catalog::{Catalog, Rung},
        progress::{Change, Progress},
        store::{Noted, Store},
    };

    const DAY: jiff::civil::Date = jiff::civil::date(2027, 3, 1);

    /// Claims and takes back claims, each noted as an act; a `-` takes back.
    fn live(path: &Path, acts: &[&str]) {
        let catalog = Catalog::embedded();
        let (mut store, mut now) = Store::open(path.to_owned(), catalog).unwrap();
        for act in acts {
            let before = now.clone();
            let skill = |id| catalog.find_skill(id).unwrap();
            match act.strip_prefix('-') {
                Some(id) => now.unclaim(skill(id)),
                None => now.claim(skill(act), Rung::Working, DAY),
            }
            store.save(catalog, &now).unwrap();
            let change = Change::between(&before, &now).unwrap();
            store.note(catalog, &[Noted { change, name: String::new() }]).unwrap();
        }
    }

    /// What is claimed in each state.
    fn claims(path: &Path) -> Vec<Vec<&'static str>> {
        let catalog = Catalog::embedded();
        let now = ProgressFile::parse(&fs::read(path).unwrap()).unwrap();
        let claimed = |progress: &Progress| {
            let ids = ["redis", "git-basics", "sql-queries"];
            let is_claimed =
                |id: &&str| progress.claimed(catalog.find_skill(id).unwrap()).is_some();
            ids.into_iter().filter(is_claimed).collect()
        };
        states(path, &now).iter().map(|it| claimed(&it.progress(catalog))).collect()
    }

    #[test]
    fn all_that_was_done_is_walked_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("progress.json");
        live(&path, &["redis", "git-basics", "-redis"]);
        let expected: [&[&str]; 4] = [&[], &["redis"], &["redis", "git-basics"], &["git-basics"]];
        let mut found = claims(&path);
        // The last save before is a backup as well.
        found.dedup();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_was_undone_was_a_state_as_well() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("progress.json");
        let catalog = Catalog::embedded();
        live(&path, &["redis", "git-basics"]);
        let (mut store, now) = Store::open(path.clone(), catalog).unwrap();
        store.step(catalog, &now, crate::store::Way::Undo).unwrap().unwrap();
        fs::remove_file(backup::named(&path, "previous")).unwrap();
        let found = claims(&path);
        assert_eq!(found.last().unwrap(), &["redis"]);
        assert!(found.contains(&vec!["redis", "git-basics"]), "{found:?}");
    }

    #[test]
    fn nothing_of_a_file_that_was_lost_is_a_state_of_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("progress.json");
        live(&path, &["redis", "git-basics"]);
        fs::remove_file(&path).unwrap();
        live(&path, &["sql-queries"]);
        assert_eq!(claims(&path), [vec![], vec!["sql-queries"]]);
    }
}
