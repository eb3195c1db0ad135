//! What goes by some words, of everything there is: by its names, by what is said
//! about it, or by something very like it where nothing else is found.
//!
//! What is meant stands before what is mentioned: a name before a text, a skill
//! before a book about it. What is less likely to be meant is cut off where there
//! is something better.

mod query;
mod thing;

use std::{collections::BTreeSet, ops::Range};

pub use self::thing::{Home, Thing};
use self::{
    query::{Fit, Folded, Query},
    thing::{guide_texts, things},
};
use crate::{
    catalog::{Catalog, RoleId, Term, Text, plain},
    progress::Learner,
    words::Part,
};

/// The most of one kind of detail that is listed besides things that are meant more likely.
const DETAILS: usize = 4;
/// How many things go by the words before what only mentions them is left out.
const ENOUGH: usize = 6;
/// The most that is listed of what is only mentioned.
const MENTIONED: usize = 12;
/// The most that is listed.
const MOST: usize = 24;
/// The most that is suggested where nothing is found.
const NEAR: usize = 5;

/// The rank of a detail that is called exactly so; a name that begins so stands before it.
const EXACT: u8 = 6;
/// Ranks below are of what is meant for sure.
const INEXACT: u8 = 8;
/// Ranks from here on are no more than mentions.
const MENTION: u8 = 20;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The best first.
    pub hits: Vec<Thing>,
    /// How many there are with those that are left out.
    pub total: usize,
    /// Whether nothing goes by the words, and these are only written nearly so.
    pub is_near: bool,
}

/// All that can be found, by the words it goes by. Made once for many searches.
#[derive(Clone, Debug)]
pub struct Index {
    named: Vec<Named>,
    texts: Vec<(Vec<Thing>, String)>,
}

/// A thing and what it goes by.
#[derive(Clone, Debug)]
struct Named {
    thing: Thing,
    name: Folded,
    also: Vec<Folded>,
    place: Folded,
}

impl Index {
    /// All things of a catalog.
    pub fn new(catalog: &Catalog) -> Self {
        let all = things(catalog);
        let named = |thing: &Thing| Named {
            thing: *thing,
            name: Folded::new(thing.name(catalog)),
            also: thing.also(catalog).into_iter().map(Folded::new).collect(),
            place: Folded::new(&thing.place(catalog)),
        };
        let text = |thing: &Thing| {
            let texts = thing.own_texts(catalog).join("\n").to_lowercase();
            (!texts.is_empty()).then(|| (vec![*thing], texts))
        };
        let mut texts: Vec<_> = all.iter().filter_map(text).collect();
        for guide in catalog.guides() {
            let has = |(_, role): &(_, &crate::catalog::Role)| role.guides.contains(&guide.topic);
            let roles = catalog.roles().filter(has).map(|(id, _)| id);
            let parts = roles.map(|id| Thing::Part(id, Part::On(guide.topic))).collect();
            let text = guide_texts(guide).collect::<Vec<_>>().join("\n").to_lowercase();
            texts.push((parts, text));
        }
        Self { named: all.iter().map(named).collect(), texts }
    }

    /// How many things there are.
    pub fn len(&self) -> usize {
        self.named.len()
    }

    /// Whether there is nothing to find.
    pub fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// What goes by these words, also of what this learner noted. What many roles have is
    /// found for the one that is their goal.
    pub fn find(&self, typed: &str, learner: Learner<'_>) -> Found {
        let Some(query) = Query::new(typed) else { return Found::default() };
        let favoured = learner.progress.goal().map(|it| it.role);
        let mut ranked = self.by_name(&query, favoured);
        ranked.extend(by_note(&query, learner));
        let named = ranked.iter().filter(|((rank, _), _)| *rank < MENTION).count();
        if named < ENOUGH {
            ranked.extend(self.by_text(&query, favoured));
        }
        if ranked.is_empty() {
            let hits = self.near(&query, favoured);
            return Found { total: hits.len(), is_near: !hits.is_empty(), hits };
        }
        // The same thing may be found twice: the better counts.
        ranked.sort_by_key(|(rank, _)| *rank);
        let mut seen = BTreeSet::new();
        ranked.retain(|(_, thing)| seen.insert(*thing));
        let total = ranked.len();
        Found { hits: likely(&ranked), total, is_near: false }
    }

