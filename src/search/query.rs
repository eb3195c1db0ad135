//! What was typed, and how well it fits a name or a text.

use std::ops::Range;

use crate::catalog::plain;

/// The least letters of a word that may stand within another: shorter ones stand in too many.
const WITHIN: usize = 4;

/// The most letters that have to be a whole word of a text.
const SHORT: usize = 2;

/// The endings that a word is the same without.
const ENDINGS: [&str; 14] = [
    "ations", "ation", "ments", "ment", "ings", "ing", "ers", "ied", "ies", "er", "es", "ed", "e",
    "s",
];

/// The least letters that an ending leaves.
const STEM: usize = 3;

/// What was typed.
#[derive(Clone, Debug)]
pub(super) struct Query {
    phrase: String,
    plain: String,
    words: Vec<String>,
    stems: Vec<String>,
}

/// A name or a text to compare with what was typed: in small letters, one for each
/// letter there was, and where its words begin.
#[derive(Clone, Debug)]
pub(super) struct Folded {
    text: String,
    plain: String,
    starts: Vec<usize>,
}

/// How well something fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It is what was typed.
    Exact,
    /// It begins with it, and a word ends behind.
    Begins,
    /// It begins with it.
    BeginsWord,
    /// It has all the words.
    Words,
    /// Each word begins one of its words.
    Starts,
    /// The same but for the endings.
    Stems,
    /// The words stand within its words.
    Within,
}

/// One small letter for each letter.
fn fold(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '+' | '#')
}

impl Query {
    /// None if there is nothing in it to look for.
    pub(super) fn new(typed: &str) -> Option<Self> {
        let trim = |word: &str| {
            let word: String = word.chars().map(fold).collect();
            word.trim_matches(|it| !is_word(it)).to_owned()
        };
        let words: Vec<String> =
            typed.split_whitespace().map(trim).filter(|it| !it.is_empty()).collect();
        let stems = words.iter().map(|it| stem(it).to_owned()).collect();
        let typed: String = typed.chars().map(fold).collect();
        let phrase = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then(|| Self { phrase, plain: plain(&typed), words, stems })
    }

    /// Its letters alone.
    pub(super) fn plain(&self) -> &str {
        &self.plain
    }

    /// How well it fits a name.
    pub(super) fn fit(&self, name: &Folded) -> Option<Fit> {
        if name.plain == self.plain {
            return Some(Fit::Exact);
        }
        if let Some(behind) = name.text.strip_prefix(&*self.phrase) {
            let is_whole = !behind.starts_with(is_word);
            return Some(if is_whole { Fit::Begins } else { Fit::BeginsWord });
        }
        let all = |fits: &dyn Fn(&str) -> bool| self.words.iter().all(|it| fits(it));
        if all(&|it| name.has_word(it)) {
            Some(Fit::Words)
        } else if all(&|it| name.has_start(it)) {
            Some(Fit::Starts)
        } else if self.stems.iter().all(|it| name.has_start(it)) {
            Some(Fit::Stems)
        } else if all(&|it| it.len() >= WITHIN && name.text.contains(it)) {
            Some(Fit::Within)
        } else {
            None
        }
    }

    /// Whether each word begins one of the name or of where it is, and at least one of the name.
    pub(super) fn fits_with(&self, name: &Folded, place: &Folded) -> bool {
        let has = |it: &String| name.has_start(it) || place.has_start(it);
        self.words.len() > 1
            && self.words.iter().all(has)
            && self.words.iter().any(|it| name.has_start(it))
    }

    /// How well it fits a text of many words in small letters.
    pub(super) fn fit_text(&self, text: &str) -> Option<Fit> {
        // So few letters begin too many words.
        let is_whole = |word: &str, at: usize| {
            let behind = text.get(at + word.len()..);
            word.len() > SHORT || behind.is_some_and(|it| !it.starts_with(is_word))
        };
        let has = |word: &str| starts_in(text, word).any(|at| is_whole(word, at));
        if has(&self.phrase) {
            Some(Fit::Words)
        } else if self.words.iter().all(|it| has(it)) {
            Some(Fit::Starts)
        } else if self.stems.iter().all(|it| has(it)) {
            Some(Fit::Stems)
        } else {
            None
        }
    }

    /// The bytes of a text that are what was typed.
    pub(super) fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let folded = Folded::new(text);
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut marked = vec![false; text.len() + 1];
        for (word, stem) in self.words.iter().zip(&self.stems) {
            let mut found: Vec<Range<usize>> = folded.places(word, true).collect();
            if found.is_empty() {
                found = folded.places(stem, true).collect();
            }
            if found.is_empty() && word.len() >= WITHIN {
                found = folded.places(word, false).collect();
            }
            let letters = found.into_iter().filter_map(|it| bytes.get(it));
            for place in letters.filter_map(|it| Some(*it.first()?..*it.last()?)) {
                marked.iter_mut().take(place.end).skip(place.start).for_each(|it| *it = true);
            }
        }
        runs(&marked)
    }
}

