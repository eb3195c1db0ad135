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
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::Duration,
};

use crossterm::{
    event::{self, DisableBracketedPaste, EnableBracketedPaste, KeyCode, KeyEvent, KeyModifiers},
    execute, queue,
    terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate},
};
use ratatui::{
    DefaultTerminal,
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    app::{self, App, Effect, Message, Size},
    config::Change,
    keys::Key,
    store::{self, Heard, Left, News, Noted, Saver, Store, StoreError, Watch},
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
    Message(Message),
    News(News),
    Touched(Heard),
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
    config: Option<PathBuf>,
    // None until there is a folder to watch.
    watch: Option<Watch>,
    // What was painted last; none if it may not be what is seen.
    painted: Option<Buffer>,
}

/// Runs until the learner leaves. Whatever happens, the terminal is given back
/// and what is unsaved is saved. Settings are kept in the config file, if there is a
/// place for one.
pub fn run(
    mut app: App,
    store: Store,
    config: Option<PathBuf>,
    today: impl Fn() -> jiff::civil::Date,
) -> Result<Visited, Box<dyn std::error::Error>> {
    let terminal = take_terminal()?;
    let (sender, events) = mpsc::channel();
    let outbox = sender.clone();
    let file = store.path().to_owned();
    let saver = Saver::start(store, app.catalog, move |news| {
        // Nobody listens any more when the learner has left; `finish` tells them.
        let _ = outbox.send(Event::News(news));
    });
    let mut outside =
        Outside { terminal, events, sender, saver, file, config, watch: None, painted: None };
    let ending = visit(&mut app, &mut outside, today);
    give_terminal_back(outside.terminal);
    let done = app.acts().map(|(act, name)| Noted { change: act.change.clone(), name });
    // What became of the learner's work matters more than how the visit ended.
    let left = finish(outside.saver, done.collect())?;
    Ok(Visited { ending: ending?, noted: left.noted })
}

/// Waits until all is kept, and says so if that takes long.
fn finish(saver: Saver, done: Vec<Noted>) -> Result<Left, StoreError> {
    let (sender, end) = mpsc::channel::<()>();
    thread::spawn(move || {
        if end.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            // Where standard error is closed there is nobody left to tell.
            let _ = writeln!(io::stderr(), "rungs: still saving; another rungs may be writing");
        }
    });
    let left = saver.finish(done);
    drop(sender);
    left
}

fn visit(
    app: &mut App,
    outside: &mut Outside,
    today: impl Fn() -> jiff::civil::Date,
) -> io::Result<Ending> {
    // The first screen comes before all else.
    let size = outside.terminal.size()?;
    let mut next = tell(app, outside, Message::Resized(sized(size.width, size.height)))?;
    paint(app, outside)?;
    listen(&outside.sender)?;
    // A new size before that was heard by nobody.
    let size = outside.terminal.size()?;
    if next.is_continue() {
        next = tell(app, outside, Message::Resized(sized(size.width, size.height)))?;
    }
    watch(outside);
    // Nobody has pressed a key yet, so there is time for what the first screen did without.
    if next.is_continue() {
        next = tell(app, outside, Message::Began)?;
    }
    while next.is_continue() {
        paint(app, outside)?;
        let Ok(first) = outside.events.recv() else { break };
        next = tell(app, outside, Message::Dawned(today()))?;
        let mut event = Some(first);
        while let Some(it) = event.take_if(|_| next.is_continue()) {
            next = take_in(it, app, outside)?;
            event = outside.events.try_recv().ok();
        }
    }
    Ok(next.break_value().unwrap_or(Ending::Left))
}

fn take_in(event: Event, app: &mut App, outside: &mut Outside) -> io::Result<ControlFlow<Ending>> {
    match event {
        Event::Message(message) => {
            watch(outside);
            // A terminal may rearrange what it shows, even if the size is soon the old one.
            if let Message::Resized(_) = message {
                repaint(outside)?;
            }
            tell(app, outside, message)
        }
        Event::News(news) => {
            watch(outside);
            hear(app, outside, news)
        }
        Event::Touched(heard) => {
            if heard == Heard::FolderGone {
                outside.watch = None;
            }
            // What cannot be asked any more has said why already.
            let _ = outside.saver.look();
            Ok(ControlFlow::Continue(()))
        }
        Event::Signal(signal) => Ok(ControlFlow::Break(Ending::Signal(signal))),
        Event::Broken(error) => Err(error),
    }
}

/// The only way in which the program hears of anything: what follows is carried out.
fn tell(app: &mut App, outside: &mut Outside, message: Message) -> io::Result<ControlFlow<Ending>> {
    match app::update(app, message) {
        Some(effect) => perform(effect, outside),
        None => Ok(ControlFlow::Continue(())),
    }
}

