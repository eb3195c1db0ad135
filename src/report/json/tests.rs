//! The schema of what is answered.

use std::{env, fs};

use schemars::{JsonSchema, schema_for};
use serde_json::{Map, Value, json};

use super::*;

/// The schema of each answer, by the command that gives it.
fn schema() -> Value {
    fn of<T: JsonSchema>() -> Value {
        serde_json::to_value(schema_for!(T)).unwrap()
    }
    let answers = [
        ("areas", of::<Vec<Area<'_>>>()),
        ("regions", of::<Vec<Region<'_>>>()),
        ("sources", of::<Vec<Source<'_>>>()),
        ("guides", of::<Vec<Guide<'_>>>()),
        ("terms", of::<Vec<Term<'_>>>()),
        ("roles", of::<Vec<Role<'_>>>()),
        ("role", of::<Role<'_>>()),
        ("skills", of::<Vec<Skill<'_>>>()),
        ("skill", of::<Skill<'_>>()),
        ("routes", of::<Vec<Route<'_>>>()),
        ("route", of::<Route<'_>>()),
        ("projects", of::<Vec<Project<'_>>>()),
        ("project", of::<Project<'_>>()),
        ("path", of::<Vec<Project<'_>>>()),
        ("review", of::<Reviews<'_>>()),
        ("review CARD", of::<Review<'_>>()),
        ("status", of::<Status<'_>>()),
        ("next", of::<Vec<Next<'_>>>()),
        ("plan", of::<Plan<'_>>()),
        ("plan --by", of::<Drop<'_>>()),
        ("note", of::<Noted<'_>>()),
        ("evidence", of::<Shown<'_>>()),
        ("read", of::<Vec<Readable<'_>>>()),
        ("compare ROLE", of::<compare::Roles<'_>>()),
        ("compare ROUTE", of::<compare::Routes<'_>>()),
        ("way", of::<Way<'_>>()),
        ("search", of::<Vec<Found<'_>>>()),
        ("timer", of::<Vec<Timer<'_>>>()),
        ("journal", of::<Vec<Happened<'_>>>()),
        ("progress", of::<History>()),
        ("set", of::<Settings<'_>>()),
        ("config", of::<Config<'_>>()),
        ("backups", of::<Vec<Backup>>()),
        ("changes", of::<Changed>()),
    ];
    let answers: Map<String, Value> =
        answers.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect();
    json!({
        "title": "What rungs answers with --json, by command",
        "answers": answers,
    })
}

/// Where the types have changed on purpose, `BLESS=1 cargo test` writes it anew.
#[test]
fn the_schema_says_what_the_types_say() {
    let text = format!("{:#}\n", schema());
    if env::var_os("BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/format/answers.schema.json");
        fs::write(path, &text).unwrap();
        return;
    }
    assert!(text == SCHEMA, "the types say something else; if that is meant: BLESS=1 cargo test");
}
