//! What helps to choose an answer: facts of the catalog, counted.

use crate::catalog::{Catalog, Climb, Pay, Per, RegionId, RoleId, SkillId, Technology};

/// What is paid, from low to high, as one source has it for one year.
#[derive(Clone, Debug)]
pub struct PayRange<'a> {
    /// The least; a tenth or a quarter earn less, or one begins with it.
    pub low: f64,
    /// The most.
    pub high: f64,
    /// One of its figures: it has the currency, the time and the source of all.
    pub figure: &'a Pay,
}

/// What a role is paid in a region: of all sources the one that says most of a year,
/// and of these the latest; only if there is none, one that says it of an hour.
pub fn pay_in(catalog: &Catalog, role: RoleId, region: RegionId) -> Option<PayRange<'_>> {
    let is_same = |a: &Pay, b: &Pay| {
        (&a.about, &a.source, a.year, a.per) == (&b.about, &b.source, b.year, b.per)
    };
    let here = || catalog.pay().iter().filter(|it| it.region == region && it.roles.contains(&role));
    let size = |pay: &Pay| here().filter(|it| is_same(it, pay)).count();
    let figure = here().max_by_key(|it| (it.per == Per::Year, size(it), it.year))?;
    let amounts = || here().filter(|it| is_same(it, figure)).map(|it| it.amount);
    let (low, high) = (amounts().fold(f64::INFINITY, f64::min), amounts().fold(0.0, f64::max));
    Some(PayRange { low, high, figure })
}

/// Of the published curricula that teach one of these: how many begin with this one, and
/// how many there are.
pub fn taught_first(catalog: &Catalog, members: &[SkillId], id: SkillId) -> (usize, usize) {
    let first = catalog.curricula().iter().filter_map(|it| {
        let units = it.order.iter();
        units.flat_map(|unit| unit.iter()).find(|it| members.contains(it)).copied()
    });
    let first: Vec<SkillId> = first.collect();
    (first.iter().filter(|it| **it == id).count(), first.len())
}

/// What advertisements for a role say of a skill.
pub fn asked_for(catalog: &Catalog, role: RoleId, id: SkillId) -> Option<&Technology> {
    let mut all = catalog.role(role).technologies.iter();
    all.find(|it| it.share.is_some() && it.skills.contains(&id))
}

/// The roles that call for a skill, alone or as one of several.
pub fn called_for_by(catalog: &Catalog, id: SkillId) -> usize {
    let calls = |role: RoleId| {
        let mut all = catalog.role(role).requirements.iter();
        all.any(|it| it.call.members().contains(&id))
    };
    catalog.roles().filter(|(role, _)| calls(*role)).count()
}

/// The skills that build on one directly, in learning order.
pub fn leads_to(catalog: &Catalog, id: SkillId) -> Vec<SkillId> {
    let climbs = catalog.skill(id).climbs.iter();
    let mut skills: Vec<SkillId> = climbs
        .flat_map(|it| catalog.opens(*it))
        .map(|it| catalog.climb(*it).skill)
        .filter(|it| *it != id)
        .collect();
    skills.sort_unstable();
    skills.dedup();
    skills
}

/// The skills that a climb builds on directly; of several that would do, all.
pub fn builds_on(catalog: &Catalog, climb: &Climb) -> Vec<SkillId> {
    let needs = climb.needs.iter().flat_map(|it| it.iter());
    let mut skills: Vec<SkillId> = needs.map(|it| catalog.climb(*it).skill).collect();
    skills.retain(|it| *it != climb.skill);
    skills.sort_unstable();
    skills.dedup();
    skills
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pay_is_told_by_one_source() {
        let catalog = Catalog::embedded();
        let role = catalog.find_role("back-end-developer").unwrap();
        let uk = catalog.find_region("uk").unwrap();
        let range = pay_in(catalog, role, uk).unwrap();
        let own = range.figure;
        let is_same = |it: &&Pay| {
            (&it.source, it.year, &it.about, it.per) == (&own.source, own.year, &own.about, own.per)
                && it.region == uk
                && it.roles.contains(&role)
        };
        let amounts = || catalog.pay().iter().filter(is_same).map(|it| it.amount);
        assert!(amounts().all(|it| (range.low..=range.high).contains(&it)));
        assert!(range.figure.region == uk && range.low < range.high);
        let canada = catalog.find_region("canada").unwrap();
        assert!(pay_in(catalog, role, canada).is_some());
    }

    #[test]
    fn every_language_has_something_to_say_for_it() {
        let catalog = Catalog::embedded();
        let group = catalog.groups().iter().find(|it| it.id == "language").unwrap();
        let counts: Vec<usize> =
            group.members.iter().map(|it| taught_first(catalog, &group.members, *it).0).collect();
        let all = taught_first(catalog, &group.members, group.members[0]).1;
        assert_eq!(counts.iter().sum::<usize>(), all);
        for id in &group.members {
            assert!(!leads_to(catalog, *id).is_empty());
        }
    }
}
