//! Pay, drawn: for each region an axis, and on it what each source says.

use super::{Reader, Target, Tone, axis::Axis, writer::Writer};
use crate::{
    catalog::{Citation, Pay, Per, RegionId, RoleId},
    planner::{self, Wages},
    progress::Learner,
    words,
};

/// Below so many columns the source stands below what it says, and else beside it.
const NARROW: usize = 56;
/// The columns between a range and its source.
const BETWEEN: usize = 2;

pub(super) fn section(writer: &mut Writer<'_>, id: RoleId) {
    let Reader { learner: Learner { catalog, .. }, region, .. } = writer.reader;
    let mut regions: Vec<RegionId> = catalog.regions().map(|(id, _)| id).collect();
    regions.sort_by_key(|it| (*it != region, *it));
    let name = catalog.region(region).name.clone();
    writer.heading_with(words::Part::Pay.title(), format!("{name} first"));
    let mut is_known = false;
    for region in regions {
        let all = planner::wages(catalog, id, region);
        for per in [Per::Year, Per::Hour] {
            let is_here = |it: &&Wages<'_>| it.figures.iter().any(|pay| pay.per == per);
            let here: Vec<Wages<'_>> = all.iter().filter(is_here).cloned().collect();
            is_known |= !here.is_empty();
            drawing(writer, region, &here);
        }
    }
    if !is_known {
        writer.paragraph("No source gives a figure for this role.", Tone::Muted);
    }
}

/// All that is known of a region on one axis, and below it the same in words.
fn drawing<'a>(writer: &mut Writer<'a>, region: RegionId, wages: &[Wages<'a>]) {
    let Some(first) = wages.iter().find_map(|it| it.figures.first()) else { return };
    let place = &writer.reader.learner.catalog.region(region).name;
    writer.subheading(format!("{place}, {} in {}", words::per(first.per), first.currency));
    if writer.reader.signs.are_words {
        return wages.iter().for_each(|it| told(writer, it));
    }
    let beside = if writer.columns < NARROW { 0 } else { writer.columns * 4 / 9 };
    let amounts = wages.iter().flat_map(|it| &it.figures).map(|it| it.amount);
    let axis = Axis::over(amounts, &first.currency, (0, writer.columns - beside));
    writer.line(axis.labels());
    writer.line(axis.scale(writer.reader.signs));
    for it in wages {
        range(writer, &axis, it, beside);
    }
    writer.gap();
    for it in wages {
        told(writer, it);
    }
}

/// A range with its year and source, which one can open if its address is known.
fn range(writer: &mut Writer<'_>, axis: &Axis<'_>, wages: &Wages<'_>, beside: usize) {
    let signs = writer.reader.signs;
    let mut line = axis.range(wages, signs);
    let Some(first) = wages.figures.first() else { return };
    let year = first.year.map_or(" –  ".to_owned(), |year| year.to_string());
    let stage = match &*wages.figures {
        [only] => format!("{}, ", words::stage(only.stage)),
        _ => String::new(),
    };
    let said = format!("{year} {stage}{}", first.source);
    let address = wages.figures.iter().find_map(|it| it.address.clone());
    let tone = if address.is_some() { Tone::Link } else { Tone::Muted };
    let write = |writer: &mut Writer<'_>| {
        if beside == 0 {
            writer.line(line);
            let said = words::fitted(&said, writer.columns.saturating_sub(2), signs.more);
            return writer.hanging("  ", Tone::Text, said, tone);
        }
        let left = writer.columns - beside + BETWEEN;
        line.push(" ".repeat(left.saturating_sub(line.width())), Tone::Text);
        line.push(words::fitted(&said, beside - BETWEEN, signs.more), tone);
        writer.line(line);
    };
    match address {
        Some(address) => writer.item(Target::Address(address), write),
        None => write(writer),
    }
}

/// A range in words, with what is to be kept in mind.
fn told(writer: &mut Writer<'_>, wages: &Wages<'_>) {
    let Some(first) = wages.figures.first() else { return };
    let amounts: Vec<String> =
        wages.figures.iter().map(|it| writer.figure(amount(it), it.trust)).collect();
    let year = first.year.map(|year| year.to_string());
    let source = words::dated(&first.source, year.as_deref());
    let about = words::capitalised(&first.about);
    writer.bullet(format!("{about}: {}. {source}.", amounts.join(" · ")));
    let cited: Vec<Citation> = wages.figures.iter().flat_map(|it| &it.citations).copied().collect();
    writer.cite(&cited, 2);
    let mut notes: Vec<&str> = wages.figures.iter().filter_map(|it| it.note.as_deref()).collect();
    notes.dedup();
    for note in notes {
        writer.hanging("  ", Tone::Text, note.to_owned(), Tone::Muted);
    }
}

fn amount(pay: &Pay) -> String {
    let stage = match &pay.stage_note {
        Some(note) => format!("{} ({note})", words::stage(pay.stage)),
        None => words::stage(pay.stage).to_owned(),
    };
    format!("{stage} {}", words::money(pay.amount, &pay.currency))
}
