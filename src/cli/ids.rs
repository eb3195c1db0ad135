//! The ids that a shell can complete.

use std::{collections::BTreeSet, ffi::OsStr};

use clap_complete::CompletionCandidate;

use crate::catalog::{Catalog, Rung, Text};

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

pub(super) fn projects(current: &OsStr) -> Vec<CompletionCandidate> {
    candidates(current, |it| named(it.projects().map(|(_, project)| (&project.id, &project.name))))
}

pub(super) fn points(current: &OsStr) -> Vec<CompletionCandidate> {
    candidates(current, |it| {
        let all = it.projects().flat_map(|(_, project)| &project.points);
        let distinct: BTreeSet<String> = all.map(|it| it.id.to_string()).collect();
        distinct.into_iter().map(|id| (id, String::new())).collect()
    })
}

/// What there can be a note on.
pub(super) fn things(current: &OsStr) -> Vec<CompletionCandidate> {
    [roles, skills, projects, routes].iter().flat_map(|it| it(current)).collect()
}

/// What time can be spent on.
pub(super) fn tasks(current: &OsStr) -> Vec<CompletionCandidate> {
    [skills, projects].iter().flat_map(|it| it(current)).collect()
}

/// What can be ticked.
pub(super) fn parts(current: &OsStr) -> Vec<CompletionCandidate> {
    [proofs, points].iter().flat_map(|it| it(current)).collect()
}

pub(super) fn rungs(current: &OsStr) -> Vec<CompletionCandidate> {
    candidates(current, |_| {
        Rung::ALL.iter().map(|it| (it.word().to_owned(), it.meaning().to_owned())).collect()
    })
}

pub(super) fn proofs(current: &OsStr) -> Vec<CompletionCandidate> {
    candidates(current, |it| {
        let all = it.skills().flat_map(|(_, skill)| &skill.proofs).map(|it| it.id.to_string());
        let distinct: BTreeSet<String> = all.collect();
        distinct.into_iter().map(|id| (id, String::new())).collect()
    })
}

pub(super) fn milestones(current: &OsStr) -> Vec<CompletionCandidate> {
    candidates(current, |it| {
        let all = it.routes().flat_map(|(_, route)| &route.milestones).map(|it| it.id.to_string());
        let distinct: BTreeSet<String> = all.collect();
        distinct.into_iter().map(|id| (id, String::new())).collect()
    })
}

/// Ids and what each stands for.
type Named = Vec<(String, String)>;

fn named<'a>(things: impl Iterator<Item = (&'a Text, &'a Text)>) -> Named {
    things.map(|(id, name)| (id.to_string(), name.to_string())).collect()
}

fn candidates(current: &OsStr, ids: impl Fn(&Catalog) -> Named) -> Vec<CompletionCandidate> {
    let Some(typed) = current.to_str() else { return Vec::new() };
    let meant = ids(Catalog::embedded()).into_iter().filter(|(id, _)| id.starts_with(typed));
    meant
        .map(|(id, name)| {
            let help = (!name.is_empty()).then(|| name.into());
            CompletionCandidate::new(id).help(help)
        })
        .collect()
}
