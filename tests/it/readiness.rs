//! Readiness keeps its promises, whatever a learner does.

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rungs::{
    catalog::{Catalog, Importance, SkillId},
    planner::{self, readiness},
    progress::{Depth, Goal, Progress, State, Verdict},
};

use crate::stage::learner;

const TODAY: Date = date(2027, 3, 1);

static CATALOG: LazyLock<&Catalog> = LazyLock::new(Catalog::embedded);

fn skill(index: usize) -> SkillId {
    CATALOG.skills().nth(index % CATALOG.skills().len()).unwrap().0
}

/// Something done to a skill: the skill, what, and which proof.
type Deed = (usize, u8, usize);

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    prop::collection::vec((any::<usize>(), 0..5_u8, 0..3_usize), 0..120)
}

fn done(deeds: &[Deed]) -> Progress {
    let mut progress = Progress::default();
    for (index, what, proof) in deeds {
        let id = skill(*index);
        match what {
            0 => progress.declare(id, Some(Verdict::Claimed(TODAY))),
            1 => progress.declare(id, Some(Verdict::Skipped(TODAY))),
            2 => progress.reset(id),
            3 => {
                progress.pick(&[], id);
            }
            _ => {
                if let Some((proof, _)) = CATALOG.skill(id).proofs().nth(*proof) {
                    progress.prove(id, proof, TODAY);
                }
            }
        }
    }
    progress
}

fn goals() -> impl Strategy<Value = Goal> {
    let roles: Vec<_> = CATALOG.roles().map(|(id, _)| id).collect();
    (prop::sample::select(roles), prop::sample::select(Depth::ALL.to_vec()))
        .prop_map(|(role, depth)| Goal { role, depth })
}

proptest! {
    /// Doing what is open reaches 100 %, from wherever one is.
    #[test]
    fn everything_can_be_reached_from_any_state(deeds in deeds(), goal in goals()) {
        let mut progress = done(&deeds);
        for requirement in &CATALOG.role(goal.role).requirements {
            if let Some(id) = planner::counted(learner(&CATALOG, &progress), requirement.call.members()) {
                for (proof, _) in CATALOG.skill(id).proofs() {
                    progress.prove(id, proof, TODAY);
                }
            }
        }
        prop_assert_eq!(readiness(learner(&CATALOG, &progress), goal).permille(), 1000);
        prop_assert_eq!(readiness(learner(&CATALOG, &progress), goal).proven_permille(), 1000);
    }

    /// 100 % means that of each requirement a member is done, or all are skipped.
    #[test]
    fn a_hundred_per_cent_means_that_nothing_is_missing(deeds in deeds(), goal in goals()) {
        let progress = done(&deeds);
        let requirements = CATALOG.role(goal.role).requirements.iter();
        let is_met = |members: &[SkillId]| match planner::counted(learner(&CATALOG, &progress), members) {
            Some(id) => learner(&CATALOG, &progress).state(id).is_done(),
            None => true,
        };
        let all = requirements
            .filter(|it| goal.depth.includes(it.importance))
            .all(|it| is_met(it.call.members()));
        prop_assert_eq!(readiness(learner(&CATALOG, &progress), goal).permille() == 1000, all);
    }

    /// A tick never lowers readiness, and what is proven is never more than what is reached.
    #[test]
    fn a_tick_never_lowers_readiness(deeds in deeds(), goal in goals(), index in any::<usize>(), proof in 0..3_usize) {
        let mut progress = done(&deeds);
        let id = skill(index);
        prop_assume!(learner(&CATALOG, &progress).state(id) != State::Skipped);
        let before = readiness(learner(&CATALOG, &progress), goal);
        if let Some((proof, _)) = CATALOG.skill(id).proofs().nth(proof) {
            progress.prove(id, proof, TODAY);
        }
        let after = readiness(learner(&CATALOG, &progress), goal);
        prop_assert_eq!(before.total, after.total);
        prop_assert!(before.proven + before.claimed <= after.proven + after.claimed);
        prop_assert!(after.proven + after.claimed <= after.total);
    }
}

#[test]
fn importance_and_hours_decide_how_much_a_skill_weighs() {
    let role = CATALOG.find_role("back-end-developer").unwrap();
    let goal = Goal { role, depth: Depth::Everything };
    let weight = |id: &str| {
        let mut progress = Progress::default();
        let id = CATALOG.find_skill(id).unwrap();
        progress.declare(id, Some(Verdict::Claimed(TODAY)));
        let hours = u64::from(CATALOG.skill(id).hours.likely);
        (readiness(learner(&CATALOG, &progress), goal).claimed, hours)
    };
    let importance = |id: &str| {
        let id = CATALOG.find_skill(id).unwrap();
        let calls = CATALOG.role(role).requirements.iter();
        calls.clone().find(|it| it.call.members() == [id]).unwrap().importance
    };
    for (id, expected, factor) in [
        ("http-basics", Importance::Essential, 3),
        ("containers", Importance::Important, 2),
        ("redis", Importance::Helpful, 1),
    ] {
        assert_eq!(importance(id), expected, "{id}");
        let (claimed, hours) = weight(id);
        assert_eq!(claimed, factor * hours * 10_000, "{id}");
    }
}
