//! Areas and their skills.

use std::collections::HashMap;

use super::{
    super::{
        Area, AreaId, Hours, List, Proof, Resource, Skill, SkillId,
        order::{self, Ring},
        raw,
    },
    CatalogError, In, Names,
    examiner::{self, Examiner, repeated},
};

/// A skill as written, with the area it stands in.
type Draft = In<(AreaId, raw::Skill<'static>)>;

/// The skills in learning order, and the skills of each area as the author put them.
pub(super) struct Sorted {
    pub(super) drafts: Vec<Draft>,
    pub(super) by_area: Vec<Vec<SkillId>>,
}

/// Takes the skills out of their areas, sorts them into learning order and names them.
pub(super) fn sorted(
    areas: &mut [In<raw::Area<'static>>],
    names: &mut Names,
) -> Result<Sorted, CatalogError> {
    let mut written: Vec<Draft> = Vec::new();
    for (index, In(file, area)) in areas.iter_mut().enumerate() {
        let skills = std::mem::take(&mut area.skills).into_iter();
        written.extend(skills.map(|skill| In(file, (AreaId(index), skill))));
    }
    let ids = examiner::names(&written, "skill", |(_, skill)| &skill.id)?;
    let places: HashMap<&str, usize> =
        ids.iter().enumerate().map(|(place, id)| (&**id, place)).collect();
    let needs = written.iter().map(|it| needs(it, &places)).collect::<Result<Vec<_>, _>>()?;
    let order = order::in_learning_order(&needs).map_err(|Ring(ring)| in_ring(&written, &ring))?;
    let mut by_place: Vec<(usize, SkillId)> =
        order.iter().enumerate().map(|(index, place)| (*place, SkillId(index))).collect();
    by_place.sort_unstable();
    let mut by_area = vec![Vec::new(); areas.len()];
    for (In(_, (area, _)), (_, id)) in written.iter().zip(&by_place) {
        by_area.get_mut(area.0).into_iter().for_each(|it| it.push(*id));
    }
    let mut written: Vec<Option<Draft>> = written.into_iter().map(Some).collect();
    let draft = |place: &usize| written.get_mut(*place).and_then(Option::take);
    let drafts: Vec<Draft> = order.iter().filter_map(draft).collect();
    let id_of = |(index, In(_, (_, skill))): (usize, &Draft)| (skill.id.0.clone(), SkillId(index));
    names.skills = drafts.iter().enumerate().map(id_of).collect();
    Ok(Sorted { drafts, by_area })
}

/// The written places of all a skill may need.
fn needs(
    In(file, (_, skill)): &Draft,
    places: &HashMap<&str, usize>,
) -> Result<Vec<usize>, CatalogError> {
    let place = |id: &raw::Text<'static>| {
        places.get(&*id.0).copied().ok_or_else(|| {
            let reason = format!("there is no skill `{}` for it to need", id.0);
            examiner::refuse(file, format!("skill `{}`", skill.id.0), reason)
        })
    };
    let needs = skill.prerequisites.iter().chain(skill.prerequisites_any.iter().flatten());
    needs.map(place).collect()
}

#[expect(clippy::indexing_slicing, reason = "a ring names written places, and is not empty")]
fn in_ring(written: &[Draft], ring: &[usize]) -> CatalogError {
    let In(file, (_, first)) = &written[ring[0]];
    let rest = ring.iter().skip(1).chain(ring.first());
    let path: Vec<String> =
        rest.map(|place| format!("needs `{}`", written[*place].1.1.id.0)).collect();
    examiner::refuse(
        file,
        format!("skill `{}`", first.id.0),
        format!("it needs itself in the end: {}", path.join(", which ")),
    )
}

pub(super) fn areas(
    drafts: Vec<In<raw::Area<'static>>>,
    by_area: Vec<Vec<SkillId>>,
    names: &Names,
) -> Result<List<Area>, CatalogError> {
    let area = |(In(file, raw), skills): (In<raw::Area<'static>>, Vec<SkillId>)| {
        let examiner = Examiner::new(file, "area", &raw.id, names);
        if skills.is_empty() {
            return Err(examiner.refuse("it has no skills"));
        }
        Ok(Area {
            name: examiner.text("name", raw.name)?,
            summary: examiner.text("summary", raw.summary)?,
            skills: skills.into(),
            id: raw.id.0,
        })
    };
    drafts.into_iter().zip(by_area).map(area).collect()
}

pub(super) fn skill(In(file, (area, raw)): Draft, names: &Names) -> Result<Skill, CatalogError> {
    let examiner = Examiner::new(file, "skill", &raw.id, names);
    let prerequisites = examiner.skills(&raw.prerequisites)?;
    let prerequisites_any = raw.prerequisites_any.iter().map(|group| examiner.choice(group));
    let prerequisites_any = prerequisites_any.collect::<Result<List<_>, _>>()?;
    let mut members = raw.prerequisites_any.iter().flatten().map(|it| &it.0);
    if let Some(id) = members.find(|id| raw.prerequisites.iter().any(|it| it.0 == **id)) {
        return Err(examiner.refuse(format!("it needs `{id}` in any case, so that is no choice")));
    }
    Ok(Skill {
        name: examiner.text("name", raw.name)?,
        also: examiner.texts("other name", raw.also)?,
        area,
        level: raw.level,
        summary: examiner.text("summary", raw.summary)?,
        why: examiner.passages("why", raw.why)?,
        prerequisites,
        prerequisites_any,
        hours: hours(&examiner, &raw.hours)?,
        basis: examiner.text("basis", raw.hours.basis)?,
        proofs: proofs(&examiner, raw.proofs)?,
        resources: resources(&examiner, raw.resources)?,
        id: raw.id.0,
    })
}

/// The skills in the order of their names in files.
pub(super) fn by_name(skills: &[Skill]) -> List<SkillId> {
    let mut named: Vec<(&str, SkillId)> =
        skills.iter().enumerate().map(|(index, it)| (&*it.id, SkillId(index))).collect();
    named.sort_unstable();
    named.into_iter().map(|(_, id)| id).collect()
}

/// Which skills each one opens, in learning order and none twice.
pub(super) fn opens(skills: &[Skill]) -> List<List<SkillId>> {
    let mut opens = vec![Vec::new(); skills.len()];
    for (index, skill) in skills.iter().enumerate() {
        for before in skill.all_prerequisites() {
            // A member of two groups opens it once.
            let opened = opens.get_mut(before.0).filter(|it| it.last() != Some(&SkillId(index)));
            if let Some(opened) = opened {
                opened.push(SkillId(index));
            }
        }
    }
    opens.into_iter().map(List::from).collect()
}

fn hours(examiner: &Examiner<'_>, raw: &raw::Hours<'_>) -> Result<Hours, CatalogError> {
    let raw::Hours { low, likely, high, .. } = *raw;
    if low <= likely && likely <= high && likely > 0 {
        Ok(Hours { low, likely, high })
    } else {
        Err(examiner.refuse(format!(
            "its hours must rise from low to likely to high and not be nothing, but are {low}, {likely}, {high}"
        )))
    }
}

fn proofs(
    examiner: &Examiner<'_>,
    raw: Vec<raw::Proof<'static>>,
) -> Result<List<Proof>, CatalogError> {
    if raw.is_empty() {
        return Err(examiner.refuse("it has no proofs"));
    }
    let ids: Vec<&str> = raw.iter().map(|proof| &*proof.id.0).collect();
    if let Some(id) = repeated(&ids).and_then(|place| ids.get(place)) {
        return Err(examiner.refuse(format!("it has two proofs of the id `{id}`")));
    }
    let proof = |it: raw::Proof<'static>| {
        Ok(Proof { id: examiner.part("proof", it.id)?, text: examiner.text("proof", it.text)? })
    };
    raw.into_iter().map(proof).collect()
}

fn resources(
    examiner: &Examiner<'_>,
    raw: Vec<raw::Resource<'static>>,
) -> Result<List<Resource>, CatalogError> {
    if raw.is_empty() {
        return Err(examiner.refuse("it has no resources"));
    }
    let resource = |it: raw::Resource<'static>| {
        Ok(Resource {
            title: examiner.text("resource's title", it.title)?,
            form: it.kind,
            publisher: examiner.text("resource's publisher", it.publisher)?,
            address: examiner.link(it.address)?,
            access: it.access,
        })
    };
    raw.into_iter().map(resource).collect()
}
