//! What is asked today.
//!
//! What comes back goes first, the most forgotten before all else; what is new has the
//! room that is left. So whoever falls behind gets nothing new until they have caught
//! up, and what does not fit waits: nothing is lost, and no day is longer than it may be.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::deck::{Asking, Held, WORDS_MINUTES, deck};
use crate::progress::{Card, EntryId, Learner, Progress, minutes_on, monday};

/// What is asked on a day.
#[derive(Clone, Debug, Default)]
pub struct Offer<'a> {
    /// The cards, in the order in which they are asked.
    pub cards: Vec<Held<'a>>,
    /// How long they take, in minutes.
    pub minutes: u32,
    /// How many of them were never asked before.
    pub new: usize,
    /// How many more have come, and wait for another day.
    pub waiting: usize,
}

/// What is asked today, beyond what was answered today already.
pub fn today(learner: Learner<'_>, today: Date) -> Offer<'_> {
    if learner.progress.review_share() == 0 {
        return Offer::default();
    }
    let mut come: Vec<Held<'_>> =
        deck(learner).into_iter().filter(|it| it.due() <= today).collect();
    if come.is_empty() {
        return Offer::default();
    }
    come.sort_by(|one, other| order(one, other, today));
    let room = room(learner, today);
    let mut offer = Offer::default();
    // What does not fit is not passed by: else what takes long would wait forever.
    for held in come {
        let minutes = held.asking.minutes();
        if offer.waiting > 0 || offer.minutes + minutes > room {
            offer.waiting += 1;
            continue;
        }
        offer.minutes += minutes;
        offer.new += usize::from(held.memory.is_none());
        offer.cards.push(held);
    }
    offer
}

/// What was asked before, then what was proven, then what was claimed; in each the
/// most forgotten first.
fn order(one: &Held<'_>, other: &Held<'_>, today: Date) -> Ordering {
    let rank = |it: &Held<'_>| (it.memory.is_none(), it.memory.is_none() && !it.is_proven);
    let recall = || one.recall(today).total_cmp(&other.recall(today));
    rank(one).cmp(&rank(other)).then_with(recall)
}

/// The minutes that are left for reviews today: the week's share, spread over its days
/// with hours. What was not used earlier in the week can be used later in it, but no day
/// takes more than two days' part.
fn room(learner: Learner<'_>, today: Date) -> u32 {
    let progress = learner.progress;
    if minutes_on(progress, today) == 0 {
        return 0;
    }
    let week: Vec<(Date, u32)> = monday(today)
        .series(jiff::Span::new().days(1))
        .take(7)
        .map(|it| (it, minutes_on(progress, it)))
        .collect();
    let share = week.iter().map(|(_, it)| it).sum::<u32>() * progress.review_share() / 100;
    let days = week.iter().filter(|(_, it)| *it > 0).count();
    let so_far = week.iter().filter(|(date, it)| *it > 0 && *date <= today).count();
    let [days, so_far] = [days, so_far].map(|it| u32::try_from(it).unwrap_or(7).max(1));
    let spent = |from: Date| answered(learner, from, today).1;
    let open = (share * so_far / days).saturating_sub(spent(monday(today)));
    let most = 2 * share.div_ceil(days);
    open.min(most.saturating_sub(spent(today)))
}

/// How many questions were answered from one day to another, and how long that took, in
/// minutes, as reviews are assumed to take.
pub fn answered(learner: Learner<'_>, from: Date, to: Date) -> (usize, u32) {
    let Learner { catalog, progress } = learner;
    let times = within(progress, from, to).map(|(card, count)| {
        let minutes = Asking::of(catalog, card).map_or(WORDS_MINUTES, Asking::minutes);
        (count, minutes * u32::try_from(count).unwrap_or(u32::MAX))
    });
    times.fold((0, 0), |(count, minutes), it| (count + it.0, minutes.saturating_add(it.1)))
}

fn within(progress: &Progress, from: Date, to: Date) -> impl Iterator<Item = (&Card, usize)> {
    progress.reviews().filter_map(move |(card, grades)| {
        let days = grades.keys().rev().map(EntryId::date);
        let count = days.take_while(|it| *it >= from).filter(|it| *it <= to).count();
        (count > 0).then_some((card, count))
    })
}
