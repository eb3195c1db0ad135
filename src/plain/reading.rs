//! Pages, section by section: first what a page is about and what sections it
//! has, then each with what can be ticked or opened in it by number.

use super::{
    Conversation, Kind,
    listing::{Choice, Listing, Tick},
    name, speech,
};
use crate::{
    keys::Keymap,
    page::{self, Line, Page, Reader, Subject, Tone},
    words::{self, Signs},
};

/// The lines that may stand before the sections.
const LEAD: usize = 8;

/// Columns that no paragraph fills.
const ENDLESS: usize = 4_000;

/// What a page is about, and its sections.
pub(super) fn page(talk: &Conversation, subject: Subject) -> Listing {
    let mut list = Listing::new(hint(subject));
    let Some(page) = read(talk, subject) else { return list };
    list.say(titled(&page.title, &page.aside));
    let first = page.sections.first().map_or(page.lines.len(), |it| it.line);
    let lead = lead(&page, first);
    tell(&page, 0..lead, &mut list);
    if !page.sections.is_empty() {
        list.say("Sections:");
    }
    for (at, section) in page.sections.iter().enumerate() {
        let title = titled(&section.title, &aside(&page, section.line));
        list.offer(title, Choice::Section(subject, at));
    }
    if lead < first {
        list.say("More about it:");
        tell(&page, lead..first, &mut list);
    }
    list
}

/// So many of the lines before the first section are told before the sections.
fn lead(page: &Page<'_>, first: usize) -> usize {
    let mut told = 0;
    let height = |line: &Line<'_>| speech::lines(&heard(line)).len();
    let fits = page.lines.iter().take(first).take_while(|line| {
        let is_first = told == 0;
        told += height(line);
        is_first || told <= LEAD
    });
    fits.count()
}

/// A section of a page; none if there are fewer.
pub(super) fn section(talk: &Conversation, subject: Subject, at: usize) -> Option<Listing> {
    let page = read(talk, subject)?;
    let section = page.sections.get(at)?;
    let end = page.sections.get(at + 1).map_or(page.lines.len(), |it| it.line);
    let has_next = at + 1 < page.sections.len();
    let mut list = Listing::new("");
    let title = titled(&section.title, &aside(&page, section.line));
    list.say(format!("{}, section {} of {}. {title}", page.title, at + 1, page.sections.len()));
    let targets = tell(&page, section.line + 1..end, &mut list);
    let next = if has_next { "next for the next section, " } else { "" };
    let prompt = match targets {
        Targets::None => format!("Type {next}back, or help."),
        Targets::ToOpen => format!("Type a number to read about it, {next}back, or help."),
        Targets::ToTick => format!("Type a number to tick it, {next}back, or help."),
        Targets::Both => format!(
            "Type a number to tick that proof or read about that skill, {next}back, or help."
        ),
    };
    list.set_prompt(prompt);
    Some(list)
}

/// What the numbers of a section are for.
enum Targets {
    None,
    ToOpen,
    ToTick,
    Both,
}

impl Targets {
    fn with(self, choice: Choice) -> Self {
        let is_tick = matches!(choice, Choice::Tick(_));
        match self {
            Self::None | Self::ToTick if is_tick => Self::ToTick,
            Self::None | Self::ToOpen if !is_tick => Self::ToOpen,
            Self::None | Self::ToTick | Self::ToOpen | Self::Both => Self::Both,
        }
    }
}

fn hint(subject: Subject) -> String {
    let more = match name::thing(subject).map(Kind::of) {
        Some(Kind::Role) => "goal to aim for it",
        Some(Kind::Skill) => "claim if you know it, log and a time, skip to leave it out",
        Some(Kind::Route) => "follow to follow it",
        Some(Kind::Project) | None => "next for the first section",
    };
    format!("Type a number to read that section, {more}, back, or help.")
}

/// The page in words, a line for each paragraph.
fn read(talk: &Conversation, subject: Subject) -> Option<Page<'_>> {
    let reader = Reader {
        learner: talk.learner(),
        today: talk.world.today,
        region: talk.region()?,
        signs: &Signs::WORDS,
        plan: None,
        path: None,
        moved: None,
        keymap: Keymap::standard(),
        lines: ENDLESS,
        columns: ENDLESS,
    };
    Some(page::page(reader, subject))
}

fn titled(title: &str, aside: &str) -> String {
    let aside = aside.trim();
    if aside.is_empty() {
        words::sentence(title)
    } else {
        format!("{title}: {}", words::sentence(aside))
    }
}

/// What stands beside a heading.
fn aside(page: &Page<'_>, line: usize) -> String {
    let spans = page.lines.get(line).map_or(&[][..], |it| &it.spans);
    let text: String = spans.iter().skip(1).map(|it| &*it.text).collect();
    text.trim().to_owned()
}

/// Tells some lines of a page, with a number for each thing that can be acted on.
fn tell(page: &Page<'_>, lines: std::ops::Range<usize>, list: &mut Listing) -> Targets {
    let mut targets = Targets::None;
    let mut at = lines.start;
    while at < lines.end {
        let item = page.items.iter().find(|it| it.line == at && it.height > 0);
        let height = item.map_or(1, |it| it.height);
        let parts = page.lines.iter().skip(at).take(height).map(heard);
        let parts: Vec<String> = parts.filter(|it| !it.is_empty()).collect();
        let text = parts.iter().fold(String::new(), |text, part| joined(&text, part));
        at += height;
        match item.and_then(|it| Choice::of(&it.target)) {
            _ if text.is_empty() => (),
            Some(choice) => {
                targets = targets.with(choice);
                list.offer(text, choice);
            }
            None => list.say(text),
        }
    }
    targets
}

/// What belongs to one thing, part by part.
fn joined(text: &str, part: &str) -> String {
    match text.chars().last() {
        None => part.to_owned(),
        Some('.' | ',' | ':' | '?' | '!') => format!("{text} {part}"),
        Some(_) => format!("{text}. {part}"),
    }
}

/// A line as it is heard. Drawings have left nothing but spaces; what says the
/// same as the word before it is said once.
fn heard(line: &Line<'_>) -> String {
    let mut text = String::new();
    for span in &line.spans {
        match speech::sources(&span.text).filter(|_| span.tone == Tone::Muted) {
            Some(sources) => text.push_str(&sources),
            None => text.push_str(&span.text),
        }
    }
    let text = speech::spoken(&text);
    match text.split_once(": ") {
        Some((first, rest)) if rest.starts_with(first) => rest.to_owned(),
        Some(("to do", rest)) if rest.starts_with("to ") => rest.to_owned(),
        _ => text,
    }
}

/// Whether it is ticked already.
pub(super) fn is_ticked(talk: &Conversation, tick: Tick) -> bool {
    match tick {
        Tick::Proof(id, proof) => talk.progress.ticked(id, proof).is_some(),
        Tick::Point(id, point) => talk.progress.built(id, point).is_some(),
        Tick::Milestone(id, it) => talk.progress.reached(id, it).is_some(),
    }
}
