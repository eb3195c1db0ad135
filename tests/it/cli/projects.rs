//! What is built on the way, how long one has worked, and where a rung stands in the plan.

use super::*;

/// A project, one of its points that shows a proof, and one that shows none.
fn project() -> (&'static Project, &'static Point, &'static Point) {
    let mut all = SHIPPED.projects().map(|(_, it)| it);
    let found = all.find_map(|it| {
        let shows = it.points.iter().find(|it| !it.shows.is_empty())?;
        Some((it, shows, it.points.iter().find(|it| it.shows.is_empty())?))
    });
    found.expect("a project that shows proofs")
}

#[test]
fn a_project_in_json_says_what_shows_that_it_is_finished() {
    let learner = Home::new();
    let all = learner.json("projects");
    for it in list(&all) {
        check_shape(
            it,
            "id text, name text, summary text, brief list, rungs list, estimate object",
        );
        check_shape(it, "built bool, points list, further list, interview text");
        check_shape(&it["estimate"], "low number, likely number, high number, basis text");
        for point in list(&it["points"]) {
            check_shape(point, "id text, text text, shows list, done bool, on null");
        }
        for group in list(&it["rungs"]) {
            let is_rung = |it: &Value| SHIPPED.find_climb(it.as_str().unwrap()).is_some();
            assert!(!list(group).is_empty() && list(group).iter().all(is_rung), "{group}");
        }
    }
    let (known, _, _) = project();
    let one = learner.json(&format!("project {}", known.id));
    assert!(list(&all).contains(&one));
    let page = learner.ask(&format!("project {}", known.id));
    assert!(page.starts_with(&format!("{}\n", known.name)), "{page}");
    assert!(page.lines().all(|line| line.chars().count() <= 72), "{page}");
    for heading in ["\nWHAT TO BUILD\n", "\nIT IS FINISHED WHEN\n", "\nIN AN INTERVIEW\n"] {
        assert!(page.contains(heading), "{heading} in {page}");
    }
    let by_name = learner.command("project").arg(&*known.name).arg("--json").output().unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&by_name.stdout).unwrap()["id"], one["id"]);
    assert!(!learner.file().exists(), "asking writes nothing");
}

#[test]
fn the_path_of_a_role_is_that_of_the_posts_before_and_its_own() {
    let learner = Home::new();
    for (id, role) in SHIPPED.roles() {
        let posts = SHIPPED.posts(id);
        let ids: Vec<&str> = posts
            .iter()
            .flat_map(|it| &SHIPPED.role(*it).path)
            .map(|it| &*SHIPPED.project(*it).id)
            .collect();
        let answer = learner.json(&format!("path {}", role.id));
        let found: Vec<&str> = list(&answer).iter().map(|it| it["id"].as_str().unwrap()).collect();
        assert_eq!(found, ids, "{}", role.id);
        let text = learner.ask(&format!("path {}", role.id));
        for post in posts {
            assert!(text.lines().any(|it| it == &*SHIPPED.role(post).name), "{text}");
        }
        for id in ids {
            assert!(text.lines().any(|it| it.split(' ').any(|it| it == id)), "{id} in {text}");
        }
        assert!(!text.contains("\n\n") && text.ends_with('\n'), "{text}");
    }
    learner.ask("goal data-engineer");
    assert_eq!(learner.ask("path"), learner.ask("path data-engineer"));
}

