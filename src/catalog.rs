//! What can be learned: roles, the skills they call for, and the routes that lead there.
//!
//! A [`Catalog`] only exists once it has been proved sound: every id is unique
//! and refers to something, nothing needs itself, every figure says where it
//! comes from. Its skills stand in learning order (whatever a skill needs, or
//! could need one of, stands before it), so the order of [`SkillId`]s *is* an
//! order of study and nobody else has to sort.

mod embedded;
mod order;
mod parse;
mod raw;
mod role;
mod route;
mod scales;

use std::{borrow::Cow, collections::HashMap};

pub use self::{
    parse::{CatalogError, CatalogFile},
    role::{Call, Code, Difference, Ladder, Question, Requirement, Role},
    route::{Cost, Duration, Figure, Kind, Link, Milestone, MilestoneId, Route, WeeklyLoad},
    scales::{Access, Family, Form, Importance, Level, Per, Rung, Stage, Topic},
};

/// A text of the catalog; borrowed from the program itself wherever possible.
pub type Text = Cow<'static, str>;

/// Names a skill of the catalog that handed it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SkillId(usize);

/// Names an area of the catalog that handed it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AreaId(usize);

/// Names a role of the catalog that handed it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RoleId(usize);

/// Names a route of the catalog that handed it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RouteId(usize);

/// Names a region of the catalog that handed it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RegionId(usize);

/// Names a source of the catalog that handed it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(usize);

/// Names a proof of one skill, by its place among the skill's proofs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProofId(usize);

/// Where statements of the catalog come from.
#[derive(Clone, Debug)]
pub struct Source {
    /// The name used in files.
    pub id: Text,
    /// The short name shown behind a text.
    pub name: Text,
    /// What it is, in a sentence.
    pub about: Text,
    /// The year it speaks of; none if it does not say.
    pub year: Option<i16>,
    /// Its own address, if it has one.
    pub address: Option<Text>,
    /// How many statements were taken from it; each is numbered from 1.
    pub statements: u16,
}

/// A statement of a source: its number there, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Citation {
    /// The source that states it.
    pub source: SourceId,
    /// The number of the statement there, counted from 1.
    pub number: u16,
}

/// Some sentences, and who says so.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The sentences, in our words.
    pub text: Text,
    /// The statements they rest on; empty for common knowledge.
    pub citations: Vec<Citation>,
}

/// A part of the world with its own pay and its own routes.
#[derive(Clone, Debug)]
pub struct Region {
    /// The name used in files.
    pub id: Text,
    /// The name shown.
    pub name: Text,
    /// The name shown where there is little room.
    pub short: Text,
    /// The three letters of its currency (ISO 4217).
    pub currency: Text,
}

/// A field of knowledge; every skill belongs to one.
#[derive(Clone, Debug)]
pub struct Area {
    /// The name used in files.
    pub id: Text,
    /// The name shown.
    pub name: Text,
    /// What it is about, in a sentence.
    pub summary: Text,
    /// Its skills as the author put them.
    pub skills: Vec<SkillId>,
}

/// How long a skill takes somebody who is new to it, in hours of study.
/// Always `low <= likely <= high` and `high > 0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// When all goes well.
    pub low: u32,
    /// As a rule.
    pub likely: u32,
    /// When it is heavy going.
    pub high: u32,
}

/// A sentence that says what one can do when one has the skill.
#[derive(Clone, Debug)]
pub struct Proof {
    /// The name used in files.
    pub id: Text,
    /// The sentence, without a full stop.
    pub text: Text,
}

/// Something to learn from.
#[derive(Clone, Debug)]
pub struct Resource {
    /// What it is called.
    pub title: Text,
    /// What it is: a book, a course.
    pub form: Form,
    /// Who made it.
    pub publisher: Text,
    /// Its address.
    pub address: Text,
    /// What it costs.
    pub access: Access,
}

