//! The examiner at which each thing of the catalog is examined.

use std::collections::HashSet;

use super::{
    super::{
        Citation, ClimbId, Doubt, Faq, List, Month, Passage, ProjectId, RegionId, RoleId, Rung,
        SkillId, Text, Trust,
        raw::{self, Text as RawText},
    },
    CatalogError, In, Names,
};

/// A thing on the examiner: what the messages call it, and what its words may refer to.
pub(super) struct Examiner<'a> {
    file: &'static str,
    thing: String,
    names: &'a Names,
}

/// The refusal of something.
pub(super) fn refuse(
    file: &'static str,
    thing: impl Into<String>,
    reason: impl Into<String>,
) -> CatalogError {
    CatalogError { file, thing: thing.into(), reason: reason.into() }
}

/// The names of some things, once it is sure that they are names and that none comes twice.
pub(super) fn names<T>(
    things: &[In<T>],
    what: &str,
    name: impl Fn(&T) -> &RawText<'static>,
) -> Result<Vec<Text>, CatalogError> {
    let mut seen = HashSet::with_capacity(things.len());
    let mut names = Vec::with_capacity(things.len());
    for In(file, thing) in things {
        let id = &name(thing).0;
        if !is_id(id) {
            return Err(refuse(file, format!("{what} `{}`", id.escape_debug()), ID));
        }
        if !seen.insert(id) {
            return Err(refuse(
                file,
                format!("{what} `{id}`"),
                format!("another {what} has that id"),
            ));
        }
        names.push(id.clone().into());
    }
    Ok(names)
}

const ID: &str = "an id is made of small letters, digits and hyphens";

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

impl<'a> Examiner<'a> {
    pub(super) fn new(file: &'static str, what: &str, id: &RawText<'_>, names: &'a Names) -> Self {
        Self { file, thing: format!("{what} `{}`", id.0), names }
    }

    pub(super) fn refuse(&self, reason: impl Into<String>) -> CatalogError {
        refuse(self.file, &*self.thing, reason)
    }

    /// A text that says something, on one line.
    pub(super) fn text(&self, field: &str, text: RawText<'static>) -> Result<Text, CatalogError> {
        if text.0.trim_start().is_empty() {
            return Err(self.refuse(format!("its {field} is empty")));
        }
        if text.0.chars().any(super::super::is_hidden) {
            return Err(self.refuse(format!(
                "its {field} has a line break or another control character in it"
            )));
        }
        Ok(text.0.into())
    }

    /// The id of a part of the thing, such as a proof.
    pub(super) fn part(&self, part: &str, id: RawText<'static>) -> Result<Text, CatalogError> {
        if is_id(&id.0) {
            Ok(id.0.into())
        } else {
            Err(self.refuse(format!("{part} `{}`: {ID}", id.0.escape_debug())))
        }
    }

    pub(super) fn maybe(
        &self,
        field: &str,
        text: Option<RawText<'static>>,
    ) -> Result<Option<Text>, CatalogError> {
        text.map(|text| self.text(field, text)).transpose()
    }

    pub(super) fn texts(
        &self,
        field: &str,
        texts: Vec<RawText<'static>>,
    ) -> Result<List<Text>, CatalogError> {
        texts.into_iter().map(|text| self.text(field, text)).collect()
    }

