//! The skills: folding, filtering, proofs, claims and skips.

use std::collections::BTreeSet;

use super::{App, Effect, act::act, browse, rows::Filter, rows::Row};
use crate::{
    catalog::{AreaId, ProofId, SkillId},
    deeds::Deed,
    keys::Screen,
    progress::{State, Verdict},
};

/// Folds an area, or opens it.
pub(super) fn fold(app: &mut App, area: AreaId) {
    if !app.skills.folded.remove(&area) {
        app.skills.folded.insert(area);
    }
    app.skills.select(Row::Area(area));
}

/// Folds all areas, or opens all if they are folded.
pub(super) fn fold_all(app: &mut App) {
    if app.screen != Screen::Skills {
        return;
    }
    let row = app.row();
    let all: BTreeSet<AreaId> = app.catalog.areas().map(|(id, _)| id).collect();
    let is_folded = app.skills.folded == all;
    app.skills.folded = if is_folded { BTreeSet::new() } else { all };
    if let (Some(Row::Skill(id)), false) = (row, is_folded) {
        app.skills.select(Row::Area(app.catalog.skill(id).area));
    }
}

/// From a skill to its area; from an open area to a folded one.
pub(super) fn go_up(app: &mut App) {
    match app.row() {
        Some(Row::Skill(id)) => app.skills.select(Row::Area(app.catalog.skill(id).area)),
        Some(Row::Area(area)) if !app.skills.folded.contains(&area) => fold(app, area),
        Some(
            Row::Gap
            | Row::Family(_)
            | Row::Role(_)
            | Row::Area(_)
            | Row::Region(_)
            | Row::Route(_),
        )
        | None => (),
    }
}

pub(super) fn cycle_filter(app: &mut App) {
    let row = app.row();
    app.filter = app.filter.next(app.progress.goal().is_some());
    app.tell(format!("Skills shown: {}.", app.filter.word()));
    if let Some(row) = row.filter(|row| app.rows().contains(row)) {
        app.skills.select(row);
    }
}

/// The skill under the cursor.
fn skill(app: &mut App) -> Option<SkillId> {
    if let (Screen::Skills, Some(Row::Skill(id))) = (app.screen, app.row()) {
        return Some(id);
    }
    app.warn("Choose a skill first.");
    None
}

pub(super) fn claim(app: &mut App) -> Option<Effect> {
    let id = skill(app)?;
    let is_claimed = matches!(app.progress.verdict(id), Some(Verdict::Claimed(_)));
    stay(app, id);
    act(app, if is_claimed { Deed::Unclaim(id) } else { Deed::Claim(id) })
}

pub(super) fn skip(app: &mut App) -> Option<Effect> {
    let id = skill(app)?;
    let is_skipped = app.learner().state(id) == State::Skipped;
    stay(app, id);
    act(app, if is_skipped { Deed::TakeUp(id) } else { Deed::Skip(id) })
}

/// Ticks a proof, or takes the tick back.
pub(super) fn toggle_proof(app: &mut App, id: SkillId, proof: ProofId) -> Option<Effect> {
    stay(app, id);
    let is_ticked = app.progress.ticked(id, proof).is_some();
    act(app, if is_ticked { Deed::Untick(id, proof) } else { Deed::Tick(id, proof) })
}

/// A filter by state must not snatch away the skill that is being changed.
fn stay(app: &mut App, id: SkillId) {
    if matches!(app.filter, Filter::ByState(_)) && app.screen == Screen::Skills {
        app.filter = Filter::All;
        browse::reveal(app, Row::Skill(id));
    }
}
