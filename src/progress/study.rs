//! The learner's own hours: what they mean to study, on which day.

use jiff::civil::Date;

use super::{Day, Progress, Week};

/// The hours of a week that are assumed until the learner says theirs: one on
/// each day from Monday to Friday.
pub const ASSUMED_HOURS: [(Day, u32); 5] =
    [(Day::Mon, 60), (Day::Tue, 60), (Day::Wed, 60), (Day::Thu, 60), (Day::Fri, 60)];

/// The minutes of a week that the learner has said, or else those assumed.
pub fn hours_of_week(progress: &Progress) -> Week {
    if progress.hours().is_empty() { ASSUMED_HOURS.into() } else { progress.hours().clone() }
}

/// The Monday of the week in which a date is.
pub fn monday(date: Date) -> Date {
    let days = date.weekday().to_monday_zero_offset();
    (0..days).fold(date, |date, _| date.yesterday().unwrap_or(date))
}

/// The minutes the learner means to study on a day, whether it is past or to come.
pub fn minutes_on(progress: &Progress, date: Date) -> u32 {
    let mut breaks = progress.breaks().range(..=date);
    let is_off = breaks.any(|(_, to)| *to >= date) || progress.start().is_some_and(|it| date < it);
    let week = hours_of_week(progress);
    if is_off { 0 } else { week.get(&Day::of(date)).copied().unwrap_or(0) }
}
