//! Undo and redo of everything one can do in the window.

use rungs::{catalog::Rung, progress::Progress};

use super::*;
use crate::{deeds, stage::TODAY};

/// Presses a key until it changes nothing any more; how often it did.
fn press_while_it_changes(app: &mut App, key: Key) -> usize {
    let mut times = 0;
    while !strike(app, &[key]).is_empty() {
        times += 1;
        assert!(times <= 200, "there is an end to it");
    }
    times
}

/// Any key but those that undo and do again.
fn any_other_key() -> impl Strategy<Value = Key> {
    any_key()
        .prop_filter("undoing comes later", |key| !matches!(key, Key::Char('u') | Key::Ctrl('r')))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Deeds by their keys, and any keys between them.
    #[test]
    fn all_that_was_done_can_be_undone_and_done_again(
        acts in prop::collection::vec((deeds::any_deed(), prop::option::of(any_other_key())), 0..12),
    ) {
        let mut app = browsing(browser(), "");
        for (deed, key) in acts {
            deeds::do_by_keys(&mut app, &deed);
            strike(&mut app, key.as_slice());
            press(&mut app, "Esc Esc Esc");
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
    let mut app = browsing(browser(), "3 /tables Enter i");
    let [tables, notes] = ["tables", "notes"].map(|id| stage::skill(&SMALL, id));
    let mut theirs = app.progress.clone();
    theirs.claim(notes, Rung::Working, TODAY);
    tell(&mut app, Message::Changed(Box::new(theirs.clone())));
    press(&mut app, "u");
    assert!(said(&app).contains("Undone: claiming Tables"), "{}", said(&app));
    assert!(app.progress.record(tables).is_none() && app.progress.record(notes).is_some());

    strike(&mut app, &[Key::Ctrl('r')]);
    theirs.skip(tables, TODAY);
    tell(&mut app, Message::Changed(Box::new(theirs.clone())));
    assert_eq!(press(&mut app, "u"), [], "nothing to save");
    assert!(text(&app).contains("Cannot be undone"), "{}", text(&app));
    assert_eq!(app.progress, theirs);
    press(&mut app, "u");
    assert!(said(&app).contains("Nothing to undo in this visit"), "{}", said(&app));
}

#[test]
fn what_was_answered_at_once_is_undone_at_once() {
    let mut app = Stage::new().open("j Enter Enter Enter Enter Space jjj Space Enter");
    assert!(app.progress.records().count() > 1);
    press(&mut app, "u");
    assert_eq!(app.progress.records().count(), 0, "{}", said(&app));
    assert!(said(&app).contains("claiming 2 skills") || said(&app).contains("claiming"));
}
