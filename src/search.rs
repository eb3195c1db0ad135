//! What goes by some words: roles, skills, projects and routes by their names, the
//! other names they go by, and their ids; skills by the terms of the field as well.
//!
//! What holds all the words as they are is a hit, the better the nearer to the
//! beginning of a name; only where nothing is, letters that stand apart count.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

use crate::catalog::{Catalog, ProjectId, RoleId, RouteId, SkillId, Term, Text, plain};

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Thing {
    Role(RoleId),
    Skill(SkillId),
    Project(ProjectId),
    Route(RouteId),
}

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub thing: Thing,
    /// How well it fits; the higher the better.
    pub score: u32,
}

/// All that can be found, by the words it goes by. Made once for many searches:
/// the tools of a search are large.
#[derive(Clone, Debug)]
pub struct Index {
    entries: Vec<(Thing, Vec<String>)>,
    matcher: Matcher,
}

impl Index {
    /// All things of a catalog.
    pub fn new(catalog: &Catalog) -> Self {
        let roles = catalog.roles().map(|(id, _)| Thing::Role(id));
        let skills = catalog.skills().map(|(id, _)| Thing::Skill(id));
        let projects = catalog.projects().map(|(id, _)| Thing::Project(id));
        let routes = catalog.routes().map(|(id, _)| Thing::Route(id));
        let things = roles.chain(skills).chain(projects).chain(routes);
        let entries = things.map(|it| (it, names(catalog, it))).collect();
        Self { entries, matcher: Matcher::new(Config::DEFAULT) }
    }

    /// What goes by these words, the best first; of equals, in the catalog's order.
    pub fn find(&mut self, text: &str) -> Vec<Hit> {
        let exact = self.scored(text, AtomKind::Substring);
        let mut hits = if exact.is_empty() { self.scored(text, AtomKind::Fuzzy) } else { exact };
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
        hits
    }

    fn scored(&mut self, text: &str, kind: AtomKind) -> Vec<Hit> {
        let pattern = Pattern::new(text, CaseMatching::Ignore, Normalization::Smart, kind);
        if pattern.atoms.is_empty() {
            return Vec::new();
        }
        let mut letters = Vec::new();
        let mut hits = Vec::new();
        for (thing, names) in &self.entries {
            let scores = names.iter().filter_map(|name| {
                let score = pattern.score(Utf32Str::new(name, &mut letters), &mut self.matcher)?;
                // Of two names that hold the words, the shorter says less else.
                Some(score * 100 / (u32::try_from(name.len()).unwrap_or(100) + 20))
            });
            hits.extend(scores.max().map(|score| Hit { thing: *thing, score }));
        }
        hits
    }
}

/// What a thing goes by: its name first, then the other names, then its id.
fn names(catalog: &Catalog, thing: Thing) -> Vec<String> {
    let all = |name: &str, also: &[Text], id: &str| {
        let also = also.iter().map(ToString::to_string);
        std::iter::once(name.to_owned()).chain(also).chain([id.to_owned()]).collect()
    };
    match thing {
        Thing::Role(id) => {
            let it = catalog.role(id);
            all(&it.name, &it.also, &it.id)
        }
        Thing::Skill(id) => {
            let it = catalog.skill(id);
            let terms = catalog.terms().iter().filter(|term| term.skill == id);
            let mut names = all(&it.name, &it.also, &it.id);
            names.extend(terms.map(|it| it.words.to_string()));
            names
        }
        Thing::Project(id) => {
            let it = catalog.project(id);
            all(&it.name, &[], &it.id)
        }
        Thing::Route(id) => {
            let it = catalog.route(id);
            let region = catalog.region(it.region);
            vec![
                format!("{} {} {} {}", it.name, it.kind, region.name, region.short),
                it.id.to_string(),
            ]
        }
    }
}

