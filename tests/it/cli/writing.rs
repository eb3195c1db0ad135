//! Notes, evidence, estimates of one's own and what was read, on the command line.

use std::{path::PathBuf, process::Output};

use super::*;
use crate::stage::told;

/// An editor that does this to the file it is given.
fn editor(home: &Home, script: &str) -> String {
    let path = home.folder().join("editor.sh");
    fs::write(&path, script).unwrap();
    format!("sh {}", path.display())
}

/// `rungs note git-basics --edit` with that editor, and a folder for its files.
fn edited(home: &Home, editor: &str) -> Output {
    let drafts = drafts(home);
    fs::create_dir_all(&drafts).unwrap();
    let mut command = home.command("note git-basics --edit");
    command.env_remove("VISUAL").env("EDITOR", editor).env("TMPDIR", drafts).output().unwrap()
}

fn drafts(home: &Home) -> PathBuf {
    home.folder().join("drafts")
}

/// What is left in the folder for an editor's files.
fn left(home: &Home) -> Vec<String> {
    let files = fs::read_dir(drafts(home)).unwrap();
    files.map(|it| fs::read_to_string(it.unwrap().path()).unwrap()).collect()
}

#[test]
fn a_note_is_written_shown_replaced_and_taken_away() {
    let learner = Home::new();
    assert_eq!(learner.ask("note git-basics"), "There is no note yet on Git: recording changes.\n");
    assert!(!learner.file().exists(), "asking writes nothing");
    learner.ask("note git-basics branches are cheap");
    assert_eq!(learner.ask("note git-basics"), "branches are cheap\n");
    let lines = learner.command("note git-basics").arg("one\n\n  two").output().unwrap();
    assert!(lines.status.success(), "{}", told(&lines));
    assert_eq!(learner.ask("note git-basics"), "one\n\n  two\n");
    let page = learner.ask("skill git-basics");
    assert!(page.contains("\nYOUR NOTE\none\n\n  two\n"), "{page}");
    let answer = learner.json("note git-basics");
    let expected = json!({ "about": "skill", "id": "git-basics", "own_note": "one\n\n  two" });
    assert_eq!(answer, expected);
    assert_eq!(learner.json("skill git-basics")["own_note"], "one\n\n  two");
    learner.ask("note git-basics --undo");
    assert_eq!(learner.json("note git-basics")["own_note"], Value::Null);
    learner.ask("undo");
    assert_eq!(learner.ask("note git-basics"), "one\n\n  two\n");
}

#[test]
fn there_is_a_note_on_whatever_has_a_page_and_it_is_found_by_name() {
    let learner = Home::new();
    let project = &SHIPPED.projects().next().unwrap().1.id;
    for (kind, id) in [
        ("role", "back-end-developer"),
        ("skill", "git-basics"),
        ("project", project),
        ("route", ROUTE),
    ] {
        learner.ask(&format!("note {id} about {kind}"));
        let page = learner.ask(&format!("{kind} {id}"));
        assert!(page.contains(&format!("\nYOUR NOTE\nabout {kind}\n")), "{page}");
        assert_eq!(learner.json(&format!("{kind} {id}"))["own_note"], format!("about {kind}"));
        assert_eq!(learner.ask(&format!("note {kind}/{id}")), format!("about {kind}\n"));
    }
    let by_name = learner.command("note").arg("Back-end developer").output().unwrap();
    assert_eq!(told(&by_name), "about role\n");
}

#[test]
fn what_cannot_be_noted_is_refused() {
    let learner = Home::new();
    check_refusal(
        &learner,
        "note dba x",
        2,
        "rungs: `dba` is several things; write role/database-administrator or skill/db-administration\n",
    );
    check_refusal(
        &learner,
        "note git-basik x",
        2,
        "rungs: there is no role, skill, project or route `git-basik`; did you mean `git-basics`?\n",
    );
    check_refusal(
        &learner,
        "note skill/back-end-developer x",
        2,
        "rungs: there is no skill `back-end-developer`; see: rungs skills\n",
    );
    learner.fails("note git-basics x --undo", 2);
    learner.fails("note git-basics x --edit", 2);
    learner.fails("note git-basics --undo --edit", 2);
    let too_long = "x".repeat(10_001);
    check_refusal(
        &learner,
        &format!("note git-basics {too_long}"),
        2,
        "rungs: it has 10001 letters, and 10000 are all that can be kept\n",
    );
    let nothing = learner.command("note git-basics").arg("\u{1b}\n").output().unwrap();
    assert_eq!(nothing.status.code(), Some(2));
    assert_eq!(told(&nothing), "rungs: there is nothing to read in it\n");
}

