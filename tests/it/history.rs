//! What was done when, and what is drawn from it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Span, ToSpan as _, civil::Date};
use rungs::{
    app::{Message, Moment},
    catalog::Catalog,
    deeds::{self, Deed},
    journal::{self, Happening, Shown, Suggestion},
    keys::{Key, Screen},
    planner::{self, Shift},
    progress::{Day, Depth, EntryId, Goal, Item, Learner, Progress, Task, Timer},
    store::Store,
};
use serde_json::Value;

use crate::{
    dice::Dice,
    stage::{self, Home, NOW, Part, SHIPPED, SMALL, Stage, TODAY, press, said, skill, tell, text},
};

/// Two years of somebody who studies on 400 days, learns step by step and ticks
/// something in so many of a hundred cases.
pub(crate) fn two_years(catalog: &Catalog, seed: u64, percent: usize) -> Progress {
    let mut dice = Dice(seed);
    let mut progress = aiming(catalog);
    let path = planner::path(Learner { catalog, progress: &progress }, None);
    let items: Vec<Item> = path.stages.into_iter().flat_map(|it| it.items).collect();
    let begin = TODAY - 730.days();
    let mut at = 0;
    let mut days = BTreeSet::new();
    while days.len() < 400 {
        days.insert(dice.roll(730));
    }
    for (number, day) in days.into_iter().enumerate() {
        let date = begin + i64::try_from(day).unwrap().days();
        for entry in 0..(3 + usize::from(number % 4 == 0) * 3) {
            let Some(item) = items.get(at) else { break };
            let entry = EntryId::new(date, &format!("{entry:x}"));
            let minutes = 10 + u32::try_from(dice.roll(30)).unwrap();
            progress.log(task(catalog, *item), entry, minutes);
            if dice.chance(percent) && tick_next(catalog, &mut progress, *item, date) {
                at += 1;
            }
        }
    }
    progress
}

fn aiming(catalog: &Catalog) -> Progress {
    let mut progress = Progress::default();
    let role = catalog.roles().next().unwrap().0;
    let role = catalog.find_role("back-end-developer").unwrap_or(role);
    progress.set_goal(Some(Goal { role, depth: Depth::Essential }));
    progress
}

fn task(catalog: &Catalog, item: Item) -> Task {
    match item {
        Item::Climb(id) => Task::Skill(catalog.climb(id).skill),
        Item::Project(id) => Task::Project(id),
    }
}

/// Ticks the next proof or point; whether it was the last.
fn tick_next(catalog: &Catalog, progress: &mut Progress, item: Item, date: Date) -> bool {
    match item {
        Item::Climb(id) => {
            let climb = catalog.climb(id);
            let open = |it: &&_| progress.ticked(climb.skill, **it).is_none();
            let next = climb.proofs.iter().find(open).copied();
            if let Some(it) = next {
                progress.prove(climb.skill, it, date);
            }
            climb.proofs.iter().all(|it| progress.ticked(climb.skill, *it).is_some())
        }
        Item::Project(id) => {
            let points = || catalog.project(id).points().map(|(it, _)| it);
            let next = points().find(|it| progress.built(id, *it).is_none());
            if let Some(it) = next {
                progress.tick_point(id, it, date);
            }
            points().all(|it| progress.built(id, it).is_some())
        }
    }
}

/// The file as JSON.
fn kept(catalog: &Catalog, progress: &Progress) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.json");
    Store::open(path.clone(), catalog).unwrap().0.save(catalog, progress).unwrap();
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn days_and_weeks_are_those_of_the_file() {
    let catalog: &Catalog = &SHIPPED;
    let progress = two_years(catalog, 7, 15);
    let learner = Learner { catalog, progress: &progress };
    let file = kept(catalog, &progress);
    let mut days: BTreeMap<String, u64> = BTreeMap::new();
    let things = ["skills", "projects"].into_iter().filter_map(|it| file[it].as_object());
    for thing in things.flat_map(|it| it.values()) {
        for (entry, minutes) in thing["log"].as_object().into_iter().flatten() {
            *days.entry(entry[..10].to_owned()).or_default() += minutes.as_u64().unwrap();
        }
    }
    assert_eq!(days.len(), 400);
    let told: BTreeMap<String, u64> =
        journal::days(learner).iter().map(|(day, it)| (day.to_string(), u64::from(*it))).collect();
    assert_eq!(told, days);
    let weeks = journal::weeks(learner, TODAY, 120);
    assert_eq!(weeks.last().unwrap().monday, TODAY, "the first of March 2027 is a Monday");
    for week in &weeks {
        let dates = (0..7_i64).map(|it| (week.monday + it.days()).to_string());
        let sum: u64 = dates.filter_map(|it| days.get(&it)).sum();
        assert_eq!(u64::from(week.done), sum, "{}", week.monday);
        let is_before = days.keys().all(|it| **it > *(week.monday + 4.days()).to_string());
        let is_first = days.keys().next().unwrap()[..] > *week.monday.to_string();
        let planned = if is_before { 0 } else { 300 };
        let is_said = week.planned == planned || is_first && week.planned < 300;
        assert!(is_said, "an hour from Monday to Friday is assumed, from the first day: {week:?}");
    }
    let all: u32 = weeks.iter().map(|it| it.done).sum();
    assert_eq!(u64::from(all), days.values().sum::<u64>(), "no day falls between two weeks");
}

