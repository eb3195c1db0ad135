//! The real program on real files: many at once, two machines, git, damage.

use std::{fs, path::Path, process::Command};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::stage::{self, SHIPPED, told};

mod undoing;

/// Any day will do.
const TODAY: &str = "2027-02-28";

/// A learner's machine.
struct Home(stage::Home);

impl std::ops::Deref for Home {
    type Target = stage::Home;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Home {
    fn new() -> Self {
        Self(stage::Home::on(TODAY))
    }

    #[track_caller]
    fn claims(&self) -> Vec<String> {
        let progress = self.progress();
        progress["skills"].as_object().into_iter().flatten().map(|(id, _)| id.clone()).collect()
    }
}

/// The first proof of a skill.
fn proof(id: &str) -> &'static str {
    let skill = SHIPPED.skill(SHIPPED.find_skill(id).unwrap());
    &skill.proofs().next().unwrap().1.id
}

/// So many ids of skills.
fn skills(number: usize) -> Vec<String> {
    SHIPPED.skills().map(|(_, skill)| skill.id.to_string()).take(number).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn of_two_hundred_changes_by_eight_processes_none_is_lost() {
    let home = Home::new();
    // As many skills as there are; what is left over is claimed and taken back.
    let ids = skills(200);
    let shares: Vec<Vec<String>> =
        (0..8).map(|who| ids.iter().skip(who).step_by(8).cloned().collect()).collect();
    let mut changes = 0;
    std::thread::scope(|scope| {
        for share in &shares {
            let home = &home;
            scope.spawn(move || {
                for id in share {
                    home.rungs(&format!("claim {id}"));
                }
                for id in share.iter().take(25_usize.saturating_sub(share.len())) {
                    home.rungs(&format!("prove {id} {}", proof(id)));
                }
            });
            changes += share.len().max(25);
        }
    });
    assert_eq!(changes, 200);
    let progress = home.progress();
    for (who, share) in shares.iter().enumerate() {
        for id in share {
            let claims = progress["skills"][id]["claims"].as_object().unwrap();
            assert!(claims.values().all(|it| it == TODAY), "{id} of {who}");
        }
        for id in share.iter().take(25_usize.saturating_sub(share.len())) {
            let proofs = &progress["skills"][id]["proofs"];
            assert_eq!(proofs[proof(id)], TODAY, "{id} of {who}");
        }
    }
    assert_eq!(names(home.folder().join("rungs").as_path()), ["backups", "progress.json"]);
}

#[test]
#[cfg(unix)]
fn files_and_folders_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new();
    home.rungs("claim redis");
    home.rungs("claim git-basics");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = home.folder().join("rungs");
    assert_eq!((mode(&folder), mode(&home.file())), (0o700, 0o600));
    let backups = folder.join("backups");
    assert_eq!((mode(&backups), mode(&backups.join("progress.previous.json"))), (0o700, 0o600));
}

#[test]
fn a_damaged_file_is_told_of_with_the_way_back() {
    let home = Home::new();
    home.rungs("claim redis");
    home.rungs("claim git-basics");
    fs::write(home.file(), b"{ \"version\": 1, \"ski").unwrap();
    for line in ["status", "claim sql-queries"] {
        let told = home.fails(line, 1);
        assert!(told.contains("cannot be understood"), "{told}");
        assert!(told.contains("a copy is in"), "{told}");
        assert!(told.ends_with("progress.json restore previous\n"), "{told}");
    }
    assert_eq!(fs::read(home.file()).unwrap(), b"{ \"version\": 1, \"ski");
    home.rungs("restore");
    assert_eq!(home.claims(), ["redis"]);
    assert!(home.rungs("backups").contains("before-restore-1   "));
    assert!(home.fails("restore yesterday", 2).contains("there are: "));
}

