//! The first questions: role, region, hours, a pick, and what is known already.
//!
//! Each answer is kept as it is given, so that leaving half-way loses nothing,
//! and the same questions can be asked again at any time to change them.

use std::collections::BTreeMap;

use strum::VariantArray;

use super::{App, Effect, Overlay, Reading, act, prompt, prompt::Asks, rows::Row, shape};
use crate::{
    catalog::{RoleId, Rung, SkillId},
    deeds::Deed,
    keys::{Action, Motion, Screen},
    planner::{self, Choice},
    progress::{Day, Week},
    words,
};

/// A question, and where one is in its answers.
#[derive(Clone, Debug)]
pub struct Welcome {
    /// What is asked.
    pub question: FirstQuestion,
    /// The answer that is marked.
    pub cursor: usize,
    /// What the learner says they know.
    pub known: BTreeMap<SkillId, Rung>,
}

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

/// An answer one can mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What the answer says.
    pub text: String,
    /// What stands at its right.
    pub aside: String,
    /// Whether it is ticked; none where one is taken by going on.
    pub is_ticked: Option<bool>,
}

/// Ways to spread study over a week: minutes from Monday to Friday, on Saturday, on Sunday.
const HABITS: [(u32, u32, u32); 7] =
    [(30, 0, 0), (60, 0, 0), (60, 60, 60), (60, 180, 0), (0, 240, 240), (120, 0, 0), (360, 0, 0)];

/// Times worked to choose from, in months.
const WORKED: [u32; 8] = [0, 6, 12, 24, 36, 60, 84, 120];

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
}

impl App {
    /// Which of the questions that are asked this one is, and how many there are;
    /// the first depends on the role that is marked.
    pub fn number_of(&self, welcome: &Welcome) -> (usize, usize) {
        let marked = || self.catalog.roles().map(|(id, _)| id).nth(welcome.cursor);
        let marked = marked().filter(|_| welcome.question == FirstQuestion::Role);
        let leaves_choice =
            |role| self.learner().requirements(role).any(|(_, it)| it.call.members().len() > 1);
        let is_asked = |it: &FirstQuestion| match (it, marked) {
            (FirstQuestion::Worked, Some(role)) => has_post_before(self, role),
            (FirstQuestion::Pick, Some(role)) => leaves_choice(role),
            _ => is_asked(self, *it) || *it == welcome.question,
        };
        let before = FirstQuestion::ALL.iter().take(welcome.question.number());
        let all = FirstQuestion::ALL.iter().filter(|it| is_asked(it));
        (before.filter(|it| is_asked(it)).count(), all.count())
    }

    /// The answers to a question.
    pub fn answers(&self, welcome: &Welcome) -> Vec<Answer> {
        match welcome.question {
            FirstQuestion::Role => {
                let roles = self.catalog.roles().map(|(_, role)| role);
                roles.map(|role| plain(&role.name, role.family.title())).collect()
            }
            FirstQuestion::Worked => {
                let times = WORKED.iter().map(|it| match it {
                    0 => "Not yet".to_owned(),
                    months => words::months(*months),
                });
                times.map(|it| plain(&it, "")).collect()
            }
            FirstQuestion::Region => {
                let regions = self.catalog.regions().map(|(_, region)| region);
                regions.map(|region| plain(&region.name, &region.currency)).collect()
            }
            FirstQuestion::Hours => {
                let weeks = self.habits();
                let own = plain("Other hours, typed by you", "");
                let answer = |week: &Week| {
                    let all = words::minutes(week.values().sum());
                    plain(&words::week(week), &format!("{all} a week"))
                };
                weeks.iter().map(answer).chain([own]).collect()
            }
            FirstQuestion::Pick => {
                let members = self.first_choice().map(|it| it.members).unwrap_or_default();
                let hours = |id: &SkillId| {
                    words::hours(self.catalog.hours_to(*id, self.learner().aim(*id)))
                };
                members.iter().map(|id| plain(&self.catalog.skill(*id).name, &hours(id))).collect()
            }
            FirstQuestion::Known => {
                let answer = |id: &SkillId| Answer {
                    text: self.catalog.skill(*id).name.to_string(),
                    aside: words::level(self.catalog.skill(*id).level).to_owned(),
                    is_ticked: Some(welcome.known.contains_key(id)),
                };
                self.to_place().iter().map(answer).collect()
            }
        }
    }

