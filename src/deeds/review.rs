//! Answers to questions that came back.

use jiff::civil::Date;

use super::Refusal;
use crate::progress::{Card, EntryId, Grade, Progress};

/// Notes how well a question was answered on a day that has come.
pub(super) fn grade(
    progress: &mut Progress,
    today: Date,
    (card, entry, grade): (&Card, &EntryId, Grade),
) -> Result<(), Refusal> {
    if entry.date() > today {
        return Err(Refusal::NotYet(entry.date()));
    }
    progress.grade(card.clone(), entry.clone(), grade);
    Ok(())
}

/// Takes an answer back that is there.
pub(super) fn ungrade(
    progress: &mut Progress,
    card: &Card,
    entry: &EntryId,
) -> Result<(), Refusal> {
    let is_there = progress.reviews_of(card).is_some_and(|it| it.contains_key(entry));
    if !is_there {
        return Err(Refusal::NoEntry);
    }
    progress.ungrade(card, entry);
    Ok(())
}
