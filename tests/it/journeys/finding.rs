//! Finding anything, doing anything by its name, and the help.

use proptest::prelude::*;
use rungs::{
    app::{App, Filter, Notice, Overlay, Palette, Pane},
    keys::{Action, BINDINGS, Key, Screen},
    page::Target,
    progress::{Depth, Goal, Item, Progress},
};

use super::{browser, browsing};
use crate::stage::{SHIPPED, SMALL, Stage, painted, press, said, skill, strike, text};

fn typed(app: &mut App, words: &str) {
    strike(app, &words.chars().map(Key::Char).collect::<Vec<_>>());
}

/// A learner who becomes a back-end developer, with all that is shipped.
fn learner() -> Stage {
    let role = SHIPPED.find_role("back-end-developer").unwrap();
    let mut progress = Progress::default();
    progress.set_goal(Some(Goal { role, depth: Depth::Everything }));
    Stage::new().shipped().with(progress).sized((120, 40))
}

/// The screen after looking for some words and taking the first hit.
fn gone_to(words: &str) -> App {
    let mut app = learner().open("3 j /");
    typed(&mut app, words);
    press(&mut app, "Enter");
    app
}

fn chosen(app: &App) -> Option<Target> {
    let page = app.page()?;
    app.chosen_on(&page).cloned()
}

#[test]
fn what_is_found_is_gone_to_and_esc_comes_back() {
    for (words, screen) in [
        ("docker", Screen::Skills),
        ("salary", Screen::Roles),
        ("rebase", Screen::Skills),
        ("solutions architect", Screen::Roles),
        ("apprenticeship", Screen::Routes),
    ] {
        let mut app = gone_to(words);
        assert_eq!(app.screen, screen, "{words}");
        press(&mut app, "Esc");
        let before = learner().open("3 j");
        assert_eq!((app.screen, app.row()), (Screen::Skills, before.row()), "{words}");
        assert_eq!(app.browse().pane, Pane::List, "{words}");
    }
}

#[test]
fn one_begins_to_read_where_the_hit_stands() {
    for (words, seen) in
        [("salary", "PAY"), ("gitops", "GitOps  "), ("occupation codes", "OCCUPATION CODES")]
    {
        let app = gone_to(words);
        let page = app.page().unwrap();
        let top = &page.lines[app.browse().reading.top];
        let top: String = top.spans.iter().map(|it| &*it.text).collect();
        let is_last = app.browse().reading.top == page.last_top(app.reach().lines());
        assert!(top.starts_with(seen) || is_last && text(&app).contains(seen), "{words}: {top}");
    }
}

#[test]
fn a_milestone_and_a_resource_are_chosen_on_their_page() {
    let mut app = browsing(browser(), "/firsttest");
    assert!(text(&app).contains("First test"), "{}", text(&app));
    press(&mut app, "Enter");
    let (route, it) = SMALL.routes().next().unwrap();
    let (milestone, _) = it.milestones().nth(1).unwrap();
    assert_eq!(chosen(&app), Some(Target::Milestone(route, milestone)));

    let (_, it) = SHIPPED.skills().find(|(_, it)| it.id == "git-basics").unwrap();
    let resource = &it.resources[0];
    let app = gone_to(&resource.title);
    assert!(matches!(chosen(&app), Some(Target::Address(_))), "{}", text(&app));
}

#[test]
fn on_the_plan_a_hit_is_chosen_there() {
    let mut app = learner().open("5 /");
    typed(&mut app, "docker");
    assert!(said(&app).contains("choose on plan"), "{}", said(&app));
    press(&mut app, "Enter");
    assert_eq!(app.screen, Screen::Plan);
    let containers = skill(&SHIPPED, "containers");
    let Some(Item::Climb(climb)) = app.planned_item() else { panic!("a project") };
    assert_eq!(SHIPPED.climb(climb).skill, containers);
    let at = |app: &App| {
        app.shown_plan().unwrap().steps.iter().position(|it| it.item == Item::Climb(climb))
    };
    let before = at(&app);
    press(&mut app, "<");
    assert!(at(&app) < before, "{before:?} {:?}", at(&app));
    // What is not planned is read.
    press(&mut app, "/");
    typed(&mut app, "salary");
    press(&mut app, "Enter");
    assert_eq!(app.screen, Screen::Roles);
    press(&mut app, "Esc");
    assert_eq!(app.screen, Screen::Plan);
}

