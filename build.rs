//! Examines the files under `assets/` and writes them as Rust, to become part of
//! the program. A file that is not sound ends the build with a sentence that
//! says what is wrong, and where.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use self::catalog::{Catalog, CatalogFile};

/// The program's own `catalog`, but for what this makes.
#[path = "src/catalog"]
#[expect(dead_code, unreachable_pub, unused_imports, reason = "the program needs the rest")]
mod catalog {
    /// The program's has the texts that are written here.
    mod texts {
        pub(super) static TEXTS: &str = "";
    }
    mod fact;
    mod id;
    mod interview;
    mod list;
    mod lookup;
    mod order;
    mod pack;
    mod parse;
    mod project;
    mod raw;
    mod region;
    mod role;
    mod route;
    mod scales;
    mod skill;
    mod source;
    mod term;
    mod text;

    use self::pack::Packed;
    pub use self::{
        fact::{Body, Certificate, Count, Fact, Month, Technology, Trust},
        id::{
            AreaId, ClimbId, MilestoneId, PointId, ProjectId, ProofId, RegionId, ResourceId,
            RoleId, RouteId, SkillId, SourceId,
        },
        interview::{Asked, Interview},
        list::List,
        lookup::Catalog,
        parse::{CatalogError, CatalogFile},
        project::{Curriculum, Group, Point, Project, Shown},
        region::{Outlook, Pay, Region},
        role::{Call, Difference, Experience, Ladder, Occupation, Requirement, Role},
        route::{Cost, Duration, Figure, Kind, Link, Milestone, Route, WeeklyLoad},
        scales::{
            Access, Doubt, Family, Form, Importance, Level, Manner, Per, Rhythm, Rung, Stage, Topic,
        },
        skill::{Area, Climb, Hours, Proof, Resource, Skill},
        source::{Citation, Faq, Guide, Passage, Source},
        term::{Answer, Code, Question, Term},
        text::{Text, is_hidden, plain},
    };
}

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=src/catalog");
    match written() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            println!("cargo::error={reason}");
            ExitCode::FAILURE
        }
    }
}

fn written() -> Result<(), String> {
    let assets = Path::new("assets");
    let mut files = Vec::new();
    collect(assets, assets, &mut files).map_err(|error| format!("assets: {error}"))?;
    // Areas and kinds of route are shown in this order, so their names begin with a number.
    files.sort_by_key(|file| file.name);
    let catalog = Catalog::parse(&files).map_err(|error| format!("assets/{error}"))?;
    let (source, texts) = catalog.baked();
    let folder = PathBuf::from(env::var("OUT_DIR").map_err(|error| error.to_string())?);
    fs::write(folder.join("catalog.txt"), texts)
        .and_then(|()| fs::write(folder.join("catalog.rs"), source))
        .map_err(|error| error.to_string())
}

/// All files below a folder, named from `root` on. They stay until the end.
fn collect(root: &Path, folder: &Path, files: &mut Vec<CatalogFile>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path == root.join("format") {
            continue; // What belongs to the progress file is no part of the catalog.
        }
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy();
            let name = name.replace('\\', "/").leak();
            files.push(CatalogFile { name, text: fs::read_to_string(&path)?.leak() });
        }
    }
    Ok(())
}
