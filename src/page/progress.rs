//! The page of progress: what was studied when, how ready one has become and may
//! become, and the journal it is all read from. To look at, not to read.

mod course;
mod heat;
mod kept;
mod log;
mod look;
mod pace;
mod parts;
mod plot;
mod totals;
mod weeks;

pub(super) use self::look::write as look_back;
use super::{Page, Reader, Tone, columns::Write, writer::Writer};
use crate::{
    journal::{self, Entry, Shown},
    keys::{Action, Screen},
};

/// The least columns for two parts side by side.
const TWO: usize = 96;
/// The least columns for three.
const THREE: usize = 150;
/// The most columns of a part.
const BROADEST: usize = 72;

/// What the page is made of.
struct Ground {
    /// Everything that was done, the newest first.
    entries: Vec<Entry>,
    /// What of it is listed.
    shown: Shown,
}

pub(super) fn page(reader: Reader<'_>, shown: Shown) -> Page<'_> {
    let mut writer = Writer::part(reader, reader.columns);
    let ground = Ground { entries: journal::journal(reader.learner), shown };
    if ground.entries.is_empty() {
        invitation(&mut writer);
        return writer.finish();
    }
    totals::write(&mut writer, &ground);
    let charts: [&[Write<Ground>]; 3] = [
        &[course::write, kept::write],
        &[weeks::write, pace::write],
        &[parts::write, parts::areas],
    ];
    let told: &[Write<Ground>] = &[look::write_last, log::projects, log::write];
    match writer.columns {
        THREE.. => {
            heat::write(&mut writer, &ground);
            let [one, two, three] = charts;
            let two = [two, three].concat();
            writer.gap();
            writer.in_columns(&ground, BROADEST, &[one, &two, told]);
        }
        TWO.. => {
            heat::write(&mut writer, &ground);
            let [one, two, three] = charts;
            writer.gap();
            let parts = [[one, three].concat(), [two, told].concat()];
            writer.in_columns(&ground, BROADEST, &parts.each_ref().map(Vec::as_slice));
        }
        _ => {
            look::write_last(&mut writer, &ground);
            heat::write(&mut writer, &ground);
            charts.concat().into_iter().for_each(|write| write(&mut writer, &ground));
            log::projects(&mut writer, &ground);
            log::write(&mut writer, &ground);
        }
    }
    writer.finish()
}

/// What somebody sees who has done nothing yet.
fn invitation(writer: &mut Writer<'_>) {
    let keymap = writer.reader.keymap;
    let [today, log, timer] =
        [Action::GoTo(Screen::Today), Action::LogTime, Action::Timer].map(|it| keymap.named(it));
    writer.heading("Progress");
    let text = "Here your days of study, your readiness and your pace will be drawn, and everything you did is listed. There is nothing yet.";
    writer.paragraph(text, Tone::Text);
    writer.gap();
    let text = format!(
        "Begin on {today} with what is to do now: tick a proof when you can show it, log your time with {log}, or let a timer run with {timer}."
    );
    writer.paragraph(text, Tone::Muted);
}
