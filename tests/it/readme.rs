//! The README tells the truth about the keys and the commands.

use std::{fs, path::Path};

use crate::stage::keep_to;

/// `BLESS=1 cargo test` writes the table anew.
#[test]
fn the_key_table_is_the_one_in_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once("<!-- keys -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- /keys -->").unwrap();
    let wanted = rungs::keys::markdown();
    keep_to(&path, &format!("{before}<!-- keys -->\n{wanted}<!-- /keys -->{after}"));
}

#[test]
fn every_command_is_in_the_readme() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(&path).unwrap();
    let (_, commands) = text.split_once("## The command line").unwrap();
    let words: Vec<&str> = commands.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
    for command in rungs::cli::command().get_subcommands().filter(|it| !it.is_hide_set()) {
        assert!(words.contains(&command.get_name()), "rungs {}", command.get_name());
        for setting in command.get_subcommands() {
            assert!(words.contains(&setting.get_name()), "rungs set {}", setting.get_name());
        }
    }
}
