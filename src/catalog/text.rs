//! Texts, which are part of the program wherever possible.

use std::borrow::Cow;

/// A text of the catalog.
pub type Text = Cow<'static, str>;

/// Whether a character is a command to the terminal rather than something to
/// read: C0 and C1, what turns the direction of writing, and what cannot be seen.
pub fn is_hidden(c: char) -> bool {
    let is_mark = matches!(c, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    is_mark || c.is_control()
}

/// A name by its letters and digits alone, in small letters: however it is
/// written, it is the same name.
pub fn plain(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric() || matches!(c, '+' | '#'));
    letters.flat_map(char::to_lowercase).collect()
}