/// How ready one was on a day is how ready somebody is who did just what was done by then.
#[test]
fn readiness_over_time_is_that_of_what_was_done_by_then() {
    let catalog: &Catalog = &SHIPPED;
    let progress = two_years(catalog, 11, 15);
    let learner = Learner { catalog, progress: &progress };
    let goal = progress.goal().unwrap();
    let days: Vec<Date> = journal::spread_over(TODAY - 730.days(), TODAY, 20).collect();
    assert_eq!((days[0], days[19], days.len()), (TODAY - 730.days(), TODAY, 20));
    let mut before = 0;
    for reached in journal::reached(learner, goal, days.into_iter()) {
        let mut then = aiming(catalog);
        for (id, record) in progress.records() {
            for (proof, day) in record.ticks.iter().filter(|(_, day)| **day <= reached.day) {
                then.prove(id, *proof, *day);
            }
        }
        let expected = planner::readiness(Learner { catalog, progress: &then }, goal);
        assert_eq!(reached.readiness, expected, "{}", reached.day);
        assert!(reached.readiness.proven >= before);
        before = reached.readiness.proven;
    }
    assert!(before > 0);
}

#[test]
fn the_journal_has_each_thing_once_and_the_newest_first() {
    let catalog: &Catalog = &SHIPPED;
    let progress = two_years(catalog, 3, 15);
    let all = journal::journal(Learner { catalog, progress: &progress });
    assert!(all.is_sorted_by(|a, b| a.day >= b.day));
    let count = |is: fn(&Happening) -> bool| all.iter().filter(|it| is(&it.what)).count();
    let logged: usize = progress.logs().map(|(_, log)| log.len()).sum();
    let ticks: usize = progress.records().map(|(_, it)| it.ticks.len()).sum();
    assert_eq!(count(|it| matches!(it, Happening::Logged(..))), logged);
    assert!(logged > 1_000);
    assert_eq!(count(|it| matches!(it, Happening::Ticked(..))), ticks);
    let built =
        progress.builds().filter(|(id, _)| Learner { catalog, progress: &progress }.is_built(*id));
    assert_eq!(count(|it| matches!(it, Happening::Built(_))), built.count());
    let parts: usize = Shown::ALL[1..]
        .iter()
        .map(|it| all.iter().filter(|entry| it.includes(&entry.what)).count())
        .sum();
    assert_eq!(parts, all.len(), "whatever is done belongs to one kind");
}

/// A learner who studied in these weeks, counted back from this one.
#[track_caller]
fn check_streak(weeks: &[i64], breaks: &[(i64, i64)], expected: (usize, bool)) {
    let id = skill(&SMALL, "steps");
    let mut progress = Progress::default();
    for week in weeks {
        progress.log(Task::Skill(id), EntryId::new(TODAY - week.weeks(), "a"), 30);
    }
    for (from, to) in breaks {
        progress.take_break(TODAY - from.weeks(), TODAY - to.weeks() + 6.days());
    }
    let streak = journal::streak(Learner { catalog: &SMALL, progress: &progress }, TODAY);
    assert_eq!((streak.weeks, streak.is_paused), expected, "{weeks:?} {breaks:?}");
}

