//! The laws of bringing together, and what they mean for a learner.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::{
    catalog::Catalog,
    store::{
        VERSION,
        file::manner::{BESIDE, BETWEEN},
        merge_texts,
    },
};

fn file(value: &Value) -> ProgressFile {
    ProgressFile::parse(value.to_string().as_bytes()).unwrap_or_else(|it| panic!("{it}: {value}"))
}

fn present(mut fields: Value) -> ProgressFile {
    fields["version"] = VERSION.into();
    file(&fields)
}

/// What comes of two files made from a third, whichever is called ours.
#[track_caller]
fn check(base: Value, ours: Value, theirs: Value, expected: Value) {
    let [base, ours, theirs, expected] = [base, ours, theirs, expected].map(present);
    assert_eq!(files(Some(&base), &ours, &theirs).unwrap(), expected);
    assert_eq!(files(Some(&base), &theirs, &ours).unwrap(), expected, "the other way round");
}

#[track_caller]
fn check_without_base(ours: Value, theirs: Value, expected: Value) {
    let [ours, theirs, expected] = [ours, theirs, expected].map(present);
    assert_eq!(files(None, &ours, &theirs).unwrap(), expected);
    assert_eq!(files(None, &theirs, &ours).unwrap(), expected, "the other way round");
}

fn ticks(ticks: impl serde::Serialize) -> Value {
    json!({ "skills": { "sql": { "proofs": ticks } } })
}

fn claims(claims: impl serde::Serialize) -> Value {
    json!({ "skills": { "redis": { "claims": claims } } })
}

/// What of a file counts: of a claim and a skip, what was said last.
fn read(file: &ProgressFile) -> ProgressFile {
    let catalog = Catalog::embedded();
    ProgressFile::default().with(catalog, &file.progress(catalog))
}

/// A timer that is stopped on one machine is stopped on both, whether it is logged or not;
/// stopped on both, its time is logged once, and the longer of the two.
#[test]
fn a_timer_is_logged_once_wherever_it_is_stopped() {
    let entry = "2026-11-22.51c7e0a2";
    let timer = |skill: &str| json!({ "skill": skill, "since": "2026-11-22T18:04:11Z" });
    let running = json!({ "timers": { (entry): timer("redis") } });
    let stopped = |minutes: u32| json!({ "skills": { "redis": { "log": { (entry): minutes } } } });
    check(running.clone(), stopped(30), running.clone(), stopped(30));
    check(running.clone(), stopped(30), stopped(45), stopped(45));
    check(running.clone(), json!({}), running.clone(), json!({}));
    // Not knowing that it was stopped, what is logged already runs no more.
    let merged = files(None, &present(stopped(30)), &present(running.clone())).unwrap();
    assert_eq!(read(&merged), present(stopped(30)));
    // One on each machine: both run.
    let other = json!({ "timers": { "2026-11-22.00000001": timer("kafka-basics") } });
    let both = json!({ "timers": {
        (entry): timer("redis"), "2026-11-22.00000001": timer("kafka-basics"),
    } });
    check_without_base(running, other, both);
}

#[test]
fn reviews_on_two_machines_are_all_kept_and_none_counts_twice() {
    let review = |of: Value| json!({ "reviews": { "redis-w1": of } });
    let base = review(json!({ "2026-11-20.1": "good" }));
    let ours = review(json!({ "2026-11-20.1": "good", "2026-11-22.1": "hard" }));
    let theirs = review(json!({ "2026-11-20.1": "good", "2026-11-23.1": "easy" }));
    let all = review(json!({
        "2026-11-20.1": "good", "2026-11-22.1": "hard", "2026-11-23.1": "easy",
    }));
    check(base, ours.clone(), theirs.clone(), all.clone());
    check_without_base(ours, theirs, all);
}

