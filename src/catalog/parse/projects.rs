//! Groups of skills, projects, curricula, terms and questions.

use std::collections::{HashMap, HashSet};

use super::{
    super::{
        Answer, Climb, Code, Curriculum, Group, List, Point, Project, Question, Rhythm, Shown,
        Skill, Term, Text, plain,
        raw::{self, Asking},
    },
    CatalogError, In, Names,
    examiner::{self, Examiner, repeated},
    skills,
};

/// The groups of which a need can want one, by name.
pub(super) fn groups(
    drafts: &[In<raw::Group<'static>>],
) -> Result<HashMap<Text, Vec<Text>>, CatalogError> {
    let ids = examiner::names(drafts, "group", |it| &it.id)?;
    let members =
        drafts.iter().map(|In(_, it)| it.members.iter().map(|it| it.0.clone().into()).collect());
    Ok(ids.into_iter().zip(members).collect())
}

pub(super) fn group(
    In(file, raw): In<raw::Group<'static>>,
    names: &Names,
) -> Result<Group, CatalogError> {
    let examiner = Examiner::new(file, "group", &raw.id, names);
    Ok(Group {
        name: examiner.text("name", raw.name)?,
        members: examiner.choice(&raw.members)?,
        id: raw.id.0.into(),
    })
}

pub(super) fn project(
    In(file, raw): In<raw::Project<'static>>,
    names: &Names,
    (skills, climbs): (&[Skill], &[Climb]),
) -> Result<Project, CatalogError> {
    let examiner = Examiner::new(file, "project", &raw.id, names);
    let rungs = raw.rungs.iter().map(|it| examiner.climbs(it)).collect::<Result<List<_>, _>>()?;
    if rungs.is_empty() {
        return Err(examiner.refuse("it exercises nothing"));
    }
    let mut exercised = rungs.iter().flatten().filter_map(|it| climbs.get(it.0));
    if let Some(slow) = exercised.find(|it| it.rhythm != Rhythm::Block) {
        let name = skills.get(slow.skill.0).map_or("", |it| &it.id);
        return Err(examiner.refuse(format!(
            "it is built in a block and cannot wait for `{name}/{}`, which is not",
            slow.rung.word()
        )));
    }
    let last = rungs.iter().filter_map(|it| it.first()).max().and_then(|it| climbs.get(it.0));
    let area = last.and_then(|it| skills.get(it.skill.0)).map(|it| it.area);
    let area = area.ok_or_else(|| examiner.refuse("it exercises nothing"))?;
    if raw.brief.is_empty() || raw.further.is_empty() {
        return Err(examiner.refuse("it does not say what to build, or how to go further"));
    }
    Ok(Project {
        name: examiner.text("name", raw.name)?,
        summary: examiner.text("summary", raw.summary)?,
        brief: examiner.texts("brief", raw.brief)?,
        hours: skills::hours(&examiner, &raw.hours)?,
        basis: examiner.text("basis", raw.hours.basis)?,
        points: points(&examiner, raw.points, skills)?,
        further: examiner.texts("further", raw.further)?,
        interview: examiner.text("interview", raw.interview)?,
        rungs,
        area,
        id: raw.id.0.into(),
    })
}

fn points(
    examiner: &Examiner<'_>,
    raw: Vec<raw::Point<'static>>,
    skills: &[Skill],
) -> Result<List<Point>, CatalogError> {
    let ids: Vec<&str> = raw.iter().map(|it| &*it.id.0).collect();
    if raw.is_empty() || repeated(&ids).is_some() {
        return Err(examiner.refuse("it has no points, or two of the same id"));
    }
    let point = |it: raw::Point<'static>| {
        let shows = it.shows.iter().map(|it| shown(examiner, it, skills));
        Ok(Point {
            id: examiner.part("point", it.id)?,
            shows: shows.collect::<Result<_, _>>()?,
            text: examiner.text("point", it.text)?,
        })
    };
    raw.into_iter().map(point).collect()
}

/// Written `skill/proof`.
fn shown(
    examiner: &Examiner<'_>,
    written: &raw::Text<'static>,
    skills: &[Skill],
) -> Result<Shown, CatalogError> {
    let found = || {
        let (skill, proof) = written.0.split_once('/')?;
        let skill = examiner.skill(&raw::Text(skill.to_owned().into())).ok()?;
        Some(Shown { skill, proof: skills.get(skill.0)?.find_proof(proof)? })
    };
    found().ok_or_else(|| examiner.refuse(format!("there is no proof `{}`", written.0)))
}

