//! The career ladder, drawn: from the first job up, with the years between the rungs
//! and what is usually paid on each. Each name can be chosen.

use super::{Line, Reader, Target, Tone, writer::Writer};
use crate::{
    catalog::{Catalog, Pay, Role, RoleId},
    planner, words,
};

/// A role on the ladder.
struct Rung {
    role: RoleId,
    // What it goes by here.
    name: String,
    // The time in the post before that it asks for.
    months: Option<u32>,
    pay: Option<String>,
}

/// The years in a line: `3 y`, `18 mo`.
fn years(months: u32) -> String {
    if months.is_multiple_of(12) { format!("{} y", months / 12) } else { format!("{months} mo") }
}

pub(super) fn section(writer: &mut Writer<'_>, id: RoleId) {
    let catalog = writer.reader.learner.catalog;
    let role = catalog.role(id);
    let aside = format!("level {} of the {} track", role.ladder.step, role.ladder.track);
    writer.heading_with(words::Part::Ladder.title(), aside);
    let spine = spine(catalog, id);
    let rungs: Vec<Rung> = spine.iter().map(|it| rung(writer, &spine, (*it, id))).collect();
    if spine.len() > 1 && !level(writer, id, &rungs) {
        upright(writer, id, &rungs);
    }
    pay_of_all(writer, &spine);
    let others = |all: &[RoleId]| -> Vec<RoleId> {
        all.iter().filter(|it| !spine.contains(it)).copied().collect()
    };
    let [from, to] = if spine.len() > 1 {
        ["People also come from", "People also go on to"]
    } else {
        ["People come to it from", "People go on to"]
    };
    branch(writer, from, &others(&role.ladder.from));
    branch(writer, to, &others(&role.ladder.to));
    if spine.len() == 1 && role.ladder.from.is_empty() && role.ladder.to.is_empty() {
        writer.paragraph("It stands by itself.", Tone::Muted);
    }
}

/// The ladder in one line, for where the names of all its rungs are enough.
pub(super) fn in_a_line(catalog: &Catalog, id: RoleId) -> Vec<(RoleId, String)> {
    let spine = spine(catalog, id);
    let name = |it: &RoleId| (*it, short(catalog, &spine, (*it, id)));
    spine.iter().map(name).collect()
}

/// The roles one has behind and before one if one follows the ladder: of several that
/// lead up, the one whose experience is asked for, else one of the same track.
fn spine(catalog: &Catalog, id: RoleId) -> Vec<RoleId> {
    let role = |id: RoleId| catalog.role(id);
    let asked = |id: RoleId| role(id).experience.as_ref().map(|it| it.role);
    let same = |all: &[RoleId], from: &Role| {
        all.iter().copied().find(|it| role(*it).ladder.track == from.ladder.track)
    };
    let below = |id: &RoleId| {
        let it = role(*id);
        asked(*id).or_else(|| same(&it.ladder.from, it)).or(it.ladder.from.first().copied())
    };
    let above = |id: &RoleId| {
        let it = role(*id);
        let asking = it.ladder.to.iter().copied().filter(|to| asked(*to) == Some(*id));
        let asking: Vec<RoleId> = asking.collect();
        same(&asking, it).or(asking.first().copied()).or_else(|| same(&it.ladder.to, it))
    };
    let mut spine = vec![id];
    while let Some(next) = spine.first().and_then(below).filter(|it| !spine.contains(it)) {
        spine.insert(0, next);
    }
    while let Some(next) = spine.last().and_then(above).filter(|it| !spine.contains(it)) {
        spine.push(next);
    }
    spine
}

fn rung(writer: &Writer<'_>, spine: &[RoleId], (role, own): (RoleId, RoleId)) -> Rung {
    let Reader { learner, region, .. } = writer.reader;
    let catalog = learner.catalog;
    let asked = catalog.role(role).experience.as_ref();
    let months = asked.filter(|it| spine.contains(&it.role)).map(|it| it.months);
    let pay = planner::usual_pay(catalog, role, region).filter(|it| !is_of_several(it, spine));
    let pay = pay.map(|it| words::money_short(it.amount, &it.currency));
    Rung { role, name: short(catalog, spine, (role, own)), months, pay }
}

/// Whether a figure is of several rungs at once, so that it tells none from another.
fn is_of_several(pay: &Pay, spine: &[RoleId]) -> bool {
    spine.iter().filter(|it| pay.roles.contains(it)).count() > 1
}

