//! Undo and redo of everything one can do in the window.

use super::*;
use rungs::progress::Verdict;

const DAY: jiff::civil::Date = date(2027, 3, 1);

/// Presses a key until it changes nothing any more; how often it did.
fn press_while_it_changes(app: &mut App, key: Key) -> usize {
    let mut times = 0;
    while !press(app, &[key]).is_empty() {
        times += 1;
        assert!(times <= 200, "there is an end to it");
    }
    times
}

/// Keys that do something, more often than not where it can be done.
fn any_deed() -> impl Strategy<Value = Vec<Key>> {
    let deeds = [
        "2 m",
        "2 j m",
        "3 c",
        "3 j c",
        "3 s",
        "3 Enter ] Space",
        "4 f",
        "4 j f",
        "4 Enter ] Space",
        "5 + Enter",
        "5 p Enter",
        "5 J Enter",
        "5 d Enter",
        "H",
        "B",
        "1 w Enter Enter Enter Enter Enter",
        "3 t 45m Enter",
        "r",
        "2 Enter ] ] ] j j x",
        "5 b 2027-05-01..2027-05-09 Enter Enter",
    ];
    prop::sample::select(deeds.map(keys).to_vec())
}

/// Any key but those that undo and do again.
fn any_other_key() -> impl Strategy<Value = Key> {
    any_key()
        .prop_filter("undoing comes later", |key| !matches!(key, Key::Char('u') | Key::Ctrl('r')))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn all_that_was_done_can_be_undone_and_done_again(
        deeds in prop::collection::vec(prop_oneof![3 => any_deed(), 1 => any_other_key().prop_map(|it| vec![it])], 0..12),
    ) {
        let mut app = browser(80, 24, &Signs::UNICODE);
        for deed in deeds {
            press(&mut app, &deed);
            press(&mut app, &keys("Esc Esc Esc"));
        }
        let done = app.progress.clone();
        let times = press_while_it_changes(&mut app, Key::Char('u'));
        prop_assert_eq!(&app.progress, &Progress::default());
        prop_assert_eq!(press_while_it_changes(&mut app, Key::Ctrl('r')), times);
        prop_assert_eq!(&app.progress, &done);
    }
}

#[test]
fn undoing_says_what_and_leaves_what_another_window_did() {
    let mut app = browser(80, 24, &Signs::UNICODE);
    let [redis, git] = ["redis", "git-basics"].map(|id| CATALOG.find_skill(id).unwrap());
    press(&mut app, &keys("3 /redis Enter c"));
    let mut theirs = app.progress.clone();
    theirs.declare(git, Some(Verdict::Claimed(DAY)));
    app::update(&mut app, Message::Changed(Box::new(theirs.clone())));
    press(&mut app, &keys("u"));
    assert!(said(&app).contains("Undone: claiming Redis"), "{}", said(&app));
    assert!(app.progress.record(redis).is_none() && app.progress.record(git).is_some());

    press(&mut app, &[Key::Ctrl('r')]);
    theirs.declare(redis, Some(Verdict::Skipped(DAY)));
    app::update(&mut app, Message::Changed(Box::new(theirs.clone())));
    assert_eq!(press(&mut app, &keys("u")), [], "nothing to save");
    assert!(said(&app).contains("Cannot be undone"), "{}", said(&app));
    assert_eq!(app.progress, theirs);
    press(&mut app, &keys("u"));
    assert!(said(&app).contains("Nothing to undo in this visit"), "{}", said(&app));
}

/// The last line of the screen.
fn said(app: &App) -> String {
    let screen = painted(app);
    let last = screen.area.height - 1;
    (0..screen.area.width).map(|column| screen[(column, last)].symbol()).collect()
}
