//! The command line: what people and scripts can ask for without the screen.

mod file;
mod names;
mod plan;
mod session;
mod visit;
mod world;

use std::{
    io::{self, Write as _},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use jiff::civil::Date;

use self::{
    file::Keeping,
    names::NoSuch,
    plan::{Logging, Planning, Wish},
    session::Session,
    world::today,
};
use crate::{
    catalog::Catalog,
    store::{self, Store},
    words::{self, Signs},
};

/// Choose a developer's role, check off skills with proof, follow an education route.
#[derive(Debug, Parser)]
#[command(name = "rungs", version, about, long_about = None)]
struct Line {
    /// Keep progress in FILE instead of the usual place
    #[arg(long, global = true, value_name = "FILE")]
    data: Option<PathBuf>,
    /// Take DATE (2027-01-31) for today
    #[arg(long, global = true, value_name = "DATE")]
    today: Option<Date>,
    /// Paint with plain letters only
    #[arg(long, global = true)]
    ascii: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What can be asked for; without any of it the program opens.
#[derive(Debug, Subcommand)]
enum Command {
    /// List the roles
    Roles(Form),
    /// List the skills
    Skills(Form),
    /// List the routes
    Routes(Form),
    /// Show the page of a role
    Role(Thing),
    /// Show the page of a skill
    Skill(Thing),
    /// Show the page of a route
    Route(Thing),
    /// Aim for a role
    Goal {
        /// The role's id
        role: String,
    },
    /// Tick a proof of a skill
    Prove {
        /// The skill's id
        skill: String,
        /// The proof's id, for instance p1
        proof: String,
        /// Take the tick back
        #[arg(long)]
        undo: bool,
    },
    /// Claim that you know a skill as a whole
    Claim(OneSkill),
    /// Leave a skill out
    Skip(OneSkill),
    /// Put a skill back to where nothing was done about it
    Reset {
        /// The skill's id
        skill: String,
    },
    /// Follow a route from today
    Follow {
        /// The route's id
        route: String,
        /// Stop following it
        #[arg(long)]
        undo: bool,
    },
    /// Tick a milestone of a route, and follow the route
    Milestone {
        /// The route's id
        route: String,
        /// The milestone's id, for instance m01
        milestone: String,
        /// Take the tick back
        #[arg(long)]
        undo: bool,
    },
    /// Show where you stand
    Status(Form),
    /// Show what to do next, and why
    Next {
        /// How many skills
        #[arg(default_value_t = 3)]
        count: usize,
        #[command(flatten)]
        form: Form,
    },
    /// Show which skill when, and when you will be ready
    Plan(Planning),
    /// Say how you want to learn: region, hours, start, breaks, picks, depth
    #[command(subcommand)]
    Set(Wish),
    /// Note time spent on a skill
    Log(Logging),
    /// Keep a skill at its place in the plan, or at another
    Pin {
        /// The skill's id
        skill: String,
        /// The place, counted from 1
        #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
        place: Option<u32>,
    },
    /// Let the program decide again where a skill stands in the plan
    Unpin {
        /// The skill's id
        skill: String,
    },
    /// Undo what was done last, by a command or in a window that is closed by now
    Undo,
    /// Do again what was undone last
    Redo,
    #[command(flatten)]
    Keeping(Keeping),
}

#[derive(Debug, clap::Args)]
struct Form {
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
struct Thing {
    /// Its id
    id: String,
    #[command(flatten)]
    form: Form,
}

#[derive(Debug, clap::Args)]
struct OneSkill {
    /// The skill's id
    skill: String,
    /// Take it back
    #[arg(long)]
    undo: bool,
}

/// What went wrong, and the exit status for it.
#[derive(Debug)]
enum Failure {
    /// The program was used in the wrong way: status 2.
    Misused(String),
    /// It could not do what it was asked for: status 1.
    Failed(String),
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

/// Does what the command line asks for.
pub fn run() -> ExitCode {
    let line = match Line::try_parse() {
        Ok(line) => line,
        Err(error) => {
            // Help goes to standard output and errors to standard error; if that is
            // closed there is nobody left to tell.
            let text = words::printable(&error.render().to_string());
            let _ = if error.use_stderr() {
                io::stderr().write_all(text.as_bytes())
            } else {
                io::stdout().write_all(text.as_bytes())
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
    let path = store::place(line.data)?;
    if let Some(Command::Keeping(command)) = &line.command {
        print(&file::answer(command, &path)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let catalog = Catalog::embedded()?;
    let signs = if line.ascii || is_plain_terminal() { &Signs::ASCII } else { &Signs::UNICODE };
    let Some(command) = line.command else {
        return visit::open(path, catalog, line.today, signs);
    };
    let (store, progress) = Store::open(path, &catalog)?;
    warn_of_file(&store);
    let today = line.today.unwrap_or_else(today);
    let mut session = Session { catalog, store, progress, today, signs, noted: Ok(()) };
    let answer = session.answer(command)?;
    warn_of_note(session.noted);
    print(&answer)?;
    Ok(ExitCode::SUCCESS)
}

/// Terminals whose fonts have hardly more than letters.
fn is_plain_terminal() -> bool {
    std::env::var("TERM").is_ok_and(|term| term == "linux" || term == "dumb")
}

/// A reader that has had enough, such as `head`, is no failure.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(words::printable(text).as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => {
            let text = format!("what was asked for is done, but cannot be told here: {error}");
            Err(Failure::Failed(text))
        }
    }
}
