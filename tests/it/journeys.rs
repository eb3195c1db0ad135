//! What a learner does, and what they see: keys in, a screen out.

use proptest::prelude::*;
use rungs::{
    app::{App, Asks, Effect, Harm, Message, Notice, Offer, Overlay, Rescue, Row, Saving, Size},
    keys::{BINDINGS, Editing, Key, Screen},
    progress::Progress,
};

use crate::stage::{self, Part, SMALL, Stage, painted, picture, press, said, strike, tell, text};

mod finding;
mod placing;
mod reviewing;
mod saying;
mod screens;
mod undoing;
mod welcome;

/// A newcomer who has put the first questions off and looks at the roles.
fn browser() -> Stage {
    Stage::new()
}

fn browsing(stage: Stage, words: &str) -> App {
    stage.open(&format!("Esc 2 {words}"))
}

/// A picture of the screen's body at each size.
#[track_caller]
fn see(name: &str, words: &str) {
    stage::see(name, Part::Body, |size| browsing(browser().sized(size), words));
}

#[test]
fn the_header_says_where_one_is_and_how_far() {
    stage::see("header", Part::Header, |size| browsing(browser().sized(size), "j m"));
}

#[test]
fn the_footer_says_what_the_keys_do() {
    for (name, words) in [
        ("footer_roles", ""),
        ("footer_page", "Enter"),
        ("footer_skills", "3"),
        ("footer_routes", "4"),
        ("footer_plan", "j m 5 j"),
        ("footer_trial", "j m 5 +"),
        ("footer_search", "3 /sn"),
        ("footer_help", "?"),
    ] {
        stage::see(name, Part::Footer, |size| {
            let mut app = browsing(browser().sized(size), words);
            app.notice = None;
            app
        });
    }
}

#[test]
fn browse_the_roles() {
    see("roles", "j");
}

#[test]
fn choose_a_goal() {
    see("goal", "j m");
}

#[test]
fn read_what_a_role_pays() {
    see("pay", "j Enter ]]]]]");
}

#[test]
fn pick_in_a_choice() {
    see("pick", "j m Enter ]]]]j Space");
}

#[test]
fn browse_the_skills() {
    see("skills", "3");
}

#[test]
fn tick_a_proof() {
    see("proof", "3 j Enter j Space");
}

#[test]
fn claim_one_skill_and_skip_another() {
    see("claim", "3 j i j x");
}

#[test]
fn see_the_skills_on_the_way_to_the_goal() {
    see("filter", "m 3 f j Enter z");
}

#[test]
fn choose_which_skills_are_listed() {
    see("choice", "m 3 f");
}

#[test]
fn find_a_skill() {
    see("find", "3 /sql");
}

#[test]
fn find_nothing() {
    see("found_nothing", "3 /xyzzyx");
}

#[test]
fn look_for_a_command() {
    see("palette", "j m 5 :hours");
}

#[test]
fn follow_a_route_and_reach_a_milestone() {
    see("route", "4 F Enter ] j Space");
}

#[test]
fn ask_for_help() {
    see("help", "3 ?");
}

/// Answers all questions with what is marked, but for the role, which is the second.
const ANSWERED: &str = "1 W Down Enter Enter Enter Enter Enter";

#[test]
fn log_time_on_what_is_next() {
    see("log", &format!("{ANSWERED} t 45m Enter"));
}

#[test]
fn a_wrong_answer_is_told_and_can_be_mended() {
    see("wrong", &format!("{ANSWERED} t soon Enter"));
    let mut app = browsing(browser(), &format!("{ANSWERED} t soon Enter"));
    strike(&mut app, &[Key::Ctrl('u')]);
    press(&mut app, "45 Enter");
    assert!(said(&app).contains("Logged 45 min"), "{}", said(&app));
}

