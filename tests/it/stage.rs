//! What the tests play on: a small catalog, an app with keys pressed before it,
//! the screen it paints, and the program itself in a home of its own.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::LazyLock,
};

use jiff::{
    Timestamp,
    civil::{Date, date},
};
use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::{Color, Modifier},
};
use rungs::{
    app::{self, Able, App, Colors, Effect, Message, Saving, Size, World},
    catalog::{Catalog, CatalogFile, SkillId},
    config::{SignChoice, ThemeName},
    keys::{Key, Keymap},
    progress::{Learner, Progress},
    ui,
    words::Signs,
};
use serde_json::Value;
use tempfile::TempDir;

/// The day it is in tests, unless they say otherwise.
pub(crate) const TODAY: Date = date(2027, 3, 1);
/// The moment it is on that day.
pub(crate) const NOW: Timestamp = Timestamp::constant(1_803_924_000, 0);

/// The sizes that matter most.
pub(crate) const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];

/// A catalog made for tests: eleven skills, four roles, three routes.
pub(crate) static SMALL: LazyLock<Catalog> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/catalog");
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    files.sort_by_key(|file| file.name);
    Catalog::parse(&files).unwrap()
});

/// The catalog that is part of the program.
pub(crate) static SHIPPED: LazyLock<&Catalog> = LazyLock::new(Catalog::embedded);

/// All files of a catalog, with their names below its folder.
pub(crate) fn collect(root: &Path, folder: &Path, files: &mut Vec<CatalogFile>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            let text = fs::read_to_string(&path).unwrap();
            // A catalog lives as long as the program.
            files.push(CatalogFile { name: name.leak(), text: text.leak() });
        }
    }
}

pub(crate) fn learner<'a>(catalog: &'a Catalog, progress: &'a Progress) -> Learner<'a> {
    Learner { catalog, progress }
}

/// The skill of that id.
#[track_caller]
pub(crate) fn skill(catalog: &Catalog, id: &str) -> SkillId {
    catalog.find_skill(id).unwrap_or_else(|| panic!("no skill {id}"))
}

/// The program as it opens.
#[derive(Clone)]
pub(crate) struct Stage {
    pub(crate) catalog: &'static Catalog,
    pub(crate) progress: Progress,
    pub(crate) saving: Saving,
    pub(crate) signs: &'static Signs,
    pub(crate) size: (u16, u16),
    pub(crate) colors: Colors,
}

impl Stage {
    /// A newcomer in front of a terminal of the usual size, with the small catalog.
    pub(crate) fn new() -> Self {
        Self {
            catalog: &SMALL,
            progress: Progress::default(),
            saving: Saving::Nothing,
            signs: &Signs::UNICODE,
            size: (80, 24),
            colors: Colors::True,
        }
    }

    pub(crate) fn sized(self, size: (u16, u16)) -> Self {
        Self { size, ..self }
    }

    pub(crate) fn shipped(self) -> Self {
        Self { catalog: &SHIPPED, ..self }
    }

    pub(crate) fn with(self, progress: Progress) -> Self {
        Self { progress, ..self }
    }

    pub(crate) fn ascii(self) -> Self {
        Self { signs: &Signs::ASCII, ..self }
    }

    /// Opens the program, and presses keys.
    pub(crate) fn open(self, keys: &str) -> App {
        let (columns, lines) = (usize::from(self.size.0), usize::from(self.size.1));
        let world = World {
            keymap: Keymap::standard(),
            today: TODAY,
            now: NOW,
            here: None,
            size: Size { columns, lines },
            signs: self.signs,
            theme: ThemeName::Terminal,
            sign_choice: SignChoice::Auto,
            has_mouse: true,
            has_motion: true,
            able: Able { colors: self.colors, signs: self.signs },
            nonce: 7,
        };
        let mut app = App::new(self.catalog, self.progress, self.saving, world);
        assert_eq!(app::update(&mut app, Message::Began), None);
        press(&mut app, keys);
        app
    }
}

