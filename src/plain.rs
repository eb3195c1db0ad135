//! The whole program as a conversation: a line in, short sentences out.
//!
//! For screen readers, and for terminals that can do no more than print lines.
//! There are no columns, no drawings and no signs: a state is a word, a choice has
//! a number, and the last line of each reply says what can be typed. What numbers
//! mean is what was listed last (`listing`); everything else is a word of the
//! table of verbs (`verb`). All is pure: what should happen outside is an
//! [`Effect`], and what a [`Reply`] says holds once that was carried out.

mod act;
mod ask;
mod dispatch;
mod listing;
mod lists;
mod name;
mod object;
mod planning;
mod questions;
mod reading;
mod setting;
mod show;
mod speech;
mod today;
mod verb;
mod writing;

use jiff::civil::Date;

use self::listing::Listing;
use crate::{
    catalog::{Catalog, ProjectId, RegionId, RoleId, RouteId, SkillId},
    deeds::Trial,
    first::{FirstQuestion, Known},
    page::Subject,
    planner::{self, Plan},
    progress::{Change, Learner, Progress},
    words::{self, Signs},
};

/// So many places one can go back.
const TRAIL: usize = 50;

/// The letters of a line that are looked at.
const LONGEST: usize = 300;

/// What a conversation knows of the world.
#[derive(Clone, Debug)]
pub struct World {
    /// The day it is.
    pub today: Date,
    /// The region that the system's language is set to, if there is one.
    pub here: Option<RegionId>,
    /// What can be printed; states are words in any case.
    pub signs: &'static Signs,
    /// A number that no other conversation has.
    pub nonce: u32,
    /// Whether nothing was ever kept, so that the first questions are asked.
    pub is_new: bool,
    /// Why nothing can be written, if that is so.
    pub refusal: Option<String>,
}

/// A conversation: what is known, and where one is.
#[derive(Clone, Debug)]
pub struct Conversation {
    catalog: &'static Catalog,
    progress: Progress,
    plan: Plan,
    world: World,
    // Where one is, behind where one was.
    place: Place,
    trail: Vec<Place>,
    // What was listed last.
    listing: Listing,
    trial: Option<Trial>,
    // What is marked as known, while that is asked.
    known: Known,
    // The entries logged so far.
    entries: u32,
}

/// Where one can be.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Today,
    Question(FirstQuestion),
    /// The questions that help to choose a role, with what was answered to them so far.
    Inquiry(Vec<usize>),
    /// A list; of what goes by those words, if there are any.
    List(Kind, String),
    /// All kinds that go by some words.
    Found(String),
    Page(Subject),
    Section(Subject, usize),
    Plan,
    Stage(usize),
    /// What to leave out to be ready by that day.
    ReadyBy(Date),
}

impl Place {
    /// The first question that is asked here, if one is.
    fn question(&self) -> Option<FirstQuestion> {
        match self {
            Self::Question(question) => Some(*question),
            Self::Inquiry(_) => Some(FirstQuestion::Role),
            Self::Today
            | Self::List(..)
            | Self::Found(_)
            | Self::Page(_)
            | Self::Section(..)
            | Self::Plan
            | Self::Stage(_)
            | Self::ReadyBy(_) => None,
        }
    }
}

/// A kind of thing that there is to read about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Role,
    Skill,
    Project,
    Route,
}

/// Something that there is to read about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Thing {
    Role(RoleId),
    Skill(SkillId),
    Project(ProjectId),
    Route(RouteId),
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// What to print, once the effect was carried out.
    pub text: String,
    /// What should happen outside.
    pub effect: Option<Effect>,
}

/// What should happen outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Keep what was done.
    Save(Box<Kept>),
    /// Undo what was done last; say so, and give what is left to [`take_in`].
    Undo,
    /// Do again what was undone last, in the same way.
    Redo,
    /// End the conversation.
    Quit,
}

/// What is to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// All there is now.
    pub progress: Progress,
    /// What has changed.
    pub change: Change,
    /// What was done, in the learner's words.
    pub name: String,
}