    /// Hours to choose from; the learner's own come first if they are others.
    fn habits(&self) -> Vec<Week> {
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
        let own = self.progress.hours();
        if !own.is_empty() && !weeks.contains(own) {
            weeks.insert(0, own.clone());
        }
        weeks
    }

    /// The choice with the most members that is still open.
    fn first_choice(&self) -> Option<Choice> {
        let plan = self.plan.as_ref()?;
        let choices = plan.choices.iter().rev().filter(|it| it.wanted_by.is_none());
        choices.max_by_key(|it| it.members.len()).cloned()
    }

    /// The skills of the plan, in learning order.
    fn to_place(&self) -> Vec<SkillId> {
        let steps = self.plan.iter().flat_map(|plan| &plan.steps);
        let mut skills: Vec<SkillId> =
            steps.filter_map(|step| step.skill(self.learner())).collect();
        skills.sort_unstable();
        skills.dedup();
        skills
    }

    fn welcome(&mut self) -> Option<&mut Welcome> {
        match &mut self.overlay {
            Some(Overlay::Welcome(welcome)) => Some(welcome),
            _ => None,
        }
    }
}

fn plain(text: &str, aside: &str) -> Answer {
    Answer { text: text.to_owned(), aside: aside.to_owned(), is_ticked: None }
}

/// Asks from the beginning.
pub(super) fn begin(app: &mut App) {
    ask(app, FirstQuestion::Role);
}

/// Asks a question, with the answer marked that holds now.
pub(super) fn ask(app: &mut App, question: FirstQuestion) {
    if !is_asked(app, question) {
        return go_on(app, question);
    }
    let cursor = match question {
        FirstQuestion::Role => {
            let goal = app.progress.goal().map(|goal| goal.role);
            app.catalog.roles().position(|(id, _)| Some(id) == goal)
        }
        FirstQuestion::Worked => {
            let months = app.progress.experience().unwrap_or(0);
            WORKED.iter().rposition(|it| *it <= months)
        }
        FirstQuestion::Region => app.catalog.regions().position(|(id, _)| Some(id) == app.region()),
        FirstQuestion::Hours => {
            let week = planner::hours_of_week(&app.progress);
            app.habits().iter().position(|it| *it == week)
        }
        FirstQuestion::Pick => {
            app.first_choice().and_then(|it| it.members.iter().position(|id| *id == it.taken))
        }
        FirstQuestion::Known => None,
    };
    let welcome = Welcome { question, cursor: cursor.unwrap_or(0), known: BTreeMap::new() };
    app.overlay = Some(Overlay::Welcome(welcome));
}

/// Whether a question has to be asked at all.
fn is_asked(app: &App, question: FirstQuestion) -> bool {
    match question {
        FirstQuestion::Worked => {
            app.progress.goal().is_some_and(|it| has_post_before(app, it.role))
        }
        FirstQuestion::Pick => app.first_choice().is_some(),
        FirstQuestion::Role
        | FirstQuestion::Region
        | FirstQuestion::Hours
        | FirstQuestion::Known => true,
    }
}

fn has_post_before(app: &App, role: RoleId) -> bool {
    app.catalog.posts(role).len() > 1
}

pub(super) fn move_cursor(app: &mut App, motion: Motion) {
    let Some(Overlay::Welcome(welcome)) = &app.overlay else { return };
    let (cursor, len) = (welcome.cursor, app.answers(welcome).len());
    let cursor = shape::scrolled(cursor, len, motion);
    if let Some(welcome) = app.welcome() {
        welcome.cursor = cursor;
    }
}

