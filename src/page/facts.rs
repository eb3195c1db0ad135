//! Hard facts on the page about a role: what people ask first, technologies,
//! certificates, interviews, associations.

use super::{Line, Target, Tone, writer::Writer};
use crate::{
    catalog::{Count, Fact, Role, RoleId, Technology},
    words::{self, Part},
};

/// The columns of the bar for a share, where there is room.
const BAR: usize = 25;
/// The columns of that line besides name and bar.
const BESIDE: usize = 10;

/// What people ask first, each thing with what the sources say to it.
pub(super) fn at_a_glance<'a>(writer: &mut Writer<'a>, role: &'a Role) {
    if !role.facts.is_empty() {
        writer.heading(Part::AtAGlance.title());
    }
    let mut facts: Vec<&Fact> = role.facts.iter().collect();
    let place = |it: &Fact| role.facts.iter().position(|other| other.label == it.label);
    facts.sort_by_key(|it| place(it));
    for same in facts.chunk_by(|one, other| one.label == other.label) {
        if let Some(first) = same.first() {
            writer.subheading(&*first.label);
        }
        for it in same {
            let text = writer.figure(it.text.to_string(), it.trust);
            writer.bullet(text);
            counted(writer, &it.source);
        }
    }
}

fn counted(writer: &mut Writer<'_>, count: &Count) {
    let year = count.year.map(|it| it.to_string());
    writer.said_by(words::dated(&count.source, year.as_deref()), count.address.as_ref());
}

/// What one works with, and how often advertisements ask for it if that was counted.
pub(super) fn technologies<'a>(writer: &mut Writer<'a>, role: &'a Role) {
    if role.technologies.is_empty() {
        return;
    }
    let is_counted = role.technologies.iter().any(|it| it.share.is_some());
    let aside = if is_counted { "how many ask for it or use it" } else { "the most common first" };
    writer.heading_with(Part::Technologies.title(), aside.to_owned());
    let broadest = role.technologies.iter().map(|it| words::width(&it.name)).max();
    let room = broadest.unwrap_or(0).min(writer.columns.saturating_sub(BESIDE) / 2);
    for it in &role.technologies {
        match it.skills.first() {
            Some(id) => writer.item(Target::Skill(*id), |writer| technology(writer, it, room)),
            None => technology(writer, it, room),
        }
    }
    if let Some(count) = role.technologies_source.as_ref().filter(|_| is_counted) {
        counted(writer, count);
    }
}

fn technology(writer: &mut Writer<'_>, it: &Technology, room: usize) {
    let signs = writer.reader.signs;
    let (sign, tone) = match it.skills.first() {
        Some(id) => {
            let state = writer.reader.learner.state(*id);
            (signs.state(state), Tone::State(state))
        }
        None => (signs.bullet, Tone::Muted),
    };
    let Some(share) = it.share else {
        return writer.hanging(format!("{sign} "), tone, it.name.to_string(), Tone::Text);
    };
    let mut line = Line::of(format!("{sign} "), tone);
    let name = words::fitted(&it.name, room, signs.more);
    let gap = " ".repeat((room + 2).saturating_sub(words::width(&name)));
    line.push(name, Tone::Text);
    line.push(gap, Tone::Text);
    let bar = writer.columns.saturating_sub(BESIDE + room).min(BAR);
    let filled = usize::from(share) * bar / 100;
    line.push(signs.bar.repeat(filled), Tone::Accent);
    line.push(signs.bar_rest.repeat(bar - filled), Tone::Muted);
    line.push(format!(" {share:>3} %"), Tone::Text);
    writer.line(line);
}

/// Certificates, and what they are worth.
pub(super) fn certificates<'a>(writer: &mut Writer<'a>, role: &'a Role) {
    if !role.certificates.is_empty() {
        writer.heading(Part::Certificates.title());
    }
    for it in &role.certificates {
        let cost = writer.figure(it.cost.to_string(), it.trust);
        let about = format!("{} · {cost} · {}. {}", it.issuer, it.validity, it.worth);
        writer.link(&*it.name, about, &it.address);
    }
}

/// What is asked in interviews, with a good answer and what the asker wants to know.
pub(super) fn interview(writer: &mut Writer<'_>, id: RoleId) {
    let catalog = writer.reader.learner.catalog;
    let Some(interview) = catalog.interview(id) else { return };
    let count = format!("{} questions", interview.questions.len());
    writer.heading_with(Part::Interview.title(), count);
    for it in &interview.questions {
        writer.subheading(&*it.asks);
        let about = it.climb.map(|id| {
            let climb = catalog.climb(id);
            format!(" · {}, {}", catalog.skill(climb.skill).name, climb.rung.word())
        });
        let about = format!("{}{}", it.manner.word(), about.unwrap_or_default());
        writer.paragraph(about, Tone::Muted);
        writer.paragraph(&*it.answer, Tone::Text);
        let sign = format!("{} ", writer.reader.signs.leads_to);
        writer.hanging(sign, Tone::Accent, &*it.listens_for, Tone::Muted);
    }
}

/// The associations of the profession, those of the learner's region first.
pub(super) fn bodies<'a>(writer: &mut Writer<'a>, role: &'a Role) {
    let catalog = writer.reader.learner.catalog;
    let own = writer.reader.region;
    if !role.bodies.is_empty() {
        writer.heading(Part::Bodies.title());
    }
    let mut bodies: Vec<_> = role.bodies.iter().collect();
    bodies.sort_by_key(|it| (it.region.is_some_and(|it| it != own), it.region));
    for it in bodies {
        let place = it.region.map(|id| format!("{}: ", catalog.region(id).short));
        let about = format!("{}{}", place.unwrap_or_default(), it.text);
        writer.link(&*it.name, about, &it.address);
    }
}
