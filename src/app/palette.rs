//! The palette: all that can be done, by name.

use super::{
    App, Overlay, Size,
    field::{Field, Typed},
};
use crate::{
    keys::{Action, Binding, Key, Motion, Scope, Screen},
    words,
};

/// The lines that stand above the commands.
const HEAD: usize = 2;

/// What is typed, and what goes by it.
#[derive(Clone, Debug)]
pub struct Palette {
    field: Field,
    /// Which of the commands listed is marked.
    pub cursor: usize,
    all: Vec<Command>,
}

/// Something that can be done.
#[derive(Clone, Debug)]
pub struct Command {
    /// What it does, in words.
    pub help: &'static str,
    /// What it is called: `plan.zoom`.
    pub name: String,
    /// The keys for it.
    pub keys: Vec<Key>,
    /// The screen to go to for it; none if it can be done here.
    pub screen: Option<Screen>,
    action: Action,
}

/// What has come of a command.
pub(super) enum Chosen {
    /// This is to be done.
    Do(Action),
    /// This is to be done on another screen.
    DoOn(Screen, Action),
    /// One has to choose something on another screen first; then this key does that.
    ShowOn(Screen, String),
    /// All is saved already.
    Saved,
}

impl Palette {
    /// The text before the caret and the text behind it.
    pub fn parts(&self) -> (&str, &str) {
        self.field.parts()
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        self.field.text()
    }

    /// The commands that go by what was typed, those that begin with it first.
    pub fn listed(&self) -> Vec<&Command> {
        let typed = self.text().trim().to_lowercase();
        let fits = |it: &&Command| typed.split_whitespace().all(|word| it.goes_by(word));
        let mut listed: Vec<&Command> = self.all.iter().filter(fits).collect();
        let is_meant = |it: &&Command| {
            let name = it.name.split('.').next_back().unwrap_or_default();
            name.starts_with(&typed) || it.help.to_lowercase().starts_with(&typed)
        };
        listed.sort_by_key(|it| (it.screen.is_some(), !is_meant(it)));
        if is_leaving(&typed) {
            listed.sort_by_key(|it| it.action != Action::Quit);
        }
        listed
    }
}

/// Those who come from vi leave like this.
fn is_leaving(typed: &str) -> bool {
    matches!(typed, "q" | "q!" | "quit" | "exit" | "wq" | "x" | "qa")
}

fn is_saving(typed: &str) -> bool {
    matches!(typed, "w" | "w!" | "wa" | "write" | "save")
}

impl Command {
    fn new(binding: &Binding, screen: Option<Screen>) -> Self {
        Self {
            help: binding.help,
            name: format!("{}.{}", binding.scope.word(), binding.word),
            keys: binding.keys.to_vec(),
            screen,
            action: binding.action,
        }
    }

    fn goes_by(&self, word: &str) -> bool {
        let screen = self.screen.map_or("", Screen::title);
        [self.help, &self.name, screen].iter().any(|it| it.to_lowercase().contains(word))
            || is_leaving(word) && self.action == Action::Quit
    }

    /// Whether it does something with what is chosen, which is not in sight from elsewhere.
    #[expect(clippy::too_many_lines, reason = "a line for each action")]
    fn is_about_chosen(&self) -> bool {
        match self.action {
            Action::Try(trying) => trying.is_about_chosen(),
            Action::Open
            | Action::Mark
            | Action::MakeGoal
            | Action::Follow
            | Action::Claim
            | Action::Skip
            | Action::ProveShown
            | Action::LogTime
            | Action::Timer
            | Action::Correct
            | Action::Note
            | Action::EditNote
            | Action::Evidence
            | Action::Estimate
            | Action::Copy
            | Action::Compare
            | Action::AddBeside
            | Action::RemoveBeside
            | Action::OnlyDifferences
            | Action::OpenLink => true,
            Action::Move(_)
            | Action::Leap(_)
            | Action::Ascend
            | Action::Leftward
            | Action::Rightward
            | Action::FoldAll
            | Action::TurnView
            | Action::Settings
            | Action::Turn(_)
            | Action::GiveUp
            | Action::ForgetTimer
            | Action::FilterJournal
            | Action::ChooseFilter
            | Action::ShowAll
            | Action::Look
            | Action::Find
            | Action::Place
            | Action::Review
            | Action::Rehearse
            | Action::Commands
            | Action::Edit(_)
            | Action::GoTo(_)
            | Action::NextScreen
            | Action::PreviousScreen
            | Action::ToggleHelp
            | Action::Dismiss
            | Action::Undo
            | Action::Redo
            | Action::Suspend
            | Action::Quit
            | Action::Answer
            | Action::Welcome
            | Action::ChooseAnswer
            | Action::KeepTrial
            | Action::DropTrial
            | Action::AskReadyBy
            | Action::HideDates
            | Action::KeepBaseline
            | Action::Zoom => false,
        }
    }
}

