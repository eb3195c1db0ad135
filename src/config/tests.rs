//! A config says what is wrong with it, where, and what would be right.

use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(text: &str, faults: &[&str]) -> Config {
    let (config, found) = parse(text);
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(found, faults, "{text}");
    config
}

#[test]
fn the_default_text_says_what_holds_without_it() {
    assert_eq!(check(DEFAULT, &[]), Config::default());
    assert_eq!(check("", &[]), Config::default());
}

#[test]
fn the_default_text_explains_every_choice() {
    for it in ThemeName::ALL {
        let line = format!("#   {:<16} {}\n", format!("{:?}", it.word()), it.about());
        assert!(DEFAULT.contains(&line), "{line}");
    }
    for it in SignChoice::ALL {
        assert!(DEFAULT.contains(&format!("{:?}", it.word())), "{it:?}");
    }
    // What is only an example is right as well.
    let examples = DEFAULT.replace("# [keys", "[keys").replace("# undo", "undo");
    let config = check(&examples.replace("# zoom", "zoom"), &[]);
    let own = config.keys.into_iter().map(|it| crate::keys::Rebinding {
        scope: it.scope,
        word: it.word,
        keys: it.keys,
    });
    let own: Vec<_> = own.collect();
    assert!(own.len() == 2 && crate::keys::Keymap::rebound(&own).is_ok());
}

#[test]
fn every_setting_is_read() {
    let text = "theme = 'light'\nmouse = false\nmotion = false\nsigns = \"ascii\"\n";
    let config = check(text, &[]);
    let expected = Config {
        theme: ThemeName::Light,
        has_mouse: false,
        has_motion: false,
        signs: SignChoice::Ascii,
        keys: Vec::new(),
    };
    assert_eq!(config, expected);
}

#[test]
fn keys_are_read_as_they_are_written() {
    let text = "[keys.everywhere]\nundo = ['u']\nleave = 'Q'\n\n[keys.plan]\nzoom = ['z', 'Ctrl-x']\nbreak = []\n";
    let keys = check(text, &[]).keys;
    let told = keys.iter().map(|it| (&*it.scope, &*it.word, it.keys.join(" "), it.line));
    let told: Vec<_> = told.collect();
    let expected = [
        ("everywhere", "undo", "u".to_owned(), 2),
        ("everywhere", "leave", "Q".to_owned(), 3),
        ("plan", "zoom", "z Ctrl-x".to_owned(), 6),
        ("plan", "break", String::new(), 7),
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_what_would_be_right() {
    check("\ntheme = 'drak'", &["line 2: there is no `theme` called `drak`; did you mean `dark`?"]);
    check(
        "theme = 'q'",
        &[
            "line 1: there is no `theme` called `q`; there are: terminal, dark, light, high-contrast, colour-blind",
        ],
    );
    check(
        "# x\n\nmotoin = true",
        &["line 3: there is no setting `motoin`; did you mean `motion`?"],
    );
    check(
        "mouse = 'yes'",
        &["line 1: `mouse` is a text, and should be true or false, without quotes"],
    );
    check(
        "signs = 3",
        &["line 1: `signs` is a number, and should be one of \"auto\", \"unicode\", \"ascii\""],
    );
    check("keys = 3", &["line 1: `keys` is a number, and should be a table: [keys]"]);
    check(
        "[keys]\nundo = 'u'",
        &[
            "line 2: `undo` has to stand below where it holds, such as [keys.everywhere] or [keys.plan]",
        ],
    );
    check(
        "[keys]\n\n[keys.plan]\nzoom = [3]",
        &["line 4: the keys for `zoom` should be a list of texts: zoom = [\"z\", \"Ctrl-x\"]"],
    );
}

#[test]
fn what_is_wrong_takes_nothing_else_away() {
    let config = check(
        "theme = 'dark'\nmouse = 1\nsigns = 'ascii'\n",
        &["line 2: `mouse` is a number, and should be true or false, without quotes"],
    );
    assert_eq!((config.theme, config.signs), (ThemeName::Dark, SignChoice::Ascii));
    assert!(config.has_mouse);
}

#[test]
fn a_text_that_is_no_toml_is_told_with_its_line_and_nothing_of_it_holds() {
    let (config, faults) = parse("theme = 'dark'\nmouse =\n");
    assert_eq!(config, Config::default());
    let told = faults[0].to_string();
    assert!(faults.len() == 1 && told.starts_with("line 2: this is no TOML: "), "{told}");
}

#[test]
fn a_change_leaves_comments_and_order_as_they_are() {
    let text = "# mine\nmouse = true   # always\n\n# colours\ntheme = 'dark' # at night\n[keys]\nundo = ['u'] # easy\n";
    let changed = with(Some(text), Change::Theme(ThemeName::Light)).unwrap();
    assert_eq!(changed, text.replace("'dark'", "\"light\""));
    let changed = with(Some(text), Change::Signs(SignChoice::Ascii)).unwrap();
    assert_eq!(changed, text.replace("[keys]", "signs = \"ascii\"\n[keys]"));
}

#[test]
fn where_there_is_no_text_a_change_begins_with_the_default_one() {
    let text = with(None, Change::Mouse(false)).unwrap();
    assert_eq!(text, DEFAULT.replace("mouse = true", "mouse = false"));
}

#[test]
fn a_text_that_is_no_toml_is_not_changed() {
    let fault = with(Some("x = \n"), Change::Mouse(true)).unwrap_err();
    assert_eq!(fault.line, 1);
}

fn changes() -> impl Strategy<Value = Change> {
    prop_oneof![
        prop::sample::select(ThemeName::ALL).prop_map(Change::Theme),
        prop::sample::select(SignChoice::ALL).prop_map(Change::Signs),
        any::<bool>().prop_map(Change::Mouse),
        any::<bool>().prop_map(Change::Motion),
    ]
}

fn lines() -> impl Strategy<Value = String> {
    let line = prop::sample::select(&[
        "# a comment",
        "theme = 'dark' # mine",
        "theme = { a = 1 }",
        "mouse = false",
        "motion = 'no'",
        "signs = 'ascii'",
        "other.thing = [1, 2] # kept",
        "[keys]",
        "[keys.plan]",
        "zoom = ['z'] # mine",
        "",
    ]);
    prop::collection::vec(line, 0..9).prop_map(|it| it.join("\n"))
}

proptest! {
    #[test]
    fn no_text_is_too_bad_to_be_read(text in any::<String>()) {
        let lines = text.matches('\n').count() + 1;
        for fault in parse(&text).1 {
            prop_assert!((1..=lines).contains(&fault.line));
        }
    }

    #[test]
    fn a_change_is_what_is_read_afterwards_and_nothing_else_changes(
        text in lines(),
        change in changes(),
    ) {
        let (before, faults) = parse(&text);
        let Ok(changed) = with(Some(&text), change) else {
            prop_assert!(faults[0].text.contains("TOML"));
            return Ok(());
        };
        let (after, _) = parse(&changed);
        let mut expected = before.clone();
        change.make(&mut expected);
        let unplaced = |it: &Rebinding| Rebinding { line: 0, ..it.clone() };
        prop_assert_eq!(after.settings(), expected.settings());
        prop_assert_eq!(
            after.keys.iter().map(unplaced).collect::<Vec<_>>(),
            expected.keys.iter().map(unplaced).collect::<Vec<_>>()
        );
        let comments = |it: &str| it.matches('#').count();
        prop_assert_eq!(comments(&changed), comments(&text));
        prop_assert_eq!(with(Some(&changed), change), Ok(changed));
    }
}
