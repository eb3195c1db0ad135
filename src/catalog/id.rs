//! The ids of what is in a catalog: places in its lists, handed out by it alone.

use databake::{Bake, BakeSize, CrateEnv, TokenStream, quote};

/// Ids that are places, and how each is written as Rust.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub(super) usize);

        impl Bake for $name {
            fn bake(&self, _: &CrateEnv) -> TokenStream {
                let place = self.0;
                quote! { crate::catalog::$name(#place) }
            }
        }

        impl BakeSize for $name {
            fn borrows_size(&self) -> usize {
                0
            }
        }
    )*};
}

ids! {
    /// Names a skill of the catalog that handed it out.
    SkillId
    /// Names the climb of a skill to one of its rungs.
    ClimbId
    /// Names a project of the catalog that handed it out.
    ProjectId
    /// Names an acceptance point of one project, by its place among the project's points.
    PointId
    /// Names an area of the catalog that handed it out.
    AreaId
    /// Names a role of the catalog that handed it out.
    RoleId
    /// Names a route of the catalog that handed it out.
    RouteId
    /// Names a region of the catalog that handed it out.
    RegionId
    /// Names a source of the catalog that handed it out.
    SourceId
    /// Names a proof of one skill, by its place among the skill's proofs.
    ProofId
    /// Names a resource of one skill, by its place among the skill's resources.
    ResourceId
    /// Names a milestone of one route, by its place among the route's milestones.
    MilestoneId
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
    /// Its place among the skills, counted from 0, which stand in the order of their first climbs.
    pub fn place(self) -> usize {
        self.0
    }
}

impl ClimbId {
    /// Its place in learning order, counted from 0: whatever the climb may need
    /// has a smaller one.
    pub fn place(self) -> usize {
        self.0
    }
}

impl ProjectId {
    /// Its place among the projects, counted from 0.
    pub fn place(self) -> usize {
        self.0
    }
}

impl RoleId {
    /// Its place among the roles, counted from 0.
    pub fn place(self) -> usize {
        self.0
    }
}
