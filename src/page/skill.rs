//! The page about a skill: its rungs, one after the other, each with its proofs.

use std::borrow::Cow;

use super::{Page, Reader, Target, Tone, near, way, writer::Writer};
use crate::{
    catalog::{
        Call, ClimbId, Hours, Importance, ProofId, Resource, Rhythm, RoleId, Skill, SkillId,
    },
    progress::{Learner, Mark, Notable, State, Task},
    reviews, words,
};

/// The least lines of a page in which what is near is drawn above the proofs.
const SHORT: usize = 22;

/// The section with the field's own words.
pub const TERMS: &str = "Terms";

pub(super) fn page(reader: Reader<'_>, id: SkillId) -> Page<'_> {
    let skill = reader.learner.catalog.skill(id);
    let aside = format!("{} · {}", words::level(skill.level), words::hours(skill.hours));
    let mut writer = Writer::new(reader, &skill.name, aside);
    state(&mut writer, id);
    writer.gap();
    writer.paragraph(&*skill.summary, Tone::Text);
    writer.note(Notable::Skill(id));
    // Where there is little room, what one can tick comes first.
    let is_small = near::is_narrow(&writer) || reader.lines < SHORT;
    if !is_small {
        near::section(&mut writer, id);
    }
    let open = open_proof(reader.learner, id);
    for climb in &skill.climbs {
        rung(&mut writer, *climb);
    }
    writer.first_is(open.map(|it| Target::Proof(id, it)).as_ref());
    if is_small {
        near::section(&mut writer, id);
    }
    way::section(&mut writer, id);
    opens(&mut writer, id);
    if !skill.why.is_empty() {
        writer.heading("Why it matters");
        writer.passages(&skill.why);
    }
    resources(&mut writer, "Learn it from", &skill.resources, |it| read(reader, id, it));
    terms(&mut writer, id, skill);
    hours(&mut writer, skill);
    called_for(&mut writer, id);
    writer.finish()
}

/// How far one is, and the rungs as a picture: those reached, and the one aimed for.
fn state(writer: &mut Writer<'_>, id: SkillId) {
    let Reader { learner, signs, today, .. } = writer.reader;
    let state = learner.state(id);
    let rungs = words::rungs(learner, id, signs);
    let aim = learner.aim(id).word();
    let said = match (state, learner.progress.skipped(id), learner.reached(id)) {
        (State::Skipped, Some(date), _) => format!("skipped {}", words::date_from(today, date)),
        (State::ToDo, ..) => format!("to do, aim: {aim}"),
        (_, _, Some(reached)) if reached.word() == aim => format!("{}: {aim}", state.word()),
        (_, _, Some(reached)) => format!("{} reached, aim: {aim}", reached.word()),
        (..) => format!("{}, aim: {aim}", state.word()),
    };
    writer.hanging(
        format!("{} ", signs.state(state)),
        Tone::State(state),
        format!("{rungs}  {said}"),
        Tone::State(state),
    );
    if let Some(fresh) = reviews::freshness(learner, id, today) {
        writer.hanging("  ", Tone::Text, words::fresh(today, fresh), Tone::Muted);
    }
}

/// The first proof that is still open, of the rung that is next.
fn open_proof(learner: Learner<'_>, id: SkillId) -> Option<ProofId> {
    let climbs = learner.catalog.skill(id).climbs.iter();
    let open = climbs.filter(|it| !learner.climb_state(**it).is_done());
    let mut proofs = open.flat_map(|it| &learner.catalog.climb(*it).proofs);
    proofs.find(|it| learner.progress.ticked(id, **it).is_none()).copied()
}

/// A rung: what it means, what it takes, and what shows that one has it.
fn rung(writer: &mut Writer<'_>, id: ClimbId) {
    let learner = writer.reader.learner;
    let climb = learner.catalog.climb(id);
    let state = learner.climb_state(id);
    let is_aim = learner.aim(climb.skill) == climb.rung;
    let hours = match climb.rhythm {
        Rhythm::Job => "in a job".to_owned(),
        _ => match learner.progress.own_hours(climb.skill, climb.rung) {
            Some(own) => format!("your estimate: {}", words::minutes(own)),
            None => words::hours(climb.hours),
        },
    };
    let aim = if is_aim { "your aim · " } else { "" };
    let mark = match state {
        State::ToDo => String::new(),
        state => format!("{} · ", state.word()),
    };
    writer.heading_with(climb.rung.title(), format!("{aim}{mark}{hours}"));
    let how = match climb.rhythm {
        Rhythm::Block | Rhythm::Applying => "",
        Rhythm::Alongside => " It grows beside everything else, over months.",
        Rhythm::Job => " Only work teaches it: no hours of study are planned for it.",
    };
    let meaning = words::capitalised(climb.rung.meaning());
    writer.paragraph(format!("{meaning}.{how}"), Tone::Muted);
    for proof in &climb.proofs {
        self::proof(writer, climb.skill, *proof);
    }
    let others = climb.needs.iter().filter(|group| {
        group.first().is_none_or(|it| learner.catalog.climb(*it).skill != climb.skill)
    });
    for group in others {
        need(writer, group);
    }
}

fn proof(writer: &mut Writer<'_>, id: SkillId, proof: ProofId) {
    let Reader { learner: Learner { catalog, progress }, signs, today, .. } = writer.reader;
    let Some(it) = catalog.skill(id).proof(proof) else { return };
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
        writer.evidence(Mark::Proof(id, proof), 2);
    });
}

