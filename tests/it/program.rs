//! The real program on a real terminal. Few tests: they show that the parts are
//! plugged together, and that the terminal is given back whatever happens.
#![cfg(unix)]

use std::{
    env, fs,
    io::{Read as _, Write},
    num::NonZeroU16,
    path::{Path, PathBuf},
    process,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rungs::{
    app::{Able, App, Colors, Saving, Size, World},
    catalog::{Catalog, Point, Project, Rung},
    config::{SignChoice, ThemeName},
    progress::Progress,
    store::Store,
    terminal,
    words::Signs,
};
use serde_json::{Value, json};
use vt100::Screen;

use crate::stage::{SHIPPED, learner, skill};

mod look;
mod together;

const PATIENCE: Duration = Duration::from_secs(20);

/// Columns and lines.
const USUAL: (u16, u16) = (80, 24);
const SMALL: (u16, u16) = (40, 12);

/// What a newcomer is asked first.
const FIRST_QUESTION: &str = "What would you like to become?";

/// The program, the keyboard before it and the screen above.
struct Visit {
    pid: u32,
    status: Receiver<ExitStatus>,
    keyboard: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    output: Receiver<Vec<u8>>,
    reader: JoinHandle<()>,
    is_over: Arc<AtomicBool>,
    screen: vt100::Parser,
    modes_before: String,
}

impl Visit {
    /// Opens the program, puts the first questions off if they are asked, and goes to the roles.
    #[track_caller]
    fn open(data: &Path, size: (u16, u16)) -> Self {
        let mut visit = Self::start(program(data), size);
        visit.wait("first screen", |screen| {
            let text = text(screen);
            [FIRST_QUESTION, "can apply", "short questions", "YOUR PATH"]
                .iter()
                .any(|it| text.contains(it))
        });
        if visit.text().contains(FIRST_QUESTION) {
            visit.press("\u{1b}");
            visit.wait("end of questions", |screen| !text(screen).contains(FIRST_QUESTION));
        }
        visit.expect("2", &["BACK END", "open", "choose"]);
        visit
    }

    fn start(mut command: CommandBuilder, (cols, rows): (u16, u16)) -> Self {
        let pair =
            native_pty_system().openpty(PtySize { rows, cols, ..PtySize::default() }).unwrap();
        let modes_before = modes(&*pair.master);
        command.env("TERM", "xterm-256color");
        let mut child = pair.slave.spawn_command(command).unwrap();
        let (sender, output) = mpsc::channel();
        let is_over = Arc::new(AtomicBool::new(false));
        let reader = listen(&*pair.master, sender, is_over.clone());
        let pid = child.process_id().unwrap();
        let (sender, status) = mpsc::channel();
        thread::spawn(move || sender.send(child.wait().unwrap()));
        Self {
            pid,
            status,
            keyboard: pair.master.take_writer().unwrap(),
            master: pair.master,
            output,
            reader,
            is_over,
            screen: vt100::Parser::new(some(rows), some(cols), 0),
            modes_before,
        }
    }

    fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
    }

    fn paste(&mut self, text: &str) {
        self.press(&format!("\u{1b}[200~{text}\u{1b}[201~"));
    }

    fn resize(&mut self, (cols, rows): (u16, u16)) {
        self.screen.screen_mut().set_size(some(rows), some(cols));
        self.master.resize(PtySize { rows, cols, ..PtySize::default() }).unwrap();
    }

    fn text(&self) -> String {
        text(self.screen.screen())
    }

    /// Waits for the condition rather than for some time.
    #[track_caller]
    fn wait(&mut self, what: &str, is_seen: impl Fn(&Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !is_seen(self.screen.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(error) => panic!("no {what} ({error}) in\n{}", self.text()),
            }
        }
    }

    #[track_caller]
    fn has_taken_the_terminal(&mut self) {
        self.wait("screen of its own", |screen| {
            screen.alternate_screen() && screen.hide_cursor() && screen.bracketed_paste()
        });
        assert_ne!(modes(&*self.master), self.modes_before, "keys come raw");
    }

    /// Presses keys and waits until all of these words are on the screen.
    #[track_caller]
    fn expect(&mut self, keys: &str, words: &[&str]) {
        self.press(keys);
        self.wait(&format!("{words:?} after {keys:?}"), |screen| {
            let text = text(screen);
            words.iter().all(|it| text.contains(it))
        });
    }

    fn signal(&mut self, name: &str) {
        let mut kill = process::Command::new("kill");
        assert!(kill.args(["-s", name, &self.pid.to_string()]).status().unwrap().success());
    }

    /// Waits for the end of the program and of all it has painted.
    #[track_caller]
    fn end(&mut self) -> u32 {
        let status = self.status.recv_timeout(PATIENCE).expect("the program ends");
        while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
            self.screen.process(&bytes);
        }
        status.exit_code()
    }

    /// The program ends with that status, and the terminal is as it was before.
    #[track_caller]
    fn end_with(&mut self, expected: u32) {
        assert_eq!(self.end(), expected, "{}", self.text());
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "bracketed paste is off");
        assert_eq!(modes(&*self.master), self.modes_before, "the modes are those of before");
    }

    /// The window is closed: nobody holds the terminal any more.
    #[track_caller]
    fn close_window(mut self) -> ExitStatus {
        // What it paints for this key wakes the reader, which then lets go.
        self.is_over.store(true, Ordering::SeqCst);
        self.press("3");
        self.reader.join().unwrap();
        drop((self.keyboard, self.master));
        self.status.recv_timeout(PATIENCE).expect("the program ends with its window")
    }
}

