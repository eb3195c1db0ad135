//! A question whose answer is typed.

use jiff::civil::Date;

use super::{
    App, Effect, Overlay, act,
    field::{Field, Typed},
    trial,
};
use crate::{
    catalog::ClimbId,
    deeds::Deed,
    planner,
    progress::{EntryId, Mark, Notable, Note, Task},
    words::{
        self,
        amount::{self, Lean, Said},
    },
};

/// A question, and what was typed so far.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What is asked for.
    pub asks: Asks,
    /// Why the answer was not taken, if it was not.
    pub error: Option<String>,
    field: Field,
}

/// What can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asks {
    /// How long one has studied a skill today.
    Log(Task),
    /// How long it was after all; nothing takes the entry back.
    Correct(Task, EntryId),
    /// How long one has studied after all, where a timer ran on.
    StopTimer(Task),
    /// The hours of a week.
    OwnWeek,
    /// A note on something.
    Note(Notable),
    /// What shows that something ticked holds.
    Evidence(Mark),
    /// How long the climb of a skill to a rung takes oneself.
    OwnHours(ClimbId),
    /// The days of a break.
    Break,
    /// The first day of study.
    Start,
    /// The day by which one would like to be ready.
    ReadyBy,
}

impl Prompt {
    pub(super) fn new(asks: Asks) -> Self {
        Self { asks, error: None, field: Field::default() }
    }

    /// The text before the caret and the text behind it.
    pub fn parts(&self) -> (&str, &str) {
        self.field.parts()
    }
}

impl App {
    /// The question in words, and how an answer is written.
    pub fn question(&self, asks: &Asks) -> (String, &'static str) {
        match *asks {
            Asks::Log(task) => (
                format!("How long did you study today: {}?", words::task(self.catalog, task)),
                "45, 1h30m or 1.5h",
            ),
            Asks::StopTimer(task) => (self.ran_on(task), "45, 1h30m or 1.5h"),
            Asks::Correct(task, ref entry) => (
                format!(
                    "How long was it on {}: {}? Empty takes it away.",
                    words::date(entry.date()),
                    words::task(self.catalog, task)
                ),
                "45, 1h30m or 1.5h",
            ),
            Asks::Note(thing) => (
                format!("Your note on {}; empty takes it away.", words::thing(self.catalog, thing)),
                "ask Ada about it",
            ),
            Asks::Evidence(_) => (
                "What shows that it holds? Empty takes it away.".to_owned(),
                "https://github.com/me/notes, ~/code/notes, or a sentence",
            ),
            Asks::OwnHours(id) => (
                format!(
                    "How long will {} take you? Empty goes back to the catalog's hours.",
                    words::climb(self.catalog, id)
                ),
                "12h, 90m or 1.5h",
            ),
            Asks::OwnWeek => (
                "How many hours do you study on which days?".to_owned(),
                "8h a week, or mon=1,wed=1.5,sat=4, or mon-fri=1",
            ),
            Asks::Break => (
                "From which day to which do you take a break?".to_owned(),
                "20 dec..3 jan, or 2027-12-20..2028-01-03; the same again takes it back",
            ),
            Asks::Start => ("On which day do you begin?".to_owned(), amount::DATES),
            Asks::ReadyBy => ("By when would you like to be ready?".to_owned(), amount::DATES),
        }
    }

    fn prompt(&mut self) -> Option<&mut Prompt> {
        match &mut self.overlay {
            Some(Overlay::Ask(prompt)) => Some(prompt),
            _ => None,
        }
    }
}

/// Asks for something that has an answer already, to be changed.
pub(super) fn ask_anew(app: &mut App, asks: Asks, before: &str) {
    let mut prompt = Prompt::new(asks);
    prompt.field.take(Typed::Letters(before));
    app.overlay = Some(Overlay::Ask(prompt));
}

pub(super) fn ask(app: &mut App, asks: Asks) {
    app.overlay = Some(Overlay::Ask(Prompt::new(asks)));
}

