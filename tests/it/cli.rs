//! The command line, as a script sees it.

use std::{
    fs,
    io::{self, Write as _},
    process::Command,
};

use rungs::catalog::{Point, Project, Rung};
use serde_json::{Value, json};

use crate::stage::{Home, SHIPPED, told};

mod config;
mod projects;
mod writing;

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
    for (line, count) in [
        ("roles", SHIPPED.roles().len()),
        ("skills", SHIPPED.skills().len()),
        ("routes", SHIPPED.routes().len()),
        ("projects", SHIPPED.projects().len()),
    ] {
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
fn terms_are_explained_all_or_those_that_are_asked_for() {
    let learner = Home::new();
    assert_eq!(list(&learner.json("terms")).len(), SHIPPED.terms().len());
    let asked = learner.json("terms foreign key");
    let first = &list(&asked)[0];
    check_shape(first, "term text, meaning text, skill text");
    assert_eq!(first["term"].as_str().unwrap().to_lowercase(), "foreign key");
    assert!(learner.ask("terms foreign key").to_lowercase().starts_with("foreign key"));
    let expected = "rungs: no term is about `woad`; see: rungs terms\n";
    check_refusal(&learner, "terms woad", 1, expected);
}

#[test]
fn a_skill_in_json_says_what_it_needs_and_how_far_the_learner_is() {
    let learner = Home::new();
    for skill in list(&learner.json("skills")) {
        check_shape(skill, "id text, name text, area text, level text, state text, claimed bool");
        check_shape(skill, "aim text, reached null, rungs list, opens list");
        let rungs = list(&skill["rungs"]);
        let words: Vec<&Value> = rungs.iter().map(|it| &it["rung"]).collect();
        let all: Vec<Value> = Rung::ALL.iter().map(|it| json!(it.word())).collect();
        assert!(!words.is_empty() && words.iter().zip(&all).all(|(a, b)| **a == *b), "{words:?}");
        for rung in rungs {
            check_shape(rung, "rhythm text, state text, claimed bool, needs list, proofs list");
            check_shape(rung, "estimate object|null");
            assert_eq!(rung["estimate"].is_null(), rung["rhythm"] == "job", "{rung:#}");
            if rung["estimate"].is_object() {
                check_shape(&rung["estimate"], "low number, likely number, high number");
            }
            for proof in list(&rung["proofs"]) {
                check_shape(proof, "id text, text text, done bool, on null");
            }
            for group in list(&rung["needs"]) {
                let is_rung = |it: &Value| SHIPPED.find_climb(it.as_str().unwrap()).is_some();
                assert!(!list(group).is_empty() && list(group).iter().all(is_rung), "{group}");
            }
        }
    }
    let all = learner.json("skills");
    let is_choice = |it: &Value| list(&it["needs"]).iter().any(|it| list(it).len() > 1);
    let framework = list(&all).iter().find(|it| list(&it["rungs"]).iter().any(is_choice));
    let id = framework.expect("a choice somewhere")["id"].as_str().unwrap();
    assert_eq!(Some(&learner.json(&format!("skill {id}"))), framework);
}

#[test]
fn a_role_in_json_says_what_it_calls_for() {
    let learner = Home::new();
    for role in list(&learner.json("roles")) {
        check_shape(role, "id text, name text, requirements list, path list");
        check_shape(role, "experience object|null");
        if role["experience"].is_object() {
            check_shape(&role["experience"], "months number, role text, basis text");
        }
        let is_project = |it: &Value| SHIPPED.find_project(it.as_str().unwrap()).is_some();
        assert!(list(&role["path"]).iter().all(is_project), "{}", role["path"]);
        assert!(!list(&role["requirements"]).is_empty());
        for it in list(&role["requirements"]) {
            check_shape(it, "importance text, rung text, skill text|missing, one_of list|missing");
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
    let proofs = proofs_to("git-basics", Rung::Working);
    let (first, count) = (proofs[0], proofs_to("git-basics", Rung::Awareness).len());
    let tick = format!("prove git-basics {first}");
    check(&learner, &tick, &format!("Ticked, 1 of {count} proofs: Git"), "learning", false);
    check(&learner, &tick, "That is so already: ticking a proof", "learning", false);
    let back = format!("prove git-basics {first} --undo");
    check(&learner, &back, &format!("Open again, 0 of {count}"), "to do", false);
    check(&learner, "claim git-basics", "Claimed up to working, which", "done", true);
    check(&learner, "skip git-basics --undo", "That is so already", "done", true);
    check(&learner, "skip git-basics", "Skipped, so it leaves", "skipped", false);
    check(&learner, "claim git-basics --undo", "That is so already", "skipped", false);
    check(&learner, "skip git-basics --undo", "Taken up again", "to do", false);
    check(
        &learner,
        "done git-basics --rung awareness",
        "Claimed up to awareness",
        "learning",
        false,
    );
    check(&learner, "done git-basics --rung working", "Claimed up to working", "done", true);
    check(&learner, "claim git-basics --undo", "Not claimed any more", "to do", false);
    let (last, others) = proofs.split_last().unwrap();
    learner.ask(&format!("prove git-basics {}", others.join(" ")));
    check(
        &learner,
        &format!("prove git-basics {last}"),
        "Proven up to working: Git",
        "done",
        false,
    );
    check(&learner, "reset git-basics", "As if nothing", "to do", false);
}

/// The ids of all proofs of a skill up to a rung.
fn proofs_to(id: &str, rung: Rung) -> Vec<&'static str> {
    let skill = SHIPPED.find_skill(id).unwrap();
    let climbs = SHIPPED.climbs_to(skill, rung);
    let proofs = climbs.flat_map(|it| &SHIPPED.climb(it).proofs);
    proofs.map(|it| &*SHIPPED.skill(skill).proof(*it).unwrap().id).collect()
}

#[test]
fn a_rung_is_claimed_by_its_name() {
    let learner = Home::new();
    let kept = |id: &str| learner.progress()["skills"][id]["claims"].clone();
    let told = learner.ask("done sql-queries git-basics --rung practitioner");
    assert_eq!(told.lines().filter(|it| it.starts_with("Claimed up to practitioner")).count(), 2);
    assert_eq!(kept("sql-queries"), json!({ "practitioner": "2027-03-01" }));
    let skill = learner.json("skill sql-queries");
    assert_eq!((&skill["reached"], &skill["aim"]), (&json!("practitioner"), &json!("working")));
    let states: Vec<&Value> = list(&skill["rungs"]).iter().map(|it| &it["state"]).collect();
    assert_eq!(states[..3], [&json!("done"); 3], "and all below it");

    // Less is known already, and says nothing new.
    let told = learner.ask("claim sql-queries --rung Working");
    assert!(told.starts_with("That is so already"), "{told}");
    assert_eq!(kept("sql-queries"), json!({ "practitioner": "2027-03-01" }));
    learner.ask("claim redis --rung awareness");
    let redis = learner.json("skill redis");
    assert_eq!((&redis["reached"], &redis["state"]), (&json!("awareness"), &json!("learning")));

    for line in ["claim redis --rung wrking", "done redis --rung WRKING"] {
        assert!(learner.fails(line, 2).ends_with("; did you mean `working`?\n"), "{line}");
    }
    let expected =
        "rungs: there is no rung `guru`; there are: awareness, working, practitioner, expert\n";
    check_refusal(&learner, "claim redis --rung guru", 2, expected);
    learner.refuses("claim redis --rung working --undo", "cannot be used with");
}

/// A rung that is not there is not taken for the highest that is.
#[test]
fn a_rung_above_the_highest_of_a_skill_is_refused() {
    let learner = Home::new();
    let is_low = |id: &rungs::catalog::SkillId| SHIPPED.top(*id) < Rung::Expert;
    let (id, _) = SHIPPED.skills().find(|(id, _)| is_low(id)).unwrap();
    let (name, top) = (&SHIPPED.skill(id).id, SHIPPED.top(id).word());
    learner.ask("goal junior-back-end-developer");
    for line in [format!("claim {name} --rung expert"), format!("pin {name}/expert")] {
        let expected = format!("there is no rung of `{name}` `expert`; there are: awareness");
        learner.refuses(&line, &expected);
        learner.refuses(&line, top);
    }
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
    learner.ask("prove sql-queries p1 p2 p3");
    let partly = readiness();
    assert_eq!(partly["percent"], claimed["percent"], "a claim stands until all is proven");
    let aim = learner.json("skill sql-queries")["aim"].as_str().and_then(Rung::find).unwrap();
    learner.ask(&format!("prove sql-queries {}", proofs_to("sql-queries", aim).join(" ")));
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
        learner.ask(&format!("claim {id} --rung {}", it["rung"].as_str().unwrap()));
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
        ("claim git-basics --rung practioner", "rung `practioner`", "practitioner"),
        ("pin sql-querys/working", "skill `sql-querys`", "sql-queries"),
        ("pin sql-queries/workin", "rung `workin`", "working"),
        ("path data-enginer", "role `data-enginer`", "data-engineer"),
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
        ("set experience", "<TIME>..."),
        ("set experience 2y --undo", "cannot be used with"),
        ("set experience soon", "`soon` is no time worked; write 2y, 18m or 1y6m"),
        ("set experience 3", "`3` is no time worked; write 2y, 18m or 1y6m"),
        ("set experience 200y", "200 years is more than a working life has"),
        ("build", "<PROJECT>"),
        ("build bookmarks", "<POINT>..."),
        ("build bookmarks x --prove --undo", "cannot be used with"),
        ("project", "required arguments were not provided"),
        ("pin sql-queries --place 0", "`0` is no whole number from 1; write 5"),
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
    assert!(home.ask("search docker").starts_with("skill     containers"));
    let found = home.json("search rebase");
    let is_term = |it: &&Value| it["kind"] == "term" && it["name"] == "rebase";
    let term = found.as_array().unwrap().iter().find(is_term).expect("the term is found");
    assert!(term["place"].as_str().is_some_and(|it| it.starts_with("of Git: ")), "{found}");
    assert!(home.fails("search pyhton", 1).contains("did you mean: Python"));
}

#[test]
fn without_a_goal_there_is_no_plan() {
    let home = Home::new();
    for line in ["plan", "next", "plan --json", "plan --by 2027-06-01"] {
        assert!(home.fails(line, 1).contains("no goal yet; choose one with"), "{line}");
    }
    for line in ["path", "path --json"] {
        assert!(
            home.fails(line, 1).contains("no goal yet; name a role: rungs path ROLE"),
            "{line}"
        );
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
    for line in [
        "goal back-end-developer",
        "set hours 8h",
        "set experience 2y",
        "log docker 45",
        "pin sql-queries",
        "backups",
        "set",
    ] {
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
fn the_doctor_finds_that_nothing_can_be_written_and_what_was_put_aside_in_order() {
    let home = Home::new();
    home.ask("claim docker");
    home.ask("claim kafka");
    fs::write(home.file(), "[1,2]").unwrap();
    let told = home.fails("status", 1);
    assert!(told.contains("it is a list, and progress is an object with a `version`"), "{told}");
    home.ask("restore");
    let told = home.ask("doctor");
    assert!(told.contains("before-restore-1 is what a backup took the place of"), "{told}");
    assert!(told.ends_with("All is in order.\n"), "{told}");
    let out = home.folder().join("out.json");
    home.ask(&format!("export {}", out.display()));
    let told = home.fails(&format!("export {}", out.display()), 1);
    assert!(
        told.ends_with("there is such a file already, and nothing is written over; name another\n")
    );
    let backups = home.file().with_file_name("backups");
    fs::remove_dir_all(&backups).unwrap();
    fs::write(&backups, "").unwrap();
    let told = home.fails("doctor", 1);
    let expected =
        format!("cannot write {}: a file is where a folder should be", backups.display());
    assert!(told.contains(&expected), "{told}");
}

#[test]
fn shells_are_told_of_every_command_and_id() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(home.ask(&format!("completions {shell}")).contains("RUNGS_COMPLETE"), "{shell}");
    }
    let (_, project) = SHIPPED.projects().next().unwrap();
    let point = &*project.points[0].id;
    for (line, expected) in [
        (vec!["claim", "git-b"], vec!["git-basics", "git-branching"]),
        (vec!["project", &project.id[..3]], vec![&*project.id]),
        (vec!["build", &project.id[..3]], vec![&*project.id]),
        (vec!["build", &project.id, &point[..1]], vec![point]),
        (vec!["claim", "redis", "--rung", ""], vec!["awareness", "working", "expert"]),
        (vec!["path", "back-end-d"], vec!["back-end-developer"]),
        (vec!["set", "exp"], vec!["experience"]),
        (vec!["p"], vec!["path", "project", "projects", "prove"]),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rungs"));
        command.env("RUNGS_COMPLETE", "fish").args(["--", "rungs"]).args(&line);
        let offered = String::from_utf8(command.output().unwrap().stdout).unwrap();
        let ids: Vec<&str> = offered.lines().filter_map(|it| it.split('\t').next()).collect();
        assert!(expected.iter().all(|it| ids.contains(it)), "{line:?}: {offered}");
    }
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
    let words = "roles skills routes projects path status goal prove build claim";
    for word in words.split(' ').chain(["--data <FILE>"]) {
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
    let expected = "rungs: this is no terminal to paint on; `rungs --plain` works in lines, and for scripts there is `rungs status --json` and more, see `rungs --help`\n";
    let output = Home::new().command("").env("TERM", "xterm").output().unwrap();
    assert_eq!((output.status.code(), told(&output)), (Some(2), expected.to_owned()));
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

#[test]
fn numbers_are_refused_in_words_of_our_own_with_what_is_allowed() {
    let home = Home::on("2027-03-01");
    for line in ["set reviews 12%", "set reviews 12", "set reviews 12 %"] {
        assert!(home.rungs(line).contains("12 %"), "{line}");
        home.rungs("set reviews --undo");
    }
    for line in ["set reviews -- -3", "set reviews -3", "set reviews 5.5", "set reviews 80"] {
        home.refuses(line, "write whole percent from 0 to 50, for instance 10 or 10%");
    }
    for line in
        ["next -1", "next 0", "next -- -1", "pin git-basics --place 0", "pin git-basics --place -1"]
    {
        home.refuses(line, "is no whole number from 1; write 5, for instance");
    }
}

#[test]
fn what_is_set_is_answered_in_json_with_all_that_can_be_set() {
    let home = Home::on("2027-03-01");
    let before = home.json("set");
    assert_eq!((&before["goal"], &before["start"]), (&Value::Null, &Value::Null));
    assert_eq!(
        (&before["hours_are_assumed"], &before["review_percent"]),
        (&true.into(), &10.into())
    );
    let said = "goal back-end-developer; set region uk; set hours mon=1,sat=4; set start 2027-04-01; set break 2027-05-01..2027-05-09; set pick postgresql; set depth essential; \
                set experience 18m; set dates hidden; set looks hidden; set reviews 5; pin git-basics --place 1; plan --keep";
    for line in said.split("; ") {
        home.rungs(line);
    }
    let after = home.json("set");
    let ends = &after["kept_plan_ends"];
    assert!(ends.as_str().is_some_and(|it| *it > *"2027-05-09"), "{after:#}");
    assert_eq!(after["pins"][0]["behind"], Value::Null);
    assert!(after["pins"][0]["rung"].as_str().unwrap().starts_with("git-basics/"));
    assert_eq!(
        after,
        json!({
            "goal": "back-end-developer",
            "depth": "essential",
            "region": "uk",
            "week": { "mon": 1.0, "sat": 4.0 },
            "hours_are_assumed": false,
            "start": "2027-04-01",
            "breaks": [{ "from": "2027-05-01", "to": "2027-05-09" }],
            "picks": ["postgresql"],
            "pins": after["pins"],
            "experience_months": 18,
            "kept_plan_ends": ends,
            "shows_dates": false,
            "shows_looks": false,
            "review_percent": 5,
        })
    );
}

#[test]
fn each_setting_is_explained_by_its_own_words() {
    let home = Home::new();
    let [dates, looks] = ["dates", "looks"].map(|it| home.rungs(&format!("set {it} --help")));
    assert!(dates.contains("Order, hours and dates"), "{dates}");
    assert!(looks.contains("the week before") && !looks.contains("Order"), "{looks}");
    home.rungs("set looks off");
    assert!(home.rungs("set").contains("Looks   hidden"));
}

#[test]
fn days_out_of_reach_are_to_blame_themselves() {
    let home = Home::on("2027-03-01");
    home.refuses("log git-basics 5m --on 1000-01-01", "1 Jan 1000 is more than a century ago");
    home.refuses("set start 9999-12-31", "31 Dec 9999 is more than a century ahead");
    home.refuses("set break 2027-05-01..9999-12-31", "31 Dec 9999 is more than a century ahead");
    home.rungs("log git-basics 24h");
    let expected = "a day has 24 h, and on 1 Mar 2027 24 h are logged already";
    home.refuses("log css-basics 24h", expected);
}
