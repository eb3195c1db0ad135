//! `rungs undo` and `rungs redo`.

use std::fs;

use super::*;

/// The skills of a file in which one is claimed, up to working knowledge.
fn claimed(id: &str) -> Value {
    json!({ (id): { "claims": { "working": TODAY } } })
}

#[test]
fn commands_are_undone_and_done_again_one_after_the_other() {
    let home = Home::new();
    home.rungs("claim redis");
    home.rungs("prove git-basics p1");
    let all = home.progress();
    assert!(home.rungs("undo").starts_with("Undone: ticking a proof of Git: recording changes ("));
    assert_eq!(home.progress()["skills"], claimed("redis"));
    assert!(home.rungs("undo").starts_with("Undone: claiming Redis (working) ("));
    assert_eq!(home.progress(), json!({ "version": 2 }));
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
    let elsewhere = r#"{"version": 2, "skills": {"redis": {"skipped": "2027-03-01"}, "git-basics": {"claims": {"working": "2027-03-01"}}}}"#;
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
        assert_eq!(home.progress()["skills"], claimed("redis"));
    }
    home.rungs("claim git-basics");
    home.rungs("undo");
    assert_eq!(home.progress()["skills"], claimed("redis"));
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
    assert_eq!(home.progress()["skills"]["git-basics"], claimed("git-basics")["git-basics"]);
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
    assert_eq!(home.progress(), json!({ "version": 2 }));
    home.fails("undo", 1);
}

#[test]
fn all_that_one_command_did_is_undone_at_once() {
    let home = Home::new();
    let shows = |it: &&rungs::catalog::Point| !it.shows.is_empty();
    let mut projects = SHIPPED.projects().map(|(_, it)| it);
    let (project, point) =
        projects.find_map(|it| Some((it, it.points.iter().find(shows)?))).unwrap();
    home.rungs(&format!("build {} {} --prove", project.id, point.id));
    let built = home.progress();
    assert_eq!(built["projects"][&*project.id]["points"], json!({ (&*point.id): TODAY }));
    assert!(built["skills"].is_object());
    home.rungs("undo");
    assert_eq!(home.progress(), json!({ "version": 2 }));
    home.rungs("redo");
    assert_eq!(home.progress(), built);

    home.rungs("set experience 2y");
    assert!(home.rungs("undo").starts_with("Undone: the time you have worked ("));
    assert_eq!(home.progress(), built);
}

/// The list that a program of format 1 has left leads back as well.
#[test]
fn what_was_claimed_before_the_format_changed_is_undone() {
    let home = Home::new();
    let backups = home.folder().join("rungs/backups");
    fs::create_dir_all(&backups).unwrap();
    let file = json!({ "version": 1, "skills": { "redis": { "claimed": TODAY } } });
    fs::write(home.file(), file.to_string()).unwrap();
    let act = json!({
        "at": "2027-02-28T08:00:00Z",
        "name": "claiming Redis",
        "before": { "version": 1 },
        "after": file,
    });
    let list = json!({ "done": [act], "undone": [] });
    fs::write(backups.join("progress.undo"), list.to_string()).unwrap();
    assert!(home.rungs("undo").starts_with("Undone: claiming Redis ("));
    assert_eq!(home.progress(), json!({ "version": 2 }));
    home.rungs("redo");
    assert_eq!(home.progress()["skills"], claimed("redis"));
}
