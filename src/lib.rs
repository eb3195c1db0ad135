//! The plan of the house.
//!
//! A learner chooses a role, checks off the skills it calls for, with proof,
//! and follows a route; all of it is kept in one JSON file.
//!
//! ```text
//!  catalog     what can be learned: roles, skills, routes; parsed, checked, sorted   ┐
//!  progress    what this learner wants and has done                                  │ pure:
//!  reviews     what was learned comes back as questions, before it is forgotten      │
//!  planner     which skill when, how sure we are, how much is reached                │ values in,
//!  placement   what somebody knows already, found by few questions                   │ values out;
//!  journal     what was done when                                                    │ no file,
//!  deeds       what a learner can do, and the rules for it                           │ no clock,
//!  keys        every key, in one table                                               │ no terminal
//!  config      what a learner can set: colours, signs, other keys                    │
//!  words       how things are written: signs, hours, money, dates, deeds, plans      │
//!  first       the first questions, what there is to answer, and what comes of it    │
//!  search      what goes by some words                                               │
//!  store       progress on disk: lock, merge, backups, other machines   (touches the world)
//!  page        a role, a skill, a route to read, as lines of words                   │
//!  app         what the learner is doing: state, messages, effects                   │
//!  ui          what the learner sees; paints with ratatui                            │
//!  report      the same for paper and programs: text, JSON                           │
//!  plain       the same as a conversation in lines: a line in, sentences out         ┘
//!  terminal    the loop: events in, effects out                                      ┐ these touch
//!  cli         the command line                                                      │ the world
//!  main        the front door                                                        ┘
//! ```
//!
//! Everybody knows only of those above, and not of all of them;
//! `tests/it/house.rs` has the list and holds the house to it. Read from top to
//! bottom it is also the order to read the code in.
//!
//! One turn of the loop: a key is pressed; [`keys::Keymap::lookup`] names the
//! [`keys::Action`]; [`app::update`] changes the [`app::App`] and answers with
//! [`app::Effect`]s; [`terminal`] carries those out, and an answer is the next
//! [`app::Message`]; [`ui::render`] paints.

pub mod catalog;

pub mod progress;

pub mod reviews;

pub mod planner;

pub mod journal;

pub mod placement;

pub mod deeds;

pub mod keys;

pub mod config;

pub mod words;

pub mod first;

pub mod search;

pub mod store;

pub mod page;

pub mod app;

pub mod ui;

pub mod report;

pub mod plain;

pub mod terminal;

pub mod cli;
