//! What the screen says is what the keys do, at every size.

use rungs::{
    app::{App, Notice, Row, Zoom},
    first::INQUIRIES,
    keys::Screen,
    progress::{Depth, Goal, Progress},
};

use crate::stage::{SHIPPED, SMALL, Stage, press, said, text};

/// Somebody on the way to a role.
fn coder() -> Stage {
    let mut progress = Progress::default();
    let role = SMALL.find_role("coder").unwrap();
    progress.set_goal(Some(Goal { role, depth: Depth::Everything }));
    Stage::new().with(progress)
}

fn header(app: &App) -> String {
    text(app).lines().next().unwrap_or_default().to_owned()
}

/// What the program said last.
#[track_caller]
fn told(app: &App) -> &str {
    match &app.notice {
        Some(Notice::Done(text)) => text,
        other => panic!("{other:?}"),
    }
}

/// All that is on the screen without its gaps and the signs at its edges.
fn squeezed(app: &App) -> String {
    text(app).chars().filter(|it| it.is_alphanumeric()).collect()
}

#[test]
fn where_only_stages_are_seen_the_keys_mean_the_stage() {
    let mut app = coder().sized((120, 40)).open("5 z z");
    assert_eq!((app.planned_item(), app.task_in_front()), (None, None));
    assert!(text(&app).contains("Stage 1 of"), "{}", text(&app));
    for hint in ["log time", "later", "earlier", "leave out", "pin"] {
        assert!(!said(&app).contains(hint), "{hint}: {}", said(&app));
    }
    for key in ["J", "K", "x", "p", "O", "<"] {
        press(&mut app, key);
        assert!(app.planning.trial.is_none(), "{key}");
        assert!(said(&app).contains("Enter shows"), "{key}: {}", said(&app));
    }
    press(&mut app, "j");
    let (second, _) = app.planned_stage().unwrap();
    press(&mut app, "Enter");
    let step = app.planned_step().unwrap();
    assert_eq!((app.screen, app.planning.zoom), (Screen::Plan, Zoom::Months));
    assert_eq!((step.stage, second), (1, 1), "what is in the stage is seen");
}

#[test]
fn the_cursor_stays_near_what_leaves_the_list() {
    for views in ["3", "3 v v"] {
        let mut app = coder().sized((120, 40)).open(views);
        let (before, row) = (app.rows(), app.row().unwrap());
        press(&mut app, "x");
        let now = app.row().unwrap();
        assert!(before.contains(&row) && !app.rows().contains(&row), "{views}");
        assert!(matches!(now, Row::Step(_)), "{views}: {now:?}");
        assert!(said(&app).contains("u undoes it"), "{}", said(&app));
        press(&mut app, "u");
        assert!(app.rows().contains(&row), "{views}");
    }
}

#[test]
fn a_tick_is_counted_as_the_row_counts_it() {
    let mut progress = Progress::default();
    let role = SHIPPED.find_role("back-end-developer").unwrap();
    progress.set_goal(Some(Goal { role, depth: Depth::Everything }));
    let app = Stage::new().shipped().with(progress).sized((120, 40)).open("j Space");
    let told = told(&app);
    let share = told.strip_prefix("Ticked, ").and_then(|it| it.split_once(" proofs"));
    let (share, _) = share.unwrap_or_else(|| panic!("{told}"));
    assert!(text(&app).contains(&format!("begun, {share} proofs")), "{share}: {}", text(&app));
}

#[test]
fn the_header_uses_its_room() {
    for columns in 56..=130 {
        let header = header(&coder().sized((columns, 24)).open(""));
        for screen in Screen::ALL {
            assert!(header.contains(screen.title()), "{columns}: {header}");
        }
        assert!(header.contains('%'), "{columns}: {header}");
        let is_rich = header.contains("Coder") || header.contains('─');
        assert!(is_rich || columns < 80, "{columns}: {header}");
    }
}

#[test]
fn answers_for_those_who_are_not_sure_are_seen_whole() {
    for size in [(80, 24), (40, 12)] {
        let mut app = Stage::new().shipped().sized(size).open("Home Enter");
        for answer in INQUIRIES[0].answers {
            let said: String = answer.said.chars().filter(|it| it.is_alphanumeric()).collect();
            assert!(squeezed(&app).contains(&said), "{size:?} {}:\n{}", answer.said, text(&app));
            press(&mut app, "Down");
        }
    }
}

#[test]
fn footers_of_empty_screens_offer_nothing_that_does_nothing() {
    let plan = Stage::new().sized((120, 40)).open("Esc 5");
    assert!(!said(&plan).contains("choose"), "{}", said(&plan));
    let progress = Stage::new().sized((120, 40)).open("Esc 6");
    assert!(!said(&progress).contains("choose") && !said(&progress).contains("f show"));
    let lived = coder().sized((120, 40)).open("Space 6");
    assert!(said(&lived).contains("f show"), "{}", said(&lived));
}

#[test]
fn evidence_is_named_by_words_and_seen_today() {
    let mut app = coder().sized((120, 40)).open("e");
    press(&mut app, "~/notes Enter");
    assert!(told(&app).contains("evidence for the proof \""), "{}", told(&app));
    assert!(text(&app).contains("~/notes"), "{}", text(&app));
}
