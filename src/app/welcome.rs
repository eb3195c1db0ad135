//! The first questions: one screen for each, with what every answer would mean.
//!
//! Each answer is kept as it is given, and each mark as it is made: leaving half-way
//! loses nothing, and the same questions can be asked again at any time to change the
//! answers. What is asked, what can be answered and what an answer does is told by `first`,
//! which knows of no screen.

mod entries;
mod folding;
mod hints;
mod names;

use std::collections::{BTreeMap, BTreeSet};

pub use self::entries::Entry;
pub(super) use self::folding::{fold_or_back, unfold};
use super::{
    App, Effect, Overlay, Reading, act,
    field::{Field, Typed},
    rows::Row,
};
use crate::{
    catalog::{Catalog, SkillId},
    deeds,
    first::{Answer, Asked, FirstQuestion, Known},
    keys::{Editing, Motion, Screen},
    planner::{self, Plan},
    progress::{Learner, Progress, Week},
    words::amount::{self, Said},
};

/// A question, and where one is in its answers.
#[derive(Clone, Debug)]
pub struct Welcome {
    /// What is asked.
    pub question: FirstQuestion,
    // The line that is marked, as long as it is listed.
    chosen: Option<Entry>,
    field: Field,
    open: BTreeSet<usize>,
    // What was answered to the three questions that help to choose, while they are asked.
    guess: Option<Vec<usize>>,
    known: Known,
    // Whether marks were kept as the last act.
    is_kept: bool,
    plans: BTreeMap<Answer, Plan>,
}

impl Welcome {
    fn new(question: FirstQuestion) -> Self {
        Self {
            question,
            chosen: None,
            field: Field::default(),
            open: BTreeSet::new(),
            guess: None,
            known: Known::default(),
            is_kept: false,
            plans: BTreeMap::new(),
        }
    }

    /// What is typed.
    pub fn text(&self) -> &str {
        self.field.text()
    }

    /// The text before the caret and the text behind it.
    pub fn parts(&self) -> (&str, &str) {
        self.field.parts()
    }

    /// Whether something is typed.
    pub fn is_typing(&self) -> bool {
        !self.text().is_empty()
    }

    /// Whether a group is open, by its place.
    pub fn is_open(&self, group: usize) -> bool {
        self.open.contains(&group)
    }

    /// What is marked as known.
    pub fn known(&self) -> &Known {
        &self.known
    }

    /// What was answered so far to the three questions that help to choose; none unless
    /// they are asked.
    pub fn guess(&self) -> Option<&[usize]> {
        self.guess.as_deref()
    }

    /// The plan that an answer would lead to; none where it leads to the same.
    pub fn planned(&self, answer: &Answer) -> Option<&Plan> {
        self.plans.get(answer)
    }

    /// The hours that are typed, or why these are none; nothing if none are typed.
    pub fn typed_week(&self, progress: &Progress) -> Option<Result<Week, String>> {
        if self.question != FirstQuestion::Hours || !self.is_typing() {
            return None;
        }
        let week = |said| match said {
            Said::Days(week) => week,
            Said::Total(minutes) => planner::of_total(minutes, &planner::hours_of_week(progress)),
        };
        Some(amount::week(self.text()).map(week))
    }

    /// How well an answer goes by what is typed, the less the better; not at all if it
    /// does not. Hours and times go by nothing.
    fn fit(&self, catalog: &Catalog, answer: &Answer) -> Option<usize> {
        match answer {
            Answer::Role(id) => {
                let role = catalog.role(*id);
                names::fit(self.text(), [&role.name].into_iter().chain(&role.also))
            }
            Answer::Pick(id) => self.fit_of_skill(catalog, *id),
            Answer::Region(id) => {
                let region = catalog.region(*id);
                names::fit(self.text(), [&region.name, &region.short, &region.id])
            }
            Answer::Worked(_) | Answer::Hours(_) => Some(0),
        }
    }

    fn fit_of_skill(&self, catalog: &Catalog, id: SkillId) -> Option<usize> {
        let skill = catalog.skill(id);
        let terms = catalog.terms().iter().filter(|it| it.skill == id).map(|it| &it.words);
        names::fit(self.text(), [&skill.name].into_iter().chain(&skill.also).chain(terms))
    }
}

