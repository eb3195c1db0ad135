//! Texts, which are part of the program wherever possible.

use std::{
    borrow::{Borrow, Cow},
    cell::RefCell,
    cmp::Ordering,
    collections::HashMap,
    fmt,
    hash::{Hash, Hasher},
    ops::Deref,
};

use databake::{Bake, BakeSize, CrateEnv, TokenStream, quote};

use super::texts::TEXTS;

/// A text of the catalog.
///
/// What the build writes is a place in one long text: no pointer has to
/// be set right when the program starts, and what is not read is not even loaded.
#[derive(Clone)]
pub struct Text(Kept);

#[derive(Clone)]
enum Kept {
    Embedded { start: u32, length: u32 },
    Free(Cow<'static, str>),
}

thread_local! {
    /// The texts that the build has written so far, one behind the other, and where each begins.
    static WRITTEN: RefCell<(String, HashMap<String, u32>)> = RefCell::default();
}

/// What `write` gives, and the text in which the texts that it wrote have their places.
pub(super) fn with_written<T>(write: impl FnOnce() -> T) -> (T, String) {
    WRITTEN.take();
    let given = write();
    let (all, _) = WRITTEN.take();
    (given, all)
}

impl Text {
    /// The text at a place in the long one.
    pub(super) const fn embedded(start: u32, length: u32) -> Self {
        Self(Kept::Embedded { start, length })
    }
}

impl Bake for Text {
    fn bake(&self, _: &CrateEnv) -> TokenStream {
        let place = |all: &String| u32::try_from(all.len()).unwrap_or(u32::MAX);
        let start = WRITTEN.with_borrow_mut(|(all, places)| {
            *places.entry(self.to_string()).or_insert_with(|| {
                let start = place(all);
                all.push_str(self);
                start
            })
        });
        let length = u32::try_from(self.len()).unwrap_or(u32::MAX);
        quote! { crate::catalog::Text::embedded(#start, #length) }
    }
}

impl BakeSize for Text {
    fn borrows_size(&self) -> usize {
        0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Kept::Free(text) => text,
            Kept::Embedded { start, length } => {
                let (start, length) = (*start as usize, *length as usize);
                TEXTS.get(start..start + length).unwrap_or_default()
            }
        }
    }
}

impl From<Cow<'static, str>> for Text {
    fn from(text: Cow<'static, str>) -> Self {
        Self(Kept::Free(text))
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self(Kept::Free(text.into()))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Kept::Free(text.into()))
    }
}

impl Default for Text {
    fn default() -> Self {
        "".into()
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        str::hash(self, state);
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Text {}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        str::cmp(self, other)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

/// Whether a character is a command to the terminal rather than something to
/// read: C0 and C1, what turns the direction of writing, and what cannot be seen.
pub fn is_hidden(c: char) -> bool {
    let is_mark = matches!(c, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    is_mark || c.is_control()
}

/// A name by its letters and digits alone, in small letters: however it is
/// written, it is the same name.
pub fn plain(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric() || matches!(c, '+' | '#'));
    letters.flat_map(char::to_lowercase).collect()
}
