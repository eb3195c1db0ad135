//! Amounts of time as people write them.

use jiff::civil::Date;

use crate::progress::{DAY_MINUTES, Day, Week};

/// The days of a break, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
}

/// Reads `45m`, `2h`, `1.5h`, `1h30m`; answers with minutes of one day, and more than 0.
pub fn minutes(text: &str) -> Result<u32, String> {
    let wrong = || format!("`{text}` is no time; write 45m, 1h30m or 1.5h");
    let (hours, rest) = match text.split_once('h') {
        Some((hours, rest)) => (hundredths(hours).ok_or_else(wrong)?, rest),
        None => (0, text),
    };
    let rest = match rest.strip_suffix('m') {
        Some(rest) => whole(rest).ok_or_else(wrong)?,
        None if rest.is_empty() && text.ends_with('h') => 0,
        None => return Err(wrong()),
    };
    of_a_day(text, hours * 60 / 100 + rest).and_then(|it| match it {
        0 => Err(format!("`{text}` is no time at all")),
        some => Ok(some),
    })
}

/// Reads `mon=1,sat=4`, hours of the days of a week. Days may be given as a
/// range, `mon-fri=1.5`; hours as for [`minutes`] as well.
pub fn week(text: &str) -> Result<Week, String> {
    let mut week = Week::new();
    for part in text.split(',') {
        let wrong = || format!("`{part}` is no day with its hours; write mon=1,sat=4");
        let (days, hours) = part.trim().split_once('=').ok_or_else(wrong)?;
        let minutes = match hundredths(hours) {
            Some(hours) => of_a_day(part, hours * 60 / 100)?,
            None => minutes(hours)?,
        };
        let (first, last) = days.split_once('-').unwrap_or((days, days));
        let day = |word: &str| Day::find(&word.to_ascii_lowercase()).ok_or_else(wrong);
        let (first, last) = (day(first)?, day(last)?);
        if last < first {
            return Err(wrong());
        }
        for day in Day::ALL.into_iter().filter(|it| (first..=last).contains(it)) {
            if week.insert(day, minutes).is_some() {
                return Err(format!("{} comes twice", day.word()));
            }
        }
    }
    Ok(week)
}

/// Reads `2026-12-20..2027-01-03`, or one day.
pub fn days(text: &str) -> Result<Days, String> {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    let date = |it: &str| {
        it.parse::<Date>().map_err(|_| format!("`{it}` is no date; write 2026-12-20..2027-01-03"))
    };
    let (from, to) = (date(from)?, date(to)?);
    if to < from {
        return Err(format!("{to} is before {from}"));
    }
    Ok(Days { from, to })
}

fn of_a_day(text: &str, minutes: u32) -> Result<u32, String> {
    if minutes > DAY_MINUTES {
        return Err(format!("`{text}` is more than a day has"));
    }
    Ok(minutes)
}

/// A whole number of at most six digits, so that nothing it is used for overflows.
fn whole(text: &str) -> Option<u32> {
    let is_number = (1..=6).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// A number with up to two decimals, in hundredths.
fn hundredths(text: &str) -> Option<u32> {
    let (whole_part, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let decimals = match decimals.len() {
        1 => whole(decimals)? * 10,
        2 => whole(decimals)?,
        _ => return None,
    };
    Some(whole(whole_part)? * 100 + decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, expected) in [
            ("45m", 45),
            ("1h30m", 90),
            ("1.5h", 90),
            ("2h", 120),
            ("90m", 90),
            ("0.25h", 15),
            ("24h", 1440),
        ] {
            assert_eq!(minutes(text), Ok(expected), "{text}");
        }
        for text in [
            "",
            "h",
            "m",
            "45",
            "-5m",
            "1h-5m",
            "0m",
            "0h",
            "25h",
            "1441m",
            "1e3m",
            "NaNh",
            "infh",
            "1.5",
            "1h30",
            "1,5h",
            "m45",
            "1.255h",
            "99999999999h",
            "1h1h",
            " 5m",
            "½h",
            "1.h",
        ] {
            assert!(minutes(text).is_err(), "{text}");
        }
    }

    #[test]
    fn weeks_are_read_day_by_day_or_in_ranges() {
        assert_eq!(week("mon=1,sat=4"), Ok(Week::from([(Day::Mon, 60), (Day::Sat, 240)])));
        assert_eq!(week("mon=0"), Ok(Week::from([(Day::Mon, 0)])));
        assert_eq!(week("Tue=1.5, sun=45m"), Ok(Week::from([(Day::Tue, 90), (Day::Sun, 45)])));
        assert_eq!(week("mon-sun=2").unwrap().len(), 7);
        for text in ["", "mon", "mon=", "mon=-1", "mon=25", "noday=1", "mon=1,mon=2", "fri-mon=1"] {
            assert!(week(text).is_err(), "{text}");
        }
    }

    #[test]
    fn breaks_run_forwards() {
        assert!(days("2026-12-20..2027-01-03").is_ok());
        assert!(days("2028-02-29").is_ok());
        for text in ["2027-02-29", "2027-01-03..2026-12-20", "", "..", "soon..later"] {
            assert!(days(text).is_err(), "{text}");
        }
    }
}