impl App {
    /// Who is asked the first questions.
    pub fn asked(&self) -> Asked<'_> {
        Asked { learner: self.learner(), plan: self.plan.as_ref(), here: self.world.here }
    }

    fn welcome(&mut self) -> Option<&mut Welcome> {
        match &mut self.overlay {
            Some(Overlay::Welcome(welcome)) => Some(welcome),
            _ => None,
        }
    }

    /// Where among these lines the cursor is: on the one chosen, or else on the answer that
    /// holds now, or else on the first answer there is.
    pub fn cursor(&self, welcome: &Welcome, entries: &[Entry]) -> usize {
        let place = |entry: &Entry| entries.iter().position(|it| it == entry);
        let chosen = welcome.chosen.as_ref().and_then(place);
        let current = || place(&Entry::Answer(self.asked().current(welcome.question)?));
        let first = || entries.iter().position(|it| matches!(it, Entry::Answer(_)));
        let any = || entries.iter().position(Entry::is_selectable);
        chosen.or_else(current).or_else(first).or_else(any).unwrap_or(0)
    }

    /// The line that is marked.
    pub fn entry(&self, welcome: &Welcome) -> Option<Entry> {
        let entries = self.entries(welcome);
        let cursor = self.cursor(welcome, &entries);
        entries.into_iter().nth(cursor)
    }

    /// The plan that an answer would lead to, where that differs from one to another.
    fn plan_with(&self, answer: &Answer) -> Option<Plan> {
        if matches!(answer, Answer::Region(_)) {
            return None;
        }
        let today = self.world.today;
        let progress = deeds::done(self.learner(), today, &answer.deed()).ok()?;
        Some(planner::plan(Learner { progress: &progress, ..self.learner() }, today))
    }
}

/// Asks from the beginning.
pub(super) fn begin(app: &mut App) {
    ask(app, FirstQuestion::Role);
}

/// Asks a question, with the answer marked that holds now.
fn ask(app: &mut App, question: FirstQuestion) {
    let mut welcome = Welcome::new(question);
    if question == FirstQuestion::Known {
        welcome.known = Known::new(app.learner(), app.world.today);
    }
    let current = app.asked().current(question).map(Entry::Answer);
    let is_listed = |it: &Entry| app.entries(&welcome).contains(it);
    if question == FirstQuestion::Known || current.as_ref().is_some_and(|it| !is_listed(it)) {
        // The first stage, or the later steps in which the answer is.
        welcome.open.insert(0);
    }
    app.overlay = Some(Overlay::Welcome(Box::new(welcome)));
}

/// Plans for the answers that are seen, as far as that is not done yet.
pub(super) fn foresee(app: &mut App) {
    let Some(Overlay::Welcome(welcome)) = &app.overlay else { return };
    if app.plan.is_none() {
        return;
    }
    // More is never seen at once above or below the cursor.
    let reach = app.world.size.lines;
    let entries = app.entries(welcome);
    let cursor = app.cursor(welcome, &entries);
    let near = entries.into_iter().skip(cursor.saturating_sub(reach)).take(2 * reach);
    let answers = near.filter_map(|it| match it {
        Entry::Answer(answer) => Some(answer),
        _ => None,
    });
    let missing = answers.filter(|it| !welcome.plans.contains_key(it));
    let plans: Vec<(Answer, Plan)> =
        missing.filter_map(|it| app.plan_with(&it).map(|plan| (it, plan))).collect();
    if let Some(welcome) = app.welcome() {
        welcome.plans.extend(plans);
    }
}

/// What was foreseen rests on what has changed by now.
pub(super) fn forget(app: &mut App) {
    if let Some(welcome) = app.welcome() {
        welcome.plans.clear();
    }
}

pub(super) fn move_cursor(app: &mut App, motion: Motion) {
    let Some(Overlay::Welcome(welcome)) = &app.overlay else { return };
    let entries = app.entries(welcome);
    let screen = app.shape().list.lines.saturating_sub(6).max(1);
    let cursor = app.cursor(welcome, &entries);
    let wanted = motion.from(cursor, screen, entries.len());
    let mut places =
        entries.iter().enumerate().filter(|(_, it)| it.is_selectable()).map(|(at, _)| at);
    let landed = if wanted < cursor {
        places.clone().rfind(|at| *at <= wanted).or_else(|| places.next())
    } else {
        places.clone().find(|at| *at >= wanted).or_else(|| places.next_back())
    };
    let chosen = landed.and_then(|at| entries.get(at)).cloned();
    if let Some(welcome) = app.welcome() {
        welcome.chosen = chosen;
    }
}

/// Takes what is typed, and marks what fits it.
pub(super) fn typed(app: &mut App, typed: Typed<'_>) {
    let Some(welcome) = app.welcome() else { return };
    let typed = match typed {
        Typed::Letters(_) if welcome.guess.is_some() => return,
        // Nothing goes by a space, so a text does not begin with one.
        Typed::Letters(text) if !welcome.is_typing() => {
            Typed::Letters(text.trim_start_matches(' '))
        }
        typed => typed,
    };
    welcome.field.take(typed);
    narrow(app);
}

