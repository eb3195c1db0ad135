//! The plan: where one is on it, and what is tried before it is kept.

mod wishes;

use jiff::civil::Date;

use super::{App, Effect, Overlay, Prompt, Question, Told, follow_link, scroll};
use crate::{
    catalog::SkillId,
    keys::{Motion, Trying},
    page::Target,
    planner::{self, Choice, Plan},
    progress::{Depth, Progress, Week},
    words,
};

/// The lines of the plan's screen that are no rows of its list, at most.
const HEAD: usize = 7;

/// What there is to say where nothing can be tried.
const NO_GOAL: &str = "Choose a goal first: 2 shows the roles.";

/// Where one is on the plan.
#[derive(Clone, Debug, Default)]
pub struct Planning {
    /// The skill under the cursor; the first step if it is not planned.
    pub selected: Option<SkillId>,
    /// What is tried; none while the plan is as it is kept.
    pub trial: Option<Trial>,
}

/// A plan that is tried and not yet kept.
#[derive(Clone, Debug)]
pub struct Trial {
    /// What would be kept.
    pub progress: Progress,
    /// The plan for it.
    pub plan: Plan,
    // What the trial changes is told by comparing with this.
    base: Progress,
}

impl App {
    /// The plan that is seen: the one tried, or else the one kept.
    pub fn shown_plan(&self) -> Option<&Plan> {
        self.planning.trial.as_ref().map(|it| &it.plan).or(self.plan.as_ref())
    }

