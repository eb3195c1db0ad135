//! What is remembered of a card: FSRS, with the parameters it comes with.
//!
//! The formulas are the crate's. Around them stands what its own scheduler does where
//! nothing is learned in minutes: grades are a day apart, and a better grade always
//! means a longer time. Tests hold it to that scheduler and to the figures it is tested
//! by. Nothing is thrown at random, so the same grades give the same days everywhere.

use std::sync::LazyLock;

use jiff::{Span, civil::Date};
use rs_fsrs::{Parameters, Rating, Seed};

use crate::progress::{Grade, Grades};

/// How likely a card is remembered on the day on which it comes back.
pub const RETENTION: f64 = 0.9;

// A seed would only be used to throw dice; the default would be made of the time.
static FSRS: LazyLock<Parameters> = LazyLock::new(|| Parameters {
    request_retention: RETENTION,
    enable_short_term: false,
    enable_fuzz: false,
    seed: Seed::Empty,
    ..Parameters::default()
});

/// What is remembered of a card after it was asked for the last time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    stability: f64,
    difficulty: f64,
    last: Date,
    interval: i32,
}

impl Memory {
    /// What is remembered after all that was said of a card; none if nothing was.
    pub fn replayed(grades: &Grades) -> Option<Self> {
        grades.iter().fold(None, |before, (entry, grade)| {
            Some(Self::graded(before.as_ref(), entry.date(), *grade))
        })
    }

    /// What is remembered once a card was graded.
    pub fn graded(before: Option<&Self>, on: Date, grade: Grade) -> Self {
        let [again, hard, good, easy] = Self::each(before, on);
        match grade {
            Grade::Again => again,
            Grade::Hard => hard,
            Grade::Good => good,
            Grade::Easy => easy,
        }
    }

    /// What is remembered after each grade, the worst first.
    pub fn each(before: Option<&Self>, on: Date) -> [Self; 4] {
        let ratings = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];
        let [mut again, mut hard, mut good, mut easy] =
            ratings.map(|it| Self::next(before, on, it));
        again.interval = again.interval.min(hard.interval);
        hard.interval = hard.interval.max(again.interval + 1);
        good.interval = good.interval.max(hard.interval + 1);
        easy.interval = easy.interval.max(good.interval + 1);
        [again, hard, good, easy]
    }

    fn next(before: Option<&Self>, on: Date, rating: Rating) -> Self {
        let (stability, difficulty) = match before {
            None => (FSRS.init_stability(rating), FSRS.init_difficulty(rating)),
            Some(it) => {
                let (known, hard) = (it.recall(on), it.difficulty);
                let stability = match rating {
                    Rating::Again => FSRS.next_forget_stability(hard, it.stability, known),
                    Rating::Hard | Rating::Good | Rating::Easy => {
                        FSRS.next_recall_stability(hard, it.stability, known, rating)
                    }
                };
                (stability, FSRS.next_difficulty(hard, rating))
            }
        };
        let days = FSRS.next_interval(stability, 0);
        Self { stability, difficulty, last: on, interval: whole(days) }
    }

    /// How likely it is remembered on a day.
    pub fn recall(&self, on: Date) -> f64 {
        let days = (on - self.last).get_days().max(0);
        Parameters::forgetting_curve(f64::from(days), self.stability)
    }

    /// The days between the last time and the next.
    pub fn interval(&self) -> i32 {
        self.interval
    }

    /// The day on which it comes back.
    pub fn due(&self) -> Date {
        later(self.last, self.interval)
    }
}

/// So many days later, or the last day there is.
pub(super) fn later(date: Date, days: i32) -> Date {
    let span = Span::new().try_days(days).ok();
    span.and_then(|it| date.checked_add(it).ok()).unwrap_or(Date::MAX)
}

/// A number of days, which the library rounds, and keeps between one and a century.
fn whole(days: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a century has few enough days")]
    let days = days.round().clamp(1.0, 36_500.0) as i32;
    days
}

#[cfg(test)]
mod tests;
