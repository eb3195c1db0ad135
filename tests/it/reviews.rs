//! Reviews: what comes back when, within the share of the week it may have; a year of it
//! simulated; and what the plan sets aside for it.

use std::{collections::BTreeMap, sync::LazyLock};

use jiff::{
    Span,
    civil::{Date, date},
};
use rungs::{
    catalog::Catalog,
    planner::{self, monday},
    progress::{Day, Depth, EntryId, Goal, Grade, Item, Progress},
    reviews::{self, Offer},
};

use crate::{
    dice::Dice,
    stage::{Home, SHIPPED, SMALL, TODAY, learner},
};

fn later(day: Date, days: i64) -> Date {
    day.checked_add(Span::new().days(days)).unwrap()
}

/// Proves the climb of that name, on that day.
fn prove(catalog: &Catalog, progress: &mut Progress, name: &str, day: Date) {
    let climb = catalog.climb(catalog.find_climb(name).unwrap());
    for proof in &climb.proofs {
        progress.prove(climb.skill, *proof, day);
    }
}

fn names(offer: &Offer<'_>) -> Vec<String> {
    offer.cards.iter().map(|it| it.card.name().to_owned()).collect()
}

/// Somebody who has worked through what is essential for a back-end developer, an hour a
/// day, and reviews every day but those they are away.
struct Year {
    progress: Progress,
    dice: Dice,
    // What was asked, and how much of it was known; from the second time on.
    asked: u32,
    known: u32,
    weeks: BTreeMap<Date, u32>,
    waiting: Vec<(Date, usize)>,
}

impl Year {
    fn new(seed: u64) -> Self {
        let mut progress = Progress::default();
        let role = SHIPPED.find_role("back-end-developer").unwrap();
        progress.set_goal(Some(Goal { role, depth: Depth::Important }));
        progress.set_hours(Day::ALL.iter().map(|it| (*it, 60)).collect());
        let weeks = BTreeMap::new();
        Self { progress, dice: Dice(seed), asked: 0, known: 0, weeks, waiting: Vec::new() }
    }

    fn live(mut self, days: i64, is_away: impl Fn(i64) -> bool) -> Self {
        let plan = planner::plan(learner(&SHIPPED, &self.progress), TODAY);
        let finished: Vec<(Date, Item)> =
            plan.steps.iter().filter_map(|it| Some((it.finish?, it.item))).collect();
        for number in 0..days {
            let day = later(TODAY, number);
            if is_away(number) {
                continue;
            }
            for (_, item) in finished.iter().filter(|(date, _)| *date == day) {
                if let Item::Climb(id) = item {
                    prove(&SHIPPED, &mut self.progress, &SHIPPED.climb_name(*id), day);
                }
            }
            self.review(day);
        }
        self
    }

    fn review(&mut self, day: Date) {
        let before = self.progress.clone();
        let offer = reviews::today(learner(&SHIPPED, &before), day);
        *self.weeks.entry(monday(day)).or_default() += offer.minutes;
        self.waiting.push((day, offer.waiting));
        for held in &offer.cards {
            let is_known = self.dice.share() < held.recall(day);
            if held.memory.is_some() {
                self.asked += 1;
                self.known += u32::from(is_known);
            }
            let grade = if is_known { Grade::Good } else { Grade::Again };
            self.progress.grade(held.card.clone(), EntryId::new(day, "a"), grade);
        }
    }

    fn recall(&self) -> f64 {
        f64::from(self.known) / f64::from(self.asked)
    }
}

static DAILY: LazyLock<Year> = LazyLock::new(|| Year::new(7).live(365, |_| false));

#[test]
fn a_year_of_daily_reviews_keeps_nine_in_ten() {
    let year = &*DAILY;
    println!("{} asked, recall {:.3}", year.asked, year.recall());
    assert!(year.asked > 200, "{} asked", year.asked);
    assert!((0.86..0.94).contains(&year.recall()), "{:.3}", year.recall());
}

#[test]
fn no_week_of_a_year_takes_more_than_its_share() {
    // Seven hours, and ten in a hundred of them.
    let most = DAILY.weeks.values().max().unwrap();
    println!("{:?}", DAILY.weeks.values().collect::<Vec<_>>());
    assert!((21..=42).contains(most), "{most}");
}

