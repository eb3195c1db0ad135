//! What becomes of old ids.

use serde_json::json;

use super::*;
use crate::{catalog::Catalog, store::VERSION};

#[track_caller]
fn check(aliases: &Value, mut before: Value, mut after: Value) {
    let aliases: Aliases = serde_json::from_value(aliases.clone()).unwrap();
    for file in [&mut before, &mut after] {
        file["version"] = VERSION.into();
    }
    let file = |it: &Value| ProgressFile::parse(it.to_string().as_bytes()).unwrap();
    let bytes = before.to_string().into_bytes();
    let followed = aliases.followed(file(&before), &bytes);
    assert_eq!(followed, file(&after));
    let again = followed.text();
    assert_eq!(aliases.followed(followed, again.as_bytes()).text(), again, "followed twice");
}

#[test]
fn a_renamed_skill_keeps_all_that_was_done() {
    check(
        &json!({ "skills": [{ "from": "old", "to": ["new"] }] }),
        json!({
            "picks": ["a", "old"],
            "skills": {
                "old": {
                    "proofs": { "p1": "2027-01-01" },
                    "claims": { "working": "2027-01-02" },
                    "stars": 5
                },
                "new": {
                    "proofs": { "p2": "2027-01-03" },
                    "claims": { "awareness": "2027-01-04" }
                }
            },
            "pins": { "old": "a", "b": "old" }
        }),
        json!({
            "picks": ["a", "new"],
            "skills": { "new": {
                "proofs": { "p1": "2027-01-01", "p2": "2027-01-03" },
                "claims": { "awareness": "2027-01-04", "working": "2027-01-02" },
                "stars": 5
            } },
            "pins": { "new": "a", "b": "new" }
        }),
    );
}

#[test]
fn evidence_goes_where_its_proof_goes_and_what_was_read_is_read_of_each_part() {
    check(
        &json!({
            "skills": [{ "from": "old", "to": ["new", "more"],
                "proofs": { "p1": "new/p2", "p2": "more/p1" } }],
            "roles": [{ "from": "coder", "to": ["developer"] }]
        }),
        json!({
            "skills": { "old": {
                "evidence": { "p1": "old", "p2": "~/old" },
                "hours": { "working": 60 },
                "read": { "https://a": "2027-01-01" },
                "note": "old"
            } },
            "roles": { "coder": { "note": "old" }, "developer": { "note": "new" } }
        }),
        json!({
            "skills": {
                "new": {
                    "evidence": { "p2": "old" },
                    "hours": { "working": 60 },
                    "read": { "https://a": "2027-01-01" },
                    "note": "old"
                },
                "more": {
                    "evidence": { "p1": "~/old" },
                    "read": { "https://a": "2027-01-01" }
                }
            },
            "roles": { "developer": { "note": "new\n\n---\n\nold" } }
        }),
    );
}

/// In pins and in a plan that was kept a skill is named with its rung.
#[test]
fn the_rungs_of_a_renamed_skill_are_renamed_as_well() {
    check(
        &json!({ "skills": [{ "from": "old", "to": ["new", "more"] }] }),
        json!({
            "pins": {
                "old/working": null,
                "a/working": "old/awareness",
                "older/working": "old",
                "old/guru": "project/old"
            },
            "baseline": {
                "old/working": "2027-01-01",
                "new/awareness": "2027-01-02",
                "old": "2027-01-03",
                "project/old": "2027-01-04"
            }
        }),
        json!({
            "pins": {
                "new/working": null,
                "a/working": "new/awareness",
                "older/working": "new",
                "new/guru": "project/old"
            },
            "baseline": {
                "new/working": "2027-01-01",
                "new/awareness": "2027-01-02",
                "new": "2027-01-03",
                "project/old": "2027-01-04"
            }
        }),
    );
}

/// Nothing else in the file says the old id.
#[test]
fn a_rung_of_a_renamed_skill_is_renamed_where_it_stands_alone() {
    let alias = json!({ "skills": [{ "from": "old", "to": ["new"] }] });
    let kept = |item: &str| json!({ "baseline": { item: "2027-01-01" } });
    check(&alias, kept("old/working"), kept("new/working"));
    let pinned = |item: &str| json!({ "pins": { "a/working": item } });
    check(&alias, pinned("old/expert"), pinned("new/expert"));
    check(&alias, kept("older/working"), kept("older/working"));
}

