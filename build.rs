//! Packs the files under `assets/` into one, in a form that is several times
//! quicker to read than JSON: the program reads it whenever it starts.
//!
//! Nothing is examined here but the form. Whether ids, hours and figures are
//! sound the program itself examines, and its tests tell.

#[path = "src/catalog/raw.rs"]
mod raw;
#[path = "src/catalog/scales.rs"]
#[expect(unreachable_pub, reason = "it is public in the program")]
mod scales;

use std::{
    env, error, fs,
    path::{Path, PathBuf},
};

use self::raw::Content;

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed=assets");
    let assets = Path::new("assets");
    let mut texts = Vec::new();
    collect(assets, assets, &mut texts)?;
    // Areas and kinds of route are shown in this order, so their names begin with a number.
    texts.sort();
    let mut files = Vec::new();
    for (name, text) in &texts {
        let content = Content::parse(name, text).map_err(|why| format!("assets/{name}: {why}"))?;
        files.push((name, content));
    }
    let packed = postcard::to_allocvec(&files)?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("catalog"), packed)?;
    Ok(())
}

/// All files below a folder, named from `root` on.
fn collect(
    root: &Path,
    folder: &Path,
    texts: &mut Vec<(String, String)>,
) -> Result<(), Box<dyn error::Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path == root.join("format") {
            continue; // What belongs to the progress file is no part of the catalog.
        }
        if path.is_dir() {
            collect(root, &path, texts)?;
        } else {
            let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            texts.push((name, fs::read_to_string(&path)?));
        }
    }
    Ok(())
}
