//! Two windows on one file, whatever order things happen in.

use std::{collections::VecDeque, fs, path::PathBuf, time::Duration};

use proptest::prelude::*;

use super::*;
use crate::{catalog::SkillId, progress::Record};

/// A window as the loop and the thread that saves make it: what the learner
/// sees, what is to be done, and what was heard but not taken in yet.
struct Window {
    app: Progress,
    store: Store,
    jobs: VecDeque<Job>,
    news: VecDeque<Incoming>,
}

enum Job {
    Save(Box<Progress>),
    Took(Incoming),
}

#[derive(Clone, Copy, Debug)]
enum Step {
    /// The learner claims a skill, or takes that back.
    Toggle(usize),
    /// The thread does one thing.
    Work,
    /// The thread looks at the file.
    Look,
    /// The window takes in one change.
    Hear,
    /// The disk refuses to write, or does so no more.
    Block,
}

impl Window {
    fn open(path: PathBuf, catalog: &Catalog) -> Self {
        let (store, app) = Store::open(path, catalog).unwrap();
        Self { app, store, jobs: VecDeque::new(), news: VecDeque::new() }
    }

    fn toggle(&mut self, skill: SkillId) {
        if self.app.record(skill).is_none() {
            self.app.claim(skill, Rung::Working, TODAY);
        } else {
            self.app.unclaim(skill);
        }
        self.jobs.push_back(Job::Save(Box::new(self.app.clone())));
    }

    fn work(&mut self, catalog: &Catalog) {
        match self.jobs.pop_front() {
            Some(Job::Save(progress)) => {
                self.news.extend(self.store.save(catalog, &progress).ok().flatten());
            }
            Some(Job::Took(change)) => self.news.extend(self.store.took(&change)),
            None => (),
        }
    }

    fn hear(&mut self, catalog: &Catalog) {
        if let Some(change) = self.news.pop_front() {
            self.app = change.onto(catalog, &self.app);
            self.jobs.push_back(Job::Took(change));
        }
    }

    fn settle(&mut self, catalog: &Catalog) {
        self.jobs.push_back(Job::Save(Box::new(self.app.clone())));
        while !(self.jobs.is_empty() && self.news.is_empty()) {
            self.work(catalog);
            self.hear(catalog);
        }
        self.news.extend(self.store.look().change);
        while !(self.jobs.is_empty() && self.news.is_empty()) {
            self.hear(catalog);
            self.work(catalog);
        }
    }
}

fn some_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..4_usize).prop_map(Step::Toggle),
        4 => Just(Step::Work),
        1 => Just(Step::Look),
        2 => Just(Step::Hear),
        1 => Just(Step::Block),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// Each has two skills of its own and shares two with the other.
    #[test]
    fn two_windows_agree_in_the_end_and_lose_nothing(
        steps in proptest::collection::vec((0..2_usize, some_step()), 1..40)
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("progress.json");
        let obstacle = folder.path().join("progress.json.new");
        let catalog = catalog();
        let skills: Vec<SkillId> = catalog.skills().map(|(id, _)| id).take(6).collect();
        let mut windows = [(); 2].map(|()| Window::open(path.clone(), catalog));
        let mut meant = [(); 2].map(|()| [false; 2]);
        for (who, step) in steps {
            let window = &mut windows[who];
            match step {
                Step::Toggle(number) if number < 2 => {
                    window.toggle(skills[who * 2 + number]);
                    meant[who][number] = !meant[who][number];
                }
                Step::Toggle(number) => window.toggle(skills[number + 2]),
                Step::Work => window.work(catalog),
                Step::Look => window.news.extend(window.store.look().change),
                Step::Hear => window.hear(catalog),
                Step::Block if obstacle.exists() => fs::remove_dir(&obstacle).unwrap(),
                Step::Block => fs::create_dir(&obstacle).unwrap(),
            }
        }
        let _ = fs::remove_dir(&obstacle);
        for _ in 0..2 {
            for window in &mut windows {
                window.settle(catalog);
            }
        }
        let on_disk = Store::open(path, catalog).unwrap().1;
        for (who, window) in windows.iter().enumerate() {
            prop_assert_eq!(&window.app, &on_disk);
            for (number, is_meant) in meant[who].iter().enumerate() {
                let record: Option<&Record> = on_disk.record(skills[who * 2 + number]);
                prop_assert_eq!(record.is_some(), *is_meant);
            }
        }
    }
}

#[test]
fn a_file_taken_away_under_an_open_window_comes_back_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.json");
    let catalog = catalog();
    let mut window = Window::open(path.clone(), catalog);
    window.store.save(catalog, &some_progress(catalog)).unwrap();
    fs::remove_file(&path).unwrap();
    let mut more = some_progress(catalog);
    claim(&mut more, "redis");
    let look = window.store.look();
    assert!(matches!(look.news, Some(Err(StoreError::Gone(_)))) && look.change.is_none());
    window.store.save(catalog, &more).unwrap();
    assert_eq!(Store::open(path, catalog).unwrap().1, more);
}

#[test]
fn a_file_damaged_under_an_open_window_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.json");
    let catalog = catalog();
    let (mut store, _) = Store::open(path.clone(), catalog).unwrap();
    store.save(catalog, &Progress::default()).unwrap();
    fs::write(&path, "{ half").unwrap();
    assert!(matches!(store.look().news, Some(Err(StoreError::Damaged { .. }))));

    let (sender, news) = std::sync::mpsc::channel();
    let saver = Saver::start(store, catalog, move |news| sender.send(news).unwrap());
    saver.save(1, Box::new(some_progress(catalog))).unwrap();
    let error = saver.finish(Vec::new()).unwrap_err();
    assert!(matches!(news.iter().next(), Some(News::Failed(1, _))));
    assert_eq!(fs::read_to_string(&path).unwrap(), "{ half");
    let StoreError::Aside { aside, .. } = error else { panic!("{error}") };
    assert_eq!(Store::open(aside, catalog).unwrap().1, some_progress(catalog));
}

#[test]
fn a_thread_that_panicked_has_not_saved() {
    let folder = tempfile::tempdir().unwrap();
    let catalog = catalog();
    let (store, _) = Store::open(folder.path().join("progress.json"), catalog).unwrap();
    let saver = Saver::start(store, catalog, |news| panic!("on purpose: {news:?}"));
    saver.save(1, Box::default()).unwrap();
    assert!(saver.wait(Duration::from_secs(20)).is_err());
    assert!(matches!(saver.finish(Vec::new()), Err(StoreError::Stopped)));
}
