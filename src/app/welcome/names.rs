//! Whether something goes by what is typed.

use crate::catalog::Text;

/// How well one of these names holds all the words that are typed, the first name before
/// the others, and its beginning before its middle: the less the better. Nothing typed is
/// in every name.
pub(super) fn fit<'a>(typed: &str, names: impl IntoIterator<Item = &'a Text>) -> Option<usize> {
    let typed = typed.trim().to_lowercase();
    let fit = |(at, name): (usize, &Text)| {
        let name = name.to_lowercase();
        let is_held = typed.split_whitespace().all(|word| name.contains(word));
        is_held.then(|| 2 * at + usize::from(!name.starts_with(&typed)))
    };
    names.into_iter().enumerate().filter_map(fit).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    #[test]
    fn names_are_told_apart_by_how_well_they_fit() {
        let catalog = Catalog::embedded();
        let role = |id| catalog.role(catalog.find_role(id).unwrap());
        let fit = |typed: &str, id| {
            let it = role(id);
            fit(typed, [&it.name].into_iter().chain(&it.also))
        };
        assert_eq!(fit("", "back-end-developer"), Some(0));
        assert_eq!(fit("Back", "back-end-developer"), Some(0));
        assert_eq!(fit("developer back", "back-end-developer"), Some(1));
        assert!(fit("react", "front-end-developer") > Some(1), "by another name");
        assert_eq!(fit("react", "database-administrator"), None);
    }
}
