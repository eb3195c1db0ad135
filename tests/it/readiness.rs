//! Readiness keeps its promises, whatever a learner does.

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rungs::{
    catalog::{Catalog, Importance, Requirement, Rung, SkillId},
    planner::readiness,
    progress::{Depth, Goal, Progress},
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
    prop::collection::vec((any::<usize>(), 0..5_u8, 0..8_usize), 0..120)
}

fn done(deeds: &[Deed]) -> Progress {
    let mut progress = Progress::default();
    for (index, what, proof) in deeds {
        let id = skill(*index);
        match what {
            0 => progress.claim(id, Rung::ALL[proof % Rung::ALL.len()], TODAY),
            1 => progress.skip(id, TODAY),
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

/// All that a goal calls for, its own and that of the posts on the way.
fn called(goal: Goal) -> Vec<(rungs::catalog::RoleId, &'static Requirement)> {
    let none = Box::leak(Box::default());
    let all = learner(&CATALOG, none).requirements(goal.role);
    all.filter(|(_, it)| goal.depth.includes(it.importance)).collect()
}

/// Whether the pick is had, or else any member, or all are left out.
fn is_met(progress: &Progress, it: &Requirement) -> bool {
    let members = it.call.members().iter().copied();
    let wanted: Vec<SkillId> = members.filter(|id| progress.skipped(*id).is_none()).collect();
    let is_had = |id: &SkillId| {
        let mut climbs = CATALOG.climbs_to(*id, it.rung);
        climbs.all(|climb| learner(&CATALOG, progress).climb_state(climb).is_done())
    };
    match wanted.iter().find(|id| progress.picks().contains(id)) {
        Some(pick) => is_had(pick),
        None => wanted.is_empty() || wanted.iter().any(is_had),
    }
}

proptest! {
    /// Doing what is open reaches 100 %, from wherever one is.
    #[test]
    fn everything_can_be_reached_from_any_state(deeds in deeds(), goal in goals()) {
        let mut progress = done(&deeds);
        for (_, requirement) in called(goal) {
            for id in requirement.call.members() {
                if progress.skipped(*id).is_some() {
                    continue;
                }
                for (proof, _) in CATALOG.skill(*id).proofs() {
                    progress.prove(*id, proof, TODAY);
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
        let all = called(goal).iter().all(|(_, it)| is_met(&progress, it));
        prop_assert_eq!(readiness(learner(&CATALOG, &progress), goal).permille() == 1000, all);
    }

    /// A tick never lowers readiness, and what is proven is never more than what is reached.
    #[test]
    fn a_tick_never_lowers_readiness(deeds in deeds(), goal in goals(), index in any::<usize>(), proof in 0..8_usize) {
        let mut progress = done(&deeds);
        let id = skill(index);
        prop_assume!(progress.skipped(id).is_none());
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
fn importance_and_hours_decide_how_much_a_rung_weighs() {
    let (role, known) = CATALOG.roles().find(|(_, it)| it.experience.is_none()).unwrap();
    let goal = Goal { role, depth: Depth::Everything };
    let factor = |importance: Importance| match importance {
        Importance::Essential => 3,
        Importance::Important => 2,
        Importance::Helpful => 1,
    };
    for it in known.requirements.iter().filter(|it| it.call.members().len() == 1) {
        let id = it.call.members()[0];
        let mut progress = Progress::default();
        progress.claim(id, it.rung, TODAY);
        let claimed = readiness(learner(&CATALOG, &progress), goal).claimed;
        let hours = u64::from(CATALOG.hours_to(id, it.rung).likely);
        assert_eq!(claimed, factor(it.importance) * hours * 10_000, "{}", CATALOG.skill(id).id);
    }
}

#[test]
fn whoever_is_ready_for_a_post_is_far_on_the_way_to_the_next() {
    for (role, known) in CATALOG.roles() {
        let Some(experience) = &known.experience else { continue };
        let mut progress = Progress::default();
        let before = Goal { role: experience.role, depth: Depth::Everything };
        for (_, it) in called(before) {
            progress.claim(it.call.members()[0], it.rung, TODAY);
        }
        assert_eq!(readiness(learner(&CATALOG, &progress), before).permille(), 1000);
        let next = Goal { role, ..before };
        let ready = readiness(learner(&CATALOG, &progress), next).permille();
        assert!((500..1000).contains(&ready), "{}: {ready}", known.id);
    }
}
