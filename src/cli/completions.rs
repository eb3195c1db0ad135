//! What shells need to complete a command, and the manual page: both from the
//! one description of the command line.

use std::io;

use clap::CommandFactory as _;
use clap_complete::env::{CompleteEnv, Shells};

use super::{
    Failure,
    line::{Line, Shell},
};

/// The name of the variable by which a shell asks for completions.
const VARIABLE: &str = "RUNGS_COMPLETE";

/// Answers a shell that asks for completions; nothing happens where none does.
pub(super) fn answer_shell() {
    CompleteEnv::with_factory(Line::command).var(VARIABLE).complete();
}

/// What a shell has to read once to complete from then on.
pub(super) fn registration(shell: Shell) -> Result<String, Failure> {
    let name = match shell {
        Shell::Bash => "bash",
        Shell::Zsh => "zsh",
        Shell::Fish => "fish",
        Shell::Elvish => "elvish",
        Shell::Power => "powershell",
    };
    let shells = Shells::builtins();
    let completer = shells
        .completer(name)
        .ok_or_else(|| Failure::Failed(format!("nothing is known of how {name} completes")))?;
    let mut script = Vec::new();
    completer.write_registration(VARIABLE, "rungs", "rungs", "rungs", &mut script)?;
    Ok(String::from_utf8_lossy(&script).into_owned())
}

/// The manual page, as `man` reads it.
pub(super) fn manual() -> Result<String, io::Error> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Line::command()).render(&mut page)?;
    for command in Line::command().get_subcommands().filter(|it| !it.is_hide_set()) {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        let named = command.clone().bin_name(format!("rungs {}", command.get_name()));
        let man = clap_mangen::Man::new(named);
        page.extend(
            format!(".SH \"RUNGS {}\"\n{about}\n.br\n", command.get_name().to_uppercase()).bytes(),
        );
        man.render_synopsis_section(&mut page)?;
        man.render_options_section(&mut page)?;
    }
    Ok(String::from_utf8_lossy(&page).into_owned())
}
