//! Plans against those who teach: the order of published curricula, and what any
//! learner of the shipped catalog may expect of it.

use std::{cmp::Ordering, collections::BTreeMap, path::Path};

use jiff::civil::{Date, date};
use rungs::{
    catalog::{Catalog, CatalogFile, ClimbId, Curriculum, Rhythm, RoleId, Rung, SkillId},
    deeds::{self, Deed},
    planner::{self, Plan, StageKind, Step},
    progress::{Depth, Goal, Item, Progress},
};
use serde_json::Value;

use crate::{
    planner::check,
    stage::{self, learner},
};

/// It is Monday.
const TODAY: Date = date(2026, 11, 23);

/// What the first program is written with.
const FIRST: &str = "values-types";

fn shipped() -> &'static Catalog {
    Catalog::embedded()
}

fn aiming(role: RoleId) -> Progress {
    let mut progress = Progress::default();
    progress.set_goal(Some(Goal { role, depth: Depth::Everything }));
    progress
}

/// Aims for a role with a pick wherever it can be chosen.
fn picking(catalog: &Catalog, role: RoleId, pick: SkillId) -> Progress {
    let progress = aiming(role);
    deeds::done(learner(catalog, &progress), TODAY, &Deed::Pick(pick)).unwrap()
}

/// The plans for all roles from nothing, with the roles' names.
fn plans() -> Vec<(&'static str, RoleId, Plan)> {
    let catalog = shipped();
    let plan = |role| planner::plan(learner(catalog, &aiming(role)), TODAY);
    catalog.roles().map(|(id, role)| (&*role.id, id, plan(id))).collect()
}

/// All that fails, so that one run tells of everything.
#[track_caller]
fn nothing_of(faults: &[String]) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The files that the build makes the catalog of.
fn files() -> Vec<CatalogFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let mut files = Vec::new();
    stage::collect(&root, &root, &mut files);
    files.retain(|it| !it.name.starts_with("format/"));
    files.sort_by_key(|it| it.name);
    files
}

/// The shipped catalog without one of its curricula.
fn without(files: &[CatalogFile], curriculum: &str) -> Catalog {
    let mut files = files.to_vec();
    let file = files.iter_mut().find(|it| it.name == "curricula.json").unwrap();
    let mut all: Value = serde_json::from_str(file.text).unwrap();
    let curricula = all["curricula"].as_array_mut().unwrap();
    let count = curricula.len();
    curricula.retain(|it| it["id"] != curriculum);
    assert_eq!(curricula.len() + 1, count, "{curriculum}");
    // A catalog lives as long as the program.
    file.text = all.to_string().leak();
    Catalog::parse(&files).unwrap()
}

/// The names of the skills of a plan, each where it comes first.
fn order(catalog: &Catalog, plan: &Plan) -> Vec<String> {
    let mut order: Vec<String> = Vec::new();
    for step in &plan.steps {
        if let Item::Climb(id) = step.item {
            let name = catalog.climbed(id).id.to_string();
            if !order.contains(&name) {
                order.push(name);
            }
        }
    }
    order
}

/// Kendall's tau-b between an order and a curriculum, over the skills they share; none
/// if these are too few to say anything.
fn tau(catalog: &Catalog, order: &[String], curriculum: &Curriculum) -> Option<f64> {
    let mut shared: Vec<(usize, usize)> = Vec::new();
    for (unit, group) in curriculum.order.iter().enumerate() {
        for id in group {
            let name = &catalog.skill(*id).id;
            shared.extend(order.iter().position(|it| **it == **name).map(|at| (at, unit)));
        }
    }
    if shared.len() < 6 {
        return None;
    }
    let (mut balance, mut pairs, mut untied) = (0.0, 0.0, 0.0);
    for (at, one) in shared.iter().enumerate() {
        for other in &shared[at + 1..] {
            pairs += 1.0;
            match one.1.cmp(&other.1) {
                Ordering::Equal => continue,
                way if way == one.0.cmp(&other.0) => balance += 1.0,
                _ => balance -= 1.0,
            }
            untied += 1.0;
        }
    }
    (untied > 0.0).then(|| balance / f64::sqrt(pairs * untied))
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    f64::midpoint(all[(all.len() - 1) / 2], all[all.len() / 2])
}