#[test]
fn what_was_typed_is_kept_in_sight_with_what_was_found() {
    let mut app = learner().open("/");
    typed(&mut app, "git");
    let Some(Overlay::Find(find)) = &app.overlay else { panic!("it is closed") };
    assert!((3..28).contains(&find.found.hits.len()), "{}", find.found.hits.len());
    press(&mut app, "PageDown PageDown PageDown PageDown PageDown PageDown");
    let Some(Overlay::Find(find)) = &app.overlay else { panic!("it is closed") };
    assert_eq!(find.cursor + 1, find.found.hits.len());
    press(&mut app, "Esc");
    assert!(app.overlay.is_none() && app.screen == Screen::Today);
}

#[test]
fn a_filter_that_is_on_is_seen_and_gone_with_one_key() {
    let mut app = browsing(browser().sized((120, 40)), "m 3");
    assert_eq!(app.filter, Filter::Goal, "with a goal, the skills are those of its path");
    press(&mut app, "Esc");
    assert!(!text(&app).contains("show:"));
    press(&mut app, "f Home j Enter");
    assert_eq!(app.filter, Filter::Goal);
    assert!(text(&app).contains("show: for your goal"), "{}", text(&app));
    press(&mut app, "f End k Enter");
    assert!(text(&app).contains("Nothing is claimed. Esc shows all again"), "{}", text(&app));
    press(&mut app, "Esc");
    assert_eq!(app.filter, Filter::All);
    press(&mut app, "f j Esc");
    assert_eq!(app.filter, Filter::All, "it was never taken");
}

#[test]
fn coming_back_to_a_filtered_list_it_is_filtered_still() {
    let mut app = learner().open("3 f Home j Enter /");
    typed(&mut app, "mobile developer");
    press(&mut app, "Enter");
    press(&mut app, "/");
    typed(&mut app, "swift");
    press(&mut app, "Enter Esc Esc");
    assert_eq!((app.screen, app.filter), (Screen::Skills, Filter::Goal));
}

fn palette(app: &App) -> &Palette {
    match &app.overlay {
        Some(Overlay::Palette(palette)) => palette,
        other => panic!("{other:?}"),
    }
}

/// Situations in which there is much to do, and some in which there is little.
const SITUATIONS: [&str; 15] = [
    "",
    "1",
    "1 j",
    "j",
    "m",
    "m Enter ]",
    "m 3",
    "m 3 j",
    "m 3 j Enter",
    "m 3 End Enter",
    "m 4",
    "m 4 F Enter ]",
    "m 5 jjjj",
    "5",
    "m 5 j +",
];

/// What can only be done where things stand beside each other.
const COMPARING: [&str; 5] =
    ["compare.make-goal", "compare.add", "compare.remove", "compare.differences", "compare.region"];

/// Whatever is listed for here does something here, other than to say that it cannot.
#[test]
fn all_that_the_palette_lists_does_something() {
    for situation in SITUATIONS {
        let open = || browsing(browser().sized((120, 40)), situation);
        let mut app = open();
        app.notice = None;
        let before = (painted(&app), format!("{:?} {:?}", app.browse(), app.planning.zoom));
        press(&mut app, ":");
        let listed: Vec<_> = palette(&app).listed().into_iter().cloned().collect();
        // Moving is told of by the same words everywhere.
        let is_new = |name: &str| situation.len() < 3 || !name.starts_with("everywhere.");
        for (at, command) in listed.iter().enumerate().filter(|(_, it)| is_new(&it.name)) {
            let mut app = open();
            app.notice = None;
            press(&mut app, ":");
            strike(&mut app, &vec![Key::Down; at]);
            let effects = press(&mut app, "Enter");
            let is_refused = matches!(app.notice, Some(Notice::Warning(_)));
            assert!(!is_refused, "{situation}: {}: {:?}", command.name, app.notice);
            let after = (painted(&app), format!("{:?} {:?}", app.browse(), app.planning.zoom));
            let is_done = !effects.is_empty() || after != before;
            assert!(is_done, "{situation}: {} does nothing", command.name);
            let is_there = command.screen.is_none_or(|it| it == app.screen);
            assert!(is_there || command.name.ends_with("open"), "{situation}: {}", command.name);
        }
    }
}

