//! The table of keys: which other keys are wanted for what can be done.

use std::ops::Range;

use toml_edit::{Item, TableLike};

use super::{kind, line};

/// Other keys for something that can be done, as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebinding {
    /// Where they hold, such as `plan`.
    pub scope: String,
    /// What they ask for, such as `zoom`.
    pub word: String,
    /// The keys, the one to advertise first; none if it is to have no key.
    pub keys: Vec<String>,
    /// The line, counted from 1, to say where something is wrong.
    pub line: usize,
}

/// Where something is wrong, and what.
type Wrong = (Option<Range<usize>>, String);

/// Adds what the table says, and answers what is wrong with it.
pub(super) fn read(text: &str, item: &Item, all: &mut Vec<Rebinding>) -> Vec<Wrong> {
    let Some(table) = item.as_table_like() else {
        let what = format!("`keys` is {}, and should be a table: [keys]", kind(item));
        return vec![(item.span(), what)];
    };
    let mut wrong = Vec::new();
    for (scope, item) in table.iter() {
        let Some(words) = item.as_table_like() else {
            let what = format!(
                "`{scope}` has to stand below where it holds, such as [keys.everywhere] or [keys.plan]"
            );
            wrong.push((place(table, scope, item), what));
            continue;
        };
        for (word, item) in words.iter() {
            let place = place(words, word, item);
            match written(item) {
                Some(keys) => all.push(Rebinding {
                    scope: scope.to_owned(),
                    word: word.to_owned(),
                    keys,
                    line: line(text, place),
                }),
                None => wrong.push((item.span().or(place), no_list(word))),
            }
        }
    }
    wrong
}

fn no_list(word: &str) -> String {
    format!("the keys for `{word}` should be a list of texts: {word} = [\"z\", \"Ctrl-x\"]")
}

fn place(table: &dyn TableLike, name: &str, item: &Item) -> Option<Range<usize>> {
    table.key(name).and_then(toml_edit::Key::span).or_else(|| item.span())
}

/// One key, or a list of keys.
fn written(item: &Item) -> Option<Vec<String>> {
    if let Some(key) = item.as_str() {
        return Some(vec![key.to_owned()]);
    }
    item.as_array()?.iter().map(|it| it.as_str().map(str::to_owned)).collect()
}
