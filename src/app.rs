//! What the learner is doing: the state, what can happen to it, and what follows.
//!
//! [`update`] is the only place where the state changes. It reads no file and
//! no clock and draws nothing; what it wants done it asks for as an [`Effect`].

mod able;
mod act;
mod browse;
mod compare;
mod configure;
mod dispatch;
mod field;
mod find;
mod groups;
mod help;
mod hint;
mod message;
mod mouse;
mod palette;
mod placing;
mod plan;
mod prompt;
mod rescue;
mod reviewing;
mod roles;
mod routes;
mod rows;
mod saving;
mod scroll;
mod settings;
mod shape;
mod skills;
mod staged;
mod timing;
mod trail;
mod trial;
mod welcome;
mod world;
mod writing;
mod written;

use std::{collections::BTreeSet, rc::Rc};

pub use self::{
    able::{Able, Colors},
    act::Act,
    browse::Browse,
    compare::Beside,
    configure::configure,
    find::Find,
    groups::Joint,
    help::HelpLine,
    message::{Effect, Hit, Message, Moment, Notice, Saving, Told},
    palette::{Command, Palette},
    placing::{FoundRow, Placing, PlacingStage, Reply},
    plan::{PlanRow, Planning, Zoom},
    prompt::{Asks, Prompt},
    rescue::{Harm, Offer, Rescue},
    reviewing::{ReviewStage, Reviewing},
    rows::{Filter, Group, Row, View, project_state},
    scroll::Reading,
    settings::Setting,
    shape::{Reach, Shape, Size},
    trail::Place,
    welcome::{Entry, Welcome},
    world::World,
};
use self::{act::UndoList, reviewing::DueToday, written::Written};
use crate::{
    catalog::{Catalog, RegionId},
    journal::Shown,
    keys::{Action, Scope, Screen},
    page::{Comparison, Subject},
    planner::{self, Moved, Path, Plan},
    progress::{Item, Learner, Progress},
    search::Index,
    words,
};

/// The whole state of the program.
#[derive(Debug)]
pub struct App {
    /// What can be learned; never changes.
    pub catalog: &'static Catalog,
    /// What this learner wants and has done.
    pub progress: Progress,
    /// What is known of the world.
    pub world: World,
    /// The screen in front.
    pub screen: Screen,
    /// Where one is on the screen of today.
    pub today: Browse,
    /// Where one is on the screen of progress.
    pub lived: Browse,
    /// What of the journal is listed there.
    pub shown: Shown,
    /// Where one is on the screen of roles.
    pub roles: Browse,
    /// Where one is on the screen of skills.
    pub skills: Browse,
    /// Which skills are listed.
    pub filter: Filter,
    /// How the skills of the goal are listed.
    pub view: View,
    // The groups that are folded in a view against what they are at first.
    turned: BTreeSet<(View, Group)>,
    /// Where one is on the screen of routes.
    pub routes: Browse,
    /// Where one is on the plan, and what is tried there.
    pub planning: Planning,
    /// The plan as it is kept; none until the first screen is painted.
    pub plan: Option<Plan>,
    /// The region one looks at for now; none while it is the learner's own.
    pub looked_at: Option<RegionId>,
    /// The whole path to the goal, with what is done on it.
    pub path: Option<Path>,
    /// What stands beside each other for now.
    pub comparing: Option<Comparison>,
    /// What has moved its end since the last visit.
    moved: Option<Moved>,
    /// The places links were followed from, the last one last.
    pub trail: Vec<Place>,
    /// What lies over the screen, if anything.
    pub overlay: Option<Overlay>,
    /// The last thing the learner should hear of.
    pub notice: Option<Notice>,
    /// Whether everything is on disk.
    pub saving: Saving,
    revision: u64,
    written: Written,
    // Made when something is looked for, and kept for the next time.
    index: Option<Rc<Index>>,
    // What is to be reviewed today.
    due: DueToday,
    // What was done in this visit, to undo and to do again.
    undo_list: UndoList,
    // How many entries were logged in this visit.
    entries: u32,
}

/// The part of a screen that has the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Pane {
    #[default]
    List,
    Page,
}

/// What can lie over a screen.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The keys that work, from this line on.
    Help(usize),
    /// Anything one looks for.
    Find(Find),
    /// All that can be done, by name.
    Palette(Palette),
    /// The skills to list, with this one marked.
    Filter(usize),
    /// A question whose answer is typed.
    Ask(Prompt),
    /// The first questions.
    Welcome(Box<Welcome>),
    /// Something to read, from this line on.
    Told(Told),
    /// The settings, and which is marked.
    Settings(usize),
    /// Backups of a file that cannot be understood.
    Rescue(Rescue),
    /// What could stand beside what is compared.
    Beside(Beside),
    /// Questions to find what is known.
    Placing(Box<Placing>),
    /// Questions that come back, or those of a mock interview.
    Reviewing(Box<Reviewing>),
}

