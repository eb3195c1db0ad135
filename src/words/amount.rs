//! Amounts of time and days as people write them.

use jiff::{SignedDuration, Span, civil::Date};

use crate::progress::{DAY_MINUTES, Day, MOST_SHARE, Week};

/// The days of a break, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
}

/// The hours of a week, as said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Day by day; days that are not named have none.
    Days(Week),
    /// So many minutes a week, whatever the days.
    Total(u32),
}

/// Which way a day without a year is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// The last there was, today included.
    Past,
    /// The next there is, today included.
    Future,
}

/// How dates are written, for those who have written something else.
pub const DATES: &str = "2027-12-20, 20 dec, today or in 3 weeks";

/// Reads `45`, `45m`, `90min`, `2h`, `1.5h`, `1h30m`, `1:30`; answers with minutes
/// of one day, and more than 0.
pub fn minutes(text: &str) -> Result<u32, String> {
    let text = text.trim();
    let minutes = number(text).or_else(|| by_clock(text)).or_else(|| by_units(text));
    match minutes {
        None => Err(format!("`{text}` is no time; write 45, 45m, 1h30m or 1.5h")),
        Some(0) => Err(format!("`{text}` is no time at all")),
        Some(minutes) => of_a_day(text, minutes),
    }
}

/// Reads the same; answers with minutes of however many days, and more than 0.
pub fn study(text: &str) -> Result<u32, String> {
    let text = text.trim();
    let minutes = number(text).or_else(|| by_clock(text)).or_else(|| by_units(text));
    match minutes {
        None => Err(format!("`{text}` is no time; write 12h, 7h30m or 90m")),
        Some(0) => Err(format!("`{text}` is no time at all")),
        Some(minutes) => Ok(minutes),
    }
}

/// Reads a number of things, `5`; answers with more than 0.
pub fn count(text: &str) -> Result<usize, String> {
    let text = text.trim();
    let count = number(text).and_then(|it| usize::try_from(it).ok()).filter(|it| *it > 0);
    count.ok_or_else(|| format!("`{text}` is no whole number from 1; write 5, for instance"))
}

/// Reads a share of a week for reviews, `10` or `10 %`: percent.
pub fn share(text: &str) -> Result<u32, String> {
    let text = text.trim();
    let share = number(text.strip_suffix('%').unwrap_or(text).trim_end());
    share.filter(|it| *it <= MOST_SHARE).ok_or_else(|| {
        format!("`{text}` is no share of a week; write whole percent from 0 to {MOST_SHARE}, for instance 10 or 10%")
    })
}

