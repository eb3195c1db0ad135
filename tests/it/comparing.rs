//! Roles and routes beside each other, the way to a skill, and what is drawn of them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use rungs::{
    app::{App, Overlay, Row},
    catalog::{Catalog, ClimbId, RoleId, SkillId},
    keys::Screen,
    page::Subject,
    planner,
    progress::{Depth, Goal, Item, Progress},
};

use crate::stage::{
    self, Home, Part, SHIPPED, SIZES, SMALL, Stage, TODAY, learner, press, said, skill, text,
};

fn role(catalog: &Catalog, id: &str) -> RoleId {
    catalog.find_role(id).unwrap()
}

/// A learner who aims for a role.
fn aiming(catalog: &Catalog, id: &str) -> Progress {
    let mut progress = Progress::default();
    progress.set_goal(Some(Goal { role: role(catalog, id), depth: Depth::Everything }));
    progress
}

fn coder() -> Stage {
    Stage::new().with(aiming(&SMALL, "coder")).sized((120, 40))
}

fn names(catalog: &Catalog, ids: &[SkillId]) -> Vec<String> {
    ids.iter().map(|id| catalog.skill(*id).id.to_string()).collect()
}

/// The minutes that a plan has left of each skill.
fn left(catalog: &Catalog, plan: &planner::Plan) -> BTreeMap<SkillId, u32> {
    let mut left: BTreeMap<SkillId, u32> = BTreeMap::new();
    for step in &plan.steps {
        if let Item::Climb(id) = step.item {
            *left.entry(catalog.climb(id).skill).or_default() += step.minutes;
        }
    }
    left
}

#[track_caller]
fn check_roles(catalog: &Catalog, goal: &str, other: &str) {
    let mut progress = aiming(catalog, goal);
    let first = catalog.skills().next().unwrap().0;
    progress.claim(first, catalog.top(first), TODAY);
    let ids = [role(catalog, goal), role(catalog, other)];
    let compared = planner::compare_roles(learner(catalog, &progress), TODAY, &ids);
    for (figures, id) in compared.roles.iter().zip(ids) {
        let mut own = progress.clone();
        own.set_goal(Some(progress.goal_of(id)));
        let plan = planner::plan(learner(catalog, &own), TODAY);
        assert_eq!((figures.apply, figures.minutes), (plan.apply, plan.minutes_left));
        let left = left(catalog, &plan);
        let (open, done): (BTreeMap<_, _>, BTreeMap<_, _>) =
            figures.skills.clone().into_iter().partition(|(id, _)| left.contains_key(id));
        assert_eq!(open, left, "{other}");
        assert!(done.values().all(|minutes| *minutes == 0));
    }
    let [mine, theirs] = [&compared.roles[0], &compared.roles[1]];
    let [one, two] = [mine, theirs].map(|it| it.skills.keys().copied().collect::<BTreeSet<_>>());
    let both: Vec<SkillId> = one.intersection(&two).copied().collect();
    assert_eq!(compared.shared, both);
    assert_eq!(compared.own[1], two.difference(&one).copied().collect::<Vec<_>>());
    let switch = theirs.switch.unwrap();
    let more = i64::from(theirs.minutes.likely) - i64::from(mine.minutes.likely);
    assert_eq!((switch.minutes, switch.carried), (more, both.len()));
    assert_eq!(switch.new, compared.own[1].len());
    assert_eq!(mine.switch, None, "nobody switches to what is the goal");
}

#[test]
fn what_a_role_would_mean_is_what_its_own_plan_says() {
    for other in ["tester", "junior", "head"] {
        check_roles(&SMALL, "coder", other);
    }
    check_roles(&SHIPPED, "back-end-developer", "data-engineer");
}

#[test]
fn a_tester_takes_three_skills_that_a_coder_takes_as_well() {
    let progress = aiming(&SMALL, "coder");
    let ids = ["coder", "tester", "junior"].map(|id| role(&SMALL, id));
    let compared = planner::compare_roles(learner(&SMALL, &progress), TODAY, &ids);
    assert_eq!(names(&SMALL, &compared.own[1]), [""; 0]);
    assert!(names(&SMALL, &compared.own[0]).contains(&"service".to_owned()));
    let all = names(&SMALL, &compared.shared);
    assert!(["steps", "tables"].iter().all(|it| all.contains(&(*it).to_owned())), "{all:?}");
    assert!(names(&SMALL, &compared.partly).contains(&"talk".to_owned()));
    let switch = compared.roles[1].switch.unwrap();
    assert_eq!((switch.carried, switch.new), (3, 0));
    assert!(switch.minutes < 0);
}