#[test]
fn a_change_or_removal_of_one_side_stands() {
    let both = json!({ "p1": "2027-01-01", "p2": "2027-01-02" });
    check(ticks(json!({ "p1": "2027-01-01" })), ticks(both.clone()), json!({}), {
        ticks(json!({ "p2": "2027-01-02" }))
    });
    check(ticks(both.clone()), json!({}), ticks(both), json!({}));
    check(
        json!({ "picks": ["a", "b"], "region": "uk" }),
        json!({ "picks": ["a"] }),
        json!({ "picks": ["a", "b", "c"], "region": "uk" }),
        json!({ "picks": ["a", "c"] }),
    );
    check(
        json!({ "picks": ["a"] }),
        json!({}),
        json!({ "picks": ["a", "b"] }),
        json!({ "picks": ["b"] }),
    );
}

#[test]
fn a_change_outlives_a_removal_and_what_belongs_together_stays_whole() {
    let goal = |role: &str| json!({ "goal": { "role": role, "scope": "everything" } });
    check(goal("a"), json!({}), goal("b"), goal("b"));
    let claimed = |day: &str| claims(json!({ "working": day }));
    check(claimed("2027-01-01"), json!({}), claimed("2027-01-02"), claimed("2027-01-02"));
    let worked = |months: u32| json!({ "experience": months });
    check(worked(12), json!({}), worked(18), worked(18));
    check(worked(12), worked(24), worked(18), worked(24));
    check(worked(12), json!({}), worked(12), json!({}));
}

#[test]
fn rungs_are_claimed_each_for_itself() {
    let (low, high) =
        (json!({ "awareness": "2027-01-01" }), json!({ "practitioner": "2027-01-02" }));
    let both = json!({ "awareness": "2027-01-01", "practitioner": "2027-01-02" });
    check_without_base(claims(&low), claims(&high), claims(&both));
    check(claims(&low), json!({}), claims(&both), claims(&high));
    let neither = json!({ "skills": { "redis": {} } });
    check(claims(&both), claims(&low), claims(&high), neither);
    // One that only a later program knows is like all others.
    let guru = json!({ "awareness": "2027-01-01", "guru": "2027-01-03" });
    check(claims(&low), claims(&guru), json!({}), claims(json!({ "guru": "2027-01-03" })));
}

#[test]
fn the_points_of_a_project_are_ticked_each_for_itself() {
    let built = |points: Value| json!({ "projects": { "guess-the-number": { "points": points } } });
    let (one, other) = (json!({ "starts": "2027-01-01" }), json!({ "range": "2027-01-02" }));
    let both = json!({ "starts": "2027-01-01", "range": "2027-01-02" });
    check_without_base(built(one.clone()), built(other.clone()), built(both.clone()));
    check(built(one), json!({}), built(both), built(other));
    let tick = |day: &str| built(json!({ "starts": day }));
    check_without_base(tick("2027-01-01"), tick("2027-01-03"), tick("2027-01-03"));
    let strange = |link: &str| json!({ "projects": { "of-tomorrow": { "link": link } } });
    check(strange("a"), json!({}), strange("b"), strange("b"));
}

#[test]
fn pins_and_a_plan_that_was_kept_are_brought_together_rung_by_rung() {
    let plan = |pins: Value, baseline: Value| json!({ "pins": pins, "baseline": baseline });
    check(
        plan(json!({ "redis/working": null }), json!({ "project/a": "2027-01-01" })),
        plan(
            json!({ "redis/working": null, "redis/awareness": "project/a" }),
            json!({ "project/a": "2027-01-02" }),
        ),
        json!({ "baseline": { "project/a": "2027-01-01", "redis/working": "2027-01-03" } }),
        plan(
            json!({ "redis/awareness": "project/a" }),
            json!({ "project/a": "2027-01-02", "redis/working": "2027-01-03" }),
        ),
    );
}

