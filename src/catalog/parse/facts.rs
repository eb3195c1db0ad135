//! Hard facts about roles, and what is asked in interviews.

use super::{
    super::{Asked, Body, Certificate, Count, Fact, Interview, List, Technology, raw},
    CatalogError, In, Names,
    examiner::{Examiner, repeated},
};

pub(super) fn fact(examiner: &Examiner<'_>, raw: raw::Fact<'static>) -> Result<Fact, CatalogError> {
    let raw::Fact { label, text, source, year, address, confidence, checked } = raw;
    Ok(Fact {
        label: examiner.text("fact's label", label)?,
        text: examiner.text("fact", text)?,
        source: count(examiner, raw::Count { source, year, address })?,
        trust: examiner.trust(confidence, checked)?,
    })
}

pub(super) fn count(
    examiner: &Examiner<'_>,
    raw: raw::Count<'static>,
) -> Result<Count, CatalogError> {
    Ok(Count {
        source: examiner.text("fact's source", raw.source)?,
        year: raw.year,
        address: examiner.address(raw.address)?,
    })
}

pub(super) fn certificate(
    examiner: &Examiner<'_>,
    raw: raw::Certificate<'static>,
) -> Result<Certificate, CatalogError> {
    Ok(Certificate {
        name: examiner.text("certificate's name", raw.name)?,
        issuer: examiner.text("certificate's issuer", raw.issuer)?,
        cost: examiner.text("certificate's cost", raw.cost)?,
        validity: examiner.text("certificate's validity", raw.validity)?,
        worth: examiner.text("certificate's worth", raw.worth)?,
        address: examiner.link(raw.address)?,
        trust: examiner.trust(raw.confidence, raw.checked)?,
    })
}

/// What one works with; shares only where somebody counted them.
pub(super) fn technologies(
    examiner: &Examiner<'_>,
    raw: Vec<raw::Technology<'static>>,
    is_counted: bool,
) -> Result<List<Technology>, CatalogError> {
    let technology = |it: raw::Technology<'static>| {
        let name = examiner.text("technology", it.name)?;
        if let Some(share) = it.share.filter(|it| !is_counted || *it > 100) {
            let reason = format!("`{name}` has a share of {share} that nobody can have counted");
            return Err(examiner.refuse(reason));
        }
        Ok(Technology { name, share: it.share, skills: examiner.skills(&it.skills)? })
    };
    raw.into_iter().map(technology).collect()
}

pub(super) fn body(examiner: &Examiner<'_>, raw: raw::Body<'static>) -> Result<Body, CatalogError> {
    Ok(Body {
        name: examiner.text("body's name", raw.name)?,
        region: raw.region.map(|it| examiner.region(&it)).transpose()?,
        address: examiner.link(raw.address)?,
        text: examiner.text("body's text", raw.text)?,
    })
}

pub(super) fn interview(
    In(file, raw): In<raw::Interview<'static>>,
    names: &Names,
) -> Result<Interview, CatalogError> {
    let examiner = Examiner::new(file, "interview", &raw.role, names);
    let ids: Vec<&str> = raw.questions.iter().map(|it| &*it.id.0).collect();
    if ids.is_empty() {
        return Err(examiner.refuse("it asks nothing"));
    }
    if let Some(id) = repeated(&ids).and_then(|place| ids.get(place)) {
        return Err(examiner.refuse(format!("it has two questions of the id `{id}`")));
    }
    let questions = raw.questions.into_iter().map(|it| asked(&examiner, it));
    Ok(Interview {
        role: examiner.role(&raw.role)?,
        questions: questions.collect::<Result<_, _>>()?,
    })
}

fn asked(examiner: &Examiner<'_>, raw: raw::Asked<'static>) -> Result<Asked, CatalogError> {
    let climb = match (raw.skill, raw.rung) {
        (Some(skill), Some(rung)) => Some(examiner.climb(examiner.skill(&skill)?, rung)?),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => {
            let reason = format!("question `{}` names a skill and its rung, or neither", raw.id.0);
            return Err(examiner.refuse(reason));
        }
    };
    Ok(Asked {
        climb,
        manner: raw.kind,
        asks: examiner.text("question", raw.question)?,
        answer: examiner.text("answer", raw.answer)?,
        listens_for: examiner.text("listens_for", raw.listens_for)?,
        id: examiner.part("question", raw.id)?,
    })
}