    /// The progress that plan is made for.
    pub fn shown_progress(&self) -> &Progress {
        self.planning.trial.as_ref().map_or(&self.progress, |it| &it.progress)
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
}

/// Tries something, if there is a plan to try it on.
pub(super) fn try_out(app: &mut App, trying: Trying) {
    if app.progress.goal.is_none() {
        return app.warn(NO_GOAL);
    }
    match trying {
        Trying::MoreHours => change_hours(app, wishes::dearer),
        Trying::FewerHours => change_hours(app, wishes::cheaper),
        Trying::Depth => cycle_scope(app),
        Trying::OtherPick => cycle_pick(app),
        Trying::Earlier => place(app, planner::move_earlier, "Tried earlier"),
        Trying::Later => place(app, planner::move_later, "Tried later"),
        Trying::Pin => pin(app),
        Trying::Break => ask(app, Question::Break),
        Trying::Start => ask(app, Question::Start),
    }
}

pub(super) fn ask_ready_by(app: &mut App) {
    match app.progress.goal {
        Some(_) => ask(app, Question::ReadyBy),
        None => app.warn(NO_GOAL),
    }
}

fn ask(app: &mut App, question: Question) {
    app.overlay = Some(Overlay::Ask(Prompt::new(question)));
}

/// Tries a change; what leads back to what is kept is no trial.
fn tried(app: &mut App, change: impl FnOnce(&mut Progress)) {
    let mut progress = app.shown_progress().clone();
    change(&mut progress);
    lay(app, progress);
}

fn lay(app: &mut App, progress: Progress) {
    app.planning.trial = (progress != app.progress).then(|| Trial {
        plan: planner::plan(&app.catalog, &progress, app.world.today),
        progress,
        base: app.progress.clone(),
    });
}

/// Lays what is tried over what is kept now, after that or the day has changed.
pub(super) fn rebase(app: &mut App) {
    if let Some(Trial { progress, plan, base }) = app.planning.trial.take() {
        let progress = wishes::laid_over(&app.progress, &base, &progress, &plan.choices);
        lay(app, progress);
    }
}

fn change_hours(app: &mut App, change: impl FnOnce(&Week) -> Week) {
    let old = planner::hours_of_week(app.shown_progress());
    let week = change(&old);
    if week == old {
        return app.warn("The week has no room for that.");
    }
    let kept = planner::hours_of_week(&app.progress);
    let week = if week == kept { app.progress.hours.clone() } else { week };
    tried(app, |progress| progress.hours = week);
}

fn cycle_scope(app: &mut App) {
    tried(app, |progress| {
        if let Some(goal) = &mut progress.goal {
            let mut wider = Depth::ALL.into_iter().skip_while(|it| *it <= goal.depth);
            goal.depth = wider.next().unwrap_or(Depth::Essential);
        }
    });
}

/// Picks the next member that is still to be learned.
fn cycle_pick(app: &mut App) {
    let Some(choice) = app.planned_choice().cloned() else {
        return app.warn("This skill answers no choice.");
    };
    let progress = app.shown_progress();
    let is_open = |id: &&SkillId| !progress.is_settled(&app.catalog, **id);
    let at = choice.members.iter().position(|it| *it == choice.taken).map_or(0, |it| it + 1);
    let (before, behind) = choice.members.split_at(at);
    let Some(next) = behind.iter().chain(before).find(is_open).copied() else { return };
    if next == choice.taken {
        return app.warn("Nothing else is left to choose from here.");
    }
    tried(app, |progress| progress.pick(&choice.members, next));
    app.planning.selected = Some(next);
    app.tell(format!("Tried as your pick: {}", app.catalog.skill(next).name));
}

/// A way to give a skill its place in a plan.
type Placing =
    fn(&crate::catalog::Catalog, &Plan, &mut Progress, SkillId) -> Result<(), planner::Refusal>;

/// Gives the skill under the cursor another place, or says why not.
fn place(app: &mut App, placing: Placing, what: &str) {
    let Some(id) = app.planned_skill() else {
        return app.warn("There is no skill in the plan.");
    };
    let mut progress = app.shown_progress().clone();
    let Some(plan) = app.shown_plan() else { return };
    match placing(&app.catalog, plan, &mut progress, id) {
        Ok(()) => {
            app.planning.selected = Some(id);
            app.tell(format!("{what}: {}", app.catalog.skill(id).name));
            lay(app, progress);
        }
        Err(reason) => app.warn(format!("{reason}.")),
    }
}

fn pin(app: &mut App) {
    let Some(id) = app.planned_skill() else { return place(app, planner::pin, "") };
    if !app.shown_progress().pins.contains_key(&id) {
        return place(app, planner::pin, "Pinned where it is");
    }
    tried(app, |progress| planner::unpin(progress, id));
    app.planning.selected = Some(id);
    app.tell(format!("Let go: {}", app.catalog.skill(id).name));
}

/// Tries a break; the same days again take it back.
pub(super) fn try_break(app: &mut App, days: words::amount::Days) -> Result<(), String> {
    if days.to < app.world.today {
        return Err("that is over already".to_owned());
    }
    tried(app, |progress| {
        if progress.breaks.get(&days.from) == Some(&days.to) {
            progress.breaks.remove(&days.from);
        } else {
            progress.take_break(days.from, days.to);
        }
    });
    Ok(())
}

/// Tries another first day of study.
pub(super) fn try_start(app: &mut App, start: Date) {
    let start = (start > app.world.today).then_some(start);
    tried(app, |progress| progress.start = start);
}

/// Tells what to leave out to be ready by a date.
pub(super) fn ready_by(app: &mut App, by: Date) -> Result<(), String> {
    if by < app.world.today {
        return Err("that is in the past".to_owned());
    }
    let progress = app.shown_progress();
    let drop = planner::what_to_drop(&app.catalog, progress, app.world.today, by);
    let finish = match drop.plan.finish {
        Ok(spread) => format!("ready around {}", words::date(spread.likely)),
        Err(reason) => reason.words().to_lowercase(),
    };
    let mut lines = Vec::new();
    if drop.skills.is_empty() && drop.minutes_over == 0 {
        lines.push(format!("Nothing has to be left out: {finish}."));
    }
    if !drop.skills.is_empty() {
        lines.push(format!("Without what is listed below: {finish}."));
    }
    if drop.minutes_over > 0 {
        let over = drop.minutes_over.div_ceil(60);
        lines.push(format!("That is still {over} h too many: what is left is essential."));
    }
    if !drop.skills.is_empty() {
        let skill = |(id, minutes): &(SkillId, u32)| {
            format!("{} · {} h", app.catalog.skill(*id).name, minutes.div_ceil(60))
        };
        lines.push("To leave one out, go to it with Space and press s.".to_owned());
        lines.extend([String::new(), "Least important first, with what each saves:".to_owned()]);
        lines.extend(drop.skills.iter().map(skill));
    }
    let title = format!("To be ready by {}", words::date(by));
    app.overlay = Some(Overlay::Told(Told { title, lines, top: 0 }));
    Ok(())
}

pub(super) fn keep(app: &mut App) -> Vec<Effect> {
    let Some(trial) = app.planning.trial.take() else {
        app.tell("Nothing is tried. + and - try other hours, Space reads about the skill.");
        return Vec::new();
    };
    app.progress = trial.progress;
    app.tell("Kept: this is your plan now.");
    app.save()
}

pub(super) fn drop_trial(app: &mut App) {
    if app.planning.trial.take().is_some() {
        app.tell("Dropped: your plan is as it was.");
    }
}

pub(super) fn hide_dates(app: &mut App) -> Vec<Effect> {
    app.progress.hides_dates ^= true;
    app.tell(if app.progress.hides_dates {
        "No dates from now on; H shows them again."
    } else {
        "Dates are shown again."
    });
    app.save()
}

/// Keeps the dates of the plan as it is kept, or forgets them if nothing has changed since.
pub(super) fn keep_baseline(app: &mut App) -> Vec<Effect> {
    let baseline = app.plan.as_ref().map(Plan::as_baseline).unwrap_or_default();
    if baseline.is_empty() {
        app.warn("There are no dates to keep.");
        return Vec::new();
    }
    if baseline == app.progress.baseline {
        app.progress.baseline.clear();
        app.tell("The baseline is gone. B keeps one again.");
    } else {
        app.progress.baseline = baseline;
        app.tell("Kept as your baseline: later plans are compared with these dates.");
    }
    app.save()
}

/// Goes to the page of the skill under the cursor.
pub(super) fn read(app: &mut App) {
    if let Some(id) = app.planned_skill() {
        app.planning.selected = Some(id);
        follow_link(app, &Target::Skill(id));
        scroll::settle(app);
    }
}

pub(super) fn move_cursor(app: &mut App, motion: Motion) {
    let (Some(plan), Some(id)) = (app.shown_plan(), app.planned_skill()) else { return };
    let at = plan.steps.iter().position(|it| it.skill == id).unwrap_or(0);
    let last = plan.steps.len().saturating_sub(1);
    let screen = app.shape().list.lines.saturating_sub(HEAD).max(1);
    let to = match motion {
        Motion::Backward => at.saturating_sub(1),
        Motion::Forward => at + 1,
        Motion::PageBackward => at.saturating_sub(screen),
        Motion::PageForward => at + screen,
        Motion::ToTop => 0,
        Motion::ToBottom => last,
    };
    app.planning.selected = plan.steps.get(to.min(last)).map(|it| it.skill);
}
