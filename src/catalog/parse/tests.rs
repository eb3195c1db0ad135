//! What is refused at the door.

mod everywhere;
mod facts;
mod harmed;
mod ours;
mod projects;
mod rungs;
mod small;

use self::small::SMALL;
use super::*;

/// Writes `to` for the only `from` in that file: the refusal begins with `expected`.
#[track_caller]
fn check(name: &str, from: &str, to: &str, expected: &str) {
    let change = |file: &CatalogFile| {
        assert_eq!(file.text.matches(from).count(), 1, "{from} in {name}");
        CatalogFile { text: file.text.replace(from, to).leak(), ..*file }
    };
    let changed = |file: &CatalogFile| if file.name == name { change(file) } else { *file };
    let files: Vec<CatalogFile> = SMALL.iter().map(changed).collect();
    let refusal = Catalog::parse(&files).map(|_| ()).expect_err(to).to_string();
    assert!(refusal.starts_with(expected), "{refusal}");
}

#[test]
fn a_small_sound_catalog_is_let_in() {
    let catalog = Catalog::parse(SMALL).unwrap();
    let order: Vec<&str> = catalog.skills().map(|(_, skill)| &*skill.id).collect();
    assert_eq!(order, ["spinning", "weaving", "carding", "combing"]);
    let order: Vec<String> = catalog.climbs().map(|(id, _)| catalog.climb_name(id)).collect();
    let expected = [
        "spinning/awareness",
        "weaving/awareness",
        "spinning/working",
        "carding/awareness",
        "carding/working",
        "combing/awareness",
        "weaving/working",
        "weaving/practitioner",
        "weaving/expert",
        "combing/working",
    ];
    assert_eq!(order, expected);
}

