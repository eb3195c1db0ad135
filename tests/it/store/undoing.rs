//! `rungs undo` and `rungs redo`.

use std::fs;

use super::*;

#[test]
fn commands_are_undone_and_done_again_one_after_the_other() {
    let home = Home::new();
    home.rungs("claim redis");
    home.rungs("prove git-basics p1");
    let all = home.progress();
    assert!(home.rungs("undo").starts_with("Undone: ticking a proof of Git: recording changes ("));
    assert_eq!(home.progress()["skills"], serde_json::json!({ "redis": { "claimed": TODAY } }));
    assert!(home.rungs("undo").starts_with("Undone: claiming Redis ("));
    assert_eq!(home.progress(), serde_json::json!({ "version": 1 }));
    let said = home.fails("undo", 1);
    assert_eq!(said, "rungs: there is nothing to undo; in an open window, u undoes what it did\n");
    home.rungs("redo");
    assert!(home.rungs("redo").starts_with("Done again: ticking a proof"));
    assert_eq!(home.progress(), all);
    home.fails("redo", 1);

    home.rungs("undo");
    home.rungs("skip containers");
    home.fails("redo", 1);
}

#[test]
fn what_changes_nothing_is_no_deed() {
    let home = Home::new();
    home.rungs("claim redis");
    home.rungs("claim redis");
    home.rungs("status");
    home.rungs("undo");
    home.fails("undo", 1);
}

#[test]
fn what_others_did_since_is_not_undone() {
    let home = Home::new();
    home.rungs("claim redis");
    let elsewhere = r#"{"version": 1, "skills": {"redis": {"skipped": "2027-03-01"}, "git-basics": {"claimed": "2027-03-01"}}}"#;
    fs::write(home.file(), elsewhere).unwrap();
    let said = home.fails("undo", 1);
    assert!(said.contains("nothing is left of it") && said.contains("claiming Redis"), "{said}");
    assert_eq!(fs::read_to_string(home.file()).unwrap(), elsewhere);
    // It is out of the way for what was done before it.
    assert!(home.fails("undo", 1).contains("nothing to undo"));
}

#[test]
fn a_list_that_is_damaged_costs_only_the_way_back() {
    let home = Home::new();
    home.rungs("claim redis");
    let list = home.file().with_file_name("backups").join("progress.undo");
    for rubbish in ["", "{ half", "[1, 2]"] {
        fs::write(&list, rubbish).unwrap();
        home.fails("undo", 1);
        assert_eq!(home.progress()["skills"]["redis"]["claimed"], TODAY);
    }
    home.rungs("claim git-basics");
    home.rungs("undo");
    assert_eq!(home.progress()["skills"], serde_json::json!({ "redis": { "claimed": TODAY } }));
}

/// A list that cannot be written is told of, and the change is saved all the same.
#[cfg(unix)]
#[test]
fn a_list_that_cannot_be_written_is_told_of() {
    let home = Home::new();
    home.rungs("claim redis");
    let list = home.file().with_file_name("backups").join("progress.undo");
    fs::remove_file(&list).unwrap();
    fs::create_dir_all(list.join("in the way")).unwrap();
    let output = home.command("claim git-basics").output().unwrap();
    assert!(output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.starts_with("rungs: all is saved, but `rungs undo` will not know of it"),
        "{said}"
    );
    assert_eq!(home.progress()["skills"]["git-basics"]["claimed"], TODAY);
}

#[test]
fn undos_at_once_take_one_step_each() {
    let home = Home::new();
    let skills = ["redis", "git-basics", "containers", "sql-queries"];
    for skill in skills {
        home.rungs(&format!("claim {skill}"));
    }
    std::thread::scope(|scope| {
        for _ in skills {
            scope.spawn(|| home.rungs("undo"));
        }
    });
    assert_eq!(home.progress(), serde_json::json!({ "version": 1 }));
    home.fails("undo", 1);
}
