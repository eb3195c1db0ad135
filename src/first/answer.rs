//! Answers to the first questions, and the deeds they stand for.

use super::question::{Asked, FirstQuestion};
use crate::{
    catalog::{Catalog, RegionId, RoleId, SkillId},
    deeds::Deed,
    planner,
    progress::{Day, Progress, Week},
    words,
};

/// An answer of which one is taken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// The role aimed for.
    Role(RoleId),
    /// The months worked as a developer.
    Worked(u32),
    /// Where one wants to work.
    Region(RegionId),
    /// The hours of a week.
    Hours(Week),
    /// A member of the choice that the role leaves.
    Pick(SkillId),
}

/// Ways to spread study over a week: minutes from Monday to Friday, on Saturday, on Sunday.
const HABITS: [(u32, u32, u32); 7] =
    [(30, 0, 0), (60, 0, 0), (60, 60, 60), (60, 180, 0), (0, 240, 240), (120, 0, 0), (360, 0, 0)];

/// Times worked to choose from, in months.
pub const WORKED: [u32; 8] = [0, 6, 12, 24, 36, 60, 84, 120];

impl Answer {
    /// What is done if this is the answer.
    pub fn deed(&self) -> Deed {
        match self {
            Self::Role(id) => Deed::Aim(*id),
            Self::Worked(months) => Deed::Worked(*months),
            Self::Region(id) => Deed::Live(*id),
            Self::Hours(week) => Deed::Hours(week.clone()),
            Self::Pick(id) => Deed::Pick(*id),
        }
    }

    /// The answer in words.
    pub fn told(&self, catalog: &Catalog) -> String {
        match self {
            Self::Role(id) => catalog.role(*id).name.to_string(),
            Self::Worked(0) => "Not yet".to_owned(),
            Self::Worked(months) => words::months(*months),
            Self::Region(id) => catalog.region(*id).name.to_string(),
            Self::Hours(week) => words::week(week),
            Self::Pick(id) => catalog.skill(*id).name.to_string(),
        }
    }
}

impl Asked<'_> {
    /// The answers there are to a question; none to the last, where several are marked.
    pub fn answers(self, question: FirstQuestion) -> Vec<Answer> {
        let catalog = self.learner.catalog;
        match question {
            FirstQuestion::Role => roles(catalog).into_iter().map(Answer::Role).collect(),
            FirstQuestion::Worked => WORKED.map(Answer::Worked).to_vec(),
            FirstQuestion::Region => catalog.regions().map(|(id, _)| Answer::Region(id)).collect(),
            FirstQuestion::Hours => {
                habits(self.learner.progress).into_iter().map(Answer::Hours).collect()
            }
            FirstQuestion::Pick => {
                let members = self.choice().map(|it| it.members.as_slice()).unwrap_or_default();
                members.iter().copied().map(Answer::Pick).collect()
            }
            FirstQuestion::Known => Vec::new(),
        }
    }

    /// The answer that holds now, if one does.
    pub fn current(self, question: FirstQuestion) -> Option<Answer> {
        let progress = self.learner.progress;
        match question {
            FirstQuestion::Role => progress.goal().map(|it| Answer::Role(it.role)),
            FirstQuestion::Worked => {
                let months = progress.experience().unwrap_or(0);
                WORKED.into_iter().rfind(|it| *it <= months).map(Answer::Worked)
            }
            FirstQuestion::Region => {
                progress.region_in_front(self.learner.catalog, self.here).map(Answer::Region)
            }
            FirstQuestion::Hours => Some(Answer::Hours(planner::hours_of_week(progress))),
            FirstQuestion::Pick => self.choice().map(|it| Answer::Pick(it.taken)),
            FirstQuestion::Known => None,
        }
    }
}

/// Whether a role can be the first job of a career.
pub fn is_first_job(catalog: &Catalog, id: RoleId) -> bool {
    catalog.role(id).experience.is_none()
}

/// The roles: first jobs before later steps, and of first jobs the one that stands for
/// its line of work before its near relations, so that unlike ones meet the eye first.
fn roles(catalog: &Catalog) -> Vec<RoleId> {
    let mut tracks = Vec::new();
    let mut ranked: Vec<(u8, RoleId)> = Vec::new();
    for (id, role) in catalog.roles() {
        let is_own = role.ladder.track == "neighbour" || !tracks.contains(&&role.ladder.track);
        tracks.push(&role.ladder.track);
        let rank = match (is_first_job(catalog, id), is_own) {
            (true, true) => 0,
            (true, false) => 1,
            (false, _) => 2,
        };
        ranked.push((rank, id));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, id)| id).collect()
}

/// Hours to choose from, the fewest first; the learner's own are among them.
fn habits(progress: &Progress) -> Vec<Week> {
    let habit = |(working, saturday, sunday): (u32, u32, u32)| {
        let minutes = |day| match day {
            Day::Sat => saturday,
            Day::Sun => sunday,
            Day::Mon | Day::Tue | Day::Wed | Day::Thu | Day::Fri => working,
        };
        let days = Day::ALL.iter().map(|day| (*day, minutes(*day)));
        days.filter(|(_, minutes)| *minutes > 0).collect()
    };
    let mut weeks: Vec<Week> = HABITS.into_iter().map(habit).collect();
    let own = progress.hours();
    if !own.is_empty() && !weeks.contains(own) {
        weeks.push(own.clone());
        weeks.sort_by_key(|week| week.values().sum::<u32>());
    }
    weeks
}
