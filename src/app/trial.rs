//! What is tried on the plan before it is kept: deeds done to a copy.

use jiff::civil::Date;

use super::{App, Effect, Overlay, Told, act};
use crate::{
    catalog::SkillId,
    deeds::{self, Deed, Trial},
    keys::{Action, Scope},
    planner,
    words::{self, amount::Days},
};

/// Tries a deed, or says why it cannot be done; whether it could.
pub(super) fn try_deed(app: &mut App, deed: Deed) -> bool {
    let earlier = app.planning.trial.as_ref();
    match Trial::with(earlier, app.learner(), app.world.today, deed) {
        Ok(trial) => {
            app.planning.trial = trial;
            app.planning.is_warned = false;
            true
        }
        Err(refusal) => {
            let reason = words::refusal(app.catalog, refusal);
            app.warn(format!("{}.", words::capitalised(&reason)));
            false
        }
    }
}

/// Tries again what is tried, after what is kept or the day has changed. What
/// cannot be done any more is left out.
pub(super) fn rebase(app: &mut App) {
    let Some(trial) = app.planning.trial.take() else { return };
    app.planning.trial = trial.again(app.learner(), app.world.today);
}

/// Tries a break; the same days again take it back.
pub(super) fn try_break(app: &mut App, days: Days) -> Result<Option<Effect>, String> {
    let is_taken = app.shown_learner().progress.breaks().get(&days.from) == Some(&days.to);
    let deed = if is_taken { Deed::EndBreak(days.from) } else { Deed::Break(days.from, days.to) };
    try_or_act(app, deed)
}

/// Tries a deed on the plan; where there is none for want of a goal, it is done at once.
pub(super) fn try_or_act(app: &mut App, deed: Deed) -> Result<Option<Effect>, String> {
    deeds::done(app.shown_learner(), app.world.today, &deed)
        .map_err(|refusal| words::refusal(app.catalog, refusal))?;
    if app.progress.goal().is_none() {
        return Ok(act::act(app, deed));
    }
    try_deed(app, deed);
    Ok(None)
}

/// Tells what could be done to be able to apply by a date.
pub(super) fn tell_what_to_drop(app: &mut App, by: Date) -> Result<(), String> {
    if by < app.world.today {
        return Err("that is in the past".to_owned());
    }
    let drop = planner::what_to_drop(app.shown_learner(), app.world.today, by);
    let mut lines = words::ready_by(&drop);
    if !drop.skills.is_empty() {
        let (read, skip) = (
            app.world.keymap.named_in(Scope::Plan, Action::Open),
            app.world.keymap.named(Action::Skip),
        );
        lines.push(format!("To leave one out, go to it with {read} and press {skip}."));
        lines.extend([String::new(), "Least important first, with what each saves:".to_owned()]);
        let skill = |(id, minutes): &(SkillId, u32)| {
            format!("{} · {}", app.catalog.skill(*id).name, words::hours_left(*minutes))
        };
        lines.extend(drop.skills.iter().map(skill));
    }
    let title = format!("To be able to apply by {}", words::date(by));
    app.overlay = Some(Overlay::Told(Told { title, lines, top: 0 }));
    Ok(())
}
