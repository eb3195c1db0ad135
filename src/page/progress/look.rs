//! The week before, looked back on, kindly.

use super::{
    super::{Reader, Tone, writer::Writer},
    Ground,
};
use crate::{
    journal::{self, Happening},
    words,
};

/// How much of what was finished is named.
const NAMED: usize = 3;

pub(super) fn write_last(writer: &mut Writer<'_>, _: &Ground) {
    write(writer);
}

/// The week before the one that is under way; nothing where one would rather not.
pub(in crate::page) fn write(writer: &mut Writer<'_>) {
    let Reader { learner, today, plan, .. } = writer.reader;
    if learner.progress.hides_looks() {
        return;
    }
    let Some(look) = journal::look_back(learner, plan, today) else { return };
    let aside = match look.week.planned {
        0 if look.is_break && look.week.done == 0 => "a break".to_owned(),
        0 => words::minutes(look.week.done),
        planned => format!("{} of {}", words::minutes(look.week.done), words::minutes(planned)),
    };
    writer.heading_with("Last week", aside);
    writer.paragraph(words::looked_back(&look), Tone::Text);
    let catalog = learner.catalog;
    for what in look.finished.iter().take(NAMED) {
        let sign = match what {
            Happening::Reached(..) => writer.reader.signs.milestone,
            _ => writer.reader.signs.proven,
        };
        writer.hanging(
            format!("{sign} "),
            Tone::Accent,
            words::happening(catalog, what),
            Tone::Text,
        );
    }
    if let Some(suggestion) = look.suggestion {
        writer.paragraph(words::suggestion(catalog, suggestion), Tone::Accent);
    }
}
