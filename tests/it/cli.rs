//! The command line, as a script sees it.

use std::{
    fs,
    io::{self, Write as _},
    process::Command,
};

use serde_json::{Value, json};

use crate::stage::{Home, SHIPPED};

const ROUTE: &str = "apprenticeship-uk-l4";

/// A command that fails with that status and says that, and nothing else.
#[track_caller]
fn check_refusal(home: &Home, line: &str, status: i32, expected: &str) {
    assert_eq!(home.fails(line, status), expected, "{line}");
}

/// Whether a value has each of these fields, and of the kind named behind it.
#[track_caller]
fn check_shape(value: &Value, fields: &str) {
    for (field, expected) in fields.split(", ").filter_map(|it| it.split_once(' ')) {
        let found = match value.get(field) {
            None => "missing",
            Some(Value::Null) => "null",
            Some(Value::Bool(_)) => "bool",
            Some(Value::Number(_)) => "number",
            Some(Value::String(_)) => "text",
            Some(Value::Array(_)) => "list",
            Some(Value::Object(_)) => "object",
        };
        assert!(expected.split('|').any(|it| it == found), "{field} is {found} in {value:#}");
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

#[test]
fn the_lists_name_everything_by_its_id() {
    let learner = Home::new();
    let counts = [SHIPPED.roles().len(), SHIPPED.skills().len(), SHIPPED.routes().len()];
    for (line, count) in ["roles", "skills", "routes"].into_iter().zip(counts) {
        let (text, things) = (learner.ask(line), learner.json(line));
        assert_eq!(list(&things).len(), count, "{line}");
        for thing in list(&things) {
            let (id, name) = (thing["id"].as_str().unwrap(), thing["name"].as_str().unwrap());
            let is_named = |row: &str| row.split(' ').any(|it| it == id) && row.ends_with(name);
            assert_eq!(text.lines().filter(|row| is_named(row)).count(), 1, "{id} in {line}");
        }
    }
    assert!(!learner.file().exists(), "asking writes nothing");
}

#[test]
fn a_skill_in_json_says_what_it_needs_and_how_far_the_learner_is() {
    let learner = Home::new();
    for skill in list(&learner.json("skills")) {
        check_shape(skill, "id text, name text, area text, level text, state text, claimed bool");
        check_shape(
            skill,
            "prerequisites list, prerequisites_any list, estimate object, proofs list",
        );
        check_shape(&skill["estimate"], "low number, likely number, high number");
        for proof in list(&skill["proofs"]) {
            check_shape(proof, "id text, text text, done bool");
        }
        assert!(list(&skill["prerequisites"]).iter().all(Value::is_string));
        for group in list(&skill["prerequisites_any"]) {
            assert!(list(group).len() > 1 && list(group).iter().all(Value::is_string));
        }
    }
    let all = learner.json("skills");
    let framework = list(&all).iter().find(|it| !list(&it["prerequisites_any"]).is_empty());
    let id = framework.expect("a choice somewhere")["id"].as_str().unwrap();
    assert_eq!(Some(&learner.json(&format!("skill {id}"))), framework);
    let page = learner.ask(&format!("skill {id}"));
    assert!(page.contains("\nPROOFS\n") && page.contains("and one of these"), "{page}");
}

#[test]
fn a_role_in_json_says_what_it_calls_for() {
    let learner = Home::new();
    for role in list(&learner.json("roles")) {
        check_shape(role, "id text, name text, requirements list");
        assert!(!list(&role["requirements"]).is_empty());
        for it in list(&role["requirements"]) {
            check_shape(it, "importance text, skill text|missing, one_of list|missing");
            assert!(
                ["essential", "important", "helpful"].contains(&it["importance"].as_str().unwrap())
            );
            let choice = it["one_of"].as_array().map_or(0, Vec::len);
            assert!(it["skill"].is_string() != (choice > 1), "{it:#}");
        }
    }
    let role = learner.json("role back-end-developer");
    check_shape(&role, "requirements list, pay list, readiness object");
    let page = learner.ask("role back-end-developer");
    assert!(page.starts_with("Back-end developer\n") && page.lines().count() > 100, "{page}");
    assert!(page.lines().all(|line| line.chars().count() <= 72), "{page}");
}

#[test]
fn a_route_in_json_has_milestones_that_fall_due_once_it_is_followed() {
    let learner = Home::new();
    for route in list(&learner.json("routes")) {
        check_shape(route, "id text, region text, milestones list");
        for it in list(&route["milestones"]) {
            check_shape(it, "id text, title text, done bool, due null");
        }
    }
    let told = learner.ask(&format!("follow {ROUTE}"));
    assert!(told.starts_with("Followed from today"), "{told}");
    let told = learner.ask(&format!("milestone {ROUTE} m01"));
    assert_eq!(told, "Milestone reached, 1 of 12: Apprenticeship, level 4.\n");
    let told = learner.ask(&format!("milestone {ROUTE} m01"));
    assert!(told.starts_with("That is so already"), "{told}");

    let route = learner.json(&format!("route {ROUTE}"));
    assert_eq!(route["followed"], true);
    let milestones = &route["milestones"];
    assert_eq!(
        (&milestones[0]["done"], &milestones[0]["on"]),
        (&json!(true), &json!("2027-03-01"))
    );
    assert_eq!((&milestones[1]["done"], &milestones[1]["on"]), (&json!(false), &Value::Null));
    assert_eq!(milestones[0]["due"], "2027-03-01");
    assert_eq!(milestones[1]["due"], "2027-03-29");
    assert!(learner.ask(&format!("route {ROUTE}")).contains("Find vacancies · due 29 Mar"));
    assert_eq!(learner.json("status")["routes"], json!([ROUTE]));

    // What was reached on it stays when it is left.
    learner.ask(&format!("follow {ROUTE} --undo"));
    let route = learner.json(&format!("route {ROUTE}"));
    assert_eq!(
        (&route["followed"], &route["milestones"][0]["done"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(route["milestones"][1]["due"], Value::Null);
    let told = learner.ask(&format!("milestone {ROUTE} m01 --undo"));
    assert_eq!(told, "The milestone is open again, 0 of 12: Apprenticeship, level 4.\n");
}

#[test]
fn reaching_a_milestone_begins_to_follow_the_route_as_on_the_screen() {
    let learner = Home::new();
    learner.ask(&format!("milestone {ROUTE} m01"));
    assert_eq!(learner.json(&format!("route {ROUTE}"))["followed"], true);
}

#[test]
fn a_skill_is_proven_claimed_skipped_and_reset() {
    #[track_caller]
    fn check(learner: &Home, line: &str, told: &str, state: &str, claimed: bool) {
        let answer = learner.ask(line);
        assert!(answer.starts_with(told), "{line}: {answer}");
        let skill = learner.json("skill git-basics");
        let found = (&skill["state"], &skill["claimed"]);
        assert_eq!(found, (&json!(state), &json!(claimed)), "{line}");
    }
    let learner = Home::new();
    check(&learner, "prove git-basics p1", "Ticked, 1 of 3 proofs: Git", "learning", false);
    check(
        &learner,
        "prove git-basics p1",
        "That is so already: ticking a proof",
        "learning",
        false,
    );
    check(&learner, "prove git-basics p1 --undo", "Open again, 0 of 3", "to do", false);
    check(&learner, "claim git-basics", "Claimed, which", "done", true);
    check(&learner, "skip git-basics --undo", "That is so already", "done", true);
    check(&learner, "skip git-basics", "Skipped, so it leaves", "skipped", false);
    check(&learner, "claim git-basics --undo", "That is so already", "skipped", false);
    check(&learner, "skip git-basics --undo", "Taken up again", "to do", false);
    check(&learner, "claim git-basics", "Claimed, which", "done", true);
    check(&learner, "claim git-basics --undo", "Not claimed any more", "to do", false);
    check(&learner, "prove git-basics p1 p2", "Ticked, 1 of 3", "learning", false);
    check(&learner, "prove git-basics p3", "Proven: Git", "done", false);
    check(&learner, "reset git-basics", "As if nothing", "to do", false);
}

#[test]
fn the_status_tells_what_is_proven_from_what_is_claimed() {
    let learner = Home::new();
    let status = learner.json("status");
    assert_eq!((&status["goal"], &status["readiness"]), (&Value::Null, &Value::Null));
    assert!(learner.ask("status").starts_with("Goal       none yet"));

    let told = learner.ask("goal back-end-developer");
    assert!(told.starts_with("Your goal now: Back-end developer.\nGoal       Back-end"), "{told}");
    let readiness = || learner.json("status")["readiness"].clone();
    assert_eq!(readiness(), json!({ "percent": 0.0, "proven_percent": 0.0 }));
    learner.ask("claim sql-queries");
    let claimed = readiness();
    assert!(claimed["percent"].as_f64() > Some(0.0) && claimed["proven_percent"] == 0.0);
    for proof in ["p1", "p2", "p3"] {
        learner.ask(&format!("prove sql-queries {proof}"));
    }
    let proven = readiness();
    assert_eq!(
        (&proven["percent"], &proven["proven_percent"]),
        (&claimed["percent"], &claimed["percent"])
    );

    let status = learner.json("status");
    assert_eq!(status["goal"], "back-end-developer");
    assert_eq!(status["skills"]["proven"], 1);
    assert_eq!(status["skills"]["to_do"], SHIPPED.skills().len() - 1);
    learner.ask("goal data-engineer");
    assert_eq!(learner.json("status")["goal"], "data-engineer");
}

#[test]
fn a_goal_with_everything_claimed_is_reached_to_the_full() {
    let learner = Home::new();
    learner.ask("goal junior-back-end-developer");
    for it in list(&learner.json("role junior-back-end-developer")["requirements"]) {
        let id = it["skill"].as_str().or(it["one_of"][0].as_str()).unwrap();
        learner.ask(&format!("claim {id}"));
    }
    let readiness = &learner.json("status")["readiness"];
    assert_eq!(readiness, &json!({ "percent": 100.0, "proven_percent": 0.0 }));
}

#[test]
fn an_unknown_id_is_answered_with_the_nearest_one() {
    #[rustfmt::skip]
    let cases = [
        ("role back-end-develper", "role `back-end-develper`", "back-end-developer"),
        ("skill git-basic", "skill `git-basic`", "git-basics"),
        ("route aprenticeship-uk-l4", "route `aprenticeship-uk-l4`", ROUTE),
        ("goal data-enginer", "role `data-enginer`", "data-engineer"),
        ("prove git-basics p_1", "proof of `git-basics` `p_1`", "p1"),
        ("claim git-bascs", "skill `git-bascs`", "git-basics"),
        ("skip sql-query", "skill `sql-query`", "sql-queries"),
        ("reset http-basic", "skill `http-basic`", "http-basics"),
        ("follow degre-uk", "route `degre-uk`", "degree-uk"),
        ("milestone degree-u m01", "route `degree-u`", "degree-uk"),
    ];
    let learner = Home::new();
    for (line, what, nearest) in cases {
        let expected = format!("rungs: there is no {what}; did you mean `{nearest}`?\n");
        check_refusal(&learner, line, 2, &expected);
    }
    assert!(!learner.file().exists(), "nothing is written");
}

#[test]
fn wrong_use_is_told_with_status_2() {
    let learner = Home::new();
    for (line, expected) in [
        ("dance", "unrecognized subcommand 'dance'"),
        ("role", "required arguments were not provided"),
        ("roles --yaml", "unexpected argument '--yaml'"),
        ("prove git-basics", "<PROOF>..."),
        ("roles --today someday", "`someday` is no date; write 2027-12-20"),
        ("set region uk --undo", "cannot be used with"),
        ("set hours 8h --undo", "cannot be used with"),
        ("set start today --undo", "cannot be used with"),
    ] {
        let output = learner.run(line);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}: {said}");
        assert!(said.starts_with("rungs: ") && said.contains(expected), "{line}: {said}");
    }
}

#[test]
fn a_thing_is_found_by_its_name_and_by_other_names_as_well() {
    let home = Home::new();
    for (line, id) in [
        ("role SRE", "devops-sre-engineer"),
        ("role Back-end developer", "back-end-developer"),
        ("role web developer", "back-end-web-developer"),
        ("skill docker", "containers"),
        ("skill kafka", "message-queues"),
    ] {
        let (command, name) = line.split_once(' ').unwrap();
        let output = home.command(command).arg(name).arg("--json").output().unwrap();
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(answer["id"], id, "{line}");
    }
    assert!(home.ask("search docker").starts_with("skill  containers"));
}

#[test]
fn without_a_goal_there_is_no_plan() {
    let home = Home::new();
    for line in ["plan", "next", "plan --json", "plan --by 2027-06-01"] {
        assert!(home.fails(line, 1).contains("no goal yet; choose one with"), "{line}");
    }
}

#[test]
fn what_a_command_has_changed_is_told_in_json_as_well() {
    let home = Home::new();
    let changed = home.json("claim docker kafka");
    check_shape(&changed, "did text, changed bool, told text");
    assert_eq!((&changed["did"], &changed["changed"]), (&json!("claiming 2 skills"), &json!(true)));
    assert_eq!(home.json("claim docker")["changed"], false);
    assert_eq!(home.json("undo")["did"], "claiming 2 skills");
    for line in ["goal back-end-developer", "set hours 8h", "log docker 45", "backups", "set"] {
        home.json(line);
    }
}

#[test]
fn progress_is_exported_and_imported() {
    let (one, other) = (Home::new(), Home::new());
    one.ask("claim docker");
    other.ask("claim kafka");
    let out = one.folder().join("out.json");
    one.ask(&format!("export {}", out.display()));
    assert_eq!(one.ask("export"), fs::read_to_string(&out).unwrap());
    assert!(one.fails(&format!("export {}", out.display()), 1).contains("cannot write"));
    other.ask(&format!("import {}", out.display()));
    let skills = &other.progress()["skills"];
    assert!(skills["containers"].is_object() && skills["message-queues"].is_object());
}

#[test]
fn the_doctor_says_what_is_wrong_and_what_to_do() {
    let home = Home::new();
    assert!(home.ask("doctor").ends_with("All is in order.\n"));
    home.ask("claim docker");
    home.ask("claim kafka");
    assert!(home.ask("doctor").contains("backups    1, 1 good"));
    fs::remove_file(home.file()).unwrap();
    assert!(home.fails("doctor", 1).contains("one comes back with: rungs --data"));
}

#[test]
fn shells_are_told_of_every_command_and_id() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(home.ask(&format!("completions {shell}")).contains("RUNGS_COMPLETE"), "{shell}");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_rungs"))
        .env("RUNGS_COMPLETE", "fish")
        .args(["--", "rungs", "claim", "git-b"])
        .output()
        .unwrap();
    let offered = String::from_utf8(output.stdout).unwrap();
    assert!(offered.contains("git-basics") && offered.contains("git-branching"), "{offered}");
    let page = home.ask("man");
    for command in rungs::cli::command().get_subcommands().filter(|it| !it.is_hide_set()) {
        assert!(
            page.contains(&format!("rungs\\-{}", command.get_name()))
                || page.contains(command.get_name())
        );
    }
}

#[test]
fn what_is_typed_cannot_speak_to_the_terminal() {
    let learner = Home::new();
    let expected = "rungs: there is no skill `[31mgit-bascs`; see: rungs skills\n";
    check_refusal(&learner, "skill \u{1b}[31mgit-bascs\u{202e}", 2, expected);
}

#[test]
fn help_and_version_are_answers() {
    let learner = Home::new();
    let help = learner.ask("--help");
    for word in ["roles", "skills", "routes", "status", "goal", "prove", "claim", "--data <FILE>"] {
        assert!(help.contains(word), "{word} in {help}");
    }
    assert_eq!(learner.ask("--version"), format!("rungs {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_data_file_may_be_named_before_or_behind_the_command() {
    let learner = Home::new();
    learner.ask("goal data-engineer");
    let mut command = Command::new(env!("CARGO_BIN_EXE_rungs"));
    command.args(["status", "--json", "--data"]).arg(learner.file());
    let status: Value = serde_json::from_slice(&command.output().unwrap().stdout).unwrap();
    assert_eq!(status["goal"], "data-engineer");
}

#[test]
#[cfg(target_os = "linux")]
fn without_a_name_the_data_file_is_where_the_system_wants_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_rungs"));
    command.env("XDG_DATA_HOME", folder.path()).args(["claim", "git-basics"]);
    assert!(command.output().unwrap().status.success());
    let text = fs::read_to_string(folder.path().join("rungs/progress.json")).unwrap();
    assert!(text.contains("\"git-basics\""), "{text}");
}

#[test]
fn a_reader_that_has_had_enough_is_no_failure() {
    let learner = Home::new();
    for line in
        ["skills --json", "roles", "role back-end-developer", "goal data-engineer", "--help"]
    {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let output = learner.command(line).stdout(writer).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{line}: {output:?}");
    }
    assert_eq!(learner.json("status")["goal"], "data-engineer", "it was done all the same");
}

#[test]
#[cfg(target_os = "linux")]
fn an_answer_that_cannot_be_written_is_a_failure() {
    let learner = Home::new();
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let output = learner.command("skills --json").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("No space left"), "{output:?}");
}

#[test]
fn without_a_terminal_the_program_says_what_there_is_for_scripts() {
    let expected = "rungs: this is no terminal to paint on; for scripts there is `rungs status --json` and more, see `rungs --help`\n";
    check_refusal(&Home::new(), "", 2, expected);
}

#[test]
fn a_damaged_file_is_named_and_left_alone_by_every_command() {
    let learner = Home::new();
    let damaged = "{ \"version\": 1, \"goal\": oops }";
    fs::create_dir_all(learner.file().parent().unwrap()).unwrap();
    fs::File::create(learner.file()).unwrap().write_all(damaged.as_bytes()).unwrap();
    for line in ["status", "skills --json", "claim git-basics", ""] {
        let output = learner.run(line);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{line}: {said}");
        for expected in ["progress.json cannot be understood", "line 1 column 25", "a copy is in"] {
            assert!(said.contains(expected), "{line}: {said}");
        }
        assert_eq!(fs::read_to_string(learner.file()).unwrap(), damaged);
    }
    assert_eq!(
        fs::read_dir(learner.file().parent().unwrap()).unwrap().count(),
        2,
        "one copy is enough"
    );
}