/// Marks what fits best.
fn narrow(app: &mut App) {
    let Some(Overlay::Welcome(welcome)) = &app.overlay else { return };
    if !welcome.is_typing() {
        return;
    }
    let fit = |it: &Entry| match it {
        Entry::Answer(answer) => welcome.fit(app.catalog, answer),
        Entry::Skill(id) => welcome.fit_of_skill(app.catalog, *id),
        Entry::Gap
        | Entry::Title(_)
        | Entry::LaterSteps
        | Entry::Unsure
        | Entry::Said(_)
        | Entry::Bundle(_) => None,
    };
    let entries = app.entries(welcome).into_iter();
    let best = entries.filter_map(|it| Some((fit(&it)?, it))).min_by_key(|(fit, _)| *fit);
    if let Some(welcome) = app.welcome() {
        welcome.chosen = best.map(|(_, it)| it);
    }
}

/// Marks what is chosen, with all it surely includes, or takes that back. Where one answer
/// is taken there is nothing to mark, and a space is typed.
pub(super) fn choose(app: &mut App) -> Option<Effect> {
    let Some(Overlay::Welcome(welcome)) = &app.overlay else { return None };
    if welcome.question != FirstQuestion::Known {
        typed(app, Typed::Letters(" "));
        return None;
    }
    let skills = match app.entry(welcome)? {
        Entry::Skill(id) => vec![id],
        Entry::Bundle(at) => welcome.known.bundles.get(at)?.skills.clone(),
        _ => return None,
    };
    let (before, is_kept) = (welcome.known.count(), welcome.is_kept);
    let mut known = welcome.known.clone();
    known.toggle(app.learner(), &skills);
    let deeds = known.deeds();
    let is_any = !deeds.is_empty();
    let effect = if is_kept { act::act_instead(app, deeds) } else { act::act_together(app, deeds) };
    if effect.is_some() {
        app.tell(known.told(before, &skills));
        if let Some(welcome) = app.welcome() {
            (welcome.known, welcome.is_kept) = (known, is_any);
        }
    }
    effect
}

/// Takes the marked answer and goes on.
pub(super) fn answer(app: &mut App) -> Option<Effect> {
    let Some(Overlay::Welcome(welcome)) = &app.overlay else { return None };
    let question = welcome.question;
    if question == FirstQuestion::Known {
        go_on(app, question);
        return None;
    }
    match app.entry(welcome)? {
        Entry::Answer(answer) => {
            if let Answer::Role(id) = answer {
                app.roles.select(Row::Role(id));
            }
            let effect = act::act(app, answer.deed());
            // What comes of an answer is seen in the end.
            app.notice = app.notice.take().filter(super::Notice::is_warning);
            go_on(app, question);
            return effect;
        }
        Entry::LaterSteps => folding::toggle(app, 0),
        Entry::Unsure => say(app, None),
        Entry::Said(at) => say(app, Some(at)),
        Entry::Gap | Entry::Title(_) | Entry::Bundle(_) | Entry::Skill(_) => (),
    }
    None
}

/// Puts the cursor on a line; on what is marked already, marks, opens or takes it.
pub(super) fn click(app: &mut App, at: usize) -> Option<Effect> {
    let Some(Overlay::Welcome(welcome)) = &app.overlay else { return None };
    let entries = app.entries(welcome);
    let is_here = app.cursor(welcome, &entries) == at;
    let entry = entries.get(at).filter(|it| it.is_selectable()).cloned()?;
    match entry {
        Entry::Bundle(group) if is_here => folding::toggle(app, group),
        Entry::Skill(_) if is_here => return choose(app),
        _ if is_here => return answer(app),
        entry => {
            if let Some(welcome) = app.welcome() {
                welcome.chosen = Some(entry);
            }
        }
    }
    None
}

/// Answers one of the three questions that help to choose, or begins with them.
fn say(app: &mut App, answer: Option<usize>) {
    let Some(welcome) = app.welcome() else { return };
    let given = welcome.guess.get_or_insert_default();
    given.extend(answer);
    welcome.chosen = None;
    welcome.plans.clear();
}

/// Asks the question after that one, or shows today's page.
fn go_on(app: &mut App, question: FirstQuestion) {
    if let Some(next) = app.asked().next(question) {
        return ask(app, next);
    }
    app.overlay = None;
    app.screen = Screen::Today;
    app.today.reading = Reading::default();
}

/// Goes back to the question before.
pub(super) fn back(app: &mut App) {
    let Some(welcome) = app.welcome() else { return };
    let question = welcome.question;
    if let Some(given) = &mut welcome.guess {
        if given.pop().is_none() {
            welcome.guess = None;
        }
        welcome.chosen = None;
        return;
    }
    if let Some(before) = app.asked().previous(question) {
        ask(app, before);
    }
}

/// Clears what is typed, or goes back to all roles; else leaves the rest for later. All
/// that was answered or marked is kept already.
pub(super) fn leave(app: &mut App) {
    match app.welcome() {
        Some(welcome) if welcome.is_typing() => typed(app, Typed::Edit(Editing::EraseLine)),
        Some(welcome) if welcome.guess.is_some() => (welcome.guess, welcome.chosen) = (None, None),
        Some(_) | None => app.overlay = None,
    }
}