/// A file of the last format, its backup, and a list of what was done then.
#[test]
fn a_file_of_format_1_is_taken_over_with_its_backup() {
    let home = Home::new();
    fs::create_dir_all(home.folder().join("rungs")).unwrap();
    let old = include_str!("../data/format-1.json");
    fs::write(home.file(), old).unwrap();
    assert_eq!(home.json("status")["goal"], "back-end-developer");
    assert_eq!(home.json("skill git-basics")["reached"], "working");
    assert_eq!(fs::read_to_string(home.file()).unwrap(), old, "looking changes nothing");
    home.rungs("claim redis");
    let progress = home.progress();
    assert_eq!(progress["version"], 2);
    assert_eq!(progress["skills"]["git-basics"]["claims"], json!({ "working": "2026-11-18" }));
    assert_eq!(progress["unknown"], json!({ "stays": true }));
    assert!(home.rungs("backups").contains("format-1 "));
    home.rungs("restore format-1");
    assert_eq!(fs::read_to_string(home.file()).unwrap(), old);
}

#[test]
fn a_file_of_a_newer_program_is_shown_and_left_alone() {
    let home = Home::new();
    fs::create_dir_all(home.folder().join("rungs")).unwrap();
    let newer = r#"{ "version": 3, "goal": { "role": "data-engineer", "scope": "essential" } }"#;
    fs::write(home.file(), newer).unwrap();
    let said = home.rungs("status");
    assert!(said.contains("Data engineer, essential") && said.contains("newer rungs"), "{said}");
    assert!(home.fails("claim redis", 1).contains("format 3, this one knows 2"));
    assert_eq!(fs::read_to_string(home.file()).unwrap(), newer);
}

#[test]
fn what_two_machines_build_and_claim_comes_together() {
    let (here, there) = (Home::new(), Home::new());
    let (_, project) = SHIPPED.projects().next().unwrap();
    let [one, other] = [0, 1].map(|at| &*project.points[at].id);
    here.rungs(&format!("build {} {one}", project.id));
    here.rungs("claim redis --rung awareness");
    here.rungs("set experience 6m");
    there.rungs(&format!("build {} {other}", project.id));
    there.rungs("claim redis --rung working");
    there.rungs("set experience 1y");
    let line = format!("merge {} {}", here.file().display(), there.file().display());
    here.rungs(&line);
    let merged = here.progress();
    let points = json!({ (one): TODAY, (other): TODAY });
    assert_eq!(merged["projects"][&*project.id]["points"], points);
    assert_eq!(
        merged["skills"]["redis"]["claims"],
        json!({ "awareness": TODAY, "working": TODAY })
    );
    assert_eq!(merged["experience"], 12);
}

#[test]
fn a_copy_of_another_machine_is_brought_in() {
    let (here, there) = (Home::new(), Home::new());
    here.rungs("claim redis");
    there.rungs("prove git-basics p1");
    let line = format!("merge {} {}", here.file().display(), there.file().display());
    assert!(here.rungs(&line).starts_with("Brought "));
    assert_eq!(here.claims(), ["git-basics", "redis"]);
    assert_eq!(there.claims(), ["git-basics"]);
    assert!(here.rungs(&line).contains("has everything"));

    let before = fs::read(here.file()).unwrap();
    fs::write(there.file(), "nonsense").unwrap();
    assert!(here.fails(&line, 1).contains("cannot be understood"));
    fs::remove_file(there.file()).unwrap();
    assert!(here.fails(&line, 1).contains("cannot read"));
    assert_eq!(fs::read(here.file()).unwrap(), before);
}

/// Asks the installed git.
#[track_caller]
fn git(place: &Path, line: &str) -> String {
    let mut command = Command::new("git");
    command.arg("-C").arg(place).args(["-c", "user.name=x", "-c", "user.email=x@localhost"]);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let output = command.args(line.split_whitespace()).output().unwrap();
    assert!(output.status.success(), "{line}: {}", told(&output));
    told(&output)
}

