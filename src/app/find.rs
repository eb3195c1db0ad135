//! Finding anything by what is typed, and going there.

use std::rc::Rc;

use super::{
    App, Effect, Overlay, Size, Zoom,
    field::{Field, Typed},
    rows::Row,
    scroll, trail,
};
use crate::{
    catalog::Topic,
    keys::{Action, Motion, Scope, Screen},
    page::{NOTE, Page, Spot, Subject, TERMS, Target, page},
    progress::{Item, Learner},
    search::{Found, Home, Index, Thing, about},
    words::Part,
};

/// The lines that stand above what was found.
const HEAD: usize = 2;

/// What is looked for, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Find {
    field: Field,
    /// What goes by it.
    pub found: Found,
    /// Which of the hits is marked.
    pub cursor: usize,
}

impl Find {
    /// The text before the caret and the text behind it.
    pub fn parts(&self) -> (&str, &str) {
        self.field.parts()
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        self.field.text()
    }

    /// The hit that is marked.
    pub fn hit(&self) -> Option<Thing> {
        self.found.hits.get(self.cursor).copied()
    }
}

impl App {
    /// How many things there are to find; none while nothing is looked for.
    pub fn findable(&self) -> usize {
        self.index.as_ref().map_or(0, |it| it.len())
    }

    /// The page that a hit is on in so many columns, and the line to read it from.
    pub fn preview(&self, find: &Find, columns: usize) -> Option<(Page<'_>, usize)> {
        let thing = find.hit()?;
        let subject = match thing.home(self.catalog)? {
            Home::Role(id) => Subject::Role(id),
            Home::Skill(id) => Subject::Skill(id),
            Home::Project(id) => Subject::Project(id),
            Home::Route(id) => Subject::Route(id),
            Home::Area(id) => Subject::Area(id),
        };
        let page = page(self.reader(columns)?, subject);
        let (line, _) = page.find(&spot(self, thing, find.text()));
        Some((page, line))
    }

    /// What looking at a hit does.
    pub(super) fn finding_hint(&self) -> Option<&'static str> {
        let Some(Overlay::Find(find)) = &self.overlay else { return None };
        let item = planned(self, find.hit()?).filter(|_| self.screen == Screen::Plan);
        Some(if item.is_some() { "choose on plan" } else { "open" })
    }
}

/// Begins to look for something.
pub(super) fn begin(app: &mut App) {
    let catalog = app.catalog;
    app.index.get_or_insert_with(|| Rc::new(Index::new(catalog)));
    app.overlay = Some(Overlay::Find(Find::default()));
}

/// Adds letters to what is looked for.
/// Looks for what is typed as soon as it is.
pub(super) fn typed(app: &mut App, typed: Typed<'_>) {
    let learner = Learner { catalog: app.catalog, progress: &app.progress };
    let (Some(Overlay::Find(find)), Some(index)) = (&mut app.overlay, &app.index) else { return };
    let before = find.field.text().to_owned();
    find.field.take_words(typed);
    if find.field.text() != before {
        find.found = index.find(find.field.text(), learner);
        find.cursor = 0;
    }
}

pub(super) fn move_cursor(app: &mut App, motion: Motion) {
    let Size { lines, .. } = app.shape().list;
    let Some(Overlay::Find(find)) = &mut app.overlay else { return };
    let last = find.found.hits.len().saturating_sub(1);
    let screen = lines.saturating_sub(HEAD + 1).max(1);
    find.cursor = motion.from(find.cursor, screen, last).min(last);
}

/// Goes to the hit that is marked: on the plan to its step, else to where it is written.
pub(super) fn answer(app: &mut App) -> Option<Effect> {
    let Some(Overlay::Find(find)) = &app.overlay else { return None };
    let Some(thing) = find.hit() else {
        let key = app.world.keymap.named_in(Scope::Typing, Action::Dismiss);
        app.tell(format!("Nothing is found yet: type something else, or {key} closes."));
        return None;
    };
    let spot = spot(app, thing, find.text());
    app.overlay = None;
    if let Some(item) = planned(app, thing).filter(|_| app.screen == Screen::Plan) {
        app.planning.selected = Some(item);
        // From farthest off, no step is in sight.
        if app.planning.zoom == Zoom::Stages {
            app.planning.zoom = Zoom::Months;
        }
        return None;
    }
    let (screen, row) = match thing.home(app.catalog)? {
        Home::Role(id) => (Screen::Roles, Row::Role(id)),
        Home::Skill(id) => (Screen::Skills, Row::Skill(id)),
        Home::Project(id) => (Screen::Skills, Row::Project(id)),
        Home::Route(id) => (Screen::Routes, Row::Route(id)),
        Home::Area(id) => (Screen::Skills, Row::Area(id)),
    };
    trail::visit(app, screen, row);
    scroll::read_from(app, &spot);
    None
}

/// The step of the plan that a hit is.
fn planned(app: &App, thing: Thing) -> Option<Item> {
    let plan = app.shown_plan()?;
    match thing {
        Thing::Skill(id) => plan.steps_of_skill(app.shown_learner(), id).next().map(|it| it.item),
        Thing::Project(id) => plan.step(Item::Project(id)).map(|it| it.item),
        Thing::Role(_)
        | Thing::Route(_)
        | Thing::Area(_)
        | Thing::Term(_)
        | Thing::Milestone(..)
        | Thing::Part(..)
        | Thing::Asked(..)
        | Thing::Faq(..)
        | Thing::Resource(..)
        | Thing::Address(..)
        | Thing::Note(_) => None,
    }
}

/// Where on its page a hit stands.
fn spot(app: &App, thing: Thing, typed: &str) -> Spot {
    let catalog = app.catalog;
    let name = || Some(thing.name(catalog).to_owned());
    let address = || thing.address(catalog).map(|it| Target::Address(it.clone()));
    match thing {
        Thing::Term(_) => Spot { section: Some(TERMS), words: name(), target: None },
        Thing::Milestone(route, id) => {
            Spot { target: Some(Target::Milestone(route, id)), ..Spot::default() }
        }
        Thing::Resource(..) | Thing::Address(..) => Spot { target: address(), ..Spot::default() },
        Thing::Asked(..) => {
            Spot { section: Some(Part::Interview.title()), words: name(), target: None }
        }
        Thing::Faq(..) => {
            let section = Part::On(Topic::Questions).title();
            Spot { section: Some(section), words: name(), target: None }
        }
        Thing::Note(_) => {
            let words = about(app.learner(), thing, typed).trim().to_owned();
            Spot { section: Some(NOTE), words: Some(words), target: None }
        }
        Thing::Part(_, part) => {
            let words = mentioned(app, thing, typed);
            Spot { section: Some(part.title()), words, target: None }
        }
        Thing::Role(_) | Thing::Skill(_) | Thing::Project(_) | Thing::Route(_) | Thing::Area(_) => {
            Spot { words: mentioned(app, thing, typed), ..Spot::default() }
        }
    }
}

/// The text in which something is mentioned that has another name.
fn mentioned(app: &App, thing: Thing, typed: &str) -> Option<String> {
    let text = about(app.learner(), thing, typed);
    let is_first = thing.texts(app.catalog).first() == Some(&text);
    (!is_first).then(|| text.to_owned())
}