#[test]
fn points_are_ticked_and_opened_again() {
    let learner = Home::new();
    let (known, shows, plain) = project();
    let (id, count) = (&known.id, known.points.len());
    let told = learner.ask(&format!("build {id} {}", plain.id));
    assert_eq!(told, format!("Ticked, 1 of {count} points: {}.\n", known.name));
    let told = learner.ask(&format!("build {id} {}", plain.id));
    assert!(told.starts_with("That is so already: ticking a point of"), "{told}");
    learner.ask(&format!("build {id} {}", shows.id));
    assert_eq!(
        learner.progress()["skills"],
        Value::Null,
        "a proof is ticked where one asks for it"
    );
    let points = |learner: &Home| -> Vec<(bool, bool)> {
        let answer = learner.json(&format!("project {id}"));
        let state = |it: &Value| (it["done"] == true, it["on"] == "2027-03-01");
        list(&answer["points"]).iter().map(state).collect()
    };
    let ticked = points(&learner);
    assert_eq!(ticked.iter().filter(|it| **it == (true, true)).count(), 2);
    assert!(learner.ask("projects").contains(&format!("2/{count}")));

    let told = learner.ask(&format!("build {id} {} --undo", plain.id));
    assert_eq!(told, format!("Open again, 1 of {count} points: {}.\n", known.name));
    let all: Vec<&str> = known.points.iter().map(|it| &*it.id).collect();
    let told = learner.ask(&format!("build {id} {}", all.join(" ")));
    assert!(told.ends_with(&format!("Built: {}.\n", known.name)), "{told}");
    assert_eq!(learner.json(&format!("project {id}"))["built"], true);
}

#[test]
fn the_proofs_that_a_point_shows_are_ticked_with_it() {
    let learner = Home::new();
    let (known, shows, plain) = project();
    let line = format!("build {} {} {} --prove", known.id, plain.id, shows.id);
    check_shape(&learner.json(&line), "did text, changed bool, told text");
    let kept = learner.progress();
    let points = json!({ (&*plain.id): "2027-03-01", (&*shows.id): "2027-03-01" });
    assert_eq!(kept["projects"][&*known.id]["points"], points);
    for it in &shows.shows {
        let skill = SHIPPED.skill(it.skill);
        let proof = &skill.proof(it.proof).unwrap().id;
        assert_eq!(kept["skills"][&*skill.id]["proofs"][&**proof], "2027-03-01");
    }
    assert!(learner.ask(&line).starts_with("That is so already"));
}

#[test]
fn what_is_unknown_of_a_project_is_answered_with_the_nearest() {
    let learner = Home::new();
    let (known, shows, _) = project();
    let (id, point) = (&known.id, &shows.id);
    let short = &id[..id.len() - 1];
    for line in [format!("project {short}"), format!("build {short} {point}")] {
        let expected = format!("rungs: there is no project `{short}`; did you mean `{id}`?\n");
        check_refusal(&learner, &line, 2, &expected);
    }
    for line in ["project zzzzqx", "build zzzzqx x"] {
        let expected = "rungs: there is no project `zzzzqx`; see: rungs projects\n";
        check_refusal(&learner, line, 2, expected);
    }
    let typed = format!("{point}_");
    let expected =
        format!("rungs: there is no point of `{id}` `{typed}`; did you mean `{point}`?\n");
    check_refusal(&learner, &format!("build {id} {typed}"), 2, &expected);
    // One that is known beside one that is not does nothing.
    let line = format!("build {id} {point} zzzzqx");
    let said = learner.fails(&line, 2);
    let ids: Vec<&str> = known.points.iter().map(|it| &*it.id).collect();
    let listed = format!("there is no point of `{id}` `zzzzqx`; there are: {}", ids.join(", "));
    assert!(said.contains(&listed), "{said}");
    assert!(!learner.file().exists(), "nothing is written");
}

#[test]
fn the_time_one_has_worked_is_said_in_years_and_months() {
    let learner = Home::new();
    for (said, months, words) in [
        ("2y", 24, "2 years"),
        ("18m", 18, "1 year 6 months"),
        ("0.5 years", 6, "6 months"),
        ("1y 6m", 18, "1 year 6 months"),
    ] {
        let told = learner.ask(&format!("set experience {said}"));
        let expected = format!("You have worked as a developer for {words}.\n");
        assert!(told.starts_with(&expected), "{told}");
        assert!(told.contains(&format!("Worked  {words}\n")), "{told}");
        assert_eq!(learner.progress()["experience"], months, "{said}");
        assert_eq!(learner.json("status")["experience_months"], months, "{said}");
    }
    let told = learner.ask("set experience --undo");
    assert!(told.starts_with("You have not said how long you have worked."), "{told}");
    assert_eq!(learner.json("status")["experience_months"], Value::Null);
    assert_eq!(learner.progress(), json!({ "version": 2 }));
}

