//! The plan of the house.
//!
//! A learner chooses a role, checks off the skills it calls for, with proof,
//! and follows a route; all of it is kept in one JSON file.
//!
//! ```text
//!  catalog     what can be learned: roles, skills, routes; parsed, checked, sorted   ┐
//!  progress    what this learner wants and has done                                  │ pure:
//!  planner     which skill when, how sure we are, how much is reached                │ values in,
//!  words       how things are written: signs, hours, money, dates                    │ values out;
//!  page        a role, a skill, a route to read, as lines of words                   │ no file,
//!  keys        every key and command, in one table                                   │ no clock,
//!  app         what the learner is doing: state, messages, effects                   ┘ no terminal
//!  ui          what the learner sees                        pure, paints with ratatui
//!  report      the same for paper and programs: text, JSON                        pure
//!  store       progress on disk: lock, merge, backups, other machines             ┐
//!  terminal    the loop: events in, effects out                                   │ these touch
//!  cli         the command line                                                   │ the world
//!  main        the front door                                                     ┘
//! ```
//!
//! Everybody knows only of those above, and not of all of them;
//! `tests/it/house.rs` has the list and holds the house to it. Read from top to
//! bottom it is also the order to read the code in.
//!
//! One turn of the loop: a key is pressed; [`keys::lookup`] names the
//! [`keys::Action`]; [`app::update`] changes the [`app::App`] and answers with
//! [`app::Effect`]s; [`terminal`] carries those out, and an answer is the next
//! [`app::Message`]; [`ui::render`] paints.

pub mod catalog;
pub mod progress;

pub mod planner;

pub mod page;
pub mod words;

pub mod keys;

pub mod app;
pub mod ui;

pub mod report;

pub mod cli;
pub mod store;
pub mod terminal;
