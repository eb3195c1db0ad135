//! The plan: where one is on it, and what is tried before it is kept.

use jiff::civil::Date;

use super::{App, Effect, Overlay, Told, act, prompt, prompt::Asks};
use crate::{
    catalog::SkillId,
    deeds::{self, Deed},
    keys::{self, Action, Motion, Scope, Screen, Trying},
    planner::{self, Ahead, Choice, Place, Plan, Step},
    progress::{Depth, Learner, Progress},
    words,
};

/// The lines of the plan's screen that are no rows of its list, at most.
const HEAD: usize = 7;

/// As many hours a week there are, and no more.
const WEEK_HOURS: i32 = 7 * 24;

/// Where one is on the plan.
#[derive(Clone, Debug, Default)]
pub struct Planning {
    /// The skill under the cursor; the first step if it is not planned.
    pub selected: Option<SkillId>,
    /// What is tried; none while the plan is as it is kept.
    pub trial: Option<Trial>,
}

/// Deeds done to a copy, to see what would come of them.
#[derive(Clone, Debug)]
pub struct Trial {
    /// What would be kept.
    pub progress: Progress,
    /// The plan for it.
    pub plan: Plan,
    deeds: Vec<Deed>,
}

/// A line of the plan.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PlanRow<'a> {
    Step(&'a Step),
    Milestone(Ahead<'a>),
}

impl App {
    /// The steps, and between them, by date, what lies ahead on the routes followed.
    pub fn plan_rows(&self) -> Vec<PlanRow<'_>> {
        let steps = self.shown_plan().map_or(&[][..], |plan| &plan.steps);
        let has_dates = !self.progress.hides_dates();
        let ahead = if has_dates { planner::ahead(self.learner()) } else { Vec::new() };
        let mut ahead = ahead.into_iter().peekable();
        let mut rows = Vec::with_capacity(steps.len());
        for step in steps {
            let is_before = |it: &Ahead<'_>| step.start.is_some_and(|start| it.date < start);
            while let Some(milestone) = ahead.next_if(is_before) {
                rows.push(PlanRow::Milestone(milestone));
            }
            rows.push(PlanRow::Step(step));
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

    /// The skill under the cursor of the plan.
    pub fn planned_skill(&self) -> Option<SkillId> {
        let plan = self.shown_plan()?;
        let selected = self.planning.selected.filter(|id| plan.step(*id).is_some());
        selected.or_else(|| plan.steps.first().map(|it| it.skill))
    }

    /// The choice that skill answers, and what else could.
    pub fn planned_choice(&self) -> Option<&Choice> {
        let id = self.planned_skill()?;
        let mut choices = self.shown_plan()?.choices.iter();
        choices.find(|it| it.taken == id && it.members.len() > 1)
    }

    /// Warns that there is no goal, and says how to choose one.
    fn warn_of_no_goal(&mut self) {
        let key = keys::named(Action::GoTo(Screen::Roles));
        self.warn(format!("Choose a goal first: {key} shows the roles."));
    }
}

/// Tries something, if there is a plan to try it on.
pub(super) fn try_out(app: &mut App, trying: Trying) {
    if app.progress.goal().is_none() {
        return app.warn_of_no_goal();
    }
    match trying {
        Trying::MoreHours => change_hours(app, 1),
        Trying::FewerHours => change_hours(app, -1),
        Trying::Depth => cycle_depth(app),
        Trying::OtherPick => cycle_pick(app),
        Trying::Earlier => place(app, Place::Earlier),
        Trying::Later => place(app, Place::Later),
        Trying::Pin => pin(app),
        Trying::Break => prompt::ask(app, Asks::Break),
        Trying::Start => prompt::ask(app, Asks::Start),
    }
}

pub(super) fn ask_ready_by(app: &mut App) {
    match app.progress.goal() {
        Some(_) => prompt::ask(app, Asks::ReadyBy),
        None => app.warn_of_no_goal(),
    }
}

/// Tries a deed, or says why it cannot be done; whether it could.
pub(super) fn try_deed(app: &mut App, deed: Deed) -> bool {
    match deeds::done(app.shown_learner(), app.world.today, &deed) {
        Ok(progress) => {
            let mut tried = app.planning.trial.take().map(|it| it.deeds).unwrap_or_default();
            tried.retain(|it| !deed.stands_for(it));
            tried.push(deed);
            show(app, tried, progress);
            true
        }
        Err(refusal) => {
            let reason = words::refusal(&app.catalog, refusal);
            app.warn(format!("{}.", words::capitalised(&reason)));
            false
        }
    }
}

/// Shows what is tried; what leads back to what is kept is no trial.
fn show(app: &mut App, deeds: Vec<Deed>, progress: Progress) {
    if progress == app.progress {
        app.planning.trial = None;
        return;
    }
    let learner = Learner { progress: &progress, ..app.learner() };
    let plan = planner::plan(learner, app.world.today);
    app.planning.trial = Some(Trial { progress, plan, deeds });
}

/// Tries again what is tried, after what is kept or the day has changed. What
/// cannot be done any more is left out.
pub(super) fn rebase(app: &mut App) {
    let Some(Trial { deeds, .. }) = app.planning.trial.take() else { return };
    let mut progress = app.progress.clone();
    let mut kept = Vec::new();
    for deed in deeds {
        let learner = Learner { progress: &progress, ..app.learner() };
        if let Ok(after) = deeds::done(learner, app.world.today, &deed) {
            progress = after;
            kept.push(deed);
        }
    }
    show(app, kept, progress);
}

/// Tries so many hours a week more than what is shown, or fewer.
fn change_hours(app: &mut App, hours: i32) {
    let kept = planner::hours_of_week(&app.progress);
    let shown = planner::hours_of_week(app.shown_learner().progress);
    // Reckoned from what is kept, so that as many fewer as there were more lead back to it.
    let tried = (-WEEK_HOURS..=WEEK_HOURS).find(|it| planner::shifted(&kept, *it) == shown);
    let week = match tried {
        Some(tried) => planner::shifted(&kept, tried + hours),
        None => planner::shifted(&shown, hours),
    };
    if week == shown {
        return app.warn("The week has no room for that.");
    }
    let is_assumed = week == kept && app.progress.hours().is_empty();
    try_deed(app, if is_assumed { Deed::AssumeHours } else { Deed::Hours(week) });
}

fn cycle_depth(app: &mut App) {
    let Some(goal) = app.shown_learner().progress.goal() else { return };
    let deeper = Depth::ALL.iter().copied().find(|it| *it > goal.depth);
    try_deed(app, Deed::Deepen(deeper.unwrap_or(Depth::Essential)));
}

/// Picks the next member that is still to be learned.
fn cycle_pick(app: &mut App) {
    let Some(choice) = app.planned_choice().cloned() else {
        return app.warn("This skill answers no choice.");
    };
    let learner = app.shown_learner();
    let is_open = |id: &&SkillId| !learner.is_settled(**id);
    let at = choice.members.iter().position(|it| *it == choice.taken).map_or(0, |it| it + 1);
    let (before, behind) = choice.members.split_at(at);
    let Some(next) = behind.iter().chain(before).find(is_open).copied() else { return };
    if next == choice.taken {
        return app.warn("Nothing else is left to choose from here.");
    }
    if try_deed(app, Deed::Pick(next)) {
        app.planning.selected = Some(next);
        app.tell(format!("Tried as your pick: {}", app.catalog.skill(next).name));
    }
}

/// Gives the skill under the cursor another place, or says why not.
fn place(app: &mut App, place: Place) {
    let Some(id) = app.planned_skill() else {
        return app.warn("There is no skill in the plan.");
    };
    if try_deed(app, Deed::Pin(id, place)) {
        app.planning.selected = Some(id);
        let what = match place {
            Place::Earlier => "Tried earlier",
            Place::Later => "Tried later",
            Place::Here | Place::Number(_) => "Pinned where it is",
        };
        app.tell(format!("{what}: {}", app.catalog.skill(id).name));
    }
}

fn pin(app: &mut App) {
    let id = app.planned_skill();
    let pinned = id.filter(|id| app.shown_learner().progress.pins().contains_key(id));
    let Some(id) = pinned else { return place(app, Place::Here) };
    if try_deed(app, Deed::Unpin(id)) {
        app.planning.selected = Some(id);
        app.tell(format!("Let go: {}", app.catalog.skill(id).name));
    }
}

/// Tries a break; the same days again take it back.
pub(super) fn try_break(app: &mut App, days: words::amount::Days) -> Result<(), String> {
    let is_taken = app.shown_learner().progress.breaks().get(&days.from) == Some(&days.to);
    let deed = if is_taken { Deed::EndBreak(days.from) } else { Deed::Break(days.from, days.to) };
    let learner = app.shown_learner();
    deeds::done(learner, app.world.today, &deed)
        .map_err(|refusal| words::refusal(&app.catalog, refusal))?;
    try_deed(app, deed);
    Ok(())
}

/// Tells what to leave out to be ready by a date.
pub(super) fn tell_what_to_drop(app: &mut App, by: Date) -> Result<(), String> {
    if by < app.world.today {
        return Err("that is in the past".to_owned());
    }
    let drop = planner::what_to_drop(app.shown_learner(), app.world.today, by);
    let finish = match drop.plan.finish {
        Ok(spread) => format!("ready around {}", words::date(spread.likely)),
        Err(reason) => words::no_finish(reason).to_lowercase(),
    };
    let mut lines = Vec::new();
    if drop.skills.is_empty() && drop.minutes_over == 0 {
        lines.push(format!("Nothing has to be left out: {finish}."));
    }
    if !drop.skills.is_empty() {
        lines.push(format!("Without what is listed below: {finish}."));
    }
    if drop.minutes_over > 0 {
        let over = words::hours_left(drop.minutes_over);
        lines.push(format!("That is still {over} too many: what is left is essential."));
    }
    if !drop.skills.is_empty() {
        let skill = |(id, minutes): &(SkillId, u32)| {
            format!("{} · {}", app.catalog.skill(*id).name, words::hours_left(*minutes))
        };
        let (read, skip) =
            (keys::named_in(Scope::Plan, Action::Descend), keys::named(Action::Skip));
        lines.push(format!("To leave one out, go to it with {read} and press {skip}."));
        lines.extend([String::new(), "Least important first, with what each saves:".to_owned()]);
        lines.extend(drop.skills.iter().map(skill));
    }
    let title = format!("To be ready by {}", words::date(by));
    app.overlay = Some(Overlay::Told(Told { title, lines, top: 0 }));
    Ok(())
}

pub(super) fn keep(app: &mut App) -> Option<Effect> {
    let Some(trial) = app.planning.trial.take() else {
        let [more, fewer] =
            [Trying::MoreHours, Trying::FewerHours].map(|it| keys::named(Action::Try(it)));
        let read = keys::named_in(Scope::Plan, Action::Descend);
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
        let key = keys::named(Action::HideDates);
        app.tell(format!("No dates from now on; {key} shows them again."));
    }
    Some(effect)
}

/// Keeps the dates of the plan as it is kept, or forgets them if nothing has changed since.
pub(super) fn keep_baseline(app: &mut App) -> Option<Effect> {
    let baseline = app.plan.as_ref().map(Plan::as_baseline).unwrap_or_default();
    let is_kept = !baseline.is_empty() && baseline == *app.progress.baseline();
    act::act(app, if is_kept { Deed::ForgetPlan } else { Deed::KeepPlan })
}

pub(super) fn move_cursor(app: &mut App, motion: Motion) {
    let (Some(plan), Some(id)) = (app.shown_plan(), app.planned_skill()) else { return };
    let at = plan.steps.iter().position(|it| it.skill == id).unwrap_or(0);
    let last = plan.steps.len().saturating_sub(1);
    let screen = app.shape().list.lines.saturating_sub(HEAD).max(1);
    let to = motion.from(at, screen, last);
    app.planning.selected = plan.steps.get(to.min(last)).map(|it| it.skill);
}
