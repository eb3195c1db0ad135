//! The command line: what people and scripts can ask for without the screen.

mod beside;
mod completions;
mod config;
mod deed;
mod file;
mod ids;
mod line;
mod names;
mod review;
mod session;
mod system;
mod talk;
mod time;
mod visit;
mod written;

use std::{
    io::{self, Write as _},
    path::PathBuf,
    process::ExitCode,
};

use clap::{CommandFactory as _, Parser as _};
use jiff::civil::Date;

use self::{
    line::{Line, OnProgress, Program, Schema, Sorted},
    names::NoSuch,
    session::{Output, Session},
    system::today,
};
use crate::{
    catalog::Catalog,
    report::json,
    store::{self, Store, Way},
    words::{
        self, Signs,
        amount::{self, Lean},
    },
};

/// What went wrong, and the exit status for it.
#[derive(Debug)]
enum Failure {
    /// The program was used in the wrong way: status 2.
    Misused(String),
    /// It could not do what it was asked for: status 1.
    Failed(String),
}

impl Failure {
    /// The same, with more behind it.
    fn and(self, more: &str) -> Self {
        match self {
            Self::Misused(text) => Self::Misused(text + more),
            Self::Failed(text) => Self::Failed(text + more),
        }
    }
}

impl From<NoSuch> for Failure {
    fn from(error: NoSuch) -> Self {
        Self::Misused(error.to_string())
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Failed(error.to_string())
    }
}

/// All commands, for those who describe them.
pub fn command() -> clap::Command {
    Line::command()
}

/// Does what the command line asks for.
pub fn run() -> ExitCode {
    completions::answer_shell();
    let line = match Line::try_parse() {
        Ok(line) => line,
        Err(error) => {
            // Help goes to standard output and errors to standard error; if that is
            // closed there is nobody left to tell.
            let text = words::printable(&error.render().to_string());
            let _ = match text.strip_prefix("error: ") {
                Some(text) => io::stderr().write_all(format!("rungs: {text}").as_bytes()),
                None if error.use_stderr() => io::stderr().write_all(text.as_bytes()),
                None => io::stdout().write_all(text.as_bytes()),
            };
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let (status, text) = match carry_out(line) {
        Ok(status) => return status,
        Err(Failure::Misused(text)) => (2, text),
        Err(Failure::Failed(text)) => (1, text),
    };
    complain(&text);
    ExitCode::from(status)
}

/// Where standard error is closed there is nobody left to tell.
fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "rungs: {}", words::printable(text));
}

/// All is saved, so it is no failure if `rungs undo` will not know of it.
fn warn_of_note(noted: io::Result<()>) {
    if let Err(error) = noted {
        complain(&format!("all is saved, but `rungs undo` will not know of it: {error}"));
    }
}

/// What is answered may be less than there is: the file may be of a newer
/// program, or gone without being meant to.
fn warn_of_file(store: &Store) {
    let path = store.path();
    if let Some(refusal) = store.refusal() {
        complain(&refusal.to_string());
    }
    if store.is_new() && store::backups(path).is_ok_and(|it| !it.is_empty()) {
        let (file, command) = (path.display(), store::command(path, "restore"));
        complain(&format!(
            "{file} is gone, but there are backups of it; one comes back with: {command}"
        ));
    }
}

fn carry_out(line: Line) -> Result<ExitCode, Failure> {
    let Line { data, today: named, ascii, plain, json: as_json, config, command } = line;
    let config = config::read(config);
    let fixed = named.map(|it| amount::date(today(), Lean::Past, &it)).transpose();
    let fixed = fixed.map_err(Failure::Misused)?;
    let able = system::able();
    let signs = if ascii { &Signs::ASCII } else { able.signs(config.config.signs) };
    let Some(command) = command else {
        let place = store::place(data)?;
        if plain || is_dumb_terminal() {
            return talk::hold(place, Catalog::embedded(), fixed, signs);
        }
        return visit::open(place, Catalog::embedded(), fixed, (config, able, signs));
    };
    if plain {
        let text = "--plain opens a conversation and takes no command behind it";
        return Err(Failure::Misused(text.to_owned()));
    }
    let command = command.sorted();
    let answer = match command {
        // A script for a shell has signs that are none for people.
        Sorted::Program(program) => told_of_program(&program)?,
        Sorted::Config(command) => words::printable(&config::answer(command, &config, as_json)?),
        Sorted::File(command) => {
            words::printable(&file::answer(command, &store::place(data)?, as_json)?)
        }
        Sorted::Progress(command) => {
            let output = Output { signs, as_json };
            let day = fixed.unwrap_or_else(today);
            let answer = words::printable(&on_progress(command, store::place(data)?, day, output)?);
            if signs.is_plain && !as_json { words::plain(&answer) } else { answer }
        }
    };
    write(&answer)?;
    Ok(ExitCode::SUCCESS)
}

fn on_progress(
    command: OnProgress,
    path: PathBuf,
    today: Date,
    output: Output,
) -> Result<String, Failure> {
    let catalog = Catalog::embedded();
    let (store, progress) = Store::open(path, catalog)?;
    warn_of_file(&store);
    let mut session = Session { catalog, store, progress, today, output, noted: Ok(()) };
    let answer = match command {
        OnProgress::Ask(ask) => session.answer(ask)?,
        OnProgress::Do(deed) => session.carry_out(deed)?,
        OnProgress::EditNote(what) => session.edit_note(&what)?,
        OnProgress::Undo => session.step(Way::Undo)?,
        OnProgress::Redo => session.step(Way::Redo)?,
    };
    warn_of_note(session.noted);
    Ok(answer)
}

fn told_of_program(program: &Program) -> Result<String, Failure> {
    match program {
        Program::Schema(Schema::Progress) => Ok(store::SCHEMA.to_owned()),
        Program::Schema(Schema::Answers) => Ok(json::SCHEMA.to_owned()),
        Program::Completions(shell) => completions::registration(*shell),
        Program::Man => Ok(completions::manual()?),
    }
}

/// Terminals on which nothing can be painted, only printed.
fn is_dumb_terminal() -> bool {
    std::env::var("TERM").is_ok_and(|term| term == "dumb")
}

/// A reader that has had enough, such as `head`, is no failure.
fn write(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => {
            let text = format!("what was asked for is done, but cannot be told here: {error}");
            Err(Failure::Failed(text))
        }
    }
}