#[test]
fn an_editor_is_given_the_note_and_what_it_saves_is_kept() {
    let learner = Home::new();
    learner.ask("note git-basics one");
    // It has arguments, and adds to what it is given.
    let add = editor(&learner, "printf 'two\\tthree\\r\\n' >> \"$1\"; basename \"$1\" > $0.name");
    let output = edited(&learner, &add);
    assert!(output.status.success(), "{}", told(&output));
    assert_eq!(learner.ask("note git-basics"), "one\ntwo    three\n");
    let name = fs::read_to_string(learner.folder().join("editor.sh.name")).unwrap();
    assert_eq!(name.trim_end().rsplit('.').next(), Some("md"), "{name}");
    assert_eq!(left(&learner), Vec::<String>::new(), "the file is gone");
    let output = edited(&learner, &editor(&learner, "true"));
    assert_eq!(told(&output), "That is so already: a note on Git: recording changes.\n");
    let output = edited(&learner, &editor(&learner, ": > \"$1\""));
    assert_eq!(told(&output), "No note any more on Git: recording changes.\n");
    assert_eq!(learner.json("note git-basics")["own_note"], Value::Null);
}

#[test]
fn an_editor_that_fails_changes_nothing_and_loses_nothing() {
    let learner = Home::new();
    learner.ask("note git-basics one");
    let before = fs::read(learner.file()).unwrap();
    let failed = |editor: &str, kept: &[&str]| {
        let output = edited(&learner, editor);
        assert!(!output.status.success(), "{}", told(&output));
        assert_eq!(fs::read(learner.file()).unwrap(), before);
        assert_eq!(left(&learner), kept);
        let said = told(&output);
        assert_eq!(said.contains(drafts(&learner).to_str().unwrap()), !kept.is_empty(), "{said}");
        fs::remove_dir_all(drafts(&learner)).unwrap();
        said
    };
    let said = failed("/nowhere/editor --wait", &[]);
    assert!(said.starts_with("rungs: your editor `/nowhere/editor --wait` cannot be"), "{said}");
    let said = failed(&editor(&learner, "exit 3"), &[]);
    assert!(said.ends_with("ended with exit status: 3, so nothing has changed\n"), "{said}");
    failed(&editor(&learner, "echo two >> \"$1\"; exit 1"), &["one\ntwo\n"]);
    let long = "i=0; while [ $i -lt 1100 ]; do echo 1234567890; i=$((i+1)); done > \"$1\"";
    let said = failed(&editor(&learner, long), &["1234567890\n".repeat(1100).as_str()]);
    assert!(said.starts_with("rungs: it has 12099 letters"), "{said}");
    // No text at all, or no file any more.
    let output = edited(&learner, &editor(&learner, "printf '\\377' > \"$1\""));
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("cannot be read"), "{}", told(&output));
    let output = edited(&learner, &editor(&learner, "rm \"$1\""));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(fs::read(learner.file()).unwrap(), before);
}

#[test]
fn evidence_is_kept_with_and_without_a_tick() {
    let learner = Home::new();
    let said = learner.ask("evidence git-basics p1 https://example.org/a");
    assert!(said.starts_with("Kept as evidence for the proof \""), "{said}");
    assert!(said.ends_with("of Git: recording changes. It is not ticked yet.\n"), "{said}");
    learner.ask("prove git-basics p1");
    learner.ask("prove git-basics p1 --undo");
    assert_eq!(learner.ask("evidence git-basics p1"), "https://example.org/a\n");
    let answer = learner.json("evidence git-basics p1");
    check_shape(&answer, "skill text, project null, id text, text text, done bool, evidence text");
    let proofs = &learner.json("skill git-basics")["rungs"];
    let shown = list(proofs).iter().flat_map(|it| list(&it["proofs"]));
    let shown: Vec<&Value> = shown.map(|it| &it["evidence"]).filter(|it| !it.is_null()).collect();
    assert_eq!(shown, ["https://example.org/a"]);
    let page = learner.ask("skill git-basics");
    assert!(page.contains("\n  https://example.org/a\n"), "{page}");

    let (_, project) = SHIPPED.projects().next().unwrap();
    let point = &project.points[0].id;
    let line = format!("evidence {} {point}", project.id);
    learner.ask(&format!("{line} see ~/src and\tmore"));
    assert_eq!(learner.ask(&line), "see ~/src and more\n");
    let known = learner.json(&format!("project {}", project.id));
    assert_eq!(known["points"][0]["evidence"], "see ~/src and more");
    let page = learner.ask(&format!("project {}", project.id));
    assert!(page.contains("\n  see ~/src and more\n"), "{page}");
    learner.ask(&format!("{line} --undo"));
    assert!(learner.ask(&line).starts_with("There is no evidence yet for the point "));

    for (line, expected) in [
        (
            "evidence back-end-developer p1 x",
            "rungs: `back-end-developer` has neither proofs nor acceptance points\n",
        ),
        ("evidence git-basics p77 x", "rungs: there is no proof of `git-basics` `p77`"),
        ("evidence nope p1 x", "rungs: there is no role, skill, project or route `nope`"),
    ] {
        assert!(learner.fails(line, 2).starts_with(expected), "{line}");
    }
    learner.fails(&format!("evidence git-basics p1 {}", "x".repeat(501)), 2);
    learner.fails("evidence git-basics", 2);
}

