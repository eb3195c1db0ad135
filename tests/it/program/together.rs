//! Several at once at the same file, each on a terminal of its own.

use super::*;

#[test]
fn windows_show_what_others_do_and_undo_only_what_they_did() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("progress.json");
    let mut one = Visit::open(&file, USUAL);
    one.expect("/back-end dev\r", &["Back-end developer"]);
    one.expect("m", &["Your goal now: Back-end", "saved"]);
    let mut other = Visit::open(&file, USUAL);
    for window in [&mut one, &mut other] {
        window.expect("3/redis\r", &["Redis", "to do, aim"]);
    }
    one.expect("i", &["claimed"]);
    other.expect("", &["claimed", "Changed from outside"]);
    rungs(&file, "claim git-branching");
    for window in [&mut one, &mut other] {
        window.expect("/\u{3}/git-branching\r", &["Git: branching", "claimed"]);
    }

    other.expect("u", &["Nothing to undo in this visit"]);
    one.expect("u", &["Undone: claiming Redis"]);
    for window in [&mut one, &mut other] {
        window.expect("/\u{3}/redis\r", &["Redis", "to do, aim"]);
        window.press("q");
        window.end_with(0);
    }
    let claims = read(&file)["skills"]["git-branching"]["claims"].as_object().unwrap().clone();
    assert!(claims.len() == 1 && claims.values().all(|it| it == "2027-03-01"), "{claims:?}");

    // What a window did can be undone when it is closed.
    assert!(rungs(&file, "undo").starts_with("Undone: your goal Back-end developer"));
    assert!(rungs(&file, "undo").starts_with("Undone: claiming Git: branching"));
    assert_eq!(read(&file), json!({ "version": 2 }));
}

#[test]
fn a_file_taken_away_and_begun_anew_under_a_window_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("progress.json");
    rungs(&file, "claim redis");
    let mut window = Visit::open(&file, USUAL);
    window.expect("3/redis\r", &["Redis", "claimed", "saved"]);
    fs::remove_file(&file).unwrap();
    window.expect("", &["NOT SAVED", "is gone; it is written again"]);
    rungs(&file, "claim git-branching");
    window.expect("", &["Redis", "claimed", " saved"]);
    window.expect("/\u{3}/git-branching\r", &["Git: branching", "claimed"]);
    window.press("q");
    window.end_with(0);
    let kept = &read(&file)["skills"];
    assert!(kept["redis"].is_object() && kept["git-branching"].is_object(), "{kept}");
}

#[test]
fn a_folder_that_was_away_is_listened_to_again() {
    let folder = tempfile::tempdir().unwrap();
    let [here, away] = ["here", "away"].map(|name| folder.path().join(name));
    fs::create_dir(&here).unwrap();
    let file = here.join("progress.json");
    rungs(&file, "claim redis");
    let mut window = Visit::open(&file, USUAL);
    window.expect("3/redis\r", &["Redis", "claimed", "saved"]);
    fs::rename(&here, &away).unwrap();
    window.expect("", &["NOT SAVED"]);
    fs::rename(&away, &here).unwrap();
    // The header says so, and not what is told of not saving.
    window.expect("j", &["goal yet  saved"]);
    rungs(&file, "claim redis --undo");
    window.expect("", &["to do, aim"]);
    window.press("q");
    window.end_with(0);
}
