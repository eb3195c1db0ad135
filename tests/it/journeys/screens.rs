//! The path on the screens, settings, what is written, and the mouse.

use std::collections::BTreeSet;

use rungs::{
    app::{Hit, Message, Setting, View},
    catalog::ProofId,
    config::{Change, ThemeName},
    keys::Leaping,
    page::Target,
    progress::{Depth, Goal, Item, Mark, Notable},
    ui,
};

use super::*;
use crate::stage::TODAY;

/// A learner on their way to be a coder, with the small catalog.
fn coder() -> Stage {
    let mut progress = Progress::default();
    let role = SMALL.find_role("coder").unwrap();
    progress.set_goal(Some(Goal { role, depth: Depth::Everything }));
    Stage::new().with(progress)
}

/// The page's item for a target.
#[track_caller]
fn place_of(app: &App, is_meant: impl Fn(&Target) -> bool) -> usize {
    let page = app.page().unwrap();
    page.items.iter().position(|it| is_meant(&it.target)).expect("it is on the page")
}

/// Clicks on the first place at which something is painted.
#[track_caller]
fn click(app: &mut App, hit: Hit) -> Option<Effect> {
    let Size { columns, lines } = app.world.size;
    let size = [columns, lines].map(|it| u16::try_from(it).unwrap());
    let area = ratatui::layout::Rect::new(0, 0, size[0], size[1]);
    let places = area.positions();
    let found = places.into_iter().find(|it| ui::at(app, area, *it) == Some(hit));
    assert!(found.is_some(), "{hit:?} is not on the screen:\n{}", text(app));
    tell(app, Message::Clicked(hit))
}

#[test]
fn see_the_path_the_stages_and_the_settings() {
    for (name, words) in [
        ("today", ""),
        ("staged", "3 j"),
        ("graph", "3 v v j j"),
        ("stages", "5 z z"),
        ("settings", ", j"),
    ] {
        stage::see(name, Part::Body, |size| coder().sized(size).open(words));
    }
}

#[test]
fn skills_of_the_goal_stand_by_stage_by_area_and_as_a_graph() {
    let mut app = coder().sized((120, 40)).open("3");
    assert!(app.is_staged() && text(&app).contains("1 WORD COUNTER"), "{}", text(&app));
    let path = app.path.clone().unwrap();
    let listed = |app: &App, item: &Item| match item {
        Item::Climb(id) => app.rows().contains(&Row::Step(*id)),
        Item::Project(id) => app.rows().contains(&Row::Project(*id)),
    };
    assert!(path.stages[0].items.iter().all(|it| listed(&app, it)), "the stage one is in is open");
    press(&mut app, "z");
    assert!(!path.stages[0].items.iter().any(|it| listed(&app, it)), "all are folded");
    press(&mut app, "z");
    let all: Vec<&Item> =
        path.stages.iter().flat_map(|it| &it.items).chain(&path.alongside).collect();
    assert!(all.iter().all(|it| listed(&app, it)), "all are open, and each has its row");
    press(&mut app, "v");
    assert_eq!(app.view, View::Areas);
    assert!(app.rows().iter().any(|it| matches!(it, Row::Area(_))));
    press(&mut app, "v");
    assert_eq!(app.view, View::Graph);
    assert!(app.is_staged(), "in the order in which they are learned");
    press(&mut app, "v");
    assert_eq!(app.view, View::Stages);
}

/// What the lines beside the list lead to.
fn joined(app: &App) -> BTreeSet<Item> {
    let rows = app.rows();
    let joints = app.joints(&rows).unwrap();
    let is_joined = |lines: [bool; 4]| lines[3];
    let joined = rows.iter().zip(&joints).filter(|(_, it)| is_joined(it.lines));
    joined.filter_map(|(row, _)| app.item_of(*row)).collect()
}

