//! Time in words: hours, minutes, dates, weeks.

use jiff::{Zoned, civil::Date};

use super::{capitalised, count, range};
use crate::{
    catalog::{Hours, Month},
    progress::{Day, Week},
};

/// A range of hours: `5–9 h`.
pub fn hours(Hours { low, high, .. }: Hours) -> String {
    format!("{} h", range(low, high))
}

/// Some minutes: `45 min`, `2 h`, `1 h 30 min`.
pub fn minutes(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
}

/// Whole hours, rounded up: what is left is never said to be less.
pub fn hours_up(minutes: u32) -> u32 {
    minutes.div_ceil(60)
}

/// Some weeks in months, so that lengths of time compare: `15–24 months`.
pub fn weeks_as_months(low: u32, high: u32) -> String {
    let text = months_of_weeks(low, high);
    let unit = if text == "1" { "month" } else { "months" };
    format!("{text} {unit}")
}

/// The same where the unit stands elsewhere: `15–24`.
pub fn months_of_weeks(low: u32, high: u32) -> String {
    let months = |weeks: u32| (weeks.saturating_mul(12).saturating_add(26) / 52).max(1);
    range(months(low), months(high))
}

/// Some minutes that are left, in whole hours: `13 h`.
pub fn hours_left(minutes: u32) -> String {
    format!("{} h", hours_up(minutes))
}

/// Some minutes that were spent, in whole hours, the nearest, so that what is summed up
/// grows no larger; less than an hour in minutes: `13 h`, `45 min`.
pub fn hours_spent(spent: u32) -> String {
    if spent < 60 { minutes(spent) } else { format!("{} h", spent.saturating_add(30) / 60) }
}

/// The days of a week with their minutes: `Mon–Fri 1 h, Sat 3 h`.
pub fn week(week: &Week) -> String {
    let days = Day::ALL.iter().filter_map(|day| Some((*day, *week.get(day)?)));
    let mut runs: Vec<(Day, Day, u32)> = Vec::new();
    for (day, minutes) in days.filter(|(_, minutes)| *minutes > 0) {
        match runs.last_mut() {
            Some((_, last, same)) if *same == minutes && last.is_before(day) => *last = day,
            _ => runs.push((day, day, minutes)),
        }
    }
    let run = |(first, last, minutes): &(Day, Day, u32)| {
        let days = capitalised(first.word());
        let days =
            if first == last { days } else { format!("{days}–{}", capitalised(last.word())) };
        format!("{days} {}", self::minutes(*minutes))
    };
    if runs.is_empty() {
        return "no hours".to_owned();
    }
    runs.iter().map(run).collect::<Vec<_>>().join(", ")
}

/// A date: `14 Mar 2027`.
pub fn date(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// The days from one date to another: `3 – 18 Nov 2027`, `28 Nov – 3 Dec 2027`.
pub fn dates(from: Date, to: Date) -> String {
    let start = match (from.year() == to.year(), from.month() == to.month()) {
        _ if from == to => return date(to),
        (true, true) => from.day().to_string(),
        (true, false) => format!("{} {}", from.day(), month(from)),
        (false, _) => date(from),
    };
    format!("{start} – {}", date(to))
}

/// A date as one speaks of it from `today`: `today`, `in 3 days`, `14 Mar 2027`.
/// Beyond two weeks it is the date alone.
pub fn date_from(today: Date, date: Date) -> String {
    let days = days_between(today, date);
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        2..=14 => format!("in {days} days"),
        -14..=-2 => format!("{} days ago", -days),
        _ => self::date(date),
    }
}

/// The days from one date to another; less than 0 if that is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

/// The short name of a date's month.
pub fn month(date: Date) -> &'static str {
    month_name(date.month())
}

/// A month with its year: `Nov 2026`.
pub fn month_named(month: Month) -> String {
    format!("{} {}", month_name(month.month), month.year)
}

fn month_name(month: i8) -> &'static str {
    match month {
        1 => "Jan",
        2 => "Feb",
        3 => "Mar",
        4 => "Apr",
        5 => "May",
        6 => "Jun",
        7 => "Jul",
        8 => "Aug",
        9 => "Sep",
        10 => "Oct",
        11 => "Nov",
        _ => "Dec",
    }
}

