//! The page about a route.

use super::{Page, Reader, Target, Tone, skill, writer::Writer};
use crate::{
    catalog::{Cost, Route, RouteId},
    planner,
    progress::{Journey, Learner, Notable},
    words,
};

pub(super) fn page(reader: Reader<'_>, id: RouteId) -> Page<'_> {
    let route = reader.learner.catalog.route(id);
    let mut writer = Writer::new(
        reader,
        &route.name,
        reader.learner.catalog.region(route.region).short.to_string(),
    );
    following(&mut writer, id, route);
    writer.passages(&route.summary);
    writer.note(Notable::Route(id));
    facts(&mut writer, route);
    milestones(&mut writer, id, route);
    writer.heading("Advantages");
    route.pros.iter().for_each(|text| writer.bullet(&**text));
    writer.heading("Disadvantages");
    route.cons.iter().for_each(|text| writer.bullet(&**text));
    writer.heading("Entry requirements");
    route.entry.iter().for_each(|text| writer.bullet(&**text));
    covers(&mut writer, id, route);
    skill::resources(&mut writer, "Free curricula and more", &route.resources, |_| String::new());
    figures(&mut writer, route);
    if let Some(note) = &route.note {
        writer.heading("To keep in mind");
        writer.paragraph(&**note, Tone::Text);
    }
    if !route.official.is_empty() {
        writer.heading("Official information");
    }
    for link in &route.official {
        writer.link(&*link.title, "", &link.address);
    }
    writer.finish()
}

fn following(writer: &mut Writer<'_>, id: RouteId, route: &Route) {
    let Reader { learner: Learner { progress, .. }, signs, today, .. } = writer.reader;
    let Some(Journey { since, ticks }) = progress.journey(id) else { return };
    let reached = format!("{} of {} milestones", ticks.len(), route.milestones.len());
    match since {
        Some(date) => {
            let text = format!("followed since {}, {reached}", words::date_from(today, *date));
            writer.hanging(format!("{} ", signs.goal), Tone::Accent, text, Tone::Accent);
        }
        None => writer.paragraph(format!("not followed any more, {reached}"), Tone::Muted),
    }
}

fn facts<'a>(writer: &mut Writer<'a>, route: &'a Route) {
    let checked = [route.duration.trust, route.load.trust, route.cost.trust];
    let checked = checked.iter().filter_map(|it| it.checked).max();
    let aside = checked.map(|it| format!("read in {}", words::month_named(it)));
    writer.heading_with("At a glance", aside.unwrap_or_default());
    writer.labelled("Region", &*writer.reader.learner.catalog.region(route.region).name);
    let duration = writer.figure(route.duration.text.to_string(), route.duration.trust);
    writer.labelled("Duration", duration);
    let load = writer.figure(route.load.text.to_string(), route.load.trust);
    writer.labelled("Week", load);
    let cost = format!("{}. {}", cost(&route.cost), route.cost.text);
    let cost = writer.figure(cost, route.cost.trust);
    writer.labelled("Cost", cost);
    writer.labelled("Qualification", &*route.credential);
    writer.labelled("Suits", &*route.suits);
}

/// What a route costs, in figures: `£0–9,790 a year`.
pub(crate) fn cost(cost: &Cost) -> String {
    let low = words::money(f64::from(cost.low), &cost.currency);
    let high = words::money(f64::from(cost.high), &cost.currency);
    match (cost.low, cost.high) {
        (_, 0) => "Nothing".to_owned(),
        (low_amount, high_amount) if low_amount == high_amount => format!("{high} a {}", cost.per),
        _ => format!("{low} to {high} a {}", cost.per),
    }
}

fn milestones<'a>(writer: &mut Writer<'a>, id: RouteId, route: &'a Route) {
    let Reader { learner: Learner { progress, .. }, signs, today, .. } = writer.reader;
    let journey = progress.journey(id);
    let since = journey.and_then(|it| it.since);
    let aside =
        if since.is_some() { String::new() } else { "dates come with following it".to_owned() };
    writer.heading_with("Milestones", aside);
    for (milestone, it) in route.milestones() {
        let ticked = journey.and_then(|journey| journey.ticks.get(&milestone));
        let due = since.and_then(|since| planner::due(since, it));
        let when = match (ticked, due) {
            (Some(date), _) => format!("reached {}", words::date_from(today, *date)),
            (None, Some(date)) => format!("due {}", words::date_from(today, date)),
            (None, None) => format!("week {}", it.week),
        };
        let (sign, tone) = match ticked {
            Some(_) => (signs.ticked, Tone::Strong),
            None => (signs.open, Tone::Accent),
        };
        writer.item(Target::Milestone(id, milestone), |writer| {
            writer.hanging(
                format!("{sign} "),
                tone,
                format!("{} · {when}", it.title),
                Tone::Strong,
            );
            writer.hanging(" ".repeat(words::width(sign) + 1), tone, &*it.detail, Tone::Text);
        });
    }
}

fn covers(writer: &mut Writer<'_>, id: RouteId, route: &Route) {
    if route.covers.is_empty() {
        return;
    }
    let Reader { learner, today, .. } = writer.reader;
    let catalog = learner.catalog;
    let compared = planner::compare_routes(learner, today, &[id]);
    let covered = compared.routes.first().map_or(0, |it| it.covered.len());
    let aside = match compared.skills.len() {
        0 => words::count(route.covers.len(), "skill", "skills"),
        all => format!("{covered} of the {all} your goal takes"),
    };
    writer.heading_with("Skills it usually teaches", aside);
    for id in &route.covers {
        writer.skill(*id, 0, &words::hours(catalog.skill(*id).hours));
    }
}

fn figures<'a>(writer: &mut Writer<'a>, route: &'a Route) {
    if route.figures.is_empty() {
        return;
    }
    writer.heading("Figures");
    for it in &route.figures {
        writer.bullet(format!("{}: {}", it.label, it.value));
        let source = words::dated(&it.source, it.year.as_deref());
        writer.said_by(source, it.address.as_ref());
    }
}