#[test]
fn git_merges_with_us_as_its_driver() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    let data = place.join("progress.json");
    let rungs = |line: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rungs"));
        command.arg("--data").arg(&data).args(["--today", TODAY]).args(line.split(' '));
        assert!(command.output().unwrap().status.success(), "{line}");
    };
    git(place, "init --quiet --initial-branch=main");
    fs::write(place.join(".gitignore"), "backups\n").unwrap();
    fs::write(place.join(".gitattributes"), "progress.json merge=rungs\n").unwrap();
    let driver = format!("'{}' merge %O %A %B", env!("CARGO_BIN_EXE_rungs"));
    let config = fs::read_to_string(place.join(".git/config")).unwrap();
    let section = format!("{config}[merge \"rungs\"]\n\tdriver = \"{driver}\"\n");
    fs::write(place.join(".git/config"), section).unwrap();

    rungs("claim redis");
    git(place, "add .");
    git(place, "commit --quiet -m base");
    git(place, "checkout --quiet -b other");
    rungs("claim git-basics");
    rungs("claim redis --undo");
    git(place, "commit --quiet -am theirs");
    git(place, "checkout --quiet main");
    rungs("claim git-branching");
    git(place, "commit --quiet -am ours");
    git(place, "merge --quiet other");
    let merged = stage::json(&data);
    let ids: Vec<&String> = merged["skills"].as_object().unwrap().keys().collect();
    assert_eq!(ids, ["git-basics", "git-branching"]);
    assert_eq!(git(place, "status --porcelain"), "");
}

#[test]
fn a_merge_driver_that_cannot_read_changes_nothing() {
    let home = Home::new();
    home.rungs("claim redis");
    let place = |name: &str| home.folder().join(name);
    fs::copy(home.file(), place("ours")).unwrap();
    fs::copy(home.file(), place("theirs")).unwrap();
    fs::write(place("base"), "<<<<").unwrap();
    let line = |base: &str| {
        let [base, ours, theirs] = [base, "ours", "theirs"].map(place);
        format!("merge {} {} {}", base.display(), ours.display(), theirs.display())
    };
    let before = fs::read(place("ours")).unwrap();
    assert!(home.fails(&line("base"), 1).contains("cannot be understood"));
    assert_eq!(fs::read(place("ours")).unwrap(), before);
    // Git has no base to give for a file that was added on both sides.
    fs::write(place("base"), "").unwrap();
    home.rungs(&line("base"));
    assert_eq!(names(home.folder()), ["base", "ours", "rungs", "theirs"]);
}

/// An empty repository, as one gets it from a host.
fn remote() -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    git(folder.path(), "init --quiet --bare --initial-branch=main");
    let address = folder.path().display().to_string();
    (folder, address)
}

#[test]
fn two_machines_exchange_what_both_changed_at_once() {
    let (here, there) = (Home::new(), Home::new());
    let (_remote, address) = remote();
    assert!(here.fails("sync", 1).contains("rungs sync ADDRESS"));
    here.rungs("claim redis");
    here.rungs("claim git-basics");
    assert!(here.rungs(&format!("sync {address}")).starts_with("Sent"));
    assert!(there.rungs(&format!("sync {address}")).starts_with("Took in"));
    assert_eq!(there.claims(), here.claims());

    // Both at once: each adds, one removes, both tick the same skill.
    here.rungs("claim redis --undo");
    here.rungs("prove git-basics p1");
    here.rungs("claim sql-queries");
    there.rungs("prove git-basics p2");
    there.rungs("claim http-basics");
    assert!(here.rungs("sync").starts_with("Sent what is new here."));
    assert!(there.rungs("sync").starts_with("Sent what is new here, and took in"));
    assert!(here.rungs("sync").starts_with("Took in"));
    assert!(here.rungs("sync").starts_with("There is nothing new"));
    assert!(there.rungs("sync").starts_with("There is nothing new"));
    assert_eq!(here.progress(), there.progress());
    assert_eq!(here.claims(), ["git-basics", "http-basics", "sql-queries"]);
    let proofs = &here.progress()["skills"]["git-basics"]["proofs"];
    assert_eq!(proofs.as_object().unwrap().len(), 2);
}

