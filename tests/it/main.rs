//! Everything that is tested from outside, in one program so that it links once.

// `cfg(test)` tells clippy that the helpers in here are test code, too.
#[cfg(test)]
mod cli;
#[cfg(test)]
mod comparing;
#[cfg(test)]
#[expect(
    clippy::too_many_lines,
    reason = "a line for each deed, so that the compiler asks for the next one"
)]
mod deeds;
#[cfg(test)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "random numbers are made by cutting larger ones"
)]
mod dice;
#[cfg(test)]
mod history;
#[cfg(test)]
mod house;
#[cfg(test)]
mod journeys;
#[cfg(test)]
mod look;
#[cfg(test)]
mod made_up;
#[cfg(test)]
#[expect(
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "rungs are few; the figures are printed to be read"
)]
mod placement;
#[cfg(test)]
mod plain;
#[cfg(test)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::print_stdout,
    reason = "minutes are small numbers; the figures are printed to be read"
)]
mod planner;
#[cfg(test)]
mod planning;
#[cfg(test)]
mod program;
#[cfg(test)]
mod readiness;
#[cfg(test)]
mod readme;
#[cfg(test)]
#[expect(clippy::print_stdout, reason = "the figures are printed to be read")]
mod reviews;
#[cfg(test)]
mod stage;
#[cfg(test)]
mod store;
#[cfg(test)]
mod synthetic;
#[cfg(test)]
#[expect(clippy::print_stdout, reason = "the figures are printed to be read")]
mod teachers;