impl App {
    /// The state at the start of a visit.
    pub fn new(
        catalog: &'static Catalog,
        progress: Progress,
        saving: Saving,
        world: World,
    ) -> Self {
        let mut app = Self {
            today: Browse::page(),
            lived: Browse::page(),
            shown: Shown::default(),
            roles: Browse::default(),
            skills: Browse::default(),
            routes: Browse::default(),
            catalog,
            progress,
            world,
            screen: Screen::Today,
            filter: Filter::default(),
            view: View::default(),
            turned: BTreeSet::new(),
            planning: Planning::default(),
            plan: None,
            path: None,
            looked_at: None,
            comparing: None,
            moved: None,
            trail: Vec::new(),
            overlay: None,
            notice: None,
            saving,
            revision: 0,
            written: Written::default(),
            index: None,
            due: DueToday::default(),
            undo_list: UndoList::default(),
            entries: 0,
        };
        if let Saving::ReadOnly(reason) = &app.saving {
            let reason = reason.clone();
            app.warn(format!("Read only: {reason}"));
        }
        match app.progress.goal() {
            Some(goal) => {
                app.roles.select(Row::Role(goal.role));
                app.filter = Filter::Goal;
            }
            None if app.saving == Saving::Nothing => welcome::begin(&mut app),
            // Nothing is asked twice: today's page says how to answer.
            None => (),
        }
        app
    }

    /// What can be learned, and what this learner wants and has done.
    pub fn learner(&self) -> Learner<'_> {
        Learner { catalog: self.catalog, progress: &self.progress }
    }

    /// Where key presses go at the moment, the narrowest first.
    pub fn scopes(&self) -> Vec<Scope> {
        match &self.overlay {
            Some(Overlay::Help(_) | Overlay::Told(_)) => {
                vec![Scope::Help, Scope::Moving, Scope::Always]
            }
            Some(Overlay::Ask(_)) => vec![Scope::Asking, Scope::InField, Scope::Always],
            Some(Overlay::Find(_) | Overlay::Palette(_)) => {
                vec![Scope::Typing, Scope::InField, Scope::Always]
            }
            Some(Overlay::Filter(_) | Overlay::Beside(_)) => {
                vec![Scope::Choosing, Scope::Moving, Scope::Always]
            }
            Some(Overlay::Settings(_)) => vec![Scope::Setting, Scope::Moving, Scope::Always],
            // Where something is typed, keys change it before they do anything else.
            Some(Overlay::Welcome(it)) if it.is_typing() => {
                vec![Scope::InField, Scope::Welcoming, Scope::Always]
            }
            Some(Overlay::Welcome(_)) => vec![Scope::Welcoming, Scope::Always],
            Some(Overlay::Placing(_)) => vec![Scope::Placing, Scope::Moving, Scope::Always],
            Some(Overlay::Reviewing(it)) => it.scopes(self.catalog),
            Some(Overlay::Rescue(_)) => vec![Scope::Rescuing, Scope::Moving, Scope::Always],
            None => self.scopes_below(),
        }
    }

    /// Where key presses go when nothing lies over the screen.
    pub fn scopes_below(&self) -> Vec<Scope> {
        let pane = match self.browse().pane {
            Pane::List => Scope::List,
            Pane::Page => Scope::Page,
        };
        let mut scopes = match self.screen {
            _ if self.is_comparing() => vec![Scope::Compare, pane],
            Screen::Plan => vec![Scope::Plan],
            Screen::Progress => vec![Scope::Progress, pane],
            Screen::Today => vec![Scope::Today, pane],
            Screen::Roles => vec![Scope::Roles, pane],
            Screen::Skills => vec![Scope::Skills, pane],
            Screen::Routes => vec![Scope::Routes, pane],
        };
        scopes.extend([Scope::Moving, Scope::Everywhere, Scope::Always]);
        scopes
    }

    /// Where one is on the screen in front.
    pub fn browse(&self) -> &Browse {
        match self.screen {
            Screen::Today | Screen::Plan => &self.today,
            Screen::Progress => &self.lived,
            Screen::Roles => &self.roles,
            Screen::Skills => &self.skills,
            Screen::Routes => &self.routes,
        }
    }

    fn browse_mut(&mut self) -> &mut Browse {
        match self.screen {
            Screen::Today | Screen::Plan => &mut self.today,
            Screen::Progress => &mut self.lived,
            Screen::Roles => &mut self.roles,
            Screen::Skills => &mut self.skills,
            Screen::Routes => &mut self.routes,
        }
    }

    /// How the screen is divided.
    pub fn shape(&self) -> Shape {
        Shape::of(self.world.size, self.screen == Screen::Routes)
    }

    /// The region whose figures and routes come first.
    pub fn region(&self) -> Option<RegionId> {
        self.looked_at.or_else(|| self.own_region())
    }

    /// The region that comes first unless one looks at another.
    pub fn own_region(&self) -> Option<RegionId> {
        self.progress.region_in_front(self.catalog, self.world.here)
    }

    /// What the page of the screen in front is about.
    pub fn subject(&self) -> Option<Subject> {
        if let Some(comparison) = self.comparing {
            return Some(Subject::Compare(comparison));
        }
        if self.screen == Screen::Today {
            return Some(Subject::Today);
        }
        if self.screen == Screen::Progress {
            return Some(Subject::Progress(self.shown));
        }
        match self.row()? {
            Row::Role(id) => Some(Subject::Role(id)),
            Row::Skill(id) => Some(Subject::Skill(id)),
            Row::Step(id) => Some(Subject::Skill(self.catalog.climb(id).skill)),
            Row::Group(group) => self.items_of(group).iter().rev().find_map(|it| match it {
                Item::Project(id) => Some(Subject::Project(*id)),
                Item::Climb(_) => None,
            }),
            Row::Project(id) => Some(Subject::Project(id)),
            Row::Area(id) => Some(Subject::Area(id)),
            Row::Route(id) => Some(Subject::Route(id)),
            Row::Gap | Row::Family(_) | Row::Projects | Row::Region(_) => None,
        }
    }

    /// What has moved the end since the last visit.
    pub fn moved(&self) -> Option<Moved> {
        self.moved
    }

    /// Plans anew, after something that bears on it has changed.
    fn replan(&mut self) {
        let plan = planner::plan(self.learner(), self.world.today);
        self.moved = planner::moved(self.learner(), &plan, self.world.today);
        self.plan = Some(plan);
        self.count_reviews();
        let before = self.path.take();
        self.path = Some(planner::path(self.learner(), before));
        trial::rebase(self);
        welcome::forget(self);
    }

    fn tell(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice::Done(words::printable(&text.into())));
    }

    fn warn(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice::Warning(words::printable(&text.into())));
    }
}

