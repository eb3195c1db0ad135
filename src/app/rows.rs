//! The lines of the lists: roles by family, skills by area, routes by region.

use std::collections::BTreeSet;

use super::App;
use crate::{
    catalog::{AreaId, Family, ProjectId, RegionId, RoleId, RouteId, SkillId},
    keys::Screen,
    planner,
    progress::{Learner, State},
};

/// A line of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Row {
    Gap,
    Family(Family),
    Role(RoleId),
    Area(AreaId),
    Skill(SkillId),
    /// The title above the projects.
    Projects,
    Project(ProjectId),
    Region(RegionId),
    Route(RouteId),
}

/// Which skills are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Filter {
    #[default]
    All,
    Goal,
    ByState(State),
}

/// How far a project is built, as skills are told apart.
pub fn project_state(learner: Learner<'_>, id: ProjectId) -> State {
    match learner.built_points(id) {
        0 => State::ToDo,
        _ if learner.is_built(id) => State::Proven,
        _ => State::Learning,
    }
}

impl Row {
    /// Whether the cursor can stand on it.
    pub fn is_selectable(self) -> bool {
        match self {
            Self::Gap | Self::Family(_) | Self::Region(_) | Self::Projects => false,
            Self::Role(_) | Self::Area(_) | Self::Skill(_) | Self::Project(_) | Self::Route(_) => {
                true
            }
        }
    }
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

    /// The filter after this one; that of the goal only where there is a goal.
    #[must_use]
    pub(super) fn next(self, has_goal: bool) -> Self {
        let states = State::ALL.iter().copied().map(Self::ByState);
        let goal = has_goal.then_some(Self::Goal);
        let all: Vec<Self> = std::iter::once(Self::All).chain(goal).chain(states).collect();
        let index = all.iter().position(|it| *it == self).map_or(0, |index| index + 1);
        all.get(index).copied().unwrap_or_default()
    }
}

impl App {
    /// The lines of the list in front.
    pub fn rows(&self) -> Vec<Row> {
        match self.screen {
            Screen::Today | Screen::Plan => Vec::new(),
            Screen::Roles => self.role_rows(),
            Screen::Skills => {
                let search = &self.skills.search;
                self.skill_rows(|row| search.shows(row), |area| !self.is_folded(area))
            }
            Screen::Routes => self.route_rows(),
        }
    }

    /// All that the list in front could show, with nothing folded or narrowed away.
    pub(super) fn all_rows(&self) -> Vec<Row> {
        match self.screen {
            Screen::Skills => self.skill_rows(|_| true, |_| true),
            Screen::Today | Screen::Roles | Screen::Routes | Screen::Plan => self.rows(),
        }
    }

    /// Whether an area's skills are hidden below it.
    pub fn is_folded(&self, area: AreaId) -> bool {
        !self.skills.search.is_narrowing() && self.skills.folded.contains(&area)
    }

    fn role_rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for family in Family::ALL {
            let roles = self.catalog.roles().filter(|(_, role)| role.family == *family);
            let roles = roles.map(|(id, _)| Row::Role(id));
            let listed = roles.filter(|row| self.roles.search.shows(*row));
            self.add_group(&mut rows, Row::Family(*family), listed.collect());
        }
        rows
    }

    fn route_rows(&self) -> Vec<Row> {
        let mut regions: Vec<RegionId> = self.catalog.regions().map(|(id, _)| id).collect();
        regions.sort_by_key(|id| (Some(*id) != self.region(), *id));
        let mut rows = Vec::new();
        for region in regions {
            let routes = self.catalog.routes().filter(|(_, route)| route.region == region);
            let routes = routes.map(|(id, _)| Row::Route(id));
            let listed = routes.filter(|row| self.routes.search.shows(*row));
            self.add_group(&mut rows, Row::Region(region), listed.collect());
        }
        rows
    }

    /// Adds a group with its title, apart from the one before where there is room.
    fn add_group(&self, rows: &mut Vec<Row>, title: Row, group: Vec<Row>) {
        if group.is_empty() {
            return;
        }
        if !rows.is_empty() && self.shape().is_spacious {
            rows.push(Row::Gap);
        }
        rows.push(title);
        rows.extend(group);
    }

    /// The projects that pass the filter: by how far they are built, or by being on
    /// the path of the goal, in its order.
    fn projects(&self) -> Vec<ProjectId> {
        let all = || self.catalog.projects().map(|(id, _)| id);
        match (self.filter, self.progress.goal()) {
            (Filter::Goal, Some(goal)) => {
                let posts = self.catalog.posts(goal.role).into_iter();
                posts.flat_map(|it| &self.catalog.role(it).path).copied().collect()
            }
            (Filter::All | Filter::Goal, _) => all().collect(),
            (Filter::ByState(state), _) => {
                all().filter(|id| project_state(self.learner(), *id) == state).collect()
            }
        }
    }

    fn skill_rows(
        &self,
        is_listed: impl Fn(Row) -> bool,
        is_open: impl Fn(AreaId) -> bool,
    ) -> Vec<Row> {
        let on_the_way = match (self.filter, self.progress.goal()) {
            (Filter::Goal, Some(goal)) => planner::on_the_way(self.learner(), goal),
            _ => BTreeSet::new(),
        };
        let passes = |id: SkillId| match self.filter {
            Filter::All => true,
            Filter::Goal => on_the_way.contains(&id),
            Filter::ByState(state) => self.learner().state(id) == state,
        };
        let mut rows = Vec::new();
        for (area, it) in self.catalog.areas() {
            let skills = it.skills.iter().filter(|id| passes(**id)).map(|id| Row::Skill(*id));
            let skills: Vec<Row> = skills.filter(|row| is_listed(*row)).collect();
            if !skills.is_empty() {
                rows.push(Row::Area(area));
                rows.extend(skills.into_iter().filter(|_| is_open(area)));
            }
        }
        let projects = self.projects().into_iter().map(Row::Project);
        let listed: Vec<Row> = projects.filter(|row| is_listed(*row)).collect();
        if !listed.is_empty() {
            rows.push(Row::Projects);
            rows.extend(listed);
        }
        rows
    }
}
