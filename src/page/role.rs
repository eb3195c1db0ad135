//! The page about a role: a leaflet, from what it is to who says so.

use super::{Page, Reader, Target, Tone, bar, pay, writer::Writer};
use crate::{
    catalog::{Call, Importance, Passage, Question, Requirement, Role, RoleId, Rung, Topic},
    planner,
    progress::Learner,
    words,
};

pub(super) fn page(reader: Reader<'_>, id: RoleId) -> Page<'_> {
    let role = reader.learner.catalog.role(id);
    let is_goal = reader.learner.progress.aims_for(id);
    let aside = if is_goal { format!("your goal {}", reader.signs.goal) } else { String::new() };
    let mut writer = Writer::new(reader, &role.name, aside);
    what_it_is(&mut writer, role);
    writer.heading("What one does");
    role.duties.iter().for_each(|duty| writer.bullet_passage(duty));
    topic(&mut writer, role, Topic::Day);
    requirements(&mut writer, id, role);
    pay::section(&mut writer, id);
    topic(&mut writer, role, Topic::PayLevers);
    ladder(&mut writer, role);
    topic(&mut writer, role, Topic::Traits);
    topic(&mut writer, role, Topic::Conditions);
    topic(&mut writer, role, Topic::Employers);
    differences(&mut writer, role);
    topic(&mut writer, role, Topic::FrontAndBack);
    outlook(&mut writer, id, role);
    topic(&mut writer, role, Topic::WaysIn);
    topic(&mut writer, role, Topic::JobSearch);
    questions(&mut writer, role);
    codes(&mut writer, role);
    writer.finish()
}

fn what_it_is<'a>(writer: &mut Writer<'a>, role: &'a Role) {
    if !role.also.is_empty() {
        writer.paragraph(format!("also: {}", role.also.join(", ")), Tone::Muted);
    }
    writer.heading("What it is");
    writer.passages(&role.about);
}

/// The title of a topic that no guide gives a title to.
fn title(topic: Topic) -> &'static str {
    match topic {
        Topic::Day => "A day in the job",
        Topic::Traits => "Who it suits",
        Topic::Conditions => "Working conditions",
        Topic::FrontAndBack => "Front end and back end compared",
        Topic::PayLevers => "What moves pay",
        Topic::Employers => "Kinds of employer",
        Topic::Outlook => "Outlook",
        Topic::WaysIn => "Ways in",
        Topic::JobSearch => "Where to look for work",
        Topic::Questions => "Questions and answers",
    }
}

/// What the role says on a topic, and what the guide to it says.
fn said<'a>(
    writer: &Writer<'a>,
    role: &'a Role,
    topic: Topic,
) -> (Vec<&'a [Passage]>, &'a [Question]) {
    let own = role.passages.iter().filter(|(it, _)| *it == topic).map(|(_, text)| text.as_slice());
    let guide =
        role.guides.contains(&topic).then(|| writer.reader.learner.catalog.guide(topic)).flatten();
    let passages = own.chain(guide.map(|it| it.passages.as_slice())).collect();
    (passages, guide.map_or(&[], |it| &it.questions))
}

fn topic<'a>(writer: &mut Writer<'a>, role: &'a Role, topic: Topic) {
    let (passages, _) = said(writer, role, topic);
    if !passages.is_empty() {
        writer.heading(title(topic));
        for it in passages {
            writer.passages(it);
        }
    }
}

fn requirements(writer: &mut Writer<'_>, id: RoleId, role: &Role) {
    let counts = Importance::ALL.iter().map(|importance| {
        let number = role.requirements.iter().filter(|it| it.importance == *importance).count();
        format!("{number} {}", importance.word())
    });
    let counts: Vec<String> = counts.collect();
    writer.heading_with("Skills it calls for", counts.join(" · "));
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
    let open = planner::open_hours(learner, goal);
    let text = match open.high {
        0 => "Nothing of it is left to learn.".to_owned(),
        _ => format!("{} of study are left, with all that these skills need.", words::hours(open)),
    };
    writer.paragraph(text, Tone::Muted);
    let rungs = Rung::ALL.iter().map(|rung| format!("{}: {}", rung.word(), rung.meaning()));
    let rungs: Vec<String> = rungs.collect();
    writer.paragraph(format!("How well: {}.", rungs.join("; ")), Tone::Muted);
}

fn requirement(writer: &mut Writer<'_>, requirement: &Requirement) {
    let catalog = writer.reader.learner.catalog;
    match &requirement.call {
        Call::Skill(id) => {
            let depth = requirement.rung.word();
            writer.skill(
                *id,
                0,
                &format!("{depth}  {:>8}", words::hours(catalog.skill(*id).hours)),
            );
        }
        Call::OneOf(name, members) => {
            let text =
                format!("{name} ({}), one of these {}:", requirement.rung.word(), members.len());
            writer.paragraph(text, Tone::Text);
            for id in members {
                writer.member(*id, members);
            }
        }
    }
}

fn ladder(writer: &mut Writer<'_>, role: &Role) {
    writer.heading("The ladder");
    let groups = [("People come to it from", &role.ladder.from), ("and go on to", &role.ladder.to)];
    for (lead, roles) in groups {
        if !roles.is_empty() {
            writer.paragraph(lead, Tone::Muted);
        }
        for role in roles {
            go_to(writer, *role, "");
        }
    }
    let text = format!("Step {} of the {} titles.", role.ladder.step, role.ladder.track);
    writer.paragraph(text, Tone::Muted);
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
        writer.heading("How it differs from its neighbours");
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
    writer.heading(title(Topic::Outlook));
    for it in passages {
        writer.passages(it);
    }
    for it in figures {
        writer.gap();
        let place = &catalog.region(it.region).name;
        writer.paragraph(format!("{place}, {}: {}", it.about, it.text), Tone::Text);
        writer.paragraph(format!("{}, for {}", it.source, it.years), Tone::Muted);
        if let Some(address) = &it.address {
            writer.address(address);
        }
    }
}

fn questions<'a>(writer: &mut Writer<'a>, role: &'a Role) {
    let (_, shared) = said(writer, role, Topic::Questions);
    if !role.questions.is_empty() || !shared.is_empty() {
        writer.heading(title(Topic::Questions));
        writer.questions(&role.questions);
        writer.questions(shared);
    }
}

fn codes<'a>(writer: &mut Writer<'a>, role: &'a Role) {
    if role.codes.is_empty() {
        return;
    }
    writer.heading("How it is counted");
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
