//! The README tells the truth about the keys and the commands.
//! `BLESS=1 cargo test` writes its tables anew.

use std::{
    fs,
    path::Path,
    sync::{Mutex, PoisonError},
};

use clap::Command;

use crate::stage::keep_to;

/// One table at a time, or what one test writes the other would write over.
static README: Mutex<()> = Mutex::new(());

/// Holds what stands between two marks to what the program says.
#[track_caller]
fn check(mark: &str, wanted: &str) {
    let _turn = README.lock().unwrap_or_else(PoisonError::into_inner);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(&path).unwrap();
    let (begin, end) = (format!("<!-- {mark} -->\n"), format!("<!-- /{mark} -->"));
    let (before, rest) = text.split_once(&begin).unwrap();
    let (_, after) = rest.split_once(&end).unwrap();
    keep_to(&path, &format!("{before}{begin}{wanted}{end}{after}"));
}

#[test]
fn the_key_table_is_the_one_in_the_program() {
    check("keys", &rungs::keys::Keymap::standard().markdown());
}

#[test]
fn the_list_of_commands_is_the_one_in_the_program() {
    let mut program = rungs::cli::command();
    program.build();
    let mut table = "| Command | What it does |\n| --- | --- |\n".to_owned();
    for command in shown(&program) {
        add(&mut table, command);
        shown(command).for_each(|it| add(&mut table, it));
    }
    check("commands", &table);
}

fn shown(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|it| !it.is_hide_set())
}

fn add(table: &mut String, command: &Command) {
    let mut line = command.get_bin_name().unwrap().to_owned();
    for argument in command.get_arguments().filter(|it| !it.is_hide_set() && !it.is_global_set()) {
        let name = argument.to_string();
        if !["--help", "--version"].contains(&&*name) {
            line.push(' ');
            let is_plain = argument.is_required_set() || name.starts_with('[');
            line.extend(if is_plain { ["", &*name, ""] } else { ["[", &*name, "]"] });
        }
    }
    let about = command.get_about().unwrap().to_string();
    table.extend(["| `", &line, "` | ", &about, " |\n"]);
}
