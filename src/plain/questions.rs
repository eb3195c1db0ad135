//! Answers to the first questions. Each is kept as it is given, so that leaving
//! half-way loses nothing.

use super::{
    Conversation, Kind, Place, Reply, Thing, act, ask, listing::Choice, object, setting, show, verb,
};
use crate::{
    catalog::SkillId,
    deeds::Deed,
    first::{self, FirstQuestion, WORKED},
    words::amount,
};

/// The answer to a line, unless it is none to the question but a word for something else.
pub(super) fn answer(
    talk: &mut Conversation,
    question: FirstQuestion,
    line: &str,
) -> Option<Reply> {
    if line.is_empty() {
        return Some(Reply::said(go_on(talk, question)));
    }
    let numbers: Option<Vec<usize>> = line.split_whitespace().map(|it| it.parse().ok()).collect();
    let deeds = match numbers {
        Some(numbers) => match chosen(talk, question, &numbers) {
            Ok(deeds) => deeds,
            Err(reason) => return Some(Reply::said(reason)),
        },
        None => match typed(talk, question, line)? {
            Ok(deeds) => deeds,
            Err(reply) => return Some(reply),
        },
    };
    let reply = act::act(talk, &deeds);
    // What is known is told one after the other; every other question has one answer.
    if question == FirstQuestion::Known || (reply.effect.is_none() && talk.world.refusal.is_some())
    {
        return Some(reply);
    }
    let next = go_on(talk, question);
    Some(Reply { text: format!("{}\n{next}", reply.text), ..reply })
}

/// The deeds for some numbers.
fn chosen(
    talk: &Conversation,
    question: FirstQuestion,
    numbers: &[usize],
) -> Result<Vec<Deed>, String> {
    let mut deeds = Vec::new();
    for number in numbers {
        let choice = talk.listing.choice(*number);
        match choice.map(|it| deed(talk, question, it)) {
            Some(some) if !some.is_empty() => deeds.extend(some),
            _ => {
                let last = talk.listing.numbers();
                return Err(format!(
                    "There is no answer {number}; type a number from 1 to {last}."
                ));
            }
        }
    }
    if question != FirstQuestion::Known && numbers.len() > 1 {
        return Err("This question has one answer; type one number.".to_owned());
    }
    Ok(deeds)
}

/// What the choice of an answer asks to be done.
fn deed(talk: &Conversation, question: FirstQuestion, choice: Choice) -> Vec<Deed> {
    let deed = match (question, choice) {
        (FirstQuestion::Known, Choice::Know(id)) => return claims(talk, id),
        (FirstQuestion::Role, Choice::Answer(at)) => {
            talk.catalog.roles().nth(at).map(|(id, _)| Deed::Aim(id))
        }
        (FirstQuestion::Worked, Choice::Answer(at)) => WORKED.get(at).map(|it| Deed::Worked(*it)),
        (FirstQuestion::Region, Choice::Answer(at)) => {
            talk.catalog.regions().nth(at).map(|(id, _)| Deed::Live(id))
        }
        (FirstQuestion::Hours, Choice::Answer(at)) => {
            first::habits(&talk.progress).into_iter().nth(at).map(Deed::Hours)
        }
        (FirstQuestion::Pick, Choice::Answer(at)) => {
            let choice = first::first_choice(&talk.plan);
            choice.and_then(|it| it.members.get(at)).map(|it| Deed::Pick(*it))
        }
        (_, _) => None,
    };
    deed.into_iter().collect()
}

/// A skill, and what it builds on.
fn claims(talk: &Conversation, id: SkillId) -> Vec<Deed> {
    let known = first::known_with(talk.learner(), id).into_iter();
    known.map(|(id, rung)| Deed::Claim(id, rung)).collect()
}

/// The deeds for an answer in words; none if the words are a command.
fn typed(
    talk: &mut Conversation,
    question: FirstQuestion,
    line: &str,
) -> Option<Result<Vec<Deed>, Reply>> {
    let first = line.split_whitespace().next().unwrap_or_default();
    let is_command = !verb::find(first).is_empty();
    let said =
        |reason: String| Reply::said(crate::words::sentence(&crate::words::capitalised(&reason)));
    let one = |found: Result<Deed, String>| found.map(|it| vec![it]).map_err(said);
    if is_command {
        return None;
    }
    Some(match question {
        FirstQuestion::Role => match object::meant(talk, Kind::Role, "goal", line) {
            Ok(Thing::Role(id)) => Ok(vec![Deed::Aim(id)]),
            Ok(_) => Ok(Vec::new()),
            Err(reply) => Err(reply),
        },
        FirstQuestion::Worked => one(amount::months(line).map(Deed::Worked)),
        FirstQuestion::Region => one(setting::deed(talk, "set", &format!("region {line}"))),
        FirstQuestion::Hours => one(setting::hours(talk, line).map(Deed::Hours)),
        FirstQuestion::Pick => one(setting::deed(talk, "set", &format!("pick {line}"))),
        FirstQuestion::Known => match object::meant(talk, Kind::Skill, "claim", line) {
            Ok(Thing::Skill(id)) => Ok(claims(talk, id)),
            Ok(_) => Ok(Vec::new()),
            Err(reply) => Err(reply),
        },
    })
}

/// Asks the question after that one, or tells of today.
fn go_on(talk: &mut Conversation, question: FirstQuestion) -> String {
    let next = ask::asked(talk).into_iter().find(|it| it.number() > question.number());
    let Some(next) = next else {
        talk.trail.clear();
        let ready = if talk.progress.goal().is_some() { "Your plan is ready. " } else { "" };
        let today = show::put(talk, Place::Today);
        return format!("{ready}Type answers to change your answers.\n{today}");
    };
    show::put(talk, Place::Question(next))
}

/// Goes back to the question before; none from the first.
pub(super) fn back(talk: &mut Conversation, question: FirstQuestion) -> Option<String> {
    let before = ask::asked(talk).into_iter().rfind(|it| it.number() < question.number())?;
    Some(show::put(talk, Place::Question(before)))
}
