//! Our own catalog is let in, and nothing of it is lost.

use std::{
    collections::{BTreeSet, HashSet},
    fmt::Debug,
    fs,
    path::Path,
};

use super::small::SMALL;
use crate::catalog::{Catalog, Citation, Passage, Question, Skill, SourceId, parse::CatalogFile};

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
fn whatever_a_skill_may_need_stands_before_it_and_knows_what_it_opens() {
    for catalog in [&Catalog::parse(SMALL).unwrap(), Catalog::embedded()] {
        for (id, skill) in catalog.skills() {
            assert_eq!(catalog.find_skill(&skill.id), Some(id));
            for before in skill.all_prerequisites() {
                assert!(before < id, "{} before {}", catalog.skill(before).id, skill.id);
                let opened = catalog.opens(before).iter().filter(|it| **it == id);
                assert_eq!(opened.count(), 1, "{} opens {}", catalog.skill(before).id, skill.id);
            }
        }
        let opened: usize = catalog.skills().map(|(id, _)| catalog.opens(id).len()).sum();
        let needed = |skill: &Skill| skill.all_prerequisites().collect::<BTreeSet<_>>().len();
        assert_eq!(opened, catalog.skills().map(|(_, skill)| needed(skill)).sum::<usize>());
    }
}

#[test]
fn every_statement_of_every_source_is_passed_on() {
    let catalog = Catalog::embedded();
    let cited = cited(catalog);
    let mut all = 0;
    for (index, source) in catalog.sources().iter().enumerate() {
        for number in 1..=source.statements {
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
    fn answers(questions: &[Question]) -> impl Iterator<Item = &Passage> {
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
    assert_eq!(told(ours.roles()), told(read.roles()));
    assert_eq!(told(ours.kinds()), told(read.kinds()));
    assert_eq!(told(ours.routes()), told(read.routes()));
    assert_eq!(told(ours.guides()), told(read.guides()));
    assert_eq!(told(ours.pay()), told(read.pay()));
    assert_eq!(told(ours.outlooks()), told(read.outlooks()));
}