/// Reads `2y`, `18m`, `1y6m`, `1.5 years`: months.
pub fn months(text: &str) -> Result<u32, String> {
    let plain = text.trim().to_lowercase();
    let wrong = || format!("`{}` is no time worked; write 2y, 18m or 1y6m", text.trim());
    let mut months = 0.0;
    let mut number = String::new();
    let mut letters = plain.chars().filter(|c| !c.is_whitespace()).peekable();
    if letters.peek().is_none() {
        return Err(wrong());
    }
    while let Some(c) = letters.next() {
        if c.is_ascii_digit() || c == '.' {
            number.push(c);
            continue;
        }
        let many: f64 = number.parse().map_err(|_| wrong())?;
        let mut unit = c.to_string();
        while let Some(more) = letters.next_if(|c| c.is_alphabetic()) {
            unit.push(more);
        }
        number.clear();
        months += match unit.as_str() {
            "y" | "yr" | "year" | "years" => many * 12.0,
            "m" | "mo" | "month" | "months" => many,
            _ => return Err(wrong()),
        };
    }
    if !number.is_empty() || !(0.0..=f64::from(u16::MAX)).contains(&months) {
        return Err(wrong());
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked before")]
    let whole = months.round() as u32;
    Ok(whole)
}

/// Reads `mon=1,sat=4`, hours of the days of a week. Days may be given as a
/// range, `mon-fri=1.5`, and hours as for [`minutes`]; or `8h a week`, or `8`.
pub fn week(text: &str) -> Result<Said, String> {
    if let Some(total) = total(text)? {
        return Ok(Said::Total(total));
    }
    let mut week = Week::new();
    for part in by_days(text).split(',').map(str::trim) {
        let wrong = || format!("`{part}` is no day with its hours; write mon=1,sat=4 or 8h a week");
        let (days, hours) = part.split_once(['=', ' ']).ok_or_else(wrong)?;
        let minutes = hours_of_a_day(part, hours.trim())?;
        let (first, last) = days.split_once('-').unwrap_or((days, days));
        let day = |word: &str| Day::find(&word.trim().to_ascii_lowercase()).ok_or_else(wrong);
        let (first, last) = (day(first)?, day(last)?);
        if last < first {
            return Err(wrong());
        }
        for day in Day::ALL.iter().filter(|it| (first..=last).contains(it)) {
            if week.insert(*day, minutes).is_some() {
                return Err(format!("{} comes twice", day.word()));
            }
        }
    }
    Ok(Said::Days(week))
}

/// The same with a comma before each day that stands behind a space.
fn by_days(text: &str) -> String {
    let is_day = |word: &str| {
        let letters = word.find(|it: char| !it.is_ascii_alphabetic()).unwrap_or(word.len());
        word.get(..letters).is_some_and(|it| Day::find(&it.to_ascii_lowercase()).is_some())
    };
    let mut parts = String::new();
    for word in text.split_whitespace() {
        let is_next = is_day(word) && !parts.is_empty() && !parts.ends_with([',', '-']);
        parts.push(if is_next { ',' } else { ' ' });
        parts.push_str(word);
    }
    parts
}

/// Reads `2026-12-20..2027-01-03`, `20 dec..3 jan`, or one day.
pub fn days(today: Date, text: &str) -> Result<Days, String> {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    let from = date(today, Lean::Future, from)?;
    // The end of a break is the first such day behind its beginning.
    let to = date(from, Lean::Future, to)?;
    if to < from {
        return Err(format!("{to} is before {from}"));
    }
    Ok(Days { from, to })
}

/// Reads a day: `2027-12-20`, `20 dec`, `20 dec 2027`, `today`, `yesterday`,
/// `tomorrow`, `mon`, `in 3 weeks`, `3 days ago`.
pub fn date(today: Date, lean: Lean, text: &str) -> Result<Date, String> {
    let wrong = || format!("`{}` is no date; write {DATES}", text.trim());
    let lower = text.trim().to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let found = match *words {
        ["today"] => Some(today),
        ["tomorrow"] => today.tomorrow().ok(),
        ["yesterday"] => today.yesterday().ok(),
        ["in", number, unit] => span(number, unit).and_then(|it| today.checked_add(it).ok()),
        [number, unit, "ago"] => span(number, unit).and_then(|it| today.checked_sub(it).ok()),
        [day, month] => in_year(day, month).and_then(|it| nearest(today, lean, it)),
        [day, month, year] => {
            let year = number(year).filter(|it| *it > 999).and_then(|it| i16::try_from(it).ok());
            let (month, day) = in_year(day, month).ok_or_else(wrong)?;
            year.and_then(|year| Date::new(year, month, day).ok())
        }
        [word] => match Day::find(word.get(..3).unwrap_or_default()) {
            Some(day) if is_day(word, day) => on_weekday(today, lean, day),
            _ => word.parse().ok(),
        },
        _ => None,
    };
    found.ok_or_else(wrong)
}

/// Whether a word is the name of a day or its beginning.
fn is_day(word: &str, day: Day) -> bool {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    names.iter().any(|name| name.starts_with(word) && name.starts_with(day.word()))
}

fn on_weekday(today: Date, lean: Lean, day: Day) -> Option<Date> {
    let next = |date: &Date| match lean {
        Lean::Past => date.yesterday().ok(),
        Lean::Future => date.tomorrow().ok(),
    };
    std::iter::successors(Some(today), next).take(7).find(|date| Day::of(*date) == day)
}

/// A month and a day, whichever stands first.
fn in_year(one: &str, other: &str) -> Option<(i8, i8)> {
    let day = |text: &str| number(text).and_then(|it| i8::try_from(it).ok());
    match (day(one), month(other), month(one), day(other)) {
        (Some(day), Some(month), ..) | (.., Some(month), Some(day)) => Some((month, day)),
        _ => None,
    }
}

fn month(text: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let is_meant = |name: &&str| text.len() >= 3 && name.starts_with(text);
    let place = MONTHS.iter().position(is_meant)?;
    i8::try_from(place + 1).ok()
}

/// The day of that month nearest to today on one side.
fn nearest(today: Date, lean: Lean, (month, day): (i8, i8)) -> Option<Date> {
    let step = if lean == Lean::Past { -1 } else { 1 };
    // A leap day may be eight years away.
    let years = (0..=8).map(|it| today.year() + step * it);
    let mut dates = years.filter_map(|year| Date::new(year, month, day).ok());
    dates.find(|date| if lean == Lean::Past { *date <= today } else { *date >= today })
}

fn span(amount: &str, unit: &str) -> Option<Span> {
    let amount = if matches!(amount, "a" | "an" | "one") { 1 } else { i64::from(number(amount)?) };
    match unit {
        "day" | "days" => Span::new().try_days(amount).ok(),
        "week" | "weeks" => Span::new().try_weeks(amount).ok(),
        "month" | "months" => Span::new().try_months(amount).ok(),
        "year" | "years" => Span::new().try_years(amount).ok(),
        _ => None,
    }
}

/// `8`, `8h`, `8 h a week`, `8.5 hours per week` in minutes of a week.
fn total(text: &str) -> Result<Option<u32>, String> {
    let lower = text.trim().to_lowercase();
    let amount = ["a week", "per week", "/week", "weekly"]
        .iter()
        .find_map(|end| lower.strip_suffix(end))
        .unwrap_or(&lower)
        .trim();
    let minutes = hundredths(amount).map(|it| it * 60 / 100).or_else(|| by_units(amount));
    match minutes {
        Some(minutes) if minutes > 7 * DAY_MINUTES => {
            Err(format!("`{}` is more than a week has", text.trim()))
        }
        other => Ok(other),
    }
}

/// Hours of a day, `1.5`, or any time.
fn hours_of_a_day(part: &str, text: &str) -> Result<u32, String> {
    match hundredths(text) {
        Some(hours) => of_a_day(part, hours * 60 / 100),
        None => minutes(text),
    }
}

fn of_a_day(text: &str, minutes: u32) -> Result<u32, String> {
    if minutes > DAY_MINUTES {
        return Err(format!("`{text}` is more than a day has"));
    }
    Ok(minutes)
}

/// `1:30`, hours and minutes.
fn by_clock(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':')?;
    let minutes = number(minutes).filter(|it| minutes.len() == 2 && *it < 60)?;
    Some(number(hours)? * 60 + minutes)
}

