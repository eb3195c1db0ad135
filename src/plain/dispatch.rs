//! From a line to what it asks for.

use super::{
    Conversation, Effect, Kind, Place, Reply, act,
    listing::{Choice, Tick},
    name, object, questions, reading, setting, show,
    verb::{self, Verb},
    writing,
};
use crate::{
    catalog::{RouteId, Rung, SkillId},
    deeds::{self, Deed},
    first::FirstQuestion,
    progress::{EntryId, Task},
    words::{
        self,
        amount::{self, Lean},
    },
};

/// The letters of a wrong line that are said again.
const QUOTED: usize = 40;

/// Answers a line.
pub(super) fn answer(talk: &mut Conversation, line: &str) -> Reply {
    if let Some(question) = talk.place.question() {
        let (word, _) = split(line);
        if is_verb(word, Verb::Back)
            && let Some(text) = questions::back(talk, question)
        {
            return Reply::said(text);
        }
        if let Some(reply) = questions::answer(talk, question, line) {
            return reply;
        }
    }
    if line.is_empty() {
        return more(talk);
    }
    let numbers: Option<Vec<usize>> = line.split_whitespace().map(|it| it.parse().ok()).collect();
    if let Some(numbers) = numbers {
        return choose(talk, &numbers);
    }
    let (word, rest) = split(line);
    match *verb::find(word) {
        [only] => carry_out(talk, only.verb, only.word, rest),
        [] => {
            let quoted = words::fitted(line, QUOTED, "...");
            Reply::said(format!("{quoted} means nothing here; type help for all words."))
        }
        ref several => {
            let all: Vec<&str> = several.iter().map(|it| it.word).collect();
            Reply::said(format!("{word} could be {}; type a letter more.", all.join(" or ")))
        }
    }
}

fn split(line: &str) -> (&str, &str) {
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    (word, rest.trim())
}

fn is_verb(word: &str, verb: Verb) -> bool {
    matches!(*verb::find(word), [only] if only.verb == verb)
}

#[expect(clippy::too_many_lines, reason = "a line for each word")]
fn carry_out(talk: &mut Conversation, verb: Verb, word: &str, rest: &str) -> Reply {
    match verb {
        Verb::Today => Reply::said(show::go(talk, Place::Today)),
        Verb::Plan => Reply::said(show::go(talk, Place::Plan)),
        Verb::Roles => list(talk, Kind::Role, rest),
        Verb::Skills => list(talk, Kind::Skill, rest),
        Verb::Projects => list(talk, Kind::Project, rest),
        Verb::Routes => list(talk, Kind::Route, rest),
        Verb::Find if rest.is_empty() => Reply::said("Type find and a word, such as find git."),
        Verb::Find => Reply::said(show::go(talk, Place::Found(rest.to_owned()))),
        Verb::Compare => writing::compare(talk, rest),
        Verb::Terms => writing::terms(talk, rest),
        Verb::Answers => Reply::said(show::go(talk, Place::Question(FirstQuestion::Role))),
        Verb::More => more(talk),
        Verb::Next => beside(talk, true),
        Verb::Previous => beside(talk, false),
        Verb::Back => Reply::said(show::back(talk)),
        Verb::Again => Reply::said(show::again(talk)),
        Verb::Tick | Verb::Untick | Verb::Prove => tick(talk, verb, word, rest),
        Verb::Claim => claim(talk, rest),
        Verb::Unclaim => about_skill(talk, word, rest, Deed::Unclaim),
        Verb::Skip => about_skill(talk, word, rest, Deed::Skip),
        Verb::Unskip => about_skill(talk, word, rest, Deed::TakeUp),
        Verb::Log => log(talk, rest),
        Verb::Note => writing::note(talk, rest),
        Verb::Evidence => writing::evidence(talk, rest),
        Verb::Goal if rest == "none" => act::act(talk, &[Deed::GiveUp]),
        Verb::Goal => goal(talk, rest),
        Verb::Follow => about_route(talk, word, rest, Deed::Follow),
        Verb::Leave => about_route(talk, word, rest, Deed::Leave),
        Verb::Set => match setting::deed(talk, word, rest) {
            Ok(deed) => act::act(talk, &[deed]),
            Err(reason) => refused(&reason),
        },
        Verb::Try => try_out(talk, rest),
        Verb::Keep if is_plan(rest) => act::act(talk, &[Deed::KeepPlan]),
        Verb::Keep => {
            let reply = act::keep(talk);
            show::refresh(talk);
            reply
        }
        Verb::Drop => drop_trial(talk),
        Verb::By => by(talk, rest),
        Verb::Undo => Reply { text: String::new(), effect: Some(Effect::Undo) },
        Verb::Redo => Reply { text: String::new(), effect: Some(Effect::Redo) },
        Verb::Help => help(rest),
        Verb::Quit => Reply { text: String::new(), effect: Some(Effect::Quit) },
    }
}

