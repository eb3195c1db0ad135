//! Doing deeds, and telling what has come of them.

use super::{Conversation, Effect, Kept, Reply};
use crate::{
    catalog::SkillId,
    deeds::{self, Deed, Trial},
    planner,
    progress::{Change, Learner, Progress},
    words,
};

/// As many deeds are told one by one.
const TOLD: usize = 3;

/// As many skills are named.
const NAMED: usize = 5;

/// Does some deeds as one act, all of them or none, and tells what has come of it.
pub(super) fn act(talk: &mut Conversation, deeds: &[Deed]) -> Reply {
    if let Some(reason) = &talk.world.refusal {
        return Reply::said(format!("Nothing can be written: {}", words::sentence(reason)));
    }
    let (progress, told) = match done(talk, deeds) {
        Ok(it) => it,
        Err(reason) => return Reply::said(words::sentence(&words::capitalised(&reason))),
    };
    let Some(change) = Change::between(&talk.progress, &progress) else {
        return Reply::said(told);
    };
    let before = ready(talk);
    talk.progress = progress.clone();
    talk.replan();
    let now = ready(talk).filter(|it| before.as_ref().is_some_and(|before| before != it));
    let now = now.map_or(String::new(), |it| format!(" Readiness now {it}."));
    let name = words::deeds(talk.catalog, deeds);
    Reply {
        text: format!("{told}{now} Type undo to take that back."),
        effect: Some(Effect::Save(Box::new(Kept { progress, change, name }))),
    }
}

/// What comes of some deeds, and what is said of it; or why they are refused.
fn done(talk: &Conversation, deeds: &[Deed]) -> Result<(Progress, String), String> {
    let mut progress = talk.progress.clone();
    let mut told = Vec::new();
    for deed in deeds {
        let before = Learner { progress: &progress, ..talk.learner() };
        let after = deeds::done(before, talk.world.today, deed)
            .map_err(|refusal| words::refusal(talk.catalog, refusal))?;
        told.push(words::told(before, Learner { progress: &after, ..before }, deed));
        progress = after;
    }
    let all = match told.len() {
        2.. if deeds.iter().all(|it| matches!(it, Deed::Claim(..))) => claimed(talk, deeds),
        0 => "Nothing to do.".to_owned(),
        1..=TOLD => told.join(" "),
        _ => format!("Done: {}.", words::deeds(talk.catalog, deeds)),
    };
    Ok((progress, all))
}

/// What is said of several claims.
fn claimed(talk: &Conversation, deeds: &[Deed]) -> String {
    let mut skills: Vec<SkillId> = deeds.iter().filter_map(Deed::skill).collect();
    skills.dedup();
    let mut names: Vec<String> =
        skills.iter().take(NAMED).map(|id| talk.catalog.skill(*id).name.to_string()).collect();
    if let Some(more) = skills.len().checked_sub(NAMED).filter(|it| *it > 0) {
        names.push(format!("{more} more"));
    }
    format!("Claimed, which counts as done without proof: {}.", names.join(", "))
}

fn ready(talk: &Conversation) -> Option<String> {
    let goal = talk.progress.goal()?;
    Some(words::percent(planner::readiness(talk.learner(), goal).permille()))
}

/// Tries a deed on the plan, before it is kept; or says why it cannot be done.
pub(super) fn try_deed(talk: &mut Conversation, deed: Deed) -> Result<(), String> {
    let trial = Trial::with(talk.trial.as_ref(), talk.learner(), talk.world.today, deed)
        .map_err(|refusal| words::refusal(talk.catalog, refusal))?;
    talk.trial = trial;
    Ok(())
}

/// Keeps what is tried.
pub(super) fn keep(talk: &mut Conversation) -> Reply {
    let Some(trial) = talk.trial.clone() else {
        return Reply::said(
            "Nothing is tried; try more, try fewer and try hours 8h try other hours.",
        );
    };
    let reply = act(talk, &trial.deeds);
    if reply.effect.is_none() {
        return reply;
    }
    talk.trial = None;
    Reply { text: format!("Kept: this is your plan now. {}", reply.text), ..reply }
}
