//! The lines of the lists: roles by family, skills by area, routes by region.

use std::collections::BTreeSet;

use super::App;
use crate::{
    catalog::{AreaId, ClimbId, Family, ProjectId, RegionId, RoleId, RouteId, SkillId},
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
    /// A stage of the path, or what grows beside it.
    Group(Group),
    /// A rung of a skill on the path.
    Step(ClimbId),
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

/// How the skills of the goal are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// Stage by stage, as they are learned.
    #[default]
    Stages,
    /// Area by area.
    Areas,
    /// As they are learned, with what each needs and opens drawn.
    Graph,
}

impl View {
    /// All there are, in the order in which one turns from one to the next.
    pub const ALL: [Self; 3] = [Self::Stages, Self::Areas, Self::Graph];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Stages => "stage",
            Self::Areas => "area",
            Self::Graph => "graph",
        }
    }

    /// The one after it; after the last, the first.
    #[must_use]
    pub fn next(self) -> Self {
        let later = Self::ALL.iter().skip_while(|it| **it != self).nth(1);
        later.copied().unwrap_or_default()
    }
}

/// A group of the path: a stage by its place, or what grows beside all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Group {
    Stage(usize),
    Beside,
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
            Self::Role(_)
            | Self::Area(_)
            | Self::Skill(_)
            | Self::Group(_)
            | Self::Step(_)
            | Self::Project(_)
            | Self::Route(_) => true,
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

    /// What there is to choose from; that of the goal only where there is a goal.
    pub fn offered(has_goal: bool) -> Vec<Self> {
        let states = State::ALL.iter().copied().map(Self::ByState);
        let goal = has_goal.then_some(Self::Goal);
        std::iter::once(Self::All).chain(goal).chain(states).collect()
    }
}

impl App {
    /// The lines of the list in front.
    pub fn rows(&self) -> Vec<Row> {
        match self.screen {
            Screen::Today | Screen::Plan | Screen::Progress => Vec::new(),
            Screen::Roles => self.role_rows(),
            Screen::Skills if self.is_staged() => self.staged_rows(),
            Screen::Skills => self.skill_rows(),
            Screen::Routes => self.route_rows(),
        }
    }

    /// Whether an area's skills are hidden below it.
    pub fn is_folded(&self, area: AreaId) -> bool {
        self.skills.folded.contains(&area)
    }

    fn role_rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for family in Family::ALL {
            let roles = self.catalog.roles().filter(|(_, role)| role.family == *family);
            let roles = roles.map(|(id, _)| Row::Role(id));
            self.add_group(&mut rows, Row::Family(*family), roles.collect());
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
            self.add_group(&mut rows, Row::Region(region), routes.collect());
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

    /// The projects that pass a filter: by how far they are built, or by being on
    /// the path of the goal, in its order.
    fn projects(&self, filter: Filter) -> Vec<ProjectId> {
        let all = || self.catalog.projects().map(|(id, _)| id);
        match (filter, self.progress.goal()) {
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

    /// The skills that pass a filter.
    fn passing(&self, filter: Filter) -> BTreeSet<SkillId> {
        let all = self.catalog.skills().map(|(id, _)| id);
        match (filter, self.progress.goal()) {
            (Filter::Goal, Some(goal)) => planner::on_the_way(self.learner(), goal),
            (Filter::All | Filter::Goal, _) => all.collect(),
            (Filter::ByState(state), _) => {
                all.filter(|id| self.learner().state(*id) == state).collect()
            }
        }
    }

    /// How many skills pass a filter.
    pub fn count_of(&self, filter: Filter) -> usize {
        self.passing(filter).len()
    }

    fn skill_rows(&self) -> Vec<Row> {
        let passing = self.passing(self.filter);
        let mut rows = Vec::new();
        for (area, it) in self.catalog.areas() {
            let mut skills = it.skills.iter().filter(|id| passing.contains(id)).peekable();
            if skills.peek().is_some() {
                rows.push(Row::Area(area));
                let is_open = !self.is_folded(area);
                rows.extend(skills.filter(|_| is_open).map(|id| Row::Skill(*id)));
            }
        }
        let projects = self.projects(self.filter);
        if !projects.is_empty() {
            rows.push(Row::Projects);
            rows.extend(projects.into_iter().map(Row::Project));
        }
        rows
    }
}