/// The language of a curriculum that the role lets one choose, if it does.
fn language(catalog: &Catalog, role: RoleId, curriculum: &Curriculum) -> Option<SkillId> {
    let calls = || catalog.role(role).requirements.iter().map(|it| it.call.members());
    let is_offered = |id: &&SkillId| calls().any(|it| it.len() > 1 && it.contains(id));
    curriculum.languages.iter().find(is_offered).copied()
}

#[test]
fn the_order_agrees_with_curricula_that_it_has_not_heard_of() {
    let catalog = shipped();
    let files = files();
    let mut faults = Vec::new();
    for (goal, floor) in [
        ("back-end-developer", 0.45),
        ("full-stack-developer", 0.53),
        ("front-end-developer", 0.56),
        ("devops-sre-engineer", 0.63),
        ("qa-test-engineer", 0.35),
    ] {
        let role = catalog.find_role(goal).unwrap();
        let own = catalog.curricula().iter().filter(|it| it.role == Some(role));
        let agreement = own.filter_map(|curriculum| {
            let others = without(&files, &curriculum.id);
            let role = others.find_role(goal).unwrap();
            let pick = language(catalog, role, curriculum).map(|it| &*catalog.skill(it).id);
            let pick = pick.map(|it| others.find_skill(it).unwrap());
            let progress = pick.map_or_else(|| aiming(role), |it| picking(&others, role, it));
            let plan = planner::plan(learner(&others, &progress), TODAY);
            let tau = tau(catalog, &order(&others, &plan), curriculum)?;
            println!("{goal}, {}: {tau:.2}", curriculum.id);
            Some(tau)
        });
        let found = median(agreement.collect());
        println!("{goal}: {found:.3}");
        if found < floor {
            faults.push(format!("{goal}: {found:.2} is below {floor}"));
        }
    }
    nothing_of(&faults);
}

/// The minutes of what comes before the first program, by how they are learned, and
/// all minutes of the plan.
fn before_the_first_program(catalog: &Catalog, plan: &Plan) -> (BTreeMap<Rhythm, u32>, u32) {
    let first = catalog.find_skill(FIRST).unwrap();
    let is_first = |item: Item| matches!(item, Item::Climb(id) if catalog.climb(id).skill == first);
    let sessions = || plan.weeks.iter().flat_map(|it| &it.sessions);
    let mut before: BTreeMap<Rhythm, u32> = BTreeMap::new();
    if sessions().any(|it| is_first(it.item)) {
        for session in sessions().take_while(|it| !is_first(it.item)) {
            let rhythm = plan.step(session.item).unwrap().rhythm;
            *before.entry(rhythm).or_default() += session.minutes;
        }
    }
    (before, sessions().map(|it| it.minutes).sum())
}

#[test]
fn code_is_written_soon() {
    let catalog = shipped();
    let html = catalog.find_skill("html-basics").unwrap();
    let mut faults = Vec::new();
    for (name, role, plan) in plans() {
        let (before, all) = before_the_first_program(catalog, &plan);
        let slow: u32 =
            [Rhythm::Alongside, Rhythm::Applying].iter().filter_map(|it| before.get(it)).sum();
        let sum: u32 = before.values().sum();
        let post = catalog.posts(role)[0];
        let begins_with_a_page = catalog.role(post).path.first().is_some_and(|it| {
            let mut rungs = catalog.project(*it).rungs.iter().flatten();
            rungs.any(|it| catalog.climb(*it).skill == html)
        });
        let most = if begins_with_a_page { 20 } else { 8 };
        println!(
            "{name}: {:.1} h of {} h before the first program",
            f64::from(sum) / 60.0,
            all / 60
        );
        if slow > 0 {
            faults.push(format!("{name}: {slow} minutes alongside or applying before {FIRST}"));
        }
        if sum * 100 > most * all {
            let share = sum * 1000 / all;
            faults
                .push(format!("{name}: {share} ‰ of all hours come before {FIRST}, not {most} %"));
        }
    }
    nothing_of(&faults);
}

