//! The plan on the screen: what is tried there, kept, dropped or refused.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rungs::{
    app::{App, Effect, Message, Moment, Notice, Overlay, PlanRow, Row},
    keys::{BINDINGS, Key, Screen},
    progress::{Depth, Goal, Item, Progress},
};

use crate::stage::{self, Part, SHIPPED, SMALL, Stage, TODAY, painted, press, strike, tell, text};

/// A learner with a goal, in front of their plan on the first of March 2027.
fn planner() -> Stage {
    let mut progress = Progress::default();
    let role = SMALL.find_role("coder").unwrap();
    progress.set_goal(Some(Goal { role, depth: Depth::Everything }));
    progress.follow(SMALL.routes().next().unwrap().0, TODAY);
    Stage::new().with(progress).sized((120, 40))
}

/// The same with the catalog that is shipped, and its many skills.
fn newcomer() -> App {
    let mut progress = Progress::default();
    let role = SHIPPED.find_role("back-end-developer").unwrap();
    progress.set_goal(Some(Goal { role, depth: Depth::Everything }));
    progress.follow(SHIPPED.routes().next().unwrap().0, TODAY);
    Stage::new().shipped().with(progress).sized((120, 40)).open("5")
}

fn likely(app: &App) -> Date {
    app.shown_plan().unwrap().apply.unwrap().likely
}

fn order(app: &App) -> Vec<Item> {
    app.shown_plan().unwrap().steps.iter().map(|step| step.item).collect()
}

#[track_caller]
fn see(name: &str, words: &str) {
    stage::see(name, Part::Body, |size| planner().sized(size).open(&format!("5 {words}")));
}

#[test]
fn see_the_plan() {
    see("plan", "");
}

#[test]
fn see_what_an_hour_more_brings() {
    see("trial", "jj p b2027-04-05..2027-04-18 Enter +");
}

#[test]
fn see_no_dates() {
    see("dateless", "H j");
}

#[test]
fn hours_are_tried_and_only_kept_on_demand() {
    let mut app = newcomer();
    let (kept, before) = (likely(&app), app.progress.clone());
    assert_eq!(press(&mut app, "++"), []);
    assert!(likely(&app) < kept);
    assert_eq!(app.progress, before, "nothing is changed yet");
    assert!(text(&app).contains("Tried: "));
    press(&mut app, "Esc");
    assert_eq!(likely(&app), kept);
    assert!(!text(&app).contains("Tried: "));
    press(&mut app, "+-");
    assert!(app.planning.trial.is_none(), "there and back is no trial");
    press(&mut app, "+");
    assert!(matches!(press(&mut app, "a")[..], [Effect::Save(..)]));
    assert_eq!(app.progress.hours().values().sum::<u32>(), 360);
    assert_eq!(app.plan.as_ref().unwrap().apply.unwrap().likely, likely(&app));
}

#[test]
fn without_hours_there_is_an_hour_on_saturday_to_begin_with() {
    let mut app = newcomer();
    press(&mut app, "------");
    assert!(app.shown_plan().unwrap().finish.is_err());
    assert!(text(&app).contains("press + to add some"));
    press(&mut app, "+");
    assert_eq!(app.shown_learner().progress.hours().values().sum::<u32>(), 60);
    assert!(app.shown_plan().unwrap().finish.is_ok());
}

#[test]
fn a_trial_outlives_what_is_done_elsewhere_and_the_other_way_round() {
    let mut app = newcomer();
    let first = order(&app)[0];
    press(&mut app, "+ Enter");
    assert_eq!(app.screen, Screen::Skills);
    let effects = press(&mut app, "i");
    assert!(matches!(effects[..], [Effect::Save(..)]));
    press(&mut app, "5");
    assert!(app.planning.trial.is_some());
    assert!(!order(&app).contains(&first), "the claim counts in the trial");
    press(&mut app, "a");
    let Item::Climb(first) = first else { panic!("a project comes last") };
    assert!(app.progress.record(app.catalog.climb(first).skill).is_some());
    assert_eq!(app.progress.hours().values().sum::<u32>(), 360);
}

#[test]
fn reading_leads_back_to_the_plan() {
    let mut app = newcomer();
    press(&mut app, "jj Enter");
    assert_eq!(app.screen, Screen::Skills);
    press(&mut app, "Esc");
    assert_eq!((app.screen, app.planning.selected), (Screen::Plan, Some(order(&app)[2])));
}

