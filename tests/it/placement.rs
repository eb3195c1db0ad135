//! A placement finds what made-up learners know, whoever they are.
//!
//! None of them is made as the states are that a placement weighs: they follow an order
//! up to somewhere, know whole areas, or learned whatever came next.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use rungs::{
    catalog::{Answer, Catalog, ClimbId, Question, Rung},
    deeds::{Deed, all_done},
    placement::{Given, MOST, NOT_YET, Placement, SURE},
    planner::{self, Plan},
    progress::{Depth, Goal, Item, Learner, Progress},
};

use crate::dice::Dice;

const TODAY: Date = date(2027, 3, 1);

struct Aim {
    catalog: &'static Catalog,
    progress: Progress,
    plan: Plan,
    start: Placement,
    /// What can be placed, in the order of the plan, with what it needs of it.
    climbs: Vec<(ClimbId, Vec<ClimbId>)>,
}

impl Aim {
    fn at(role: &str) -> Self {
        let catalog = Catalog::embedded();
        let mut progress = Progress::default();
        let role = catalog.find_role(role).unwrap();
        progress.set_goal(Some(Goal { role, depth: Depth::Everything }));
        Self::of(progress)
    }

    fn of(progress: Progress) -> Self {
        let catalog = Catalog::embedded();
        let learner = Learner { catalog, progress: &progress };
        let plan = planner::plan(learner, TODAY);
        let start = Placement::new(learner, &plan);
        let climb = |item: &Item| match item {
            Item::Climb(id) => Some(*id).filter(|it| start.chance(*it).is_some()),
            Item::Project(_) => None,
        };
        let climbs = plan.steps.iter().filter_map(|step| {
            Some((climb(&step.item)?, step.needs.iter().filter_map(climb).collect()))
        });
        let climbs = climbs.collect();
        Self { catalog, progress, plan, start, climbs }
    }

    fn learner(&self) -> Learner<'_> {
        Learner { catalog: self.catalog, progress: &self.progress }
    }

    fn all(&self) -> BTreeSet<ClimbId> {
        self.climbs.iter().map(|(id, _)| *id).collect()
    }

    fn area(&self, id: ClimbId) -> usize {
        self.catalog.climbed(id).area.place()
    }

    /// What somebody knows, whose knowledge came like this.
    fn known(&self, kind: Kind, dice: &mut Dice) -> BTreeSet<ClimbId> {
        let all = self.all();
        let some = dice.roll(all.len() + 1);
        match kind {
            Kind::Nothing => BTreeSet::new(),
            Kind::Everything => all,
            Kind::Taught => self.climbs.iter().take(some).map(|(id, _)| *id).collect(),
            Kind::Listed => all.into_iter().take(some).collect(),
            Kind::Areas => {
                let known: BTreeSet<usize> =
                    (0..self.catalog.areas().len()).filter(|_| dice.chance(40)).collect();
                let is_known = |it: &ClimbId| known.contains(&self.area(*it));
                self.with_needs(all.into_iter().filter(is_known).collect())
            }
            Kind::Whatever => self.whatever_came(some, dice),
            Kind::Uneven => self.uneven(dice),
        }
    }

    fn with_needs(&self, mut known: BTreeSet<ClimbId>) -> BTreeSet<ClimbId> {
        for (id, needs) in self.climbs.iter().rev() {
            if known.contains(id) {
                known.extend(needs);
            }
        }
        known
    }

    /// A beginning of an order drawn at random.
    fn whatever_came(&self, count: usize, dice: &mut Dice) -> BTreeSet<ClimbId> {
        let mut known = BTreeSet::new();
        for _ in 0..count {
            let is_free = |(id, needs): &&(ClimbId, Vec<ClimbId>)| {
                !known.contains(id) && needs.iter().all(|it| known.contains(it))
            };
            let free: Vec<ClimbId> = self.climbs.iter().filter(is_free).map(|it| it.0).collect();
            known.insert(free[dice.roll(free.len())]);
        }
        known
    }

    /// As far along the catalog's order as elsewhere, but a fifth further in some areas and
    /// a fifth less far in others.
    fn uneven(&self, dice: &mut Dice) -> BTreeSet<ClimbId> {
        let level = dice.share();
        let levels: Vec<f64> =
            (0..self.catalog.areas().len()).map(|_| level + (dice.share() - 0.5) * 0.4).collect();
        let mut areas: BTreeMap<usize, Vec<ClimbId>> = BTreeMap::new();
        for id in self.all() {
            areas.entry(self.area(id)).or_default().push(id);
        }
        let reached = areas.into_iter().flat_map(|(area, all)| {
            let share = 1.0 / all.len() as f64;
            let each = all.into_iter().enumerate();
            let reached = each.filter(|(at, _)| (*at as f64 + 0.5) * share <= levels[area]);
            reached.map(|(_, id)| id).collect::<Vec<_>>()
        });
        self.with_needs(reached.collect())
    }
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Nothing,
    Everything,
    /// So far as the plan would have taught.
    Taught,
    /// So far in the order in which the catalog lists it.
    Listed,
    Areas,
    Whatever,
    Uneven,
}