/// Ticks the answer under the cursor, with all it surely includes, or takes the tick back.
pub(super) fn choose(app: &mut App) {
    let Some(Overlay::Welcome(welcome)) = &app.overlay else { return };
    let chosen = app.to_place().get(welcome.cursor).copied();
    let (FirstQuestion::Known, Some(id)) = (welcome.question, chosen) else { return };
    let learner = app.learner();
    let climb = app.catalog.climb_to(id, learner.aim(id));
    let known = planner::known_with(learner, climb).into_iter().map(|it| app.catalog.climb(it));
    let with: Vec<(SkillId, Rung)> = known.map(|it| (it.skill, it.rung)).collect();
    let aim = app.catalog.climb(climb).rung;
    let Some(welcome) = app.welcome() else { return };
    if welcome.known.remove(&id).is_some() {
        return;
    }
    let before = welcome.known.len();
    welcome.known.insert(id, aim);
    for (id, rung) in with {
        let known = welcome.known.entry(id).or_insert(rung);
        *known = (*known).max(rung);
    }
    let more = welcome.known.len() - before - 1;
    if more > 0 {
        app.tell(format!(
            "Marked, and with it {} it builds on.",
            words::count(more, "skill", "skills")
        ));
    }
}

/// Takes the marked answer and goes on.
pub(super) fn answer(app: &mut App) -> Option<Effect> {
    let Some(Overlay::Welcome(welcome)) = app.overlay.clone() else { return None };
    let deeds = match welcome.question {
        FirstQuestion::Role => {
            let role = app.catalog.roles().nth(welcome.cursor).map(|(id, _)| id);
            if let Some(role) = role {
                app.roles.select(Row::Role(role));
            }
            role.map(Deed::Aim).into_iter().collect()
        }
        FirstQuestion::Worked => {
            WORKED.get(welcome.cursor).map(|it| Deed::Worked(*it)).into_iter().collect()
        }
        FirstQuestion::Region => {
            let region = app.catalog.regions().nth(welcome.cursor);
            region.map(|(id, _)| Deed::Live(id)).into_iter().collect()
        }
        FirstQuestion::Hours => {
            let Some(week) = app.habits().get(welcome.cursor).cloned() else {
                prompt::ask(app, Asks::Hours);
                return None;
            };
            vec![Deed::Hours(week)]
        }
        FirstQuestion::Pick => {
            let members = app.first_choice().map(|it| it.members).unwrap_or_default();
            members.get(welcome.cursor).map(|id| Deed::Pick(*id)).into_iter().collect()
        }
        FirstQuestion::Known => {
            welcome.known.into_iter().map(|(id, rung)| Deed::Claim(id, rung)).collect()
        }
    };
    let effect = act::act_together(app, deeds);
    // What comes of an answer is seen in the end.
    app.notice = app.notice.take().filter(super::Notice::is_warning);
    go_on(app, welcome.question);
    effect
}

/// Asks the question after that one, or shows today's page.
pub(super) fn go_on(app: &mut App, question: FirstQuestion) {
    if let Some(next) = FirstQuestion::ALL.get(question.number()) {
        return ask(app, *next);
    }
    app.overlay = None;
    app.screen = Screen::Today;
    app.today.reading = Reading::default();
    let (answers, help) =
        (app.world.keymap.named(Action::Welcome), app.world.keymap.named(Action::ToggleHelp));
    app.tell(format!("Your plan is ready. {answers} changes your answers, {help} shows the keys."));
}

/// Goes back to the question before.
pub(super) fn back(app: &mut App) {
    let Some(Overlay::Welcome(welcome)) = &app.overlay else { return };
    let number = welcome.question.number();
    let before = FirstQuestion::ALL.iter().take(number.saturating_sub(1)).rev();
    if let Some(question) = before.copied().find(|it| is_asked(app, *it)) {
        ask(app, question);
    }
}