#[test]
fn in_the_graph_lines_lead_to_what_is_needed_above_and_to_what_is_opened_below() {
    let mut app = coder().sized((120, 40)).open("3 v v g");
    assert_eq!(app.joints(&app.rows()), None, "the cursor is on a stage");
    let path = app.path.clone().unwrap();
    let mut walked = 0;
    for _ in 0..app.rows().len() {
        press(&mut app, "j");
        let row = app.row().unwrap();
        let Some(item) = app.item_of(row) else { continue };
        let (needs, opens) = (path.links.needs(item), path.links.opens(item));
        let own: BTreeSet<Item> = needs.iter().chain(opens).chain([&item]).copied().collect();
        assert_eq!(joined(&app), own);
        let rows = app.rows();
        let listed: Vec<Option<Item>> = rows.iter().map(|it| app.item_of(*it)).collect();
        let at = |it: &Item| listed.iter().position(|other| *other == Some(*it)).unwrap();
        assert!(
            needs.iter().all(|it| at(it) < at(&item)) && opens.iter().all(|it| at(it) > at(&item))
        );
        let joints = app.joints(&rows).unwrap();
        for pair in joints.windows(2) {
            let ([_, down, ..], [up, ..]) = (pair[0].lines, pair[1].lines);
            assert_eq!(down, up, "a line goes on where it comes from");
        }
        if let Some(next) = opens.iter().min_by_key(|it| at(it)) {
            press(&mut app, "]");
            assert_eq!(app.item_of(app.row().unwrap()), Some(*next));
            press(&mut app, "[");
            let back = app.item_of(app.row().unwrap()).unwrap();
            assert!(path.links.needs(*next).contains(&back));
            walked += 1;
            while app.row() != Some(row) {
                press(&mut app, if at(&back) < at(&item) { "j" } else { "k" });
            }
        }
    }
    assert!(walked > 3, "{walked}");
}

#[test]
fn a_folded_stage_is_joined_for_what_it_hides_and_opens_when_one_walks_into_it() {
    let mut app = coder().sized((120, 40)).open("3 v v");
    let path = app.path.clone().unwrap();
    let leads_on =
        |it: &&Item| path.links.opens(**it).iter().any(|open| !path.stages[0].items.contains(open));
    let item = *path.stages[0].items.iter().rfind(leads_on).unwrap();
    press(&mut app, "z g l");
    while app.row().and_then(|it| app.item_of(it)) != Some(item) {
        press(&mut app, "j");
    }
    let rows = app.rows();
    let joints = app.joints(&rows).unwrap();
    let folded = rows.iter().zip(&joints).filter(|(row, _)| matches!(row, Row::Group(_)));
    assert!(folded.clone().any(|(_, it)| it.lines[3]), "{}", text(&app));
    let opens = path.links.opens(item).to_vec();
    while !path.stages[0].items.contains(&item)
        || app.row().and_then(|it| app.item_of(it)) == Some(item)
    {
        press(&mut app, "]");
    }
    assert!(app.row().and_then(|it| app.item_of(it)).is_some_and(|it| opens.contains(&it)));
}

#[test]
fn from_group_to_group() {
    let mut app = Stage::new().sized((120, 40)).open("Esc 2");
    let family = |app: &App| match app.row() {
        Some(Row::Role(id)) => app.catalog.role(id).family,
        row => panic!("{row:?}"),
    };
    let first = family(&app);
    press(&mut app, "]");
    let second = family(&app);
    assert_ne!(first, second);
    press(&mut app, "[");
    assert_eq!(family(&app), first);
    press(&mut app, "[");
    assert_eq!(family(&app), first, "there is none before");
}

#[test]
fn a_proof_is_ticked_on_the_screen_of_today() {
    let mut app = coder().sized((120, 40)).open("1");
    let page = app.page().unwrap();
    let Some(Target::Proof(skill, proof)) = app.chosen_on(&page).cloned() else {
        panic!("{}", text(&app))
    };
    assert!(matches!(press(&mut app, "Space")[..], [Effect::Save(..)]));
    assert!(app.progress.ticked(skill, proof).is_some());
}

#[test]
fn enter_never_writes() {
    for keys in ["1", "2", "3", "3 j", "4", "5", "2 Enter", "3 j Enter", "4 Enter", "1 j"] {
        let mut app = coder().sized((120, 40)).open(keys);
        let before = app.progress.clone();
        for _ in 0..6 {
            press(&mut app, "Enter");
        }
        assert_eq!(app.progress, before, "{keys}");
    }
}

#[test]
fn settings_turn_and_are_kept_where_they_belong() {
    let mut app = coder().open(",");
    let at = |setting| Setting::ALL.iter().position(|it| *it == setting).unwrap();
    let go = |app: &mut App, setting| {
        press(app, "g");
        press(app, &"j".repeat(at(setting)));
    };
    go(&mut app, Setting::Region);
    let first = SMALL.regions().nth(1).map(|(id, _)| id);
    assert!(matches!(press(&mut app, "l")[..], [Effect::Save(..)]));
    assert_eq!(app.progress.region(), first);
    go(&mut app, Setting::Theme);
    assert_eq!(press(&mut app, "l"), [Effect::Configure(Change::Theme(ThemeName::Dark))]);
    assert_eq!(app.world.theme, ThemeName::Dark, "it holds at once");
    assert_eq!(press(&mut app, "h"), [Effect::Configure(Change::Theme(ThemeName::Terminal))]);
    go(&mut app, Setting::Depth);
    press(&mut app, "l");
    assert_eq!(app.progress.goal().map(|it| it.depth), Some(Depth::Essential));
    go(&mut app, Setting::Hours);
    press(&mut app, "Enter");
    assert!(matches!(&app.overlay, Some(Overlay::Ask(it)) if it.asks == Asks::OwnWeek));
    for letter in "6h a week".chars() {
        strike(&mut app, &[Key::Char(letter)]);
    }
    press(&mut app, "Enter");
    assert!(app.overlay.is_none());
    assert_eq!(app.progress.hours().values().sum::<u32>(), 360);
    press(&mut app, "u");
    assert!(app.progress.hours().is_empty(), "and are undone like anything else");
    let _ = Leaping::Next;
}