const KINDS: [Kind; 7] = [
    Kind::Nothing,
    Kind::Everything,
    Kind::Taught,
    Kind::Listed,
    Kind::Areas,
    Kind::Whatever,
    Kind::Uneven,
];

/// One answer in ten is a slip; a choice is guessed in one case of four, and one in ten of
/// those who judge themselves is too kind.
fn answered(knows: bool, question: &Question, dice: &mut Dice) -> Given {
    let lucky = if matches!(question.answer, Answer::Choose(_)) { 25 } else { 10 };
    if dice.chance(if knows { 90 } else { lucky }) { Given::Right } else { Given::Wrong }
}

/// What is judged right of what can be placed: by rungs, and by skills to the rung; and of
/// what is suggested, how much is known.
#[derive(Clone, Copy, Debug, Default)]
struct Figures {
    rungs: f64,
    skills: f64,
    called: f64,
    suggested: usize,
    rightly: usize,
}

fn judged(aim: &Aim, placement: &Placement, known: &BTreeSet<ClimbId>) -> Figures {
    let mut skills: BTreeMap<_, bool> = BTreeMap::new();
    // Whether a skill is known as far as it is called for: its last rung on the way.
    let mut called: BTreeMap<_, bool> = BTreeMap::new();
    let mut figures = Figures::default();
    for (id, _) in &aim.climbs {
        let chance = placement.chance(*id).unwrap();
        let is_right = (chance >= 0.5) == known.contains(id);
        *skills.entry(aim.catalog.climb(*id).skill).or_insert(true) &= is_right;
        called.insert(aim.catalog.climb(*id).skill, is_right);
        figures.rungs += f64::from(u8::from(is_right)) / aim.climbs.len() as f64;
        figures.suggested += usize::from(chance >= SURE);
        figures.rightly += usize::from(chance >= SURE && known.contains(id));
    }
    let right = skills.values().filter(|it| **it).count();
    let known = called.values().filter(|it| **it).count();
    let called = known as f64 / called.len() as f64;
    Figures { skills: right as f64 / skills.len() as f64, called, ..figures }
}

fn placed(aim: &Aim, known: &BTreeSet<ClimbId>, dice: &mut Dice) -> Placement {
    let mut placement = aim.start.clone();
    while !placement.is_over() {
        let question = placement.next(aim.catalog).unwrap();
        let given = answered(known.contains(&question.climb), question, dice);
        placement.answer(aim.catalog, question, given);
    }
    placement
}

/// As many questions, at even distances along the way.
fn placed_in_order(
    aim: &Aim,
    known: &BTreeSet<ClimbId>,
    most: usize,
    dice: &mut Dice,
) -> Placement {
    let mut placement = aim.start.clone();
    let of = |(id, _): &(ClimbId, Vec<ClimbId>)| {
        aim.catalog.questions().iter().find(|it| it.climb == *id)
    };
    let questions: Vec<&Question> = aim.climbs.iter().filter_map(of).collect();
    for at in 0..most {
        let question = questions[at * questions.len() / most];
        let given = answered(known.contains(&question.climb), question, dice);
        placement.answer(aim.catalog, question, given);
    }
    placement
}

const ROLES: [&str; 4] =
    ["back-end-developer", "front-end-developer", "data-engineer", "qa-test-engineer"];

#[test]
fn twenty_questions_find_nine_tenths_of_what_made_up_learners_know() {
    let aims = ROLES.map(Aim::at);
    let (mut rungs, mut skills, mut called, mut in_order) = (0.0, 0.0, 0.0, 0.0);
    let (mut suggested, mut rightly, mut asked) = (0, 0, 0);
    let all = (KINDS.len() * aims.len()) as f64;
    for (number, kind) in KINDS.into_iter().enumerate() {
        let (mut of_kind, mut ordered) = (0.0, 0.0);
        for (at, aim) in aims.iter().enumerate() {
            let mut dice = Dice((100 * number + at) as u64);
            let known = aim.known(kind, &mut dice);
            let placement = placed(aim, &known, &mut dice);
            let figures = judged(aim, &placement, &known);
            of_kind += figures.rungs;
            skills += figures.skills / all;
            called += figures.called / all;
            suggested += figures.suggested;
            rightly += figures.rightly;
            asked += placement.asked();
            ordered +=
                judged(aim, &placed_in_order(aim, &known, placement.asked(), &mut dice), &known)
                    .rungs;
        }
        rungs += of_kind / all;
        in_order += ordered / all;
        let of = aims.len() as f64;
        println!("{kind:?}: {:.3}, in a fixed order {:.3}", of_kind / of, ordered / of);
    }
    let rightly = rightly as f64 / suggested as f64;
    println!("rungs {rungs:.3}, skills to the rung {skills:.3}, in a fixed order {in_order:.3}");
    println!("skills as far as they are called for {called:.3}");
    println!("suggested rightly {rightly:.3}, asked {:.1}", asked as f64 / all);
    assert!(rungs >= 0.9, "{rungs:.3}");
    assert!(called >= 0.9, "{called:.3}");
    assert!(rungs >= in_order + 0.01, "{rungs:.3} and {in_order:.3}");
    assert!(rightly >= 0.9, "{rightly:.3}");
}