/// Presses keys as one writes them: `j` `Enter` `Space` `Tab` `Esc` `/sql`.
pub(crate) fn press(app: &mut App, words: &str) -> Vec<Effect> {
    strike(app, &keys(words))
}

pub(crate) fn strike(app: &mut App, keys: &[Key]) -> Vec<Effect> {
    keys.iter().filter_map(|key| app::update(app, Message::Pressed(*key))).collect()
}

pub(crate) fn tell(app: &mut App, message: Message) -> Option<Effect> {
    app::update(app, message)
}

pub(crate) fn keys(words: &str) -> Vec<Key> {
    let key = |word: &str| match word {
        "Enter" => vec![Key::Enter],
        "Esc" => vec![Key::Esc],
        "Tab" => vec![Key::Tab],
        "Space" => vec![Key::Char(' ')],
        "PageDown" => vec![Key::PageDown],
        "Home" => vec![Key::Home],
        "End" => vec![Key::End],
        "Left" => vec![Key::Left],
        "Right" => vec![Key::Right],
        "Up" => vec![Key::Up],
        "Down" => vec![Key::Down],
        "Backspace" => vec![Key::Backspace],
        letters => letters.chars().map(Key::Char).collect(),
    };
    words.split_whitespace().flat_map(key).collect()
}

pub(crate) fn painted(app: &App) -> Buffer {
    let Size { columns, lines } = app.world.size;
    let area = Rect::new(0, 0, columns.try_into().unwrap(), lines.try_into().unwrap());
    let mut screen = Buffer::empty(area);
    ui::render(app, area, &mut screen);
    screen
}

/// The words on the screen.
pub(crate) fn text(app: &App) -> String {
    lines(&painted(app)).join("\n")
}

/// The last line of the screen.
pub(crate) fn said(app: &App) -> String {
    lines(&painted(app)).pop().unwrap_or_default()
}

fn lines(screen: &Buffer) -> Vec<String> {
    rows(screen).map(|row| row.iter().map(Cell::symbol).collect()).collect()
}

fn rows(screen: &Buffer) -> impl Iterator<Item = &[Cell]> {
    screen.content().chunks(usize::from(screen.area.width).max(1))
}

/// What part of the screen a test is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// All but the header and the footer.
    Body,
    Header,
    Footer,
}

/// The screen as letters, with a line of letters below each that is not plain:
/// how each place looks.
pub(crate) fn picture(app: &App, part: Part) -> String {
    let screen = painted(app);
    let all: Vec<&[Cell]> = rows(&screen).collect();
    let count = all.len();
    let shown = match part {
        Part::Header => &all[..1],
        Part::Footer => &all[count - 1..],
        Part::Body => &all[1..count - 1],
    };
    let mut picture = String::new();
    for row in shown {
        let symbols: String = row.iter().map(Cell::symbol).collect();
        let looks: String = row.iter().map(look).collect();
        picture.extend(["|", symbols.trim_end(), "\n"]);
        if !looks.trim().is_empty() {
            picture.extend([":", looks.trim_end(), "\n"]);
        }
    }
    picture
}

/// A letter for how a place looks: its colour, capital if bold, `.` if only dim,
/// `_` if only underlined, `#` if turned over.
fn look(cell: &Cell) -> char {
    let is = |modifier| cell.modifier.contains(modifier);
    let color = match cell.fg {
        Color::Reset => None,
        Color::Green => Some('g'),
        Color::LightMagenta => Some('m'),
        Color::LightRed => Some('r'),
        _ => Some('?'),
    };
    match color {
        _ if is(Modifier::REVERSED) => '#',
        Some(color) if is(Modifier::BOLD) => color.to_ascii_uppercase(),
        Some(color) => color,
        None if is(Modifier::BOLD) => 'B',
        None if is(Modifier::UNDERLINED) => '_',
        None if is(Modifier::DIM) => '.',
        None => ' ',
    }
}

