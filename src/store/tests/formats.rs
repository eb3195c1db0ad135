//! Files of each format there has been: what they mean, and what becomes of them.

use std::collections::BTreeSet;

use serde_json::Value;

use super::*;
use crate::{
    progress::{Card, Grade},
    store::file::manner::MANNERS,
};

const FORMAT_1: &str = include_str!("../../../tests/data/format-1.json");
const FORMAT_2: &str = include_str!("../../../tests/data/format-2.json");

/// A file with that content, in a folder that goes away.
fn file(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.json");
    fs::write(&path, text).unwrap();
    (folder, path)
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The highest rung that asks for one of the proofs that format 1 knew.
fn end_of_format_1(id: &str) -> Option<Rung> {
    let skill = catalog().skill(catalog().find_skill(id).unwrap());
    let known: Vec<_> = ["p1", "p2", "p3"].iter().filter_map(|it| skill.find_proof(it)).collect();
    let climbs = skill.climbs.iter().map(|it| catalog().climb(*it));
    climbs.filter(|it| it.proofs.iter().any(|it| known.contains(it))).map(|it| it.rung).max()
}

/// Format 1 with these fields beside its version.
fn format_1(fields: &str) -> String {
    format!(r#"{{ "version": 1, {fields} }}"#)
}

#[test]
fn a_file_of_format_1_is_read_and_raised_when_something_is_saved() {
    let (folder, path) = file(FORMAT_1);
    let catalog = catalog();
    let (mut store, progress) = Store::open(path.clone(), catalog).unwrap();
    let git = catalog.find_skill("git-basics").unwrap();
    let rung = end_of_format_1("git-basics").unwrap();
    assert_eq!(progress.claimed(git), Some(rung));
    assert_eq!(progress.record(git).unwrap().ticks.len(), 2);
    assert_eq!(fs::read_to_string(&path).unwrap(), FORMAT_1, "looking changes nothing");

    store.save(catalog, &progress).unwrap();
    assert_eq!(Store::open(path.clone(), catalog).unwrap().1, progress);
    let (before, after): (Value, Value) = (serde_json::from_str(FORMAT_1).unwrap(), json(&path));
    let mut expected = before.clone();
    expected["version"] = VERSION.into();
    let entry = expected["skills"]["git-basics"].as_object_mut().unwrap();
    let date = entry.remove("claimed").unwrap();
    entry.insert("claims".to_owned(), serde_json::json!({ (rung.word()): date }));
    assert_eq!(after, expected);
    let kept = folder.path().join("backups/progress.format-1.json");
    assert_eq!(fs::read_to_string(kept).unwrap(), FORMAT_1);
}

#[test]
fn a_skill_that_format_1_claims_is_claimed_up_to_the_rung_on_which_its_proofs_end() {
    let catalog = catalog();
    for (id, skill) in catalog.skills() {
        let Some(rung) = end_of_format_1(&skill.id) else { continue };
        let skills = format!(r#""skills": {{ "{}": {{ "claimed": "2027-01-01" }} }}"#, skill.id);
        let file = decode::understood(format_1(&skills).as_bytes()).unwrap().file;
        let progress = file.progress(catalog);
        assert_eq!(progress.claimed(id), Some(rung), "{}", skill.id);
        let written = ProgressFile::default().with(catalog, &progress).text();
        assert!(written.contains(&format!(r#""{}": "2027-01-01""#, rung.word())), "{written}");
    }
}

#[test]
fn pins_and_a_plan_that_was_kept_in_format_1_are_of_those_rungs() {
    let pins = r#""pins": { "containers": "git-basics", "http-basics": null, "cobol": null }"#;
    let baseline = r#""baseline": { "git-basics": "2027-04-01", "cobol": "2027-05-01" }"#;
    let (_folder, path) = file(&format_1(&format!("{pins}, {baseline}")));
    let catalog = catalog();
    let (mut store, progress) = Store::open(path.clone(), catalog).unwrap();
    let name = |id: &str| format!("{id}/{}", end_of_format_1(id).unwrap().word());
    let [containers, git, http] = ["containers", "git-basics", "http-basics"].map(name);
    let behind = Some(Item::Climb(climb(&git)));
    assert_eq!(*progress.pins(), [(climb(&containers), behind), (climb(&http), None)].into());
    let dates = [(Item::Climb(climb(&git)), date(2027, 4, 1))].into();
    assert_eq!(*progress.baseline(), dates);

    store.save(catalog, &progress).unwrap();
    let written = json(&path);
    let pins = serde_json::json!({ (containers): git, (http): null, "cobol": null });
    assert_eq!(written["pins"], pins);
    let baseline = serde_json::json!({ (git): "2027-04-01", "cobol": "2027-05-01" });
    assert_eq!(written["baseline"], baseline);
}

/// While the format changes under two windows, neither takes the new name of
/// something for something new.
#[test]
fn what_one_window_takes_back_of_a_file_of_format_1_no_other_brings_back() {
    let skills = r#""skills": { "git-basics": { "claimed": "2027-01-01" } }"#;
    let plan = r#""pins": { "http-basics": null }, "baseline": { "git-basics": "2027-04-01" }"#;
    let (_folder, path) = file(&format_1(&format!("{skills}, {plan}")));
    let catalog = catalog();
    let (mut one, mut ours) = Store::open(path.clone(), catalog).unwrap();
    let (mut other, mut theirs) = Store::open(path.clone(), catalog).unwrap();
    theirs.unclaim(catalog.find_skill("git-basics").unwrap());
    theirs.set_pins([].into());
    theirs.set_baseline([].into());
    other.save(catalog, &theirs).unwrap();
    claim(&mut ours, "redis");
    one.save(catalog, &ours).unwrap();
    let skills = serde_json::json!({ "redis": { "claims": { "working": "2027-02-28" } } });
    assert_eq!(json(&path), serde_json::json!({ "version": VERSION, "skills": skills }));
}

/// Of two machines only one has the new program as yet.
#[test]
fn what_is_taken_back_on_a_machine_with_format_1_stays_taken_back() {
    let base = format_1(r#""skills": { "git-basics": { "claimed": "2027-01-01" } }"#);
    let theirs = format_1(r#""region": "uk""#);
    let (_folder, path) = file(&base);
    let catalog = catalog();
    let (mut store, progress) = Store::open(path.clone(), catalog).unwrap();
    store.save(catalog, &progress).unwrap();
    let ours = fs::read(&path).unwrap();
    let merged = merge_texts(Some(base.as_bytes()), &ours, theirs.as_bytes()).unwrap();
    let merged: Value = serde_json::from_str(&merged).unwrap();
    assert_eq!(merged, serde_json::json!({ "version": VERSION, "region": "uk" }));
}

/// Rungs ask for more than those three by now; what was proven is not open again for that.
#[test]
fn what_was_proven_in_format_1_is_done() {
    let catalog = catalog();
    let proofs = r#"{ "p1": "2027-01-01", "p2": "2027-01-03", "p3": "2027-01-02" }"#;
    for (id, skill) in catalog.skills() {
        let Some(rung) = end_of_format_1(&skill.id) else { continue };
        let skills = format!(r#""skills": {{ "{}": {{ "proofs": {proofs} }} }}"#, skill.id);
        let file = decode::understood(format_1(&skills).as_bytes()).unwrap().file;
        let progress = file.progress(catalog);
        let learner = crate::progress::Learner { catalog, progress: &progress };
        assert!(learner.is_settled(catalog.climb_to(id, rung)), "{} at {rung:?}", skill.id);
        assert!(progress.record(id).unwrap().claims.values().all(|it| *it == date(2027, 1, 3)));
    }
}

#[test]
fn a_file_of_format_2_has_every_field_and_is_written_as_it_was() {
    let catalog = catalog();
    let (_folder, path) = file(FORMAT_2);
    let (mut store, progress) = Store::open(path.clone(), catalog).unwrap();
    store.save(catalog, &progress).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), FORMAT_2);

    let value = json(&path);
    let keys =
        |it: &Value| -> BTreeSet<String> { it.as_object().unwrap().keys().cloned().collect() };
    for (field, _) in MANNERS {
        assert!(keys(&value).contains(*field), "{field} is not in the file");
    }
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    for (section, name) in [
        ("skills", "SkillEntry"),
        ("projects", "ProjectEntry"),
        ("roles", "RoleEntry"),
        ("routes", "RouteEntry"),
        ("timers", "TimerEntry"),
    ] {
        let entries = value[section].as_object().unwrap().values();
        let found: BTreeSet<String> = entries.flat_map(keys).collect();
        let known = keys(&schema["$defs"][name]["properties"]);
        assert!(known.is_subset(&found), "{section}: {known:?}");
    }
    let facts = progress.facts();
    assert_eq!((facts.pins.len(), facts.baseline.len()), (3, 2));
    assert_eq!((facts.experience, facts.projects.len()), (Some(30), 1));
    let git = progress.record(catalog.find_skill("git-basics").unwrap()).unwrap();
    assert_eq!((git.ticks.len(), git.claims.len(), git.log.len()), (2, 2, 2));
    assert_eq!((git.evidence.len(), git.read.len()), (1, 1));
    assert_eq!(git.hours, [(Rung::Practitioner, 720)].into());
    let project = facts.projects.values().next().unwrap();
    assert_eq!((facts.notes.len(), project.evidence.len(), project.log.len()), (5, 1, 1));
    assert_eq!((facts.timers.len(), facts.review_share, facts.hides_looks), (2, Some(15), true));
    let grades = progress.reviews_of(&Card::new("git-basics-w1").unwrap()).unwrap();
    assert_eq!(grades.values().copied().collect::<Vec<_>>(), [Grade::Again, Grade::Hard]);
}

/// The text that is given back is the one that was written, not what is made of it.
#[test]
fn what_is_written_by_hand_stays_as_it_is_until_it_is_changed() {
    let catalog = catalog();
    let git = catalog.find_skill("git-basics").unwrap();
    let written = r#"{
  "version": 2,
  "skills": {
    "git-basics": {
      "evidence": {
        "p1": " a\tb\n",
        "p2": ""
      },
      "hours": {
        "working": 0
      },
      "note": "\tone\r\ntwo\n\n"
    },
    "redis": {
      "note": "\u0007"
    }
  }
}
"#;
    let (_folder, path) = file(written);
    let (mut store, mut progress) = Store::open(path.clone(), catalog).unwrap();
    let note = Notable::Skill(git);
    assert_eq!(progress.note(note).map(|it| &**it), Some("    one\ntwo"));
    assert_eq!((progress.facts().notes.len(), progress.own_hours(git, Rung::Working)), (1, None));
    store.save(catalog, &progress).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), written);
    progress.set_note(note, None);
    progress.reset(git);
    store.save(catalog, &progress).unwrap();
    let left = serde_json::json!({ "evidence": { "p2": "" }, "hours": { "working": 0 } });
    assert_eq!(json(&path)["skills"]["git-basics"], left);
}

#[test]
fn a_skill_that_is_claimed_and_skipped_is_what_was_said_last() {
    let catalog = catalog();
    let redis = catalog.find_skill("redis").unwrap();
    for (claimed, skipped, is_claimed) in
        [("01-02", "01-01", true), ("01-01", "01-01", true), ("01-01", "01-02", false)]
    {
        let said = format!(
            r#"{{ "claims": {{ "awareness": "2026-12-01", "working": "2027-{claimed}" }}, "skipped": "2027-{skipped}" }}"#
        );
        let (_folder, path) =
            file(&format!(r#"{{ "version": 2, "skills": {{ "redis": {said} }} }}"#));
        let (mut store, progress) = Store::open(path.clone(), catalog).unwrap();
        let found = (progress.claimed(redis).is_some(), progress.skipped(redis).is_some());
        assert_eq!(found, (is_claimed, !is_claimed), "{said}");
        store.save(catalog, &progress).unwrap();
        let field = if is_claimed { "claims" } else { "skipped" };
        let kept = json(&path)["skills"]["redis"].as_object().unwrap().clone();
        assert_eq!(kept.keys().collect::<Vec<_>>(), [field], "{said}");
    }
}
