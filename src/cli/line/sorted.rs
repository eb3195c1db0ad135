//! Commands by their kind: what is asked of the program, of the file, of progress.

use std::path::PathBuf;

use super::{Command, Merge, Schema, Setting, Shell, SomeSkills, Timing};

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
    Next(usize),
    Plan,
    ReadyBy(String),
    Settings,
    Timers,
    Journal(String),
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
    Write(Writing),
    Pin {
        skill: String,
        place: Option<u32>,
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
            Self::Roles => Sorted::Progress(OnProgress::Ask(Ask::Roles)),
            Self::Skills => Sorted::Progress(OnProgress::Ask(Ask::Skills)),
            Self::Routes => Sorted::Progress(OnProgress::Ask(Ask::Routes)),
            Self::Projects => Sorted::Progress(OnProgress::Ask(Ask::Projects)),
            Self::Path { role } => Sorted::Progress(OnProgress::Ask(Ask::Path(role))),
            Self::Areas => Sorted::Progress(OnProgress::Ask(Ask::Areas)),
            Self::Regions => Sorted::Progress(OnProgress::Ask(Ask::Regions)),
            Self::Sources => Sorted::Progress(OnProgress::Ask(Ask::Sources)),
            Self::Guides => Sorted::Progress(OnProgress::Ask(Ask::Guides)),
            Self::Terms { words } => Sorted::Progress(OnProgress::Ask(Ask::Terms(words.join(" ")))),
            Self::Role { id } => Sorted::Progress(OnProgress::Ask(Ask::Role(id))),
            Self::Skill { id } => Sorted::Progress(OnProgress::Ask(Ask::Skill(id))),
            Self::Route { id } => Sorted::Progress(OnProgress::Ask(Ask::Route(id))),
            Self::Project { id } => Sorted::Progress(OnProgress::Ask(Ask::Project(id))),
            Self::Way { skill } => Sorted::Progress(OnProgress::Ask(Ask::Way(skill))),
            Self::Compare { ids } => Sorted::Progress(OnProgress::Ask(Ask::Compare(ids))),
            Self::Search { words } => {
                Sorted::Progress(OnProgress::Ask(Ask::Search(words.join(" "))))
            }
            Self::Status { line: false } => Sorted::Progress(OnProgress::Ask(Ask::Status)),
            Self::Status { line: true } => Sorted::Progress(OnProgress::Ask(Ask::StatusLine)),
            Self::Next { count } => Sorted::Progress(OnProgress::Ask(Ask::Next(count))),
            Self::Plan { keep: true, .. } => Sorted::Progress(OnProgress::Do(Do::KeepPlan)),
            Self::Plan { forget: true, .. } => Sorted::Progress(OnProgress::Do(Do::ForgetPlan)),
            Self::Plan { by: Some(by), .. } => Sorted::Progress(OnProgress::Ask(Ask::ReadyBy(by))),
            Self::Plan { by: None, .. } => Sorted::Progress(OnProgress::Ask(Ask::Plan)),
            Self::Goal { role: None, undo: false } => {
                Sorted::Progress(OnProgress::Ask(Ask::Status))
            }
            Self::Goal { role, undo: _ } => Sorted::Progress(OnProgress::Do(Do::Goal { role })),
            Self::Prove { skill, proofs, undo } => {
                Sorted::Progress(OnProgress::Do(Do::Prove { skill, proofs, undo }))
            }
            Self::Build { project, points, prove, undo } => {
                Sorted::Progress(OnProgress::Do(Do::Build { project, points, prove, undo }))
            }
            Self::Claim { skills, rung, undo } => {
                Sorted::Progress(OnProgress::Do(Do::Claim { skills, rung, undo }))
            }
            Self::Skip(some) => Sorted::Progress(OnProgress::Do(Do::Skip(some))),
            Self::Reset { skill } => Sorted::Progress(OnProgress::Do(Do::Reset { skill })),
            Self::Follow { route, undo } => {
                Sorted::Progress(OnProgress::Do(Do::Follow { route, undo }))
            }
            Self::Milestone { route, milestones, undo } => {
                Sorted::Progress(OnProgress::Do(Do::Milestone { route, milestones, undo }))
            }
            Self::Set { setting: None } => Sorted::Progress(OnProgress::Ask(Ask::Settings)),
            Self::Set { setting: Some(setting) } => {
                Sorted::Progress(OnProgress::Do(Do::Set(setting)))
            }
            Self::Log { what, time, on, undo: _ } => {
                Sorted::Progress(OnProgress::Do(Do::Log { what, time, on }))
            }
            Self::Entry { entry, time, undo: _ } => {
                Sorted::Progress(OnProgress::Do(Do::Correct { entry, time }))
            }
            Self::Timer { timing: Some(timing) } => {
                Sorted::Progress(OnProgress::Do(Do::Timer(timing)))
            }
            Self::Timer { timing: None } => Sorted::Progress(OnProgress::Ask(Ask::Timers)),
            Self::Journal { words } => {
                Sorted::Progress(OnProgress::Ask(Ask::Journal(words.join(" "))))
            }
            Self::Note(note) => Sorted::Progress(note.sorted()),
            Self::Evidence(evidence) => Sorted::Progress(evidence.sorted()),
            Self::Estimate(estimate) => Sorted::Progress(estimate.sorted()),
            Self::Read(read) => Sorted::Progress(read.sorted()),
            Self::Pin { skill, undo: true, .. } | Self::Unpin { skill } => {
                Sorted::Progress(OnProgress::Do(Do::Unpin { skill }))
            }
            Self::Pin { skill, place, undo: false } => {
                Sorted::Progress(OnProgress::Do(Do::Pin { skill, place }))
            }
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
