//! Every key the program answers to.
//!
//! [`BINDINGS`] is the table as it comes; a [`Keymap`] is the table as it holds for
//! this learner. Dispatch, footer, help, palette, README and every sentence that
//! names a key are read off it; there is no other place where a key is named.

mod keymap;
mod name;
mod table;

use std::{borrow::Cow, fmt};

use strum::{EnumDiscriminants, VariantArray};

pub use self::{
    keymap::{Keymap, Rebinding},
    table::BINDINGS,
};

/// A key press, after the differences between terminals have been evened out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Key {
    Char(char),
    Ctrl(char),
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Tab,
    BackTab,
    Enter,
    Esc,
    Backspace,
    Delete,
    /// The arrow to the left while Ctrl is held.
    CtrlLeft,
    /// The arrow to the right while Ctrl is held.
    CtrlRight,
    F1,
}

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Screen {
    Today,
    Roles,
    Skills,
    Routes,
    Plan,
    Progress,
}

/// Something the learner can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumDiscriminants)]
#[strum_discriminants(
    derive(VariantArray),
    name(ActionKind),
    doc = "Which action, whatever it is applied to.",
    expect(missing_docs, reason = "the table explains each of them")
)]
#[expect(missing_docs, reason = "the table explains each of them")]
pub enum Action {
    Move(Motion),
    Leap(Leaping),
    Open,
    Mark,
    Ascend,
    Leftward,
    Rightward,
    FoldAll,
    TurnView,
    Settings,
    Turn(Leaping),
    Note,
    EditNote,
    Evidence,
    Estimate,
    Copy,
    MakeGoal,
    GiveUp,
    Follow,
    Claim,
    Skip,
    ChooseFilter,
    ShowAll,
    Look,
    OpenLink,
    Find,
    Commands,
    Edit(Editing),
    GoTo(Screen),
    NextScreen,
    PreviousScreen,
    ToggleHelp,
    Dismiss,
    Undo,
    Redo,
    Suspend,
    Quit,
    LogTime,
    Timer,
    ForgetTimer,
    Correct,
    FilterJournal,
    Place,
    Review,
    Rehearse,
    Answer,
    Welcome,
    ChooseAnswer,
    Try(Trying),
    KeepTrial,
    DropTrial,
    AskReadyBy,
    HideDates,
    KeepBaseline,
    ProveShown,
    Zoom,
    Compare,
    AddBeside,
    RemoveBeside,
    OnlyDifferences,
}

/// What to try on the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
#[expect(missing_docs, reason = "the table explains each of them")]
pub enum Trying {
    MoreHours,
    FewerHours,
    Depth,
    OtherPick,
    Later,
    Earlier,
    First,
    Pin,
    LeaveOut,
    Break,
    Start,
}

/// How to change a line of text that is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Editing {
    Left,
    Right,
    WordLeft,
    WordRight,
    Start,
    End,
    EraseBefore,
    EraseBehind,
    EraseWord,
    EraseRest,
    EraseLine,
}

/// Where to move a cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Motion {
    Backward,
    Forward,
    PageBackward,
    PageForward,
    ToTop,
    ToBottom,
}

/// Which section of a page to go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Leaping {
    Next,
    Previous,
}

/// Where a binding holds. Where several hold, the narrowest answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Scope {
    /// Whatever lies over the screen.
    Always,
    /// Unless something narrower takes the key.
    Everywhere,
    /// Wherever something moves up and down: lists, pages, questions to choose from.
    Moving,
    /// In a list.
    List,
    /// On a page.
    Page,
    /// On the screen of today.
    Today,
    /// On the plan.
    Plan,
    /// On the screen of progress.
    Progress,
    /// On the screen of roles, list or page.
    Roles,
    /// On the screen of skills, list or page.
    Skills,
    /// On the screen of routes, list or page.
    Routes,
    /// Where roles or routes stand beside each other.
    Compare,
    /// In any line of text that is being typed.
    InField,
    /// While what is typed narrows a list: things to find, commands.
    Typing,
    /// While one of a few answers is chosen.
    Choosing,
    /// While an answer is typed.
    Asking,
    /// While the first questions are asked.
    Welcoming,
    /// While questions are asked to find what is known, and over what was found.
    Placing,
    /// While questions come back, or those of an interview are rehearsed.
    Reviewing,
    /// While a backup is offered for a file that is damaged or gone.
    Rescuing,
    /// In the settings.
    Setting,
    /// While the help is open.
    Help,
}

