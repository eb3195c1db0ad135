//! What time reviews will take, week by week, so that the plan can set it aside.
//!
//! It is set aside by habit: an eighth of it for each of the last eight weeks in which
//! something was answered. Whoever never answers has all their hours for what is new,
//! and their plan is as if there were no reviews; whoever begins does not see the end
//! move by weeks at the first answer; and who stops gets the time back. Weeks are whole,
//! from Monday to Sunday: who answers on Saturdays has the same plan on every other day.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    deck::{Asking, deck},
    memory::{Memory, later},
};
use crate::{
    catalog::ClimbId,
    progress::{Grade, Learner, Progress, monday},
};

/// The weeks that make a habit.
const HABIT: i32 = 8;

/// Reviews beyond those of a learner who never forgets, in hundredths: one in ten is
/// not known, and begins again. Tests measure it.
const FORGOTTEN: u32 = 135;

/// How far ahead reviews are foreseen, in days: later ones are rare.
const AHEAD: i32 = 3 * 365;

/// The minutes that reviews will take, by the Mondays of the weeks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aside {
    // In hundredths of a minute.
    asked: BTreeMap<Date, u32>,
    share: u32,
    habit: u32,
    // What did not fit into the weeks before.
    late: u32,
}

/// The minutes that reviews will take a learner who goes on as they have begun, and
/// finishes these climbs on these days. None where nothing was answered for weeks.
pub fn aside(
    learner: Learner<'_>,
    today: Date,
    coming: impl Iterator<Item = (ClimbId, Date)>,
) -> Option<Aside> {
    let share = learner.progress.review_share();
    let habit = habit(learner.progress, today);
    if share == 0 || habit == 0 {
        return None;
    }
    let mut aside = Aside { asked: BTreeMap::new(), share, habit, late: 0 };
    let steps = steps(today);
    let minutes = minutes(learner);
    for held in deck(learner) {
        let due = held.due().max(today);
        let interval = held.memory.map_or(0, |it| it.interval());
        let known = steps.iter().take_while(|it| **it < interval).count();
        let ahead = steps.get(known..).unwrap_or_default();
        aside.add(due, ahead, held.asking.minutes());
    }
    for (climb, finish) in coming {
        for (place, minutes) in (1..).zip(minutes.get(&climb).into_iter().flatten()) {
            aside.add(later(finish, place), &steps, *minutes);
        }
    }
    Some(aside)
}

impl Aside {
    /// Adds a card that is asked on a day, and then after each of these times.
    fn add(&mut self, first: Date, steps: &[i32], minutes: u32) {
        let mut day = first;
        let mut passed = 0;
        for step in [0].iter().chain(steps) {
            day = later(day, *step);
            passed += step;
            if passed > AHEAD {
                break;
            }
            let week = self.asked.entry(monday(day)).or_default();
            *week = week.saturating_add(minutes * FORGOTTEN);
        }
    }

    /// What is set aside of the minutes of a week; weeks are asked for one after the
    /// other, and what does not fit into one is still there in the next.
    pub fn take(&mut self, monday: Date, minutes: u32) -> u32 {
        let asked = self.asked.remove(&monday).unwrap_or(0);
        let wanted = self.late.saturating_add(asked);
        let most = minutes * self.share;
        let taken = wanted.min(most);
        self.late = wanted - taken;
        taken * self.habit / HABIT.unsigned_abs() / 100
    }
}

/// In how many of the last eight whole weeks something was answered. The running one does
/// not count: it would be missing on Monday, and there again once something is answered.
fn habit(progress: &Progress, today: Date) -> u32 {
    let this_week = monday(today);
    let entries = progress.reviews().flat_map(|(_, grades)| grades.keys());
    let weeks: BTreeSet<i32> =
        entries.map(|it| (this_week - monday(it.date())).get_days() / 7).collect();
    weeks.range(1..=HABIT).map(|_| 1).sum()
}

/// The times between reviews of what is known each time.
fn steps(today: Date) -> Vec<i32> {
    let first = Memory::graded(None, today, Grade::Good);
    let all = std::iter::successors(Some(first), |it| {
        Some(Memory::graded(Some(it), it.due(), Grade::Good)).filter(|it| it.interval() < AHEAD)
    });
    all.map(|it| it.interval()).collect()
}

/// How long the questions of each climb take.
fn minutes(learner: Learner<'_>) -> BTreeMap<ClimbId, Vec<u32>> {
    let mut minutes: BTreeMap<ClimbId, Vec<u32>> = BTreeMap::new();
    for question in learner.catalog.questions() {
        minutes.entry(question.climb).or_default().push(Asking::Bank(question).minutes());
    }
    minutes
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::progress::{Card, EntryId};

    /// Something answered on each of these days.
    fn answered(days: impl Iterator<Item = Date>) -> Progress {
        let mut progress = Progress::default();
        for day in days {
            progress.grade(Card::new("a-card").unwrap(), EntryId::new(day, "a"), Grade::Good);
        }
        progress
    }

    #[test]
    fn a_habit_is_the_same_on_every_day_of_a_week() {
        // The first of March is a Monday, the Saturday before it the last that counts.
        let monday = date(2027, 3, 1);
        for answers in [-2, -1, -7, 5] {
            let day = later(monday, answers);
            let progress = answered((-12..=0).map(|week| later(day, week * 7)));
            for weekday in 0..7 {
                assert_eq!(habit(&progress, later(monday, weekday)), 8, "{day}, {weekday}");
            }
        }
    }

    #[test]
    fn the_running_week_counts_once_it_is_over_and_for_eight_weeks() {
        let monday = date(2027, 3, 1);
        let progress = answered([later(monday, 3)].into_iter());
        let habits: Vec<u32> = (0..=70).map(|day| habit(&progress, later(monday, day))).collect();
        assert_eq!(habits[..7], [0; 7]);
        assert_eq!(habits[7..63], [1; 56]);
        assert_eq!(habits[63..], [0; 8]);
    }
}
