//! Kinds of route and their routes.

use super::{
    super::{Cost, Duration, Figure, Kind, Link, Load, Milestone, Route, RouteId, Text, raw},
    CatalogError, In, Names,
    check::{self, Desk, repeated},
};

pub(super) fn kinds(
    drafts: Vec<In<raw::Kind<'static>>>,
    names: &Names,
) -> Result<(Vec<Kind>, Vec<Route>), CatalogError> {
    check::names(&drafts, "kind of route", |it| &it.kind)?;
    let mut kinds = Vec::new();
    let mut written = Vec::new();
    for In(file, raw) in drafts {
        let desk = Desk::new(file, "kind of route", &raw.kind, names);
        if raw.routes.is_empty() {
            return Err(desk.refuse("it has no routes"));
        }
        let first = written.len();
        kinds.push(Kind {
            name: desk.text("name", raw.name)?,
            summary: desk.text("summary", raw.summary)?,
            routes: (first..first + raw.routes.len()).map(RouteId).collect(),
            id: raw.kind.0.clone(),
        });
        written.extend(raw.routes.into_iter().map(|it| In(file, (raw.kind.0.clone(), it))));
    }
    check::names(&written, "route", |(_, it)| &it.id)?;
    let routes = written.into_iter().map(|it| route(it, names)).collect::<Result<_, _>>()?;
    Ok((kinds, routes))
}

fn route(
    In(file, (kind, raw)): In<(Text, raw::Route<'static>)>,
    names: &Names,
) -> Result<Route, CatalogError> {
    let desk = Desk::new(file, "route", &raw.id, names);
    if raw.summary.is_empty() || raw.pros.is_empty() || raw.cons.is_empty() {
        return Err(desk.refuse("it lacks a summary, what speaks for it or what speaks against it"));
    }
    let official = raw.official.into_iter().map(|it| {
        Ok(Link { title: desk.text("link's title", it.title)?, address: desk.link(it.address)? })
    });
    Ok(Route {
        kind,
        region: desk.region(&raw.region)?,
        name: desk.text("name", raw.name)?,
        summary: desk.passages("summary", raw.summary)?,
        duration: duration(&desk, raw.duration)?,
        load: load(&desk, raw.load)?,
        cost: cost(&desk, raw.cost)?,
        credential: desk.text("credential", raw.credential)?,
        entry: desk.texts("entry", raw.entry)?,
        suits: desk.text("suits", raw.suits)?,
        pros: desk.texts("pros", raw.pros)?,
        cons: desk.texts("cons", raw.cons)?,
        covers: desk.skills(&raw.covers)?,
        milestones: milestones(&desk, raw.milestones)?,
        figures: raw.figures.into_iter().map(|it| figure(&desk, it)).collect::<Result<_, _>>()?,
        official: official.collect::<Result<_, _>>()?,
        note: desk.maybe("note", raw.note)?,
        id: raw.id.0,
    })
}

fn duration(desk: &Desk<'_>, raw: raw::Duration<'static>) -> Result<Duration, CatalogError> {
    rising(desk, "duration", raw.low_weeks, raw.high_weeks)?;
    Ok(Duration {
        low_weeks: raw.low_weeks,
        high_weeks: raw.high_weeks,
        text: desk.text("duration", raw.text)?,
    })
}

fn load(desk: &Desk<'_>, raw: raw::Load<'static>) -> Result<Load, CatalogError> {
    rising(desk, "load", raw.low_hours, raw.high_hours)?;
    Ok(Load {
        low_hours: raw.low_hours,
        high_hours: raw.high_hours,
        text: desk.text("load", raw.text)?,
    })
}

fn cost(desk: &Desk<'_>, raw: raw::Cost<'static>) -> Result<Cost, CatalogError> {
    rising(desk, "cost", raw.low, raw.high)?;
    Ok(Cost {
        currency: desk.currency(raw.currency)?,
        low: raw.low,
        high: raw.high,
        per: desk.text("cost's per", raw.per)?,
        text: desk.text("cost", raw.text)?,
    })
}

fn rising(desk: &Desk<'_>, field: &str, low: u32, high: u32) -> Result<(), CatalogError> {
    if low <= high {
        Ok(())
    } else {
        Err(desk.refuse(format!("its {field} must rise from low to high, but is {low}, {high}")))
    }
}

fn milestones(
    desk: &Desk<'_>,
    raw: Vec<raw::Milestone<'static>>,
) -> Result<Vec<Milestone>, CatalogError> {
    if raw.is_empty() {
        return Err(desk.refuse("it has no milestones"));
    }
    let ids: Vec<&str> = raw.iter().map(|it| &*it.id.0).collect();
    if let Some(id) = repeated(&ids).and_then(|place| ids.get(place)) {
        return Err(desk.refuse(format!("it has two milestones of the id `{id}`")));
    }
    if !raw.is_sorted_by_key(|it| it.week) {
        return Err(desk.refuse("its milestones do not stand in the order of their weeks"));
    }
    let milestone = |it: raw::Milestone<'static>| {
        Ok(Milestone {
            id: desk.part("milestone", it.id)?,
            title: desk.text("milestone's title", it.title)?,
            detail: desk.text("milestone's detail", it.detail)?,
            week: it.week,
        })
    };
    raw.into_iter().map(milestone).collect()
}

fn figure(desk: &Desk<'_>, raw: raw::Figure<'static>) -> Result<Figure, CatalogError> {
    Ok(Figure {
        label: desk.text("figure's label", raw.label)?,
        value: desk.text("figure's value", raw.value)?,
        year: desk.maybe("figure's year", raw.year)?,
        source: desk.text("figure's source", raw.source)?,
        address: desk.address(raw.address)?,
    })
}
