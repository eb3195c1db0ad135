//! Deeds: made up from numbers, done by their rules, by keys and by commands.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use jiff::{ToSpan as _, civil::Date};
use proptest::prelude::*;
use rungs::{
    app::{App, Filter, Row},
    catalog::{Catalog, PointId, ProjectId, RouteId, Rung, SkillId},
    deeds::{self, Deed, DeedKind, Refusal},
    keys::{Key, Screen},
    planner::Place,
    progress::{Change, Day, Depth, EntryId, Item, Learner, Mark, Notable, Progress, Task},
    store::Store,
};

use crate::{
    dice::Dice,
    made_up,
    stage::{Home, SHIPPED, SMALL, Stage, TODAY, learner, press, strike},
};

/// A deed about the small catalog.
pub(crate) fn any_deed() -> impl Strategy<Value = Deed> {
    any::<u64>().prop_map(|seed| made_up::deed(&SMALL, &mut Dice(seed)))
}

/// The keys that do a deed where the window offers it: toggles only where they lead there.
pub(crate) fn do_by_keys(app: &mut App, deed: &Deed) {
    let catalog = app.catalog;
    let before = app.progress.clone();
    let is_wanted = match deeds::done(learner(catalog, &before), TODAY, deed) {
        Ok(after) => after != before,
        Err(_) => true,
    };
    if !is_wanted {
        return;
    }
    match deed {
        Deed::Aim(role) => {
            show(app, Screen::Roles, Row::Role(*role));
            press(app, "m");
        }
        Deed::Deepen(depth) => {
            press(app, "5");
            for _ in 0..3 {
                let shown = app.shown_learner().progress.goal().map(|goal| goal.depth);
                if shown.is_some_and(|shown| shown != *depth) {
                    press(app, "d");
                }
            }
            press(app, "a");
        }
        Deed::Break(from, to) => {
            press(app, "5 b");
            press(app, &format!("{from}..{to} Enter"));
            // A question stays until it has an answer.
            press(app, if app.overlay.is_some() { "Esc" } else { "a" });
        }
        Deed::EndBreak(from) => {
            if let Some(to) = before.breaks().get(from) {
                press(app, &format!("5 b {from}..{to} Enter"));
                press(app, "a");
            }
        }
        Deed::Start(date) => {
            press(app, &format!("5 s {date} Enter"));
            press(app, "a");
        }
        Deed::StartAtOnce => {
            press(app, "5 s today Enter");
            press(app, "a");
        }
        Deed::Pin(id, place) => {
            press(app, "5");
            app.planning.selected = Some(Item::Climb(*id));
            if app.planned_climb() == Some(*id) {
                let key = match place {
                    Place::Here if before.pins().contains_key(id) => "",
                    Place::Here => "p",
                    Place::Earlier => "K",
                    Place::Later => "J",
                    Place::Foremost => "<",
                    Place::Number(_) => "",
                };
                press(app, key);
                press(app, "a");
            }
        }
        Deed::Unpin(id) => {
            press(app, "5");
            app.planning.selected = Some(Item::Climb(*id));
            if app.planned_climb() == Some(*id) && before.pins().contains_key(id) {
                press(app, "p a");
            }
        }
        // Where there are no dates to keep, the key lets go of those kept.
        Deed::KeepPlan if kept_dates(app).is_empty() => (),
        Deed::KeepPlan | Deed::ForgetPlan => {
            let kept = kept_dates(app);
            let is_same = kept.is_empty() || kept == *before.baseline();
            // Dates that are no longer those of the plan are kept anew before they can go.
            let times = if is_same || matches!(deed, Deed::KeepPlan) { 1 } else { 2 };
            press(app, "5");
            press(app, &"B".repeat(times));
        }
        Deed::HideDates | Deed::ShowDates => _ = press(app, "5 H"),
        Deed::Pick(id) | Deed::Unpick(id) => pick(app, *id),
        Deed::Tick(id, proof) | Deed::Untick(id, proof) => {
            show(app, Screen::Skills, Row::Skill(*id));
            let target = rungs::page::Target::Proof(*id, *proof);
            act_on(app, &target, "Space");
        }
        Deed::Claim(id, _) | Deed::Unclaim(id) => {
            show(app, Screen::Skills, Row::Skill(*id));
            // Less than what is aimed for is claimed as far as that before it can go.
            let is_less = before.claimed(*id) < Some(learner(catalog, &before).aim(*id));
            let times = if is_less && matches!(deed, Deed::Unclaim(_)) { 2 } else { 1 };
            press(app, &"i".repeat(times));
        }
        Deed::Skip(id) | Deed::TakeUp(id) => {
            show(app, Screen::Skills, Row::Skill(*id));
            press(app, "x");
        }
        Deed::Log(task, _, minutes) => {
            let row = match task {
                Task::Skill(id) => Row::Skill(*id),
                Task::Project(id) => Row::Project(*id),
            };
            show(app, Screen::Skills, row);
            press(app, &format!("t {minutes} Enter"));
        }
        Deed::Build(id, point) | Deed::Unbuild(id, point) => {
            show(app, Screen::Skills, Row::Project(*id));
            act_on(app, &rungs::page::Target::Point(*id, *point), "Space");
        }
        Deed::Follow(id) | Deed::Leave(id) => {
            show(app, Screen::Routes, Row::Route(*id));
            press(app, "F");
        }
        Deed::Reach(id, milestone) | Deed::Unreach(id, milestone) => {
            if before.reached(*id, *milestone).is_some() == matches!(deed, Deed::Unreach(..)) {
                show(app, Screen::Routes, Row::Route(*id));
                act_on(app, &rungs::page::Target::Milestone(*id, *milestone), "Space");
            }
        }
        // What only a command offers: done in its way, it comes from outside.
        Deed::GiveUp
        | Deed::Live(_)
        | Deed::LiveAnywhere
        | Deed::Hours(_)
        | Deed::AssumeHours
        | Deed::Reset(_)
        | Deed::Worked(_)
        | Deed::ForgetWork
        | Deed::Note(..)
        | Deed::Unnote(_)
        | Deed::Show(..)
        | Deed::Unshow(_)
        | Deed::OwnHours(..)
        | Deed::CatalogHours(..)
        | Deed::Read(..)
        | Deed::Unread(..)
        | Deed::Unlog(..)
        | Deed::Correct(..)
        | Deed::Strike(..)
        | Deed::StartTimer(..)
        | Deed::StopTimer(..)
        | Deed::ForgetTimer(_)
        | Deed::Review(..)
        | Deed::Unreview(..)
        | Deed::ShareReviews(_)
        | Deed::UsualReviews
        | Deed::HideLooks
        | Deed::ShowLooks => (),
    }
}

