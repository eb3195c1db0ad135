//! Files of a catalog as slips of the hand make them: read, or refused by name.

use proptest::prelude::*;

use super::small::SMALL;
use crate::catalog::Catalog;

/// Replaces what stands at a place, as far as both ends are those of letters.
fn harmed(text: &str, at: usize, length: usize, new: &str) -> String {
    let edge = |at: usize| (0..=at.min(text.len())).rev().find(|it| text.is_char_boundary(*it));
    let (from, to) = (edge(at).unwrap(), edge(at + length).unwrap());
    format!("{}{new}{}", &text[..from], &text[to..])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_harmed_catalog_is_read_or_refused_with_a_sentence(
        index in 0..SMALL.len(),
        harms in prop::collection::vec((0..1500_usize, 0..40_usize, r#"[\[\]{}",: 0-9a-z/\\u-]{0,8}|\PC"#), 1..4),
    ) {
        let mut text = SMALL[index].text.to_owned();
        for (at, length, new) in &harms {
            text = harmed(&text, at % (text.len() + 1), *length, new);
        }
        let mut files = SMALL.to_vec();
        files[index].text = text.leak();
        if let Err(error) = Catalog::parse(&files) {
            let said = error.to_string();
            prop_assert!(said.starts_with(error.file) && said.len() > error.file.len() + 2, "{}", said);
        }
    }
}
