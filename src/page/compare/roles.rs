//! Roles beside each other: what each would mean for this learner.

use super::{
    super::{
        Page, Reader, Target, Tone, bar, ladder,
        table::{Cell, Table, by_hours, week},
        writer::Writer,
    },
    pay,
};
use crate::{
    catalog::{RoleId, SkillId, Topic},
    planner::{self, NoFinish, RoleFigures, RolesCompared, Switch},
    words::{self, Signs},
};

/// From so many columns on labels have much room, and ranges their source beside them.
const BROAD: usize = 100;
/// So many skills of a group are seen at once.
const FIRST: usize = 6;
/// The columns of a share behind a bar.
const SHARE: usize = 7;

pub(super) fn page<'a>(reader: Reader<'a>, ids: &[RoleId], only: bool) -> Page<'a> {
    let learner = reader.learner;
    let depth = ids.first().map(|id| learner.progress.goal_of(*id).depth.word());
    let aside = format!("depth: {}", depth.unwrap_or_default());
    let mut writer = Writer::broad(reader, "Roles compared", aside);
    let compared = planner::compare_roles(learner, reader.today, ids);
    let label = if writer.columns >= BROAD { 26 } else { 19 };
    let name = |id: &RoleId| learner.catalog.role(*id).name.to_string();
    let table = Table::new(&writer, label, ids.iter().map(name).collect());
    head(&mut writer, &table, &compared);
    figures(&mut writer, &table, &compared, only);
    pay::section(&mut writer, ids, label);
    let sets = sets(&writer, ids, &compared);
    skills(&mut writer, &sets, only);
    differences(&mut writer, ids, &compared);
    writer.heading("The work");
    said(&mut writer, &table, ids, (Topic::Day, "A day"));
    said(&mut writer, &table, ids, (Topic::Traits, "Suits you if"));
    ladders(&mut writer, &table, ids);
    all_skills(&mut writer, &sets, only);
    writer.finish()
}

fn head(writer: &mut Writer<'_>, table: &Table, compared: &RolesCompared) {
    let Reader { learner, signs, .. } = writer.reader;
    let cells = compared.roles.iter().map(|it| {
        let name = &learner.catalog.role(it.role).name;
        let whole = format!("{name} {} your goal", signs.goal);
        let text = match learner.progress.aims_for(it.role) {
            false => name.to_string(),
            true if words::width(&whole) <= table.width => whole,
            true => format!("{name} {}", signs.goal),
        };
        Cell::link(&text, table.width, Tone::Strong, Target::Role(it.role))
    });
    let cells: Vec<Cell<'_>> = cells.collect();
    let unnamed = Table::new(writer, 0, vec![String::new()]);
    if table.is_stacked {
        for it in cells {
            unnamed.row(writer, "", vec![it], false);
        }
    } else {
        table.row(writer, "", cells, false);
    }
}

fn figures(writer: &mut Writer<'_>, table: &Table, compared: &RolesCompared, only: bool) {
    let (signs, progress) = (writer.reader.signs, writer.reader.learner.progress);
    let readiness = |it: &RoleFigures| {
        let share = words::percent_short(it.readiness.permille());
        let mut line = bar(it.readiness, table.width.saturating_sub(SHARE).min(40), signs);
        line.push(format!("{share:>SHARE$}"), Tone::Text);
        Cell::line(line)
    };
    let text = |text: String| Cell::text(&text, table.width, Tone::Text);
    let apply = |it: &RoleFigures| apply(it, table.width);
    let left = |it: &RoleFigures| {
        let skills = words::count(it.skills_left(), "skill", "skills");
        text(format!("{} in {skills}", words::hours_left(it.minutes.likely)))
    };
    let switch = |it: &RoleFigures| text(switch(signs, it, table.width));
    let has_goal = compared.roles.iter().any(|it| it.switch.is_some());
    let all = &compared.roles;
    let rows: [(String, Vec<Cell<'_>>, bool); 4] = [
        ("You are".to_owned(), all.iter().map(readiness).collect(), true),
        (
            format!("Ready, {}", week(writer)),
            all.iter().map(apply).collect(),
            !progress.hides_dates(),
        ),
        ("Hours left".to_owned(), all.iter().map(left).collect(), true),
        ("To switch today".to_owned(), all.iter().map(switch).collect(), has_goal),
    ];
    for (label, cells, is_known) in rows {
        if is_known {
            table.row(writer, &label, cells, only);
        }
    }
}

/// From when on one could apply: `Jul 2028 (Mar 2028 – Jan 2029)`.
fn apply(it: &RoleFigures, width: usize) -> Cell<'static> {
    let text = match it.apply {
        Ok(apply) => {
            let [low, likely, high] = [apply.low, apply.likely, apply.high].map(words::month_of);
            let whole = format!("{likely} ({low} – {high})");
            if words::width(&whole) <= width {
                whole
            } else {
                format!("{likely}\n{low} – {high}")
            }
        }
        Err(NoFinish::Done) => "at once: nothing is left".to_owned(),
        Err(reason) => words::no_finish(reason).to_lowercase(),
    };
    Cell::text(&text, width, Tone::Text)
}

