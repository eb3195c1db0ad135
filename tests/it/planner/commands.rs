//! The commands that ask the plan and tell it something, on the real program.

use serde_json::Value;

use crate::stage::Home;

/// It is Saturday, 21 November 2026.
fn home() -> Home {
    Home::on("2026-11-21")
}

/// The list of that name.
#[track_caller]
fn list<'a>(plan: &'a Value, name: &str) -> &'a [Value] {
    plan[name].as_array().unwrap()
}

/// The rungs in order: `skill/rung`.
#[track_caller]
fn order(plan: &Value) -> Vec<String> {
    let name =
        |it: &Value| format!("{}/{}", it["skill"].as_str().unwrap(), it["rung"].as_str().unwrap());
    list(plan, "order").iter().map(name).collect()
}

fn has_skill(plan: &Value, id: &str) -> bool {
    list(plan, "order").iter().any(|it| it["skill"] == id)
}

/// Early, likely and late.
#[track_caller]
fn days(finish: &Value) -> [&str; 3] {
    ["early", "likely", "late"].map(|it| finish[it].as_str().unwrap())
}

#[test]
fn a_plan_answers_under_the_names_that_were_promised() {
    let home = home();
    home.ask("goal back-end-developer");
    home.ask("set depth everything");
    home.ask("set hours mon=1,sat=4");
    let plan = home.json("plan");
    assert_eq!(plan["goal"], "back-end-developer");
    assert_eq!(plan["weeks"][1]["start"], "2026-11-23");
    assert_eq!(plan["weeks"][1]["capacity_hours"], 5.0);
    let sessions = list(&plan, "weeks").iter().flat_map(|it| list(it, "sessions"));
    let sum: f64 = sessions.map(|it| it["hours"].as_f64().unwrap()).sum();
    assert!((sum - plan["hours_left"]["likely"].as_f64().unwrap()).abs() < 1e-6);
    let of_stages = list(&plan, "stages").iter().map(|it| it["hours"].as_f64().unwrap());
    assert!((sum - of_stages.sum::<f64>()).abs() < 1e-6);
    assert!(plan["hours_to_apply"].as_f64().unwrap() < sum);
    assert!(list(&plan, "picks").iter().all(Value::is_string));
    let (cost, bound) = (plan["cost"].as_f64().unwrap(), plan["bound"].as_f64().unwrap());
    assert!(0.0 <= bound && bound <= cost);
    assert!(days(&plan["apply"]).is_sorted() && days(&plan["finish"]).is_sorted());
    assert!(days(&plan["apply"])[1] <= days(&plan["finish"])[1]);

    let next = home.json("next");
    assert_eq!(next.as_array().unwrap().len(), 3);
    assert_eq!(next[0], plan["order"][0]);
    assert!(!next[0]["reason"].as_str().unwrap().is_empty());
    assert_eq!(home.json("plan"), plan, "the same again");
}

#[test]
fn stages_rungs_and_projects_name_each_other() {
    let home = home();
    home.ask("goal senior-back-end-developer");
    let plan = home.json("plan");
    let stages: Vec<&Value> = list(&plan, "stages").iter().map(|it| &it["id"]).collect();
    let order = order(&plan);
    let projects = list(&plan, "projects");
    let is_known = |need: &Value| {
        let need = need.as_str().unwrap();
        let project = need.strip_prefix("project/");
        order.iter().any(|it| it == need)
            || projects.iter().any(|it| it["project"].as_str() == project)
    };
    for it in list(&plan, "order").iter().chain(projects) {
        assert!(stages.contains(&&it["stage"]), "{it}");
        assert!(list(it, "needs").iter().all(is_known), "{it}");
        assert!(!it["reason"].as_str().unwrap().is_empty(), "{it}");
    }
    for stage in list(&plan, "stages") {
        let project = projects.iter().find(|it| it["stage"] == stage["id"]);
        assert_eq!(project.map_or(&Value::Null, |it| &it["project"]), &stage["project"]);
        let own: Vec<&Value> =
            list(&plan, "order").iter().filter(|it| it["stage"] == stage["id"]).collect();
        assert!(own.iter().all(|it| list(stage, "skills").contains(&it["skill"])), "{stage}");
    }
    let posts: Vec<&Value> =
        list(&plan, "stages").iter().filter(|it| !it["months"].is_null()).collect();
    assert_eq!(posts.len(), 1, "one post before this one");
    let months = posts[0]["months"].as_u64().unwrap();
    home.ask(&format!("set experience {months}m"));
    let after = home.json("plan");
    assert!(list(&after, "stages").iter().all(|it| it["months"].is_null()));
    assert!(days(&after["apply"])[1] < days(&plan["apply"])[1]);
    home.ask("set experience --undo");
    assert_eq!(home.json("plan"), plan);
}

