//! What shells need to complete commands and ids, and the manual page: both from
//! the one description of the command line.

use std::{ffi::OsStr, io};

use clap::{CommandFactory as _, ValueEnum};
use clap_complete::{
    CompletionCandidate,
    env::{CompleteEnv, Shells},
};

use super::{Failure, line::Line};
use crate::catalog::{Catalog, Text};

/// The name of the variable by which a shell asks for completions.
const VARIABLE: &str = "RUNGS_COMPLETE";

/// The shells that can complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Shell {
    Bash,
    Zsh,
    Fish,
    Elvish,
    #[value(name = "powershell")]
    Power,
}

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

pub(super) fn roles(current: &OsStr) -> Vec<CompletionCandidate> {
    candidates(current, |it| named(it.roles().map(|(_, role)| (&role.id, &role.name))))
}

pub(super) fn skills(current: &OsStr) -> Vec<CompletionCandidate> {
    candidates(current, |it| named(it.skills().map(|(_, skill)| (&skill.id, &skill.name))))
}

pub(super) fn routes(current: &OsStr) -> Vec<CompletionCandidate> {
    candidates(current, |it| named(it.routes().map(|(_, route)| (&route.id, &route.name))))
}

pub(super) fn regions(current: &OsStr) -> Vec<CompletionCandidate> {
    candidates(current, |it| named(it.regions().map(|(_, region)| (&region.id, &region.name))))
}

pub(super) fn proofs(current: &OsStr) -> Vec<CompletionCandidate> {
    candidates(current, |it| {
        let all = it.skills().flat_map(|(_, skill)| &skill.proofs).map(|it| it.id.to_string());
        let distinct: std::collections::BTreeSet<String> = all.collect();
        distinct.into_iter().map(|id| (id, String::new())).collect()
    })
}

pub(super) fn milestones(current: &OsStr) -> Vec<CompletionCandidate> {
    candidates(current, |it| {
        let all = it.routes().flat_map(|(_, route)| &route.milestones).map(|it| it.id.to_string());
        let distinct: std::collections::BTreeSet<String> = all.collect();
        distinct.into_iter().map(|id| (id, String::new())).collect()
    })
}

/// Ids and what each stands for.
type Named = Vec<(String, String)>;

fn named<'a>(things: impl Iterator<Item = (&'a Text, &'a Text)>) -> Named {
    things.map(|(id, name)| (id.to_string(), name.to_string())).collect()
}

fn candidates(current: &OsStr, ids: impl Fn(&Catalog) -> Named) -> Vec<CompletionCandidate> {
    let (Some(typed), Ok(catalog)) = (current.to_str(), Catalog::embedded()) else {
        return Vec::new();
    };
    let meant = ids(&catalog).into_iter().filter(|(id, _)| id.starts_with(typed));
    meant
        .map(|(id, name)| {
            let help = (!name.is_empty()).then(|| name.into());
            CompletionCandidate::new(id).help(help)
        })
        .collect()
}