/// Passes on what is painted, until the program ends or it is over.
fn listen(
    master: &dyn MasterPty,
    sender: Sender<Vec<u8>>,
    is_over: Arc<AtomicBool>,
) -> JoinHandle<()> {
    let mut terminal = master.try_clone_reader().unwrap();
    thread::spawn(move || {
        let mut chunk = [0; 4096];
        while let Ok(n @ 1..) = terminal.read(&mut chunk) {
            if sender.send(chunk[..n].to_vec()).is_err() || is_over.load(Ordering::SeqCst) {
                return;
            }
        }
    })
}

/// What is on the screen, wherever its lines end.
fn text(screen: &Screen) -> String {
    screen.contents().lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

fn some(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}

/// How the terminal treats what is typed, such as raw mode.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("a terminal"))
}

fn program(data: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_rungs"));
    command.args(["--today", "2027-03-01", "--data"]);
    command.arg(data);
    // Nobody's settings but those of this test, and signs that are no plain letters.
    command.env("RUNGS_CONFIG", data.with_file_name("config.toml"));
    command.env("LC_ALL", "C.UTF-8");
    command
}

/// What the command line answers.
#[track_caller]
fn rungs(data: &Path, line: &str) -> String {
    let mut command = process::Command::new(env!("CARGO_BIN_EXE_rungs"));
    command.args(["--today", "2027-03-01", "--data"]).arg(data).args(line.split(' '));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{line}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The rung of a skill that is aimed for by who wants to be a back-end developer.
fn aim(id: &str) -> Rung {
    let mut progress = Progress::default();
    let role = SHIPPED.find_role("back-end-developer").unwrap();
    progress.set_goal(Some(progress.goal_of(role)));
    learner(&SHIPPED, &progress).aim(skill(&SHIPPED, id))
}

/// The proofs of a skill up to a rung: id, and the words it begins with.
fn proofs(id: &str, rung: Rung) -> Vec<(&'static str, String)> {
    let skill = skill(&SHIPPED, id);
    let proofs = SHIPPED.climbs_to(skill, rung).flat_map(|it| &SHIPPED.climb(it).proofs);
    let proofs = proofs.map(|it| SHIPPED.skill(skill).proof(*it).unwrap());
    proofs.map(|it| (&*it.id, beginning(&it.text))).collect()
}

/// As much of a text as fits into the line of any screen.
fn beginning(text: &str) -> String {
    text.split(' ').take(2).collect::<Vec<_>>().join(" ")
}

/// What is done in a visit, and found in the next.
struct Done {
    /// The rungs aimed for of what is proven and of what is claimed.
    aims: [Rung; 2],
    /// The ids of the proofs ticked, and the words they begin with.
    proofs: Vec<(&'static str, String)>,
    project: &'static Project,
    point: &'static Point,
}

impl Done {
    fn new() -> Self {
        let aims = ["computational-thinking", "git-branching"].map(aim);
        let proofs = proofs("computational-thinking", aims[0]);
        let (_, project) = SHIPPED.projects().next().unwrap();
        Self { aims, proofs, project, point: &project.points[0] }
    }

    /// The keys that lead to the page of the project.
    fn find_project(&self) -> String {
        format!("3/\u{3}/{}\r", self.project.name.to_lowercase())
    }

    /// The point once it is ticked, as far as it fits into a line.
    fn ticked_point(&self) -> String {
        format!("☑ {}", beginning(&self.point.text))
    }

    #[track_caller]
    fn do_all(&self, visit: &mut Visit) {
        visit.expect("/back-end dev\r", &["Back-end developer"]);
        visit.expect("m", &["Your goal now: Back-end", "saved"]);
        visit.expect("3/computational-thinking\r", &["Breaking a problem"]);
        for (number, (_, text)) in self.proofs.iter().enumerate() {
            let keys = if number == 0 { "] " } else { "j " };
            visit.expect(keys, &[&format!("☑ {text}")]);
        }
        visit.expect("", &["Proven up to"]);
        visit.expect("/\u{3}/git-branching\r", &["Git: branch"]);
        visit.expect("i", &["Claimed"]);
        visit.expect(&self.find_project(), &["to build, 0 of"]);
        visit.expect("]] ", &[&self.ticked_point(), "Ticked"]);
        visit.expect("4/apprenticeship level 4\r", &["Apprenticeship, level 4"]);
        visit.expect("F", &["Followed from today"]);
        visit.expect("]] ", &["☑ Learn the basics", "Milestone reached"]);
    }

    #[track_caller]
    fn check_file(&self, kept: &Value) {
        let day = "2027-03-01";
        assert_eq!(kept["goal"]["role"], "back-end-developer");
        let ticked = kept["skills"]["computational-thinking"]["proofs"].as_object().unwrap();
        assert_eq!(ticked.len(), self.proofs.len());
        assert!(self.proofs.iter().all(|(id, _)| ticked[*id] == day), "{ticked:?}");
        let claims = json!({ "claims": { (self.aims[1].word()): day } });
        assert_eq!(kept["skills"]["git-branching"], claims);
        let built = json!({ "points": { (&*self.point.id): day } });
        assert_eq!(kept["projects"][&*self.project.id], built);
        let route = &kept["routes"]["apprenticeship-uk-l4"];
        assert_eq!(*route, json!({ "since": day, "milestones": { "m01": day } }));
    }

    #[track_caller]
    fn find_all(&self, visit: &mut Visit) {
        visit.wait("goal", |screen| text(screen).contains("saved"));
        assert!(visit.text().contains('★') && visit.text().contains('%'), "{}", visit.text());
        let first = format!("☑ {}", self.proofs[0].1);
        visit.expect("3/computational-thinking\r]", &[&first]);
        visit.expect("/\u{3}/git-branching\r", &["Git: branch", "claimed"]);
        visit.expect(&self.find_project(), &["begun, 1 of"]);
        visit.expect("]]", &[&self.ticked_point()]);
        visit.expect("4/apprenticeship level 4\r", &["followed since", "1 of 12"]);
        visit.expect("]]", &["☑ Learn the basics", "reached"]);
    }
}

/// Everything the main job is about, in two visits.
#[track_caller]
fn check_that_progress_outlives_a_visit(size: (u16, u16)) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("progress.json");
    let done = Done::new();
    let mut visit = Visit::open(&file, size);
    done.do_all(&mut visit);
    visit.press("q");
    visit.end_with(0);
    let kept = read(&file);
    done.check_file(&kept);
    let beside = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(beside, 2, "nothing is left beside it but the backups");

    let mut visit = Visit::open(&file, size);
    done.find_all(&mut visit);
    visit.press("q");
    visit.end_with(0);
    assert_eq!(read(&file), kept, "looking changes nothing");
}

#[test]
fn progress_outlives_a_visit() {
    check_that_progress_outlives_a_visit(USUAL);
}

#[test]
fn progress_outlives_a_visit_on_a_small_screen() {
    check_that_progress_outlives_a_visit(SMALL);
}

#[test]
fn whichever_way_one_leaves_the_terminal_is_given_back_and_the_last_change_kept() {
    for (way, status) in [("q", 0), ("\u{3}", 0), ("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("progress.json");
        let mut visit = Visit::open(&file, USUAL);
        visit.has_taken_the_terminal();
        visit.expect("m", &["Your goal now"]);
        let send = if way.len() == 1 { Visit::press } else { Visit::signal };
        send(&mut visit, way);
        visit.end_with(status);
        assert_eq!(visit.text().trim(), "", "nothing is left on the screen of before");
        assert_eq!(read(&file)["goal"]["role"], "back-end-developer");
    }
}

#[test]
fn the_program_ends_with_its_window() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("progress.json");
    let mut visit = Visit::open(&file, USUAL);
    visit.expect("m", &["Your goal now"]);
    let status = visit.close_window();
    // By the signal, or because there are no more keys: whichever comes first.
    assert!([1, 129].contains(&status.exit_code()) && status.signal().is_none(), "{status}");
    assert_eq!(read(&file)["goal"]["role"], "back-end-developer");
}

#[test]
fn an_error_at_the_start_is_told_on_the_screen_of_before() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("progress.json");
    fs::write(&file, "{ \"version\": 1,").unwrap();
    let mut visit = Visit::start(program(&file), USUAL);
    visit.end_with(1);
    let text = visit.text();
    for words in ["cannot be understood", "line 1 column 15", "It is left as it is"] {
        assert!(text.contains(words), "{text}");
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "{ \"version\": 1,");
}

