//! Finding out by a few questions what is known already; nothing is claimed until it is accepted.

use std::collections::{BTreeMap, BTreeSet};

use super::{App, Effect, Overlay, act, field::Typed, shape};
use crate::{
    catalog::{AreaId, Catalog, ClimbId, Question, Rung, SkillId},
    deeds::Deed,
    keys::{Action, Binding, Motion, Scope},
    page::offered,
    placement::{Given, Placement, Suggested},
    words,
};

/// The questions, and where one is in them.
#[derive(Clone, Debug)]
pub struct Placing {
    /// What was found so far.
    pub placement: Placement,
    /// What is in front.
    pub stage: PlacingStage,
    /// Which line of it is marked.
    pub cursor: usize,
}

/// What is in front.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlacingStage {
    /// A question.
    Asked,
    /// A question and its answer, which the learner compares with their own.
    Solved,
    /// What was found, with what of it is ticked.
    Found(BTreeSet<ClimbId>),
}

/// Something to reply to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The answer that is offered at this place.
    Offered(usize),
    /// To see the answer.
    Solve,
    /// That one had the answer.
    Had,
    /// That one had not.
    HadNot,
    /// That one does not know.
    Unknown,
}

/// A line of what was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FoundRow {
    /// The area of those that follow.
    Area(AreaId),
    /// A rung that may be known.
    Rung(Suggested),
}

impl Placing {
    /// The question in front.
    pub fn question<'a>(&self, catalog: &'a Catalog) -> Option<&'a Question> {
        self.placement.next(catalog)
    }

    /// What can be replied to it.
    pub fn replies(&self, question: &Question) -> Vec<Reply> {
        let offered = offered(question).len();
        match (&self.stage, offered) {
            (PlacingStage::Found(_), _) => Vec::new(),
            (PlacingStage::Solved, _) => vec![Reply::Had, Reply::HadNot],
            (PlacingStage::Asked, 0) => vec![Reply::Solve, Reply::Unknown],
            (PlacingStage::Asked, _) => {
                (0..offered).map(Reply::Offered).chain([Reply::Unknown]).collect()
            }
        }
    }

    /// What was found, area by area.
    pub fn rows(&self, catalog: &Catalog) -> Vec<FoundRow> {
        let mut areas: BTreeMap<AreaId, Vec<Suggested>> = BTreeMap::new();
        for it in self.placement.suggested() {
            areas.entry(catalog.climbed(it.climb).area).or_default().push(it);
        }
        for rungs in areas.values_mut() {
            rungs.sort_by_key(|it| (catalog.climb(it.climb).skill, it.climb));
        }
        let area = |(area, rungs): (AreaId, Vec<Suggested>)| {
            std::iter::once(FoundRow::Area(area)).chain(rungs.into_iter().map(FoundRow::Rung))
        };
        areas.into_iter().flat_map(area).collect()
    }

    /// What a key does here; none where it does nothing.
    pub(super) fn hint(&self, binding: &Binding) -> Option<&'static str> {
        let is_found = matches!(self.stage, PlacingStage::Found(_));
        let works = match binding.action {
            Action::Answer | Action::Place => !is_found,
            Action::ChooseAnswer | Action::KeepTrial => is_found,
            _ => true,
        };
        match binding.action {
            Action::Dismiss if !is_found && self.placement.asked() > 0 => Some("what was found"),
            _ => works.then_some(binding.hint),
        }
    }

    /// Shows what was found, with what is sure ticked.
    fn find(&mut self) {
        let sure = self.placement.suggested().into_iter().filter(|it| it.is_sure);
        self.stage = PlacingStage::Found(sure.map(|it| it.climb).collect());
        // The first line is the name of an area.
        self.cursor = 1;
    }

    fn give(&mut self, catalog: &Catalog, question: &Question, given: Given) {
        self.placement.answer(catalog, question, given);
        (self.stage, self.cursor) = (PlacingStage::Asked, 0);
        if self.placement.is_over() {
            self.find();
        }
    }
}

/// Asks the first question, or stops asking and shows what was found.
pub(super) fn place(app: &mut App) {
    if let Some(Overlay::Placing(placing)) = &mut app.overlay {
        return placing.find();
    }
    let Some(plan) = app.plan.as_ref().filter(|it| it.goal.is_some()) else {
        return app.warn("Choose a goal first: what is asked depends on what it calls for.");
    };
    let placement = Placement::new(app.learner(), plan);
    if placement.is_over() {
        return app.tell("Nothing on the way to your goal is left that a question could place.");
    }
    let placing = Placing { placement, stage: PlacingStage::Asked, cursor: 0 };
    app.overlay = Some(Overlay::Placing(Box::new(placing)));
}