/// The dates of the plan, as they would be kept.
fn kept_dates(app: &App) -> BTreeMap<Item, Date> {
    app.plan.as_ref().map(rungs::planner::Plan::as_baseline).unwrap_or_default()
}

/// Puts the cursor on a row of a screen.
fn show(app: &mut App, screen: Screen, row: Row) {
    let number = Screen::ALL.iter().position(|it| *it == screen).unwrap() + 1;
    press(app, "Esc Esc Esc");
    press(app, &number.to_string());
    press(app, "Esc Esc Home");
    // What is filtered away is not there to be gone to.
    app.filter = Filter::All;
    for _ in 0..400 {
        if app.row() == Some(row) {
            return;
        }
        match app.row() {
            Some(Row::Area(area)) if app.is_folded(area) => _ = press(app, "Enter"),
            _ => _ = press(app, "j"),
        }
    }
    panic!("{row:?} is not there");
}

/// Opens the page in front, goes to something on it, and presses a key.
fn act_on(app: &mut App, target: &rungs::page::Target, key: &str) {
    press(app, "Enter");
    strike(app, &[Key::Home]);
    for _ in 0..400 {
        let page = app.page().unwrap();
        if app.chosen_on(&page) == Some(target) {
            break;
        }
        press(app, "j");
    }
    let page = app.page().unwrap();
    assert_eq!(app.chosen_on(&page), Some(target));
    press(app, key);
    press(app, "Esc");
}

/// Picks a skill on a page that offers it, if there is one.
fn pick(app: &mut App, id: SkillId) {
    let catalog = app.catalog;
    let is_offered = |it: &rungs::catalog::Role| {
        it.requirements
            .iter()
            .any(|it| it.call.members().len() > 1 && it.call.members().contains(&id))
    };
    let Some((role, known)) = catalog.roles().find(|(_, it)| is_offered(it)) else { return };
    let call = known.requirements.iter().find(|it| it.call.members().contains(&id)).unwrap();
    let target = rungs::page::Target::Member(id, call.call.members().to_vec());
    show(app, Screen::Roles, Row::Role(role));
    act_on(app, &target, "Space");
}