#[test]
fn notes_evidence_and_estimates_are_written_in_place() {
    let mut app = coder().sized((120, 40)).open("3 j Enter");
    let Some(Notable::Skill(skill)) =
        Some(Notable::Skill(app.skill_of(app.row().unwrap()).unwrap()))
    else {
        unreachable!()
    };
    let write = |app: &mut App, key: char, words: &str| {
        strike(app, &[Key::Char(key)]);
        strike(app, &words.chars().map(Key::Char).collect::<Vec<_>>());
        strike(app, &[Key::Enter])
    };
    assert!(matches!(write(&mut app, 'n', "ask Ada")[..], [Effect::Save(..)]));
    assert_eq!(
        app.progress.note(Notable::Skill(skill)).map(|it| it.to_string()).as_deref(),
        Some("ask Ada")
    );
    assert!(text(&app).contains("ask Ada"), "{}", text(&app));
    let at = place_of(&app, |it| matches!(it, Target::Proof(..)));
    tell(&mut app, Message::Clicked(Hit::Item(at)));
    let page = app.page().unwrap();
    let Some(Target::Proof(_, proof)) = app.chosen_on(&page).cloned() else { panic!() };
    let proof: ProofId = proof;
    assert!(app.progress.ticked(skill, proof).is_some(), "a click ticks a box");
    assert!(matches!(write(&mut app, 'e', "~/code/notes")[..], [Effect::Save(..)]));
    assert!(app.progress.evidence(Mark::Proof(skill, proof)).is_some());
    assert!(text(&app).contains("~/code/notes"), "{}", text(&app));
    // What is there is there to be changed; nothing takes it away.
    strike(&mut app, &[Key::Char('e')]);
    press(&mut app, "Backspace Backspace Backspace Backspace Backspace Backspace");
    strike(&mut app, &[Key::Ctrl('u'), Key::Enter]);
    assert!(app.progress.evidence(Mark::Proof(skill, proof)).is_none());
    assert!(matches!(write(&mut app, 'E', "12h")[..], [Effect::Save(..)]));
    let climbs = &SMALL.skill(skill).climbs;
    let own = climbs.iter().filter_map(|it| app.progress.own_hours(skill, SMALL.climb(*it).rung));
    assert_eq!(own.collect::<Vec<_>>(), [720]);
}

#[test]
fn a_note_of_several_lines_is_written_in_the_editor() {
    let mut app = coder().open("3 j");
    let [Effect::Edit(thing, before)] = &press(&mut app, "N")[..] else { panic!() };
    assert_eq!(before, "");
    let saved = tell(&mut app, Message::Edited(*thing, "one\ntwo\n".to_owned()));
    assert!(matches!(saved, Some(Effect::Save(..))));
    assert_eq!(app.progress.note(*thing).map(|it| it.to_string()).as_deref(), Some("one\ntwo"));
    assert_eq!(press(&mut app, "n"), [Effect::Edit(*thing, "one\ntwo".to_owned())]);
    assert_eq!(tell(&mut app, Message::Edited(*thing, "one\ntwo\n".to_owned())), None);
    assert!(said(&app).contains("as it was"));
    tell(&mut app, Message::EditFailed("no such editor".to_owned()));
    assert!(text(&app).contains("no such editor"));
    assert!(matches!(
        tell(&mut app, Message::Edited(*thing, String::new())),
        Some(Effect::Save(..))
    ));
    assert!(app.progress.note(*thing).is_none(), "an empty one takes it away");
}

