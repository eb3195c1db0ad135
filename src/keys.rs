//! Every key the program answers to, in one table.
//!
//! Dispatch ([`lookup`]), the footer and the help ([`in_scopes`]), the README
//! ([`markdown`]) and every sentence that names a key ([`named`]) are read off
//! [`BINDINGS`]; there is no other place where a key is named.

use std::fmt;

use strum::{EnumDiscriminants, VariantArray};

use self::{
    Action::{
        Act, Answer, Ascend, AskReadyBy, ChooseAnswer, Claim, ClearFind, CycleFilter, Descend,
        Dismiss, DropTrial, Edit, Find, Fold, FoldAll, Follow, GoTo, HideDates, KeepBaseline,
        KeepFind, KeepTrial, Leap, LogTime, MakeGoal, Move, NextScreen, OpenLink, Pick,
        PreviousScreen, ProveShown, Quit, Redo, Region, Skip, Suspend, ToggleHelp, Try, Undo,
        Welcome, Zoom,
    },
    Key::{
        BackTab, Backspace, Char, Ctrl, Delete, Down, End, Enter, Esc, Home, Left, PageDown,
        PageUp, Right, Tab, Up,
    },
    Scope::{
        Always, Asking, Everywhere, Help, InField, List, Moving, Page, Plan, Rescuing, Roles,
        Routes, Skills, Today, Typing, Welcoming,
    },
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
    Descend,
    Ascend,
    Act,
    Fold,
    FoldAll,
    MakeGoal,
    Follow,
    Pick,
    Claim,
    Skip,
    CycleFilter,
    Region,
    OpenLink,
    Find,
    KeepFind,
    ClearFind,
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
    Pin,
    Break,
    Start,
}

/// How to change a line of text that is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Editing {
    Left,
    Right,
    Start,
    End,
    EraseBefore,
    EraseBehind,
    EraseWord,
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
    /// On the screen of roles, list or page.
    Roles,
    /// On the screen of skills, list or page.
    Skills,
    /// On the screen of routes, list or page.
    Routes,
    /// In any line of text that is being typed.
    InField,
    /// While words to look for are typed.
    Typing,
    /// While an answer is typed.
    Asking,
    /// While the first questions are asked.
    Welcoming,
    /// While a backup is offered for a file that is damaged or gone.
    Rescuing,
    /// While the help is open.
    Help,
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it holds.
    pub scope: Scope,
    /// The keys, the one to advertise first.
    pub keys: &'static [Key],
    /// What they ask for.
    pub action: Action,
    /// A word for the footer; empty where the key is not worth a place there.
    pub hint: &'static str,
    /// The same in the learner's words.
    pub help: &'static str,
}

