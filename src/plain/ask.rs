//! The first questions as they are asked.

use super::{
    Conversation,
    listing::{Choice, Listing},
};
use crate::{
    first::{self, Answer, Asked, FirstQuestion, INQUIRIES, is_first_job},
    words,
};

impl Conversation {
    /// Who is asked the first questions.
    pub(super) fn asked(&self) -> Asked<'_> {
        Asked { learner: self.learner(), plan: Some(&self.plan), here: self.world.here }
    }
}

/// A question with its answers.
pub(super) fn listing(talk: &Conversation, question: FirstQuestion) -> Listing {
    let asked = talk.asked();
    let mut list = Listing::new(prompt(question)).counted();
    list.say(format!(
        "{} {} {}",
        place(asked, question),
        asked.question(question),
        asked.purpose(question)
    ));
    if let Some(now) = asked.current(question) {
        list.say(format!("So far: {}.", told(talk, &now)));
    }
    match question {
        FirstQuestion::Role => offer_roles(talk, &mut list),
        FirstQuestion::Known => offer_known(talk, &mut list),
        FirstQuestion::Worked
        | FirstQuestion::Region
        | FirstQuestion::Hours
        | FirstQuestion::Pick => {
            for (at, answer) in asked.answers(question).iter().enumerate() {
                list.offer(told(talk, answer), Choice::Answer(at));
            }
        }
    }
    list
}

/// Which question of how many; the first answer decides which others there are.
fn place(asked: Asked<'_>, question: FirstQuestion) -> String {
    let all = asked.questions();
    let number = all.iter().position(|it| *it == question).map_or(1, |it| it + 1);
    match question {
        FirstQuestion::Role => format!("Question {number}."),
        FirstQuestion::Worked
        | FirstQuestion::Region
        | FirstQuestion::Hours
        | FirstQuestion::Pick
        | FirstQuestion::Known => format!("Question {number} of {}.", all.len()),
    }
}

fn prompt(question: FirstQuestion) -> &'static str {
    match question {
        FirstQuestion::Role => "Type a number or the name of a role; an empty line leaves it open.",
        FirstQuestion::Worked => {
            "Type a number or a time such as 18m or 2y; an empty line goes on, back goes back."
        }
        FirstQuestion::Region => "Type a number; an empty line goes on, back goes back.",
        FirstQuestion::Hours => {
            "Type a number or hours such as 8h a week or mon-fri=1; an empty line goes on, back goes back."
        }
        FirstQuestion::Pick => {
            "Type a number; an empty line leaves it to the plan, back goes back."
        }
        FirstQuestion::Known => {
            "Type numbers or a name to mark them, or to take marks back; an empty line goes on, back goes back."
        }
    }
}

/// An answer, with what it comes to.
fn told(talk: &Conversation, answer: &Answer) -> String {
    let name = answer.told(talk.catalog);
    match answer {
        Answer::Role(_) | Answer::Worked(_) | Answer::Region(_) => name,
        Answer::Hours(week) => {
            format!("{name}, {} a week", words::minutes(week.values().sum()))
        }
        Answer::Pick(id) => {
            let hours = talk.catalog.hours_to(*id, talk.learner().aim(*id));
            format!("{name}, {}", words::hours(hours))
        }
    }
}

/// The roles, first jobs before later steps; and a way for those who know none.
fn offer_roles(talk: &Conversation, list: &mut Listing) {
    if first::can_propose(talk.catalog) {
        list.offer("I am not sure: three questions help me choose.", Choice::Unsure);
    }
    let answers = talk.asked().answers(FirstQuestion::Role);
    let is_first = |it: &Answer| match it {
        Answer::Role(id) => is_first_job(talk.catalog, *id),
        Answer::Worked(_) | Answer::Region(_) | Answer::Hours(_) | Answer::Pick(_) => false,
    };
    for (title, is_meant) in [("First jobs:", true), ("Later steps:", false)] {
        let group = answers.iter().enumerate().filter(|(_, it)| is_first(it) == is_meant);
        for (nth, (at, answer)) in group.enumerate() {
            if nth == 0 {
                list.say(title);
            }
            list.offer(told(talk, answer), Choice::Answer(at));
        }
    }
}

/// The skills of the path, stage by stage, with what is marked.
fn offer_known(talk: &Conversation, list: &mut Listing) {
    for (at, bundle) in talk.known.bundles.iter().enumerate() {
        let name = words::stage_name(talk.catalog, bundle.kind);
        let marked = talk.known.count_of(&bundle.skills);
        let all = bundle.skills.len();
        list.offer(
            format!("All of stage {}, {name}: {marked} of {all} marked", at + 1),
            Choice::Stage(at),
        );
        for id in bundle.skills.iter().copied() {
            let mark = if talk.known.is_marked(id) { ", marked" } else { "" };
            list.offer(format!("{}{mark}", talk.catalog.skill(id).name), Choice::Know(id));
        }
    }
}

/// One of the three questions that help to choose, or what the answers speak for.
pub(super) fn inquiry(talk: &Conversation, given: &[usize]) -> Listing {
    let Some(inquiry) = INQUIRIES.get(given.len()) else { return proposed(talk, given) };
    let mut list = Listing::new("Type a number; back goes back.");
    list.say(format!("{} of {}. {}", given.len() + 1, INQUIRIES.len(), inquiry.question));
    for (at, answer) in inquiry.answers.iter().enumerate() {
        list.offer(answer.said, Choice::Said(at));
    }
    list
}

/// The roles that may suit, each with its reasons.
fn proposed(talk: &Conversation, given: &[usize]) -> Listing {
    let mut list =
        Listing::new("Type a number to aim for that role; an empty line shows all roles.");
    list.say("These may suit you:");
    let answers = talk.asked().answers(FirstQuestion::Role);
    for proposal in first::proposals(talk.catalog, given) {
        let answer = Answer::Role(proposal.role);
        let Some(at) = answers.iter().position(|it| *it == answer) else { continue };
        list.offer(told(talk, &answer), Choice::Answer(at));
        for (said, words) in proposal.reasons {
            list.say(format!("{said}: its leaflet says of those it suits \"{words}\"."));
        }
    }
    list
}
