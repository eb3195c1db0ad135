//! From the texts of files to a sound [`Catalog`], or to the reason why not.

mod examiner;
mod facts;
mod projects;
mod roles;
mod routes;
mod skills;

use std::{
    collections::{HashMap, HashSet},
    fmt,
};

use self::examiner::Examiner;
use super::{
    AreaId, Catalog, ClimbId, Guide, List, Outlook, Packed, Pay, ProjectId, Region, RegionId,
    RoleId, Rung, SkillId, Source, SourceId, Text, Topic, plain,
    raw::{
        self, Content, Curricula, Groups, PayFile, Projects, Questions, Regions, Sources, Terms,
    },
};

/// A file of the catalog.
#[derive(Clone, Copy, Debug)]
pub struct CatalogFile {
    /// Its name below the catalog's folder, which also says what is in it.
    pub name: &'static str,
    /// What it says.
    pub text: &'static str,
}

/// Why some files are not a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogError {
    /// The file.
    pub file: &'static str,
    /// The thing in it, for instance "skill `sql-queries`"; empty if it is the file itself.
    pub thing: String,
    /// What is wrong with it.
    pub reason: String,
}

/// A thing together with the file it stands in.
struct In<T>(&'static str, T);

/// The files, read but not checked.
#[derive(Default)]
struct Drafts {
    sources: Vec<In<raw::Source<'static>>>,
    regions: Vec<In<raw::Region<'static>>>,
    areas: Vec<In<raw::Area<'static>>>,
    roles: Vec<In<raw::Role<'static>>>,
    groups: Vec<In<raw::Group<'static>>>,
    projects: Vec<In<raw::Project<'static>>>,
    curricula: Vec<In<raw::Curriculum<'static>>>,
    terms: Vec<In<raw::Term<'static>>>,
    questions: Vec<In<raw::Question<'static>>>,
    interviews: Vec<In<raw::Interview<'static>>>,
    kinds: Vec<In<raw::Kind<'static>>>,
    guides: Vec<In<raw::Guide<'static>>>,
    pay: Vec<In<raw::Pay<'static>>>,
    outlooks: Vec<In<raw::Outlook<'static>>>,
}

/// What the names in files stand for.
#[derive(Default)]
struct Names {
    sources: HashMap<Text, (SourceId, usize)>,
    regions: HashMap<Text, RegionId>,
    areas: HashMap<Text, AreaId>,
    skills: HashMap<Text, SkillId>,
    climbs: HashMap<(SkillId, Rung), ClimbId>,
    groups: HashMap<Text, Vec<Text>>,
    projects: HashMap<Text, ProjectId>,
    roles: HashMap<Text, RoleId>,
    topics: HashSet<Topic>,
}

impl Catalog {
    /// Reads a catalog. What a file holds is told by the folder it is in:
    /// `areas`, `projects`, `roles`, `routes`, `guides`, `questions`, `interviews`,
    /// or by its name: `sources.json`, `regions.json`, `groups.json`, `curricula.json`,
    /// `terms.json`, `pay.json`. Areas and kinds of route are shown in the
    /// order of their files.
    pub fn parse(files: &[CatalogFile]) -> Result<Self, CatalogError> {
        let read = |file: &CatalogFile| match Content::parse(file.name, file.text) {
            Ok(content) => Ok((file.name, content)),
            Err(reason) => Err(examiner::refuse(file.name, "", reason)),
        };
        let catalog = Self::examined(files.iter().map(read).collect::<Result<_, _>>()?)?;
        catalog.names_are_clear()?;
        Ok(catalog)
    }

    /// That no name stands for two things of a kind.
    fn names_are_clear(&self) -> Result<(), CatalogError> {
        let skills = self.skills().map(|(_, it)| (&*it.id, &*it.name, &*it.also));
        clear("skill", "areas", skills)?;
        clear("role", "roles", self.roles().map(|(_, it)| (&*it.id, &*it.name, &*it.also)))
    }

    /// Examines what was read, and puts it in order.
    fn examined(files: Vec<(&'static str, Content<'static>)>) -> Result<Self, CatalogError> {
        let mut drafts = Drafts::of(files);
        drafts.roles.sort_by_key(|In(_, role)| (role.family, role.order));
        let (names, sorted) = Names::of(&mut drafts)?;
        let skills: List<_> =
            sorted.drafts.iter().map(|it| skills::skill(it, &names)).collect::<Result<_, _>>()?;
        let climbs = skills::climbs(&sorted.drafts, &names)?;
        let known = (&*skills, &*climbs);
        let projects = each(drafts.projects, |it| projects::project(it, &names, known))?;
        let roles = each(drafts.roles, |it| roles::role(it, &names))?;
        roles::experience_ends(&roles)?;
        let areas = skills::areas(drafts.areas, sorted.by_area, &names)?;
        let (kinds, routes) = routes::kinds(drafts.kinds, &names)?;
        let (by_name, opens) = (skills::by_name(&skills), skills::opens(&climbs));
        Ok(Self {
            sources: each(drafts.sources, |it| source(it, &names))?,
            regions: each(drafts.regions, |it| region(it, &names))?,
            areas,
            roles,
            groups: each(drafts.groups, |it| projects::group(it, &names))?,
            curricula: each(drafts.curricula, |it| projects::curriculum(it, &names))?,
            terms: projects::terms(drafts.terms, &names)?,
            questions: Packed::of(each(drafts.questions, |it| projects::question(it, &names))?),
            interviews: Packed::of(each(drafts.interviews, |it| facts::interview(it, &names))?),
            projects,
            climbs,
            kinds,
            routes,
            guides: each(drafts.guides, |it| guide(it, &names))?,
            pay: each(drafts.pay, |it| pay(it, &names))?,
            outlooks: each(drafts.outlooks, |it| outlook(it, &names))?,
            skills,
            by_name,
            opens,
        })
    }
}

impl Names {
    /// What the names in some files stand for, once it is sure that none comes
    /// twice; and the skills, which are put in order by it.
    fn of(drafts: &mut Drafts) -> Result<(Self, skills::Sorted), CatalogError> {
        let mut names = Self::default();
        names.sources = examiner::names(&drafts.sources, "source", |it| &it.id)?
            .into_iter()
            .zip(drafts.sources.iter().map(|In(_, it)| it.statements.len()))
            .enumerate()
            .map(|(index, (id, statements))| (id, (SourceId(index), statements)))
            .collect();
        names.regions =
            numbered(examiner::names(&drafts.regions, "region", |it| &it.id)?, RegionId);
        names.areas = numbered(examiner::names(&drafts.areas, "area", |it| &it.id)?, AreaId);
        names.roles = numbered(examiner::names(&drafts.roles, "role", |it| &it.id)?, RoleId);
        names.topics = topics(&drafts.guides)?;
        examiner::names(&drafts.pay, "figure", |it| &it.id)?;
        examiner::names(&drafts.outlooks, "outlook", |it| &it.id)?;
        names.groups = projects::groups(&drafts.groups)?;
        let sorted = skills::sorted(&mut drafts.areas, &mut names)?;
        names.projects =
            numbered(examiner::names(&drafts.projects, "project", |it| &it.id)?, ProjectId);
        examiner::names(&drafts.curricula, "curriculum", |it| &it.id)?;
        examiner::names(&drafts.questions, "question", |it| &it.id)?;
        examiner::names(&drafts.interviews, "interview", |it| &it.role)?;
        Ok((names, sorted))
    }
}

impl Drafts {
    /// Sorts the files by what is in them.
    fn of(files: Vec<(&'static str, Content<'static>)>) -> Self {
        let mut drafts = Self::default();
        for (name, content) in files {
            match content {
                Content::Area(it) => drafts.areas.push(In(name, it)),
                Content::Role(it) => drafts.roles.push(In(name, *it)),
                Content::Kind(it) => drafts.kinds.push(In(name, it)),
                Content::Guide(it) => drafts.guides.push(In(name, it)),
                Content::Groups(Groups { groups }) => {
                    drafts.groups.extend(groups.into_iter().map(|it| In(name, it)));
                }
                Content::Projects(Projects { projects }) => {
                    drafts.projects.extend(projects.into_iter().map(|it| In(name, it)));
                }
                Content::Curricula(Curricula { curricula }) => {
                    drafts.curricula.extend(curricula.into_iter().map(|it| In(name, it)));
                }
                Content::Terms(Terms { terms }) => {
                    drafts.terms.extend(terms.into_iter().map(|it| In(name, it)));
                }
                Content::Questions(Questions { questions }) => {
                    drafts.questions.extend(questions.into_iter().map(|it| In(name, it)));
                }
                Content::Interview(it) => drafts.interviews.push(In(name, it)),
                Content::Sources(Sources { sources }) => {
                    drafts.sources.extend(sources.into_iter().map(|it| In(name, it)));
                }
                Content::Regions(Regions { regions }) => {
                    drafts.regions.extend(regions.into_iter().map(|it| In(name, it)));
                }
                Content::Pay(PayFile { figures, outlook }) => {
                    drafts.pay.extend(figures.into_iter().map(|it| In(name, it)));
                    drafts.outlooks.extend(outlook.into_iter().map(|it| In(name, it)));
                }
            }
        }
        drafts
    }
}

impl Names {
    /// What a need names: a skill at a rung, `sql-queries/working`, or one of a
    /// group at a rung, `any:language/working`.
    fn group(&self, need: &raw::Text<'static>) -> Result<Vec<(Text, Rung)>, String> {
        let wrong = || format!("`{}` is no skill at a rung, such as `sql-queries/working`", need.0);
        let (skill, rung) = need.0.split_once('/').ok_or_else(wrong)?;
        let rung = Rung::find(rung).ok_or_else(wrong)?;
        let Some(group) = skill.strip_prefix("any:") else {
            return Ok(vec![(skill.to_owned().into(), rung)]);
        };
        let members = self.groups.get(group);
        let members = members.ok_or_else(|| format!("there is no group `{group}`"))?;
        Ok(members.iter().map(|it| (it.clone(), rung)).collect())
    }
}

fn clear<'a>(
    what: &str,
    folder: &'static str,
    things: impl Iterator<Item = (&'a str, &'a str, &'a [Text])>,
) -> Result<(), CatalogError> {
    let mut known: HashMap<String, &str> = HashMap::new();
    for (id, name, also) in things {
        let names = [id, name].into_iter().chain(also.iter().map(|it| &**it));
        for name in names {
            let other = known.insert(plain(name), id).filter(|other| *other != id);
            if let Some(other) = other {
                let reason = format!("it goes by `{name}`, and so does `{other}`");
                return Err(examiner::refuse(folder, format!("{what} `{id}`"), reason));
            }
        }
    }
    Ok(())
}

fn numbered<Id>(names: Vec<Text>, id: impl Fn(usize) -> Id) -> HashMap<Text, Id> {
    names.into_iter().enumerate().map(|(index, name)| (name, id(index))).collect()
}

fn each<T, U>(
    drafts: Vec<In<T>>,
    sound: impl Fn(In<T>) -> Result<U, CatalogError>,
) -> Result<List<U>, CatalogError> {
    drafts.into_iter().map(sound).collect()
}

fn source(In(file, raw): In<raw::Source<'static>>, names: &Names) -> Result<Source, CatalogError> {
    let examiner = Examiner::new(file, "source", &raw.id, names);
    if let Some(region) = &raw.region {
        examiner.region(region)?;
    }
    Ok(Source {
        name: examiner.text("name", raw.name)?,
        about: examiner.text("about", raw.about)?,
        year: raw.year,
        address: examiner.address(raw.address)?,
        statements: examiner.texts("statement", raw.statements)?,
        id: raw.id.0.into(),
    })
}

fn region(In(file, raw): In<raw::Region<'static>>, names: &Names) -> Result<Region, CatalogError> {
    let examiner = Examiner::new(file, "region", &raw.id, names);
    Ok(Region {
        name: examiner.text("name", raw.name)?,
        short: examiner.text("short", raw.short)?,
        currency: examiner.currency(raw.currency)?,
        countries: examiner.countries(raw.countries)?,
        id: raw.id.0.into(),
    })
}

/// What there are guides to, once it is sure that there are no two to one topic.
fn topics(guides: &[In<raw::Guide<'static>>]) -> Result<HashSet<Topic>, CatalogError> {
    let mut topics = HashSet::new();
    for In(file, guide) in guides {
        if !topics.insert(guide.id) {
            let thing = format!("guide `{}`", guide.title.0.escape_debug());
            return Err(examiner::refuse(file, thing, "there is another guide to its topic"));
        }
    }
    Ok(topics)
}

fn guide(In(file, raw): In<raw::Guide<'static>>, names: &Names) -> Result<Guide, CatalogError> {
    let examiner = Examiner::new(file, "guide", &raw.title, names);
    if raw.passages.is_empty() && raw.questions.is_empty() {
        return Err(examiner.refuse("it says nothing"));
    }
    Ok(Guide {
        topic: raw.id,
        title: examiner.text("title", raw.title.clone())?,
        passages: examiner.passages("passages", raw.passages)?,
        questions: examiner.questions(raw.questions)?,
    })
}

fn pay(In(file, raw): In<raw::Pay<'static>>, names: &Names) -> Result<Pay, CatalogError> {
    let examiner = Examiner::new(file, "figure", &raw.id, names);
    if !raw.amount.is_finite() || raw.amount <= 0.0 {
        return Err(examiner.refuse(format!("its amount is {}", raw.amount)));
    }
    if raw.roles.is_empty() {
        return Err(examiner.refuse("it is a measure for no role, so nobody would see it"));
    }
    Ok(Pay {
        region: examiner.region(&raw.region)?,
        roles: examiner.roles(&raw.roles)?,
        about: examiner.text("about", raw.about)?,
        stage: raw.stage,
        stage_note: examiner.maybe("stage_note", raw.stage_note)?,
        amount: raw.amount,
        currency: examiner.currency(raw.currency)?,
        per: raw.per,
        year: raw.year,
        source: examiner.text("source", raw.source)?,
        address: examiner.address(raw.address)?,
        note: examiner.maybe("note", raw.note)?,
        trust: examiner.trust(raw.confidence, raw.checked)?,
        citations: examiner.citations(&raw.cites)?,
        id: raw.id.0.into(),
    })
}

fn outlook(
    In(file, raw): In<raw::Outlook<'static>>,
    names: &Names,
) -> Result<Outlook, CatalogError> {
    let examiner = Examiner::new(file, "outlook", &raw.id, names);
    if raw.roles.is_empty() {
        return Err(examiner.refuse("it speaks of no role, so nobody would see it"));
    }
    Ok(Outlook {
        region: examiner.region(&raw.region)?,
        roles: examiner.roles(&raw.roles)?,
        about: examiner.text("about", raw.about)?,
        text: examiner.text("text", raw.text)?,
        years: examiner.text("years", raw.years)?,
        source: examiner.text("source", raw.source)?,
        address: examiner.address(raw.address)?,
        trust: examiner.trust(raw.confidence, raw.checked)?,
        id: raw.id.0.into(),
    })
}

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, thing, reason } = self;
        if thing.is_empty() {
            write!(f, "{file}: {reason}")
        } else {
            write!(f, "{file}: {thing}: {reason}")
        }
    }
}

impl std::error::Error for CatalogError {}

#[cfg(test)]
mod tests;
