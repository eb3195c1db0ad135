//! The words for what there is one of several of.

use crate::{
    catalog::{Access, Doubt, Form, Level, Per, Stage},
    progress::Depth,
};

/// How much of what a role calls for a depth takes in.
pub fn depth(depth: Depth) -> &'static str {
    match depth {
        Depth::Essential => "what is essential",
        Depth::Important => "what is essential or important",
        Depth::Everything => "everything",
    }
}

/// The word for a level.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Foundation => "foundation",
        Level::Core => "core",
        Level::Advanced => "advanced",
    }
}

/// The word for a form of resource.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Docs => "docs",
        Form::Course => "course",
        Form::Exercise => "exercise",
        Form::Book => "book",
    }
}

/// The words for what a resource costs.
pub fn access(access: Access) -> &'static str {
    match access {
        Access::Free => "free",
        Access::Paid => "paid",
        Access::Audit => "free to read along",
    }
}

/// The words for which wage a figure speaks of.
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Entry => "start",
        Stage::Low => "low",
        Stage::Percentile25 => "lower quartile",
        Stage::Average => "average",
        Stage::Median => "median",
        Stage::Percentile75 => "upper quartile",
        Stage::High => "high",
        Stage::Skilled => "skilled",
        Stage::Experienced => "experienced",
    }
}

/// The word for how sure a figure is that is less than sure.
pub fn doubt(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Medium => "medium",
        Doubt::Low => "low",
    }
}

/// The words for what time a wage is for.
pub fn per(per: Per) -> &'static str {
    match per {
        Per::Year => "a year",
        Per::Hour => "an hour",
    }
}
