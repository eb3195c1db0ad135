//! What can be learned: roles, the skills they call for, and the routes that lead there.
//!
//! A [`Catalog`] only exists once it has been proved sound: every id is unique
//! and refers to something, nothing needs itself, every figure says where it
//! comes from. Its skills stand in learning order (whatever a skill needs, or
//! could need one of, stands before it), so the order of [`SkillId`]s *is* an
//! order of study and nobody else has to sort.

mod embedded;
mod id;
mod list;
mod lookup;
mod order;
mod parse;
mod raw;
mod region;
mod role;
mod route;
mod scales;
mod skill;
mod source;
mod text;

pub use self::{
    id::{AreaId, MilestoneId, ProofId, RegionId, RoleId, RouteId, SkillId, SourceId},
    list::List,
    lookup::Catalog,
    parse::{CatalogError, CatalogFile},
    region::{Outlook, Pay, Region},
    role::{Call, Difference, Ladder, Occupation, Requirement, Role},
    route::{Cost, Duration, Figure, Kind, Link, Milestone, Route, WeeklyLoad},
    scales::{Access, Family, Form, Importance, Level, Per, Rung, Stage, Topic},
    skill::{Area, Hours, Proof, Resource, Skill},
    source::{Citation, Guide, Passage, Question, Source},
    text::{Text, is_hidden, plain},
};
