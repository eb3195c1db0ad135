//! What happens to the file while a window is open, and what the thread that
//! saves makes of it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver},
    time::Duration,
};

use tempfile::TempDir;

use super::*;

const PATIENCE: Duration = Duration::from_secs(20);

/// A window on a file in which one skill is claimed, as the thread sees it.
struct Window {
    folder: TempDir,
    catalog: &'static Catalog,
    saver: Saver,
    news: Receiver<News>,
    app: Progress,
}

fn claimed(mut progress: Progress, id: &str) -> Progress {
    claim(&mut progress, id);
    progress
}

fn names(catalog: &Catalog, progress: &Progress) -> Vec<String> {
    progress.records().map(|(id, _)| catalog.skill(id).id.to_string()).collect()
}

impl Window {
    /// A window that tries again only where it has a reason to.
    fn open() -> Self {
        Self::pausing(Duration::from_secs(600))
    }

    fn pausing(pause: Duration) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let catalog = catalog();
        let path = folder.path().join("progress.json");
        let (mut store, _) = Store::open(path, catalog).unwrap();
        let app = claimed(Progress::default(), "redis");
        store.save(catalog, &app).unwrap();
        let (sender, news) = mpsc::channel();
        let tell = move |it| sender.send(it).unwrap();
        let saver = Saver::patient(store, catalog, tell, pause);
        Self { folder, catalog, saver, news, app }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("progress.json")
    }

    fn claim(&mut self, revision: u64, id: &str) {
        self.app = claimed(self.app.clone(), id);
        self.saver.save(revision, Box::new(self.app.clone())).unwrap();
    }

    /// Looks at the file, and waits until the thread has done that.
    fn look(&self) {
        self.saver.look().unwrap();
        self.saver.wait(PATIENCE).unwrap();
    }

    /// Takes in what others changed, and names the rest of what was told.
    fn hear(&mut self) -> Vec<String> {
        self.saver.wait(PATIENCE).unwrap();
        let mut told = Vec::new();
        while let Ok(news) = self.news.try_recv() {
            match news {
                News::Changed(change) => {
                    self.app = change.onto(self.catalog, &self.app);
                    self.saver.took(change).unwrap();
                    self.saver.wait(PATIENCE).unwrap();
                }
                News::Saved(revision) => told.push(format!("saved {revision}")),
                News::Failed(revision, reason) => told.push(format!("failed {revision}: {reason}")),
                other => panic!("{other:?}"),
            }
        }
        told
    }

    fn on_disk(&self) -> Vec<String> {
        names(self.catalog, &Store::open(self.path(), self.catalog).unwrap().1)
    }

    /// What somebody else does meanwhile.
    fn elsewhere(&self, id: &str) {
        let (mut store, progress) = Store::open(self.path(), self.catalog).unwrap();
        store.save(self.catalog, &claimed(progress, id)).unwrap();
    }
}

