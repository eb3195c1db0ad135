//! What can be found: what it goes by, where it is, and what is said about it.

use crate::{
    catalog::{
        AreaId, Catalog, Faq, Guide, MilestoneId, Passage, ProjectId, Resource, RoleId, RouteId,
        SkillId, Text, Topic,
    },
    progress::Notable,
    words::Part,
};

/// What can be found. What has no id of its own goes by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Thing {
    Role(RoleId),
    Skill(SkillId),
    Project(ProjectId),
    Route(RouteId),
    Area(AreaId),
    /// A term, by its place among all terms.
    Term(usize),
    Milestone(RouteId, MilestoneId),
    Part(RoleId, Part),
    /// A question of the role's interview.
    Asked(RoleId, usize),
    /// A question people ask about the role: its own first, then those asked about many.
    Faq(RoleId, usize),
    Resource(SkillId, usize),
    /// An address of a route: its courses first, then the official ones.
    Address(RouteId, usize),
    /// What the learner noted.
    Note(Notable),
}

/// What something is about: what one opens to see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Home {
    Role(RoleId),
    Skill(SkillId),
    Project(ProjectId),
    Route(RouteId),
    Area(AreaId),
}

impl Home {
    /// Its name.
    fn name(self, catalog: &Catalog) -> &str {
        match self {
            Self::Role(id) => &catalog.role(id).name,
            Self::Skill(id) => &catalog.skill(id).name,
            Self::Project(id) => &catalog.project(id).name,
            Self::Route(id) => &catalog.route(id).name,
            Self::Area(id) => &catalog.area(id).name,
        }
    }

    /// The name used in files.
    pub fn id(self, catalog: &Catalog) -> &str {
        match self {
            Self::Role(id) => &catalog.role(id).id,
            Self::Skill(id) => &catalog.skill(id).id,
            Self::Project(id) => &catalog.project(id).id,
            Self::Route(id) => &catalog.route(id).id,
            Self::Area(id) => &catalog.area(id).id,
        }
    }
}

