//! The page about a role: a leaflet, from what it is to who says so.

use super::{Page, Reader, Target, Tone, bar, pay, sheet::Sheet};
use crate::{
    catalog::{Call, Depth, Importance, Passage, Question, Requirement, Role, RoleId, Topic},
    planner, words,
};

pub(super) fn page(reader: Reader<'_>, id: RoleId) -> Page<'_> {
    let role = reader.catalog.role(id);
    let is_goal = reader.progress.aims_for(id);
    let aside = if is_goal { format!("your goal {}", reader.signs.goal) } else { String::new() };
    let mut sheet = Sheet::new(reader, &role.name, aside);
    what_it_is(&mut sheet, role);
    sheet.heading("What one does");
    role.duties.iter().for_each(|duty| sheet.bullet_passage(duty));
    topic(&mut sheet, role, Topic::Day);
    requirements(&mut sheet, id, role);
    pay::section(&mut sheet, id);
    topic(&mut sheet, role, Topic::PayLevers);
    ladder(&mut sheet, role);
    topic(&mut sheet, role, Topic::Traits);
    topic(&mut sheet, role, Topic::Conditions);
    topic(&mut sheet, role, Topic::Employers);
    differences(&mut sheet, role);
    topic(&mut sheet, role, Topic::FrontAndBack);
    outlook(&mut sheet, id, role);
    topic(&mut sheet, role, Topic::WaysIn);
    topic(&mut sheet, role, Topic::JobSearch);
    questions(&mut sheet, role);
    codes(&mut sheet, role);
    sheet.finish()
}

fn what_it_is<'a>(sheet: &mut Sheet<'a>, role: &'a Role) {
    if !role.also.is_empty() {
        sheet.paragraph(format!("also: {}", role.also.join(", ")), Tone::Muted);
    }
    sheet.heading("What it is");
    sheet.passages(&role.about);
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
    sheet: &Sheet<'a>,
    role: &'a Role,
    topic: Topic,
) -> (Vec<&'a [Passage]>, &'a [Question]) {
    let own = role.passages.iter().filter(|(it, _)| *it == topic).map(|(_, text)| text.as_slice());
    let guide = role.guides.contains(&topic).then(|| sheet.reader.catalog.guide(topic)).flatten();
    let passages = own.chain(guide.map(|it| it.passages.as_slice())).collect();
    (passages, guide.map_or(&[], |it| &it.questions))
}

fn topic<'a>(sheet: &mut Sheet<'a>, role: &'a Role, topic: Topic) {
    let (passages, _) = said(sheet, role, topic);
    if !passages.is_empty() {
        sheet.heading(title(topic));
        for it in passages {
            sheet.passages(it);
        }
    }
}

fn requirements(sheet: &mut Sheet<'_>, id: RoleId, role: &Role) {
    let counts = Importance::ALL.map(|importance| {
        let number = role.requirements.iter().filter(|it| it.importance == importance).count();
        format!("{number} {}", importance.word())
    });
    sheet.heading_with("Skills it calls for", counts.join(" · "));
    readiness(sheet, id);
    for importance in Importance::ALL {
        let called: Vec<&Requirement> =
            role.requirements.iter().filter(|it| it.importance == importance).collect();
        if !called.is_empty() {
            sheet.subheading(words::capitalised(importance.word()));
        }
        for it in called {
            requirement(sheet, it);
        }
    }
}

/// How far the learner is, and about how many hours are left.
fn readiness(sheet: &mut Sheet<'_>, id: RoleId) {
    let Reader { catalog, progress, .. } = sheet.reader;
    let goal = progress.goal_of(id);
    let readiness = planner::readiness(catalog, progress, goal);
    let text = format!("{} ready", words::percent(readiness.permille()));
    let columns = sheet.columns.saturating_sub(words::width(&text) + 2).min(40);
    let mut line = bar(readiness, columns, sheet.reader.signs);
    line.push(format!("  {text}"), Tone::Text);
    sheet.line(line);
    let open = planner::open_hours(catalog, progress, goal);
    let text = match open.high {
        0 => "Nothing of it is left to learn.".to_owned(),
        _ => format!("{} of study are left, with all that these skills need.", words::hours(open)),
    };
    sheet.paragraph(text, Tone::Muted);
    let depths = Depth::ALL.map(|depth| format!("{}: {}", depth.word(), depth.meaning()));
    sheet.paragraph(format!("How well: {}.", depths.join("; ")), Tone::Muted);
}