/// The text is what is kept under that name; `BLESS=1 cargo test` keeps it anew.
#[track_caller]
pub(crate) fn keep_to(path: &Path, text: &str) {
    if env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        return;
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    if kept != text {
        let mut pairs = kept.lines().zip(text.lines());
        let at = pairs.position(|(kept, text)| kept != text).unwrap_or_default();
        let line = |text: &str| text.lines().nth(at).unwrap_or_default().to_owned();
        panic!(
            "{} is another from line {} on; if that is meant: BLESS=1 cargo test\nkept: {}\nnow:  {}",
            path.display(),
            at + 1,
            line(&kept),
            line(text),
        );
    }
}

/// What a part of the screen shows after some keys is what is kept, at all sizes.
#[track_caller]
pub(crate) fn see(name: &str, part: Part, open: impl Fn((u16, u16)) -> App) {
    for (width, height) in SIZES {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/pictures");
        let path = folder.join(format!("{name}_{width}x{height}.txt"));
        keep_to(&path, &picture(&open((width, height)), part));
    }
}

/// A machine with the program on it, and a file of its own.
pub(crate) struct Home {
    folder: TempDir,
    today: &'static str,
}

impl Home {
    /// On the first of March 2027.
    pub(crate) fn new() -> Self {
        Self::on("2027-03-01")
    }

    pub(crate) fn on(today: &'static str) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), today }
    }

    /// The same machine on another day.
    pub(crate) fn later(self, today: &'static str) -> Self {
        Self { today, ..self }
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder().join("rungs/progress.json")
    }

    pub(crate) fn config(&self) -> PathBuf {
        self.folder().join("settings/config.toml")
    }

    pub(crate) fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rungs"));
        command.arg("--data").arg(self.file()).args(["--today", self.today]);
        command.args(line.split_whitespace());
        // Nobody's settings but those of this test, and signs that are no plain letters.
        command.env("RUNGS_CONFIG", self.config()).env("LC_ALL", "C.UTF-8");
        // Nobody's settings for git but those of this test.
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub(crate) fn run(&self, line: &str) -> Output {
        self.command(line).output().unwrap()
    }

    /// What is answered to a command that does what it is asked for, and complains of nothing.
    #[track_caller]
    pub(crate) fn ask(&self, line: &str) -> String {
        let output = self.run(line);
        assert_eq!(output.status.code(), Some(0), "{line}: {}", told(&output));
        assert!(output.stderr.is_empty(), "{line}: {}", told(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    /// All that is said by a command that succeeds.
    #[track_caller]
    pub(crate) fn rungs(&self, line: &str) -> String {
        let output = self.run(line);
        assert!(output.status.success(), "{line}: {}", told(&output));
        told(&output)
    }

    #[track_caller]
    pub(crate) fn json(&self, line: &str) -> Value {
        serde_json::from_str(&self.ask(&format!("{line} --json"))).unwrap()
    }

    /// What the program complains of; it has to fail with that status, answer
    /// nothing and change nothing.
    #[track_caller]
    pub(crate) fn fails(&self, line: &str, status: i32) -> String {
        let file = || fs::read(self.file()).ok();
        let before = file();
        let output = self.run(line);
        assert_eq!(output.status.code(), Some(status), "{line}: {}", told(&output));
        assert!(output.stdout.is_empty(), "{line}: {}", told(&output));
        assert_eq!(file(), before, "{line}");
        told(&output)
    }

    /// It is refused as wrong use, with these words.
    #[track_caller]
    pub(crate) fn refuses(&self, line: &str, words: &str) {
        let said = self.fails(line, 2);
        assert!(said.starts_with("rungs: ") && said.contains(words), "{line}: {said}");
    }

    #[track_caller]
    pub(crate) fn progress(&self) -> Value {
        json(&self.file())
    }
}

pub(crate) fn told(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    text(&output.stdout) + &text(&output.stderr)
}

#[track_caller]
pub(crate) fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}
