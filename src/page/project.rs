//! The page about a project: the brief, and what shows that it is finished.

use std::borrow::Cow;

use super::{Page, Reader, Target, Tone, writer::Writer};
use crate::{
    catalog::{Hours, PointId, Project, ProjectId},
    progress::{Learner, Mark, Notable, State, Task},
    words,
};

pub(super) fn page(reader: Reader<'_>, id: ProjectId) -> Page<'_> {
    let project = reader.learner.catalog.project(id);
    let mut writer = Writer::new(reader, &project.name, words::hours(project.hours));
    state(&mut writer, id, project);
    writer.gap();
    writer.paragraph(&*project.summary, Tone::Strong);
    writer.note(Notable::Project(id));
    writer.heading("What to build");
    for text in &project.brief {
        writer.gap();
        writer.paragraph(&**text, Tone::Text);
    }
    writer.heading("It is finished when");
    for (point, _) in project.points() {
        self::point(&mut writer, id, point);
    }
    exercises(&mut writer, project);
    writer.heading("To go further");
    project.further.iter().for_each(|it| writer.bullet(&**it));
    writer.heading("In an interview");
    writer.paragraph(&*project.interview, Tone::Text);
    hours(&mut writer, id, project);
    on_the_way(&mut writer, id);
    writer.finish()
}

fn state(writer: &mut Writer<'_>, id: ProjectId, project: &Project) {
    let Reader { learner, signs, .. } = writer.reader;
    let (ticked, all) = (learner.built_points(id), project.points.len());
    let (state, word) = match ticked {
        0 => (State::ToDo, "to build"),
        _ if ticked == all => (State::Proven, "built"),
        _ => (State::Learning, "begun"),
    };
    let text = format!("{word}, {ticked} of {}", words::count(all, "point", "points"));
    writer.hanging(
        format!("{} ", signs.state(state)),
        Tone::State(state),
        text,
        Tone::State(state),
    );
}

fn point(writer: &mut Writer<'_>, id: ProjectId, point: PointId) {
    let Reader { learner: Learner { catalog, progress }, signs, today, .. } = writer.reader;
    let Some(it) = catalog.project(id).point(point) else { return };
    let ticked = progress.built(id, point);
    let (sign, tone) = match ticked {
        Some(_) => (signs.ticked, Tone::State(State::Proven)),
        None => (signs.open, Tone::Accent),
    };
    let text: Cow<'_, str> = match ticked {
        Some(date) => format!("{} ({})", it.text, words::date_from(today, date)).into(),
        None => Cow::Borrowed(&*it.text),
    };
    writer.item(Target::Point(id, point), |writer| {
        writer.hanging(format!("{sign} "), tone, text, Tone::Text);
        writer.evidence(Mark::Point(id, point), 2);
    });
    let shown: Vec<String> = it
        .shows
        .iter()
        .filter(|it| progress.ticked(it.skill, it.proof).is_none())
        .map(|it| {
            let skill = catalog.skill(it.skill);
            let proof = skill.proof(it.proof).map_or("", |it| &it.id);
            format!("{} {proof}", skill.name)
        })
        .collect();
    if !shown.is_empty() {
        let text = format!("shows also: {}", shown.join("; "));
        writer.hanging("  ", Tone::Text, text, Tone::Muted);
    }
}

/// The skills it exercises, at which rung.
fn exercises(writer: &mut Writer<'_>, project: &Project) {
    let learner = writer.reader.learner;
    let catalog = learner.catalog;
    writer.heading("It exercises");
    for group in &project.rungs {
        let skill = |it| catalog.climb(it).skill;
        let rung = group.first().map_or("", |it| catalog.climb(*it).rung.word());
        let known = group.iter().copied().find(|it| learner.climb_state(*it).is_done());
        let picked =
            || group.iter().copied().find(|it| learner.progress.picks().contains(&skill(*it)));
        let only = || group.first().copied().filter(|_| group.len() == 1);
        if let Some(climb) = known.or_else(picked).or_else(only) {
            writer.skill(skill(climb), 0, rung);
            continue;
        }
        let names: Vec<&str> = group.iter().map(|it| &*catalog.skill(skill(*it)).name).collect();
        let text = format!("one of these {} ({rung}): {}", names.len(), names.join("; "));
        writer.bullet(text);
    }
}

fn hours(writer: &mut Writer<'_>, id: ProjectId, project: &Project) {
    writer.heading("Hours");
    let logged = writer.reader.learner.progress.logged(Task::Project(id));
    if logged > 0 {
        let text = format!("{} logged so far.", words::minutes(logged));
        writer.paragraph(text, Tone::Strong);
    }
    let Hours { low, likely, high } = project.hours;
    let text =
        format!("{likely} hours as a rule; {low} if all goes well, {high} if it is heavy going.");
    writer.paragraph(text, Tone::Text);
    writer.paragraph(project.basis.to_string(), Tone::Muted);
}

/// The roles on whose path it stands.
fn on_the_way(writer: &mut Writer<'_>, id: ProjectId) {
    let catalog = writer.reader.learner.catalog;
    let roles: Vec<_> = catalog.roles().filter(|(_, role)| role.path.contains(&id)).collect();
    if roles.is_empty() {
        return;
    }
    writer.heading("On the way to");
    for (role, it) in roles {
        let lead = format!("{} ", writer.reader.signs.leads_to);
        writer.item(Target::Role(role), |writer| {
            writer.hanging(lead, Tone::Accent, &*it.name, Tone::Text);
        });
    }
}