fn refused(reason: &str) -> Reply {
    Reply::said(words::sentence(&words::capitalised(reason)))
}

fn more(talk: &mut Conversation) -> Reply {
    if talk.listing.has_more() {
        return Reply::said(talk.listing.more());
    }
    Reply::said("That is all there is here.")
}

fn beside(talk: &mut Conversation, is_next: bool) -> Reply {
    let lacking = if is_next { "Nothing comes after this." } else { "Nothing comes before this." };
    Reply::said(show::beside(talk, is_next).unwrap_or_else(|| lacking.to_owned()))
}

/// All of a kind, or what goes by some words; if that is one, its page.
fn list(talk: &mut Conversation, kind: Kind, words: &str) -> Reply {
    let found = (!words.is_empty()).then(|| name::found(talk, Some(kind), words));
    let place = match found.and_then(|it| it.only()) {
        Some(only) => Place::Page(name::subject(only)),
        None => Place::List(kind, words.to_owned()),
    };
    Reply::said(show::go(talk, place))
}

/// What a number or several ask for.
fn choose(talk: &mut Conversation, numbers: &[usize]) -> Reply {
    let [number] = *numbers else { return tick_all(talk, Verb::Tick, numbers) };
    match talk.listing.choice(number) {
        None => Reply::said(no_number(talk, number)),
        Some(Choice::Tick(_)) => tick_all(talk, Verb::Tick, numbers),
        Some(Choice::Open(subject)) => Reply::said(show::go(talk, Place::Page(subject))),
        Some(Choice::Section(subject, at)) => {
            Reply::said(show::go(talk, Place::Section(subject, at)))
        }
        Some(Choice::Stage(at)) => Reply::said(show::go(talk, Place::Stage(at))),
        Some(Choice::Answer(_) | Choice::Unsure | Choice::Said(_) | Choice::Know(_)) => {
            Reply::said("The question is over; answers asks it once more.")
        }
    }
}

fn no_number(talk: &Conversation, number: usize) -> String {
    match talk.listing.numbers() {
        0 => "There are no numbers here; type help for all words.".to_owned(),
        1 => format!("There is no number {number} here; the only one is 1."),
        last => format!("There is no number {number} here; type one from 1 to {last}."),
    }
}

fn tick(talk: &mut Conversation, verb: Verb, word: &str, rest: &str) -> Reply {
    let numbers: Option<Vec<usize>> =
        rest.split([' ', ',']).filter(|it| !it.is_empty()).map(|it| it.parse().ok()).collect();
    match numbers {
        Some(numbers) if !numbers.is_empty() => tick_all(talk, verb, &numbers),
        _ => Reply::said(format!("Say which by the numbers of the list, such as {word} 1.")),
    }
}

