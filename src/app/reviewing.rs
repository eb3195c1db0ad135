//! Questions that come back, and those of a mock interview, one at a time: one's own
//! answer first, then the right one, then how well it was known. Each answer is a deed of
//! its own; who leaves in the middle keeps what was answered.

use super::{
    App, Effect, Overlay, act,
    field::{Field, Typed},
    rows::Row,
    shape,
};
use crate::{
    catalog::{Catalog, RoleId},
    deeds::Deed,
    keys::{Action, Binding, Motion, Scope, Screen},
    page::offered,
    progress::{Card, Grade},
    reviews::{self, Asking, Memory},
    words,
};

/// How many lines further one reads at once.
const READ_ON: usize = 2;
/// The most lines that are passed.
const LONGEST: usize = 40;

/// Questions, and where one is in them.
#[derive(Clone, Debug)]
pub struct Reviewing {
    /// The role whose interview is rehearsed; none where cards come back.
    pub role: Option<RoleId>,
    /// The cards, in the order in which they are asked.
    pub cards: Vec<Card>,
    /// What was said of those that were asked.
    pub grades: Vec<Grade>,
    /// What is in front.
    pub stage: ReviewStage,
    /// Which answer, or which grade, is marked.
    pub cursor: usize,
    /// How many lines of a long answer, or of what has come of all, are passed.
    pub top: usize,
    field: Field,
}

/// What is in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewStage {
    /// A question.
    Asked,
    /// A question with its answer, and the place of the one that was chosen, if one was.
    Solved(Option<usize>),
    /// What has come of all of it.
    Over,
}

/// How much is to be reviewed today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct DueToday {
    pub(super) count: usize,
}

impl Reviewing {
    fn new(role: Option<RoleId>, cards: Vec<Card>) -> Self {
        let stage = ReviewStage::Asked;
        let (grades, field) = (Vec::new(), Field::default());
        Self { role, cards, grades, stage, cursor: 0, top: 0, field }
    }

    /// The card in front.
    pub fn card(&self) -> Option<&Card> {
        self.cards.get(self.grades.len())
    }

    /// What it asks.
    pub fn asking<'a>(&self, catalog: &'a Catalog) -> Option<Asking<'a>> {
        Asking::of(catalog, self.card()?)
    }

    /// Whether an answer of one's own can be typed.
    pub fn is_typing(&self, catalog: &Catalog) -> bool {
        self.stage == ReviewStage::Asked && self.answers(catalog) == 0
    }

    /// Where key presses go: what is typed changes a line before it does anything else.
    pub(super) fn scopes(&self, catalog: &Catalog) -> Vec<Scope> {
        let first = if self.is_typing(catalog) {
            [Scope::InField, Scope::Reviewing]
        } else {
            [Scope::Reviewing, Scope::Moving]
        };
        first.into_iter().chain([Scope::Always]).collect()
    }

    /// The text before the caret and the text behind it.
    pub fn parts(&self) -> (&str, &str) {
        self.field.parts()
    }

    /// The cards that were not known, or hardly.
    pub fn weak(&self) -> impl Iterator<Item = &Card> {
        let graded = self.cards.iter().zip(&self.grades);
        graded.filter(|(_, grade)| is_weak(**grade)).map(|(card, _)| card)
    }

    /// How many answers there are to choose from.
    fn answers(&self, catalog: &Catalog) -> usize {
        match self.asking(catalog) {
            Some(Asking::Bank(question)) => offered(question).len(),
            Some(Asking::Interview(..)) | None => 0,
        }
    }

    /// How many lines can be marked.
    fn count(&self, catalog: &Catalog) -> usize {
        match self.stage {
            ReviewStage::Asked => self.answers(catalog),
            ReviewStage::Solved(_) => Grade::ALL.len(),
            ReviewStage::Over => 0,
        }
    }

    /// Shows the answer, with the grade marked that is likely.
    fn solve(&mut self, catalog: &Catalog) {
        let chosen = (self.answers(catalog) > 0).then_some(self.cursor);
        let is_wrong = match (self.asking(catalog), chosen) {
            (Some(Asking::Bank(question)), Some(at)) => {
                offered(question).get(at).is_some_and(|it| !it.is_right)
            }
            (Some(Asking::Bank(_) | Asking::Interview(..)) | None, _) => false,
        };
        let likely = if is_wrong { Grade::Again } else { Grade::Good };
        self.stage = ReviewStage::Solved(chosen);
        self.cursor = Grade::ALL.iter().position(|it| *it == likely).unwrap_or(0);
    }

    /// Goes on to the next question, or to what has come of all.
    fn go_on(&mut self, grade: Grade) {
        self.grades.push(grade);
        (self.cursor, self.top, self.field) = (0, 0, Field::default());
        let is_over = self.card().is_none();
        self.stage = if is_over { ReviewStage::Over } else { ReviewStage::Asked };
    }

    /// What a key does here.
    pub(super) fn hint(&self, binding: &Binding) -> Option<&'static str> {
        match (binding.action, self.stage) {
            (Action::Answer, ReviewStage::Asked) => Some("show the answer"),
            (Action::Answer, ReviewStage::Solved(_)) => Some("take it"),
            (Action::Answer, ReviewStage::Over) => Some("close"),
            (_, ReviewStage::Over) if binding.action == Action::Dismiss => None,
            _ => Some(binding.hint),
        }
    }
}

impl App {
    /// When a card would come back after each grade, in days, the worst first.
    pub fn intervals(&self, card: &Card) -> [i32; 4] {
        let before = self.progress.reviews_of(card).and_then(Memory::replayed);
        Memory::each(before.as_ref(), self.world.today).map(|it| it.interval())
    }

