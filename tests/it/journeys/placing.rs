//! Finding out by questions what is known, and claiming what was found.

use rungs::{
    app::{App, FoundRow, Overlay, Placing, PlacingStage, Reply},
    catalog::{Answer, Catalog},
    page::offered,
    placement::MOST,
    progress::{Depth, Goal, Progress},
};

use crate::stage::{self, Part, SHIPPED, SMALL, Stage, press, said, text};

fn learner(catalog: &'static Catalog, role: &str) -> Stage {
    let mut progress = Progress::default();
    let role = catalog.find_role(role).unwrap();
    progress.set_goal(Some(Goal { role, depth: Depth::Everything }));
    Stage { catalog, ..Stage::new().with(progress) }
}

fn back_end() -> Stage {
    learner(&SHIPPED, "back-end-developer")
}

fn placing(app: &App) -> &Placing {
    match &app.overlay {
        Some(Overlay::Placing(placing)) => placing,
        other => panic!("no question is asked: {other:?}"),
    }
}

/// Answers by keys, rightly or not, until what was found is shown.
fn answer_all(app: &mut App, rightly: bool) -> usize {
    let mut asked = 0;
    while let Some(question) =
        placing(app).question(app.catalog).filter(|_| placing(app).stage == PlacingStage::Asked)
    {
        asked += 1;
        let keys = match &question.answer {
            Answer::Choose(_) => {
                let wanted = |it: &rungs::page::Offered<'_>| it.is_right == rightly;
                (offered(question).iter().position(wanted).unwrap() + 1).to_string()
            }
            Answer::Output(_) | Answer::Recall(_) if rightly => "Enter Enter".to_owned(),
            Answer::Output(_) | Answer::Recall(_) => "Enter j Enter".to_owned(),
        };
        press(app, &keys);
    }
    asked
}

#[test]
fn who_answers_rightly_is_suggested_much_and_claims_it_as_one_act() {
    let mut app = back_end().open("K");
    let asked = answer_all(&mut app, true);
    assert!(asked <= MOST, "{asked}");
    assert_eq!(app.progress.records().count(), 0, "nothing is claimed before it is accepted");
    press(&mut app, "a");
    let claimed = app.progress.records().count();
    assert!(claimed > 80 && app.overlay.is_none(), "{claimed}");
    press(&mut app, "u");
    assert_eq!(app.progress.records().count(), 0);
}

#[test]
fn who_answers_nothing_rightly_is_suggested_nothing() {
    let mut app = back_end().open("K");
    answer_all(&mut app, false);
    press(&mut app, "a");
    assert!(said(&app).contains("Nothing is ticked; Esc leaves all as it is"), "{}", said(&app));
    press(&mut app, "Esc");
    assert!(app.overlay.is_none() && app.progress.records().count() == 0);
}

#[test]
fn one_can_stop_at_any_time_and_correct_what_was_found() {
    let mut app = back_end().open("K");
    for _ in 0..3 {
        let question = placing(&app).question(app.catalog).unwrap();
        let keys = match offered(question).iter().position(|it| it.is_right) {
            Some(at) => (at + 1).to_string(),
            None => "Enter Enter".to_owned(),
        };
        press(&mut app, &keys);
    }
    press(&mut app, "s");
    let PlacingStage::Found(before) = placing(&app).stage.clone() else { panic!("still asking") };
    let rows = placing(&app).rows(app.catalog);
    assert!(matches!(rows[placing(&app).cursor], FoundRow::Rung(_)));
    press(&mut app, "Space");
    let PlacingStage::Found(after) = placing(&app).stage.clone() else { panic!("still asking") };
    assert_ne!(before, after);
    press(&mut app, "Home");
    assert!(matches!(rows[placing(&app).cursor], FoundRow::Rung(_)), "areas are passed over");
}

#[test]
fn not_to_know_is_always_an_answer() {
    let mut app = back_end().open("K");
    for number in 1..6 {
        let question = placing(&app).question(app.catalog).unwrap();
        assert_eq!(placing(&app).replies(question).last(), Some(&Reply::Unknown));
        assert!(text(&app).contains(&format!("Question {number} of {MOST}")), "{}", text(&app));
        press(&mut app, "End Enter");
    }
}

#[test]
fn without_a_goal_it_says_what_is_missing() {
    let app = Stage::new().open("Esc K");
    assert!(app.overlay.is_none());
    assert!(said(&app).contains("Choose a goal first"), "{}", said(&app));
}

#[test]
fn be_asked_what_is_known() {
    let open = |keys: &'static str| move |size| learner(&SMALL, "coder").sized(size).open(keys);
    stage::see("placing", Part::Body, open("K"));
    stage::see("placing_footer", Part::Footer, open("K"));
    stage::see("placing_found", Part::Body, open("K s"));
}

#[test]
fn see_a_question_and_what_was_found() {
    let open = |right: bool| {
        move |size| {
            let mut app = back_end().sized(size).open("K");
            if right {
                answer_all(&mut app, true);
                app.notice = None;
            }
            app
        }
    };
    stage::see("placing_question", Part::Body, open(false));
    stage::see("placing_all", Part::Body, open(true));
}
