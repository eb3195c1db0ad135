//! What a learner does, and what they see: keys in, a screen out.

use std::sync::{Arc, LazyLock};

use jiff::civil::date;
use proptest::prelude::*;
use ratatui::{buffer::Buffer, layout::Rect};
use rungs::{
    app::{self, App, Effect, Harm, Message, Notice, Offer, Rescue, Saving, Size, World},
    catalog::Catalog,
    keys::{BINDINGS, Key},
    progress::Progress,
    ui,
    words::Signs,
};

mod undoing;

static CATALOG: LazyLock<Arc<Catalog>> = LazyLock::new(|| Arc::new(Catalog::embedded().unwrap()));

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];

/// A new learner on the first of March 2027, in front of a terminal of that size.
fn newcomer(width: u16, height: u16, signs: &'static Signs) -> App {
    let size = Size { columns: usize::from(width), lines: usize::from(height) };
    let world = World { today: date(2027, 3, 1), size, signs, has_colors: true, nonce: 7 };
    let mut app = App::new(CATALOG.clone(), Progress::default(), Saving::Nothing, world);
    app::update(&mut app, Message::Began);
    app
}

/// The same, once the first questions are put off and the roles are in front.
fn browser(width: u16, height: u16, signs: &'static Signs) -> App {
    let mut app = newcomer(width, height, signs);
    press(&mut app, &[Key::Esc, Key::Char('2')]);
    app
}

fn painted(app: &App) -> Buffer {
    let Size { columns, lines } = app.world.size;
    let area = Rect::new(0, 0, columns.try_into().unwrap(), lines.try_into().unwrap());
    let mut screen = Buffer::empty(area);
    ui::render(app, area, &mut screen);
    screen
}

fn press(app: &mut App, keys: &[Key]) -> Vec<Effect> {
    keys.iter().flat_map(|key| app::update(app, Message::Pressed(*key))).collect()
}

/// Keys as one writes them: `j` `Enter` `Space` `Tab` `Esc` `/sql`.
fn keys(words: &str) -> Vec<Key> {
    let key = |word: &str| match word {
        "Enter" => vec![Key::Enter],
        "Esc" => vec![Key::Esc],
        "Tab" => vec![Key::Tab],
        "Space" => vec![Key::Char(' ')],
        "PageDown" => vec![Key::PageDown],
        "End" => vec![Key::End],
        letters => letters.chars().map(Key::Char).collect(),
    };
    words.split_whitespace().flat_map(key).collect()
}

/// One snapshot at each of the three sizes.
#[track_caller]
fn see(name: &str, words: &str) {
    for (width, height) in SIZES {
        let mut app = browser(width, height, &Signs::UNICODE);
        press(&mut app, &keys(words));
        insta::assert_debug_snapshot!(format!("{name}_{width}x{height}"), painted(&app));
    }
}

#[test]
fn browse_the_roles() {
    see("roles", "j");
}

#[test]
fn choose_a_goal() {
    see("goal", "m");
}

#[test]
fn read_what_a_role_pays() {
    see("pay", "Enter ]]]]");
}

#[test]
fn pick_in_a_choice() {
    see("pick", "m Enter ]]] jjjj x");
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
    see("claim", "3 j c j s");
}

#[test]
fn see_the_skills_on_the_way_to_the_goal() {
    see("filter", "m 3 f z");
}

#[test]
fn find_a_skill() {
    see("find", "3 /sqlj");
}

#[test]
fn follow_a_route_and_reach_a_milestone() {
    see("route", "4 jj f Enter ] j Space");
}

#[test]
fn ask_for_help() {
    see("help", "3 ?");
}

#[test]
fn paint_with_plain_letters_only() {
    let mut app = browser(80, 24, &Signs::ASCII);
    press(&mut app, &keys("m 3 j c Enter"));
    insta::assert_debug_snapshot!("ascii_80x24", painted(&app));
    let text: String = painted(&app).content().iter().map(ratatui::buffer::Cell::symbol).collect();
    let strange: String = text.chars().filter(|c| !c.is_ascii() && !"–·".contains(*c)).collect();
    assert_eq!(strange, "");
}

#[test]
fn answer_the_first_questions() {
    for (width, height) in SIZES {
        let mut app = newcomer(width, height, &Signs::UNICODE);
        for (number, words) in
            ["", "Enter", "Enter", "j Enter", "Enter", "jjjj Space", "Enter"].iter().enumerate()
        {
            press(&mut app, &keys(words));
            insta::assert_debug_snapshot!(
                format!("welcome{number}_{width}x{height}"),
                painted(&app)
            );
        }
    }
}