#[test]
fn the_first_project_is_built_within_sixty_hours() {
    let mut faults = Vec::new();
    for (name, _, plan) in plans() {
        let first = &plan.stages[0];
        println!("{name}: {:.1} h", f64::from(first.minutes) / 60.0);
        if !matches!(first.kind, StageKind::Project(_)) || first.minutes > 60 * 60 {
            faults.push(format!("{name}: {:?} takes {} minutes", first.kind, first.minutes));
        }
    }
    nothing_of(&faults);
}

#[test]
fn a_plan_is_about_what_is_asked_for() {
    let mut faults = Vec::new();
    for (name, _, plan) in plans() {
        let sum = |is_meant: fn(&&Step) -> bool| -> u32 {
            plan.steps.iter().filter(is_meant).map(|it| it.minutes).sum()
        };
        let all = sum(|_| true);
        let other = sum(|it| matches!(it.item, Item::Climb(_)) && it.importance.is_none());
        println!("{name}: {} ‰ only needed by others", other * 1000 / all);
        if other * 4 > all {
            let share = other * 1000 / all;
            faults.push(format!("{name}: {share} ‰ of the hours are only needed by others"));
        }
    }
    nothing_of(&faults);
}

#[test]
fn the_ladder_rises() {
    let plans = plans();
    let find = |name: &str| &plans.iter().find(|(it, ..)| *it == name).unwrap().2;
    let steps: [&[&str]; 6] = [
        &["junior-back-end-developer"],
        &["back-end-developer"],
        &["senior-back-end-developer"],
        &["lead-back-end-developer", "back-end-development-team-lead"],
        &[
            "chief-back-end-developer",
            "back-end-development-architect",
            "back-end-development-manager",
        ],
        &["back-end-development-director"],
    ];
    let mut faults = Vec::new();
    for pair in steps.windows(2) {
        for (low, high) in pair[0].iter().flat_map(|low| pair[1].iter().map(move |it| (low, it))) {
            let (one, other) = (find(low), find(high));
            let hours = (one.minutes_left.likely / 60, other.minutes_left.likely / 60);
            let days = (one.apply.unwrap().likely, other.apply.unwrap().likely);
            println!("{low} {} h, {}; {high} {} h, {}", hours.0, days.0, hours.1, days.1);
            if hours.0 >= hours.1 || one.minutes_to_apply >= other.minutes_to_apply {
                faults.push(format!("{low} takes {} hours, {high} {}", hours.0, hours.1));
            }
            if days.0 >= days.1 {
                faults.push(format!("{low} can be had on {}, {high} on {}", days.0, days.1));
            }
        }
    }
    let [junior, developer] = [steps[0][0], steps[1][0]].map(|it| find(it).minutes_left.likely);
    println!("junior: {} % of developer", junior * 100 / developer);
    if junior * 100 > 60 * developer {
        faults
            .push(format!("a junior needs {} % of a developer's hours", junior * 100 / developer));
    }
    nothing_of(&faults);
}

#[test]
fn a_higher_goal_does_not_put_off_the_first_post() {
    let catalog = shipped();
    let plans = plans();
    let mut faults = Vec::new();
    for (name, role, plan) in &plans {
        let posts = catalog.posts(*role);
        let begin = plan.stages.iter().find(|it| matches!(it.kind, StageKind::Post(..)));
        let Some(begin) = begin.and_then(|it| it.start) else { continue };
        let first = plans.iter().find(|(_, id, _)| *id == posts[0]).unwrap();
        let alone = first.2.apply.unwrap().likely;
        if begin > alone {
            faults.push(format!("{name}: {begin}, though {} alone takes until {alone}", first.0));
        }
    }
    nothing_of(&faults);
}

