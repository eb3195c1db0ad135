//! Finding what a name on the command line means, or else what may have been meant.

use std::fmt;

use crate::{
    catalog::{
        Catalog, ProjectId, RegionId, Resource, ResourceId, RoleId, RouteId, Rung, SkillId, Text,
    },
    progress::{Notable, Task},
    search,
};

/// As many names are listed where nothing is near.
const LISTED: usize = 12;

/// The kinds of what there can be a note on.
const KINDS: [&str; 4] = ["role", "skill", "project", "route"];

/// Nothing goes by a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NoSuch {
    what: String,
    name: String,
    known: Known,
}

/// What there is instead.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Known {
    /// Something like it.
    Nearest(String),
    /// These.
    All(Vec<String>),
    /// What this command lists.
    Listed(&'static str),
}

pub(super) fn role(catalog: &Catalog, name: &str) -> Result<RoleId, NoSuch> {
    let all = || catalog.roles().map(|(id, it)| (id, &*it.id, &*it.name, &*it.also));
    found("role", name, all, "rungs roles")
}

pub(super) fn skill(catalog: &Catalog, name: &str) -> Result<SkillId, NoSuch> {
    let all = || catalog.skills().map(|(id, it)| (id, &*it.id, &*it.name, &*it.also));
    found("skill", name, all, "rungs skills")
}

pub(super) fn project(catalog: &Catalog, name: &str) -> Result<ProjectId, NoSuch> {
    let all = || catalog.projects().map(|(id, it)| (id, &*it.id, &*it.name, &[][..]));
    found("project", name, all, "rungs projects")
}

/// The skill or project that time is spent on: `sql`, `project/bookmarks`.
pub(super) fn task(catalog: &Catalog, name: &str) -> Result<Task, NoSuch> {
    if let Some(id) = name.strip_prefix("project/") {
        return project(catalog, id).map(Task::Project);
    }
    match skill(catalog, name.strip_prefix("skill/").unwrap_or(name)) {
        Ok(id) => Ok(Task::Skill(id)),
        Err(unknown) => project(catalog, name).map(Task::Project).map_err(|_| unknown),
    }
}

/// The rung that goes by a word.
pub(super) fn rung(word: &str) -> Result<Rung, NoSuch> {
    let known: Vec<&str> = Rung::ALL.iter().map(|it| it.word()).collect();
    Rung::find(&word.to_lowercase()).ok_or_else(|| no_such("rung", word, &known, ""))
}

/// The rung of a skill that goes by a word.
pub(super) fn rung_of(catalog: &Catalog, id: SkillId, word: &str) -> Result<Rung, NoSuch> {
    let meant = rung(word)?;
    let skill = catalog.skill(id);
    let known = skill.climbs.iter().map(|it| catalog.climb(*it).rung);
    let words: Vec<&str> = known.clone().map(Rung::word).collect();
    let found = known.clone().find(|it| *it == meant);
    part(&format!("rung of `{}`", skill.id), word, found, &words)
}

pub(super) fn route(catalog: &Catalog, name: &str) -> Result<RouteId, NoSuch> {
    let all = || catalog.routes().map(|(id, it)| (id, &*it.id, &*it.name, &[][..]));
    found("route", name, all, "rungs routes")
}

pub(super) fn region(catalog: &Catalog, name: &str) -> Result<RegionId, NoSuch> {
    let all = || {
        let regions = catalog.regions();
        regions.map(|(id, it)| (id, &*it.id, &*it.name, std::slice::from_ref(&it.short)))
    };
    found("region", name, all, "rungs regions")
}

