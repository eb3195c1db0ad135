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
    /// How far back needs lie.
    pub(crate) reach: usize,
    /// Of a hundred skills, how many need one of several.
    pub(crate) groups: usize,
    /// Of a hundred skills, how many the role calls for.
    pub(crate) called: usize,
    /// How many choices the role has.
    pub(crate) choices: usize,
}

/// The words for rungs, the lowest first.
const RUNGS: [&str; 4] = ["awareness", "working", "practitioner", "expert"];
/// How much later the next rung of a skill is than its last one, in places of skills.
/// Nothing needs what is later by that measure, so nothing needs itself in the end;
/// skills that stand nearer to each other may climb by turns.
const TURN: usize = 3;

/// How a made-up skill is learned, and how high it goes.
#[derive(Clone, Copy, Debug)]
struct Plan {
    rhythm: &'static str,
    rungs: usize,
}

/// A catalog in the making.
struct Making<'a> {
    shape: Shape,
    dice: &'a mut Dice,
    plans: Vec<Plan>,
    /// The members of each group, by their places.
    groups: Vec<Vec<usize>>,
}

/// A catalog with the skills `s0`, `s1`, …, and the role `role`; every other one
/// has projects, a second role, `senior`, that asks for years in the first, or
/// skills that grow alongside and while one applies.
pub(crate) fn catalog(shape: Shape, dice: &mut Dice) -> Catalog {
    let is_slow = dice.chance(50);
    let plans = (0..shape.skills).map(|_| plan(is_slow, dice)).collect();
    let mut making = Making { shape, dice, plans, groups: Vec::new() };
    let skills: Vec<Value> = (0..shape.skills).map(|place| making.skill(place)).collect();
    let most = if making.dice.chance(50) { 1 + making.dice.roll(4) } else { 0 };
    let projects: Vec<Value> = (0..most).filter_map(|number| making.project(number)).collect();
    // What the second role builds, the first does not.
    let (first, second): (Vec<Value>, Vec<Value>) =
        projects.iter().map(|it| it["id"].clone()).partition(|_| making.dice.chance(70));
    let mut files = vec![
        file("sources.json".into(), &json!({ "sources": [] })),
        file(
            "regions.json".into(),
            &json!({ "regions": [{ "id": "uk", "name": "United Kingdom", "short": "UK", "currency": "GBP" }] }),
        ),
        file("roles/role.json".into(), &making.role(&first)),
        file("projects/b.json".into(), &json!({ "projects": projects })),
        file("curricula.json".into(), &making.curricula()),
    ];
    if making.dice.chance(50) {
        files.push(file("roles/senior.json".into(), &making.senior(&second)));
    }
    for (number, skills) in skills.chunks(shape.area).enumerate() {
        let area = json!({
            "id": format!("a{number}"),
            "name": format!("Area {number}"),
            "summary": "Some skills.",
            "skills": skills,
        });
        files.push(file(format!("areas/a{number}.json"), &area));
    }
    files.push(file("groups.json".into(), &making.groups()));
    Catalog::parse(&files).unwrap()
}

fn file(name: String, value: &Value) -> CatalogFile {
    // A catalog lives as long as the program; so does a made-up one.
    CatalogFile { name: name.leak(), text: value.to_string().leak() }
}

fn id(place: usize) -> String {
    format!("s{place}")
}

/// A climb as needs name it.
fn name(place: usize, rung: usize) -> String {
    format!("s{place}/{}", RUNGS[rung])
}

fn plan(is_slow: bool, dice: &mut Dice) -> Plan {
    let rhythm = match dice.roll(20) {
        0 | 1 if is_slow => "alongside",
        2 if is_slow => "applying",
        _ => "block",
    };
    let rungs = match dice.roll(20) {
        0 => 4,
        1..5 => 3,
        _ => 2,
    };
    Plan { rhythm, rungs }
}

fn hours(likely: usize) -> Value {
    json!({
        "low": (likely * 6 / 10).max(1), "likely": likely, "high": likely * 16 / 10,
        "basis": "Made up."
    })
}

fn importance(dice: &mut Dice) -> &'static str {
    ["essential", "important", "helpful"][dice.roll(3)]
}

