//! How the learner wants the plan to be: hours, breaks, pins, the plan kept.

use super::ProgressFile;
use crate::{
    catalog::{Catalog, SkillId},
    progress::{DAY_MINUTES, Day, Progress},
};

impl ProgressFile {
    /// Tells the program what it understands of them.
    pub(super) fn tell_wishes(&self, catalog: &Catalog, progress: &mut Progress) {
        let hours = self.hours.iter();
        let known = hours.filter_map(|(day, it)| Some((Day::find(day)?, (*it).min(DAY_MINUTES))));
        progress.hours.extend(known);
        progress.start = self.start;
        for (from, to) in &self.breaks {
            progress.take_break(*from, *to);
        }
        for (id, behind) in &self.pins {
            if let Some((id, behind)) = known_pin(catalog, id, behind.as_deref()) {
                progress.pins.insert(id, behind);
            }
        }
        let baseline = self.baseline.iter();
        let known = baseline.filter_map(|(id, date)| Some((catalog.find_skill(id)?, *date)));
        progress.baseline.extend(known);
        progress.hides_dates = self.hide_dates;
    }

    /// Writes them as they are now; what this program does not know stays.
    pub(super) fn set_wishes(&mut self, catalog: &Catalog, progress: &Progress) {
        let name = |id| catalog.skill(id).id.to_string();
        self.hours.retain(|day, _| Day::find(day).is_none());
        self.hours.extend(progress.hours.iter().map(|(day, it)| (day.word().to_owned(), *it)));
        self.start = progress.start;
        self.breaks.retain(|from, to| &*to < from);
        self.breaks.extend(&progress.breaks);
        self.pins.retain(|id, behind| known_pin(catalog, id, behind.as_deref()).is_none());
        let pins = progress.pins.iter().map(|(id, behind)| (name(*id), behind.map(name)));
        self.pins.extend(pins);
        self.baseline.retain(|id, _| catalog.find_skill(id).is_none());
        self.baseline.extend(progress.baseline.iter().map(|(id, date)| (name(*id), *date)));
        self.hide_dates = progress.hides_dates;
    }
}

/// A pin of which both skills are known.
fn known_pin(
    catalog: &Catalog,
    id: &str,
    behind: Option<&str>,
) -> Option<(SkillId, Option<SkillId>)> {
    let id = catalog.find_skill(id)?;
    match behind {
        Some(behind) => Some((id, Some(catalog.find_skill(behind)?))),
        None => Some((id, None)),
    }
}
