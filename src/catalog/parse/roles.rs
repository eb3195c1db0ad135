//! Roles.

use super::{
    super::{
        Call, Difference, Ladder, List, Occupation, Requirement, Role, Topic,
        raw::{self, Text as RawText},
    },
    CatalogError, In, Names,
    examiner::{Examiner, repeated},
};

pub(super) fn role(
    In(file, raw): In<raw::Role<'static>>,
    names: &Names,
) -> Result<Role, CatalogError> {
    let examiner = Examiner::new(file, "role", &raw.id, names);
    if raw.about.is_empty() || raw.duties.is_empty() {
        return Err(examiner.refuse("it does not say what it is or what one does in it"));
    }
    let passages = [
        (Topic::Day, raw.day),
        (Topic::Traits, raw.suits),
        (Topic::Conditions, raw.conditions),
        (Topic::PayLevers, raw.pay_levers),
        (Topic::Employers, raw.employers),
        (Topic::Outlook, raw.outlook),
        (Topic::WaysIn, raw.ways_in),
        (Topic::JobSearch, raw.job_search),
    ];
    let passages = passages.into_iter().filter(|(_, passages)| !passages.is_empty());
    let differences = raw.differences.into_iter().map(|it| {
        Ok(Difference {
            role: examiner.role(&it.role)?,
            text: examiner.text("difference", it.text)?,
        })
    });
    Ok(Role {
        name: examiner.text("name", raw.name)?,
        also: examiner.texts("other name", raw.also)?,
        family: raw.family,
        summary: examiner.text("summary", raw.summary)?,
        about: examiner.passages("about", raw.about)?,
        duties: examiner.passages("duties", raw.duties)?,
        requirements: requirements(&examiner, raw.requirements)?,
        ladder: ladder(&examiner, raw.ladder)?,
        differences: differences.collect::<Result<_, _>>()?,
        passages: passages
            .map(|(topic, it)| Ok((topic, examiner.passages("text", it)?)))
            .collect::<Result<_, _>>()?,
        questions: examiner.questions(raw.questions)?,
        guides: guides(&examiner, raw.guides, names)?,
        codes: codes(&examiner, raw.codes)?,
        code_note: examiner.maybe("code_note", raw.code_note)?,
        id: raw.id.0,
    })
}

fn requirements(
    examiner: &Examiner<'_>,
    raw: Vec<raw::Requirement<'static>>,
) -> Result<List<Requirement>, CatalogError> {
    if raw.is_empty() {
        return Err(examiner.refuse("it calls for no skills"));
    }
    let requirement = |it: raw::Requirement<'static>| {
        let call = call(examiner, it.skill, it.one_of, it.name)?;
        Ok(Requirement { call, importance: it.importance, rung: it.depth })
    };
    let requirements =
        raw.into_iter().map(requirement).collect::<Result<List<_>, CatalogError>>()?;
    let called: Vec<_> = requirements.iter().flat_map(|it| it.call.members()).collect();
    match repeated(&called) {
        Some(_) => Err(examiner.refuse("it calls for a skill twice")),
        None => Ok(requirements),
    }
}

fn call(
    examiner: &Examiner<'_>,
    skill: Option<RawText<'static>>,
    one_of: Option<Vec<RawText<'static>>>,
    name: Option<RawText<'static>>,
) -> Result<Call, CatalogError> {
    match (skill, one_of, name) {
        (Some(skill), None, None) => Ok(Call::Skill(examiner.skill(&skill)?)),
        (None, Some(members), Some(name)) => {
            Ok(Call::OneOf(examiner.text("choice's name", name)?, examiner.choice(&members)?))
        }
        _ => Err(examiner.refuse("a requirement has either a `skill`, or `one_of` and a `name`")),
    }
}

fn guides(
    examiner: &Examiner<'_>,
    raw: Vec<Topic>,
    names: &Names,
) -> Result<List<Topic>, CatalogError> {
    if let Some(topic) = raw.iter().find(|it| !names.topics.contains(it)) {
        return Err(examiner.refuse(format!("there is no guide to a topic it names: {topic:?}")));
    }
    match repeated(&raw) {
        Some(_) => Err(examiner.refuse("it names a guide twice")),
        None => Ok(raw.into()),
    }
}

fn ladder(examiner: &Examiner<'_>, raw: raw::Ladder<'static>) -> Result<Ladder, CatalogError> {
    Ok(Ladder {
        track: examiner.text("track", raw.track)?,
        step: raw.step,
        from: examiner.roles(&raw.from)?,
        to: examiner.roles(&raw.to)?,
    })
}

fn codes(
    examiner: &Examiner<'_>,
    raw: Vec<raw::Occupation<'static>>,
) -> Result<List<Occupation>, CatalogError> {
    let code = |it: raw::Occupation<'static>| {
        Ok(Occupation {
            system: examiner.text("code's system", it.system)?,
            code: examiner.text("code", it.code)?,
            title: examiner.text("code's title", it.title)?,
            address: examiner.address(it.address)?,
        })
    };
    raw.into_iter().map(code).collect()
}
