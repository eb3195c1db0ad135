//! What the system is asked for: the day where the learner is, randomness, and
//! what the terminal can.

use std::{
    hash::{BuildHasher as _, Hasher as _, RandomState},
    sync::OnceLock,
};

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};

use crate::{
    app::{Able, Colors},
    catalog::{Catalog, RegionId},
    words::Signs,
};

/// A day of study ends in the small hours: what one does after midnight is still of
/// the evening before.
const NIGHT: SignedDuration = SignedDuration::from_hours(4);

/// Today, in the zone the system is set to.
pub(super) fn today() -> Date {
    static ZONE: OnceLock<TimeZone> = OnceLock::new();
    day_of(ZONE.get_or_init(zone), Timestamp::now())
}

/// The moment it is, in whole seconds: nobody studies for less.
pub(super) fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}

/// The day of study that a moment belongs to.
fn day_of(zone: &TimeZone, now: Timestamp) -> Date {
    // By the clock on the wall, so that the night of another summer time ends at four as well.
    let clock = zone.to_datetime(now);
    clock.checked_sub(NIGHT).unwrap_or(clock).date()
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

/// The region of the country that the system writes money and words for, if the catalog
/// has it.
pub(super) fn here(catalog: &Catalog) -> Option<RegionId> {
    let country = country(|name| std::env::var(name).unwrap_or_default())?;
    catalog.region_with(&country)
}

/// The country of a locale: `GB` of `en_GB.UTF-8`.
fn country(variable: impl Fn(&str) -> String) -> Option<String> {
    let locale = ["LC_ALL", "LC_MONETARY", "LANG"].map(variable);
    let locale = locale.iter().find(|it| !it.is_empty())?;
    let (_, behind) = locale.split_once('_')?;
    Some(behind.split(['.', '@']).next().unwrap_or_default().to_uppercase())
}

/// 32 bits of the system's randomness.
pub(super) fn nonce() -> u32 {
    let bits = RandomState::new().build_hasher().finish() >> 32;
    u32::try_from(bits).unwrap_or(0)
}

/// What the terminal says of itself.
pub(super) fn able() -> Able {
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    let signs = if is_plain(variable) { &Signs::ASCII } else { &Signs::UNICODE };
    Able { colors: colors(variable), signs }
}

/// How many colours there are, and whether any are wanted: <https://no-color.org>.
fn colors(variable: impl Fn(&str) -> String) -> Colors {
    let (term, promise) = (variable("TERM"), variable("COLORTERM"));
    let is_windows = !variable("WT_SESSION").is_empty();
    if !variable("NO_COLOR").is_empty() || term == "dumb" {
        Colors::None
    } else if ["truecolor", "24bit"].contains(&&*promise) || is_windows || is_modern(&term) {
        Colors::True
    } else if term.contains("256color") {
        Colors::Many
    } else {
        Colors::Sixteen
    }
}

/// Terminals that paint every colour and are called by their own name. On another
/// machine, where `COLORTERM` does not go, it is all there is to know them by.
fn is_modern(term: &str) -> bool {
    let names = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm"];
    names.iter().any(|it| term.starts_with(it)) || term.ends_with("-direct")
}

/// Terminals whose fonts have hardly more than letters, and places where letters
/// have one byte each.
fn is_plain(variable: impl Fn(&str) -> String) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(&variable);
    let locale = locale.iter().find(|it| !it.is_empty());
    let is_narrow = |it: &String| {
        let it = it.to_lowercase();
        !it.contains("utf-8") && !it.contains("utf8")
    };
    ["linux", "dumb"].contains(&&*variable("TERM")) || locale.is_some_and(is_narrow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_study_ends_at_four() {
        let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
        for (now, expected) in [
            ("2026-11-22T03:59:59Z", "2026-11-21"),
            ("2026-11-22T04:00:00Z", "2026-11-22"),
            ("2026-11-22T23:59:59Z", "2026-11-22"),
            ("2026-11-23T00:30:00Z", "2026-11-22"),
        ] {
            assert_eq!(day_of(&zone, now.parse().unwrap()).to_string(), expected, "{now}");
        }
    }

    #[track_caller]
    fn check(environment: &[(&str, &str)], expected: (Colors, bool)) {
        let variable = |name: &str| {
            let found = environment.iter().find(|(it, _)| *it == name);
            found.map_or(String::new(), |(_, value)| (*value).to_owned())
        };
        assert_eq!((colors(variable), is_plain(variable)), expected, "{environment:?}");
    }

    #[test]
    fn a_terminal_is_known_by_what_it_says_of_itself() {
        check(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], (Colors::True, false));
        check(&[("TERM", "screen-256color"), ("COLORTERM", "24bit")], (Colors::True, false));
        check(&[("TERM", "xterm-256color")], (Colors::Many, false));
        check(&[("TERM", "xterm-kitty"), ("LANG", "en_GB.UTF-8")], (Colors::True, false));
        check(&[("TERM", "xterm-direct")], (Colors::True, false));
        check(&[("WT_SESSION", "1")], (Colors::True, false));
        check(&[("TERM", "xterm")], (Colors::Sixteen, false));
        check(&[("TERM", "linux"), ("LANG", "C.UTF-8")], (Colors::Sixteen, true));
        check(&[("TERM", "dumb"), ("COLORTERM", "truecolor")], (Colors::None, true));
    }

    #[test]
    fn the_country_is_that_of_the_locale_for_money() {
        for (environment, expected) in [
            (&[("LANG", "en_GB.UTF-8")][..], Some("GB")),
            (&[("LANG", "en_US.UTF-8"), ("LC_MONETARY", "en_IN")], Some("IN")),
            (&[("LC_ALL", "fr_CA@euro"), ("LC_MONETARY", "en_IN")], Some("CA")),
            (&[("LC_ALL", "C.UTF-8"), ("LANG", "en_GB.UTF-8")], None),
            (&[("LANG", "eo")], None),
            (&[], None),
        ] {
            let variable = |name: &str| {
                let found = environment.iter().find(|(it, _)| *it == name);
                found.map_or(String::new(), |(_, value)| (*value).to_owned())
            };
            assert_eq!(country(variable).as_deref(), expected, "{environment:?}");
        }
        let catalog = Catalog::embedded();
        assert_eq!(catalog.region_with("CA"), catalog.find_region("canada"));
        assert_eq!(catalog.region_with("FR"), None);
    }

    #[test]
    fn no_colour_is_painted_where_none_is_wanted() {
        check(&[("NO_COLOR", "1"), ("COLORTERM", "truecolor")], (Colors::None, false));
        check(&[("NO_COLOR", ""), ("COLORTERM", "truecolor")], (Colors::True, false));
    }

    #[test]
    fn signs_are_plain_where_letters_have_one_byte() {
        check(&[("TERM", "xterm"), ("LANG", "C")], (Colors::Sixteen, true));
        check(
            &[("TERM", "xterm"), ("LC_ALL", "POSIX"), ("LANG", "C.utf8")],
            (Colors::Sixteen, true),
        );
        check(&[("TERM", "xterm"), ("LC_CTYPE", "UTF-8"), ("LANG", "C")], (Colors::Sixteen, false));
    }
}
