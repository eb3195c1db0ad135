//! What is refused of projects and the roles that lead through them, and of
//! curricula, terms and questions.

use super::{check, small::SMALL};
use crate::catalog::{Answer, Catalog, Rung, Text};

#[test]
fn a_project_exercises_something_and_waits_for_nothing_that_takes_months() {
    let file = "projects/cloth.json";
    let rungs = r#"["weaving/practitioner"]"#;
    let slow =
        |it: &str| format!("it is built in a block and cannot wait for `{it}`, which is not");
    let (job, months) = (slow("weaving/expert"), slow("combing/working"));
    #[rustfmt::skip]
    let cases = [
        (rungs, "[]", "it exercises nothing"),
        (rungs, r#"["weaving/expert"]"#, &job),
        (rungs, r#"["weaving/working", "weaving/expert"]"#, &job),
        (rungs, r#"["combing/working"]"#, &months),
        (rungs, r#"["any:fleece/working"]"#, &months),
        (rungs, r#"["weaving"]"#, "`weaving` is no skill at a rung"),
        (rungs, r#"["weaving/q1"]"#, "`weaving/q1` is no skill at a rung"),
        (rungs, r#"["spinning/expert"]"#, "there is no `spinning/expert`"),
        (rungs, r#"["any:craft/practitioner"]"#, "there is no `spinning/practitioner`"),
        (r#"[{ "id": "wide", "text": "It covers a bed" }]"#, "[]", "it has no points, or two of the same id"),
    ];
    for (from, to, expected) in cases {
        check(file, from, to, &format!("{file}: project `blanket`: {expected}"));
    }
}

#[test]
fn a_project_belongs_to_the_area_of_what_it_exercises_last() {
    let catalog = Catalog::parse(SMALL).unwrap();
    for (id, project) in catalog.projects() {
        assert_eq!(catalog.area(project.area).id, "wool", "{}", project.id);
        assert_eq!(catalog.find_project(&project.id), Some(id));
        for (id, point) in project.points() {
            assert_eq!(project.find_point(&point.id), Some(id));
        }
    }
    let scarf = catalog.project(catalog.find_project("scarf").unwrap());
    let names =
        |group: &[_]| -> Vec<String> { group.iter().map(|it| catalog.climb_name(*it)).collect() };
    assert_eq!(names(&scarf.rungs[0]), ["weaving/awareness", "spinning/awareness"]);
    let shown = scarf.points[0].shows[0];
    assert_eq!(catalog.skill(shown.skill).proof(shown.proof).unwrap().text, "Spin a thread");
}

#[test]
fn experience_is_a_time_in_a_post_that_begins_somewhere() {
    for years in ["0", "-1", "40.5", "41"] {
        let expected = format!("roles/dyer.json: role `dyer`: {years} years are no experience");
        check("roles/dyer.json", r#""years": 1.5"#, &format!(r#""years": {years}"#), &expected);
    }
    let ring = "the posts that lead to it lead to each other in a ring";
    let own = format!("roles: role `dyer`: {ring}");
    check("roles/dyer.json", r#""as": "weaver""#, r#""as": "dyer""#, &own);
    let both = format!("roles: role `weaver`: {ring}");
    let experience =
        r#""path": ["scarf"], "experience": { "years": 1, "as": "dyer", "basis": "-" }"#;
    check("roles/weaver.json", r#""path": ["scarf", "blanket"]"#, experience, &both);
    let wordless = "roles/dyer.json: role `dyer`: its experience's basis is empty";
    check("roles/dyer.json", "Dyers were asked.", "", wordless);
}

#[test]
fn posts_are_told_the_first_job_first() {
    let catalog = Catalog::parse(SMALL).unwrap();
    let id = |name: &str| catalog.find_role(name).unwrap();
    assert_eq!(catalog.posts(id("dyer")), [id("weaver"), id("dyer")]);
    assert_eq!(catalog.posts(id("weaver")), [id("weaver")]);
    let experience = catalog.role(id("dyer")).experience.as_ref().unwrap();
    assert_eq!((experience.months, experience.role), (18, id("weaver")));
}

#[test]
fn a_question_to_choose_has_four_options_and_any_other_has_none() {
    let file = "questions/wool.json";
    let four = "a question to choose has four options, any other has none";
    let options = r#"["Warp", "Weft", "Wool", "Wax"]"#;
    #[rustfmt::skip]
    let cases = [
        (options, "[]", "weaving-a1", four),
        (options, r#"["Warp", "Weft", "Wool"]"#, "weaving-a1", four),
        (options, r#"["Warp", "Weft", "Wool", "Wax", "Wood"]"#, "weaving-a1", four),
        (options, r#"["Warp", "Weave", "Wool", "Wax"]"#, "weaving-a1", "its answer is none of the options"),
        (r#""kind": "choose""#, r#""kind": "recall""#, "weaving-a1", four),
        (r#""kind": "choose""#, r#""kind": "output""#, "weaving-a1", four),
        (r#""kind": "output""#, r#""kind": "choose""#, "spinning-w1", four),
        (r#""kind": "recall","#, r#""kind": "recall", "options": ["One"],"#, "carding-a1", four),
        (r#""rung": "working""#, r#""rung": "expert""#, "spinning-w1", "there is no `spinning/expert`"),
        (r#""language": "loom", "#, "", "spinning-w1", "its code does not say in which `language` it is"),
        (r#""code": ["turn the wheel:", "  pull"],"#, "", "spinning-w1", "it asks what code prints, but has no code"),
        (r#""kind": "recall","#, r#""kind": "recall", "language": "loom","#, "carding-a1", "it names a language, but has no code"),
        (r#""  pull""#, r#""\tpull""#, "spinning-w1", "its code has a control character in it"),
    ];
    for (from, to, id, expected) in cases {
        check(file, from, to, &format!("{file}: question `{id}`: {expected}"));
    }
    check(
        file,
        r#""kind": "recall""#,
        r#""kind": "sing""#,
        &format!("{file}: unknown variant `sing`"),
    );
}

#[test]
fn the_right_option_stands_first_and_code_keeps_its_spaces() {
    let catalog = Catalog::parse(SMALL).unwrap();
    let [choose, output, recall] = catalog.questions() else { panic!("three questions") };
    let Answer::Choose(options) = &choose.answer else { panic!("{:?}", choose.answer) };
    assert_eq!(**options, ["Weft", "Warp", "Wool", "Wax"]);
    assert_eq!(catalog.climb_name(choose.climb), "weaving/awareness");
    assert!(matches!(&output.answer, Answer::Output(it) if it == "thread"));
    let code = output.code.as_ref().unwrap();
    assert_eq!(
        (&*code.language, &*code.lines),
        ("loom", ["turn the wheel:", "  pull"].map(Text::from).as_slice())
    );
    assert!(matches!(&recall.answer, Answer::Recall(it) if it.starts_with("To lay")));
    assert_eq!(catalog.climb(output.climb).rung, Rung::Working);
}

#[test]
fn groups_curricula_and_terms_are_passed_on() {
    let catalog = Catalog::parse(SMALL).unwrap();
    let names = |ids: &[_]| -> Vec<&str> { ids.iter().map(|it| &*catalog.skill(*it).id).collect() };
    let [fleece, craft] = catalog.groups() else { panic!("two groups") };
    assert_eq!(names(&fleece.members), ["carding", "combing"]);
    assert_eq!((&*craft.id, &*craft.name), ("craft", "A craft"));
    let [guild, shed] = catalog.curricula() else { panic!("two curricula") };
    let order: Vec<Vec<&str>> = guild.order.iter().map(|it| names(it)).collect();
    assert_eq!(order, [vec!["spinning", "carding"], vec!["weaving"]]);
    assert_eq!((guild.role, shed.role), (catalog.find_role("weaver"), None));
    assert_eq!((names(&guild.languages), shed.languages.len()), (vec!["weaving"], 0));
    let terms: Vec<(&str, &str)> =
        catalog.terms().iter().map(|it| (&*it.words, &*catalog.skill(it.skill).id)).collect();
    assert_eq!(terms, [("weft", "weaving"), ("roving", "carding")]);
}