/// Between programs of both formats it is the same: format 1 is raised first.
#[test]
fn files_of_both_formats_are_brought_together() {
    let old = r#"{ "version": 1, "skills": { "redis": { "claimed": "2027-01-02" } } }"#;
    let new = r#"{ "version": 2, "skills": { "redis": { "claims": { "awareness": "2027-01-01" } } }, "experience": 6 }"#;
    let merged = merge_texts(None, old.as_bytes(), new.as_bytes()).unwrap();
    assert_eq!(merge_texts(None, new.as_bytes(), old.as_bytes()).as_ref(), Ok(&merged));
    let expected = claims(json!({ "awareness": "2027-01-01", "working": "2027-01-02" }));
    let expected = json!({ "skills": expected["skills"], "experience": 6 });
    assert_eq!(read(&file(&serde_json::from_str(&merged).unwrap())), present(expected));
}

#[test]
fn of_two_notes_both_are_kept_once() {
    let note = |text: &str| json!({ "skills": { "sql": { "note": text } } });
    let both = note("hard\n\n---\n\nnice");
    check(json!({}), note("nice"), note("hard"), both.clone());
    check(note("fine"), note("nice"), note("hard"), both.clone());
    check_without_base(note("nice"), both.clone(), both);
}

#[test]
fn of_two_lines_of_evidence_both_are_kept_beside_each_other() {
    let shown = |text: &str| json!({ "skills": { "sql": { "evidence": { "p1": text } } } });
    check(json!({}), shown("~/sql"), shown("https://a.b"), shown("https://a.b · ~/sql"));
    check(shown("c"), shown("b"), shown("a"), shown("a · b"));
    check(shown("b"), shown("b"), shown("a"), shown("a"));
    check(shown("a"), json!({}), shown("b"), shown("b"));
    check_without_base(shown("a · b"), shown("b"), shown("a · b"));
    let point = |text: &str| json!({ "projects": { "x": { "evidence": { "starts": text } } } });
    check_without_base(point("a"), point("b"), point("a · b"));
}

#[test]
fn what_was_expected_and_read_is_brought_together_one_by_one() {
    let sql = |hours: Value, read: Value| json!({ "skills": { "sql": { "hours": hours, "read": read } } });
    check(
        sql(json!({ "working": 600 }), json!({ "https://a": "2027-01-01" })),
        sql(json!({ "working": 720 }), json!({})),
        sql(
            json!({ "working": 600, "expert": 60 }),
            json!({ "https://a": "2027-01-01", "b": "2027-01-02" }),
        ),
        sql(json!({ "working": 720, "expert": 60 }), json!({ "b": "2027-01-02" })),
    );
    let noted = |text: &str| json!({ "roles": { "dba": { "note": text } } });
    check_without_base(noted("nice"), noted("hard"), noted("hard\n\n---\n\nnice"));
}

/// However texts begin and end, joined and parted again they are the same.
#[test]
fn texts_that_look_like_marks_do_not_grow_by_meeting_often() {
    let noted = |text: &str| present(json!({ "skills": { "sql": { "note": text } } }));
    let [a, b] = ["a\n\n---", "---\n\nb"].map(noted);
    let once = both(&a, &b);
    assert_eq!(once, noted("a\n\n---\n\nb"));
    assert_eq!(both(&once, &b), once);
    assert_eq!(both(&a, &once), once);
}

#[test]
fn of_two_dates_the_later_and_of_two_verdicts_the_last_is_kept() {
    check_without_base(
        ticks(json!({ "p1": "2027-01-01" })),
        ticks(json!({ "p1": "2027-01-03" })),
        ticks(json!({ "p1": "2027-01-03" })),
    );
    let claim = |rung: &str, day: &str| claims(json!({ rung: day }));
    let skip = json!({ "skills": { "redis": { "skipped": "2027-01-02" } } });
    for (claim, is_last) in [
        (claim("working", "2027-01-01"), false),
        (claim("working", "2027-01-02"), true),
        (claim("awareness", "2027-01-03"), true),
    ] {
        let expected = if is_last { claim.clone() } else { skip.clone() };
        let [claim, skip, expected] = [claim, skip.clone(), expected].map(present);
        assert_eq!(read(&both(&claim, &skip)), expected);
        assert_eq!(read(&both(&skip, &claim)), expected, "the other way round");
    }
}

