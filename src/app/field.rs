//! A line of text being typed.

use tui_input::{Input, InputRequest};

/// The longest text worth typing, in letters.
const LONGEST: usize = 60;

/// A line of text being typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Field {
    input: Input,
}

impl Field {
    /// What was typed so far.
    pub(super) fn text(&self) -> &str {
        self.input.value()
    }

    /// Types some letters; what is too much or no letter is left out.
    pub(super) fn insert(&mut self, letters: impl Iterator<Item = char>) {
        let room = LONGEST.saturating_sub(self.text().chars().count());
        for letter in letters.filter(|c| !c.is_control()).take(room) {
            self.input.handle(InputRequest::InsertChar(letter));
        }
    }

    /// Erases the last letter, or the last word.
    pub(super) fn erase(&mut self, is_word: bool) {
        let request =
            if is_word { InputRequest::DeletePrevWord } else { InputRequest::DeletePrevChar };
        self.input.handle(request);
    }
}