#[test]
fn whoever_shows_all_that_is_planned_is_ready() {
    let catalog = shipped();
    for (name, role, plan) in plans() {
        let mut progress = aiming(role);
        for step in &plan.steps {
            match step.item {
                Item::Climb(id) => {
                    let climb = catalog.climb(id);
                    climb.proofs.iter().for_each(|it| progress.prove(climb.skill, *it, TODAY));
                }
                Item::Project(id) => {
                    let points = catalog.project(id).points();
                    points.for_each(|(point, _)| progress.tick_point(id, point, TODAY));
                }
            }
        }
        let goal = progress.goal().unwrap();
        let ready = planner::readiness(learner(catalog, &progress), goal);
        assert_eq!((ready.permille(), ready.proven_permille()), (1000, 1000), "{name}");
        let left = planner::plan(learner(catalog, &progress), TODAY);
        assert!(left.steps.is_empty(), "{name}: {} steps are left", left.steps.len());
    }
}

/// The languages of which a role, or a post before it, lets one choose.
fn languages(catalog: &Catalog, role: RoleId) -> Vec<SkillId> {
    let python = catalog.find_skill("python-core").unwrap();
    let posts = catalog.posts(role).into_iter();
    let mut calls = posts.flat_map(|it| &catalog.role(it).requirements).map(|it| it.call.members());
    calls.find(|it| it.len() >= 10 && it.contains(&python)).unwrap_or_default().to_vec()
}

/// All that a climb needs for certain, directly or not.
fn surely_needs(catalog: &Catalog, id: ClimbId) -> Vec<SkillId> {
    let mut pending = vec![id];
    let mut found = Vec::new();
    while let Some(id) = pending.pop() {
        found.push(catalog.climb(id).skill);
        let single = catalog.climb(id).needs.iter().filter(|it| it.len() == 1);
        pending.extend(single.flatten());
    }
    found
}

#[test]
fn any_of_the_ten_languages_can_be_picked() {
    let catalog = shipped();
    let mut count = 0;
    for (role, known) in catalog.roles() {
        let languages = languages(catalog, role);
        for pick in &languages {
            let progress = picking(catalog, role, *pick);
            let learner = learner(catalog, &progress);
            // What holds of every plan is looked at where the way is short.
            let plan = match known.experience {
                None => check(catalog, &progress, TODAY),
                Some(_) => planner::plan(learner, TODAY),
            };
            let what = format!("{} with {}", known.id, catalog.skill(*pick).id);
            let answers = plan.choices.iter().filter(|it| it.members.contains(pick));
            assert!(answers.into_iter().all(|it| it.taken == *pick && it.is_picked), "{what}");
            let own: Vec<&Step> = plan.steps_of_skill(learner, *pick).collect();
            assert!(own.len() > 1 && own[0].stage == 0, "{what}: the first stage speaks it");
            let others = |skills: &[SkillId]| -> Vec<&str> {
                let others = skills.iter().filter(|it| *it != pick && languages.contains(it));
                others.map(|it| &*catalog.skill(*it).id).collect()
            };
            let apply = plan.stages.iter().rposition(|it| matches!(it.kind, StageKind::Apply(_)));
            let before = plan.steps.iter().filter(|it| it.stage < apply.unwrap());
            let unasked = before.filter(|it| it.importance.is_none());
            let unasked: Vec<SkillId> = unasked.filter_map(|it| it.skill(learner)).collect();
            assert_eq!(others(&unasked), Vec::<&str>::new(), "{what}");
            // What hangs on a language hangs on that one.
            let framework = catalog.find_skill("python-web-apis").unwrap();
            for choice in plan.choices.iter().filter(|it| it.members.contains(&framework)) {
                let climb = catalog.climb_to(choice.taken, Rung::Working);
                let taken = &catalog.skill(choice.taken).id;
                let spoken = surely_needs(catalog, climb);
                assert_eq!(others(&spoken), Vec::<&str>::new(), "{what} takes {taken}");
            }
            count += 1;
        }
    }
    assert!(count >= 50, "{count}");
}
