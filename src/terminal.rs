//! The loop: what happens comes in through one channel, is given to
//! [`app::update`], and what follows is carried out.
//!
//! The only module that talks to the terminal. One thread reads keys, one
//! waits for signals, one saves, one hears of changes to the file; all of them
//! speak through the channel, so an idle program costs nothing. Whatever is
//! pending is taken in before a screen is painted, so that a held key never lags.

use std::{
    io::{self, Write as _, stdout},
    ops::ControlFlow,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

use crossterm::{
    event::{self, DisableBracketedPaste, EnableBracketedPaste, KeyCode, KeyEvent, KeyModifiers},
    execute,
};
use ratatui::DefaultTerminal;

use crate::{
    app::{self, App, Effect, Message, Size},
    catalog::Catalog,
    keys::Key,
    progress::Change,
    store::{Heard, Incoming, News, Saver, Store, StoreError, Watch},
    ui,
};

/// What a save takes at the most, if nobody else is in the way.
const PATIENCE: Duration = Duration::from_secs(1);

/// How a visit ended.
#[derive(Debug)]
pub enum Ending {
    /// The learner left.
    Left,
    /// A signal of that number came.
    Signal(i32),
}

/// What came of a visit.
#[derive(Debug)]
pub struct Visited {
    /// How it ended. All is saved.
    pub ending: Ending,
    /// Whether what was done can be undone later.
    pub noted: io::Result<()>,
}

/// What comes in.
enum Event {
    Happened(Message),
    Saved(u64),
    Touched(Heard),
    Changed(Incoming),
    Signal(i32),
    Broken(io::Error),
}

/// The outside as the loop sees it.
struct Outside {
    terminal: DefaultTerminal,
    events: Receiver<Event>,
    sender: Sender<Event>,
    saver: Saver,
    file: PathBuf,
    // None until there is a folder to watch.
    watch: Option<Watch>,
}

/// Runs until the learner leaves. Whatever happens, the terminal is given back
/// and what is unsaved is saved.
pub fn run(
    mut app: App,
    store: Store,
    catalog: Arc<Catalog>,
    today: impl Fn() -> jiff::civil::Date,
) -> Result<Visited, Box<dyn std::error::Error>> {
    let mut terminal = take_terminal()?;
    let (sender, events) = mpsc::channel();
    // The first screen comes before all else.
    let first = resized(&mut app, &terminal).and_then(|()| paint(&app, &mut terminal));
    let outbox = sender.clone();
    let file = store.path().to_owned();
    let saver = Saver::start(store, catalog, move |news| {
        let event = match news {
            News::Saved(revision) => Event::Saved(revision),
            News::Failed(revision, reason) => {
                Event::Happened(Message::SaveFailed(revision, reason))
            }
            News::Changed(change) => Event::Changed(change),
            News::Conflict(command) => Event::Happened(Message::Conflict(command)),
            News::Restored => Event::Happened(Message::Restored),
            News::NotRestored(reason) => Event::Happened(Message::RestoreFailed(reason)),
        };
        // Nobody listens any more when the learner has left; `finish` tells them.
        let _ = outbox.send(event);
    });
    let mut outside = Outside { terminal, events, sender, saver, file, watch: None };
    let ending = first.and_then(|()| visit(&mut app, &mut outside, today));
    give_terminal_back(outside.terminal);
    // What became of the learner's work matters more than how the visit ended.
    let noted = finish(outside.saver, app.deeds().to_vec())?;
    Ok(Visited { ending: ending?, noted })
}

/// Waits until all is kept, and says so if that takes long.
fn finish(saver: Saver, deeds: Vec<Change>) -> Result<io::Result<()>, StoreError> {
    let (sender, done) = mpsc::channel::<()>();
    thread::spawn(move || {
        if done.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            // Where standard error is closed there is nobody left to tell.
            let _ = writeln!(io::stderr(), "rungs: still saving; another rungs may be writing");
        }
    });
    let noted = saver.finish(deeds);
    drop(sender);
    noted
}

fn visit(
    app: &mut App,
    outside: &mut Outside,
    today: impl Fn() -> jiff::civil::Date,
) -> io::Result<Ending> {
    listen(&outside.sender)?;
    watch(outside);
    // Nobody has pressed a key yet, so there is time for what the first screen did without.
    app::update(app, Message::Began);
    paint(app, &mut outside.terminal)?;
    while let Ok(first) = outside.events.recv() {
        app::update(app, Message::Dawned(today()));
        let mut next = Some(first);
        while let Some(event) = next {
            if let ControlFlow::Break(ending) = take_in(event, app, outside)? {
                return Ok(ending);
            }
            next = outside.events.try_recv().ok();
        }
        paint(app, &mut outside.terminal)?;
    }
    Ok(Ending::Left)
}

fn take_in(event: Event, app: &mut App, outside: &mut Outside) -> io::Result<ControlFlow<Ending>> {
    match event {
        Event::Happened(message) => {
            watch(outside);
            // A terminal may rearrange what it shows, even if the size is soon the old one.
            if let Message::Resized(_) = message {
                repaint(&mut outside.terminal)?;
            }
            for effect in app::update(app, message) {
                if perform(effect, outside)?.is_break() {
                    return Ok(ControlFlow::Break(Ending::Left));
                }
            }
        }
        Event::Saved(revision) => {
            watch(outside);
            app::update(app, Message::Saved(revision));
        }
        Event::Touched(heard) => {
            if heard == Heard::FolderGone {
                outside.watch = None;
            }
            // What cannot be asked any more has said why already.
            let _ = outside.saver.look();
        }
        Event::Changed(change) => show_change(app, outside, change),
        Event::Signal(signal) => return Ok(ControlFlow::Break(Ending::Signal(signal))),
        Event::Broken(error) => return Err(error),
    }
    Ok(ControlFlow::Continue(()))
}

