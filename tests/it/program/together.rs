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
        window.expect("3/redis\r", &["○ Redis"]);
    }
    one.expect("c", &["◉ Redis"]);
    other.expect("", &["◉ Redis", "Changed from outside"]);
    rungs(&file, "claim git-branching");
    for window in [&mut one, &mut other] {
        window.expect("/\u{3}/git-branching\r", &["◉ Git: branch"]);
    }

    other.expect("u", &["Nothing to undo in this visit"]);
    one.expect("u", &["Undone: claiming Redis"]);
    for window in [&mut one, &mut other] {
        window.expect("/\u{3}/redis\r", &["○ Redis"]);
        window.press("q");
        window.end_with(0);
    }
    assert_eq!(json(&file)["skills"]["git-branching"]["claimed"], "2027-03-01");

    // What a window did can be undone when it is closed.
    assert!(rungs(&file, "undo").starts_with("Undone: your goal Back-end developer"));
    assert!(rungs(&file, "undo").starts_with("Undone: claiming Git: branching"));
    assert_eq!(json(&file), serde_json::json!({ "version": 1 }));
}
