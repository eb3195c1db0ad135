//! Routes beside each other: what each would mean for this learner if begun today.

use super::super::{
    Page, Reader, Target, Tone, route,
    table::{Cell, Table, by_hours, week},
    writer::Writer,
};
use crate::{
    catalog::{Route, RouteId, SkillId},
    planner::{self, RouteFigures, RoutesCompared},
    words,
};

/// From so many columns on labels have much room.
const BROAD: usize = 100;

pub(super) fn page<'a>(reader: Reader<'a>, ids: &[RouteId], only: bool) -> Page<'a> {
    let learner = reader.learner;
    let mut writer = Writer::broad(reader, "Routes compared", String::new());
    let compared = planner::compare_routes(learner, reader.today, ids);
    let label = if writer.columns >= BROAD { 22 } else { 16 };
    let name = |id: &RouteId| learner.catalog.route(*id).name.to_string();
    let table = Table::new(&writer, label, ids.iter().map(name).collect());
    head(&mut writer, &table, ids);
    facts(&mut writer, &table, ids, only);
    for_you(&mut writer, &table, &compared, only);
    texts(&mut writer, &table, ids, only);
    own(&mut writer, &table, &compared);
    writer.finish()
}

fn head(writer: &mut Writer<'_>, table: &Table, ids: &[RouteId]) {
    let Reader { learner, signs, .. } = writer.reader;
    for id in ids.iter().filter(|_| table.is_stacked) {
        let name = learner.catalog.route(*id).name.to_string();
        writer.item(Target::Route(*id), |writer| writer.paragraph(name, Tone::Strong));
    }
    if table.is_stacked {
        return;
    }
    let cells = ids.iter().map(|id| {
        let name = &learner.catalog.route(*id).name;
        let text = if learner.progress.follows(*id) {
            format!("{name} {} you follow it", signs.goal)
        } else {
            name.to_string()
        };
        Cell::link(&text, table.width, Tone::Strong, Target::Route(*id))
    });
    table.row(writer, "", cells.collect(), false);
    writer.gap();
}

/// What is said of a route.
type Said = fn(&Route) -> String;

/// What the route is, in figures.
fn facts(writer: &mut Writer<'_>, table: &Table, ids: &[RouteId], only: bool) {
    let catalog = writer.reader.learner.catalog;
    let rows: [(&str, Said); 4] = [
        ("Duration", |it| words::weeks_as_months(it.duration.low_weeks, it.duration.high_weeks)),
        ("Each week", |it| format!("{} h", words::range(it.load.low_hours, it.load.high_hours))),
        ("Cost in all", |it| words::cost_in_all(planner::whole_cost(it), &it.cost.currency)),
        ("Price", |it| route::cost(&it.cost)),
    ];
    for (label, said) in rows {
        let cells =
            ids.iter().map(|id| Cell::text(&said(catalog.route(*id)), table.width, Tone::Text));
        table.row(writer, label, cells.collect(), only);
    }
}

/// What it would mean for the learner.
fn for_you(writer: &mut Writer<'_>, table: &Table, compared: &RoutesCompared, only: bool) {
    let has_dates = !writer.reader.learner.progress.hides_dates();
    let all = compared.skills.len();
    writer.heading("If you began today");
    let text = |text: String| Cell::text(&text, table.width, Tone::Text);
    let over = |it: &RouteFigures| {
        let over = it.over.map(|(low, high)| (words::month_of(low), words::month_of(high)));
        text(match over {
            Some((low, high)) if low == high => high,
            Some((low, high)) => format!("{low} – {high}"),
            None => "too far away".to_owned(),
        })
    };
    let catalog = writer.reader.learner.catalog;
    let covered = |it: &RouteFigures| {
        let is_open = catalog.route(it.route).covers.is_empty();
        let taught = format!("{} of your {all}", it.covered.len());
        text(if is_open { "what you choose".to_owned() } else { taught })
    };
    let alone = |it: &RouteFigures| {
        let skills = words::count(it.skills_alone, "skill", "skills");
        text(format!("{} in {skills}", words::hours_left(it.alone)))
    };
    let ready = |it: &RouteFigures| text(it.ready.map_or("–".to_owned(), words::month_of));
    let cells = |cell: &dyn Fn(&RouteFigures) -> Cell<'static>| -> Vec<Cell<'static>> {
        compared.routes.iter().map(cell).collect()
    };
    let alone_label = format!("All learned, {}", week(writer));
    let rows = [
        ("It is over", cells(&over), has_dates),
        ("It teaches", cells(&covered), all > 0),
        ("Left to you alone", cells(&alone), all > 0),
        (&*alone_label, cells(&ready), has_dates && all > 0),
    ];
    for (label, cells, is_known) in rows {
        if is_known {
            table.row(writer, label, cells, only);
        }
    }
    if all == 0 {
        writer.paragraph("With a goal you see here how much of it each one teaches.", Tone::Muted);
    }
}

/// What is said of each in words.
fn texts<'a>(writer: &mut Writer<'a>, table: &Table, ids: &[RouteId], only: bool) {
    let catalog = writer.reader.learner.catalog;
    let routes: Vec<&'a Route> = ids.iter().map(|id| catalog.route(*id)).collect();
    writer.heading("In words");
    let text = |text: &str| Cell::text(text, table.width, Tone::Text);
    let sign = writer.reader.signs.bullet;
    let bullets = |texts: &'a [crate::catalog::Text]| {
        Cell::bullets(texts.iter().map(|it| &**it), table.width, sign)
    };
    let rows: [(&str, Vec<Cell<'a>>); 5] = [
        ("Qualification", routes.iter().map(|it| text(&it.credential)).collect()),
        ("Suits", routes.iter().map(|it| text(&it.suits)).collect()),
        ("Advantages", routes.iter().map(|it| bullets(&it.pros)).collect()),
        ("Disadvantages", routes.iter().map(|it| bullets(&it.cons)).collect()),
        ("To enter", routes.iter().map(|it| bullets(&it.entry)).collect()),
    ];
    for (label, cells) in rows {
        writer.gap();
        table.row(writer, label, cells, only);
    }
}

/// The skills that only one of them teaches.
fn own(writer: &mut Writer<'_>, table: &Table, compared: &RoutesCompared) {
    if compared.own.iter().all(Vec::is_empty) {
        return;
    }
    let whose = if compared.skills.is_empty() { "" } else { "of your goal's skills" };
    writer.heading_with("Only one teaches", whose.to_owned());
    let hours =
        |id: SkillId| writer.reader.learner.catalog.skill(id).hours.likely.saturating_mul(60);
    let cells =
        compared.own.iter().map(|it| Cell::skills(writer, &by_hours(it, hours), table.width));
    let cells: Vec<Cell<'_>> = cells.collect();
    table.row(writer, "", cells, false);
}
