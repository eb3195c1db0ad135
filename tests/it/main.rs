//! The house, and the real program.

mod store;