/// Every overlay there is, painted with plain letters only.
#[test]
fn whatever_lies_over_a_screen_is_painted_with_plain_letters() {
    let opened = |words: &str| browsing(browser().ascii().sized((120, 40)), words);
    let mut seen = [false; 12];
    for words in [
        "j m",
        "3 j c Enter",
        "3 /sq",
        "3 /course",
        "5 :",
        "m 3 f",
        "?",
        "3 ?",
        "j m 5 ?",
        "j m 5 b",
        "j m 5 w 2027-06-01 Enter",
        "j m 5 b 2027-04-05..2027-04-18 Enter j p j",
        "c",
        ",",
        "1 w",
        "1 ,",
        "1 W",
        "1 W Down Enter Enter Enter Enter",
        "4 f Enter",
        "j m 3 K",
        "j m 3 K s",
        "j m I",
        "j m I a b Enter",
        "j m I a Enter 1",
        ANSWERED,
    ] {
        check_plain(&opened(words), words, &mut seen);
    }
    for harm in [Harm::Gone, damaged()] {
        check_plain(&offered(browser().ascii(), harm), "rescue", &mut seen);
    }
    assert_eq!(seen, [true; 12], "every kind of overlay was there");
}

#[track_caller]
fn check_plain(app: &App, words: &str, seen: &mut [bool; 12]) {
    match &app.overlay {
        Some(Overlay::Help(_)) => seen[0] = true,
        Some(Overlay::Ask(_)) => seen[1] = true,
        Some(Overlay::Welcome(_)) => seen[2] = true,
        Some(Overlay::Told(_)) => seen[3] = true,
        Some(Overlay::Rescue(_)) => seen[4] = true,
        Some(Overlay::Find(_)) => seen[5] = true,
        Some(Overlay::Palette(_)) => seen[6] = true,
        Some(Overlay::Filter(_)) => seen[7] = true,
        Some(Overlay::Beside(_)) => seen[8] = true,
        Some(Overlay::Settings(_)) => seen[9] = true,
        Some(Overlay::Placing(_)) => seen[10] = true,
        Some(Overlay::Reviewing(_)) => seen[11] = true,
        None => (),
    }
    let strange: String =
        text(app).chars().filter(|c| !c.is_ascii() && !"£€₹".contains(*c)).collect();
    assert_eq!(strange, "", "after {words}");
}

/// All screens of a learner in the midst of it, on pages from their beginning to their end.
#[test]
fn every_screen_is_painted_with_plain_letters() {
    for size in stage::SIZES {
        for words in
            ["1", "2", "2 j Enter", "3 j", "3 jj Enter", "4", "4 j Enter", "5", "5 +", "5 z"]
        {
            let mut app = browsing(browser().shipped().ascii().sized(size), "j m 3 j i j Space 2");
            press(&mut app, words);
            for _ in 0..12 {
                check_plain(&app, words, &mut [false; 12]);
                press(&mut app, "PageDown");
            }
        }
    }
}

/// From nothing to a plan takes five key presses.
#[test]
fn five_keys_lead_to_a_plan() {
    for stage in [Stage::new(), Stage::new().shipped()] {
        let app = stage.open("Enter Enter Enter Enter Enter");
        assert!(app.overlay.is_none());
        assert!(app.plan.as_ref().is_some_and(|plan| plan.finish.is_ok()));
    }
}

/// What is looked for; nothing if nothing is.
fn looked_for(app: &App) -> (String, String) {
    match &app.overlay {
        Some(Overlay::Find(find)) => {
            let (before, behind) = find.parts();
            (before.to_owned(), behind.to_owned())
        }
        _ => Default::default(),
    }
}

#[test]
fn a_line_is_edited_like_any_other() {
    let mut app = browsing(browser(), "3 /snake");
    let edit = |app: &mut App, key: Key| {
        strike(app, &[key]);
        let (before, behind) = looked_for(app);
        before + "|" + &behind
    };
    assert_eq!(edit(&mut app, Key::Left), "snak|e");
    assert_eq!(edit(&mut app, Key::Home), "|snake");
    assert_eq!(edit(&mut app, Key::Delete), "|nake");
    assert_eq!(edit(&mut app, Key::End), "nake|");
    assert_eq!(edit(&mut app, Key::Backspace), "nak|");
    assert_eq!(edit(&mut app, Key::Char('é')), "naké|");
    for letter in " a bc".chars() {
        strike(&mut app, &[Key::Char(letter)]);
    }
    assert_eq!(edit(&mut app, Key::CtrlLeft), "naké a |bc");
    assert_eq!(edit(&mut app, Key::CtrlLeft), "naké |a bc");
    assert_eq!(edit(&mut app, Key::CtrlRight), "naké a |bc");
    assert_eq!(edit(&mut app, Key::Ctrl('w')), "naké |bc");
    assert_eq!(edit(&mut app, Key::Ctrl('k')), "naké |");
    assert_eq!(edit(&mut app, Key::Ctrl('a')), "|naké ");
    assert_eq!(edit(&mut app, Key::Ctrl('e')), "naké |");
    assert_eq!(edit(&mut app, Key::Ctrl('u')), "|");
    let bound = |editing| BINDINGS.iter().any(|it| it.action == rungs::keys::Action::Edit(editing));
    assert!(bound(Editing::Right) && bound(Editing::EraseWord));
}

