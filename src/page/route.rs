//! The page about a route.

use super::{Page, Reader, Target, Tone, writer::Writer};
use crate::{
    catalog::{Cost, Route, RouteId},
    planner,
    progress::{Journey, Learner, State},
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
    facts(&mut writer, route);
    milestones(&mut writer, id, route);
    writer.heading("What speaks for it");
    route.pros.iter().for_each(|text| writer.bullet(&**text));
    writer.heading("What speaks against it");
    route.cons.iter().for_each(|text| writer.bullet(&**text));
    writer.heading("What is asked of you");
    route.entry.iter().for_each(|text| writer.bullet(&**text));
    covers(&mut writer, route);
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
    writer.heading("At a glance");
    writer.labelled("Region", &*writer.reader.learner.catalog.region(route.region).name);
    writer.labelled("Takes", &*route.duration.text);
    writer.labelled("Week", &*route.load.text);
    writer.labelled("Costs", format!("{}. {}", cost(&route.cost), route.cost.text));
    writer.labelled("Gives", &*route.credential);
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
            Some(_) => (signs.ticked, Tone::State(State::Proven)),
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

fn covers(writer: &mut Writer<'_>, route: &Route) {
    if route.covers.is_empty() {
        return;
    }
    let catalog = writer.reader.learner.catalog;
    let aside = format!("{} of {} skills", route.covers.len(), catalog.skills().len());
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
        match &it.address {
            Some(address) => writer.item(Target::Address(address.clone()), |writer| {
                writer.hanging("  ", Tone::Text, source, Tone::Link);
            }),
            None => writer.hanging("  ", Tone::Text, source, Tone::Muted),
        }
    }
}