#[test]
fn addresses_are_copied_and_marked_as_read() {
    let mut app = coder().sized((120, 60)).open("3 j Enter");
    let at = place_of(&app, |it| matches!(it, Target::Address(_)));
    tell(&mut app, Message::Clicked(Hit::Item(at)));
    let page = app.page().unwrap();
    let Some(Target::Address(address)) = app.chosen_on(&page).cloned() else { panic!() };
    assert_eq!(press(&mut app, "y"), [Effect::Copy(address.clone())]);
    let opened = press(&mut app, "o");
    assert_eq!(opened, [Effect::Open(address.clone())]);
    tell(&mut app, Message::OpenFailed(address));
    assert!(text(&app).contains("y copies"), "{}", text(&app));
    assert!(matches!(press(&mut app, "Space")[..], [Effect::Save(..)]));
    assert!(app.progress.records().any(|(_, it)| !it.read.is_empty()));
    assert!(matches!(press(&mut app, "Space")[..], [Effect::Save(..)]));
    assert!(!app.progress.records().any(|(_, it)| !it.read.is_empty()));
}

#[test]
fn the_mouse_goes_where_it_points() {
    let mut app = coder().sized((120, 40)).open("");
    click(&mut app, Hit::Screen(Screen::Skills));
    assert_eq!(app.screen, Screen::Skills);
    click(&mut app, Hit::Place(1));
    assert_eq!(app.row(), app.rows().get(1).copied());
    click(&mut app, Hit::Place(1));
    assert_eq!(app.browse().pane, rungs::app::Pane::Page, "a second click opens");
    let top = app.browse().reading.top;
    tell(&mut app, Message::Wheeled(Some(Hit::Pane(rungs::app::Pane::Page)), true));
    let page = app.page().unwrap();
    assert!(app.browse().reading.top > top || page.last_top(app.reach().lines()) == 0);
    click(&mut app, Hit::Key(Key::Char('?')));
    assert!(matches!(app.overlay, Some(Overlay::Help(_))));
    press(&mut app, "Esc , ");
    click(&mut app, Hit::Place(3));
    assert!(matches!(app.overlay, Some(Overlay::Settings(3))));
    press(&mut app, "Esc 5");
    let at = app.plan_rows().len() - 2;
    tell(&mut app, Message::Clicked(Hit::Place(at)));
    assert!(app.planned_item().is_some());
}

#[test]
fn what_is_tried_and_not_kept_is_told_before_leaving() {
    let mut app = coder().open("5 +");
    assert_eq!(press(&mut app, "q"), []);
    assert!(text(&app).contains("not kept yet"), "{}", text(&app));
    assert_eq!(press(&mut app, "q"), [Effect::Quit]);
    let mut app = coder().open("5 + q");
    assert!(matches!(press(&mut app, "a")[..], [Effect::Save(..)]));
    assert_eq!(press(&mut app, "q"), [Effect::Quit]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is clicked and wheeled between keys: no panic, and the same the next time.
    #[test]
    fn any_clicks_will_do(
        acts in prop::collection::vec((any_key(), 0..130_u16, 0..42_u16, 0..4_u8), 0..40),
        size in (0..130_u16, 0..42_u16),
    ) {
        let play = || {
            let mut app = coder().sized(size).open("");
            let area = ratatui::layout::Rect::new(0, 0, size.0, size.1);
            for (key, column, line, what) in &acts {
                let hit = ui::at(&app, area, ratatui::layout::Position::new(*column, *line));
                match (what, hit) {
                    (0, Some(hit)) => _ = tell(&mut app, Message::Clicked(hit)),
                    (1, hit) => _ = tell(&mut app, Message::Wheeled(hit, true)),
                    (2, hit) => _ = tell(&mut app, Message::Wheeled(hit, false)),
                    _ => _ = strike(&mut app, &[*key]),
                }
            }
            (painted(&app), app.progress)
        };
        prop_assert_eq!(play(), play());
    }
}

#[test]
fn the_path_holds_all_that_is_planned_and_knows_what_is_done() {
    let mut app = coder().open("");
    let path = app.path.clone().unwrap();
    let plan = app.plan.clone().unwrap();
    let all: Vec<Item> =
        path.stages.iter().flat_map(|it| &it.items).chain(&path.alongside).copied().collect();
    assert!(plan.steps.iter().all(|it| all.contains(&it.item)), "a plan from nothing is the path");
    assert_eq!(plan.steps.len(), all.len());
    let first = plan.steps.first().and_then(|it| it.skill(app.learner())).unwrap();
    let mut theirs = app.progress.clone();
    theirs.claim(first, rungs::catalog::Rung::Expert, TODAY);
    tell(&mut app, Message::Changed(Box::new(theirs)));
    let after = app.path.as_ref().unwrap();
    let share = after.stages[0].share(app.learner());
    assert!(share.claimed > 0 && share.proven == 0 && share.all > share.done());
}
