//! The first questions: what each shows, and that nothing said there is ever lost.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rungs::{
    app::{self, App, Effect, Message, Overlay, Size, Welcome},
    catalog::{Rung, SkillId},
    first::{Answer, FirstQuestion},
    keys::Key,
    progress::{Depth, Progress},
};

use super::any_key;
use crate::stage::{self, Part, SMALL, Stage, painted, press, strike, tell, text};

/// The screen at a question, with the program's own catalog, at each size.
#[track_caller]
fn see(name: &str, words: &str) {
    stage::see(&format!("first_{name}"), Part::Body, |size| {
        Stage::new().shipped().sized(size).open(words)
    });
}

/// Answers all questions before the last with what is marked, and comes to that.
const TO_KNOWN: &str = "Enter Enter Enter Enter";

#[track_caller]
fn asked(app: &App) -> &Welcome {
    match &app.overlay {
        Some(Overlay::Welcome(it)) => it,
        other => panic!("no question but {other:?}"),
    }
}

fn claims(progress: &Progress) -> BTreeMap<SkillId, Option<Rung>> {
    let skills = progress.records().map(|(id, _)| (id, progress.claimed(id)));
    skills.filter(|(_, rung)| rung.is_some()).collect()
}

#[test]
fn the_roles_stand_beside_what_they_would_mean() {
    see("roles", "");
    see("later_steps", "End Enter Down");
    see("narrowed", "test");
    see("nothing", "zzz");
}

#[test]
fn three_questions_help_those_who_do_not_know() {
    see("unsure", "Home Enter");
    see("proposed", "Home Enter Enter Enter Enter");
    let app = Stage::new().shipped().open("Home Enter Down Enter Enter Enter Enter");
    assert_eq!(asked(&app).question, FirstQuestion::Region, "a proposal is an answer");
    assert!(app.progress.goal().is_some());
    let app = Stage::new().shipped().open("Home Enter Enter Esc");
    assert!(asked(&app).guess().is_none() && text(&app).contains("FIRST JOBS"));
}

#[test]
fn where_when_and_what_to_begin_with_are_asked_one_by_one() {
    see("place", "Enter");
    see("hours", "Enter Enter");
    see("own_hours", "Enter Enter 8h Space a Space week");
    see("wrong_hours", "Enter Enter 8x");
    see("language", "Enter Enter Enter");
    stage::see("first_steps", Part::Header, |size| {
        Stage::new().shipped().sized(size).open("Enter Enter Enter")
    });
    stage::see("first_keys", Part::Footer, |size| Stage::new().shipped().sized(size).open(""));
}

#[test]
fn what_is_known_is_marked_stage_by_stage() {
    see("known", TO_KNOWN);
    see("known_marked", &format!("{TO_KNOWN} sql-joins Space"));
    see("known_stage", &format!("{TO_KNOWN} Down Down Space Home Down"));
}

#[test]
fn the_first_goal_is_what_is_essential_and_a_later_one_is_as_deep_as_before() {
    let mut app = Stage::new().open("Enter");
    let goal = app.progress.goal().unwrap();
    assert_eq!(goal.depth, Depth::Essential);
    press(&mut app, "Esc 5 d");
    press(&mut app, "a W Down Enter");
    let other = app.progress.goal().unwrap();
    assert!(other.role != goal.role && other.depth != Depth::Essential);
}

#[test]
fn own_hours_are_typed_in_place_and_understood_before_they_are_taken() {
    let mut app = Stage::new().open("Enter Enter 8h Space a Space week");
    let shown = text(&app);
    assert!(shown.contains("8 h a week") && shown.contains("Apply from about"), "{shown}");
    assert!(app.progress.hours().is_empty(), "nothing is kept yet");
    press(&mut app, "Enter");
    assert_eq!(app.progress.hours().values().sum::<u32>(), 480);
    let mut app = Stage::new().open("Enter Enter 8x");
    assert!(text(&app).contains("`8x` is no day with its hours"));
    press(&mut app, "Enter");
    assert_eq!(asked(&app).question, FirstQuestion::Hours, "and nothing is taken");
    press(&mut app, "Esc mon-fri=1 Space sat=3 Enter");
    assert_eq!(app.progress.hours().values().sum::<u32>(), 480);
}

#[test]
fn a_filter_that_leaves_nothing_says_so_and_what_clears_it() {
    let mut app = Stage::new().open("zzz");
    let shown = text(&app);
    assert!(
        shown.contains("No role goes by \"zzz\".") && shown.contains("Ctrl-U clears it"),
        "{shown}"
    );
    assert_eq!(press(&mut app, "Enter"), [], "there is nothing to take");
    strike(&mut app, &[Key::Ctrl('u')]);
    assert!(text(&app).contains("Coder"));
}

/// Letters are typed and mean nothing else, an arrow to the left goes back, and so does
/// erasing where nothing is left to erase.
#[test]
fn letters_are_typed_and_arrows_choose() {
    let mut app = Stage::new().open("Enter qhjk");
    assert_eq!((asked(&app).text(), asked(&app).question), ("qhjk", FirstQuestion::Region));
    press(&mut app, "Left x");
    assert_eq!(asked(&app).text(), "qhjxk", "the caret moves in the text");
    press(&mut app, "Esc Backspace");
    assert_eq!(asked(&app).question, FirstQuestion::Role);
    press(&mut app, "Enter Left");
    assert_eq!(asked(&app).question, FirstQuestion::Role);
    tell(&mut app, Message::Pasted("cod\u{1b}\n".to_owned()));
    assert_eq!(asked(&app).text(), "cod");
}

