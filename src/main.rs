//! The front door.

use std::process::ExitCode;

fn main() -> ExitCode {
    rungs::cli::run()
}
