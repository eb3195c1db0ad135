//! What a source file refers to, by its whole path.

use std::collections::{BTreeMap, BTreeSet};

/// A path such as `["crate", "app", "plan", "Trial"]`.
pub(super) type Path = Vec<String>;

/// The modules of the crate.
pub(super) struct Modules {
    files: BTreeMap<Path, String>,
    // What a module takes from its own children, under its own name.
    passed_on: BTreeMap<Path, Path>,
}

impl Modules {
    /// From the files of `src`, with their names below it.
    pub(super) fn new(files: &[(String, String)]) -> Self {
        let files: BTreeMap<Path, String> =
            files.iter().map(|(name, text)| (module_of(name), code(text))).collect();
        let mut modules = Self { files, passed_on: BTreeMap::new() };
        for (module, text) in &modules.files {
            for path in mentions(text) {
                let full = modules.full(module, &path);
                let name = [module.as_slice(), &full[full.len() - 1..]].concat();
                if full.len() > module.len() + 1 && full.starts_with(module) {
                    modules.passed_on.insert(name, full);
                }
            }
        }
        modules
    }

    /// The modules and, for each, every path of the crate it mentions.
    pub(super) fn mentions(&self) -> impl Iterator<Item = (&Path, BTreeSet<Path>)> {
        self.files.iter().map(|(module, text)| {
            let paths = mentions(text).into_iter().map(|it| self.full(module, &it));
            let own = paths.filter(|it| it[0] == "crate");
            (module, own.map(|it| self.passed_on.get(&it).cloned().unwrap_or(it)).collect())
        })
    }

    /// Circles between modules that have the same parent.
    pub(super) fn circles(&self) -> Vec<BTreeSet<Path>> {
        let mut knows: BTreeMap<Path, BTreeSet<Path>> = BTreeMap::new();
        for (module, paths) in self.mentions() {
            for path in paths {
                let shared = module.iter().zip(&path).take_while(|(a, b)| a == b).count();
                let sibling = path.get(..=shared).filter(|it| self.files.contains_key(*it));
                if let (Some(from), Some(to)) = (module.get(..=shared), sibling) {
                    knows.entry(from.to_vec()).or_default().insert(to.to_vec());
                }
            }
        }
        let reached = |from: &Path| {
            let mut reached = BTreeSet::new();
            let mut pending = vec![from];
            while let Some(module) = pending.pop() {
                let next = knows.get(module).into_iter().flatten();
                pending.extend(next.filter(|it| reached.insert((*it).clone())));
            }
            reached
        };
        let reached: BTreeMap<&Path, BTreeSet<Path>> =
            knows.keys().map(|it| (it, reached(it))).collect();
        let circle = |(module, all): (&&Path, &BTreeSet<Path>)| {
            let back = |it: &&Path| reached.get(it).is_some_and(|back| back.contains(*module));
            all.iter().filter(back).cloned().collect::<BTreeSet<Path>>()
        };
        let circles: BTreeSet<BTreeSet<Path>> = reached.iter().map(circle).collect();
        circles.into_iter().filter(|it| !it.is_empty()).collect()
    }

    /// A path as it is written in a module, from the crate on.
    fn full(&self, module: &Path, path: &[String]) -> Path {
        let mut full: Path = match path[0].as_str() {
            "crate" => Vec::new(),
            "super" | "self" => module.clone(),
            first
                if self.files.contains_key(&[module.as_slice(), &[first.to_owned()]].concat()) =>
            {
                module.clone()
            }
            _ => Vec::new(),
        };
        for part in path {
            match part.as_str() {
                "self" => (),
                "super" => _ = full.pop(),
                part => full.push(part.to_owned()),
            }
        }
        full
    }
}

/// The module that a file holds.
fn module_of(file: &str) -> Path {
    let name = file.trim_end_matches(".rs");
    let parts = if name == "lib" { vec![] } else { name.split('/').collect() };
    ["crate"].into_iter().chain(parts).map(str::to_owned).collect()
}

/// The text up to the tests, without comments.
pub(super) fn code(text: &str) -> String {
    let lines = text.lines().take_while(|line| *line != "#[cfg(test)]").map(str::trim);
    lines.filter(|line| !line.starts_with("//")).map(|line| line.to_owned() + "\n").collect()
}

/// Every path with at least two parts: those imported, and those written out.
pub(super) fn mentions(code: &str) -> Vec<Path> {
    let tokens = tokens(code);
    let mut paths = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at] == "use" {
            at = tree(&tokens, at + 1, &[], &mut paths);
        } else if is_name(&tokens[at]) && tokens.get(at + 1).is_some_and(|it| it == "::") {
            let mut path = vec![tokens[at].clone()];
            while tokens.get(at + 1).is_some_and(|it| it == "::")
                && tokens.get(at + 2).is_some_and(|it| is_name(it))
            {
                path.push(tokens[at + 2].clone());
                at += 2;
            }
            paths.push(path);
            at += 1;
        } else {
            at += 1;
        }
    }
    paths.retain(|it| !it.is_empty());
    paths
}

/// Reads the tree of an import from a token on; says where it ends.
fn tree(tokens: &[String], mut at: usize, stem: &[String], paths: &mut Vec<Path>) -> usize {
    let mut path = stem.to_vec();
    loop {
        match tokens.get(at).map(String::as_str) {
            Some("::") => at += 1,
            Some("{") => {
                at += 1;
                while tokens.get(at).is_some_and(|it| it != "}") {
                    at = tree(tokens, at, &path, paths);
                    if tokens.get(at).is_some_and(|it| it == ",") {
                        at += 1;
                    }
                }
                return at + 1;
            }
            Some("as") => at += 2,
            Some(name) if is_name(name) || name == "*" => {
                path.push(name.to_owned());
                at += 1;
            }
            _ => {
                paths.push(path);
                return at;
            }
        }
    }
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

fn tokens(code: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut is_text = false;
    let mut before = ' ';
    for c in code.chars() {
        let goes_on = |token: &String| {
            (is_name(token) && (c.is_alphanumeric() || c == '_')) || (token == ":" && c == ':')
        };
        if c == '"' && before != '\\' && before != '\'' {
            is_text = !is_text;
        } else if !is_text && !c.is_whitespace() {
            match tokens.last_mut() {
                Some(token) if !before.is_whitespace() && goes_on(token) => token.push(c),
                _ => tokens.push(c.to_string()),
            }
        }
        before = c;
    }
    tokens
}

#[test]
fn imports_and_paths_are_understood() {
    let found: BTreeSet<String> = mentions(
        "use super::{Told, plan::{self, Trial}, act};\nuse crate::keys as k;\n\
         fn f() { jiff::Zoned::now(); text(\"a::b\"); }",
    )
    .into_iter()
    .map(|it| it.join("::"))
    .collect();
    let expected = [
        "super::Told",
        "super::plan::self",
        "super::plan::Trial",
        "super::act",
        "crate::keys",
        "jiff::Zoned::now",
    ];
    assert_eq!(found, expected.map(str::to_owned).into());
}

#[test]
fn a_circle_is_found() {
    let files = [
        ("app.rs", "pub use plan::Trial;"),
        ("app/plan.rs", "use super::rows;"),
        ("app/rows.rs", "use super::Trial;"),
        ("app/field.rs", "use super::plan;"),
    ];
    let modules = Modules::new(&files.map(|(name, text)| (name.to_owned(), text.to_owned())));
    let circles = modules.circles();
    assert_eq!(circles.len(), 1);
    let names: Vec<&str> = circles[0].iter().map(|it| it[2].as_str()).collect();
    assert_eq!(names, ["plan", "rows"]);
}