/// Each way out of the last question.
#[test]
fn marks_are_kept_whichever_way_one_leaves() {
    for way in ["Esc", "Enter", "Left Left Backspace Esc"] {
        let mut app = Stage::new().open(&format!("{TO_KNOWN} Down Space"));
        let marked = claims(&app.progress);
        assert!(!marked.is_empty());
        press(&mut app, way);
        assert_eq!(claims(&app.progress), marked, "{way}");
    }
    let mut app = Stage::new().open(TO_KNOWN);
    let effects = press(&mut app, "Down Space");
    let [Effect::Save(_, kept)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(claims(kept), claims(&app.progress), "it is on its way to disk at once");
    assert_eq!(strike(&mut app, &[Key::Ctrl('c')]), [Effect::Quit]);
}

#[test]
fn all_marks_of_a_question_are_undone_at_once() {
    let mut app =
        Stage::new().shipped().open(&format!("{TO_KNOWN} Down Space Down Down Space Enter"));
    assert!(claims(&app.progress).len() > 1);
    press(&mut app, "u");
    assert_eq!(claims(&app.progress).len(), 0);
    press(&mut app, "u");
    assert!(app.progress.picks().is_empty(), "and then the answer before");
}

#[test]
fn marks_that_are_all_taken_back_leave_nothing_to_undo_of_them() {
    let mut app = Stage::new().open(&format!("{TO_KNOWN} Down Space Space"));
    assert_eq!(claims(&app.progress).len(), 0);
    let acts = app.acts().count();
    press(&mut app, "Space");
    assert_eq!(app.acts().count(), acts + 1);
}

#[test]
fn what_was_claimed_is_shown_and_can_be_taken_back() {
    let mut app = Stage::new().open(&format!("{TO_KNOWN} Down Space Enter"));
    let marked = claims(&app.progress);
    press(&mut app, &format!("W {TO_KNOWN}"));
    assert_eq!(asked(&app).known().count(), marked.len());
    let id = *marked.keys().next().unwrap();
    assert!(asked(&app).known().is_marked(id));
    press(&mut app, "Space");
    if asked(&app).known().count() > 0 {
        press(&mut app, "Space");
    }
    assert_eq!(claims(&app.progress), BTreeMap::new(), "the whole stage is taken back");
}

#[test]
fn the_answers_are_there_when_one_is_asked_again() {
    let mut app =
        Stage::new().shipped().open("End Enter Down Enter Down Enter Down Enter Down Enter");
    let (progress, mut cursors) = (app.progress.clone(), 0);
    press(&mut app, "Esc W");
    while let Some(Overlay::Welcome(it)) = &app.overlay {
        let is_last = it.question == FirstQuestion::Known;
        press(&mut app, "Enter");
        cursors += 1;
        assert!(cursors < 10);
        if is_last {
            break;
        }
    }
    assert!(app.overlay.is_none());
    let picks = (app.progress.goal(), app.progress.region(), app.progress.experience());
    assert_eq!(picks, (progress.goal(), progress.region(), progress.experience()));
    assert_eq!(app.progress.hours(), progress.hours());
}

/// The date beside each choice of hours is the sooner the more hours there are.
#[test]
fn every_choice_of_hours_says_what_comes_of_it() {
    let app = Stage::new().shipped().open("Enter Enter");
    let welcome = asked(&app);
    let answers = app.asked().answers(FirstQuestion::Hours);
    let date = |it: &Answer| welcome.planned(it).unwrap().apply.unwrap().likely;
    let hours = |it: &Answer| match it {
        Answer::Hours(week) => week.values().sum::<u32>(),
        other => panic!("{other:?}"),
    };
    assert!(answers.len() > 5);
    for two in answers.windows(2).filter(|it| hours(&it[0]) < hours(&it[1])) {
        assert!(date(&two[0]) > date(&two[1]), "{two:?}");
    }
}

fn is_at_known(app: &App) -> bool {
    matches!(&app.overlay, Some(Overlay::Welcome(it)) if it.question == FirstQuestion::Known)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is pressed at the questions, at whatever size: no panic, what is marked is
    /// what is kept, and no key but the one that marks changes it.
    #[test]
    fn no_key_at_the_questions_loses_a_mark(
        keys in prop::collection::vec(prop_oneof![
            3 => any_key(),
            1 => Just(Key::Char(' ')),
            1 => Just(Key::Down),
            1 => Just(Key::Enter),
        ], 0..50),
        columns in 0..140_usize,
        lines in 0..45_usize,
    ) {
        let mut app = Stage::new().open(TO_KNOWN);
        let _ = app::update(&mut app, Message::Resized(Size { columns, lines }));
        for key in keys {
            let (before, was_asked) = (claims(&app.progress), app.overlay.is_some());
            let was_known = is_at_known(&app);
            strike(&mut app, &[key]);
            painted(&app);
            if was_asked && !(was_known && key == Key::Char(' ')) {
                prop_assert_eq!(&claims(&app.progress), &before, "{:?}", key);
            }
            if is_at_known(&app) {
                for (id, _) in SMALL.skills() {
                    prop_assert_eq!(app.progress.claimed(id).is_some(), asked(&app).known().is_marked(id));
                }
            }
            if app.overlay.is_none() {
                press(&mut app, "1 W Enter Enter Enter Enter");
            }
        }
    }
}
