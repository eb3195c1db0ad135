//! How things look, by their role: the only place that names a colour.
//!
//! The theme `terminal` paints with the terminal's own sixteen colours, and has
//! to be right whatever those are, on light and on dark. Computed for the
//! palettes terminals ship with (`tests` has them), only the letters' own colour
//! can be read everywhere; cyan is 2.0 : 1 on xterm's white, blue 1.3 : 1 on
//! macOS' dark grey. So what is to be read stands out by weight, lines and
//! reversal, and colour is for signs that say the same by their shape. Never bold
//! with one of the first eight colours: many terminals paint another colour then.
//! What can wait is dim, which terminals mix with the background by a third to a half;
//! bright black would be a colour of its own, but is Solarized's background.
//!
//! The other themes have colours of their own, in `palette`.

mod palette;

use ratatui::{
    buffer::Buffer,
    style::{Color, Modifier, Style},
};

use self::palette::{COLOR_BLIND, DARK, HIGH_CONTRAST, LIGHT, Palette};
use crate::{app::Colors, config::ThemeName, page::Tone, progress::State};

/// How each thing looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Theme {
    paint: Paint,
}

/// What there is to paint with.
#[derive(Clone, Copy, Debug)]
enum Paint {
    /// No colour at all.
    Plain,
    /// The terminal's colours.
    Terminal,
    /// Colours of our own.
    Own(Palette),
}

impl Theme {
    /// The theme of that name, or what comes next to it in so many colours.
    pub(super) fn new(name: ThemeName, colors: Colors) -> Self {
        let own = match name {
            ThemeName::Terminal => None,
            ThemeName::Dark => Some(DARK),
            ThemeName::Light => Some(LIGHT),
            ThemeName::HighContrast => Some(HIGH_CONTRAST),
            ThemeName::ColorBlind => Some(COLOR_BLIND),
        };
        let paint = match (colors, own) {
            (Colors::None, _) => Paint::Plain,
            (Colors::Sixteen, _) | (Colors::Many | Colors::True, None) => Paint::Terminal,
            (Colors::Many, Some(palette)) => Paint::Own(palette.indexed()),
            (Colors::True, Some(palette)) => Paint::Own(palette),
        };
        Self { paint }
    }

    /// One look in the terminal's colours, which without its colours is that of no
    /// colour at all, or another in ours.
    fn ink(self, terminal: Style, own: impl Fn(Palette) -> Style) -> Style {
        match self.paint {
            Paint::Plain => Style { fg: None, bg: None, ..terminal },
            Paint::Terminal => terminal,
            Paint::Own(palette) => own(palette),
        }
    }

    /// Gives letters and background their colours where nothing else has.
    pub(super) fn ground(self, buf: &mut Buffer) {
        let Paint::Own(palette) = self.paint else { return };
        for cell in &mut buf.content {
            if cell.fg == Color::Reset {
                cell.fg = palette.text;
            }
            if cell.bg == Color::Reset {
                cell.bg = palette.background;
            }
        }
    }

    /// What can be acted on or is one's own: keys, the cursor's mark.
    pub(super) fn accent(self) -> Style {
        self.ink(bold(), |it| Style::new().fg(it.accent))
    }

    /// The letters that are what was typed.
    pub(super) fn matched(self) -> Style {
        self.accent().add_modifier(Modifier::BOLD)
    }

    /// What can wait.
    pub(super) fn muted(self) -> Style {
        self.ink(Style::new().add_modifier(Modifier::DIM), |it| Style::new().fg(it.muted))
    }

    /// Lines that part one thing from another.
    pub(super) fn rule(self) -> Style {
        self.ink(Style::new().add_modifier(Modifier::DIM), |it| Style::new().fg(it.rule))
    }

    /// What is laid out ahead, as a block: as bright as letters it would glare.
    pub(super) fn planned(self) -> Style {
        self.ink(Style::new(), |it| Style::new().fg(it.muted))
    }

    pub(super) fn strong(self) -> Style {
        self.ink(bold(), |_| bold())
    }

    pub(super) fn heading(self) -> Style {
        self.strong()
    }

    /// The title of the pane that has the keys.
    pub(super) fn title_in_front(self) -> Style {
        self.ink(bold().add_modifier(Modifier::UNDERLINED), |it| bold().fg(it.accent))
    }

    pub(super) fn tab_in_front(self) -> Style {
        let lined = bold().add_modifier(Modifier::UNDERLINED);
        self.ink(lined, |it| lined.fg(it.accent))
    }

    /// What is said when something does not work.
    pub(super) fn warning(self) -> Style {
        self.ink(bold(), |it| bold().fg(it.warning))
    }

    /// The sign before a warning.
    pub(super) fn alarm(self) -> Style {
        self.ink(bold().fg(Color::LightRed), |it| bold().fg(it.error))
    }

    /// What is wrong and stays wrong.
    pub(super) fn error(self) -> Style {
        self.ink(bold().add_modifier(Modifier::REVERSED), |it| bold().fg(it.error))
    }

    /// An address.
    fn link(self) -> Style {
        let lined = Style::new().add_modifier(Modifier::UNDERLINED);
        self.ink(lined, |it| lined.fg(it.accent))
    }

    /// Where the next letter goes.
    pub(super) fn caret(self) -> Style {
        let reversed = Style::new().add_modifier(Modifier::REVERSED);
        self.ink(reversed, |_| reversed)
    }

    /// What the keys act on. Colours of the terminal give way below it, or they
    /// would turn into blocks; ours are chosen to be read on it.
    pub(super) fn selected(self) -> Style {
        let reversed = Style::new()
            .fg(Color::Reset)
            .bg(Color::Reset)
            .remove_modifier(Modifier::DIM | Modifier::UNDERLINED)
            .add_modifier(Modifier::REVERSED);
        self.ink(reversed, |it| Style::new().bg(it.selected))
    }

    /// What the keys will act on when their pane has them again.
    pub(super) fn selected_behind(self) -> Style {
        self.strong()
    }

    /// How far one is with something. Green is for what is proven and nothing else.
    pub(super) fn state(self, state: State) -> Style {
        match state {
            State::ToDo => Style::new(),
            State::Learning => self.ink(bold(), |it| Style::new().fg(it.learning)),
            State::Proven => {
                self.ink(Style::new().fg(Color::Green), |it| Style::new().fg(it.proven))
            }
            State::Claimed => {
                self.ink(Style::new().fg(Color::LightMagenta), |it| Style::new().fg(it.claimed))
            }
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
            Tone::Link => self.link(),
            Tone::State(state) => self.state(state),
        }
    }
}

fn bold() -> Style {
    Style::new().add_modifier(Modifier::BOLD)
}

#[cfg(test)]
mod tests;