#[test]
fn a_project_that_is_called_like_a_renamed_skill_stays_what_it_is() {
    let same = json!({
        "skills": { "a": { "claims": { "working": "2027-01-01" } } },
        "projects": { "old": { "points": { "old": "2027-01-01" }, "link": "old" } }
    });
    check(&json!({ "skills": [{ "from": "old", "to": ["new"] }] }), same.clone(), same);
}

#[test]
fn a_split_skill_is_told_apart_by_its_proofs() {
    check(
        &json!({ "skills": [{
            "from": "old", "to": ["one", "two"],
            "proofs": { "p1": "one/p1", "p2": "two/p3" }
        }] }),
        json!({ "skills": { "old": {
            "proofs": { "p1": "2027-01-01", "p2": "2027-01-02", "p9": "2027-01-03" },
            "claims": { "format-1": "2027-01-05" },
            "skipped": "2027-01-04",
            "log": { "2027-01-01.ab": 30 }
        } } }),
        json!({ "skills": {
            "one": {
                "proofs": { "p1": "2027-01-01", "old/p9": "2027-01-03" },
                "claims": { "format-1": "2027-01-05" },
                "skipped": "2027-01-04",
                "log": { "2027-01-01.ab": 30 }
            },
            "two": {
                "proofs": { "p3": "2027-01-02" },
                "claims": { "format-1": "2027-01-05" },
                "skipped": "2027-01-04"
            }
        } }),
    );
}

#[test]
fn merged_skills_share_one_entry() {
    check(
        &json!({ "skills": [
            { "from": "one", "to": ["all"], "proofs": { "p1": "all/p1" } },
            { "from": "two", "to": ["all"], "proofs": { "p1": "all/p2" } }
        ] }),
        json!({ "skills": {
            "one": { "proofs": { "p1": "2027-01-01" } },
            "two": { "proofs": { "p1": "2027-01-02" } }
        } }),
        json!({ "skills": {
            "all": { "proofs": { "p1": "2027-01-01", "p2": "2027-01-02" } }
        } }),
    );
}

#[test]
fn routes_and_roles_are_followed_too() {
    check(
        &json!({
            "routes": [{ "from": "night", "to": ["evening"], "milestones": { "m01": "evening/m02" } }],
            "roles": [{ "from": "coder", "to": ["developer"] }]
        }),
        json!({
            "goal": { "role": "coder", "scope": "everything" },
            "routes": { "night": { "since": "2027-01-01", "milestones": { "m01": "2027-01-02" } } }
        }),
        json!({
            "goal": { "role": "developer", "scope": "everything" },
            "routes": { "evening": { "since": "2027-01-01", "milestones": { "m02": "2027-01-02" } } }
        }),
    );
}

#[test]
fn the_aliases_lead_from_ids_that_are_gone_to_ids_that_are_there() {
    let text = include_str!("../../../assets/format/aliases.json");
    let aliases: Aliases = serde_json::from_str(text).unwrap();
    let catalog = Catalog::embedded();
    let each =
        |aliases: &[Alias], is_known: &dyn Fn(&str) -> bool, has: &dyn Fn(&str, &str) -> bool| {
            for Alias { from, to, proofs } in aliases {
                assert!(!is_known(from), "{from} is still there");
                assert!(!to.is_empty() && to.iter().all(|id| is_known(id)), "{from} leads nowhere");
                for target in proofs.values() {
                    let (id, tick) = target.split_once('/').expect("an id and a tick");
                    assert!(to.iter().any(|it| it == id) && has(id, tick), "{target} is not there");
                }
            }
        };
    let skill = |id: &str| catalog.find_skill(id);
    let route = |id: &str| catalog.find_route(id);
    each(&aliases.skills, &|id| skill(id).is_some(), &|id, proof| {
        skill(id).is_some_and(|it| catalog.skill(it).find_proof(proof).is_some())
    });
    each(&aliases.routes, &|id| route(id).is_some(), &|id, milestone| {
        route(id).is_some_and(|it| catalog.route(it).find_milestone(milestone).is_some())
    });
    each(&aliases.roles, &|id| catalog.find_role(id).is_some(), &|_, _| false);
}