/// The stretches that are marked.
fn runs(marked: &[bool]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in marked.iter().enumerate().filter(|(_, is)| **is) {
        match runs.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

impl Folded {
    pub(super) fn new(text: &str) -> Self {
        let mut folded = Self { text: String::new(), plain: plain(text), starts: Vec::new() };
        let mut before = ' ';
        for letter in text.chars() {
            // `PostgreSQL` has two words in it.
            let is_hump = before.is_lowercase() && letter.is_uppercase();
            if is_word(letter) && (!is_word(before) || is_hump) {
                folded.starts.push(folded.text.len());
            }
            folded.text.push(fold(letter));
            before = letter;
        }
        folded
    }

    /// What was folded, in small letters.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Its letters alone.
    pub(super) fn plain(&self) -> &str {
        &self.plain
    }

    /// Its words.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.text.split(|it| !is_word(it)).filter(|it| !it.is_empty())
    }

    fn behind_starts(&self) -> impl Iterator<Item = &str> {
        self.starts.iter().filter_map(|at| self.text.get(*at..))
    }

    fn has_start(&self, word: &str) -> bool {
        self.behind_starts().any(|it| it.starts_with(word))
    }

    fn has_word(&self, word: &str) -> bool {
        let mut behind = self.behind_starts().filter_map(|it| it.strip_prefix(word));
        behind.any(|it| !it.starts_with(is_word))
    }

    /// Where a word stands, in letters counted from 0 and with the one behind it.
    fn places(&self, word: &str, is_start: bool) -> impl Iterator<Item = Range<usize>> {
        let found = self.text.match_indices(word).map(|(at, _)| at);
        let found = found.filter(move |at| !is_start || self.starts.contains(at));
        let length = word.chars().count();
        found.filter(move |_| length > 0).map(move |at| {
            let before = self.text.get(..at).map_or(0, |it| it.chars().count());
            before..before + length + 1
        })
    }
}

/// The places of a text in small letters where a word begins with these letters.
fn starts_in<'a>(text: &'a str, letters: &'a str) -> impl Iterator<Item = usize> {
    // Most texts do not have it at all, which is found out fastest this way.
    let found = if text.contains(letters) { Some(text.match_indices(letters)) } else { None };
    let places = found.into_iter().flatten().map(|(at, _)| at);
    places.filter(|at| text.get(..*at).is_some_and(|it| !it.ends_with(is_word)))
}

/// A word without its ending.
fn stem(word: &str) -> &str {
    let shorter = ENDINGS.iter().filter_map(|it| word.strip_suffix(it));
    let mut shorter = shorter.filter(|it| it.chars().count() >= STEM);
    shorter.next().unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(typed: &str, name: &str, expected: Option<Fit>) {
        let query = Query::new(typed).unwrap();
        assert_eq!(query.fit(&Folded::new(name)), expected, "{typed:?} in {name:?}");
    }

    #[test]
    fn what_fits_best_is_told_from_what_fits_less() {
        check("git basics", "Git: basics", Some(Fit::Exact));
        check("git", "Git: basics", Some(Fit::Begins));
        check("git", "GitHub", Some(Fit::BeginsWord));
        check("basics git", "Git: basics", Some(Fit::Words));
        check("sql", "PostgreSQL", Some(Fit::Words));
        check("bas", "Git: basics", Some(Fit::Starts));
        check("deployment", "How to deploy", Some(Fit::Stems));
        check("gres", "PostgreSQL", Some(Fit::Within));
        check("git", "Digital", None);
        check("ai", "Maintaining", None);
        check("c++", "C++", Some(Fit::Exact));
        check("git rust", "Git", None);
    }

    #[test]
    fn what_was_typed_is_marked_where_it_stands() {
        let marked = |typed: &str, text: &str| -> Vec<String> {
            let marks = Query::new(typed).unwrap().marks(text);
            marks.into_iter().map(|it| text[it].to_owned()).collect()
        };
        assert_eq!(marked("GIT", "Git, digital, GitHub"), ["Git", "Git"]);
        assert_eq!(marked("key for", "A foreign key"), ["for", "key"]);
        assert_eq!(marked("é", "École élan 日本"), ["É", "é"]);
        assert_eq!(marked("deployment", "Deploying it"), ["Deploy"]);
        assert_eq!(marked("zzz", "Deploying it"), Vec::<String>::new());
    }

    #[test]
    fn a_text_is_gone_through_by_words() {
        let fit = |typed: &str| Query::new(typed).unwrap().fit_text("undo a commit with rebasing");
        assert_eq!(fit("a commit"), Some(Fit::Words));
        assert_eq!(fit("commit undo"), Some(Fit::Starts));
        assert_eq!(fit("rebased"), Some(Fit::Stems));
        assert_eq!(fit("omit"), None);
    }

    proptest! {
        /// Whatever is typed: marks are whole letters of the text, in order.
        #[test]
        fn marks_are_letters_of_the_text(typed in any::<String>(), text in any::<String>()) {
            if let Some(query) = Query::new(&typed) {
                let marks = query.marks(&text);
                prop_assert!(marks.iter().all(|it| text.get(it.clone()).is_some()));
                prop_assert!(marks.windows(2).all(|it| it[0].end < it[1].start));
            }
        }

        #[test]
        fn every_name_fits_itself(name in "[a-zA-Z0-9+# é日:-]{1,20}") {
            if let Some(query) = Query::new(&name) {
                prop_assert_eq!(query.fit(&Folded::new(&name)), Some(Fit::Exact));
            }
        }
    }
}