/// Opens the palette.
pub(super) fn begin(app: &mut App) {
    let mut all = here(app);
    let (front, comparing) = (app.screen, app.comparing.take());
    for screen in Screen::ALL.iter().filter(|it| **it != front) {
        app.screen = *screen;
        all.extend(there(app, &all));
    }
    (app.screen, app.comparing) = (front, comparing);
    app.overlay = Some(Overlay::Palette(Palette { field: Field::default(), cursor: 0, all }));
}

/// All that does something where one is, what is special to it first.
fn here(app: &App) -> Vec<Command> {
    let scopes = app.scopes_below();
    let mut bindings = app.doable(&scopes);
    bindings.retain(|it| it.action != Action::Commands);
    bindings.sort_by_key(|it| {
        (it.scope == Scope::Moving, scopes.iter().position(|scope| *scope == it.scope))
    });
    bindings.into_iter().map(|it| Command::new(it, None)).collect()
}

/// What the screen in front can do that none of these does; with what it can do to
/// things that one would have to choose there first.
fn there(app: &App, known: &[Command]) -> Vec<Command> {
    let scope = app.scopes_below().first().copied();
    let doable = app.doable(scope.as_slice());
    let has_things = !matches!(app.screen, Screen::Today | Screen::Plan);
    let bindings = app.world.keymap.bindings().iter().filter(|it| Some(it.scope) == scope);
    let unknown = bindings.filter(|it| known.iter().all(|other| other.action != it.action));
    let commands = unknown.map(|it| (it, Command::new(it, Some(app.screen))));
    let listed = commands.filter(|(it, command)| {
        let is_doable = doable.iter().any(|other| other.word == it.word);
        is_doable || has_things && command.is_about_chosen() && !it.keys.is_empty()
    });
    listed.map(|(_, command)| command).collect()
}

/// Adds letters to what is typed.
/// Lists what goes by what is typed.
pub(super) fn typed(app: &mut App, typed: Typed<'_>) {
    if let Some(Overlay::Palette(palette)) = &mut app.overlay {
        palette.field.take(typed);
        palette.cursor = 0;
    }
}

pub(super) fn move_cursor(app: &mut App, motion: Motion) {
    let Size { lines, .. } = app.shape().list;
    let Some(Overlay::Palette(palette)) = &mut app.overlay else { return };
    let last = palette.listed().len().saturating_sub(1);
    let screen = lines.saturating_sub(HEAD + 1).max(1);
    palette.cursor = motion.from(palette.cursor, screen, last).min(last);
}

/// Closes the palette for what is marked; none if nothing is.
pub(super) fn take(app: &mut App) -> Option<Chosen> {
    let Some(Overlay::Palette(palette)) = &app.overlay else { return None };
    if is_saving(palette.text().trim()) {
        app.overlay = None;
        return Some(Chosen::Saved);
    }
    let command = palette.listed().get(palette.cursor).copied().cloned()?;
    app.overlay = None;
    let key = command.keys.first().map(|it| words::key(*it, app.world.signs));
    Some(match command.screen {
        None => Chosen::Do(command.action),
        Some(screen) if command.is_about_chosen() => {
            let key = key.unwrap_or_else(|| command.name.clone());
            Chosen::ShowOn(screen, format!("{key}: {}", command.help))
        }
        Some(screen) => Chosen::DoOn(screen, command.action),
    })
}
