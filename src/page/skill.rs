//! The page about a skill.

use std::{borrow::Cow, collections::BTreeSet};

use super::{Page, Reader, Target, Tone, writer::Writer};
use crate::{
    catalog::{Call, Catalog, Hours, Importance, RoleId, Skill, SkillId},
    progress::{Learner, State, Verdict},
    words,
};

pub(super) fn page(reader: Reader<'_>, id: SkillId) -> Page<'_> {
    let skill = reader.learner.catalog.skill(id);
    let aside = format!("{} · {}", words::level(skill.level), words::hours(skill.hours));
    let mut writer = Writer::new(reader, &skill.name, aside);
    state(&mut writer, id, skill);
    writer.gap();
    writer.paragraph(&*skill.summary, Tone::Text);
    proofs(&mut writer, id, skill);
    needs(&mut writer, skill);
    opens(&mut writer, id);
    if !skill.why.is_empty() {
        writer.heading("Why it matters");
        writer.passages(&skill.why);
    }
    resources(&mut writer, skill);
    hours(&mut writer, skill);
    called_for(&mut writer, id);
    writer.finish()
}

fn state(writer: &mut Writer<'_>, id: SkillId, skill: &Skill) {
    let Reader { learner, signs, today, .. } = writer.reader;
    let state = learner.state(id);
    let ticks = learner.progress.record(id).map_or(0, |record| record.ticks.len());
    let proofs = words::count(skill.proofs.len(), "proof", "proofs");
    let said = learner.progress.verdict(id);
    let text = match (state, said) {
        (State::Claimed, Some(Verdict::Claimed(date))) => {
            format!("claimed {}, {ticks} of {proofs}", words::date_from(today, date))
        }
        (State::Skipped, Some(Verdict::Skipped(date))) => {
            format!("skipped {}", words::date_from(today, date))
        }
        (State::ToDo, _) => format!("to do, {proofs}"),
        _ => format!("{}, {ticks} of {proofs}", state.word()),
    };
    writer.hanging(
        format!("{} ", signs.state(state)),
        Tone::State(state),
        text,
        Tone::State(state),
    );
}

fn proofs<'a>(writer: &mut Writer<'a>, id: SkillId, skill: &'a Skill) {
    writer.heading("Proofs");
    let Reader { learner: Learner { progress, .. }, signs, today, .. } = writer.reader;
    for (proof, it) in skill.proofs() {
        let ticked = progress.ticked(id, proof);
        let (sign, tone) = match ticked {
            Some(_) => (signs.ticked, Tone::State(State::Proven)),
            None => (signs.open, Tone::Accent),
        };
        let text = match ticked {
            Some(date) => format!("{} ({})", it.text, words::date_from(today, date)).into(),
            None => Cow::Borrowed(&*it.text),
        };
        writer.item(Target::Proof(id, proof), |writer| {
            writer.hanging(format!("{sign} "), tone, text, Tone::Text);
        });
    }
}

fn needs(writer: &mut Writer<'_>, skill: &Skill) {
    writer.heading("Needs");
    if skill.all_prerequisites().next().is_none() {
        writer.paragraph("Nothing: one can begin here.", Tone::Text);
    }
    let catalog = writer.reader.learner.catalog;
    for id in &skill.prerequisites {
        writer.skill(*id, 0, &words::hours(catalog.skill(*id).hours));
    }
    for group in &skill.prerequisites_any {
        let is_met = group.iter().any(|it| writer.reader.learner.is_settled(*it));
        let met = if is_met { "met" } else { "not met yet" };
        writer.paragraph(format!("and one of these {}, {met}:", group.len()), Tone::Muted);
        for id in group {
            writer.member(*id, group);
        }
    }
}

fn opens(writer: &mut Writer<'_>, id: SkillId) {
    let catalog = writer.reader.learner.catalog;
    let direct = catalog.opens(id);
    writer.heading("Opens");
    if direct.is_empty() {
        writer.paragraph("No other skill: it is an end in itself.", Tone::Text);
    }
    for skill in direct {
        writer.skill(*skill, 0, &words::hours(catalog.skill(*skill).hours));
    }
    let behind = all_behind(catalog, id).len() - direct.len();
    if behind > 0 {
        writer.paragraph(format!("and {behind} more behind them"), Tone::Muted);
    }
}

/// All skills that may need this one, directly or not.
fn all_behind(catalog: &Catalog, id: SkillId) -> BTreeSet<SkillId> {
    let mut found = BTreeSet::new();
    let mut pending = vec![id];
    while let Some(id) = pending.pop() {
        pending.extend(catalog.opens(id).iter().filter(|it| found.insert(**it)));
    }
    found
}

fn resources<'a>(writer: &mut Writer<'a>, skill: &'a Skill) {
    writer.heading("Learn it from");
    for it in &skill.resources {
        let (form, access) = (words::form(it.form), words::access(it.access));
        let about = format!("{form} · {} · {access}", it.publisher);
        writer.link(&*it.title, about, &it.address);
    }
}

fn hours<'a>(writer: &mut Writer<'a>, skill: &'a Skill) {
    writer.heading("Hours");
    let Hours { low, likely, high } = skill.hours;
    let text = format!(
        "{likely} hours as a rule for somebody new to it; {low} if all goes well, {high} if it is heavy going."
    );
    writer.paragraph(text, Tone::Text);
    writer.paragraph(sentence(&skill.basis), Tone::Muted);
}

fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

fn called_for(writer: &mut Writer<'_>, id: SkillId) {
    let calls = |call: &Call| call.members().contains(&id);
    let catalog = writer.reader.learner.catalog;
    let mut roles: Vec<(Importance, RoleId, bool)> = Vec::new();
    for (role, it) in catalog.roles() {
        let requirement = it.requirements.iter().find(|it| calls(&it.call));
        roles.extend(
            requirement.map(|it| (it.importance, role, matches!(it.call, Call::OneOf(..)))),
        );
    }
    if roles.is_empty() {
        return;
    }
    let total = catalog.roles().len();
    writer.heading_with("Called for by", format!("{} of {total} roles", roles.len()));
    roles.sort_by_key(|(importance, ..)| *importance);
    for (importance, role, is_choice) in roles {
        let aside = if is_choice { ", as a choice" } else { "" };
        let lead = format!("{} ", writer.reader.signs.leads_to);
        let text = format!("{}: {}{aside}", catalog.role(role).name, importance.word());
        writer.item(Target::Role(role), |writer| {
            writer.hanging(lead, Tone::Accent, text, Tone::Text);
        });
    }
}
