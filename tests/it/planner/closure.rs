//! What to learn: all that a goal calls for and all that needs, and nothing else.

use super::*;

/// All that is called for is planned with all that it needs, and nothing else is.
#[track_caller]
pub(super) fn check(learner: Learner<'_>, plan: &Plan) {
    let goal = plan.goal.unwrap();
    plan.choices.iter().for_each(|it| check_choice(learner, it));
    let planned: BTreeSet<ClimbId> = plan.steps.iter().filter_map(climb).collect();
    let called = answered(learner, plan, goal);
    for step in &plan.steps {
        let expected = match step.item {
            Item::Climb(id) => called.get(&id).copied(),
            Item::Project(_) => Some(Importance::Essential),
        };
        assert_eq!(step.importance, expected, "{}", name(learner.catalog, step.item));
    }
    let missing: Vec<String> = called
        .keys()
        .filter(|it| !planned.contains(it))
        .map(|it| learner.catalog.climb_name(*it))
        .collect();
    assert!(missing.is_empty(), "called for, and not planned: {missing:?}");
    let projects = plan.steps.iter().filter(|it| matches!(it.item, Item::Project(_)));
    let mut pending: Vec<Item> = called.keys().copied().map(Item::Climb).collect();
    pending.extend(projects.map(|it| it.item));
    let mut wanted: BTreeSet<Item> = BTreeSet::new();
    while let Some(item) = pending.pop() {
        if wanted.insert(item) {
            pending.extend(needed(learner, plan, item));
        }
    }
    let superfluous: Vec<String> = planned
        .iter()
        .filter(|it| !wanted.contains(&Item::Climb(**it)))
        .map(|it| learner.catalog.climb_name(*it))
        .collect();
    assert!(superfluous.is_empty(), "nobody needs {superfluous:?}");
}

fn climb(step: &Step) -> Option<ClimbId> {
    match step.item {
        Item::Climb(id) => Some(id),
        Item::Project(_) => None,
    }
}

/// A choice is answered by the pick, if there is one.
#[track_caller]
fn check_choice(learner: Learner<'_>, choice: &planner::Choice) {
    let taken = &learner.catalog.skill(choice.taken).id;
    let mut open = choice.members.iter().filter(|it| learner.progress.skipped(**it).is_none());
    assert!(open.clone().any(|it| *it == choice.taken), "{taken}");
    let is_picked = learner.progress.picks().contains(&choice.taken);
    assert_eq!(choice.is_picked, open.any(|it| learner.progress.picks().contains(it)), "{taken}");
    assert!(is_picked || !choice.is_picked, "{taken} instead of the pick");
}

/// What is called for and still open, and how much it matters.
fn answered(learner: Learner<'_>, plan: &Plan, goal: Goal) -> BTreeMap<ClimbId, Importance> {
    let mut answered = BTreeMap::new();
    for it in called(learner.catalog, goal) {
        let members = it.call.members();
        let is_of_it = |choice: &&planner::Choice| match &it.call {
            Call::OneOf(name, members) => {
                choice.name.as_ref() == Some(name) && choice.members == **members
            }
            Call::Skill(_) => false,
        };
        // A group may go by the same name; what the role calls for is answered first.
        let same =
            called(learner.catalog, goal).iter().filter(|other| other.call == it.call).count();
        let choices = plan.choices.iter().filter(is_of_it).take(same);
        let mut skills: Vec<SkillId> = choices.map(|it| it.taken).collect();
        if let [only] = members {
            skills.push(*only);
        } else {
            let is_out = members.iter().all(|it| learner.progress.skipped(*it).is_some());
            assert_eq!(skills.is_empty(), is_out, "an answer to each choice: {it:?}");
        }
        for climb in skills.into_iter().flat_map(|id| learner.catalog.climbs_to(id, it.rung)) {
            if !learner.is_settled(climb) {
                let importance = answered.entry(climb).or_insert(it.importance);
                *importance = (*importance).min(it.importance);
            }
        }
    }
    answered
}

/// What of the plan an item needs: of each group the one that is said to be needed, or picked.
fn needed(learner: Learner<'_>, plan: &Plan, item: Item) -> Vec<Item> {
    let mut needed = plan.step(item).map(|it| it.needs.clone()).unwrap_or_default();
    let skill = |it: &ClimbId| learner.catalog.climb(*it).skill;
    let all = needs(learner.catalog, item).into_iter().flatten();
    let picked = all.filter(|it| learner.progress.picks().contains(&skill(it)));
    needed.extend(picked.map(Item::Climb));
    needed
}

#[test]
fn made_up_closures_are_closed_and_have_nothing_superfluous() {
    let mut dice = Dice(5);
    for _ in 0..250 {
        let shape = Shape {
            skills: 2 + dice.roll(14),
            area: 4,
            reach: 10,
            groups: 20 + dice.roll(70),
            called: dice.roll(50),
            choices: dice.roll(3),
        };
        let catalog = synthetic::catalog(shape, &mut dice);
        let mut progress = aiming(&catalog, "role", Depth::ALL[dice.roll(3)]);
        for (id, _) in catalog.skills() {
            match dice.roll(12) {
                0 => progress.claim(id, Rung::ALL[dice.roll(4)], TODAY),
                1 => progress.skip(id, TODAY),
                2 => picked(&catalog, &mut progress, id),
                _ => (),
            }
        }
        super::check(&catalog, &progress, TODAY);
    }
}

/// The languages that the role lets one choose from.
fn languages(catalog: &Catalog, role: &str) -> Vec<SkillId> {
    let role = catalog.role(catalog.find_role(role).unwrap());
    let python = catalog.find_skill("python-core").unwrap();
    let mut calls = role.requirements.iter().map(|it| it.call.members());
    calls.find(|it| it.len() > 1 && it.contains(&python)).unwrap().to_vec()
}

