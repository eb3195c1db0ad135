//! Questions that come back, and mock interviews: asked, answered, graded, kept.

use rungs::{
    app::{App, Effect, Overlay, ReviewStage, Reviewing},
    catalog::Catalog,
    page::offered,
    progress::{Card, Depth, Goal, Grade, Progress},
    reviews::Asking,
};

use crate::stage::{self, Part, SHIPPED, SMALL, Stage, TODAY, press, said, text};

/// Somebody who proved these climbs a fortnight ago.
fn proven(catalog: &'static Catalog, role: &str, climbs: &[&str]) -> Stage {
    let mut progress = Progress::default();
    let role = catalog.find_role(role).unwrap();
    progress.set_goal(Some(Goal { role, depth: Depth::Everything }));
    let day = TODAY.checked_sub(jiff::Span::new().days(14)).unwrap();
    for name in climbs {
        let climb = catalog.climb(catalog.find_climb(name).unwrap());
        for proof in &climb.proofs {
            progress.prove(climb.skill, *proof, day);
        }
    }
    Stage { catalog, ..Stage::new().with(progress) }
}

fn small() -> Stage {
    proven(&SMALL, "coder", &["notes/awareness", "snake/awareness", "snake/working"])
}

fn back_end() -> Stage {
    let climbs: Vec<String> =
        SHIPPED.questions().iter().take(24).map(|it| SHIPPED.climb_name(it.climb)).collect();
    let climbs: Vec<&str> = climbs.iter().map(String::as_str).collect();
    proven(&SHIPPED, "back-end-developer", &climbs)
}

#[track_caller]
fn reviewing(app: &App) -> &Reviewing {
    match &app.overlay {
        Some(Overlay::Reviewing(it)) => it,
        other => panic!("nothing is asked: {other:?}"),
    }
}

fn answers(progress: &Progress) -> Vec<(String, Grade)> {
    let all = progress.reviews();
    all.flat_map(|(card, grades)| grades.values().map(|it| (card.to_string(), *it))).collect()
}

/// The key for the answer that is right, or for one that is not.
fn choice(app: &App, rightly: bool) -> String {
    let Some(Asking::Bank(question)) = reviewing(app).asking(app.catalog) else { panic!() };
    let at = offered(question).iter().position(|it| it.is_right == rightly).unwrap();
    (at + 1).to_string()
}

#[test]
fn one_answers_first_then_sees_the_answer_then_says_how_well_it_was_known() {
    let mut app = small().open("R");
    assert_eq!(reviewing(&app).cards.len(), 2);
    let first = reviewing(&app).card().unwrap().clone();
    for _ in 0..2 {
        assert_eq!(reviewing(&app).stage, ReviewStage::Asked);
        assert_eq!(answers(&app.progress).len(), reviewing(&app).grades.len());
        if reviewing(&app).is_typing(app.catalog) {
            // Digits are typed into the answer, and are no grades.
            press(&mut app, "1 4 9 Enter");
            assert!(text(&app).contains("You: 149"), "{}", text(&app));
        } else {
            let key = choice(&app, true);
            press(&mut app, &key);
            assert!(text(&app).contains("Right."), "{}", text(&app));
        }
        assert!(matches!(reviewing(&app).stage, ReviewStage::Solved(_)));
        press(&mut app, "4");
    }
    assert_eq!(reviewing(&app).stage, ReviewStage::Over);
    assert!(text(&app).contains("2 questions answered, and known"), "{}", text(&app));
    let kept = answers(&app.progress);
    assert!(kept.iter().all(|it| it.1 == Grade::Easy) && kept.len() == 2, "{kept:?}");
    press(&mut app, "Enter");
    assert!(app.overlay.is_none());
    // Each answer is undone by itself, the last first.
    press(&mut app, "u");
    assert_eq!(answers(&app.progress), [(first.to_string(), Grade::Easy)]);
}

#[test]
fn what_is_wrong_is_proposed_to_come_again_and_what_is_right_as_good() {
    for (rightly, grade) in [(false, Grade::Again), (true, Grade::Good)] {
        let mut app = proven(&SMALL, "coder", &["notes/awareness"]).open("R");
        let key = choice(&app, rightly);
        press(&mut app, &format!("{key} Enter"));
        assert_eq!(answers(&app.progress), [("notes-a1".to_owned(), grade)]);
    }
}

