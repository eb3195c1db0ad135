//! The journal: everything that was done, the newest first; and the projects finished.

use super::{
    super::{Line, Reader, Target, Tone, writer::Writer},
    Ground,
};
use crate::{
    journal::{Entry, Happening, Shown},
    progress::{Learner, State, Task},
    words::{self, Signs},
};

/// The columns of a day.
const DAY: usize = 12;
/// As much is listed here; `rungs journal` lists all of it.
const MOST: usize = 400;

/// The projects that are finished.
pub(super) fn projects(writer: &mut Writer<'_>, ground: &Ground) {
    let signs = writer.reader.signs;
    let catalog = writer.reader.learner.catalog;
    let built = ground.entries.iter().filter_map(|it| match it.what {
        Happening::Built(id) => Some((it.day, id)),
        _ => None,
    });
    let built: Vec<_> = built.collect();
    if built.is_empty() {
        return;
    }
    writer.heading("Projects finished");
    for (day, id) in built {
        let minutes = writer.reader.learner.progress.logged(Task::Project(id));
        let time =
            if minutes == 0 { String::new() } else { format!(", {}", words::hours_spent(minutes)) };
        let text = format!("{}{time}", catalog.project(id).name);
        writer.item(Target::Project(id), |writer| {
            let lead = format!("{} ", signs.state(State::Proven));
            let aside = words::date(day);
            let taken = words::width(&lead) + words::width(&aside) + 1;
            let room = writer.columns.saturating_sub(taken);
            let text = words::fitted(&text, room, signs.more);
            let mut line = Line::of(lead, Tone::State(State::Proven));
            let gap = room.saturating_sub(words::width(&text)) + 1;
            line.push(text, Tone::Text);
            line.push(" ".repeat(gap), Tone::Text);
            line.push(aside, Tone::Muted);
            writer.line(line);
        });
    }
}

/// The journal itself.
pub(super) fn write(writer: &mut Writer<'_>, ground: &Ground) {
    let shown: Vec<&Entry> =
        ground.entries.iter().filter(|it| ground.shown.includes(&it.what)).collect();
    let word = match ground.shown {
        Shown::Everything => words::count(shown.len(), "entry", "entries"),
        shown_alone => format!("{} alone: {}", shown_alone.word(), shown.len()),
    };
    writer.heading_with("Journal", word);
    if shown.is_empty() {
        return writer.paragraph("Nothing of that yet.", Tone::Muted);
    }
    writer.first();
    let mut before = None;
    for entry in shown.iter().take(MOST) {
        let day = if before.replace(entry.day) == Some(entry.day) {
            String::new()
        } else {
            words::date(entry.day)
        };
        self::entry(writer, entry, &day);
    }
    if shown.len() > MOST {
        let text = format!("And {} more; `rungs journal` lists all of it.", shown.len() - MOST);
        writer.paragraph(text, Tone::Muted);
    }
}

fn entry(writer: &mut Writer<'_>, entry: &Entry, day: &str) {
    let Reader { learner, signs, .. } = writer.reader;
    let (sign, tone) = sign(signs, &entry.what);
    let mut line = Line::of(format!("{day:<DAY$}"), Tone::Muted);
    line.push(format!("{sign} "), tone);
    let room = writer.columns.saturating_sub(line.width());
    let text = words::happening(learner.catalog, &entry.what);
    line.push(words::fitted(&text, room, signs.more), Tone::Text);
    match target(learner, &entry.what) {
        Some(target) => writer.item(target, |writer| writer.line(line)),
        None => writer.line(line),
    }
}

/// What an entry leads to.
fn target(learner: Learner<'_>, what: &Happening) -> Option<Target> {
    Some(match what {
        Happening::Built(id) => Target::Project(*id),
        Happening::Proven(id) => Target::Skill(learner.catalog.climb(*id).skill),
        Happening::Reached(id, milestone) => Target::Milestone(*id, *milestone),
        Happening::Followed(id) => Target::Route(*id),
        Happening::Ticked(id, proof) => Target::Proof(*id, *proof),
        Happening::Met(id, point) => Target::Point(*id, *point),
        Happening::Claimed(id, _) | Happening::Skipped(id) | Happening::Read(id, _) => {
            Target::Skill(*id)
        }
        Happening::Logged(task, entry, _) => Target::Entry(*task, entry.clone()),
        Happening::Reviewed(..) => return None,
    })
}

fn sign(signs: &Signs, what: &Happening) -> (&'static str, Tone) {
    let state = |it: State| (signs.state(it), Tone::State(it));
    match what {
        Happening::Built(_) | Happening::Proven(_) => state(State::Proven),
        Happening::Ticked(..) | Happening::Met(..) => (signs.ticked, Tone::State(State::Learning)),
        Happening::Claimed(..) => state(State::Claimed),
        Happening::Skipped(_) => state(State::Skipped),
        Happening::Reached(..) | Happening::Followed(_) => (signs.milestone, Tone::Accent),
        Happening::Logged(..) => (signs.timer, Tone::Muted),
        Happening::Read(..) => (signs.link, Tone::Muted),
        Happening::Reviewed(..) => ("?", Tone::Muted),
    }
}