#[test]
fn a_route_begun_today_teaches_some_and_leaves_the_rest() {
    let progress = aiming(&SMALL, "tester");
    let learner = learner(&SMALL, &progress);
    let routes = ["course-north", "course-south"].map(|id| SMALL.find_route(id).unwrap());
    let compared = planner::compare_routes(learner, TODAY, &routes);
    let course = &compared.routes[0];
    let covered: Vec<SkillId> = course.covered.iter().copied().collect();
    assert_eq!(names(&SMALL, &covered), ["steps", "tables"]);
    assert_eq!(names(&SMALL, &compared.own[0]), ["steps", "tables"]);
    assert_eq!(course.over, Some((date(2027, 12, 6), date(2028, 2, 28))));
    let talk = left(&SMALL, &planner::plan(learner, TODAY))[&skill(&SMALL, "talk")];
    assert_eq!((course.alone, course.skills_alone), (talk, 1));
    assert!(course.ready > course.over.map(|it| it.1), "what is left comes after it");
    assert_eq!(course.cost, (900.0, 1200.0));
    // Where all is left to the learner, nothing waits for the end.
    assert_eq!(compared.routes[1].skills_alone, 3);
    assert!(compared.routes[1].ready < course.over.map(|it| it.1));
}

#[test]
fn what_is_paid_by_the_year_is_paid_each_year() {
    let cost = |id| planner::whole_cost(SHIPPED.route(SHIPPED.find_route(id).unwrap()));
    let btech = SHIPPED.route(SHIPPED.find_route("degree-in-btech").unwrap());
    let years = f64::from(btech.duration.high_weeks) / 52.0;
    assert!((cost("degree-in-btech").1 - (f64::from(btech.cost.high) * years).round()).abs() < 0.5);
    let camp = SHIPPED.route(SHIPPED.find_route("boot-camp-uk").unwrap());
    assert!((cost("boot-camp-uk").1 - f64::from(camp.cost.high)).abs() < 0.5);
}

#[test]
fn the_way_to_a_skill_holds_all_it_needs_in_order_and_nothing_else() {
    for (catalog, goal, every) in [(&*SMALL, "coder", 1), (*SHIPPED, "back-end-developer", 9)] {
        let progress = aiming(catalog, goal);
        let learner = learner(catalog, &progress);
        for (id, _) in catalog.climbs().step_by(every) {
            let toward = planner::toward(learner, id, TODAY);
            let climbs: Vec<ClimbId> = toward.steps.iter().map(|it| it.climb).collect();
            assert_eq!(climbs.last(), Some(&id));
            for (at, climb) in climbs.iter().enumerate() {
                let needs = &catalog.climb(*climb).needs;
                let is_met = |group: &[ClimbId]| group.iter().any(|it| climbs[..at].contains(it));
                assert!(needs.iter().all(|it| is_met(it)), "{}", catalog.climb_name(*climb));
                let needs_it = |later: &ClimbId| {
                    catalog.climb(*later).needs.iter().any(|group| group.contains(climb))
                };
                assert!(*climb == id || climbs[at..].iter().any(needs_it));
            }
            let sum: u32 = toward.steps.iter().filter_map(|it| it.minutes).sum();
            assert_eq!(toward.minutes, sum);
            assert_eq!(toward.ready, None, "nobody has said their hours");
        }
    }
}

