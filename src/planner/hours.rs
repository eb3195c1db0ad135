//! Weeks with more hours or fewer, as somebody would spread them.

use crate::progress::{DAY_MINUTES, Day, Week};

/// Minutes that a day of the weekend takes before an hour goes elsewhere.
const LONG: u32 = 240;

/// A week with so many hours more, or fewer if less than 0. An hour more goes
/// to Saturday, then to Sunday, up to four hours each, and then to the shortest
/// of the other days; an hour less comes from the longest day.
pub fn shifted(week: &Week, hours: i32) -> Week {
    let mut week = week.clone();
    for _ in 0..hours.unsigned_abs().min(7 * 24) {
        if hours > 0 { more(&mut week) } else { fewer(&mut week) }
    }
    week
}

/// A number of minutes, spread over a week as somebody would who has a week like
/// that: whole hours as in [`shifted`], and what is left on the longest day.
pub fn of_total(minutes: u32, like: &Week) -> Week {
    let minutes = minutes.min(7 * DAY_MINUTES);
    let all: u32 = like.values().sum();
    let hours = |minutes: u32| i32::try_from(minutes / 60).unwrap_or(0);
    let whole = if all > minutes {
        shifted(like, -hours(all - minutes))
    } else {
        shifted(like, hours(minutes - all))
    };
    let mut week = whole;
    let sum: u32 = week.values().sum();
    if sum > minutes {
        take(&mut week, sum - minutes);
    } else {
        add(&mut week, minutes - sum);
    }
    week
}

fn more(week: &mut Week) {
    let minutes = |day: Day| week.get(&day).copied().unwrap_or(0);
    let weekend = [Day::Sat, Day::Sun].into_iter().find(|day| minutes(*day) + 60 <= LONG);
    let shortest = || Day::ALL.iter().copied().min_by_key(|day| (minutes(*day), *day));
    if let Some(day) = weekend.or_else(shortest) {
        let with = (minutes(day) + 60).min(DAY_MINUTES);
        week.insert(day, with);
    }
}

fn fewer(week: &mut Week) {
    take(week, 60);
}

/// Takes so many minutes from the longest days. Days stay in a week even if
/// nothing is left of them: a week without days is one the learner has not told of.
fn take(week: &mut Week, minutes: u32) {
    let mut left = minutes;
    while let Some(longest) = week
        .iter_mut()
        .filter(|(_, own)| left > 0 && **own > 0)
        .max_by_key(|(day, own)| (**own, is_weekend(**day), **day))
    {
        let part = left.min(*longest.1);
        *longest.1 -= part;
        left -= part;
    }
}

/// Adds so many minutes to the longest day that has room for some.
fn add(week: &mut Week, minutes: u32) {
    let mut left = minutes;
    while left > 0 {
        let own = |day: Day| week.get(&day).copied().unwrap_or(0);
        let free = Day::ALL.iter().copied().filter(|day| own(*day) < DAY_MINUTES);
        let Some(day) = free.max_by_key(|day| (own(*day), is_weekend(*day))) else { break };
        let part = left.min(DAY_MINUTES - own(day));
        *week.entry(day).or_insert(0) += part;
        left -= part;
    }
}

fn is_weekend(day: Day) -> bool {
    matches!(day, Day::Sat | Day::Sun)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(week: &Week) -> u32 {
        week.values().sum()
    }

    #[test]
    fn an_hour_more_goes_to_the_weekend_first() {
        let working: Week = Day::ALL.iter().take(5).map(|day| (*day, 60)).collect();
        let more = shifted(&working, 1);
        assert_eq!(more.get(&Day::Sat), Some(&60));
        assert_eq!(sum(&shifted(&working, 9)), 14 * 60);
        assert_eq!(shifted(&working, 8).get(&Day::Sun), Some(&240));
        assert_eq!(sum(&shifted(&working, -2)), 3 * 60);
        assert_eq!(sum(&shifted(&more, -1)), 5 * 60);
    }

    #[test]
    fn a_week_never_has_less_than_nothing_nor_more_than_a_week() {
        let week = Week::from([(Day::Mon, 3), (Day::Sat, 100)]);
        assert_eq!(shifted(&week, -4), Week::from([(Day::Mon, 0), (Day::Sat, 0)]));
        assert_eq!(sum(&shifted(&Week::new(), 1)), 60);
        assert_eq!(sum(&shifted(&week, 400)), 7 * DAY_MINUTES);
    }

    #[test]
    fn a_total_is_spread_as_somebody_would() {
        let working: Week = Day::ALL.iter().take(5).map(|day| (*day, 60)).collect();
        let eight = of_total(480, &working);
        assert_eq!((eight.get(&Day::Mon), eight.get(&Day::Sat)), (Some(&60), Some(&180)));
        assert_eq!(of_total(300, &working), working);
        assert_eq!(of_total(90, &Week::new()), Week::from([(Day::Sat, 90)]));
        for total in [0, 1, 59, 60, 487, 3000, 10_000, 7 * DAY_MINUTES] {
            for like in [&working, &Week::from([(Day::Mon, 50), (Day::Sat, 180)])] {
                let spread = of_total(total, like);
                assert_eq!(sum(&spread), total, "{spread:?}");
                assert!(spread.values().all(|it| *it <= DAY_MINUTES));
            }
        }
    }
}