/// In the order of the catalog.
fn check(found: &[String], expected: &[&str]) {
    let mut found: Vec<&str> = found.iter().map(String::as_str).collect();
    found.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn what_others_do_after_a_save_has_failed_is_not_taken_back_by_the_next() {
    let mut window = Window::open();
    let obstacle = window.folder.path().join("progress.json.new");
    fs::create_dir(&obstacle).unwrap();
    window.claim(1, "containers");
    assert!(window.hear()[0].starts_with("failed 1: cannot write"));
    fs::remove_dir(&obstacle).unwrap();
    window.elsewhere("git-basics");
    window.look();
    assert_eq!(window.hear(), ["saved 1"], "it is tried again as soon as there is a reason to");
    check(&window.on_disk(), &["containers", "git-basics", "redis"]);
    let (catalog, path) = (window.catalog, window.path());
    window.saver.finish(Vec::new()).unwrap().noted.unwrap();
    let kept = names(catalog, &Store::open(path, catalog).unwrap().1);
    check(&kept, &["containers", "git-basics", "redis"]);
}

#[test]
fn what_could_not_be_saved_is_saved_once_it_can_be() {
    let mut window = Window::pausing(Duration::from_millis(20));
    let obstacle = window.folder.path().join("progress.json.new");
    fs::create_dir(&obstacle).unwrap();
    window.claim(1, "containers");
    assert!(window.hear()[0].starts_with("failed 1"));
    fs::remove_dir(&obstacle).unwrap();
    let told = window.news.recv_timeout(PATIENCE).unwrap();
    assert!(matches!(told, News::Saved(1)), "without a key being pressed");
    check(&window.on_disk(), &["containers", "redis"]);
}

#[test]
fn what_cannot_be_saved_in_the_end_is_put_aside_whatever_is_in_the_way() {
    let mut window = Window::open();
    fs::create_dir(window.folder.path().join("progress.json.new")).unwrap();
    window.claim(1, "containers");
    let catalog = window.catalog;
    let error = window.saver.finish(Vec::new()).unwrap_err();
    let StoreError::Aside { aside, .. } = &error else { panic!("{error}") };
    let kept = Store::open(aside.clone(), catalog).unwrap().1;
    check(&names(catalog, &kept), &["containers", "redis"]);
    assert!(error.to_string().contains("rungs merge "), "{error}");
}

#[test]
fn a_file_that_was_taken_away_is_told_of_and_written_again_in_the_end() {
    let mut window = Window::open();
    fs::remove_file(window.path()).unwrap();
    window.look();
    let told = window.hear();
    assert!(told.len() == 1 && told[0].contains("is gone; it is written again"), "{told:?}");
    window.look();
    assert!(window.hear().is_empty(), "it is told of once");
    let (catalog, path) = (window.catalog, window.path());
    window.saver.finish(Vec::new()).unwrap().noted.unwrap();
    check(&names(catalog, &Store::open(path, catalog).unwrap().1), &["redis"]);
}

#[test]
fn a_file_begun_anew_under_a_window_takes_nothing_away() {
    let mut window = Window::open();
    fs::remove_file(window.path()).unwrap();
    window.look();
    window.elsewhere("git-basics");
    check(&window.on_disk(), &["git-basics"]);
    window.look();
    let told = window.hear();
    assert!(told.last().is_some_and(|it| it == "saved 0"), "{told:?}");
    check(&window.on_disk(), &["git-basics", "redis"]);
    check(&names(window.catalog, &window.app), &["git-basics", "redis"]);
}

#[test]
fn a_file_damaged_under_a_window_is_told_of_and_what_is_known_is_put_aside() {
    let window = |mend: bool| {
        let mut window = Window::open();
        fs::write(window.path(), "{ half").unwrap();
        window.look();
        assert!(window.hear()[0].contains("cannot be understood"));
        if mend {
            fs::write(window.path(), r#"{ "version": 1 }"#).unwrap();
            window.look();
            assert_eq!(window.hear(), ["saved 0"]);
        }
        let (catalog, path) = (window.catalog, window.path());
        (window.saver.finish(Vec::new()), catalog, path, window.folder)
    };
    let (left, catalog, path, _folder) = window(false);
    let StoreError::Aside { aside, .. } = left.unwrap_err() else { panic!("not aside") };
    check(&names(catalog, &Store::open(aside, catalog).unwrap().1), &["redis"]);
    assert_eq!(fs::read_to_string(path).unwrap(), "{ half");
    let (left, catalog, path, _folder) = window(true);
    left.unwrap().noted.unwrap();
    check(&names(catalog, &Store::open(path, catalog).unwrap().1), &[]);
}

#[test]
fn many_who_put_something_aside_at_once_each_find_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let named = |number: u32| folder.path().join(format!("aside-{number}"));
    let put = |who: u32| {
        let bytes = format!("{who}").repeat(5000);
        let path = replace::keep_apart(named, bytes.as_bytes()).unwrap();
        (path, bytes)
    };
    let threads: Vec<(PathBuf, String)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|who| scope.spawn(move || put(who))).collect();
        threads.into_iter().map(|it| it.join().unwrap()).collect()
    });
    for (path, bytes) in &threads {
        assert_eq!(&fs::read_to_string(path).unwrap(), bytes);
    }
    assert_eq!(replace::keep_apart(named, threads[0].1.as_bytes()).unwrap(), threads[0].0);
}

#[test]
fn neighbours_whose_names_begin_alike_have_backups_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let catalog = catalog();
    let file = |name: &str| folder.path().join(name);
    let save = |path: &Path, ids: &[&str]| {
        let (mut store, mut progress) = Store::open(path.to_owned(), catalog).unwrap();
        for id in ids {
            progress = claimed(progress, id);
            store.save(catalog, &progress).unwrap();
        }
    };
    let all = [
        ("progress.json", "redis"),
        ("progress.anna.json", "containers"),
        ("progress.old", "git-basics"),
    ];
    for (name, id) in all {
        save(&file(name), &[id, "http-basics"]);
    }
    for (name, id) in all {
        let kept = backups(&file(name)).unwrap();
        assert_eq!(kept.len(), 1, "{kept:?}");
        check(&names(catalog, &kept[0].read(catalog).unwrap()), &[id]);
    }
}

#[test]
fn what_is_left_of_a_file_that_is_gone_is_kept_when_another_is_begun() {
    let window = Window::open();
    window.elsewhere("containers");
    fs::remove_file(window.path()).unwrap();
    window.elsewhere("git-basics");
    window.elsewhere("sql-queries");
    let kept = backups(&window.path()).unwrap();
    let before = kept.iter().find(|it| it.which == "before-anew-1").unwrap();
    check(&names(window.catalog, &before.read(window.catalog).unwrap()), &["redis"]);
}

#[test]
fn a_file_of_a_newer_program_is_not_replaced_by_a_backup() {
    let window = Window::open();
    window.elsewhere("containers");
    fs::write(window.path(), r#"{ "version": 3 }"#).unwrap();
    assert!(matches!(restore(&window.path(), None), Err(StoreError::Newer(_, 3))));
    assert_eq!(fs::read_to_string(window.path()).unwrap(), r#"{ "version": 3 }"#);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_read_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for path in [pipe, folder.path().to_owned(), PathBuf::from("/dev/null")] {
        let error = Store::open(path, catalog()).unwrap_err().to_string();
        assert!(error.contains("that is no file"), "{error}");
    }
}
