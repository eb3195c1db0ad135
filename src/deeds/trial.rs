//! What is tried on the plan before it is kept: deeds done to a copy.

use jiff::civil::Date;

use super::{Deed, Refusal, done};
use crate::{
    planner::{self, Plan},
    progress::{Learner, Progress},
};

/// The hours of a week.
const WEEK_HOURS: i32 = 7 * 24;

/// Deeds done to a copy, to see what would come of them.
#[derive(Clone, Debug)]
pub struct Trial {
    /// What would be kept.
    pub progress: Progress,
    /// The plan for it.
    pub plan: Plan,
    /// What was tried.
    pub deeds: Vec<Deed>,
}

impl Trial {
    /// What is tried already with a deed on top, seen from what is kept; none if
    /// that leads back there.
    pub fn with(
        earlier: Option<&Self>,
        kept: Learner<'_>,
        today: Date,
        deed: Deed,
    ) -> Result<Option<Self>, Refusal> {
        let progress = earlier.map_or(kept.progress, |it| &it.progress);
        let progress = done(Learner { progress, ..kept }, today, &deed)?;
        let mut deeds = earlier.map(|it| it.deeds.clone()).unwrap_or_default();
        deeds.retain(|it| !deed.stands_for(it));
        deeds.push(deed);
        Ok(Self::of(kept, today, deeds, progress))
    }

    /// The same tried again, after what is kept or the day has changed. What
    /// cannot be done any more is left out.
    #[must_use]
    pub fn again(self, kept: Learner<'_>, today: Date) -> Option<Self> {
        let mut progress = kept.progress.clone();
        let mut deeds = Vec::new();
        for deed in self.deeds {
            if let Ok(after) = done(Learner { progress: &progress, ..kept }, today, &deed) {
                progress = after;
                deeds.push(deed);
            }
        }
        Self::of(kept, today, deeds, progress)
    }

    /// What leads back to what is kept is no trial.
    fn of(kept: Learner<'_>, today: Date, deeds: Vec<Deed>, progress: Progress) -> Option<Self> {
        if progress == *kept.progress {
            return None;
        }
        let plan = planner::plan(Learner { progress: &progress, ..kept }, today);
        Some(Self { progress, plan, deeds })
    }
}

/// The deed for so many hours a week more than what is tried, or fewer; none if
/// the week has no room for that.
pub fn other_hours(kept: &Progress, tried: &Progress, hours: i32) -> Option<Deed> {
    let (own, shown) = (planner::hours_of_week(kept), planner::hours_of_week(tried));
    // Reckoned from what is kept, so that as many fewer as there were more lead back to it.
    let shifts = (-WEEK_HOURS..=WEEK_HOURS).filter(|it| planner::shifted(&own, *it) == shown);
    let week = match shifts.min_by_key(|it| it.abs()) {
        Some(shift) => planner::shifted(&own, shift.saturating_add(hours)),
        None => planner::shifted(&shown, hours),
    };
    let is_assumed = week == own && kept.hours().is_empty();
    let deed = if is_assumed { Deed::AssumeHours } else { Deed::Hours(week.clone()) };
    (week != shown).then_some(deed)
}
