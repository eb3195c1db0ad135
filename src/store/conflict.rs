//! Copies beside the file that hold what it does not: those that programs which
//! carry files between machines leave behind where two machines changed the file
//! at once (`progress.sync-conflict-….json` by Syncthing, `progress (conflicted
//! copy …).json` by others), and what we could not save ourselves.

use std::path::{Path, PathBuf};

use super::{decode, file::ProgressFile, list_dir, merge, replace};

/// A copy beside the file that holds something the file does not.
pub(super) fn copy_with_news(path: &Path, ours: &ProgressFile) -> Option<PathBuf> {
    let path = replace::followed(path).ok()?;
    let stem = replace::stem(&path);
    let beside = replace::folder(&path);
    let unsaved = format!("{}.unsaved-", path.file_name()?.to_str()?);
    let is_copy = |name: &str| {
        let rest = name.strip_prefix(&stem).and_then(|it| it.strip_suffix(".json"));
        let is_named_so = |it: &str| {
            it.starts_with(".sync-conflict-") || it.starts_with(" (") && it.contains("conflict")
        };
        rest.is_some_and(is_named_so) || name.starts_with(&unsaved)
    };
    let mut names = list_dir::names(beside).ok()?;
    names.sort();
    let copies = names.iter().filter(|name| name.to_str().is_some_and(is_copy));
    copies.map(|name| beside.join(name)).find(|copy| has_news(copy, ours))
}

fn has_news(copy: &Path, ours: &ProgressFile) -> bool {
    let bytes = decode::bytes(copy).ok().flatten();
    let theirs = bytes.and_then(|it| Some(decode::understood(&it).ok()?.file));
    let merged = theirs.and_then(|theirs| merge::files(None, ours, &theirs).ok());
    merged.is_some_and(|merged| merged != *ours)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::{
        catalog::Catalog,
        store::{Store, bring_in},
    };

    #[test]
    fn a_copy_is_told_of_until_all_of_it_is_brought_in() {
        let catalog = Catalog::embedded();
        let folder = tempfile::tempdir().unwrap();
        let [file, copy, other] =
            ["progress.json", "progress.sync-conflict-20261121-101010-ABCDEFG.json", "other.json"]
                .map(|name| folder.path().join(name));
        let claimed = |id: &str| {
            format!(r#"{{ "version": 1, "skills": {{ "{id}": {{ "claimed": "2026-11-21" }} }} }}"#)
        };
        fs::write(&copy, claimed("redis")).unwrap();
        fs::write(other, claimed("containers")).unwrap();
        let told = || Store::open(file.clone(), catalog).unwrap().0.conflict();
        assert_eq!(told(), None, "there is no file to bring it into");

        let claims = r#"{ "version": 2, "skills": { "git-basics": { "claims": { "working": "2026-11-21" } } } }"#;
        fs::write(&file, claims).unwrap();
        let command = format!("rungs merge {} {}", file.display(), copy.display());
        assert_eq!(told(), Some(command));
        assert!(bring_in(&file, &copy).unwrap());
        assert_eq!(told(), None);
        fs::write(&copy, "rubbish").unwrap();
        assert_eq!(told(), None);
        let unsaved = folder.path().join("progress.json.unsaved-1");
        fs::write(&unsaved, claimed("sql-queries")).unwrap();
        assert!(told().is_some_and(|it| it.ends_with("progress.json.unsaved-1")));
    }
}
