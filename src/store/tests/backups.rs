//! What is kept, and how it comes back.

use std::{
    fs,
    time::{Duration, SystemTime},
};

use super::*;

/// Saves as if on each of the past days, the last number being today.
fn used_for(path: &Path, catalog: &Catalog, days: u64) {
    let (mut store, mut progress) = Store::open(path.to_owned(), catalog).unwrap();
    let skills: Vec<_> = catalog.skills().map(|(id, _)| id).collect();
    for (day, skill) in (0..days).zip(skills) {
        progress.claim(skill, Rung::Awareness, TODAY);
        store.save(catalog, &progress).unwrap();
        let ago = Duration::from_secs(24 * 60 * 60 * (days - 1 - day));
        let file = fs::File::options().write(true).open(path).unwrap();
        file.set_modified(SystemTime::now() - ago).unwrap();
    }
}

fn names(path: &Path) -> Vec<String> {
    backups(path).unwrap().into_iter().map(|it| it.which).collect()
}

#[test]
fn the_last_save_of_each_of_the_past_ten_days_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.json");
    let catalog = catalog();
    used_for(&path, catalog, 14);
    let kept = backups(&path).unwrap();
    let names = names(&path);
    assert_eq!(names.len(), 11, "{names:?}");
    assert!(names.iter().any(|it| it == "previous"));
    // The newest is yesterday's state, of thirteen skills; the oldest of four.
    let sizes: Vec<usize> =
        kept.iter().map(|it| it.read(catalog).unwrap().records().count()).collect();
    assert_eq!((sizes.first(), sizes.last()), (Some(&13), Some(&4)));
    assert!(sizes.is_sorted_by(|a, b| a >= b), "{sizes:?}");
}

#[test]
fn a_damaged_file_names_its_newest_good_backup_and_that_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.json");
    let catalog = catalog();
    used_for(&path, catalog, 3);
    fs::write(&path, "{ half").unwrap();
    fs::write(folder.path().join("backups/progress.previous.json"), "").unwrap();
    let error = Store::open(path.clone(), catalog).unwrap_err();
    let StoreError::Damaged { backup: Some(backup), .. } = &error else { panic!("{error}") };
    let command = format!("rungs --data {} restore {}", path.display(), backup.which);
    assert!(error.to_string().ends_with(&command), "{error}");

    let restored = restore(&path, None).unwrap();
    assert_eq!(restored.backup.which, backup.which);
    assert_eq!(Store::open(path.clone(), catalog).unwrap().1.records().count(), 2);
    // What was there before is not lost either, damaged as it is.
    let kept = folder.path().join("backups/progress.before-restore-1.json");
    assert_eq!(fs::read_to_string(kept).unwrap(), "{ half");
    assert!(matches!(restore(&path, Some("previous")), Err(StoreError::BadBackup(..))));
    assert!(matches!(restore(&path, Some("nonsense")), Err(StoreError::NoBackup { .. })));
    assert!(matches!(restore(&path, Some("before-restore-1")), Err(StoreError::BadBackup(..))));
}

#[test]
fn restoring_forth_and_back_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.json");
    let catalog = catalog();
    used_for(&path, catalog, 2);
    let now = fs::read(&path).unwrap();
    let before = restore(&path, Some("previous")).unwrap().before.unwrap();
    assert_ne!(fs::read(&path).unwrap(), now);
    restore(&path, Some(&before.which)).unwrap();
    assert_eq!(fs::read(&path).unwrap(), now);
}

#[test]
fn an_open_window_follows_a_restore() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.json");
    let catalog = catalog();
    used_for(&path, catalog, 3);
    let (mut store, progress) = Store::open(path.clone(), catalog).unwrap();
    restore(&path, Some("previous")).unwrap();
    let change = store.look().change.unwrap();
    assert_eq!(change.onto(catalog, &progress).records().count(), 2);
}

#[test]
fn without_a_place_for_backups_nothing_is_saved_and_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.json");
    let catalog = catalog();
    let (mut store, _) = Store::open(path.clone(), catalog).unwrap();
    store.save(catalog, &Progress::default()).unwrap();
    let before = fs::read(&path).unwrap();
    fs::write(folder.path().join("backups"), "").unwrap();
    assert!(store.save(catalog, &some_progress(catalog)).is_err());
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_command_names_the_file_where_it_has_to() {
    if let Ok(usual) = place(None) {
        assert_eq!(command(&usual, "restore previous"), "rungs restore previous");
    }
    let told = |path| command(Path::new(path), "undo");
    assert_eq!(told("/tmp/a-b_c/p.json"), "rungs --data /tmp/a-b_c/p.json undo");
    assert_eq!(told("/tmp/my own/p.json"), "rungs --data '/tmp/my own/p.json' undo");
    assert_eq!(told("it's; rm"), r"rungs --data 'it'\''s; rm' undo");
}