#[test]
fn what_is_known_is_not_on_the_way_and_hours_make_a_date() {
    let mut progress = aiming(&SMALL, "coder");
    let service = SMALL.find_climb("service/working").unwrap();
    let whole = planner::toward(learner(&SMALL, &progress), service, TODAY);
    let tables = skill(&SMALL, "tables");
    progress.claim(tables, SMALL.top(tables), TODAY);
    progress.set_hours(planner::ASSUMED_HOURS.into());
    let rest = planner::toward(learner(&SMALL, &progress), service, TODAY);
    let has_tables =
        |it: &planner::Toward| it.steps.iter().any(|it| SMALL.climb(it.climb).skill == tables);
    assert!(has_tables(&whole) && !has_tables(&rest));
    assert_eq!(whole.minutes - rest.minutes, (2 + 12) * 60);
    // An hour a day, five days a week, from a Monday on.
    let last = i64::from(rest.minutes.div_ceil(60)) - 1;
    let day = TODAY.checked_add(jiff::Span::new().days(last / 5 * 7 + last % 5)).unwrap();
    assert_eq!(rest.ready, Some(day));
}

#[test]
fn all_that_stands_behind_a_skill_is_counted_once() {
    let progress = Progress::default();
    for (id, it) in SMALL.skills() {
        let near = planner::neighbours(learner(&SMALL, &progress), id);
        let mut reached: BTreeSet<SkillId> = BTreeSet::new();
        let mut pending = vec![id];
        while let Some(next) = pending.pop() {
            for (_, climb) in SMALL.climbs() {
                let mut needs = climb.needs.iter().flat_map(|it| it.iter());
                let is_opened = needs.any(|it| SMALL.climb(*it).skill == next);
                if is_opened && climb.skill != id && reached.insert(climb.skill) {
                    pending.push(climb.skill);
                }
            }
        }
        assert!(!near.needs.contains(&id) && !near.opens.contains(&id), "{}", it.id);
        assert_eq!(near.opens.len() + near.behind, reached.len(), "{}", it.id);
        assert!(near.opens.iter().all(|it| reached.contains(it)));
    }
}

#[track_caller]
fn see(name: &str, keys: &str) {
    stage::see(name, Part::Body, |size| {
        let mut app = coder().sized(size).open(keys);
        app.notice = None;
        app
    });
}

#[test]
fn see_two_roles_beside_each_other() {
    see("compare", "2 End c");
}

#[test]
fn see_two_routes_beside_each_other() {
    see("compare_routes", "4 c Enter");
}

#[test]
fn see_what_stands_around_a_skill() {
    see("near", "3 /tables Enter");
}

#[test]
fn see_the_career_ladder() {
    see("ladder", "2 Enter ]]]]]]");
}

#[test]
fn all_of_it_is_plain_where_letters_have_to_be() {
    for keys in ["2 End c", "2 End c + Enter", "4 c Enter", "3 /tables Enter", "2 c"] {
        for size in SIZES {
            let app = coder().ascii().sized(size).open(keys);
            let strange: String =
                text(&app).chars().filter(|c| !c.is_ascii() && !"£₹".contains(*c)).collect();
            assert_eq!(strange, "", "after {keys} at {size:?}");
        }
    }
}

fn front(app: &App) -> (Screen, Option<Row>, bool) {
    (app.screen, app.row(), app.is_comparing())
}

#[test]
fn two_keys_compare_a_role_with_the_goal_and_one_comes_back() {
    let mut app = coder().open("2 End c");
    assert!(text(&app).contains("Roles compared") && text(&app).contains("Coder ★ your goal"));
    let here = front(&app);
    press(&mut app, "Down Down Enter");
    assert!(!app.is_comparing() && app.screen == Screen::Skills, "a skill opens its page");
    press(&mut app, "Esc");
    assert_eq!(front(&app), here, "and one comes back to the comparison");
    press(&mut app, "Esc");
    assert_eq!((front(&app).2, app.screen), (false, Screen::Roles));
    assert!(!text(&app).contains("Roles compared"));
}

#[test]
fn a_column_is_taken_away_again_as_long_as_two_are_left() {
    let mut app = coder().open("2 End c");
    let roles = |app: &App| app.comparing.unwrap().of.roles();
    let before = roles(&app);
    press(&mut app, "x");
    assert!(text(&app).contains("Two have to stay"), "{}", text(&app));
    assert_eq!(roles(&app), before);
    press(&mut app, "c Enter");
    let three = roles(&app);
    assert_eq!(three.len(), 3);
    press(&mut app, "x");
    assert_eq!(roles(&app), three[1..], "the first column's head is chosen at first");
}

