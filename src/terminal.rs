//! The loop: what happens comes in through one channel, is given to
//! [`app::update`], and what follows is carried out.
//!
//! The only module that talks to the terminal. One thread reads keys, one
//! waits for signals, one saves, one hears of changes to the file; all of them
//! speak through the channel, so an idle program costs nothing. Whatever is
//! pending is taken in before a screen is painted, so that a held key never lags.

mod input;
mod screen;

use std::{
    io::{self, Write as _, stdout},
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

use crossterm::{
    clipboard::CopyToClipboard,
    execute, queue,
    terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate},
};
use ratatui::{
    DefaultTerminal,
    buffer::Buffer,
    layout::{Position, Rect},
};

use self::input::sized;
use crate::{
    app::{self, App, Effect, Message, Moment},
    config::Change,
    progress::Notable,
    store::{self, Heard, Left, News, Noted, Saver, Store, StoreError, Watch},
    ui,
};

/// What a save takes at the most, if nobody else is in the way.
const PATIENCE: Duration = Duration::from_secs(1);

/// As often a timer that runs is painted anew.
const MINUTE: Duration = Duration::from_secs(60);

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
    Pointed(Pointed),
    News(News),
    Touched(Heard),
    Signal(i32),
    Broken(io::Error),
}

/// The mouse did something somewhere.
#[derive(Clone, Copy, Debug)]
struct Pointed {
    how: Pointing,
    column: u16,
    line: u16,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug)]
enum Pointing {
    Click,
    Up,
    Down,
}

/// The outside as the loop sees it.
struct Outside {
    terminal: DefaultTerminal,
    events: Receiver<Event>,
    sender: Sender<Event>,
    saver: Saver,
    file: PathBuf,
    config: Option<PathBuf>,
    // Whether the mouse is heard of.
    has_mouse: bool,
    // Held while somebody else reads what is typed.
    gate: Arc<Mutex<()>>,
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
    clock: impl Fn() -> Moment,
) -> Result<Visited, Box<dyn std::error::Error>> {
    let has_mouse = app.world.has_mouse;
    let terminal = screen::take(has_mouse)?;
    let (sender, events) = mpsc::channel();
    let outbox = sender.clone();
    let file = store.path().to_owned();
    let saver = Saver::start(store, app.catalog, move |news| {
        // Nobody listens any more when the learner has left; `finish` tells them.
        let _ = outbox.send(Event::News(news));
    });
    let mut outside = Outside {
        terminal,
        events,
        sender,
        saver,
        file,
        config,
        has_mouse,
        gate: Arc::default(),
        watch: None,
        painted: None,
    };
    let ending = visit(&mut app, &mut outside, clock);
    screen::give_back(outside.terminal);
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

fn visit(app: &mut App, outside: &mut Outside, clock: impl Fn() -> Moment) -> io::Result<Ending> {
    // The first screen comes before all else.
    let size = outside.terminal.size()?;
    let mut next = tell(app, outside, Message::Resized(sized(size.width, size.height)))?;
    paint(app, outside)?;
    input::listen(&outside.sender, &outside.gate)?;
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
        let mut event = match wait(app, outside, &clock) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => break,
        };
        next = tell(app, outside, Message::Passed(clock()))?;
        while let Some(it) = event.take_if(|_| next.is_continue()) {
            next = take_in(it, app, outside)?;
            event = outside.events.try_recv().ok();
        }
    }
    Ok(next.break_value().unwrap_or(Ending::Left))
}

