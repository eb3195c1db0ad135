//! The keys that hold for this learner: the table, with their own keys in place of
//! those it comes with.

use std::{borrow::Cow, collections::BTreeSet, sync::LazyLock};

use strum::VariantArray as _;

use super::{
    Action, BINDINGS, Binding, Key,
    Scope::{
        self, Always, Asking, Everywhere, InField, List, Moving, Page, Plan, Roles, Routes, Skills,
        Today, Typing, Welcoming,
    },
};

/// What can hold at once: a key may mean one thing among these. In a line that is typed, and
/// in what lies over a screen, a key is taken away from all that is below it.
const TOGETHER: [&[Scope]; 8] = [
    &[Today, Page, Moving, Everywhere, Always],
    &[Roles, List, Moving, Everywhere, Always],
    &[Roles, Page, Moving, Everywhere, Always],
    &[Skills, List, Moving, Everywhere, Always],
    &[Skills, Page, Moving, Everywhere, Always],
    &[Routes, List, Moving, Everywhere, Always],
    &[Routes, Page, Moving, Everywhere, Always],
    &[Plan, Moving, Everywhere, Always],
];

/// The keys that hold for this learner.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

/// Other keys for something in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebinding {
    /// The word of the scope: `plan`.
    pub scope: String,
    /// The word of what is asked for: `zoom`.
    pub word: String,
    /// The names of the keys; none if there shall be no key for it.
    pub keys: Vec<String>,
}

impl Keymap {
    /// The table as it comes.
    pub fn standard() -> &'static Self {
        static STANDARD: LazyLock<Keymap> =
            LazyLock::new(|| Keymap { bindings: BINDINGS.to_vec() });
        &STANDARD
    }

    /// The table with other keys, or all that is wrong with them.
    pub fn rebound(rebindings: &[Rebinding]) -> Result<Self, Vec<String>> {
        let mut map = Self::standard().clone();
        let mut faults: Vec<String> =
            rebindings.iter().filter_map(|it| map.rebind(it).err()).collect();
        faults.extend(map.conflicts());
        faults.extend(map.dead_ends());
        if faults.is_empty() { Ok(map) } else { Err(faults) }
    }

    fn rebind(&mut self, it: &Rebinding) -> Result<(), String> {
        let Rebinding { scope, word, keys } = it;
        let known: Vec<&str> = Scope::VARIANTS.iter().map(|it| it.word()).collect();
        let Some(found) = Scope::VARIANTS.iter().find(|it| it.word() == scope) else {
            return Err(format!("there is no `keys.{scope}`; there are: {}", known.join(", ")));
        };
        let words: Vec<&str> = self.of(*found).map(|it| it.word).collect();
        let mut own = self.bindings.iter_mut().filter(|it| it.scope == *found);
        let Some(binding) = own.find(|it| it.word == word) else {
            let words = words.join(", ");
            return Err(format!("there is no `{word}` in `keys.{scope}`; there are: {words}"));
        };
        let mut meant = Vec::new();
        for name in keys {
            let Some(key) = Key::named(name) else {
                return Err(format!(
                    "`{name}` is no key; write a letter, Ctrl-x, Space, Enter, Esc, Tab, Up, PageDown"
                ));
            };
            let is_typed = match found {
                InField | Typing | Asking => matches!(key, Key::Char(_)),
                Welcoming => matches!(key, Key::Char(letter) if letter != ' '),
                _ => false,
            };
            if is_typed {
                return Err(format!("`{name}` is typed there and can do nothing else"));
            }
            meant.push(key);
        }
        binding.keys = Cow::Owned(meant);
        Ok(())
    }

    /// The keys that would mean two things.
    fn conflicts(&self) -> BTreeSet<String> {
        let alone = Scope::VARIANTS.iter().map(std::slice::from_ref);
        let groups = TOGETHER.iter().copied().chain(alone);
        groups.flat_map(|scopes| self.conflicts_in(scopes)).collect()
    }

    fn conflicts_in(&self, scopes: &[Scope]) -> Vec<String> {
        let here = self.bindings.iter().filter(|it| scopes.contains(&it.scope));
        let all: Vec<(Key, &Binding)> =
            here.flat_map(|it| it.keys.iter().map(move |key| (*key, it))).collect();
        let mut faults = Vec::new();
        for (at, (key, binding)) in all.iter().enumerate() {
            let before = all.iter().take(at).find(|(it, _)| it == key);
            faults.extend(before.map(|(_, other)| twice(*key, other, binding)));
        }
        faults
    }

    /// What nobody could come out of, or do without.
    fn dead_ends(&self) -> Vec<String> {
        let is_needed = |it: &&Binding| {
            matches!(
                it.action,
                Action::Dismiss
                    | Action::Answer
                    | Action::Ascend
                    | Action::Quit
                    | Action::ToggleHelp
            )
        };
        let without = self.bindings.iter().filter(is_needed).filter(|it| it.keys.is_empty());
        without.map(|it| format!("`{}` ({}) needs a key", it.word, it.scope.word())).collect()
    }

    fn of(&self, scope: Scope) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |it| it.scope == scope)
    }

    /// All of it, line by line.
    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    /// The key to name in a sentence that speaks of an action.
    pub fn named(&self, action: Action) -> String {
        key_of(self.bindings.iter().find(|it| it.action == action))
    }

    /// The same for an action whose key depends on where one is.
    pub fn named_in(&self, scope: Scope, action: Action) -> String {
        key_of(self.of(scope).find(|it| it.action == action))
    }

    /// What a key asks for where these scopes hold, the narrowest first.
    pub fn lookup(&self, scopes: &[Scope], key: Key) -> Option<Action> {
        let find = |scope: &Scope| self.of(*scope).find(|it| it.keys.contains(&key));
        scopes.iter().find_map(find).map(|binding| binding.action)
    }

    /// The bindings that hold where these scopes hold, in the order of the table, with
    /// their keys. A key that a narrower scope takes away is left out.
    pub fn in_scopes(&self, scopes: &[Scope]) -> impl Iterator<Item = (Key, &Binding)> {
        self.bindings.iter().filter(|it| scopes.contains(&it.scope)).filter_map(|it| {
            let answers = |key: &Key| self.lookup(scopes, *key) == Some(it.action);
            it.keys.iter().copied().find(answers).map(|key| (key, it))
        })
    }

    /// The table as the README shows it.
    pub fn markdown(&self) -> String {
        let row = |it: &Binding| {
            let keys: Vec<String> = it.keys.iter().map(|key| format!("`{key}`")).collect();
            let keys = if keys.is_empty() { "–".to_owned() } else { keys.join(" ") };
            let Binding { scope, word, help, .. } = it;
            format!("| {keys} | {help} | {scope} | `{}.{word}` |\n", scope.word())
        };
        let rows: String = self.bindings.iter().map(row).collect();
        format!("| Keys | What they do | Where | Name |\n| --- | --- | --- | --- |\n{rows}")
    }
}

fn twice(key: Key, one: &Binding, other: &Binding) -> String {
    let named = |it: &Binding| format!("`{}` ({})", it.word, it.scope.word());
    format!("`{}` would be both {} and {}", key.word(), named(one), named(other))
}

fn key_of(binding: Option<&Binding>) -> String {
    binding.and_then(|it| it.keys.first()).map(ToString::to_string).unwrap_or_default()
}