#[test]
fn skills_move_as_far_as_they_can() {
    let mut app = newcomer();
    let before = order(&app);
    let plan = app.plan.clone().unwrap();
    let needy = plan.steps.iter().position(|it| !it.needs.is_empty()).unwrap();
    press(&mut app, &"j".repeat(needy));
    for _ in 0..needy {
        press(&mut app, "K");
    }
    let Some(Notice::Warning(reason)) = &app.notice else { panic!("{:?}", app.notice) };
    assert!(reason.contains("cannot come before"), "{reason}");
    assert_eq!(app.planned_item(), Some(before[needy]), "the cursor goes with it");
    press(&mut app, "Esc");
    assert_eq!(order(&app), before);
    press(&mut app, "gK");
    assert!(matches!(&app.notice, Some(Notice::Warning(it)) if it.contains("first already")));
    assert!(app.planning.trial.is_none());
}

#[test]
fn a_project_stays_behind_all_that_it_exercises() {
    let mut app = newcomer();
    let is_project = |it: &&Item| matches!(it, Item::Project(_));
    let project = order(&app).iter().find(is_project).copied().unwrap();
    app.planning.selected = Some(project);
    for keys in ["K", "J", "p"] {
        press(&mut app, keys);
        let Some(Notice::Warning(reason)) = &app.notice else { panic!("{:?}", app.notice) };
        assert!(reason.contains("behind all that it exercises"), "{reason}");
        assert!(app.planning.trial.is_none());
    }
    press(&mut app, "Enter");
    let Item::Project(id) = project else { panic!("{project:?}") };
    assert_eq!((app.screen, app.row()), (Screen::Skills, Some(Row::Project(id))));
    press(&mut app, "Esc");
    assert_eq!((app.screen, app.planned_item()), (Screen::Plan, Some(project)));
}

#[test]
fn each_stage_says_what_it_leads_to() {
    let app = newcomer();
    let plan = app.shown_plan().unwrap();
    let rows = app.plan_rows();
    let stages: Vec<usize> = rows
        .iter()
        .filter_map(|it| match it {
            PlanRow::Stage(at, _) => Some(*at),
            PlanRow::Step(_) | PlanRow::Milestone(_) => None,
        })
        .collect();
    assert_eq!(stages, (0..plan.stages.len()).collect::<Vec<_>>());
    let steps = rows.iter().filter(|it| matches!(it, PlanRow::Step(_)));
    assert_eq!(steps.count(), plan.steps.len());
    let name = rungs::words::stage_name(app.catalog, plan.stages[0].kind);
    assert!(text(&app).contains(&name), "{name}");
}

#[test]
fn months_are_shown_instead_of_weeks_and_back() {
    let mut app = newcomer();
    let weeks = text(&app);
    assert_eq!(press(&mut app, "z"), []);
    assert!(text(&app) != weeks && app.planning.trial.is_none());
    press(&mut app, "z");
    assert_ne!(text(&app), weeks, "the stages alone");
    press(&mut app, "z");
    assert_eq!(text(&app), weeks);
}

#[test]
fn a_pin_is_set_and_let_go() {
    let mut app = newcomer();
    press(&mut app, "j p a");
    assert_eq!(app.progress.pins().len(), 1);
    press(&mut app, "p a");
    assert_eq!(app.progress.pins().len(), 0);
}

#[test]
fn the_pick_of_a_choice_goes_round() {
    let mut app = newcomer();
    let choices = app.plan.clone().unwrap().choices;
    let plan = app.plan.clone().unwrap();
    let first = |id| plan.steps_of_skill(app.learner(), id).next().map(|it| it.item);
    let mut open = choices.iter().filter(|it| it.members.len() > 2);
    let (choice, item) = open.find_map(|it| Some((it, first(it.taken)?))).unwrap();
    app.planning.selected = Some(item);
    let skill = |app: &App| app.catalog.climb(app.planned_climb().unwrap()).skill;
    press(&mut app, "O");
    let next = skill(&app);
    assert!(choice.members.contains(&next) && next != choice.taken);
    assert!(app.shown_learner().progress.picks().contains(&next));
    for _ in 1..choice.members.len() {
        press(&mut app, "O");
    }
    assert_eq!(skill(&app), choice.taken);
}

