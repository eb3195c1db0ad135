//! The first questions: role, time worked, region, hours, a pick, and what is
//! known already. Here is what is asked and what there is to answer; how it is
//! asked differs between the screen and a conversation in lines.

use strum::VariantArray;

use crate::{
    catalog::{Catalog, RoleId, Rung, SkillId},
    planner::{self, Choice, Plan},
    progress::{Day, Learner, Progress, Week},
};

/// The questions, in the order in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
#[expect(missing_docs, reason = "the names say it")]
pub enum FirstQuestion {
    Role,
    Worked,
    Region,
    Hours,
    Pick,
    Known,
}

/// Ways to spread study over a week: minutes from Monday to Friday, on Saturday, on Sunday.
const HABITS: [(u32, u32, u32); 7] =
    [(30, 0, 0), (60, 0, 0), (60, 60, 60), (60, 180, 0), (0, 240, 240), (120, 0, 0), (360, 0, 0)];

/// Times worked to choose from, in months.
pub const WORKED: [u32; 8] = [0, 6, 12, 24, 36, 60, 84, 120];

impl FirstQuestion {
    /// All of them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The question in words, and what it is asked for.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Role => ("Which role do you aim for?", "It decides which skills you need."),
            Self::Worked => (
                "How long have you worked as a developer?",
                "This role asks for time in a post before it.",
            ),
            Self::Region => ("Where are you?", "Pay and routes from there come first."),
            Self::Hours => ("When do you study?", "Your plan's dates come from these hours."),
            Self::Pick => ("Which of these do you want?", "One is enough for the role."),
            Self::Known => (
                "What do you know already?",
                "Mark with Space; what a skill builds on is marked with it.",
            ),
        }
    }

    /// Its number, counted from 1.
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|it| *it == self).map_or(1, |index| index + 1)
    }

    /// Whether it has to be asked at all of this learner, who has that plan.
    pub fn is_asked(self, learner: Learner<'_>, plan: Option<&Plan>) -> bool {
        match self {
            Self::Worked => {
                learner.progress.goal().is_some_and(|it| has_post_before(learner.catalog, it.role))
            }
            Self::Pick => plan.is_some_and(|it| first_choice(it).is_some()),
            Self::Role | Self::Region | Self::Hours | Self::Known => true,
        }
    }
}

/// Whether a role asks for time in a post before it.
pub fn has_post_before(catalog: &Catalog, role: RoleId) -> bool {
    catalog.posts(role).len() > 1
}

/// Hours to choose from; the learner's own come first if they are others.
pub fn habits(progress: &Progress) -> Vec<Week> {
    let habit = |(working, saturday, sunday): (u32, u32, u32)| {
        let minutes = |day| match day {
            Day::Sat => saturday,
            Day::Sun => sunday,
            _ => working,
        };
        let days = Day::ALL.iter().map(|day| (*day, minutes(*day)));
        days.filter(|(_, minutes)| *minutes > 0).collect()
    };
    let mut weeks: Vec<Week> = HABITS.into_iter().map(habit).collect();
    let own = progress.hours();
    if !own.is_empty() && !weeks.contains(own) {
        weeks.insert(0, own.clone());
    }
    weeks
}

/// The choice with the most members that is still open.
pub fn first_choice(plan: &Plan) -> Option<&Choice> {
    let choices = plan.choices.iter().rev().filter(|it| it.wanted_by.is_none());
    choices.max_by_key(|it| it.members.len())
}

/// The skills of the plan, in learning order.
pub fn to_place(learner: Learner<'_>, plan: &Plan) -> Vec<SkillId> {
    let mut skills: Vec<SkillId> =
        plan.steps.iter().filter_map(|step| step.skill(learner)).collect();
    skills.sort_unstable();
    skills.dedup();
    skills
}

/// What who knows a skill as far as they aim may claim: that, and what it builds on.
pub fn known_with(learner: Learner<'_>, id: SkillId) -> Vec<(SkillId, Rung)> {
    let climb = learner.catalog.climb_to(id, learner.aim(id));
    let below = planner::known_with(learner, climb).into_iter();
    let climbs = below.chain([climb]).map(|it| learner.catalog.climb(it));
    climbs.map(|it| (it.skill, it.rung)).collect()
}
