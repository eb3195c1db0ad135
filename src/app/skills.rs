//! The skills, area by area: folding, filtering, proofs, claims and skips.

use std::collections::BTreeSet;

use super::{App, Effect, Row, Search, Tab, browse, scroll};
use crate::{
    catalog::{AreaId, ProofId, SkillId},
    planner,
    progress::{State, Verdict},
};

/// Which skills are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Filter {
    #[default]
    All,
    Goal,
    ByState(State),
}

impl Filter {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Goal => "for your goal",
            Self::ByState(state) => state.word(),
        }
    }

    fn next(self) -> Self {
        let states = State::ALL.map(Self::ByState);
        let all: Vec<Self> = [Self::All, Self::Goal].into_iter().chain(states).collect();
        let index = all.iter().position(|it| *it == self).map_or(0, |index| index + 1);
        all.get(index).copied().unwrap_or_default()
    }
}

/// The areas and skills that are listed.
pub(super) fn rows(app: &App) -> Vec<Row> {
    let search = &app.skills.search;
    listed(app, search, |area| search.is_narrowing() || !app.skills.folded.contains(&area))
}

/// All that the list in front could show, with nothing folded or narrowed away.
pub(super) fn unfolded(app: &App) -> Vec<Row> {
    match app.tab {
        Tab::Skills => listed(app, &Search::default(), |_| true),
        Tab::Today | Tab::Roles | Tab::Routes | Tab::Plan => app.rows(),
    }
}

fn listed(app: &App, search: &Search, is_open: impl Fn(AreaId) -> bool) -> Vec<Row> {
    let on_the_way = match (app.filter, app.progress.goal) {
        (Filter::Goal, Some(goal)) => planner::on_the_way(&app.catalog, &app.progress, goal),
        _ => BTreeSet::new(),
    };
    let passes = |id: SkillId| match app.filter {
        Filter::All => true,
        Filter::Goal => on_the_way.contains(&id),
        Filter::ByState(state) => app.progress.state(&app.catalog, id) == state,
    };
    let mut rows = Vec::new();
    for (area, it) in app.catalog.areas() {
        let skills = it.skills.iter().filter(|id| passes(**id)).map(|id| Row::Skill(*id));
        let skills: Vec<Row> = skills.filter(|row| search.shows(*row)).collect();
        if !skills.is_empty() {
            rows.push(Row::Area(area));
            rows.extend(skills.into_iter().filter(|_| is_open(area)));
        }
    }
    rows
}

/// Folds or opens the area under the cursor; a skill's page is opened instead.
pub(super) fn fold(app: &mut App) {
    match app.row() {
        Some(Row::Area(area)) => {
            if !app.skills.folded.remove(&area) {
                app.skills.folded.insert(area);
            }
            app.skills.select(Row::Area(area));
        }
        Some(_) => browse::descend(app),
        None => (),
    }
}

/// Folds all areas, or opens all if they are folded.
pub(super) fn fold_all(app: &mut App) {
    if app.tab != Tab::Skills {
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
pub(super) fn ascend(app: &mut App) {
    match app.row() {
        Some(Row::Skill(id)) => app.skills.select(Row::Area(app.catalog.skill(id).area)),
        Some(Row::Area(area)) if !app.skills.folded.contains(&area) => fold(app),
        _ => (),
    }
}

pub(super) fn cycle_filter(app: &mut App) {
    let row = app.row();
    app.filter = app.filter.next();
    if app.filter == Filter::Goal && app.progress.goal.is_none() {
        app.filter = app.filter.next();
    }
    app.tell(format!("Skills shown: {}.", app.filter.word()));
    if let Some(row) = row.filter(|row| app.rows().contains(row)) {
        app.skills.select(row);
    }
    scroll::settle(app);
}

/// The skill under the cursor.
fn skill(app: &mut App) -> Option<SkillId> {
    if let (Tab::Skills, Some(Row::Skill(id))) = (app.tab, app.row()) {
        return Some(id);
    }
    app.warn("Choose a skill first.");
    None
}

pub(super) fn claim(app: &mut App) -> Vec<Effect> {
    let Some(id) = skill(app) else { return Vec::new() };
    let is_claimed =
        matches!(app.progress.record(id).and_then(|it| it.verdict), Some(Verdict::Claimed(_)));
    if is_claimed {
        declared(app, id, None, "Not claimed any more:")
    } else {
        let verdict = Verdict::Claimed(app.world.today);
        declared(app, id, Some(verdict), "Claimed, which counts as done without proof:")
    }
}

pub(super) fn skip(app: &mut App) -> Vec<Effect> {
    let Some(id) = skill(app) else { return Vec::new() };
    if app.progress.state(&app.catalog, id) == State::Skipped {
        declared(app, id, None, "Taken up again:")
    } else {
        let verdict = Verdict::Skipped(app.world.today);
        declared(app, id, Some(verdict), "Skipped, so it leaves your goal:")
    }
}

fn declared(app: &mut App, id: SkillId, verdict: Option<Verdict>, what: &str) -> Vec<Effect> {
    stay(app, id);
    app.progress.declare(id, verdict);
    app.tell(format!("{what} {}", app.catalog.skill(id).name));
    scroll::settle(app);
    app.save()
}

/// Ticks a proof, or takes the tick back.
pub(super) fn toggle_proof(app: &mut App, id: SkillId, proof: ProofId) -> Vec<Effect> {
    stay(app, id);
    if app.progress.ticked(id, proof).is_some() {
        app.progress.take_back(id, proof);
        app.tell("The proof is open again.");
    } else {
        app.progress.prove(id, proof, app.world.today);
        let skill = app.catalog.skill(id);
        let lacking = app.progress.lacking(&app.catalog, skill).next();
        let open =
            lacking.and_then(|group| group.first()).map(|it| app.catalog.skill(*it).name.clone());
        let text = match (app.progress.state(&app.catalog, id), open) {
            (State::Proven, _) => format!("Proven: {}", skill.name),
            (_, Some(open)) => format!("Ticked. Still open below it: {open}"),
            (_, None) => "Ticked. Once more takes it back.".to_owned(),
        };
        app.tell(text);
    }
    scroll::settle(app);
    app.save()
}

/// A filter by state must not snatch away the skill that is being changed.
fn stay(app: &mut App, id: SkillId) {
    if matches!(app.filter, Filter::ByState(_)) && app.tab == Tab::Skills {
        app.filter = Filter::All;
        browse::reveal(app, Row::Skill(id));
    }
}

impl App {
    /// Whether an area's skills are hidden below it.
    pub fn is_folded(&self, area: AreaId) -> bool {
        !self.skills.search.is_narrowing() && self.skills.folded.contains(&area)
    }
}