/// The table. In each scope, what matters most comes first: the footer keeps this order.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    bind(List,       &[Enter, Right, Char('l')],           Descend,                    "read",      "Read the page, or open the area"),
    bind(Page,       &[Char(' '), Enter],                  Act,                        "tick",      "Tick what is chosen, or go to it"),
    bind(Page,       &[Char('x')],                         Pick,                       "pick",      "Pick this one of the choice, or not"),
    bind(Roles,      &[Char('m')],                         MakeGoal,                   "make goal", "Make the role your goal, or give it up"),
    bind(Skills,     &[Char('c')],                         Claim,                      "claim",     "Claim that you know the skill, or not"),
    bind(Skills,     &[Char('s')],                         Skip,                       "skip",      "Skip the skill, or take it up again"),
    bind(Skills,     &[Char('a')],                         ProveShown,                 "tick shown", "Tick the proofs that what is built shows"),
    bind(Skills,     &[Char('f')],                         CycleFilter,                "filter",    "Show all, the goal's, or by state"),
    bind(Routes,     &[Char('f')],                         Follow,                     "follow",    "Follow the route, or leave it"),
    bind(Page,       &[Esc, Left, Char('h')],              Ascend,                     "back",      "Go back to the list"),
    bind(Page,       &[Char(']'), Char('n'), Right],       Leap(Leaping::Next),        "next part", "Go to the next part of the page"),
    bind(Page,       &[Char('['), Char('p')],              Leap(Leaping::Previous),    "",          "Go to the part before"),
    bind(Page,       &[Char('o')],                         OpenLink,                   "",          "Open the address in your browser"),
    bind(Roles,      &[Char('r')],                         Region,                     "region",    "Put the next region's figures first"),
    bind(Today,      &[Char('t')],                         LogTime,                    "log time",  "Log time spent on the skill chosen"),
    bind(Today,      &[Char('w')],                         Welcome,                    "your answers", "Change your answers to the first questions"),
    bind(Skills,     &[Char('t')],                         LogTime,                    "log time",  "Log time spent on the skill"),
    bind(Plan,       &[Enter],                             KeepTrial,                  "keep",      "Keep the changes you tried"),
    bind(Plan,       &[Esc],                               DropTrial,                  "drop",      "Drop the changes you tried"),
    bind(Plan,       &[Char('+'), Char('=')],              Try(Trying::MoreHours),     "more",      "Try an hour a week more"),
    bind(Plan,       &[Char('-')],                         Try(Trying::FewerHours),    "fewer hours", "Try an hour a week less"),
    bind(Plan,       &[Char('d')],                         Try(Trying::Depth),         "depth",     "Try another depth: essential, all"),
    bind(Plan,       &[Char('x')],                         Try(Trying::OtherPick),     "pick",      "Try another pick in the choice"),
    bind(Plan,       &[Char('J')],                         Try(Trying::Later),         "later",     "Move the skill later"),
    bind(Plan,       &[Char('K')],                         Try(Trying::Earlier),       "earlier",   "Move the skill earlier"),
    bind(Plan,       &[Char('p')],                         Try(Trying::Pin),           "pin",       "Pin the skill where it is, or let it go"),
    bind(Plan,       &[Char('b')],                         Try(Trying::Break),         "break",     "Try a break without study"),
    bind(Plan,       &[Char('s')],                         Try(Trying::Start),         "start",     "Try another first day of study"),
    bind(Plan,       &[Char('w')],                         AskReadyBy,                 "ready by",  "Ask what to drop to be ready by a date"),
    bind(Plan,       &[Char('z')],                         Zoom,                       "zoom",      "Show months, or weeks again"),
    bind(Plan,       &[Char('B')],                         KeepBaseline,               "",          "Keep this plan to compare later ones with"),
    bind(Plan,       &[Char('H')],                         HideDates,                  "",          "Hide dates, or show them again"),
    bind(Plan,       &[Char('t')],                         LogTime,                    "",          "Log time spent on the skill"),
    bind(Plan,       &[Char(' '), Right, Char('l')],       Descend,                    "read",      "Read the page of the skill"),
    bind(Routes,     &[Char('r')],                         Region,                     "region",    "Put the next region's routes first"),
    bind(List,       &[Left, Char('h')],                   Ascend,                     "",          "Fold the area, or go up to it"),
    bind(List,       &[Char(' ')],                         Fold,                       "",          "Fold or open the area, or read the page"),
    bind(List,       &[Char('z')],                         FoldAll,                    "",          "Fold or open all areas"),
    bind(Everywhere, &[Char('/')],                         Find,                       "find",      "Narrow the list to what you type"),
    bind(List,       &[Esc],                               ClearFind,                  "",          "Show the whole list again"),
    bind(Typing,     &[Enter],                             KeepFind,                   "keep",      "Keep the narrowed list"),
    bind(Typing,     &[Esc],                               ClearFind,                  "whole list", "Show the whole list again"),
    bind(Typing,     &[Down],                              Move(Motion::Forward),      "",          "Move down in the narrowed list"),
    bind(Typing,     &[Up],                                Move(Motion::Backward),     "",          "Move up in the narrowed list"),
    bind(Typing,     &[Ctrl('c')],                         ClearFind,                  "",          "Show the whole list again"),
    bind(Asking,     &[Enter],                             Answer,                     "answer",    "Give the answer"),
    bind(Asking,     &[Esc],                               Dismiss,                    "never mind", "Close the question"),
    bind(Asking,     &[Ctrl('c')],                         Dismiss,                    "",          "Close the question"),
    bind(InField,    &[Left],                              Edit(Editing::Left),        "",          "Go a letter to the left"),
    bind(InField,    &[Right],                             Edit(Editing::Right),       "",          "Go a letter to the right"),
    bind(InField,    &[Home, Ctrl('a')],                   Edit(Editing::Start),       "",          "Go to the beginning of the line"),
    bind(InField,    &[End, Ctrl('e')],                    Edit(Editing::End),         "",          "Go to the end of the line"),
    bind(InField,    &[Backspace],                         Edit(Editing::EraseBefore), "",          "Erase the letter before"),
    bind(InField,    &[Delete],                            Edit(Editing::EraseBehind), "",          "Erase the letter behind"),
    bind(InField,    &[Ctrl('w')],                         Edit(Editing::EraseWord),   "",          "Erase a word"),
    bind(InField,    &[Ctrl('u')],                         Edit(Editing::EraseLine),   "",          "Erase the line"),
    bind(Welcoming,  &[Enter],                             Answer,                     "next",      "Take what is marked, and go on"),
    bind(Welcoming,  &[Char(' ')],                         ChooseAnswer,               "",          "Mark the answer, or take the mark away"),
    bind(Welcoming,  &[Left, Char('h'), Backspace],        Ascend,                     "back",      "Go back to the question before"),
    bind(Welcoming,  &[Esc, Char('q')],                    Dismiss,                    "later",     "Leave the rest for later"),
    bind(Welcoming,  &[Ctrl('c')],                         Quit,                       "",          "Leave the program"),
    bind(Rescuing,   &[Enter],                             Answer,                     "bring back", "Bring this backup back"),
    bind(Rescuing,   &[Esc, Char('q'), Ctrl('c')],         Quit,                       "leave",     "Leave, and leave the file as it is"),
    bind(Help,       &[Esc, Char('?'), Enter],             Dismiss,                    "close",     "Close the help"),
    bind(Moving,     &[Down, Char('j')],                   Move(Motion::Forward),      "",          "Go down"),
    bind(Moving,     &[Up, Char('k')],                     Move(Motion::Backward),     "",          "Go up"),
    bind(Moving,     &[PageDown, Ctrl('d'), Ctrl('f')],    Move(Motion::PageForward),  "",          "Go down a screen"),
    bind(Moving,     &[PageUp, Ctrl('u'), Ctrl('b')],      Move(Motion::PageBackward), "",          "Go up a screen"),
    bind(Moving,     &[Home, Char('g')],                   Move(Motion::ToTop),        "",          "Go to the beginning"),
    bind(Moving,     &[End, Char('G')],                    Move(Motion::ToBottom),     "",          "Go to the end"),
    bind(Everywhere, &[Char('?')],                         ToggleHelp,                 "help",      "Show the keys that work here"),
    bind(Everywhere, &[Char('u')],                         Undo,                       "undo",      "Undo what you did last"),
    bind(Everywhere, &[Ctrl('r')],                         Redo,                       "",          "Do again what you undid"),
    bind(Everywhere, &[Char('1')],                         GoTo(Screen::Today),       "",          "Go to today"),
    bind(Everywhere, &[Char('2')],                         GoTo(Screen::Roles),       "",          "Go to the roles"),
    bind(Everywhere, &[Char('3')],                         GoTo(Screen::Skills),      "",          "Go to the skills"),
    bind(Everywhere, &[Char('4')],                         GoTo(Screen::Routes),      "",          "Go to the routes"),
    bind(Everywhere, &[Char('5')],                         GoTo(Screen::Plan),        "",          "Go to the plan"),
    bind(Everywhere, &[Tab],                               NextScreen,                    "screen",    "Go to the next screen"),
    bind(Everywhere, &[BackTab],                           PreviousScreen,                "",          "Go to the screen before"),
    bind(Always,     &[Ctrl('z')],                         Suspend,                    "",          "Leave for the shell; `fg` comes back"),
    bind(Everywhere, &[Char('q'), Ctrl('c')],              Quit,                       "leave",     "Leave; everything is kept"),
];

