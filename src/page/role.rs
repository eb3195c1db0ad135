//! The page about a role: a leaflet, from what it is to who says so.

use super::{Page, Reader, Target, Tone, bar, facts, ladder, pay, writer::Writer};
use crate::{
    catalog::{
        Call, Faq, Importance, Passage, ProjectId, Requirement, Role, RoleId, Rung, SkillId, Topic,
    },
    planner,
    progress::{Learner, Notable, State},
    words::{self, Part},
};

pub(super) fn page(reader: Reader<'_>, id: RoleId) -> Page<'_> {
    let role = reader.learner.catalog.role(id);
    let is_goal = reader.learner.progress.aims_for(id);
    let aside = if is_goal { format!("your goal {}", reader.signs.goal) } else { String::new() };
    let mut writer = Writer::new(reader, &role.name, aside);
    what_it_is(&mut writer, role);
    writer.note(Notable::Role(id));
    facts::at_a_glance(&mut writer, role);
    writer.heading(Part::Duties.title());
    role.duties.iter().for_each(|duty| writer.bullet_passage(duty));
    topic(&mut writer, role, Topic::Day);
    path(&mut writer, id);
    requirements(&mut writer, id, role);
    facts::technologies(&mut writer, role);
    facts::certificates(&mut writer, role);
    pay::section(&mut writer, id);
    topic(&mut writer, role, Topic::PayLevers);
    ladder::section(&mut writer, id);
    topic(&mut writer, role, Topic::Traits);
    topic(&mut writer, role, Topic::Conditions);
    topic(&mut writer, role, Topic::Employers);
    differences(&mut writer, role);
    topic(&mut writer, role, Topic::FrontAndBack);
    outlook(&mut writer, id, role);
    topic(&mut writer, role, Topic::WaysIn);
    topic(&mut writer, role, Topic::JobSearch);
    topic(&mut writer, role, Topic::Kit);
    facts::interview(&mut writer, id);
    topic(&mut writer, role, Topic::Star);
    questions(&mut writer, role);
    facts::bodies(&mut writer, role);
    codes(&mut writer, role);
    writer.finish()
}

fn what_it_is<'a>(writer: &mut Writer<'a>, role: &'a Role) {
    if !role.also.is_empty() {
        writer.paragraph(format!("also: {}", role.also.join(", ")), Tone::Muted);
    }
    writer.heading(Part::WhatItIs.title());
    writer.passages(&role.about);
}

/// What the role says on a topic, and what the guide to it says.
fn said<'a>(writer: &Writer<'a>, role: &'a Role, topic: Topic) -> (Vec<&'a [Passage]>, &'a [Faq]) {
    let own = role.passages.iter().filter(|(it, _)| *it == topic).map(|(_, text)| text.as_slice());
    let guide =
        role.guides.contains(&topic).then(|| writer.reader.learner.catalog.guide(topic)).flatten();
    let passages = own.chain(guide.map(|it| it.passages.as_slice())).collect();
    (passages, guide.map_or(&[], |it| &it.questions))
}

fn topic<'a>(writer: &mut Writer<'a>, role: &'a Role, topic: Topic) {
    let (passages, _) = said(writer, role, topic);
    if !passages.is_empty() {
        writer.heading(Part::On(topic).title());
        for it in passages {
            writer.passages(it);
        }
    }
}

/// What is built on the way, and the time in posts before it.
fn path(writer: &mut Writer<'_>, id: RoleId) {
    let catalog = writer.reader.learner.catalog;
    writer.heading(Part::Path.title());
    for post in catalog.posts(id) {
        let it = catalog.role(post);
        if let Some(experience) = &it.experience {
            let before = &catalog.role(experience.role).name;
            let time = words::months(experience.months);
            writer.paragraph(format!("Then {time} as {before}."), Tone::Text);
            writer.paragraph(words::sentence(&experience.basis), Tone::Muted);
        }
        for project in &it.path {
            self::project(writer, *project);
        }
        if post != id {
            go_to(writer, post, "");
        }
    }
}

fn project(writer: &mut Writer<'_>, id: ProjectId) {
    let Reader { learner, signs, .. } = writer.reader;
    let project = learner.catalog.project(id);
    let is_built = learner.is_built(id);
    let sign = if is_built { signs.state(State::Proven) } else { signs.project };
    let tone = if is_built { Tone::State(State::Proven) } else { Tone::Accent };
    writer.item(Target::Project(id), |writer| {
        writer.hanging(format!("{sign} "), tone, &*project.name, Tone::Strong);
        writer.hanging("  ", Tone::Text, &*project.summary, Tone::Text);
    });
}

