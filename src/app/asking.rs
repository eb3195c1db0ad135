//! Questions whose answers are typed.

use tui_input::{Input, InputRequest};

use super::{App, Effect, Overlay, Row, Step, Tab, welcome};
use crate::{
    catalog::SkillId,
    keys::Key,
    page::Target,
    progress::EntryId,
    words::{self, amount},
};

/// The longest answer, in letters.
const LONGEST: usize = 60;

/// A question, and what was typed so far.
#[derive(Clone, Debug)]
pub struct Asking {
    /// What is asked.
    pub question: Question,
    /// Why the answer was not taken, if it was not.
    pub error: Option<String>,
    input: Input,
}

/// What can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// How long one has studied a skill today.
    Log(SkillId),
    /// The hours of a week.
    Hours,
}

impl Asking {
    pub(super) fn new(question: Question) -> Self {
        Self { question, error: None, input: Input::default() }
    }

    /// What was typed so far.
    pub fn text(&self) -> &str {
        self.input.value()
    }
}

impl App {
    /// The question in words, and how an answer is written.
    pub fn question(&self, question: Question) -> (String, &'static str) {
        match question {
            Question::Log(id) => (
                format!("How long did you study today: {}?", self.catalog.skill(id).name),
                "45m, 1h30m or 1.5h",
            ),
            Question::Hours => (
                "How many hours do you study on which days?".to_owned(),
                "mon=1,wed=1.5,sat=4 or mon-fri=1",
            ),
        }
    }

    fn asking(&mut self) -> Option<&mut Asking> {
        match &mut self.overlay {
            Some(Overlay::Ask(asking)) => Some(asking),
            _ => None,
        }
    }
}

/// Asks how long one has studied the skill in front.
pub(super) fn log_time(app: &mut App) {
    let chosen = match (app.tab, app.row()) {
        (Tab::Skills, Some(Row::Skill(id))) => Some(id),
        (Tab::Plan, _) => app.planning.selected,
        _ => app.page().and_then(|page| match app.chosen_on(&page) {
            Some(Target::Skill(id)) => Some(*id),
            _ => None,
        }),
    };
    match chosen {
        Some(id) => app.overlay = Some(Overlay::Ask(Asking::new(Question::Log(id)))),
        None => app.warn("Choose a skill first."),
    }
}

/// A key that means nothing else is part of the answer.
pub(super) fn typed(app: &mut App, key: Key) {
    if let Key::Char(c) = key {
        insert(app, std::iter::once(c));
    }
}

pub(super) fn paste(app: &mut App, text: &str) {
    insert(app, text.chars());
}

fn insert(app: &mut App, letters: impl Iterator<Item = char>) {
    let Some(asking) = app.asking() else { return };
    let room = LONGEST.saturating_sub(asking.text().chars().count());
    for letter in letters.filter(|c| !c.is_control()).take(room) {
        asking.input.handle(InputRequest::InsertChar(letter));
    }
    asking.error = None;
}

pub(super) fn request(app: &mut App, request: InputRequest) {
    if let Some(asking) = app.asking() {
        asking.input.handle(request);
        asking.error = None;
    }
}

/// Takes the answer, or says why it is none.
pub(super) fn answer(app: &mut App) -> Vec<Effect> {
    let Some(asking) = app.asking() else { return Vec::new() };
    let (question, text) = (asking.question, asking.text().trim().to_owned());
    match take(app, question, &text) {
        Ok(effects) => {
            app.overlay = None;
            if question == Question::Hours {
                welcome::go_on(app, Step::Hours);
            }
            effects
        }
        Err(reason) => {
            if let Some(asking) = app.asking() {
                asking.error = Some(reason);
            }
            Vec::new()
        }
    }
}

fn take(app: &mut App, question: Question, text: &str) -> Result<Vec<Effect>, String> {
    match question {
        Question::Hours => {
            app.progress.hours = amount::week(text)?;
            Ok(app.save())
        }
        Question::Log(id) => {
            let minutes = amount::minutes(text)?;
            app.entries += 1;
            let letters = format!("{:08x}{:x}", app.world.nonce, app.entries);
            app.progress.log(id, EntryId::new(app.world.today, &letters), minutes);
            let name = &app.catalog.skill(id).name;
            let text = format!("Logged {}: {name}", words::minutes(minutes));
            app.tell(text);
            Ok(app.save())
        }
    }
}