#[test]
fn leave() {
    for key in [Key::Char('q'), Key::Ctrl('c')] {
        assert_eq!(strike(&mut browsing(browser(), ""), &[key]), [Effect::Quit]);
    }
}

#[test]
fn saved_is_only_said_when_it_is() {
    let mut app = browsing(browser(), "");
    let header = |app: &App| picture(app, Part::Header);
    assert!(!header(&app).contains("sav"));
    let effects = press(&mut app, "m j m");
    let [Effect::Save(first, _), Effect::Save(second, _)] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert!(header(&app).contains("saving"));
    tell(&mut app, Message::Saved(*first));
    assert!(header(&app).contains("saving"), "the second change is not on disk yet");
    tell(&mut app, Message::SaveFailed(*second, "no space left".to_owned()));
    assert!(header(&app).contains("NOT SAVED"));
    tell(&mut app, Message::Saved(*second));
    assert!(header(&app).contains("saved"));
}

fn damaged() -> Harm {
    let reason = "it ends too early, at line 12 column 13".to_owned();
    Harm::Damaged { reason, copy: Some("progress.json.damaged-1".to_owned()) }
}

/// A learner whose file is damaged or gone, in front of its backups.
fn offered(stage: Stage, harm: Harm) -> App {
    let offer = |day: &str, holds: &str| Offer {
        which: day.to_owned(),
        saved: format!("{day} 18:30"),
        holds: holds.to_owned(),
    };
    stage.open("").rescuing(Rescue {
        file: "progress.json".to_owned(),
        harm,
        offers: vec![
            offer("2027-02-28", "14 skills, 21 proofs, 40 h logged"),
            offer("2027-02-26", "13 skills, 20 proofs, 38 h logged"),
            offer("2027-02-25", "1 skill"),
        ],
        cursor: 0,
    })
}

#[test]
fn a_backup_is_offered_for_a_damaged_file() {
    let rescued = |size| offered(browser().sized(size), damaged());
    stage::see("rescue", Part::Body, |size| {
        let mut app = rescued(size);
        assert_eq!(press(&mut app, "3 i m u j"), [], "there is nothing to change");
        app
    });
    for size in stage::SIZES {
        let mut app = rescued(size);
        let effects = press(&mut app, "j Enter");
        assert_eq!(effects, [Effect::Restore("2027-02-26".to_owned())]);
        tell(&mut app, Message::RestoreFailed("no space left".to_owned()));
        assert!(app.is_rescuing());
        tell(&mut app, Message::Restored);
        assert!(!app.is_rescuing() && app.saving == Saving::Saved);
        assert_eq!(press(&mut rescued(size), "q"), [Effect::Quit]);
    }
}

#[test]
fn backups_are_offered_for_a_file_that_is_gone_and_one_may_begin_anew() {
    stage::see("gone", Part::Body, |size| offered(browser().sized(size), Harm::Gone));
    let mut app = offered(browser(), Harm::Gone);
    assert_eq!(press(&mut app, "Enter"), [Effect::Restore("2027-02-28".to_owned())]);
    press(&mut app, "End");
    assert!(text(&app).contains("Enter begin anew"));
    press(&mut app, "Enter");
    assert!(!app.is_rescuing() && app.saving == Saving::Nothing);
    assert!(text(&app).contains("1 role"));
}

/// However small the screen is: no panic, and the marked backup is seen wherever there is a line for it.
#[test]
fn backups_can_be_chosen_on_any_screen() {
    for (width, height) in
        (0..60).step_by(3).flat_map(|width| (0..20).map(move |height| (width, height)))
    {
        let mut app = offered(browser().sized((width, height)), damaged());
        press(&mut app, "j j");
        let screen = text(&app);
        assert!(width < 40 || height < 5 || screen.contains("2027-02-25"), "{screen}");
        app.notice = Some(Notice::Warning("a disk that is full, ".repeat(20)));
        painted(&app);
    }
}

