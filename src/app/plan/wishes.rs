//! What is tried on the plan, as wishes that differ from those kept.
//!
//! A trial is laid over the progress as it stands, wish by wish, and never
//! replaces it: what the learner does elsewhere in the meantime stays.

use std::collections::BTreeMap;

use crate::{
    planner::Choice,
    progress::{DAY_MINUTES, Day, Progress, Week},
};

/// An hour is spread over a week in steps of so many minutes.
const STEP: u32 = 5;
/// An hour has so many of them.
const STEPS: u32 = 60 / STEP;

/// Lays over `now` what `tried` wishes otherwise than `base`, from which it came.
pub(super) fn laid_over(
    now: &Progress,
    base: &Progress,
    tried: &Progress,
    choices: &[Choice],
) -> Progress {
    let mut result = now.clone();
    if let (Some(goal), Some(from), Some(to)) = (&mut result.goal, base.goal, tried.goal)
        && from.depth != to.depth
    {
        goal.depth = to.depth;
    }
    if base.hours != tried.hours {
        result.hours.clone_from(&tried.hours);
    }
    if base.start != tried.start {
        result.start = tried.start;
    }
    lay(&mut result.breaks, &base.breaks, &tried.breaks);
    lay(&mut result.pins, &base.pins, &tried.pins);
    result.picks.retain(|it| tried.picks.contains(it) || !base.picks.contains(it));
    for pick in tried.picks.difference(&base.picks) {
        let choice = choices.iter().find(|it| it.members.contains(pick));
        result.pick(choice.map_or(&[], |it| &it.members), *pick);
    }
    result
}

/// The same for each entry of a map.
fn lay<K: Ord + Copy, V: PartialEq + Copy>(
    result: &mut BTreeMap<K, V>,
    base: &BTreeMap<K, V>,
    tried: &BTreeMap<K, V>,
) {
    for key in base.keys().chain(tried.keys()) {
        match tried.get(key) {
            same if same == base.get(key) => (),
            Some(value) => _ = result.insert(*key, *value),
            None => _ = result.remove(key),
        }
    }
}

/// A week with an hour more, spread over the days that have hours as they have
/// them; on Saturday if none has. A day never has more than it can.
pub(super) fn dearer(week: &Week) -> Week {
    let mut dearer = week.clone();
    if week.values().all(|it| *it == 0) {
        dearer.insert(Day::Sat, 60);
        return dearer;
    }
    for (day, share) in shares(week) {
        dearer.entry(day).and_modify(|it| *it = (*it + share).min(DAY_MINUTES));
    }
    dearer
}

/// A week with an hour less. Days stay in it even if nothing is left of them:
/// a week without days is one the learner has not told of.
pub(super) fn cheaper(week: &Week) -> Week {
    if week.values().sum::<u32>() <= 60 {
        return week.keys().map(|day| (*day, 0)).collect();
    }
    let mut cheaper = week.clone();
    for (day, share) in shares(week) {
        cheaper.entry(day).and_modify(|it| *it = it.saturating_sub(share));
    }
    cheaper
}

/// An hour in steps, to each day by its minutes; what the division leaves goes
/// to the days that are nearest to one step more.
fn shares(week: &Week) -> Vec<(Day, u32)> {
    let all = week.values().sum::<u32>().max(1);
    let whole =
        week.iter().map(|(day, minutes)| (*day, minutes * STEPS / all, minutes * STEPS % all));
    let mut days: Vec<(Day, u32, u32)> = whole.collect();
    let mut left = STEPS.saturating_sub(days.iter().map(|(_, steps, _)| steps).sum());
    days.sort_by_key(|(day, _, rest)| (std::cmp::Reverse(*rest), *day));
    for (_, steps, rest) in &mut days {
        if left > 0 && *rest > 0 {
            *steps += 1;
            left -= 1;
        }
    }
    days.into_iter().map(|(day, steps, _)| (day, steps * STEP)).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::catalog::Catalog;

    fn sum(week: &Week) -> u32 {
        week.values().sum()
    }

    #[test]
    fn an_hour_is_spread_as_the_week_is() {
        let working: Week = Day::ALL.into_iter().take(5).map(|day| (day, 60)).collect();
        let more = dearer(&working);
        assert_eq!(sum(&more), 360);
        assert!(more.values().all(|it| it % 5 == 0 && *it >= 70));
        assert_eq!(cheaper(&more), working);
        let uneven = Week::from([(Day::Mon, 60), (Day::Sat, 240)]);
        assert_eq!(dearer(&uneven), Week::from([(Day::Mon, 70), (Day::Sat, 290)]));
    }

    #[test]
    fn a_week_never_has_less_than_nothing_nor_more_than_a_week() {
        let mut week = Week::from([(Day::Mon, 3), (Day::Sat, 100)]);
        for _ in 0..4 {
            week = cheaper(&week);
        }
        assert_eq!(week, Week::from([(Day::Mon, 0), (Day::Sat, 0)]));
        assert_eq!(sum(&dearer(&week)), 60);
        for _ in 0..400 {
            week = dearer(&week);
        }
        assert_eq!(week.get(&Day::Sat), Some(&DAY_MINUTES));
    }

    #[test]
    fn what_was_done_meanwhile_stays() {
        let catalog = Catalog::embedded().unwrap();
        let id = catalog.find_skill("sql-queries").unwrap();
        let base = Progress::default();
        let mut tried = base.clone();
        tried.hours = Week::from([(Day::Sat, 60)]);
        tried.take_break(date(2027, 3, 8), date(2027, 3, 9));
        let mut now = base.clone();
        now.prove(id, catalog.skill(id).proofs().next().unwrap().0, date(2027, 3, 1));
        now.take_break(date(2027, 4, 8), date(2027, 4, 9));
        let laid = laid_over(&now, &base, &tried, &[]);
        assert_eq!(laid.hours, tried.hours);
        assert_eq!(laid.breaks.len(), 2);
        assert_eq!(laid.record(id), now.record(id));
    }
}