/// Something to learn, in a few days or weeks.
#[derive(Clone, Debug)]
pub struct Skill {
    /// The name used in files; never changes its meaning.
    pub id: Text,
    /// The name shown.
    pub name: Text,
    /// Other names it goes by; commands and searches take them as well.
    pub also: Vec<Text>,
    /// Where it belongs.
    pub area: AreaId,
    /// How early it is met.
    pub level: Level,
    /// What it is, in a sentence.
    pub summary: Text,
    /// Why it matters in the work.
    pub why: Vec<Passage>,
    /// What has to be known before, all of it.
    pub prerequisites: Vec<SkillId>,
    /// Of each of these groups, one has to be known before.
    pub prerequisites_any: Vec<Vec<SkillId>>,
    /// How long it takes.
    pub hours: Hours,
    /// Where the hours come from.
    pub basis: Text,
    /// What shows that one has it; never empty.
    pub proofs: Vec<Proof>,
    /// What to learn it from; never empty.
    pub resources: Vec<Resource>,
}

/// What somebody is paid.
#[derive(Clone, Debug)]
pub struct Pay {
    /// The name used in files.
    pub id: Text,
    /// The region in which that is paid.
    pub region: RegionId,
    /// The roles it is a fair measure for.
    pub roles: Vec<RoleId>,
    /// Whose pay it is, in the source's words.
    pub about: Text,
    /// Which wage it is.
    pub stage: Stage,
    /// What else tells it from others of that stage.
    pub stage_note: Option<Text>,
    /// The amount, in `currency`.
    pub amount: f64,
    /// The three letters of the currency (ISO 4217).
    pub currency: Text,
    /// The time it is paid for.
    pub per: Per,
    /// The year it was paid in; none if the source does not say.
    pub year: Option<i16>,
    /// The name of the source.
    pub source: Text,
    /// The source's address.
    pub address: Option<Text>,
    /// What to keep in mind.
    pub note: Option<Text>,
    /// The statements it rests on.
    pub citations: Vec<Citation>,
}

/// What is expected of a job market.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// The name used in files.
    pub id: Text,
    /// The region of the market.
    pub region: RegionId,
    /// The roles it speaks of.
    pub roles: Vec<RoleId>,
    /// Whose prospects they are, in the source's words.
    pub about: Text,
    /// What is expected, in a sentence.
    pub text: Text,
    /// The years it speaks of.
    pub years: Text,
    /// Who says so.
    pub source: Text,
    /// Where they say so.
    pub address: Option<Text>,
}

/// What is true of many roles, told once.
#[derive(Clone, Debug)]
pub struct Guide {
    /// What it is about.
    pub topic: Topic,
    /// The heading above it.
    pub title: Text,
    /// What it says.
    pub passages: Vec<Passage>,
    /// Questions people ask, answered.
    pub questions: Vec<Question>,
}

/// Everything that can be learned.
#[derive(Clone, Debug)]
pub struct Catalog {
    // Every id handed out is an index here; `skills` is in learning order.
    sources: Vec<Source>,
    regions: Vec<Region>,
    areas: Vec<Area>,
    skills: Vec<Skill>,
    roles: Vec<Role>,
    kinds: Vec<Kind>,
    routes: Vec<Route>,
    guides: Vec<Guide>,
    pay: Vec<Pay>,
    outlooks: Vec<Outlook>,
    skill_ids: HashMap<Text, SkillId>,
    // Which skills have this one among their prerequisites, in learning order.
    opens: Vec<Vec<SkillId>>,
}

/// Whether a character is a command to the terminal rather than something to
/// read: C0 and C1, what turns the direction of writing, and what cannot be seen.
pub fn is_hidden(c: char) -> bool {
    let is_mark = matches!(c, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    is_mark || c.is_control()
}

/// A name by its letters and digits alone, in small letters: however it is
/// written, it is the same name.
pub fn plain(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric() || matches!(c, '+' | '#'));
    letters.flat_map(char::to_lowercase).collect()
}

impl Catalog {
    /// All sources.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// All regions, with their ids.
    pub fn regions(&self) -> impl ExactSizeIterator<Item = (RegionId, &Region)> {
        self.regions.iter().enumerate().map(|(index, region)| (RegionId(index), region))
    }

    /// All areas, with their ids.
    pub fn areas(&self) -> impl ExactSizeIterator<Item = (AreaId, &Area)> {
        self.areas.iter().enumerate().map(|(index, area)| (AreaId(index), area))
    }

    /// All skills in learning order, with their ids.
    pub fn skills(&self) -> impl ExactSizeIterator<Item = (SkillId, &Skill)> {
        self.skills.iter().enumerate().map(|(index, skill)| (SkillId(index), skill))
    }