#[test]
fn an_estimate_of_ones_own_is_planned_with_and_told() {
    let learner = Home::new();
    learner.ask("goal back-end-developer");
    let hours = || learner.json("status")["hours_to_apply"].clone();
    let before = hours();
    let said = learner.ask("estimate git-basics/working 300h");
    assert_eq!(said, "Planned with your own estimate, 300 h: Git: recording changes (working).\n");
    let more = hours().as_f64().unwrap() - before.as_f64().unwrap();
    assert!(more > 200.0, "{more}");
    let page = learner.ask("skill git-basics");
    assert!(page.contains("your estimate: 300 h"), "{page}");
    let rungs = &learner.json("skill git-basics")["rungs"];
    let own: Vec<&Value> = list(rungs).iter().map(|it| &it["own_hours"]).collect();
    assert_eq!(own, [&Value::Null, &json!(300.0), &Value::Null]);
    assert!(rungs[1]["estimate"]["likely"].as_f64().unwrap() < 300.0, "what is usual stays");
    learner.ask("estimate git-basics --undo");
    assert_eq!(hours(), before);
    // Without a rung, what comes next of it.
    learner.ask("estimate git-basics 1:30");
    assert_eq!(learner.json("skill git-basics")["rungs"][0]["own_hours"], 1.5);
}

#[test]
fn an_estimate_that_makes_no_sense_is_refused() {
    let learner = Home::new();
    for (line, expected) in [
        ("estimate git-basics soon", "rungs: `soon` is no time; write 12h, 7h30m or 90m\n"),
        ("estimate git-basics 0h", "rungs: `0h` is no time at all\n"),
        ("estimate git-basics/working 2001h", "rungs: 2001 h is more than any rung takes\n"),
        (
            "estimate git-basics/guru 2h",
            "rungs: there is no rung `guru`; there are: awareness, working, practitioner, expert\n",
        ),
    ] {
        check_refusal(&learner, line, 2, expected);
    }
    learner.fails("estimate git-basics", 2);
    learner.fails("estimate git-basics 2h --undo", 2);
    let (id, climb) = SHIPPED
        .climbs()
        .find(|(_, it)| it.rhythm == rungs::catalog::Rhythm::Job)
        .expect("a rung that a job teaches");
    let line = format!("estimate {}/{} 2h", SHIPPED.climbed(id).id, climb.rung.word());
    assert!(learner.fails(&line, 2).starts_with("rungs: only a job teaches "));
}

#[test]
fn resources_are_marked_as_read_by_number_and_by_address() {
    let learner = Home::new();
    let skill = SHIPPED.skill(SHIPPED.find_skill("git-basics").unwrap());
    let (first, second) = (&skill.resources[0], &skill.resources[1]);
    let all = learner.ask("read git-basics");
    assert_eq!(all.lines().count(), 2 * skill.resources.len());
    assert!(!all.contains(", read "), "{all}");
    assert_eq!(learner.ask("read git-basics 1"), format!("Read: {}.\n", first.title));
    let bare = second.address.trim_start_matches("https://").trim_end_matches('/');
    learner.ask(&format!("read git-basics {bare}"));
    assert_eq!(learner.ask("read git-basics").matches(", read 1 Mar 2027").count(), 2);
    let marked = |at: usize| learner.json("skill git-basics")["resources"][at]["read"].clone();
    assert_eq!((marked(0), marked(1)), (json!("2027-03-01"), json!("2027-03-01")));
    assert_eq!(learner.json("read git-basics"), learner.json("skill git-basics")["resources"]);
    let page = learner.ask("skill git-basics");
    assert_eq!(page.matches(" · read today").count(), 2, "{page}");
    learner.ask("read git-basics 1 --undo");
    assert_eq!(marked(0), Value::Null);
    assert_eq!(
        learner.progress()["skills"]["git-basics"]["read"],
        json!({ (&*second.address): "2027-03-01" })
    );
    for line in ["read git-basics 0", "read git-basics 99", "read git-basics https://example.org"] {
        let said = learner.fails(line, 2);
        assert!(said.starts_with("rungs: there is no resource of `git-basics` `"), "{said}");
    }
    learner.fails("read git-basics --undo", 2);
}
