//! The plan: where one is on it, and what is tried before it is kept.

use super::{App, Effect, act, prompt, prompt::Asks, trail, trial::try_deed};
use crate::{
    catalog::{ClimbId, SkillId},
    deeds::{self, Deed, Trial},
    keys::{Action, Motion, Scope, Screen, Trying},
    page::Target,
    planner::{self, Ahead, Choice, Place, Plan, Share, Stage, Step},
    progress::{Depth, Item, Learner},
    words,
};

/// The lines of the plan's screen that are no rows of its list, at most.
const HEAD: usize = 7;

/// The days for which a milestone that is over still stands in the plan.
const OVER: i32 = 14;

/// Where one is on the plan.
#[derive(Clone, Debug, Default)]
pub struct Planning {
    /// What is under the cursor; the first step if it is not planned.
    pub selected: Option<Item>,
    /// What is tried; none while the plan is as it is kept.
    pub trial: Option<Trial>,
    /// How much time a column of the plan is.
    pub zoom: Zoom,
    // Whether it was said that leaving drops what is tried.
    pub(super) is_warned: bool,
}

/// How much time a column of the plan is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zoom {
    /// Weeks, to see what comes next.
    #[default]
    Weeks,
    /// Months, to see the whole path and what is in the stage one looks at.
    Months,
    /// The stages alone.
    Stages,
}

/// A line of the plan.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PlanRow<'a> {
    Stage(usize, &'a Stage),
    Step(&'a Step),
    Milestone(Ahead<'a>),
}

impl App {
    /// The stages with their steps, and between them, by date, what lies ahead on the routes followed.
    pub fn plan_rows(&self) -> Vec<PlanRow<'_>> {
        let Some(plan) = self.shown_plan() else { return Vec::new() };
        // From far off, only the stage one is in shows what is in it.
        let open = self.planned_step().map(|it| it.stage);
        let has_dates = !self.progress.hides_dates();
        let ahead = if has_dates { planner::ahead(self.learner()) } else { Vec::new() };
        // What is long over is told on the screen of today; here it would only push the rest out.
        let is_near = |it: &Ahead<'_>| words::days_between(it.date, self.world.today) <= OVER;
        let mut ahead = ahead.into_iter().filter(is_near).peekable();
        let mut rows = Vec::with_capacity(plan.steps.len() + plan.stages.len());
        for (at, stage) in plan.stages.iter().enumerate() {
            rows.push(PlanRow::Stage(at, stage));
            let is_open = match self.planning.zoom {
                Zoom::Weeks => true,
                Zoom::Months => open == Some(at),
                Zoom::Stages => false,
            };
            for step in plan.steps.iter().filter(|it| it.stage == at && is_open) {
                let is_before = |it: &Ahead<'_>| step.start.is_some_and(|start| it.date < start);
                while let Some(milestone) = ahead.next_if(is_before) {
                    rows.push(PlanRow::Milestone(milestone));
                }
                rows.push(PlanRow::Step(step));
            }
        }
        rows.extend(ahead.map(PlanRow::Milestone));
        rows
    }

    /// The plan that is seen: the one tried, or else the one kept.
    pub fn shown_plan(&self) -> Option<&Plan> {
        self.planning.trial.as_ref().map(|it| &it.plan).or(self.plan.as_ref())
    }

    /// The learner that plan is made for.
    pub fn shown_learner(&self) -> Learner<'_> {
        let tried = self.planning.trial.as_ref().map(|it| &it.progress);
        Learner { progress: tried.unwrap_or(&self.progress), ..self.learner() }
    }

    /// The step at which the cursor of the plan is. Where only stages are seen, it
    /// stands for its stage.
    pub fn planned_step(&self) -> Option<&Step> {
        let plan = self.shown_plan()?;
        let selected = self.planning.selected.and_then(|it| plan.step(it));
        selected.or_else(|| plan.steps.first())
    }

    /// What is under the cursor of the plan; none where only stages are seen.
    pub fn planned_item(&self) -> Option<Item> {
        let is_seen = self.planning.zoom != Zoom::Stages;
        self.planned_step().filter(|_| is_seen).map(|it| it.item)
    }

    /// The stage under the cursor, with its place, where only stages are seen.
    pub fn planned_stage(&self) -> Option<(usize, &Stage)> {
        let is_seen = self.planning.zoom == Zoom::Stages;
        let at = self.planned_step().filter(|_| is_seen)?.stage;
        Some((at, self.shown_plan()?.stages.get(at)?))
    }

    /// The number of a stage on the whole path, counted from 1; `at` is its place in the plan.
    pub fn stage_number(&self, at: usize, stage: &Stage) -> usize {
        self.path.as_ref().and_then(|it| it.place(stage.kind)).unwrap_or(at) + 1
    }

    /// How much of a stage is done, of all that is in it on the whole path.
    pub fn stage_share(&self, stage: &Stage) -> Option<Share> {
        let path = self.path.as_ref()?;
        let leg = path.stages.get(path.place(stage.kind)?)?;
        Some(leg.share(self.learner())).filter(|it| it.all > 0)
    }

    /// The climb under the cursor of the plan; none if a project is there.
    pub fn planned_climb(&self) -> Option<ClimbId> {
        match self.planned_item()? {
            Item::Climb(id) => Some(id),
            Item::Project(_) => None,
        }
    }

    /// The choice that is answered there, and what else could answer it.
    pub fn planned_choice(&self) -> Option<&Choice> {
        let id = self.catalog.climb(self.planned_climb()?).skill;
        let mut choices = self.shown_plan()?.choices.iter();
        choices.find(|it| it.taken == id && it.members.len() > 1)
    }

    /// Warns that there is no goal, and says how to choose one.
    fn warn_of_no_goal(&mut self) {
        let key = self.world.keymap.named(Action::GoTo(Screen::Roles));
        self.warn(format!("Choose a goal first: {key} shows the roles."));
    }
}