/// The command that does a deed; a text stands behind it as a word of its own.
fn command(catalog: &Catalog, deed: &Deed) -> String {
    let skill = |id: &SkillId| &catalog.skill(*id).id;
    let route = |id: &RouteId| &catalog.route(*id).id;
    match deed {
        Deed::Aim(role) => format!("goal {}", catalog.role(*role).id),
        Deed::GiveUp => "goal --undo".to_owned(),
        Deed::Deepen(depth) => format!("set depth {}", depth.word()),
        Deed::Live(region) => format!("set region {}", catalog.region(*region).id),
        Deed::LiveAnywhere => "set region --undo".to_owned(),
        Deed::Pick(id) => format!("set pick {}", skill(id)),
        Deed::Unpick(id) => format!("set pick {} --undo", skill(id)),
        Deed::Hours(week) => {
            let days = week.iter().map(|(day, minutes)| format!("{}={minutes}m", day.word()));
            let days: Vec<String> = days.map(|it| it.replace("=0m", "=0")).collect();
            format!("set hours {}", days.join(","))
        }
        Deed::AssumeHours => "set hours --undo".to_owned(),
        Deed::Start(date) => format!("set start {date}"),
        Deed::StartAtOnce => "set start --undo".to_owned(),
        Deed::Break(from, to) => format!("set break {from}..{to}"),
        Deed::EndBreak(from) => format!("set break {from} --undo"),
        Deed::Pin(id, Place::Number(place)) => {
            format!("pin {} --place {}", catalog.climb_name(*id), place + 1)
        }
        Deed::Pin(id, Place::Here | Place::Earlier | Place::Later | Place::Foremost) => {
            format!("pin {}", catalog.climb_name(*id))
        }
        Deed::Unpin(id) => format!("pin {} --undo", catalog.climb_name(*id)),
        Deed::KeepPlan => "plan --keep".to_owned(),
        Deed::ForgetPlan => "plan --forget".to_owned(),
        Deed::HideDates => "set dates hidden".to_owned(),
        Deed::ShowDates => "set dates shown".to_owned(),
        Deed::Tick(id, proof) => format!("prove {} {}", skill(id), named(catalog, *id, *proof)),
        Deed::Untick(id, proof) => {
            format!("prove {} {} --undo", skill(id), named(catalog, *id, *proof))
        }
        Deed::Claim(id, rung) => format!("claim {} --rung {}", skill(id), rung.word()),
        Deed::Unclaim(id) => format!("claim {} --undo", skill(id)),
        Deed::Skip(id) => format!("skip {}", skill(id)),
        Deed::TakeUp(id) => format!("skip {} --undo", skill(id)),
        Deed::Reset(id) => format!("reset {}", skill(id)),
        Deed::Log(it, _, minutes) => format!("log {} {minutes}m", task(catalog, *it)),
        Deed::Unlog(it, date) => format!("log {} --on {date} --undo", task(catalog, *it)),
        Deed::Correct(_, entry, minutes) => format!("entry {entry} {minutes}m"),
        Deed::Strike(_, entry) => format!("entry {entry} --undo"),
        Deed::StartTimer(it, ..) => format!("timer start {}", task(catalog, *it)),
        Deed::StopTimer(_, minutes) => format!("timer stop --time {minutes}m"),
        Deed::ForgetTimer(_) => "timer forget".to_owned(),
        Deed::Review(card, _, grade) => format!("review {card} {}", grade.word()),
        Deed::Unreview(card, entry) => format!("review {card} --undo {entry}"),
        Deed::ShareReviews(percent) => format!("set reviews {percent}"),
        Deed::UsualReviews => "set reviews --undo".to_owned(),
        Deed::HideLooks => "set looks hidden".to_owned(),
        Deed::ShowLooks => "set looks shown".to_owned(),
        Deed::Build(id, point) => format!("build {}", point_of(catalog, *id, *point)),
        Deed::Unbuild(id, point) => format!("build {} --undo", point_of(catalog, *id, *point)),
        Deed::Note(thing, _) => format!("note {}", in_full(catalog, *thing)),
        Deed::Unnote(thing) => format!("note {} --undo", in_full(catalog, *thing)),
        Deed::Show(mark, _) => format!("evidence {}", marked(catalog, *mark)),
        Deed::Unshow(mark) => format!("evidence {} --undo", marked(catalog, *mark)),
        Deed::OwnHours(id, rung, minutes) => {
            format!("estimate {}/{} {minutes}m", skill(id), rung.word())
        }
        Deed::CatalogHours(id, rung) => format!("estimate {}/{} --undo", skill(id), rung.word()),
        Deed::Read(id, it) => format!("read {} {}", skill(id), address(catalog, *id, *it)),
        Deed::Unread(id, it) => {
            format!("read {} {} --undo", skill(id), address(catalog, *id, *it))
        }
        Deed::Worked(months) => format!("set experience {months}m"),
        Deed::ForgetWork => "set experience --undo".to_owned(),
        Deed::Follow(id) => format!("follow {}", route(id)),
        Deed::Leave(id) => format!("follow {} --undo", route(id)),
        Deed::Reach(id, milestone) => {
            format!("milestone {} {}", route(id), step(catalog, *id, *milestone))
        }
        Deed::Unreach(id, milestone) => {
            format!("milestone {} {} --undo", route(id), step(catalog, *id, *milestone))
        }
    }
}

