//! Questions whose answers are typed.

use super::{App, Effect, FirstQuestion, Overlay, Row, Tab, field::Field, plan, welcome};
use crate::{
    catalog::SkillId,
    keys::Key,
    page::Target,
    progress::EntryId,
    words::{self, amount},
};
use jiff::civil::Date;

/// A question, and what was typed so far.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What is asked.
    pub question: Question,
    /// Why the answer was not taken, if it was not.
    pub error: Option<String>,
    typed: Field,
}

/// What can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// How long one has studied a skill today.
    Log(SkillId),
    /// The hours of a week.
    Hours,
    /// The days of a break.
    Break,
    /// The first day of study.
    Start,
    /// The day by which one would like to be ready.
    ReadyBy,
}

impl Prompt {
    pub(super) fn new(question: Question) -> Self {
        Self { question, error: None, typed: Field::default() }
    }

    /// What was typed so far.
    pub fn text(&self) -> &str {
        self.typed.text()
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
            Question::Break => (
                "From which day to which do you take a break?".to_owned(),
                "2027-12-20..2028-01-03; the same again takes it back",
            ),
            Question::Start => ("On which day do you begin?".to_owned(), "2027-12-20, or today"),
            Question::ReadyBy => ("By when would you like to be ready?".to_owned(), "2027-12-20"),
        }
    }

    fn asking(&mut self) -> Option<&mut Prompt> {
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
        (Tab::Plan, _) => app.planned_skill(),
        _ => app.page().and_then(|page| match app.chosen_on(&page) {
            Some(Target::Skill(id)) => Some(*id),
            _ => None,
        }),
    };
    match chosen {
        Some(id) => app.overlay = Some(Overlay::Ask(Prompt::new(Question::Log(id)))),
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
    if let Some(asking) = app.asking() {
        asking.typed.insert(letters);
        asking.error = None;
    }
}

pub(super) fn erase(app: &mut App, is_word: bool) {
    if let Some(asking) = app.asking() {
        asking.typed.erase(is_word);
        asking.error = None;
    }
}

/// Takes the answer, or says why it is none.
pub(super) fn answer(app: &mut App) -> Vec<Effect> {
    let Some(asking) = app.asking() else { return Vec::new() };
    let (question, text) = (asking.question, asking.text().trim().to_owned());
    match take(app, question, &text) {
        Ok(effects) => {
            // The answer to some questions is something to read.
            if matches!(app.overlay, Some(Overlay::Ask(_))) {
                app.overlay = None;
            }
            if question == Question::Hours {
                welcome::go_on(app, FirstQuestion::Hours);
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
        Question::Break => plan::try_break(app, amount::days(text)?).map(|()| Vec::new()),
        Question::Start => {
            let start = date(app.world.today, text)?;
            plan::try_start(app, start);
            Ok(Vec::new())
        }
        Question::ReadyBy => {
            let by = date(app.world.today, text)?;
            plan::ready_by(app, by).map(|()| Vec::new())
        }
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

/// A date, or the word for the one it is.
fn date(today: Date, text: &str) -> Result<Date, String> {
    match text {
        "today" => Ok(today),
        _ => text.parse().map_err(|_| format!("`{text}` is no date; write 2027-12-20")),
    }
}
