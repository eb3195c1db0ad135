//! Everything that is tested from outside, in one program so that it links once.

// `cfg(test)` tells clippy that the helpers in here are test code, too.
#[cfg(test)]
mod store;