    pub(super) fn passages(
        &self,
        field: &str,
        passages: Vec<raw::Passage<'static>>,
    ) -> Result<List<Passage>, CatalogError> {
        let passage = |it: raw::Passage<'static>| {
            Ok(Passage { text: self.text(field, it.text)?, citations: self.citations(&it.cites)? })
        };
        passages.into_iter().map(passage).collect()
    }

    pub(super) fn questions(
        &self,
        questions: Vec<raw::Faq<'static>>,
    ) -> Result<List<Faq>, CatalogError> {
        let question = |it: raw::Faq<'static>| {
            let question = self.text("question", it.question)?;
            if it.answer.is_empty() {
                return Err(self.refuse(format!("\"{question}\" has no answer")));
            }
            Ok(Faq { question, answer: self.passages("answer", it.answer)? })
        };
        questions.into_iter().map(question).collect()
    }

    /// Written `source/number`.
    pub(super) fn citations(
        &self,
        cites: &[RawText<'static>],
    ) -> Result<List<Citation>, CatalogError> {
        let citation = |cite: &RawText<'static>| {
            let (source, number) = cite.0.split_once('/')?;
            let (source, statements) = *self.names.sources.get(source)?;
            let number =
                number.parse().ok().filter(|it| (1..=statements).contains(&usize::from(*it)))?;
            Some(Citation { source, number })
        };
        let sound = |cite| {
            citation(cite)
                .ok_or_else(|| self.refuse(format!("no source has a statement `{}`", cite.0)))
        };
        cites.iter().map(sound).collect()
    }

    pub(super) fn address(
        &self,
        address: Option<RawText<'static>>,
    ) -> Result<Option<Text>, CatalogError> {
        address.map(|it| self.link(it)).transpose()
    }

    /// An address a browser can be sent to.
    pub(super) fn link(&self, address: RawText<'static>) -> Result<Text, CatalogError> {
        let host = address.0.strip_prefix("https://").or_else(|| address.0.strip_prefix("http://"));
        let is_clean = |it: &str| !it.is_empty() && it.chars().all(|c| c.is_ascii_graphic());
        if host.is_some_and(is_clean) {
            Ok(address.0.into())
        } else {
            Err(self.refuse(format!("`{}` is no http or https address", address.0.escape_debug())))
        }
    }

    /// How far a figure can be relied on; a month is written 2026-11.
    pub(super) fn trust(
        &self,
        doubt: Option<Doubt>,
        checked: Option<RawText<'static>>,
    ) -> Result<Trust, CatalogError> {
        let month = |text: RawText<'static>| {
            let read = || {
                let (year, month) = text.0.split_once('-').filter(|_| text.0.len() == 7)?;
                let (year, month) = (year.parse().ok()?, month.parse().ok()?);
                (1..=12).contains(&month).then_some(Month { year, month })
            };
            let wrong = || format!("`{}` is no month such as 2026-11", text.0.escape_debug());
            read().ok_or_else(|| self.refuse(wrong()))
        };
        Ok(Trust { doubt, checked: checked.map(month).transpose()? })
    }

    /// Three capital letters, as in ISO 4217.
    pub(super) fn currency(&self, currency: RawText<'static>) -> Result<Text, CatalogError> {
        self.capitals(currency, 3, "currency: three")
    }

    /// Two capital letters for each, as in ISO 3166-1.
    pub(super) fn countries(
        &self,
        countries: Vec<RawText<'static>>,
    ) -> Result<List<Text>, CatalogError> {
        countries.into_iter().map(|it| self.capitals(it, 2, "country: two")).collect()
    }

    fn capitals(
        &self,
        code: RawText<'static>,
        letters: usize,
        wanted: &str,
    ) -> Result<Text, CatalogError> {
        if code.0.len() == letters && code.0.bytes().all(|it| it.is_ascii_uppercase()) {
            return Ok(code.0.into());
        }
        let code = code.0.escape_debug();
        Err(self.refuse(format!("`{code}` is no {wanted} capital letters are wanted")))
    }

    pub(super) fn region(&self, id: &RawText<'static>) -> Result<RegionId, CatalogError> {
        let region = self.names.regions.get(&*id.0).copied();
        region.ok_or_else(|| self.refuse(format!("there is no region `{}`", id.0)))
    }

    pub(super) fn role(&self, id: &RawText<'static>) -> Result<RoleId, CatalogError> {
        let role = self.names.roles.get(&*id.0).copied();
        role.ok_or_else(|| self.refuse(format!("there is no role `{}`", id.0)))
    }

    pub(super) fn skill(&self, id: &RawText<'static>) -> Result<SkillId, CatalogError> {
        self.skill_named(&id.0)
    }

    fn skill_named(&self, id: &str) -> Result<SkillId, CatalogError> {
        let skill = self.names.skills.get(id).copied();
        skill.ok_or_else(|| self.refuse(format!("there is no skill `{id}`")))
    }

    pub(super) fn project(&self, id: &RawText<'static>) -> Result<ProjectId, CatalogError> {
        let project = self.names.projects.get(&*id.0).copied();
        project.ok_or_else(|| self.refuse(format!("there is no project `{}`", id.0)))
    }

    /// The climb of a skill to a rung.
    pub(super) fn climb(&self, id: SkillId, rung: Rung) -> Result<ClimbId, CatalogError> {
        let climb = self.names.climbs.get(&(id, rung)).copied();
        climb.ok_or_else(|| {
            let name = self.names.skills.iter().find(|(_, it)| **it == id);
            let name = name.map_or("", |(name, _)| &**name);
            self.refuse(format!("there is no `{name}/{}`", rung.word()))
        })
    }

    /// What a need names: one climb, or a group of which one is wanted.
    pub(super) fn climbs(&self, need: &RawText<'static>) -> Result<List<ClimbId>, CatalogError> {
        let group = self.names.group(need).map_err(|reason| self.refuse(reason))?;
        let climb = |(skill, rung): (Text, Rung)| self.climb(self.skill_named(&skill)?, rung);
        group.into_iter().map(climb).collect()
    }

    pub(super) fn projects(
        &self,
        ids: &[RawText<'static>],
    ) -> Result<List<ProjectId>, CatalogError> {
        self.distinct(ids, |id| self.project(id))
    }

    pub(super) fn roles(&self, ids: &[RawText<'static>]) -> Result<List<RoleId>, CatalogError> {
        self.distinct(ids, |id| self.role(id))
    }

    pub(super) fn skills(&self, ids: &[RawText<'static>]) -> Result<List<SkillId>, CatalogError> {
        self.distinct(ids, |id| self.skill(id))
    }

    /// A choice: at least two skills.
    pub(super) fn choice(&self, ids: &[RawText<'static>]) -> Result<List<SkillId>, CatalogError> {
        if ids.len() < 2 {
            return Err(self.refuse("a choice needs two members at least"));
        }
        self.skills(ids)
    }

    /// What these names stand for, once it is sure that none comes twice.
    fn distinct<Id: Ord + Copy + 'static>(
        &self,
        names: &[RawText<'static>],
        resolve: impl Fn(&RawText<'static>) -> Result<Id, CatalogError>,
    ) -> Result<List<Id>, CatalogError> {
        let ids = names.iter().map(resolve).collect::<Result<List<Id>, _>>()?;
        match repeated(&ids).and_then(|place| names.get(place)) {
            Some(name) => Err(self.refuse(format!("`{}` comes twice in one list", name.0))),
            None => Ok(ids),
        }
    }
}

/// The place of something that stands elsewhere in the list as well.
pub(super) fn repeated<T: Ord>(items: &[T]) -> Option<usize> {
    let mut places: Vec<(&T, usize)> = items.iter().zip(0..).collect();
    places.sort_unstable();
    let twins = places.iter().zip(places.iter().skip(1));
    twins.filter(|(one, next)| one.0 == next.0).map(|(_, next)| next.1).min()
}
