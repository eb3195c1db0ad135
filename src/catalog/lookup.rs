//! The catalog itself: what there is, by id and by the name used in files.

use databake::{Bake, CrateEnv, TokenStream, quote};

use super::{
    Area, AreaId, Climb, ClimbId, Curriculum, Group, Guide, Hours, Interview, Kind, List, Outlook,
    Pay, Project, ProjectId, Question, Region, RegionId, Role, RoleId, Route, RouteId, Rung, Skill,
    SkillId, Source, SourceId, Term, Text, Topic, pack::Packed, text::with_written,
};

/// Everything that can be learned.
#[derive(Clone, Debug)]
pub struct Catalog {
    // Every id handed out is an index here; `climbs` is in learning order.
    pub(super) sources: List<Source>,
    pub(super) regions: List<Region>,
    pub(super) areas: List<Area>,
    pub(super) skills: List<Skill>,
    pub(super) climbs: List<Climb>,
    pub(super) groups: List<Group>,
    pub(super) projects: List<Project>,
    pub(super) curricula: List<Curriculum>,
    pub(super) terms: List<Term>,
    pub(super) questions: Packed<Question>,
    pub(super) interviews: Packed<Interview>,
    pub(super) roles: List<Role>,
    pub(super) kinds: List<Kind>,
    pub(super) routes: List<Route>,
    pub(super) guides: List<Guide>,
    pub(super) pay: List<Pay>,
    pub(super) outlooks: List<Outlook>,
    // The skills by their names in files, in the order of the alphabet.
    pub(super) by_name: List<SkillId>,
    // Which other skills' climbs may need this one, in learning order.
    pub(super) opens: List<List<ClimbId>>,
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

    /// All climbs in learning order, with their ids.
    pub fn climbs(&self) -> impl ExactSizeIterator<Item = (ClimbId, &Climb)> {
        self.climbs.iter().enumerate().map(|(index, climb)| (ClimbId(index), climb))
    }

    /// All projects, with their ids.
    pub fn projects(&self) -> impl ExactSizeIterator<Item = (ProjectId, &Project)> {
        self.projects.iter().enumerate().map(|(index, project)| (ProjectId(index), project))
    }

    /// The groups of skills of which one is wanted.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// All curricula whose order is known.
    pub fn curricula(&self) -> &[Curriculum] {
        &self.curricula
    }

    /// The field's own words.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The questions to see what is known.
    pub fn questions(&self) -> &[Question] {
        self.questions.all()
    }

    /// What is asked in interviews for a role; none if nothing is known of that.
    pub fn interview(&self, id: RoleId) -> Option<&Interview> {
        self.interviews.all().iter().find(|it| it.role == id)
    }

    /// All skills, in the order of their first climbs, with their ids.
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

    /// The climb of that id.
    #[expect(clippy::indexing_slicing, reason = "ids are only handed out for what exists")]
    pub fn climb(&self, id: ClimbId) -> &Climb {
        &self.climbs[id.0]
    }

    /// The skill that is climbed there.
    pub fn climbed(&self, id: ClimbId) -> &Skill {
        self.skill(self.climb(id).skill)
    }