/// Tries something, if there is a plan to try it on. When one studies can be
/// said without a plan.
pub(super) fn try_out(app: &mut App, trying: Trying) {
    let needs_plan = !matches!(trying, Trying::Break | Trying::Start);
    if needs_plan && app.progress.goal().is_none() {
        return app.warn_of_no_goal();
    }
    if app.planned_stage().is_some() && acts_on_skill(trying) {
        let key = app.world.keymap.named_in(Scope::Plan, Action::Open);
        return app.warn(format!("That is for one skill: {key} shows those of the stage."));
    }
    match trying {
        Trying::MoreHours => change_hours(app, 1),
        Trying::FewerHours => change_hours(app, -1),
        Trying::Depth => cycle_depth(app),
        Trying::OtherPick => cycle_pick(app),
        Trying::Earlier => place(app, Place::Earlier),
        Trying::Later => place(app, Place::Later),
        Trying::First => place(app, Place::Foremost),
        Trying::LeaveOut => leave_out(app),
        Trying::Pin => pin(app),
        Trying::Break => prompt::ask(app, Asks::Break),
        Trying::Start => prompt::ask(app, Asks::Start),
    }
}

/// Whether something is tried on the skill under the cursor, and not on the plan as a whole.
fn acts_on_skill(trying: Trying) -> bool {
    match trying {
        Trying::OtherPick
        | Trying::Earlier
        | Trying::Later
        | Trying::First
        | Trying::LeaveOut
        | Trying::Pin => true,
        Trying::MoreHours | Trying::FewerHours | Trying::Depth | Trying::Break | Trying::Start => {
            false
        }
    }
}

/// Shows what is under the cursor: the page of a step, or what is in a stage.
pub(super) fn open(app: &mut App) {
    if let Some((stage, _)) = app.planned_stage() {
        app.planning.selected = first_of(app, stage);
        app.planning.zoom = Zoom::Months;
        return;
    }
    let Some(item) = app.planned_item() else { return };
    app.planning.selected = Some(item);
    let target = match item {
        Item::Climb(id) => Target::Skill(app.catalog.climb(id).skill),
        Item::Project(id) => Target::Project(id),
    };
    trail::follow_link(app, &target);
}