/// Ticks what has these numbers, or takes the ticks back.
fn tick_all(talk: &mut Conversation, verb: Verb, numbers: &[usize]) -> Reply {
    let mut deeds = Vec::new();
    for number in numbers {
        let tick = match talk.listing.choice(*number) {
            Some(Choice::Tick(tick)) => tick,
            Some(_) => {
                return Reply::said(format!(
                    "Number {number} cannot be ticked; type {number} alone to go there."
                ));
            }
            None => return Reply::said(no_number(talk, *number)),
        };
        let is_ticked = reading::is_ticked(talk, tick);
        if verb == Verb::Tick && is_ticked && numbers.len() == 1 {
            return Reply::said(format!("That is ticked already; untick {number} takes it back."));
        }
        deeds.push(if verb == Verb::Untick { unticked(tick) } else { ticked(tick) });
        if verb == Verb::Prove {
            deeds.extend(shown(talk, tick));
        }
    }
    act::act(talk, &deeds)
}

fn ticked(tick: Tick) -> Deed {
    match tick {
        Tick::Proof(id, proof) => Deed::Tick(id, proof),
        Tick::Point(id, point) => Deed::Build(id, point),
        Tick::Milestone(id, milestone) => Deed::Reach(id, milestone),
    }
}

fn unticked(tick: Tick) -> Deed {
    match tick {
        Tick::Proof(id, proof) => Deed::Untick(id, proof),
        Tick::Point(id, point) => Deed::Unbuild(id, point),
        Tick::Milestone(id, milestone) => Deed::Unreach(id, milestone),
    }
}

/// The proofs that a point shows.
fn shown(talk: &Conversation, tick: Tick) -> Vec<Deed> {
    let Tick::Point(id, point) = tick else { return Vec::new() };
    let point = talk.catalog.project(id).point(point);
    point.into_iter().flat_map(|it| &it.shows).map(|it| Deed::Tick(it.skill, it.proof)).collect()
}

fn about_skill(
    talk: &mut Conversation,
    word: &str,
    rest: &str,
    deed: fn(SkillId) -> Deed,
) -> Reply {
    match object::skill(talk, word, rest) {
        Ok(id) => act::act(talk, &[deed(id)]),
        Err(reply) => reply,
    }
}

/// A claim, up to a rung if its word comes last.
fn claim(talk: &mut Conversation, rest: &str) -> Reply {
    let (name, last) = rest.rsplit_once(' ').unwrap_or(("", rest));
    let (name, rung) = match Rung::find(&last.to_lowercase()) {
        Some(rung) => (name, Some(rung)),
        None => (rest, None),
    };
    match object::skill(talk, "claim", name) {
        Ok(id) => {
            let rung = rung.unwrap_or_else(|| talk.learner().aim(id));
            act::act(talk, &[Deed::Claim(id, rung)])
        }
        Err(reply) => reply,
    }
}

/// Time on a skill: `45m`, `1h30m git basics`, `1 h 3 on yesterday`.
fn log(talk: &mut Conversation, rest: &str) -> Reply {
    let (rest, on) = match format!(" {rest} ").split_once(" on ") {
        Some((rest, on)) => (rest.trim().to_owned(), on.trim().to_owned()),
        None => (rest.to_owned(), "today".to_owned()),
    };
    let words: Vec<&str> = rest.split_whitespace().collect();
    // A time may be two words, `45 min`; that is tried first.
    let read = [2, 1].into_iter().find_map(|count| {
        let (time, name) = words.split_at_checked(count)?;
        Some((amount::minutes(&time.join(" ")).ok()?, name.join(" ")))
    });
    let Some((minutes, name)) = read else {
        return Reply::said("Say how long: log 45m, log 1h30m git basics, log 1h on yesterday.");
    };
    let date = match amount::date(talk.world.today, Lean::Past, &on) {
        Ok(date) => date,
        Err(reason) => return refused(&reason),
    };
    match object::skill(
        talk,
        &format!("log {minutes}m"),
        name.strip_prefix("for ").unwrap_or(&name),
    ) {
        Ok(id) => {
            talk.entries += 1;
            let letters = format!("{:08x}{:x}", talk.world.nonce, talk.entries);
            act::act(talk, &[Deed::Log(Task::Skill(id), EntryId::new(date, &letters), minutes)])
        }
        Err(reply) => reply,
    }
}

