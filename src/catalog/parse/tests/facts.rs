//! What is refused of hard facts, of statements and of interviews, and what is passed on.

use super::{check, small::SMALL};
use crate::catalog::{Catalog, Doubt, Manner, Month};

#[test]
fn facts_certificates_and_technologies_are_examined() {
    let file = "roles/weaver.json";
    #[rustfmt::skip]
    let cases = [
        (r#""checked": "2026-09""#, r#""checked": "2026-13""#, "`2026-13` is no month such as 2026-11"),
        (r#""checked": "2026-09""#, r#""checked": "26-9""#, "`26-9` is no month such as 2026-11"),
        (r#""label": "Hours""#, r#""label": " ""#, "its fact's label is empty"),
        (r#""cost": "12 kr""#, r#""cost": """#, "its certificate's cost is empty"),
        (r#""share": 90"#, r#""share": 101"#, "`Loom` has a share of 101 that nobody can have counted"),
        (r#""technologies_source": { "source": "Town crier", "year": 1401 },"#, "", "`Loom` has a share of 90 that nobody can have counted"),
        (r#""skills": ["weaving"] }"#, r#""skills": ["knitting"] }"#, "there is no skill `knitting`"),
        (r#""region": "north", "address": "https://hall"#, r#""region": "moon", "address": "https://hall"#, "there is no region `moon`"),
        (r#""address": "https://hall.example/", "confidence""#, r#""address": "hall", "confidence""#, "`hall` is no http or https address"),
    ];
    for (from, to, expected) in cases {
        check(file, from, to, &format!("{file}: role `weaver`: {expected}"));
    }
    check(
        file,
        r#""confidence": "low""#,
        r#""confidence": "some""#,
        &format!("{file}: unknown variant `some`"),
    );
}

#[test]
fn interviews_are_examined() {
    let file = "interviews/weaver.json";
    #[rustfmt::skip]
    let cases = [
        (r#""id": "i2""#, r#""id": "i1""#, "interview `weaver`: it has two questions of the id `i1`"),
        (r#""rung": "working", "#, "", "interview `weaver`: question `i1` names a skill and its rung, or neither"),
        (r#""answer": "On a Monday.""#, r#""answer": """#, "interview `weaver`: its answer is empty"),
        (r#""role": "weaver""#, r#""role": "baker""#, "interview `baker`: there is no role `baker`"),
        (r#""kind": "behavioural""#, r#""kind": "odd""#, "unknown variant `odd`"),
    ];
    for (from, to, expected) in cases {
        check(file, from, to, &format!("{file}: {expected}"));
    }
}

#[test]
fn what_is_less_than_sure_says_so() {
    let catalog = Catalog::parse(SMALL).unwrap();
    let weaver = catalog.role(catalog.find_role("weaver").unwrap());
    let fact = &weaver.facts[0];
    assert_eq!((&*fact.source.source, fact.source.year), ("Roll", Some(1400)));
    assert_eq!(fact.trust.doubt, Some(Doubt::Low));
    assert_eq!(fact.trust.checked, Some(Month { year: 2026, month: 9 }));
    assert_eq!(weaver.certificates[0].trust.doubt, Some(Doubt::Medium));
    assert_eq!((weaver.technologies[0].share, weaver.technologies[1].share), (Some(90), None));
    let route = catalog.route(catalog.find_route("guild-north").unwrap());
    assert_eq!(route.duration.trust.doubt, Some(Doubt::Medium));
    assert_eq!((route.load.trust.doubt, route.resources.len()), (None, 1));
}

#[test]
fn statements_and_interviews_are_passed_on() {
    let catalog = Catalog::parse(SMALL).unwrap();
    let survey = &catalog.sources()[0];
    assert_eq!(survey.statement(2).map(|it| &**it), Some("It takes years."));
    assert_eq!((survey.statement(0), survey.statement(3)), (None, None));
    let role = |id| catalog.find_role(id).unwrap();
    let asked = &catalog.interview(role("weaver")).unwrap().questions;
    assert_eq!(catalog.climb_name(asked[0].climb.unwrap()), "weaving/working");
    assert_eq!((asked[1].manner, asked[1].climb), (Manner::Behavioural, None));
    assert!(catalog.interview(role("dyer")).is_none());
}
