//! Lists, which are part of the program wherever possible.

use std::{fmt, ops::Deref, slice};

use databake::{Bake, BakeSize, CrateEnv, TokenStream, quote};

/// A list of the catalog: as good as a slice.
#[derive(Clone)]
pub enum List<T: 'static> {
    /// Part of the program.
    Fixed(&'static [T]),
    /// Made while it runs.
    Made(Vec<T>),
}

impl<T> List<T> {
    /// The items, one after the other.
    pub fn as_slice(&self) -> &[T] {
        self
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::Fixed(items) => items,
            Self::Made(items) => items,
        }
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::Made(items.into_iter().collect())
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        Self::Made(items)
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Eq> Eq for List<T> {}

impl<T: fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Bake> Bake for List<T> {
    fn bake(&self, env: &CrateEnv) -> TokenStream {
        let items = (&**self).bake(env);
        quote! { crate::catalog::List::Fixed(#items) }
    }
}

impl<T: BakeSize> BakeSize for List<T> {
    fn borrows_size(&self) -> usize {
        (&**self).borrows_size()
    }
}
