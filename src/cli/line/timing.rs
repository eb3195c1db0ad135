//! What can be done with timers on the command line.

use clap::Subcommand;
use clap_complete::engine::ArgValueCompleter;

use crate::cli::ids::tasks;

/// What becomes of a timer.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Timing {
    /// Start to measure; a timer that runs for something else is stopped
    Start {
        /// The skill, or the project
        #[arg(value_name = "SKILL OR PROJECT", add = ArgValueCompleter::new(tasks))]
        what: String,
    },
    /// Stop, and log the time
    Stop {
        /// The skill or the project, if several timers run
        #[arg(value_name = "SKILL OR PROJECT", add = ArgValueCompleter::new(tasks))]
        what: Option<String>,
        /// How long it was after all, if the timer ran on
        #[arg(long, value_name = "TIME")]
        time: Option<String>,
    },
    /// Stop, and log nothing
    Forget {
        /// The skill or the project, if several timers run
        #[arg(value_name = "SKILL OR PROJECT", add = ArgValueCompleter::new(tasks))]
        what: Option<String>,
    },
}