/// `1h30m`, `1h30`, `90 min`, `1.5 hours`.
fn by_units(text: &str) -> Option<u32> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == ' ';
    let is_long = text.len() > 24 || text.starts_with('.') || !text.chars().all(is_plain);
    let duration: SignedDuration =
        if is_long { return None } else { spelt_out(text).parse().ok()? };
    u32::try_from(duration.as_secs() / 60).ok()
}

/// `1h30` with the unit that it leaves out.
fn spelt_out(text: &str) -> String {
    let minutes = text.rsplit_once('h').map(|(_, it)| it.trim());
    let unit = if minutes.is_some_and(|it| number(it).is_some()) { "m" } else { "" };
    format!("{text}{unit}")
}

/// A whole number of at most six digits, so that nothing it is used for overflows.
fn number(text: &str) -> Option<u32> {
    let is_number = (1..=6).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// A number with up to two decimals, in hundredths.
fn hundredths(text: &str) -> Option<u32> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let decimals = match decimals.len() {
        1 => number(decimals)? * 10,
        2 => number(decimals)?,
        _ => return None,
    };
    Some(number(whole)? * 100 + decimals)
}

#[cfg(test)]
mod tests {
    use jiff::civil;

    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, expected) in [
            ("45m", 45),
            ("45", 45),
            ("90min", 90),
            ("90 minutes", 90),
            ("1h30m", 90),
            ("1h30", 90),
            ("2h 05", 125),
            ("1h 30m", 90),
            ("1:30", 90),
            ("0:05", 5),
            ("1.5h", 90),
            ("1.5 hours", 90),
            ("2h", 120),
            ("90m", 90),
            ("0.25h", 15),
            ("24h", 1440),
            (" 5m ", 5),
        ] {
            assert_eq!(minutes(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        let odd = ", h, m, -5m, 1h-5m, 0m, 0h, 0, 25h, 1441m, 1441, 1e3m, NaNh, infh, 1.5, m45, \
                   99999999999h, 1h1h, ½h, 1:3, 1:60, 5m ago, 1:30:00, soon, P1D, 5s";
        for text in odd.split(", ").chain(["1,5h"]) {
            assert!(minutes(text).is_err(), "{text}: {:?}", minutes(text));
        }
    }

    #[test]
    fn shares_and_counts_are_read_as_people_write_them() {
        for (text, expected) in [("10", 10), ("10%", 10), ("10 %", 10), ("0", 0), ("50%", 50)] {
            assert_eq!(share(text), Ok(expected), "{text}");
        }
        for text in ["-3", "5.5", "51", "%", "ten", "", "10%%"] {
            let told = share(text).unwrap_err();
            assert!(told.contains("from 0 to 50, for instance 10"), "{told}");
        }
        assert_eq!(count("12"), Ok(12));
        for text in ["-1", "0", "1.5", "", "few"] {
            let told = count(text).unwrap_err();
            assert!(told.contains("no whole number from 1; write 5"), "{told}");
        }
    }

    #[test]
    fn the_time_one_has_worked_is_read_as_people_write_it() {
        for (text, expected) in [
            ("2y", 24),
            ("18m", 18),
            ("1y6m", 18),
            ("1Y 6 Mo", 18),
            ("1.5 years", 18),
            ("2 years 3 months", 27),
            (" 1yr ", 12),
            ("0m", 0),
            ("0.5m", 1),
        ] {
            assert_eq!(months(text), Ok(expected), "{text}");
        }
        let odd = ", y, 2, 2.5, -3y, y2, 2d, 2w, 3 years ago, 1.5.5y, 1e3y, infy, NaNm, ½y, 2h, \
                   2y6, 99999y, 99999999999999999999999999999999y, long";
        for text in odd.split(", ") {
            assert!(months(text).is_err(), "{text}: {:?}", months(text));
        }
    }

    #[test]
    fn weeks_are_read_day_by_day_in_ranges_or_as_a_whole() {
        let days = |week: &[(Day, u32)]| Ok(Said::Days(week.iter().copied().collect()));
        assert_eq!(week("mon=1,sat=4"), days(&[(Day::Mon, 60), (Day::Sat, 240)]));
        assert_eq!(week("mon=0"), days(&[(Day::Mon, 0)]));
        assert_eq!(week("Tue=1.5, sun=45m"), days(&[(Day::Tue, 90), (Day::Sun, 45)]));
        assert_eq!(week("Mon-Tue=1 sat=4"), week("mon=1,tue=1,sat=4"));
        assert_eq!(week("mon 1 sat 4h"), week("mon=1,sat=4"));
        assert_eq!(week("mon 1, sat 4h"), days(&[(Day::Mon, 60), (Day::Sat, 240)]));
        assert!(matches!(week("mon-sun=2"), Ok(Said::Days(week)) if week.len() == 7));
        for text in ["8", "8h", "8h a week", "8 hours per week", "8.0"] {
            assert_eq!(week(text), Ok(Said::Total(480)), "{text}");
        }
        let odd = " mon mon= mon=-1 mon=25 noday=1 mon=1,mon=2 fri-mon=1 169h much";
        for text in odd.split(' ') {
            assert!(week(text).is_err(), "{text}");
        }
    }

    #[test]
    fn breaks_run_forwards() {
        let today = civil::date(2026, 11, 21);
        let days = |text| days(today, text);
        let christmas = Days { from: civil::date(2026, 12, 20), to: civil::date(2027, 1, 3) };
        assert_eq!(days("2026-12-20..2027-01-03"), Ok(christmas));
        assert_eq!(days("20 dec..3 jan"), Ok(christmas));
        assert!(days("2028-02-29").is_ok());
        for text in ["2027-02-29", "2027-01-03..2026-12-20", "", "..", "soon..later"] {
            assert!(days(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        // A Saturday.
        let today = civil::date(2026, 11, 21);
        for (lean, text, expected) in [
            (Lean::Future, "2027-12-20", "2027-12-20"),
            (Lean::Future, "Today", "2026-11-21"),
            (Lean::Past, "yesterday", "2026-11-20"),
            (Lean::Future, "tomorrow", "2026-11-22"),
            (Lean::Future, "in 3 weeks", "2026-12-12"),
            (Lean::Past, "2 days ago", "2026-11-19"),
            (Lean::Future, "30 nov", "2026-11-30"),
            (Lean::Past, "30 nov", "2025-11-30"),
            (Lean::Future, "march 3", "2027-03-03"),
            (Lean::Future, "3 Mar 2028", "2028-03-03"),
            (Lean::Future, "29 feb", "2028-02-29"),
            (Lean::Future, "mon", "2026-11-23"),
            (Lean::Past, "Monday", "2026-11-16"),
            (Lean::Past, "sat", "2026-11-21"),
        ] {
            let found = date(today, lean, text).map(|it| it.to_string());
            assert_eq!(found.as_deref(), Ok(expected), "{text}");
        }
        let odd = ", soon, 31 feb, in three weeks, in 3 fortnights, mondays, 3 3, 2026-02-30, \
                   in 999999 years, december, 1 jan 27";
        for text in odd.split(", ") {
            assert!(date(today, Lean::Future, text).is_err(), "{text}");
        }
    }
}