impl Thing {
    /// The word for what it is.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Role(_) => "role",
            Self::Skill(_) => "skill",
            Self::Project(_) => "project",
            Self::Route(_) => "route",
            Self::Area(_) => "area",
            Self::Term(_) => "term",
            Self::Milestone(..) => "milestone",
            Self::Part(..) => "part",
            Self::Asked(..) | Self::Faq(..) => "question",
            Self::Resource(..) | Self::Address(..) => "resource",
            Self::Note(_) => "note",
        }
    }

    /// What one opens to see it; none if it is not of this catalog.
    pub fn home(self, catalog: &Catalog) -> Option<Home> {
        Some(match self {
            Self::Role(id) | Self::Part(id, _) | Self::Asked(id, _) | Self::Faq(id, _) => {
                Home::Role(id)
            }
            Self::Skill(id) | Self::Resource(id, _) => Home::Skill(id),
            Self::Project(id) => Home::Project(id),
            Self::Route(id) | Self::Milestone(id, _) | Self::Address(id, _) => Home::Route(id),
            Self::Area(id) => Home::Area(id),
            Self::Note(on) => home_of(on),
            Self::Term(at) => Home::Skill(catalog.terms().get(at)?.skill),
        })
    }

    /// Its name.
    pub fn name(self, catalog: &Catalog) -> &str {
        match self {
            Self::Role(id) => Home::Role(id).name(catalog),
            Self::Skill(id) => Home::Skill(id).name(catalog),
            Self::Project(id) => Home::Project(id).name(catalog),
            Self::Route(id) => Home::Route(id).name(catalog),
            Self::Area(id) => Home::Area(id).name(catalog),
            Self::Term(at) => catalog.terms().get(at).map_or("", |it| &it.words),
            Self::Milestone(route, id) => {
                let mut all = catalog.route(route).milestones();
                all.find(|(it, _)| *it == id).map_or("", |(_, it)| &it.title)
            }
            Self::Part(_, part) => part.title(),
            Self::Asked(role, at) => asked(catalog, role, at).map_or("", |it| &it.asks),
            Self::Faq(role, at) => faqs(catalog, role).nth(at).map_or("", |it| &it.question),
            Self::Resource(id, at) => resource(catalog, id, at).map_or("", |it| &it.title),
            Self::Address(id, at) => addresses(catalog, id).nth(at).map_or("", |it| it.0),
            Self::Note(on) => home_of(on).name(catalog),
        }
    }

    /// Its address; none if it has none.
    pub fn address(self, catalog: &Catalog) -> Option<&Text> {
        match self {
            Self::Resource(id, at) => resource(catalog, id, at).map(|it| &it.address),
            Self::Address(id, at) => addresses(catalog, id).nth(at).map(|it| it.1),
            Self::Role(_)
            | Self::Skill(_)
            | Self::Project(_)
            | Self::Route(_)
            | Self::Area(_)
            | Self::Term(_)
            | Self::Milestone(..)
            | Self::Part(..)
            | Self::Asked(..)
            | Self::Faq(..)
            | Self::Note(_) => None,
        }
    }

    /// The other names it goes by.
    pub(super) fn also(self, catalog: &Catalog) -> Vec<&str> {
        match self {
            Self::Role(id) => {
                let it = catalog.role(id);
                it.also.iter().chain([&it.id]).map(|it| &**it).collect()
            }
            Self::Skill(id) => {
                let it = catalog.skill(id);
                it.also.iter().chain([&it.id]).map(|it| &**it).collect()
            }
            Self::Project(id) => vec![&catalog.project(id).id],
            Self::Route(id) => vec![&catalog.route(id).id, &catalog.route(id).kind],
            Self::Area(id) => vec![&catalog.area(id).id],
            Self::Part(_, part) => part.also().to_vec(),
            Self::Resource(id, at) => {
                let it = resource(catalog, id, at);
                it.map(|it| vec![&*it.publisher, &*it.address]).unwrap_or_default()
            }
            Self::Address(id, at) => {
                addresses(catalog, id).nth(at).map(|it| vec![&**it.1]).unwrap_or_default()
            }
            Self::Term(_)
            | Self::Milestone(..)
            | Self::Asked(..)
            | Self::Faq(..)
            | Self::Note(_) => Vec::new(),
        }
    }

    /// Where it is, to stand behind its kind: `of Git: branching`.
    pub fn place(self, catalog: &Catalog) -> String {
        let of_role = |id| format!("of {}", catalog.role(id).name);
        match self {
            Self::Role(id) => format!("in {}", catalog.role(id).family.title()),
            Self::Skill(id) => format!("in {}", catalog.area(catalog.skill(id).area).name),
            Self::Project(id) => format!("in {}", catalog.area(catalog.project(id).area).name),
            Self::Route(id) => format!("in {}", catalog.region(catalog.route(id).region).name),
            Self::Area(id) => format!("of {} skills", catalog.area(id).skills.len()),
            Self::Term(at) => {
                let term = catalog.terms().get(at);
                term.map(|it| format!("of {}", catalog.skill(it.skill).name)).unwrap_or_default()
            }
            Self::Milestone(id, milestone) => {
                let route = catalog.route(id);
                let mut all = route.milestones();
                let week = all.find(|(it, _)| *it == milestone).map_or(0, |(_, it)| it.week);
                let region = &catalog.region(route.region).short;
                format!("of {} ({region}), week {week}", route.name)
            }
            Self::Part(id, _) | Self::Faq(id, _) => of_role(id),
            Self::Asked(id, _) => format!("of the interview, {}", catalog.role(id).name),
            Self::Resource(id, _) => format!("of {}", catalog.skill(id).name),
            Self::Address(id, _) => format!("of {}", catalog.route(id).name),
            Self::Note(_) => "of your own".to_owned(),
        }
    }

    /// What is said about it, the shortest account first.
    pub fn texts(self, catalog: &Catalog) -> Vec<&str> {
        let mut texts = self.own_texts(catalog);
        if let Self::Part(role, Part::On(topic)) = self
            && catalog.role(role).guides.contains(&topic)
        {
            texts.extend(catalog.guide(topic).into_iter().flat_map(guide_texts));
        }
        texts
    }

    /// What is said about it and about nothing else.
    pub(super) fn own_texts(self, catalog: &Catalog) -> Vec<&str> {
        match self {
            Self::Role(id) => vec![&catalog.role(id).summary],
            Self::Skill(id) => {
                let it = catalog.skill(id);
                let proofs = it.proofs.iter().map(|it| &*it.text);
                std::iter::once(&*it.summary).chain(said(&it.why)).chain(proofs).collect()
            }
            Self::Project(id) => {
                let it = catalog.project(id);
                let points = it.points.iter().map(|it| &*it.text);
                let brief = it.brief.iter().map(|it| &**it);
                std::iter::once(&*it.summary).chain(brief).chain(points).collect()
            }
            Self::Route(id) => {
                let it = catalog.route(id);
                let rest = it.pros.iter().chain(&it.cons).chain(&it.entry).map(|it| &**it);
                said(&it.summary).chain([&*it.suits]).chain(rest).collect()
            }
            Self::Area(id) => vec![&catalog.area(id).summary],
            Self::Term(at) => catalog.terms().get(at).map(|it| &*it.meaning).into_iter().collect(),
            Self::Milestone(route, id) => {
                let mut all = catalog.route(route).milestones();
                all.find(|(it, _)| *it == id).map(|(_, it)| &*it.detail).into_iter().collect()
            }
            Self::Part(id, part) => part_texts(catalog, id, part),
            Self::Asked(id, at) => asked(catalog, id, at)
                .map(|it| vec![&*it.answer, &*it.listens_for])
                .unwrap_or_default(),
            Self::Faq(id, at) => {
                faqs(catalog, id).nth(at).map(|it| said(&it.answer).collect()).unwrap_or_default()
            }
            Self::Resource(..) | Self::Address(..) => {
                self.address(catalog).map(|it| &**it).into_iter().collect()
            }
            // It is no part of the catalog.
            Self::Note(_) => Vec::new(),
        }
    }
}

