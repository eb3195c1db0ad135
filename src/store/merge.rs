//! Bringing together what was changed in two places.
//!
//! Works on the JSON of the file, so that fields nobody here knows are brought
//! together like all others. With a `base`, which is what both sides were made
//! from, a change of one side stands and so does a removal. Without one
//! everything there is on either side is kept. Where both sides changed the
//! same thing:
//!
//! - objects are brought together field by field, lists of words or objects as sets;
//! - a change outlives a removal;
//! - of two notes both are kept, one below the other, and of two lines of evidence
//!   one beside the other;
//! - of anything else the later date, the larger number, the text or list that
//!   comes later in the alphabet is kept: arbitrary, but the same everywhere;
//! - a skill that was claimed here and skipped there is both, and whoever reads it
//!   takes what was said last.
//!
//! Which side is called ours makes no difference, nor does the order in which
//! several files are brought together, nor doing it again.

use std::{cmp::Ordering, collections::BTreeMap};

use serde_json::{Map, Value};

use super::file::{ProgressFile, manner::Manner};

/// Brings two files together; `base` is what both were made from, if that is known.
pub(super) fn files(
    base: Option<&ProgressFile>,
    ours: &ProgressFile,
    theirs: &ProgressFile,
) -> Result<ProgressFile, String> {
    let said = |error: serde_json::Error| error.to_string();
    let value = |file: &ProgressFile| serde_json::to_value(file).map_err(said);
    let base = base.map(value).transpose()?;
    let (ours, theirs) = (value(ours)?, value(theirs)?);
    let merged = |manner| {
        let merged = three(manner, base.as_ref(), Some(&ours), Some(&theirs));
        serde_json::from_value(merged.unwrap_or_default())
    };
    // Where a single field was removed of something that needs it, the thing stays whole.
    merged(Manner::File).or_else(|_| merged(Manner::Whole)).map_err(said)
}

/// Everything there is in either of two values of a file's JSON.
pub(super) fn union(ours: Value, theirs: &Value) -> Value {
    three(Manner::Fields, None, Some(&ours), Some(theirs)).unwrap_or(ours)
}

fn three(
    manner: Manner,
    base: Option<&Value>,
    ours: Option<&Value>,
    theirs: Option<&Value>,
) -> Option<Value> {
    if ours == theirs || theirs == base {
        return ours.cloned();
    }
    if ours == base {
        return theirs.cloned();
    }
    if let (Some(between), Some(Value::String(a)), Some(Value::String(b))) =
        (manner.between(), ours, theirs)
    {
        return Some(Value::String(both_texts(between, base, a, b)));
    }
    match (ours, theirs) {
        (Some(Value::Object(a)), Some(Value::Object(b))) => {
            Some(Value::Object(fields(manner, base, a, b)))
        }
        (Some(Value::Object(a)), None) if manner.is_by_field() => {
            filled(fields(manner, base, a, &Map::new()))
        }
        (None, Some(Value::Object(b))) if manner.is_by_field() => {
            filled(fields(manner, base, &Map::new(), b))
        }
        _ if are_lists(base, ours, theirs) => lists(base, ours, theirs),
        _ => later(ours, theirs),
    }
}

fn fields(
    manner: Manner,
    base: Option<&Value>,
    ours: &Map<String, Value>,
    theirs: &Map<String, Value>,
) -> Map<String, Value> {
    let new = theirs.keys().filter(|key| !ours.contains_key(*key));
    let merged = ours.keys().chain(new).filter_map(|key| {
        let base = base.and_then(|it| it.get(key));
        let value = three(manner.of(key), base, ours.get(key), theirs.get(key))?;
        Some((key.clone(), value))
    });
    merged.collect()
}

fn filled(fields: Map<String, Value>) -> Option<Value> {
    (!fields.is_empty()).then_some(Value::Object(fields))
}

/// Whether both are lists of words or objects, or one is and the other was.
fn are_lists(base: Option<&Value>, ours: Option<&Value>, theirs: Option<&Value>) -> bool {
    let is_set = |it| rank(it) == Rank::Set;
    let is_empty = |it: Option<&Value>| it.is_none() || rank(it) == Rank::Empty;
    let is_shortened = (is_set(ours) && is_empty(theirs)) || (is_set(theirs) && is_empty(ours));
    is_set(ours) && is_set(theirs) || is_set(base) && is_shortened
}

