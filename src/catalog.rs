//! What can be learned: roles, the skills they call for, and the routes that lead there.
//!
//! A [`Catalog`] only exists once it has been proved sound: every id is unique
//! and refers to something, nothing needs itself, every figure says where it
//! comes from. The climbs of its skills, from rung to rung, stand in learning
//! order (whatever a climb needs, or could need one of, stands before it), so the
//! order of [`ClimbId`]s *is* an order of study and nobody else has to sort.

mod embedded;
mod fact;
mod id;
mod interview;
mod list;
mod lookup;
mod order;
mod pack;
mod parse;
mod project;
mod raw;
mod region;
mod role;
mod route;
mod scales;
mod skill;
mod source;
mod term;
mod text;
mod texts;

use self::pack::Packed;
pub use self::{
    fact::{Body, Certificate, Count, Fact, Month, Technology, Trust},
    id::{
        AreaId, ClimbId, MilestoneId, PointId, ProjectId, ProofId, RegionId, ResourceId, RoleId,
        RouteId, SkillId, SourceId,
    },
    interview::{Asked, Interview},
    list::List,
    lookup::Catalog,
    parse::{CatalogError, CatalogFile},
    project::{Curriculum, Group, Point, Project, Shown},
    region::{Outlook, Pay, Region},
    role::{Call, Difference, Experience, Ladder, Occupation, Requirement, Role},
    route::{Cost, Duration, Figure, Kind, Link, Milestone, Route, WeeklyLoad},
    scales::{
        Access, Doubt, Family, Form, Importance, Level, Manner, Per, Rhythm, Rung, Stage, Topic,
    },
    skill::{Area, Climb, Hours, Proof, Resource, Skill},
    source::{Citation, Faq, Guide, Passage, Source},
    term::{Answer, Code, Question, Term},
    text::{Text, is_hidden, plain},
};