fn requirement(sheet: &mut Sheet<'_>, requirement: &Requirement) {
    let catalog = sheet.reader.catalog;
    match &requirement.call {
        Call::Skill(id) => {
            let depth = requirement.depth.word();
            sheet.skill(*id, 0, &format!("{depth}  {:>8}", words::hours(catalog.skill(*id).hours)));
        }
        Call::OneOf(name, members) => {
            let text =
                format!("{name} ({}), one of these {}:", requirement.depth.word(), members.len());
            sheet.paragraph(text, Tone::Text);
            for id in members {
                sheet.member(*id, members);
            }
        }
    }
}

fn ladder(sheet: &mut Sheet<'_>, role: &Role) {
    sheet.heading("The ladder");
    let groups = [("People come to it from", &role.ladder.from), ("and go on to", &role.ladder.to)];
    for (lead, roles) in groups {
        if !roles.is_empty() {
            sheet.paragraph(lead, Tone::Muted);
        }
        for role in roles {
            go_to(sheet, *role, "");
        }
    }
    let text = format!("Step {} of the {} titles.", role.ladder.step, role.ladder.track);
    sheet.paragraph(text, Tone::Muted);
}

fn go_to(sheet: &mut Sheet<'_>, id: RoleId, text: &str) {
    let lead = format!("{} ", sheet.reader.signs.leads_to);
    let name = &sheet.reader.catalog.role(id).name;
    sheet.item(Target::Role(id), |sheet| {
        sheet.hanging(lead, Tone::Accent, &**name, Tone::Strong);
        if !text.is_empty() {
            sheet.hanging("  ", Tone::Text, text.to_owned(), Tone::Text);
        }
    });
}

fn differences(sheet: &mut Sheet<'_>, role: &Role) {
    if !role.differences.is_empty() {
        sheet.heading("How it differs from its neighbours");
    }
    for it in &role.differences {
        go_to(sheet, it.role, &it.text);
    }
}

fn outlook<'a>(sheet: &mut Sheet<'a>, id: RoleId, role: &'a Role) {
    let Reader { catalog, region, .. } = sheet.reader;
    let mut figures: Vec<_> =
        catalog.outlooks().iter().filter(|it| it.roles.contains(&id)).collect();
    figures.sort_by_key(|it| (it.region != region, it.region));
    let (passages, _) = said(sheet, role, Topic::Outlook);
    if passages.is_empty() && figures.is_empty() {
        return;
    }
    sheet.heading(title(Topic::Outlook));
    for it in passages {
        sheet.passages(it);
    }
    for it in figures {
        sheet.gap();
        let place = &catalog.region(it.region).name;
        sheet.paragraph(format!("{place}, {}: {}", it.about, it.text), Tone::Text);
        sheet.paragraph(format!("{}, for {}", it.source, it.years), Tone::Muted);
        if let Some(address) = &it.address {
            sheet.address(address);
        }
    }
}

fn questions<'a>(sheet: &mut Sheet<'a>, role: &'a Role) {
    let (_, shared) = said(sheet, role, Topic::Questions);
    if !role.questions.is_empty() || !shared.is_empty() {
        sheet.heading(title(Topic::Questions));
        sheet.questions(&role.questions);
        sheet.questions(shared);
    }
}

fn codes<'a>(sheet: &mut Sheet<'a>, role: &'a Role) {
    if role.codes.is_empty() {
        return;
    }
    sheet.heading("How it is counted");
    if let Some(note) = &role.code_note {
        sheet.paragraph(&**note, Tone::Text);
    }
    for it in &role.codes {
        sheet.bullet(format!("{} {}: {}", it.system, it.code, it.title));
        if let Some(address) = &it.address {
            sheet.address(address);
        }
    }
}
