//! What was done, in words: "claiming HTTP", "12 skills, 31 proofs, 40 h logged".

use std::collections::{BTreeMap, BTreeSet};

use super::{count, minutes};
use crate::{
    catalog::{Catalog, SkillId},
    progress::{Change, Journey, Progress, Record, Verdict},
};

/// As many parts of a deed are named; the rest is counted.
const NAMED: usize = 2;

/// What was done, to be read behind a colon.
pub fn deed(catalog: &Catalog, deed: &Change) -> String {
    let (before, after) = (deed.before(), deed.after());
    let mut parts = of_skills(catalog, before, after);
    parts.extend(of_routes(catalog, before, after));
    parts.extend(of_wishes(catalog, before, after));
    let rest = parts.len().saturating_sub(NAMED);
    parts.truncate(NAMED);
    if rest > 0 {
        parts.push(format!("{rest} more"));
    }
    parts.join(", ")
}

/// How much was done, in one line.
pub fn holdings(progress: &Progress) -> String {
    let records = || progress.records().map(|(_, record)| record);
    let proofs = records().map(|it| it.ticks.len()).sum();
    let logged = records().flat_map(|it| it.log.values()).copied().fold(0, u32::saturating_add);
    let mut parts = vec![count(records().count(), "skill", "skills")];
    if proofs > 0 {
        parts.push(count(proofs, "proof", "proofs"));
    }
    if logged > 0 {
        parts.push(format!("{} logged", minutes(logged)));
    }
    parts.join(", ")
}

fn of_skills(catalog: &Catalog, before: &Progress, after: &Progress) -> Vec<String> {
    let none = Record::default();
    let ids: BTreeSet<SkillId> = before.records().chain(after.records()).map(|it| it.0).collect();
    let pair = |id| (id, before.record(id).unwrap_or(&none), after.record(id).unwrap_or(&none));
    let pairs: Vec<(SkillId, &Record, &Record)> = ids.into_iter().map(pair).collect();
    let sum = |minutes: &mut dyn Iterator<Item = u32>| minutes.fold(0, u32::saturating_add);
    let logged = sum(&mut pairs.iter().flat_map(|(_, was, is)| new(&was.log, &is.log)));
    let removed = sum(&mut pairs.iter().flat_map(|(_, was, is)| new(&is.log, &was.log)));
    let kinds: [(&str, IsMeant); 8] = [
        ("claiming", |_, is| is_claimed(is)),
        ("no longer claiming", |was, is| is_claimed(was) && is.verdict.is_none()),
        ("skipping", |_, is| is_skipped(is)),
        ("taking up again", |was, is| is_skipped(was) && is.verdict.is_none()),
        ("ticking a proof of", |was, is| new(&was.ticks, &is.ticks).next().is_some()),
        ("opening a proof of", |was, is| new(&is.ticks, &was.ticks).next().is_some()),
        (&format!("logging {} on", minutes(logged)), |was, is| {
            new(&was.log, &is.log).next().is_some()
        }),
        (&format!("removing {} from", minutes(removed)), |was, is| {
            new(&is.log, &was.log).next().is_some()
        }),
    ];
    let mut parts = Vec::new();
    for (what, is_meant) in kinds {
        let mut meant = pairs.iter().filter(|(_, was, is)| is_meant(was, is));
        match (meant.next(), meant.count()) {
            (None, _) => (),
            (Some((id, ..)), 0) => parts.push(format!("{what} {}", catalog.skill(*id).name)),
            (Some(_), others) => parts.push(format!("{what} {} skills", others + 1)),
        }
    }
    parts
}

/// Whether something was done about a skill, by its records before and after.
type IsMeant = fn(&Record, &Record) -> bool;

fn is_claimed(record: &Record) -> bool {
    matches!(record.verdict, Some(Verdict::Claimed(_)))
}

fn is_skipped(record: &Record) -> bool {
    matches!(record.verdict, Some(Verdict::Skipped(_)))
}

/// What has a name on the second side that it has not on the first.
fn new<K: Ord, V: Copy>(was: &BTreeMap<K, V>, is: &BTreeMap<K, V>) -> impl Iterator<Item = V> {
    is.iter().filter(|(key, _)| !was.contains_key(key)).map(|(_, value)| *value)
}

