//! Our own catalog is let in, and nothing of it is lost.

use std::{
    collections::{BTreeSet, HashSet},
    fmt::Debug,
    fs,
    path::Path,
};

use super::small::SMALL;
use crate::catalog::{
    Catalog, Citation, ClimbId, Faq, Passage, ProofId, Rung, Skill, SourceId, parse::CatalogFile,
};

#[test]
fn our_own_catalog_is_sound_and_every_skill_is_in_its_area() {
    let catalog = Catalog::embedded();
    for (id, area) in catalog.areas() {
        assert!(area.skills.iter().all(|skill| catalog.skill(*skill).area == id), "{}", area.id);
    }
    let listed: usize = catalog.areas().map(|(_, area)| area.skills.len()).sum();
    assert_eq!(listed, catalog.skills().len());
}

#[test]
fn whatever_a_climb_may_need_stands_before_it_and_knows_what_it_opens() {
    for catalog in [&Catalog::parse(SMALL).unwrap(), Catalog::embedded()] {
        for (id, climb) in catalog.climbs() {
            let name = catalog.climb_name(id);
            let mut others = BTreeSet::new();
            for before in climb.needs.iter().flatten().copied() {
                assert!(before < id, "{} before {name}", catalog.climb_name(before));
                if catalog.climb(before).skill != climb.skill {
                    others.insert(before);
                }
            }
            for before in others {
                let opened = catalog.opens(before).iter().filter(|it| **it == id);
                assert_eq!(opened.count(), 1, "{} opens {name}", catalog.climb_name(before));
            }
            for opened in catalog.opens(id) {
                let mut needed = catalog.climb(*opened).needs.iter().flatten();
                assert!(needed.any(|it| *it == id), "{name} opens {}", catalog.climb_name(*opened));
            }
        }
        for (id, skill) in catalog.skills() {
            assert_eq!(catalog.find_skill(&skill.id), Some(id));
        }
        let first = |skill: &Skill| skill.climbs.first().copied();
        assert!(catalog.skills().is_sorted_by_key(|(_, skill)| first(skill)));
    }
}

#[test]
fn the_climbs_of_a_skill_share_its_proofs_among_them() {
    for catalog in [&Catalog::parse(SMALL).unwrap(), Catalog::embedded()] {
        for (id, skill) in catalog.skills() {
            let climbs = skill.climbs.iter().map(|it| catalog.climb(*it));
            let shared: Vec<ProofId> = climbs.flat_map(|it| &it.proofs).copied().collect();
            let all: Vec<ProofId> = skill.proofs().map(|(proof, _)| proof).collect();
            assert_eq!(shared, all, "{}", skill.id);
            assert!(skill.climbs.iter().all(|it| catalog.climb(*it).skill == id), "{}", skill.id);
        }
    }
}

#[test]
fn every_statement_of_every_source_is_passed_on() {
    let catalog = Catalog::embedded();
    let cited = cited(catalog);
    let mut all = 0;
    for (index, source) in catalog.sources().iter().enumerate() {
        for number in 1..=u16::try_from(source.statements.len()).unwrap() {
            let citation = Citation { source: SourceId(index), number };
            assert!(cited.contains(&citation), "nothing cites {}/{number}", source.id);
            all += 1;
        }
    }
    assert_eq!(cited.len(), all, "nothing else is cited");
}

/// Every statement that something a learner can read rests on; a guide that no
/// role names is read by nobody.
fn cited(catalog: &Catalog) -> HashSet<Citation> {
    fn answers(questions: &[Faq]) -> impl Iterator<Item = &Passage> {
        questions.iter().flat_map(|it| &it.answer)
    }
    let mut passages: Vec<&Passage> = Vec::new();
    for (_, role) in catalog.roles() {
        passages.extend(role.about.iter().chain(&role.duties));
        passages.extend(role.passages.iter().flat_map(|(_, passages)| passages));
        passages.extend(answers(&role.questions));
        for guide in role.guides.iter().filter_map(|topic| catalog.guide(*topic)) {
            passages.extend(guide.passages.iter().chain(answers(&guide.questions)));
        }
    }
    passages.extend(catalog.skills().flat_map(|(_, skill)| &skill.why));
    passages.extend(catalog.routes().flat_map(|(_, route)| &route.summary));
    let in_pay = catalog.pay().iter().flat_map(|pay| &pay.citations);
    passages.iter().flat_map(|it| &it.citations).chain(in_pay).copied().collect()
}

/// Words that say plainly what a proof uses, and what has to be known for that: one of these.
const USED: &[(&[&str], &[&str])] = &[
    (
        &["unit test", "unit tests", "automatic test", "automatic tests", "automated test"],
        &["unit-testing/working", "integration-testing/working"],
    ),
    (
        &["automated tests", "write tests", "failing test"],
        &["unit-testing/working", "integration-testing/working"],
    ),
    (
        &["with tests", "its tests", "your tests", "all tests", "integration test"],
        &[
            "unit-testing/awareness",
            "integration-testing/awareness",
            "testing-fundamentals/working",
        ],
    ),
    (
        &["commit", "commits", "git", "every push", "a branch", "two branches"],
        &["git-basics/working"],
    ),
    (&["pull request", "pull requests", "merge request"], &["pull-requests/awareness"]),
    (
        &["your code", "your program", "program of yours", "write a program", "write a function"],
        &["any:language/awareness", "functions-scope/working"],
    ),
    (
        &["group of functions", "write a class", "program of at least", "lines of code"],
        &["any:language/awareness", "functions-scope/working"],
    ),
    (
        &["your service", "your own service", "service of yours", "build a service"],
        &["any:language/awareness", "functions-scope/working"],
    ),
    (
        &["your api", "your own api", "api of yours", "build an api", "your application"],
        &["any:language/awareness", "functions-scope/working"],
    ),
    (&["sql", "sql query", "database query", "queries on"], &["sql-queries/working"]),
    (&["foreign keys", "normal forms"], &["relational-model/awareness"]),
    (
        &["container image", "a container", "its container", "containers", "docker", "dockerfile"],
        &["containers/working"],
    ),
    (&["kubernetes", "helm", "crashloopbackoff"], &["kubernetes/awareness"]),
    (&["status code", "status 500"], &["http-basics/awareness"]),
    (&["over ssh", "jump host"], &["ssh-remote-access/awareness", "linux-server-admin/awareness"]),
    (&["html"], &["html-basics/working"]),
    (&["style sheet", "css modules"], &["css-basics/working"]),
    (&["an orm", "the orm"], &["orm-data-access/awareness"]),
    (&["shellcheck"], &["shell-scripting/working"]),
    (&["dataframe", "dataframes"], &["any:language/working"]),
];

