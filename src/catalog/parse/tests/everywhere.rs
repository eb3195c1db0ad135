//! What is refused wherever it stands: every place of the small catalog is tried.

use std::collections::BTreeSet;

use super::{check, small::SMALL};
use crate::catalog::{Catalog, CatalogError};

/// Lists that may say nothing.
const MAY_BE_EMPTY: &[&str] = &[
    "areas/*.json/skills/*/rungs/*/needs",
    "areas/*.json/skills/*/why",
    "areas/*.json/skills/*/why/*/cites",
    "curricula.json/curricula",
    "curricula.json/curricula/*/languages",
    "curricula.json/curricula/*/order/*",
    "guides/day.json/passages/*/cites",
    "pay.json/figures",
    "pay.json/figures/*/cites",
    "pay.json/outlook",
    "projects/*.json/projects/*/points/*/shows",
    "questions/*.json/questions",
    "roles/*.json/about/*/cites",
    "roles/*.json/also",
    "roles/*.json/bodies",
    "roles/*.json/certificates",
    "roles/*.json/codes",
    "roles/*.json/day",
    "roles/*.json/differences",
    "roles/*.json/facts",
    "roles/*.json/guides",
    "roles/*.json/ladder/from",
    "roles/*.json/ladder/to",
    "roles/*.json/path",
    "roles/*.json/questions",
    "roles/*.json/technologies",
    "roles/*.json/technologies/*/skills",
    "routes/*.json/routes/*/covers",
    "routes/*.json/routes/*/entry",
    "routes/*.json/routes/*/figures",
    "routes/*.json/routes/*/official",
    "routes/*.json/routes/*/resources",
    "routes/*.json/routes/*/summary/*/cites",
    "terms.json/terms",
];

/// What may be left out.
const MAY_BE_MISSING: &[&str] = &[
    "areas/*.json/skills/*/rhythm",
    "areas/*.json/skills/*/rungs/*/needs",
    "areas/*.json/skills/*/rungs/*/rhythm",
    "areas/*.json/skills/*/why",
    "areas/*.json/skills/*/why/*/cites",
    "curricula.json/curricula/*/languages",
    "curricula.json/curricula/*/role",
    "guides/day.json/passages/*/cites",
    "pay.json/figures/*/address",
    "pay.json/figures/*/cites",
    "pay.json/figures/*/note",
    "pay.json/figures/*/year",
    "pay.json/outlook/*/address",
    "projects/*.json/projects/*/points/*/shows",
    "roles/*.json/about/*/cites",
    "roles/*.json/also",
    "roles/*.json/bodies",
    "roles/*.json/bodies/*/region",
    "roles/*.json/certificates",
    "roles/*.json/certificates/*/confidence",
    "roles/*.json/code_note",
    "roles/*.json/codes",
    "roles/*.json/codes/*/address",
    "roles/*.json/day",
    "roles/*.json/differences",
    "roles/*.json/experience",
    "roles/*.json/facts",
    "roles/*.json/facts/*/address",
    "roles/*.json/facts/*/checked",
    "roles/*.json/facts/*/confidence",
    "roles/*.json/facts/*/year",
    "roles/*.json/guides",
    "roles/*.json/ladder/from",
    "roles/*.json/ladder/to",
    "roles/*.json/path",
    "roles/*.json/questions",
    "roles/*.json/technologies",
    "roles/*.json/technologies/*/share",
    "roles/*.json/technologies/*/skills",
    "roles/*.json/technologies_source/year",
    "routes/*.json/routes/*/covers",
    "routes/*.json/routes/*/duration/checked",
    "routes/*.json/routes/*/duration/confidence",
    "routes/*.json/routes/*/figures",
    "routes/*.json/routes/*/figures/*/address",
    "routes/*.json/routes/*/figures/*/year",
    "routes/*.json/routes/*/note",
    "routes/*.json/routes/*/official",
    "routes/*.json/routes/*/resources",
    "routes/*.json/routes/*/summary/*/cites",
    "sources.json/sources/*/address",
    "sources.json/sources/*/region",
    "sources.json/sources/*/year",
];