#[test]
fn what_cannot_be_saved_can_be_read_and_not_changed() {
    let saving = Saving::ReadOnly("it is of a newer rungs".to_owned());
    let mut app = Stage { saving: saving.clone(), ..browser() }.open("");
    let told = Some(Notice::Warning("Read only: it is of a newer rungs".to_owned()));
    assert_eq!(app.notice, told, "it is said at once");
    for words in ["2 m", "3 j i", "x", "Enter ] Space", "4 F", "3 t 5m Enter", "5 H", "u"] {
        assert_eq!(press(&mut app, words), [], "{words}");
        assert_eq!((&app.progress, &app.saving), (&Progress::default(), &saving), "{words}");
        press(&mut app, "Esc Esc");
    }
    press(&mut app, "2 m");
    assert_eq!(app.notice, told, "and whenever something is tried");
    assert!(text(&app).contains("READ ONLY"));
}

#[test]
fn a_file_that_was_mended_elsewhere_is_shown_at_once() {
    let mut app = offered(browser(), damaged());
    tell(&mut app, Message::Changed(Box::default()));
    assert!(!app.is_rescuing() && app.saving == Saving::Saved);
}

#[test]
fn a_paste_is_typed_where_one_types_and_nothing_elsewhere() {
    let mut app = browsing(browser(), "");
    let rubbish = Message::Pasted("q\u{1b}[31m m2\n".repeat(1000));
    assert_eq!(tell(&mut app, rubbish.clone()), None);
    assert!(app.overlay.is_none() && looked_for(&app).0.is_empty());
    press(&mut app, "/");
    tell(&mut app, rubbish);
    let (typed, _) = looked_for(&app);
    assert!(typed.starts_with("q[31m m2") && typed.chars().count() <= 500, "{typed}");
}

/// Every page can be read to its end: going down line by line gets there.
#[test]
fn every_page_can_be_read_to_its_end() {
    let mut app = browsing(browser().shipped(), "");
    let mut read = 0;
    for screen in ["2", "3", "4"] {
        press(&mut app, screen);
        press(&mut app, "Home");
        for _ in 0..app.rows().len() {
            press(&mut app, "Enter");
            let Some(page) = app.page() else { panic!("a row without a page") };
            let (lines, last_top) = (page.lines.len(), page.last_top(app.reach().lines()));
            let count = lines + page.items.len();
            for _ in 0..count {
                press(&mut app, "j");
            }
            assert_eq!(app.browse().reading.top, last_top);
            read += 1;
            press(&mut app, "Esc j");
        }
    }
    let catalog = &app.catalog;
    let all = catalog.roles().len() + catalog.skills().len() + catalog.routes().len();
    assert!(read >= all, "{read} of {all}");
}

#[test]
fn screens_are_gone_to_by_their_own_keys_and_one_after_the_other() {
    let mut app = browsing(browser(), "");
    let mut seen = vec![app.screen];
    for _ in 1..Screen::ALL.len() {
        press(&mut app, "Tab");
        assert!(!seen.contains(&app.screen));
        seen.push(app.screen);
    }
    for (index, screen) in Screen::ALL.iter().enumerate() {
        press(&mut app, &(index + 1).to_string());
        assert_eq!(app.screen, *screen);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever is pressed, on whatever screen: no panic, and the same again the next time.
    #[test]
    fn any_journey_will_do(keys in prop::collection::vec(any_key(), 0..60), width in 0..140_u16, height in 0..45_u16) {
        let play = || {
            let mut app = browsing(browser().sized((width, height)), "");
            let effects = strike(&mut app, &keys);
            (painted(&app), effects)
        };
        prop_assert_eq!(play(), play());
    }

    /// A screen may change its size at any time.
    #[test]
    fn any_size_will_do(keys in prop::collection::vec(any_key(), 0..30), sizes in prop::collection::vec((0..200_usize, 0..60_usize), 1..6)) {
        let mut app = browsing(browser(), "");
        for (columns, lines) in sizes {
            strike(&mut app, &keys);
            tell(&mut app, Message::Resized(Size { columns, lines }));
            painted(&app);
        }
    }
}

/// A key of the table more often than not, or any character.
pub(crate) fn any_key() -> impl Strategy<Value = Key> {
    let bound: Vec<Key> =
        BINDINGS.iter().flat_map(|binding| binding.keys.iter().copied()).collect();
    prop_oneof![4 => prop::sample::select(bound), 1 => any::<char>().prop_map(Key::Char)]
}