/// A file that was used and then cut in the middle.
fn damaged(folder: &Path) -> PathBuf {
    let file = folder.join("progress.json");
    for line in ["goal back-end-developer", "claim redis", "claim git-branching"] {
        rungs(&file, line);
    }
    fs::write(&file, "{ \"version\": 1,").unwrap();
    file
}

#[test]
fn a_backup_of_a_damaged_file_comes_back_with_one_key() {
    let folder = tempfile::tempdir().unwrap();
    let file = damaged(folder.path());
    let mut visit = Visit::start(program(&file), USUAL);
    visit.expect("", &["DAMAGED FILE", "progress.json cannot be understood", "1 skill"]);
    visit.expect("\r", &["Brought back", "can apply", "saved"]);
    visit.expect("3/redis\r", &["Redis", "claimed"]);
    visit.expect("i", &["to do, aim", "saved"]);
    visit.press("q");
    visit.end_with(0);
    assert_eq!(read(&file)["goal"]["role"], "back-end-developer");
    let beside = folder.path().join("progress.json.damaged-1");
    assert_eq!(fs::read_to_string(beside).unwrap(), "{ \"version\": 1,");
}

#[test]
fn a_damaged_file_stays_as_it_is_if_one_would_rather_not() {
    let folder = tempfile::tempdir().unwrap();
    let file = damaged(folder.path());
    let mut visit = Visit::start(program(&file), USUAL);
    visit.expect("", &["DAMAGED FILE"]);
    visit.press("q");
    visit.end_with(1);
    assert!(visit.text().contains("bring it back with: rungs --data"), "{}", visit.text());
    assert_eq!(fs::read_to_string(&file).unwrap(), "{ \"version\": 1,");
}

