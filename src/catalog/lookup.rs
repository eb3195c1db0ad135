//! The catalog itself: what there is, by id and by the name used in files.

use databake::{Bake, CrateEnv, TokenStream, quote};

use super::{
    Area, AreaId, Guide, Kind, List, Outlook, Pay, Region, RegionId, Role, RoleId, Route, RouteId,
    Skill, SkillId, Source, SourceId, Topic,
};

/// Everything that can be learned.
#[derive(Clone, Debug)]
pub struct Catalog {
    // Every id handed out is an index here; `skills` is in learning order.
    pub(super) sources: List<Source>,
    pub(super) regions: List<Region>,
    pub(super) areas: List<Area>,
    pub(super) skills: List<Skill>,
    pub(super) roles: List<Role>,
    pub(super) kinds: List<Kind>,
    pub(super) routes: List<Route>,
    pub(super) guides: List<Guide>,
    pub(super) pay: List<Pay>,
    pub(super) outlooks: List<Outlook>,
    // The skills by their names in files, in the order of the alphabet.
    pub(super) by_name: List<SkillId>,
    // Which skills have this one among their prerequisites, in learning order.
    pub(super) opens: List<List<SkillId>>,
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
        let at = self.by_name.binary_search_by_key(&id, |it| &self.skill(*it).id);
        at.ok().and_then(|at| self.by_name.get(at)).copied()
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

/// As Rust, for the build to make part of the program.
impl Bake for Catalog {
    fn bake(&self, env: &CrateEnv) -> TokenStream {
        let Self {
            sources,
            regions,
            areas,
            skills,
            roles,
            kinds,
            routes,
            guides,
            pay,
            outlooks,
            by_name,
            opens,
        } = self;
        let sources = sources.bake(env);
        let regions = regions.bake(env);
        let areas = areas.bake(env);
        let skills = skills.bake(env);
        let roles = roles.bake(env);
        let kinds = kinds.bake(env);
        let routes = routes.bake(env);
        let guides = guides.bake(env);
        let pay = pay.bake(env);
        let outlooks = outlooks.bake(env);
        let by_name = by_name.bake(env);
        let opens = opens.bake(env);
        quote! {
            crate::catalog::Catalog {
                sources: #sources,
                regions: #regions,
                areas: #areas,
                skills: #skills,
                roles: #roles,
                kinds: #kinds,
                routes: #routes,
                guides: #guides,
                pay: #pay,
                outlooks: #outlooks,
                by_name: #by_name,
                opens: #opens,
            }
        }
    }
}
