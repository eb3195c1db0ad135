//! Ids that were renamed, split or merged in the catalog.
//!
//! `assets/format/aliases.json` says what became of them; a file that speaks of the
//! old ids is read as if it spoke of the new ones:
//!
//! ```json
//! { "skills": [
//!     { "from": "git-branching", "to": ["git-branches", "git-merging"],
//!       "proofs": { "p1": "git-branches/p1", "p2": "git-merging/p3" } }
//! ] }
//! ```
//!
//! What was said of the whole is said of each part. A tick goes where `proofs`
//! (`milestones` for a route) sends it, and to the tick of its own name where
//! there is no such table. What has no new place is kept under its old name.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{file::ProgressFile, merge};

/// What became of old ids; an asset like those of the catalog, proved by a test.
static ALIASES: LazyLock<Aliases> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../assets/format/aliases.json")).unwrap_or_default()
});

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Aliases {
    #[serde(default)]
    skills: Vec<Alias>,
    #[serde(default)]
    routes: Vec<Alias>,
    #[serde(default)]
    roles: Vec<Alias>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Alias {
    from: String,
    to: Vec<String>,
    #[serde(default, alias = "milestones")]
    proofs: BTreeMap<String, String>,
}

/// The file with new ids for old ones; `bytes` is what it was read from.
pub(super) fn followed(file: ProgressFile, bytes: &[u8]) -> ProgressFile {
    ALIASES.followed(file, bytes)
}

/// New ids for old ones in what an older program wrote, before anything else is made of it.
pub(super) fn follow(fields: &mut Map<String, Value>) {
    ALIASES.rename(fields);
}

/// Whether an id stands in the text of a file, alone or with a rung behind it.
fn names(text: &str, id: &str) -> bool {
    ["\"", "/"].iter().any(|end| text.contains(&format!("\"{id}{end}")))
}

impl Aliases {
    fn followed(&self, file: ProgressFile, bytes: &[u8]) -> ProgressFile {
        let all = self.skills.iter().chain(&self.routes).chain(&self.roles);
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        if !all.into_iter().any(|alias| names(text, &alias.from)) {
            return file;
        }
        let Ok(Value::Object(mut fields)) = serde_json::to_value(&file) else { return file };
        self.rename(&mut fields);
        // The values are those that came out of a file.
        serde_json::from_value(Value::Object(fields)).unwrap_or(file)
    }

    fn rename(&self, fields: &mut Map<String, Value>) {
        for alias in &self.skills {
            alias.renew(fields, "skills", &["proofs", "evidence"]);
            for (name, section) in &mut *fields {
                if !["skills", "projects", "roles", "routes", "goal"].contains(&name.as_str()) {
                    alias.rename(section);
                }
            }
        }
        for alias in &self.routes {
            alias.renew(fields, "routes", &["milestones"]);
        }
        for alias in &self.roles {
            alias.renew(fields, "roles", &[]);
            if let Some(goal) = fields.get_mut("goal") {
                alias.rename(goal);
            }
        }
    }
}

impl Alias {
    /// Moves what was done about an old id to the new ones; `ticks` are the fields that
    /// speak of what can be ticked.
    fn renew(&self, fields: &mut Map<String, Value>, section: &str, ticks: &[&str]) {
        let Some(section) = fields.get_mut(section).and_then(Value::as_object_mut) else { return };
        let Some(Value::Object(old)) = section.remove(&self.from) else { return };
        for (number, to) in self.to.iter().enumerate() {
            let part = self.part(&old, to, number == 0, ticks);
            if part.is_empty() {
                continue;
            }
            let part = Value::Object(part);
            let whole = section.remove(to).map_or(part.clone(), |there| merge::union(there, &part));
            section.insert(to.clone(), whole);
        }
    }

    /// What of an old entry belongs to one of the new ones.
    fn part(
        &self,
        old: &Map<String, Value>,
        to: &str,
        is_first: bool,
        ticks: &[&str],
    ) -> Map<String, Value> {
        let whole = ["claimed", "claims", "skipped", "since", "read"];
        let belongs = |field: &str| !ticks.contains(&field) && (is_first || whole.contains(&field));
        let rest = old.iter().filter(|(field, _)| belongs(field));
        let mut part: Map<String, Value> =
            rest.map(|(field, it)| (field.clone(), it.clone())).collect();
        for field in ticks {
            let ticked = old.get(*field).and_then(Value::as_object).into_iter().flatten();
            let ticked: Map<String, Value> = ticked
                .filter_map(|(tick, it)| Some((self.tick(tick, to, is_first)?, it.clone())))
                .collect();
            if !ticked.is_empty() {
                part.insert((*field).to_owned(), Value::Object(ticked));
            }
        }
        part
    }

    /// What a tick is called at one of the new ids, if it goes there.
    fn tick(&self, tick: &str, to: &str, is_first: bool) -> Option<String> {
        if self.proofs.is_empty() {
            return Some(tick.to_owned());
        }
        match self.proofs.get(tick).and_then(|it| it.split_once('/')) {
            Some((id, tick)) => (id == to).then(|| tick.to_owned()),
            None => is_first.then(|| format!("{}/{tick}", self.from)),
        }
    }

    /// Says the first new id wherever the old one is said. In lists, all of them.
    fn rename(&self, value: &mut Value) {
        let Some(first) = self.to.first() else { return };
        match value {
            Value::String(text) => {
                if let Some(new) = self.renamed(text, first) {
                    *text = new;
                }
            }
            Value::Array(list) => {
                if list.iter().any(|it| *it == *self.from) {
                    list.retain(|it| *it != *self.from);
                    list.extend(self.to.iter().map(|id| Value::from(id.as_str())));
                }
                for it in list {
                    self.rename(it);
                }
            }
            Value::Object(fields) => {
                let olds: Vec<(String, String)> = fields
                    .keys()
                    .filter_map(|key| Some((key.clone(), self.renamed(key, first)?)))
                    .collect();
                for (key, new) in olds {
                    let Some(old) = fields.remove(&key) else { continue };
                    let there = fields.remove(&new);
                    let both = there.map_or(old.clone(), |there| merge::union(there, &old));
                    fields.insert(new, both);
                }
                fields.values_mut().for_each(|it| self.rename(it));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => (),
        }
    }

    /// What a name becomes: the old id, or a rung of it, `old/working`.
    fn renamed(&self, name: &str, first: &str) -> Option<String> {
        let rest = name.strip_prefix(&self.from)?;
        (rest.is_empty() || rest.starts_with('/')).then(|| format!("{first}{rest}"))
    }
}

#[cfg(test)]
mod tests;