/// One line of the table.
#[derive(Clone, Debug)]
pub struct Binding {
    /// Where it holds.
    pub scope: Scope,
    /// What it is called where keys are set and commands are typed; once in a scope.
    pub word: &'static str,
    /// The keys, the one to advertise first; none if it is asked for by its name alone.
    pub keys: Cow<'static, [Key]>,
    /// What they ask for.
    pub action: Action,
    /// A word for the footer; empty where the key is not worth a place there.
    pub hint: &'static str,
    /// The same in the learner's words.
    pub help: &'static str,
}

impl Trying {
    /// Whether it tries something with the step that is chosen.
    pub fn is_about_chosen(self) -> bool {
        match self {
            Self::OtherPick
            | Self::Later
            | Self::Earlier
            | Self::First
            | Self::Pin
            | Self::LeaveOut => true,
            Self::MoreHours | Self::FewerHours | Self::Depth | Self::Break | Self::Start => false,
        }
    }
}

impl Screen {
    /// All screens, from left to right.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name shown.
    pub fn title(self) -> &'static str {
        match self {
            Self::Today => "Today",
            Self::Roles => "Roles",
            Self::Skills => "Skills",
            Self::Routes => "Routes",
            Self::Plan => "Plan",
            Self::Progress => "Progress",
        }
    }

    /// The screen to the right; the first behind the last.
    #[must_use]
    pub fn next(self) -> Self {
        let mut behind = Self::ALL.iter().skip_while(|it| **it != self).skip(1);
        behind.next().or(Self::ALL.first()).copied().unwrap_or(self)
    }

    /// The screen to the left; the last before the first.
    #[must_use]
    pub fn previous(self) -> Self {
        let before = Self::ALL.iter().take_while(|it| **it != self);
        before.last().or(Self::ALL.last()).copied().unwrap_or(self)
    }
}

impl Motion {
    /// Where it leads from a place, where `screen` places are seen at once and
    /// `end` is behind the last. It may lead beyond the end.
    pub fn from(self, place: usize, screen: usize, end: usize) -> usize {
        match self {
            Self::Backward => place.saturating_sub(1),
            Self::Forward => place + 1,
            Self::PageBackward => place.saturating_sub(screen),
            Self::PageForward => place + screen,
            Self::ToTop => 0,
            Self::ToBottom => end,
        }
    }
}

impl Scope {
    /// What it is called where keys are set.
    pub fn word(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Everywhere => "everywhere",
            Self::Moving => "moving",
            Self::List => "list",
            Self::Page => "page",
            Self::Today => "today",
            Self::Plan => "plan",
            Self::Progress => "progress",
            Self::Roles => "roles",
            Self::Skills => "skills",
            Self::Routes => "routes",
            Self::Compare => "compare",
            Self::InField => "field",
            Self::Typing => "finding",
            Self::Choosing => "choice",
            Self::Asking => "question",
            Self::Welcoming => "first-questions",
            Self::Placing => "placement",
            Self::Reviewing => "review",
            Self::Rescuing => "backups",
            Self::Setting => "settings",
            Self::Help => "help",
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Always | Self::Everywhere => "everywhere",
            Self::Moving => "wherever one moves",
            Self::InField => "wherever one types",
            Self::List => "lists",
            Self::Page => "pages",
            Self::Asking => "questions",
            Self::Welcoming => "first questions",
            Self::Placing => "placement",
            Self::Reviewing => "reviews",
            Self::Rescuing => "damaged file",
            Self::Today => "today",
            Self::Plan => "plan",
            Self::Progress => "progress",
            Self::Roles => "roles",
            Self::Skills => "skills",
            Self::Routes => "routes",
            Self::Compare => "comparing",
            Self::Typing => "finding, commands",
            Self::Choosing => "choices",
            Self::Setting => "settings",
            Self::Help => "help",
        })
    }
}

#[cfg(test)]
mod tests;