/// Begins a conversation.
pub fn begin(catalog: &'static Catalog, progress: Progress, world: World) -> (Conversation, Reply) {
    let plan = planner::plan(Learner { catalog, progress: &progress }, world.today);
    let is_asked = world.is_new && world.refusal.is_none() && progress.goal().is_none();
    let place = if is_asked { Place::Question(FirstQuestion::Role) } else { Place::Today };
    let mut talk = Conversation {
        catalog,
        progress,
        plan,
        world,
        place: place.clone(),
        trail: Vec::new(),
        listing: Listing::default(),
        trial: None,
        known: Known::default(),
        entries: 0,
    };
    let mut text = "This is rungs in plain lines. Type help at any time.".to_owned();
    if let Some(reason) = &talk.world.refusal {
        text = format!("{text}\nRead only: {}", words::sentence(reason));
    }
    let shown = show::put(&mut talk, place);
    let reply = talk.reply(Reply::said(format!("{text}\n{shown}")));
    (talk, reply)
}

/// Answers a line that was typed.
pub fn answer(talk: &mut Conversation, line: &str) -> Reply {
    let line = words::printable(line).replace('\n', " ");
    let line: String = line.trim().chars().take(LONGEST).collect();
    let reply = dispatch::answer(talk, line.trim());
    talk.reply(reply)
}

/// What is said when nothing more will be typed.
pub fn end(talk: &Conversation) -> String {
    let text = match (&talk.world.refusal, &talk.trial) {
        (Some(_), _) => "Nothing was written. Goodbye.",
        (None, Some(_)) => "What was tried is dropped, everything else is saved. Goodbye.",
        (None, None) => "Everything is saved. Goodbye.",
    };
    talk.printed(text)
}

/// Takes in what is kept by now, whoever changed it.
pub fn take_in(talk: &mut Conversation, progress: Progress) {
    if progress != talk.progress {
        talk.progress = progress;
        talk.replan();
        talk.known = Known::new(talk.learner(), talk.world.today);
    }
}

/// Takes in that another day has begun.
pub fn dawn(talk: &mut Conversation, today: Date) {
    if today != talk.world.today {
        talk.world.today = today;
        talk.replan();
    }
}

/// Takes back what could not be kept, and says so.
pub fn not_saved(talk: &mut Conversation, change: &Change, reason: &str) -> String {
    take_in(talk, talk.progress.without(change));
    let reason = words::sentence(&words::printable(reason));
    talk.printed(&format!("Not saved, so it is not done: {reason}"))
}

impl Reply {
    fn said(text: impl Into<String>) -> Self {
        Self { text: text.into(), effect: None }
    }
}

impl Conversation {
    /// What can be learned, and what this learner wants and has done.
    pub fn learner(&self) -> Learner<'_> {
        Learner { catalog: self.catalog, progress: &self.progress }
    }

    /// A text as it is printed: in lines, with the letters there are.
    pub fn printed(&self, text: &str) -> String {
        let text = words::printable(text);
        let lines = text.lines().flat_map(speech::lines);
        let text: String = lines.flat_map(|line| [line, "\n".to_owned()]).collect();
        if self.world.signs.is_plain { words::plain(&text) } else { text }
    }

    /// The reply with what can be typed next at its end.
    fn reply(&self, reply: Reply) -> Reply {
        let Reply { text, effect } = reply;
        let text = match effect {
            Some(Effect::Quit) => end(self),
            _ => self.printed(&format!("{text}\n{}", self.listing.prompt())),
        };
        Reply { text, effect }
    }

    /// The learner whose plan is seen: the one tried, or else the one kept.
    fn shown_learner(&self) -> Learner<'_> {
        let tried = self.trial.as_ref().map(|it| &it.progress);
        Learner { progress: tried.unwrap_or(&self.progress), ..self.learner() }
    }

    fn shown_plan(&self) -> &Plan {
        self.trial.as_ref().map_or(&self.plan, |it| &it.plan)
    }

    fn region(&self) -> Option<RegionId> {
        self.progress.region_in_front(self.catalog, self.world.here)
    }

    /// Plans anew, after something that bears on it has changed.
    fn replan(&mut self) {
        let today = self.world.today;
        self.plan = planner::plan(self.learner(), today);
        let trial = self.trial.take();
        self.trial = trial.and_then(|it| it.again(self.learner(), today));
    }
}
