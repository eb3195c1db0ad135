//! A route: a way of education, in one region, with milestones.

use databake::Bake;

use super::{List, MilestoneId, Passage, RegionId, Resource, RouteId, SkillId, Text, Trust};

/// A way of education, wherever it is followed.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Kind {
    /// The name used in files.
    pub id: Text,
    /// The name shown.
    pub name: Text,
    /// What it is.
    pub summary: Text,
    /// Its routes, region by region.
    pub routes: List<RouteId>,
}

/// A way of education in one region.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Route {
    /// The name used in files; never changes its meaning.
    pub id: Text,
    /// The kind's name used in files.
    pub kind: Text,
    /// The region it is offered in.
    pub region: RegionId,
    /// The name shown.
    pub name: Text,
    /// What it is.
    pub summary: List<Passage>,
    /// How long it takes.
    pub duration: Duration,
    /// How many hours a week it asks for.
    pub load: WeeklyLoad,
    /// What it costs.
    pub cost: Cost,
    /// What one holds at the end.
    pub credential: Text,
    /// What is asked of those who start.
    pub entry: List<Text>,
    /// Whom it suits.
    pub suits: Text,
    /// What speaks for it.
    pub pros: List<Text>,
    /// What speaks against it.
    pub cons: List<Text>,
    /// The skills it normally teaches.
    pub covers: List<SkillId>,
    /// The steps on the way, by week.
    pub milestones: List<Milestone>,
    /// Curricula to follow on it, if one goes it alone.
    pub resources: List<Resource>,
    /// Figures about it.
    pub figures: List<Figure>,
    /// Where to read the official word.
    pub official: List<Link>,
    /// What to keep in mind.
    pub note: Option<Text>,
}

/// How long a route takes.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Duration {
    /// Weeks at least.
    pub low_weeks: u32,
    /// Weeks at most.
    pub high_weeks: u32,
    /// The duration in words.
    pub text: Text,
    /// How far that can be relied on.
    pub trust: Trust,
}

/// How many hours a week a route asks for.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct WeeklyLoad {
    /// Hours at least.
    pub low_hours: u32,
    /// Hours at most.
    pub high_hours: u32,
    /// The hours in words.
    pub text: Text,
    /// How far that can be relied on.
    pub trust: Trust,
}

/// What a route costs.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Cost {
    /// The three letters of the currency (ISO 4217).
    pub currency: Text,
    /// The least, in that currency.
    pub low: u32,
    /// The most, in that currency.
    pub high: u32,
    /// What one pays it for: a year, the course.
    pub per: Text,
    /// The cost in words.
    pub text: Text,
    /// How far that can be relied on.
    pub trust: Trust,
}

/// A step on a route.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Milestone {
    /// The name used in files.
    pub id: Text,
    /// The name shown.
    pub title: Text,
    /// What is to be done.
    pub detail: Text,
    /// When, in weeks after the start.
    pub week: u32,
}

/// A figure about a route.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Figure {
    /// What is measured.
    pub label: Text,
    /// The figure with its unit.
    pub value: Text,
    /// When; none if the source does not say.
    pub year: Option<Text>,
    /// Who says so.
    pub source: Text,
    /// Where they say so.
    pub address: Option<Text>,
}

/// An address with a name.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Link {
    /// What the page is called.
    pub title: Text,
    /// Its address.
    pub address: Text,
}

impl Route {
    /// The milestones, with their ids.
    pub fn milestones(&self) -> impl ExactSizeIterator<Item = (MilestoneId, &Milestone)> {
        self.milestones.iter().enumerate().map(|(index, it)| (MilestoneId(index), it))
    }

    /// A milestone; none if the id is another route's.
    pub fn milestone(&self, id: MilestoneId) -> Option<&Milestone> {
        self.milestones.get(id.0)
    }

    /// The milestone that goes by that name in files.
    pub fn find_milestone(&self, id: &str) -> Option<MilestoneId> {
        self.milestones().find(|(_, it)| it.id == id).map(|(id, _)| id)
    }
}