    fn by_name(&self, query: &Query, favoured: Option<RoleId>) -> Vec<(Rank, Thing)> {
        let mut ranked = Vec::new();
        let mut shared = BTreeSet::new();
        let place =
            |thing: Thing| usize::from(role_of(thing).is_none_or(|it| Some(it) != favoured));
        let named = self.named.iter().map(|it| (it.rank(query), it.name.text()));
        let mut fitting: Vec<_> = named.filter_map(|(it, name)| Some((it?, name))).collect();
        fitting.sort_by_key(|((rank, thing, _), _)| (*rank, place(*thing)));
        for ((rank, thing, is_placed), name) in fitting {
            // What all roles have is found once, unless the role was named.
            let is_shared = matches!(thing, Thing::Part(..) | Thing::Faq(..)) && !is_placed;
            if !is_shared || shared.insert(name) {
                ranked.push((rank, thing));
            }
        }
        ranked
    }

    fn by_text(&self, query: &Query, favoured: Option<RoleId>) -> Vec<(Rank, Thing)> {
        let found = self.texts.iter().filter_map(|(things, text)| {
            let fit = query.fit_text(text)?;
            let own = things.iter().find(|it| favoured.is_some() && role_of(**it) == favoured);
            let thing = own.or_else(|| things.first())?;
            let rank = match fit {
                Fit::Exact | Fit::Begins | Fit::BeginsWord | Fit::Words => MENTION + 2,
                Fit::Starts => MENTION + 3,
                Fit::Stems | Fit::Within => MENTION + 4,
            };
            Some(((rank + detail(*thing), 0), *thing))
        });
        found.collect()
    }

    /// What is written nearly so.
    fn near(&self, query: &Query, favoured: Option<RoleId>) -> Vec<Thing> {
        let wanted = query.plain();
        let most = wanted.chars().count() / 3;
        let far = |name: &str| {
            let begins_so = name.chars().take(2).any(|it| wanted.starts_with(it));
            let is_like = begins_so && name.len().abs_diff(wanted.len()) <= most;
            let far = is_like.then(|| strsim::osa_distance(name, wanted));
            far.filter(|it| *it <= most.min(3) && *it > 0)
        };
        let mut near: Vec<(usize, bool, u8, Thing)> = Vec::new();
        // The names of what is meant, for a detail has many words.
        for it in self.named.iter().filter(|it| detail(it.thing) < 2) {
            let nearest = |name: &Folded| {
                std::iter::once(name.plain()).chain(name.words()).filter_map(far).min()
            };
            let own = nearest(&it.name).map(|far| (far, false));
            let others = it.also.iter().filter_map(nearest).min().map(|far| (far, true));
            let least = own.into_iter().chain(others).min();
            near.extend(least.map(|(far, is_other)| (far, is_other, detail(it.thing), it.thing)));
        }
        let is_own = |it: Thing| role_of(it).is_some() && role_of(it) == favoured;
        near.sort_by_key(|(far, is_other, detail, it)| (*far, *is_other, *detail, !is_own(*it)));
        let least = near.first().map_or(0, |it| it.0);
        let nearest = near.into_iter().take_while(|it| it.0 == least);
        nearest.map(|(.., thing)| thing).take(NEAR).collect()
    }
}

/// What the learner has written is meant more likely than what is only mentioned.
fn by_note(query: &Query, learner: Learner<'_>) -> Vec<(Rank, Thing)> {
    let notes = learner.progress.facts().notes.iter();
    let fits = notes.filter(|(_, note)| query.fit_text(&note.to_lowercase()).is_some());
    fits.map(|(on, note)| ((INEXACT + 2, note.len()), Thing::Note(*on))).collect()
}

/// How likely something is meant, the likeliest first; of equals, the shorter name.
type Rank = (u8, usize);

impl Named {
    /// How likely it is meant, and whether where it is was said as well.
    fn rank(&self, query: &Query) -> Option<(Rank, Thing, bool)> {
        let rank = |fit: Fit, by: By| (rank(self.thing, fit, by), self.name.text().len());
        let own = query.fit(&self.name).map(|fit| rank(fit, By::Name));
        let others = self.also.iter().filter_map(|it| query.fit(it));
        let other = others.min().map(|fit| rank(fit, By::OtherName));
        if let Some(rank) = own.into_iter().chain(other).min() {
            return Some((rank, self.thing, false));
        }
        let is_placed = query.fits_with(&self.name, &self.place);
        is_placed.then(|| (rank(Fit::Starts, By::Place), self.thing, true))
    }
}

/// What of a thing the words fit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Name,
    OtherName,
    Place,
}

/// How much less something is meant than a thing that one learns, does or becomes.
fn detail(thing: Thing) -> u8 {
    match thing {
        Thing::Role(_) | Thing::Skill(_) | Thing::Project(_) | Thing::Route(_) | Thing::Area(_) => {
            0
        }
        Thing::Term(_) | Thing::Note(_) => 1,
        Thing::Part(..) => 2,
        Thing::Milestone(..) | Thing::Asked(..) | Thing::Faq(..) => 3,
        Thing::Resource(..) | Thing::Address(..) => 4,
    }
}

