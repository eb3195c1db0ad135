//! Groups of answers that can be folded: later steps, and the stages of the path.

use super::{
    super::{App, Overlay},
    Entry, back, say,
};

impl Entry {
    /// The group it is the title of, by its place.
    fn group(&self) -> Option<usize> {
        match self {
            Self::Bundle(at) => Some(*at),
            Self::LaterSteps => Some(0),
            Self::Gap
            | Self::Title(_)
            | Self::Answer(_)
            | Self::Unsure
            | Self::Said(_)
            | Self::Skill(_) => None,
        }
    }
}

/// Opens a group.
pub(in crate::app) fn unfold(app: &mut App) {
    let Some(Overlay::Welcome(welcome)) = &app.overlay else { return };
    let entry = app.entry(welcome);
    match entry.as_ref().and_then(Entry::group) {
        Some(group) if !welcome.is_open(group) => toggle(app, group),
        None if entry == Some(Entry::Unsure) => say(app, None),
        Some(_) | None => (),
    }
}

/// Folds the group that is open around the cursor, or goes back to the question before.
pub(in crate::app) fn fold_or_back(app: &mut App) {
    match around(app) {
        Some((group, title)) => {
            if let Some(welcome) = app.welcome() {
                welcome.chosen = Some(title);
            }
            toggle(app, group);
        }
        None => back(app),
    }
}

/// The open group around the cursor, and its title.
pub(super) fn around(app: &App) -> Option<(usize, Entry)> {
    let Some(Overlay::Welcome(welcome)) = &app.overlay else { return None };
    let entries = app.entries(welcome);
    let upto = entries.get(..=app.cursor(welcome, &entries))?;
    let title = upto.iter().rfind(|it| it.group().is_some())?;
    let group = title.group().filter(|it| welcome.is_open(*it) && !welcome.is_typing())?;
    Some((group, title.clone()))
}

/// Opens a group, or folds it; while something is typed all are open.
pub(super) fn toggle(app: &mut App, group: usize) {
    if let Some(welcome) = app.welcome().filter(|it| !it.is_typing())
        && !welcome.open.remove(&group)
    {
        welcome.open.insert(group);
    }
}