/// Waits for whatever happens, or until a timer has run another minute.
fn wait(
    app: &App,
    outside: &Outside,
    clock: &impl Fn() -> Moment,
) -> Result<Event, RecvTimeoutError> {
    let Some((_, timer)) = app.timer() else {
        return outside.events.recv().map_err(|_| RecvTimeoutError::Disconnected);
    };
    let run = clock().now.duration_since(timer.since).as_secs().max(0).unsigned_abs();
    let left = MINUTE.saturating_sub(Duration::from_secs(run % MINUTE.as_secs()));
    outside.events.recv_timeout(left)
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
        Event::Pointed(pointed) => match point(app, outside, pointed)? {
            Some(message) => tell(app, outside, message),
            None => Ok(ControlFlow::Continue(())),
        },
        Event::News(news) => {
            watch(outside);
            hear(app, outside, news)
        }
        Event::Touched(heard) => {
            if heard == Heard::FolderGone {
                outside.watch = None;
                // It may be back already: this may come late, after others have listened anew.
                watch(outside);
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

/// What the mouse has pointed at, as it is painted.
fn point(app: &App, outside: &Outside, pointed: Pointed) -> io::Result<Option<Message>> {
    let Pointed { how, column, line } = pointed;
    let area = Rect::from((Position::ORIGIN, outside.terminal.size()?));
    let hit = ui::at(app, area, Position::new(column, line));
    Ok(match how {
        Pointing::Click => hit.map(Message::Clicked),
        Pointing::Up => Some(Message::Wheeled(hit, false)),
        Pointing::Down => Some(Message::Wheeled(hit, true)),
    })
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
            if open::that_detached(&*address).is_err() {
                let message = Message::OpenFailed(address);
                // We hold the other end ourselves.
                let _ = outside.sender.send(Event::Message(message));
            }
        }
        Effect::Copy(text) => {
            execute!(stdout(), CopyToClipboard::to_clipboard_from(&*text))?;
        }
        Effect::Edit(thing, before) => {
            let message = edit(outside, thing, &before)?;
            // We hold the other end ourselves.
            let _ = outside.sender.send(Event::Message(message));
        }
        Effect::Configure(change) => {
            if let Change::Mouse(has_mouse) = change {
                outside.has_mouse = has_mouse;
                screen::hear_mouse(has_mouse)?;
            }
            let message = configure(outside.config.as_deref(), change);
            // We hold the other end ourselves.
            let _ = outside.sender.send(Event::Message(message));
        }
        Effect::Suspend => {
            // Or else we might be stopped in the middle of a save, and others wait for us.
            // While somebody else holds the lock there is nothing to be in the middle of.
            let _ = outside.saver.wait(PATIENCE);
            screen::suspend(outside.has_mouse)?;
            repaint(outside)?;
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

/// Lets a note be written in the learner's own editor, which has the terminal meanwhile.
#[cfg(unix)]
fn edit(outside: &mut Outside, thing: Notable, before: &str) -> io::Result<Message> {
    let gate = Arc::clone(&outside.gate);
    let held = gate.lock().unwrap_or_else(PoisonError::into_inner);
    // The thread that reads keys is in the middle of it. Told of a new size it comes to the gate.
    signal_hook::low_level::raise(signal_hook::consts::SIGWINCH)?;
    let mut pending = Vec::new();
    while let Ok(event) = outside.events.recv_timeout(PATIENCE) {
        if matches!(event, Event::Message(Message::Resized(_))) {
            break;
        }
        pending.push(event);
    }
    let edited = screen::lend(outside.has_mouse, || store::edited(before))?;
    // Ctrl-C in the editor was meant for the editor.
    let is_ours = |event: &Event| !matches!(event, Event::Signal(signal_hook::consts::SIGINT));
    pending.extend(outside.events.try_iter().filter(is_ours));
    drop(held);
    for event in pending {
        // We hold the other end ourselves.
        let _ = outside.sender.send(event);
    }
    repaint(outside)?;
    Ok(match edited {
        Ok(edited) => Message::Edited(thing, edited.text.clone()),
        Err(error) => Message::EditFailed(error.to_string()),
    })
}

#[cfg(not(unix))]
fn edit(_: &mut Outside, _: Notable, _: &str) -> io::Result<Message> {
    Ok(Message::EditFailed("no editor can be opened from here on this system".to_owned()))
}
