//! What was learned comes back as questions before it is forgotten.
//!
//! Every question of a finished climb is a card. When a card comes back is said by
//! [FSRS](https://github.com/open-spaced-repetition) from the grades that it was given,
//! day by day; nothing but the grades is ever kept. [`today()`] says what is asked
//! today, within the share of the week that the learner leaves to reviews;
//! [`freshness()`] what is still known of a skill; [`aside()`] what time reviews will
//! take, for the plan; and [`mock()`] what an interview could ask.
//!
//! None of it ever takes a tick away.

mod aside;
mod deck;
mod fresh;
mod memory;
mod mock;
mod offer;

pub use self::{
    aside::{Aside, aside},
    deck::{Asking, CHOICE_MINUTES, Held, WORDS_MINUTES, deck},
    fresh::{Freshness, freshness},
    memory::{Memory, RETENTION},
    mock::{MOCK, Posed, mock},
    offer::{Offer, answered, today},
};