#[test]
fn who_leaves_in_the_middle_keeps_what_was_answered_and_goes_on_from_there() {
    let mut app = back_end().open("R");
    let all = reviewing(&app).cards.len();
    assert!(all > 3, "{all}");
    for _ in 0..2 {
        press(&mut app, "Enter 3");
    }
    press(&mut app, "Esc");
    assert!(app.overlay.is_none());
    assert_eq!(answers(&app.progress).len(), 2);
    let asked: Vec<Card> = app.progress.reviews().map(|(card, _)| card.clone()).collect();
    press(&mut app, "R");
    assert!(reviewing(&app).cards.iter().all(|it| !asked.contains(it)));
    assert!(reviewing(&app).cards.len() <= all);
}

#[test]
fn each_answer_is_saved_at_once() {
    let mut app = proven(&SMALL, "coder", &["notes/awareness"]).open("R Enter");
    let effect =
        rungs::app::update(&mut app, rungs::app::Message::Pressed(rungs::keys::Key::Char('3')));
    assert!(matches!(effect, Some(Effect::Save(..))), "{effect:?}");
}

#[test]
fn where_there_is_nothing_to_review_it_says_when_there_will_be() {
    let app = Stage::new().open("Esc R");
    assert!(said(&app).contains("Nothing to review yet"), "{}", said(&app));
    let mut app = small().open("R Esc");
    while app.overlay.is_some() {
        press(&mut app, "Esc");
    }
    let mut done = proven(&SMALL, "coder", &["notes/awareness"]).open("R Enter 4 Enter R");
    assert!(said(&done).contains("the next question comes"), "{}", said(&done));
    done.progress.set_review_share(Some(0));
    press(&mut done, "R");
    assert!(said(&done).contains("Reviews are off"), "{}", said(&done));
}

#[test]
fn what_was_weak_in_an_interview_comes_back_and_nothing_else() {
    let mut app = back_end().open("I");
    assert_eq!(reviewing(&app).cards.len(), 10);
    let weak = reviewing(&app).cards[1].clone();
    press(&mut app, "a n s w e r Enter");
    assert!(text(&app).contains("You: answer"), "{}", text(&app));
    assert!(text(&app).contains("The asker listens for"), "{}", text(&app));
    press(&mut app, "3 Enter 1");
    for _ in 2..10 {
        press(&mut app, "Enter 4");
    }
    assert_eq!(reviewing(&app).stage, ReviewStage::Over);
    assert_eq!(answers(&app.progress), [(weak.to_string(), Grade::Again)]);
    assert!(weak.name().starts_with("interview/"));
    assert!(text(&app).contains("9 known, 1 not"), "{}", text(&app));
    assert!(text(&app).contains("Read on "), "{}", text(&app));
    // It comes back as any other card, the day after.
    let tomorrow = TODAY.tomorrow().unwrap();
    let offer = rungs::reviews::today(app.learner(), tomorrow);
    assert!(offer.cards.iter().any(|it| it.card == weak));
}

#[test]
fn see_a_review() {
    let open = |keys: &'static str| move |size| back_end().sized(size).open(keys);
    stage::see("review", Part::Body, open("R"));
    stage::see("review_footer", Part::Footer, open("R"));
    stage::see("review_answer", Part::Body, open("R Enter"));
    stage::see("review_over", Part::Body, |size| {
        let mut app = back_end().sized(size).open("R");
        while reviewing(&app).stage != ReviewStage::Over {
            press(&mut app, "Enter 1");
        }
        app
    });
}

#[test]
fn see_a_mock_interview() {
    let open = |keys: &'static str| move |size| back_end().sized(size).open(keys);
    stage::see("interview", Part::Body, open("I"));
    stage::see("interview_answer", Part::Body, open("I a Enter"));
}

#[test]
fn see_what_is_to_review_on_todays_page_and_how_fresh_a_skill_is() {
    let app = small().sized((120, 40)).open("1");
    assert!(text(&app).contains("2 questions to review, 3 min"), "{}", text(&app));
    let app = small().sized((120, 40)).open("3 / n o t e s Enter");
    assert!(text(&app).contains("fresh 7"), "{}", text(&app));
    assert!(text(&app).contains("next review today"), "{}", text(&app));
}