/// What is paid where no source tells the rungs apart.
fn pay_of_all(writer: &mut Writer<'_>, spine: &[RoleId]) {
    let Reader { learner, region, .. } = writer.reader;
    let usual = |it: &RoleId| planner::usual_pay(learner.catalog, *it, region);
    let shared = spine.iter().filter_map(usual).find(|it| is_of_several(it, spine));
    let Some(pay) = shared else { return };
    let several = match spine.iter().filter(|it| pay.roles.contains(it)).count() {
        all if all == spine.len() => "these".to_owned(),
        some => format!("{some} of these"),
    };
    let amount = words::money(pay.amount, &pay.currency);
    let (stage, per) = (words::stage(pay.stage), words::per(pay.per));
    let text = format!("No source tells {several} apart: {stage} {amount} {per}.");
    writer.paragraph(text, Tone::Muted);
}

/// A name without the words at its end that it shares with the role the page is about.
fn short(catalog: &Catalog, spine: &[RoleId], (role, own): (RoleId, RoleId)) -> String {
    let name = |id: RoleId| &*catalog.role(id).name;
    if role == own {
        return name(role).to_owned();
    }
    let words: Vec<&str> = name(role).split(' ').collect();
    let others: Vec<String> = name(own).split(' ').map(str::to_lowercase).collect();
    let pairs = words.iter().rev().zip(others.iter().rev());
    let shared = pairs.take_while(|(one, other)| one.to_lowercase() == **other).count();
    let kept = words.get(..words.len() - shared).unwrap_or_default().join(" ");
    let is_taken = spine.iter().any(|it| name(*it) == kept);
    if kept.is_empty() || is_taken { name(role).to_owned() } else { kept }
}

/// From left to right, with what is paid below; whether there is room for that.
fn level(writer: &mut Writer<'_>, own: RoleId, rungs: &[Rung]) -> bool {
    let signs = writer.reader.signs;
    if signs.are_words {
        return false;
    }
    let mut line = Line::default();
    let mut pay = Line::default();
    let mut places = Vec::new();
    for (at, rung) in rungs.iter().enumerate() {
        if at > 0 {
            let time = rung.months.map(|it| format!("{} ", years(it))).unwrap_or_default();
            line.push(format!(" {time}{} ", signs.leads_to), Tone::Muted);
        }
        let left = line.width();
        if rung.role == own {
            line.push(format!("{} ", signs.goal), Tone::Accent);
        }
        line.push(rung.name.clone(), if rung.role == own { Tone::Strong } else { Tone::Text });
        places.push((left, line.width() - left, rung.role));
        if let Some(amount) = &rung.pay {
            pay.push(" ".repeat(left.saturating_sub(pay.width())), Tone::Text);
            pay.push(format!("{amount} "), Tone::Muted);
        }
    }
    if line.width().max(pay.width()) > writer.columns {
        return false;
    }
    let at = writer.lines_down();
    writer.line(line);
    if !pay.spans.is_empty() {
        writer.line(pay);
    }
    for (left, width, role) in places.into_iter().filter(|(.., role)| *role != own) {
        writer.item_at(at, (left, width), Target::Role(role));
    }
    true
}

/// From the first job down the page, one below the other.
fn upright(writer: &mut Writer<'_>, own: RoleId, rungs: &[Rung]) {
    let signs = writer.reader.signs;
    for (at, rung) in rungs.iter().enumerate() {
        let is_last = at + 1 == rungs.len();
        let joint = signs.joint([at > 0, !is_last, false, true]);
        let mut line = Line::of(format!("{joint}{} ", signs.span), Tone::Muted);
        if rung.role == own {
            line.push(format!("{} ", signs.goal), Tone::Accent);
        }
        let time = rung.months.map(|it| format!("after {}", words::months(it)));
        let parts = [time, rung.pay.clone()].into_iter().flatten();
        let aside = parts.collect::<Vec<_>>().join("  ");
        let has_room = line.width() + words::width(&aside) + 2 < writer.columns;
        let aside = if has_room { aside } else { String::new() };
        let room = writer.columns.saturating_sub(line.width() + words::width(&aside) + 2);
        let full = &*writer.reader.learner.catalog.role(rung.role).name;
        let name = if words::width(full) <= room { full } else { &rung.name };
        let tone = if rung.role == own { Tone::Strong } else { Tone::Text };
        line.push(words::fitted(name, room, signs.more), tone);
        line.push(
            " ".repeat(writer.columns.saturating_sub(line.width() + words::width(&aside))),
            Tone::Text,
        );
        line.push(aside, Tone::Muted);
        if rung.role == own {
            writer.line(line);
        } else {
            writer.item(Target::Role(rung.role), |writer| writer.line(line));
        }
    }
}

/// Roles beside each other behind a few words, on as many lines as they take.
fn branch(writer: &mut Writer<'_>, lead: &'static str, roles: &[RoleId]) {
    if roles.is_empty() {
        return;
    }
    let catalog = writer.reader.learner.catalog;
    let names = roles.iter().map(|it| (catalog.role(*it).name.to_string(), Target::Role(*it)));
    writer.flow(format!("{lead} "), names.collect());
}
