//! The config file: shown, checked, begun, and never in the way.

use std::fs;

use serde_json::json;

use crate::stage::{Home, told};

/// A learner with that text for a config.
fn with(text: &str) -> Home {
    let learner = Home::new();
    fs::create_dir_all(learner.config().parent().unwrap()).unwrap();
    fs::write(learner.config(), text).unwrap();
    learner
}

#[test]
fn where_the_config_is_and_what_holds_is_shown() {
    let learner = Home::new();
    let shown = learner.ask("config");
    let place = learner.config().display().to_string();
    for words in [&*place, "not there", "theme    terminal", "mouse    true", "signs    auto"] {
        assert!(shown.contains(words), "{words} in {shown}");
    }
    let learner = with("theme = 'dark'\nmotion = false\n[keys.plan]\nzoom = ['Z']\n");
    let shown = learner.ask("config");
    for words in ["theme    dark", "motion   false", "key      plan.zoom: Z"] {
        assert!(shown.contains(words), "{words} in {shown}");
    }
    let said = learner.json("config");
    assert_eq!((&said["theme"], &said["motion"]), (&json!("dark"), &json!(false)));
    assert_eq!(said["keys"], json!([{ "scope": "plan", "name": "zoom", "keys": ["Z"] }]));
    assert_eq!((&said["exists"], &said["wrong"]), (&json!(true), &json!([])));
}

#[test]
fn a_config_is_begun_where_there_is_none_and_left_alone_where_there_is() {
    let learner = Home::new();
    assert!(learner.ask("config --check").contains("as it is by default"));
    learner.ask("config --init");
    assert!(learner.ask("config --check").ends_with("is in order.\n"));
    fs::write(learner.config(), "theme = 'light'\n").unwrap();
    learner.refuses("config --init", "is there already");
    assert_eq!(fs::read_to_string(learner.config()).unwrap(), "theme = 'light'\n");
}

#[test]
fn what_is_wrong_with_a_config_is_told_with_file_and_line() {
    let learner = with("theme = 'drak'\nmuose = true\n\n[keys.plan]\nzoom = ['+']\n");
    let said = learner.fails("config --check", 1);
    let place = learner.config().display().to_string();
    for words in [
        ":1: there is no `theme` called `drak`; did you mean `dark`?",
        ":2: there is no setting `muose`; did you mean `mouse`?",
        ":5: `+` would be both `more-hours` (plan) and `zoom` (plan)",
    ] {
        assert!(said.contains(&format!("{place}{words}")), "{words} in {said}");
    }
    assert_eq!(learner.json("config")["wrong"].as_array().unwrap().len(), 3);
    assert!(learner.ask("config").contains("wrong    "));
}

#[test]
fn no_config_keeps_a_command_from_its_work() {
    let learner = with("theme = \nthis is no config \u{1b}[31m");
    learner.ask("claim git-basics");
    let said = learner.fails("config --check", 1);
    assert!(said.contains(": this is no TOML") && !said.contains('\u{1b}'), "{said}");
    fs::write(learner.config(), [0xff, 0xfe]).unwrap();
    learner.ask("status");
    assert!(learner.fails("config --check", 1).contains("cannot read"));
}

#[test]
fn another_config_may_be_named() {
    let learner = with("theme = 'dark'\n");
    let other = learner.folder().join("other.toml");
    fs::write(&other, "theme = 'light'\nsigns = 'ascii'\n").unwrap();
    let named = format!("--config {}", other.display());
    assert_eq!(learner.json(&format!("config {named}"))["theme"], "light");
    assert!(learner.ask("skills").contains('○'));
    assert!(learner.ask(&format!("skills {named}")).contains("[ ]"), "signs hold for answers too");
}

#[test]
#[cfg(target_os = "linux")]
fn without_a_name_the_config_is_where_the_system_wants_it() {
    let learner = Home::new();
    let mut command = learner.command("config --init");
    command.env_remove("RUNGS_CONFIG").env("XDG_CONFIG_HOME", learner.folder());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", told(&output));
    let text = fs::read_to_string(learner.folder().join("rungs/config.toml")).unwrap();
    assert_eq!(text, rungs::config::DEFAULT);
}