/// What there can be a note on and goes by a name, or by its kind and name:
/// `role/standby`. Where the name is an id, it is no name of anything else.
pub(super) fn notables(catalog: &Catalog, name: &str) -> Result<Vec<Notable>, NoSuch> {
    let of_kind = |kind: &str, name: &str| match kind {
        "role" => role(catalog, name).map(Notable::Role),
        "skill" => skill(catalog, name).map(Notable::Skill),
        "project" => project(catalog, name).map(Notable::Project),
        _ => route(catalog, name).map(Notable::Route),
    };
    if let Some((kind, name)) = name.split_once('/').filter(|(kind, _)| KINDS.contains(kind)) {
        return Ok(vec![of_kind(kind, name)?]);
    }
    let mut found: Vec<Notable> = KINDS.iter().filter_map(|it| of_kind(it, name).ok()).collect();
    if found.iter().any(|it| id(catalog, *it) == name) {
        found.retain(|it| id(catalog, *it) == name);
    }
    if found.is_empty() {
        let roles = catalog.roles().map(|(_, it)| &*it.id);
        let ids = roles.chain(catalog.skills().map(|(_, it)| &*it.id));
        let ids = ids.chain(catalog.projects().map(|(_, it)| &*it.id));
        let ids: Vec<&str> = ids.chain(catalog.routes().map(|(_, it)| &*it.id)).collect();
        return Err(no_such("role, skill, project or route", name, &ids, "rungs search WORD"));
    }
    Ok(found)
}

/// Its kind and id, which nothing else goes by: `role/standby`.
pub(super) fn in_full(catalog: &Catalog, it: Notable) -> String {
    let kind = match it {
        Notable::Role(_) => "role",
        Notable::Skill(_) => "skill",
        Notable::Project(_) => "project",
        Notable::Route(_) => "route",
    };
    format!("{kind}/{}", id(catalog, it))
}

fn id(catalog: &Catalog, it: Notable) -> &str {
    match it {
        Notable::Role(id) => &catalog.role(id).id,
        Notable::Skill(id) => &catalog.skill(id).id,
        Notable::Project(id) => &catalog.project(id).id,
        Notable::Route(id) => &catalog.route(id).id,
    }
}

/// A resource of a skill by its number, counted from 1, its address or its title.
pub(super) fn resource(catalog: &Catalog, id: SkillId, name: &str) -> Result<ResourceId, NoSuch> {
    let skill = catalog.skill(id);
    let numbered = || skill.resources().nth(name.parse::<usize>().ok()?.checked_sub(1)?);
    let bare = |address: &str| {
        let address = address.split_once("://").map_or(address, |(_, it)| it);
        address.trim_end_matches('/').to_owned()
    };
    let is_meant = |it: &Resource| {
        bare(&it.address) == bare(name) || it.title.to_lowercase() == name.to_lowercase()
    };
    let named = || skill.resources().find(|(_, it)| is_meant(it));
    let addresses: Vec<&str> = skill.resources.iter().map(|it| &*it.address).collect();
    let found = numbered().or_else(named).map(|(id, _)| id);
    part(&format!("resource of `{}`", skill.id), name, found, &addresses)
}

/// The part of a thing that goes by an id, such as a proof.
pub(super) fn part<Id>(
    what: &str,
    id: &str,
    found: Option<Id>,
    known: &[&str],
) -> Result<Id, NoSuch> {
    found.ok_or_else(|| no_such(what, id, known, ""))
}