#[test]
fn a_pick_decides_all_that_hangs_on_it() {
    let catalog = shipped();
    let role = catalog.find_role("back-end-developer").unwrap();
    let languages = languages(catalog, "back-end-developer");
    assert!(languages.len() >= 10);
    let by_name: Vec<SkillId> = catalog
        .role(role)
        .requirements
        .iter()
        .filter_map(|it| it.call.members().first().filter(|_| it.call.members().len() == 1))
        .copied()
        .collect();
    for pick in &languages {
        let mut progress = aiming(catalog, "back-end-developer", Depth::Everything);
        picked(catalog, &mut progress, *pick);
        let plan = super::check(catalog, &progress, TODAY);
        let learner = learner(catalog, &progress);
        let picked = &catalog.skill(*pick).id;
        assert!(plan.choices.iter().any(|it| it.taken == *pick && it.is_picked));
        let apply = plan.stages.iter().position(|it| matches!(it.kind, StageKind::Apply(_)));
        for step in plan.steps.iter().filter(|it| it.stage < apply.unwrap()) {
            let Some(other) = step.skill(learner) else { continue };
            let is_other = languages.contains(&other) && other != *pick;
            let id = &catalog.skill(other).id;
            assert!(!is_other || by_name.contains(&other), "{id} with the pick {picked}");
        }
    }
}

#[test]
fn without_a_pick_the_plan_asks_and_begins_with_what_most_curricula_begin_with() {
    let catalog = shipped();
    let progress = aiming(catalog, "back-end-developer", Depth::Everything);
    let plan = super::check(catalog, &progress, TODAY);
    let languages = languages(catalog, "back-end-developer");
    let choice = plan.choices.iter().find(|it| it.members == languages).unwrap();
    assert!(!choice.is_picked && choice.wanted_by.is_none() && choice.name.is_some());
    let role = progress.goal().unwrap().role;
    let first_in = |id: &SkillId, is_meant: &dyn Fn(&Curriculum) -> bool| {
        let curricula = catalog.curricula().iter().filter(|it| is_meant(it));
        let first = curricula.filter_map(|it| {
            it.order.iter().find_map(|unit| languages.iter().find(|it| unit.contains(it)))
        });
        first.filter(|it| *it == id).count()
    };
    let is_most = |is_meant: &dyn Fn(&Curriculum) -> bool| {
        let own = first_in(&choice.taken, is_meant);
        languages.iter().all(|it| first_in(it, is_meant) <= own)
    };
    let taken = &catalog.skill(choice.taken).id;
    assert!(is_most(&|_| true) || is_most(&|it| it.role == Some(role)), "{taken}");
}

#[test]
fn what_is_known_answers_a_choice_and_all_that_hangs_on_it() {
    let catalog = shipped();
    let [java, spring] =
        ["java-core", "java-spring-boot"].map(|it| catalog.find_skill(it).unwrap());
    for rung in [Rung::Working, Rung::Practitioner] {
        let mut progress = aiming(catalog, "back-end-developer", Depth::Everything);
        progress.claim(java, rung, TODAY);
        let plan = super::check(catalog, &progress, TODAY);
        let answers: Vec<SkillId> = plan.choices.iter().map(|it| it.taken).collect();
        let names: Vec<&str> = answers.iter().map(|it| &*catalog.skill(*it).id).collect();
        assert!(answers.contains(&java) && answers.contains(&spring), "{rung:?}: {names:?}");
        let learner = learner(catalog, &progress);
        assert!(
            plan.steps_of_skill(learner, java)
                .all(|it| it.item > Item::Climb(catalog.climb_to(java, rung)))
        );
    }
}

#[test]
fn what_is_skipped_is_left_out_and_a_choice_falls_to_the_others() {
    let catalog = shipped();
    let mut progress = aiming(catalog, "back-end-developer", Depth::Everything);
    let mut languages = languages(catalog, "back-end-developer");
    while let Some(last) = languages.pop() {
        progress.skip(last, TODAY);
        let plan = super::check(catalog, &progress, TODAY);
        let learner = learner(catalog, &progress);
        assert_eq!(plan.steps_of_skill(learner, last).count(), 0);
        let taken = plan.choices.iter().filter(|it| it.members.contains(&last)).map(|it| it.taken);
        assert!(taken.into_iter().all(|it| progress.skipped(it).is_none()));
    }
}

#[test]
fn who_claims_a_hard_rung_is_offered_what_it_surely_needs() {
    let catalog = shipped();
    let mut progress = Progress::default();
    let climb = |name: &str| catalog.find_climb(name).unwrap();
    let joins = climb("sql-joins-aggregates/working");
    let known = planner::known_with(learner(catalog, &progress), joins);
    assert!(known.contains(&climb("relational-model/awareness")));
    assert!(known.contains(&climb("sql-queries/working")));
    assert!(!known.contains(&joins) && known.is_sorted());
    for it in known {
        let climb = catalog.climb(it);
        progress.claim(climb.skill, climb.rung, TODAY);
    }
    assert_eq!(learner(catalog, &progress).lacking(joins).count(), 0);
    assert_eq!(planner::known_with(learner(catalog, &progress), joins), []);

    let apis = climb("api-implementation/working");
    let known = |picks: [&str; 2]| {
        let mut progress = Progress::default();
        for pick in picks {
            progress.pick(&[], catalog.find_skill(pick).unwrap());
        }
        planner::known_with(learner(catalog, &progress), apis)
    };
    let go = climb("go-core/working");
    assert!(!known(["sql-queries", "sql-queries"]).contains(&go), "any language would do");
    assert!(known(["go-core", "go-web-services"]).contains(&go), "it is the pick");
}