pub(super) fn move_cursor(app: &mut App, motion: Motion) {
    let catalog = app.catalog;
    let Some(Overlay::Placing(placing)) = &mut app.overlay else { return };
    let count = match (&placing.stage, placing.question(catalog)) {
        (PlacingStage::Found(_), _) => placing.rows(catalog).len(),
        (PlacingStage::Asked | PlacingStage::Solved, Some(question)) => {
            placing.replies(question).len()
        }
        (PlacingStage::Asked | PlacingStage::Solved, None) => 0,
    };
    let before = placing.cursor;
    placing.cursor = shape::scrolled(before, count, motion);
    if matches!(placing.stage, PlacingStage::Found(_)) {
        // The names of areas are passed over.
        let rows = placing.rows(catalog);
        let is_area = |at: usize| matches!(rows.get(at), Some(FoundRow::Area(_)));
        if is_area(placing.cursor) {
            let is_up = placing.cursor < before && placing.cursor > 0;
            placing.cursor = if is_up { placing.cursor - 1 } else { placing.cursor + 1 };
        }
    }
}

/// Takes a digit for the answer at that place.
pub(super) fn typed(app: &mut App, typed: Typed<'_>) {
    let Typed::Letters(letters) = typed else { return };
    let Some(at) = letters.parse::<usize>().ok() else { return };
    let catalog = app.catalog;
    let Some(Overlay::Placing(placing)) = &mut app.overlay else { return };
    let Some(question) = placing.question(catalog) else { return };
    if (1..=placing.replies(question).len()).contains(&at) {
        placing.cursor = at - 1;
        answer(app);
    }
}

/// Gives the answer that is marked.
pub(super) fn answer(app: &mut App) {
    let catalog = app.catalog;
    let Some(Overlay::Placing(placing)) = &mut app.overlay else { return };
    let Some(question) = placing.question(catalog) else { return };
    let Some(reply) = placing.replies(question).get(placing.cursor).copied() else { return };
    match reply {
        Reply::Solve => (placing.stage, placing.cursor) = (PlacingStage::Solved, 0),
        Reply::Had => placing.give(catalog, question, Given::Right),
        Reply::HadNot => placing.give(catalog, question, Given::Wrong),
        Reply::Unknown => placing.give(catalog, question, Given::Unknown),
        Reply::Offered(at) => {
            let offered = offered(question);
            let is_right = offered.get(at).is_some_and(|it| it.is_right);
            let given = if is_right { Given::Right } else { Given::Wrong };
            placing.give(catalog, question, given);
            let right = offered.iter().find(|it| it.is_right).map_or("", |it| it.text);
            app.tell(if is_right { "Right.".to_owned() } else { format!("No: {right}") });
        }
    }
}

/// Ticks what is marked with all it builds on, or takes that back with all that builds on it.
pub(super) fn tick(app: &mut App) {
    let catalog = app.catalog;
    let Some(Overlay::Placing(placing)) = &mut app.overlay else { return };
    let rows = placing.rows(catalog);
    if let (PlacingStage::Found(ticked), Some(FoundRow::Rung(it))) =
        (&mut placing.stage, rows.get(placing.cursor))
    {
        placing.placement.toggle(ticked, it.climb);
    }
}

/// Stops asking and shows what was found; from there, or where nothing was answered, leaves
/// all as it is.
pub(super) fn leave(app: &mut App) {
    let Some(Overlay::Placing(placing)) = &mut app.overlay else { return };
    if !matches!(placing.stage, PlacingStage::Found(_)) && placing.placement.asked() > 0 {
        return placing.find();
    }
    app.overlay = None;
    let key = app.world.keymap.named(Action::Place);
    app.tell(format!("Nothing was claimed; {key} asks again."));
}

/// Claims what is ticked, as one act.
pub(super) fn accept(app: &mut App) -> Option<Effect> {
    let Some(Overlay::Placing(placing)) = &app.overlay else { return None };
    let PlacingStage::Found(ticked) = &placing.stage else { return None };
    let mut rungs: BTreeMap<SkillId, Rung> = BTreeMap::new();
    for id in ticked {
        let climb = app.catalog.climb(*id);
        let rung = rungs.entry(climb.skill).or_insert(climb.rung);
        *rung = climb.rung.max(*rung);
    }
    if rungs.is_empty() {
        let key = app.world.keymap.named_in(Scope::Placing, Action::Dismiss);
        app.tell(format!("Nothing is ticked; {key} leaves all as it is."));
        return None;
    }
    let effect =
        act::act_together(app, rungs.iter().map(|(id, it)| Deed::Claim(*id, *it)).collect());
    if effect.is_some() {
        app.overlay = None;
        let skills = words::count(rungs.len(), "skill", "skills");
        let undo = app.world.keymap.named(Action::Undo);
        app.tell(format!("You know {skills}; {undo} takes that back."));
    }
    effect
}

/// Puts the cursor on a line; on what is marked already, answers or ticks.
pub(super) fn click(app: &mut App, at: usize) {
    let Some(Overlay::Placing(placing)) = &mut app.overlay else { return };
    if std::mem::replace(&mut placing.cursor, at) != at {
        return;
    }
    match placing.stage {
        PlacingStage::Found(_) => tick(app),
        PlacingStage::Asked | PlacingStage::Solved => answer(app),
    }
}
