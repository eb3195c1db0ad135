//! Kinds of route and their routes.

use super::{
    super::{
        Cost, Duration, Figure, Kind, Link, List, Milestone, Route, RouteId, Text, WeeklyLoad, raw,
    },
    CatalogError, In, Names,
    examiner::{self, Examiner, repeated},
    skills,
};

pub(super) fn kinds(
    drafts: Vec<In<raw::Kind<'static>>>,
    names: &Names,
) -> Result<(List<Kind>, List<Route>), CatalogError> {
    examiner::names(&drafts, "kind of route", |it| &it.kind)?;
    let mut kinds = Vec::new();
    let mut written = Vec::new();
    for In(file, raw) in drafts {
        let examiner = Examiner::new(file, "kind of route", &raw.kind, names);
        if raw.routes.is_empty() {
            return Err(examiner.refuse("it has no routes"));
        }
        let first = written.len();
        kinds.push(Kind {
            name: examiner.text("name", raw.name)?,
            summary: examiner.text("summary", raw.summary)?,
            routes: (first..first + raw.routes.len()).map(RouteId).collect(),
            id: raw.kind.0.clone().into(),
        });
        written.extend(raw.routes.into_iter().map(|it| In(file, (raw.kind.0.clone().into(), it))));
    }
    examiner::names(&written, "route", |(_, it)| &it.id)?;
    let routes = written.into_iter().map(|it| route(it, names)).collect::<Result<_, _>>()?;
    Ok((kinds.into(), routes))
}

fn route(
    In(file, (kind, raw)): In<(Text, raw::Route<'static>)>,
    names: &Names,
) -> Result<Route, CatalogError> {
    let examiner = Examiner::new(file, "route", &raw.id, names);
    if raw.summary.is_empty() || raw.pros.is_empty() || raw.cons.is_empty() {
        return Err(
            examiner.refuse("it lacks a summary, what speaks for it or what speaks against it")
        );
    }
    let official = raw.official.into_iter().map(|it| {
        Ok(Link {
            title: examiner.text("link's title", it.title)?,
            address: examiner.link(it.address)?,
        })
    });
    Ok(Route {
        kind,
        region: examiner.region(&raw.region)?,
        name: examiner.text("name", raw.name)?,
        summary: examiner.passages("summary", raw.summary)?,
        duration: duration(&examiner, raw.duration)?,
        load: load(&examiner, raw.load)?,
        cost: cost(&examiner, raw.cost)?,
        credential: examiner.text("credential", raw.credential)?,
        entry: examiner.texts("entry", raw.entry)?,
        suits: examiner.text("suits", raw.suits)?,
        pros: examiner.texts("pros", raw.pros)?,
        cons: examiner.texts("cons", raw.cons)?,
        covers: examiner.skills(&raw.covers)?,
        milestones: milestones(&examiner, raw.milestones)?,
        resources: raw
            .resources
            .into_iter()
            .map(|it| skills::resource(&examiner, it))
            .collect::<Result<_, _>>()?,
        figures: raw
            .figures
            .into_iter()
            .map(|it| figure(&examiner, it))
            .collect::<Result<_, _>>()?,
        official: official.collect::<Result<_, _>>()?,
        note: examiner.maybe("note", raw.note)?,
        id: raw.id.0.into(),
    })
}

fn duration(
    examiner: &Examiner<'_>,
    raw: raw::Duration<'static>,
) -> Result<Duration, CatalogError> {
    rising(examiner, "duration", raw.low_weeks, raw.high_weeks)?;
    Ok(Duration {
        low_weeks: raw.low_weeks,
        high_weeks: raw.high_weeks,
        text: examiner.text("duration", raw.text)?,
        trust: examiner.trust(raw.confidence, raw.checked)?,
    })
}

fn load(examiner: &Examiner<'_>, raw: raw::Load<'static>) -> Result<WeeklyLoad, CatalogError> {
    rising(examiner, "load", raw.low_hours, raw.high_hours)?;
    Ok(WeeklyLoad {
        low_hours: raw.low_hours,
        high_hours: raw.high_hours,
        text: examiner.text("load", raw.text)?,
        trust: examiner.trust(raw.confidence, raw.checked)?,
    })
}

fn cost(examiner: &Examiner<'_>, raw: raw::Cost<'static>) -> Result<Cost, CatalogError> {
    rising(examiner, "cost", raw.low, raw.high)?;
    Ok(Cost {
        currency: examiner.currency(raw.currency)?,
        low: raw.low,
        high: raw.high,
        per: examiner.text("cost's per", raw.per)?,
        text: examiner.text("cost", raw.text)?,
        trust: examiner.trust(raw.confidence, raw.checked)?,
    })
}

fn rising(examiner: &Examiner<'_>, field: &str, low: u32, high: u32) -> Result<(), CatalogError> {
    if low <= high {
        Ok(())
    } else {
        Err(examiner
            .refuse(format!("its {field} must rise from low to high, but is {low}, {high}")))
    }
}

fn milestones(
    examiner: &Examiner<'_>,
    raw: Vec<raw::Milestone<'static>>,
) -> Result<List<Milestone>, CatalogError> {
    if raw.is_empty() {
        return Err(examiner.refuse("it has no milestones"));
    }
    let ids: Vec<&str> = raw.iter().map(|it| &*it.id.0).collect();
    if let Some(id) = repeated(&ids).and_then(|place| ids.get(place)) {
        return Err(examiner.refuse(format!("it has two milestones of the id `{id}`")));
    }
    if !raw.is_sorted_by_key(|it| it.week) {
        return Err(examiner.refuse("its milestones do not stand in the order of their weeks"));
    }
    let milestone = |it: raw::Milestone<'static>| {
        Ok(Milestone {
            id: examiner.part("milestone", it.id)?,
            title: examiner.text("milestone's title", it.title)?,
            detail: examiner.text("milestone's detail", it.detail)?,
            week: it.week,
        })
    };
    raw.into_iter().map(milestone).collect()
}

fn figure(examiner: &Examiner<'_>, raw: raw::Figure<'static>) -> Result<Figure, CatalogError> {
    Ok(Figure {
        label: examiner.text("figure's label", raw.label)?,
        value: examiner.text("figure's value", raw.value)?,
        year: examiner.maybe("figure's year", raw.year)?,
        source: examiner.text("figure's source", raw.source)?,
        address: examiner.address(raw.address)?,
    })
}
