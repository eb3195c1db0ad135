//! What is refused of rungs: how they rise, what they take, and what they need.

use super::{check, small::SMALL};
use crate::catalog::{Catalog, CatalogFile, Climb, Hours, Rhythm, Rung};

/// Writes `to` for the only `from` in that file: that is let in.
#[track_caller]
fn accept(name: &str, from: &str, to: &str) -> Catalog {
    let change = |file: &CatalogFile| {
        assert_eq!(file.text.matches(from).count(), 1, "{from} in {name}");
        CatalogFile { text: file.text.replace(from, to).leak(), ..*file }
    };
    let changed = |file: &CatalogFile| if file.name == name { change(file) } else { *file };
    let files: Vec<CatalogFile> = SMALL.iter().map(changed).collect();
    Catalog::parse(&files).unwrap()
}

#[track_caller]
fn climb<'a>(catalog: &'a Catalog, name: &str) -> &'a Climb {
    catalog.climb(catalog.find_climb(name).unwrap())
}

#[test]
fn rungs_rise_from_awareness_without_a_gap() {
    let working = r#""rung": "working", "hours": { "low": 3"#;
    let refused =
        "areas/sheep.json: skill `carding`: its rungs must rise from awareness, without a gap";
    for rung in ["practitioner", "expert"] {
        let to = working.replace("working", rung);
        check("areas/sheep.json", working, &to, refused);
    }
    // The other way round, and from the middle on.
    let refused =
        "areas/wool.json: skill `weaving`: its rungs must rise from awareness, without a gap";
    let last = r#""rung": "practitioner", "hours": { "low": 10, "likely": 20, "high": 30, "basis": "Counted." }, "needs": [],
                  "proofs": [{ "id": "q1", "text": "Find the fault in a cloth" }] },
                { "rung": "expert", "rhythm": "job", "needs": []"#;
    let turned = r#""rung": "expert", "needs": [],
                  "proofs": [{ "id": "q1", "text": "Find the fault in a cloth" }] },
                { "rung": "practitioner", "hours": { "low": 10, "likely": 20, "high": 30, "basis": "Counted." }, "needs": []"#;
    check("areas/wool.json", last, turned, refused);
}