/// What is exactly so comes before what begins so, and that before exact details,
/// other names and all else; below [`MENTION`] stands whatever is a name at all.
fn rank(thing: Thing, fit: Fit, by: By) -> u8 {
    let detail = detail(thing);
    let is_main = matches!(detail, 0 | 2);
    let fit = match fit {
        Fit::Exact if is_main => return detail + u8::from(by != By::Name),
        Fit::Exact => return EXACT + u8::from(detail > 1),
        Fit::Begins if detail == 0 && by == By::Name => return EXACT - 2,
        Fit::BeginsWord if detail == 0 && by == By::Name => return EXACT - 1,
        Fit::Stems => return MENTION + detail,
        Fit::Within => return MENTION + 1 + detail,
        Fit::Begins => 0,
        Fit::BeginsWord => 1,
        Fit::Words => 2,
        Fit::Starts => 3,
    };
    let by = match by {
        By::Name => 0,
        By::OtherName => 1,
        By::Place => 2,
    };
    // An address holds many words that nobody means.
    let is_address = detail == 4 && by > 0;
    if is_address { MENTION } else { INEXACT + fit + by + detail }
}

/// The role whose page a thing is on, if it is on one.
fn role_of(thing: Thing) -> Option<RoleId> {
    match thing {
        Thing::Role(id) | Thing::Part(id, _) | Thing::Asked(id, _) | Thing::Faq(id, _) => Some(id),
        Thing::Skill(_)
        | Thing::Project(_)
        | Thing::Route(_)
        | Thing::Area(_)
        | Thing::Term(_)
        | Thing::Milestone(..)
        | Thing::Resource(..)
        | Thing::Address(..)
        | Thing::Note(_) => None,
    }
}

/// Those of the hits that are likely enough to be meant.
fn likely(ranked: &[(Rank, Thing)]) -> Vec<Thing> {
    let is_named = |(rank, _): &&(Rank, Thing)| rank.0 < MENTION;
    let has_better = ranked.iter().filter(is_named).any(|(_, it)| detail(*it) < 2);
    let mut details = [0; 8];
    let mut listed = Vec::new();
    for ((rank, _), thing) in ranked {
        let is_mention = *rank >= MENTION;
        let most = if is_mention { MENTIONED } else { MOST };
        if listed.len() >= most || is_mention && listed.len() >= ENOUGH && has_better {
            continue;
        }
        let detail = usize::from(detail(*thing));
        let Some(count) = details.get_mut(detail) else { continue };
        *count += 1;
        // Exactly what was typed is never one too many.
        if detail < 2 || *count <= DETAILS || !has_better || *rank < INEXACT {
            listed.push(*thing);
        }
    }
    listed
}

/// The bytes of a text that are what was typed.
pub fn marks(typed: &str, text: &str) -> Vec<Range<usize>> {
    Query::new(typed).map(|it| it.marks(text)).unwrap_or_default()
}

