//! What roles are paid in the region that is looked at, on one axis.

use super::super::{Line, Reader, Tone, axis::Axis, writer::Writer};
use crate::{
    catalog::{Pay, Per, Role, RoleId},
    planner::{self, Wages},
    words,
};

/// The least columns of an axis beside the names of roles.
const LEAST: usize = 30;
/// How far an axis stands in where the names stand above what is drawn.
const INDENT: usize = 2;

/// A role and its usual range.
type Paid<'a> = (&'a Role, Wages<'a>);

pub(super) fn section(writer: &mut Writer<'_>, ids: &[RoleId], label: usize) {
    let Reader { learner, region, .. } = writer.reader;
    let catalog = learner.catalog;
    let usual = |id: &RoleId| planner::usual_wages(catalog, *id, region);
    let known: Vec<Paid<'_>> =
        ids.iter().filter_map(|id| Some((catalog.role(*id), usual(id)?))).collect();
    let mut sources: Vec<String> = known.iter().filter_map(|(_, it)| source(it)).collect();
    sources.sort_unstable();
    sources.dedup();
    let place = &catalog.region(region).name;
    writer.heading_with(
        "Pay",
        match sources.as_slice() {
            [only] => format!("{place} · {only}"),
            _ => place.to_string(),
        },
    );
    // What is paid for an hour stands on no axis with what is paid for a year.
    for per in [Per::Year, Per::Hour] {
        let is_of = |(_, it): &&Paid<'_>| it.figures.iter().any(|pay| pay.per == per);
        let here: Vec<Paid<'_>> = known.iter().filter(is_of).cloned().collect();
        drawing(writer, &here, label);
    }
    for id in ids.iter().filter(|id| usual(id).is_none()) {
        let text = format!("No source gives a range for {} here.", catalog.role(*id).name);
        writer.paragraph(text, Tone::Muted);
    }
    if sources.len() > 1 {
        writer.paragraph(format!("{}.", sources.join("; ")), Tone::Muted);
    }
}

fn source(wages: &Wages<'_>) -> Option<String> {
    let first: &Pay = wages.figures.first()?;
    let year = first.year.map(|year| year.to_string());
    Some(words::dated(&first.source, year.as_deref()))
}

fn drawing(writer: &mut Writer<'_>, paid: &[Paid<'_>], label: usize) {
    let signs = writer.reader.signs;
    let Some(first) = paid.iter().find_map(|(_, it)| it.figures.first()) else { return };
    if signs.are_words {
        return paid.iter().for_each(|it| told(writer, it));
    }
    let is_stacked = writer.columns < label + LEAST;
    let left = if is_stacked { INDENT } else { label };
    let amounts = paid.iter().flat_map(|(_, it)| &it.figures).map(|it| it.amount);
    let axis = Axis::over(amounts, &first.currency, (left, writer.columns.saturating_sub(left)));
    let unit = if is_stacked { "" } else { words::per(first.per) };
    writer.line(led(unit, left, axis.labels(), Tone::Muted));
    writer.line(axis.scale(signs));
    for (role, wages) in paid {
        if is_stacked {
            writer.paragraph(role.name.to_string(), Tone::Muted);
            writer.line(axis.range(wages, signs));
        } else {
            let name = words::fitted(&role.name, left.saturating_sub(2), signs.more);
            writer.line(led(&name, left, axis.range(wages, signs), Tone::Text));
        }
    }
}

/// What a role is usually paid, in words.
fn told(writer: &mut Writer<'_>, (role, wages): &Paid<'_>) {
    let Some(first) = wages.figures.first() else { return };
    let amounts = || wages.figures.iter().map(|it| it.amount);
    let (low, high) = (amounts().fold(f64::INFINITY, f64::min), amounts().fold(0.0, f64::max));
    let range = words::money_range(low, high, &first.currency);
    writer.paragraph(format!("{}: {range} {}.", role.name, words::per(first.per)), Tone::Text);
}

/// A line with some words in the columns before `left`, which are empty on it.
fn led<'a>(text: &str, left: usize, line: Line<'a>, tone: Tone) -> Line<'a> {
    let mut led = Line::of(format!("{text:left$}"), tone);
    let mut empty = left;
    for span in line.spans {
        let blank = span.text.chars().take(empty).take_while(|it| *it == ' ').count();
        empty -= blank;
        let rest: String = span.text.chars().skip(blank).collect();
        if blank < words::width(&span.text) {
            empty = 0;
        }
        led.push(rest, span.tone);
    }
    led
}
