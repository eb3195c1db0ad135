//! What a deed is about: which skill, and what of the learner's it sets as a whole.

use super::Deed;
use crate::{
    catalog::SkillId,
    progress::{Mark, Notable, Task},
};

/// What of the learner's a deed sets as a whole: a later one of the same kind
/// stands for all before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    Goal,
    Depth,
    Region,
    Hours,
    Start,
    Baseline,
    Dates,
    Looks,
    Reviews,
    Work,
}

impl Deed {
    /// The skill it is about, if it is about one.
    #[expect(clippy::too_many_lines, reason = "a line or two for each deed")]
    pub fn skill(&self) -> Option<SkillId> {
        match self {
            Self::Pick(id)
            | Self::Unpick(id)
            | Self::Tick(id, _)
            | Self::Untick(id, _)
            | Self::Claim(id, _)
            | Self::Unclaim(id)
            | Self::Skip(id)
            | Self::TakeUp(id)
            | Self::Reset(id)
            | Self::Log(Task::Skill(id), ..)
            | Self::Unlog(Task::Skill(id), _)
            | Self::Correct(Task::Skill(id), ..)
            | Self::Strike(Task::Skill(id), _)
            | Self::StartTimer(Task::Skill(id), ..)
            | Self::Note(Notable::Skill(id), _)
            | Self::Unnote(Notable::Skill(id))
            | Self::Show(Mark::Proof(id, _), _)
            | Self::Unshow(Mark::Proof(id, _))
            | Self::OwnHours(id, ..)
            | Self::CatalogHours(id, _)
            | Self::Read(id, _)
            | Self::Unread(id, _) => Some(*id),
            Self::Aim(_)
            | Self::GiveUp
            | Self::Deepen(_)
            | Self::Live(_)
            | Self::LiveAnywhere
            | Self::Hours(_)
            | Self::AssumeHours
            | Self::Start(_)
            | Self::StartAtOnce
            | Self::Break(..)
            | Self::EndBreak(_)
            | Self::Pin(..)
            | Self::Unpin(_)
            | Self::KeepPlan
            | Self::ForgetPlan
            | Self::HideDates
            | Self::ShowDates
            | Self::Log(Task::Project(_), ..)
            | Self::Unlog(Task::Project(_), _)
            | Self::Correct(Task::Project(_), ..)
            | Self::Strike(Task::Project(_), _)
            | Self::StartTimer(Task::Project(_), ..)
            | Self::StopTimer(..)
            | Self::ForgetTimer(_)
            | Self::Review(..)
            | Self::Unreview(..)
            | Self::ShareReviews(_)
            | Self::UsualReviews
            | Self::HideLooks
            | Self::ShowLooks
            | Self::Build(..)
            | Self::Unbuild(..)
            | Self::Note(Notable::Role(_) | Notable::Project(_) | Notable::Route(_), _)
            | Self::Unnote(Notable::Role(_) | Notable::Project(_) | Notable::Route(_))
            | Self::Show(Mark::Point(..), _)
            | Self::Unshow(Mark::Point(..))
            | Self::Worked(_)
            | Self::ForgetWork
            | Self::Follow(_)
            | Self::Leave(_)
            | Self::Reach(..)
            | Self::Unreach(..) => None,
        }
    }

    /// Whether nothing is left of an earlier deed once this one is done.
    pub fn stands_for(&self, earlier: &Self) -> bool {
        self.setting().is_some_and(|setting| earlier.setting() == Some(setting))
    }

    #[expect(clippy::too_many_lines, reason = "a line for each deed")]
    fn setting(&self) -> Option<Setting> {
        match self {
            Self::Aim(_) | Self::GiveUp => Some(Setting::Goal),
            Self::Deepen(_) => Some(Setting::Depth),
            Self::Live(_) | Self::LiveAnywhere => Some(Setting::Region),
            Self::Hours(_) | Self::AssumeHours => Some(Setting::Hours),
            Self::Start(_) | Self::StartAtOnce => Some(Setting::Start),
            Self::KeepPlan | Self::ForgetPlan => Some(Setting::Baseline),
            Self::HideDates | Self::ShowDates => Some(Setting::Dates),
            Self::HideLooks | Self::ShowLooks => Some(Setting::Looks),
            Self::ShareReviews(_) | Self::UsualReviews => Some(Setting::Reviews),
            Self::Worked(_) | Self::ForgetWork => Some(Setting::Work),
            Self::Pick(_)
            | Self::Unpick(_)
            | Self::Break(..)
            | Self::EndBreak(_)
            | Self::Pin(..)
            | Self::Unpin(_)
            | Self::Tick(..)
            | Self::Untick(..)
            | Self::Claim(..)
            | Self::Unclaim(_)
            | Self::Skip(_)
            | Self::TakeUp(_)
            | Self::Reset(_)
            | Self::Log(..)
            | Self::Unlog(..)
            | Self::Correct(..)
            | Self::Strike(..)
            | Self::StartTimer(..)
            | Self::StopTimer(..)
            | Self::ForgetTimer(_)
            | Self::Review(..)
            | Self::Unreview(..)
            | Self::Build(..)
            | Self::Unbuild(..)
            | Self::Note(..)
            | Self::Unnote(_)
            | Self::Show(..)
            | Self::Unshow(_)
            | Self::OwnHours(..)
            | Self::CatalogHours(..)
            | Self::Read(..)
            | Self::Unread(..)
            | Self::Follow(_)
            | Self::Leave(_)
            | Self::Reach(..)
            | Self::Unreach(..) => None,
        }
    }
}
