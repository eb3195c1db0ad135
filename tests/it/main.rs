//! One test program, so that it links once.

mod planner;
mod synthetic;
