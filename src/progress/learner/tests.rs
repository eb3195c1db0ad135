//! What is known of rungs by what was done about a skill.

use jiff::{ToSpan as _, civil::date};

use super::*;
use crate::{
    catalog::List,
    progress::{Depth, EntryId, Goal, Task},
};

const TODAY: Date = date(2027, 3, 1);

fn catalog() -> &'static Catalog {
    Catalog::embedded()
}

/// A skill with three rungs, and the climbs to them.
fn three() -> (SkillId, [ClimbId; 3]) {
    let mut all = catalog().skills().map(|(id, skill)| (id, skill.climbs.as_slice()));
    let found = all.find_map(|(id, climbs)| Some((id, climbs.first_chunk::<3>().copied()?)));
    found.unwrap()
}

fn prove(progress: &mut Progress, id: ClimbId, day: Date) {
    let climb = catalog().climb(id);
    climb.proofs.iter().for_each(|it| progress.prove(climb.skill, *it, day));
}

fn learner(progress: &Progress) -> Learner<'_> {
    Learner { catalog: catalog(), progress }
}

#[track_caller]
fn check(progress: &Progress, expected: [State; 3]) {
    let (_, climbs) = three();
    assert_eq!(climbs.map(|it| learner(progress).climb_state(it)), expected);
}

#[test]
fn a_rung_is_proven_by_its_own_proofs_or_by_those_of_a_higher_one() {
    let (id, [first, second, _]) = three();
    let mut progress = Progress::default();
    check(&progress, [State::ToDo; 3]);
    assert_eq!(learner(&progress).reached(id), None);

    prove(&mut progress, second, TODAY);
    check(&progress, [State::Proven, State::Proven, State::ToDo]);
    assert_eq!(learner(&progress).reached(id), Some(catalog().climb(second).rung));
    assert_eq!(learner(&progress).finished(first), Some(TODAY));
    assert_eq!(learner(&progress).ticks(first), 0);

    let last = *catalog().climb(second).proofs.last().unwrap();
    progress.take_back(id, last);
    let is_begun = catalog().climb(second).proofs.len() > 1;
    let state = if is_begun { State::Learning } else { State::ToDo };
    check(&progress, [State::ToDo, state, State::ToDo]);

    let mut progress = Progress::default();
    prove(&mut progress, first, TODAY);
    check(&progress, [State::Proven, State::ToDo, State::ToDo]);
}

#[test]
fn a_claim_reaches_down_and_not_up() {
    let (id, [_, second, third]) = three();
    let mut progress = Progress::default();
    progress.claim(id, catalog().climb(second).rung, TODAY);
    check(&progress, [State::Claimed, State::Claimed, State::ToDo]);
    assert_eq!(learner(&progress).finished(third), None);
    progress.claim(id, catalog().climb(third).rung, TODAY + 1.day());
    check(&progress, [State::Claimed; 3]);
    assert_eq!(learner(&progress).finished(second), Some(TODAY), "the first word counts");
    progress.unclaim(id);
    assert_eq!(progress, Progress::default());
    progress.skip(id, TODAY);
    check(&progress, [State::Skipped; 3]);
}

#[test]
fn time_is_that_of_the_rung_that_was_under_way() {
    let (id, climbs) = three();
    let mut progress = Progress::default();
    let logged = |progress: &Progress| climbs.map(|it| learner(progress).logged(it));
    progress.log(Task::Skill(id), EntryId::new(TODAY, "a"), 30);
    assert_eq!(logged(&progress), [30, 0, 0]);
    check(&progress, [State::Learning, State::ToDo, State::ToDo]);
    prove(&mut progress, climbs[0], TODAY + 1.day());
    progress.log(Task::Skill(id), EntryId::new(TODAY + 1.day(), "a"), 5);
    progress.log(Task::Skill(id), EntryId::new(TODAY + 2.days(), "a"), 40);
    assert_eq!(logged(&progress), [35, 40, 0]);
    check(&progress, [State::Proven, State::Learning, State::ToDo]);
    progress.claim(id, catalog().climb(climbs[1]).rung, TODAY + 3.days());
    progress.log(Task::Skill(id), EntryId::new(TODAY + 9.days(), "a"), 7);
    assert_eq!(logged(&progress), [35, 40, 7]);
    assert_eq!(logged(&progress).iter().sum::<u32>(), progress.logged(Task::Skill(id)));
}

