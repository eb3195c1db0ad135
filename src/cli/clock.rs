//! Today's date where the learner is.

use std::sync::OnceLock;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Today, in the zone the system is set to.
pub(super) fn today() -> Date {
    static ZONE: OnceLock<TimeZone> = OnceLock::new();
    ZONE.get_or_init(zone).to_datetime(Timestamp::now()).date()
}

/// As a rule the zone is what `/etc/localtime` says, and one file is all there
/// is to read. To look a name up, jiff walks the whole database of zones, which
/// takes as long as everything else before the first screen.
fn zone() -> TimeZone {
    let is_named = std::env::var_os("TZ").is_some_and(|name| !name.is_empty());
    let usual = (!is_named).then(|| std::fs::read("/etc/localtime").ok()).flatten();
    let read = usual.and_then(|bytes| TimeZone::tzif("Local", &bytes).ok());
    read.unwrap_or_else(TimeZone::system)
}
