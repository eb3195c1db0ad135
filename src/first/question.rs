//! The first questions: which there are, which of them are asked, and in which words.

use strum::VariantArray;

use crate::{
    catalog::{RegionId, RoleId},
    planner::{Choice, Plan},
    progress::Learner,
    words,
};

/// The questions, in the order in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray)]
#[expect(missing_docs, reason = "the names say it")]
pub enum FirstQuestion {
    Role,
    Worked,
    Region,
    Hours,
    Pick,
    Known,
}

/// Whoever is asked, and the plan that follows from what they have answered.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What can be learned, and what this learner wants and has done.
    pub learner: Learner<'a>,
    /// The plan; none before there was time to make one.
    pub plan: Option<&'a Plan>,
    /// Where they seem to be.
    pub here: Option<RegionId>,
}

impl FirstQuestion {
    /// All of them.
    pub const ALL: &[Self] = Self::VARIANTS;
}

impl<'a> Asked<'a> {
    /// The questions that have to be asked. Before there is a goal it is taken that the
    /// role will leave something to choose.
    pub fn questions(self) -> Vec<FirstQuestion> {
        let is_asked = |it: &FirstQuestion| match it {
            FirstQuestion::Worked => self.has_post_before(),
            FirstQuestion::Pick => self.role().is_none() || self.choice().is_some(),
            FirstQuestion::Role
            | FirstQuestion::Region
            | FirstQuestion::Hours
            | FirstQuestion::Known => true,
        };
        FirstQuestion::ALL.iter().copied().filter(is_asked).collect()
    }

    /// The question after that one.
    pub fn next(self, question: FirstQuestion) -> Option<FirstQuestion> {
        self.questions().into_iter().find(|it| *it > question && self.can_be_answered(*it))
    }

    /// The question before that one.
    pub fn previous(self, question: FirstQuestion) -> Option<FirstQuestion> {
        self.questions().into_iter().rfind(|it| *it < question && self.can_be_answered(*it))
    }

    /// Whether there is anything to answer. Without a role there is nothing to choose and
    /// nothing on the way to know.
    fn can_be_answered(self, question: FirstQuestion) -> bool {
        match question {
            FirstQuestion::Pick => self.choice().is_some(),
            FirstQuestion::Known => self.role().is_some(),
            FirstQuestion::Role
            | FirstQuestion::Worked
            | FirstQuestion::Region
            | FirstQuestion::Hours => true,
        }
    }

    /// The choice that the role leaves and that decides the others: a language before its
    /// framework. The plan answers it first.
    pub fn choice(self) -> Option<&'a Choice> {
        self.plan?.choices.iter().find(|it| it.wanted_by.is_none())
    }

    /// A word or two for a question, as a step among the others.
    pub fn step(self, question: FirstQuestion) -> String {
        match question {
            FirstQuestion::Role => "role".to_owned(),
            FirstQuestion::Worked => "experience".to_owned(),
            FirstQuestion::Region => "place".to_owned(),
            FirstQuestion::Hours => "hours".to_owned(),
            FirstQuestion::Pick => self.chosen_thing(),
            FirstQuestion::Known => "what you know".to_owned(),
        }
    }

    /// What is chosen, in a word: `language`, `database`.
    fn chosen_thing(self) -> String {
        let Some(choice) = self.choice() else { return "language".to_owned() };
        let groups = self.learner.catalog.groups().iter();
        let shared =
            |members: &[_]| members.iter().filter(|it| choice.members.contains(it)).count();
        let nearest = groups.max_by_key(|it| shared(&it.members));
        let nearest = nearest.filter(|it| shared(&it.members) > 0);
        nearest.map_or_else(|| "choice".to_owned(), |it| it.id.replace('-', " "))
    }

    /// The question in words.
    pub fn question(self, question: FirstQuestion) -> String {
        match question {
            FirstQuestion::Role => "What would you like to become?".to_owned(),
            FirstQuestion::Worked => "How long have you worked as a developer?".to_owned(),
            FirstQuestion::Region => "Where do you want to work?".to_owned(),
            FirstQuestion::Hours => "When do you have time to study?".to_owned(),
            FirstQuestion::Pick => {
                format!("Which {} do you want to begin with?", self.chosen_thing())
            }
            FirstQuestion::Known => "What do you know already?".to_owned(),
        }
    }

    /// What a question is asked for.
    pub fn purpose(self, question: FirstQuestion) -> String {
        match question {
            FirstQuestion::Role => "Welcome. Choose what to become; rungs lays out what to learn, in which order, and when you can be ready.".to_owned(),
            FirstQuestion::Worked => "This role asks for time in a post before it.".to_owned(),
            FirstQuestion::Region => {
                "Pay and education routes from there come first. The plan is the same everywhere.".to_owned()
            }
            FirstQuestion::Hours => "Your dates come from these hours: choose what you can keep up. Or type your own: 8h a week, mon-fri=1 sat=3.".to_owned(),
            FirstQuestion::Pick => self.why_choose(),
            FirstQuestion::Known => "Mark what you could do today; what it builds on is marked with it. It counts as claimed until you tick its proofs.".to_owned(),
        }
    }

    /// Of what there is to choose, and what is decided by it.
    fn why_choose(self) -> String {
        let (Some(role), Some(choice)) = (self.role(), self.choice()) else { return String::new() };
        let name = &self.learner.catalog.role(role).name;
        let many = words::number(choice.members.len());
        let rest = self.decided_by_it(choice);
        let rest = if rest.is_empty() {
            String::new()
        } else {
            format!(" It decides this as well: {}.", rest.join(", "))
        };
        format!("{name} needs one of these {many}.{rest}")
    }

    /// The other choices of the role: what is planned for them follows from this one.
    fn decided_by_it(self, choice: &Choice) -> Vec<String> {
        let others = self.plan.iter().flat_map(|it| &it.choices);
        let others = others.filter(|it| it.wanted_by.is_none() && it.members != choice.members);
        let names = others.filter_map(|it| it.name.as_deref());
        names.map(str::to_lowercase).collect()
    }

    fn role(self) -> Option<RoleId> {
        self.learner.progress.goal().map(|it| it.role)
    }

    fn has_post_before(self) -> bool {
        self.role().is_some_and(|it| self.learner.catalog.posts(it).len() > 1)
    }
}