/// Every place in a file of JSON, as a pointer.
fn places(value: &serde_json::Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    if let Some(map) = value.as_object() {
        map.iter().for_each(|(key, inner)| places(inner, &format!("{at}/{key}"), found));
    }
    for (index, inner) in value.as_array().into_iter().flatten().enumerate() {
        places(inner, &format!("{at}/{index}"), found);
    }
}

/// Tries the small catalog with a change at every place where `change` makes one.
/// Gives each place changed, by its file and pointer, with what was said of it.
fn everywhere(
    change: impl Fn(&str, &mut serde_json::Value) -> bool,
) -> Vec<(String, Result<(), CatalogError>)> {
    let mut tried = Vec::new();
    for (index, file) in SMALL.iter().enumerate() {
        let whole: serde_json::Value = serde_json::from_str(file.text).unwrap();
        let mut pointers = Vec::new();
        places(&whole, "", &mut pointers);
        for pointer in pointers {
            let mut value = whole.clone();
            if change(&pointer, &mut value) {
                let mut files = SMALL.to_vec();
                files[index].text = value.to_string().leak();
                let outcome = Catalog::parse(&files).map(|_| ());
                tried.push((format!("{}{pointer}", file.name), outcome));
            }
        }
    }
    assert!(!tried.is_empty(), "nothing was tried");
    tried
}