    /// Counts what is to be reviewed today.
    pub(super) fn count_reviews(&mut self) {
        let count = reviews::today(self.learner(), self.world.today).cards.len();
        self.due = DueToday { count };
    }

    /// The role whose interview could be rehearsed: the one in front, or the goal.
    pub(super) fn role_to_rehearse(&self) -> Option<RoleId> {
        let in_front = match self.row() {
            Some(Row::Role(id)) if self.screen == Screen::Roles => Some(id),
            _ => None,
        };
        in_front.or_else(|| self.progress.goal().map(|it| it.role))
    }
}

/// Asks what comes back today.
pub(super) fn begin(app: &mut App) {
    let offer = reviews::today(app.learner(), app.world.today);
    let cards: Vec<Card> = offer.cards.iter().map(|it| it.card.clone()).collect();
    if cards.is_empty() {
        let text = nothing(app, offer.waiting);
        return app.tell(text);
    }
    app.overlay = Some(Overlay::Reviewing(Box::new(Reviewing::new(None, cards))));
}

/// Why nothing is asked.
fn nothing(app: &App, waiting: usize) -> String {
    if app.progress.review_share() == 0 {
        return "Reviews are off; in the settings you can say how much of a week they may take."
            .to_owned();
    }
    if waiting > 0 {
        let count = words::count(waiting, "question waits", "questions wait");
        return format!("Today's reviews are done; {count} for another day.");
    }
    let held = reviews::deck(app.learner());
    match held.iter().map(reviews::Held::due).min() {
        Some(next) => {
            let next = words::date_from(app.world.today, next);
            format!("Nothing to review today; the next question comes {next}.")
        }
        None => "Nothing to review yet: the questions of a rung come once it is done.".to_owned(),
    }
}

/// Asks what an interview could ask.
pub(super) fn rehearse(app: &mut App) {
    let Some(role) = app.role_to_rehearse() else {
        return app.warn("Choose a role first: what is asked depends on what one applies for.");
    };
    let posed = reviews::mock(app.learner(), role, app.world.today);
    let cards: Vec<Card> = posed.iter().filter_map(|it| it.asking().card(app.catalog)).collect();
    if cards.is_empty() {
        let name = &app.catalog.role(role).name;
        return app.tell(format!("Nobody has written down what is asked of: {name}."));
    }
    app.overlay = Some(Overlay::Reviewing(Box::new(Reviewing::new(Some(role), cards))));
}

fn reviewing(app: &mut App) -> Option<&mut Reviewing> {
    match &mut app.overlay {
        Some(Overlay::Reviewing(it)) => Some(it),
        _ => None,
    }
}

pub(super) fn move_cursor(app: &mut App, motion: Motion) {
    let catalog = app.catalog;
    let Some(it) = reviewing(app) else { return };
    match (it.stage, motion) {
        // A long answer is read on while the grades stay in sight.
        (ReviewStage::Solved(_), Motion::PageForward) => it.top = (it.top + READ_ON).min(LONGEST),
        (ReviewStage::Solved(_), Motion::PageBackward) => it.top = it.top.saturating_sub(READ_ON),
        (ReviewStage::Over, _) => it.top = shape::scrolled(it.top, LONGEST, motion),
        (ReviewStage::Asked | ReviewStage::Solved(_), _) => {
            it.cursor = shape::scrolled(it.cursor, it.count(catalog), motion);
        }
    }
}

/// Takes letters into the answer; a digit for what stands at that place.
pub(super) fn typed(app: &mut App, typed: Typed<'_>) -> Option<Effect> {
    let catalog = app.catalog;
    let it = reviewing(app)?;
    if it.is_typing(catalog) {
        it.field.take(typed);
        return None;
    }
    let Typed::Letters(letters) = typed else { return None };
    let at = letters.parse::<usize>().ok()?.checked_sub(1)?;
    if at >= it.count(catalog) {
        return None;
    }
    it.cursor = at;
    answer(app)
}

/// Goes on: from a question to its answer, from there with the grade that is marked.
pub(super) fn answer(app: &mut App) -> Option<Effect> {
    let catalog = app.catalog;
    let it = reviewing(app)?;
    match it.stage {
        ReviewStage::Asked => it.solve(catalog),
        ReviewStage::Solved(_) => return grade(app),
        ReviewStage::Over => app.overlay = None,
    }
    None
}

/// Notes the grade that is marked. In a mock interview only what was weak is noted, and
/// what comes back already.
fn grade(app: &mut App) -> Option<Effect> {
    let it = reviewing(app)?;
    let grade = Grade::ALL.get(it.cursor).copied()?;
    let (card, is_mock) = (it.card()?.clone(), it.role.is_some());
    let is_noted = !is_mock || is_weak(grade) || app.progress.reviews_of(&card).is_some();
    let mut effect = None;
    if is_noted {
        let entry = app.new_entry();
        effect = act::act(app, Deed::Review(card, entry, grade));
        // What could not be kept is told, and the question stays.
        effect.as_ref()?;
        app.notice = None;
    }
    reviewing(app)?.go_on(grade);
    effect
}

fn is_weak(grade: Grade) -> bool {
    match grade {
        Grade::Again | Grade::Hard => true,
        Grade::Good | Grade::Easy => false,
    }
}

/// Puts the cursor on a line; what is marked already is taken.
pub(super) fn click(app: &mut App, at: usize) -> Option<Effect> {
    let it = reviewing(app)?;
    if std::mem::replace(&mut it.cursor, at) == at { answer(app) } else { None }
}