#[test]
fn a_change_that_could_not_be_kept_is_told_on_the_screen_and_after_it() {
    let folder = tempfile::tempdir().unwrap();
    // A folder of the draft's name is in the way.
    fs::create_dir(folder.path().join("progress.json.new")).unwrap();
    let mut visit = Visit::open(&folder.path().join("progress.json"), USUAL);
    visit.expect("m", &["NOT SAVED", "Not saved: cannot write"]);
    visit.press("q");
    visit.end_with(1);
    assert!(visit.text().contains("cannot write"), "{}", visit.text());
}

#[test]
fn a_paste_is_words_to_find_or_nothing() {
    let rubbish = "q\u{3}m c s f \r\n\t\u{4}x\u{1b}[A2?\u{7f}";
    for size in [USUAL, SMALL] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("progress.json");
        let mut visit = Visit::open(&file, size);
        let before = visit.text();
        visit.paste(rubbish);
        visit.expect("?", &["ON THIS SCREEN: ROLES"]);
        visit.paste(rubbish);
        visit.expect("?", &["Back-end engineer", "open"]);
        visit.wait("the screen of before", |screen| text(screen) == before);

        visit.press("/");
        visit.paste("data engi\r\n\u{3}neer");
        visit.expect("", &["/ data engineer", "Data engineer"]);
        visit.press("\r3");
        visit.paste(rubbish);
        visit.expect("", &["PROGRAMMING FUNDAMENTALS"]);
        visit.press("q");
        visit.end_with(0);
        assert!(!file.exists(), "nothing was changed, so nothing is kept");
    }
}

