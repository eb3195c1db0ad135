//! What can be said of questions that come back on the command line.

use clap::Args;

use super::{Ask, Do, Grade, OnProgress};

/// A question that comes back, or all that come back today.
#[derive(Debug, Args)]
pub(in crate::cli) struct Review {
    /// The question, as `rungs review` names it; without it, today's are listed
    card: Option<String>,
    /// How well you knew it; without it, question and answer are shown
    #[arg(value_enum, requires = "card")]
    grade: Option<Grade>,
    /// Take an answer back: the ENTRY that `rungs review CARD` shows, or the last one if left out
    #[arg(long, value_name = "ENTRY", num_args = 0..=1, default_missing_value = "",
          conflicts_with = "grade")]
    undo: Option<String>,
}

impl Review {
    pub(super) fn sorted(self) -> OnProgress {
        match self {
            Self { card: None, undo: None, .. } => OnProgress::Ask(Ask::Reviews),
            Self { card, undo: Some(entry), .. } => {
                let entry = Some(entry).filter(|it| !it.is_empty());
                OnProgress::Do(Do::Unreview { card, entry })
            }
            Self { card: Some(card), grade: Some(grade), undo: None } => {
                OnProgress::Do(Do::Review { card, grade })
            }
            Self { card: Some(card), grade: None, undo: None } => {
                OnProgress::Ask(Ask::Review(card))
            }
        }
    }
}