fn task(catalog: &Catalog, it: Task) -> String {
    match it {
        Task::Skill(id) => catalog.skill(id).id.to_string(),
        Task::Project(id) => format!("project/{}", catalog.project(id).id),
    }
}

/// Its kind and its id.
fn in_full(catalog: &Catalog, it: Notable) -> String {
    match it {
        Notable::Role(id) => format!("role/{}", catalog.role(id).id),
        Notable::Skill(id) => format!("skill/{}", catalog.skill(id).id),
        Notable::Project(id) => format!("project/{}", catalog.project(id).id),
        Notable::Route(id) => format!("route/{}", catalog.route(id).id),
    }
}

fn marked(catalog: &Catalog, mark: Mark) -> String {
    match mark {
        Mark::Proof(id, proof) => {
            format!("skill/{} {}", catalog.skill(id).id, named(catalog, id, proof))
        }
        Mark::Point(id, point) => format!("project/{}", point_of(catalog, id, point)),
    }
}

fn address(catalog: &Catalog, id: SkillId, it: rungs::catalog::ResourceId) -> String {
    catalog.skill(id).resource(it).unwrap().address.to_string()
}

fn named(catalog: &Catalog, id: SkillId, proof: rungs::catalog::ProofId) -> String {
    let mut proofs = catalog.skill(id).proofs();
    proofs.find(|(it, _)| *it == proof).unwrap().1.id.to_string()
}

fn point_of(catalog: &Catalog, id: ProjectId, point: PointId) -> String {
    let project = catalog.project(id);
    format!("{} {}", project.id, project.point(point).unwrap().id)
}

fn step(catalog: &Catalog, id: RouteId, milestone: rungs::catalog::MilestoneId) -> String {
    let mut milestones = catalog.route(id).milestones();
    milestones.find(|(it, _)| *it == milestone).unwrap().1.id.to_string()
}

/// Whether both front ends offer a deed in so many words.
fn is_offered_by_both(deed: &Deed) -> bool {
    match deed {
        Deed::GiveUp
        | Deed::Live(_)
        | Deed::LiveAnywhere
        | Deed::Hours(_)
        | Deed::AssumeHours
        | Deed::Reset(_)
        | Deed::Worked(_)
        | Deed::ForgetWork
        | Deed::Note(..)
        | Deed::Unnote(_)
        | Deed::Show(..)
        | Deed::Unshow(_)
        | Deed::OwnHours(..)
        | Deed::CatalogHours(..)
        | Deed::Read(..)
        | Deed::Unread(..)
        | Deed::Unlog(..)
        | Deed::Correct(..)
        | Deed::Strike(..)
        | Deed::StartTimer(..)
        | Deed::StopTimer(..)
        | Deed::ForgetTimer(_)
        | Deed::Review(..)
        | Deed::Unreview(..)
        | Deed::ShareReviews(_)
        | Deed::UsualReviews
        | Deed::HideLooks
        | Deed::ShowLooks
        | Deed::Pin(_, Place::Earlier | Place::Later | Place::Foremost | Place::Number(_))
        | Deed::Pick(_)
        | Deed::Unpick(_) => false,
        Deed::Aim(_)
        | Deed::Deepen(_)
        | Deed::Start(_)
        | Deed::StartAtOnce
        | Deed::Break(..)
        | Deed::EndBreak(_)
        | Deed::Pin(_, Place::Here)
        | Deed::Unpin(_)
        | Deed::KeepPlan
        | Deed::ForgetPlan
        | Deed::HideDates
        | Deed::ShowDates
        | Deed::Tick(..)
        | Deed::Untick(..)
        | Deed::Claim(..)
        | Deed::Unclaim(_)
        | Deed::Skip(_)
        | Deed::TakeUp(_)
        | Deed::Log(..)
        | Deed::Build(..)
        | Deed::Unbuild(..)
        | Deed::Follow(_)
        | Deed::Leave(_)
        | Deed::Reach(..)
        | Deed::Unreach(..) => true,
    }
}

