//! The table of keys: which other keys are wanted for what can be done.

use std::ops::Range;

use toml_edit::{Item, TableLike};

use super::{kind, line};

/// Other keys for something that can be done, as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebinding {
    /// Where they hold, such as `plan`; none where the action has them everywhere.
    pub scope: Option<String>,
    /// What they ask for.
    pub action: String,
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
    for (name, item) in table.iter() {
        match item.as_table_like() {
            Some(scope) => {
                for (action, item) in scope.iter() {
                    let place = (Some(name), action, place(scope, action, item));
                    add(text, item, place, all, &mut wrong);
                }
            }
            None => add(text, item, (None, name, place(table, name, item)), all, &mut wrong),
        }
    }
    wrong
}

fn place(table: &dyn TableLike, name: &str, item: &Item) -> Option<Range<usize>> {
    table.key(name).and_then(toml_edit::Key::span).or_else(|| item.span())
}

fn add(
    text: &str,
    item: &Item,
    (scope, action, place): (Option<&str>, &str, Option<Range<usize>>),
    all: &mut Vec<Rebinding>,
    wrong: &mut Vec<Wrong>,
) {
    match written(item) {
        Some(keys) => all.push(Rebinding {
            scope: scope.map(str::to_owned),
            action: action.to_owned(),
            keys,
            line: line(text, place),
        }),
        None => wrong.push((
            item.span().or(place),
            format!(
                "the keys for `{action}` should be a list of texts: {action} = [\"z\", \"Ctrl-z\"]"
            ),
        )),
    }
}

/// One key, or a list of keys.
fn written(item: &Item) -> Option<Vec<String>> {
    if let Some(key) = item.as_str() {
        return Some(vec![key.to_owned()]);
    }
    item.as_array()?.iter().map(|it| it.as_str().map(str::to_owned)).collect()
}
