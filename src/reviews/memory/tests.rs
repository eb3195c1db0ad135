//! Our schedule is FSRS's own, by the figures it is tested by and by its scheduler.

use jiff::civil::date;
use proptest::prelude::*;
use rs_fsrs::{FSRS, Parameters};

use super::*;
use crate::progress::EntryId;

const DAY: Date = date(2022, 11, 29);

/// What FSRS's tests for all languages ask one after the other, each on its day.
const ASKED: [Rating; 13] = [
    Rating::Good,
    Rating::Good,
    Rating::Good,
    Rating::Good,
    Rating::Good,
    Rating::Good,
    Rating::Again,
    Rating::Again,
    Rating::Good,
    Rating::Good,
    Rating::Good,
    Rating::Good,
    Rating::Good,
];

fn scheduler(w: Option<[f64; 19]>) -> FSRS {
    let usual = super::FSRS.clone();
    FSRS::new(Parameters { w: w.unwrap_or(usual.w), ..usual })
}

fn grade(rating: Rating) -> Grade {
    match rating {
        Rating::Again => Grade::Again,
        Rating::Hard => Grade::Hard,
        Rating::Good => Grade::Good,
        Rating::Easy => Grade::Easy,
    }
}

/// The days between reviews as the library's own scheduler counts them, where each is
/// answered so many days after it is due.
fn theirs(fsrs: &FSRS, asked: &[(Rating, u32)]) -> Vec<(i64, f64, f64)> {
    let mut card = rs_fsrs::Card::default();
    let mut now = card.due;
    let each = asked.iter().map(|(rating, late)| {
        card = fsrs.next(card.clone(), now, *rating).card;
        let day = core::time::Duration::from_secs(24 * 60 * 60);
        now = card.due + day * *late;
        (card.scheduled_days, card.stability, card.difficulty)
    });
    each.collect()
}

fn ours(asked: &[(Rating, u32)]) -> Vec<(i64, f64, f64)> {
    let mut memory: Option<Memory> = None;
    let mut day = DAY;
    let each = asked.iter().map(|(rating, late)| {
        let next = Memory::graded(memory.as_ref(), day, grade(*rating));
        memory = Some(next);
        day = later(next.due(), i32::try_from(*late).unwrap());
        (i64::from(next.interval), next.stability, next.difficulty)
    });
    each.collect()
}

/// `test_long_term_scheduler` of the library, whose figures all implementations share.
#[test]
fn the_library_gives_the_intervals_that_are_published() {
    let w = [
        0.4197, 1.1869, 3.0412, 15.2441, 7.1434, 0.6477, 1.0007, 0.0674, 1.6597, 0.1712, 1.1178,
        2.0225, 0.0904, 0.3025, 2.1214, 0.2498, 2.9466, 0.4891, 0.6468,
    ];
    let asked = ASKED.map(|it| (it, 0));
    let found = theirs(&scheduler(Some(w)), &asked);
    let days: Vec<i64> = found.iter().map(|it| it.0).collect();
    assert_eq!(days, [3, 13, 48, 155, 445, 1158, 17, 3, 9, 27, 74, 190, 457]);
    let stability = [
        3.0412, 13.0913, 48.1585, 154.9373, 445.0556, 1158.0778, 16.6306, 2.9888, 9.4633, 26.9474,
        73.9723, 189.7037, 457.4379,
    ];
    for ((_, found, _), expected) in found.iter().zip(stability) {
        assert!((found - expected).abs() < 1e-4, "{found} is not {expected}");
    }
}

#[test]
fn the_first_intervals_are_those_of_the_parameters() {
    let days = Memory::each(None, DAY).map(|it| it.interval);
    assert_eq!(days, [1, 2, 3, 15]);
    let known = Memory::graded(None, DAY, Grade::Easy);
    assert!((known.recall(later(DAY, 15)) - RETENTION).abs() < 0.005);
    assert!((known.recall(DAY) - 1.0).abs() < f64::EPSILON);
}

#[test]
fn what_was_said_is_replayed_in_the_order_of_the_days() {
    let days = [(date(2027, 3, 4), Grade::Good), (date(2027, 3, 1), Grade::Good)];
    let grades: Grades =
        days.iter().map(|(day, grade)| (EntryId::new(*day, "a"), *grade)).collect();
    let memory = Memory::replayed(&grades).unwrap();
    let expected = ours(&[(Rating::Good, 0), (Rating::Good, 0)]);
    assert_eq!(i64::from(memory.interval), expected[1].0);
    assert_eq!(memory.due(), later(date(2027, 3, 4), memory.interval));
    assert_eq!(Memory::replayed(&Grades::new()), None);
}

proptest! {
    #[test]
    fn ours_is_the_librarys_own_schedule(
        asked in prop::collection::vec((0_usize..4, 0_u32..60), 1..14)
    ) {
        let ratings = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];
        let asked: Vec<(Rating, u32)> =
            asked.into_iter().map(|(at, late)| (ratings[at], late)).collect();
        // A long row of easy ones goes beyond the calendar of nobody who lives.
        let theirs = theirs(&scheduler(None), &asked);
        for (one, other) in ours(&asked).iter().zip(&theirs).take_while(|(it, _)| it.0 < 20_000) {
            prop_assert_eq!(one.0, other.0);
            prop_assert!((one.1 - other.1).abs() < 1e-9);
            prop_assert!((one.2 - other.2).abs() < 1e-9);
        }
    }
}
