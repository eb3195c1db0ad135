//! Catalogs made up from a seed, of any size.

use rungs::catalog::{Catalog, CatalogFile};
use serde_json::{Value, json};

use crate::dice::Dice;

/// How a made-up catalog looks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// How many skills.
    pub(crate) skills: usize,
    /// How many in an area.
    pub(crate) area: usize,
    /// How far back prerequisites lie.
    pub(crate) reach: usize,
    /// Of a hundred skills, how many need one of several.
    pub(crate) groups: usize,
    /// Of a hundred skills, how many the role calls for.
    pub(crate) called: usize,
    /// How many choices the role has.
    pub(crate) choices: usize,
}

/// A catalog with one role, `role`, and the skills `s0`, `s1`, ….
pub(crate) fn catalog(shape: Shape, dice: &mut Dice) -> Catalog {
    let skills: Vec<Value> = (0..shape.skills).map(|place| skill(shape, dice, place)).collect();
    let mut files = vec![
        file("sources.json".into(), &json!({ "sources": [] })),
        file(
            "regions.json".into(),
            &json!({ "regions": [{ "id": "uk", "name": "United Kingdom", "short": "UK", "currency": "GBP" }] }),
        ),
        file("roles/role.json".into(), &role(shape, dice)),
    ];
    for (number, skills) in skills.chunks(shape.area).enumerate() {
        let area = json!({
            "id": format!("a{number}"),
            "name": format!("Area {number}"),
            "summary": "Some skills.",
            "skills": skills,
        });
        files.push(file(format!("areas/a{number}.json"), &area));
    }
    Catalog::parse(&files).unwrap()
}

fn file(name: String, value: &Value) -> CatalogFile {
    // A catalog lives as long as the program; so does a made-up one.
    CatalogFile { name: name.leak(), text: value.to_string().leak() }
}

fn id(place: usize) -> String {
    format!("s{place}")
}

/// Some places before one, none twice.
fn before(shape: Shape, dice: &mut Dice, place: usize, count: usize) -> Vec<String> {
    let reach = shape.reach.min(place);
    let mut found: Vec<usize> = (0..count).map(|_| place - 1 - dice.roll(reach)).collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(id).collect()
}

fn skill(shape: Shape, dice: &mut Dice, place: usize) -> Value {
    let likely = 2 + dice.roll(59);
    let mut skill = json!({
        "id": id(place),
        "name": format!("Skill {place}"),
        "level": "core",
        "summary": "Something to learn.",
        "prerequisites": [],
        "hours": { "low": likely * 6 / 10, "likely": likely, "high": likely * 16 / 10, "basis": "Made up." },
        "proofs": [{ "id": "p1", "text": "Do it" }, { "id": "p2", "text": "Do it again" }],
        "resources": [{
            "title": "A book", "kind": "book", "publisher": "Nobody",
            "address": "https://example.org", "access": "free"
        }],
    });
    let mut all = Vec::new();
    if place > 0 {
        let count = dice.roll(4);
        all = before(shape, dice, place, count);
        skill["prerequisites"] = json!(all);
    }
    if place > 1 && dice.chance(shape.groups) {
        let mut group = before(shape, dice, place, 4);
        group.retain(|it| !all.contains(it));
        if group.len() > 1 {
            skill["prerequisites_any"] = json!([group]);
        }
    }
    skill
}

fn role(shape: Shape, dice: &mut Dice) -> Value {
    let importance = |dice: &mut Dice| ["essential", "important", "helpful"][dice.roll(3)];
    let mut free: Vec<usize> = (0..shape.skills).collect();
    let mut requirements = Vec::new();
    for number in 0..shape.choices {
        let count = 2 + dice.roll(3);
        if free.len() <= count {
            break;
        }
        let members: Vec<String> =
            (0..count).map(|_| id(free.swap_remove(dice.roll(free.len())))).collect();
        requirements.push(json!({
            "one_of": members, "name": format!("Choice {number}"),
            "importance": importance(dice), "depth": "working"
        }));
    }
    for place in free.iter().rev() {
        if requirements.is_empty() || dice.chance(shape.called) {
            requirements.push(
                json!({ "skill": id(*place), "importance": importance(dice), "depth": "working" }),
            );
        }
    }
    json!({
        "id": "role", "name": "Role", "family": "back-end", "order": 1,
        "summary": "A job.",
        "about": [{ "text": "It is a job." }],
        "duties": [{ "text": "Works." }],
        "requirements": requirements,
        "ladder": { "track": "engineering", "step": 1 },
    })
}