/// What a rung needs: one thing, or one of several.
fn need(writer: &mut Writer<'_>, group: &[ClimbId]) {
    let learner = writer.reader.learner;
    let catalog = learner.catalog;
    match group {
        [only] => {
            let climb = catalog.climb(*only);
            writer.skill(climb.skill, 0, &format!("needs {}", climb.rung.word()));
        }
        several => {
            let rung = several.first().map_or("", |it| catalog.climb(*it).rung.word());
            let skill = |it: &ClimbId| catalog.climb(*it).skill;
            let done = several.iter().find(|it| learner.climb_state(**it).is_done());
            let picked = || several.iter().find(|it| learner.progress.picks().contains(&skill(it)));
            if let Some(one) = done.or_else(picked) {
                return writer.skill(skill(one), 0, &format!("needs {rung}"));
            }
            let names: Vec<&str> =
                several.iter().map(|it| &*catalog.skill(skill(it)).name).collect();
            let text =
                format!("Needs one of these {} ({rung}): {}.", names.len(), names.join("; "));
            writer.paragraph(text, Tone::Muted);
        }
    }
}

/// What climbs of other skills need this one.
fn opens(writer: &mut Writer<'_>, id: SkillId) {
    let catalog = writer.reader.learner.catalog;
    let climbs = catalog.skill(id).climbs.iter();
    let mut direct: Vec<ClimbId> = climbs.flat_map(|it| catalog.opens(*it)).copied().collect();
    direct.sort_unstable();
    let mut seen = std::collections::BTreeSet::new();
    direct.retain(|it| seen.insert(catalog.climb(*it).skill));
    writer.heading("Unlocks");
    if direct.is_empty() {
        writer.paragraph("No other skill: it is an end in itself.", Tone::Text);
    }
    for climb in direct {
        let climb = catalog.climb(climb);
        writer.skill(climb.skill, 0, climb.rung.word());
    }
}

/// When a resource was read, as it stands behind what is said of it.
fn read(reader: Reader<'_>, id: SkillId, resource: &Resource) -> String {
    let Reader { learner: Learner { catalog, progress }, today, .. } = reader;
    let known = catalog.skill(id).find_resource(&resource.address);
    match known.and_then(|it| progress.read(id, it)) {
        Some(date) => format!(" · read {}", words::date_from(today, date)),
        None => String::new(),
    }
}

