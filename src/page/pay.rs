//! Pay, drawn: for each region an axis, and on it what each source says.

use super::{Line, Reader, Tone, writer::Writer};
use crate::{
    catalog::{Catalog, Citation, Pay, Per, RegionId, RoleId},
    progress::Learner,
    words,
};

/// What one source says of one year, from low to high.
struct Range<'a> {
    figures: Vec<&'a Pay>,
}

/// Amounts on a line of some columns.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Axis {
    low: f64,
    high: f64,
    step: f64,
    columns: usize,
}

pub(super) fn section(writer: &mut Writer<'_>, id: RoleId) {
    let Reader { learner: Learner { catalog, .. }, region, .. } = writer.reader;
    let mut regions: Vec<RegionId> = catalog.regions().map(|(id, _)| id).collect();
    regions.sort_by_key(|it| (*it != region, *it));
    let name = catalog.region(region).name.clone();
    let known: Vec<&Pay> = catalog.pay().iter().filter(|it| it.roles.contains(&id)).collect();
    writer.heading_with(words::Part::Pay.title(), format!("{name} first"));
    if known.is_empty() {
        writer.paragraph("No source gives a figure for this role.", Tone::Muted);
    }
    for region in regions {
        for per in [Per::Year, Per::Hour] {
            let here: Vec<&Pay> =
                known.iter().filter(|it| it.region == region && it.per == per).copied().collect();
            if !here.is_empty() {
                drawing(writer, catalog, region, &here);
            }
        }
    }
}

fn drawing<'a>(
    writer: &mut Writer<'a>,
    catalog: &'a Catalog,
    region: RegionId,
    figures: &[&'a Pay],
) {
    let Some(first) = figures.first() else { return };
    let place = &catalog.region(region).name;
    writer.subheading(format!("{place}, {} in {}", words::per(first.per), first.currency));
    let axis = Axis::of(figures, writer.columns.min(60));
    if !writer.reader.signs.are_words {
        writer.line(Line::of(axis.labels(&first.currency), Tone::Muted));
    }
    for (index, range) in ranges(figures).iter().enumerate() {
        if index > 0 {
            writer.gap();
        }
        draw(writer, axis, range);
        told(writer, range);
    }
}

/// The figures by source and year, the latest first.
fn ranges<'a>(figures: &[&'a Pay]) -> Vec<Range<'a>> {
    let mut ranges: Vec<Range<'a>> = Vec::new();
    let is_same = |a: &Pay, b: &Pay| (&a.about, &a.source, a.year) == (&b.about, &b.source, b.year);
    for pay in figures {
        let old = ranges.iter_mut().find(|it| it.figures.iter().any(|it| is_same(it, pay)));
        match old {
            Some(range) => range.figures.push(pay),
            None => ranges.push(Range { figures: vec![pay] }),
        }
    }
    for range in &mut ranges {
        range.figures.sort_by(|a, b| a.amount.total_cmp(&b.amount));
    }
    ranges.sort_by_key(|it| std::cmp::Reverse(it.figures.first().and_then(|pay| pay.year)));
    ranges
}

/// A point for each figure and a line between them.
fn draw(writer: &mut Writer<'_>, axis: Axis, range: &Range<'_>) {
    let signs = writer.reader.signs;
    let at: Vec<usize> = range.figures.iter().map(|it| axis.column(it.amount)).collect();
    let (Some(first), Some(last)) = (at.first(), at.last()) else { return };
    let mut line = Line::of(" ".repeat(*first), Tone::Text);
    for column in *first..=*last {
        let sign = match column {
            _ if at.len() == 1 => signs.point,
            _ if column == *first => signs.span_start,
            _ if column == *last => signs.span_end,
            _ if at.contains(&column) => signs.point,
            _ => signs.span,
        };
        line.push(sign, Tone::Accent);
    }
    writer.line(line);
}

/// A figure in words, with its source.
fn told(writer: &mut Writer<'_>, range: &Range<'_>) {
    let amounts: Vec<String> =
        range.figures.iter().map(|it| writer.figure(amount(it), it.trust)).collect();
    writer.paragraph(amounts.join(" · "), Tone::Text);
    let Some(first) = range.figures.first() else { return };
    let year = first.year.map_or("undated".to_owned(), |year| year.to_string());
    writer.paragraph(
        format!("{}. {}, {year}", words::capitalised(&first.about), first.source),
        Tone::Muted,
    );
    let cited: Vec<Citation> = range.figures.iter().flat_map(|it| &it.citations).copied().collect();
    writer.cite(&cited, 0);
    let mut notes: Vec<&str> = range.figures.iter().filter_map(|it| it.note.as_deref()).collect();
    notes.dedup();
    for note in notes {
        writer.paragraph(note.to_owned(), Tone::Muted);
    }
    if let Some(address) = range.figures.iter().find_map(|it| it.address.as_ref()) {
        writer.address(address);
    }
}

fn amount(pay: &Pay) -> String {
    let stage = match &pay.stage_note {
        Some(note) => format!("{} ({note})", words::stage(pay.stage)),
        None => words::stage(pay.stage).to_owned(),
    };
    format!("{stage} {}", words::money(pay.amount, &pay.currency))
}

impl Axis {
    /// From a round number below all figures to one above them, in three to six steps.
    fn of(figures: &[&Pay], columns: usize) -> Self {
        let amounts = figures.iter().map(|it| it.amount);
        let least = amounts.clone().fold(f64::INFINITY, f64::min);
        let most = amounts.fold(0.0, f64::max);
        let span = if most > least { most - least } else { most };
        let magnitude = 10_f64.powf((span / 5.0).log10().floor());
        let rough = span / 5.0 / magnitude;
        let step = magnitude
            * if rough <= 2.0 {
                2.0
            } else if rough <= 5.0 {
                5.0
            } else {
                10.0
            };
        let low = (least / step).floor() * step;
        let high = ((most / step).ceil() * step).max(low + step);
        Self { low, high, step, columns: columns.max(2) }
    }

    /// Where an amount is.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a column is a small number"
    )]
    fn column(self, amount: f64) -> usize {
        let share = (amount - self.low) / (self.high - self.low);
        // The last label needs room to the right of its column.
        (share.clamp(0.0, 1.0) * (self.columns - 1) as f64).round() as usize
    }

    /// The round amounts, each beginning at its column; those that would touch are left out.
    fn labels(self, currency: &str) -> String {
        let mut text = String::new();
        let mut amount = self.low;
        while amount <= self.high + self.step / 2.0 {
            let label = words::money_short(amount, currency);
            let column = self.column(amount);
            let column = column.min(self.columns.saturating_sub(words::width(&label)));
            let used = words::width(&text);
            if text.is_empty() || column > used {
                text.push_str(&" ".repeat(column.saturating_sub(used)));
                text.push_str(&label);
            }
            amount += self.step;
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_begins_and_ends_at_round_amounts() {
        let axis = Axis { low: 20_000.0, high: 80_000.0, step: 20_000.0, columns: 61 };
        assert_eq!(axis.column(20_000.0), 0);
        assert_eq!(axis.column(50_000.0), 30);
        assert_eq!(axis.column(90_000.0), 60);
        assert_eq!(
            axis.labels("GBP").split_whitespace().collect::<Vec<_>>(),
            ["£20k", "£40k", "£60k", "£80k"]
        );
    }
}