/// What it takes to aim for it instead: `+79 h; 14 skills carry over, 10 are new`.
fn switch(signs: &Signs, it: &RoleFigures, width: usize) -> String {
    let Some(switch) = it.switch else { return "–".to_owned() };
    let minutes = u32::try_from(switch.minutes.unsigned_abs()).unwrap_or(u32::MAX);
    let sign = match (switch.minutes < 0, signs.is_plain) {
        (false, _) => "+",
        (true, true) => "-",
        (true, false) => "−",
    };
    let hours = format!("{sign}{}", words::hours_left(minutes));
    let Switch { carried, new, .. } = switch;
    let skills = words::count(carried, "skill carries", "skills carry");
    let whole = format!("{hours}; {skills} over, {}", words::count(new, "is new", "are new"));
    if words::width(&whole) <= width {
        whole
    } else {
        format!("{hours}; {carried} kept, {new} new")
    }
}

/// The difference between the first and each other, in a sentence.
fn differences(writer: &mut Writer<'_>, ids: &[RoleId], compared: &RolesCompared) {
    let Some((first, others)) = ids.split_first() else { return };
    writer.heading("The difference");
    for other in others {
        let text = difference(writer, (*first, *other), compared);
        writer.paragraph(text, Tone::Text);
    }
}

fn difference(
    writer: &Writer<'_>,
    (one, other): (RoleId, RoleId),
    compared: &RolesCompared,
) -> String {
    let catalog = writer.reader.learner.catalog;
    let said = |from: RoleId, to: RoleId| {
        let all = catalog.role(from).differences.iter();
        all.clone().find(|it| it.role == to).map(|it| it.text.to_string())
    };
    if let Some(text) = said(one, other).or_else(|| said(other, one)) {
        return text;
    }
    let find = |id: RoleId| compared.roles.iter().find(|it| it.role == id);
    let (Some(mine), Some(theirs)) = (find(one), find(other)) else { return String::new() };
    let new: Vec<SkillId> =
        theirs.skills.keys().filter(|it| !mine.skills.contains_key(it)).copied().collect();
    let minutes = |id: SkillId| theirs.skills.get(&id).copied().unwrap_or(0);
    let names = by_hours(&new, minutes).into_iter().take(3);
    let names: Vec<String> = names.map(|(id, _)| catalog.skill(id).name.to_string()).collect();
    let name = &catalog.role(other).name;
    let (all, same) = (theirs.skills.len(), theirs.skills.len() - new.len());
    let new = match names.join(", ") {
        none if none.is_empty() => none,
        names => format!("; new are most of all {names}"),
    };
    format!("{name}: {same} of its {all} skills are the same{new}.")
}

/// Skills, below a title.
type Group = (String, Vec<(SkillId, u32)>);

/// Which skills which of them take, with the hours left of each: those that differ
/// side by side, and then what is shared, unless only differences are wanted.
fn sets(writer: &Writer<'_>, ids: &[RoleId], compared: &RolesCompared) -> (Vec<Group>, Vec<Group>) {
    let catalog = writer.reader.learner.catalog;
    let minutes = |id: SkillId| {
        compared.roles.iter().filter_map(|it| it.skills.get(&id)).max().copied().unwrap_or(0)
    };
    let titled = |title: String, skills: &[SkillId]| {
        let all = by_hours(skills, minutes);
        let hours = all.iter().fold(0, |sum: u32, (_, minutes)| sum.saturating_add(*minutes));
        (format!("{title}: {}, {}", all.len(), words::hours_left(hours)), all)
    };
    let title = |at: usize, id: RoleId| match (ids.len(), at) {
        (2, 0) => "Only here".to_owned(),
        (2, _) => "Only there".to_owned(),
        _ => format!("Only {}", catalog.role(id).name),
    };
    let own = ids.iter().zip(&compared.own).enumerate();
    let own = own.map(|(at, (id, skills))| titled(title(at, *id), skills)).collect();
    let all = if ids.len() == 2 { "In both" } else { "In all" };
    let shared = [("In some of them", &compared.partly), (all, &compared.shared)].into_iter();
    let shared = shared.filter(|(_, skills)| !skills.is_empty());
    (own, shared.map(|(title, skills)| titled(title.to_owned(), skills)).collect())
}