/// What is kept of a state: the file, with log entries by their dates and minutes alone.
fn kept(catalog: &Catalog, progress: &Progress) -> serde_json::Value {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.json");
    Store::open(path.clone(), catalog).unwrap().0.save(catalog, progress).unwrap();
    without_letters(serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap())
}

fn without_letters(mut file: serde_json::Value) -> serde_json::Value {
    let fields = file.as_object_mut().unwrap().iter_mut();
    let things = fields.filter(|(field, _)| ["skills", "projects"].contains(&field.as_str()));
    for entry in things.flat_map(|(_, it)| it.as_object_mut().unwrap().values_mut()) {
        if let Some(log) = entry.get_mut("log") {
            let log_of = log.as_object().unwrap();
            let mut entries: Vec<String> =
                log_of.iter().map(|(id, it)| format!("{} {it}", &id[..10])).collect();
            entries.sort();
            *log = entries.into();
        }
    }
    file
}

/// Window and command line have the same rules: after the same deeds, the same file.
#[test]
fn the_same_deeds_by_keys_and_by_commands_end_with_the_same_file() {
    let mut dice = Dice(4);
    let home = Home::new();
    let mut app = Stage::new().shipped().open("Esc");
    let catalog: &Catalog = &SHIPPED;
    let mut done = BTreeSet::new();
    let mut count = 0;
    while count < 200 {
        // Few things, so that deeds meet.
        let deed = match few(catalog, &mut dice) {
            // The key claims what is aimed for.
            Deed::Claim(id, _) => Deed::Claim(id, learner(catalog, &app.progress).aim(id)),
            deed => deed,
        };
        let is_planned =
            |id| app.plan.as_ref().is_some_and(|plan| plan.step(Item::Climb(id)).is_some());
        let is_out_of_sight = matches!(deed, Deed::Unpin(id) if !is_planned(id));
        if !is_offered_by_both(&deed) || is_out_of_sight {
            continue;
        }
        count += 1;
        let refusal = deeds::done(learner(catalog, &app.progress), TODAY, &deed).err();
        do_by_keys(&mut app, &deed);
        let output = home.run(&command(catalog, &deed));
        let status = output.status.code();
        assert_eq!(status, Some(if refusal.is_some() { 2 } else { 0 }), "{deed:?}: {output:?}");
        if refusal.is_none() {
            done.insert(format!("{:?}", DeedKind::from(&deed)));
        }
        let file = if home.file().exists() {
            home.progress()
        } else {
            kept(catalog, &Progress::default())
        };
        let (file, kept) = (without_letters(file), kept(catalog, &app.progress));
        for (field, value) in file.as_object().unwrap().iter().chain(kept.as_object().unwrap()) {
            assert!(file[field] == kept[field], "{field} after {deed:?}: {value}");
        }
    }
    assert!(done.len() > 18, "{done:?}");
}

fn few(catalog: &Catalog, dice: &mut Dice) -> Deed {
    let ids = ["git-basics", "http-basics", "python-core", "relational-model"];
    loop {
        let deed = made_up::deed(catalog, dice);
        let id = catalog.find_skill(ids[dice.roll(ids.len())]).unwrap();
        let proof = made_up::proof(catalog, id, dice);
        let climbs = &catalog.skill(id).climbs;
        let climb = climbs[dice.roll(climbs.len())];
        let (project, known) = catalog.projects().next().unwrap();
        let point = known.points().nth(dice.roll(known.points.len())).unwrap().0;
        let route = catalog.find_route(["degree-uk", "boot-camp-uk"][dice.roll(2)]).unwrap();
        let milestone = catalog.route(route).milestones().next().unwrap().0;
        return match deed {
            Deed::Tick(..) => Deed::Tick(id, proof),
            Deed::Untick(..) => Deed::Untick(id, proof),
            Deed::Claim(_, rung) => Deed::Claim(id, rung),
            Deed::Unclaim(_) => Deed::Unclaim(id),
            Deed::Skip(_) => Deed::Skip(id),
            Deed::TakeUp(_) => Deed::TakeUp(id),
            Deed::Pin(_, place) => Deed::Pin(climb, place),
            Deed::Unpin(_) => Deed::Unpin(climb),
            Deed::Build(..) => Deed::Build(project, point),
            Deed::Unbuild(..) => Deed::Unbuild(project, point),
            Deed::Log(_, entry, minutes) => Deed::Log(Task::Skill(id), entry, minutes),
            Deed::Follow(_) => Deed::Follow(route),
            Deed::Leave(_) => Deed::Leave(route),
            Deed::Reach(..) => Deed::Reach(route, milestone),
            Deed::Unreach(..) => Deed::Unreach(route, milestone),
            Deed::Aim(_) if dice.chance(60) => {
                Deed::Aim(catalog.find_role("back-end-developer").unwrap())
            }
            Deed::GiveUp if dice.chance(70) => continue,
            other => other,
        };
    }
}