/// What to learn from; `more` is said behind what there is to say of each.
pub(super) fn resources<'a>(
    writer: &mut Writer<'a>,
    title: &'static str,
    resources: &'a [Resource],
    more: impl Fn(&Resource) -> String,
) {
    if !resources.is_empty() {
        writer.heading(title);
    }
    for it in resources {
        let (form, access) = (words::form(it.form), words::access(it.access));
        let about = format!("{form} · {} · {access}{}", it.publisher, more(it));
        writer.link(&*it.title, about, &it.address);
    }
}

/// The field's own words for it.
fn terms(writer: &mut Writer<'_>, id: SkillId, skill: &Skill) {
    let terms = writer.reader.learner.catalog.terms().iter().filter(|it| it.skill == id);
    let terms: Vec<_> = terms.collect();
    if !terms.is_empty() || !skill.also.is_empty() {
        writer.heading(TERMS);
    }
    for it in terms {
        let (term, meaning) = (words::capitalised(&it.words), &it.meaning);
        writer.hanging(format!("{term}  "), Tone::Strong, &**meaning, Tone::Text);
    }
    if !skill.also.is_empty() {
        writer.paragraph(format!("Found as well by: {}.", skill.also.join(", ")), Tone::Muted);
    }
}

fn hours(writer: &mut Writer<'_>, skill: &Skill) {
    writer.heading("Hours");
    time(writer, skill);
    let catalog = writer.reader.learner.catalog;
    for id in &skill.climbs {
        let climb = catalog.climb(*id);
        let Hours { low, likely, high } = climb.hours;
        if climb.rhythm == Rhythm::Job {
            continue;
        }
        let usually = words::count(usize::try_from(likely).unwrap_or(usize::MAX), "hour", "hours");
        let range = words::range(low, high);
        let text = format!("{}: usually {usually} ({range}).", climb.rung.title());
        writer.paragraph(text, Tone::Text);
        writer.paragraph(words::sentence(&climb.basis), Tone::Muted);
    }
}

/// The time logged, against what the rungs begun so far usually take.
fn time(writer: &mut Writer<'_>, skill: &Skill) {
    let learner = writer.reader.learner;
    let Some(id) = skill.climbs.first().map(|it| learner.catalog.climb(*it).skill) else { return };
    let logged = learner.progress.logged(Task::Skill(id));
    if logged > 0 {
        let usual = learner.catalog.hours_to(id, learner.aim(id)).likely;
        let text = format!(
            "{} logged; up to what you aim for it usually takes {usual} h.",
            words::minutes(logged)
        );
        writer.paragraph(text, Tone::Strong);
    }
}

fn called_for(writer: &mut Writer<'_>, id: SkillId) {
    let calls = |call: &Call| call.members().contains(&id);
    let catalog = writer.reader.learner.catalog;
    let mut roles: Vec<(Importance, RoleId, String)> = Vec::new();
    for (role, it) in catalog.roles() {
        if let Some(it) = it.requirements.iter().find(|it| calls(&it.call)) {
            let choice = if matches!(it.call, Call::OneOf(..)) { ", as a choice" } else { "" };
            let text = format!("{}, {}{choice}", it.importance.word(), it.rung.word());
            roles.push((it.importance, role, text));
        }
    }
    if roles.is_empty() {
        return;
    }
    let total = catalog.roles().len();
    writer.heading_with("Used in", format!("{} of {total} roles", roles.len()));
    roles.sort_by_key(|(importance, ..)| *importance);
    for (_, role, text) in roles {
        let lead = format!("{} ", writer.reader.signs.leads_to);
        let text = format!("{}: {text}", catalog.role(role).name);
        writer.item(Target::Role(role), |writer| {
            writer.hanging(lead, Tone::Accent, text, Tone::Text);
        });
    }
}