#[test]
fn a_window_may_shrink_and_grow_while_one_reads() {
    let folder = tempfile::tempdir().unwrap();
    let mut visit = Visit::open(&folder.path().join("progress.json"), USUAL);
    visit.expect("\r", &["rungs   Today  Roles", "WHAT IT IS"]);
    visit.resize(SMALL);
    // Each size is waited for: crossterm can lose a key that comes together with a new size.
    visit.expect("", &[" 1 Roles 3 4 5"]);
    visit.resize((3, 40));
    visit.expect("", &["───"]);
    visit.resize((200, 60));
    visit.expect("", &["rungs   Today  Roles", "Back-end engineer", "│"]);
    visit.press("q");
    visit.end_with(0);
}

/// What the child of the next test is told apart by.
const PANICS: &str = "RUNGS_TEST_PANICS_WITH";

/// There is no key that makes the program panic, so a clock is put in that does.
/// It needs a process of its own: this very test, run once more on a terminal.
#[test]
fn the_terminal_is_given_back_after_a_panic_which_is_told() {
    if let Some(file) = env::var_os(PANICS) {
        return open_with_a_clock_that_panics(Path::new(&file));
    }
    let folder = tempfile::tempdir().unwrap();
    let mut command = CommandBuilder::new(env::current_exe().unwrap());
    let name = "program::the_terminal_is_given_back_after_a_panic_which_is_told";
    command.args(["--exact", name, "--nocapture", "--test-threads=1"]);
    command.env(PANICS, folder.path().join("progress.json"));
    // A long one would push the message off the screen.
    command.env("RUST_BACKTRACE", "0");
    let mut visit = Visit::start(command, USUAL);
    visit.has_taken_the_terminal();
    visit.press("j");
    visit.end_with(101);
    assert!(visit.text().contains("the clock has stopped"), "{}", visit.text());
}

fn open_with_a_clock_that_panics(file: &Path) {
    let catalog = Catalog::embedded();
    let (store, progress) = Store::open(file.to_owned(), catalog).unwrap();
    let world = World {
        keymap: rungs::keys::Keymap::standard(),
        today: jiff::civil::date(2027, 3, 1),
        now: jiff::Timestamp::UNIX_EPOCH,
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
    let app = App::new(catalog, progress, Saving::Nothing, world);
    let ending = terminal::run(app, store, None, || panic!("the clock has stopped"));
    unreachable!("{ending:?}");
}