/// What has no key as yet: after the same deeds by commands, the same file as by the
/// rules alone.
#[test]
fn what_is_written_and_marked_by_commands_is_what_the_rules_say() {
    let mut dice = Dice(11);
    let catalog: &Catalog = &SHIPPED;
    let home = Home::new();
    let mut progress = Progress::default();
    let mut done = BTreeSet::new();
    for _ in 0..60 {
        let deed = few_writings(catalog, &mut dice);
        let text = match &deed {
            Deed::Note(_, text) | Deed::Show(_, text) => Some(text.as_str()),
            _ => None,
        };
        let mut line = home.command(&command(catalog, &deed));
        let output = line.args(text.map(|it| ["--", it]).into_iter().flatten()).output().unwrap();
        let after = deeds::done(learner(catalog, &progress), TODAY, &deed);
        let expected = if after.is_err() { 2 } else { 0 };
        assert_eq!(output.status.code(), Some(expected), "{deed:?}: {output:?}");
        if let Ok(after) = after {
            done.insert(format!("{:?}", DeedKind::from(&deed)));
            progress = after;
        }
        let on_disk = Store::open(home.file(), catalog).unwrap().1;
        assert_eq!(on_disk, progress, "{deed:?}");
    }
    assert_eq!(done.len(), 8, "{done:?}");
}

/// Something to write or mark about a few things, so that deeds meet.
fn few_writings(catalog: &Catalog, dice: &mut Dice) -> Deed {
    let id = catalog.find_skill(["git-basics", "http-basics"][dice.roll(2)]).unwrap();
    let climb = catalog.climb(catalog.skill(id).climbs[dice.roll(2)]);
    let (project, known) = catalog.projects().next().unwrap();
    let proof = Mark::Proof(id, catalog.skill(id).proofs().next().unwrap().0);
    let point = Mark::Point(project, known.points().next().unwrap().0);
    let mark = [proof, point][dice.roll(2)];
    let role = catalog.find_role("back-end-developer").unwrap();
    let notable =
        [Notable::Skill(id), Notable::Role(role), Notable::Project(project)][dice.roll(3)];
    loop {
        return match made_up::deed(catalog, dice) {
            Deed::Note(_, text) => Deed::Note(notable, text),
            Deed::Unnote(_) => Deed::Unnote(notable),
            Deed::Show(_, text) => Deed::Show(mark, text),
            Deed::Unshow(_) => Deed::Unshow(mark),
            Deed::OwnHours(.., minutes) => Deed::OwnHours(id, climb.rung, minutes),
            Deed::CatalogHours(..) => Deed::CatalogHours(id, climb.rung),
            Deed::Read(..) => Deed::Read(id, made_up::resource(catalog, id, dice)),
            Deed::Unread(..) => Deed::Unread(id, made_up::resource(catalog, id, dice)),
            _ => continue,
        };
    }
}

/// A pick is the same wherever it is made, whatever was skipped before.
#[test]
fn a_pick_takes_up_what_was_skipped_and_reaches_every_choice() {
    let catalog = &*SHIPPED;
    let role = catalog.find_role("back-end-developer").unwrap();
    let id = catalog.find_skill("python-core").unwrap();
    let mut progress = Progress::default();
    for deed in [Deed::Aim(role), Deed::Skip(id), Deed::Pick(id)] {
        progress = deeds::done(learner(catalog, &progress), TODAY, &deed).unwrap();
    }
    assert!(progress.skipped(id).is_none() && progress.picks().contains(&id));
    let mut app = Stage::new().shipped().open("Esc");
    for deed in [Deed::Aim(role), Deed::Skip(id)] {
        do_by_keys(&mut app, &deed);
    }
    pick(&mut app, id);
    assert_eq!(app.progress, progress);
}

