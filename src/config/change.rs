//! The settings one by one: how each is read from a text, and written into one.

use toml_edit::{DocumentMut, Item, Value};

use super::{Config, DEFAULT, Fault, SignChoice, ThemeName, document, kind, meant};

/// One setting and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Change {
    Theme(ThemeName),
    Mouse(bool),
    Motion(bool),
    Signs(SignChoice),
}

/// The names of all settings, and of the table of keys.
const NAMES: &[&str] = &["theme", "mouse", "motion", "signs", super::KEYS];

impl Change {
    /// The name of the setting, as it stands in the text.
    pub fn name(self) -> &'static str {
        match self {
            Self::Theme(_) => "theme",
            Self::Mouse(_) => "mouse",
            Self::Motion(_) => "motion",
            Self::Signs(_) => "signs",
        }
    }

    /// Its value, as it stands in the text but for quotation marks.
    pub fn word(self) -> &'static str {
        match self {
            Self::Theme(it) => it.word(),
            Self::Signs(it) => it.word(),
            Self::Mouse(true) | Self::Motion(true) => "true",
            Self::Mouse(false) | Self::Motion(false) => "false",
        }
    }

    /// Changes this one setting.
    pub fn make(self, config: &mut Config) {
        match self {
            Self::Theme(it) => config.theme = it,
            Self::Mouse(it) => config.has_mouse = it,
            Self::Motion(it) => config.has_motion = it,
            Self::Signs(it) => config.signs = it,
        }
    }

    fn value(self) -> Value {
        match self {
            Self::Mouse(it) | Self::Motion(it) => it.into(),
            Self::Theme(_) | Self::Signs(_) => self.word().into(),
        }
    }
}

impl Config {
    /// All settings but the keys, in the order of the text.
    pub fn settings(&self) -> [Change; 4] {
        let Self { theme, has_mouse, has_motion, signs, keys: _ } = self;
        [
            Change::Theme(*theme),
            Change::Mouse(*has_mouse),
            Change::Motion(*has_motion),
            Change::Signs(*signs),
        ]
    }
}

/// What a setting is set to, or what is wrong with it.
pub(super) fn read(name: &str, item: &Item) -> Result<Change, String> {
    match name {
        "theme" => one_of(name, item, ThemeName::ALL, ThemeName::word).map(Change::Theme),
        "signs" => one_of(name, item, SignChoice::ALL, SignChoice::word).map(Change::Signs),
        "mouse" => is(name, item).map(Change::Mouse),
        "motion" => is(name, item).map(Change::Motion),
        _ => Err(format!("there is no setting `{name}`{}", meant(name, NAMES))),
    }
}

fn one_of<T: Copy>(
    name: &str,
    item: &Item,
    all: &[T],
    word: impl Fn(T) -> &'static str,
) -> Result<T, String> {
    let words: Vec<&str> = all.iter().map(|it| word(*it)).collect();
    let Some(text) = item.as_str() else {
        let (kind, words) = (kind(item), words.join("\", \""));
        return Err(format!("`{name}` is {kind}, and should be one of \"{words}\""));
    };
    let found = all.iter().copied().find(|it| word(*it) == text);
    found.ok_or_else(|| format!("there is no `{name}` called `{text}`{}", meant(text, &words)))
}

fn is(name: &str, item: &Item) -> Result<bool, String> {
    let wrong =
        || format!("`{name}` is {}, and should be true or false, without quotes", kind(item));
    item.as_bool().ok_or_else(wrong)
}

/// A text in which one setting is another, and all else is as it was, comments
/// too. No text becomes the default one. One that is no TOML is not touched.
pub fn with(text: Option<&str>, change: Change) -> Result<String, Fault> {
    let mut document: DocumentMut = document(text.unwrap_or(DEFAULT))?.into_mut();
    let mut value = change.value();
    let item = document.entry(change.name()).or_insert(Item::None);
    if let Some(old) = item.as_value() {
        *value.decor_mut() = old.decor().clone();
    }
    *item = Item::Value(value);
    Ok(document.to_string())
}
