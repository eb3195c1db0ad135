//! Roles.

use super::{
    super::{
        Call, Difference, Experience, Ladder, List, Occupation, Requirement, Role, Topic,
        raw::{self, Text as RawText},
    },
    CatalogError, In, Names,
    examiner::{Examiner, refuse, repeated},
    facts,
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
    let count = raw.technologies_source.map(|it| facts::count(&examiner, it)).transpose()?;
    let is_counted = count.is_some();
    Ok(Role {
        name: examiner.text("name", raw.name)?,
        also: examiner.texts("other name", raw.also)?,
        family: raw.family,
        summary: examiner.text("summary", raw.summary)?,
        about: examiner.passages("about", raw.about)?,
        duties: examiner.passages("duties", raw.duties)?,
        requirements: requirements(&examiner, raw.requirements)?,
        path: examiner.projects(&raw.path)?,
        experience: raw.experience.map(|it| experience(&examiner, it)).transpose()?,
        ladder: ladder(&examiner, raw.ladder)?,
        differences: each(raw.differences, |it| difference(&examiner, it))?,
        passages: passages
            .map(|(topic, it)| Ok((topic, examiner.passages("text", it)?)))
            .collect::<Result<_, _>>()?,
        facts: each(raw.facts, |it| facts::fact(&examiner, it))?,
        certificates: each(raw.certificates, |it| facts::certificate(&examiner, it))?,
        technologies: facts::technologies(&examiner, raw.technologies, is_counted)?,
        technologies_source: count,
        bodies: each(raw.bodies, |it| facts::body(&examiner, it))?,
        questions: examiner.questions(raw.questions)?,
        guides: guides(&examiner, raw.guides, names)?,
        codes: each(raw.codes, |it| code(&examiner, it))?,
        code_note: examiner.maybe("code_note", raw.code_note)?,
        id: raw.id.0.into(),
    })
}

fn difference(
    examiner: &Examiner<'_>,
    raw: raw::Difference<'static>,
) -> Result<Difference, CatalogError> {
    Ok(Difference { role: examiner.role(&raw.role)?, text: examiner.text("difference", raw.text)? })
}

fn each<T, U>(
    raw: Vec<T>,
    sound: impl Fn(T) -> Result<U, CatalogError>,
) -> Result<List<U>, CatalogError> {
    raw.into_iter().map(sound).collect()
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
        for member in call.members() {
            examiner.climb(*member, it.rung)?;
        }
        Ok(Requirement { call, importance: it.importance, rung: it.rung })
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

/// The longest time in a post that a role may ask for, in years.
const LONGEST: f64 = 40.0;

fn experience(
    examiner: &Examiner<'_>,
    raw: raw::Experience<'static>,
) -> Result<Experience, CatalogError> {
    if !(raw.years > 0.0 && raw.years <= LONGEST) {
        return Err(examiner.refuse(format!("{} years are no experience", raw.years)));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked before")]
    let months = (raw.years * 12.0).round().max(1.0) as u32;
    let role = examiner.role(&raw.role)?;
    Ok(Experience { months, role, basis: examiner.text("experience's basis", raw.basis)? })
}

/// That the posts that lead to a role begin somewhere.
pub(super) fn experience_ends(roles: &[Role]) -> Result<(), CatalogError> {
    for role in roles {
        let before = |it: &&Role| it.experience.as_ref().and_then(|it| roles.get(it.role.0));
        if std::iter::successors(Some(role), before).nth(roles.len()).is_some() {
            let reason = "the posts that lead to it lead to each other in a ring";
            return Err(refuse("roles", format!("role `{}`", role.id), reason));
        }
        let earlier = std::iter::successors(before(&role), before).take(roles.len());
        if earlier.into_iter().any(|it| it.path.iter().any(|it| role.path.contains(it))) {
            let reason = "its path has a project of a post before it once more";
            return Err(refuse("roles", format!("role `{}`", role.id), reason));
        }
    }
    Ok(())
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

fn code(
    examiner: &Examiner<'_>,
    raw: raw::Occupation<'static>,
) -> Result<Occupation, CatalogError> {
    Ok(Occupation {
        system: examiner.text("code's system", raw.system)?,
        code: examiner.text("code", raw.code)?,
        title: examiner.text("code's title", raw.title)?,
        address: examiner.address(raw.address)?,
    })
}
