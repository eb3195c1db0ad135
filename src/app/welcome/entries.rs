//! The lines of the list at a question: its answers, in groups.

use super::{super::App, Welcome};
use crate::{
    catalog::{Catalog, SkillId},
    first::{self, Answer, FirstQuestion, is_first_job},
};

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Nothing.
    Gap,
    /// A title above answers.
    Title(&'static str),
    /// An answer.
    Answer(Answer),
    /// The roles that ask for time in a post before them, folded or not.
    LaterSteps,
    /// That one does not know what to answer.
    Unsure,
    /// An answer to one of the three questions that help to choose, by its place.
    Said(usize),
    /// A stage, by its place.
    Bundle(usize),
    /// A skill that can be marked.
    Skill(SkillId),
}

impl Entry {
    /// Whether the cursor can stand on it.
    pub fn is_selectable(&self) -> bool {
        match self {
            Self::Gap | Self::Title(_) => false,
            Self::Answer(_)
            | Self::LaterSteps
            | Self::Unsure
            | Self::Said(_)
            | Self::Bundle(_)
            | Self::Skill(_) => true,
        }
    }
}

impl App {
    /// The lines of the list at a question.
    pub fn entries(&self, welcome: &Welcome) -> Vec<Entry> {
        match welcome.question {
            FirstQuestion::Role => self.role_entries(welcome),
            FirstQuestion::Known => known_entries(self.catalog, welcome),
            FirstQuestion::Hours if welcome.is_typing() => {
                let week = welcome.typed_week(&self.progress).and_then(Result::ok);
                week.map(|it| Entry::Answer(Answer::Hours(it))).into_iter().collect()
            }
            question @ (FirstQuestion::Worked
            | FirstQuestion::Region
            | FirstQuestion::Hours
            | FirstQuestion::Pick) => {
                let answers = self.asked().answers(question).into_iter();
                answers
                    .filter(|it| welcome.fit(self.catalog, it).is_some())
                    .map(Entry::Answer)
                    .collect()
            }
        }
    }

    fn role_entries(&self, welcome: &Welcome) -> Vec<Entry> {
        match welcome.guess() {
            Some(given) => self.guess_entries(given),
            None => self.listed_roles(welcome),
        }
    }

    fn guess_entries(&self, given: &[usize]) -> Vec<Entry> {
        if let Some(inquiry) = first::INQUIRIES.get(given.len()) {
            return (0..inquiry.answers.len()).map(Entry::Said).collect();
        }
        let proposals = first::proposals(self.catalog, given).into_iter();
        let answers = proposals.map(|it| Entry::Answer(Answer::Role(it.role)));
        std::iter::once(Entry::Title("These may suit you")).chain(answers).collect()
    }

    fn listed_roles(&self, welcome: &Welcome) -> Vec<Entry> {
        let answers = self.asked().answers(FirstQuestion::Role).into_iter();
        let shown = answers.filter(|it| welcome.fit(self.catalog, it).is_some());
        let is_first = |it: &Answer| match it {
            Answer::Role(id) => is_first_job(self.catalog, *id),
            Answer::Worked(_) | Answer::Region(_) | Answer::Hours(_) | Answer::Pick(_) => false,
        };
        let (first, later): (Vec<Answer>, Vec<Answer>) = shown.partition(is_first);
        let mut entries = Vec::new();
        if !welcome.is_typing() && first::can_propose(self.catalog) {
            entries.push(Entry::Unsure);
        }
        let gap = self.shape().is_spacious.then_some(Entry::Gap);
        if !first.is_empty() {
            entries.extend(gap.clone().filter(|_| !entries.is_empty()));
            entries.push(Entry::Title("First jobs"));
            entries.extend(first.into_iter().map(Entry::Answer));
        }
        if !later.is_empty() {
            entries.extend(gap.filter(|_| !entries.is_empty()));
            entries.push(Entry::LaterSteps);
            let is_open = welcome.is_typing() || welcome.is_open(0);
            entries.extend(later.into_iter().filter(|_| is_open).map(Entry::Answer));
        }
        entries
    }
}

/// The skills of the path, stage by stage.
fn known_entries(catalog: &Catalog, welcome: &Welcome) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (at, bundle) in welcome.known().bundles.iter().enumerate() {
        let skills =
            bundle.skills.iter().copied().filter(|it| welcome.fit_of_skill(catalog, *it).is_some());
        let skills: Vec<SkillId> = skills.collect();
        if skills.is_empty() {
            continue;
        }
        entries.push(Entry::Bundle(at));
        let is_open = welcome.is_typing() || welcome.is_open(at);
        entries.extend(skills.into_iter().filter(|_| is_open).map(Entry::Skill));
    }
    entries
}
