//! Areas, their skills, and how those are climbed.

use std::collections::HashMap;

use super::{
    super::{
        Area, AreaId, Climb, ClimbId, Hours, List, Proof, ProofId, Resource, Rhythm, Rung, Skill,
        SkillId, Text,
        order::{self, Ring},
        raw,
    },
    CatalogError, In, Names,
    examiner::{self, Examiner, repeated},
};

/// A skill as written, with the area it stands in.
type Draft = In<(AreaId, raw::Skill<'static>)>;

/// The skills in order, and those of each area as the author put them.
pub(super) struct Sorted {
    pub(super) drafts: Vec<Draft>,
    pub(super) by_area: Vec<Vec<SkillId>>,
}

/// Takes the skills out of their areas, sorts their climbs into learning order
/// and names both: a skill comes where its first climb does.
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
    for In(file, (_, skill)) in &written {
        let rungs: Vec<Rung> = skill.rungs.iter().map(|it| it.rung).collect();
        if rungs.is_empty() || !Rung::ALL.starts_with(&rungs) {
            let reason = "its rungs must rise from awareness, without a gap";
            return Err(examiner::refuse(file, format!("skill `{}`", skill.id.0), reason));
        }
    }
    let climbs = Written::of(&written, &ids);
    let needs = climbs.needs(&written, names)?;
    let order =
        order::in_learning_order(&needs).map_err(|Ring(ring)| climbs.in_ring(&written, &ring))?;
    let mut of_skill: Vec<Option<SkillId>> = vec![None; written.len()];
    let mut sorted = Vec::with_capacity(written.len());
    for (index, place) in order.iter().enumerate() {
        let Some((skill, rung)) = climbs.list.get(*place).copied() else { continue };
        let Some(id) = of_skill.get_mut(skill) else { continue };
        let id = *id.get_or_insert_with(|| {
            sorted.push(skill);
            SkillId(sorted.len() - 1)
        });
        names.climbs.insert((id, rung), ClimbId(index));
    }
    let mut by_area = vec![Vec::new(); areas.len()];
    for (In(_, (area, _)), id) in written.iter().zip(&of_skill) {
        by_area.get_mut(area.0).into_iter().for_each(|it| it.extend(*id));
    }
    let mut written: Vec<Option<Draft>> = written.into_iter().map(Some).collect();
    let draft = |place: &usize| written.get_mut(*place).and_then(Option::take);
    let drafts: Vec<Draft> = sorted.iter().filter_map(draft).collect();
    let id_of =
        |(index, In(_, (_, skill))): (usize, &Draft)| (skill.id.0.clone().into(), SkillId(index));
    names.skills = drafts.iter().enumerate().map(id_of).collect();
    Ok(Sorted { drafts, by_area })
}

/// The climbs as written: of which skill, to which rung.
struct Written {
    list: Vec<(usize, Rung)>,
    places: HashMap<(Text, Rung), usize>,
}

impl Written {
    fn of(written: &[Draft], ids: &[Text]) -> Self {
        let mut list = Vec::new();
        let mut places = HashMap::new();
        for (index, (In(_, (_, skill)), id)) in written.iter().zip(ids).enumerate() {
            for climb in &skill.rungs {
                places.insert((id.clone(), climb.rung), list.len());
                list.push((index, climb.rung));
            }
        }
        Self { list, places }
    }

    /// The written places of all a climb may need.
    fn needs(&self, written: &[Draft], names: &Names) -> Result<Vec<Vec<usize>>, CatalogError> {
        let mut all = Vec::with_capacity(self.list.len());
        for In(file, (_, skill)) in written {
            let refused =
                |reason| examiner::refuse(file, format!("skill `{}`", skill.id.0), reason);
            let mut below = None;
            for climb in &skill.rungs {
                let mut needs = self.groups(&climb.needs, names).map_err(refused)?;
                needs.extend(below);
                below = self.places.get(&(skill.id.0.clone().into(), climb.rung)).copied();
                all.push(needs);
            }
        }
        Ok(all)
    }