/// Adds letters to the answer.
/// Takes what is typed; what was wrong before is forgotten.
pub(super) fn typed(app: &mut App, typed: Typed<'_>) {
    if let Some(prompt) = app.prompt() {
        prompt.field.take(typed);
        prompt.error = None;
    }
}

/// Takes the answer, or says why it is none. An answer that was taken closes the
/// question, unless it has something to read in its place.
pub(super) fn answer(app: &mut App) -> Option<Effect> {
    let prompt = app.prompt()?;
    let (asks, text) = (prompt.asks.clone(), prompt.field.text().trim().to_owned());
    match take(app, asks, &text) {
        Ok(effect) => {
            if matches!(app.overlay, Some(Overlay::Ask(_))) {
                app.overlay = None;
            }
            effect
        }
        Err(reason) => {
            if let Some(prompt) = app.prompt() {
                prompt.error = Some(reason);
            }
            None
        }
    }
}

fn take(app: &mut App, asks: Asks, text: &str) -> Result<Option<Effect>, String> {
    let today = app.world.today;
    match asks {
        Asks::Break => trial::try_break(app, amount::days(today, text)?),
        Asks::Start => trial::try_or_act(app, Deed::Start(date(today, text)?)),
        Asks::ReadyBy => {
            trial::tell_what_to_drop(app, date(today, text)?)?;
            Ok(None)
        }
        Asks::Note(thing) => Ok(act::act(app, noted(thing, text))),
        Asks::Evidence(mark) if text.is_empty() => Ok(act::act(app, Deed::Unshow(mark))),
        Asks::Evidence(mark) => Ok(act::act(app, Deed::Show(mark, text.to_owned()))),
        Asks::OwnHours(id) => {
            let climb = app.catalog.climb(id);
            let deed = match text {
                "" => Deed::CatalogHours(climb.skill, climb.rung),
                _ => Deed::OwnHours(climb.skill, climb.rung, amount::study(text)?),
            };
            Ok(act::act(app, deed))
        }
        Asks::OwnWeek => {
            let week = match amount::week(text)? {
                Said::Days(week) => week,
                Said::Total(minutes) => {
                    planner::of_total(minutes, &planner::hours_of_week(&app.progress))
                }
            };
            Ok(act::act(app, Deed::Hours(week)))
        }
        Asks::Log(task) => {
            let minutes = amount::minutes(text)?;
            let entry = app.new_entry();
            Ok(act::act(app, Deed::Log(task, entry, minutes)))
        }
        Asks::Correct(task, entry) if text.is_empty() => {
            Ok(act::act(app, Deed::Strike(task, entry)))
        }
        Asks::Correct(task, entry) => {
            Ok(act::act(app, Deed::Correct(task, entry, amount::minutes(text)?)))
        }
        Asks::StopTimer(task) => Ok(stop_timer(app, task, amount::minutes(text)?)),
    }
}

impl App {
    fn ran_on(&self, task: Task) -> String {
        let timer = self.progress.timers().values().find(|it| it.task == task);
        let minutes = timer.map_or(0, |it| it.minutes(self.world.now));
        let name = words::task(self.catalog, task);
        format!("The timer ran {}. How long did you study: {name}?", words::minutes(minutes))
    }
}

/// Stops the timer for something with the minutes that were said.
fn stop_timer(app: &mut App, task: Task, minutes: u32) -> Option<Effect> {
    let running = app.progress.timers().iter().find(|(_, it)| it.task == task);
    let Some(entry) = running.map(|(entry, _)| entry.clone()) else {
        app.warn("That timer does not run any more.");
        return None;
    };
    act::act(app, Deed::StopTimer(entry, minutes))
}

fn date(today: Date, text: &str) -> Result<Date, String> {
    amount::date(today, Lean::Future, text)
}

/// The deed that makes a text the note, or takes the note away.
pub(super) fn noted(thing: Notable, text: &str) -> Deed {
    if Note::new(text).is_some() { Deed::Note(thing, text.to_owned()) } else { Deed::Unnote(thing) }
}