/// What is said about a thing: the text that holds what was typed, or else the first.
pub fn about<'a>(learner: Learner<'a>, thing: Thing, typed: &str) -> &'a str {
    let catalog = learner.catalog;
    let note = |on| learner.progress.note(on).into_iter().flat_map(|it| it.lines()).collect();
    let texts = if let Thing::Note(on) = thing { note(on) } else { thing.texts(catalog) };
    let query = Query::new(typed);
    let fits =
        |text: &&&str| query.as_ref().is_some_and(|it| it.fit_text(&text.to_lowercase()).is_some());
    // What goes by the words itself is told by the shortest account of it.
    let mut names = thing.also(catalog).into_iter().chain([thing.name(catalog)]);
    let is_named = !matches!(thing, Thing::Note(_))
        && query.as_ref().is_some_and(|it| names.any(|name| it.fit(&Folded::new(name)).is_some()));
    let holding = texts.iter().find(fits).filter(|_| !is_named);
    holding.or_else(|| texts.first()).copied().unwrap_or_default()
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
    use crate::progress::{Depth, Goal, Notable, Note, Progress};

    /// Somebody who becomes this, or nothing yet.
    fn somebody(role: Option<RoleId>) -> Progress {
        let mut progress = Progress::default();
        progress.set_goal(role.map(|role| Goal { role, depth: Depth::Everything }));
        progress
    }

    fn find(index: &Index, typed: &str, role: Option<RoleId>) -> Found {
        let catalog = Catalog::embedded();
        index.find(typed, Learner { catalog, progress: &somebody(role) })
    }

    fn found(typed: &str) -> Vec<Thing> {
        let catalog = Catalog::embedded();
        find(&Index::new(catalog), typed, catalog.find_role("back-end-developer")).hits
    }

    /// What is listed first is called this.
    #[track_caller]
    fn first(typed: &str, kind: &str, name: &str) {
        let hits = found(typed);
        let told = hits.first().map(|it| (it.kind(), it.name(Catalog::embedded())));
        assert_eq!(told, Some((kind, name)), "{typed}: {hits:?}");
    }

    #[test]
    fn what_a_learner_means_comes_first() {
        first("git", "skill", "Git: recording changes");
        first("docker", "skill", "Containers: Docker");
        first("kafka", "skill", "Queues, jobs and event streams");
        first("SRE", "role", "DevOps / SRE engineer");
        first("salary", "part", "Pay");
        first("rebase", "skill", "Git: branching and merging");
        first("gitops", "term", "GitOps");
        first("pay mobile", "part", "Pay");
        assert!(found("").is_empty() && found(" .,- ").is_empty());
    }

    #[test]
    fn there_is_no_noise_where_there_are_good_hits() {
        for typed in ["git", "ai", "llm", "docker", "deployment", "salary", "sql", "test", "a"] {
            let hits = found(typed);
            assert!((1..=MOST).contains(&hits.len()), "{typed}: {}", hits.len());
            assert!(typed == "a" || hits.len() < 28, "{typed}: {}", hits.len());
        }
    }

    /// Some hundreds of them, for there are thousands.
    #[test]
    fn the_first_hit_of_every_name_goes_by_it() {
        let catalog = Catalog::embedded();
        let index = Index::new(catalog);
        let all = things(catalog).into_iter().enumerate();
        for (_, thing) in all.filter(|(at, it)| at % if detail(*it) == 0 { 4 } else { 40 } == 0) {
            let name = plain(thing.name(catalog));
            let hits = find(&index, thing.name(catalog), role_of(thing)).hits;
            let is_so = |it: &Thing| {
                let also = it.also(catalog).into_iter().map(plain);
                also.chain([plain(it.name(catalog))]).any(|it| it == name)
            };
            let like = hits.iter().find(|it| detail(**it) == detail(thing));
            let first = if detail(thing) == 0 { hits.first() } else { like };
            assert!(first.is_some_and(is_so), "{thing:?} {name}: {hits:?}");
            assert!(detail(thing) > 1 || hits.contains(&thing), "{thing:?} {name}");
        }
    }

    #[test]
    fn what_is_written_nearly_so_is_suggested_where_nothing_is_found() {
        let catalog = Catalog::embedded();
        let index = Index::new(catalog);
        for (typed, wanted) in
            [("pyhton", "Python"), ("kuberntes", "Kubernetes"), ("sqlqueris", "SQL")]
        {
            let near = find(&index, typed, None);
            assert!(near.is_near, "{typed}: {near:?}");
            let names = near.hits.iter().flat_map(|it| {
                let also = it.also(catalog).into_iter().map(str::to_owned);
                also.chain([it.name(catalog).to_owned()])
            });
            let names: Vec<String> = names.collect();
            let is_wanted =
                names.iter().any(|it| it.to_lowercase().contains(&wanted.to_lowercase()));
            assert!(is_wanted, "{typed}: {names:?}");
        }
        let nothing = find(&index, "zzzzqxzzzzz", None);
        assert_eq!(nothing, Found::default());
    }

    #[test]
    fn what_is_told_about_a_hit_holds_what_was_typed() {
        let catalog = Catalog::embedded();
        let progress = somebody(None);
        let learner = Learner { catalog, progress: &progress };
        for (id, skill) in catalog.skills().step_by(40) {
            let proof = &skill.proofs.iter().last().expect("none is without").text;
            assert_eq!(about(learner, Thing::Skill(id), proof), &**proof);
        }
    }

    #[test]
    fn what_the_learner_noted_is_found() {
        let catalog = Catalog::embedded();
        let mut progress = somebody(None);
        let on = catalog.find_skill("containers").map(Notable::Skill).expect("it is shipped");
        progress.set_note(on, Note::new("Ask Zdenka\nabout the whale"));
        let learner = Learner { catalog, progress: &progress };
        let found = Index::new(catalog).find("zdenka", learner);
        assert_eq!(found.hits, [Thing::Note(on)]);
        assert_eq!(about(learner, Thing::Note(on), "whale"), "about the whale");
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(32))]

        #[test]
        fn whatever_is_typed_is_looked_for(typed in "[a-z0-9 .+#é日]{0,12}") {
            static INDEX: std::sync::LazyLock<Index> =
                std::sync::LazyLock::new(|| Index::new(Catalog::embedded()));
            let found = find(&INDEX, &typed, None);
            assert!(found.hits.len() <= MOST && found.hits.len() <= found.total);
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