    fn groups(&self, raw: &[raw::Text<'static>], names: &Names) -> Result<Vec<usize>, String> {
        let groups = raw.iter().map(|it| self.group(it, names));
        Ok(groups.collect::<Result<Vec<_>, _>>()?.concat())
    }

    /// The written places of what a need names: one of them, or one of a group.
    fn group(&self, need: &raw::Text<'static>, names: &Names) -> Result<Vec<usize>, String> {
        let one = |(skill, rung): (Text, Rung)| {
            let place = self.places.get(&(skill.clone(), rung)).copied();
            place.ok_or_else(|| format!("there is no `{skill}/{}` for it to need", rung.word()))
        };
        names.group(need)?.into_iter().map(one).collect()
    }

    fn in_ring(&self, written: &[Draft], ring: &[usize]) -> CatalogError {
        let climb = |place: &usize| {
            let (index, height) = self.list.get(*place)?;
            let In(file, (_, skill)) = written.get(*index)?;
            Some((*file, skill, format!("`{}/{}`", skill.id.0, height.word())))
        };
        let mut walked: Vec<_> = ring.iter().filter_map(climb).collect();
        walked.extend(walked.first().cloned());
        let start =
            walked.first().map(|(file, skill, _)| (*file, format!("skill `{}`", skill.id.0)));
        let (file, thing) = start.unwrap_or(("areas", String::new()));
        let steps: Vec<String> = walked.into_iter().map(|(.., step)| step).collect();
        let reason = format!("it needs itself in the end: {}", steps.join(", which needs "));
        examiner::refuse(file, thing, reason)
    }
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
            id: raw.id.0.into(),
        })
    };
    drafts.into_iter().zip(by_area).map(area).collect()
}

pub(super) fn skill(In(file, (area, raw)): &Draft, names: &Names) -> Result<Skill, CatalogError> {
    let examiner = Examiner::new(file, "skill", &raw.id, names);
    let rungs: Vec<Rung> = raw.rungs.iter().map(|it| it.rung).collect();
    let id = examiner.skill(&raw.id)?;
    let climbs = rungs.iter().map(|rung| examiner.climb(id, *rung)).collect::<Result<_, _>>()?;
    let studied = raw.rungs.iter().filter_map(|it| it.hours.as_ref());
    let each = studied.map(|it| hours(&examiner, it)).collect::<Result<Vec<_>, _>>()?;
    Ok(Skill {
        name: examiner.text("name", raw.name.clone())?,
        also: examiner.texts("other name", raw.also.clone())?,
        area: *area,
        level: raw.level,
        summary: examiner.text("summary", raw.summary.clone())?,
        why: examiner.passages("why", raw.why.clone())?,
        climbs,
        hours: each.into_iter().fold(Hours::default(), Hours::and),
        proofs: proofs(&examiner, &raw.rungs)?,
        resources: resources(&examiner, raw.resources.clone())?,
        id: raw.id.0.clone().into(),
    })
}

/// The climbs of all skills, in learning order.
pub(super) fn climbs(drafts: &[Draft], names: &Names) -> Result<List<Climb>, CatalogError> {
    let mut climbs = Vec::new();
    for In(file, (_, raw)) in drafts {
        let examiner = Examiner::new(file, "skill", &raw.id, names);
        let mut first = 0;
        for rung in &raw.rungs {
            let climb = climb(&examiner, (raw, rung), first)?;
            first += rung.proofs.len();
            climbs.push((examiner.climb(climb.skill, climb.rung)?, climb));
        }
    }
    climbs.sort_unstable_by_key(|(id, _)| *id);
    let climbs: Vec<Climb> = climbs.into_iter().map(|(_, climb)| climb).collect();
    for climb in &climbs {
        waits_for_nothing_slow(climb, &climbs, (drafts, names))?;
    }
    Ok(climbs.into())
}

fn climb(
    examiner: &Examiner<'_>,
    (skill, raw): (&raw::Skill<'static>, &raw::Climb<'static>),
    first: usize,
) -> Result<Climb, CatalogError> {
    let id = examiner.skill(&skill.id)?;
    let rhythm = raw.rhythm.unwrap_or(skill.rhythm);
    let rhythm = if raw.rung == Rung::Expert { Rhythm::Job } else { rhythm };
    let word = raw.rung.word();
    let (hours, basis) = match &raw.hours {
        Some(it) => (hours(examiner, it)?, examiner.text("basis", it.basis.clone())?),
        None => (Hours::default(), Text::default()),
    };
    match (rhythm, &raw.hours) {
        (Rhythm::Job, Some(_)) => {
            return Err(examiner.refuse(format!("only a job leads to {word}, so it has no hours")));
        }
        (Rhythm::Job, None) | (_, Some(_)) => (),
        (_, None) => return Err(examiner.refuse(format!("{word} has no hours"))),
    }
    let below = Rung::ALL.iter().rev().find(|it| **it < raw.rung);
    let below = below.map(|it| examiner.climb(id, *it).map(|it| vec![it].into())).transpose()?;
    let needs = raw.needs.iter().map(|need| examiner.climbs(need));
    let needs = below.into_iter().map(Ok).chain(needs).collect::<Result<List<_>, _>>()?;
    if repeated(&needs.iter().map(List::as_slice).collect::<Vec<_>>()).is_some() {
        return Err(examiner.refuse(format!("{word} needs something twice")));
    }
    if raw.proofs.is_empty() {
        return Err(examiner.refuse(format!("{word} has no proofs")));
    }
    let proofs = (first..first + raw.proofs.len()).map(ProofId).collect();
    Ok(Climb { skill: id, rung: raw.rung, rhythm, hours, basis, needs, proofs })
}

