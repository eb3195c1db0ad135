//! Questions that come back.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    catalog::Answer,
    progress::{Card, Learner},
    reviews::{Asking, Held, Memory, Offer},
};

/// What is to be reviewed today.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reviews<'a> {
    /// How long today's take, in minutes.
    minutes: u32,
    /// How many of today's were never asked before.
    new: usize,
    /// How many more have come, and wait for another day.
    waiting: usize,
    cards: Vec<Review<'a>>,
}

/// A question that comes back.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Review<'a> {
    /// Its name, as `rungs review` takes it.
    card: String,
    /// The skill and the rung it is about: `skill/rung`.
    about: Option<String>,
    question: &'a str,
    code: Option<String>,
    /// The answers to choose from, the right one first.
    options: Vec<&'a str>,
    answer: &'a str,
    /// Why that is the answer, or what the asker of an interview listens for.
    why: &'a str,
    minutes: u32,
    /// How likely it is known today; none if it was never asked.
    recall: Option<f64>,
    /// The day on which it comes back; none if it was never asked.
    due: Option<Date>,
    /// How well it was known, by the entries that `rungs review --undo` takes.
    answered: BTreeMap<String, &'static str>,
}

/// What is to be reviewed today.
pub fn reviews<'a>(learner: Learner<'a>, today: Date, offer: &Offer<'a>) -> Reviews<'a> {
    let Offer { cards, minutes, new, waiting } = offer;
    let card = |it: &Held<'a>| of(learner, today, (&it.card, it.asking), it.memory);
    Reviews {
        minutes: *minutes,
        new: *new,
        waiting: *waiting,
        cards: cards.iter().map(card).collect(),
    }
}

/// One question.
pub fn review<'a>(
    learner: Learner<'a>,
    today: Date,
    (card, asking): (&Card, Asking<'a>),
) -> Review<'a> {
    let memory = learner.progress.reviews_of(card).and_then(Memory::replayed);
    of(learner, today, (card, asking), memory)
}

fn of<'a>(
    learner: Learner<'a>,
    today: Date,
    (card, asking): (&Card, Asking<'a>),
    memory: Option<Memory>,
) -> Review<'a> {
    let mut options = Vec::new();
    let mut code = None;
    let (answer, why) = match asking {
        Asking::Bank(question) => {
            code = question.code.as_ref().map(|it| it.lines.join("\n"));
            let answer = match &question.answer {
                Answer::Choose(all) => {
                    options = all.iter().map(|it| &**it).collect();
                    options.first().copied().unwrap_or("")
                }
                Answer::Output(text) | Answer::Recall(text) => text,
            };
            (answer, &*question.why)
        }
        Asking::Interview(_, asked) => (&*asked.answer, &*asked.listens_for),
    };
    let answered = learner.progress.reviews_of(card).into_iter().flatten();
    Review {
        card: card.to_string(),
        about: asking.climb().map(|it| learner.catalog.climb_name(it)),
        question: asking.asks(),
        code,
        options,
        answer,
        why,
        minutes: asking.minutes(),
        recall: memory.map(|it| it.recall(today)),
        due: memory.map(|it| it.due()),
        answered: answered.map(|(entry, grade)| (entry.to_string(), grade.word())).collect(),
    }
}