fn goal(talk: &mut Conversation, rest: &str) -> Reply {
    let role = match object::role(talk, "goal", rest) {
        Ok(role) => role,
        Err(reply) => return reply,
    };
    let reply = act::act(talk, &[Deed::Aim(role)]);
    let today = if reply.effect.is_some() { " Type today for what to do now." } else { "" };
    Reply { text: reply.text + today, ..reply }
}

fn about_route(
    talk: &mut Conversation,
    word: &str,
    rest: &str,
    deed: fn(RouteId) -> Deed,
) -> Reply {
    match object::route(talk, word, rest) {
        Ok(id) => act::act(talk, &[deed(id)]),
        Err(reply) => reply,
    }
}

/// Other hours, or anything else that can be set, seen before it is kept.
fn try_out(talk: &mut Conversation, rest: &str) -> Reply {
    if talk.progress.goal().is_none() {
        return Reply::said(
            "There is no plan to try on, for there is no goal yet; type roles to find one.",
        );
    }
    let (word, number) = split(rest);
    let hours: i32 = if number.is_empty() { 1 } else { number.parse().unwrap_or(0) };
    let shift = match word {
        "more" => Some(hours),
        "fewer" | "less" => Some(-hours),
        _ => None,
    };
    let deed = match shift {
        Some(hours) if !(-168..=168).contains(&hours) || hours == 0 => {
            Err(format!("`{number}` is no number of hours; type try {word} 2"))
        }
        Some(hours) => deeds::other_hours(&talk.progress, talk.shown_learner().progress, hours)
            .ok_or_else(|| "the week has no room for that".to_owned()),
        None if word.is_empty() => {
            Err("Type try more, try fewer, or try hours 8h a week".to_owned())
        }
        None => setting::deed(talk, "try", rest),
    };
    match deed.and_then(|it| act::try_deed(talk, it)) {
        Ok(()) => tried(talk),
        Err(reason) => refused(&reason),
    }
}

/// What comes of a trial.
fn tried(talk: &mut Conversation) -> Reply {
    if talk.trial.is_none() {
        return Reply::said("That is the plan you have; nothing is tried any more.");
    }
    Reply::said(show::go(talk, Place::Plan))
}

fn drop_trial(talk: &mut Conversation) -> Reply {
    if talk.trial.take().is_none() {
        return Reply::said("Nothing is tried.");
    }
    show::refresh(talk);
    Reply::said("Dropped: your plan is as it was.")
}

fn by(talk: &mut Conversation, rest: &str) -> Reply {
    let today = talk.world.today;
    if talk.progress.goal().is_none() {
        return Reply::said("There is no goal yet; type roles to find one.");
    }
    match amount::date(today, Lean::Future, rest) {
        Ok(date) if date < today => Reply::said("That is in the past; type by and a date to come."),
        Ok(date) => Reply::said(show::go(talk, Place::ReadyBy(date))),
        Err(_) => Reply::said(format!("Type by and a date, such as {}.", amount::DATES)),
    }
}

fn is_plan(rest: &str) -> bool {
    is_verb(rest, Verb::Plan)
}

/// All words, or what one of them does.
fn help(rest: &str) -> Reply {
    let found = if rest.is_empty() { Vec::new() } else { verb::find(rest) };
    if !found.is_empty() {
        let told = found.iter().map(|it| format!("{}: {}.", it.word, it.about));
        return Reply::said(told.collect::<Vec<_>>().join("\n"));
    }
    let groups = verb::GROUPS.iter().map(|(what, entries)| {
        let all: Vec<&str> = entries.iter().map(|it| it.word).collect();
        format!("{what}: {}.", all.join(", "))
    });
    let mut lines: Vec<String> = groups.collect();
    lines.push("A number stands for what was listed last. The beginning of a word is enough. help and a word tells what it does.".to_owned());
    lines.push("Here:".to_owned());
    Reply::said(lines.join("\n"))
}
