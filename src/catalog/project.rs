//! Projects: what is built at the end of a stage, and the curricula that say in which
//! order others teach.

use databake::Bake;

use super::{AreaId, ClimbId, Hours, List, PointId, ProofId, RoleId, SkillId, Text};

/// Something to build, alone and with free tools.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Project {
    /// The name used in files.
    pub id: Text,
    /// The name shown.
    pub name: Text,
    /// What is built and for whom, in a sentence.
    pub summary: Text,
    /// The brief, in short paragraphs.
    pub brief: List<Text>,
    /// What it exercises: of each group, one.
    pub rungs: List<List<ClimbId>>,
    /// The area it belongs to most: that of what it exercises last.
    pub area: AreaId,
    /// How long it takes to build.
    pub hours: Hours,
    /// Where the hours come from.
    pub basis: Text,
    /// What shows that it is finished; never empty.
    pub points: List<Point>,
    /// Ways to go further.
    pub further: List<Text>,
    /// What to say about it in an interview.
    pub interview: Text,
}

/// Something that a stranger could check about what was built.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Point {
    /// The name used in files.
    pub id: Text,
    /// The sentence, without a full stop.
    pub text: Text,
    /// The proofs that it shows as well.
    pub shows: List<Shown>,
}

/// A proof that something shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Bake)]
#[databake(path = crate::catalog)]
pub struct Shown {
    /// The skill.
    pub skill: SkillId,
    /// Which of its proofs.
    pub proof: ProofId,
}

/// Skills of which one is wanted, wherever the group is named.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Group {
    /// The name used in files.
    pub id: Text,
    /// What is chosen.
    pub name: Text,
    /// What there is to choose from.
    pub members: List<SkillId>,
}

/// A published curriculum: facts about the order in which it teaches.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Curriculum {
    /// The name used in files.
    pub id: Text,
    /// What it is called.
    pub title: Text,
    /// Who publishes it.
    pub publisher: Text,
    /// Where it can be read.
    pub address: Text,
    /// The role it leads to; none if it is general.
    pub role: Option<RoleId>,
    /// The languages it teaches in.
    pub languages: List<SkillId>,
    /// What it teaches, one group after the other.
    pub order: List<List<SkillId>>,
}

impl Project {
    /// The points, with their ids.
    pub fn points(&self) -> impl ExactSizeIterator<Item = (PointId, &Point)> {
        self.points.iter().enumerate().map(|(index, point)| (PointId(index), point))
    }

    /// The point that goes by that name in files.
    pub fn find_point(&self, id: &str) -> Option<PointId> {
        self.points().find(|(_, point)| point.id == id).map(|(id, _)| id)
    }

    /// The point of that id.
    pub fn point(&self, id: PointId) -> Option<&Point> {
        self.points.get(id.0)
    }
}