pub(super) fn curriculum(
    In(file, raw): In<raw::Curriculum<'static>>,
    names: &Names,
) -> Result<Curriculum, CatalogError> {
    let examiner = Examiner::new(file, "curriculum", &raw.id, names);
    let order =
        raw.order.iter().map(|group| examiner.skills(group)).collect::<Result<List<_>, _>>()?;
    if order.iter().all(|unit| unit.is_empty()) {
        return Err(examiner.refuse("it teaches nothing"));
    }
    if repeated(&order.iter().flatten().collect::<Vec<_>>()).is_some() {
        return Err(examiner.refuse("it teaches a skill twice"));
    }
    Ok(Curriculum {
        title: examiner.text("title", raw.title)?,
        publisher: examiner.text("publisher", raw.publisher)?,
        address: examiner.link(raw.address)?,
        role: raw.role.map(|it| examiner.role(&it)).transpose()?,
        languages: examiner.skills(&raw.languages)?,
        order,
        id: raw.id.0.into(),
    })
}

pub(super) fn terms(
    drafts: Vec<In<raw::Term<'static>>>,
    names: &Names,
) -> Result<List<Term>, CatalogError> {
    let mut seen = HashSet::new();
    let term = |In(file, raw): In<raw::Term<'static>>| {
        let examiner = Examiner::new(file, "term", &raw.term, names);
        if !seen.insert(plain(&raw.term.0)) {
            return Err(examiner.refuse("it is explained twice"));
        }
        Ok(Term {
            words: examiner.text("term", raw.term.clone())?,
            meaning: examiner.text("meaning", raw.meaning)?,
            skill: examiner.skill(&raw.skill)?,
        })
    };
    drafts.into_iter().map(term).collect()
}

/// Code in its language; its lines may be empty or begin with spaces.
fn code(
    examiner: &Examiner<'_>,
    language: Option<raw::Text<'static>>,
    lines: Vec<raw::Text<'static>>,
) -> Result<Option<Code>, CatalogError> {
    if lines.iter().any(|it| it.0.chars().any(super::super::is_hidden)) {
        return Err(examiner.refuse("its code has a control character in it"));
    }
    match (language, lines.is_empty()) {
        (None, true) => Ok(None),
        (Some(language), false) => Ok(Some(Code {
            language: examiner.part("language", language)?,
            lines: lines.into_iter().map(|it| it.0.into()).collect(),
        })),
        (None, false) => Err(examiner.refuse("its code does not say in which `language` it is")),
        (Some(_), true) => Err(examiner.refuse("it names a language, but has no code")),
    }
}

pub(super) fn question(
    In(file, raw): In<raw::Question<'static>>,
    names: &Names,
) -> Result<Question, CatalogError> {
    let examiner = Examiner::new(file, "question", &raw.id, names);
    let answer = examiner.text("answer", raw.answer)?;
    let is_choice = matches!(raw.kind, Asking::Choose);
    if is_choice != (raw.options.len() == 4) || (!is_choice && !raw.options.is_empty()) {
        return Err(examiner.refuse("a question to choose has four options, any other has none"));
    }
    if matches!(raw.kind, Asking::Output) && raw.code.is_empty() {
        return Err(examiner.refuse("it asks what code prints, but has no code"));
    }
    let answer = match raw.kind {
        Asking::Output => Answer::Output(answer),
        Asking::Recall => Answer::Recall(answer),
        Asking::Choose => {
            let options = raw.options.into_iter().map(|it| examiner.text("option", it));
            let mut options: Vec<Text> = options.collect::<Result<_, _>>()?;
            if repeated(&options).is_some() {
                return Err(examiner.refuse("two of its options are the same"));
            }
            let right = options.iter().position(|it| *it == answer);
            let right =
                right.ok_or_else(|| examiner.refuse("its answer is none of the options"))?;
            options.swap(0, right);
            Answer::Choose(options.into())
        }
    };
    Ok(Question {
        climb: examiner.climb(examiner.skill(&raw.skill)?, raw.rung)?,
        asks: examiner.text("question", raw.question)?,
        code: code(&examiner, raw.language, raw.code)?,
        answer,
        why: examiner.text("why", raw.why)?,
        id: raw.id.0.into(),
    })
}
