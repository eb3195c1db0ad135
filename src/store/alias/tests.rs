//! What becomes of old ids.

use serde_json::json;

use super::*;
use crate::catalog::Catalog;

#[track_caller]
fn check(aliases: &Value, mut before: Value, mut after: Value) {
    let aliases: Aliases = serde_json::from_value(aliases.clone()).unwrap();
    before["version"] = 1.into();
    after["version"] = 1.into();
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
                "old": { "proofs": { "p1": "2027-01-01" }, "claimed": "2027-01-02", "stars": 5 },
                "new": { "proofs": { "p2": "2027-01-03" } }
            },
            "pins": { "old": "a", "b": "old" }
        }),
        json!({
            "picks": ["a", "new"],
            "skills": { "new": {
                "proofs": { "p1": "2027-01-01", "p2": "2027-01-03" },
                "claimed": "2027-01-02",
                "stars": 5
            } },
            "pins": { "new": "a", "b": "new" }
        }),
    );
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
            "skipped": "2027-01-04",
            "log": { "2027-01-01.ab": 30 }
        } } }),
        json!({ "skills": {
            "one": {
                "proofs": { "p1": "2027-01-01", "old/p9": "2027-01-03" },
                "skipped": "2027-01-04",
                "log": { "2027-01-01.ab": 30 }
            },
            "two": { "proofs": { "p3": "2027-01-02" }, "skipped": "2027-01-04" }
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