#[test]
fn a_first_goal_is_what_is_essential_and_a_later_one_is_as_deep_as_before() {
    let home = home();
    assert_eq!(home.json("role back-end-developer")["depth"], "essential");
    home.ask("goal back-end-developer");
    assert_eq!(home.json("plan")["depth"], "essential");
    home.ask("set depth important");
    home.ask("goal front-end-developer");
    assert_eq!(home.json("plan")["depth"], "important");
    assert_eq!(home.json("role back-end-developer")["depth"], "important");
    let compared = home.json("compare back-end-developer front-end-developer");
    assert!(list(&compared, "roles").iter().all(|it| it["depth"] == "important"), "{compared}");
}

#[test]
fn what_is_set_changes_the_plan_and_can_be_taken_back() {
    let home = home();
    home.ask("goal back-end-developer");
    home.ask("set depth everything");
    let before = home.json("plan");
    assert_eq!(before["hours_are_assumed"], true);

    home.ask("set start 2026-12-01");
    assert_eq!(home.json("plan")["from"], "2026-12-01");
    home.ask("set start --undo");

    home.ask("set break 2026-12-20..2027-01-03");
    assert_eq!(home.json("plan")["breaks"][0]["to"], "2027-01-03");
    home.refuses("set break 2026-12-21 --undo", "no break begins on 21 Dec 2026");
    home.ask("set break 2026-12-20 --undo");

    home.ask("set pick rust-core");
    let picked = home.json("plan");
    assert!(
        list(&picked, "picks").contains(&"rust-core".into()) && has_skill(&picked, "rust-core")
    );
    home.ask("set pick java-core");
    let picked = home.json("plan");
    assert!(list(&picked, "picks").contains(&"java-core".into()));
    assert!(has_skill(&picked, "java-core") && !has_skill(&picked, "rust-core"));
    home.ask("set pick java-core --undo");

    home.ask("set depth essential");
    let less = home.json("plan");
    assert!(less["hours_to_apply"].as_f64() < before["hours_to_apply"].as_f64());
    assert!(order(&less).len() < order(&before).len());
    home.ask("set depth everything");

    home.ask("set region india");
    assert_eq!(home.json("status")["region"], "india");
    home.ask("set region --undo");

    home.ask("set hours mon-fri=1.5");
    assert_eq!(home.json("plan")["weeks"][1]["capacity_hours"], 7.5);
    home.ask("set hours --undo");
    assert_eq!(home.json("plan"), before);

    home.ask("set dates hidden");
    assert!(!home.ask("plan").contains("2027"));
    assert!(home.ask("set dates shown").contains("Dates   shown"));
    assert!(home.ask("plan").contains("2027"));
}

#[test]
fn time_is_logged_on_a_day_that_has_come() {
    let home = home();
    home.ask("goal back-end-developer");
    let hours = |home: &Home| -> f64 {
        let plan = home.json("plan");
        let own = list(&plan, "order").iter().filter(|it| it["skill"] == "sql-queries");
        own.map(|it| it["hours"].as_f64().unwrap()).sum()
    };
    let all = hours(&home);
    assert!(home.ask("log sql-queries 30m").starts_with("Logged 30 min"));
    let told = home.ask("log sql-queries 1h30m --on yesterday");
    assert_eq!(told, "Logged 1 h 30 min, 2 h in all: SQL: reading data (SELECT).\n");
    let told = home.ask("log sql-queries --undo");
    assert_eq!(told, "Taken back, 1 h 30 min in all: SQL: reading data (SELECT).\n");
    assert!(hours(&home) < all);
    home.ask("log sql-queries --on yesterday --undo");
    assert!((hours(&home) - all).abs() < 1e-9);
    for time in ["-5m", "0m", "25h", "soon", "1e3h", "inf", ""] {
        home.refuses(&format!("log sql-queries {time}"), "");
    }
    home.refuses("log sql-queries 45m --on 2026-11-22", "has not come yet");
    home.refuses("log sql-queries 45m --on 2026-02-30", "");
    home.refuses("log sql-querys 45m", "did you mean `sql-queries`");
}

