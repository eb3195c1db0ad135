//! Roles.

use super::{
    super::{
        Call, Code, Difference, Ladder, Requirement, Role, Topic,
        raw::{self, Text as RawText},
    },
    CatalogError, In, Names,
    check::{Desk, repeated},
};

pub(super) fn role(
    In(file, raw): In<raw::Role<'static>>,
    names: &Names,
) -> Result<Role, CatalogError> {
    let desk = Desk::new(file, "role", &raw.id, names);
    if raw.about.is_empty() || raw.duties.is_empty() {
        return Err(desk.refuse("it does not say what it is or what one does in it"));
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
        Ok(Difference { role: desk.role(&it.role)?, text: desk.text("difference", it.text)? })
    });
    Ok(Role {
        name: desk.text("name", raw.name)?,
        also: desk.texts("other name", raw.also)?,
        family: raw.family,
        summary: desk.text("summary", raw.summary)?,
        about: desk.passages("about", raw.about)?,
        duties: desk.passages("duties", raw.duties)?,
        requirements: requirements(&desk, raw.requirements)?,
        ladder: ladder(&desk, raw.ladder)?,
        differences: differences.collect::<Result<_, _>>()?,
        passages: passages
            .map(|(topic, it)| Ok((topic, desk.passages("text", it)?)))
            .collect::<Result<_, _>>()?,
        questions: desk.questions(raw.questions)?,
        guides: guides(&desk, raw.guides, names)?,
        codes: codes(&desk, raw.codes)?,
        code_note: desk.maybe("code_note", raw.code_note)?,
        id: raw.id.0,
    })
}

fn requirements(
    desk: &Desk<'_>,
    raw: Vec<raw::Requirement<'static>>,
) -> Result<Vec<Requirement>, CatalogError> {
    if raw.is_empty() {
        return Err(desk.refuse("it calls for no skills"));
    }
    let requirement = |it: raw::Requirement<'static>| {
        let call = call(desk, it.skill, it.one_of, it.name)?;
        Ok(Requirement { call, importance: it.importance, depth: it.depth })
    };
    let requirements =
        raw.into_iter().map(requirement).collect::<Result<Vec<_>, CatalogError>>()?;
    let called: Vec<_> = requirements.iter().flat_map(|it| it.call.members()).collect();
    match repeated(&called) {
        Some(_) => Err(desk.refuse("it calls for a skill twice")),
        None => Ok(requirements),
    }
}

fn call(
    desk: &Desk<'_>,
    skill: Option<RawText<'static>>,
    one_of: Option<Vec<RawText<'static>>>,
    name: Option<RawText<'static>>,
) -> Result<Call, CatalogError> {
    match (skill, one_of, name) {
        (Some(skill), None, None) => Ok(Call::Skill(desk.skill(&skill)?)),
        (None, Some(members), Some(name)) => {
            Ok(Call::OneOf(desk.text("choice's name", name)?, desk.choice(&members)?))
        }
        _ => Err(desk.refuse("a requirement has either a `skill`, or `one_of` and a `name`")),
    }
}

fn guides(desk: &Desk<'_>, raw: Vec<Topic>, names: &Names) -> Result<Vec<Topic>, CatalogError> {
    if let Some(topic) = raw.iter().find(|it| !names.topics.contains(it)) {
        return Err(desk.refuse(format!("there is no guide to a topic it names: {topic:?}")));
    }
    match repeated(&raw) {
        Some(_) => Err(desk.refuse("it names a guide twice")),
        None => Ok(raw),
    }
}

fn ladder(desk: &Desk<'_>, raw: raw::Ladder<'static>) -> Result<Ladder, CatalogError> {
    Ok(Ladder {
        track: desk.text("track", raw.track)?,
        step: raw.step,
        from: desk.roles(&raw.from)?,
        to: desk.roles(&raw.to)?,
    })
}

fn codes(desk: &Desk<'_>, raw: Vec<raw::Code<'static>>) -> Result<Vec<Code>, CatalogError> {
    let code = |it: raw::Code<'static>| {
        Ok(Code {
            system: desk.text("code's system", it.system)?,
            code: desk.text("code", it.code)?,
            title: desk.text("code's title", it.title)?,
            address: desk.address(it.address)?,
        })
    };
    raw.into_iter().map(code).collect()
}
