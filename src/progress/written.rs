//! What a learner writes in words of their own: notes, and evidence.
//!
//! However a text came here, it has no letters that speak to a terminal. How long
//! one may be is for `deeds` to say: two that were brought together may be longer.

use std::{ops::Deref, sync::Arc};

use crate::catalog::{PointId, ProjectId, ProofId, RoleId, RouteId, SkillId, is_hidden};

/// What there can be a note on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Notable {
    Role(RoleId),
    Skill(SkillId),
    Project(ProjectId),
    Route(RouteId),
}

/// What there can be evidence for: all that can be ticked with one's own work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// A proof of a skill.
    Proof(SkillId, ProofId),
    /// An acceptance point of a project.
    Point(ProjectId, PointId),
}

/// A note: some lines, of which neither the first nor the last is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note(Arc<str>);

/// What shows that something was done: a link, a path or a sentence, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence(Arc<str>);

/// The columns that a tab is taken for: many a note is written in an editor.
const TAB: &str = "    ";

impl Note {
    /// The note a text makes; none if there is nothing to read in it.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.replace("\r\n", "\n").replace('\t', TAB);
        let lines = text.split('\n').map(|line| seen(line).trim_end().to_owned());
        let lines = lines.collect::<Vec<_>>().join("\n");
        // The first line may be indented as those below it.
        let lines = lines.trim_start_matches('\n').trim_end();
        (!lines.is_empty()).then(|| Self(lines.into()))
    }
}

impl Evidence {
    /// The evidence a text makes; none if there is nothing to read in it.
    pub fn new(text: &str) -> Option<Self> {
        let words = text.split_whitespace().map(seen).filter(|it| !it.is_empty());
        let words = words.collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then(|| Self(words.into()))
    }
}

/// The letters of a text that can be seen.
fn seen(text: &str) -> String {
    text.chars().filter(|it| !is_hidden(*it)).collect()
}

impl Deref for Note {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Deref for Evidence {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn note(text: &str) -> Option<String> {
        Note::new(text).map(|it| it.to_string())
    }

    fn evidence(text: &str) -> Option<String> {
        Evidence::new(text).map(|it| it.to_string())
    }

    #[test]
    fn a_note_keeps_its_lines_and_nothing_that_cannot_be_seen() {
        for (text, expected) in [
            ("one\r\ntwo  \n\n  - three\n\n", "one\ntwo\n\n  - three"),
            ("\n\n  code\n\tmore", "  code\n    more"),
            ("a\u{1b}[31mb\u{202e}c", "a[31mbc"),
        ] {
            assert_eq!(note(text).as_deref(), Some(expected), "{text:?}");
        }
        for nothing in ["", " \n\t\n ", "\u{200b}\n\u{7}"] {
            assert_eq!(note(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn evidence_is_one_line() {
        let text = " https://example.org/a \n and\tmore\u{7} ";
        assert_eq!(evidence(text).as_deref(), Some("https://example.org/a and more"));
        assert_eq!(evidence(" \n "), None);
    }

    proptest! {
        /// So what is written to the file is read from it.
        #[test]
        fn what_was_made_sound_stays_as_it_is(text in "[ab \\t\\r\\n\u{1b}\u{200b}\u{2028}]{0,20}") {
            let note = note(&text);
            prop_assert_eq!(note.as_deref().and_then(self::note), note.clone());
            let evidence = evidence(&text);
            prop_assert_eq!(evidence.as_deref().and_then(self::evidence), evidence.clone());
            let texts = [note, evidence];
            let mut letters = texts.iter().flatten().flat_map(|it| it.chars());
            prop_assert!(letters.all(|it| it == '\n' || !is_hidden(it)));
        }
    }
}
