//! The laws of bringing together, and what they mean for a learner.

use proptest::prelude::*;
use serde_json::json;

use super::*;

fn file(value: &Value) -> ProgressFile {
    ProgressFile::parse(value.to_string().as_bytes()).unwrap_or_else(|it| panic!("{it}: {value}"))
}

fn version_1(mut fields: Value) -> ProgressFile {
    fields["version"] = 1.into();
    file(&fields)
}

/// What comes of two files made from a third, whichever is called ours.
#[track_caller]
fn check(base: Value, ours: Value, theirs: Value, expected: Value) {
    let [base, ours, theirs, expected] = [base, ours, theirs, expected].map(version_1);
    assert_eq!(files(Some(&base), &ours, &theirs).unwrap(), expected);
    assert_eq!(files(Some(&base), &theirs, &ours).unwrap(), expected, "the other way round");
}

#[track_caller]
fn check_without_base(ours: Value, theirs: Value, expected: Value) {
    let [ours, theirs, expected] = [ours, theirs, expected].map(version_1);
    assert_eq!(files(None, &ours, &theirs).unwrap(), expected);
    assert_eq!(files(None, &theirs, &ours).unwrap(), expected, "the other way round");
}

fn ticks(ticks: impl serde::Serialize) -> Value {
    json!({ "skills": { "sql": { "proofs": ticks } } })
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
    let claimed = |day: &str| json!({ "skills": { "sql": { "claimed": day } } });
    check(claimed("2027-01-01"), json!({}), claimed("2027-01-02"), claimed("2027-01-02"));
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
fn of_two_dates_the_later_and_of_two_verdicts_the_last_is_kept() {
    check_without_base(
        ticks(json!({ "p1": "2027-01-01" })),
        ticks(json!({ "p1": "2027-01-03" })),
        ticks(json!({ "p1": "2027-01-03" })),
    );
    let said = |verdict: Value| json!({ "skills": { "sql": verdict } });
    check_without_base(
        said(json!({ "claimed": "2027-01-01" })),
        said(json!({ "skipped": "2027-01-02" })),
        said(json!({ "skipped": "2027-01-02" })),
    );
    check_without_base(
        said(json!({ "claimed": "2027-01-02" })),
        said(json!({ "skipped": "2027-01-02" })),
        said(json!({ "claimed": "2027-01-02" })),
    );
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
    let verdict = proptest::option::of(("claimed|skipped", "2027-01-0[1-4]"));
    let note = proptest::option::of("[ab]{1,2}");
    let skill = (ticks, log, verdict, note).prop_map(|(ticks, log, verdict, note)| {
        let mut skill = json!({ "proofs": ticks, "log": log });
        if let Some((word, day)) = verdict {
            skill[word] = day.into();
        }
        if let Some(note) = note {
            skill["note"] = note.into();
        }
        skill
    });
    let skills = proptest::collection::btree_map("s[1-3]", skill, 0..3);
    let picks = proptest::collection::btree_set("s[1-4]", 0..4);
    let goal = proptest::option::of(("r[1-2]", "essential|everything"));
    (skills, picks, goal, strange(), strange()).prop_map(|(skills, picks, goal, one, other)| {
        let mut value = json!({ "version": 1, "skills": skills, "picks": picks });
        if let Some((role, scope)) = goal {
            value["goal"] = json!({ "role": role, "scope": scope });
        }
        value["strange"] = one;
        value["notes"] = other;
        file(&value)
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
        for section in ["proofs", "log"] {
            for (name, it) in entry.get(section).and_then(Value::as_object).into_iter().flatten() {
                let worth = it.as_u64().map_or(it.to_string(), |minutes| format!("{minutes:05}"));
                deeds.insert(format!("{id} {section} {name}"), worth);
            }
        }
        let note = entry.get("note").and_then(Value::as_str).unwrap_or_default();
        for part in note.split(BETWEEN).filter(|it| !it.is_empty()) {
            deeds.insert(format!("{id} note {part}"), String::new());
        }
        if entry.get("claimed").or(entry.get("skipped")).is_some() {
            deeds.insert(format!("{id} verdict"), String::new());
        }
    }
    deeds
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