/// Lists as sets; nothing if nothing is left of one that was removed on one side.
fn lists(base: Option<&Value>, ours: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
    let members = |it| members(it, Value::to_string);
    let merged = sets(&members(base), &members(ours), members(theirs));
    let is_gone = merged.is_empty() && (ours.is_none() || theirs.is_none());
    (!is_gone).then(|| Value::Array(merged.into_values().collect()))
}

fn members(list: Option<&Value>, name: impl Fn(&Value) -> String) -> BTreeMap<String, Value> {
    let members = list.and_then(Value::as_array).into_iter().flatten();
    members.map(|it| (name(it), it.clone())).collect()
}

/// What is on either side, unless it was in the base and one side removed it.
fn sets<T: Clone>(
    base: &BTreeMap<String, T>,
    ours: &BTreeMap<String, T>,
    mut theirs: BTreeMap<String, T>,
) -> BTreeMap<String, T> {
    theirs.retain(|name, _| ours.contains_key(name) || !base.contains_key(name));
    let kept = ours.iter().filter(|(name, _)| !base.contains_key(*name));
    let kept: Vec<_> = kept.map(|(name, it)| (name.clone(), it.clone())).collect();
    theirs.extend(kept);
    theirs
}

/// Two texts with something between them; what was kept of both before is not kept twice.
fn both_texts(between: &str, base: Option<&Value>, ours: &str, theirs: &str) -> String {
    let base = base.and_then(Value::as_str).map(|it| parts(between, it)).unwrap_or_default();
    let merged = sets(&base, &parts(between, ours), parts(between, theirs));
    merged.into_keys().collect::<Vec<_>>().join(between)
}

/// The texts that lie between marks, so that they are the same once joined and
/// parted again: none begins or ends like a mark.
fn parts(between: &str, text: &str) -> BTreeMap<String, String> {
    let bare = text.split(between).map(|part| bare(between, part));
    bare.filter(|part| !part.is_empty()).map(|it| (it.to_owned(), it.to_owned())).collect()
}

fn bare<'a>(between: &str, part: &'a str) -> &'a str {
    let (begins, ends) = (between.trim_start(), between.trim_end());
    let mut bare = part;
    while let Some(rest) = bare.strip_prefix(begins).or_else(|| bare.strip_suffix(ends)) {
        bare = rest;
    }
    if bare == between.trim() { "" } else { bare }
}

/// The one that is more, by an order in which nothing is the least.
fn later(ours: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
    let is_ours = match (ours, theirs) {
        (Some(a), Some(b)) => order(a, b) != Ordering::Less,
        (ours, _) => ours.is_some(),
    };
    if is_ours { ours.cloned() } else { theirs.cloned() }
}

/// What kind of value it is; the more it can hold the higher it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Null,
    Bool,
    Number,
    String,
    Empty,
    List,
    Set,
    Object,
}

fn rank(value: Option<&Value>) -> Rank {
    match value {
        None | Some(Value::Null) => Rank::Null,
        Some(Value::Bool(_)) => Rank::Bool,
        Some(Value::Number(_)) => Rank::Number,
        Some(Value::String(_)) => Rank::String,
        Some(Value::Array(list)) if list.is_empty() => Rank::Empty,
        Some(Value::Array(list)) if list.iter().all(|it| it.is_string() || it.is_object()) => {
            Rank::Set
        }
        Some(Value::Array(_)) => Rank::List,
        Some(Value::Object(_)) => Rank::Object,
    }
}

fn order(a: &Value, b: &Value) -> Ordering {
    let number = |it: &Value| it.as_f64().unwrap_or_default();
    let by_content = || match (a, b) {
        (Value::String(a), Value::String(b)) => a.cmp(b),
        _ => number(a).total_cmp(&number(b)).then_with(|| a.to_string().cmp(&b.to_string())),
    };
    rank(Some(a)).cmp(&rank(Some(b))).then_with(by_content)
}

#[cfg(test)]
mod tests;
