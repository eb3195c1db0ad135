//! The only place that names a colour. Roles, not shades: the terminal's own
//! palette decides what they look like, so light and dark are both right.

use ratatui::style::{Color, Modifier, Style};

use crate::{page::Tone, progress::State};

/// How each thing looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Theme {
    has_colors: bool,
}

#[expect(clippy::unused_self, reason = "what has no colour now may have one in another theme")]
impl Theme {
    pub(super) const fn new(has_colors: bool) -> Self {
        Self { has_colors }
    }

    const fn color(self, color: Color) -> Style {
        if self.has_colors { Style::new().fg(color) } else { Style::new() }
    }

    pub(super) fn accent(self) -> Style {
        self.color(Color::Cyan)
    }

    /// The letters that are what was typed.
    pub(super) fn matched(self) -> Style {
        self.accent().add_modifier(Modifier::BOLD)
    }

    pub(super) fn muted(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    pub(super) fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    pub(super) fn heading(self) -> Style {
        self.strong()
    }

    /// The title of the pane that has the keys.
    pub(super) fn title_in_front(self) -> Style {
        self.accent().add_modifier(Modifier::BOLD)
    }

    pub(super) fn tab_in_front(self) -> Style {
        self.accent().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    pub(super) fn warning(self) -> Style {
        self.color(Color::Yellow).add_modifier(Modifier::BOLD)
    }

    pub(super) fn error(self) -> Style {
        self.color(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// Where the next letter goes.
    pub(super) fn caret(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    pub(super) fn done(self) -> Style {
        self.color(Color::Green)
    }

    /// What the keys act on. Colours below it give way, or they would turn into blocks.
    pub(super) fn selected(self) -> Style {
        Style::new()
            .fg(Color::Reset)
            .bg(Color::Reset)
            .remove_modifier(Modifier::DIM | Modifier::UNDERLINED)
            .add_modifier(Modifier::REVERSED)
    }

    /// What the keys will act on when their pane has them again.
    pub(super) fn selected_behind(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    pub(super) fn state(self, state: State) -> Style {
        match state {
            State::ToDo => Style::new(),
            State::Learning => self.color(Color::Yellow),
            State::Proven => self.color(Color::Green),
            State::Claimed => self.color(Color::Magenta),
            State::Skipped => self.muted(),
        }
    }

    pub(super) fn tone(self, tone: Tone) -> Style {
        match tone {
            Tone::Text => Style::new(),
            Tone::Muted => self.muted(),
            Tone::Heading => self.heading(),
            Tone::Strong => self.strong(),
            Tone::Accent => self.accent(),
            Tone::Link => self.muted().add_modifier(Modifier::UNDERLINED),
            Tone::State(state) => self.state(state),
        }
    }
}