/// Two rungs claimed on two machines, and a skip between them on a third.
#[test]
fn whichever_two_of_three_machines_meet_first_the_claims_are_the_same() {
    let a = present(claims(json!({ "awareness": "2027-01-01" })));
    let b = present(claims(json!({ "working": "2027-01-03" })));
    let c = present(json!({ "skills": { "redis": { "skipped": "2027-01-02" } } }));
    let expected = claims(json!({ "awareness": "2027-01-01", "working": "2027-01-03" }));
    for [x, y, z] in [[&a, &b, &c], [&a, &c, &b], [&b, &c, &a]] {
        assert_eq!(read(&both(&both(x, y), z)), present(expected.clone()));
    }
}

#[test]
fn what_nobody_here_knows_is_brought_together_as_well() {
    check(
        json!({ "moods": { "mon": 3, "tue": [1, 2] }, "tags": ["x"] }),
        json!({ "moods": { "mon": 4, "tue": [1, 2] }, "tags": ["x", "y"] }),
        json!({ "moods": { "mon": 3, "tue": [2, 2] }, "tags": [] }),
        json!({ "moods": { "mon": 4, "tue": [2, 2] }, "tags": ["y"] }),
    );
}

/// Files with little choice in each place, so that they meet.
fn some_file() -> impl Strategy<Value = ProgressFile> {
    let ticks = proptest::collection::btree_map("p[1-3]", "2027-01-0[1-3]", 0..3);
    let log = proptest::collection::btree_map("2027-01-01\\.[a-c]", 1..90_u32, 0..3);
    let note = proptest::option::of("(a|b|---)(\n\n(b|c|---)){0,3}");
    let evidence = proptest::collection::btree_map("p[1-2]", "(a|b|·)( (b|c|·)){0,3}", 0..2);
    let hours = proptest::collection::btree_map("working|guru", 1..900_u32, 0..2);
    let read = proptest::collection::btree_map("https://[ab]", "2027-01-0[1-3]", 0..2);
    let written = (note, evidence, hours, read);
    let skill = (ticks, log, verdict(), written).prop_map(|(ticks, log, verdict, written)| {
        let (note, evidence, hours, read) = written;
        let mut skill = json!({ "proofs": ticks, "log": log, "evidence": evidence });
        skill["hours"] = json!(hours);
        skill["read"] = json!(read);
        skill.as_object_mut().unwrap().extend(verdict);
        if let Some(note) = note {
            skill["note"] = note.into();
        }
        skill
    });
    let skills = proptest::collection::btree_map("redis|containers|s3", skill, 0..3);
    let picks = proptest::collection::btree_set("s[1-4]", 0..4);
    let goal = proptest::option::of(("r[1-2]", "essential|everything"));
    let roles = proptest::option::of("[ab]{1,2}").prop_map(|note| match note {
        Some(note) => json!({ "back-end-developer": { "note": note } }),
        None => json!({}),
    });
    let rest = (projects(), plan(), roles, strange(), strange());
    (skills, picks, goal, rest).prop_map(|(skills, picks, goal, rest)| {
        let (projects, plan, roles, one, other) = rest;
        let mut value = plan;
        value["skills"] = json!(skills);
        value["picks"] = json!(picks);
        value["projects"] = projects;
        value["roles"] = roles;
        if let Some((role, scope)) = goal {
            value["goal"] = json!({ "role": role, "scope": scope });
        }
        value["strange"] = one;
        value["notes"] = other;
        present(value)
    })
}