#[test]
fn nothing_waits_longer_and_longer() {
    println!("{:?}", DAILY.waiting.iter().map(|it| it.1).collect::<Vec<_>>());
    let most = |from: i64, to: i64| {
        let days = DAILY
            .waiting
            .iter()
            .filter(|(day, _)| (later(TODAY, from)..later(TODAY, to)).contains(day));
        days.map(|(_, it)| *it).max().unwrap()
    };
    assert!(most(0, 365) <= 40, "{}", most(0, 365));
    assert!(most(300, 365) <= 20, "{}", most(300, 365));
}

#[test]
fn what_waits_after_three_weeks_away_is_worked_off_within_the_share() {
    let year = Year::new(8).live(365, |day| (200..221).contains(&day));
    let back = later(TODAY, 221);
    println!("{:?}", year.waiting.iter().map(|it| it.1).collect::<Vec<_>>());
    assert!(year.weeks.values().all(|it| *it <= 42), "{:?}", year.weeks);
    let waiting = |day: Date| year.waiting.iter().find(|it| it.0 == day).unwrap().1;
    assert!(waiting(back) > 5, "{}", waiting(back));
    // New questions still come in, so some wait as some did before; no more than those.
    let month = later(back, 1)..later(back, 28);
    let mut after = year.waiting.iter().filter(|(day, _)| month.contains(day));
    assert!(after.any(|(_, it)| *it <= waiting(later(TODAY, 199))));
}

#[test]
fn what_was_finished_comes_the_day_after_one_question_a_day() {
    let mut progress = Progress::default();
    prove(&SMALL, &mut progress, "notes/awareness", TODAY);
    let on = |day| names(&reviews::today(learner(&SMALL, &progress), day));
    assert_eq!(on(TODAY), Vec::<String>::new());
    assert_eq!(on(later(TODAY, 1)), ["notes-a1"]);
}

#[test]
fn without_a_share_there_are_no_reviews() {
    let mut progress = Progress::default();
    prove(&SMALL, &mut progress, "notes/awareness", TODAY);
    let notes = SMALL.find_skill("notes").unwrap();
    let day = later(TODAY, 3);
    assert!(reviews::freshness(learner(&SMALL, &progress), notes, day).is_some());
    progress.set_review_share(Some(0));
    assert!(reviews::today(learner(&SMALL, &progress), day).cards.is_empty());
    assert_eq!(reviews::freshness(learner(&SMALL, &progress), notes, day), None);
}

#[test]
fn a_skill_is_less_fresh_each_day_and_fresh_again_once_it_is_known() {
    let mut progress = Progress::default();
    prove(&SMALL, &mut progress, "notes/awareness", TODAY);
    let notes = SMALL.find_skill("notes").unwrap();
    let fresh = |progress: &Progress, days: i64| {
        reviews::freshness(learner(&SMALL, progress), notes, later(TODAY, days)).unwrap()
    };
    let recall: Vec<f64> = (0..40).map(|it| fresh(&progress, it).recall).collect();
    assert!(recall.windows(2).all(|it| it[1] < it[0]), "{recall:?}");
    assert!((recall[3] - 0.9).abs() < 0.01, "{recall:?}");
    let before = progress.clone();
    let offer = reviews::today(learner(&SMALL, &before), later(TODAY, 30));
    progress.grade(offer.cards[0].card.clone(), EntryId::new(later(TODAY, 30), "a"), Grade::Good);
    let after = fresh(&progress, 30);
    assert!((after.recall - 1.0).abs() < 1e-9);
    assert_eq!(after.next, later(TODAY, 33));
    // No tick is ever taken away.
    let climb = SMALL.find_climb("notes/awareness").unwrap();
    assert!(learner(&SMALL, &progress).climb_state(climb).is_done());
}