fn of_routes(catalog: &Catalog, before: &Progress, after: &Progress) -> Vec<String> {
    let ids: BTreeSet<_> =
        before.journeys().chain(after.journeys()).map(|(id, _journey)| id).collect();
    let none = Journey::default();
    let mut parts = Vec::new();
    for id in ids {
        let was = before.journey(id).unwrap_or(&none);
        let is = after.journey(id).unwrap_or(&none);
        let name = &catalog.route(id).name;
        if is.since.is_some() {
            parts.push(format!("following {name}"));
        } else if was.since.is_some() {
            parts.push(format!("leaving {name}"));
        }
        if is.ticks.keys().any(|it| !was.ticks.contains_key(it)) {
            parts.push(format!("reaching a milestone of {name}"));
        } else if was.ticks.keys().any(|it| !is.ticks.contains_key(it)) {
            parts.push(format!("opening a milestone of {name}"));
        }
    }
    parts
}

fn of_wishes(catalog: &Catalog, before: &Progress, after: &Progress) -> Vec<String> {
    let mut parts = Vec::new();
    if before.goal != after.goal {
        parts.push(match after.goal {
            Some(goal) => {
                format!("your goal {}, {}", catalog.role(goal.role).name, goal.depth.word())
            }
            None => "giving up your goal".to_owned(),
        });
    }
    if let Some(region) = after.region.filter(|it| before.region != Some(*it)) {
        parts.push(format!("your region {}", catalog.region(region).name));
    }
    let picked: Vec<_> = after.picks.difference(&before.picks).collect();
    match *picked {
        [] if before.picks != after.picks => parts.push("taking back a pick".to_owned()),
        [] => (),
        [id] => parts.push(format!("picking {}", catalog.skill(*id).name)),
        _ => parts.push(count(picked.len(), "pick", "picks")),
    }
    let others = [
        (before.hours != after.hours, "the hours of your week"),
        (before.start != after.start, "your first day of study"),
        (before.breaks != after.breaks, "a break"),
        (before.pins != after.pins, "the order of your plan"),
        (before.baseline != after.baseline, "the baseline"),
        (after.hides_dates && !before.hides_dates, "hiding dates"),
        (before.hides_dates && !after.hides_dates, "showing dates"),
    ];
    let named = others.into_iter().filter(|(is_changed, _)| *is_changed);
    parts.extend(named.map(|(_, what)| what.to_owned()));
    parts
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::progress::EntryId;

    /// Does something to a learner who knows HTTP and has ticked a proof of git; what is it called?
    #[track_caller]
    fn check(change: impl Fn(&Catalog, &mut Progress), expected: &str) {
        let catalog = Catalog::embedded().unwrap();
        let today = date(2027, 3, 1);
        let id = |name: &str| catalog.find_skill(name).unwrap();
        let mut before = Progress::default();
        before.declare(id("http-basics"), Some(Verdict::Claimed(today)));
        let proof = catalog.skill(id("git-basics")).find_proof("p1").unwrap();
        before.prove(id("git-basics"), proof, today);
        before.log(id("git-basics"), EntryId::new(today, "a"), 30);
        let mut after = before.clone();
        change(&catalog, &mut after);
        let found = Change::between(&before, &after).expect("something was done");
        assert_eq!(deed(&catalog, &found), expected);
    }

    #[test]
    fn a_deed_is_named_by_what_it_changed() {
        let today = date(2027, 3, 1);
        let id = |catalog: &Catalog, name: &str| catalog.find_skill(name).unwrap();
        let claimed = Some(Verdict::Claimed(today));
        check(|c, p| p.declare(id(c, "redis"), claimed), "claiming Redis");
        check(|c, p| p.declare(id(c, "http-basics"), None), "no longer claiming HTTP");
        check(
            |c, p| p.declare(id(c, "http-basics"), Some(Verdict::Skipped(today))),
            "skipping HTTP",
        );
        check(
            |c, p| {
                p.declare(id(c, "redis"), claimed);
                p.declare(id(c, "containers"), claimed);
            },
            "claiming 2 skills",
        );
        check(
            |c, p| p.log(id(c, "redis"), EntryId::new(today, "b"), 90),
            "logging 1 h 30 min on Redis",
        );
        check(
            |c, p| p.reset(id(c, "git-basics")),
            "opening a proof of Git: recording changes, removing 30 min from Git: recording changes",
        );
        check(
            |c, p| {
                p.region = c.find_region("uk");
                p.hides_dates = true;
                p.start = Some(today);
            },
            "your region United Kingdom, your first day of study, 1 more",
        );
    }
}
