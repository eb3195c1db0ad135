//! Commands by their kind: what is asked of the program, of the file, of progress.

use std::path::PathBuf;

use super::{Command, Grade, Merge, Schema, Setting, Shell, SomeSkills, Timing};

/// A command by its kind.
#[derive(Debug)]
pub(in crate::cli) enum Sorted {
    /// The program itself is asked for something.
    Program(Program),
    /// The file as a whole is looked after.
    File(FileCommand),
    /// The config file is looked after.
    Config(ConfigCommand),
    /// Something is asked of progress, or done to it.
    Progress(OnProgress),
}

/// What is asked of progress, or done to it.
#[derive(Debug)]
pub(in crate::cli) enum OnProgress {
    /// Something is asked, and nothing changes.
    Ask(Ask),
    /// Deeds are done.
    Do(Do),
    /// A note is written in an editor.
    EditNote(String),
    /// What was done last is undone.
    Undo,
    /// What was undone last is done again.
    Redo,
}

/// What can be asked.
#[derive(Debug)]
pub(in crate::cli) enum Ask {
    Roles,
    Skills,
    Routes,
    Projects,
    Path(Option<String>),
    Areas,
    Regions,
    Sources,
    Guides,
    Terms(String),
    Role(String),
    Skill(String),
    Project(String),
    Route(String),
    Note(String),
    Evidence { of: String, part: String },
    Resources(String),
    Way(String),
    Compare(Vec<String>),
    Search(String),
    Status,
    StatusLine,
    Next(String),
    Plan,
    ReadyBy(String),
    Settings,
    Timers,
    Reviews,
    Review(String),
    Journal(String),
    Progress,
}

/// What can be done, with names that are still to be looked up.
#[derive(Debug)]
pub(in crate::cli) enum Do {
    Goal {
        role: Option<String>,
    },
    Prove {
        skill: String,
        proofs: Vec<String>,
        undo: bool,
    },
    Build {
        project: String,
        points: Vec<String>,
        prove: bool,
        undo: bool,
    },
    Claim {
        skills: Vec<String>,
        rung: Option<String>,
        undo: bool,
    },
    Skip(SomeSkills),
    Reset {
        skill: String,
    },
    Follow {
        route: String,
        undo: bool,
    },
    Milestone {
        route: String,
        milestones: Vec<String>,
        undo: bool,
    },
    Set(Setting),
    Log {
        what: String,
        time: Option<String>,
        on: Option<String>,
    },
    /// An entry of the log is corrected; no time takes it back.
    Correct {
        entry: String,
        time: Option<String>,
    },
    Timer(Timing),
    Review {
        card: String,
        grade: Grade,
    },
    /// An answer is taken back: an entry, or else the last; of a question, or else of all.
    Unreview {
        card: Option<String>,
        entry: Option<String>,
    },
    Write(Writing),
    Pin {
        skill: String,
        place: Option<String>,
    },
    Unpin {
        skill: String,
    },
    KeepPlan,
    ForgetPlan,
}

/// What can be done with the file.
#[derive(Debug)]
pub(in crate::cli) enum FileCommand {
    Backups,
    Restore(Option<String>),
    Export(Option<PathBuf>),
    Import(PathBuf),
    Merge(Vec<PathBuf>),
    Sync(Option<String>),
    Doctor,
}

/// What can be done with the config file.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) enum ConfigCommand {
    Show,
    Begin,
    Check,
}

/// What the program can say of itself.
#[derive(Debug)]
pub(in crate::cli) enum Program {
    Schema(Schema),
    Completions(Shell),
    Man,
}