    /// The project of that id.
    #[expect(clippy::indexing_slicing, reason = "ids are only handed out for what exists")]
    pub fn project(&self, id: ProjectId) -> &Project {
        &self.projects[id.0]
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

    /// The climbs of other skills that may need this one, directly.
    #[expect(clippy::indexing_slicing, reason = "ids are only handed out for what exists")]
    pub fn opens(&self, id: ClimbId) -> &[ClimbId] {
        &self.opens[id.0]
    }

    /// The climb of a skill to a rung, or to its highest where it does not go that far.
    #[expect(clippy::indexing_slicing, reason = "no skill is without climbs")]
    pub fn climb_to(&self, id: SkillId, rung: Rung) -> ClimbId {
        let climbs = &self.skill(id).climbs;
        let within = climbs.iter().take_while(|it| self.climb(**it).rung <= rung);
        within.last().copied().unwrap_or(climbs[0])
    }

    /// The climbs of a skill up to a rung, the lowest first.
    pub fn climbs_to(&self, id: SkillId, rung: Rung) -> impl Iterator<Item = ClimbId> {
        let climbs = self.skill(id).climbs.iter().copied();
        climbs.take_while(move |it| self.climb(*it).rung <= rung)
    }

    /// How long a skill takes up to a rung, from nothing.
    pub fn hours_to(&self, id: SkillId, rung: Rung) -> Hours {
        let climbs = self.climbs_to(id, rung);
        climbs.fold(Hours::default(), |sum, it| sum.and(self.climb(it).hours))
    }

    /// The highest rung there is of a skill.
    pub fn top(&self, id: SkillId) -> Rung {
        let last = self.skill(id).climbs.last();
        last.map_or(Rung::Awareness, |it| self.climb(*it).rung)
    }

    /// The posts that lead to a role, the first job first and the role itself last.
    pub fn posts(&self, id: RoleId) -> Vec<RoleId> {
        let before = |id: &RoleId| self.role(*id).experience.as_ref().map(|it| it.role);
        let mut posts: Vec<RoleId> = std::iter::successors(Some(id), before).collect();
        posts.reverse();
        posts
    }

    /// What a climb is called in files: `sql-queries/working`.
    pub fn climb_name(&self, id: ClimbId) -> String {
        let climb = self.climb(id);
        format!("{}/{}", self.skill(climb.skill).id, climb.rung.word())
    }

    /// The climb that goes by that name in files.
    pub fn find_climb(&self, name: &str) -> Option<ClimbId> {
        let (skill, rung) = name.split_once('/')?;
        let skill = self.find_skill(skill)?;
        let mut climbs = self.skill(skill).climbs.iter().copied();
        climbs.find(|it| self.climb(*it).rung.word() == rung)
    }

    /// The project that goes by that name in files.
    pub fn find_project(&self, id: &str) -> Option<ProjectId> {
        self.projects().find(|(_, project)| project.id == id).map(|(id, _)| id)
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

    /// The region that a country is in, by the two letters of the country.
    pub fn region_with(&self, country: &str) -> Option<RegionId> {
        let mut all = self.regions();
        all.find(|(_, it)| it.countries.iter().any(|it| it == country)).map(|(id, _)| id)
    }

    /// The guide to that topic.
    pub fn guide(&self, topic: Topic) -> Option<&Guide> {
        self.guides.iter().find(|guide| guide.topic == topic)
    }
}

impl Catalog {
    /// The catalog as Rust, and the text in which its texts have their places: for the
    /// build to make part of the program.
    pub fn baked(&self) -> (String, String) {
        with_written(|| {
            // What lists and searches look at stands together, so that the rest stays on disk.
            for name in self.names() {
                name.bake(&CrateEnv::default());
            }
            self.bake(&CrateEnv::default()).to_string()
        })
    }

    /// What everything goes by.
    fn names(&self) -> impl Iterator<Item = &Text> {
        let roles = self.roles.iter().flat_map(|it| [&it.id, &it.name].into_iter().chain(&it.also));
        let skills =
            self.skills.iter().flat_map(|it| [&it.id, &it.name].into_iter().chain(&it.also));
        let projects = self.projects.iter().flat_map(|it| [&it.id, &it.name]);
        let routes = self.routes.iter().flat_map(|it| [&it.id, &it.name]);
        let terms = self.terms.iter().map(|it| &it.words);
        roles.chain(skills).chain(projects).chain(routes).chain(terms)
    }
}

impl Bake for Catalog {
    fn bake(&self, env: &CrateEnv) -> TokenStream {
        let Self {
            sources,
            regions,
            areas,
            skills,
            climbs,
            groups,
            projects,
            curricula,
            terms,
            questions,
            interviews,
            roles,
            kinds,
            routes,
            guides,
            pay,
            outlooks,
            by_name,
            opens,
        } = self;
        let fields = [
            (quote!(sources), sources.bake(env)),
            (quote!(regions), regions.bake(env)),
            (quote!(areas), areas.bake(env)),
            (quote!(skills), skills.bake(env)),
            (quote!(climbs), climbs.bake(env)),
            (quote!(groups), groups.bake(env)),
            (quote!(projects), projects.bake(env)),
            (quote!(curricula), curricula.bake(env)),
            (quote!(terms), terms.bake(env)),
            (quote!(questions), questions.bake(env)),
            (quote!(interviews), interviews.bake(env)),
            (quote!(roles), roles.bake(env)),
            (quote!(kinds), kinds.bake(env)),
            (quote!(routes), routes.bake(env)),
            (quote!(guides), guides.bake(env)),
            (quote!(pay), pay.bake(env)),
            (quote!(outlooks), outlooks.bake(env)),
            (quote!(by_name), by_name.bake(env)),
            (quote!(opens), opens.bake(env)),
        ];
        let fields = fields.iter().map(|(name, it)| quote!(#name: #it));
        quote! { crate::catalog::Catalog { #(#fields),* } }
    }
}
