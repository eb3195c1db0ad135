//! From a command about reviews to what it asks for.

use super::{Failure, line::Grade, session::Session, time::entry};
use crate::{
    deeds::Deed,
    progress::{self, Card, EntryId},
    report::{json, text},
    reviews::{self, Asking},
};

impl Session {
    /// What is to be reviewed today.
    pub(super) fn reviews(&self) -> String {
        let learner = self.learner();
        let offer = reviews::today(learner, self.today);
        self.say(
            || text::reviews(learner, self.today, &offer),
            || json::reviews(learner, self.today, &offer),
        )
    }

    /// One question, with its answer.
    pub(super) fn review_shown(&self, name: &str) -> Result<String, Failure> {
        let (card, asking) = self.asking(name)?;
        Ok(self.say(
            || text::asking(asking, self.progress.reviews_of(&card)),
            || json::review(self.learner(), self.today, (&card, asking)),
        ))
    }

    pub(super) fn review(&self, name: &str, grade: Grade) -> Result<Deed, Failure> {
        let (card, _) = self.asking(name)?;
        let grade = match grade {
            Grade::Again => progress::Grade::Again,
            Grade::Hard => progress::Grade::Hard,
            Grade::Good => progress::Grade::Good,
            Grade::Easy => progress::Grade::Easy,
        };
        Ok(Deed::Review(card, entry(self.today), grade))
    }

    /// Takes an answer back: the one that is named, or the last; to a question, or, where
    /// it is clear which was the last, to any.
    pub(super) fn unreview(
        &self,
        name: Option<&str>,
        entry: Option<&str>,
    ) -> Result<Deed, Failure> {
        let no_answer = || {
            Failure::Misused(match name {
                Some(name) => format!("`{name}` has no such answer to take back"),
                None => "there is no such answer to take back".to_owned(),
            })
        };
        let named = name.map(|it| Card::new(it).ok_or_else(no_answer)).transpose()?;
        let entry = entry.map(|it| EntryId::parse(it).ok_or_else(no_answer)).transpose()?;
        let is_meant = |card: &Card, id: &EntryId| {
            named.as_ref().is_none_or(|it| it == card) && entry.as_ref().is_none_or(|it| it == id)
        };
        let lasts = self.progress.reviews().filter_map(|(card, grades)| {
            let last = grades.keys().rev().find(|it| is_meant(card, it))?;
            Some((last.clone(), card.clone()))
        });
        let mut lasts: Vec<(EntryId, Card)> = lasts.collect();
        lasts.sort();
        let (last, card) = lasts.pop().ok_or_else(no_answer)?;
        // The letters of entries say nothing of the time of day.
        let same_day = lasts.iter().filter(|(it, _)| it.date() == last.date());
        let mut cards: Vec<&str> = same_day.map(|(_, card)| card.name()).collect();
        if cards.is_empty() {
            return Ok(Deed::Unreview(card, last));
        }
        cards.push(card.name());
        Err(Failure::Misused(format!(
            "several questions were answered on that day, so say which: rungs review CARD --undo; they are {}",
            cards.join(", ")
        )))
    }

    fn asking(&self, name: &str) -> Result<(Card, Asking<'static>), Failure> {
        let found =
            Card::new(name).and_then(|it| Some((it.clone(), Asking::of(self.catalog, &it)?)));
        found.ok_or_else(|| {
            Failure::Misused(format!("there is no question `{name}`; see `rungs review`"))
        })
    }
}