#[test]
fn a_break_is_typed_and_taken_back() {
    let mut app = newcomer();
    let kept = likely(&app);
    press(&mut app, "b someday Enter");
    let Some(Overlay::Ask(prompt)) = &app.overlay else { panic!("{:?}", app.overlay) };
    assert!(prompt.error.is_some());
    press(&mut app, "Esc b2027-03-08..2027-03-21 Enter");
    assert!(app.overlay.is_none());
    assert_eq!((likely(&app) - kept).get_days(), 14);
    assert!(text(&app).contains("2 weeks later"));
    press(&mut app, "b2027-03-08..2027-03-21 Enter");
    assert!(app.planning.trial.is_none());
}

#[test]
fn a_start_is_put_off_and_the_depth_is_changed() {
    let mut app = newcomer();
    let (kept, skills) = (likely(&app), order(&app).len());
    press(&mut app, "s2027-04-05 Enter");
    assert_eq!((likely(&app) - kept).get_days(), 35);
    press(&mut app, "stoday Enter");
    assert!(app.planning.trial.is_none());
    press(&mut app, "d");
    assert!(order(&app).len() < skills && likely(&app) < kept);
    press(&mut app, "dd");
    assert!(app.planning.trial.is_none());
}

#[test]
fn what_to_drop_is_told() {
    let mut app = newcomer();
    press(&mut app, "w2027-12-20 Enter");
    let Some(Overlay::Told(told)) = &app.overlay else { panic!("{:?}", app.overlay) };
    assert_eq!(told.title, "To be able to apply by 20 Dec 2027");
    assert!(told.lines.len() > 3, "{told:?}");
    painted(&app);
    press(&mut app, "Esc w2099-01-01 Enter");
    let Some(Overlay::Told(told)) = &app.overlay else { panic!("{:?}", app.overlay) };
    assert!(told.lines[0].starts_with("Nothing has to change"), "{told:?}");
}

#[test]
fn a_baseline_shows_slip_at_once() {
    let mut app = newcomer();
    assert!(matches!(press(&mut app, "B")[..], [Effect::Save(..)]));
    assert!(text(&app).contains("on time"));
    press(&mut app, "b2027-03-08..2027-03-14 Enter");
    assert!(text(&app).contains("7 d later"), "{}", text(&app));
    press(&mut app, "Esc B");
    assert!(app.progress.baseline().is_empty());
}

#[test]
fn hidden_dates_are_nowhere() {
    let has_dates = |app: &App| {
        let text = text(app);
        ["Ready ", " Mar", " Apr", " 2027", "slip"].iter().any(|it| text.contains(it))
    };
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut app = planner().sized((width, height)).open("5");
        assert!(has_dates(&app));
        press(&mut app, "B H +");
        assert!(!has_dates(&app), "{}", text(&app));
    }
}

#[test]
fn an_empty_plan_invites() {
    let mut app = Stage::new().sized((120, 40)).open("Esc 5");
    let now = app.world.now;
    tell(&mut app, Message::Passed(Moment { today: date(2027, 3, 2), now }));
    assert!(text(&app).contains("press 2 for the roles"));
    assert_eq!(press(&mut app, "+-dxOJK<pbsw a jkgG"), []);
    assert!(app.planning.trial.is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is pressed on the plan: no panic, and the order keeps the needs.
    #[test]
    fn any_keys_on_the_plan_will_do(keys in prop::collection::vec(any_key(), 0..40), width in 0..140_u16, height in 0..45_u16) {
        let mut app = planner().sized((width, height)).open("5");
        for key in keys {
            strike(&mut app, &[key]);
            painted(&app);
        }
        let steps = &app.shown_plan().unwrap().steps;
        for (at, step) in steps.iter().enumerate() {
            prop_assert!(step.needs.iter().all(|need| steps[..at].iter().any(|it| it.item == *need)));
        }
    }
}

/// A key of the plan more often than not, or one that types, or any other.
fn any_key() -> impl Strategy<Value = Key> {
    let of_plan = BINDINGS.iter().filter(|it| it.scope == rungs::keys::Scope::Plan);
    let of_plan: Vec<Key> = of_plan.flat_map(|binding| binding.keys.iter().copied()).collect();
    let bound: Vec<Key> =
        BINDINGS.iter().flat_map(|binding| binding.keys.iter().copied()).collect();
    prop_oneof![
        6 => prop::sample::select(of_plan),
        2 => prop::sample::select("2027-03.15".chars().collect::<Vec<_>>()).prop_map(Key::Char),
        1 => prop::sample::select(bound),
    ]
}
