//! The page about a route.

use super::{Page, Reader, Target, Tone, sheet::Sheet};
use crate::{
    catalog::{Cost, Route, RouteId},
    planner,
    progress::{Journey, State},
    words,
};

pub(super) fn page(reader: Reader<'_>, id: RouteId) -> Page<'_> {
    let route = reader.catalog.route(id);
    let mut sheet =
        Sheet::new(reader, &route.name, reader.catalog.region(route.region).short.to_string());
    following(&mut sheet, id, route);
    sheet.passages(&route.summary);
    facts(&mut sheet, route);
    milestones(&mut sheet, id, route);
    sheet.heading("What speaks for it");
    route.pros.iter().for_each(|text| sheet.bullet(&**text));
    sheet.heading("What speaks against it");
    route.cons.iter().for_each(|text| sheet.bullet(&**text));
    sheet.heading("What is asked of you");
    route.entry.iter().for_each(|text| sheet.bullet(&**text));
    covers(&mut sheet, route);
    figures(&mut sheet, route);
    if let Some(note) = &route.note {
        sheet.heading("To keep in mind");
        sheet.paragraph(&**note, Tone::Text);
    }
    if !route.official.is_empty() {
        sheet.heading("Official information");
    }
    for link in &route.official {
        sheet.link(&*link.title, "", &link.address);
    }
    sheet.finish()
}

fn following(sheet: &mut Sheet<'_>, id: RouteId, route: &Route) {
    let Reader { progress, signs, today, .. } = sheet.reader;
    let Some(Journey { since, ticks }) = progress.journey(id) else { return };
    let reached = format!("{} of {} milestones", ticks.len(), route.milestones.len());
    match since {
        Some(date) => {
            let text = format!("followed since {}, {reached}", words::date_from(today, *date));
            sheet.hanging(format!("{} ", signs.goal), Tone::Accent, text, Tone::Accent);
        }
        None => sheet.paragraph(format!("not followed any more, {reached}"), Tone::Muted),
    }
}

fn facts<'a>(sheet: &mut Sheet<'a>, route: &'a Route) {
    sheet.heading("At a glance");
    sheet.labelled("Region", &*sheet.reader.catalog.region(route.region).name);
    sheet.labelled("Takes", &*route.duration.text);
    sheet.labelled("Week", &*route.load.text);
    sheet.labelled("Costs", format!("{}. {}", cost(&route.cost), route.cost.text));
    sheet.labelled("Gives", &*route.credential);
    sheet.labelled("Suits", &*route.suits);
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

fn milestones<'a>(sheet: &mut Sheet<'a>, id: RouteId, route: &'a Route) {
    let Reader { progress, signs, today, .. } = sheet.reader;
    let journey = progress.journey(id);
    let since = journey.and_then(|it| it.since);
    let aside =
        if since.is_some() { String::new() } else { "dates come with following it".to_owned() };
    sheet.heading_with("Milestones", aside);
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
        sheet.item(Target::Milestone(id, milestone), |sheet| {
            sheet.hanging(format!("{sign} "), tone, format!("{} · {when}", it.title), Tone::Strong);
            sheet.hanging(" ".repeat(words::width(sign) + 1), tone, &*it.detail, Tone::Text);
        });
    }
}

fn covers(sheet: &mut Sheet<'_>, route: &Route) {
    if route.covers.is_empty() {
        return;
    }
    let catalog = sheet.reader.catalog;
    let aside = format!("{} of {} skills", route.covers.len(), catalog.skills().len());
    sheet.heading_with("Skills it usually teaches", aside);
    for id in &route.covers {
        sheet.skill(*id, 0, &words::hours(catalog.skill(*id).hours));
    }
}

fn figures<'a>(sheet: &mut Sheet<'a>, route: &'a Route) {
    if route.figures.is_empty() {
        return;
    }
    sheet.heading("Figures");
    for it in &route.figures {
        sheet.bullet(format!("{}: {}", it.label, it.value));
        let source = words::dated(&it.source, it.year.as_deref());
        match &it.address {
            Some(address) => sheet.item(Target::Address(address.clone()), |sheet| {
                sheet.hanging("  ", Tone::Text, source, Tone::Link);
            }),
            None => sheet.hanging("  ", Tone::Text, source, Tone::Muted),
        }
    }
}