#[test]
fn what_is_studied_takes_hours_and_what_only_a_job_teaches_takes_none() {
    let (wool, sheep) = ("areas/wool.json", "areas/sheep.json");
    let hours = r#""hours": { "low": 10, "likely": 20, "high": 30, "basis": "Counted." }, "#;
    let combing = r#""rhythm": "alongside""#;
    #[rustfmt::skip]
    let cases = [
        (wool, hours, "", "skill `weaving`: practitioner has no hours"),
        (wool, r#""rung": "expert","#, &format!(r#""rung": "expert", {hours}"#), "skill `weaving`: only a job leads to expert, so it has no hours"),
        (sheep, combing, r#""rhythm": "job""#, "skill `combing`: only a job leads to working, so it has no hours"),
        (sheep, r#""rhythm": "block""#, r#""rhythm": "job""#, "skill `combing`: only a job leads to awareness, so it has no hours"),
        (sheep, combing, r#""rhythm": "weekly""#, "unknown variant `weekly`"),
        (wool, r#"[{ "id": "x1", "text": "Run a mill" }]"#, "[]", "skill `weaving`: expert has no proofs"),
        (wool, r#""basis": "Counted.""#, r#""basis": """#, "skill `weaving`: its basis is empty"),
    ];
    for (name, from, to, expected) in cases {
        check(name, from, to, &format!("{name}: {expected}"));
    }
    let studied =
        r#""rung": "working", "hours": { "low": 5, "likely": 5, "high": 9, "basis": "Timed." }, "#;
    let catalog = accept(sheep, studied, r#""rung": "working", "rhythm": "job", "#);
    for name in ["combing/working", "weaving/expert"] {
        let Climb { rhythm, hours, basis, .. } = climb(&catalog, name);
        assert_eq!((*rhythm, *hours, &**basis), (Rhythm::Job, Hours::default(), ""));
    }
}

#[test]
fn a_skill_takes_as_long_as_all_that_is_studied_of_it() {
    let catalog = Catalog::parse(SMALL).unwrap();
    let id = catalog.find_skill("weaving").unwrap();
    let all = Hours { low: 17, likely: 28, high: 40 };
    assert_eq!(catalog.skill(id).hours, all);
    assert_eq!(catalog.hours_to(id, Rung::Expert), all);
    assert_eq!(catalog.hours_to(id, Rung::Working), Hours { low: 7, likely: 8, high: 10 });
}

#[test]
fn a_rung_has_the_rhythm_of_its_skill_unless_it_has_one_of_its_own() {
    let catalog = Catalog::parse(SMALL).unwrap();
    assert_eq!(climb(&catalog, "carding/working").rhythm, Rhythm::Block, "none is written");
    assert_eq!(climb(&catalog, "combing/awareness").rhythm, Rhythm::Block, "it has its own");
    assert_eq!(climb(&catalog, "combing/working").rhythm, Rhythm::Alongside);
    // Whatever the skill's: nobody studies to be an expert.
    assert_eq!(climb(&catalog, "weaving/expert").rhythm, Rhythm::Job);
    let catalog = accept("areas/wool.json", r#""rhythm": "job""#, r#""rhythm": "block""#);
    assert_eq!(climb(&catalog, "weaving/expert").rhythm, Rhythm::Job);
}

#[test]
fn a_need_is_a_skill_or_a_group_at_a_rung_that_there_is() {
    let need = r#""spinning/working""#;
    let wrong = |it: &str| format!("`{it}` is no skill at a rung, such as `sql-queries/working`");
    let absent = |it: &str| format!("there is no `{it}` for it to need");
    let cases = [
        ("spinning", wrong("spinning")),
        ("spinning/", wrong("spinning/")),
        ("spinning/p1", wrong("spinning/p1")),
        ("spinning/Working", wrong("spinning/Working")),
        ("spinning/working/2", wrong("spinning/working/2")),
        ("any:fleece", wrong("any:fleece")),
        ("", wrong("")),
        ("/working", absent("/working")),
        ("spinning/practitioner", absent("spinning/practitioner")),
        ("any:fleece/practitioner", absent("carding/practitioner")),
        ("fleece/working", absent("fleece/working")),
        ("any:/working", "there is no group ``".to_owned()),
        ("any:carding/working", "there is no group `carding`".to_owned()),
    ];
    for (to, expected) in cases {
        let expected = format!("areas/wool.json: skill `weaving`: {expected}");
        check("areas/wool.json", need, &format!("{to:?}"), &expected);
    }
}

#[test]
fn what_a_rung_needs_is_the_rung_below_first_and_then_what_is_written() {
    let catalog = Catalog::parse(SMALL).unwrap();
    let needs = |name: &str| -> Vec<Vec<String>> {
        let groups = climb(&catalog, name).needs.iter();
        groups.map(|it| it.iter().map(|id| catalog.climb_name(*id)).collect()).collect()
    };
    assert_eq!(needs("spinning/awareness"), Vec::<Vec<String>>::new());
    assert_eq!(needs("weaving/expert"), [["weaving/practitioner"]]);
    let expected = [
        vec!["weaving/awareness"],
        vec!["spinning/working"],
        vec!["carding/awareness", "combing/awareness"],
    ];
    assert_eq!(needs("weaving/working"), expected);
    let opened = catalog.opens(catalog.find_climb("combing/awareness").unwrap());
    let opened: Vec<String> = opened.iter().map(|it| catalog.climb_name(*it)).collect();
    assert_eq!(opened, ["weaving/working"], "its own next rung is nothing else that it opens");
}

#[test]
fn a_rung_that_needs_itself_in_the_end_is_refused() {
    let (first, second) = (r#""basis": "Told." }"#, r#""basis": "Asked around." }, "needs": []"#);
    let needs = |to: &str| format!(r#""basis": "Told." }}, "needs": ["{to}"]"#);
    let later = |to: &str| format!(r#""basis": "Asked around." }}, "needs": ["{to}"]"#);
    #[rustfmt::skip]
    let cases = [
        (first, needs("spinning/awareness"), "skill `spinning`: it needs itself in the end: `spinning/awareness`, which needs `spinning/awareness`"),
        (first, needs("spinning/working"), "skill `spinning`: it needs itself in the end: `spinning/awareness`, which needs `spinning/working`, which needs `spinning/awareness`"),
        (first, needs("weaving/awareness"), "skill `weaving`: it needs itself in the end: `weaving/awareness`, which needs `spinning/awareness`, which needs `weaving/awareness`"),
        // Over two rungs of each, and through a choice.
        (second, later("weaving/expert"), "skill `weaving`: it needs itself in the end: `weaving/working`, which needs `spinning/working`, which needs `weaving/expert`, which needs `weaving/practitioner`, which needs `weaving/working`"),
        (second, later("any:craft/working"), "skill `weaving`: it needs itself in the end: `weaving/working`, which needs `spinning/working`, which needs `weaving/working`"),
    ];
    for (from, to, expected) in cases {
        check("areas/wool.json", from, &to, &format!("areas/wool.json: {expected}"));
    }
    // Through a choice alone: nobody else in the ring.
    let expected = "areas/wool.json: skill `weaving`: it needs itself in the end: `weaving/working`, which needs `weaving/working`";
    check("areas/wool.json", r#""any:fleece/awareness""#, r#""any:craft/working""#, expected);
    // Two skills may climb by turns.
    accept("areas/wool.json", second, &later("weaving/awareness"));
}

#[test]
fn nothing_waits_for_what_is_learned_more_slowly() {
    let (wool, sheep) = ("areas/wool.json", "areas/sheep.json");
    let refused = |own: [&str; 4], need: &str, rhythm: &str| {
        let [file, skill, rung, has] = own;
        format!(
            "{file}: skill `{skill}`: {rung} has the rhythm {has} and cannot wait for `{need}`, which has the rhythm {rhythm}"
        )
    };
    let weaving = r#""basis": "Counted." }, "needs": []"#;
    let with = |need: &str| format!(r#""basis": "Counted." }}, "needs": ["{need}"]"#);
    let own = [wool, "weaving", "practitioner", "block"];
    let expected = refused(own, "combing/working", "alongside");
    check(wool, weaving, &with("combing/working"), &expected);
    check(wool, weaving, &with("any:fleece/working"), &expected);
    // One's own lower rung is a need as well, and only a job makes an expert.
    let carding = r#""rung": "awareness", "hours": { "low": 1, "#;
    for rhythm in ["alongside", "applying"] {
        let slow = format!(r#""rung": "awareness", "rhythm": "{rhythm}", "hours": {{ "low": 1, "#);
        let own = [sheep, "carding", "working", "block"];
        check(sheep, carding, &slow, &refused(own, "carding/awareness", rhythm));
    }
    let combing = r#""rung": "working", "hours": { "low": 5, "likely": 5, "high": 9, "basis": "Timed." }, "needs": []"#;
    for rhythm in ["block", "alongside", "applying"] {
        let to = combing.replace(r#""working""#, &format!(r#""working", "rhythm": "{rhythm}""#));
        let to = to.replace("[]", r#"["weaving/expert"]"#);
        let own = [sheep, "combing", "working", rhythm];
        check(sheep, combing, &to, &refused(own, "weaving/expert", "job"));
    }
    accept(sheep, combing, &combing.replace("[]", r#"["carding/working"]"#));
    accept(wool, r#""job", "needs": []"#, r#""job", "needs": ["combing/working"]"#);
}

#[test]
fn a_role_calls_for_rungs_that_there_are() {
    #[rustfmt::skip]
    let cases = [
        ("roles/dyer.json", r#""rung": "awareness""#, r#""rung": "expert""#, "roles/dyer.json: role `dyer`: there is no `spinning/expert`"),
        ("roles/weaver.json", r#""rung": "working""#, r#""rung": "practitioner""#, "roles/weaver.json: role `weaver`: there is no `carding/practitioner`"),
        ("roles/dyer.json", r#""rung": "awareness""#, r#""rung": "mastery""#, "roles/dyer.json: unknown variant `mastery`"),
        ("roles/dyer.json", r#""rung": "awareness""#, r#""depth": "awareness""#, "roles/dyer.json: unknown field `depth`"),
        ("roles/dyer.json", r#", "rung": "awareness""#, "", "roles/dyer.json: missing field `rung`"),
    ];
    for (name, from, to, expected) in cases {
        check(name, from, to, expected);
    }
}

#[test]
fn a_rung_is_found_by_its_name_and_a_skill_is_climbed_up_to_it() {
    let catalog = Catalog::parse(SMALL).unwrap();
    for (id, climb) in catalog.climbs() {
        assert_eq!(catalog.find_climb(&catalog.climb_name(id)), Some(id));
        assert_eq!(catalog.climb_to(climb.skill, climb.rung), id);
        assert_eq!(catalog.climbs_to(climb.skill, climb.rung).last(), Some(id));
    }
    for name in
        ["", "weaving", "weaving/", "weaving/master", "spinning/expert", "any:fleece/working"]
    {
        assert_eq!(catalog.find_climb(name), None, "{name}");
    }
    let spinning = catalog.find_skill("spinning").unwrap();
    assert_eq!(catalog.top(spinning), Rung::Working);
    let highest = catalog.climb_to(spinning, Rung::Expert);
    assert_eq!(catalog.climb_name(highest), "spinning/working");
}