/// Tells what the thread that saves has to say.
fn hear(app: &mut App, outside: &mut Outside, news: News) -> io::Result<ControlFlow<Ending>> {
    let message = match news {
        News::Saved(revision) => Message::Saved(revision),
        News::Failed(revision, reason) => Message::SaveFailed(revision, reason),
        News::Changed(change) => {
            let progress = change.onto(app.catalog, &app.progress);
            let is_new = progress != app.progress;
            // What is saved from now on includes it. If the thread is gone, the next save says so.
            let _ = outside.saver.took(change);
            if !is_new {
                return Ok(ControlFlow::Continue(()));
            }
            Message::Changed(Box::new(progress))
        }
        News::Conflict(command) => Message::Conflict(command),
        News::Restored => Message::Restored,
        News::NotRestored(reason) => Message::RestoreFailed(reason),
    };
    tell(app, outside, message)
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

/// Paints the screen, all of it at once where the terminal can do so. Nothing is
/// written if it looks as it did.
fn paint(app: &App, outside: &mut Outside) -> io::Result<()> {
    let area = Rect::from((Position::ORIGIN, outside.terminal.size()?));
    let mut screen = Buffer::empty(area);
    ui::render(app, area, &mut screen);
    if outside.painted.as_ref() == Some(&screen) {
        return Ok(());
    }
    queue!(stdout(), BeginSynchronizedUpdate)?;
    let drawn = outside.terminal.draw(|frame| {
        if frame.area() == area {
            frame.buffer_mut().clone_from(&screen);
        } else {
            // The size has changed this very moment; the message of it is under way.
            ui::render(app, frame.area(), frame.buffer_mut());
        }
    });
    let drawn = drawn.map(|_| ());
    execute!(stdout(), EndSynchronizedUpdate)?;
    outside.painted = Some(screen);
    drawn
}

/// Carries out an effect; what comes of it is the next event.
fn perform(effect: Effect, outside: &mut Outside) -> io::Result<ControlFlow<Ending>> {
    match effect {
        Effect::Quit => return Ok(ControlFlow::Break(Ending::Left)),
        Effect::Save(revision, progress) => {
            if let Err(error) = outside.saver.save(revision, progress) {
                let message = Message::SaveFailed(revision, error.to_string());
                // We hold the other end ourselves.
                let _ = outside.sender.send(Event::Message(message));
            }
        }
        Effect::Restore(which) => {
            if let Err(error) = outside.saver.restore(which) {
                // We hold the other end ourselves.
                let message = Message::RestoreFailed(error.to_string());
                let _ = outside.sender.send(Event::Message(message));
            }
        }
        Effect::Open(address) => {
            if let Err(error) = open::that_detached(&*address) {
                let message = Message::OpenFailed(address, error.to_string());
                // We hold the other end ourselves.
                let _ = outside.sender.send(Event::Message(message));
            }
        }
        Effect::Configure(change) => {
            let message = configure(outside.config.as_deref(), change);
            // We hold the other end ourselves.
            let _ = outside.sender.send(Event::Message(message));
        }
        Effect::Suspend => {
            // Or else we might be stopped in the middle of a save, and others wait for us.
            // While somebody else holds the lock there is nothing to be in the middle of.
            let _ = outside.saver.wait(PATIENCE);
            suspend(outside)?;
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// Keeps a setting. The file is small and changed seldom: no thread is worth its while.
fn configure(path: Option<&Path>, change: Change) -> Message {
    let Some(path) = path else {
        return Message::ConfigureFailed("there is no home folder for a config file".to_owned());
    };
    match store::configure(path, change) {
        Ok(()) => Message::Configured(change),
        Err(error) => Message::ConfigureFailed(error.to_string()),
    }
}

/// Has the next screen painted as a whole. (`Terminal::clear` would do the same
/// and ask the terminal where its cursor is, and a thread of ours takes the answer.)
fn repaint(outside: &mut Outside) -> io::Result<()> {
    outside.painted = None;
    let size = outside.terminal.size()?;
    outside.terminal.resize(size.into())
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
fn suspend(outside: &mut Outside) -> io::Result<()> {
    use crossterm::{
        cursor,
        terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
    };
    execute!(stdout(), DisableBracketedPaste, cursor::Show, LeaveAlternateScreen)?;
    disable_raw_mode()?;
    signal_hook::low_level::raise(signal_hook::consts::SIGTSTP)?;
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
    repaint(outside)
}

#[cfg(not(unix))]
fn suspend(_: &mut Outside) -> io::Result<()> {
    Ok(())
}

/// Starts the threads that listen to keys and signals.
fn listen(sender: &Sender<Event>) -> io::Result<()> {
    listen_to_signals(sender)?;
    // From now on a new size is heard of; what comes in is kept for the thread.
    event::poll(Duration::ZERO)?;
    let sender = sender.clone();
    thread::spawn(move || {
        loop {
            let event = match event::read() {
                Ok(event) => match message(event) {
                    Some(message) => Event::Message(message),
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