fn requirements(writer: &mut Writer<'_>, id: RoleId, role: &Role) {
    let counts = Importance::ALL.iter().map(|importance| {
        let number = role.requirements.iter().filter(|it| it.importance == *importance).count();
        format!("{number} {}", importance.word())
    });
    let counts: Vec<String> = counts.collect();
    writer.heading_with(Part::Skills.title(), counts.join(" · "));
    readiness(writer, id);
    for importance in Importance::ALL {
        let called: Vec<&Requirement> =
            role.requirements.iter().filter(|it| it.importance == *importance).collect();
        if !called.is_empty() {
            writer.subheading(words::capitalised(importance.word()));
        }
        for it in called {
            requirement(writer, it);
        }
    }
}

/// How far the learner is, and about how many hours are left.
fn readiness(writer: &mut Writer<'_>, id: RoleId) {
    let Reader { learner, .. } = writer.reader;
    let goal = learner.progress.goal_of(id);
    let readiness = planner::readiness(learner, goal);
    let text = format!("{} ready", words::percent(readiness.permille()));
    let columns = writer.columns.saturating_sub(words::width(&text) + 2).min(40);
    let mut line = bar(readiness, columns, writer.reader.signs);
    line.push(format!("  {text}"), Tone::Text);
    writer.line(line);
    let left = planner::minutes_left(learner, goal);
    let text = match left.high {
        0 => format!("{} is learned.", words::capitalised(words::depth(goal.depth))),
        _ => format!(
            "About {} for {}, with all that these skills need.",
            words::hours_to_go(left),
            words::depth(goal.depth)
        ),
    };
    writer.paragraph(text, Tone::Muted);
    let rungs = Rung::ALL.iter().map(|rung| format!("{}: {}", rung.word(), rung.meaning()));
    let rungs: Vec<String> = rungs.collect();
    writer.paragraph(format!("How well: {}.", rungs.join("; ")), Tone::Muted);
}

fn requirement(writer: &mut Writer<'_>, requirement: &Requirement) {
    match &requirement.call {
        Call::Skill(id) => {
            let aside = rung_and_hours(writer, *id, requirement.rung);
            writer.skill(*id, 0, &aside);
        }
        Call::OneOf(name, members) => {
            let text =
                format!("{name} ({}), one of these {}:", requirement.rung.word(), members.len());
            writer.paragraph(text, Tone::Text);
            for id in members {
                writer.member(*id, members, requirement.rung);
            }
        }
    }
}

/// The rung that is asked for, and the hours up to it.
fn rung_and_hours(writer: &Writer<'_>, id: SkillId, rung: Rung) -> String {
    let hours = writer.reader.learner.catalog.hours_to(id, rung);
    format!("{}  {:>8}", rung.word(), words::hours(hours))
}

fn go_to(writer: &mut Writer<'_>, id: RoleId, text: &str) {
    let lead = format!("{} ", writer.reader.signs.leads_to);
    let name = &writer.reader.learner.catalog.role(id).name;
    writer.item(Target::Role(id), |writer| {
        writer.hanging(lead, Tone::Accent, &**name, Tone::Strong);
        if !text.is_empty() {
            writer.hanging("  ", Tone::Text, text.to_owned(), Tone::Text);
        }
    });
}

fn differences(writer: &mut Writer<'_>, role: &Role) {
    if !role.differences.is_empty() {
        writer.heading(Part::Differences.title());
    }
    for it in &role.differences {
        go_to(writer, it.role, &it.text);
    }
}

fn outlook<'a>(writer: &mut Writer<'a>, id: RoleId, role: &'a Role) {
    let Reader { learner: Learner { catalog, .. }, region, .. } = writer.reader;
    let mut figures: Vec<_> =
        catalog.outlooks().iter().filter(|it| it.roles.contains(&id)).collect();
    figures.sort_by_key(|it| (it.region != region, it.region));
    let (passages, _) = said(writer, role, Topic::Outlook);
    if passages.is_empty() && figures.is_empty() {
        return;
    }
    writer.heading(Part::On(Topic::Outlook).title());
    for it in passages {
        writer.passages(it);
    }
    for it in figures {
        writer.gap();
        let place = &catalog.region(it.region).name;
        let text = writer.figure(it.text.to_string(), it.trust);
        writer.paragraph(format!("{place}, {}: {text}", it.about), Tone::Text);
        writer.paragraph(format!("{}, for {}", it.source, it.years), Tone::Muted);
        if let Some(address) = &it.address {
            writer.address(address);
        }
    }
}

fn questions<'a>(writer: &mut Writer<'a>, role: &'a Role) {
    let (_, shared) = said(writer, role, Topic::Questions);
    if !role.questions.is_empty() || !shared.is_empty() {
        writer.heading(Part::On(Topic::Questions).title());
        writer.questions(&role.questions);
        writer.questions(shared);
    }
}

fn codes<'a>(writer: &mut Writer<'a>, role: &'a Role) {
    if role.codes.is_empty() {
        return;
    }
    writer.heading(Part::Codes.title());
    if let Some(note) = &role.code_note {
        writer.paragraph(&**note, Tone::Text);
    }
    for it in &role.codes {
        writer.bullet(format!("{} {}: {}", it.system, it.code, it.title));
        if let Some(address) = &it.address {
            writer.address(address);
        }
    }
}
