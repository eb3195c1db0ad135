//! How far one is in each stage and each area of the goal.

use std::collections::BTreeMap;

use super::{
    super::{Line, Reader, Tone, bar, writer::Writer},
    Ground,
};
use crate::{
    catalog::AreaId,
    planner::{self, Readiness, Share},
    progress::{Item, Learner, Task},
    words,
};

/// The least columns of a bar.
const BAR: usize = 8;
/// The columns behind a bar: how much of it is done, and the hours logged.
const ASIDE: usize = 14;

/// By stage.
pub(super) fn write(writer: &mut Writer<'_>, _: &Ground) {
    let Reader { learner, path, .. } = writer.reader;
    let Some(path) = path.filter(|it| !it.stages.is_empty()) else { return };
    writer.heading("By stage");
    for leg in &path.stages {
        let share = leg.share(learner);
        if share.all == 0 {
            continue;
        }
        let name = words::stage_name(learner.catalog, leg.kind);
        let minutes = leg.items.iter().map(|it| logged(learner, *it)).sum();
        line(writer, &name, share, minutes);
    }
    let share = planner::share(learner, &path.alongside);
    if share.all > 0 {
        let minutes = path.alongside.iter().map(|it| logged(learner, *it)).sum();
        line(writer, "Alongside", share, minutes);
    }
}

/// By area of the skills that the goal calls for.
pub(super) fn areas(writer: &mut Writer<'_>, _: &Ground) {
    let Reader { learner, path, .. } = writer.reader;
    let Some(path) = path.filter(|it| !it.stages.is_empty()) else { return };
    let mut areas: BTreeMap<AreaId, Vec<Item>> = BTreeMap::new();
    let items = path.stages.iter().flat_map(|it| &it.items).chain(&path.alongside);
    for item in items {
        if let Item::Climb(id) = item {
            areas.entry(learner.catalog.climbed(*id).area).or_default().push(*item);
        }
    }
    writer.heading("By area");
    for (id, items) in areas {
        let share = planner::share(learner, &items);
        if share.all > 0 {
            let minutes = items.iter().map(|it| logged(learner, *it)).sum();
            line(writer, &learner.catalog.area(id).name, share, minutes);
        }
    }
}

fn logged(learner: Learner<'_>, item: Item) -> u32 {
    match item {
        Item::Climb(id) => learner.logged(id),
        Item::Project(id) => learner.progress.logged(Task::Project(id)),
    }
}

fn line(writer: &mut Writer<'_>, name: &str, share: Share, minutes: u32) {
    let signs = writer.reader.signs;
    let room = writer.columns.saturating_sub(ASIDE + 1);
    let columns = (room / 2).max(BAR).min(room);
    let name = words::fitted(name, room.saturating_sub(columns + 1), signs.more);
    let gap = room.saturating_sub(columns + words::width(&name));
    let mut line = Line::of(format!("{name}{}", " ".repeat(gap)), Tone::Text);
    let [proven, claimed, total] =
        [share.proven, share.claimed, share.all].map(|it| u64::try_from(it).unwrap_or(0));
    line.spans.extend(bar(Readiness { proven, claimed, total }, columns, signs).spans);
    let time = if minutes == 0 { "–".to_owned() } else { words::hours_spent(minutes) };
    let counted = format!("{}/{}", share.done(), share.all);
    line.push(format!(" {counted:>7}{time:>7}"), Tone::Muted);
    writer.line(line);
}
