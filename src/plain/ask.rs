//! The first questions as they are asked.

use super::{
    Conversation,
    listing::{Choice, Listing},
};
use crate::{
    first::{self, FirstQuestion, WORKED},
    words,
};

/// A question with its answers.
pub(super) fn listing(talk: &Conversation, question: FirstQuestion) -> Listing {
    let mut list = Listing::new(prompt(question)).counted();
    let asked = asked(talk);
    let at = asked.iter().position(|it| *it == question).map_or(1, |it| it + 1);
    let (asks, why) = match question {
        FirstQuestion::Known => (
            question.words().0,
            "What a skill builds on is claimed with it, and counts as done without proof.",
        ),
        other => other.words(),
    };
    // The first answer decides which other questions there are.
    let of = match question {
        FirstQuestion::Role => String::new(),
        _ => format!(" of {}", asked.len()),
    };
    list.say(format!("Question {at}{of}. {asks} {why}"));
    if let Some(now) = now(talk, question) {
        list.say(format!("So far: {now}."));
    }
    answers(talk, question).into_iter().enumerate().for_each(|(at, text)| {
        list.offer(text, Choice::Answer(at));
    });
    if question == FirstQuestion::Known {
        for id in first::to_place(talk.learner(), &talk.plan) {
            list.offer(&*talk.catalog.skill(id).name, Choice::Know(id));
        }
    }
    list
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
        FirstQuestion::Known => "Type numbers or a name; an empty line goes on, back goes back.",
    }
}

/// The questions that are asked of this learner.
pub(super) fn asked(talk: &Conversation) -> Vec<FirstQuestion> {
    let all = FirstQuestion::ALL.iter().copied();
    all.filter(|it| it.is_asked(talk.learner(), Some(&talk.plan))).collect()
}

/// What holds now, where that can be said.
fn now(talk: &Conversation, question: FirstQuestion) -> Option<String> {
    let progress = &talk.progress;
    match question {
        FirstQuestion::Role => Some(talk.catalog.role(progress.goal()?.role).name.to_string()),
        FirstQuestion::Worked => progress.experience().map(words::months),
        FirstQuestion::Region => {
            progress.region().map(|id| talk.catalog.region(id).name.to_string())
        }
        FirstQuestion::Hours => {
            (!progress.hours().is_empty()).then(|| words::week(progress.hours()))
        }
        FirstQuestion::Pick => {
            let choice = first::first_choice(&talk.plan).filter(|it| it.is_picked)?;
            Some(talk.catalog.skill(choice.taken).name.to_string())
        }
        FirstQuestion::Known => None,
    }
}

/// The answers one can choose by number; what is known is chosen skill by skill.
fn answers(talk: &Conversation, question: FirstQuestion) -> Vec<String> {
    match question {
        FirstQuestion::Role => talk.catalog.roles().map(|(_, it)| it.name.to_string()).collect(),
        FirstQuestion::Worked => {
            let told = |months: &u32| match months {
                0 => "Not yet".to_owned(),
                months => words::months(*months),
            };
            WORKED.iter().map(told).collect()
        }
        FirstQuestion::Region => {
            talk.catalog.regions().map(|(_, it)| it.name.to_string()).collect()
        }
        FirstQuestion::Hours => {
            let told = |week: &crate::progress::Week| {
                format!("{}, {} a week", words::week(week), words::minutes(week.values().sum()))
            };
            first::habits(&talk.progress).iter().map(told).collect()
        }
        FirstQuestion::Pick => {
            let members = first::first_choice(&talk.plan).map(|it| it.members.clone());
            let told = |id| {
                let hours = talk.catalog.hours_to(id, talk.learner().aim(id));
                format!("{}, {}", talk.catalog.skill(id).name, words::hours(hours))
            };
            members.unwrap_or_default().into_iter().map(told).collect()
        }
        FirstQuestion::Known => Vec::new(),
    }
}