/// What is studied one after the other must not wait for what takes months beside
/// it, nor anything for what only a job teaches unless a job teaches it, too.
fn waits_for_nothing_slow(
    climb: &Climb,
    climbs: &[Climb],
    (drafts, names): (&[Draft], &Names),
) -> Result<(), CatalogError> {
    let is_slower = |it: &&Climb| match climb.rhythm {
        Rhythm::Block => it.rhythm != Rhythm::Block,
        Rhythm::Applying => matches!(it.rhythm, Rhythm::Alongside | Rhythm::Job),
        Rhythm::Alongside => matches!(it.rhythm, Rhythm::Applying | Rhythm::Job),
        Rhythm::Job => false,
    };
    let needs = climb.needs.iter().flatten().filter_map(|it| climbs.get(it.0));
    let (Some(slow), Some(In(file, (_, raw)))) =
        (needs.into_iter().find(is_slower), drafts.get(climb.skill.0))
    else {
        return Ok(());
    };
    let name = drafts.get(slow.skill.0).map_or("", |In(_, (_, it))| &it.id.0);
    let reason = format!(
        "{} has the rhythm {} and cannot wait for `{name}/{}`, which has the rhythm {}",
        climb.rung.word(),
        climb.rhythm.word(),
        slow.rung.word(),
        slow.rhythm.word()
    );
    Err(Examiner::new(file, "skill", &raw.id, names).refuse(reason))
}

/// The skills in the order of their names in files.
pub(super) fn by_name(skills: &[Skill]) -> List<SkillId> {
    let mut named: Vec<(&str, SkillId)> =
        skills.iter().enumerate().map(|(index, it)| (&*it.id, SkillId(index))).collect();
    named.sort_unstable();
    named.into_iter().map(|(_, id)| id).collect()
}

/// Which climbs of other skills each one opens, in learning order and none twice.
pub(super) fn opens(climbs: &[Climb]) -> List<List<ClimbId>> {
    let mut opens = vec![Vec::new(); climbs.len()];
    for (index, climb) in climbs.iter().enumerate() {
        for before in climb.needs.iter().flatten() {
            let is_other = climbs.get(before.0).is_some_and(|it| it.skill != climb.skill);
            // A member of two groups opens it once.
            let opened = opens.get_mut(before.0).filter(|it| it.last() != Some(&ClimbId(index)));
            if let (Some(opened), true) = (opened, is_other) {
                opened.push(ClimbId(index));
            }
        }
    }
    opens.into_iter().map(List::from).collect()
}

pub(super) fn hours(examiner: &Examiner<'_>, raw: &raw::Hours<'_>) -> Result<Hours, CatalogError> {
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
    rungs: &[raw::Climb<'static>],
) -> Result<List<Proof>, CatalogError> {
    let raw: Vec<&raw::Proof<'static>> = rungs.iter().flat_map(|it| &it.proofs).collect();
    let ids: Vec<&str> = raw.iter().map(|proof| &*proof.id.0).collect();
    if let Some(id) = repeated(&ids).and_then(|place| ids.get(place)) {
        return Err(examiner.refuse(format!("it has two proofs of the id `{id}`")));
    }
    let proof = |it: &raw::Proof<'static>| {
        let raw::Proof { id, text } = it.clone();
        Ok(Proof { id: examiner.part("proof", id)?, text: examiner.text("proof", text)? })
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
    raw.into_iter().map(|it| resource(examiner, it)).collect()
}

/// Something to learn from.
pub(super) fn resource(
    examiner: &Examiner<'_>,
    raw: raw::Resource<'static>,
) -> Result<Resource, CatalogError> {
    Ok(Resource {
        title: examiner.text("resource's title", raw.title)?,
        form: raw.kind,
        publisher: examiner.text("resource's publisher", raw.publisher)?,
        address: examiner.link(raw.address)?,
        access: raw.access,
    })
}
