//! The command line as it is typed: words first, their meaning second.
//!
//! [`Command`] is what can be typed; [`Command::sorted`] says which of the few
//! kinds of command each is, so that none can fall between two of them.

mod choice;
mod review;
mod setting;
mod sorted;
mod timing;
mod writing;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use clap_complete::engine::ArgValueCompleter;

pub(super) use self::sorted::{
    Ask, ConfigCommand, Do, FileCommand, OnProgress, Program, Sorted, Writing,
};
pub(super) use self::{
    choice::{Grade, Merge, Schema, Shell},
    setting::{Dates, Depth, Looks, Setting},
    timing::Timing,
};
use super::ids::{milestones, points, projects, proofs, roles, routes, rungs, skills, tasks};

/// Choose a developer's role, check off skills with proof, follow an education route.
#[derive(Debug, Parser)]
#[command(name = "rungs", version, about, long_about = None, disable_help_subcommand = true)]
pub(super) struct Line {
    /// Keep progress in FILE instead of the usual place
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) data: Option<PathBuf>,
    /// Take DATE (2027-01-31) for today
    #[arg(long, global = true, value_name = "DATE")]
    pub(super) today: Option<String>,
    /// Paint with plain letters only
    #[arg(long, global = true)]
    pub(super) ascii: bool,
    /// Open as a conversation in lines, for screen readers and terminals that cannot paint
    #[arg(long, conflicts_with = "json")]
    pub(super) plain: bool,
    /// Answer in JSON
    #[arg(long, global = true)]
    pub(super) json: bool,
    /// Read settings from FILE instead of the usual place
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What can be asked for; without any of it the program opens.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List the roles
    Roles,
    /// List the skills
    Skills,
    /// List the routes
    Routes,
    /// List the projects
    Projects,
    /// List what is built on the way to a role
    Path {
        /// The role; the goal if left out
        #[arg(add = ArgValueCompleter::new(roles))]
        role: Option<String>,
    },
    /// List the areas of skills
    Areas,
    /// List the regions
    Regions,
    /// List the sources
    Sources,
    /// List the guides, which hold for many roles
    Guides,
    /// Explain the field's terms: all of them, or those that some words are about
    Terms {
        /// The words
        words: Vec<String>,
    },
    /// Show the page of a role
    Role {
        /// Its id or name
        #[arg(add = ArgValueCompleter::new(roles))]
        id: String,
    },
    /// Show the page of a skill
    Skill {
        /// Its id or name
        #[arg(add = ArgValueCompleter::new(skills))]
        id: String,
    },
    /// Show the page of a route
    Route {
        /// Its id or name
        #[arg(add = ArgValueCompleter::new(routes))]
        id: String,
    },
    /// Show the page of a project
    Project {
        /// Its id or name
        #[arg(add = ArgValueCompleter::new(projects))]
        id: String,
    },
    /// Show what is still missing before a skill, in order
    Way {
        /// The skill, with a rung if you like: sql-queries/working
        #[arg(add = ArgValueCompleter::new(skills))]
        skill: String,
    },
    /// Compare two or three roles, or up to four routes
    Compare {
        /// Their ids or names
        #[arg(value_name = "NAME", num_args = 2..=4, required = true,
              add = ArgValueCompleter::new(roles))]
        ids: Vec<String>,
    },
    /// Find anything by its names, or by what is said about it
    Search {
        /// What to look for
        #[arg(value_name = "WORD", required = true)]
        words: Vec<String>,
    },
    /// Show where you stand
    Status {
        /// In one line, for a prompt
        #[arg(long)]
        line: bool,
    },
    /// Show what to do next, and why
    Next {
        /// How many skills and projects, for instance 5
        #[arg(default_value = "3", allow_negative_numbers = true)]
        count: String,
    },
    /// Show which skill when, and when you will be ready
    Plan {
        /// Show what to leave out to be ready by DATE
        #[arg(long, value_name = "DATE", conflicts_with_all = ["keep", "forget"])]
        by: Option<String>,
        /// Keep the plan as it is now, to compare later ones with
        #[arg(long, conflicts_with = "forget")]
        keep: bool,
        /// Forget the plan that was kept
        #[arg(long)]
        forget: bool,
    },
    /// Aim for a role; without one, show the goal
    Goal {
        /// The role
        #[arg(conflicts_with = "undo", add = ArgValueCompleter::new(roles))]
        role: Option<String>,
        /// Aim for none any more
        #[arg(long)]
        undo: bool,
    },
    /// Tick proofs of a skill
    Prove {
        /// The skill
        #[arg(add = ArgValueCompleter::new(skills))]
        skill: String,
        /// The proofs, for instance p1
        #[arg(value_name = "PROOF", required = true, add = ArgValueCompleter::new(proofs))]
        proofs: Vec<String>,
        /// Take the ticks back
        #[arg(long)]
        undo: bool,
    },
    /// Tick acceptance points of a project
    Build {
        /// The project
        #[arg(add = ArgValueCompleter::new(projects))]
        project: String,
        /// The points
        #[arg(value_name = "POINT", required = true, add = ArgValueCompleter::new(points))]
        points: Vec<String>,
        /// Tick the proofs that these points show as well
        #[arg(long, conflicts_with = "undo")]
        prove: bool,
        /// Take the ticks back
        #[arg(long)]
        undo: bool,
    },
    /// Claim that you know skills already
    #[command(visible_alias = "done")]
    Claim {
        /// The skills, each with a rung if you like: sql-queries/working
        #[arg(value_name = "SKILL", required = true, add = ArgValueCompleter::new(skills))]
        skills: Vec<String>,
        /// Up to this rung: awareness, working, practitioner, expert; the one you aim for if left out
        #[arg(long, value_name = "RUNG", conflicts_with = "undo", add = ArgValueCompleter::new(rungs))]
        rung: Option<String>,
        /// Take it back
        #[arg(long)]
        undo: bool,
    },
    /// Leave skills out
    Skip(SomeSkills),
    /// Put a skill back to where nothing was done about it
    Reset {
        /// The skill
        #[arg(add = ArgValueCompleter::new(skills))]
        skill: String,
    },
    /// Follow a route from today
    Follow {
        /// The route
        #[arg(add = ArgValueCompleter::new(routes))]
        route: String,
        /// Stop following it
        #[arg(long)]
        undo: bool,
    },
    /// Tick milestones of a route, and follow the route
    Milestone {
        /// The route
        #[arg(add = ArgValueCompleter::new(routes))]
        route: String,
        /// The milestones, for instance m01
        #[arg(value_name = "MILESTONE", required = true, add = ArgValueCompleter::new(milestones))]
        milestones: Vec<String>,
        /// Take the ticks back
        #[arg(long)]
        undo: bool,
    },
    /// Say how you want to learn; without more, show what you have said
    Set {
        #[command(subcommand)]
        setting: Option<Setting>,
    },
    /// Note time spent on a skill or a project
    Log {
        /// The skill, or the project
        #[arg(value_name = "SKILL OR PROJECT", add = ArgValueCompleter::new(tasks))]
        what: String,
        /// How long: 45, 45m, 1h30m or 1.5h
        #[arg(required_unless_present = "undo")]
        time: Option<String>,
        /// The day, if it was not today: yesterday, 30 nov, 2026-11-30
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// Take back what was noted for it on that day
        #[arg(long, conflicts_with = "time")]
        undo: bool,
    },
    /// Correct one entry of the log
    Entry {
        /// The entry, as `rungs journal` shows it: 2026-11-21.7f3a9c12
        entry: String,
        /// How long it was after all: 45, 45m, 1h30m or 1.5h
        #[arg(required_unless_present = "undo")]
        time: Option<String>,
        /// Take the entry back
        #[arg(long, conflicts_with = "time")]
        undo: bool,
    },
    /// Measure the time you study; without more, show what runs
    Timer {
        #[command(subcommand)]
        timing: Option<Timing>,
    },
    /// Show what you studied when, how ready you have become, and what moved the end
    Progress,
    /// Show what to review today; or show a question, or say how well you knew it
    Review(review::Review),
    /// List what you did when, the newest first
    Journal {
        /// Only what these words are found in
        words: Vec<String>,
    },
    /// Write a note on a role, skill, project or route; without a text, show it
    Note(writing::Note),
    /// Say what shows that a proof or an acceptance point holds; without a text, show it
    Evidence(writing::Evidence),
    /// Say how long a rung of a skill takes you, for the plan to reckon with
    Estimate(writing::Estimate),
    /// Mark resources of a skill as read; without any, list them
    Read(writing::Read),
    /// Keep a skill at its place in the plan, or at another
    Pin {
        /// The skill, or one of its rungs: sql-queries/working
        #[arg(add = ArgValueCompleter::new(skills))]
        skill: String,
        /// The place, counted from 1
        #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
        place: Option<String>,
        /// Let the program decide again where it stands
        #[arg(long, conflicts_with = "place")]
        undo: bool,
    },
    /// Let the program decide again where a skill stands in the plan
    #[command(hide = true)]
    Unpin {
        /// The skill
        skill: String,
    },
    /// Undo what was done last, by a command or in a window that is closed by now
    Undo,
    /// Do again what was undone last
    Redo,
    /// List the backups, the newest first
    Backups,
    /// Bring a backup back; what was there is kept
    Restore {
        /// What it goes by in `rungs backups`; if left out, the newest good one
        which: Option<String>,
    },
    /// Write progress to another file, or to standard output
    Export {
        /// The file; nothing that is there is written over
        file: Option<PathBuf>,
    },
    /// Bring everything that is in another progress file into yours
    Import {
        /// The file
        file: PathBuf,
    },
    /// Bring two copies of a progress file together
    Merge(Merge),
    /// Exchange progress with your other machines over a git repository of your own
    Sync {
        /// Its address; needed the first time only
        remote: Option<String>,
    },
    /// Look whether your file, its backups and its copies are in order
    Doctor,
    /// Show where the config file is, and what holds
    Config {
        /// Write one with every setting explained; none that is there is written over
        #[arg(long, conflicts_with = "check")]
        init: bool,
        /// Say what is wrong with it
        #[arg(long)]
        check: bool,
    },
    /// Show the JSON Schema of the progress file, or of what is answered in JSON
    Schema {
        /// Of what
        #[arg(value_enum, default_value_t = Schema::Progress)]
        of: Schema,
    },
    /// Print what your shell needs to complete commands and ids
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

#[derive(Debug, Args)]
pub(super) struct SomeSkills {
    /// The skills
    #[arg(value_name = "SKILL", required = true, add = ArgValueCompleter::new(skills))]
    pub(super) skills: Vec<String>,
    /// Take it back
    #[arg(long)]
    pub(super) undo: bool,
}