    /// All roles, family by family, with their ids.
    pub fn roles(&self) -> impl ExactSizeIterator<Item = (RoleId, &Role)> {
        self.roles.iter().enumerate().map(|(index, role)| (RoleId(index), role))
    }

    /// All kinds of route.
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// All routes, kind by kind, with their ids.
    pub fn routes(&self) -> impl ExactSizeIterator<Item = (RouteId, &Route)> {
        self.routes.iter().enumerate().map(|(index, route)| (RouteId(index), route))
    }

    /// All guides.
    pub fn guides(&self) -> &[Guide] {
        &self.guides
    }

    /// All figures of pay.
    pub fn pay(&self) -> &[Pay] {
        &self.pay
    }

    /// What is expected of the job markets.
    pub fn outlooks(&self) -> &[Outlook] {
        &self.outlooks
    }

    /// The source of that id.
    #[expect(clippy::indexing_slicing, reason = "ids are only handed out for what exists")]
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.0]
    }

    /// The region of that id.
    #[expect(clippy::indexing_slicing, reason = "ids are only handed out for what exists")]
    pub fn region(&self, id: RegionId) -> &Region {
        &self.regions[id.0]
    }

    /// The area of that id.
    #[expect(clippy::indexing_slicing, reason = "ids are only handed out for what exists")]
    pub fn area(&self, id: AreaId) -> &Area {
        &self.areas[id.0]
    }

    /// The skill of that id.
    #[expect(clippy::indexing_slicing, reason = "ids are only handed out for what exists")]
    pub fn skill(&self, id: SkillId) -> &Skill {
        &self.skills[id.0]
    }

    /// The role of that id.
    #[expect(clippy::indexing_slicing, reason = "ids are only handed out for what exists")]
    pub fn role(&self, id: RoleId) -> &Role {
        &self.roles[id.0]
    }

    /// The route of that id.
    #[expect(clippy::indexing_slicing, reason = "ids are only handed out for what exists")]
    pub fn route(&self, id: RouteId) -> &Route {
        &self.routes[id.0]
    }

    /// The skills that have this one among their prerequisites.
    #[expect(clippy::indexing_slicing, reason = "ids are only handed out for what exists")]
    pub fn opens(&self, id: SkillId) -> &[SkillId] {
        &self.opens[id.0]
    }

    /// The skill that goes by that name in files.
    pub fn find_skill(&self, id: &str) -> Option<SkillId> {
        self.skill_ids.get(id).copied()
    }

    /// The role that goes by that name in files.
    pub fn find_role(&self, id: &str) -> Option<RoleId> {
        self.roles().find(|(_, role)| role.id == id).map(|(id, _)| id)
    }

    /// The route that goes by that name in files.
    pub fn find_route(&self, id: &str) -> Option<RouteId> {
        self.routes().find(|(_, route)| route.id == id).map(|(id, _)| id)
    }

    /// The region that goes by that name in files.
    pub fn find_region(&self, id: &str) -> Option<RegionId> {
        self.regions().find(|(_, region)| region.id == id).map(|(id, _)| id)
    }

    /// The guide to that topic.
    pub fn guide(&self, topic: Topic) -> Option<&Guide> {
        self.guides.iter().find(|guide| guide.topic == topic)
    }
}

impl AreaId {
    /// Its place among the areas, counted from 0.
    pub fn place(self) -> usize {
        self.0
    }
}

impl SourceId {
    /// Its place among the sources, counted from 0; on pages a source goes by the number behind it.
    pub fn place(self) -> usize {
        self.0
    }
}

impl SkillId {
    /// Its place in learning order, counted from 0: whatever the skill may need
    /// has a smaller one.
    pub fn place(self) -> usize {
        self.0
    }
}

impl Skill {
    /// The proofs, with their ids.
    pub fn proofs(&self) -> impl ExactSizeIterator<Item = (ProofId, &Proof)> {
        self.proofs.iter().enumerate().map(|(index, proof)| (ProofId(index), proof))
    }

    /// The proof that goes by that name in files.
    pub fn find_proof(&self, id: &str) -> Option<ProofId> {
        self.proofs().find(|(_, proof)| proof.id == id).map(|(id, _)| id)
    }

    /// Everything that may have to be known before, whatever is picked.
    pub fn all_prerequisites(&self) -> impl Iterator<Item = SkillId> {
        self.prerequisites.iter().chain(self.prerequisites_any.iter().flatten()).copied()
    }
}
