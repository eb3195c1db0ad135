//! Keys: the table holds together, what is typed is found, and keys can be given anew.

use super::{
    Action::{Dismiss, Edit, GoTo, Leap, Move, Quit, Try},
    Key::{Char, Ctrl, Esc},
    Scope::{Always, Asking, Everywhere, Rescuing, Typing},
    *,
};

fn rebinding(scope: &str, word: &str, keys: &[&str]) -> Rebinding {
    let keys = keys.iter().map(|it| (*it).to_owned()).collect();
    Rebinding { scope: scope.to_owned(), word: word.to_owned(), keys }
}

#[test]
fn the_table_as_it_comes_is_sound() {
    assert_eq!(Keymap::rebound(&[]).map(|it| it.bindings().len()), Ok(BINDINGS.len()));
    for scope in Scope::VARIANTS {
        let mut words: Vec<&str> =
            BINDINGS.iter().filter(|it| it.scope == *scope).map(|it| it.word).collect();
        assert!(!words.is_empty(), "{scope:?} is empty");
        words.sort_unstable();
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "{scope:?}: {words:?}");
    }
}

#[test]
fn help_texts_read_alike() {
    for Binding { help, hint, .. } in BINDINGS {
        assert!(help.starts_with(char::is_uppercase) && !help.ends_with('.'), "{help:?}");
        assert!(help.chars().count() <= 43, "{help:?} is too long for the help");
        assert!(hint.chars().count() <= 12, "{hint:?} is too long for the footer");
    }
}

#[test]
fn every_action_can_be_asked_for() {
    let actions: Vec<Action> = BINDINGS.iter().map(|it| it.action).collect();
    for kind in ActionKind::VARIANTS {
        assert!(actions.iter().any(|it| ActionKind::from(it) == *kind), "{kind:?} is in no line");
    }
    let are_bound = |all: &mut dyn Iterator<Item = Action>| {
        all.for_each(|it| assert!(actions.contains(&it), "{it:?} is in no line"));
    };
    are_bound(&mut Screen::ALL.iter().map(|it| GoTo(*it)));
    are_bound(&mut Motion::VARIANTS.iter().map(|it| Move(*it)));
    are_bound(&mut Trying::VARIANTS.iter().map(|it| Try(*it)));
    are_bound(&mut Editing::VARIANTS.iter().map(|it| Edit(*it)));
    are_bound(&mut Leaping::VARIANTS.iter().map(|it| Leap(*it)));
}

#[test]
fn a_key_taken_by_a_narrower_scope_is_not_advertised_for_the_wider_one() {
    let map = Keymap::standard();
    let advertised = |scopes: &[Scope], action| {
        map.in_scopes(scopes).find(|(_, it)| it.action == action).map(|(key, _)| key)
    };
    assert_eq!(map.lookup(&[Rescuing, Everywhere], Esc), Some(Quit));
    assert_eq!(map.lookup(&[Asking, Rescuing], Ctrl('c')), Some(Dismiss), "the narrowest answers");
    assert_eq!(map.lookup(&[Rescuing, Asking], Ctrl('c')), Some(Quit));
    // `Esc` and `Ctrl-C` close the question, so only `q` is named for leaving.
    assert_eq!(advertised(&[Asking, Rescuing], Quit), Some(Char('q')));
    assert_eq!(map.lookup(&[Typing, Always], Char('q')), None, "letters are typed");
}

#[test]
fn screens_follow_each_other_in_a_ring() {
    for screen in Screen::ALL {
        assert_eq!(screen.next().previous(), *screen);
    }
    assert_eq!(Screen::Progress.next(), Screen::Today);
}

#[test]
fn ones_own_keys_hold_wherever_the_table_is_read() {
    let own = [rebinding("plan", "zoom", &["v", "Ctrl-t"]), rebinding("plan", "break", &[])];
    let map = Keymap::rebound(&own).unwrap();
    assert_eq!(map.named(Action::Zoom), "v");
    assert_eq!(map.lookup(&[Scope::Plan], Ctrl('t')), Some(Action::Zoom));
    assert_eq!(map.lookup(&[Scope::Plan], Char('z')), None);
    assert_eq!(map.lookup(&[Scope::Plan], Char('b')), None);
    assert!(map.markdown().contains("| `v` `Ctrl-T` | Show weeks, months or stages |"));
}

#[test]
fn keys_that_would_mean_two_things_are_refused_in_words() {
    for (scope, word, keys, said) in [
        ("plan", "zoom", &["+"][..], "`+` would be both `more-hours` (plan) and `zoom` (plan)"),
        ("plan", "zoom", &["q"], "`q` would be both `zoom` (plan) and `leave` (everywhere)"),
        ("list", "open", &["c", "c"], "`c` would be both `open` (list) and `open` (list)"),
        ("plan", "zom", &["v"], "there is no `zom` in `keys.plan`"),
        ("plans", "zoom", &["v"], "there is no `keys.plans`; there are: always, everywhere"),
        ("plan", "zoom", &["Hyper-x"], "`Hyper-x` is no key"),
        ("field", "left", &["x"], "`x` is typed there"),
        ("page", "back", &[], "`back` (page) needs a key"),
    ] {
        let faults = Keymap::rebound(&[rebinding(scope, word, keys)]).unwrap_err();
        assert!(faults.iter().any(|it| it.contains(said)), "{said}: {faults:?}");
    }
    // Two that change places take nothing from each other.
    let swapped = [rebinding("plan", "later", &["K"]), rebinding("plan", "earlier", &["J"])];
    assert!(Keymap::rebound(&swapped).is_ok());
}
