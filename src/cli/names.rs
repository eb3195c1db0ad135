//! Search what an id on the command line means, or else what may have been meant.

use std::fmt;

/// Nothing goes by an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NoSuch {
    what: String,
    id: String,
    nearest: Option<String>,
}

/// What was found, or else which of the known ids is nearest.
pub(super) fn find<T>(what: &str, id: &str, found: Option<T>, known: &[&str]) -> Result<T, NoSuch> {
    found.ok_or_else(|| NoSuch {
        what: what.to_owned(),
        id: id.to_owned(),
        nearest: nearest(id, known).map(str::to_owned),
    })
}

/// The id that looks most alike, by the Jaro-Winkler measure, which favours a
/// common beginning; of equals the one with the fewest letters to change, then
/// the first. Case and spaces do not count.
fn nearest<'a>(id: &str, known: &[&'a str]) -> Option<&'a str> {
    let id = id.trim().to_lowercase().replace([' ', '_'], "-");
    let unlikeness = |it: &&str| 1.0 - strsim::jaro_winkler(&id, it);
    let changes = |it: &&str| strsim::levenshtein(&id, it);
    known.iter().copied().min_by(|a, b| {
        unlikeness(a).total_cmp(&unlikeness(b)).then_with(|| changes(a).cmp(&changes(b)))
    })
}

impl fmt::Display for NoSuch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no {} `{}`", self.what, self.id)?;
        match &self.nearest {
            Some(nearest) => write!(f, "; did you mean `{nearest}`?"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_id_is_named() {
        let known = ["git-basics", "git-branching", "http-basics", "sql-queries"];
        for (id, expected) in [
            ("git-basic", "git-basics"),
            ("Git Branching", "git-branching"),
            ("htp-basics", "http-basics"),
            ("sql", "sql-queries"),
        ] {
            assert_eq!(nearest(id, &known), Some(expected), "{id}");
        }
        assert_eq!(nearest("p_1", &["p1", "p2", "p3"]), Some("p1"), "one letter to change");
        assert_eq!(nearest("p9", &["p1", "p2", "p3"]), Some("p1"), "the first of equals");
        let error = find::<()>("skill", "sqlqueries", None, &known).unwrap_err().to_string();
        assert_eq!(error, "there is no skill `sqlqueries`; did you mean `sql-queries`?");
    }
}
