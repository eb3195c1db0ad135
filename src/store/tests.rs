//! What the store promises.

mod backups;
mod formats;
mod mutated;
mod several;
mod troubles;

use std::fs;

use jiff::civil::{Date, date};

use super::*;
use crate::{
    catalog::{ClimbId, Rung},
    progress::{Day, Depth, EntryId, Evidence, Goal, Item, Mark, Notable, Note, Task},
};

const TODAY: Date = date(2027, 2, 28);

fn catalog() -> &'static Catalog {
    Catalog::embedded()
}

fn claim(progress: &mut Progress, id: &str) {
    progress.claim(catalog().find_skill(id).unwrap(), Rung::Working, TODAY);
}

fn climb(name: &str) -> ClimbId {
    catalog().find_climb(name).unwrap()
}

/// Something in every field.
fn some_progress(catalog: &Catalog) -> Progress {
    let today = TODAY;
    let mut progress = Progress::default();
    let skill = catalog.find_skill("git-basics").unwrap();
    let route = catalog.find_route("degree-uk").unwrap();
    let (project, known) = catalog.projects().next().unwrap();
    let role = catalog.find_role("back-end-developer").unwrap();
    progress.set_goal(Some(Goal { role, depth: Depth::Important }));
    progress.set_region(catalog.find_region("uk"));
    progress.pick(&[], catalog.find_skill("python-core").unwrap());
    progress.prove(skill, catalog.skill(skill).find_proof("p1").unwrap(), today);
    claim(&mut progress, "http-basics");
    progress.claim(catalog.find_skill("sql-queries").unwrap(), Rung::Awareness, today);
    claim(&mut progress, "sql-queries");
    progress.skip(catalog.find_skill("redis").unwrap(), today);
    progress.log(Task::Skill(skill), EntryId::new(today, "7f3a9c12"), 45);
    progress.set_hours([(Day::Mon, 60), (Day::Sat, 240)].into());
    progress.set_start(Some(today));
    progress.take_break(date(2027, 12, 20), date(2028, 1, 3));
    let (git, containers) = (climb("git-basics/working"), climb("containers/awareness"));
    progress.set_pins(
        [(git, Some(Item::Project(project))), (containers, Some(Item::Climb(git)))].into(),
    );
    progress.set_baseline(
        [(Item::Climb(git), date(2027, 4, 1)), (Item::Project(project), date(2027, 5, 1))].into(),
    );
    progress.set_experience(Some(30));
    progress.tick_point(project, known.points().next().unwrap().0, today);
    progress.set_hides_dates(true);
    let (proof, point) =
        (catalog.skill(skill).proofs().next().unwrap().0, known.points().next().unwrap().0);
    progress.set_evidence(Mark::Proof(skill, proof), Evidence::new("https://example.org/a"));
    progress.set_evidence(Mark::Point(project, point), Evidence::new("~/a"));
    progress.set_own_hours(skill, Rung::Practitioner, Some(720));
    progress.mark_read(skill, catalog.skill(skill).resources().next().unwrap().0, today);
    for thing in [
        Notable::Role(role),
        Notable::Skill(skill),
        Notable::Project(project),
        Notable::Route(route),
    ] {
        progress.set_note(thing, Note::new("one\n\n  two"));
    }
    progress.follow(route, today);
    progress.reach(route, catalog.route(route).find_milestone("m01").unwrap(), today);
    progress
}