#[test]
fn days_off_have_no_reviews_and_leave_theirs_to_the_rest_of_the_week() {
    let mut progress = Progress::default();
    progress.set_hours([(Day::Tue, 60), (Day::Thu, 60)].into());
    for (id, climb) in SHIPPED.climbs().take(40) {
        prove(&SHIPPED, &mut progress, &SHIPPED.climb_name(id), date(2027, 1, 1));
        assert!(!climb.proofs.is_empty());
    }
    let minutes = |day| reviews::today(learner(&SHIPPED, &progress), day).minutes;
    // From the first of March, a Monday: twelve minutes a week, six on each of two days.
    let week: Vec<u32> = (0..7).map(|it| minutes(later(TODAY, it))).collect();
    assert!((5..=6).contains(&week[1]), "{week:?}");
    // What was left undone on Tuesday can be done on Thursday.
    assert!((11..=12).contains(&week[3]), "{week:?}");
    assert!([0, 2, 4, 5, 6].iter().all(|it| week[*it] == 0), "{week:?}");
}

#[test]
fn a_mock_interview_mixes_manners_and_differs_from_day_to_day() {
    let role = SHIPPED.find_role("senior-back-end-developer").unwrap();
    let progress = Progress::default();
    let ids = |day| -> Vec<String> {
        let posed = reviews::mock(learner(&SHIPPED, &progress), role, day);
        posed.iter().map(|it| it.asked.id.to_string()).collect()
    };
    let posed = reviews::mock(learner(&SHIPPED, &progress), role, TODAY);
    assert_eq!(posed.len(), reviews::MOCK);
    let mut manners: Vec<&str> = posed.iter().map(|it| it.asked.manner.word()).collect();
    manners.sort_unstable();
    manners.dedup();
    assert_eq!(manners.len(), 4);
    assert_eq!(ids(TODAY), ids(TODAY));
    assert_ne!(ids(TODAY), ids(later(TODAY, 1)));
    for posed in posed {
        let card = posed.asking().card(&SHIPPED).unwrap();
        let found = reviews::Asking::of(&SHIPPED, &card).unwrap();
        assert_eq!(found.asks(), posed.asking().asks());
    }
}

/// Somebody with forty rungs behind them and seven hours a week.
fn halfway() -> Progress {
    let mut progress = Year::new(1).progress;
    let plan = planner::plan(learner(&SHIPPED, &progress), later(TODAY, -300));
    let climbs = plan.steps.iter().filter_map(|it| match it.item {
        Item::Climb(id) => Some(SHIPPED.climb_name(id)),
        Item::Project(_) => None,
    });
    for (name, number) in climbs.take(40).zip(0..) {
        prove(&SHIPPED, &mut progress, &name, later(TODAY, -290 + 7 * number));
    }
    progress
}

/// Answers what is asked on each day of some weeks until today.
fn reviewing(weeks: i64) -> Progress {
    let mut year = Year { progress: halfway(), ..Year::new(3) };
    // The first answer is given in the last week at least.
    (0..weeks * 7).rev().for_each(|days| year.review(later(TODAY, -days)));
    year.progress
}

fn apply(progress: &Progress) -> Date {
    planner::plan(learner(&SHIPPED, progress), TODAY).apply.unwrap().likely
}

#[test]
fn who_does_not_review_has_a_plan_without_reviews() {
    let progress = halfway();
    let plan = planner::plan(learner(&SHIPPED, &progress), TODAY);
    assert!(plan.weeks.iter().all(|it| it.reviews == 0));
    assert!(plan.weeks[..4].iter().all(|it| it.capacity == 420));
    // Nor has anybody who wants none.
    let mut without = reviewing(8);
    without.set_review_share(Some(0));
    assert_eq!(apply(&without), apply(&progress));
}

#[test]
fn what_reviews_take_comes_out_of_the_week_and_never_more_than_its_share() {
    let progress = reviewing(8);
    let plan = planner::plan(learner(&SHIPPED, &progress), TODAY);
    println!("{:?}", plan.weeks.iter().map(|it| it.reviews).collect::<Vec<_>>());
    for week in plan.weeks.iter().skip(1) {
        assert_eq!(week.capacity + week.reviews, 420);
        assert!(week.reviews <= 42, "{week:?}");
        let studied: u32 = week.sessions.iter().map(|it| it.minutes).sum();
        assert!(studied <= week.capacity);
    }
    assert!((15..=42).contains(&plan.review_minutes()), "{}", plan.review_minutes());
}