#[test]
fn a_pause_does_not_end_a_streak_and_a_long_one_does() {
    check_streak(&[], &[], (0, false));
    check_streak(&[0], &[], (1, false));
    check_streak(&[1, 2, 3], &[], (3, false));
    check_streak(&[0, 1, 3, 4], &[], (4, false));
    check_streak(&[3, 4, 5], &[], (3, true));
    check_streak(&[0, 5, 6], &[], (3, false));
    check_streak(&[0, 6, 7], &[], (1, false));
    check_streak(&[0, 9, 10], &[(8, 1)], (3, false));
}

#[test]
fn the_week_before_is_looked_back_on_with_one_thing_to_try() {
    let catalog: &Catalog = &SMALL;
    let id = skill(catalog, "steps");
    let look = |minutes: [u32; 2], shows: bool| {
        let mut progress = Progress::default();
        progress.set_hours([(Day::Mon, 120), (Day::Wed, 120)].into());
        for (week, minutes) in [2_i64, 1].into_iter().zip(minutes) {
            if minutes > 0 {
                let entry = EntryId::new(TODAY - week.weeks(), "a");
                progress.log(Task::Skill(id), entry, minutes);
            }
        }
        progress.log(Task::Skill(id), EntryId::new(TODAY - 9.weeks(), "a"), 60);
        if shows {
            let proof = catalog.climb(catalog.skill(id).climbs[0]).proofs[0];
            progress.prove(id, proof, TODAY - 5.days());
        }
        journal::look_back(Learner { catalog, progress: &progress }, None, TODAY).unwrap()
    };
    for (minutes, shows, expected) in [
        ([240, 240], true, Suggestion::GoOn(None)),
        ([240, 240], false, Suggestion::Tick(None)),
        ([400, 400], true, Suggestion::SayMore(400)),
        ([90, 110], true, Suggestion::AskLess(100)),
        ([240, 0], false, Suggestion::BeginSmall(None)),
    ] {
        let look = look(minutes, shows);
        assert_eq!(look.suggestion, Some(expected), "{minutes:?}");
        assert_eq!((look.week.done, look.week.planned), (minutes[1], 240));
    }
    let progress = Progress::default();
    let nobody = Learner { catalog, progress: &progress };
    assert_eq!(journal::look_back(nobody, None, TODAY), None);
}

#[test]
fn time_that_was_spent_is_told_as_it_was() {
    let home = Home::on("2026-12-07");
    home.rungs("goal back-end-developer");
    home.rungs("log git-basics 45m");
    home.rungs("log git-basics 30m");
    let told = home.rungs("progress");
    assert!(
        told.contains("1 h 15 min studied") && told.contains("1 h 15 min in the best"),
        "{told}"
    );
    // A line of a stage has whole hours, and the nearest: none of them says two.
    let stages = told.split_once("BY STAGE").unwrap().1.split_once("\n\n").unwrap().0;
    assert!(stages.contains(" 1 h") && !stages.contains(" 2 h"), "{stages}");
}

#[test]
fn a_week_that_was_a_break_is_called_one_and_asks_for_nothing() {
    let home = Home::on("2026-12-07");
    home.rungs("goal back-end-developer");
    home.rungs("log git-basics 2h");
    home.rungs("set hours mon=2,wed=2");
    // From a Tuesday on: the Monday after it is the first that is free, and so is its week.
    home.rungs("set break 2026-12-15..2026-12-27");
    let told = |today, home: Home| {
        let home = home.later(today);
        (home.rungs("progress"), home.json("progress")["last_week"].clone(), home)
    };
    let (text, json, home) = told("2026-12-28", home);
    assert!(text.contains("Last week was the break you planned."), "{text}");
    assert!(!text.contains("Begin small") && !text.contains("No study"), "{text}");
    assert_eq!((&json["is_break"], &json["suggestion"]), (&true.into(), &Value::Null));
    // A week of which the break took only a part is one like others.
    let (text, json, home) = told("2026-12-21", home);
    assert!(text.contains("No study last week") && text.contains("Begin small"), "{text}");
    assert_eq!(json["is_break"], false);
    // Whoever studied in it all the same is told of that.
    let home = home.later("2026-12-28");
    home.rungs("log git-basics 30m --on 2026-12-22");
    let (text, _, _) = told("2026-12-28", home);
    assert!(text.contains("30 min on 1 day") && !text.contains("the break you planned"), "{text}");
}

