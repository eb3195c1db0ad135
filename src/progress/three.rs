//! Three-way values: what lies between two states, carried over to a third.

use std::collections::{BTreeMap, BTreeSet};

/// Which of the things that lie between two states are carried over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carry {
    /// All of them.
    All,
    /// Those that are still as they were in the first of the two.
    Untouched,
}

/// A plain value: `now`, or what it became from `from` to `to`.
pub(super) fn value<T: Clone + PartialEq>(now: &T, from: &T, to: &T, carry: Carry) -> T {
    let is_carried = from != to && (carry == Carry::All || now == from);
    if is_carried { to.clone() } else { now.clone() }
}

/// A set whose members are chosen one instead of the other, so that they go
/// together or not at all.
pub(super) fn set<T: Clone + Ord>(
    now: &BTreeSet<T>,
    from: &BTreeSet<T>,
    to: &BTreeSet<T>,
    carry: Carry,
) -> BTreeSet<T> {
    let is_untouched = from.difference(to).all(|it| now.contains(it))
        && to.difference(from).all(|it| !now.contains(it));
    let mut now = now.clone();
    if carry == Carry::All || is_untouched {
        now.retain(|it| to.contains(it) || !from.contains(it));
        now.extend(to.difference(from).cloned());
    }
    now
}

/// A map whose entries go one by one.
pub(super) fn map<K: Clone + Ord, V: Clone + PartialEq>(
    now: &BTreeMap<K, V>,
    from: &BTreeMap<K, V>,
    to: &BTreeMap<K, V>,
    carry: Carry,
) -> BTreeMap<K, V> {
    entries(now, from, to, |now, from, to| {
        value(&now.cloned(), &from.cloned(), &to.cloned(), carry)
    })
}

/// A map whose entries have parts: each that differs between `from` and `to` is
/// what `part` makes of it, or gone.
pub(super) fn entries<K: Clone + Ord, V: Clone + PartialEq>(
    now: &BTreeMap<K, V>,
    from: &BTreeMap<K, V>,
    to: &BTreeMap<K, V>,
    part: impl Fn(Option<&V>, Option<&V>, Option<&V>) -> Option<V>,
) -> BTreeMap<K, V> {
    let mut result = now.clone();
    let keys: BTreeSet<&K> = from.keys().chain(to.keys()).collect();
    for key in keys.into_iter().filter(|key| from.get(*key) != to.get(*key)) {
        match part(now.get(key), from.get(key), to.get(key)) {
            Some(value) => _ = result.insert(key.clone(), value),
            None => _ = result.remove(key),
        }
    }
    result
}