#[test]
fn no_day_has_more_than_its_hours_and_what_is_too_much_can_be_made_less() {
    let [steps, snake] = ["steps", "snake"].map(|id| SMALL.find_skill(id).unwrap());
    let [steps, snake] = [steps, snake].map(Task::Skill);
    let [one, other] = ["a", "b"].map(|it| EntryId::new(TODAY, it));
    let mut progress = Progress::default();
    let done = |progress: &Progress, deed| {
        deeds::done(Learner { catalog: &SMALL, progress }, TODAY, &deed)
    };
    progress.log(steps, one.clone(), 1000);
    let full = Err(Refusal::FullDay(TODAY, 1000));
    assert_eq!(done(&progress, Deed::Log(snake, other.clone(), 441)), full);
    let filled = done(&progress, Deed::Log(snake, other.clone(), 440)).unwrap();
    assert_eq!(filled.logged_on(TODAY), 1440);
    assert_eq!(done(&filled, Deed::Correct(snake, other.clone(), 441)), full);
    // As it may come from two machines.
    progress.log(snake, other.clone(), 1440);
    let less = done(&progress, Deed::Correct(snake, other, 1400)).unwrap();
    assert_eq!(less.logged_on(TODAY), 2400);
}

#[test]
fn what_cannot_be_done_is_refused_and_changes_nothing() {
    let catalog = &*SMALL;
    let progress = Progress::default();
    let [steps, snake] = ["steps", "snake"].map(|id| catalog.find_skill(id).unwrap());
    let proof = Mark::Proof(steps, catalog.skill(steps).proofs().next().unwrap().0);
    let rung = catalog.climb(catalog.skill(steps).climbs[0]).rung;
    let entry = EntryId::new(TODAY + 1.day(), "a");
    let today = EntryId::new(TODAY, "a");
    for (deed, expected) in [
        (Deed::Deepen(Depth::Essential), Refusal::NoGoal),
        (Deed::Pick(steps), Refusal::NoChoice(steps)),
        (Deed::EndBreak(TODAY), Refusal::NoBreak(TODAY)),
        (Deed::Break(TODAY, TODAY - 1.day()), Refusal::Backwards(TODAY, TODAY - 1.day())),
        (Deed::Break(TODAY - 9.days(), TODAY - 1.day()), Refusal::Over(TODAY - 1.day())),
        (Deed::Log(Task::Skill(snake), entry, 5), Refusal::NotYet(TODAY + 1.day())),
        (
            Deed::Log(Task::Skill(snake), EntryId::new(TODAY - 100.years() - 1.day(), "a"), 5),
            Refusal::LongAgo(TODAY - 100.years() - 1.day()),
        ),
        (
            Deed::Start(TODAY + 100.years() + 1.day()),
            Refusal::FarAhead(TODAY + 100.years() + 1.day()),
        ),
        (
            Deed::Break(TODAY, TODAY + 100.years() + 1.day()),
            Refusal::FarAhead(TODAY + 100.years() + 1.day()),
        ),
        (Deed::Log(Task::Skill(snake), today.clone(), 0), Refusal::NoTime(0)),
        (Deed::Log(Task::Skill(snake), today, 1441), Refusal::NoTime(1441)),
        (Deed::Hours([(Day::Mon, 1441)].into()), Refusal::NoTime(1441)),
        (Deed::KeepPlan, Refusal::NoDates),
        (Deed::Worked(60 * 12 + 1), Refusal::TooLong(60 * 12 + 1)),
        (Deed::Note(Notable::Skill(steps), " \n\u{7}".to_owned()), Refusal::NoWords),
        (
            Deed::Note(Notable::Skill(steps), "é".repeat(10_001)),
            Refusal::TooManyLetters { letters: 10_001, longest: 10_000 },
        ),
        (Deed::Show(proof, "\t".to_owned()), Refusal::NoWords),
        (
            Deed::Show(proof, "a".repeat(501)),
            Refusal::TooManyLetters { letters: 501, longest: 500 },
        ),
        (Deed::OwnHours(steps, rung, 0), Refusal::NoEstimate(0)),
        (Deed::OwnHours(steps, rung, 120_001), Refusal::NoEstimate(120_001)),
    ] {
        assert_eq!(
            deeds::done(learner(catalog, &progress), TODAY, &deed),
            Err(expected),
            "{deed:?}"
        );
        let words = rungs::words::refusal(catalog, expected);
        assert!(!words.is_empty() && !words.ends_with('.'), "{words}");
    }
}

