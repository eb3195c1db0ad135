//! What keys are called, on screens and where keys are set.

use std::fmt;

use super::Key::{
    self, BackTab, Backspace, Char, Ctrl, CtrlLeft, CtrlRight, Delete, Down, End, Enter, Esc, F1,
    Home, Left, PageDown, PageUp, Right, Tab, Up,
};

/// The keys that are more than a letter.
const NAMED: [Key; 17] = [
    Up, Down, Left, Right, Home, End, PageUp, PageDown, Tab, BackTab, Enter, Esc, Backspace,
    Delete, CtrlLeft, CtrlRight, F1,
];

impl Key {
    /// The key that goes by that name, in whatever case: `x`, `Space`, `Ctrl-r`, `Enter`, `PageDown`.
    pub fn named(name: &str) -> Option<Self> {
        let mut letters = name.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            return (!letter.is_control() && letter != ' ').then_some(Char(letter));
        }
        let plain = name.to_lowercase();
        if plain == "space" {
            return Some(Char(' '));
        }
        let named = NAMED.into_iter().find(|key| key.word().to_lowercase() == plain);
        named.or_else(|| {
            let mut letters = plain.strip_prefix("ctrl-")?.chars();
            let letter = letters.next().filter(char::is_ascii_lowercase)?;
            letters.next().is_none().then_some(Ctrl(letter))
        })
    }

    /// Its name in letters alone.
    pub fn word(self) -> String {
        match self {
            Char(' ') => "Space".to_owned(),
            Char(c) => c.to_string(),
            Ctrl(c) => format!("Ctrl-{}", c.to_ascii_uppercase()),
            BackTab => "Shift-Tab".to_owned(),
            CtrlLeft => "Ctrl-Left".to_owned(),
            CtrlRight => "Ctrl-Right".to_owned(),
            Up | Down | Left | Right | Home | End | PageUp | PageDown | Tab | Enter | Esc
            | Backspace | Delete | F1 => format!("{self:?}"),
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Up => f.write_str("↑"),
            Down => f.write_str("↓"),
            Left => f.write_str("←"),
            Right => f.write_str("→"),
            Char(_) | Ctrl(_) | Home | End | PageUp | PageDown | Tab | BackTab | Enter | Esc
            | Backspace | Delete | CtrlLeft | CtrlRight | F1 => f.write_str(&self.word()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_known_by_its_name() {
        let letters = ('!'..='~').map(Char).chain(('a'..='z').map(Ctrl)).chain([Char(' ')]);
        for key in letters.chain(NAMED) {
            assert_eq!(Key::named(&key.word()), Some(key), "{key:?}");
        }
        assert_eq!(Key::named("ctrl-R"), Some(Ctrl('r')));
        assert_eq!(Key::named("PAGEdown"), Some(PageDown));
        for odd in ["", " ", "\n", "Ctrl-", "Ctrl-1", "Ctrl-ab", "F2", "xx", "Alt-x"] {
            assert_eq!(Key::named(odd), None, "{odd}");
        }
    }
}
