//! The same for paper and programs: lists and pages as text, everything as JSON.

pub mod json;
pub mod text;