/// From nothing to a plan takes five key presses.
#[test]
fn five_keys_lead_to_a_plan() {
    let mut app = newcomer(80, 24, &Signs::UNICODE);
    press(&mut app, &[Key::Enter; 5]);
    assert!(app.overlay.is_none());
    assert!(app.plan.as_ref().is_some_and(|plan| plan.finish.is_ok()));
}

#[test]
fn log_time_on_what_is_next() {
    see("log", "1 w Enter Enter Enter Enter Enter t 45m Enter");
}

#[test]
fn a_wrong_answer_is_told_and_can_be_mended() {
    see("wrong", "1 w Enter Enter Enter Enter Enter t soon Enter");
}

#[test]
fn leave() {
    for key in [Key::Char('q'), Key::Ctrl('c')] {
        assert_eq!(press(&mut browser(80, 24, &Signs::UNICODE), &[key]), [Effect::Quit]);
    }
}

#[test]
fn saved_is_only_said_when_it_is() {
    let mut app = browser(80, 24, &Signs::UNICODE);
    let header = |app: &App| {
        let screen = painted(app);
        (0..80).map(|x| screen[(x, 0)].symbol().to_owned()).collect::<String>()
    };
    assert!(!header(&app).contains("sav"));
    let effects = press(&mut app, &keys("m j m"));
    let [Effect::Save(first, _), Effect::Save(second, _)] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert!(header(&app).contains("saving"));
    app::update(&mut app, Message::Saved(*first));
    assert!(header(&app).contains("saving"), "the second change is not on disk yet");
    app::update(&mut app, Message::SaveFailed(*second, "no space left".to_owned()));
    assert!(header(&app).contains("NOT SAVED"));
    app::update(&mut app, Message::Saved(*second));
    assert!(header(&app).contains("saved"));
}

/// A learner whose file is damaged, in front of its backups.
fn rescued(width: u16, height: u16) -> App {
    let reason = "it ends too early, at line 12 column 13".to_owned();
    let copy = Some("progress.json.damaged-1".to_owned());
    offered(width, height, Harm::Damaged { reason, copy })
}