#[test]
fn what_moved_the_end_adds_up() {
    let catalog: &Catalog = &SHIPPED;
    let mut dice = Dice(5);
    let mut causes = BTreeSet::new();
    for seed in 0..12 {
        let mut progress = aiming(catalog);
        let kept = planner::plan(Learner { catalog, progress: &progress }, TODAY);
        progress.set_baseline(kept.as_baseline());
        let learner = Learner { catalog, progress: &progress };
        let same = planner::slip(learner, &kept, TODAY).unwrap();
        assert_eq!((same.days, same.causes.len(), same.rest), (0, 0, 0), "{same:?}");
        // Some of it is done, not always in order; some is left out, some is new.
        for step in &kept.steps {
            if let Item::Climb(id) = step.item
                && dice.chance(8)
            {
                progress.claim(catalog.climb(id).skill, catalog.climb(id).rung, TODAY);
            } else if let Item::Climb(id) = step.item
                && dice.chance(3)
            {
                progress.skip(catalog.climb(id).skill, TODAY);
            }
        }
        if seed % 3 == 0 {
            let goal = progress.goal().unwrap();
            progress.set_goal(Some(Goal { depth: Depth::Important, ..goal }));
        }
        let later = TODAY + Span::new().weeks(seed * 3);
        let learner = Learner { catalog, progress: &progress };
        let plan = planner::plan(learner, later);
        let Some(slip) = planner::slip(learner, &plan, later) else { continue };
        let sum: i32 = slip.causes.iter().map(|it| it.days).sum();
        assert_eq!(sum + slip.rest, slip.days);
        assert_eq!(slip.days, (slip.end - slip.kept).get_days());
        for cause in &slip.causes {
            let is_later = matches!(cause.what, Shift::Due | Shift::Added);
            assert_eq!(cause.days > 0, is_later, "{cause:?}");
            assert!(!cause.items.is_empty());
            causes.insert(format!("{:?}", cause.what));
        }
        for (remedy, end) in planner::remedies(learner, later, slip.kept) {
            assert!(end < slip.end, "{remedy:?} to {end} helps");
        }
    }
    assert_eq!(causes.len(), 4, "{causes:?}");
}

#[test]
fn see_progress() {
    let progress = two_years(&SMALL, 1, 1);
    let open = |words: &'static str, ascii: bool| {
        let progress = progress.clone();
        move |size| {
            let stage = Stage::new().with(progress.clone()).sized(size);
            if ascii { stage.ascii().open(words) } else { stage.open(words) }
        }
    };
    stage::see("progress", Part::Body, open("6", false));
    stage::see("progress_end", Part::Body, open("6 G", false));
    stage::see("progress_ascii", Part::Body, open("6", true));
    stage::see("progress_new", Part::Body, |size| Stage::new().sized(size).open("Esc 6"));
}

#[test]
fn the_journal_is_narrowed_and_its_time_corrected() {
    let id = skill(&SMALL, "steps");
    let mut progress = aiming(&SMALL);
    progress.log(Task::Skill(id), EntryId::new(TODAY, "a"), 45);
    progress.log(Task::Skill(id), EntryId::new(TODAY - 1.days(), "b"), 30);
    let mut app = Stage::new().with(progress).sized((120, 40)).open("6");
    assert_eq!(app.screen, Screen::Progress);
    assert!(text(&app).contains("1 h 15 min") || text(&app).contains("2 h studied"));
    press(&mut app, "e 20 Enter");
    assert_eq!(app.progress.logged(Task::Skill(id)), 50, "{}", said(&app));
    press(&mut app, "e Enter");
    assert_eq!(app.progress.logged(Task::Skill(id)), 30, "nothing takes it away");
    press(&mut app, "u u");
    assert_eq!(app.progress.logged(Task::Skill(id)), 75);
    press(&mut app, "f");
    assert!(text(&app).contains("time alone: 2"), "{}", text(&app));
    press(&mut app, "f");
    assert!(text(&app).contains("Nothing of that yet."), "{}", text(&app));
    press(&mut app, "f f f f Enter");
    assert_eq!(app.screen, Screen::Skills, "an entry leads to its skill");
    press(&mut app, "Esc");
    assert_eq!(app.screen, Screen::Progress);
}