impl Command {
    /// Which kind of command it is.
    #[expect(clippy::too_many_lines, reason = "a line for each command")]
    pub(in crate::cli) fn sorted(self) -> Sorted {
        match self {
            Self::Roles => ask(Ask::Roles),
            Self::Skills => ask(Ask::Skills),
            Self::Routes => ask(Ask::Routes),
            Self::Projects => ask(Ask::Projects),
            Self::Path { role } => ask(Ask::Path(role)),
            Self::Areas => ask(Ask::Areas),
            Self::Regions => ask(Ask::Regions),
            Self::Sources => ask(Ask::Sources),
            Self::Guides => ask(Ask::Guides),
            Self::Terms { words } => ask(Ask::Terms(words.join(" "))),
            Self::Role { id } => ask(Ask::Role(id)),
            Self::Skill { id } => ask(Ask::Skill(id)),
            Self::Route { id } => ask(Ask::Route(id)),
            Self::Project { id } => ask(Ask::Project(id)),
            Self::Way { skill } => ask(Ask::Way(skill)),
            Self::Compare { ids } => ask(Ask::Compare(ids)),
            Self::Search { words } => ask(Ask::Search(words.join(" "))),
            Self::Status { line: false } | Self::Goal { role: None, undo: false } => {
                ask(Ask::Status)
            }
            Self::Status { line: true } => ask(Ask::StatusLine),
            Self::Next { count } => ask(Ask::Next(count)),
            Self::Plan { keep: true, .. } => does(Do::KeepPlan),
            Self::Plan { forget: true, .. } => does(Do::ForgetPlan),
            Self::Plan { by: Some(by), .. } => ask(Ask::ReadyBy(by)),
            Self::Plan { by: None, .. } => ask(Ask::Plan),
            Self::Goal { role, undo: _ } => does(Do::Goal { role }),
            Self::Prove { skill, proofs, undo } => does(Do::Prove { skill, proofs, undo }),
            Self::Build { project, points, prove, undo } => {
                does(Do::Build { project, points, prove, undo })
            }
            Self::Claim { skills, rung, undo } => does(Do::Claim { skills, rung, undo }),
            Self::Skip(some) => does(Do::Skip(some)),
            Self::Reset { skill } => does(Do::Reset { skill }),
            Self::Follow { route, undo } => does(Do::Follow { route, undo }),
            Self::Milestone { route, milestones, undo } => {
                does(Do::Milestone { route, milestones, undo })
            }
            Self::Set { setting: None } => ask(Ask::Settings),
            Self::Set { setting: Some(setting) } => does(Do::Set(setting)),
            Self::Log { what, time, on, undo: _ } => does(Do::Log { what, time, on }),
            Self::Entry { entry, time, undo: _ } => does(Do::Correct { entry, time }),
            Self::Timer { timing: Some(timing) } => does(Do::Timer(timing)),
            Self::Timer { timing: None } => ask(Ask::Timers),
            Self::Progress => ask(Ask::Progress),
            Self::Review(review) => Sorted::Progress(review.sorted()),
            Self::Journal { words } => ask(Ask::Journal(words.join(" "))),
            Self::Note(note) => Sorted::Progress(note.sorted()),
            Self::Evidence(evidence) => Sorted::Progress(evidence.sorted()),
            Self::Estimate(estimate) => Sorted::Progress(estimate.sorted()),
            Self::Read(read) => Sorted::Progress(read.sorted()),
            Self::Pin { skill, undo: true, .. } | Self::Unpin { skill } => {
                does(Do::Unpin { skill })
            }
            Self::Pin { skill, place, undo: false } => does(Do::Pin { skill, place }),
            Self::Undo => Sorted::Progress(OnProgress::Undo),
            Self::Redo => Sorted::Progress(OnProgress::Redo),
            Self::Backups => Sorted::File(FileCommand::Backups),
            Self::Restore { which } => Sorted::File(FileCommand::Restore(which)),
            Self::Export { file } => Sorted::File(FileCommand::Export(file)),
            Self::Import { file } => Sorted::File(FileCommand::Import(file)),
            Self::Merge(Merge { files }) => Sorted::File(FileCommand::Merge(files)),
            Self::Sync { remote } => Sorted::File(FileCommand::Sync(remote)),
            Self::Doctor => Sorted::File(FileCommand::Doctor),
            Self::Config { init: true, .. } => Sorted::Config(ConfigCommand::Begin),
            Self::Config { check: true, .. } => Sorted::Config(ConfigCommand::Check),
            Self::Config { .. } => Sorted::Config(ConfigCommand::Show),
            Self::Schema { of } => Sorted::Program(Program::Schema(of)),
            Self::Completions { shell } => Sorted::Program(Program::Completions(shell)),
            Self::Man => Sorted::Program(Program::Man),
        }
    }
}

/// What is asked of progress.
fn ask(it: Ask) -> Sorted {
    Sorted::Progress(OnProgress::Ask(it))
}

/// What is done to progress.
fn does(it: Do) -> Sorted {
    Sorted::Progress(OnProgress::Do(it))
}

/// What can be written or marked, with names that are still to be looked up.
#[derive(Debug)]
pub(in crate::cli) enum Writing {
    /// A note; none takes it away.
    Note { what: String, text: Option<String> },
    /// Evidence; none takes it away.
    Evidence { of: String, part: String, text: Option<String> },
    /// An estimate; none takes it away.
    Estimate { skill: String, time: Option<String> },
    /// Resources that were read, or were not.
    Read { skill: String, resources: Vec<String>, undo: bool },
}