/// The terms that some words are about: those that begin with them first, then those
/// that hold them, then those whose meaning does. Without words, all of them.
pub fn terms<'a>(catalog: &'a Catalog, words: &str) -> Vec<&'a Term> {
    let wanted = words.trim().to_lowercase();
    let rank = |it: &&Term| {
        let (words, meaning) = (it.words.to_lowercase(), it.meaning.to_lowercase());
        let ranks = [
            words.starts_with(&wanted),
            words.contains(&wanted) || plain(&words) == plain(&wanted),
            meaning.contains(&wanted),
        ];
        ranks.iter().position(|it| *it)
    };
    let mut found: Vec<&Term> = catalog.terms().iter().filter(|it| rank(it).is_some()).collect();
    found.sort_by_key(rank);
    found
}

/// What goes exactly by a text: as its id, its name or another name, whatever
/// the case and whatever stands between the words.
pub fn exactly<'a, T>(
    text: &str,
    mut things: impl Iterator<Item = (T, &'a str, &'a str, &'a [Text])>,
) -> Option<T> {
    let wanted = plain(text);
    let is_meant = |id: &str, name: &str, also: &[Text]| {
        plain(id) == wanted || plain(name) == wanted || also.iter().any(|it| plain(it) == wanted)
    };
    things.find(|(_, id, name, also)| is_meant(id, name, also)).map(|(thing, ..)| thing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let catalog = Catalog::embedded();
        let hits = Index::new(catalog).find(text);
        let id = |thing| match thing {
            Thing::Role(id) => catalog.role(id).id.to_string(),
            Thing::Skill(id) => catalog.skill(id).id.to_string(),
            Thing::Project(id) => catalog.project(id).id.to_string(),
            Thing::Route(id) => catalog.route(id).id.to_string(),
        };
        hits.into_iter().map(|hit| id(hit.thing)).collect()
    }

    #[test]
    fn what_is_said_is_found_first_and_other_names_count() {
        assert_eq!(found("git").first().map(String::as_str), Some("git-basics"));
        assert_eq!(found("docker").first().map(String::as_str), Some("containers"));
        assert_eq!(found("SRE").first().map(String::as_str), Some("devops-sre-engineer"));
        assert_eq!(found(""), Vec::<String>::new());
        assert_eq!(found("zzzzqx"), Vec::<String>::new());
        // Letters that stand apart, where nothing holds them together.
        assert!(found("sqlqueris").contains(&"sql-queries".to_owned()));
    }

    #[test]
    fn projects_and_the_terms_of_a_skill_are_found() {
        let catalog = Catalog::embedded();
        for (_, project) in catalog.projects() {
            let first = found(&project.name).first().cloned();
            assert_eq!(first.as_deref(), Some(&*project.id), "{}", project.name);
        }
        for term in catalog.terms() {
            let id = catalog.skill(term.skill).id.to_string();
            assert!(found(&term.words).contains(&id), "{} of {id}", term.words);
        }
    }

    #[test]
    fn a_name_is_known_however_it_is_written() {
        let names: [(u8, &str, &str, &[Text]); 2] =
            [(1, "git-basics", "Git: recording changes", &[]), (2, "cpp-core", "C++", &[])];
        for (text, expected) in
            [("git-basics", 1), ("Git Basics", 1), ("git: recording changes", 1), ("c++", 2)]
        {
            assert_eq!(exactly(text, names.into_iter()), Some(expected), "{text}");
        }
        assert_eq!(exactly("git", names.into_iter()), None);
    }

    #[test]
    fn a_term_is_found_by_its_words_before_its_meaning() {
        let catalog = Catalog::embedded();
        let found = |text: &str| -> Vec<&str> {
            terms(catalog, text).iter().map(|it| &*it.words).collect()
        };
        assert_eq!(found("").len(), catalog.terms().len());
        assert!(found("Rebase").first().is_some_and(|it| it.eq_ignore_ascii_case("rebase")));
        let (first, all) = (found("foreign"), found("key"));
        assert!(first.first().is_some_and(|it| it.to_lowercase().starts_with("foreign key")));
        assert!(all.len() > 2 && found("no such term at all").is_empty());
    }
}
