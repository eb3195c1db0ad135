//! What the system is asked for: the day where the learner is, and randomness.

use std::{
    hash::{BuildHasher as _, Hasher as _, RandomState},
    sync::OnceLock,
};

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

/// 32 bits of the system's randomness.
pub(super) fn nonce() -> u32 {
    let bits = RandomState::new().build_hasher().finish() >> 32;
    u32::try_from(bits).unwrap_or(0)
}