#[test]
fn two_things_of_one_id_are_refused() {
    #[rustfmt::skip]
    let cases = [
        ("sources.json", r#""id": "letter""#, r#""id": "survey""#, "sources.json: source `survey`: another source has that id"),
        ("regions.json", r#""id": "south""#, r#""id": "north""#, "regions.json: region `north`: another region has that id"),
        ("pay.json", "high-pay", "low-pay", "pay.json: figure `low-pay`: another figure has that id"),
        ("pay.json", r#""id": "down""#, r#""id": "up""#, "pay.json: outlook `up`: another outlook has that id"),
        ("areas/sheep.json", r#""id": "sheep""#, r#""id": "wool""#, "areas/sheep.json: area `wool`: another area has that id"),
        ("areas/wool.json", r#""id": "spinning""#, r#""id": "weaving""#, "areas/wool.json: skill `weaving`: another skill has that id"),
        ("areas/wool.json", r#""id": "x1""#, r#""id": "p1""#, "areas/wool.json: skill `weaving`: it has two proofs of the id `p1`"),
        ("groups.json", r#""id": "craft""#, r#""id": "fleece""#, "groups.json: group `fleece`: another group has that id"),
        ("projects/cloth.json", r#""id": "blanket""#, r#""id": "scarf""#, "projects/cloth.json: project `scarf`: another project has that id"),
        ("projects/cloth.json", r#""id": "long""#, r#""id": "warm""#, "projects/cloth.json: project `scarf`: it has no points, or two of the same id"),
        ("curricula.json", r#""id": "shed-plan""#, r#""id": "guild-plan""#, "curricula.json: curriculum `guild-plan`: another curriculum has that id"),
        ("terms.json", r#""term": "roving""#, r#""term": "weft""#, "terms.json: term `weft`: it is explained twice"),
        ("terms.json", r#""term": "roving""#, r#""term": "WE-FT""#, "terms.json: term `WE-FT`: it is explained twice"),
        ("questions/wool.json", r#""id": "carding-a1""#, r#""id": "weaving-a1""#, "questions/wool.json: question `weaving-a1`: another question has that id"),
        ("areas/sheep.json", r#""id": "carding""#, r#""id": "weaving""#, "areas/sheep.json: skill `weaving`: another skill has that id"),
        ("areas/wool.json", r#""id": "p2""#, r#""id": "p1""#, "areas/wool.json: skill `weaving`: it has two proofs of the id `p1`"),
        ("roles/dyer.json", r#""id": "dyer""#, r#""id": "weaver""#, "roles/dyer.json: role `weaver`: another role has that id"),
        ("routes/alone.json", r#""kind": "alone""#, r#""kind": "guild""#, "routes/alone.json: kind of route `guild`: another kind of route has that id"),
        ("routes/guild.json", "guild-south", "guild-north", "routes/guild.json: route `guild-north`: another route has that id"),
        ("routes/alone.json", "alone-north", "guild-north", "routes/alone.json: route `guild-north`: another route has that id"),
        ("routes/guild.json", "m02", "m01", "routes/guild.json: route `guild-north`: it has two milestones of the id `m01`"),
        ("guides/questions.json", r#""id": "questions""#, r#""id": "day""#, "guides/questions.json: guide `Asked and answered`: there is another guide to its topic"),
    ];
    for (name, from, to, expected) in cases {
        check(name, from, to, expected);
    }
}

#[test]
fn a_name_for_two_things_is_refused_however_it_is_written() {
    #[rustfmt::skip]
    let cases = [
        ("areas/sheep.json", r#""name": "Carding""#, r#""name": "combing""#, "areas: skill `combing`: it goes by `combing`, and so does `carding`"),
        ("roles/weaver.json", r#"["webster"]"#, r#"["DYER"]"#, "roles: role `dyer`: it goes by `dyer`, and so does `weaver`"),
    ];
    for (name, from, to, expected) in cases {
        check(name, from, to, expected);
    }
}

#[test]
fn a_thing_named_twice_in_one_list_is_refused() {
    #[rustfmt::skip]
    let cases = [
        ("areas/wool.json", r#"["spinning/awareness"]"#, r#"["spinning/awareness", "spinning/awareness"]"#, "areas/wool.json: skill `weaving`: awareness needs something twice"),
        ("areas/wool.json", r#""any:fleece/awareness"]"#, r#""any:fleece/awareness", "any:fleece/awareness"]"#, "areas/wool.json: skill `weaving`: working needs something twice"),
        ("areas/wool.json", r#"["spinning/working", "any"#, r#"["weaving/awareness", "any"#, "areas/wool.json: skill `weaving`: working needs something twice"),
        ("groups.json", r#"["carding", "combing"]"#, r#"["carding", "carding"]"#, "groups.json: group `fleece`: `carding` comes twice in one list"),
        ("curricula.json", r#"["spinning", "carding"]"#, r#"["spinning", "spinning"]"#, "curricula.json: curriculum `guild-plan`: `spinning` comes twice in one list"),
        ("curricula.json", r#"["spinning", "carding"]"#, r#"["spinning", "weaving"]"#, "curricula.json: curriculum `guild-plan`: it teaches a skill twice"),
        ("curricula.json", r#""languages": ["weaving"]"#, r#""languages": ["weaving", "weaving"]"#, "curricula.json: curriculum `guild-plan`: `weaving` comes twice in one list"),
        ("roles/weaver.json", r#"["scarf", "blanket"]"#, r#"["scarf", "scarf"]"#, "roles/weaver.json: role `weaver`: `scarf` comes twice in one list"),
        ("pay.json", r#"["weaver", "dyer"]"#, r#"["dyer", "dyer"]"#, "pay.json: figure `high-pay`: `dyer` comes twice in one list"),
        ("roles/weaver.json", r#"["carding", "combing"]"#, r#"["weaving", "combing"]"#, "roles/weaver.json: role `weaver`: it calls for a skill twice"),
        ("roles/weaver.json", r#"["day"]"#, r#"["day", "day"]"#, "roles/weaver.json: role `weaver`: it names a guide twice"),
        ("routes/guild.json", r#"["spinning"]"#, r#"["spinning", "spinning"]"#, "routes/guild.json: route `guild-north`: `spinning` comes twice in one list"),
        ("areas/wool.json", r#""low": 5"#, r#""low": 5, "low": 6"#, "areas/wool.json: duplicate field `low`"),
    ];
    for (name, from, to, expected) in cases {
        check(name, from, to, expected);
    }
}

#[test]
fn an_id_of_nothing_is_refused_wherever_it_stands() {
    #[rustfmt::skip]
    let cases = [
        ("sources.json", r#""north""#, r#""east""#, "sources.json: source `survey`: there is no region `east`"),
        ("pay.json", r#""low-pay", "region": "north""#, r#""low-pay", "region": "east""#, "pay.json: figure `low-pay`: there is no region `east`"),
        ("pay.json", r#"["weaver", "dyer"]"#, r#"["weaver", "tanner"]"#, "pay.json: figure `high-pay`: there is no role `tanner`"),
        ("pay.json", r#""up", "region": "north""#, r#""up", "region": "east""#, "pay.json: outlook `up`: there is no region `east`"),
        ("pay.json", r#""roles": ["dyer"]"#, r#""roles": ["tanner"]"#, "pay.json: outlook `down`: there is no role `tanner`"),
        ("areas/wool.json", r#"["spinning/awareness"]"#, r#"["knitting/awareness"]"#, "areas/wool.json: skill `weaving`: there is no `knitting/awareness` for it to need"),
        ("areas/wool.json", r#""any:fleece/awareness""#, r#""any:loom/awareness""#, "areas/wool.json: skill `weaving`: there is no group `loom`"),
        ("areas/wool.json", r#""rung": "expert""#, r#""rung": "master""#, "areas/wool.json: unknown variant `master`"),
        ("projects/cloth.json", r#""any:craft/awareness""#, r#""any:loom/awareness""#, "projects/cloth.json: project `scarf`: there is no group `loom`"),
        ("projects/cloth.json", r#""spinning/working""#, r#""knitting/working""#, "projects/cloth.json: project `scarf`: there is no skill `knitting`"),
        ("projects/cloth.json", r#""spinning/p1""#, r#""spinning/p9""#, "projects/cloth.json: project `scarf`: there is no proof `spinning/p9`"),
        ("projects/cloth.json", r#""spinning/p1""#, r#""knitting/p1""#, "projects/cloth.json: project `scarf`: there is no proof `knitting/p1`"),
        ("projects/cloth.json", r#""spinning/p1""#, r#""spinning""#, "projects/cloth.json: project `scarf`: there is no proof `spinning`"),
        ("curricula.json", r#""role": "weaver""#, r#""role": "tanner""#, "curricula.json: curriculum `guild-plan`: there is no role `tanner`"),
        ("curricula.json", r#""languages": ["weaving"]"#, r#""languages": ["knitting"]"#, "curricula.json: curriculum `guild-plan`: there is no skill `knitting`"),
        ("curricula.json", r#"[["combing"]]"#, r#"[["knitting"]]"#, "curricula.json: curriculum `shed-plan`: there is no skill `knitting`"),
        ("terms.json", r#""skill": "weaving""#, r#""skill": "knitting""#, "terms.json: term `weft`: there is no skill `knitting`"),
        ("questions/wool.json", r#""skill": "weaving""#, r#""skill": "knitting""#, "questions/wool.json: question `weaving-a1`: there is no skill `knitting`"),
        ("roles/weaver.json", r#"["scarf", "blanket"]"#, r#"["scarf", "sock"]"#, "roles/weaver.json: role `weaver`: there is no project `sock`"),
        ("roles/dyer.json", r#""as": "weaver""#, r#""as": "tanner""#, "roles/dyer.json: role `dyer`: there is no role `tanner`"),
        ("roles/weaver.json", r#""skill": "weaving", "imp"#, r#""skill": "knitting", "imp"#, "roles/weaver.json: role `weaver`: there is no skill `knitting`"),
        ("roles/weaver.json", r#""combing""#, r#""knitting""#, "roles/weaver.json: role `weaver`: there is no skill `knitting`"),
        ("roles/weaver.json", r#""to": ["dyer"]"#, r#""to": ["tanner"]"#, "roles/weaver.json: role `weaver`: there is no role `tanner`"),
        ("roles/dyer.json", r#""from": ["weaver"]"#, r#""from": ["tanner"]"#, "roles/dyer.json: role `dyer`: there is no role `tanner`"),
        ("roles/weaver.json", r#""role": "dyer""#, r#""role": "tanner""#, "roles/weaver.json: role `weaver`: there is no role `tanner`"),
        ("roles/weaver.json", r#"["day"]"#, r#"["traits"]"#, "roles/weaver.json: role `weaver`: there is no guide to a topic it names: Traits"),
        ("roles/weaver.json", r#"["day"]"#, r#"["knitting"]"#, "roles/weaver.json: unknown variant `knitting`"),
        ("routes/guild.json", r#""region": "south""#, r#""region": "east""#, "routes/guild.json: route `guild-south`: there is no region `east`"),
        ("routes/guild.json", r#"["spinning"]"#, r#"["knitting"]"#, "routes/guild.json: route `guild-north`: there is no skill `knitting`"),
    ];
    for (name, from, to, expected) in cases {
        check(name, from, to, expected);
    }
}

#[test]
fn a_statement_that_no_source_makes_is_refused() {
    for cite in ["survey/0", "survey/3", "survey/-1", "survey/x", "survey", "rumour/1", "letter/1"]
    {
        #[rustfmt::skip]
        let cases = [
            ("pay.json", "survey/2", "pay.json: figure `low-pay`"),
            ("areas/wool.json", "survey/1", "areas/wool.json: skill `weaving`"),
            ("roles/weaver.json", "survey/1", "roles/weaver.json: role `weaver`"),
            ("routes/guild.json", "survey/2", "routes/guild.json: route `guild-north`"),
            ("guides/day.json", "survey/1", "guides/day.json: guide `A day`"),
        ];
        for (name, from, thing) in cases {
            check(name, from, cite, &format!("{thing}: no source has a statement `{cite}`"));
        }
    }
}

#[test]
fn a_choice_between_fewer_than_two_is_refused() {
    let short = "a choice needs two members at least";
    for members in ["[]", r#"["combing"]"#] {
        let expected = format!("groups.json: group `fleece`: {short}");
        check("groups.json", r#"["carding", "combing"]"#, members, &expected);
        let expected = format!("roles/weaver.json: role `weaver`: {short}");
        check("roles/weaver.json", r#"["carding", "combing"]"#, members, &expected);
    }
}

#[test]
fn a_requirement_calls_for_one_skill_or_for_a_named_choice() {
    let expected = "roles/dyer.json: role `dyer`: a requirement has either a `skill`, or `one_of` and a `name`";
    for to in [
        r#""skill": "spinning", "one_of": ["carding", "combing"],"#,
        r#""skill": "spinning", "name": "Thread","#,
        r#""one_of": ["carding", "combing"],"#,
        "",
    ] {
        check("roles/dyer.json", r#""skill": "spinning","#, to, expected);
    }
}

#[test]
fn numbers_that_do_not_rise_are_refused() {
    let hours = "areas/wool.json: skill `weaving`: its hours must rise from low to likely to high and not be nothing, but are";
    let file = "areas/wool.json";
    check(file, r#""low": 5"#, r#""low": 8"#, &format!("{hours} 8, 6, 7"));
    check(file, r#""likely": 6"#, r#""likely": 8"#, &format!("{hours} 5, 8, 7"));
    let project = "projects/cloth.json: project `scarf`: its hours must rise from low to likely to high and not be nothing, but are";
    check("projects/cloth.json", r#""low": 4"#, r#""low": 6"#, &format!("{project} 6, 5, 9"));
    let (some, none) = (r#""low": 5, "likely": 6"#, r#""low": 0, "likely": 0"#);
    check(file, some, none, &format!("{hours} 0, 0, 7"));
    check(file, r#""low": 5"#, r#""low": -5"#, "areas/wool.json: invalid value: integer `-5`");
    check(file, r#""low": 5"#, r#""low": 5.5"#, "areas/wool.json: invalid type: floating point");

    let route = "routes/guild.json: route `guild-north`: its";
    let file = "routes/guild.json";
    let weeks = format!("{route} duration must rise from low to high, but is 500, 400");
    check(file, r#""low_weeks": 300"#, r#""low_weeks": 500"#, &weeks);
    let load = format!("{route} load must rise from low to high, but is 70, 60");
    check(file, r#""low_hours": 50"#, r#""low_hours": 70"#, &load);
    let cost = format!("{route} cost must rise from low to high, but is 30, 20");
    check(file, r#""low": 10"#, r#""low": 30"#, &cost);
    let milestones = format!("{route} milestones do not stand in the order of their weeks");
    check(file, r#""week": 1 "#, r#""week": 301 "#, &milestones);

    for amount in ["0", "-3"] {
        let expected = format!("pay.json: figure `low-pay`: its amount is {amount}");
        check("pay.json", r#""amount": 100"#, &format!(r#""amount": {amount}"#), &expected);
    }
}

#[test]
fn a_file_that_is_none_of_ours_is_refused() {
    for (name, expected) in [
        ("notes.txt", "notes.txt: no file of the catalog goes by that name"),
        ("skills/wool.json", "skills/wool.json: no file of the catalog goes by that name"),
        ("areas/empty.json", "areas/empty.json: EOF while parsing a value at line 1 column 0"),
    ] {
        let files: Vec<CatalogFile> =
            SMALL.iter().copied().chain([CatalogFile { name, text: "" }]).collect();
        let error = Catalog::parse(&files).map(|_| ()).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
    check("areas/wool.json", r#""core""#, r#""hard""#, "areas/wool.json: unknown variant `hard`");
}