#[test]
fn machines_that_began_apart_come_together_and_other_files_stay() {
    let (here, there) = (Home::new(), Home::new());
    let (remote, address) = remote();
    let work = tempfile::tempdir().unwrap();
    git(work.path(), "init --quiet --initial-branch=main");
    fs::write(work.path().join("README"), "mine").unwrap();
    git(work.path(), "add README");
    git(work.path(), "commit --quiet -m first");
    git(work.path(), &format!("push --quiet {address} main"));

    here.rungs("claim redis");
    there.rungs("claim git-basics");
    let sync = format!("sync {address}");
    std::thread::scope(|scope| {
        scope.spawn(|| here.rungs(&sync));
        scope.spawn(|| there.rungs(&sync));
    });
    here.rungs("sync");
    there.rungs("sync");
    here.rungs("sync");
    assert_eq!(here.claims(), ["git-basics", "redis"]);
    assert_eq!(here.progress(), there.progress());
    assert_eq!(git(remote.path(), "show main:README"), "mine");
    assert_eq!(git(remote.path(), "ls-tree --name-only main"), "README\nprogress.json\n");
}

#[test]
fn offline_it_says_so_and_loses_nothing() {
    let (here, there) = (Home::new(), Home::new());
    let (remote, address) = remote();
    here.rungs("claim redis");
    here.rungs(&format!("sync {address}"));
    there.rungs(&format!("sync {address}"));

    let away = remote.path().with_extension("away");
    fs::rename(remote.path(), &away).unwrap();
    here.rungs("claim git-basics");
    let told = here.fails("sync", 1);
    assert!(told.contains("cannot reach") && told.contains("Nothing is lost"), "{told}");
    here.rungs("claim sql-queries");
    fs::rename(&away, remote.path()).unwrap();

    here.rungs("sync");
    there.rungs("sync");
    assert_eq!(there.claims(), ["git-basics", "redis", "sql-queries"]);
}

/// A machine that lost its file takes nothing away from the others, whether
/// it begins another one or not.
#[test]
fn a_lost_file_comes_back_from_the_other_machines() {
    let (here, there) = (Home::new(), Home::new());
    let (_remote, address) = remote();
    here.rungs("claim redis");
    here.rungs("claim git-basics");
    here.rungs(&format!("sync {address}"));
    there.rungs(&format!("sync {address}"));

    fs::remove_file(there.file()).unwrap();
    assert!(there.rungs("sync").starts_with("Took in"));
    assert_eq!(there.claims(), ["git-basics", "redis"]);

    fs::remove_file(there.file()).unwrap();
    there.rungs("claim sql-queries");
    assert_eq!(there.claims(), ["sql-queries"]);
    there.rungs("sync");
    here.rungs("sync");
    for machine in [&here, &there] {
        assert_eq!(machine.claims(), ["git-basics", "redis", "sql-queries"]);
    }

    // What goes wrong on the way costs nothing either.
    here.rungs("claim http-basics");
    fs::remove_file(here.file().with_file_name("progress.git").join("HEAD")).unwrap();
    fs::write(here.file().with_file_name("progress.git").join("index.lock"), "").unwrap();
    here.rungs("sync");
    there.rungs("sync");
    assert_eq!(there.claims(), ["git-basics", "http-basics", "redis", "sql-queries"]);
}

/// A machine whose file was copied to another before the first sync. Then it corrected
/// time, took back time and a proof, and set other hours.
fn corrected_since_it_was_copied() -> (Home, Home) {
    let (here, there) = (Home::new(), Home::new());
    here.rungs("log html-basics 2h");
    here.rungs("log css-basics 1h");
    here.rungs("prove html-basics a1");
    here.rungs("set hours 10h a week");
    fs::create_dir_all(there.file().parent().unwrap()).unwrap();
    fs::copy(here.file(), there.file()).unwrap();
    let entry = |id: &str| {
        let skills = here.progress()["skills"].clone();
        skills[id]["log"].as_object().unwrap().keys().next().unwrap().clone()
    };
    here.rungs(&format!("entry {} 20m", entry("html-basics")));
    here.rungs(&format!("entry {} --undo", entry("css-basics")));
    here.rungs("prove html-basics a1 --undo");
    here.rungs("set hours 4h a week");
    (here, there)
}