#[test]
fn a_long_list_of_what_to_compare_with_says_how_long_it_is() {
    let app = Stage::new().shipped().sized((80, 24)).open("Esc 2 c Down");
    let all = app.catalog.roles().len() - 1;
    assert!(text(&app).contains(&format!("2 of {all}")), "{}", text(&app));
}

#[test]
fn the_goal_itself_is_compared_with_what_one_chooses() {
    let mut app = coder().open("2 c");
    assert!(matches!(app.overlay, Some(Overlay::Beside(_))));
    press(&mut app, "Esc");
    assert!(app.overlay.is_none() && !app.is_comparing());
    press(&mut app, "c Down Enter + Enter");
    let roles = app.comparing.unwrap().of.roles();
    assert_eq!(roles.len(), 3);
    assert!(roles.iter().enumerate().all(|(at, it)| !roles[..at].contains(it)), "{roles:?}");
    press(&mut app, "c");
    assert!(app.overlay.is_none() && said(&app).contains("no room"));
}

#[test]
fn the_role_of_a_column_becomes_the_goal() {
    let mut app = coder().open("2 End c");
    press(&mut app, "Right m");
    assert_eq!(app.progress.goal().map(|it| it.role), Some(role(&SMALL, "tester")));
    press(&mut app, "u");
    assert_eq!(app.progress.goal().map(|it| it.role), Some(role(&SMALL, "coder")));
}

#[test]
fn what_is_the_same_can_be_left_out() {
    let mut app = coder().open("2 End c");
    assert!(text(&app).contains("In both"));
    press(&mut app, "s");
    assert!(!text(&app).contains("In both"));
    press(&mut app, "s");
    assert!(text(&app).contains("In both"));
}

#[test]
fn another_screen_ends_the_comparison() {
    for keys in ["3", "5"] {
        let app = coder().open(&format!("2 End c {keys}"));
        assert!(!app.is_comparing(), "after {keys}");
        assert!(!text(&app).contains("Roles compared"), "after {keys}");
    }
}

#[test]
fn one_walks_among_the_names_around_a_skill() {
    let mut app = coder().open("3 /tables Enter Home");
    let around = ["Thinking in steps", "A service of one's own", "Fast answers"];
    let words = text(&app);
    assert!(around.iter().all(|it| words.contains(it)), "{words}");
    // From what it needs to what it opens, down among those, and into one.
    press(&mut app, "Right Down Enter");
    assert_eq!(app.subject(), Some(Subject::Skill(skill(&SMALL, "speed"))));
    press(&mut app, "Esc");
    assert_eq!(app.subject(), Some(Subject::Skill(skill(&SMALL, "tables"))));
    press(&mut app, "Up Left Enter");
    assert_eq!(app.subject(), Some(Subject::Skill(skill(&SMALL, "steps"))));
}

#[test]
fn commands_compare_and_show_the_way() {
    let home = Home::new();
    home.rungs("goal back-end-developer");
    let told = home.ask("compare back-end-developer data-engineer");
    assert!(told.contains("To switch today") && told.contains("THE DIFFERENCE"), "{told}");
    let json = home.json("compare data-engineer back-end-developer");
    assert_eq!(json["roles"][1]["is_goal"], true);
    assert_eq!(json["roles"][0]["switch"]["carried"], json["shared"].as_array().unwrap().len());
    let routes = home.json("compare boot-camp-uk degree-uk apprenticeship-uk-l4");
    assert_eq!(routes["routes"].as_array().unwrap().len(), 3);
    assert_eq!(routes["routes"][0]["over_early"], "2027-04-26");
    let way = home.json("way http-basics/working");
    assert_eq!(way["steps"].as_array().unwrap().last().unwrap()["rung"], "working");
    assert!(home.ask("way http-basics").contains("http-basics/practitioner"));
    home.refuses("compare back-end-developer nobody", "there is no role `nobody`");
    home.refuses("way http-basics/guru", "there is no rung");
    let four = "compare ml-engineer data-engineer mobile-developer security-engineer";
    home.refuses(four, "three roles");
}