/// What a note is on.
fn home_of(on: Notable) -> Home {
    match on {
        Notable::Role(id) => Home::Role(id),
        Notable::Skill(id) => Home::Skill(id),
        Notable::Project(id) => Home::Project(id),
        Notable::Route(id) => Home::Route(id),
    }
}

/// All there is, in the order in which it is listed where it fits equally well.
pub(super) fn things(catalog: &Catalog) -> Vec<Thing> {
    let mut all: Vec<Thing> = catalog.skills().map(|(id, _)| Thing::Skill(id)).collect();
    all.extend(catalog.roles().map(|(id, _)| Thing::Role(id)));
    all.extend(catalog.projects().map(|(id, _)| Thing::Project(id)));
    all.extend(catalog.routes().map(|(id, _)| Thing::Route(id)));
    all.extend(catalog.areas().map(|(id, _)| Thing::Area(id)));
    all.extend((0..catalog.terms().len()).map(Thing::Term));
    for (id, route) in catalog.routes() {
        all.extend(route.milestones().map(|(it, _)| Thing::Milestone(id, it)));
        all.extend((0..addresses(catalog, id).count()).map(|at| Thing::Address(id, at)));
    }
    for (id, _) in catalog.roles() {
        let parts = Part::all().filter(|it| it.is_in(catalog, id));
        all.extend(parts.map(|it| Thing::Part(id, it)));
        let asked = catalog.interview(id).map_or(0, |it| it.questions.len());
        all.extend((0..asked).map(|at| Thing::Asked(id, at)));
        all.extend((0..faqs(catalog, id).count()).map(|at| Thing::Faq(id, at)));
    }
    for (id, skill) in catalog.skills() {
        all.extend((0..skill.resources.len()).map(|at| Thing::Resource(id, at)));
    }
    all
}

/// What a guide says on its topic.
pub(super) fn guide_texts(guide: &Guide) -> impl Iterator<Item = &str> {
    said(&guide.passages)
}

fn said(passages: &[Passage]) -> impl Iterator<Item = &str> {
    passages.iter().map(|it| &*it.text)
}

fn asked(catalog: &Catalog, id: RoleId, at: usize) -> Option<&crate::catalog::Asked> {
    catalog.interview(id)?.questions.get(at)
}

/// The questions people ask about a role, as they stand on its page.
fn faqs(catalog: &Catalog, id: RoleId) -> impl Iterator<Item = &Faq> {
    let role = catalog.role(id);
    let has_guide = role.guides.contains(&Topic::Questions);
    let guide = catalog.guide(Topic::Questions).filter(|_| has_guide);
    role.questions.iter().chain(guide.into_iter().flat_map(|it| &it.questions))
}

fn resource(catalog: &Catalog, id: SkillId, at: usize) -> Option<&Resource> {
    catalog.skill(id).resources.get(at)
}

fn addresses(catalog: &Catalog, id: RouteId) -> impl Iterator<Item = (&str, &Text)> {
    let route = catalog.route(id);
    let courses = route.resources.iter().map(|it| (&*it.title, &it.address));
    courses.chain(route.official.iter().map(|it| (&*it.title, &it.address)))
}

fn part_texts(catalog: &Catalog, id: RoleId, part: Part) -> Vec<&str> {
    let role = catalog.role(id);
    match part {
        Part::WhatItIs => said(&role.about).collect(),
        Part::Duties => said(&role.duties).collect(),
        Part::AtAGlance => role.facts.iter().map(|it| &*it.text).collect(),
        Part::Technologies => role.technologies.iter().map(|it| &*it.name).collect(),
        Part::Certificates => {
            role.certificates.iter().flat_map(|it| [&*it.name, &*it.worth]).collect()
        }
        Part::Differences => role.differences.iter().map(|it| &*it.text).collect(),
        Part::Bodies => role.bodies.iter().flat_map(|it| [&*it.name, &*it.text]).collect(),
        Part::Codes => role.codes.iter().map(|it| &*it.title).collect(),
        Part::On(topic) => {
            let own = role.passages.iter().filter(|(it, _)| *it == topic);
            own.flat_map(|(_, it)| said(it)).collect()
        }
        Part::Path | Part::Skills | Part::Pay | Part::Ladder | Part::Interview => Vec::new(),
    }
}