/// Every line of the table that is about a screen is listed somewhere, and what is typed never is.
#[test]
fn the_palette_knows_the_table() {
    let mut known = std::collections::BTreeSet::new();
    for situation in SITUATIONS {
        let app = browsing(browser(), &format!("{situation} :"));
        known.extend(palette(&app).listed().iter().map(|it| it.name.clone()));
    }
    let is_over = |it: &rungs::keys::Binding| {
        use rungs::keys::Scope::{
            Asking, Choosing, Help, InField, Placing, Rescuing, Reviewing, Setting, Typing,
            Welcoming,
        };
        [Asking, Choosing, Help, InField, Placing, Rescuing, Reviewing, Setting, Typing, Welcoming]
            .contains(&it.scope)
    };
    let mut faults = Vec::new();
    for it in BINDINGS {
        let name = format!("{}.{}", it.scope.word(), it.word);
        // These need more than a few keys: an address chosen, a choice to make, something undone, a timer,
        // something to review.
        let is_rare = [
            "page.browser",
            "everywhere.review",
            "page.copy",
            "plan.other-pick",
            "everywhere.redo",
            "everywhere.forget-timer",
            "progress.log-time",
        ]
        .contains(&&*name)
            || COMPARING.contains(&&*name)
            || it.action == Action::Commands;
        if known.contains(&name) == (is_over(it) || is_rare) {
            faults.push(name);
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn commands_are_found_by_what_they_do_and_by_name() {
    let mut app = browsing(browser().sized((120, 40)), "m :");
    typed(&mut app, "give up");
    let listed: Vec<_> = palette(&app).listed().iter().map(|it| it.name.clone()).collect();
    assert_eq!(listed, ["roles.give-up-goal"]);
    press(&mut app, "Enter");
    assert!(app.progress.goal().is_none());
    press(&mut app, "u :");
    typed(&mut app, "plan.zoom");
    press(&mut app, "Enter");
    assert_eq!((app.screen, app.overlay.is_none()), (Screen::Plan, true));
    // What is done to a skill is not done to one that is not in sight.
    press(&mut app, "1 :");
    typed(&mut app, "skills.know");
    assert_eq!(press(&mut app, "Enter"), []);
    assert_eq!(app.screen, Screen::Skills);
    assert!(said(&app).contains("Choose it here, then i: "), "{}", said(&app));
}

#[test]
fn those_who_come_from_vi_are_understood() {
    for word in ["q", "quit", "wq", "x"] {
        let mut app = browsing(browser(), ":");
        typed(&mut app, word);
        assert_eq!(press(&mut app, "Enter"), [rungs::app::Effect::Quit], "{word}");
    }
    let mut app = browsing(browser(), ":");
    typed(&mut app, "w");
    assert_eq!(press(&mut app, "Enter"), []);
    assert!(said(&app).contains("All is saved as soon as you do it"), "{}", said(&app));
}

#[test]
fn a_key_that_does_nothing_says_so_once() {
    let mut app = browsing(browser(), "2 b");
    assert!(said(&app).contains("b does nothing here; ? shows the keys"), "{}", said(&app));
    press(&mut app, "j");
    assert!(!said(&app).contains("does nothing"));
}

/// Wherever one is and however narrow the screen, the footer ends with the help, with
/// no word cut.
#[test]
fn the_footer_ends_with_the_help() {
    for situation in SITUATIONS {
        for width in 9..150 {
            let mut app = browsing(browser().sized((width, 24)), situation);
            app.notice = None;
            let footer = said(&app);
            assert!(footer.contains("? help"), "{situation} at {width}: {footer}");
            let is_wide = width >= 100;
            assert!(!is_wide || footer.contains("/ find  : commands  ? help"), "{footer}");
        }
    }
}

#[test]
fn the_help_names_every_key_that_works_and_ends_with_the_manual() {
    for situation in SITUATIONS {
        let app = browsing(browser().sized((200, 90)), &format!("{situation} ?"));
        let screen = text(&app);
        let scopes = app.scopes_below();
        let app = browsing(browser().sized((200, 90)), &format!("{situation} :"));
        let here = palette(&app).listed().into_iter().filter(|it| it.screen.is_none());
        for command in here.filter(|it| !it.keys.is_empty()) {
            assert!(screen.contains(command.help), "{situation}: {} {scopes:?}", command.name);
        }
        for word in ["SIGNS", "MOVING", "EVERYWHERE", "rungs man"] {
            assert!(screen.contains(word), "{situation}: {word}");
        }
    }
}

#[test]
fn the_help_is_moved_through_like_any_text() {
    let top = |app: &App| match app.overlay {
        Some(Overlay::Help(top)) => top,
        _ => panic!("it is closed"),
    };
    let mut app = browsing(browser(), "3 ? End");
    let last = top(&app);
    assert!(last > 0 && text(&app).contains("rungs man"));
    press(&mut app, "k");
    assert_eq!(top(&app), last - 1, "the first key up shows at once");
    press(&mut app, "g Space");
    assert!(top(&app) > 1);
    press(&mut app, "G");
    assert_eq!(top(&app), last);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is typed, into the search or the palette, on whatever screen.
    #[test]
    fn anything_can_be_typed(words in any::<String>(), sign in "[/:]", width in 0..140_u16, height in 0..45_u16) {
        let mut app = browsing(browser().sized((width, height)), &sign);
        for letter in words.chars() {
            strike(&mut app, &[Key::Char(letter)]);
        }
        painted(&app);
        press(&mut app, "Enter");
        painted(&app);
    }
}