#[test]
fn a_rung_is_kept_at_its_place_in_the_plan() {
    let learner = Home::new();
    learner.ask("goal junior-back-end-developer");
    let order = || {
        let plan = learner.json("plan");
        let name = |it: &Value| {
            format!("{}/{}", it["skill"].as_str().unwrap(), it["rung"].as_str().unwrap())
        };
        let steps = list(&plan["order"]).iter();
        steps.map(|it| (name(it), it["pinned"] == true)).collect::<Vec<_>>()
    };
    let pinned = || -> Vec<String> {
        order().into_iter().filter(|(_, pinned)| *pinned).map(|(name, _)| name).collect()
    };
    let told = learner.ask("pin sql-queries/working");
    assert!(told.starts_with("Pinned where it is: SQL: reading data (SELECT), working."), "{told}");
    assert_eq!(pinned(), ["sql-queries/working"]);
    assert!(learner.progress()["pins"]["sql-queries/working"].is_string());
    let told = learner.ask("pin sql-queries/working --undo");
    assert!(told.starts_with("Let go"), "{told}");
    assert_eq!(pinned(), [""; 0]);

    // Without a rung it is the next one, and the one that is pinned.
    let mut steps = order().into_iter().map(|(name, _)| name);
    let next = steps.find(|it| it.starts_with("sql-queries/")).unwrap();
    learner.ask("pin sql-queries");
    assert_eq!(pinned(), [next]);
    learner.ask("pin sql-queries --undo");
    assert_eq!(pinned(), [""; 0]);
    learner.refuses("pin kafka/working", "(working) is not in the plan");
    learner.ask("claim sql-queries --rung working");
    learner.refuses(
        "pin sql-queries/working",
        "SQL: reading data (SELECT), working is not in the plan",
    );
}

#[test]
fn a_plan_in_json_names_stages_rungs_and_projects() {
    let learner = Home::new();
    learner.ask("goal junior-back-end-developer");
    let plan = learner.json("plan");
    check_shape(&plan, "stages list, order list, projects list, weeks list, hours_left object");
    check_shape(&plan, "hours_to_apply number, apply object, finish object, from text");
    let ids: Vec<&Value> = list(&plan["stages"]).iter().map(|it| &it["id"]).collect();
    for stage in list(&plan["stages"]) {
        check_shape(stage, "id text, name text, project text|null, skills list, hours number");
    }
    for step in list(&plan["order"]) {
        check_shape(step, "skill text, rung text, name text, area text, hours number, stage text");
        check_shape(
            step,
            "rhythm text, importance text|null, needs list, pinned bool, reason text",
        );
        assert!(ids.contains(&&step["stage"]), "{step:#}");
    }
    for project in list(&plan["projects"]) {
        check_shape(project, "project text, name text, hours number, stage text, needs list");
        assert!(ids.contains(&&project["stage"]), "{project:#}");
    }
    let sessions = list(&plan["weeks"]).iter().flat_map(|it| list(&it["sessions"]));
    for session in sessions {
        check_shape(session, "item text, hours number, days object");
        let item = session["item"].as_str().unwrap();
        let project = item.strip_prefix("project/").map(|it| SHIPPED.find_project(it).is_some());
        assert!(project.unwrap_or_else(|| SHIPPED.find_climb(item).is_some()), "{item}");
    }
    let next = learner.json("next 400");
    let next = list(&next);
    assert!(
        next.iter()
            .all(|it| [&plan["order"], &plan["projects"]].iter().any(|of| list(of).contains(it))),
        "{next:#?}"
    );
    // What is built is next when its time has come, as people are told.
    assert!(list(&plan["projects"]).iter().all(|it| next.contains(it)), "{next:#?}");
    let told = learner.ask("next 400").lines().filter(|it| !it.starts_with(' ')).count();
    assert_eq!(told, next.len());
}
