//! What a learner can set: how the program looks, and which keys it answers to.
//!
//! A text in, a sound [`Config`] out, with [`Fault`]s that say what is wrong,
//! where, and what would be right. Whatever is wrong, the rest holds, and what is
//! missing is as it is by default: no text keeps the program from opening. Where
//! the text comes from, and where it is kept, is for others to say.

mod change;
mod default;
mod rebinding;

use std::{fmt, ops::Range};

use strum::VariantArray;
use toml_edit::{Document, Item};

pub use self::{
    change::{Change, with},
    default::DEFAULT,
    rebinding::Rebinding,
};

/// All that can be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The colours.
    pub theme: ThemeName,
    /// Whether the mouse is heard.
    pub has_mouse: bool,
    /// Whether anything on the screen may move by itself.
    pub has_motion: bool,
    /// The signs that are painted.
    pub signs: SignChoice,
    /// Other keys for what can be done, as they are written; whether there are such
    /// actions and keys is not said here.
    pub keys: Vec<Rebinding>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            theme: ThemeName::Terminal,
            has_mouse: true,
            has_motion: true,
            signs: SignChoice::Auto,
            keys: Vec::new(),
        }
    }
}

/// A set of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum ThemeName {
    /// The terminal's own colours, on its own background.
    #[default]
    Terminal,
    /// Light on a dark background.
    Dark,
    /// Dark on a light background.
    Light,
    /// As far apart as colours can be, on black.
    HighContrast,
    /// Colours that are told apart without telling red from green, on a dark background.
    ColorBlind,
}

/// Which signs are painted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum SignChoice {
    /// Those the terminal can be expected to have.
    #[default]
    Auto,
    /// All of them.
    Unicode,
    /// Plain letters only.
    Ascii,
}

impl ThemeName {
    /// All of them, the default first.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The word it goes by.
    pub fn word(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::ColorBlind => "colour-blind",
        }
    }

    /// What it is like, in a few words.
    pub fn about(self) -> &'static str {
        match self {
            Self::Terminal => "the colours and the background of your terminal",
            Self::Dark => "light letters on a dark background",
            Self::Light => "dark letters on a light background",
            Self::HighContrast => "strong colours on black",
            Self::ColorBlind => "blue, orange and white: no red or green to tell apart",
        }
    }
}

impl SignChoice {
    /// All of them, the default first.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The word it goes by.
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Unicode => "unicode",
            Self::Ascii => "ascii",
        }
    }
}

/// Something that is wrong with a text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, and what would be right.
    pub text: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.text)
    }
}

/// What a text says, and what is wrong with it, from its first line to its last.
pub fn parse(text: &str) -> (Config, Vec<Fault>) {
    let mut config = Config::default();
    let document = match document(text) {
        Ok(document) => document,
        Err(fault) => return (config, vec![fault]),
    };
    let mut faults = Vec::new();
    for (name, item) in document.as_table() {
        let span = document.as_table().key(name).and_then(toml_edit::Key::span);
        let mut complain = |span, what| faults.push(Fault { line: line(text, span), text: what });
        if name == KEYS {
            for (span, what) in rebinding::read(text, item, &mut config.keys) {
                complain(span, what);
            }
            continue;
        }
        match change::read(name, item) {
            Ok(change) => change.make(&mut config),
            Err(what) => complain(item.span().or(span), what),
        }
    }
    faults.sort_by_key(|it| it.line);
    (config, faults)
}

/// The name of the table of keys.
const KEYS: &str = "keys";

fn document(text: &str) -> Result<Document<&str>, Fault> {
    Document::parse(text).map_err(|error| {
        let what = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
        let text_of_fault =
            format!("this is no TOML: {what}; nothing in the file holds before that is mended");
        Fault { line: line(text, error.span()), text: text_of_fault }
    })
}

/// The line a place is in.
fn line(text: &str, span: Option<Range<usize>>) -> usize {
    let before = span.and_then(|it| text.get(..it.start)).unwrap_or_default();
    before.matches('\n').count() + 1
}

/// What it is instead of what it should be.
fn kind(item: &Item) -> &'static str {
    match item.type_name() {
        "string" => "a text",
        "integer" | "float" => "a number",
        "boolean" => "true or false",
        "datetime" => "a date",
        "array" => "a list",
        "table" | "inline table" => "a table",
        "array of tables" => "a list of tables",
        _ => "nothing",
    }
}

/// The nearest of some words, as a question; nothing if none is near.
fn meant(word: &str, known: &[&str]) -> String {
    let near = |it: &&str| strsim::jaro_winkler(&word.to_lowercase(), it);
    let best = known.iter().copied().max_by(|a, b| near(a).total_cmp(&near(b)));
    match best.filter(|it| near(it) >= NEAR) {
        Some(best) => format!("; did you mean `{best}`?"),
        None => format!("; there are: {}", known.join(", ")),
    }
}

/// From here on one word may have been meant by another, as the command line has it.
const NEAR: f64 = 0.7;

#[cfg(test)]
mod tests;
