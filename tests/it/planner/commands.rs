//! The commands that ask the plan and tell it something, on the real program.

use serde_json::Value;

use crate::stage::Home;

/// It is Saturday, 21 November 2026.
fn home() -> Home {
    Home::on("2026-11-21")
}

#[test]
fn a_plan_answers_under_the_names_that_were_promised() {
    let home = home();
    home.ask("goal back-end-developer");
    home.ask("set hours mon=1,sat=4");
    let plan = home.json("plan");
    assert_eq!(plan["goal"], "back-end-developer");
    assert_eq!(plan["is_exact"], true);
    assert_eq!(plan["weeks"][1]["start"], "2026-11-23");
    assert_eq!(plan["weeks"][1]["capacity_hours"], 5.0);
    let weeks = plan["weeks"].as_array().unwrap();
    let sessions = weeks.iter().flat_map(|it| it["sessions"].as_array().unwrap());
    let sum: f64 = sessions.map(|it| it["hours"].as_f64().unwrap()).sum();
    assert!((sum - plan["hours_left"]["likely"].as_f64().unwrap()).abs() < 1e-6);
    let order = plan["order"].as_array().unwrap();
    assert!(order.iter().all(Value::is_string) && order.len() > 40);
    assert!(plan["picks"].as_array().unwrap().iter().all(Value::is_string));
    let finish = ["early", "likely", "late"].map(|it| plan["finish"][it].as_str().unwrap());
    assert!(finish.is_sorted());
    let next = home.json("next");
    assert_eq!(next.as_array().unwrap().len(), 3);
    assert_eq!(next[0]["skill"], plan["order"][0]);
    assert!(next[0]["reason"].as_str().unwrap().contains("essential"));
    assert_eq!(home.json("plan"), plan, "the same again");
}

#[test]
fn what_is_set_changes_the_plan_and_can_be_taken_back() {
    let home = home();
    home.ask("goal back-end-developer");
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
    assert!(picked["picks"].as_array().unwrap().contains(&"rust-core".into()));
    home.ask("set pick python-core");
    let picked = home.json("plan");
    assert!(picked["picks"].as_array().unwrap().contains(&"python-core".into()));
    assert!(!picked["order"].as_array().unwrap().contains(&"rust-core".into()));
    home.ask("set pick python-core --undo");

    home.ask("set depth essential");
    assert!(home.json("plan")["order"].as_array().unwrap().len() < 60);
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
    assert!(home.ask("log sql-queries 45m").starts_with("Logged 45 min"));
    let told = home.ask("log sql-queries 1h30m --on yesterday");
    assert_eq!(told, "Logged 1 h 30 min, 2 h 15 min in all: SQL: reading data.\n");
    let told = home.ask("log sql-queries --undo");
    assert_eq!(told, "Taken back, 1 h 30 min in all: SQL: reading data.\n");
    let left = |home: &Home| {
        let plan = home.json("plan");
        let skills = plan["skills"].as_array().unwrap().clone();
        skills.iter().find(|it| it["skill"] == "sql-queries").unwrap()["hours"].clone()
    };
    assert_eq!(left(&home), 14.5);
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
        ("pin sql-queries --place 1", "cannot come before"),
        ("pin sql-queries --place 0", ""),
        ("pin rust-core", "is not in the plan"),
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
    let before = home.json("plan");
    let skills = before["skills"].as_array().unwrap();
    let free = skills.iter().rev().find(|it| it["needs"].as_array().unwrap().is_empty()).unwrap();
    let id = free["skill"].as_str().unwrap();
    assert!(home.ask(&format!("pin {id} --place 1")).starts_with("Pinned: "));
    assert_eq!(home.json("plan")["order"][0], id);
    assert_eq!(
        home.json("next")[0]["reason"].as_str().unwrap().split(',').next(),
        Some("where you put it")
    );
    home.ask(&format!("pin {id} --undo"));
    assert_eq!(home.json("plan"), before);

    home.ask("plan --keep");
    assert_eq!(home.json("plan")["slip_days"], 0);
    home.ask("set start 2026-12-07");
    assert_eq!(home.json("plan")["slip_days"], 14);
    home.ask("plan --forget");
    assert_eq!(home.json("plan")["slip_days"], Value::Null);
    let drop = home.json("plan --by 2031-06-30");
    assert!(!drop["drop"].as_array().unwrap().is_empty());
    assert!(drop["finish"]["likely"].as_str().unwrap() <= "2031-06-30");
}
