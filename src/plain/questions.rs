//! Answers to the first questions. Each is kept as it is given, so that leaving
//! half-way loses nothing.

use super::{Conversation, Place, Reply, act, listing::Choice, object, setting, show, verb};
use crate::{
    catalog::SkillId,
    deeds::Deed,
    first::{Answer, FirstQuestion},
    words::{self, amount},
};

/// The answer to a line, unless it is none to the question but a word for something else.
pub(super) fn answer(
    talk: &mut Conversation,
    question: FirstQuestion,
    line: &str,
) -> Option<Reply> {
    if line.is_empty() {
        return Some(Reply::said(leave_open(talk, question)));
    }
    let numbers: Option<Vec<usize>> = line.split_whitespace().map(|it| it.parse().ok()).collect();
    if numbers.is_none() && !verb::find(line.split_whitespace().next().unwrap_or("")).is_empty() {
        return None;
    }
    let reply = match numbers {
        Some(numbers) if question == FirstQuestion::Known => {
            skills(talk, &numbers).map(|skills| mark(talk, &skills))
        }
        Some(numbers) => chosen(talk, question, &numbers),
        None => typed(talk, question, line),
    };
    Some(reply.unwrap_or_else(|reply| reply))
}

/// What the number of an answer asks for.
fn chosen(
    talk: &mut Conversation,
    question: FirstQuestion,
    numbers: &[usize],
) -> Result<Reply, Reply> {
    let [number] = *numbers else {
        return Err(Reply::said("This question has one answer; type one number."));
    };
    match talk.listing.choice(number) {
        Some(Choice::Answer(at)) => {
            let answer = talk.asked().answers(question).into_iter().nth(at);
            let answer = answer.ok_or_else(|| no_answer(talk, number))?;
            Ok(take(talk, question, answer.deed()))
        }
        Some(Choice::Unsure) => Ok(Reply::said(show::put(talk, Place::Inquiry(Vec::new())))),
        Some(Choice::Said(at)) => {
            let given = match &talk.place {
                Place::Inquiry(given) => [given.as_slice(), &[at]].concat(),
                _ => vec![at],
            };
            Ok(Reply::said(show::put(talk, Place::Inquiry(given))))
        }
        _ => Err(no_answer(talk, number)),
    }
}

fn no_answer(talk: &Conversation, number: usize) -> Reply {
    let last = talk.listing.numbers();
    Reply::said(format!("There is no answer {number}; type a number from 1 to {last}."))
}

/// What an answer in words asks for.
fn typed(talk: &mut Conversation, question: FirstQuestion, line: &str) -> Result<Reply, Reply> {
    let deed = match question {
        FirstQuestion::Role => Ok(Answer::Role(object::role(talk, "goal", line)?).deed()),
        FirstQuestion::Worked => amount::months(line).map(Deed::Worked),
        FirstQuestion::Region => setting::deed(talk, "set", &format!("region {line}")),
        FirstQuestion::Hours => setting::hours(talk, line).map(Deed::Hours),
        FirstQuestion::Pick => setting::deed(talk, "set", &format!("pick {line}")),
        FirstQuestion::Known => {
            let id = object::skill(talk, "claim", line)?;
            return Ok(mark(talk, &[id]));
        }
    };
    let said = |reason: String| Reply::said(words::sentence(&words::capitalised(&reason)));
    deed.map(|deed| take(talk, question, deed)).map_err(said)
}

/// Takes an answer and goes on.
fn take(talk: &mut Conversation, question: FirstQuestion, deed: Deed) -> Reply {
    let reply = act::act(talk, &[deed]);
    if reply.effect.is_none() && talk.world.refusal.is_some() {
        return reply;
    }
    let next = go_on(talk, question);
    Reply { text: format!("{}\n{next}", reply.text), ..reply }
}

/// The skills that numbers stand for.
fn skills(talk: &Conversation, numbers: &[usize]) -> Result<Vec<SkillId>, Reply> {
    let of = |number: &usize| match talk.listing.choice(*number) {
        Some(Choice::Know(id)) => Ok(vec![id]),
        Some(Choice::Stage(at)) => {
            Ok(talk.known.bundles.get(at).map(|it| it.skills.clone()).unwrap_or_default())
        }
        _ => Err(no_answer(talk, *number)),
    };
    Ok(numbers.iter().map(of).collect::<Result<Vec<_>, _>>()?.concat())
}

/// Marks skills as known with what they build on, or takes the marks back.
fn mark(talk: &mut Conversation, skills: &[SkillId]) -> Reply {
    let mut known = talk.known.clone();
    known.toggle(talk.learner(), skills);
    let reply = act::act(talk, &known.deeds());
    if reply.effect.is_some() {
        known.keep();
        talk.known = known;
    }
    reply
}

/// Goes on without an answer; of the questions that help to choose, to all roles.
fn leave_open(talk: &mut Conversation, question: FirstQuestion) -> String {
    if matches!(talk.place, Place::Inquiry(_)) {
        return show::put(talk, Place::Question(FirstQuestion::Role));
    }
    go_on(talk, question)
}

/// Asks the question after that one, or tells of today.
fn go_on(talk: &mut Conversation, question: FirstQuestion) -> String {
    let Some(next) = talk.asked().next(question) else {
        talk.trail.clear();
        let ready = if talk.progress.goal().is_some() { "Your plan is ready. " } else { "" };
        let today = show::put(talk, Place::Today);
        return format!("{ready}Type answers to change your answers.\n{today}");
    };
    show::put(talk, Place::Question(next))
}

/// Goes back to the question before; none from the first.
pub(super) fn back(talk: &mut Conversation, question: FirstQuestion) -> Option<String> {
    let before = match &talk.place {
        Place::Inquiry(given) => match given.split_last() {
            Some((_, given)) => Place::Inquiry(given.to_vec()),
            None => Place::Question(FirstQuestion::Role),
        },
        _ => Place::Question(talk.asked().previous(question)?),
    };
    Some(show::put(talk, before))
}