/// Looks at the plan from farther away; from the farthest, from near again.
pub(super) fn zoom(app: &mut App) {
    app.planning.zoom = match app.planning.zoom {
        Zoom::Weeks => Zoom::Months,
        Zoom::Months => Zoom::Stages,
        Zoom::Stages => Zoom::Weeks,
    };
}

pub(super) fn ask_ready_by(app: &mut App) {
    match app.progress.goal() {
        Some(_) => prompt::ask(app, Asks::ReadyBy),
        None => app.warn_of_no_goal(),
    }
}

/// Tries so many hours a week more than what is shown, or fewer.
fn change_hours(app: &mut App, hours: i32) {
    let Some(deed) = deeds::other_hours(&app.progress, app.shown_learner().progress, hours) else {
        return app.warn("The week has no room for that.");
    };
    try_deed(app, deed);
}

fn cycle_depth(app: &mut App) {
    let Some(goal) = app.shown_learner().progress.goal() else { return };
    let deeper = Depth::ALL.iter().copied().find(|it| *it > goal.depth);
    try_deed(app, Deed::Deepen(deeper.unwrap_or(Depth::Essential)));
}

/// The next member of the choice under the cursor that is still to be learned, if it is
/// another than the one taken.
pub(super) fn other_pick(app: &App) -> Option<SkillId> {
    let choice = app.planned_choice()?;
    let learner = app.shown_learner();
    let is_open = |id: &&SkillId| {
        learner.progress.skipped(**id).is_none() && learner.reached(**id) < Some(learner.aim(**id))
    };
    let at = choice.members.iter().position(|it| *it == choice.taken).map_or(0, |it| it + 1);
    let (before, behind) = choice.members.split_at(at);
    let next = behind.iter().chain(before).find(is_open).copied();
    next.filter(|next| *next != choice.taken)
}

fn cycle_pick(app: &mut App) {
    if app.planned_choice().is_none() {
        return app.warn("This skill answers no choice.");
    }
    let Some(next) = other_pick(app) else {
        return app.warn("Nothing else is left to choose from here.");
    };
    if try_deed(app, Deed::Pick(next)) {
        let learner = app.shown_learner();
        let step = app.shown_plan().and_then(|it| it.steps_of_skill(learner, next).next());
        app.planning.selected = step.map(|it| it.item).or(app.planning.selected);
        app.tell(format!("Tried as your pick: {}", app.catalog.skill(next).name));
    }
}

/// Whether the skill under the cursor can have another place.
pub(super) fn can_place(app: &App, place: Place) -> bool {
    let (Some(plan), Some(id)) = (app.shown_plan(), app.planned_climb()) else { return false };
    planner::placed(plan, app.shown_learner().progress.pins(), id, place).is_ok()
}

/// Gives the skill under the cursor another place, or says why not.
fn place(app: &mut App, place: Place) {
    let Some(id) = app.planned_climb() else {
        return app.warn("A project comes behind all that it exercises: move a skill instead.");
    };
    if try_deed(app, Deed::Pin(id, place)) {
        app.planning.selected = Some(Item::Climb(id));
        let what = match place {
            Place::Earlier => "Tried earlier",
            Place::Later => "Tried later",
            Place::Foremost => "Tried as early as it can be",
            Place::Here | Place::Number(_) => "Pinned where it is",
        };
        app.tell(format!("{what}: {}", words::climb(app.catalog, id)));
    }
}

/// Tries the plan without the skill under the cursor, or with it again.
fn leave_out(app: &mut App) {
    let Some(id) = app.planned_climb().map(|it| app.catalog.climb(it).skill) else {
        return app.warn("A project shows what you have learned: leave out a skill instead.");
    };
    if try_deed(app, Deed::Skip(id)) {
        app.tell(format!("Tried without: {}", app.catalog.skill(id).name));
    }
}

fn pin(app: &mut App) {
    let id = app.planned_climb();
    let pinned = id.filter(|id| app.shown_learner().progress.pins().contains_key(id));
    let Some(id) = pinned else { return place(app, Place::Here) };
    if try_deed(app, Deed::Unpin(id)) {
        app.planning.selected = Some(Item::Climb(id));
        app.tell(format!("Let go: {}", words::climb(app.catalog, id)));
    }
}