#[test]
fn on_the_day_a_rung_is_finished_what_is_over_is_for_the_next_if_that_was_begun() {
    let (id, climbs) = three();
    let hour = catalog().climb(climbs[0]).hours.likely * 60;
    let logged = |progress: &Progress| climbs.map(|it| learner(progress).logged(it));
    let shared = |progress: &Progress| -> Vec<bool> {
        learner(progress).spent(id).iter().take(3).map(|it| it.is_shared).collect()
    };
    let mut progress = Progress::default();
    prove(&mut progress, climbs[0], TODAY);
    progress.log(Task::Skill(id), EntryId::new(TODAY, "a"), hour + 90);
    assert_eq!(logged(&progress), [hour, 90, 0], "nothing was studied since");
    assert_eq!(shared(&progress), [true, false, false]);

    let (other, _) = catalog().skills().find(|(it, _)| *it != id).unwrap();
    progress.log(Task::Skill(other), EntryId::new(TODAY + 1.day(), "a"), 10);
    assert_eq!(logged(&progress), [hour + 90, 0, 0], "something else came next");
    assert_eq!(shared(&progress), [false; 3]);

    progress.log(Task::Skill(id), EntryId::new(TODAY + 30.days(), "a"), 20);
    assert_eq!(logged(&progress), [hour, 110, 0]);
    assert_eq!(shared(&progress), [true, false, false]);

    // What fits the estimate is all of the first, unless the next was begun soon.
    progress.log(Task::Skill(id), EntryId::new(TODAY, "a"), hour);
    assert_eq!(logged(&progress), [hour, 20, 0]);
    assert_eq!(shared(&progress), [false; 3]);
    progress.log(Task::Skill(id), EntryId::new(TODAY + 2.days(), "a"), 5);
    assert_eq!(logged(&progress), [hour, 25, 0]);
    assert_eq!(shared(&progress), [true, false, false]);
}

#[test]
fn rungs_that_are_finished_on_one_day_share_its_time() {
    let (id, climbs) = three();
    let hours = climbs.map(|it| catalog().climb(it).hours.likely * 60);
    let mut progress = Progress::default();
    progress.log(Task::Skill(id), EntryId::new(TODAY - 1.day(), "a"), 7);
    progress.log(Task::Skill(id), EntryId::new(TODAY, "a"), hours[0] + 10);
    prove(&mut progress, climbs[0], TODAY);
    prove(&mut progress, climbs[1], TODAY);
    let (other, _) = catalog().skills().find(|(it, _)| *it != id).unwrap();
    progress.log(Task::Skill(other), EntryId::new(TODAY + 1.day(), "a"), 10);
    let spent = learner(&progress).spent(id);
    let minutes: Vec<u32> = spent.iter().take(3).map(|it| it.minutes).collect();
    assert_eq!(minutes, [hours[0], 17, 0]);
    assert_eq!(spent.iter().map(|it| it.minutes).sum::<u32>(), hours[0] + 17);
    assert!(spent[0].is_shared && !spent[1].is_shared);
}

#[test]
fn a_skill_is_done_at_the_rung_that_is_aimed_for() {
    let (id, [first, ..]) = three();
    let top = catalog().top(id);
    let mut progress = Progress::default();
    assert_eq!(learner(&progress).aim(id), Rung::Working.min(top));
    for (role, _) in catalog().roles() {
        for depth in Depth::ALL.iter().copied() {
            progress.set_goal(Some(Goal { role, depth }));
            let all = learner(&progress).requirements(role);
            let own = all.filter(|(_, it)| depth.includes(it.importance));
            let own = own.filter(|(_, it)| it.call.members().contains(&id)).map(|(_, it)| it.rung);
            let expected = own.max().unwrap_or(Rung::Working).min(top);
            assert_eq!(learner(&progress).aim(id), expected);
            let mut after = progress.clone();
            after.claim(id, catalog().climb(first).rung, TODAY);
            let is_enough = expected == catalog().climb(first).rung;
            let state = if is_enough { State::Claimed } else { State::Learning };
            assert_eq!(learner(&after).state(id), state);
            after.claim(id, expected, TODAY);
            assert_eq!(learner(&after).state(id), State::Claimed);
        }
    }
}

#[test]
fn what_is_lacking_is_what_is_neither_done_nor_left_out() {
    let is_choice = |it: &&List<ClimbId>| it.len() > 1;
    let (id, climb) =
        catalog().climbs().find(|(_, it)| it.needs.iter().any(|it| is_choice(&it))).unwrap();
    let group = climb.needs.iter().find(is_choice).unwrap().as_slice();
    let mut progress = Progress::default();
    let lacks = |progress: &Progress| learner(progress).lacking(id).any(|it| it == group);
    assert!(lacks(&progress));
    let skill = |at: usize| catalog().climb(group[at]);
    progress.skip(skill(0).skill, TODAY);
    assert!(lacks(&progress), "another will do");
    progress.claim(skill(1).skill, skill(1).rung, TODAY);
    assert!(!lacks(&progress));
    progress.reset(skill(1).skill);
    for it in group {
        progress.skip(catalog().climb(*it).skill, TODAY);
    }
    assert!(!lacks(&progress), "all are left out");
}

#[test]
fn a_project_is_built_once_all_its_points_are_ticked() {
    let (id, project) = catalog().projects().next().unwrap();
    let mut progress = Progress::default();
    for (count, (point, _)) in project.points().enumerate() {
        assert!(!learner(&progress).is_built(id));
        assert_eq!(learner(&progress).built_points(id), count);
        progress.tick_point(id, point, TODAY);
        progress.tick_point(id, point, TODAY + 1.day());
        assert_eq!(progress.built(id, point), Some(TODAY), "the first day stays");
    }
    assert!(learner(&progress).is_built(id));
    project.points().for_each(|(point, _)| progress.untick_point(id, point));
    assert_eq!(progress, Progress::default(), "nothing is left behind");
}
