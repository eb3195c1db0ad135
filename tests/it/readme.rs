//! The README tells the truth about the keys.

use std::{fs, path::Path};

/// Run the tests with `BLESS=1` to write the table anew.
#[test]
fn the_key_table_is_the_one_in_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once("<!-- keys -->\n").unwrap();
    let (table, after) = rest.split_once("<!-- /keys -->").unwrap();
    let wanted = rungs::keys::markdown();
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, format!("{before}<!-- keys -->\n{wanted}<!-- /keys -->{after}")).unwrap();
    } else {
        assert_eq!(table, wanted, "run `BLESS=1 cargo test` to write it anew");
    }
}
