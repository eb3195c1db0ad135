//! Reviews in words.

use jiff::civil::Date;

use super::{count, date_from, minutes};
use crate::reviews::Freshness;

/// How much there is to review: `12 questions to review, 14 min`; none if there is nothing.
pub fn to_review(questions: usize, taking: u32) -> Option<String> {
    let said = count(questions, "question", "questions");
    (questions > 0).then(|| format!("{said} to review, {}", minutes(taking)))
}

/// How likely something is known: `84 %`.
pub fn recall(likely: f64) -> String {
    format!("{:.0} %", likely * 100.0)
}

/// What is still known of a skill, and when it comes back: `fresh 84 %, next review in 3 days`.
pub fn fresh(today: Date, it: Freshness) -> String {
    let next = date_from(today, it.next.max(today));
    format!("fresh {}, next review {next}", recall(it.recall))
}