/// Some rungs that are claimed, or that the skill is skipped, or neither.
fn verdict() -> impl Strategy<Value = Map<String, Value>> {
    let rung = "format-1|awareness|working|guru";
    let claims = proptest::collection::btree_map(rung, "2027-01-0[1-4]", 1..4);
    prop_oneof![
        1 => Just(Map::new()),
        2 => claims.prop_map(|it| Map::from_iter([("claims".to_owned(), json!(it))])),
        1 => "2027-01-0[1-4]".prop_map(|it| Map::from_iter([("skipped".to_owned(), json!(it))])),
    ]
}

fn projects() -> impl Strategy<Value = Value> {
    let points = proptest::collection::btree_map("starts|range|x", "2027-01-0[1-3]", 0..3);
    let project = (points, proptest::option::of("[ab]")).prop_map(|(points, link)| {
        let mut project = json!({ "points": points });
        if let Some(link) = link {
            project["link"] = link.into();
        }
        project
    });
    proptest::collection::btree_map("guess-the-number|x", project, 0..3).prop_map(|it| json!(it))
}

/// Pins, a plan that was kept, and how long one has worked.
fn plan() -> impl Strategy<Value = Value> {
    let item = || "redis/working|redis/awareness|s3|project/x";
    let pins = proptest::collection::btree_map(item(), proptest::option::of(item()), 0..3);
    let baseline = proptest::collection::btree_map(item(), "2027-02-0[1-3]", 0..3);
    (pins, baseline, proptest::option::of(0..40_u32)).prop_map(|(pins, baseline, experience)| {
        let mut value = json!({ "pins": pins, "baseline": baseline });
        if let Some(months) = experience {
            value["experience"] = months.into();
        }
        value
    })
}

/// Any JSON.
fn strange() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-2..3_i64).prop_map(Value::from),
        (-1.0..1.0_f64).prop_map(Value::from),
        "[a-c]{0,2}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let fields = proptest::collection::btree_map("[a-c]", inner.clone(), 0..3);
        prop_oneof![
            proptest::collection::vec(inner, 0..3).prop_map(Value::from),
            fields.prop_map(|it| Value::Object(it.into_iter().collect())),
        ]
    })
}

fn both(a: &ProgressFile, b: &ProgressFile) -> ProgressFile {
    files(None, a, b).unwrap()
}

/// Everything a learner did, one thing on each line, and what it is worth.
fn deeds(file: &ProgressFile) -> BTreeMap<String, String> {
    let value = serde_json::to_value(file).unwrap();
    let skills = value.get("skills").and_then(Value::as_object).cloned().unwrap_or_default();
    let mut deeds = BTreeMap::new();
    for (id, entry) in skills {
        for section in ["proofs", "log", "hours", "read"] {
            for (name, it) in entry.get(section).and_then(Value::as_object).into_iter().flatten() {
                let worth = it.as_u64().map_or(it.to_string(), |minutes| format!("{minutes:05}"));
                deeds.insert(format!("{id} {section} {name}"), worth);
            }
        }
        let note = entry.get("note").and_then(Value::as_str).unwrap_or_default();
        for part in parts(BETWEEN, note).into_keys() {
            deeds.insert(format!("{id} note {part}"), String::new());
        }
        for (proof, it) in entry.get("evidence").and_then(Value::as_object).into_iter().flatten() {
            for part in parts(BESIDE, it.as_str().unwrap()).into_keys() {
                deeds.insert(format!("{id} evidence {proof} {part}"), String::new());
            }
        }
        if entry.get("claims").or(entry.get("skipped")).is_some() {
            deeds.insert(format!("{id} verdict"), String::new());
        }
    }
    let projects = value.get("projects").and_then(Value::as_object).cloned().unwrap_or_default();
    for (id, entry) in projects {
        for (name, it) in entry.get("points").and_then(Value::as_object).into_iter().flatten() {
            deeds.insert(format!("{id} point {name}"), it.to_string());
        }
    }
    if let Some(months) = value.get("experience").and_then(Value::as_u64) {
        deeds.insert("experience".to_owned(), format!("{months:05}"));
    }
    deeds
}

