//! Any text in the place of a catalog's file, beside the files that are sound:
//! a catalog that can be read, or a sentence that names the file.
//!
//! The first byte chooses the file.
#![no_main]

use std::{
    path::Path,
    sync::{LazyLock, Mutex},
};

use libfuzzer_sys::fuzz_target;
use rungs::catalog::{Catalog, CatalogFile};

static FILES: LazyLock<Vec<CatalogFile>> = LazyLock::new(|| {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets");
    let mut files = Vec::new();
    collect(&assets, &assets, &mut files);
    files
});

/// A catalog keeps its texts for ever, so nobody should take them for a leak.
static TEXTS: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());

fn collect(assets: &Path, folder: &Path, files: &mut Vec<CatalogFile>) {
    for entry in std::fs::read_dir(folder).expect("the catalog's folder") {
        let path = entry.expect("an entry").path();
        if path == assets.join("format") {
            continue;
        }
        if path.is_dir() {
            collect(assets, &path, files);
        } else {
            let name = path.strip_prefix(assets).expect("below").to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).expect("a file of the catalog");
            files.push(CatalogFile { name: name.leak(), text: text.leak() });
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((which, text)) = bytes.split_first() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let text: &'static str = text.to_owned().leak();
    TEXTS.lock().expect("one at a time").push(text);
    let mut files = FILES.clone();
    let at = usize::from(*which) % files.len();
    files[at].text = text;
    if let Err(error) = Catalog::parse(&files) {
        assert!(!error.to_string().is_empty() && !error.file.is_empty());
    }
});
