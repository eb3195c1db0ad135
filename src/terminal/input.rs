//! What comes in: keys, the mouse, pastes, new sizes, signals.

use std::{
    io,
    sync::{Arc, Mutex, PoisonError, mpsc::Sender},
    thread,
    time::Duration,
};

use crossterm::event::{
    self, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::{Event, Pointed, Pointing};
use crate::{
    app::{Message, Size},
    keys::Key,
};

/// Starts the threads that listen to keys and signals. While somebody else holds the
/// gate, no more is read.
pub(super) fn listen(sender: &Sender<Event>, gate: &Arc<Mutex<()>>) -> io::Result<()> {
    listen_to_signals(sender)?;
    // From now on a new size is heard of; what comes in is kept for the thread.
    event::poll(Duration::ZERO)?;
    let sender = sender.clone();
    let gate = Arc::clone(gate);
    thread::spawn(move || {
        loop {
            let event = match event::read() {
                Ok(event) => match heard(event) {
                    Some(event) => event,
                    None => continue,
                },
                Err(error) => Event::Broken(error),
            };
            let is_last = matches!(event, Event::Broken(_));
            if sender.send(event).is_err() || is_last {
                return;
            }
            drop(gate.lock().unwrap_or_else(PoisonError::into_inner));
        }
    });
    Ok(())
}

#[cfg(unix)]
fn listen_to_signals(sender: &Sender<Event>) -> io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM},
        iterator::Signals,
    };
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    let sender = sender.clone();
    thread::spawn(move || {
        for signal in signals.forever() {
            if sender.send(Event::Signal(signal)).is_err() {
                return;
            }
        }
    });
    Ok(())
}

#[cfg(not(unix))]
fn listen_to_signals(_: &Sender<Event>) -> io::Result<()> {
    Ok(())
}

/// What an event of the terminal is to the program; none if nothing.
fn heard(event: event::Event) -> Option<Event> {
    match event {
        event::Event::Resize(columns, lines) => {
            Some(Event::Message(Message::Resized(sized(columns, lines))))
        }
        event::Event::Paste(text) => Some(Event::Message(Message::Pasted(text))),
        event::Event::Mouse(mouse) => pointed(mouse).map(Event::Pointed),
        event => {
            event.as_key_press_event().and_then(key).map(|it| Event::Message(Message::Pressed(it)))
        }
    }
}

fn pointed(mouse: MouseEvent) -> Option<Pointed> {
    let how = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Pointing::Click,
        MouseEventKind::ScrollDown => Pointing::Down,
        MouseEventKind::ScrollUp => Pointing::Up,
        _ => return None,
    };
    Some(Pointed { how, column: mouse.column, line: mouse.row })
}

pub(super) fn sized(columns: u16, lines: u16) -> Size {
    Size { columns: usize::from(columns), lines: usize::from(lines) }
}

/// Terminals disagree about shift: the character already says it, so we do not
/// look at the modifier.
fn key(event: KeyEvent) -> Option<Key> {
    let key = match event.code {
        KeyCode::Char(c) if event.modifiers.contains(KeyModifiers::CONTROL) => {
            Key::Ctrl(c.to_ascii_lowercase())
        }
        KeyCode::Char(c) if !event.modifiers.contains(KeyModifiers::ALT) => Key::Char(c),
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left if event.modifiers.contains(KeyModifiers::CONTROL) => Key::CtrlLeft,
        KeyCode::Right if event.modifiers.contains(KeyModifiers::CONTROL) => Key::CtrlRight,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::F(1) => Key::F1,
        _ => return None,
    };
    Some(key)
}