#[test]
fn a_copy_that_did_nothing_undoes_nothing_whoever_is_the_first_to_sync() {
    let (_remote, address) = remote();
    let (here, there) = corrected_since_it_was_copied();
    let expected = here.progress();
    assert_eq!(here.rungs(&format!("sync {address}")), "Sent what is new here.\n");
    assert_eq!(there.rungs(&format!("sync {address}")), "Took in what is new elsewhere.\n");
    assert!(here.rungs("sync").starts_with("There is nothing new"));
    assert_eq!([here.progress(), there.progress()], [expected.clone(), expected]);

    let (_remote, address) = remote();
    let (here, there) = corrected_since_it_was_copied();
    let expected = here.progress();
    there.rungs(&format!("sync {address}"));
    assert_eq!(here.rungs(&format!("sync {address}")), "Sent what is new here.\n");
    assert_eq!(there.rungs("sync"), "Took in what is new elsewhere.\n");
    assert!(here.rungs("sync").starts_with("There is nothing new"));
    assert_eq!([here.progress(), there.progress()], [expected.clone(), expected]);
}

#[test]
fn what_both_did_since_one_was_copied_stands_whoever_is_the_first_to_sync() {
    for is_first in [true, false] {
        let (_remote, address) = remote();
        let (here, there) = corrected_since_it_was_copied();
        there.rungs("claim redis");
        there.rungs("set experience 6m");
        let [first, second] = if is_first { [&here, &there] } else { [&there, &here] };
        first.rungs(&format!("sync {address}"));
        let told = second.rungs(&format!("sync {address}"));
        assert_eq!(told, "Sent what is new here, and took in what is new elsewhere.\n");
        first.rungs("sync");
        assert_eq!(here.progress(), there.progress());
        let (merged, skills) = (here.progress(), here.progress()["skills"].clone());
        assert_eq!(merged["experience"], 6);
        assert!(skills["redis"]["claims"].is_object());
        assert!(skills["html-basics"]["log"].as_object().unwrap().values().eq([&json!(20)]));
        assert_eq!(skills["html-basics"]["proofs"], Value::Null);
        assert_eq!(skills["css-basics"], Value::Null);
        let hours = merged["hours"].as_object().unwrap().values();
        assert_eq!(hours.map(|it| it.as_u64().unwrap()).sum::<u64>(), 240);
    }
}

#[test]
fn where_nobody_knows_what_both_were_made_from_all_is_kept_and_it_is_said() {
    let (_remote, address) = remote();
    let (here, there) = corrected_since_it_was_copied();
    fs::remove_dir_all(here.file().with_file_name("backups")).unwrap();
    here.rungs(&format!("sync {address}"));
    let told = there.rungs(&format!("sync {address}"));
    assert!(told.contains("No state is known that both files were made from"), "{told}");
    assert!(there.progress()["skills"]["css-basics"]["log"].is_object());
    assert!(!here.rungs("sync").contains("No state is known"));
    assert!(!there.rungs("sync").contains("No state is known"));
}

#[test]
fn syncs_at_once_wait_for_each_other() {
    let home = Home::new();
    let (_remote, address) = remote();
    home.rungs("claim redis");
    home.rungs(&format!("sync {address}"));
    home.rungs("claim git-basics");
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| home.rungs("sync"));
        }
    });
}

#[test]
fn the_schema_is_printed() {
    let schema: Value = serde_json::from_str(&Home::new().rungs("schema")).unwrap();
    assert_eq!(schema["title"], "ProgressFile");
    assert!(schema["properties"]["skills"].is_object());
    assert!(schema["properties"]["projects"].is_object());
}