#[test]
fn what_is_saved_is_loaded_again_and_nothing_is_left_beside() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep/er/progress.json");
    let catalog = catalog();
    let (mut store, progress) = Store::open(path.clone(), catalog).unwrap();
    assert!(store.is_new() && progress == Progress::default());

    let progress = some_progress(catalog);
    store.save(catalog, &progress).unwrap();
    let (store, loaded) = Store::open(path.clone(), catalog).unwrap();
    assert!(!store.is_new());
    assert_eq!(loaded, progress);
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn what_this_program_does_not_know_survives() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.json");
    let text = r#"{
  "version": 2,
  "goal": { "role": "role-of-tomorrow", "scope": "everything", "mood": "keen" },
  "region": "atlantis",
  "picks": ["cobol-core"],
  "hours": { "mon": 60, "octidi": 90 },
  "pins": { "cobol-core/working": null, "git-basics/guru": null, "git-basics/working": "project/of-tomorrow", "project/of-tomorrow": "git-basics/working" },
  "baseline": { "cobol-core": "2027-06-01", "git-basics/guru": "2027-06-02", "project/of-tomorrow": "2027-06-03" },
  "skills": {
    "cobol-core": { "proofs": { "p1": "2027-01-01" }, "claims": { "format-1": "2027-01-01" } },
    "git-basics": { "proofs": { "p1": "2027-01-02", "p99": "2027-01-03" }, "claims": { "guru": "2027-01-05", "Working": "2027-01-05" }, "log": { "2027-01-02.a": 30, "once": 20 }, "stars": 5 }
  },
  "projects": { "of-tomorrow": { "points": { "done": "2027-01-02" }, "link": "https://example.org" }, "PROJECT": { "points": { "point-of-tomorrow": "2027-01-03" } } },
  "routes": { "night-school": { "since": "2027-01-04", "bus": [1, 2] } },
  "theme": { "name": "sea" }
}"#;
    let catalog = catalog();
    let text = &text.replace("PROJECT", &catalog.projects().next().unwrap().1.id);
    fs::write(&path, text).unwrap();
    let (mut store, progress) = Store::open(path.clone(), catalog).unwrap();
    store.save(catalog, &progress).unwrap();
    let before: serde_json::Value = serde_json::from_str(text).unwrap();
    let after: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(after, before);

    // Taking back the tick that is known leaves the rest of its entry.
    let mut progress = progress;
    progress.reset(catalog.find_skill("git-basics").unwrap());
    store.save(catalog, &progress).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("p99") && text.contains("stars") && text.contains("guru"), "{text}");
    assert!(!text.contains("\"p1\": \"2027-01-02\""), "{text}");
}

