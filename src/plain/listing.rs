//! What was listed last, screenful by screenful: sentences, and choices by number.

use super::speech;
use crate::{
    catalog::{MilestoneId, PointId, ProjectId, ProofId, RouteId, SkillId},
    page::{Subject, Target},
};

/// The choices of a screenful, at most.
const CHOICES: usize = 15;

/// The lines of a screenful, unless one sentence alone is longer.
const LINES: usize = 20;

/// What a number stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// An answer to the question that is asked.
    Answer(usize),
    /// That one does not know what to answer.
    Unsure,
    /// An answer to one of the questions that help to choose.
    Said(usize),
    /// A skill one may know already.
    Know(SkillId),
    Open(Subject),
    Section(Subject, usize),
    Stage(usize),
    Tick(Tick),
}

/// Something that can be ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tick {
    Proof(SkillId, ProofId),
    Point(ProjectId, PointId),
    Milestone(RouteId, MilestoneId),
}

/// Sentences, some of them with a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Listing {
    blocks: Vec<(String, Option<Choice>)>,
    // So many blocks were shown.
    shown: usize,
    // Whether it is worth saying how many there are.
    is_counted: bool,
    prompt: String,
}

impl Choice {
    /// What can be done with something on a page, if anything can.
    pub(super) fn of(target: &Target) -> Option<Self> {
        match target {
            Target::Proof(skill, proof) => Some(Self::Tick(Tick::Proof(*skill, *proof))),
            Target::Point(project, point) => Some(Self::Tick(Tick::Point(*project, *point))),
            Target::Milestone(route, it) => Some(Self::Tick(Tick::Milestone(*route, *it))),
            Target::Skill(id) | Target::Member(id, _) => Some(Self::Open(Subject::Skill(*id))),
            Target::Project(id) => Some(Self::Open(Subject::Project(*id))),
            Target::Role(id) => Some(Self::Open(Subject::Role(*id))),
            Target::Route(id) => Some(Self::Open(Subject::Route(*id))),
            Target::Address(_) | Target::Entry(..) | Target::Welcome => None,
        }
    }
}

impl Listing {
    /// Nothing yet, with what can be typed.
    pub(super) fn new(prompt: impl Into<String>) -> Self {
        Self { prompt: prompt.into(), ..Self::default() }
    }

    /// The same, where it is worth saying how many there are.
    pub(super) fn counted(self) -> Self {
        Self { is_counted: true, ..self }
    }

    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.blocks.push((text.into(), None));
    }

    pub(super) fn offer(&mut self, text: impl Into<String>, choice: Choice) {
        self.blocks.push((text.into(), Some(choice)));
    }

    /// What can be typed.
    pub(super) fn prompt(&self) -> String {
        if self.has_more() {
            format!("Type more to go on. {}", self.prompt)
        } else {
            self.prompt.clone()
        }
    }

    pub(super) fn set_prompt(&mut self, prompt: String) {
        self.prompt = prompt;
    }

    pub(super) fn has_more(&self) -> bool {
        self.shown < self.blocks.len()
    }

    /// What the number stands for, if it was shown.
    pub(super) fn choice(&self, number: usize) -> Option<Choice> {
        let shown = self.blocks.iter().take(self.shown).filter_map(|(_, choice)| *choice);
        number.checked_sub(1).and_then(|it| shown.clone().nth(it))
    }

    /// So many numbers were shown.
    pub(super) fn numbers(&self) -> usize {
        self.blocks.iter().take(self.shown).filter(|(_, it)| it.is_some()).count()
    }

    /// The next screenful.
    pub(super) fn more(&mut self) -> String {
        let first = self.numbers();
        let mut number = first;
        let mut lines = 0;
        let mut said = Vec::new();
        for (text, choice) in self.blocks.iter().skip(self.shown) {
            let text = match choice {
                Some(_) => format!("{}. {text}", number + 1),
                None => text.clone(),
            };
            let height = speech::lines(&text).len();
            let is_full = lines > 0 && lines + height > LINES;
            if is_full || (choice.is_some() && number - first == CHOICES) {
                break;
            }
            number += usize::from(choice.is_some());
            lines += height;
            said.push(text);
        }
        // What is only a heading stands with what it is the heading of.
        let is_cut = self.shown + said.len() < self.blocks.len();
        while is_cut && said.len() > 1 && said.last().is_some_and(|it| it.ends_with(':')) {
            said.pop();
        }
        self.shown += said.len();
        let all = self.blocks.iter().filter(|(_, it)| it.is_some()).count();
        if self.is_counted && number < all {
            said.push(format!("That is {number} of {all}."));
        }
        said.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_told_in_screenfuls_and_numbers_go_on() {
        let mut listing = Listing::new("Type a number.").counted();
        listing.say("Answers:");
        (0..22).for_each(|it| listing.offer(format!("answer {it}"), Choice::Answer(it)));
        assert_eq!(listing.choice(1), None, "nothing was shown yet");
        let first = listing.more();
        assert!(first.starts_with("Answers:\n1. answer 0\n"), "{first}");
        assert!(first.ends_with("15. answer 14\nThat is 15 of 22."), "{first}");
        assert_eq!((listing.choice(15), listing.choice(16)), (Some(Choice::Answer(14)), None));
        assert_eq!(listing.prompt(), "Type more to go on. Type a number.");
        let rest = listing.more();
        assert!(rest.starts_with("16. answer 15\n") && rest.ends_with("22. answer 21"), "{rest}");
        assert_eq!((listing.choice(22), listing.choice(0)), (Some(Choice::Answer(21)), None));
        assert_eq!(
            (listing.prompt(), listing.more()),
            ("Type a number.".to_owned(), String::new())
        );
    }

    #[test]
    fn a_heading_does_not_end_a_screenful() {
        let mut listing = Listing::new("");
        (0..CHOICES).for_each(|it| listing.offer("answer", Choice::Answer(it)));
        listing.say("After that:");
        listing.offer("one more", Choice::Answer(CHOICES));
        assert!(listing.more().ends_with("15. answer"));
        assert_eq!(listing.more(), "After that:\n16. one more");
    }

    #[test]
    fn a_sentence_longer_than_a_screen_is_told_all_the_same() {
        let mut listing = Listing::new("");
        listing.say("word ".repeat(2_000));
        listing.say("end");
        assert!(listing.more().len() > 5_000 && listing.has_more());
        assert_eq!(listing.more(), "end");
    }
}