const fn bind(
    scope: Scope,
    keys: &'static [Key],
    action: Action,
    hint: &'static str,
    help: &'static str,
) -> Binding {
    Binding { scope, keys, action, hint, help }
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

/// The key to name in a sentence that speaks of an action.
pub fn named(action: Action) -> String {
    key_of(BINDINGS.iter().find(|it| it.action == action))
}

/// The same for an action whose key depends on where one is.
pub fn named_in(scope: Scope, action: Action) -> String {
    key_of(BINDINGS.iter().find(|it| it.scope == scope && it.action == action))
}

fn key_of(binding: Option<&Binding>) -> String {
    binding.and_then(|it| it.keys.first()).map(ToString::to_string).unwrap_or_default()
}

/// What a key asks for where these scopes hold, the narrowest first.
pub fn lookup(scopes: &[Scope], key: Key) -> Option<Action> {
    let find =
        |scope: &Scope| BINDINGS.iter().find(|it| it.scope == *scope && it.keys.contains(&key));
    scopes.iter().find_map(find).map(|binding| binding.action)
}

/// The bindings that hold where these scopes hold, in the order of the table.
/// A key that a narrower scope takes away is left out.
pub fn in_scopes(scopes: &[Scope]) -> impl Iterator<Item = (Key, &'static Binding)> {
    BINDINGS.iter().filter(|it| scopes.contains(&it.scope)).filter_map(|it| {
        let answers = |key: &Key| lookup(scopes, *key) == Some(it.action);
        it.keys.iter().copied().find(answers).map(|key| (key, it))
    })
}

/// The table as the README shows it.
pub fn markdown() -> String {
    let row = |Binding { scope, keys, help, .. }: &Binding| {
        let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
        format!("| {} | {help} | {scope} |\n", keys.join(" "))
    };
    let rows: String = BINDINGS.iter().map(row).collect();
    format!("| Keys | What they do | Where |\n| --- | --- | --- |\n{rows}")
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Char(' ') => f.write_str("Space"),
            Char(c) => write!(f, "{c}"),
            Ctrl(c) => write!(f, "Ctrl-{}", c.to_ascii_uppercase()),
            Up => f.write_str("↑"),
            Down => f.write_str("↓"),
            Left => f.write_str("←"),
            Right => f.write_str("→"),
            BackTab => f.write_str("Shift-Tab"),
            Home | End | PageUp | PageDown | Tab | Enter | Esc | Backspace | Delete => {
                write!(f, "{self:?}")
            }
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Always | Everywhere => "everywhere",
            Moving => "wherever one moves",
            InField => "wherever one types",
            List => "lists",
            Page => "pages",
            Asking => "questions",
            Welcoming => "first questions",
            Rescuing => "damaged file",
            Today => "today",
            Plan => "plan",
            Roles => "roles",
            Skills => "skills",
            Routes => "routes",
            Typing => "finding",
            Help => "help",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_means_one_thing_in_a_scope() {
        let named = |it: &'static Binding| it.keys.iter().map(move |key| (it.scope, *key));
        let all: Vec<_> = BINDINGS.iter().flat_map(named).collect();
        for (index, entry) in all.iter().enumerate() {
            assert!(!all[..index].contains(entry), "{entry:?} is bound twice");
        }
    }

    #[test]
    fn help_texts_read_alike() {
        for Binding { help, hint, .. } in BINDINGS {
            assert!(help.starts_with(char::is_uppercase) && !help.ends_with('.'), "{help:?}");
            assert!(help.chars().count() <= 43, "{help:?} is too long for the help");
            assert!(hint.chars().count() <= 12, "{hint:?} is too long for the footer");
        }
    }

    #[test]
    fn every_action_can_be_asked_for() {
        let actions: Vec<Action> = BINDINGS.iter().map(|it| it.action).collect();
        for kind in ActionKind::VARIANTS {
            assert!(actions.iter().any(|it| ActionKind::from(it) == *kind), "{kind:?} has no key");
        }
        let are_bound = |all: &mut dyn Iterator<Item = Action>| {
            all.for_each(|it| assert!(actions.contains(&it), "{it:?} has no key"));
        };
        are_bound(&mut Screen::ALL.iter().map(|it| GoTo(*it)));
        are_bound(&mut Motion::VARIANTS.iter().map(|it| Move(*it)));
        are_bound(&mut Trying::VARIANTS.iter().map(|it| Try(*it)));
        are_bound(&mut Editing::VARIANTS.iter().map(|it| Edit(*it)));
        are_bound(&mut Leaping::VARIANTS.iter().map(|it| Leap(*it)));
        for scope in Scope::VARIANTS {
            assert!(BINDINGS.iter().any(|it| it.scope == *scope), "{scope:?} is empty");
        }
    }

    #[test]
    fn a_key_taken_by_a_narrower_scope_is_not_advertised_for_the_wider_one() {
        let advertised = |scopes: &[Scope], action| {
            in_scopes(scopes).find(|(_, it)| it.action == action).map(|(key, _)| key)
        };
        assert_eq!(lookup(&[Rescuing, Everywhere], Esc), Some(Quit));
        assert_eq!(lookup(&[Asking, Rescuing], Ctrl('c')), Some(Dismiss), "the narrowest answers");
        assert_eq!(lookup(&[Rescuing, Asking], Ctrl('c')), Some(Quit));
        // `Esc` and `Ctrl-C` close the question, so only `q` is named for leaving.
        assert_eq!(advertised(&[Asking, Rescuing], Quit), Some(Char('q')));
        assert_eq!(lookup(&[Typing, Always], Char('q')), None, "letters are typed");
    }

    #[test]
    fn screens_follow_each_other_in_a_ring() {
        for screen in Screen::ALL {
            assert_eq!(screen.next().previous(), *screen);
        }
        assert_eq!(Screen::Plan.next(), Screen::Today);
    }
}