#[test]
fn a_file_that_cannot_be_understood_is_left_alone_and_copied_once() {
    #[track_caller]
    fn check(bytes: &[u8], reason: &str) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("progress.json");
        fs::write(&path, bytes).unwrap();
        for _ in 0..2 {
            let error = Store::open(path.clone(), catalog()).unwrap_err().to_string();
            assert!(error.contains(reason), "{error}");
            assert_eq!(fs::read(&path).unwrap(), bytes);
        }
        let copy = folder.path().join("progress.json.damaged-1");
        assert_eq!(fs::read(copy).unwrap(), bytes);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
    check(b"", "it is empty");
    check(b"{", "line 1 column 1");
    check(b"\0\0\0\0", "it holds nothing but zeros");
    check(b"{\n<<<<<<< ours\n=======\n>>>>>>> theirs\n}", "git was not done with merging it");
    check(br#"{ "version": 1, "skills": { "redis": {}, "redis": {} } }"#, "`redis` is there twice");
    check(
        br#"{ "version": 2, "projects": { "bookmarks": {}, "bookmarks": {} } }"#,
        "`bookmarks` is there twice at line 1",
    );
    check(br#"{ "version": 2, "mood": { "a": [{ "b": 1, "b": 2 }] } }"#, "`b` is there twice");
    check(b"\xff\xfe{}", "line 1 column 1");
    check(b"[]", "it is a list");
    check(b"{}", "missing field `version`");
    check(br#"{ "version": 0 }"#, "there is no version 0");
    check(br#"{ "version": 1, "skills": 3 }"#, "expected a map");
    check(br#"{ "version": 1, "skills": { "x": { "claimed": "soon" } } }"#, "invalid digit");
    check(br#"{ "version": 2, "skills": 3 }"#, "expected a map at line 1 column 27");
    check(br#"{ "version": 2, "skills": { "x": { "claims": { "working": "soon" } } } }"#, "line 1");
    check(br#"{ "version": 2, "experience": "2y" }"#, "line 1");
    check("[".repeat(100_000).as_bytes(), "it is a list");
    let (open, close) = ("[".repeat(100_000), "]".repeat(100_000));
    for version in 1..=VERSION {
        let deep = format!(r#"{{ "version": {version}, "x": {open}{close} }}"#);
        check(deep.as_bytes(), "recursion limit");
    }
}

#[test]
fn a_file_of_a_newer_program_is_shown_if_possible_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.json");
    let catalog = catalog();
    fs::write(&path, r#"{ "version": 3, "skills": [] }"#).unwrap();
    let error = Store::open(path.clone(), catalog).unwrap_err().to_string();
    assert!(error.contains("newer rungs (format 3, this one knows 2)"), "{error}");

    let text = r#"{ "version": 3, "skills": { "redis": { "claims": { "working": "2027-01-01" } } }, "mood": 1 }"#;
    fs::write(&path, text).unwrap();
    let (mut store, progress) = Store::open(path.clone(), catalog).unwrap();
    assert!(progress.record(catalog.find_skill("redis").unwrap()).is_some());
    assert!(store.refusal().is_some());
    let error = store.save(catalog, &some_progress(catalog)).unwrap_err().to_string();
    assert!(error.contains("get the newer program"), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn one_tick_is_one_line_of_difference() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.json");
    let catalog = catalog();
    let (mut store, mut progress) = Store::open(path.clone(), catalog).unwrap();
    let skill = catalog.find_skill("git-basics").unwrap();
    let proof = |id| catalog.skill(skill).find_proof(id).unwrap();
    progress.prove(skill, proof("p2"), TODAY);
    store.save(catalog, &progress).unwrap();
    let before = fs::read_to_string(&path).unwrap();
    progress.prove(skill, proof("p1"), TODAY);
    store.save(catalog, &progress).unwrap();
    let after = fs::read_to_string(&path).unwrap();
    let before: Vec<&str> = before.lines().collect();
    let new: Vec<&str> = after.lines().filter(|line| !before.contains(line)).collect();
    assert_eq!(new, [r#"        "p1": "2027-02-28","#]);
    assert_eq!(after.lines().count(), before.len() + 1);
}

#[test]
fn a_failed_save_says_so_and_keeps_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.json");
    let catalog = catalog();
    let (mut store, _) = Store::open(path.clone(), catalog).unwrap();
    store.save(catalog, &Progress::default()).unwrap();
    let before = fs::read(&path).unwrap();
    // A folder of the draft's name is in the way.
    fs::create_dir(folder.path().join("progress.json.new")).unwrap();
    let error = store.save(catalog, &some_progress(catalog)).unwrap_err().to_string();
    assert!(error.contains("cannot write"), "{error}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
#[cfg(unix)]
fn links_and_permissions_are_respected() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = tempfile::tempdir().unwrap();
    let catalog = catalog();
    let (link, real) = (folder.path().join("link.json"), folder.path().join("real.json"));
    symlink("real.json", &link).unwrap();
    let (mut store, _) = Store::open(link.clone(), catalog).unwrap();
    store.save(catalog, &Progress::default()).unwrap();
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o600);

    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    store.save(catalog, &some_progress(catalog)).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn the_thread_keeps_the_last_state_and_says_when_it_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.json");
    let catalog = catalog();
    let (store, _) = Store::open(path.clone(), catalog).unwrap();
    let (sender, outcomes) = std::sync::mpsc::channel();
    let saver = Saver::start(store, catalog, move |news| {
        let News::Saved(revision) = news else { panic!("{news:?}") };
        sender.send(revision).unwrap();
    });
    for revision in 1..50 {
        saver.save(revision, Box::default()).unwrap();
    }
    saver.save(50, Box::new(some_progress(catalog))).unwrap();
    saver.finish(Vec::new()).unwrap().noted.unwrap();
    let outcomes: Vec<_> = outcomes.iter().collect();
    assert!(outcomes.is_sorted());
    assert_eq!(outcomes.last(), Some(&50));
    assert_eq!(Store::open(path, catalog).unwrap().1, some_progress(catalog));
}

/// Numbers in fields that are not known here do not drift however often they are written.
#[test]
fn a_number_that_is_not_known_stays_the_same_number() {
    for number in ["333333333333333.30e33", "5e-324", "1.1", "-0.0", "18446744073709551615"] {
        for version in 1..=VERSION {
            let text = format!("{{\n  \"version\": {version},\n  \"mood\": {number}\n}}\n");
            let once = merge_texts(None, text.as_bytes(), text.as_bytes()).unwrap();
            let value: serde_json::Value = serde_json::from_str(&once).unwrap();
            assert_eq!(value["mood"].to_string().parse(), number.parse::<f64>());
            assert_eq!(merge_texts(None, once.as_bytes(), once.as_bytes()), Ok(once));
        }
    }
}
