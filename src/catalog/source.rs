//! Where statements come from, and what rests on them.

use databake::Bake;

use super::{List, SourceId, Text, Topic};

/// Where statements of the catalog come from.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Source {
    /// The name used in files.
    pub id: Text,
    /// The short name shown behind a text.
    pub name: Text,
    /// What it is, in a sentence.
    pub about: Text,
    /// The year it speaks of; none if it does not say.
    pub year: Option<i16>,
    /// Its own address, if it has one.
    pub address: Option<Text>,
    /// What it states, in our words; each is numbered from 1.
    pub statements: List<Text>,
}

/// A statement of a source: its number there, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Bake)]
#[databake(path = crate::catalog)]
pub struct Citation {
    /// The source that states it.
    pub source: SourceId,
    /// The number of the statement there, counted from 1.
    pub number: u16,
}

/// Some sentences, and who says so.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Passage {
    /// The sentences, in our words.
    pub text: Text,
    /// The statements they rest on; empty for common knowledge.
    pub citations: List<Citation>,
}

/// A question people ask, answered.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Faq {
    /// The question as people ask it.
    pub question: Text,
    /// Its answer, with sources.
    pub answer: List<Passage>,
}

/// What is true of many roles, told once.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Guide {
    /// What it is about.
    pub topic: Topic,
    /// The heading above it.
    pub title: Text,
    /// What it says.
    pub passages: List<Passage>,
    /// Questions people ask, answered.
    pub questions: List<Faq>,
}

impl Source {
    /// The statement of that number, counted from 1.
    pub fn statement(&self, number: u16) -> Option<&Text> {
        self.statements.get(usize::from(number).checked_sub(1)?)
    }
}