fn offered(width: u16, height: u16, harm: Harm) -> App {
    let offer = |day: &str, holds: &str| Offer {
        which: day.to_owned(),
        saved: format!("{day} 18:30"),
        holds: holds.to_owned(),
    };
    newcomer(width, height, &Signs::UNICODE).rescuing(Rescue {
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
    for (width, height) in SIZES {
        let mut app = rescued(width, height);
        assert_eq!(press(&mut app, &keys("3 c m u")), [], "there is nothing to change");
        press(&mut app, &keys("j"));
        insta::assert_debug_snapshot!(format!("rescue_{width}x{height}"), painted(&app));
        let effects = press(&mut app, &[Key::Enter]);
        assert_eq!(effects, [Effect::Restore("2027-02-26".to_owned())]);
        app::update(&mut app, Message::RestoreFailed("no space left".to_owned()));
        assert!(app.is_rescuing());
        app::update(&mut app, Message::Restored);
        assert!(!app.is_rescuing() && app.saving == Saving::Saved);
        assert_eq!(press(&mut rescued(width, height), &keys("q")), [Effect::Quit]);
    }
}

#[test]
fn backups_are_offered_for_a_file_that_is_gone_and_one_may_begin_anew() {
    for (width, height) in SIZES {
        let mut app = offered(width, height, Harm::Gone);
        insta::assert_debug_snapshot!(format!("gone_{width}x{height}"), painted(&app));
        let effects = press(&mut app, &[Key::Enter]);
        assert_eq!(effects, [Effect::Restore("2027-02-28".to_owned())]);
        press(&mut app, &[Key::End]);
        assert!(format!("{:?}", painted(&app)).contains("Enter begin anew"));
        press(&mut app, &[Key::Enter]);
        assert!(!app.is_rescuing() && app.saving == Saving::Nothing);
        assert!(format!("{:?}", painted(&app)).contains("1 of 5"));
    }
}

/// However small the screen is: no panic, and the marked backup is seen wherever there is a line for it.
#[test]
fn backups_can_be_chosen_on_any_screen() {
    for (width, height) in
        (0..60).step_by(3).flat_map(|width| (0..20).map(move |height| (width, height)))
    {
        let mut app = rescued(width, height);
        press(&mut app, &keys("j j"));
        let screen = format!("{:?}", painted(&app));
        assert!(width < 40 || height < 5 || screen.contains("2027-02-25"), "{screen}");
        app.notice = Some(Notice::Warning("a disk that is full, ".repeat(20)));
        painted(&app);
    }
}

#[test]
fn what_cannot_be_saved_can_be_read_and_not_changed() {
    let size = Size { columns: 80, lines: 24 };
    let signs = &Signs::UNICODE;
    let world = World { today: date(2027, 3, 1), size, signs, has_colors: true, nonce: 7 };
    let saving = Saving::ReadOnly("it is of a newer rungs".to_owned());
    let mut app = App::new(CATALOG.clone(), Progress::default(), saving.clone(), world);
    let told = Some(Notice::Warning("Read only: it is of a newer rungs".to_owned()));
    assert_eq!(app.notice, told, "it is said at once");
    app::update(&mut app, Message::Began);
    for words in ["2 m", "3 j c", "s", "Enter ] Space", "4 f", "r", "3 t 5m Enter", "5 H", "u"] {
        assert_eq!(press(&mut app, &keys(words)), [], "{words}");
        assert_eq!((&app.progress, &app.saving), (&Progress::default(), &saving), "{words}");
        press(&mut app, &keys("Esc Esc"));
    }
    press(&mut app, &keys("2 m"));
    assert_eq!(app.notice, told, "and whenever something is tried");
    assert!(format!("{:?}", painted(&app)).contains("READ ONLY"));
}

#[test]
fn a_file_that_was_mended_elsewhere_is_shown_at_once() {
    let mut app = rescued(80, 24);
    app::update(&mut app, Message::Changed(Box::default()));
    assert!(!app.is_rescuing() && app.saving == Saving::Saved);
}

#[test]
fn a_paste_is_typed_where_one_types_and_nothing_elsewhere() {
    let mut app = browser(80, 24, &Signs::UNICODE);
    let rubbish = Message::Pasted("q\u{1b}[31m m2\n".repeat(1000));
    assert_eq!(app::update(&mut app, rubbish.clone()), []);
    assert_eq!(app.browse().search.text(), "");
    press(&mut app, &keys("/"));
    app::update(&mut app, rubbish);
    assert!(app.browse().search.text().starts_with("q[31m m2"));
    assert!(app.browse().search.text().chars().count() <= 60);
}

/// Every page can be read to its end: the last line of each is seen after End,
/// and going down line by line gets there as well.
#[test]
fn every_page_can_be_read_to_its_end() {
    let mut app = browser(80, 24, &Signs::UNICODE);
    let mut read = 0;
    for tab in ["2", "3", "4"] {
        press(&mut app, &keys(tab));
        press(&mut app, &[Key::Home]);
        for _ in 0..app.rows().len() {
            press(&mut app, &[Key::Enter]);
            let Some(page) = app.page() else { panic!("a row without a page") };
            let (lines, last_top) = (page.lines.len(), page.last_top(app.shape().page.lines));
            for _ in 0..lines + page.items.len() {
                press(&mut app, &[Key::Down]);
            }
            assert_eq!(app.browse().reading.top, last_top);
            read += 1;
            press(&mut app, &[Key::Esc, Key::Down]);
        }
    }
    assert!(read >= 22 + 180 + 18, "{read}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever is pressed, on whatever screen: no panic, and the same again the next time.
    #[test]
    fn any_journey_will_do(keys in prop::collection::vec(any_key(), 0..60), width in 0..140_u16, height in 0..45_u16) {
        let play = || {
            let mut app = browser(width, height, &Signs::UNICODE);
            let effects = press(&mut app, &keys);
            (painted(&app), effects)
        };
        prop_assert_eq!(play(), play());
    }

    /// A screen may change its size at any time.
    #[test]
    fn any_size_will_do(keys in prop::collection::vec(any_key(), 0..30), sizes in prop::collection::vec((0..200_usize, 0..60_usize), 1..6)) {
        let mut app = browser(80, 24, &Signs::UNICODE);
        for (columns, lines) in sizes {
            press(&mut app, &keys);
            app::update(&mut app, Message::Resized(Size { columns, lines }));
            painted(&app);
        }
    }
}

/// A key of the table more often than not, or any character.
fn any_key() -> impl Strategy<Value = Key> {
    let bound: Vec<Key> = BINDINGS.iter().flat_map(|binding| binding.keys).copied().collect();
    prop_oneof![4 => prop::sample::select(bound), 1 => any::<char>().prop_map(Key::Char)]
}