impl Making<'_> {
    /// Nothing waits for a rhythm that is neither its own nor that of a block.
    fn may_wait(&self, place: usize, before: usize) -> bool {
        let before = self.plans[before].rhythm;
        before == "block" || before == self.plans[place].rhythm
    }

    /// Some places before one that it may wait for, none twice.
    fn before(&mut self, place: usize, count: usize) -> Vec<usize> {
        let reach = self.shape.reach.min(place);
        let mut found: Vec<usize> = (0..count).map(|_| place - 1 - self.dice.roll(reach)).collect();
        found.sort_unstable();
        found.dedup();
        found.retain(|it| self.may_wait(place, *it));
        found
    }

    fn skill(&mut self, place: usize) -> Value {
        let Plan { rhythm, rungs } = self.plans[place];
        let rungs: Vec<Value> = (0..rungs).map(|rung| self.rung(place, rung)).collect();
        let level = ["foundation", "core", "advanced"][self.dice.roll(3)];
        json!({
            "id": id(place),
            "name": format!("Skill {place}"),
            "level": level,
            "rhythm": rhythm,
            "summary": "Something to learn.",
            "rungs": rungs,
            "resources": [{
                "title": "A book", "kind": "book", "publisher": "Nobody",
                "address": "https://example.org", "access": "free"
            }],
        })
    }

    fn rung(&mut self, place: usize, rung: usize) -> Value {
        let proofs: &[&str] = [&["a1"][..], &["p1", "p2"], &["q1", "q2"], &["x1"]][rung];
        let proofs: Vec<Value> =
            proofs.iter().map(|it| json!({ "id": it, "text": format!("Do {it}") })).collect();
        let mut made = json!({
            "rung": RUNGS[rung], "needs": self.needs(place, rung), "proofs": proofs
        });
        // Nobody studies to be an expert.
        if let Some(most) = [4, 56, 60].get(rung) {
            made["hours"] = hours(1 + rung + self.dice.roll(*most));
        }
        made
    }

    /// Whatever comes before it: mostly of skills before its own, now and then the
    /// beginnings of one that stands a little behind it.
    fn needs(&mut self, place: usize, rung: usize) -> Vec<String> {
        let mut needs = Vec::new();
        if place > 0 {
            let count = self.dice.roll([2, 3, 2, 1][rung]);
            for before in self.before(place, count) {
                let highest = if place - before > TURN { rung + 1 } else { rung };
                let to = self.dice.roll(self.plans[before].rungs.min(3)).min(highest);
                needs.push(name(before, to));
            }
        }
        let behind = place + 1 + self.dice.roll(TURN - 1);
        let is_there = behind < self.shape.skills && rung > 0;
        if is_there && self.dice.chance(10) && self.may_wait(place, behind) {
            needs.push(name(behind, 0));
        }
        if rung == 1 && place > 1 && self.dice.chance(self.shape.groups) {
            let mut members = self.before(place, 4);
            members.retain(|it| !needs.iter().any(|need| need.starts_with(&format!("s{it}/"))));
            if members.len() > 1 {
                needs.push(format!("any:g{}/working", self.groups.len()));
                self.groups.push(members);
            }
        }
        needs
    }

    fn groups(&self) -> Value {
        let group = |(number, members): (usize, &Vec<usize>)| {
            let members: Vec<String> = members.iter().copied().map(id).collect();
            json!({ "id": format!("g{number}"), "name": format!("Group {number}"), "members": members })
        };
        json!({ "groups": self.groups.iter().enumerate().map(group).collect::<Vec<_>>() })
    }

    /// Some skills that can be studied, none twice, at a rung each.
    fn some(&mut self, count: usize) -> Vec<(usize, usize)> {
        let mut places: Vec<usize> =
            (0..count).map(|_| self.dice.roll(self.shape.skills)).collect();
        places.sort_unstable();
        places.dedup();
        let rung = |it: usize| (it, self.dice.roll(self.plans[it].rungs.min(3)));
        places.into_iter().map(rung).collect()
    }

    /// Something to build, unless what it would exercise is learned too slowly.
    fn project(&mut self, number: usize) -> Option<Value> {
        let count = 1 + self.dice.roll(5);
        let mut exercised = self.some(count);
        exercised.retain(|(it, _)| self.plans[*it].rhythm == "block");
        let mut rungs: Vec<String> = exercised.iter().map(|(it, rung)| name(*it, *rung)).collect();
        if !self.groups.is_empty() && self.dice.chance(50) {
            let group = self.dice.roll(self.groups.len());
            if self.groups[group].iter().all(|it| self.plans[*it].rhythm == "block") {
                rungs.push(format!("any:g{group}/working"));
            }
        }
        if rungs.is_empty() {
            return None;
        }
        let firsts = ["a1", "p1", "q1"];
        let shows: Vec<String> =
            exercised.iter().map(|(it, rung)| format!("s{it}/{}", firsts[*rung])).collect();
        Some(json!({
            "id": format!("b{number}"), "name": format!("Project {number}"),
            "summary": "Something to build.", "brief": ["Build it."],
            "rungs": rungs, "hours": hours(1 + self.dice.roll(30)),
            "points": [
                { "id": "runs", "text": "It runs", "shows": shows },
                { "id": "stops", "text": "It stops" }
            ],
            "further": ["Build more."], "interview": "Say that it runs."
        }))
    }

    /// What some teachers teach in which order, often against each other.
    fn curricula(&mut self) -> Value {
        let curricula = (0..self.dice.roll(5)).map(|number| {
            let mut left: Vec<usize> = self.some(12).into_iter().map(|(it, _)| it).collect();
            let mut order: Vec<Vec<String>> = Vec::new();
            while !left.is_empty() {
                let next = id(left.swap_remove(self.dice.roll(left.len())));
                match order.last_mut() {
                    Some(unit) if self.dice.chance(30) => unit.push(next),
                    _ => order.push(vec![next]),
                }
            }
            json!({
                "id": format!("c{number}"), "title": "A course", "publisher": "Somebody",
                "address": "https://example.org/course", "order": order
            })
        });
        json!({ "curricula": curricula.collect::<Vec<_>>() })
    }

    /// Calls for a skill: mostly at the rung at which one uses it.
    fn call(&mut self, place: usize) -> Value {
        let rung = if self.dice.chance(70) { 1 } else { self.dice.roll(self.plans[place].rungs) };
        json!({ "skill": id(place), "importance": importance(self.dice), "rung": RUNGS[rung] })
    }

    fn role(&mut self, path: &[Value]) -> Value {
        let mut free: Vec<usize> = (0..self.shape.skills).collect();
        let mut requirements = Vec::new();
        for number in 0..self.shape.choices {
            let count = 2 + self.dice.roll(3);
            if free.len() <= count {
                break;
            }
            let members: Vec<String> =
                (0..count).map(|_| id(free.swap_remove(self.dice.roll(free.len())))).collect();
            requirements.push(json!({
                "one_of": members, "name": format!("Choice {number}"),
                "importance": importance(self.dice), "rung": "working"
            }));
        }
        for place in free.iter().rev() {
            if requirements.is_empty() || self.dice.chance(self.shape.called) {
                requirements.push(self.call(*place));
            }
        }
        json!({
            "id": "role", "name": "Role", "family": "back-end", "order": 1,
            "summary": "A job.",
            "about": [{ "text": "It is a job." }],
            "duties": [{ "text": "Works." }],
            "requirements": requirements,
            "path": path,
            "ladder": { "track": "engineering", "step": 1 },
        })
    }

    /// A post that asks for years in the first role, and for something higher.
    fn senior(&mut self, path: &[Value]) -> Value {
        let count = 1 + self.dice.roll(6);
        let called: Vec<usize> = self.some(count).into_iter().map(|(it, _)| it).collect();
        let mut requirements: Vec<Value> = Vec::new();
        for place in called {
            let rung = RUNGS[self.plans[place].rungs - 1];
            requirements.push(
                json!({ "skill": id(place), "importance": importance(self.dice), "rung": rung }),
            );
        }
        let half_years = u32::try_from(1 + self.dice.roll(9)).unwrap();
        json!({
            "id": "senior", "name": "Senior", "family": "ladder", "order": 1,
            "summary": "A job for later.",
            "about": [{ "text": "It is a job for later." }],
            "duties": [{ "text": "Works, and has worked." }],
            "requirements": requirements,
            "path": path,
            "experience": { "years": f64::from(half_years) / 2.0, "as": "role", "basis": "Made up." },
            "ladder": { "track": "engineering", "step": 2, "from": ["role"] },
        })
    }
}