#[test]
fn a_right_answer_lowers_no_chance_below_it_and_a_wrong_one_raises_none_above() {
    let aim = Aim::at("junior-back-end-developer");
    let mut placement = aim.start.clone();
    for round in 0..8 {
        let question = placement.next(aim.catalog).unwrap();
        let before = placement.clone();
        let right = round % 3 != 0;
        placement.answer(aim.catalog, question, if right { Given::Right } else { Given::Unknown });
        let below = aim.with_needs([question.climb].into());
        for (id, _) in &aim.climbs {
            let (was, is) = (before.chance(*id).unwrap(), placement.chance(*id).unwrap());
            let builds_on = aim.with_needs([*id].into()).contains(&question.climb);
            // Weights are kept in sixteen bits.
            assert!(!(right && below.contains(id)) || is > was - 1e-4, "{was} {is}");
            assert!(right || !builds_on || is < was + 1e-4, "{was} {is}");
        }
    }
}

#[test]
fn the_same_answers_lead_to_the_same_questions_and_none_is_asked_twice() {
    let aim = Aim::at("front-end-developer");
    let asked = || {
        let mut placement = Placement::new(aim.learner(), &aim.plan);
        let mut asked = Vec::new();
        for number in 0..MOST {
            let Some(question) = placement.next(aim.catalog) else { break };
            asked.push(question.id.to_string());
            placement.answer(aim.catalog, question, [Given::Right, Given::Wrong][number % 2]);
        }
        asked
    };
    let first = asked();
    assert_eq!(first, asked());
    assert_eq!(first.iter().collect::<BTreeSet<_>>().len(), first.len());
}

#[test]
fn whatever_is_suggested_all_it_surely_builds_on_is_suggested_as_well() {
    let aim = Aim::at("back-end-developer");
    let mut dice = Dice(5);
    let half = aim.climbs.len() / 2;
    let known = aim.climbs.iter().take(half).map(|(id, _)| *id).collect();
    let placement = placed(&aim, &known, &mut dice);
    let suggested = placement.suggested();
    let sure: BTreeSet<ClimbId> =
        suggested.iter().filter(|it| it.is_sure).map(|it| it.climb).collect();
    assert!(!sure.is_empty());
    for id in &sure {
        let needs = planner::known_with(aim.learner(), *id);
        let lacking: Vec<String> = needs
            .into_iter()
            .filter(|it| !sure.contains(it))
            .map(|it| aim.catalog.climb_name(it))
            .collect();
        assert!(lacking.is_empty(), "{}: {lacking:?}", aim.catalog.climb_name(*id));
    }
    assert!(suggested.iter().all(|it| it.chance > NOT_YET && (it.chance >= SURE) == it.is_sure));
}

#[test]
fn marks_by_hand_keep_what_is_built_on_and_drop_what_builds_on_it() {
    let aim = Aim::at("back-end-developer");
    let (last, _) = aim.climbs.iter().max_by_key(|(_, needs)| needs.len()).unwrap();
    let mut marked = BTreeSet::new();
    aim.start.toggle(&mut marked, *last);
    assert_eq!(marked, aim.with_needs([*last].into()));
    let first = *marked.first().unwrap();
    aim.start.toggle(&mut marked, first);
    assert!(!marked.contains(&first) && !marked.contains(last));
    assert_eq!(marked, aim.with_needs(marked.clone()));
}

#[test]
fn there_is_nothing_to_ask_without_a_goal_or_where_all_is_known() {
    let none = Aim::of(Progress::default());
    let aim = Aim::at("junior-back-end-developer");
    let top = |id| Deed::Claim(id, Rung::Expert);
    let all: Vec<Deed> = aim.catalog.skills().map(|(id, _)| top(id)).collect();
    let known = Aim::of(all_done(aim.learner(), TODAY, &all).unwrap());
    for aim in [none, known] {
        assert!(aim.start.next(aim.catalog).is_none() && aim.start.is_over());
        assert!(aim.start.suggested().is_empty());
    }
}
