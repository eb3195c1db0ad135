//! Skills: something to learn, in a few days or weeks, and the areas they belong to.

use databake::Bake;

use super::{
    Access, AreaId, ClimbId, Form, Level, List, Passage, ProofId, ResourceId, Rhythm, Rung,
    SkillId, Text,
};

/// A field of knowledge; every skill belongs to one.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Area {
    /// The name used in files.
    pub id: Text,
    /// The name shown.
    pub name: Text,
    /// What it is about, in a sentence.
    pub summary: Text,
    /// Its skills as the author put them.
    pub skills: List<SkillId>,
}

/// How long something takes somebody who is new to it, in hours of study.
/// Always `low <= likely <= high`; nothing at all only where a job teaches it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Bake)]
#[databake(path = crate::catalog)]
pub struct Hours {
    /// When all goes well.
    pub low: u32,
    /// As a rule.
    pub likely: u32,
    /// When it is heavy going.
    pub high: u32,
}

/// A sentence that says what one can do when one has the skill.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Proof {
    /// The name used in files.
    pub id: Text,
    /// The sentence, without a full stop.
    pub text: Text,
}

/// Something to learn from.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
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

/// The climb of a skill to one of its rungs: what it takes beyond the rung below.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Climb {
    /// The skill that is climbed.
    pub skill: SkillId,
    /// The rung it leads to.
    pub rung: Rung,
    /// How it is learned.
    pub rhythm: Rhythm,
    /// How long it takes; nothing where a job teaches it.
    pub hours: Hours,
    /// Where the hours come from; empty where there are none.
    pub basis: Text,
    /// What has to be climbed before: of each group, one. The rung below stands
    /// first, in a group of its own.
    pub needs: List<List<ClimbId>>,
    /// What shows that one has it; never empty.
    pub proofs: List<ProofId>,
}

/// Something to learn, rung by rung.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Skill {
    /// The name used in files; never changes its meaning.
    pub id: Text,
    /// The name shown.
    pub name: Text,
    /// Other names it goes by; commands and searches take them as well.
    pub also: List<Text>,
    /// Where it belongs.
    pub area: AreaId,
    /// How early it is met.
    pub level: Level,
    /// What it is, in a sentence.
    pub summary: Text,
    /// Why it matters in the work.
    pub why: List<Passage>,
    /// How its rungs are climbed, the lowest first; never empty.
    pub climbs: List<ClimbId>,
    /// How long all of it takes, as far as it is studied.
    pub hours: Hours,
    /// What shows that one has it, rung by rung; never empty.
    pub proofs: List<Proof>,
    /// What to learn it from; never empty.
    pub resources: List<Resource>,
}

impl Skill {
    /// The proofs, with their ids.
    pub fn proofs(&self) -> impl ExactSizeIterator<Item = (ProofId, &Proof)> {
        self.proofs.iter().enumerate().map(|(index, proof)| (ProofId(index), proof))
    }

    /// The proof of that id.
    pub fn proof(&self, id: ProofId) -> Option<&Proof> {
        self.proofs.get(id.0)
    }

    /// The resources, with their ids.
    pub fn resources(&self) -> impl ExactSizeIterator<Item = (ResourceId, &Resource)> {
        self.resources.iter().enumerate().map(|(index, it)| (ResourceId(index), it))
    }

    /// The resource of that id.
    pub fn resource(&self, id: ResourceId) -> Option<&Resource> {
        self.resources.get(id.0)
    }

    /// The resource at that address, which is its name in files.
    pub fn find_resource(&self, address: &str) -> Option<ResourceId> {
        self.resources().find(|(_, it)| it.address == address).map(|(id, _)| id)
    }

    /// The proof that goes by that name in files.
    pub fn find_proof(&self, id: &str) -> Option<ProofId> {
        self.proofs().find(|(_, proof)| proof.id == id).map(|(id, _)| id)
    }
}

impl Hours {
    /// Both one after the other.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            low: self.low.saturating_add(other.low),
            likely: self.likely.saturating_add(other.likely),
            high: self.high.saturating_add(other.high),
        }
    }
}
