//! Any keys on any size of terminal: no panic, and the same keys lead to the same screen.
#![no_main]

use jiff::{Timestamp, civil::date};
use libfuzzer_sys::fuzz_target;
use ratatui::{buffer::Buffer, layout::Rect};
use rungs::{
    app::{self, Able, App, Colors, Message, Saving, Size, World},
    catalog::Catalog,
    config::{SignChoice, ThemeName},
    keys::{Key, Keymap},
    progress::Progress,
    ui,
    words::Signs,
};

const KEYS: [Key; 16] = [
    Key::Up,
    Key::Down,
    Key::Left,
    Key::Right,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Tab,
    Key::BackTab,
    Key::Enter,
    Key::Esc,
    Key::Backspace,
    Key::Delete,
    Key::Ctrl('r'),
    Key::Ctrl('w'),
];

fn message(byte: u8) -> Message {
    match byte {
        0..16 => Message::Pressed(KEYS[usize::from(byte)]),
        16..127 => Message::Pressed(Key::Char(char::from(byte.max(32)))),
        127..200 => {
            Message::Resized(Size { columns: usize::from(byte - 127) * 3, lines: usize::from(byte % 60) })
        }
        200..205 => Message::Changed(Box::default()),
        205..210 => Message::Pasted("git \u{1b}[2J\u{202e}".to_owned()),
        byte => Message::Saved(u64::from(byte - 210)),
    }
}

fn played(bytes: &[u8]) -> (Buffer, Progress) {
    let world = World {
        keymap: Keymap::standard(),
        today: date(2027, 2, 28),
        now: Timestamp::UNIX_EPOCH,
        here: None,
        size: Size { columns: 80, lines: 24 },
        signs: &Signs::UNICODE,
        theme: ThemeName::Terminal,
        sign_choice: SignChoice::Auto,
        has_mouse: true,
        has_motion: true,
        able: Able { colors: Colors::True, signs: &Signs::UNICODE },
        nonce: 7,
    };
    let mut app = App::new(Catalog::embedded(), Progress::default(), Saving::Nothing, world);
    let mut screen = Buffer::empty(Rect::default());
    for byte in bytes {
        let _effect = app::update(&mut app, message(*byte));
        let size = app.world.size;
        let side = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
        let area = Rect::new(0, 0, side(size.columns), side(size.lines));
        screen = Buffer::empty(area);
        ui::render(&app, area, &mut screen);
    }
    (screen, app.progress)
}

fuzz_target!(|bytes: &[u8]| {
    let bytes = &bytes[..bytes.len().min(200)];
    assert!(played(bytes) == played(bytes));
});
