//! The program opened on a terminal.

use std::{
    io::{self, IsTerminal as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use jiff::civil::Date;

use super::{
    Failure,
    config::Read,
    system::{here, nonce, now, today},
    warn_of_note,
};
use crate::{
    app::{self, Able, App, Harm, Message, Moment, Offer, Rescue, Saving, Size, World},
    catalog::Catalog,
    progress::Progress,
    store::{self, Store, StoreError},
    terminal::{self, Ending},
    words::{self, Signs},
};

const NO_TERMINAL: &str = "this is no terminal to paint on; `rungs --plain` works in lines, and for scripts there is `rungs status --json` and more, see `rungs --help`";

/// The columns of a reason that are worth reading.
const LONGEST: usize = 160;

/// Opens the program with the file at that place, which may turn out to be damaged.
pub(super) fn open(
    path: PathBuf,
    catalog: &'static Catalog,
    fixed: Option<Date>,
    (read, able, signs): (Read, Able, &'static Signs),
) -> Result<ExitCode, Failure> {
    let clock = move || Moment { today: fixed.unwrap_or_else(today), now: now() };
    let config = &read.config;
    let app = |progress, saving| {
        let Moment { today, now } = clock();
        let world = World {
            keymap: read.keymap,
            today,
            now,
            here: here(catalog),
            size: Size { columns: 80, lines: 24 },
            signs,
            nonce: nonce(),
            theme: config.theme,
            sign_choice: config.signs,
            has_mouse: config.has_mouse,
            has_motion: config.has_motion,
            able,
        };
        let mut app = App::new(catalog, progress, saving, world);
        if let Some(complaint) = read.complaint() {
            // Only a key wants anything of the world.
            let _ = app::update(&mut app, Message::Misconfigured(complaint));
        }
        app
    };
    let is_terminal = io::stdout().is_terminal();
    match Store::open(path.clone(), catalog) {
        Ok(_) if !is_terminal => Err(Failure::Misused(NO_TERMINAL.to_owned())),
        Ok((store, progress)) => {
            let gone = store.is_new().then(|| offered(&path, catalog, Harm::Gone)).flatten();
            let app = gone.into_iter().fold(app(progress, saving(&store)), App::rescuing);
            visit(app, store, read.path, clock)
        }
        Err(error) => {
            let rescue = is_terminal.then(|| rescue(&path, catalog, &error)).flatten();
            let Some(rescue) = rescue else { return Err(error.into()) };
            let app = app(Progress::default(), Saving::Nothing).rescuing(rescue);
            let status = visit(app, Store::damaged(path.clone()), read.path, clock)?;
            // If it is still damaged, that is said where it can be read in peace.
            Store::open(path, catalog)?;
            Ok(status)
        }
    }
}

/// What is on disk at the beginning.
fn saving(store: &Store) -> Saving {
    match store.refusal() {
        Some(refusal) => Saving::ReadOnly(refusal.to_string()),
        None if store.is_new() => Saving::Nothing,
        None => Saving::Saved,
    }
}

fn visit(
    app: App,
    store: Store,
    config: Option<PathBuf>,
    clock: impl Fn() -> Moment,
) -> Result<ExitCode, Failure> {
    let visited =
        terminal::run(app, store, config, clock).map_err(|it| Failure::Failed(it.to_string()))?;
    warn_of_note(visited.noted);
    Ok(match visited.ending {
        Ending::Left => ExitCode::SUCCESS,
        Ending::Signal(signal) => ExitCode::from(u8::try_from(128 + signal).unwrap_or(1)),
    })
}

/// What can be offered instead of a damaged file, if that is what is wrong.
fn rescue(path: &Path, catalog: &Catalog, error: &StoreError) -> Option<Rescue> {
    let StoreError::Damaged { reason, copy, .. } = error else { return None };
    // A damaged file may have a word of a thousand letters to complain of.
    let reason = words::fitted(&words::printable(reason), LONGEST, "…");
    let copy = copy.as_ref().ok().map(|it| name(it));
    offered(path, catalog, Harm::Damaged { reason, copy })
}

/// The backups of a file that can be understood, if there are any.
fn offered(path: &Path, catalog: &Catalog, harm: Harm) -> Option<Rescue> {
    let offer = |backup: store::Backup| {
        let holds = words::holdings(&backup.read(catalog)?);
        let saved = backup.saved.as_ref().map(words::moment);
        Some(Offer { which: backup.which, saved: saved.unwrap_or_default(), holds })
    };
    let offers: Vec<Offer> = store::backups(path).ok()?.into_iter().filter_map(offer).collect();
    (!offers.is_empty()).then(|| Rescue { file: name(path), harm, offers, cursor: 0 })
}

fn name(path: &Path) -> String {
    words::printable(&path.file_name().unwrap_or_default().to_string_lossy())
}