/// Changes the state by what happened, and says what should be done about it.
#[must_use]
pub fn update(app: &mut App, message: Message) -> Option<Effect> {
    let effect = take_in(app, message);
    scroll::keep_in_sight(app);
    welcome::foresee(app);
    effect
}

#[expect(clippy::too_many_lines, reason = "a line or two for each message")]
fn take_in(app: &mut App, message: Message) -> Option<Effect> {
    match message {
        Message::Pressed(key) => return dispatch::pressed(app, key),
        Message::Clicked(hit) => {
            app.notice = None;
            return mouse::clicked(app, hit);
        }
        Message::Wheeled(hit, is_down) => mouse::wheeled(app, hit, is_down),
        Message::Edited(thing, text) => return writing::edited(app, thing, &text),
        Message::EditFailed(reason) => app.warn(format!("Not written: {reason}")),
        Message::Pasted(text) => return dispatch::pasted(app, &text),
        Message::Resized(size) => scroll::resize(app, size),
        Message::Began => app.replan(),
        Message::Passed(Moment { today, now }) => {
            app.world.now = now;
            if today != app.world.today {
                app.world.today = today;
                app.replan();
            }
        }
        Message::Saved(revision) if revision == app.revision => app.saved(),
        Message::Saved(_) => (),
        Message::SaveFailed(revision, reason) => {
            if revision == app.revision {
                app.saving = Saving::Failed(reason.clone());
            }
            app.warn(format!("Not saved: {reason}"));
        }
        Message::Changed(progress) => app.take_over(*progress),
        Message::Conflict(command) => app.warn(format!(
            "A copy beside your file holds what the file does not. Bring it in with: {command}"
        )),
        Message::Restored => {
            rescue::end(app);
            app.tell("Brought back. What was there is kept beside it.");
        }
        Message::RestoreFailed(reason) => app.warn(format!("Not brought back: {reason}")),
        Message::OpenFailed(address) => {
            let key = app.world.keymap.named(Action::Copy);
            app.warn(format!(
                "No browser could be opened for {address} ; {key} copies the address."
            ));
        }
        Message::Configured(change) => {
            app.tell(format!("From now on {}: {}.", change.name(), change.word()));
        }
        Message::ConfigureFailed(reason) => {
            app.warn(format!("It holds until you leave, but is not kept: {reason}"));
        }
        Message::Misconfigured(reason) => app.warn(reason),
    }
    None
}
