//! The terminal itself: taken, lent to others for a while, and given back.

use std::{
    fmt,
    io::{self, stdout},
};

use crossterm::{
    Command,
    event::{DisableBracketedPaste, EnableBracketedPaste},
    execute,
};
use ratatui::DefaultTerminal;

/// Asks to be told of buttons and of the wheel, in numbers of any size; not of every
/// movement, which nobody here wants to hear of.
struct HearMouse(bool);

impl Command for HearMouse {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str(if self.0 {
            "\u{1b}[?1000h\u{1b}[?1006h"
        } else {
            "\u{1b}[?1006l\u{1b}[?1000l"
        })
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        Ok(())
    }
}

/// Takes the terminal; it is given back even after a panic.
pub(super) fn take(has_mouse: bool) -> io::Result<DefaultTerminal> {
    let terminal = ratatui::try_init()?;
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let _ = execute!(stdout(), HearMouse(false), DisableBracketedPaste);
        before(panic);
    }));
    execute!(stdout(), EnableBracketedPaste)?;
    hear_mouse(has_mouse)?;
    Ok(terminal)
}

/// Hears of the mouse from now on, or no more.
pub(super) fn hear_mouse(is_heard: bool) -> io::Result<()> {
    execute!(stdout(), HearMouse(is_heard))
}

/// A terminal that has gone away cannot be given back, and need not be.
pub(super) fn give_back(mut terminal: DefaultTerminal) {
    let _ = execute!(stdout(), HearMouse(false), DisableBracketedPaste);
    let is_gone = terminal.show_cursor().is_err();
    let _ = ratatui::try_restore();
    if is_gone {
        // Its destructor would try again and print why it cannot, and where
        // standard error is gone as well that ends in a panic.
        std::mem::forget(terminal);
    }
}

/// Leaves the terminal to somebody else while they do something.
#[cfg(unix)]
pub(super) fn lend<T>(has_mouse: bool, borrower: impl FnOnce() -> T) -> io::Result<T> {
    use crossterm::{
        cursor,
        terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
    };
    hear_mouse(false)?;
    execute!(stdout(), DisableBracketedPaste, cursor::Show, LeaveAlternateScreen)?;
    disable_raw_mode()?;
    let answer = borrower();
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
    hear_mouse(has_mouse)?;
    Ok(answer)
}

/// Stops until the shell lets the program go on.
#[cfg(unix)]
pub(super) fn suspend(has_mouse: bool) -> io::Result<()> {
    lend(has_mouse, || signal_hook::low_level::raise(signal_hook::consts::SIGTSTP))?
}

#[cfg(not(unix))]
pub(super) fn suspend(_: bool) -> io::Result<()> {
    Ok(())
}