#[test]
fn a_timer_measures_what_one_studies() {
    let mut app = Stage::new().with(aiming(&SMALL)).sized((120, 40)).open("3 j");
    let Some(Task::Skill(id)) = app.task_in_front() else { panic!("no skill is in front") };
    let later =
        |minutes: i64| Message::Passed(Moment { today: TODAY, now: NOW + minutes.minutes() });
    press(&mut app, "T");
    assert_eq!(app.progress.timers().len(), 1, "{}", said(&app));
    tell(&mut app, later(83));
    assert!(text(&app).contains("◷ 1:23"), "{}", text(&app));
    press(&mut app, "2 T");
    assert_eq!((app.progress.timers().len(), app.progress.logged(Task::Skill(id))), (0, 83));
    // Less than a minute is nothing, and after hours it asks.
    press(&mut app, "3 T T");
    assert_eq!((app.progress.timers().len(), app.progress.logged(Task::Skill(id))), (0, 83));
    press(&mut app, "T");
    tell(&mut app, later(83 + 9 * 60));
    press(&mut app, "T");
    assert!(text(&app).contains("The timer ran 9 h"), "{}", text(&app));
    press(&mut app, "2h Enter");
    assert_eq!(app.progress.logged(Task::Skill(id)), 203);
    press(&mut app, "u");
    assert_eq!((app.progress.timers().len(), app.progress.logged(Task::Skill(id))), (1, 83));
    stage::strike(&mut app, &[Key::Ctrl('r')]);
    assert_eq!(app.progress.timers().len(), 0);
}

#[test]
fn what_is_stopped_elsewhere_is_logged_once() {
    let id = skill(&SMALL, "steps");
    let (entry, task) = (EntryId::new(TODAY, "a"), Task::Skill(id));
    let learner = |progress| Learner { catalog: &SMALL, progress };
    let untouched = Progress::default();
    let start = Deed::StartTimer(task, entry.clone(), NOW);
    let progress = deeds::done(learner(&untouched), TODAY, &start).unwrap();
    assert_eq!(progress.timers().get(&entry), Some(&Timer { task, since: NOW }));
    let stopped =
        deeds::done(learner(&progress), TODAY, &Deed::StopTimer(entry.clone(), 40)).unwrap();
    assert_eq!((stopped.timers().len(), stopped.logged(task)), (0, 40));
    let mut facts = progress.facts().clone();
    facts.skills = stopped.facts().skills.clone();
    let both = Progress::from(facts);
    assert_eq!(both, stopped, "what is logged does not run any more");
    let again = Deed::StartTimer(task, EntryId::new(TODAY, "b"), NOW);
    assert_eq!(
        deeds::done(learner(&progress), TODAY, &again),
        Err(deeds::Refusal::Runs(task)),
        "one is enough"
    );
}

#[test]
fn timers_entries_and_the_journal_are_commands_too() {
    let home = Home::new();
    assert_eq!(home.rungs("timer"), "No timer runs.\n");
    home.rungs("timer start git-basics");
    assert!(home.rungs("timer").contains("Git"), "{}", home.rungs("timer"));
    home.fails("timer start git-basics", 2);
    home.rungs("timer stop --time 45");
    home.rungs("log project/guess-the-number 2h");
    let journal: Value = serde_json::from_str(&home.rungs("journal --json")).unwrap();
    let entries = journal.as_array().unwrap();
    assert_eq!(entries.len(), 2, "{journal:#}");
    let of_git = entries.iter().find(|it| it["skill"] == "git-basics").unwrap();
    assert_eq!((&of_git["kind"], &of_git["minutes"]), (&"logged".into(), &45.into()));
    let entry = of_git["entry"].as_str().unwrap();
    home.rungs(&format!("entry {entry} 30"));
    let history: Value = serde_json::from_str(&home.rungs("progress --json")).unwrap();
    assert_eq!((&history["minutes"], &history["streak_weeks"]), (&150.into(), &1.into()));
    home.rungs(&format!("entry {entry} --undo"));
    home.fails(&format!("entry {entry} --undo"), 2);
    assert_eq!(
        home.progress()["projects"]["guess-the-number"]["log"].as_object().unwrap().len(),
        1
    );
    assert!(home.rungs("progress").contains("2 h studied"), "{}", home.rungs("progress"));
    assert!(home.rungs("journal guess").contains("2 h"));
    // Time is shown with the entry that a correction names.
    let told = home.rungs("journal guess");
    let entry = told.split_once("2 h  (").and_then(|(_, it)| it.split_once(')')).unwrap().0;
    assert!(home.rungs(&format!("entry {entry} 1h")).contains("Corrected to 1 h"));
    home.fails("journal nothing-like-it", 1);
}