/// The rungs that are claimed of skills of which neither file says that they are skipped.
fn claimed<'a>(file: &'a Value, skipped: &'a [&Value]) -> impl Iterator<Item = [&'a str; 3]> {
    let skills = file.get("skills").and_then(Value::as_object).into_iter().flatten();
    let wanted = move |id: &str| skipped.iter().all(|it| it["skills"][id].get("skipped").is_none());
    skills.filter(move |(id, _)| wanted(id)).flat_map(|(id, entry)| {
        let claims = entry.get("claims").and_then(Value::as_object).into_iter().flatten();
        claims.map(move |(rung, day)| [&**id, &**rung, day.as_str().unwrap()])
    })
}

proptest! {
    #[test]
    fn the_order_makes_no_difference(a in some_file(), b in some_file(), c in some_file()) {
        prop_assert_eq!(both(&a, &b), both(&b, &a));
        prop_assert_eq!(both(&both(&a, &b), &c), both(&a, &both(&b, &c)));
        prop_assert_eq!(files(Some(&a), &b, &c).unwrap(), files(Some(&a), &c, &b).unwrap());
    }

    #[test]
    fn doing_it_again_changes_nothing(a in some_file(), b in some_file()) {
        prop_assert_eq!(&both(&a, &a), &a);
        prop_assert_eq!(both(&both(&a, &b), &b), both(&a, &b));
    }

    #[test]
    fn nothing_a_learner_did_is_lost(a in some_file(), b in some_file()) {
        let merged = deeds(&both(&a, &b));
        for (deed, worth) in deeds(&a).into_iter().chain(deeds(&b)) {
            prop_assert!(merged.get(&deed).is_some_and(|it| *it >= worth), "{} of {}", deed, worth);
        }
    }

    #[test]
    fn what_is_claimed_on_either_side_is_claimed(a in some_file(), b in some_file()) {
        let [merged, a, b] = [&both(&a, &b), &a, &b].map(|it| serde_json::to_value(it).unwrap());
        let sides = [&a, &b];
        for [id, rung, day] in claimed(&a, &sides).chain(claimed(&b, &sides)) {
            let kept = merged["skills"][id]["claims"][rung].as_str();
            prop_assert!(kept >= Some(day), "{} {} of {}", id, rung, day);
        }
    }

    /// However files were brought together, what counts is the same.
    #[test]
    fn what_counts_is_said_last_in_any_order(a in some_file(), b in some_file(), c in some_file()) {
        let one = read(&both(&both(&a, &b), &c));
        prop_assert_eq!(&one, &read(&both(&a, &both(&b, &c))));
        prop_assert_eq!(&one, &read(&both(&both(&c, &a), &b)));
        prop_assert_eq!(&read(&one), &one);
    }

    #[test]
    fn where_one_side_changed_nothing_the_other_is_the_result(a in some_file(), b in some_file()) {
        prop_assert_eq!(&files(Some(&a), &a, &b).unwrap(), &b);
        prop_assert_eq!(&files(Some(&a), &b, &b).unwrap(), &b);
    }

    #[test]
    fn what_one_side_did_since_is_never_lost(base in some_file(), a in some_file(), b in some_file()) {
        let (old, merged) = (deeds(&base), deeds(&files(Some(&base), &a, &b).unwrap()));
        for (deed, worth) in deeds(&a) {
            if old.get(&deed) != Some(&worth) {
                prop_assert!(merged.contains_key(&deed), "{}", deed);
            }
        }
    }
}

/// Both took the first away, one the second as well: nothing is left.
#[test]
fn a_list_that_is_removed_here_and_shortened_there_stays_removed() {
    let base = json!({ "picks": ["containers", "redis"] });
    check(base.clone(), json!({}), json!({ "picks": ["containers"] }), json!({}));
    check(base, json!({ "picks": ["containers"] }), json!({}), json!({}));
}