/// By id, by name or by another name.
fn found<'a, Id, I>(
    what: &str,
    name: &str,
    all: impl Fn() -> I,
    list: &'static str,
) -> Result<Id, NoSuch>
where
    I: Iterator<Item = (Id, &'a str, &'a str, &'a [Text])>,
{
    search::exactly(name, all()).ok_or_else(|| {
        let ids: Vec<&str> = all().map(|(_, id, ..)| id).collect();
        no_such(what, name, &ids, list)
    })
}

fn no_such(what: &str, name: &str, known: &[&str], list: &'static str) -> NoSuch {
    let known = match nearest(name, known) {
        Some(nearest) => Known::Nearest(nearest.to_owned()),
        None if known.len() <= LISTED || list.is_empty() => {
            Known::All(known.iter().map(|it| (*it).to_owned()).collect())
        }
        None => Known::Listed(list),
    };
    NoSuch { what: what.to_owned(), name: name.to_owned(), known }
}

/// The id that was probably meant: one that begins with what was typed, or
/// the one that is most alike if no more than a letter in four is wrong. Of the
/// equally wrong, what favours a common beginning decides (Jaro and Winkler);
/// an id may go on where what was typed ends, with a letter in six wrong. Case and
/// what stands between words do not count.
fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let plain = |text: &str| text.to_lowercase().replace([' ', '_', '-', ':'], "");
    let wanted = plain(name);
    let letters = wanted.chars().count();
    let begins = known.iter().find(|id| letters >= 3 && plain(id).starts_with(&wanted));
    let alike = || {
        let near = known.iter().filter_map(|id| {
            let plain = plain(id);
            let start: String = plain.chars().take(letters).collect();
            let whole = strsim::levenshtein(&wanted, &plain);
            let is_near = whole <= letters / 4
                || (letters >= 6 && strsim::levenshtein(&wanted, &start) <= letters / 6);
            is_near.then_some((whole, *id))
        });
        let unlikeness = |id: &str| 1.0 - strsim::jaro_winkler(&wanted, &plain(id));
        near.min_by(|(a, one), (b, other)| {
            a.cmp(b).then_with(|| unlikeness(one).total_cmp(&unlikeness(other)))
        })
    };
    begins.copied().or_else(|| alike().map(|(_, id)| id))
}

impl fmt::Display for NoSuch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no {} `{}`", self.what, self.name)?;
        match &self.known {
            Known::Nearest(nearest) => write!(f, "; did you mean `{nearest}`?"),
            Known::All(known) => write!(f, "; there are: {}", known.join(", ")),
            Known::Listed(command) => write!(f, "; see: {command}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_probably_meant_is_named_and_nothing_else() {
        let known = ["git-basics", "git-branching", "http-basics", "sql-queries"];
        for (id, expected) in [
            ("git-basic", Some("git-basics")),
            ("Git Branchin", Some("git-branching")),
            ("htp-basics", Some("http-basics")),
            ("sql", Some("sql-queries")),
            ("sqlqueries", Some("sql-queries")),
            ("sql-query", Some("sql-queries")),
            ("nope", None),
            ("germany", None),
            ("", None),
        ] {
            assert_eq!(nearest(id, &known), expected, "{id}");
        }
        assert_eq!(nearest("p_1", &["p1", "p2", "p3"]), Some("p1"));
        assert_eq!(nearest("m99", &["m01", "m09"]), None, "a number is another number");
        assert_eq!(nearest("gb", &["uk", "us"]), None);
    }

    #[test]
    fn where_nothing_is_near_it_is_said_what_there_is() {
        let catalog = Catalog::embedded();
        let said = |error: NoSuch| error.to_string();
        assert_eq!(
            said(region(catalog, "germany").unwrap_err()),
            "there is no region `germany`; there are: uk, india, us, canada"
        );
        assert_eq!(
            said(role(catalog, "nope").unwrap_err()),
            "there is no role `nope`; see: rungs roles"
        );
        for name in ["SRE", "web developer", "Back-end developer", "BACK-END-DEVELOPER"] {
            assert!(role(catalog, name).is_ok(), "{name}");
        }
        let guru = said(rung("guru").unwrap_err());
        let rungs = "awareness, working, practitioner, expert";
        assert_eq!(guru, format!("there is no rung `guru`; there are: {rungs}"));
        assert_eq!(rung("Working"), Ok(Rung::Working));
        assert_eq!(
            said(project(catalog, "zzzzqx").unwrap_err()),
            "there is no project `zzzzqx`; see: rungs projects"
        );
        for (id, known) in catalog.projects() {
            for name in [&known.id, &known.name] {
                assert_eq!(project(catalog, &name.to_uppercase()), Ok(id), "{name}");
            }
        }
        for name in ["docker", "kafka", "jwt", "Docker"] {
            assert!(skill(catalog, name).is_ok(), "{name}");
        }
    }
}
