//! The field's own words, and questions to see what is known.

use databake::Bake;

use super::{ClimbId, List, SkillId, Text};

/// A word of the field.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Term {
    /// The word, or the words.
    pub words: Text,
    /// What it means, in a sentence.
    pub meaning: Text,
    /// The skill that it belongs to.
    pub skill: SkillId,
}

/// A question to see what is known.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Question {
    /// The name used in files.
    pub id: Text,
    /// What it asks about.
    pub climb: ClimbId,
    /// What is asked.
    pub asks: Text,
    /// The code it asks about; often none.
    pub code: Option<Code>,
    /// How it is answered.
    pub answer: Answer,
    /// Why that is the answer, in a sentence.
    pub why: Text,
}

/// Some lines of code.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Code {
    /// The language it is written in.
    pub language: Text,
    /// Its lines; never none.
    pub lines: List<Text>,
}

/// How a question is answered.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub enum Answer {
    /// By one of these, the right one first.
    Choose(List<Text>),
    /// By what the code prints.
    Output(Text),
    /// In one's own words; this is a model.
    Recall(Text),
}