#[test]
fn wrong_use_is_refused_with_status_2() {
    let home = home();
    home.refuses("set depth essential", "there is no goal yet");
    home.ask("goal back-end-developer");
    for (line, words) in [
        ("set hours", ""),
        ("set hours mon=25", "more than a day has"),
        ("set hours noday=1", "no day with its hours"),
        ("set hours mon=-1", ""),
        ("set start soon", ""),
        ("set break 2027-01-03..2026-12-20", "is before"),
        ("set pick sql-queries", "no member of any choice"),
        ("set pick pyton-core", "did you mean `python-core`"),
        ("set depth deep", ""),
        ("set region indi", "did you mean `india`"),
        ("set experience 80y", "more than a working life"),
        ("set experience long", ""),
        ("pin sql-joins-aggregates/working --place 1", "cannot come before"),
        ("pin sql-queries --place 0", ""),
        ("pin sql-queries/deep", ""),
        ("pin rust-core", "is not in the plan"),
        ("pin communication", "no place of its own"),
        ("build text-adventur won", "did you mean `text-adventure`"),
        ("build text-adventure won", ""),
        ("next -1", ""),
        ("plan --by never", "is no date"),
        ("plan --keep --forget", ""),
    ] {
        home.refuses(line, words);
    }
}

#[test]
fn a_pin_holds_until_it_is_taken_back_and_a_kept_plan_tells_the_slip() {
    let home = home();
    home.ask("goal back-end-developer");
    home.ask("set depth everything");
    let before = home.json("plan");
    let is_free = |it: &&Value| list(it, "needs").is_empty() && it["rhythm"] == "block";
    let free = list(&before, "order").iter().rfind(is_free).unwrap();
    let id = free["skill"].as_str().unwrap();
    assert!(home.ask(&format!("pin {id} --place 1")).starts_with("Pinned: "));
    let pinned = &home.json("plan")["order"][0];
    assert_eq!((&pinned["skill"], &pinned["pinned"]), (&free["skill"], &Value::Bool(true)));
    let reason = home.json("next")[0]["reason"].clone();
    assert!(reason.as_str().unwrap().starts_with("where you put it"), "{reason}");
    home.ask(&format!("pin {id} --undo"));
    assert_eq!(home.json("plan"), before);

    home.ask("plan --keep");
    assert_eq!(home.json("plan")["slip_days"], 0);
    home.ask("set start 2026-12-07");
    assert_eq!(home.json("plan")["slip_days"], 14);
    home.ask("plan --forget");
    assert_eq!(home.json("plan")["slip_days"], Value::Null);
    let apply = home.json("plan")["apply"]["likely"].as_str().unwrap().to_owned();
    let by: jiff::civil::Date = apply.parse().unwrap();
    let by = by.checked_sub(jiff::Span::new().weeks(4)).unwrap().to_string();
    let drop = home.json(&format!("plan --by {by}"));
    assert!(!list(&drop, "drop").is_empty());
    assert!(days(&drop["apply"])[1] <= by.as_str());
}

#[test]
fn a_project_is_built_point_by_point() {
    let home = home();
    home.ask("goal junior-back-end-developer");
    let before = home.json("plan");
    let first = &list(&before, "projects")[0];
    let id = first["project"].as_str().unwrap();
    let project = home.json(&format!("project {id}"));
    let points: Vec<&str> =
        list(&project, "points").iter().map(|it| it["id"].as_str().unwrap()).collect();
    home.ask(&format!("build {id} {}", points[0]));
    let begun = home.json("plan");
    assert!(list(&begun, "projects")[0]["hours"].as_f64() < first["hours"].as_f64());
    home.ask(&format!("build {id} {}", points.join(" ")));
    assert!(list(&home.json("plan"), "projects").iter().all(|it| it["project"] != id));
    home.ask(&format!("build {id} {} --undo", points.join(" ")));
    assert_eq!(home.json("plan"), before);
}
