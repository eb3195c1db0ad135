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
            || text::asking(asking),
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

    /// Takes an answer back: the one that is named, or the last.
    pub(super) fn unreview(&self, name: &str, entry: Option<&str>) -> Result<Deed, Failure> {
        let no_answer = || Failure::Misused(format!("`{name}` has no such answer to take back"));
        let card = Card::new(name).ok_or_else(no_answer)?;
        let last = || Some(self.progress.reviews_of(&card)?.last_key_value()?.0.clone());
        let entry = entry.map_or_else(last, EntryId::parse).ok_or_else(no_answer)?;
        Ok(Deed::Unreview(card, entry))
    }

    fn asking(&self, name: &str) -> Result<(Card, Asking<'static>), Failure> {
        let found =
            Card::new(name).and_then(|it| Some((it.clone(), Asking::of(self.catalog, &it)?)));
        found.ok_or_else(|| {
            Failure::Misused(format!("there is no question `{name}`; see `rungs review`"))
        })
    }
}
