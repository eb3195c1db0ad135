//! What to learn, against brute force over all sets of skills.

use super::*;

/// The fewest likely minutes of any set that reaches the goal.
fn least(catalog: &Catalog, progress: &Progress) -> u64 {
    let goal = progress.goal().unwrap();
    let ids: Vec<SkillId> = catalog.skills().map(|(id, _)| id).collect();
    let open: Vec<SkillId> =
        ids.into_iter().filter(|it| !learner(catalog, progress).is_settled(*it)).collect();
    let sets = (0..1_u32 << open.len()).filter_map(|bits| {
        let is_in = |(at, _): &(usize, &SkillId)| bits & (1 << at) != 0;
        let set: BTreeSet<SkillId> =
            open.iter().enumerate().filter(is_in).map(|(_, id)| *id).collect();
        reaches(catalog, progress, goal, &set)
            .then(|| set.iter().map(|id| u64::from(catalog.skill(*id).hours.likely) * 60).sum())
    });
    sets.min().unwrap()
}

fn reaches(catalog: &Catalog, progress: &Progress, goal: Goal, set: &BTreeSet<SkillId>) -> bool {
    let state = |id: &SkillId| learner(catalog, progress).state(*id);
    let is_had = |id: &SkillId| state(id).is_done() || set.contains(id);
    let one_of = |members: &[SkillId]| {
        let wanted: Vec<_> =
            members.iter().copied().filter(|it| state(it) != State::Skipped).collect();
        match wanted.iter().find(|it| progress.picks().contains(it)) {
            Some(pick) => is_had(pick),
            None => wanted.is_empty() || wanted.iter().any(is_had),
        }
    };
    let requirements = &catalog.role(goal.role).requirements;
    let mut called = requirements.iter().filter(|it| goal.depth.includes(it.importance));
    called.all(|it| one_of(it.call.members()))
        && set.iter().all(|id| {
            let skill = catalog.skill(*id);
            skill.prerequisites.iter().all(|it| is_had(it) || state(it) == State::Skipped)
                && skill.prerequisites_any.iter().all(|it| one_of(it))
        })
}

#[test]
fn no_set_of_skills_is_cheaper() {
    let mut dice = Dice(5);
    for case in 0..400 {
        let shape = Shape {
            skills: 2 + dice.roll(9),
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
                0 => progress.declare(id, Some(Verdict::Claimed(TODAY))),
                1 => progress.declare(id, Some(Verdict::Skipped(TODAY))),
                2 => progress.pick(&[], id),
                _ => {}
            }
        }
        let found = planner::closure(learner(&catalog, &progress), progress.goal().unwrap());
        assert!(found.is_exact && found.bound == found.minutes);
        assert_eq!(found.minutes, least(&catalog, &progress), "case {case}");
    }
}

#[test]
fn where_there_are_too_many_choices_it_is_said_and_a_bound_is_kept() {
    let mut dice = Dice(5);
    let shape = Shape { skills: 1_500, area: 50, reach: 300, groups: 60, called: 3, choices: 30 };
    let catalog = synthetic::catalog(shape, &mut dice);
    let progress = aiming(&catalog, "role", Depth::Everything);
    let found = planner::closure(learner(&catalog, &progress), progress.goal().unwrap());
    assert!(!found.is_exact);
    assert!(0 < found.bound && found.bound <= found.minutes);
    check(&catalog, &progress, TODAY);
}

#[test]
fn picks_are_followed_and_otherwise_the_fewest_hours_are_chosen() {
    let catalog = shipped();
    let mut progress = aiming(catalog, "back-end-developer", Depth::Everything);
    let free = planner::plan(learner(catalog, &progress), TODAY);
    let id = |name: &str| catalog.find_skill(name).unwrap();
    let choice = free.choices.iter().find(|it| it.wanted_by.is_none()).unwrap();
    assert!(!choice.is_picked && free.step(choice.taken).is_some());
    for member in choice.members.clone() {
        let others: Vec<SkillId> = progress.picks().iter().copied().collect();
        progress.pick(&others, member);
        let picked = planner::plan(learner(catalog, &progress), TODAY);
        assert!(picked.minutes_left.likely >= free.minutes_left.likely);
        assert!(picked.step(member).is_some());
        assert!(picked.choices.iter().any(|it| it.taken == member && it.is_picked));
    }
    let others: Vec<SkillId> = progress.picks().iter().copied().collect();
    progress.pick(&others, id("java-core"));
    progress.declare(id("java-core"), Some(Verdict::Claimed(TODAY)));
    let plan = planner::plan(learner(catalog, &progress), TODAY);
    let choice = plan.choices.iter().find(|it| it.wanted_by.is_none()).unwrap();
    assert!(choice.is_picked && choice.taken == id("java-core"));
    assert!(plan.step(choice.taken).is_none(), "it is known");
}

#[test]
fn who_claims_a_hard_skill_is_offered_what_it_surely_needs() {
    let catalog = shipped();
    let mut progress = Progress::default();
    let id = |name: &str| catalog.find_skill(name).unwrap();
    let known = planner::known_with(learner(catalog, &progress), id("sql-joins-aggregates"));
    assert!(known.contains(&id("relational-model")) && known.contains(&id("sql-queries")));
    assert!(!known.contains(&id("sql-joins-aggregates")) && known.is_sorted());
    for it in known {
        progress.declare(it, Some(Verdict::Claimed(TODAY)));
    }
    let lacking =
        learner(catalog, &progress).lacking(catalog.skill(id("sql-joins-aggregates"))).count();
    assert_eq!(lacking, 0);

    let none = planner::known_with(learner(catalog, &progress), id("web-framework"));
    assert!(!none.contains(&id("go-core")), "any language would do");
    progress.pick(&[], id("python-django"));
    let picked = planner::known_with(learner(catalog, &progress), id("web-framework"));
    assert!(picked.contains(&id("python-django")) && picked.contains(&id("python-core")));
}