#[test]
fn the_first_review_does_not_move_the_end_far_and_each_week_of_them_a_little_more() {
    let ends: Vec<Date> = (0..=8).map(|weeks| apply(&reviewing(weeks))).collect();
    let days: Vec<i32> = ends.windows(2).map(|it| (it[1] - it[0]).get_days()).collect();
    let whole = (ends[0] - TODAY).get_days();
    println!("{days:?} of {whole}");
    // The first by next to nothing, and together by no more than the share; between them
    // it is stages that come to begin a while later or earlier.
    assert!(days[0].abs() <= whole * 2 / 100, "{days:?} of {whole}");
    assert!(days.iter().all(|it| it.abs() <= whole * 5 / 100), "{days:?} of {whole}");
    assert!(days.iter().sum::<i32>() <= whole * 12 / 100, "{days:?} of {whole}");
    // Who stops has the time back.
    let stopped = reviewing(8);
    let plan = planner::plan(learner(&SHIPPED, &stopped), later(TODAY, 63));
    assert_eq!(plan.review_minutes(), 0);
}

#[test]
fn what_is_set_aside_is_about_what_a_year_of_reviews_takes() {
    let quarter = |from: usize| -> f64 {
        let weeks: Vec<u32> = DAILY.weeks.values().skip(from).take(13).copied().collect();
        f64::from(weeks.iter().sum::<u32>()) / 13.0
    };
    // The same learner at the end of the first quarter, who goes on with the plan.
    let year = Year::new(7).live(91, |_| false);
    let plan = planner::plan(learner(&SHIPPED, &year.progress), later(TODAY, 91));
    let kept: Vec<u32> = plan.weeks.iter().skip(1).take(39).map(|it| it.reviews).collect();
    for part in 0..3 {
        let kept = f64::from(kept[part * 13..][..13].iter().sum::<u32>()) / 13.0;
        let took = quarter(13 * (part + 1));
        println!("kept {kept:.0}, took {took:.0}");
        assert!((kept - took).abs() < 12.0, "kept {kept:.0}, took {took:.0}");
    }
}

#[test]
fn commands_show_what_comes_back_take_an_answer_and_take_it_back() {
    let home = Home::on("2027-03-01");
    home.rungs("claim sql-queries --rung awareness");
    let home = home.later("2027-03-09");
    let offer = home.json("review");
    let card = offer["cards"][0]["card"].as_str().unwrap().to_owned();
    assert_eq!(offer["cards"][0]["about"], "sql-queries/awareness");
    assert!(home.rungs("review").contains(&card));
    let shown = home.json(&format!("review {card}"));
    let answer = shown["answer"].as_str().unwrap();
    assert!(home.rungs(&format!("review {card}")).contains(answer));
    home.rungs(&format!("review {card} good"));
    let left = home.json("review");
    let left = left["cards"].as_array().unwrap();
    assert!(left.iter().all(|it| it["card"] != card.as_str()));
    assert!(home.json("status")["review_hours_a_week"].is_number());
    // A question shows what was said of it; the last answer of all is taken back by itself.
    let answered = home.json(&format!("review {card}"))["answered"].clone();
    let entry = answered.as_object().unwrap().keys().next().unwrap();
    assert!(home.rungs(&format!("review {card}")).contains(&format!("{entry}  good")));
    home.rungs("review --undo");
    assert_eq!(home.json("review"), offer);
    let other = offer["cards"][1]["card"].as_str().unwrap();
    home.rungs(&format!("review {card} good"));
    home.rungs(&format!("review {other} good"));
    home.refuses("review --undo", "say which: rungs review CARD --undo");
    home.rungs(&format!("review {other} --undo"));
    home.rungs(&format!("review {card} --undo"));
    assert_eq!(home.json("review"), offer);
    home.refuses("review --undo", "there is no such answer to take back");
    home.refuses(&format!("review {card} --undo"), "no such answer");
    home.refuses("review nonsense good", "there is no question `nonsense`");
}