/// What takes most of them, where one sees it at once; the rest stands at the end.
fn skills(writer: &mut Writer<'_>, (own, shared): &(Vec<Group>, Vec<Group>), only: bool) {
    let cut = |(title, all): &Group| {
        let shown = if all.len() > FIRST + 1 { FIRST } else { all.len() };
        (title.clone(), all.iter().take(shown).copied().collect())
    };
    let mut groups: Vec<Group> = own.iter().map(cut).collect();
    if let ([_, _], [both], false) = (own.as_slice(), shared.as_slice(), only) {
        groups.insert(1, cut(both));
    }
    writer.heading("Skills");
    side_by_side(writer, &groups);
    if own.iter().chain(shared).any(|(_, all)| all.len() > FIRST + 1) {
        writer.paragraph("All of them stand at the end.", Tone::Muted);
    }
}

/// All skills, group by group.
fn all_skills(writer: &mut Writer<'_>, (own, shared): &(Vec<Group>, Vec<Group>), only: bool) {
    let is_whole = own.iter().chain(shared).all(|(_, all)| all.len() <= FIRST + 1);
    if is_whole && own.len() == 2 {
        return;
    }
    writer.heading("All skills");
    side_by_side(writer, own);
    for (title, all) in shared.iter().filter(|_| !only) {
        writer.subheading(title.clone());
        let parts = all.chunks(all.len().div_ceil(own.len().max(1)).max(1));
        let parts: Vec<Group> = parts.map(|it| (String::new(), it.to_vec())).collect();
        side_by_side(writer, &parts);
    }
}

/// Groups of skills side by side, each below its title.
fn side_by_side(writer: &mut Writer<'_>, groups: &[Group]) {
    let table = Table::new(writer, 0, vec![String::new(); groups.len()]);
    let titles = groups.iter().map(|(title, _)| Cell::text(title, table.width, Tone::Strong));
    let titles: Vec<Cell<'_>> = titles.collect();
    if !table.is_stacked {
        table.row(writer, "", titles, false);
        let cells = groups.iter().map(|(_, skills)| Cell::skills(writer, skills, table.width));
        let cells: Vec<Cell<'_>> = cells.collect();
        return table.row(writer, "", cells, false);
    }
    for ((_, skills), title) in groups.iter().zip(titles) {
        table.row(writer, "", vec![title], false);
        let cell = Cell::skills(writer, skills, table.width);
        table.row(writer, "", vec![cell], false);
    }
}

/// The first thing that is said of a topic of each role itself.
fn said(writer: &mut Writer<'_>, table: &Table, ids: &[RoleId], (topic, label): (Topic, &str)) {
    let catalog = writer.reader.learner.catalog;
    let own = |id: &RoleId| {
        let mut all = catalog.role(*id).passages.iter();
        let passages = all.find(|(it, _)| *it == topic).map(|(_, passages)| passages);
        passages.and_then(|it| it.first()).map(|it| it.text.to_string())
    };
    let texts: Vec<Option<String>> = ids.iter().map(own).collect();
    if texts.iter().all(Option::is_none) {
        return;
    }
    let cell =
        |text: Option<String>| Cell::text(&text.unwrap_or("–".to_owned()), table.width, Tone::Text);
    table.row(writer, label, texts.into_iter().map(cell).collect(), false);
    writer.gap();
}

fn ladders(writer: &mut Writer<'_>, table: &Table, ids: &[RoleId]) {
    let Reader { learner, signs, .. } = writer.reader;
    let arrow = format!(" {} ", signs.leads_to);
    let cell = |id: &RoleId| {
        let rungs = ladder::in_a_line(learner.catalog, *id).into_iter();
        let name = |(role, name): (RoleId, String)| {
            if role == *id { format!("{} {name}", signs.goal) } else { name }
        };
        let text = rungs.map(name).collect::<Vec<_>>().join(&arrow);
        Cell::text(&text, table.width, Tone::Text)
    };
    table.row(writer, "Career ladder", ids.iter().map(cell).collect(), false);
}
