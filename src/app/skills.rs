//! The skills: folding, filtering, proofs, claims and skips.

use std::collections::BTreeSet;

use super::{
    App, Effect, Overlay,
    act::act,
    act::act_together,
    browse,
    rows::{Filter, Row, View},
    staged,
};
use crate::{
    catalog::{AreaId, PointId, ProjectId, ProofId, SkillId},
    deeds::Deed,
    keys::{Action, Motion, Screen},
    page::Target,
    words,
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
    if app.is_staged() {
        return staged::fold_all(app);
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
        Some(row @ (Row::Group(_) | Row::Step(_) | Row::Project(_))) if app.is_staged() => {
            staged::go_up(app, row);
        }
        Some(
            Row::Gap
            | Row::Family(_)
            | Row::Role(_)
            | Row::Area(_)
            | Row::Group(_)
            | Row::Step(_)
            | Row::Projects
            | Row::Project(_)
            | Row::Region(_)
            | Row::Route(_),
        )
        | None => (),
    }
}

impl App {
    /// The filters there are to choose from.
    pub fn filters(&self) -> Vec<Filter> {
        Filter::offered(self.progress.goal().is_some())
    }
}

/// Shows the filters, with the one that is on marked.
pub(super) fn choose_filter(app: &mut App) {
    let at = app.filters().iter().position(|it| *it == app.filter);
    app.overlay = Some(Overlay::Filter(at.unwrap_or(0)));
}

/// Moves the mark among the filters.
pub(super) fn move_filter(app: &mut App, motion: Motion) {
    let last = app.filters().len().saturating_sub(1);
    if let Some(Overlay::Filter(cursor)) = &mut app.overlay {
        *cursor = motion.from(*cursor, last, last).min(last);
    }
}

/// Takes the filter that is marked.
pub(super) fn take_filter(app: &mut App) {
    if let Some(Overlay::Filter(cursor)) = app.overlay {
        app.overlay = None;
        if let Some(filter) = app.filters().get(cursor) {
            filter_by(app, *filter);
        }
    }
}

/// Lists all skills again.
pub(super) fn show_all(app: &mut App) {
    if app.screen == Screen::Skills {
        filter_by(app, Filter::All);
    }
}

/// The cursor stays where it is if that is still listed, in one way or another.
fn filter_by(app: &mut App, filter: Filter) {
    let alike = app.row().map(|it| staged::alike(app, it)).unwrap_or_default();
    app.filter = filter;
    let rows = app.rows();
    if let Some(row) = alike.into_iter().find(|it| rows.contains(it)) {
        app.skills.select(row);
    }
}

/// The skill that is in front: under the cursor, or chosen on a page.
pub(super) fn in_front(app: &App) -> Option<SkillId> {
    match app.screen {
        Screen::Skills => app.skill_of(app.row()?),
        Screen::Plan => app.planned_climb().map(|id| app.catalog.climb(id).skill),
        Screen::Today | Screen::Progress | Screen::Roles | Screen::Routes => match app.chosen() {
            Some(Target::Skill(id)) => Some(id),
            _ => None,
        },
    }
}

/// The skill under the cursor.
fn skill(app: &mut App) -> Option<SkillId> {
    let row = app.row().filter(|_| app.screen == Screen::Skills);
    if let Some(id) = row.and_then(|it| app.skill_of(it)) {
        return Some(id);
    }
    app.warn("Choose a skill first.");
    None
}

pub(super) fn claim(app: &mut App) -> Option<Effect> {
    let id = skill(app)?;
    // A rung is claimed by itself, where rungs are listed.
    let rung = match app.row() {
        Some(Row::Step(climb)) => app.catalog.climb(climb).rung,
        _ => app.learner().aim(id),
    };
    let is_claimed = app.progress.claimed(id) >= Some(rung);
    stay(app, id);
    act(app, if is_claimed { Deed::Unclaim(id) } else { Deed::Claim(id, rung) })
}

pub(super) fn skip(app: &mut App) -> Option<Effect> {
    let id = skill(app)?;
    let is_skipped = app.progress.skipped(id).is_some();
    stay(app, id);
    act(app, if is_skipped { Deed::TakeUp(id) } else { Deed::Skip(id) })
}

/// Ticks a proof, or takes the tick back.
pub(super) fn toggle_proof(app: &mut App, id: SkillId, proof: ProofId) -> Option<Effect> {
    stay(app, id);
    let is_ticked = app.progress.ticked(id, proof).is_some();
    act(app, if is_ticked { Deed::Untick(id, proof) } else { Deed::Tick(id, proof) })
}

/// Ticks an acceptance point, or takes the tick back; what it shows as well is offered.
pub(super) fn toggle_point(app: &mut App, id: ProjectId, point: PointId) -> Option<Effect> {
    if app.progress.built(id, point).is_some() {
        return act(app, Deed::Unbuild(id, point));
    }
    let effect = act(app, Deed::Build(id, point));
    let shown = shown(app, id, point);
    if effect.is_some() && !shown.is_empty() {
        let key = app.world.keymap.named(Action::ProveShown);
        let proofs = words::count(shown.len(), "proof", "proofs");
        app.tell(format!(
            "Ticked. That shows {proofs} of skills as well: {key} ticks {}.",
            if shown.len() == 1 { "it" } else { "them" }
        ));
    }
    effect
}

/// The proofs that a ticked point shows and that are still open.
fn shown(app: &App, id: ProjectId, point: PointId) -> Vec<Deed> {
    let point = app.catalog.project(id).point(point);
    let shown = point.into_iter().flat_map(|it| &it.shows);
    let open = shown.filter(|it| app.progress.ticked(it.skill, it.proof).is_none());
    open.map(|it| Deed::Tick(it.skill, it.proof)).collect()
}

/// Ticks the proofs that the ticked points of the project in front show.
pub(super) fn prove_shown(app: &mut App) -> Option<Effect> {
    let Some(Row::Project(id)) = app.row() else {
        app.warn("Choose a project first.");
        return None;
    };
    let deeds = all_shown(app, id);
    if deeds.is_empty() {
        app.warn("No open proof is shown by what is ticked here.");
        return None;
    }
    act_together(app, deeds)
}

/// The proofs that the ticked points of a project show and that are still open.
pub(super) fn all_shown(app: &App, id: ProjectId) -> Vec<Deed> {
    let points = app.catalog.project(id).points();
    let ticked = points.filter(|(point, _)| app.progress.built(id, *point).is_some());
    let mut deeds: Vec<Deed> = Vec::new();
    for deed in ticked.flat_map(|(point, _)| shown(app, id, point)) {
        if !deeds.contains(&deed) {
            deeds.push(deed);
        }
    }
    deeds
}

/// A filter by state must not snatch away the skill that is being changed.
fn stay(app: &mut App, id: SkillId) {
    if matches!(app.filter, Filter::ByState(_)) && app.screen == Screen::Skills {
        app.filter = Filter::All;
        browse::reveal(app, Row::Skill(id));
    }
}

/// Lists the skills of the goal by stage, by area, or as a graph: the one after the other.
pub(super) fn turn_view(app: &mut App) {
    let skill = app.row().and_then(|it| app.skill_of(it));
    app.view = match app.filter {
        Filter::Goal => app.view.next(),
        Filter::All | Filter::ByState(_) => View::Stages,
    };
    app.filter = Filter::Goal;
    if let Some(id) = skill {
        browse::reveal(app, Row::Skill(id));
    }
}
