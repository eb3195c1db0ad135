//! The skills of the goal by the stages of its path: which rows there are, and which
//! stages are folded. The stage one is in is open at first; in the graph, all are.

use super::{
    App,
    rows::{Filter, Group, Row, View},
};
use crate::{
    catalog::{ClimbId, SkillId},
    progress::Item,
};

impl App {
    /// Whether the skills are listed by the stages of the path.
    pub fn is_staged(&self) -> bool {
        let has_path = self.path.as_ref().is_some_and(|it| !it.stages.is_empty());
        self.view != View::Areas && self.filter == Filter::Goal && has_path
    }

    /// Whether what each thing on the path needs and opens is drawn.
    pub fn is_graph(&self) -> bool {
        self.view == View::Graph && self.is_staged()
    }

    /// What belongs to a group.
    pub fn items_of(&self, group: Group) -> &[Item] {
        let Some(path) = &self.path else { return &[] };
        match group {
            Group::Stage(at) => path.stages.get(at).map_or(&[], |it| &it.items),
            Group::Beside => &path.alongside,
        }
    }

    /// The groups of the path, from the first to the last.
    pub fn path_groups(&self) -> Vec<Group> {
        let Some(path) = &self.path else { return Vec::new() };
        let stages = (0..path.stages.len()).map(Group::Stage);
        let beside = (!path.alongside.is_empty()).then_some(Group::Beside);
        stages.chain(beside).collect()
    }

    /// Whether what belongs to a group is hidden below it.
    pub fn is_group_folded(&self, group: Group) -> bool {
        let plan = self.plan.as_ref();
        let now = plan.and_then(|plan| self.path.as_ref()?.current(plan));
        let is_now = matches!(group, Group::Stage(at) if Some(at) == now);
        let is_open = is_now || self.view == View::Graph;
        is_open == self.turned.contains(&(self.view, group))
    }

    pub(super) fn staged_rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for group in self.path_groups() {
            rows.push(Row::Group(group));
            if !self.is_group_folded(group) {
                rows.extend(self.items_of(group).iter().map(|it| row(*it)));
            }
        }
        rows
    }

    /// The group a row belongs to.
    pub(super) fn group_of(&self, row: Row) -> Option<Group> {
        let is_in = |group: &Group| self.items_of(*group).iter().any(|it| self::row(*it) == row);
        self.path_groups().into_iter().find(is_in)
    }

    /// The skill of a row.
    pub fn skill_of(&self, row: Row) -> Option<SkillId> {
        if let Row::Skill(id) = row {
            return Some(id);
        }
        match self.item_of(row)? {
            Item::Climb(id) => Some(self.catalog.climb(id).skill),
            Item::Project(_) => None,
        }
    }

    /// What of the path a row stands for.
    pub fn item_of(&self, row: Row) -> Option<Item> {
        match row {
            Row::Step(id) => Some(Item::Climb(id)),
            Row::Project(id) => Some(Item::Project(id)),
            Row::Gap
            | Row::Family(_)
            | Row::Role(_)
            | Row::Area(_)
            | Row::Skill(_)
            | Row::Group(_)
            | Row::Projects
            | Row::Region(_)
            | Row::Route(_) => None,
        }
    }

    /// The rung of a skill that stands for it on the path: the first that is still
    /// open, or else the highest.
    fn step_of(&self, id: SkillId) -> Option<ClimbId> {
        let climbs = self.path_groups().into_iter().flat_map(|it| self.items_of(it)).filter_map(
            |it| match it {
                Item::Climb(climb) if self.catalog.climb(*climb).skill == id => Some(*climb),
                Item::Climb(_) | Item::Project(_) => None,
            },
        );
        let all: Vec<ClimbId> = climbs.collect();
        let open = all.iter().find(|it| !self.learner().climb_state(**it).is_done());
        open.or(all.last()).copied()
    }
}

/// What is to be done now, and what it belongs to, as it may be listed: by itself, as a
/// skill, or folded away.
pub(super) fn rows_of_now(app: &App) -> Vec<Row> {
    let plan = app.plan.as_ref();
    let Some(step) = plan.and_then(|it| it.next(1).first().copied()) else { return Vec::new() };
    let own = row(step.item);
    let group = app.group_of(own).map(Row::Group);
    let skill = app.skill_of(own);
    let area = skill.map(|id| Row::Area(app.catalog.skill(id).area));
    [Some(own), group, skill.map(Row::Skill), area].into_iter().flatten().collect()
}

/// A row, and those that stand for the same where it is listed otherwise.
pub(super) fn alike(app: &App, row: Row) -> Vec<Row> {
    let skill = app.skill_of(row);
    let step = skill.and_then(|id| app.step_of(id));
    [Some(row), step.map(Row::Step), skill.map(Row::Skill)].into_iter().flatten().collect()
}

pub(super) fn row(item: Item) -> Row {
    match item {
        Item::Climb(id) => Row::Step(id),
        Item::Project(id) => Row::Project(id),
    }
}

/// Folds a group, or opens it.
pub(super) fn fold(app: &mut App, group: Group) {
    let turned = (app.view, group);
    if !app.turned.remove(&turned) {
        app.turned.insert(turned);
    }
    app.skills.select(Row::Group(group));
}

/// Folds all groups, or opens all if they are folded.
pub(super) fn fold_all(app: &mut App) {
    let row = app.row();
    let groups = app.path_groups();
    let is_any_open = groups.iter().any(|it| !app.is_group_folded(*it));
    for group in groups {
        if app.is_group_folded(group) != is_any_open {
            fold(app, group);
        }
    }
    if let Some(row) = row {
        reveal_group(app, row, is_any_open);
    }
}

/// Puts the cursor on a row, or on its group if that is folded.
fn reveal_group(app: &mut App, row: Row, is_folded: bool) {
    let group = app.group_of(row).filter(|_| is_folded);
    app.skills.select(group.map_or(row, Row::Group));
}

/// From something to its group; from an open group to a folded one.
pub(super) fn go_up(app: &mut App, row: Row) {
    match row {
        Row::Group(group) if !app.is_group_folded(group) => fold(app, group),
        row => {
            if let Some(group) = app.group_of(row) {
                app.skills.select(Row::Group(group));
            }
        }
    }
}

/// The row for a skill or a project on the path, with its group opened; none if the path
/// does not have it.
pub(super) fn revealed(app: &mut App, row: Row) -> Option<Row> {
    let wanted = match row {
        Row::Skill(id) => Row::Step(app.step_of(id)?),
        row => row,
    };
    let group = app.group_of(wanted)?;
    if app.is_group_folded(group) {
        fold(app, group);
    }
    Some(wanted)
}