#[test]
fn a_text_that_is_empty_or_not_on_one_line_is_refused_wherever_it_stands() {
    for bad in ["", " ", "\u{a0}", "a\nb", "\u{1b}[31mred", "nul\0", "\u{7f}", "\u{9b}31m", "\t"] {
        let tried = everywhere(|pointer, file| {
            let place = file.pointer_mut(pointer).unwrap();
            let is_text = place.is_string();
            if is_text {
                *place = bad.into();
            }
            is_text
        });
        for (place, outcome) in tried {
            // Lines of code may be empty, but not be commands to the terminal.
            if place.contains("/code/") && bad.trim().is_empty() && bad != "\t" {
                assert_eq!(outcome, Ok(()), "{place}");
                continue;
            }
            let error = outcome.expect_err(&place);
            // Who is no skill cannot be needed either, and that is told first.
            let is_member = place.contains("/members/");
            assert!(place.starts_with(error.file) || is_member, "{place}: {error}");
        }
    }
    #[rustfmt::skip]
    let cases = [
        ("areas/wool.json", "Weaving", "", "areas/wool.json: skill `weaving`: its name is empty"),
        ("areas/wool.json", "Weave a rug", "  ", "areas/wool.json: skill `weaving`: its proof is empty"),
        ("areas/wool.json", "Weave a rug", r"Weave\na rug", "areas/wool.json: skill `weaving`: its proof has a line break or another control character in it"),
        ("areas/wool.json", r#""id": "p2""#, r#""id": "p 2""#, "areas/wool.json: skill `weaving`: proof `p 2`: an id is made of small letters, digits and hyphens"),
        ("routes/guild.json", r#""id": "m02""#, r#""id": "M02""#, "routes/guild.json: route `guild-north`: milestone `M02`: an id is made of small letters, digits and hyphens"),
        ("projects/cloth.json", r#""id": "long""#, r#""id": "so long""#, "projects/cloth.json: project `scarf`: point `so long`: an id is made of small letters, digits and hyphens"),
        ("projects/cloth.json", r#""Fringe it.""#, r#""""#, "projects/cloth.json: project `scarf`: its further is empty"),
        ("questions/wool.json", r#""Wax""#, r#"" ""#, "questions/wool.json: question `weaving-a1`: its option is empty"),
        ("groups.json", "A craft", "", "groups.json: group `craft`: its name is empty"),
        ("areas/wool.json", r#""id": "weaving""#, r#""id": "Weaving""#, "areas/wool.json: skill `Weaving`: an id is made of small letters, digits and hyphens"),
        ("roles/weaver.json", "A way with fleece", "", "roles/weaver.json: role `weaver`: its choice's name is empty"),
        ("pay.json", "Guild", "", "pay.json: figure `low-pay`: its source is empty"),
        ("pay.json", r#""ZAR""#, r#""rand""#, "pay.json: figure `high-pay`: `rand` is no currency: three capital letters are wanted"),
        ("guides/day.json", "Up at dawn.", "", "guides/day.json: guide `A day`: its passages is empty"),
    ];
    for (name, from, to, expected) in cases {
        check(name, from, to, expected);
    }
}

#[test]
fn a_list_that_has_to_say_something_is_not_empty() {
    let tried = everywhere(|pointer, file| {
        let list = file.pointer_mut(pointer).unwrap().as_array_mut();
        list.is_some_and(|list| !std::mem::take(list).is_empty())
    });
    let accepted = tried.into_iter().filter(|(_, outcome)| outcome.is_ok());
    assert_eq!(paths(accepted.map(|(place, _)| place)), MAY_BE_EMPTY);
    let nobody = "pay.json: outlook `down`: it speaks of no role";
    check("pay.json", r#""roles": ["dyer"]"#, r#""roles": []"#, nobody);
}

#[test]
fn nothing_is_left_out_but_what_may_be() {
    let tried = everywhere(|pointer, file| {
        let (above, key) = pointer.rsplit_once('/').unwrap_or_default();
        let map = file.pointer_mut(above).unwrap().as_object_mut();
        map.is_some_and(|map| map.remove(key).is_some())
    });
    for (place, outcome) in &tried {
        let Err(error) = outcome else { continue };
        // Of a rung that is learned too slowly, whoever waits for it is told.
        let is_rhythm = place.ends_with("/rhythm");
        assert!(place.starts_with(error.file) || is_rhythm, "{place}: {error}");
    }
    let accepted = tried.into_iter().filter(|(_, outcome)| outcome.is_ok());
    assert_eq!(paths(accepted.map(|(place, _)| place)), MAY_BE_MISSING);
    #[rustfmt::skip]
    let cases = [
        ("pay.json", r#""high-pay", "region": "south","#, r#""high-pay","#, "pay.json: missing field `region` at line 3"),
        ("pay.json", r#""currency": "ZAR","#, "", "pay.json: missing field `currency` at line 3"),
        ("pay.json", r#", "source": "Fair""#, "", "pay.json: missing field `source` at line 3"),
    ];
    for (name, from, to, expected) in cases {
        check(name, from, to, expected);
    }
}

#[test]
fn a_field_nobody_knows_is_refused_wherever_it_stands() {
    let tried = everywhere(|pointer, file| {
        let map = file.pointer_mut(pointer).unwrap().as_object_mut();
        map.is_some_and(|map| map.insert("colour".to_owned(), "red".into()).is_none())
    });
    for (place, outcome) in tried {
        let error = outcome.expect_err(&place).to_string();
        assert!(error.contains(".json: unknown field `colour`, expected"), "{place}: {error}");
    }
}

#[test]
fn an_address_that_a_browser_should_not_be_sent_to_is_refused_wherever_it_stands() {
    for bad in [
        "ftp://a.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "loom.example",
        "https://",
        "https:// a.example",
        "https://a.example/\u{1b}[31m",
        "https://\u{202e}a.example/",
        "-https://a.example/",
        "HTTPS",
    ] {
        let tried = everywhere(|pointer, file| {
            let place = file.pointer_mut(pointer).unwrap();
            let is_address = place.as_str().is_some_and(|it| it.starts_with("http"));
            if is_address {
                *place = bad.into();
            }
            is_address
        });
        let expected = format!("`{}` is no http or https address", bad.escape_debug());
        for (place, outcome) in tried {
            let error = outcome.expect_err(&place);
            assert!(place.starts_with(error.file) && !error.thing.is_empty(), "{place}: {error}");
            assert_eq!(error.reason, expected, "{place}");
        }
    }
}

/// Places without the numbers in them, each once.
fn paths(places: impl Iterator<Item = String>) -> Vec<String> {
    let star = |part: &str| match part.strip_suffix(".json") {
        Some("wool" | "sheep" | "cloth" | "weaver" | "dyer" | "guild" | "alone") => {
            "*.json".to_owned()
        }
        _ if part.parse::<u32>().is_ok() => "*".to_owned(),
        _ => part.to_owned(),
    };
    let path = |place: String| place.split('/').map(star).collect::<Vec<_>>().join("/");
    let paths: BTreeSet<String> = places.map(path).collect();
    paths.into_iter().collect()
}
