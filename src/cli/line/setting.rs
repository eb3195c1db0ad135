//! What can be set on the command line.

use clap::{Subcommand, ValueEnum};
use clap_complete::engine::ArgValueCompleter;

use crate::cli::ids::{regions, skills};

/// How the learner wants to learn.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Setting {
    /// Say where you are, for pay and routes
    Region {
        /// The region, for instance uk
        #[arg(required_unless_present = "undo", conflicts_with = "undo", add = ArgValueCompleter::new(regions))]
        region: Option<String>,
        /// Take it back
        #[arg(long)]
        undo: bool,
    },
    /// Say how many hours you have, on which days
    Hours {
        /// For instance 8h a week, or mon=1,sat=4, or mon-fri=1.5
        #[arg(required_unless_present = "undo", conflicts_with = "undo", num_args = 1..)]
        hours: Vec<String>,
        /// Go back to the hours assumed
        #[arg(long)]
        undo: bool,
    },
    /// Put off the first day of study
    Start {
        /// The first day, for instance 2026-12-01, 1 dec or today
        #[arg(required_unless_present = "undo", conflicts_with = "undo", num_args = 1..)]
        date: Vec<String>,
        /// Begin today
        #[arg(long)]
        undo: bool,
    },
    /// Say on which days you do not study
    Break {
        /// The first and the last day, for instance 2026-12-20..2027-01-03 or 20 dec..3 jan
        #[arg(value_name = "FROM..TO", required = true, num_args = 1..)]
        days: Vec<String>,
        /// Take the break that begins on that day back
        #[arg(long)]
        undo: bool,
    },
    /// Pick one of several skills in a choice
    Pick {
        /// The skill
        #[arg(add = ArgValueCompleter::new(skills))]
        skill: String,
        /// Take it back
        #[arg(long)]
        undo: bool,
    },
    /// Say how much of what the goal calls for you want
    Depth {
        /// How much
        #[arg(value_enum)]
        depth: Depth,
    },
    /// Say how long you have worked as a developer
    Experience {
        /// For instance 2y, 18m or 1y6m
        #[arg(required_unless_present = "undo", conflicts_with = "undo", num_args = 1..)]
        time: Vec<String>,
        /// Take it back
        #[arg(long)]
        undo: bool,
    },
    /// Say whether you want to look back on your weeks, and to see a streak
    Looks {
        /// Whether they are shown
        #[arg(value_enum)]
        looks: Looks,
    },
    /// Say how much of a week reviews may take
    Reviews {
        /// At most so many percent, for instance 10 or 10%; 0 is none
        #[arg(required_unless_present = "undo", conflicts_with = "undo", num_args = 1..,
              allow_negative_numbers = true)]
        percent: Vec<String>,
        /// Go back to the usual share
        #[arg(long)]
        undo: bool,
    },
    /// Say whether you want to see dates
    Dates {
        /// Whether they are shown
        #[arg(value_enum)]
        dates: Dates,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(in crate::cli) enum Depth {
    /// Only what is essential
    Essential,
    /// What is important as well
    Important,
    /// All of it
    Everything,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Looks {
    /// What became of the week before, and the weeks on end
    #[value(alias = "on")]
    Shown,
    /// Neither of them
    #[value(alias = "off")]
    Hidden,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Dates {
    /// Order, hours and dates
    #[value(alias = "on")]
    Shown,
    /// Order and hours alone
    #[value(alias = "off")]
    Hidden,
}