pub(super) fn keep(app: &mut App) -> Option<Effect> {
    let Some(trial) = app.planning.trial.take() else {
        let [more, fewer] = [Trying::MoreHours, Trying::FewerHours]
            .map(|it| app.world.keymap.named(Action::Try(it)));
        let read = app.world.keymap.named_in(Scope::Plan, Action::Open);
        app.tell(format!(
            "Nothing is tried. {more} and {fewer} try other hours, {read} reads about the skill."
        ));
        return None;
    };
    let effect = act::act_together(app, trial.deeds.clone());
    if effect.is_some() {
        app.tell("Kept: this is your plan now.");
    } else {
        app.planning.trial = Some(trial);
    }
    effect
}

pub(super) fn drop_trial(app: &mut App) {
    if app.planning.trial.take().is_some() {
        app.tell("Dropped: your plan is as it was.");
    }
}

pub(super) fn hide_dates(app: &mut App) -> Option<Effect> {
    let is_hidden = app.progress.hides_dates();
    let effect = act::act(app, if is_hidden { Deed::ShowDates } else { Deed::HideDates })?;
    if !is_hidden {
        let key = app.world.keymap.named(Action::HideDates);
        app.tell(format!("No dates from now on; {key} shows them again."));
    }
    Some(effect)
}

/// Leaves the program; where something is tried and not kept, that is said first.
pub(super) fn leave(app: &mut App) -> Option<Effect> {
    if app.planning.trial.is_none() || app.planning.is_warned {
        return Some(Effect::Quit);
    }
    app.planning.is_warned = true;
    let [keep, leave] = [Action::KeepTrial, Action::Quit].map(|it| app.world.keymap.named(it));
    app.screen = Screen::Plan;
    app.warn(format!(
        "What you tried is not kept yet: {keep} keeps it, {leave} leaves without it."
    ));
    None
}

/// Whether the plan has dates to keep, or some were kept that can be forgotten.
pub(super) fn has_baseline(app: &App) -> bool {
    let has_dates = app.plan.as_ref().is_some_and(|it| !it.as_baseline().is_empty());
    has_dates || !app.progress.baseline().is_empty()
}

/// Keeps the dates of the plan, or forgets those kept if there are no others.
pub(super) fn keep_baseline(app: &mut App) -> Option<Effect> {
    let baseline = app.plan.as_ref().map(Plan::as_baseline).unwrap_or_default();
    let kept = app.progress.baseline();
    let is_kept = !kept.is_empty() && (baseline.is_empty() || baseline == *kept);
    act::act(app, if is_kept { Deed::ForgetPlan } else { Deed::KeepPlan })
}

pub(super) fn move_cursor(app: &mut App, motion: Motion) {
    if let Some(item) = landing(app, motion) {
        app.planning.selected = Some(item);
    }
}

/// The first step of a stage.
pub(super) fn first_of(app: &App, stage: usize) -> Option<Item> {
    app.shown_plan()?.steps.iter().find(|it| it.stage == stage).map(|it| it.item)
}

/// The step that a motion leads to; none if it leads nowhere else.
pub(super) fn landing(app: &App, motion: Motion) -> Option<Item> {
    let (plan, here) = (app.shown_plan()?, app.planned_step()?);
    // Of stages that are folded, the first step stands for the rest.
    let is_first = |at: usize, it: &Step| {
        at.checked_sub(1)
            .and_then(|at| plan.steps.get(at))
            .is_none_or(|before| before.stage != it.stage)
    };
    let is_folded = app.planning.zoom == Zoom::Stages;
    let steps = plan.steps.iter().enumerate();
    let steps: Vec<&Step> =
        steps.filter(|(at, it)| !is_folded || is_first(*at, it)).map(|(_, it)| it).collect();
    let is_here = |it: &&Step| it.item == here.item || is_folded && it.stage == here.stage;
    let at = steps.iter().position(is_here).unwrap_or(0);
    let last = steps.len().saturating_sub(1);
    let screen = app.shape().list.lines.saturating_sub(HEAD).max(1);
    let to = motion.from(at, screen, last);
    steps.get(to.min(last)).map(|it| it.item).filter(|it| *it != here.item)
}