/// A moment: `2026-11-20 18:30`.
pub fn moment(at: &Zoned) -> String {
    at.strftime("%Y-%m-%d %H:%M").to_string()
}

/// A number of days as one speaks of it, the rougher the longer it is:
/// `12 days`, `5 weeks`, `9 months`, `2 years 3 months`.
pub fn days(number: i32) -> String {
    let days = usize::try_from(number.unsigned_abs()).unwrap_or(0);
    // 400 years are 146,097 days.
    let months = (days * 4_800 + 73_048) / 146_097;
    let (years, rest) =
        (count(months / 12, "year", "years"), count(months % 12, "month", "months"));
    match days {
        0..=13 => count(days, "day", "days"),
        14..=60 => count((days + 3) / 7, "week", "weeks"),
        61..=729 => count(months, "month", "months"),
        _ if months % 12 == 0 => years,
        _ => format!("{years} {rest}"),
    }
}

/// A number of days in months and years, where there is little room: `2 y 3 m`, `5 m`;
/// less than a month is one.
pub fn span_short(number: i32) -> String {
    let days = number.unsigned_abs();
    let months = ((days * 48 + 730) / 1461).max(1);
    match (months / 12, months % 12) {
        (0, months) => format!("{months} m"),
        (years, 0) => format!("{years} y"),
        (years, months) => format!("{years} y {months} m"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil;

    use super::*;

    #[test]
    fn dates_are_spoken_of_from_today() {
        #[track_caller]
        fn check(year: i16, month: i8, day: i8, expected: &str) {
            let today = civil::date(2028, 2, 28);
            assert_eq!(date_from(today, civil::date(year, month, day)), expected);
        }
        check(2028, 2, 28, "today");
        check(2028, 2, 29, "tomorrow");
        check(2028, 2, 27, "yesterday");
        check(2028, 3, 1, "in 2 days");
        check(2028, 3, 13, "in 14 days");
        check(2028, 3, 14, "14 Mar 2028");
        check(2028, 2, 18, "10 days ago");
        check(2027, 12, 31, "31 Dec 2027");
    }

    #[test]
    fn days_say_no_more_than_they_must() {
        let start = civil::date(2027, 11, 28);
        assert_eq!(dates(start, start), "28 Nov 2027");
        assert_eq!(dates(start, civil::date(2027, 11, 30)), "28 – 30 Nov 2027");
        assert_eq!(dates(start, civil::date(2027, 12, 3)), "28 Nov – 3 Dec 2027");
        assert_eq!(dates(start, civil::date(2028, 11, 3)), "28 Nov 2027 – 3 Nov 2028");
    }

    #[test]
    fn weeks_are_told_in_months() {
        assert_eq!(weeks_as_months(65, 104), "15–24 months");
        assert_eq!(weeks_as_months(156, 208), "36–48 months");
        assert_eq!(weeks_as_months(1, 4), "1 month");
    }

    #[test]
    fn what_was_spent_is_not_rounded_up() {
        let told = [0, 45, 60, 75, 89, 90, 18_200].map(hours_spent);
        assert_eq!(told, ["0 min", "45 min", "1 h", "1 h", "1 h", "2 h", "303 h"]);
    }

    #[test]
    fn a_long_time_is_told_roughly() {
        for (number, expected) in [
            (1, "1 day"),
            (-13, "13 days"),
            (14, "2 weeks"),
            (60, "9 weeks"),
            (61, "2 months"),
            (273, "9 months"),
            (365, "12 months"),
            (730, "2 years"),
            (-821, "2 years 3 months"),
        ] {
            assert_eq!(days(number), expected, "{number}");
        }
    }

    #[test]
    fn a_long_time_is_told_shortly() {
        for (number, expected) in
            [(0, "1 m"), (31, "1 m"), (150, "5 m"), (365, "1 y"), (730, "2 y"), (821, "2 y 3 m")]
        {
            assert_eq!(span_short(number), expected, "{number}");
        }
    }

    #[test]
    fn days_of_one_length_stand_together() {
        let some: Week = [(Day::Mon, 60), (Day::Tue, 60), (Day::Wed, 90), (Day::Sat, 60)].into();
        assert_eq!(week(&some), "Mon–Tue 1 h, Wed 1 h 30 min, Sat 1 h");
        assert_eq!(week(&Week::from([(Day::Mon, 0)])), "no hours");
    }
}
