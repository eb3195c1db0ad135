//! A line of text being typed.

use tui_input::{Input, InputRequest};

use crate::keys::Editing;

/// The longest text worth typing, in characters.
const LONGEST: usize = 500;

/// The most that is looked for, in characters.
const WORDS: usize = 60;

/// What is typed into a field.
#[derive(Clone, Copy, Debug)]
pub(super) enum Typed<'a> {
    Letters(&'a str),
    Edit(Editing),
}

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

    /// Takes what is typed.
    pub(super) fn take(&mut self, typed: Typed<'_>) {
        self.take_within(LONGEST, typed);
    }

    /// Takes as much as some words to look for may be long.
    pub(super) fn take_words(&mut self, typed: Typed<'_>) {
        self.take_within(WORDS, typed);
    }

    /// What is too much or no part of a letter is left out.
    fn take_within(&mut self, longest: usize, typed: Typed<'_>) {
        match typed {
            Typed::Letters(text) => {
                let room = longest.saturating_sub(self.text().chars().count());
                for letter in text.chars().filter(|c| !c.is_control()).take(room) {
                    self.input.handle(InputRequest::InsertChar(letter));
                }
            }
            Typed::Edit(editing) => self.edit(editing),
        }
    }

    /// The text before the caret and the text behind it.
    pub(super) fn parts(&self) -> (&str, &str) {
        self.text().split_at(self.caret())
    }

    /// Where in the text the caret is, in bytes.
    fn caret(&self) -> usize {
        let letters = self.text().char_indices().map(|(at, _)| at);
        letters.chain([self.text().len()]).nth(self.input.cursor()).unwrap_or(self.text().len())
    }

    fn edit(&mut self, editing: Editing) {
        self.input.handle(match editing {
            Editing::Left => InputRequest::GoToPrevChar,
            Editing::Right => InputRequest::GoToNextChar,
            Editing::WordLeft => InputRequest::GoToPrevWord,
            Editing::WordRight => InputRequest::GoToNextWord,
            Editing::EraseRest => InputRequest::DeleteTillEnd,
            Editing::Start => InputRequest::GoToStart,
            Editing::End => InputRequest::GoToEnd,
            Editing::EraseBefore => InputRequest::DeletePrevChar,
            Editing::EraseBehind => InputRequest::DeleteNextChar,
            Editing::EraseWord => InputRequest::DeletePrevWord,
            Editing::EraseLine => InputRequest::DeleteLine,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_goes_by_letters() {
        let mut field = Field::default();
        field.take(Typed::Letters("ae\u{301}👩\u{200d}💻"));
        field.edit(Editing::Left);
        assert_eq!(field.caret(), "ae\u{301}".len());
        field.edit(Editing::EraseBefore);
        assert_eq!(field.text(), "a👩\u{200d}💻");
        field.edit(Editing::EraseBehind);
        assert_eq!(field.text(), "a");
    }
}