#[test]
fn nothing_is_asked_for_before_it_can_be_done() {
    let catalog = Catalog::embedded();
    let mut faults = Vec::new();
    for (id, climb) in catalog.climbs() {
        // Who is aware of something talks about it, and need not have done it.
        if climb.rung == Rung::Awareness {
            continue;
        }
        let known = needed_for(catalog, id);
        for proof in climb.proofs.iter().filter_map(|it| catalog.climbed(id).proof(*it)) {
            let said = words(&proof.text);
            for (uses, wanted) in USED {
                let used = uses.iter().find(|it| said.contains(&words(it)));
                let is_known = || wanted.iter().any(|it| known.contains(*it));
                if let Some(used) = used.filter(|_| !is_known()) {
                    let name = catalog.climb_name(id);
                    faults.push(format!("{name} {}: \"{used}\" without {wanted:?}", proof.id));
                }
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn what_is_known_before_a_proof_is_all_that_its_rung_could_need() {
    let catalog = Catalog::parse(SMALL).unwrap();
    let known = needed_for(&catalog, catalog.find_climb("weaving/working").unwrap());
    let expected = [
        "any:craft/awareness",
        "any:craft/working",
        "any:fleece/awareness",
        "carding/awareness",
        "combing/awareness",
        "spinning/awareness",
        "spinning/working",
        "weaving/awareness",
        "weaving/working",
    ];
    assert_eq!(known.iter().collect::<Vec<_>>(), expected);
    assert!(words("Say (in SQL) what your API's callers need").contains(&words("sql")));
    assert!(!words("Say what your APIs need").contains(&words("your api")));
}

/// A climb and all that it could need, by name; a group goes by its name as well.
fn needed_for(catalog: &Catalog, id: ClimbId) -> BTreeSet<String> {
    let mut pending = vec![id];
    let mut seen = BTreeSet::new();
    while let Some(id) = pending.pop() {
        if seen.insert(id) {
            pending.extend(catalog.climb(id).needs.iter().flatten());
        }
    }
    let groups = catalog.groups().iter().flat_map(|group| {
        let is_member = |it: &&ClimbId| group.members.contains(&catalog.climb(**it).skill);
        let name = |it: &ClimbId| format!("any:{}/{}", group.id, catalog.climb(*it).rung.word());
        seen.iter().filter(is_member).map(name)
    });
    seen.iter().map(|it| catalog.climb_name(*it)).chain(groups).collect()
}

/// The words of a text in small letters, with a space around each.
fn words(text: &str) -> String {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '+' | '#');
    let words = text.split(|c| !is_part(c)).filter(|it| !it.is_empty());
    words.fold(" ".to_owned(), |all, it| format!("{all}{} ", it.to_lowercase()))
}

/// What the build has packed is what there is under `assets/`, read anew.
#[test]
fn every_file_of_the_catalog_is_part_of_the_program() {
    fn walk(folder: &Path, root: &Path, found: &mut Vec<CatalogFile>) {
        for entry in folder.read_dir().unwrap() {
            let path = entry.unwrap().path();
            if path == root.join("format") {
                continue; // It belongs to the progress file.
            }
            if path.is_dir() {
                walk(&path, root, found);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                let text = fs::read_to_string(&path).unwrap();
                found.push(CatalogFile { name: name.leak(), text: text.leak() });
            }
        }
    }
    fn told<T: Debug>(things: impl IntoIterator<Item = T>) -> Vec<String> {
        things.into_iter().map(|it| format!("{it:?}")).collect()
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let mut files = Vec::new();
    walk(&root, &root, &mut files);
    files.sort_by_key(|file| file.name);
    let (ours, read) = (Catalog::embedded(), Catalog::parse(&files).unwrap());
    assert_eq!(told(ours.sources()), told(read.sources()));
    assert_eq!(told(ours.regions()), told(read.regions()));
    assert_eq!(told(ours.areas()), told(read.areas()));
    assert_eq!(told(ours.skills()), told(read.skills()));
    assert_eq!(told(ours.climbs()), told(read.climbs()));
    assert_eq!(told(ours.groups()), told(read.groups()));
    assert_eq!(told(ours.projects()), told(read.projects()));
    assert_eq!(told(ours.curricula()), told(read.curricula()));
    assert_eq!(told(ours.terms()), told(read.terms()));
    assert_eq!(told(ours.questions()), told(read.questions()));
    assert_eq!(told(ours.roles()), told(read.roles()));
    assert_eq!(told(ours.kinds()), told(read.kinds()));
    assert_eq!(told(ours.routes()), told(read.routes()));
    assert_eq!(told(ours.guides()), told(read.guides()));
    assert_eq!(told(ours.pay()), told(read.pay()));
    assert_eq!(told(ours.outlooks()), told(read.outlooks()));
}