/// What only a job teaches takes no hours of study, and no skill has a rung that is not there.
#[test]
fn hours_of_ones_own_are_for_rungs_that_are_studied_for() {
    let catalog: &Catalog = &SHIPPED;
    let progress = Progress::default();
    let of = |(id, rung)| {
        deeds::done(learner(catalog, &progress), TODAY, &Deed::OwnHours(id, rung, 60)).err()
    };
    for (id, climb) in catalog.climbs() {
        let is_job = climb.rhythm == rungs::catalog::Rhythm::Job;
        let refusal = of((climb.skill, climb.rung));
        assert_eq!(
            refusal,
            is_job.then_some(Refusal::NotStudied(id)),
            "{}",
            catalog.climb_name(id)
        );
    }
    let lacking = catalog.skills().find(|(id, _)| catalog.top(*id) < Rung::Expert).unwrap().0;
    let refusal = Refusal::NoRung(lacking, Rung::Expert);
    assert_eq!(of((lacking, Rung::Expert)), Some(refusal));
    assert!(rungs::words::refusal(catalog, refusal).ends_with("has no rung expert"));
}

#[test]
fn evidence_needs_no_tick_and_outlives_one_and_a_reset_leaves_the_note() {
    let catalog = &*SMALL;
    let id = catalog.find_skill("steps").unwrap();
    let proof = catalog.skill(id).proofs().next().unwrap().0;
    let mark = Mark::Proof(id, proof);
    let deeds = [
        Deed::Show(mark, "https://example.org/a".to_owned()),
        Deed::Tick(id, proof),
        Deed::Untick(id, proof),
        Deed::Note(Notable::Skill(id), "one\ntwo".to_owned()),
    ];
    let progress = after(&Progress::default(), &deeds);
    assert_eq!(progress.evidence(mark).map(|it| &**it), Some("https://example.org/a"));
    assert_eq!(learner(catalog, &progress).state(id), rungs::progress::State::ToDo);
    let reset = after(&progress, &[Deed::Reset(id)]);
    assert_eq!(reset.evidence(mark), None);
    assert_eq!(reset.note(Notable::Skill(id)).map(|it| &**it), Some("one\ntwo"));
}

fn any_deeds() -> impl Strategy<Value = Vec<Deed>> {
    prop::collection::vec(any_deed(), 0..30)
}

/// What comes of some deeds, of which those that are refused change nothing.
pub(crate) fn after(start: &Progress, deeds: &[Deed]) -> Progress {
    let catalog = &*SMALL;
    deeds.iter().fold(start.clone(), |progress, deed| {
        let learner = Learner { catalog, progress: &progress };
        deeds::done(learner, TODAY, deed).unwrap_or(progress)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever one does can be undone, alone or with other things done since.
    #[test]
    fn a_deed_is_undone_and_nothing_else(first in any_deeds(), deed in any_deed(), others in any_deeds()) {
        let before = after(&Progress::default(), &first);
        let with = after(&before, std::slice::from_ref(&deed));
        let Some(change) = Change::between(&before, &with) else { return Ok(()) };
        prop_assert_eq!(&with.without(&change), &before);
        prop_assert_eq!(&before.with(&change), &with);
        let now = after(&with, &others);
        let undone = now.without(&change);
        // What others did about other things stays.
        for (id, record) in now.records().filter(|(id, _)| deed.skill() != Some(*id)) {
            prop_assert_eq!(undone.record(id), Some(record));
        }
    }

    /// What is kept in a file is what was done.
    #[test]
    fn whatever_is_done_is_loaded_again(deeds in any_deeds()) {
        let progress = after(&Progress::default(), &deeds);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("progress.json");
        Store::open(path.clone(), &SMALL).unwrap().0.save(&SMALL, &progress).unwrap();
        prop_assert_eq!(Store::open(path, &SMALL).unwrap().1, progress);
    }

    /// Every deed has words, for itself and for what has come of it.
    #[test]
    fn every_deed_is_told_in_a_sentence(first in any_deeds(), deed in any_deed()) {
        let catalog = &*SMALL;
        let before = after(&Progress::default(), &first);
        let with = after(&before, std::slice::from_ref(&deed));
        let name = rungs::words::deed(catalog, &deed);
        let told = rungs::words::told(learner(catalog, &before), learner(catalog, &with), &deed);
        prop_assert!(!name.is_empty() && !name.ends_with('.') && told.ends_with('.'), "{} {}", name, told);
    }
}