fn resized(app: &mut App, terminal: &DefaultTerminal) -> io::Result<()> {
    let size = terminal.size()?;
    app::update(app, Message::Resized(sized(size.width, size.height)));
    Ok(())
}

/// Shows what somebody else has changed. What is saved from now on includes it.
fn show_change(app: &mut App, outside: &Outside, change: Incoming) {
    let progress = change.onto(&app.catalog, &app.progress);
    if progress != app.progress {
        app::update(app, Message::Changed(Box::new(progress)));
    }
    // If the thread is gone, the next save says so.
    let _ = outside.saver.took(change);
}

/// Listens to changes of the file as soon as that is possible, and looks at what
/// was missed.
fn watch(outside: &mut Outside) {
    if outside.watch.is_some() {
        return;
    }
    let sender = outside.sender.clone();
    outside.watch = Watch::start(&outside.file, move |heard| {
        // Nobody listens any more when the learner has left.
        let _ = sender.send(Event::Touched(heard));
    });
    if outside.watch.is_some() {
        // What cannot be asked any more has said why already.
        let _ = outside.saver.look();
    }
}

fn paint(app: &App, terminal: &mut DefaultTerminal) -> io::Result<()> {
    terminal.draw(|frame| ui::render(app, frame.area(), frame.buffer_mut()))?;
    Ok(())
}

/// Carries out an effect; what comes of it is the next event.
fn perform(effect: Effect, outside: &mut Outside) -> io::Result<ControlFlow<()>> {
    match effect {
        Effect::Quit => return Ok(ControlFlow::Break(())),
        Effect::Save(revision, progress) => {
            if let Err(error) = outside.saver.save(revision, progress) {
                let message = Message::SaveFailed(revision, error.to_string());
                // We hold the other end ourselves.
                let _ = outside.sender.send(Event::Happened(message));
            }
        }
        Effect::Restore(which) => {
            if let Err(error) = outside.saver.restore(which) {
                // We hold the other end ourselves.
                let message = Message::RestoreFailed(error.to_string());
                let _ = outside.sender.send(Event::Happened(message));
            }
        }
        Effect::Open(address) => {
            if let Err(error) = open::that_detached(&*address) {
                let message = Message::OpenFailed(address, error.to_string());
                // We hold the other end ourselves.
                let _ = outside.sender.send(Event::Happened(message));
            }
        }
        Effect::Suspend => {
            // Or else we might be stopped in the middle of a save, and others wait for us.
            // While somebody else holds the lock there is nothing to be in the middle of.
            let _ = outside.saver.wait(PATIENCE);
            suspend(&mut outside.terminal)?;
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// Has the next screen painted as a whole. (`Terminal::clear` would do the same
/// and ask the terminal where its cursor is, and a thread of ours takes the answer.)
fn repaint(terminal: &mut DefaultTerminal) -> io::Result<()> {
    let size = terminal.size()?;
    terminal.resize(size.into())
}

fn take_terminal() -> io::Result<DefaultTerminal> {
    let terminal = ratatui::try_init()?;
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let _ = execute!(stdout(), DisableBracketedPaste);
        before(panic);
    }));
    execute!(stdout(), EnableBracketedPaste)?;
    Ok(terminal)
}

/// A terminal that has gone away cannot be given back, and need not be.
fn give_terminal_back(mut terminal: DefaultTerminal) {
    let _ = execute!(stdout(), DisableBracketedPaste);
    let is_gone = terminal.show_cursor().is_err();
    let _ = ratatui::try_restore();
    if is_gone {
        // Its destructor would try again and print why it cannot, and where
        // standard error is gone as well that ends in a panic.
        std::mem::forget(terminal);
    }
}

#[cfg(unix)]
fn suspend(terminal: &mut DefaultTerminal) -> io::Result<()> {
    use crossterm::{
        cursor,
        terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
    };
    execute!(stdout(), DisableBracketedPaste, cursor::Show, LeaveAlternateScreen)?;
    disable_raw_mode()?;
    signal_hook::low_level::raise(signal_hook::consts::SIGTSTP)?;
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
    repaint(terminal)
}

#[cfg(not(unix))]
fn suspend(_: &mut DefaultTerminal) -> io::Result<()> {
    Ok(())
}

/// Starts the threads that listen to keys and signals.
fn listen(sender: &Sender<Event>) -> io::Result<()> {
    listen_to_signals(sender)?;
    let sender = sender.clone();
    thread::spawn(move || {
        loop {
            let event = match event::read() {
                Ok(event) => match message(event) {
                    Some(message) => Event::Happened(message),
                    None => continue,
                },
                Err(error) => Event::Broken(error),
            };
            let is_last = matches!(event, Event::Broken(_));
            if sender.send(event).is_err() || is_last {
                return;
            }
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

fn message(event: event::Event) -> Option<Message> {
    match event {
        event::Event::Resize(columns, lines) => Some(Message::Resized(sized(columns, lines))),
        event::Event::Paste(text) => Some(Message::Pasted(text)),
        event => event.as_key_press_event().and_then(key).map(Message::Pressed),
    }
}

fn sized(columns: u16, lines: u16) -> Size {
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
        _ => return None,
    };
    Some(key)
}
